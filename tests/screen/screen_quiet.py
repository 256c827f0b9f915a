"""Waiting until an app has nothing left to do: no sleeping, and no guessing from how busy the processor is.

Textual's own wait sleeps a fiftieth of a second before and after every key, and takes a quiet processor for a finished
app. Here the wait ends when the event loop is about to sleep, no thread works for it, nothing is being animated and
the screen in front has painted what changed: at once where nothing happens, and not before on a busy machine.
"""

import asyncio
import selectors
from collections.abc import Callable, Coroutine
from concurrent.futures import Future, ThreadPoolExecutor
from time import process_time
from typing import Any

from textual._context import active_app

FRAME = 1 / 60
"""Seconds between two pictures of an app; it holds its painting back for a moment after a resize and a palette."""

HELD, MOVING = 0.06, 0.002
"""A thread that used less than the second in the time of the first, in seconds, is held and not at work."""

LONGEST = 30.0
"""Seconds after which an app that does not come to rest fails its test."""


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
    """Threads that know what they have under way."""

    def __init__(self) -> None:
        super().__init__()
        self.under_way: set[Future[Any]] = set()

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Start a piece of work and remember it until it is done."""
        future = super().submit(fn, *args, **kwargs)
        self.under_way.add(future)
        future.add_done_callback(self.under_way.discard)
        return future


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
        """Wait for the work in threads; False when there is none, or none that moves: a test may hold a thread."""
        under_way = [asyncio.wrap_future(one) for one in tuple(self.threads.under_way)]
        if not under_way:
            return False
        moving = True
        while moving:
            before = process_time()
            ended, _ = await asyncio.wait(under_way, timeout=HELD, return_when=asyncio.FIRST_COMPLETED)
            if ended:
                return True
            moving = process_time() - before > MOVING
        return False


async def _something_to_paint() -> bool:
    """Take the app one step on towards the picture it will show; False when that is painted."""
    app = active_app.get()
    if not app.is_running or not app.screen_stack:
        return False
    if not app.animator._complete_event.is_set():
        await app.animator.wait_until_complete()
        return True
    if app._batch_count or app._resize_timer is not None:
        await asyncio.sleep(FRAME)
        return True
    if app.screen._update_timer._active.is_set():
        app.screen._on_timer_update()
        return True
    return False
