"""Waiting until an app has nothing left to do: no sleeping, and no guessing from how busy the processor is.

Textual's own wait sleeps a fiftieth of a second before and after every key, and takes a quiet processor for a finished
app. Here the wait ends when the event loop is about to sleep, no thread works for it, nothing is being animated and
the screen in front has painted what changed: at once where nothing happens, and not before on a busy machine.
"""

import asyncio
import selectors
import threading
from collections.abc import Callable, Coroutine
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

from textual._context import active_app

LONGEST = 120.0
"""Seconds after which an app that does not come to rest fails its test: a hang, not a machine with much to do."""


class QuietSelector(selectors.DefaultSelector):
    """A selector that tells whoever waits for it when the event loop has nothing ready."""

    def __init__(self) -> None:
        super().__init__()
        self._waiting: list[asyncio.Future[None]] = []

    def quiet(self) -> asyncio.Future[None]:
        """Done as soon as nothing is ready to run."""
        waiting = asyncio.get_running_loop().create_future()
        self._waiting.append(waiting)
        return waiting

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        """Wait for input like any selector; if quiet is waited for, tell so instead of sleeping."""
        if timeout == 0 or not self._waiting:
            return super().select(timeout)
        found = super().select(0)
        if not found:
            for waiting in self._waiting:
                if not waiting.done():
                    waiting.set_result(None)
            self._waiting.clear()
        return found


class CountingExecutor(ThreadPoolExecutor):
    """Threads that know what they have under way.

    Work counts as under way until everybody who waits for it was told: were it taken off before, a test could look
    between the two, find nothing to wait for, and see the app before it has what the thread found.
    """

    def __init__(self) -> None:
        super().__init__()
        self.under_way: set[Future[Any]] = set()

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Start a piece of work and remember it until all who wait for it were told."""
        told: Future[Any] = Future()
        self.under_way.add(told)

        def work() -> None:
            try:
                if told.set_running_or_notify_cancel():
                    self._do(told, fn, *args, **kwargs)
            finally:
                self.under_way.discard(told)

        super().submit(work)
        return told

    def _do(self, told: Future[Any], fn: Callable[..., Any], *args: Any, **kwargs: Any) -> None:
        try:
            found = fn(*args, **kwargs)
        except BaseException as error:
            told.set_exception(error)
        else:
            told.set_result(found)


class Gate:
    """Holds a thread where a test wants it; whoever waits for the app then does not wait for that thread."""

    _lock = threading.Lock()
    _watched: tuple[asyncio.AbstractEventLoop, asyncio.Future[None]] | None = None
    holding = 0

    def __init__(self) -> None:
        self._reached, self._open = threading.Event(), threading.Event()
        self._held = 0

    def hold(self) -> None:
        """Wait here until the test opens the gate."""
        with self._lock:
            passing = self._open.is_set()
            if not passing:
                self._held += 1
                self._count(1)
        self._reached.set()
        opened = passing or self._open.wait(LONGEST)
        self.open()
        assert opened, "the test never opened its gate"

    async def reached_by_a_thread(self) -> None:
        """Wait until a thread stands at the gate."""
        assert await asyncio.to_thread(self._reached.wait, LONGEST), "no thread came to this gate"

    def open(self) -> None:
        """Let the thread go on, and every later one pass: from here on whoever waits for the app waits for it."""
        with self._lock:
            self._open.set()
            self._count(-self._held)
            self._held = 0

    @classmethod
    def watch(cls) -> asyncio.Future[None]:
        """Done as soon as a thread is held or let go."""
        loop = asyncio.get_running_loop()
        changed = loop.create_future()
        with cls._lock:
            cls._watched = loop, changed
        return changed

    @classmethod
    def _count(cls, more: int) -> None:
        cls.holding += more
        if cls._watched is not None and not cls._watched[0].is_closed():
            loop, changed = cls._watched
            loop.call_soon_threadsafe(changed.cancel)


class Quiet:
    """One event loop that can be waited for."""

    def __init__(self) -> None:
        self.selector = QuietSelector()
        self.threads = CountingExecutor()

    def run(self, test: Coroutine[Any, Any, None]) -> None:
        """Run a test in a loop of its own."""
        with asyncio.Runner(loop_factory=lambda: asyncio.SelectorEventLoop(self.selector)) as runner:
            runner.get_loop().set_default_executor(self.threads)
            runner.run(test)

    async def wait(self, min_sleep: float = 0, max_sleep: float = 1) -> None:
        """Wait until nothing is left to do; takes the place of Textual's wait for an idle processor.

        Raises TimeoutError when that takes longer than anything should.
        """
        async with asyncio.timeout(LONGEST):
            while True:
                await self.selector.quiet()
                if not await self._a_thread_ended() and not await _something_to_paint():
                    return

    async def _a_thread_ended(self) -> bool:
        """Wait for the work in threads; False when there is none but what a gate holds."""
        while len(self.threads.under_way) > Gate.holding:
            changed = Gate.watch()
            if len(self.threads.under_way) <= Gate.holding:
                return False
            under_way = [asyncio.wrap_future(work) for work in tuple(self.threads.under_way)]
            for work in under_way:
                work.add_done_callback(lambda one: one.cancelled() or one.exception())
            await asyncio.wait([changed, *under_way], return_when=asyncio.FIRST_COMPLETED)
            if any(work.done() for work in under_way):
                return True
        return False


async def _something_to_paint() -> bool:
    """Take the app one step on towards the picture it will show; False when that is painted."""
    app = active_app.get()
    if not app.is_running or not app.screen_stack:
        return False
    if not app.animator._complete_event.is_set():
        await app.animator.wait_until_complete()
        return True
    held_back = [timer._task for timer in app._timers if timer.name == "delay_update" and timer._task]
    if app._batch_count and held_back:
        await asyncio.wait(held_back)
        return True
    if app._resize_timer is not None:
        app._check_resize()
        return True
    if app.screen._update_timer._active.is_set():
        app.screen._on_timer_update()
        return True
    return False
