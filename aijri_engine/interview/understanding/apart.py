"""Two things in one line: "seven years, mostly training and I guessed"."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Final

from aijri_engine.interview.form import Asked, Form
from aijri_engine.interview.understanding.options import Options
from aijri_engine.interview.understanding.reading import Around, Pending, Reading, put
from aijri_engine.interview.understanding.words.amounts import UNITS
from aijri_engine.interview.understanding.words.clauses import OTHER_PEOPLE, denies, turned_away
from aijri_engine.interview.understanding.words.numbers import ONES, ORDINALS
from aijri_engine.interview.understanding.words.tokens import (
    FILLER,
    PHRASES,
    VAGUE,
    is_number,
    only_words,
    phrase_list,
    word_set,
)
from aijri_engine.interview.understanding.yes_no import NO, YES

PARTING: Final = frozenset((",", ";", ".", "and", "but", "while"))
"""Words and signs between two things that are said [ours]."""

_PLACES: Final = FILLER | {*ONES, *ORDINALS, "last"}
"""Words that pick one of the options in view, never one of another question."""

_REMARKS: Final = phrase_list(PHRASES.closing)

_OF_WHOM: Final = frozenset(("the", "a", "an", "my", "our", "some", "another"))
_DOING: Final = word_set(PHRASES.choosing)
FEWEST_ACTING: Final = 2
"""Words that name somebody by a job [ours]."""

MOST_PARTS: Final = 12
"""Parts of a line up to which it is taken for more than one thing [ours]."""

Read = Callable[[Asked, list[str]], Reading]


def told_apart(asked: Asked) -> bool:
    """It may be answered beside another question."""
    takes = asked.question.takes
    return takes.option or takes.number or takes.shares


def two_things(
    asked: Asked, tokens: Sequence[str], form: Form, around: Around, read: Read,
    rows: Callable[[Sequence[str]], bool], options: Callable[[Asked], Options], whole: Reading,
) -> Reading | None:  # fmt: skip
    """The open question answered by the beginning or the end of the line, and other questions by all the rest of it.

    None where a part of the rest says nothing that another question would take; put to be confirmed where it speaks of
    somebody else, or may speak of the open one, too. Of a line that denies, asks or wishes nothing is taken apart.
    `whole` is what the line says to the open question: where that is put to be confirmed, so is a part of it.
    `rows` tells whether words name a row of the week.
    """
    if turned_away(tokens) or any(map(denies, tokens)):
        return None
    readings: dict[tuple[str, ...], Reading] = {}

    def read_once(one: Asked, words: list[str]) -> Reading:
        known = (one.key, *words)
        if known not in readings:
            readings[known] = read(one, words)
        return readings[known]

    for own, rest in _cuts(tokens):
        if asked.question.takes.shares and any(map(rows, rest)):
            continue
        found = read_once(asked, own)
        others = any(OTHER_PEOPLE & {*part} for part in rest)
        leads = found.nearest == whole.nearest or (not others and found.nearest[:1] == whole.nearest[:1])
        led = found.kind == "confirm" and leads
        if not (found.kind == "value" or led) or found.unsure:
            continue
        pending = _claimed(asked, rest, form, around, read_once, rows, options)
        unclear = others or any(_speaks(options(asked), part) for part in rest)
        unclear = unclear or any(one.value is None for one in pending)
        if pending and asked.choices and unclear and not led:
            found = put("", [(found.echo, found.value)])
        if pending:
            return replace(found, pending=pending)
    return None


def all_elsewhere(
    asked: Asked, tokens: Sequence[str], form: Form, around: Around, read: Read,
    rows: Callable[[Sequence[str]], bool], options: Callable[[Asked], Options],
) -> tuple[Pending, ...]:  # fmt: skip
    """What other open questions make of a line that says nothing to this one; () where a part of it belongs to none."""
    if turned_away(tokens) or any(map(denies, tokens)):
        return ()
    parts = [left for part in parts_of(tokens)[0] if only_words(left := telling(part))]
    found = _claimed(asked, parts, form, around, read, rows, options) if parts else ()
    asked_of = [form.single[one.key] for one in found if one.key in form.single]
    hinted = any(options(one).hinted(only_words(part)) for one in asked_of if one.choices for part in parts)
    return found if all(one.value is not None for one in found) and not hinted else ()


def parts_of(tokens: Sequence[str]) -> tuple[list[list[str]], list[str]]:
    """The parts of a line and the signs and words between them."""
    parts, signs = [[]], []  # type: tuple[list[list[str]], list[str]]
    for token in tokens:
        if token in PARTING:
            parts.append([])
            signs.append(token)
        else:
            parts[-1].append(token)
    return parts, signs


def _cuts(tokens: Sequence[str]) -> Iterator[tuple[list[str], list[list[str]]]]:
    """The words of the open question and the parts of the rest: as few words as will do for the first."""
    parts, signs = parts_of(tokens)
    if not 1 < sum(bool(only_words(part)) for part in parts) <= MOST_PARTS:
        return
    for size in range(1, len(parts)):
        for start in dict.fromkeys((0, len(parts) - size)):
            own = list(parts[start])
            for at in range(start + 1, start + size):
                own += [signs[at - 1], *parts[at]]
            rest = [
                left for part in (*parts[:start], *parts[start + size :]) if only_words(left := telling(part))
            ]
            if only_words(own) and rest:
                yield own, rest


def telling(part: list[str]) -> list[str]:
    """The part without a remark at its end ("by the way"); nothing of one that only remarks."""
    for remark in _REMARKS:
        if tuple(part[-len(remark) :]) == remark:
            part = part[: -len(remark)]
    return [] if all(word in FILLER for word in only_words(part)) else part


def _speaks(options: Options, part: list[str]) -> bool:
    return options.one(part).clear or options.likelihood.judge(" ".join(part)).firm


def _claimed(
    asked: Asked, rest: list[list[str]], form: Form, around: Around, read: Read,
    rows: Callable[[Sequence[str]], bool], options: Callable[[Asked], Options],
) -> tuple[Pending, ...]:  # fmt: skip
    """What other open questions make of each part; () where one part belongs to none, or to several."""
    others = [
        one for key, one in {**form.single, **around.questions}.items()
        if key != asked.key and key not in around.answers and (told_apart(one) or one.question.takes.several)
        and not one.question.check and not one.question.optional and one.question.part_of is None
        and one.question.options_from is None and not any(option.tells for option in one.question.options)
    ]  # fmt: skip
    together = [[word for part in rest for word in (*part, ",")][:-1]]
    for words in (rest, together)[: len(rest)]:
        claims = (_claims(others, part, read, rows, options) for part in words)
        only = [*takewhile(lambda claim: len(claim) == 1, claims)]
        if only and len(only) == len(words):
            return tuple({claim[0].key: claim[0] for claim in only}.values())
    return ()


def _claims(
    others: list[Asked], part: list[str], read: Read, rows: Callable[[Sequence[str]], bool],
    options: Callable[[Asked], Options],
) -> list[Pending]:  # fmt: skip
    """What each question makes of a part; of options that are named, the one with the longest name."""
    claimed, vague = [], []
    longest: dict[str, int] = {}
    for one in others:
        takes = one.question.takes
        unit = one.question.unit or ""
        if takes.number and not any(unit == word or unit == UNITS.get(word, ("",))[0] for word in part):
            continue
        if takes.listed and (all(map(_of_the_open, part)) or _acts(part)):
            continue
        of_a_row = (takes.listed or takes.shares) and rows(part)
        found = read(one, part)
        if takes.listed and found.kind in ("value", "confirm"):
            said = only_words(part)
            named = (said[start:end] for start, end, _ in options(one).names.spans(said))
            longest[one.key] = max((len({*words} - _OF_WHOM) for words in named), default=0)
            if (
                found.kind == "confirm" and options(one).hinted(said) and _THERE & {*said}
            ):  # it is put in any case
                label, put_first = found.nearest[0]
                found = replace(found, kind="value", value=put_first, echo=label, confident=True)
        if found.kind == "value" and found.confident and not (takes.listed and of_a_row):
            echo = f"“{' '.join(part)}”, {found.echo}" if takes.listed else found.echo
            claimed.append(Pending(one.key, found.value, echo))
        elif takes.number and found.unsure and found.nearest:  # "nine years i think": it is put in any case
            label, value = found.nearest[0]
            claimed.append(Pending(one.key, value, label))
        elif takes.shares and of_a_row and any(is_number(word) or word in VAGUE for word in part):
            vague.append(Pending(one.key, None, " ".join(part)))
    most = max(longest.values(), default=0)
    alone = [*longest.values()].count(most) == 1
    claimed = [
        one for one in claimed
        if longest.get(one.key, most) == most and (alone or not isinstance(one.value, list))
    ]  # fmt: skip
    return claimed or vague


_THERE: Final = word_set("have has there theres is are am")
"""Words by which a hint tells of one's own work ("we have a union")."""


def _of_the_open(word: str) -> bool:
    """A word that says nothing of another question: a letter, a place, a yes or a no."""
    return word in _PLACES | YES | NO or is_number(word) or len(word) == 1


def _acts(part: list[str]) -> bool:
    """ "the doctor chose": somebody named by a job does something."""
    return len(part) > FEWEST_ACTING and part[0] in _OF_WHOM and part[-1] in _DOING
