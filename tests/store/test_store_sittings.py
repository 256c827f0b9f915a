"""Before and after, and the same sitting on other content."""

import json
import shutil

import pytest
from store_people import SPLIT, answered

from aijri_engine import Interview, Library, Problem, result
from aijri_engine.content.library import content_folder
from aijri_engine.personal.comparison import NotComparable, compare
from aijri_engine.personal.content_change import choose, chosen
from aijri_engine.store import (
    Store,
    StoreError,
    changed_roles,
    compare_sessions,
    content_change_of,
    history,
    resume_session,
)

ROLE = "deep-learning-engineer"


def sat(library: Library, level: str, **rungs: str) -> Interview:
    interview = answered(Interview.start(library, ROLE), "split", {"rows": SPLIT})
    for task, rung in rungs.items():
        interview = answered(interview, f"depth.{task}", rung)
    return answered(interview, "level", level)


@pytest.fixture(scope="module")
def older(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The content as it might have been: growth was published higher."""
    folder = tmp_path_factory.mktemp("older")
    shutil.copytree(content_folder(), folder, dirs_exist_ok=True)
    path = folder / "roles" / f"{ROLE}.yaml"
    text = path.read_text(encoding="utf-8")
    version = library.role(ROLE).version
    path.write_text(text.replace(f'version: "{version}"', 'version: "2020-01-01"', 1), encoding="utf-8")
    return Library.open(folder)


def test_two_sittings_differ_by_their_answers_to_the_point(store: Store, library: Library) -> None:
    first = store.start(sat(library, "junior", train="follows", design="follows").reveal("result"))
    second = store.start(sat(library, "mid", train="originates", design="adapts").reveal("result"))
    found = compare_sessions(store, first.id, second.id, library)
    assert {one.question for one in found.answers} == {"level", "depth.train", "depth.design"}
    assert found.answers[0].before != found.answers[0].after
    assert sum(row.shown for row in found.bridge.rows) == pytest.approx(found.change, abs=1e-9)
    assert found.believable
    assert not found.rescored
    assert "more than the smallest change worth believing" in found.sentence


def test_a_small_change_is_not_to_be_believed(store: Store, library: Library) -> None:
    first = store.start(sat(library, "mid", train="adapts").reveal("result"))
    rows = {**SPLIT, "train": SPLIT["train"] - 1, "design": SPLIT["design"] + 1}
    second = store.start(
        answered(sat(library, "mid", train="adapts"), "split", {"rows": rows}).reveal("result")
    )
    found = compare_sessions(store, first.id, second.id, library)
    assert 0 < abs(found.change) < found.smallest_change
    assert "less than the smallest" in found.sentence


def test_sittings_on_two_versions_are_both_computed_anew(
    store: Store, library: Library, older: Library
) -> None:
    first = store.start(sat(older, "junior").reveal("result"))
    second = store.start(sat(library, "junior").reveal("result"))
    found = compare_sessions(store, first.id, second.id, library)
    assert found.rescored
    assert found.change == 0
    with pytest.raises(NotComparable, match="different content"):
        compare(result(first.resume(older)), result(second.resume(library)))


@pytest.mark.case("coaching 5")
def test_what_was_left_closed_stays_closed(store: Store, library: Library) -> None:
    """Coaching, row 5, for sittings taken alone too."""
    seen, unseen = (
        store.start(one).id for one in (sat(library, "mid").reveal("result"), sat(library, "mid"))
    )
    with pytest.raises(StoreError, match=f"session {unseen} was not seen yet"):
        compare_sessions(store, seen, unseen, library)


def test_history_keeps_every_sitting_as_it_was_seen(store: Store, library: Library, older: Library) -> None:
    store.start(sat(older, "junior").reveal("result"))
    store.start(sat(library, "principal").reveal("result"))
    found = history(store, library)
    assert [one.session.versions["role"] for one in found] == ["2020-01-01", library.role(ROLE).version]
    first, second = (one.index or 0 for one in found)
    assert 0 < first < second
    assert all((one.low or 0) <= (one.index or 0) <= (one.high or 0) for one in found)


def test_newer_content_is_offered_beside_what_was_seen(
    store: Store, library: Library, older: Library
) -> None:
    session = store.start(sat(older, "junior").reveal("result"))
    assert content_change_of(store, session.id, older) is None
    change = content_change_of(store, session.id, library)
    assert change is not None
    assert change.files == ("role",)
    assert change.asked_again == ()
    assert "as you saw it" in change.sentence
    assert change.bridge.start == change.then.assessment.index_exact
    assert change.bridge.end == change.today.assessment.index_exact


def test_the_choice_is_recorded_and_undo_stops_there(store: Store, library: Library, older: Library) -> None:
    session = store.start(sat(older, "junior"))
    interview = choose(session.resume(library), "today")
    session.save(interview)
    again = store.resume(session.id, library)
    assert chosen(again) == "today"
    assert again.undo() is again
    later = again.answer("level", "mid")
    assert not isinstance(later, Problem)
    assert later.undo().values()["level"] == "junior"
    assert json.dumps(again.events[-1].data["versions"]) == json.dumps(library.versions(ROLE))


def test_a_choice_holds_until_the_content_changes_again(
    store: Store, library: Library, older: Library
) -> None:
    started = store.start(sat(older, "junior"))
    _, same, change = resume_session(store, started.id, older)
    assert (change, same.events) == (None, started.events)
    _, going_on, change = resume_session(store, started.id, library)
    assert change is not None
    assert chosen(going_on) == "today"
    assert going_on.library is library
    _, again, change = resume_session(store, started.id, library)
    assert change is None
    assert again.events == going_on.events
    session, seen, change = resume_session(store, started.id, library, "as_seen")
    assert change is not None
    assert seen.library.versions(ROLE) == older.versions(ROLE)
    session.save(answered(seen, "level", "mid"))
    _, still, change = resume_session(store, started.id, library)
    assert change is None
    assert still.library.versions(ROLE) == older.versions(ROLE)
    assert still.values()["level"] == "mid"


def test_home_can_say_which_roles_changed(store: Store, library: Library, older: Library) -> None:
    assert changed_roles(store, library) == []
    store.start(sat(older, "junior"))
    (change,) = changed_roles(store, library)
    assert (change.role, change.before, change.after) == (ROLE, 64.6, 64.6)
    assert "Deep Learning Engineer changed since" in change.sentence
    assert "stays at 64.6" in change.sentence
    assert changed_roles(store, older) == []


def test_what_is_withheld_is_withheld_in_history_comparison_and_groups(
    store: Store, library: Library
) -> None:
    starting_table = Interview.start(library, "29-1141.00").reveal("result")
    one, two = store.start(starting_table), store.start(starting_table)
    for sitting in history(store, library):
        assert (sitting.index, sitting.zone, sitting.found) == (None, None, None)
        assert sitting.low is not None
    with pytest.raises(StoreError, match="no figure to compare"):
        compare_sessions(store, one.id, two.id, library)
