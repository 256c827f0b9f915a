"""A typed week as a reading: taken, put with the rows it may mean, or asked back."""

import re
from dataclasses import replace
from itertools import pairwise
from typing import Any, Final

from aijri_engine.interview.accept import accept
from aijri_engine.interview.understanding.line import Line
from aijri_engine.interview.understanding.reading import MOST_NEAREST, Reading, ask, put
from aijri_engine.interview.understanding.replies import how
from aijri_engine.interview.understanding.week.draft import NO_WEEK, Draft
from aijri_engine.interview.understanding.week.likeliest import likeliest
from aijri_engine.interview.understanding.week.split import (
    LEAST_TOLD,
    SAY_YES,
    TWICE,
    is_typical,
    read_split,
)
from aijri_engine.interview.understanding.words.amounts import UNITS, amounts_in
from aijri_engine.interview.understanding.words.asides import all_but, in_brackets_of_others, of_others
from aijri_engine.interview.understanding.words.tokens import (
    FILLER,
    HALF_READ,
    MINUS,
    PHRASES,
    fold,
    half_share,
    is_number,
    split_at,
    word_set,
    words_of,
)
from aijri_engine.interview.understanding.yes_no import YES
from aijri_engine.interview.values import Problem

OF_OTHERS: Final = (
    "That sounds like somebody else's week, or one that is only written. Say your own alone, please."
)
ALL_BUT: Final = "How much is what you take out, and how long is the week?"
EACH: Final = "Some hours there are said of each day or shift. How many are they in the whole week?"
MORE_WEEKS: Final = "These hours are of more than one week. How many are they in one?"
BELOW_NOTHING: Final = "An amount below nothing cannot be."


LEAST_SAID: Final = 5.0
"""How much the words of a week that is put must say on average for its rows: a log-likelihood ratio [ours]."""


def read_week(line: Line) -> Reading:
    """A week that is taken, put or asked back; where it cannot be taken apart, the likeliest whole is put."""
    asked = line.asked
    part_of = asked.question.part_of
    line = _in_days(_in_minutes(_as_done(line)))
    if part_of is None and is_typical(line.words):
        return line.taken("typical")
    if half := half_share(line.typed):
        return ask(HALF_READ.format(half, how(asked)))
    if (now := _as_it_was(line)) is not None and (found := read_week(now)).kind == "value":
        return put("", [(found.echo, found.value)])
    draft = draft_of(line)
    if refused := _refused(line, draft or Draft()):
        return ask(f"{refused if draft else ''} {how(asked)}".strip())
    found = ask(how(asked)) if draft is None or _tells_none(line, draft) else _as_told(line, draft)
    apart = draft is not None and (draft.unclear in NO_WEEK or bool(Draft.of(line.around.known).total()))
    twice = draft is not None and TWICE in draft.questions and not {"week", "weeks"} & {*line.words}
    if found.kind == "value" or part_of is not None or apart or twice:
        return found
    whole = likeliest(line.tokens, line.vocabulary.table(asked))
    if whole is None or whole.told < LEAST_SAID or (found.kind == "confirm" and not whole.distinct):
        return found
    near = line.offered(whole.week().json())
    return put("", [*near, *found.nearest], led=True) if near else found


def _tells_none(line: Line, draft: Draft) -> bool:
    """Nothing but one amount of words that are hardly about any row, small figures, or words that call no work."""
    judged = line.vocabulary.table(line.asked).described.judge(" ".join(line.words)).close
    alone = len(draft.rows) + len(draft.own) == 1 and not {*draft.rows} & {*judged}
    alone = alone and (draft.unknown == 1 or not draft.confident) and bool(draft.rows or not judged)
    small = draft.bare and not draft.own and 0 < draft.total() < LEAST_TOLD
    return alone or small or (bool(draft.own) and all({*words_of(name)} <= _AGREEING for name in draft.own))


def _refused(line: Line, draft: Draft) -> str:
    """Why no week is made of the line, whatever its amounts may be for; "" where one may be."""
    if of_others(line.tokens, line.typed) or in_brackets_of_others(line.typed):
        return OF_OTHERS
    told = " ".join(line.tokens)
    amounts = amounts_in(line.tokens)
    if any(one.unit == "hours" for one in amounts) and _OF_MORE_WEEKS.search(told):
        return MORE_WEEKS
    if draft.unit == "hours" and (
        _OF_A_SHIFT.search(told) or _OF_A_DAY.search(told) or (_EACH.search(told) and _SHIFTS & {*line.words})
    ):
        return EACH
    if all_but(line.words) and (not amounts or "hours" in (draft.unit, *(one.unit for one in amounts))):
        return ALL_BUT
    return BELOW_NOTHING if MINUS.search(fold(line.typed)) and not draft.loose else ""


