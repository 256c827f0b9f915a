"""Four figures of phrases of tired people, by kind: at once, after one yes, useless, wrong.

`blind/first.yaml` (n = 171 answers) stood before the reading by evidence: 27.5 % at once, 17.0 % after one yes, 15.2 %
useless, 1.8 % wrong. It was then used to mend. `blind/second.yaml` (n = 91) was written before anybody looked at how
it is read; its first run gave 58.2 % at once, 34.1 % after one yes, 5.5 % useless, 0.0 % wrong. It was then used to
mend. `blind/third.yaml` (n = 75) was written after that, read once and never used to mend: 53.3 % at once, 37.3 % after
one yes, 8.0 % useless, 0.0 % wrong; of 29 lines about other things in the three sets none drew an offer.
`blind/strangers.yaml` (n = 99 answers, 22 other lines) was written by somebody who had not read the code, and read
once: 37.4 % at once, 38.4 % after one yes, 5.1 % among two or three, 19.2 % useless, 0.0 % wrong. It was then used to
mend, by kind, and is no measure any more.

`blind/self_held.yaml` and `blind/self_mended.yaml` (n = 96 each) were written by whoever mended, before the words were
widened, and divided line by line: no blind figures. The held half was read four times as counts while only the other
one was mended: 38.5 % at once, 35.4 % after one yes and 19.8 % useless before, 39.6 %, 50.0 % and 7.3 % after; then it
was looked at, too. The misses of `third.yaml` were seen meanwhile: it is no measure any more either.

`blind/strangers_two.yaml` (n = 246 answers, 62 other lines; harder on purpose: hardly a word of the options) was
written by somebody else, who had read older sets but not the reading. Read once by lists of clue words: 22.4 % at
once, 46.7 % after one yes, 8.5 % among two or three, 22.0 % useless, 0.4 % wrong. The reading by sayings was then
fitted beside it (which words are said was written by others, who saw neither it nor any other set): no measure any
more.

`blind/unseen_*.yaml` (n = 213, 116 and 110 answers of three jobs, 110 other lines) were written by somebody who saw
nothing but the questions, and first read when the reading by sayings stood: engineer 55.4 % at once, 32.4 % after one
yes, 4.7 % among two or three, 7.5 % useless, 0.0 % wrong; nurse 33.6, 50.0, 3.4, 12.1 and 0.9 %; electrician 34.5,
50.0, 2.7, 12.7 and 0.0 %. Of 50 denials two were taken (other times: "my last job"), of 60 lines about other things
none, three drew an offer. They were then used to mend (other times, corrections in other words, grids), no measure
any more.

`blind/later_*.yaml` (n = 200, 107 and 103 answers, 95 other lines) were written after that by somebody who saw
nothing but the questions. First run: engineer 47.5 % at once, 45.0 % after one yes, 2.5 % among two or three, 5.0 %
useless; nurse 43.0, 49.5, 1.9 and 5.6 %; electrician 45.6, 40.8, 1.9 and 11.7 %. None was taken wrongly, of 45
denials none was taken (nineteen drew an offer, mostly what the denial says), of 50 lines about other things two drew
an offer. Sayings for the ladders of six more jobs, written by others who saw no set, then took one denial of the
nurse wrongly ("on my old ward", mended as a kind of words) and drew offers from small talk, for which a floor was
raised: engineer 47.5 % at once, 44.5 % after one yes, nurse 47.7 and 46.7 %, electrician 44.7 and 44.7 %. Of the 410
answers 92 of 100 are so taken at once or after one yes, 6 of 100 get nothing useful, none is taken wrongly. The
figures of the first run are the clean ones; five lines on ladders were seen since.

`blind/night_*.yaml` (609 answers of five jobs, two of them new: a teacher, and a chef by a derived table; 150 other
lines) were written by somebody who saw nothing but the questions, and read before anybody mended: 28.7 % at once,
57.8 % after one yes, 3.0 % among two or three, 10.3 % useless, 0.2 % wrong; of 50 denials one was taken, of 100 lines
about other things one was taken and six drew an offer. Ten thousand more sayings by others, who saw no set, changed the
answers little (28.4, 58.5, 2.8, 10.2 and 0.2 %: what is missing is not words) and the rest much: none of the 150 is
taken, three of 100 draw an offer. Only counts were looked at, no line.

The reading was then rebuilt beside sayings left out in tenths and the sets above, `later_*` among them: what comes
second stands beside the first (counted as after one yes where a yes takes the right one, else as among two or three),
the floor is a likelihood ratio against talk, rungs of other work count a quarter. Of `night_*` counts were looked at
four times, no line: 29.9 % at once, 60.6 % after one yes, 3.4 % among two or three, 5.7 % useless, 0.3 % wrong; no
denial of 50 is taken, of 100 other lines none is taken and five draw an offer. The settings were chosen with the other
sets, but the choice to land them fell with these counts in sight; one line was then printed by a failing test and its
kind mended: no measure any more.

`blind/fresh_*.yaml` (575 answers of five more jobs, 150 other lines) were written after that by somebody who saw
nothing but the questions; a second reader, who saw no expected answer, gave the author's in all of 300 lines. First
run: 19.3 % at once, 63.8 % after one yes, 4.3 % among two or three, 12.3 % useless, 0.2 % wrong; of 50 denials none was
taken (12 drew an offer), of 100 lines about other things two drew one. So on words nobody tuned to the reading is well
below the 90 and 3 of 100 that are aimed at; grids told whole, several options in one line and ladders of work miss
most. What landed the same day was tuned by others, to older sets and sayings left out: 21.0, 62.4, 4.2, 12.2 and 0.2 %,
ten and three offers. The misses of the accountant and of customer service were then looked at, line by line, and
used to mend (with all older sets): grids told whole, several options in one line, weeks in other words, what is taken
back, the floor against talk. They are no measure any more: 80.9 of 100 taken at once or after one yes before, 87.4
after. The lines of the other three jobs (345 answers, 90 other lines) stay unread; their counts were printed twice
at the end, alike:

    before  23.8 % at once, 61.7 % after one yes, 3.2 % among two or three, 11.3 % useless, 0.0 % wrong
    after   24.3 % at once, 62.9 % after one yes, 2.9 % among two or three,  9.9 % useless, 0.0 % wrong

    useless by kind     before  after       useless by kind     before  after
    choice (135)             9      6       week (24)                3      2
    ladder (75)              7      7       correction (18)          5      5
    multi (30)               5      5       yes or no (15)           2      2
    grid (18)                7      6       unsure (15), number      1      1

Of 30 denials none was taken (five drew an offer before, six after), of 60 lines about other things none (two and
three drew one). What helped the sets that were mended with helps words of others a third as much: the reading is still
below the 90 and 3 of 100 that are aimed at; 13 of the 34 answers that get nothing useful are choices and ladders.

Then pairs of words further apart, beginnings and ends of lines, what a ladder's line says of its task, eight hundred
more lines of talk (ours) and parts of a line at a question for several options were weighed by leaving out tenths of
the sayings and of the talk. Counts of `night_*` were looked at four times meanwhile, and one of its denials ("during
my phd ...") was seen as a failing test and mended with its kind: no clean set any more.

On 29 November 2026 the misses of the translator, the game developer and the medical assistant were read, too, and used
to mend, by kind: what parts of a line are likeliest next stands beside them, a yes or no is read by what people say for
it, a number before the first sign leads, what replaces something is read without a floor. No line of the three is a
measure any more; all answers of the sets above together (2907, all used) by what became of them:

    before  41.5 % at once, 52.4 % after one yes, 2.3 % among two or three, 3.8 % useless, 0.1 % wrong
    after   42.4 % at once, 54.0 % after one yes, 1.6 % among two or three, 2.0 % useless, 0.0 % wrong

The three alone went from 24.3, 62.9, 2.9 and 9.9 % to 25.8, 68.7, 1.2 and 4.3 %; of their 60 lines about other things
two draw an offer (three before). `blind/held_*.yaml` (60 answers of three jobs by derived tables, 12 other lines) were
written by whoever mended, after the misses were read and before anything was mended: no blind figure. Counts were
looked at after every step, and their misses were seen near the end: 10.0, 66.7, 5.0 and 18.3 % before, 15.0, 71.7, 3.3
and 10.0 % after.

`blind/stranger_*.yaml` (348 answers of a backend developer, and of a marketing manager and a retail salesperson by
derived tables; 30 denials, 60 lines about other things) were written that day by somebody who saw nothing but the
questions. Whoever mended above never saw them; their counts were printed before and after. Of the kinds of which no
line was read (309 answers):

    before  21.7 % at once, 61.5 % after one yes, 4.9 % among two or three, 12.0 % useless, 0.0 % wrong
    after   23.0 % at once, 66.0 % after one yes, 4.2 % among two or three,  6.8 % useless, 0.0 % wrong

Then the lines of `week`, of `number` and about other things that fared badly were read and used: of these kinds they
are no measure any more (useless 12 of 24 weeks and one wrong at first, then 5 and none). No denial was taken (19 drew
an offer before, 21 after); of the lines about other things six drew one before, eight in between, seven after a floor
was raised to a figure between the old and the derived one, which these counts decided. So: a little under the 90 of
100 aimed at, twice the 3 that get nothing useful, and many more than 2 of 100 offers to talk.

Then all lines of the three were read and used to mend: no measure any more. Of their 348 answers 25.0 % were at once,
62.9 % after one yes and 8.0 % useless before, 26.4, 64.4 and 5.2 % after; of their talk, each line at eight questions,
3.5 of 100 drew an offer before and 1.9 after (all sets: 1.9 and 1.2).

`blind/passing_*.yaml` (516 answers of a security engineer, and of a physical therapist and a truck driver by derived
tables; 30 denials, 60 lines about other things) were written that evening by somebody else, who saw nothing but the
questions; nobody who mended read them. 366 answers of the kinds that sets before hold, and 150 of two rare ones (how
often a person stepped in, and two answers that seldom go together; `stepped_in`, `gap`):

    before  16.9 % at once, 67.5 % after one yes, 5.7 % among two or three,  8.7 % useless, 1.1 % wrong (366)
    after   16.1 % at once, 67.8 % after one yes, 5.7 % among two or three,  9.3 % useless, 1.1 % wrong
    before  10.0 % at once, 68.0 % after one yes, 9.3 % among two or three, 12.0 % useless, 0.7 % wrong (150)
    after   10.0 % at once, 66.0 % after one yes, 8.7 % among two or three, 15.3 % useless, 0.0 % wrong

One denial was taken (an option quoted: "..., who talks like that"), of the lines about other things eleven drew an
offer, then eight. What was mended that day did not help answers of people whom nobody had read: what helped was that
less is taken and offered which was not said (denials with an offer: ten, then six). The six lines taken wrongly were
then read, and the quotation and an answer beside a vague one mended; four of 516 are still taken wrongly.

Since a yes takes nothing of a line that denies, excepts, supposes or tells of others or of another time, 67 of the 3315
answers of all used sets (2.0 %) are after one letter instead of one yes. Of `passing_*`, of which only counts by kind
and the single words that denied were looked at, 4.5 % are.

Then 27 writers who saw only what people see, the questions of two jobs each, wrote answers and talk, each in another
voice. Those of 25 became sayings, and the weights of the floor were fitted to them, some writers left out in turn. The
four sets of the two others (`unmet_*`, 400 answers at questions with options, 240 lines of talk) nobody has read:

    before  11.5 % at once, 72.8 % after one yes, 5.3 after one letter, 6.0 among two or three, 4.5 useless, 0 wrong
    after   28.3 % at once, 63.5 % after one yes, 3.8 after one letter, 2.3 among two or three, 2.3 useless, 0 wrong

Talk that draws an offer: 14, then 1 of 240. `passing_*`, which were written from another brief and hold weeks, grids
and numbers, too, gained less: of the 366 usual answers 79.2, then 80.9 % at once or after one yes, 9.6, then 8.7 %
useless, 0.5 % wrong; of the 150 rarer kinds 72.7, then 79.3 %, and 15.3, then 7.3 % useless; lines about other things
that draw an offer 8, then 3 of 60.

`spoken_*` (786 answers of three jobs, 225 other lines) were written by three more who saw the form alone and were
asked for what the others hardly hold: weeks in sentences, grids, figures, commands and corrections. Of nine such
writers the lines of six were read and used to mend, those of three nobody has read:

    before  25.2 % at once, 51.0 % after one yes, 2.8 after one letter, 3.7 among two or three, 16.5 useless, 0.8 wrong
    after   26.3 % at once, 58.3 % after one yes, 2.7 after one letter, 2.8 among two or three,  9.2 useless, 0.8 wrong

    useless by kind   before  after
    week (90)             47     17
    number (45)           16      4
    command (45)          20     10

Choices (180) are at 96.7 at once or after one yes and 0.6 useless; grids (96) are the weakest by far.

`grids_*` (540 answers of three jobs, 180 other lines) were written by three more, of whose lines most are grids told
in sentences, market rows, weeks, commands and corrections. Three like them were read and used to mend; of these three
nobody has read a line, and their counts were looked at some ten times while it was mended. Since then a grid of which
nothing is kept is no more counted as wrong, and a command that is put counts as after one yes:

    before  28.1 % at once, 46.7 % after one yes, 4.3 after one letter, 2.4 among two or three, 17.6 useless, 0.9 wrong
    after   28.0 % at once, 48.0 % after one yes, 4.3 after one letter, 3.9 among two or three, 15.4 useless, 0.6 wrong

Of 150 lines at the grid of tools 34.7 % got nothing useful, then 29.3, and 2.0 were taken wrongly, then 0.7; of
`spoken_*` 25.0 and 23.3 %, 5.0 and 1.7. Where nothing is said of it at once a grid is asked row by row.
"""

