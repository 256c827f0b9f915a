"""A coach's day on the command line: what is due, acts that move, calendars, files that come in."""

import json
import os
import re
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from cli_driver import JUNIOR, Ran, run_here

from aijri_engine import Library
from aijri_engine.store import Store, hand_over

TODAY = date.today()
KEY = "four words nobody joins"


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.open()


@pytest.fixture
def practice(data_folder: Path, library: Library) -> None:
    """Ana, whose act is overdue and whose consent ends soon; Bo, of whom nothing is due."""
    with Store.open(data_folder) as store:
        for alias, days in (("Ana", 5), ("Bo", 300)):
            store.roster.add(alias)
            store.roster.agree(
                alias, library.wording.consent, "a next step", "Ada", TODAY + timedelta(days=days)
            )
        store.roster.plan("Bo", "read", "Bo", TODAY + timedelta(days=30))
        store.roster.appoint("Ana", TODAY)

    with Store.open(data_folder, clock=lambda: datetime.now(UTC) - timedelta(days=3)) as store:
        store.roster.plan("Ana", "ask for the design task", "Ana", TODAY - timedelta(days=3))


def done(ran: Ran) -> str:
    assert ran.code == 0, ran
    return ran.out


@pytest.mark.usefixtures("practice")
def test_today_holds_what_is_due_and_nothing_else() -> None:
    said = done(run_here("clients", "today"))
    assert "Talk with Ana" in said
    assert "OVERDUE" in said
    assert "Ana: consent until" in said
    assert "Bo" not in said
    document = json.loads(done(run_here("clients", "today", "--json")))
    assert [one["overdue"] for one in document["acts"]] == [True]
    assert "OVERDUE" in done(run_here("clients", "show", "Ana"))


@pytest.mark.usefixtures("practice")
@pytest.mark.case("coaching 8")
def test_an_act_is_changed_and_moved_in_words() -> None:
    moved = done(run_here("clients", "change", "Ana", "2", "--due", "tomorrow", "--act", "ask for the lead"))
    assert "ask for the lead" in moved
    assert (TODAY + timedelta(days=1)).isoformat() in moved
    assert "OVERDUE" not in moved
    assert "There is no act 1" in run_here("clients", "change", "Ana", "1", "--act", "x").err
    assert "what is to be different" in run_here("clients", "change", "Ana", "2").err


@pytest.mark.usefixtures("practice")
def test_dates_go_into_a_calendar_and_erasure_reaches_it(tmp_path: Path) -> None:
    from icalendar import Calendar

    target = tmp_path / "talks.ics"
    done(run_here("clients", "calendar", target))
    found = Calendar.from_ical(target.read_bytes())
    assert sorted(str(one["summary"]) for one in found.walk("VEVENT")) == [
        "Talk with Ana", "ask for the design task (Ana)", "read (Bo)",
    ]  # fmt: skip
    assert run_here("clients", "calendar", target).code == 2
    done(run_here("erase", "client", "Ana", "--yes"))
    assert not target.exists()


LINE = re.compile(r"[A-Z-]+(?:;[A-Z-]+=[^:;]+)*:.*")


@pytest.fixture
def zone(request: pytest.FixtureRequest) -> Iterator[None]:
    """The zone of this machine for a test."""
    before = os.environ.get("TZ")
    os.environ["TZ"] = request.param
    time.tzset()
    yield
    if before is None:
        del os.environ["TZ"]
    else:
        os.environ["TZ"] = before
    time.tzset()


def entries(path: Path) -> dict[str, str]:
    """Beginnings by summary; the file is checked as RFC 5545 wants one: CRLF, 75 octets, dated and named entries."""
    from icalendar import Calendar

    content = path.read_bytes()
    *lines, last = content.split(b"\r\n")
    assert not last
    assert b"\n" not in b"".join(lines)
    assert all(len(line) <= 75 for line in lines)
    unfolded = content.decode().replace("\r\n ", "").split("\r\n")[:-1]
    assert all(LINE.fullmatch(line) for line in unfolded), unfolded
    found = Calendar.from_ical(content).walk("VEVENT")
    assert all(one["uid"] and one["dtstamp"] and one["dtstart"] for one in found)
    assert len({str(one["uid"]) for one in found}) == len(found)
    return {str(one["summary"]): one["dtstart"].to_ical().decode() for one in found}


