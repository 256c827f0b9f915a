"""What is your job: found in the person's own words, refused where it is none."""

import json
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aijri_engine.content.jobs import MOST_MATCHES, search_jobs
from aijri_engine.content.library import Library
from aijri_engine.content.role_names import NoSuchRole, find_role
from tests.cli.cli_driver import run_here

LIBRARY = Library.open()

EVERYDAY = {
    "ward sister": "29-1141.00", "nurse": "29-1141.00", "nursing": "29-1141.00", "RN": "29-1141.00",
    "electrician": "47-2111.00", "electrcian": "47-2111.00", "sparky": "47-2111.00",
    "translator": "27-3091.00", "translater": "27-3091.00", "lorry driver": "53-3032.00",
    "primary school teacher": "25-2021.00", "acountant": "13-2011.00", "chartered accountant": "13-2011.00",
    "call centre agent": "43-4051.00", "I am a senior plumber": "47-2152.00", "joiner": "47-2031.00",
    "a hairdresser": "39-5012.00", "solicitor": "23-1011.00", "GP": "29-1215.00", "carer": "31-1122.00",
    "HR manager": "11-3121.00", "truck drver": "53-3032.00", "dental nurse": "31-9091.00",
    "junior doctor": "29-1216.00", "physio": "29-1123.00", "midwife": "29-1161.00", "actuary": "15-2011.00",
    "warehouse picker": "53-7065.00", "prison guard": "33-3012.00", "scaffolder": "47-2061.00",
    "bin man": "53-7081.00", "game developer": "15-1255.01",
    "backend developer": "15-1252.00", "UX designer": "15-1255.00",
}  # fmt: skip

DOERS = (
    ("I translate manuals from German", "translator"), ("I drive a bus", "53-3052.00"),
    ("I clean offices", "37-2011.00"), ("i run a small bakery, we make bread at night", "51-3011.00"),
    ("software dev at a bank", "15-1252.00"), ("I look after old people in a care home", "31-1122.00"),
    ("my job is fixing cars", "49-3023.00"), ("I sell insurance", "41-3021.00"), ("IT guy", "15-1232.00"),
    ("the one who does the payroll", "43-3051.00"), ("on the tills at the supermarket", "41-2011.00"),
)  # fmt: skip
NO_JOBS = (
    "between jobs", "still a student", "out of work right now", "retired", "my job is boring",
    "I love owls", "I want to eat", "I run", "I fix nothing",
    "", " ", "banana", "asdfgh", "hello", "pizza", "none", "no", "i dont know", "happy", "table", "nothing",
    "the weather is nice", "12345", "-1", "unemployed", "help", "quit", "score", "summary", "why", "water",
    "tree", "computer", "horse", "mother", "school", "hospital", "money", "music", "unicorn whisperer",
    "'; DROP TABLE users; --", "select * from users", "../../etc/passwd", "<b>bold</b>", "[red]x[/red]", "🙂🙂",
    "\u202emoc", "\x1b[31m", "مهندس", "医生", "x" * 10_000, "nurse" * 2_000, "\n", "null", "NaN", "1e9",
)  # fmt: skip


def all_codes(typed: str) -> list[str]:
    return [code for match in search_jobs(LIBRARY, typed) for code in (match.id, *match.codes)]


@pytest.mark.parametrize(("typed", "code"), EVERYDAY.items())
def test_everyday_titles_are_among_the_first(typed: str, code: str) -> None:
    assert code in all_codes(typed)


@pytest.mark.case("second role 4")
@pytest.mark.parametrize("typed", NO_JOBS)
def test_what_is_no_job_finds_nothing(typed: str) -> None:
    assert search_jobs(LIBRARY, typed) == ()


def test_beside_the_name_itself_no_other_job_is_shown() -> None:
    for typed in ("data scientist", "dental nurse"):
        assert len(search_jobs(LIBRARY, typed)) <= 2, [one.title for one in search_jobs(LIBRARY, typed)]
    assert [one.id for one in search_jobs(LIBRARY, "data scientist")] == ["15-2051.00"]