from collections import Counter
from collections.abc import Iterable
from functools import cache
from itertools import chain

import pytest
import yaml
from blind_phrases import FOLDER, Outcome, load, outcomes, told

from aijri_engine.content.library import Library
from aijri_engine.interview.form import Form
from aijri_engine.interview.understanding import understand
from aijri_engine.interview.values import role_split

ENGINEER, NURSE, ELECTRICIAN = "deep-learning-engineer", "registered-nurse", "electrician"
TEACHER, CHEF = "primary-school-teacher", "35-1011.00"

MENDED = {
    **dict.fromkeys(("first", "second", "third", "strangers", "self_mended", "self_held"), (ENGINEER, 0.9)),
    "strangers_two": (ENGINEER, 0.82),
    "unseen_deep_learning_engineer": (ENGINEER, 0.9),
    "unseen_registered_nurse": (NURSE, 0.84),
    "unseen_electrician": (ELECTRICIAN, 0.86),
}
"""Sets that were used to mend, each with the job it is about and the part to be taken at once or after one yes."""

MOST_WRONG = 0.005
MOST_LETTERS = 0.03
"""Part of the answers of all used sets for which a denial, a condition or the like asks for a letter, not a yes."""
SEEN_UNDERSTOOD, HELD_UNDERSTOOD, UNREAD_UNDERSTOOD = 0.94, 0.85, 0.85
"""Part of the answers of these sets together that is to be taken at once or after one yes."""
UNREAD_LEAST, UNREAD_WRONG = 0.79, 0.01
"""The same, and the most that may be taken wrongly, of answers of which nobody read a line."""
MOST_OFFERS = 0.05
"""Part of the lines about other things that may draw an offer; small talk is held to less below."""


