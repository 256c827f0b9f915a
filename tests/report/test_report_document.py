"""What a report holds, in which order, and what it never holds."""

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest
from report_people import COACHED, DATE, PEOPLE, interview_of, report_of, result_of

from aijri_engine import Library, result
from aijri_engine.report import Document, ReportOptions, SharedNote, build
from aijri_engine.report.blocks import (
    SIGNS,
    BulletList,
    Definitions,
    Figure,
    Heading,
    Mark,
    Paragraph,
    Quotation,
    Table,
)
from aijri_engine.report.charts import Gauge, NarrowingBars, OutlookBars, Waterfall, WeekBars
from aijri_engine.report.figures import dated, sentence
from aijri_engine.text import counted

ORDER = [
    "Your week, task by task",
    "What we read in it",
    "Plan",
    "What you could do",
    "How sure this is",
    "The biggest lever",
    "From the role's 64.6 to your 40.8",
    "What rests on the market",
    "The steps in figures",
    "Scores of the tasks",
    "If things change",
    "Ways on",
    "Who this resembles",
    "What this rests on",
    "What this is and is not",
    "How to read the scale",
    "Purpose and consent",
    "Sources",
    "How to compute it again",
]


def words_in(part: Any) -> list[str]:
    """Every text inside a part of a document."""
    if isinstance(part, str):
        return [part]
    if isinstance(part, (tuple, list)):
        return [word for one in part for word in words_in(one)]
    if is_dataclass(part):
        return [word for field in fields(part) for word in words_in(getattr(part, field.name))]
    return []


def told(document: Document) -> str:
    return "\n".join(words_in((document.title, document.subtitle, document.facts, document.blocks)))


def section(document: Document, title: str) -> list[Any]:
    """The blocks between a heading and the next one of its level or above."""
    blocks = document.blocks
    start = next(
        place for place, one in enumerate(blocks) if isinstance(one, Heading) and one.text.startswith(title)
    )
    level = blocks[start].level  # type: ignore[union-attr]
    found = []
    for one in blocks[start + 1 :]:
        if isinstance(one, Heading) and one.level <= level:
            break
        found.append(one)
    return found


def test_the_sections_follow_the_order_of_the_design(library: Library) -> None:
    document = report_of(library, "junior", COACHED)
    assert [one.text for one in document.body if isinstance(one, Heading) and one.level == 1] == ORDER


def test_a_report_without_a_plan_has_no_section_for_it(library: Library) -> None:
    document = report_of(library, "junior")
    assert "Plan" not in [one.text for one in document.body if isinstance(one, Heading)]


def test_every_chart_is_there_once_with_a_sentence(library: Library) -> None:
    figures = [one for one in report_of(library, "junior").blocks if isinstance(one, Figure)]
    assert [type(one.chart) for one in figures] == [Gauge, WeekBars, NarrowingBars, Waterfall, OutlookBars]
    assert all(one.sentence.endswith(".") and one.description.endswith(".") for one in figures)


def test_the_first_page_alone_tells_meaning_figure_cause_step_and_limits(library: Library) -> None:
    page = "\n".join(words_in(report_of(library, "junior").summary))
    assert "40.8" in page
    assert "Yellow, close to Green" in page
    assert "igher is safer" in page
    assert "Lowers it a lot: training (known training recipes)" in page
    assert "From your last run, write down one weakness as a number" in page
    assert "not for hiring, promotion, pay or redundancy" in page


def test_said_borrowed_and_coached_stand_apart_under_their_own_marks(library: Library) -> None:
    document = report_of(library, "fine-tuner", COACHED)
    said = [one for one in section(document, "What you said") if isinstance(one, Definitions)]
    assert {row.mark for one in said for row in one.rows} == {Mark.SAID}
    borrowed = [one for one in section(document, "What was borrowed") if isinstance(one, BulletList)]
    assert {row.mark for one in borrowed for row in one.items} == {Mark.BORROWED}
    scored = next(
        one for one in document.blocks if isinstance(one, Table) and one.caption.startswith("Score of")
    )
    assert {row[0]: row[-1][:1] for row in scored.rows}["Research"] == SIGNS[Mark.BORROWED]
    assert {row[0]: row[-1][:1] for row in scored.rows}["Training"] == SIGNS[Mark.SAID]
    coached = [one for one in section(document, "What M. Lindqvist reads") if isinstance(one, Quotation)]
    assert [(one.mark, one.text) for one in coached] == [
        (Mark.COACH, "Speaks of the nightly runs with pride.")
    ]


def test_a_coachs_words_move_no_figure(library: Library) -> None:
    plain, coached = report_of(library, "junior"), report_of(library, "junior", COACHED)
    assert plain.data == coached.data
    assert plain.tasks == coached.tasks
    assert plain.steps == coached.steps


def test_the_persons_own_view_is_printed_in_the_persons_words(library: Library) -> None:
    interview = interview_of(library, PEOPLE["junior"]).note("The figure forgets my on-call weeks.")
    document = build(result(interview), ReportOptions(DATE))
    view = section(document, "What we read in it")
    assert [one.text for one in view if isinstance(one, Quotation)] == [
        "I also answer for the nightly runs.",
        "The figure forgets my on-call weeks.",
    ]
    assert any(isinstance(one, Paragraph) and "Mostly" in one.text for one in view)


