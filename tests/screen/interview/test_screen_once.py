"""One typed answer is worked out once: read, recorded, on the path; its person once; what is left once.

What is left tries answers to the questions that are open.
"""

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from screen_driver import begin, enter, give_split

from aijri_engine.conversation import standing
from aijri_engine.interview.kinds import kind_of
from aijri_engine.personal import order, personalise
from aijri_engine.personal.inputs import base_inputs
from aijri_tui.screen.app.app import AijriApp


def counted(
    monkeypatch: pytest.MonkeyPatch, calls: Counter[str], owner: Any, name: str, of: Callable[..., str]
) -> None:
    """Count the calls of a function by what they are about."""
    real = getattr(owner, name)

    def counting(*args: Any, **rest: Any) -> Any:
        calls[of(*args)] += 1
        return real(*args, **rest)

    monkeypatch.setattr(owner, name, counting)


async def test_a_typed_answer_is_worked_out_once(app: AijriApp, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = Counter[str]()
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await begin(app, pilot)
        await give_split(app, pilot)
        await enter(app, pilot, "score")
        await pilot.press("escape")
        await screen.take(screen.talk.go_to("depth.train"))
        await pilot.pause()
        kind, base = kind_of("choice"), base_inputs(screen.interview.form.role)
        counted(monkeypatch, calls, type(kind), "accept", lambda _, asked, *rest: f"accept {asked.key}")
        counted(
            monkeypatch,
            calls,
            personalise,
            "personalise_inputs",
            lambda inputs: "base" if inputs == base else "personalise",
        )
        counted(monkeypatch, calls, order, "_remaining", lambda interview, *rest: "remaining")
        counted(monkeypatch, calls, order, "next_step", lambda interview, *rest: "next")
        counted(monkeypatch, calls, standing, "next_step", lambda interview, *rest: "next")
        before = screen.interview
        await enter(app, pilot, "b")
    assert screen.interview is not before
    assert screen.talk.step is not None
    tried = [name for name in calls if name.startswith("accept ") and name != "accept depth.train"]
    typed = {name: often for name, often in calls.items() if name not in tried}
    assert typed == {"accept depth.train": 1, "personalise": 1, "base": 1, "remaining": 1, "next": 1}