@pytest.mark.usefixtures("practice", "zone")
@pytest.mark.parametrize("zone", ["Europe/Berlin"], indirect=True)
def test_the_next_date_is_in_both_calendars_at_the_same_moment(tmp_path: Path) -> None:
    day = TODAY.replace(year=TODAY.year + 1, month=1, day=12)
    done(run_here("clients", "next", "Ana", f"{day} at 17:00"))
    done(
        run_here(
            "clients",
            "plan",
            "Ana",
            "a long act, with ; and a comma " * 5,
            "--owner",
            "Ana",
            "--due",
            str(day),
        )
    )
    mine, hers = tmp_path / "coach.ics", tmp_path / "client.ics"
    done(run_here("clients", "calendar", mine))
    done(run_here("clients", "calendar", hers, "--for-client", "Ana"))
    assert entries(mine)["Talk with Ana"] == entries(hers)["Talk with Ada"] == f"{day:%Y%m%d}T160000Z"
    assert "Talk with Ana" not in hers.read_text()
    assert "Bo" not in hers.read_text()


@pytest.mark.usefixtures("practice", "zone")
@pytest.mark.parametrize("zone", ["UTC"], indirect=True)
def test_a_machine_without_a_zone_of_its_own_writes_a_time_that_floats(tmp_path: Path) -> None:
    done(run_here("clients", "next", "Bo", "tomorrow at 9:30"))
    done(run_here("clients", "calendar", tmp_path / "a.ics", "--client", "Bo"))
    assert entries(tmp_path / "a.ics")["Talk with Bo"].endswith("T093000")


def test_a_plan_of_ones_own_is_a_calendar_of_whole_days(tmp_path: Path) -> None:
    done(run_here("plan", "add", "read; two, papers\\ a week " * 6, "--by", "end of next month"))
    done(run_here("plan", "next", "in 6 months"))
    done(run_here("plan", "calendar", tmp_path / "mine.ics"))
    assert all(re.fullmatch(r"\d{8}", day) for day in entries(tmp_path / "mine.ics").values())


@pytest.mark.usefixtures("practice")
def test_nothing_is_planned_for_a_day_that_is_past() -> None:
    assert "is past" in run_here("clients", "plan", "Bo", "x", "--owner", "Bo", "--due", "yesterday").err
    assert "is past" in run_here("clients", "change", "Bo", "1", "--due", "yesterday").err
    assert "is past" in run_here("clients", "next", "Bo", "yesterday").err
    done(run_here("clients", "change", "Ana", "2", "--act", "ask again"))


TABLE = """Kürzel;Termin;Notiz
'=cmd|'/C calc'!A0;12.01.2027;x
Jürgen;31.12.2001 10:00;"zwei
Zeilen"
Ana;;
"""


@pytest.mark.usefixtures("practice")
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1", "utf-16"])
def test_a_table_is_shown_whole_before_a_yes_and_a_date_that_is_past_is_told(
    tmp_path: Path, encoding: str
) -> None:
    path = tmp_path / "clients.csv"
    path.write_bytes(TABLE.replace("\n", "\r\n").encode(encoding))
    said = run_here("clients", "import", "--csv", path, typed="n\n")
    told = said.out + said.err
    assert "New: Jürgen, with a private note; its date 2001-12-31 is past and left out" in told
    assert "next talk 2027-01-12" in told
    assert "Ana: is there already" in told
    assert "Jürgen" not in done(run_here("clients"))
    done(run_here("clients", "import", "--csv", path, "--yes"))
    assert "=cmd" in done(run_here("clients"))
    done(run_here("clients", "export", tmp_path / "out.csv"))
    assert "\n'=cmd" in (tmp_path / "out.csv").read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("rows", [1_000, pytest.param(10_000, marks=pytest.mark.soak)])
def test_a_long_table_is_taken_in_and_written_again(tmp_path: Path, rows: int) -> None:
    path, again = tmp_path / "many.csv", tmp_path / "again.csv"
    head = "alias,next_date,note\n"
    path.write_text(head + "".join(f"@K{number},,=1+{number}\n" for number in range(rows)))
    said = run_here("clients", "import", "--csv", path, "--yes")
    assert str(rows) in said.out + said.err
    done(run_here("clients", "export", again))
    assert len(again.read_text(encoding="utf-8-sig").splitlines()) == rows + 1
    seen = run_here("clients", "import", "--csv", again, "--yes")
    assert f"{rows - 8} more that are left out" in seen.out + seen.err


def test_a_file_that_is_not_there_is_told_and_no_passphrase_asked(tmp_path: Path) -> None:
    assert "could not be read: there is no such file" in run_here("clients", "import", tmp_path / "x.age").err


@pytest.mark.usefixtures("practice")
def test_answers_that_were_filled_in_elsewhere_begin_a_clients_interview(tmp_path: Path) -> None:
    answers = tmp_path / "ana.yaml"
    answers.write_text(JUNIOR)
    held = run_here("clients", "interview", "Ana", "dl engineer", "--answers", answers, typed="quit\n")
    assert held.code == 3, held
    again = run_here("clients", "import", answers, "--client", "Ana")
    assert "These answers were here already" in again.err, again
    answers.write_text(JUNIOR.replace("years: 1", "years: 2"))
    done(run_here("clients", "import", answers, "--client", "Ana"))
    sessions = json.loads(done(run_here("sessions", "--json")))["sessions"]
    assert [one["client"] for one in sessions] == ["Ana", "Ana"]
    for one in sessions:
        exported = run_here("export", one["id"])
        assert "level: junior" in done(exported)
        assert "The figure was not seen yet" in exported.err


