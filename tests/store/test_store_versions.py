"""A sitting on content that changed, once and again: what is offered, what is kept, and what merely looking leaves."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import func, update
from store_people import SPLIT, answered

from aijri_engine import Interview, Library
from aijri_engine.content.problems import Problem
from aijri_engine.content.role import Role
from aijri_engine.store import (
    Store,
    StoreError,
    as_it_stands,
    changed_roles,
    choice_again,
    content_change_of,
    hand_over,
    history,
    resume_session,
    sit_again,
    standing_of,
    steps_between,
    unread_roles,
)
from aijri_engine.store.handover import take_over
from aijri_engine.store.schema import contents
from aijri_engine.store.seals import seal_of

ROLE = "deep-learning-engineer"


@pytest.fixture(scope="module")
def march(older_content: Path) -> Library:
    return Library.open(older_content)


@pytest.fixture(scope="module")
def next_year(library: Library) -> Library:
    """Content after today's: growth is rated lower still."""
    role = library.role(ROLE)
    growth = role.growth.model_copy(update={"score": 0})
    return with_role(library, role.model_copy(update={"version": "2027-01-01", "growth": growth}), "a")


def with_role(library: Library, role: Role, digest: str) -> Library:
    files = tuple(
        replace(one, model=role, digest=digest * 64) if one.kind == "roles" else one for one in library.files
    )
    return Library.of(files, library.tables_in)


def reworded(library: Library) -> Library:
    """The same figures and questions; only the words of results differ."""
    files = tuple(replace(one, digest="e" * 64) if one.kind == "wording" else one for one in library.files)
    return Library.of(files, library.tables_in)


def spoil(store: Store, name: str) -> None:
    """Make kept files such that this version of the program cannot read them, as an older one may have written."""
    with store.writing() as connection:
        values = {"body": "{}", "seal": seal_of("{}")}
        connection.execute(update(contents).where(contents.c.name.like(name)).values(**values))
    store._read_before.clear()


def sat(library: Library, level: str = "junior", years: int = 3) -> Interview:
    interview = answered(Interview.start(library, ROLE), "years", years)
    interview = answered(interview, "split", {"rows": SPLIT})
    return answered(interview, "level", level)


def test_a_second_change_is_compared_with_what_was_chosen_last(
    store: Store, march: Library, library: Library, next_year: Library
) -> None:
    session = store.start(sat(march).reveal("result"))
    _, _, first = resume_session(store, session.id, library, "today")
    assert first is not None
    assert store.session(session.id).row.versions == library.versions(ROLE)
    second = standing_of(store, session.id, next_year).change
    assert second is not None
    assert second.bridge.start == first.bridge.end != first.bridge.start
    assert second.files == ("role",)
    assert as_it_stands(store, session.id, next_year).library.versions(ROLE) == library.versions(ROLE)
    _, seen, _ = resume_session(store, session.id, next_year, "as_seen")
    assert seen.library.role(ROLE).growth.score == library.role(ROLE).growth.score


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "data") as found:
        yield found


def test_every_content_a_sitting_stood_on_is_kept_and_handed_over(
    opened: Store, march: Library, library: Library, next_year: Library, tmp_path: Path
) -> None:
    store = opened
    client = store.roster.add("Ana")
    store.roster.agree("Ana", library.wording.consent, "a next step", "Ada", date(2030, 1, 1))
    session = store.start(sat(march).reveal("result"), client_id=client.id)
    resume_session(store, session.id, library, "today")
    path = hand_over(store, "Ana", tmp_path / "ana.age", "for Ana only", recipient="Ana")
    (handed,) = take_over(store, path, "for Ana only")[0]
    for one in (session.id, handed.id):
        assert store.library_then(one, next_year).role(ROLE) == library.role(ROLE)
        started = store.library_then(one, next_year, march.versions(ROLE))
        assert started.role(ROLE).version == "2026-03-01"
        with pytest.raises(StoreError, match="not kept any more"):
            store.library_then(one, library, next_year.versions(ROLE))


def test_as_seen_is_asked_about_again_only_when_figures_or_questions_change(
    store: Store, march: Library, library: Library, next_year: Library
) -> None:
    session = store.start(sat(march).reveal("result"))
    resume_session(store, session.id, library, "as_seen")
    events = store.session(session.id).events
    for today in (library, reworded(library)):
        found = standing_of(store, session.id, today)
        assert found.change is None
        assert found.interview.library.role(ROLE).version == "2026-03-01"
    assert resume_session(store, session.id, library)[1].events == events
    assert resume_session(store, session.id, library, "as_seen")[1].events == events
    change = standing_of(store, session.id, next_year).change
    assert change is not None
    assert change.then.interview.library.role(ROLE).version == "2026-03-01"


def test_a_choice_of_today_can_be_taken_back(store: Store, march: Library, library: Library) -> None:
    session = store.start(sat(march).reveal("result"))
    assert resume_session(store, session.id, march, "as_seen")[1].events == session.events
    resume_session(store, session.id, library, "today")
    _, back, change = resume_session(store, session.id, library, "as_seen")
    assert change is not None
    assert back.library.role(ROLE).version == "2026-03-01"
    assert standing_of(store, session.id, library).interview.library.role(ROLE).version == "2026-03-01"
    _, again, _ = resume_session(store, session.id, library, "today")
    assert again.library is library
    offered = choice_again(store, session.id, library)
    assert offered is not None
    assert offered.bridge.start == change.bridge.start
    assert choice_again(store, store.start(sat(library)).id, library) is None
    assert [event.data["choice"] for event in again.events if event.kind == "content_changed"] == [
        "today",
        "as_seen",
        "today",
    ]