SEEN = {
    "later_deep_learning_engineer": ENGINEER,
    "later_registered_nurse": NURSE,
    "later_electrician": ELECTRICIAN,
    "night_deep_learning_engineer": ENGINEER,
    "night_registered_nurse": NURSE,
    "night_electrician": ELECTRICIAN,
    "night_primary_school_teacher": TEACHER,
    "night_chef": CHEF,
    "fresh_accountant": "accountant",
    "fresh_customer_service_representative": "customer-service-representative",
    "fresh_translator": "translator",
    "fresh_game_developer": "game-developer",
    "fresh_medical_assistant": "31-9092.00",
}
"""Sets of which single lines or many counts were seen, each with the job it is about."""

HELD = {"held_paralegal": "23-2011.00", "held_hairdresser": "39-5012.00", "held_carpenter": "47-2031.00"}
"""Sets of whoever mended, of which counts were looked at."""

UNREAD = {
    "stranger_backend_api_developer": "backend-api-developer",
    "stranger_marketing_manager": "11-2021.00",
    "stranger_retail_salesperson": "41-2031.00",
}
"""Sets of a stranger that were used to mend last."""

PASSING = {
    "passing_security_engineer": "security-engineer",
    "passing_physical_therapist": "29-1123.00",
    "passing_truck_driver": "53-3032.00",
}
"""Sets of a stranger of which nobody who mends has read a line but the six that were taken wrongly."""


