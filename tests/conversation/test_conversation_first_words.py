"""What is typed where a job is asked for is understood as what it is."""

import pytest

from aijri_engine.content.library import Library
from aijri_engine.conversation.first_words import beside_a_choice, chosen_of, first_words, no_job


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("hi", "reply"), ("thanks", "reply"), ("help", "reply"), ("undo", "reply"), ("are you an AI?", "reply"),
        ("ich bin ein Pfleger und ich arbeite viel", "reply"), ("yes", "yes"), ("back", "back"),
        ("quit", "quit"), ("", "reply"), ("nurse", "job"), ("head of sales", "job"),
    ],
)  # fmt: skip
def test_a_first_line_is_a_job_or_something_else(typed: str, kind: str) -> None:
    assert first_words(typed).kind == kind


@pytest.mark.parametrize(
    ("typed", "job"),
    [
        ("ok deep learning engineer", "deep learning engineer"), ("I'm a nurse.", "nurse"),
        ("hi, I am an electrician", "electrician"),
        ("my job is: data scientist", "data scientist"), ("The Nanny", "Nanny"),
        ("well, translator I guess", "translator"), ("sure, a nurse, basically", "nurse"), ("I think", "I think"),
    ],
)  # fmt: skip
@pytest.mark.case("walk 15")
def test_the_words_around_a_job_are_no_part_of_it(typed: str, job: str) -> None:
    assert first_words(typed).words == job


SMALL_TALK = (
    "hello there", "good morning", "hi, how are you", "Good afternoon!", "hi all", "hi there, good morning",
    "nice to meet you", "thanks a lot", "what's up?", "hi, good day", "let's start", "ok", "are you there?",
)  # fmt: skip


@pytest.mark.parametrize("typed", SMALL_TALK)
def test_small_talk_gets_a_short_word_and_the_question_again(typed: str) -> None:
    said = first_words(typed)
    assert said.kind == "reply"
    assert said.words.endswith(
        'What is your job? Type what you call it, for example "ward sister" or "backend developer".'
    )


def test_no_job_of_the_library_is_taken_for_small_talk() -> None:
    titles = [card.title for card in Library.open().cards.values()]
    assert [title for title in titles if first_words(title).kind != "job"] == []


@pytest.mark.parametrize(
    ("typed", "job"),
    [
        ("I am not a nurse but a carpenter", "carpenter"), ("nurse, not a midwife", "nurse"),
        ("my husband is a truck driver, I am an accountant", "accountant"),
        ("I'm not a doctor, I'm a nurse", "nurse"), ("it isn't a nurse, it's a carer", "carer"),
        ("I was a nurse, now I'm a teacher", "teacher"), ("no longer a nurse but a teacher", "teacher"),
        ("I do not drive trucks, I load them", "I load them"), ("team lead, not a manager", "team lead"),
        ("Teacher, secondary school", "Teacher, secondary school"), ("head of sales", "head of sales"),
    ],
)  # fmt: skip
def test_what_is_denied_or_of_somebody_else_is_no_part_of_the_job(typed: str, job: str) -> None:
    assert (first_words(typed).kind, first_words(typed).words) == ("job", job)


@pytest.mark.parametrize(
    "typed", ["not a nurse", "I am not a nurse", "my husband is a truck driver", "not really a developer"]
)
def test_where_nothing_is_left_the_job_is_asked_for_again(typed: str) -> None:
    assert first_words(typed).kind == "reply"
    assert "What is your job?" in first_words(typed).words


def test_erasing_before_the_first_answer_is_told_how_and_is_no_job() -> None:
    assert "Nothing of this is kept yet" in first_words("delete everything").words


def test_every_title_of_the_library_is_told_whole() -> None:
    titles = [card.title for card in Library.open().cards.values()]
    assert [title for title in titles if first_words(title).words != title.strip(" .!,")] == []


@pytest.mark.parametrize(
    ("line", "job"),
    [("Good evening. Before anything, please tell me where does my data go? I am accountant so I am careful",
      "accountant"), ("is it sent anywhere? I'm a nurse", "nurse")],
)  # fmt: skip
def test_a_question_beside_the_job_is_answered_and_the_job_searched(line: str, job: str) -> None:
    said = first_words(line)
    assert (said.kind, said.words) == ("job", job)
    assert said.told.startswith("Nothing is sent to anybody")


def test_a_question_asked_again_is_answered_in_full() -> None:
    for line in ("I asked where my answers go, is it sent somewhere?", "No no. Is it sent to anybody?"):
        assert first_words(line).words.startswith("Nothing is sent to anybody")


TAKING = (
    "Yes, accountant, that is me. But who wrote it by hand, what does that mean?",
    "Yes please, this one, the accountant",
    "Yes, number one", "aye that's me, the first one. what does 'market evidence dated' mean though?",
    "yes the first one, that's the one", "I said aye, the first one", "ok, the accountant", "1",
)  # fmt: skip


@pytest.mark.parametrize("line", TAKING)
def test_a_job_of_the_list_is_taken_by_a_yes_with_its_name_or_place(line: str) -> None:
    assert chosen_of(["Accountant"], line) == 0
    if "this one" not in line:
        assert chosen_of(["Accountant", "Bookkeeping Clerks"], line) == 0


@pytest.mark.parametrize(
    "line",
    [
        "no, not the first",
        "yes but I'm a bookkeeper",
        "accountant",
        "yes, the second",
        "none",
        "I said nurse",
        "no no",
    ],
)
def test_no_other_line_takes_one(line: str) -> None:
    assert chosen_of(["Accountant"], line) is None


