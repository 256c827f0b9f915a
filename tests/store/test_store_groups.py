"""Group summaries tell about five people or more, whatever is combined from them."""

import random
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from store_people import SPLIT, answered

from aijri_engine import Interview, Library
from aijri_engine.store import Store
from aijri_engine.store.groups import Member, TooFew, group_summary, release, summarise

ROLE = "deep-learning-engineer"
OWN = [{"name": "walks with Kim", "share": 10}]


def person(number: int, events: int = 1) -> Member:
    return Member(
        f"token{number}", f"s{number}", events, 40.0 + number, "Yellow", {"train": 50.0, "design": 50.0}
    )


def test_fewer_than_five_are_never_summarised() -> None:
    for count in range(5):
        with pytest.raises(TooFew, match="at least 5"):
            summarise([person(number) for number in range(count)], ROLE)
    told = summarise([person(number) for number in range(5)], ROLE)
    assert (told.people, told.index, told.zones) == (5, 42.0, {})
    with pytest.raises(TooFew):
        summarise([person(1, events) for events in range(9)], ROLE)


def test_a_zone_with_fewer_than_five_is_not_told() -> None:
    group = [person(number) for number in range(6)]
    green = Member("g", "g", 1, 60.0, "Green", {})
    assert summarise([*group, green], ROLE).zones == {}
    greens = [Member(f"g{number}", "g", 1, 60.0, "Green", {}) for number in range(5)]
    assert summarise([*group, *greens], ROLE).zones == {"Green": 5, "Yellow": 6}


def test_how_many_are_provisional_stands_with_the_mean() -> None:
    group = [person(number) for number in range(5)]
    assert summarise(group, "Cook").words == "5 people, Cook: mean index 42.0"
    also = replace(person(5), provisional=True)
    assert summarise([*group, also], "Cook").words.startswith(
        "6 people, Cook: mean index 42.5; 1 of them provisional,"
    )


def test_one_zone_for_all_is_not_told_as_it_would_tell_each() -> None:
    assert summarise([person(number) for number in range(9)], ROLE).zones == {}


@pytest.mark.parametrize(
    ("told", "asked", "allowed"),
    [
        ([range(10)], range(10), True),
        ([range(10)], range(9), False),
        ([range(10)], range(5), True),
        ([range(10)], range(11), False),
        ([range(10)], range(15), True),
        ([range(5), range(5, 10)], range(11), False),
        ([range(10)], range(5, 15), True),
        ([range(10)], range(4, 14), False),
    ],
)
def test_differences_are_refused(tmp_path: Path, told: list[range], asked: range, allowed: bool) -> None:
    with Store.open(tmp_path) as store, store.writing() as connection:
        for group in told:
            release(connection, [person(number) for number in group], "2026")
        if allowed:
            release(connection, [person(number) for number in asked], "2026")
        else:
            with pytest.raises(TooFew, match="summary told before"):
                release(connection, [person(number) for number in asked], "2026")


def test_one_person_who_came_again_does_not_show(tmp_path: Path) -> None:
    group = [person(number) for number in range(8)]
    with Store.open(tmp_path) as store, store.writing() as connection:
        release(connection, group, "2026")
        with pytest.raises(TooFew):
            release(connection, [*group[:7], person(7, events=9)], "2026")


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sets(st.integers(0, 14), min_size=1), min_size=1, max_size=8))
def test_whatever_is_told_no_sum_or_difference_isolates_fewer_than_five(groups: list[set[int]]) -> None:
    import tempfile

    told: list[set[int]] = []
    with tempfile.TemporaryDirectory() as folder, Store.open(folder) as store, store.writing() as connection:
        for group in groups:
            try:
                release(connection, [person(number) for number in sorted(group)], "2026")
                told.append(group)
            except TooFew:
                continue
    source = random.Random(1)
    for _ in range(40):
        weights = [source.choice([-2, -1, 0, 1, 2]) for _ in told]
        sums = {
            number: sum(w for w, group in zip(weights, told, strict=True) if number in group)
            for number in range(15)
        }
        touched = [number for number, weight in sums.items() if weight]
        assert not 0 < len(touched) < 5


