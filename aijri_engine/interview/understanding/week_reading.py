"""A typed week as a reading: taken, put with the rows it may mean, or asked back."""

import re
from dataclasses import replace
from typing import Any, Final

from aijri_engine.interview.accept import accept
from aijri_engine.interview.understanding.line import Line
from aijri_engine.interview.understanding.reading import MOST_NEAREST, Reading, ask, put
from aijri_engine.interview.understanding.replies import how
from aijri_engine.interview.understanding.week.draft import Draft
from aijri_engine.interview.understanding.week.split import LEAST_TOLD, SAY_YES, is_typical, read_split
from aijri_engine.interview.understanding.words.amounts import UNITS
from aijri_engine.interview.understanding.words.asides import all_but, in_brackets_of_others, of_others
from aijri_engine.interview.understanding.words.tokens import (
    FILLER,
    HALF_READ,
    MINUS,
    fold,
    half_share,
    is_number,
    split_at,
    word_set,
    words_of,
)
from aijri_engine.interview.understanding.yes_no import YES
from aijri_engine.interview.values import SUM_TOLERANCE, Problem

OF_OTHERS: Final = "Somebody else's part stands beside yours. Say your own week alone, please."
ALL_BUT: Final = "How much is what you take out, and how long is the week?"
EACH: Final = "Some hours there are said of each day or shift. How many are they in the whole week?"
BELOW_NOTHING: Final = "An amount below nothing cannot be."


def read_week(line: Line) -> Reading:
    asked = line.asked
    part_of = asked.question.part_of
    if part_of is None and is_typical(line.words):
        return line.taken("typical")
    if half := half_share(line.typed):
        return ask(HALF_READ.format(half, how(asked)))
    if (now := _as_it_was(line)) is not None and (found := read_week(now)).kind == "value":
        return put("", [(found.echo, found.value)])
    draft = _two_weeks(line) or draft_of(line)
    alone = draft is not None and draft.unknown == 1 == len(draft.own) and not draft.rows
    if draft is None or alone or (draft.bare and not draft.own and 0 < draft.total() < LEAST_TOLD):
        return ask(how(asked))
    if draft.own and all({*words_of(name)} <= _AGREEING for name in draft.own):
        return ask(how(asked))
    if of_others(line.tokens, line.typed) or in_brackets_of_others(line.typed):
        return ask(f"{OF_OTHERS} {how(asked)}")
    if draft.unit == "hours" and _EACH.search(" ".join(line.tokens)) and _SHIFTS & {*line.words}:
        return ask(f"{EACH} {how(asked)}")
    if all_but(line.words) and (draft.unit == "hours" or not any(map(is_number, line.words))):
        return ask(f"{ALL_BUT} {how(asked)}")
    found = draft.json() if part_of is None else draft.parts()
    if MINUS.search(fold(line.typed)) and not draft.loose:
        return ask(f"{BELOW_NOTHING} {how(asked)}")
    if not draft.questions:
        reading = line.taken(found, draft.confident)
        return reading if reading.kind == "value" else _with_offers(reading, line, draft)
    told = list(dict.fromkeys(draft.questions))[:2]
    kept = [one for one in told if SAY_YES not in one] or told
    return _with_offers(ask(" ".join(kept)), line, draft)


_EACH: Final = re.compile(r"\d (?:h|hrs?|hours?) (?:each|apiece)\b")
"""Of so many days or shifts, where these are told of, and not of so many rows."""
_SHIFTS: Final = word_set("shift shifts night nights days")


_AGREEING: Final = YES | word_set(
    "fine ok okay good great perfect well alright everything everythings all is its"
)
"""Words that call no work: "everything's fine"."""
_BUT: Final = word_set("but though although whereas")
_USUALLY: Final = word_set("normally usually typically generally ordinarily")


def _as_it_was(line: Line) -> Line | None:
    """`normally 40 care ..., but these two weeks 60 care ...`: what is not said of what is usual."""
    parts = split_at(line.tokens, _BUT)
    told = [part for part in parts if any(map(is_number, part))]
    now = [part for part in told if not _USUALLY & {*part}]
    return line.said(now[0]) if len(told) == 2 and len(now) == 1 else None


