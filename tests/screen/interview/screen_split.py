"""The time split and its parts on the screen, and the open question as one line."""

import re

from screen_driver import FINE_TUNER, begin, give_split, painted
from textual.pilot import Pilot

from aijri_tui.screen.app.app import AijriApp
from aijri_tui.screen.interview.screen import InterviewScreen

MUCH_WITH_PEOPLE = {**FINE_TUNER, "train": "30", "collaboration": "40"}


def block(app: AijriApp) -> str:
    """The open question as one line of words, without what scrolls it."""
    lines = [re.sub("[▁-▇│].*", "", line)[4:] for line in painted(app).splitlines() if "┃" in line]
    return " ".join(" ".join(lines).split())


async def at_the_parts(app: AijriApp, pilot: Pilot[int]) -> InterviewScreen:
    screen = await begin(app, pilot)
    await give_split(app, pilot, MUCH_WITH_PEOPLE)
    assert screen.talk.step is not None
    assert screen.talk.step.key == "collaboration_parts"
    return screen