@pytest.mark.case("coaching 3")
def test_what_a_coach_hands_over_arrives_whole_and_once(
    tmp_path: Path, data_folder: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    from aijri_engine import Interview

    with Store.open(tmp_path / "coach") as store:
        client = store.roster.add("Ana")
        store.roster.agree("Ana", library.wording.consent, "a next step", "Ada", TODAY + timedelta(days=9))
        store.start(Interview.start(library, "deep-learning-engineer"), client_id=client.id)
        store.roster.note("Ana", "more of this is yours than you say", private=False)
        store.roster.plan("Ana", "ask for the lead", "Ana", TODAY + timedelta(days=9))
        store.roster.appoint("Ana", date(2099, 1, 2), "10:30")
        path = hand_over(store, "Ana", tmp_path / "ana.age", KEY, "Ana")
    for _ in range(2):
        reading, writing = os.pipe()
        os.write(writing, f"{KEY}\n".encode())
        os.close(writing)
        monkeypatch.setenv("AIJRI_NEW_PASSPHRASE_FD", str(reading))
        said = done(run_here("clients", "import", path))
        assert said.count("ask for the lead") == 1
        assert said.count("more of this is yours") == 1
        assert said.count("Your next talk with Ada is on 2 January 2099 at 10:30.") == 1
    assert "Your next talk with Ada is on 2 January 2099" in done(run_here("plan"))
    done(run_here("plan", "calendar", tmp_path / "own.ics"))
    assert "Talk with Ada" in (tmp_path / "own.ics").read_text(encoding="utf-8")
    assert len(json.loads(done(run_here("sessions", "--json")))["sessions"]) == 1


def test_clients_come_from_a_table_after_a_yes(tmp_path: Path) -> None:
    table = tmp_path / "clients.csv"
    table.write_text("alias;next\nAna;2099-01-01 10:30\nAna;\n", encoding="utf-8")
    assert "Nothing was added" in run_here("clients", "import", "--csv", table, typed="n\n").err
    assert run_here("clients").out == ""
    said = run_here("clients", "import", "--csv", table, "--yes")
    assert "line 2 of this table" in said.err
    assert "Added: 1 client" in done(said)
    out = tmp_path / "out.csv"
    done(run_here("clients", "export", out))
    assert "2099-01-01,10:30" in out.read_text(encoding="utf-8-sig")
    assert run_here("clients", "import").code == 2
    assert "it is alias" in run_here("clients", "import", "--csv", table, "--column", "x=y").err


@pytest.mark.usefixtures("practice")
def test_a_page_for_a_client_and_what_it_gives(tmp_path: Path) -> None:
    import pyrage

    page, answered = tmp_path / "ana.html", tmp_path / "ana.age"
    assert "for Ana alone" in run_here("form", "dl engineer", "--to", page, "--for", "Ana").err
    assert "exists already" in run_here("form", "dl engineer", "--to", page, "--for", "Ana").err
    assert run_here("form", "dl engineer", "--to", tmp_path / "ana.pdf").code == 2
    assert run_here("form", "lamp lighter", "--to", tmp_path / "x.html").code == 2
    assert "no client 'Zoe'" in run_here("form", "nurse", "--to", tmp_path / "x.html", "--for", "Zoe").err
    done(run_here("clients", "add", "New"))
    asks = ("form", "nurse", "--to", tmp_path / "new.html", "--for", "New")
    assert "--goal WORDS" in run_here(*asks).err
    assert (
        "for New alone" in run_here(*asks, "--goal", "a change", "--coach", "A", "--until", "in a year").err
    )
    assert "not asked for consent yet" in done(run_here("clients", "show", "New"))
    sealed = json.loads(page.read_text().split('id="data">')[1].split("</script>")[0])["sealed"]
    letter = {"schema": "aijri/form/1", "client": sealed["client"], "role": "deep-learning-engineer"}
    key = pyrage.x25519.Recipient.from_str(sealed["recipient"])
    answered.write_bytes(pyrage.encrypt(json.dumps(letter | {"answers": JUNIOR}).encode(), [key]))
    taken = run_here("clients", "import", answered)
    assert "Kept for Ana, covered" in taken.err
    assert "Ana" in done(taken)
    assert "here already" in run_here("clients", "import", answered).err
    session = json.loads(done(run_here("sessions", "--json")))["sessions"][0]["id"]
    covered = run_here("report", session, "--to", tmp_path / "r.txt")
    assert covered.code == 1
    assert "stays closed" in covered.err