UNMET = {
    "unmet_painter": "47-2141.00",
    "unmet_sales_representative": "41-4012.00",
    "unmet_chemist": "19-2031.00",
    "unmet_childcare_worker": "39-9011.00",
}
"""Sets of two writers of which nobody who mends has read a line."""
UNMET_UNDERSTOOD, UNMET_USELESS, UNMET_OFFERS = 0.94, 0.03, 0.02

SPOKEN = {
    "spoken_firefighter": "33-2011.00",
    "spoken_stocker": "53-7065.00",
    "spoken_devops_engineer": "devops-engineer",
}
"""Sets of three writers with weeks, grids, figures and commands, of which nobody has read more than four lines."""
GRIDS = {"grids_carpenter": "47-2031.00", "grids_social_worker": "21-1021.00", "grids_coach": "27-2022.00"}
"""Sets of three writers with grids, weeks and commands above all, of which nobody has read a line."""
GRIDS_UNDERSTOOD, GRIDS_WRONG, GRIDS_OFFERS = 0.79, 0.008, 0.03
SPOKEN_UNDERSTOOD, SPOKEN_WRONG, SPOKEN_OFFERS = 0.85, 0.01, 0.06


FREE_TEXT = ("oversight_rule", "signature_record", "example", "difference")
"""Questions answered in free words, where hardly a line can be told from an answer."""