def test_what_is_asked_beside_a_choice_is_told() -> None:
    assert "makers of this program" in beside_a_choice("Yes, that is me. But who wrote it by hand?")
    assert beside_a_choice("yes") == ""
    assert "is not used here" in beside_a_choice("Yes, the first. Will it rain in Paisley on my sister?")


def test_only_a_line_that_is_not_english_is_told_so() -> None:
    assert "English" in no_job("Krankenschwester")
    for line in ("yes please the frobber", "I zorbulate the frobs", "what I do is frobbing"):
        assert "English" not in no_job(line)


@pytest.mark.parametrize(
    ("typed", "job"),
    [
        ("Good evening! So I am supervising the housekeeping in a hotel, I have the room attendants under me",
         "supervising the housekeeping in a hotel, I have the room attendants under me"),
        ("Good morning! I drive a van", "I drive a van"), ("Hi, how are you? I'm a nurse", "nurse"),
        ("Evening. I do wages, so I suppose payroll specialist", "I do wages, so I suppose payroll specialist"),
    ],
)  # fmt: skip
def test_a_greeting_before_the_job_is_no_reason_not_to_search_it(typed: str, job: str) -> None:
    assert (first_words(typed).kind, first_words(typed).words) == ("job", job)


CLEANING = [
    "Maids and Housekeeping Cleaners",
    "First-Line Supervisors of Housekeeping and Janitorial Workers",
]
ASKED = "What is it, a starting table?"
STARTING_TABLE = f"{ASKED} Anyway it's the supervisors one, not the maids, although I do make beds as well"
DEPOTS = "That would be the first one then, though timekeeping is not really us, the depots do their own timesheets."


@pytest.mark.parametrize(
    ("titles", "line", "place"),
    [
        (CLEANING, STARTING_TABLE, 1), (CLEANING, "the supervisors one", 1),
        (CLEANING, "the second one, not the first", 1),
        (["Payroll and Timekeeping Clerks"], DEPOTS, 0), (CLEANING, "not the maids one", None),
        (CLEANING, "the housekeeping one", None), (CLEANING, "neither one", None), (CLEANING, "the third one", None),
        (CLEANING, "the one who cleans", None),
    ],
)  # fmt: skip
def test_the_job_that_is_called_and_not_denied_is_taken(
    titles: list[str], line: str, place: int | None
) -> None:
    assert chosen_of(titles, line) == place


SECONDARY = "Secondary School Teachers, Except Special and Career/Technical Education"
TEACHERS = [
    "Career/Technical Education Teachers, Secondary School", "Career/Technical Education Teachers, Middle School",
    SECONDARY, "Middle School Teachers, Except Special and Career/Technical Education",
]  # fmt: skip
CHEFS = ["Chefs and Head Cooks", "Cooks, Restaurant", "Financial Managers", "Food Service Managers"]
SUITS = (
    "Well that's the only one on the list and I'm no career or technical teacher, so I suppose the first one suits "
    "grand, thanks"
)
ANEW = "Ah no, sorry, I meant yes to the one you offered before, the plain secondary teachers, that's the third there"


@pytest.mark.parametrize(
    ("titles", "line", "place"),
    [
        ([SECONDARY], SUITS, 0), (TEACHERS, ANEW, 2), (TEACHERS, "That's the third there now", 2),
        (TEACHERS, "not the first, the third", 2), (TEACHERS, "the last one is me", 3),
        (TEACHERS, "the third one suits", 2),
        (TEACHERS, "the third or the first", None), (TEACHERS, "the fifth there", None),
        (TEACHERS, "I was the first one in my family to teach", None), (TEACHERS, "definitely not the first one", None),
        (CHEFS, "the first lot, chefs and head cooks, that's me", 0), (CHEFS, "head cooks, that's me", 0),
        (CHEFS, "the first one, I'm no financial manager", 0), (CHEFS, "first mate on a trawler", None),
        (CHEFS, "sous chef, second in command", None), (CHEFS[:1], "yes I just said, that one", 0),
        (CHEFS[:1], "that one is fine", 0), (CHEFS[:1], "no, that one is wrong", None),
        (CHEFS[:1], "I'm no head cook, that's me", None),
    ],
)  # fmt: skip
def test_a_place_in_the_list_is_taken_whatever_stands_around_it(
    titles: list[str], line: str, place: int | None
) -> None:
    assert chosen_of(titles, line) == place


@pytest.mark.parametrize(
    "line",
    ["I'm no career or technical teacher", "no, not those career ones", "neither the first nor the second",
     "none of the career ones", "not the financial managers"],
)  # fmt: skip
def test_a_denial_is_never_searched_for(line: str) -> None:
    said = first_words(line)
    assert said.kind == "reply"
    assert said.words.startswith("Not that, then.")


def test_what_is_said_beside_a_denial_is_searched_for() -> None:
    assert first_words("I'm no manager, I cook").words == "I cook"


def test_what_a_starting_table_is_is_told_beside_the_choice() -> None:
    assert beside_a_choice(STARTING_TABLE).startswith("A starting table says")


@pytest.mark.parametrize(
    "line",
    [
        "No, I don't know which one is me", "which one am I", "the first or the second", "no idea which one fits",
        "What is the difference between the first and the second? I don't know which is me.",
    ],
)  # fmt: skip
def test_not_knowing_which_job_of_the_list_begins_none(line: str) -> None:
    assert chosen_of(["Nurse", "Teacher", "Welder"], line) is None
    assert first_words(line).kind == "reply"


@pytest.mark.parametrize(
    "line", ["IT", "nurse", "No, I am a welder", "ward sister, I don't know the official name"]
)
def test_a_job_of_small_words_stays_one(line: str) -> None:
    assert first_words(line).kind == "job"