def test_what_is_gone_is_said_and_the_rest_still_opens(
    store: Store, march: Library, library: Library
) -> None:
    session = store.start(sat(march).reveal("result"))
    elsewhere = Library.of(library.core)
    found = standing_of(store, session.id, elsewhere)
    assert found.change is None
    assert found.interview.library.role(ROLE).version == "2026-03-01"
    assert "not in the content any more" in found.notice
    broken = (Problem(f"roles/{ROLE}.yaml", 1, 1, "Y120", "it is no YAML"),)
    told = standing_of(store, session.id, replace(elsewhere, broken_packs=broken)).notice
    assert "cannot be used as it stands now" in told
    assert "it is no YAML" in told
    assert resume_session(store, session.id, elsewhere, "today")[1].events == session.events
    gone_and_back = {
        "is not in the content any more. Put its file back, or name its folder with AIJRI_LIBRARY": elsewhere,
        "1:1: Y120 it is no YAML). Mend it, or put it back as it was: `aijri check": replace(
            elsewhere, broken_packs=broken
        ),
    }
    for words, today in gone_and_back.items():
        (unread,) = unread_roles(store, today)
        assert words in unread
        for asked in (content_change_of, choice_again, sit_again):
            with pytest.raises(StoreError, match=re.escape(words)) as told_why:
                asked(store, session.id, today)
            assert "delete" not in str(told_why.value)
    assert unread_roles(store, library) == []
    spoil(store, "wording.yaml")
    seen = as_it_stands(store, session.id, reworded(library)).library
    assert (seen.role(ROLE).version, seen.wording) == ("2026-03-01", library.wording)
    spoil(store, "roles/%")
    found = standing_of(store, session.id, library)
    assert (found.change, found.interview.library) == (None, library)
    assert "cannot be read by this version" in found.notice
    assert history(store, library)[0].found is not None
    assert "cannot be read" in history(store, elsewhere)[0].trouble


def test_content_altered_since_is_told_and_gives_no_figure(
    store: Store, march: Library, library: Library
) -> None:
    session = store.start(sat(march).reveal("result"))
    with store.writing() as connection:
        altered = func.replace(contents.c.body, '"score":3', '"score":4')
        connection.execute(update(contents).where(contents.c.name.like("roles/%")).values(body=altered))
    store._read_before.clear()
    found = standing_of(store, session.id, library)
    assert (found.change, found.interview.library) == (None, library)
    assert "as it was at that time, was damaged since" in found.notice


def test_new_words_alone_are_not_put_to_the_person(store: Store, library: Library) -> None:
    session = store.start(sat(reworded(library)).reveal("result"))
    found = standing_of(store, session.id, library)
    assert found.change is None
    assert found.interview.library is library
    change = content_change_of(store, session.id, library)
    assert change is not None
    assert change.what == "what results say"


def test_a_covered_figure_is_not_told_by_a_change_or_the_history(
    store: Store, march: Library, library: Library
) -> None:
    session = store.start(sat(march, years=70))
    change = standing_of(store, session.id, library).change
    assert change is not None
    assert change.sentence == "Since this sitting the questions and the role's profile changed."
    assert change.asked_again == ("years",)
    assert "years in the field" in change.asked_sentence
    (point,) = history(store, library)
    assert (point.index, point.low, point.high, point.zone, point.found) == (None,) * 5


def test_looking_writes_nothing_and_choosing_is_no_sitting_of_its_own(
    store: Store, march: Library, library: Library
) -> None:
    session = store.start(sat(march).reveal("result"))
    before = store.session(session.id)
    standing_of(store, session.id, library)
    history(store, library)
    content_change_of(store, session.id, library)
    changed_roles(store, library)
    looked = store.session(session.id)
    assert (looked.row, looked.events) == (before.row, before.events)
    resume_session(store, session.id, library, "today")
    assert store.session(session.id).row.updated == before.row.updated


def test_changed_roles_are_those_of_the_person_until_they_chose(
    store: Store, march: Library, library: Library
) -> None:
    client = store.roster.add("Ada")
    alone = store.start(sat(march).reveal("result"))
    (change,) = changed_roles(store, library)
    assert (change.before, change.after, change.points) == (61.4, 64.6, 3.2)
    assert change.sentence.endswith("the role's index went from 61.4 to 64.6 (+3.2 points).")
    assert changed_roles(store, library, client.alias) == []
    resume_session(store, alone.id, library, "today")
    assert changed_roles(store, library) == []


def test_history_says_what_stands_between_sittings_whose_figure_was_seen(
    store: Store, march: Library, library: Library
) -> None:
    first = store.start(sat(march, "junior").reveal("result"))
    store.start(sat(library, "mid"))
    last = store.start(sat(library, "principal").reveal("result"))
    found = history(store, library)
    steps = steps_between(found, library)
    assert list(steps) == [last.id]
    assert steps[last.id].before.id == first.id
    step = steps[last.id].comparison
    assert step.rescored
    assert step.before.interview.events == first.events
    assert found[0].index is not None
    assert step.before.assessment.index != found[0].index
    assert step.in_short.startswith(f"{step.change:+.1f} on today's figures")
    assert [one.index is None for one in found] == [False, True, False]