def became(found: Iterable[Outcome]) -> Counter[str]:
    return Counter(one.became for one in found if one.line.expected != "-")


ROLES = (
    {name: role for name, (role, _) in MENDED.items()}
    | SEEN
    | HELD
    | UNREAD
    | PASSING
    | UNMET
    | SPOKEN
    | GRIDS
)
FORMS: dict[str, Form] = {}


@cache
def read_of(name: str) -> tuple[Outcome, ...]:
    """What became of each line of a set, read once for all tests of it."""
    role = ROLES[name]
    if role not in FORMS:
        FORMS[role] = Form.of(Library.open(), role)
    return tuple(outcomes(FORMS[role], load(f"{name}.yaml")))


def read_all(*sets: Iterable[str]) -> list[Outcome]:
    """What became of all lines of some sets."""
    return [one for name in chain(*sets) for one in read_of(name)]


@pytest.mark.parametrize("name", MENDED)
def test_answers_are_taken_or_put_to_be_confirmed_and_never_taken_wrongly(name: str) -> None:
    least, found = MENDED[name][1], read_all([name])
    print(told(name, found))
    count = became(found)
    assert (count["at once"] + count["after one yes"] + count["after one letter"]) / count.total() >= least
    assert sum(one.became == "wrong" for one in found) / len(found) <= MOST_WRONG
    assert not [one.line.typed for one in found if one.became == "wrong" and one.line.expected == "-"]