def _two_weeks(line: Line) -> Draft | None:
    """`first week ..., second week ...`: both in equal parts, where both are clear."""
    text = " ".join(line.tokens)
    found = re.search(
        r"(?:the )?(?:first|1st|one|last) week\b(.+?)(?:the )?(?:second|2nd|other|next) week\b(.+)", text
    )
    said = [part.strip(" ,.;:").split() for part in found.groups()] if found else []
    weeks = [(draft_of(line.said(week)), draft_of(line.said(["only", *week]))) for week in said]
    clear = [[one for one in week if one and not one.questions] for week in weeks]
    drafts = [week[0] for week in clear if week and week[0].unit == "percent"]
    if len(drafts) != 2 or any(abs(week.total() - 100.0) > SUM_TOLERANCE for week in drafts):
        return None
    first, second = drafts
    for mean, other in ((first.rows, second.rows), (first.own, second.own)):
        mean |= {name: (mean.get(name, 0) + other.get(name, 0)) / 2 for name in {**mean, **other}}
    first.bare = False
    return first


def draft_of(line: Line) -> Draft | None:
    part_of = line.asked.question.part_of
    whole = 100.0 if part_of is None else line.split.shares.get(part_of, 0.0)
    table = line.vocabulary.table(line.asked)
    return read_split(_names_first(line.tokens), table, whole, part_of is None, line.around.known)


_SIGNS: Final = (".", ",", ";", "!")


def _names_first(tokens: list[str]) -> list[str]:
    """Without signs between a name and its figure, where each part but the first begins with the figure of the one
    before: "care ... 40 meds ... 60".
    """
    parts = [[one for one in part if one not in FILLER] for part in split_at(tokens, _SIGNS)]
    first, *rest = [part for part in parts if part] or [[]]
    names = [[one for one in part if not (is_number(one) or one in UNITS)] for part in rest]
    led = len(rest) > 1 and all(is_number(part[0]) for part in rest) and not any(map(is_number, first))
    between = led and all(names[:-1]) and not names[-1]
    return [token for token in tokens if token not in _SIGNS] if between else tokens


def _with_offers(reading: Reading, line: Line, draft: Draft) -> Reading:
    """Offer what would be taken: as it stands, otherwise paired, as hours, scaled, the rest as other work."""
    drafts = [one for one in (draft, *draft.instead) if one.total() > 0 and not one.loose]
    if line.asked.question.part_of is not None:
        parts = _once([*line.offered(*(one.parts() for one in drafts)), *reading.nearest])
        return replace(reading, nearest=parts, known=None if draft.loose else draft.parts())
    found = draft.json()
    objection = accept(line.asked, found, line.form, line.split)
    told = isinstance(objection, Problem) and not draft.questions and draft.total() > 0
    offers = [offer for _, offer in objection.offers] if isinstance(objection, Problem) else []
    hours = [{**found, "unit": "hours"}] if draft.bare and 0 < draft.total() < 100 else []
    hours = [] if draft.loose or draft.misread else hours
    offers = [] if draft.loose or draft.summed or draft.misread else offers
    near = line.offered(*(one.json() for one in drafts), *hours, *offers)
    if near and draft.named and (not isinstance(objection, Problem) or draft.unit == "hours"):
        told_names = f"{' '.join(draft.questions)} Right?"
        return replace(reading, kind="confirm", question=told_names, nearest=_once(near))
    question = objection.text() if told and isinstance(objection, Problem) else reading.question
    return replace(reading, question=question, nearest=_once([*near, *reading.nearest]))


def _once(offers: list[tuple[str, Any]]) -> tuple[tuple[str, Any], ...]:
    """The first few offers, none of them twice."""
    kept: list[tuple[str, Any]] = []
    for label, found in offers:
        if all(label != other for other, _ in kept):
            kept.append((label, found))
    return tuple(kept[:MOST_NEAREST])
