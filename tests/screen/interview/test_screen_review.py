"""The review: what is left open is counted as it stands there, and the cursor is where one goes on."""

from typing import Any

import pytest
from screen_driver import click_link, enter, painted, running, settle, sit_down
from screen_quiet import Gate
from textual.pilot import Pilot

from aijri_engine import Interview, Library
from aijri_engine.conversation import Conversation
from aijri_tui.screen.app.app import AijriApp
from aijri_tui.screen.interview.review import ReviewScreen
from aijri_tui.screen.interview.screen import InterviewScreen
from aijri_tui.screen.kit import safe_text
from aijri_tui.screen.result.screen import ResultScreen
from aijri_tui.sittings import Sitting

ROLE = "deep-learning-engineer"
WEEK = {"design": 5, "train": 60, "infra": 10, "debug": 10, "research": 5, "collaboration": 10}
TASKS = tuple(WEEK)
WHOLE: dict[str, Any] = {
    "split": WEEK, "split_basis": "thought", "years": 6.5, "steady": True, "depth": dict.fromkeys(TASKS, "adapts"),
    "practice": dict.fromkeys(TASKS, "drafts"), "level": "mid", "employer": "product", "domain": "consumer",
}  # fmt: skip


async def review(app: AijriApp, pilot: Pilot[int], talk: Conversation) -> str:
    """Look the answers over with F5; the whole page."""
    await sit_down(app, pilot, talk)
    await pilot.press("f5")
    await settle(app, pilot)
    assert isinstance(app.screen, ReviewScreen)
    page = app.screen.page
    return safe_text.plain(page.rows(page.size.width))


def rest_declined(interview: Interview, optional: bool) -> Interview:
    """With every open question declined, but for those that are optional where these are to stay."""
    for step in interview.path.steps:
        if not step.settled and (optional or not step.asked.question.optional):
            found = interview.declined(step.key)
            interview = found if isinstance(found, Interview) else interview
    return interview


@pytest.mark.parametrize(
    ("optional", "skip", "cursor", "words"),
    [
        (
            None,
            False,
            "› Go back to the questions",
            "are not answered yet, {} of them optional. That is allowed.",
        ),
        (None, True, "› Show my result", "are not answered yet, {} of them optional. That is allowed."),
        (False, False, "› Show my result", "not answered yet; the result does not need"),
        (True, False, "› Show my result", ""),
    ],
    ids=["wanted", "skipped", "only optional", "none"],
)
async def test_the_review_counts_what_it_lists_and_leads_on(
    app: AijriApp, library: Library, optional: bool | None, skip: bool, cursor: str, words: str
) -> None:
    interview = Interview.from_answers(library, ROLE, WHOLE)
    assert isinstance(interview, Interview)
    if optional is not None:
        interview = rest_declined(interview, optional)
    talk = Conversation(interview)
    if skip:
        for step in talk.steps:
            interview = interview if step.settled else interview.skip(step.key)
        talk = Conversation(interview)
    async with app.run_test(size=(80, 24)) as pilot:
        page = await review(app, pilot, talk)
        listed = page.count("  not answered yet")
        assert bool(listed) == bool(words)
        free = sum(one.asked.question.optional and not one.settled for one in talk.steps)
        assert (words.format(free) if words else "Show my result") in " ".join(page.split())
        told = {1: "One question is"}.get(listed, f"{listed} are")
        assert listed == 0 or f"{told} not answered yet" in " ".join(page.split())
        assert cursor in painted(app)
        assert "Save for another day" in painted(app)


async def test_of_a_grid_open_for_some_rows_the_others_stand_there(app: AijriApp, library: Library) -> None:
    some = Interview.from_answers(library, ROLE, WHOLE | {"practice": {"train": "drafts"}})
    assert isinstance(some, Interview)
    async with app.run_test(size=(120, 40)) as pilot:
        page = " ".join((await review(app, pilot, Conversation(some))).split())
        told = ("Training: tools made parts; Design: not answered yet", "Infrastructure: not answered yet")
        assert any(one in page for one in told)


async def whole_review(app: AijriApp, pilot: Pilot[int], library: Library) -> None:
    """At the review of a whole week with nothing left open."""
    interview = Interview.from_answers(library, ROLE, WHOLE)
    assert isinstance(interview, Interview)
    await review(app, pilot, Conversation(rest_declined(interview, optional=True)))


async def mostly(app: AijriApp, pilot: Pilot[int], library: Library) -> None:
    """At the review of a whole week, “mostly” is chosen with enter."""
    await whole_review(app, pilot, library)
    assert isinstance(app.screen, ReviewScreen)
    page = app.screen.page
    link = next(span.link for row in page.rows(80) for span in row if span.text.startswith("○ Mostly"))
    page.move_to(link)
    await settle(app, pilot)
    await pilot.press("enter")