def _as_told(line: Line, draft: Draft) -> Reading:
    found = draft.json() if line.asked.question.part_of is None else draft.parts()
    if not draft.questions:
        reading = line.taken(found, draft.confident)
        return reading if reading.kind == "value" else _with_offers(reading, line, draft)
    told = list(dict.fromkeys(draft.questions))[:2]
    kept = [one for one in told if SAY_YES not in one] or told
    return _with_offers(ask(" ".join(kept)), line, draft)


def _as_done(line: Line) -> Line:
    """The line without what it only tells of rows that are not done, where it has no figure of these."""
    told = " ".join(line.tokens)
    left = line.said(_NOT_DONE.sub("", told).split())
    if not left.tokens or left.tokens == line.tokens:
        return line
    denied = [word for part in _NOT_DONE.finditer(told) for word in part[0].split() if word[-1].isalnum()]
    names = {key for *_, keys in line.vocabulary.table(line.asked).names.spans(denied) for key in keys}
    draft = draft_of(left)
    return line if draft is None or names & {*draft.rows} else left


def _in_minutes(line: Line) -> Line:
    """The line with "90m" as minutes, where hours stand beside it."""
    timed = any(one.unit == "hours" for one in amounts_in(line.tokens))
    said = ["min" if two == "m" and is_number(one) else two for one, two in pairwise(["", *line.tokens])]
    return line.said(said) if timed and said != line.tokens else line


def _in_days(line: Line) -> Line:
    """The line with "3 out of 5 days" as 3 days, where other figures without a unit are days beside it."""
    told = " ".join(line.tokens)
    said = _OF_DAYS.sub(r"\1 days", told).split()
    units = [one.unit for one in amounts_in(said)]
    counted = said != line.tokens and {*units} == {"days", "bare"} and not _LEFT_OVER.search(told)
    return line.said(said) if counted else line


_OF_DAYS: Final = re.compile(
    r"\b([a-z]+|\d+) (?:days? )?(?:out )?of (?:(?:the|my|those) )?(?:[a-z]+|\d+) days\b"
)
_LEFT_OVER: Final = re.compile(rf"\b(?:{'|'.join(sorted(PHRASES.the_rest, key=len, reverse=True))})\b")
_NOT_I: Final = r"(?:i|we) (?:dont|never|didnt|do not|did not)(?: ever)?"
_NOT_DONE: Final = re.compile(
    r" [.,;] (?:and |but )?(?:(?!which|that|th[eo]se|this|it|them|what|thing)[a-z]+ ){1,3}"
    + _NOT_I
    + r" do(?= [.,;]|$)"
    r"| [.,;] (?:and |but )?"
    + _NOT_I
    + r" do(?: any)?(?: (?!it|that|this|th[eo]se|them)[a-z]+){1,3}(?= [.,;]|$)"
)
"""A part without a figure that only tells of a row that it is not done: "advising I don't do"."""
_EACH: Final = re.compile(r"\d (?:h|hrs?|hours?) (?:each|apiece)\b")
"""Of so many days or shifts, where these are told of, and not of so many rows."""
_OF_A_DAY: Final = re.compile(r"\d (?:h|hrs?|hours?) (?:[a-z]+ ){1,4}(?:per|a) day(?: [,;.]|$)")
"""Said behind what it is for: "4 h design per day"."""
_OF_A_SHIFT: Final = re.compile(
    r"\d (?:h|hrs?|hours?) (?:[a-z]+ ){0,4}(?:per|a|each|every) (?:shift|night|visit|turn|session)\b"
    r"|\d (?:shifts?|nights?|visits?|turns|sessions?) (?:of|at|with) \d"
)
_OF_MORE_WEEKS: Final = re.compile(
    r"\b(?:(?:last|past|this|whole|per|a|each|every) month|fortnight|one week (?:[\w.,&]+ )*the (?:other|next))\b"
)
_SHIFTS: Final = word_set("shift shifts night nights days")


_AGREEING: Final = YES | {*PHRASES.weeks["fine"]}
"""Words that call no work: "everything's fine"."""
_BUT: Final = word_set("but though although whereas")
_USUALLY: Final = frozenset(PHRASES.weeks["usually"])


def _as_it_was(line: Line) -> Line | None:
    """`normally 40 care ..., but these two weeks 60 care ...`: what is not said of what is usual."""
    parts = split_at(line.tokens, _BUT)
    told = [part for part in parts if any(map(is_number, part))]
    now = [part for part in told if not _USUALLY & {*part}]
    return line.said(now[0]) if len(told) == 2 and len(now) == 1 else None


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