def test_a_summary_of_clients_comes_from_their_latest_sittings(
    tmp_path: Path, library: Library, interview: Interview
) -> None:
    with Store.open(tmp_path) as store:
        for number in range(6):
            client = store.roster.add(f"c{number}")
            store.roster.agree(
                client.id,
                library.wording.consent,
                "north" if number < 4 else "south",
                "Ada",
                date(2030, 1, 1),
            )
            for level in ("senior", "junior"):
                sitting = answered(answered(interview, "split", {"rows": SPLIT}), "level", level)
                store.start(sitting, client_id=client.id)
        told = group_summary(store, library, ROLE)
        assert (told.people, told.provisional) == (6, 6)
        assert "; all of them provisional, for answers that count are missing" in told.words
        role = library.role(ROLE)
        assert (told.role, told.shares) == (
            role.title,
            {task.name: float(SPLIT[task.id]) for task in role.tasks},
        )
        assert told.zones == {}
        for words in ("north", "engineer", "deep", "learning south"):
            with pytest.raises(TooFew, match="at least 5"):
                group_summary(store, library, ROLE, search=words)
        store.roster.withdraw("c0")
        with pytest.raises(TooFew, match="at least 5 people; this group has 3"):
            group_summary(store, library, ROLE, search="north")
        store.roster.agree("c0", library.wording.consent, "north", "Ada", date(2030, 1, 1))
        store.erase_client("c5")
        with pytest.raises(TooFew, match="told before"):
            group_summary(store, library, ROLE)


def test_who_has_no_figure_is_told_beside_the_summary(tmp_path: Path, library: Library) -> None:
    with Store.open(tmp_path) as store:
        for number, share in enumerate((10, 10, 10, 10, 10, 60)):
            client = store.roster.add(f"c{number}")
            store.roster.agree(client.id, library.wording.consent, "a goal", "Ada", date(2099, 1, 1))
            other = [{"name": "walks", "share": share}]
            answers = {"level": "mid", "split": {"design": 100 - share}, "other": other}
            held = Interview.from_answers(library, ROLE, answers)
            assert isinstance(held, Interview)
            store.start(held, client_id=client.id)
        told = group_summary(store, library, ROLE)
        assert (told.people, " ".join(told.left_out)) == (
            5, "Besides, one more has no figure yet, or one that is withheld."
        )  # fmt: skip
        store.roster.withdraw("c0")
        with pytest.raises(TooFew, match=r"at least 5.*one more has no figure"):
            group_summary(store, library, ROLE)


@pytest.mark.parametrize(
    "spoil", ["clients SET token = x'ff'", "clients SET created = 'soon'", "consents SET expires = 7"]
)
def test_a_spoiled_record_is_told_as_one_and_not_as_a_small_group(
    tmp_path: Path, library: Library, spoil: str
) -> None:
    with Store.open(tmp_path) as store:
        for number in range(5):
            client = store.roster.add(f"c{number}")
            store.roster.agree(client.id, library.wording.consent, "a goal", "Ada", date(2099, 1, 1))
            answers = {
                "level": "mid",
                "split": {"design": 50, "train": 40},
                "other": OWN,
                "depth": {"design": "adapts"},
            }
            held = Interview.from_answers(library, ROLE, answers)
            assert isinstance(held, Interview)
            store.start(held, client_id=client.id)
        told = group_summary(store, library, ROLE)
        assert (told.people, told.shares["other work"]) == (5, 10.0)
        assert "Kim" not in str(told)
        with store.writing() as connection:
            connection.exec_driver_sql(f"UPDATE {spoil} WHERE rowid = 1")
        with pytest.raises(TooFew, match="the record of one more cannot be read"):
            group_summary(store, library, ROLE)