def test_remarks_for_the_coach_alone_are_never_in_a_report(library: Library) -> None:
    answers = {**PEOPLE["junior"], "seconds": {"split": 1, "level": 1, "domain": 1, "years": 2}}
    found = result(interview_of(library, answers))
    remarks = [flag.coach for flag in found.quality]
    assert remarks
    printed = told(build(found, COACHED))
    assert not [remark for remark in remarks if remark in printed]


@pytest.mark.case("promise 9")
def test_nobody_can_leave_out_the_limits_or_what_it_is_not_for(library: Library) -> None:
    locked = dict.fromkeys(("limits", "not_for", "consent", "purpose", "zones", "scale"), "nothing")
    options = replace(COACHED, texts=locked)
    wording = library.wording
    for short in (False, True):
        printed = told(report_of(library, "junior", replace(options, short=short)))
        assert wording.not_for in printed
        assert wording.limits[0] in printed
    assert all(text in told(report_of(library, "junior", options)) for text in wording.limits)


def test_a_practices_wording_is_marked_with_its_name(library: Library) -> None:
    from aijri_engine.report.blocks import Appearance

    options = replace(
        COACHED, texts={"advice": "Choose with care."}, appearance=Appearance("Lindqvist & Partner")
    )
    own = [
        one
        for one in report_of(library, "junior", options).blocks
        if isinstance(one, Paragraph) and one.wording_by
    ]
    assert [(one.text, one.wording_by) for one in own] == [("Choose with care.", "Lindqvist & Partner")]


FORBIDDEN = re.compile(r"\bchances? of\b|% risk|years left|irreplaceable|AI age|probab", re.IGNORECASE)


@pytest.mark.parametrize("person", PEOPLE)
@pytest.mark.case("promise 5")
def test_an_index_is_never_told_as_a_probability_or_a_countdown(library: Library, person: str) -> None:
    document = report_of(library, person, COACHED)
    printed = "\n".join(words_in((document.summary, document.body)))
    assert not FORBIDDEN.findall(printed.replace("neurosymbolic or probabilistic", ""))


@pytest.mark.parametrize("person", PEOPLE)
@pytest.mark.case("promise 3")
def test_every_displayed_point_adds_up(library: Library, person: str) -> None:
    document = report_of(library, person)
    *rows, total = [float(row[-1]) for row in document.steps.rows]
    assert sum(rows) == pytest.approx(total, abs=1e-5)
    base = document.data["base"]["index"]
    printed = [
        block
        for section in document.sections
        for block in section.blocks
        if isinstance(block, Table) and block.caption == document.steps.caption
    ]
    for table in printed:
        *shown, together = [float(row[-1]) for row in table.rows]
        assert round(sum(shown), 1) == together
        assert round(base + together, 1) == document.data["index"]


def test_a_typical_person_is_told_the_roles_figure_without_a_waterfall(library: Library) -> None:
    document = report_of(library, "typical")
    assert not [
        one for one in document.blocks if isinstance(one, Figure) and isinstance(one.chart, Waterfall)
    ]
    assert "nothing personal moved it" in told(document).casefold()


@pytest.mark.case("promise 1")
def test_with_nothing_answered_the_report_says_whose_figure_it_is(library: Library) -> None:
    document = build(result(interview_of(library, {})), ReportOptions(DATE))
    assert "This is the role's average; nothing personal yet." in words_in(document.summary)
    assert "Nothing was answered." in told(document)


@pytest.mark.case("promise 5")
def test_sub_labels_stand_lower_down_with_the_sentence_that_they_name_no_date(library: Library) -> None:
    document = report_of(library, "junior")
    assert "Urgent" not in "\n".join(words_in(document.summary))
    label = next(text for text in words_in(document.body) if "Yellow (Urgent)" in text)
    assert label.endswith("It names no date.")


def test_equal_input_gives_equal_documents(library: Library) -> None:
    assert report_of(library, "architect", COACHED) == report_of(library, "architect", COACHED)


def test_the_answers_hash_follows_the_answers_and_nothing_else(library: Library) -> None:
    def shown(document: Document) -> str:
        again = next(one for one in document.sections if one.id == "again")
        rows = next(block for block in again.blocks if isinstance(block, Definitions))
        return rows.rows[0].text

    one = shown(report_of(library, "junior"))
    assert one == shown(report_of(library, "junior", COACHED))
    assert one != shown(report_of(library, "architect"))


def test_private_things_have_no_way_into_a_report() -> None:
    assert {field.name for field in fields(ReportOptions)} >= {"notes", "readings"}
    assert not [field.name for field in fields(ReportOptions) if "private" in field.name]
    assert {field.name for field in fields(SharedNote)} == {"text", "by", "date"}