def test_a_written_role_stands_before_tables_and_a_published_score_is_told() -> None:
    first = search_jobs(LIBRARY, "deep learning engineer")[0]
    assert (first.id, first.provenance, first.index) == ("deep-learning-engineer", "published", 64.6)
    scientist = search_jobs(LIBRARY, "data scientist")[0]
    assert (scientist.id, scientist.index) == ("15-2051.00", None)
    assert "19.0 was published for Data Scientist" in scientist.rests_on


def test_a_shared_word_alone_offers_no_other_job() -> None:
    assert {*all_codes("web developer")} == {"15-1254.00"}
    assert "security-engineer" not in [match.id for match in search_jobs(LIBRARY, "data scientist")]


@pytest.mark.parametrize("typed", ["nurse", "plumber", "banana"])
@pytest.mark.case("public 9")
def test_nobody_is_offered_the_nearest_of_what_is_not_near(typed: str) -> None:
    found = find_role(LIBRARY, typed)
    if isinstance(found, NoSuchRole):
        assert "deep-learning-engineer" not in found.message
        assert ("Nearest" in found.message) == (typed != "banana")


@given(st.text(max_size=80))
def test_any_text_gives_at_most_five_honest_matches(typed: str) -> None:
    found = search_jobs(LIBRARY, typed)
    assert len(found) <= MOST_MATCHES
    for match in found:
        assert match.rests_on
        assert (match.index is None) == (match.provenance == "derived")
    assert len({match.id for match in found}) == len(found)


def test_the_search_as_a_document() -> None:
    document = json.loads(run_here("roles", "--search", "ward sistre", "--json").out)
    assert set(document) == {"schema", "query", "matches"}
    assert set(document["matches"][0]) == {"id", "title", "provenance", "codes", "index", "rests_on"}
    assert "29-1141.00" in document["matches"][0]["codes"]


def test_opening_the_content_reads_no_titles() -> None:
    program = (
        "from aijri_engine import Library; Library.open(); import sys; print('rapidfuzz' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


@pytest.mark.parametrize(("typed", "job"), DOERS)
def test_who_says_what_they_do_is_offered_who_does_it(typed: str, job: str) -> None:
    assert job in all_codes(typed)


def test_what_is_said_is_said_of_occupations_that_exist_and_once_of_each() -> None:
    tables = LIBRARY.occupations
    assert tables is not None
    said = list(tables.said())
    assert len(said) == len(set(said))
    named = {code for code, _ in said if code}
    assert named >= set(tables.codes())
    assert named - set(tables.codes()) <= set(LIBRARY.cards)


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("I write APIs for a bank", "backend-api-developer"),
        ("backend dev", "backend-api-developer"),
        ("i write firmware for pumps", "systems-software-developer"),
        ("i train neural nets", "deep-learning-engineer"),
        ("unity dev", "game-developer"),
    ],
)
def test_roles_that_share_an_occupation_are_told_apart_by_what_is_said(line: str, role: str) -> None:
    assert search_jobs(LIBRARY, line)[0].id == role


@pytest.mark.parametrize(
    ("said", "job"),
    [
        ("translator, mostly legal texts", "translator"),
        ("translator mostly legal texts", "translator"),
        ("accountant, small firms", "accountant"),
        ("nurse, mostly nights", "registered-nurse"),
        ("engineer, civil", "17-2051.00"),
        ("manager, construction", "11-9021.00"),
        ("electrician, mostly houses", "electrician"),
    ],
)
def test_a_job_and_what_it_is_about_finds_the_job_first(said: str, job: str) -> None:
    """No waiters because they too work "mostly" somewhere."""
    found = [match.id for match in search_jobs(LIBRARY, said)]
    assert found[0] == job
    assert "35-3031.00" not in found
