"""A client's session up to its result, and what is painted of it."""

import re
from dataclasses import dataclass
from datetime import date

from screen_driver import FINE_TUNER, enter, loaded, painted, settle
from textual.pilot import Pilot

from aijri_engine import Interview
from aijri_engine.personal.result import Result, result
from aijri_engine.personal.spread import shown_band
from aijri_tui.screen.app.app import AijriApp
from aijri_tui.screen.interview.screen import InterviewScreen
from aijri_tui.screen.kit.sheet import Sheet
from aijri_tui.screen.result.screen import ResultScreen

ROLE = "deep-learning-engineer"

ANSWERED = {
    "level": "senior", "split": {"rows": {name: int(share) for name, share in FINE_TUNER.items()}},
    **{f"depth.{task}": "adapts" for task, share in FINE_TUNER.items() if int(share) > 5},
}  # fmt: skip

SECRET = "lives apart from Zoe, in debt"

OTHER = "Zebedee"


@dataclass
class Kept:
    """What lies in the store: Ana's sitting, covered, all answered; and another client."""

    client: str
    session: str
    found: Result

    def figures(self) -> re.Pattern[str]:
        """Every figure of this result, with its zone."""
        told, (low, high) = self.found.assessment, shown_band(self.found.spread.range)
        figures = (
            told.index,
            low,
            high,
            self.found.base_assessment.index,
            abs(self.found.bridge.shown_change),
        )
        zones = r"Green|Yellow|Red \d|in \d+ of 100|[+-]\d+\.\d\b"
        return re.compile("|".join([*(rf"\b{one:.1f}\b" for one in figures), zones]))


def keep(app: AijriApp, guided: bool = True) -> Kept:
    """Put it there; taken alone where it is not `guided`."""
    store, wording = app.sessions.store(), app.library.wording
    ana, other = store.roster.add("Ana").id, store.roster.add(OTHER).id
    for client in (ana, other):
        store.roster.agree(client, wording.consent, "a goal", "Ada", date(2099, 1, 1), "yes")
        store.roster.note(client, SECRET, private=True)
    begun = Interview.start(app.library, ROLE, guided=guided)
    for question, value in ANSWERED.items():
        found = begun.answer(question, value)
        assert isinstance(found, Interview), question
        begun = found
    session = store.start(begun, client_id=ana if guided else None).id
    return Kept(ana, session, result(begun))


async def opened(app: AijriApp, pilot: Pilot[int], guided: bool = True) -> Kept:
    """Her sitting on the screen, at its question."""
    await loaded(app, pilot)
    kept = keep(app, guided)
    app.go("session", kept.session)
    await settle(app, pilot)
    assert isinstance(app.screen, InterviewScreen)
    return kept


async def at_her_result(app: AijriApp, pilot: Pilot[int]) -> Kept:
    """Her result with its figure."""
    kept = await opened(app, pilot)
    assert app.sitting is not None
    app.sitting.take(app.sitting.talk.revealed("result"))
    app.go("result", app.sitting)
    await settle(app, pilot)
    assert isinstance(app.screen, ResultScreen)
    return kept


async def in_words(app: AijriApp, pilot: Pilot[int], guided: bool = True) -> Kept:
    """Her result in words first."""
    kept = await opened(app, pilot, guided)
    app.go("result", app.sitting, False)
    await settle(app, pilot)
    assert isinstance(app.screen, ResultScreen)
    return kept


def said(app: AijriApp) -> str:
    """The page in front, and what is said over it."""
    return " ".join(" ".join([painted(app), *(one.message for one in app._notifications)]).split())


async def choose(app: AijriApp, pilot: Pilot[int], link: str) -> None:
    app.screen.query_one("#page", Sheet).move_to(link)
    await settle(app, pilot)
    await enter(app, pilot)