@pytest.mark.parametrize(
    ("sets", "least"), [(SEEN, SEEN_UNDERSTOOD), (HELD, HELD_UNDERSTOOD), (UNREAD, UNREAD_UNDERSTOOD)]
)
def test_hardly_anything_of_the_later_sets_is_taken_for_something_else(
    sets: dict[str, str], least: float
) -> None:
    for name in sets:
        print(told(name, read_all([name])))
    every = read_all(sets)
    assert sum(one.became == "wrong" for one in every) <= max(1, MOST_WRONG * len(every))
    assert not [one.line.typed for one in every if one.became == "wrong" and one.line.expected == "-"]
    count = became(every)
    assert (count["at once"] + count["after one yes"] + count["after one letter"]) / count.total() >= least


def test_hardly_an_answer_needs_a_letter_because_of_what_it_denies_or_tells_of_others() -> None:
    count = became(read_all(MENDED, SEEN, HELD, UNREAD))
    assert count["after one letter"] / count.total() <= MOST_LETTERS


def test_answers_that_nobody_read_are_mostly_taken_or_put_and_seldom_taken_wrongly() -> None:
    every = read_all(PASSING)
    assert not [one.line.typed for one in every if one.became == "wrong" and one.line.expected == "-"]
    count = became(every)
    assert (
        count["at once"] + count["after one yes"] + count["after one letter"]
    ) / count.total() >= UNREAD_LEAST
    assert count["wrong"] / count.total() <= UNREAD_WRONG


def test_answers_at_options_by_people_nobody_met_are_understood_and_their_talk_is_let_pass() -> None:
    every = read_all(UNMET)
    count = became(every)
    good = count["at once"] + count["after one yes"] + count["after one letter"]
    assert good / count.total() >= UNMET_UNDERSTOOD
    assert count["useless"] / count.total() <= UNMET_USELESS
    assert count["wrong"] / count.total() <= MOST_WRONG
    assert not [one.line.typed for one in every if one.became == "wrong" and one.line.expected == "-"]
    talk = [one for one in every if one.line.kind == "talk"]
    assert sum(one.became == "drew an offer" for one in talk) / len(talk) <= UNMET_OFFERS


@pytest.mark.parametrize(
    ("sets", "understood", "wrong", "offers"),
    [
        (SPOKEN, SPOKEN_UNDERSTOOD, SPOKEN_WRONG, SPOKEN_OFFERS),
        (GRIDS, GRIDS_UNDERSTOOD, GRIDS_WRONG, GRIDS_OFFERS),
    ],
)
def test_weeks_grids_and_figures_as_people_say_them_are_mostly_understood(
    sets: dict[str, str], understood: float, wrong: float, offers: float
) -> None:
    every = read_all(sets)
    count = became(every)
    good = count["at once"] + count["after one yes"] + count["after one letter"]
    assert good / count.total() >= understood
    assert count["wrong"] / count.total() <= wrong
    choices = [one for one in every if not one.line.question.startswith(FREE_TEXT)]
    assert not [one.line.typed for one in choices if one.became == "wrong" and one.line.expected == "-"]
    aside = [one for one in every if one.line.kind in ("talk", "question")]
    assert sum(one.became == "drew an offer" for one in aside) / len(aside) <= offers


def test_lines_about_other_things_draw_hardly_an_offer() -> None:
    aside = [one for one in read_all(MENDED) if one.line.kind == "offtopic"]
    assert len(aside) > 100
    assert len([one for one in aside if one.became != "left alone"]) <= MOST_OFFERS * len(aside)


@pytest.mark.parametrize("role", [ENGINEER, NURSE])
def test_small_talk_at_any_question_draws_hardly_an_offer_and_is_never_taken(role: str) -> None:
    """Every line of `aside.yaml` at every third question of one choice or several."""
    form = Form.of(Library.open(), role)
    week = role_split(form.role_shares, given=True)
    said = yaml.safe_load((FOLDER / "aside.yaml").read_text(encoding="utf-8"))
    asked = [one for one in (*form.single.values(), *form.for_task.values()) if one.choices][::3]
    readings = [(one.key, line, understand(one, line, form, week)) for one in asked for line in said]
    assert [(key, line) for key, line, reading in readings if reading.kind == "value"] == []
    assert sum(bool(reading.nearest) for _, _, reading in readings) / len(readings) < 0.02