@pytest.mark.case("coaching 13")
async def test_words_typed_while_a_choice_is_being_saved_are_kept_and_the_cursor_is_in_view(
    app: AijriApp, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate, take = Gate(), Sitting.take

    def held(self: Sitting, talk: Conversation) -> None:
        gate.hold()
        take(self, talk)

    async with app.run_test(size=(80, 24)) as pilot:
        monkeypatch.setattr(Sitting, "take", held)
        await mostly(app, pilot, library)
        await pilot.press(*"debugging")
        assert "debugging" in painted(app)
        gate.open()
        await settle(app, pilot)
        await pilot.press("enter")
        await settle(app, pilot)
        assert isinstance(app.screen, ReviewScreen)
        page = app.screen.page
        assert "debugging" in safe_text.plain(page.rows(76))
        assert "› Show my result" in painted(app)


async def test_words_that_were_not_sent_are_kept_when_a_way_on_is_chosen(
    app: AijriApp, library: Library
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await mostly(app, pilot, library)
        await settle(app, pilot)
        await pilot.press(*"meetings")
        review_page = app.screen
        await click_link(app, pilot, "end:questions")
        assert isinstance(review_page, ReviewScreen)
        told = [step.value for step in review_page.sitting.talk.review_steps if not step.asked.choices]
        assert told == ["meetings"]


@pytest.mark.parametrize("line", ["change the years one", "I want to change the one about years"])
async def test_a_name_typed_at_the_list_opens_its_question(
    app: AijriApp, library: Library, line: str
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await whole_review(app, pilot, library)
        await pilot.press(*(" " if one == " " else one for one in line), "enter")
        await settle(app, pilot)
        assert isinstance(app.screen, InterviewScreen)
        step = app.screen.sitting.talk.step
        assert step is not None
        assert (step.key, step.value) == ("years", 6.5)


async def test_a_sentence_typed_at_the_list_shows_the_result(app: AijriApp, library: Library) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await whole_review(app, pilot, library)
        await pilot.press(*"nothing more to change", "enter")
        await settle(app, pilot)
        assert getattr(app.screen, "route", "") == "result"


async def test_a_late_change_typed_at_the_result_is_put_at_its_question(
    app: AijriApp, library: Library
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await whole_review(app, pilot, library)
        await pilot.press(*"nothing more to change", "enter")
        await settle(app, pilot)
        assert isinstance(app.screen, ResultScreen)
        app.screen.words.value = "oh wait, I must correct who decides, nobody had to approve it"
        await enter(app, pilot)
        assert isinstance(app.screen, InterviewScreen)
        assert "no approval needed. Right?" in running(app)
        await enter(app, pilot, "yes")
        assert isinstance(app.screen, ReviewScreen)
        await pilot.press(*"show me the result again", "enter")
        await settle(app, pilot)
        assert isinstance(app.screen, ResultScreen)


async def test_a_change_of_the_week_at_the_review_says_what_it_opens_again_and_asks_it(
    app: AijriApp, library: Library
) -> None:
    """Two answers about the week were open again after it was changed, and nothing said so."""
    interview = Interview.from_answers(library, ROLE, WHOLE)
    assert isinstance(interview, Interview)
    async with app.run_test(size=(80, 40)) as pilot:
        await review(app, pilot, Conversation(rest_declined(interview, optional=True)))
        await enter(app, pilot, "move 8 from collaboration to training")
        told = " ".join(painted(app).split())
        for words in (
            "What you said of “Same mix in three months”",
            "Would the last three months",
            "You said before: yes.",
        ):
            assert words in told
        await enter(app, pilot)
        assert "You said before: Thinking about each row." in " ".join(painted(app).split())
        await enter(app, pilot)
        assert isinstance(app.screen, ReviewScreen)


async def test_a_question_wished_at_the_result_is_asked(app: AijriApp, library: Library) -> None:
    interview = Interview.from_answers(library, ROLE, WHOLE)
    assert isinstance(interview, Interview)
    async with app.run_test(size=(80, 24)) as pilot:
        await review(app, pilot, Conversation(rest_declined(interview, optional=True)))
        await pilot.press(*"nothing more to change", "enter")
        await settle(app, pilot)
        assert isinstance(app.screen, ResultScreen)
        app.screen.words.value = "grand, ask me about the training once more"
        await enter(app, pilot)
        assert isinstance(app.screen, InterviewScreen)
        assert app.screen.sitting.talk.wanted == "depth.train"


async def test_a_row_named_at_the_list_is_at_hand_and_answered_alone(app: AijriApp, library: Library) -> None:
    market = {"openings": "opened", "endings": "none", "pay": "same"}
    interview = Interview.from_answers(library, ROLE, {**WHOLE, "market": market})
    assert isinstance(interview, Interview), interview
    async with app.run_test(size=(80, 40)) as pilot:
        await review(app, pilot, Conversation(rest_declined(interview, optional=True)))
        await enter(app, pilot, "change posts ended")
        assert isinstance(app.screen, InterviewScreen)
        assert app.screen.sitting.talk.row_alone
        await enter(app, pilot, "some were ended")
        assert "Posts ended: One or more" in " ".join(running(app).split())
        await enter(app, pilot, "yes")
        assert isinstance(app.screen, ReviewScreen)
        step = app.screen.sitting.talk.interview.path.step("market")
        assert step is not None
        assert step.value == market | {"endings": "ended"}