def test_sources_carry_the_date_on_which_they_were_read(library: Library) -> None:
    [listed] = [
        one for one in section(report_of(library, "junior"), "Sources") if isinstance(one, BulletList)
    ]
    assert len(listed.items) >= 10
    usual = " ".join(words_in(section(report_of(library, "junior"), "Sources")))
    assert re.search(r"Read on \d{1,2} \w+ \d{4} where no other day is given", usual)
    assert any(re.search(r"Read on \d{1,2} \w+ \d{4}\.", one.text) for one in listed.items)


@pytest.mark.case("promise 8")
def test_result_and_report_say_the_same(library: Library) -> None:
    found = result_of(library, "junior")
    printed = told(build(found, ReportOptions(DATE)))
    apart = ("limits", "quality", "borrowed", "outlook", "index", "bridge", "act")
    missing = [
        one.text for one in found.sentences if one.topic not in apart and dated(one.text) not in printed
    ]
    assert missing == [one for one in missing if one.startswith("The nearest published role")]
    assert all(f"{row.shown:+.1f}" in printed for group in found.bridge.groups for row in group.rows)
    worst = min(found.outlook, key=lambda row: row.index)
    assert f"would stand between {worst.index:.1f} and" in printed
    assert "None of these cases is a forecast, none has a date" in printed


def test_a_row_without_time_has_no_line_but_the_one_that_says_where_the_hours_go(library: Library) -> None:
    tasks = ("design", "research", "collaboration")
    answers = {
        "level": "junior",
        "split": {"train": 60, "infra": 20, "debug": 20, **dict.fromkeys(tasks, 0)},
        "depth": {"train": "follows"},
    }
    found = result(interview_of(library, answers))
    document = build(found, ReportOptions(DATE))
    moved = {(row.kind, row.key) for group in found.bridge.groups for row in group.rows}
    assert {("share", task) for task in tasks} <= moved
    assert not {("score", task) for task in tasks} & moved
    assert {one.what for one in found.borrowed} & set(tasks) == set()
    scores = next(one for one in section(document, "Scores of the tasks") if isinstance(one, Table))
    assert [row[0] for row in scores.rows] == ["Training", "Infrastructure", "Debugging", "mean"]


def test_a_remark_in_brackets_gets_no_second_full_stop() -> None:
    assert sentence("it goes well (check this first.)") == "It goes well (check this first.)"
    assert sentence("it goes well (mostly)") == "It goes well (mostly)."


@pytest.mark.parametrize("person", PEOPLE)
def test_the_hiring_studies_are_told_once(library: Library, person: str) -> None:
    told = words_in(report_of(library, person))
    assert sum("A Danish study" in text or "a Danish study" in text for text in told) == 1


def test_a_scenario_takes_no_label_away_that_a_person_does_not_have(library: Library) -> None:
    [ends] = [row for row in result_of(library, "junior").outlook if row.scenario.id == "growth-ends"]
    assert ends.zone == "Yellow"
    assert "In Green, the label is then no longer Accelerated." in ends.scenario.assumptions


def test_no_source_is_listed_twice(library: Library) -> None:
    [listed] = [
        block
        for block in report_of(library, "junior").blocks
        if isinstance(block, BulletList) and block.numbered
    ]
    papers = re.findall(r"CES-26-\d+", " ".join(one.text for one in listed.items))
    assert sorted(papers) == ["CES-26-25", "CES-26-27"]


def test_a_practices_report_has_a_cover_that_says_for_whom_for_what_and_how_long(library: Library) -> None:
    from aijri_engine.report.blocks import Appearance

    look = Appearance("Lindqvist & Partner", contact="Box 1, Uppsala")
    document = report_of(library, "junior", replace(COACHED, appearance=look))
    cover = " ".join(words_in(document.cover))
    assert "It belongs to that person, who decides who sees it." in cover
    assert "how you see your work, not how somebody else does. Look again after six months" in cover
    assert library.wording.not_for in cover
    assert not report_of(library, "junior", COACHED).cover
    assert not report_of(library, "junior", replace(COACHED, appearance=look, short=True)).cover


def test_a_report_says_what_is_known_of_norms_and_of_what_became_of_people(library: Library) -> None:
    text = " ".join(words_in(section(report_of(library, "junior"), "How to read the scale")))
    assert "there is no norm group" in text
    assert "We know of no study" in text


@pytest.mark.parametrize("person", PEOPLE)
def test_what_is_not_answered_is_named_as_often_as_it_is_counted(person: str, library: Library) -> None:
    """What is optional is counted once answered, and named apart."""
    words = told(report_of(library, person))
    left = [one.asked for one in result_of(library, person).interview.path.steps
            if one.state in ("open", "stale") and not one.asked.question.optional]  # fmt: skip
    assert f" {len(left)} not answered;" in words
    named = words.partition("Not answered: ")[2].partition("\n")[0].lower()
    for asked in left:
        of_tasks = sum(one.question is asked.question for one in left)
        names = (
            asked.name,
            f"{asked.question.inside} ({of_tasks} tasks)",
            f"how {counted(of_tasks, 'task')} ",
        )
        assert any(name.lower() in named for name in names), asked.key
