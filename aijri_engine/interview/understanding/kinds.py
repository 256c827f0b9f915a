"""What a line says, by what its question is answered with."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final, assert_never

from aijri_engine.content.kinds import Shape
from aijri_engine.content.phrases import YES_OR_NO
from aijri_engine.interview.form import Asked
from aijri_engine.interview.understanding import commands
from aijri_engine.interview.understanding.corrections import without_marks
from aijri_engine.interview.understanding.grids import read_grid
from aijri_engine.interview.understanding.line import Line
from aijri_engine.interview.understanding.meant import REST_SAYS
from aijri_engine.interview.understanding.option_names import all_of, none_of, trimmed
from aijri_engine.interview.understanding.reading import Reading, ask, put, taken_only
from aijri_engine.interview.understanding.refusals import but_for
from aijri_engine.interview.understanding.replies import NUMBER_WHY, how, still_to_tell
from aijri_engine.interview.understanding.vocabulary import beside
from aijri_engine.interview.understanding.week_reading import read_week
from aijri_engine.interview.understanding.words.clauses import denies, wants_to_know
from aijri_engine.interview.understanding.words.numbers import number_from_digits
from aijri_engine.interview.understanding.words.other_years import (
    in_seasons,
    is_age,
    is_ahead,
    is_no_span,
    is_over,
    is_part,
    of_me,
)
from aijri_engine.interview.understanding.words.positions import Pick
from aijri_engine.interview.understanding.words.quantities import WHOLE, Quantity, read_quantity
from aijri_engine.interview.understanding.words.spans import YEARS, in_years
from aijri_engine.interview.understanding.words.tokens import (
    FILLER,
    HALF_READ,
    MINUS,
    NEGATORS,
    PHRASES,
    fold,
    half_read,
    hedged,
    is_number,
    odd,
    opening,
    word_set,
)
from aijri_engine.interview.understanding.yes_no import NO, read_yes_no
from aijri_engine.text import figure

_EVERY: Final = word_set("all every everything")
MEANT_INSTEAD: Final = 14.0
"""How much words of a command must say for an option that is put instead: a log-likelihood ratio [ours]."""

NO_AMOUNT: Final = "For none at all, type 0."


def _as_typed(line: Line) -> Reading:
    """What is typed where it is accepted as it is, else what an answer looks like."""
    typed = line.typed.strip()
    for given in (typed, number_from_digits(typed)):
        read = line.taken(given)
        if read.kind == "value":
            return read
    return ask(how(line.asked))


def exactly(line: Line) -> Reading | None:
    """An option called exactly by its name, letter or number."""
    if not line.asked.question.takes.listed:
        return None
    pick = line.vocabulary.options(line.asked).exact(line.tokens)
    return line.taken(_picked(line.asked, pick.chosen)) if pick.clear else None


def _picked(asked: Asked, chosen: tuple[str, ...]) -> Any:
    return list(chosen) if asked.question.takes.several or len(chosen) > 1 else chosen[0]


def answer_instead(line: Line) -> Reading | None:
    """What a line says much for that holds the words of a command and is none word for word; to be confirmed."""
    if not line.asked.question.takes.listed or commands.is_called_so(line.typed):
        return None
    judged = line.vocabulary.options(line.asked).likelihood.judge(" ".join(line.tokens))
    meant = judged.strong and judged.ratio >= MEANT_INSTEAD
    return put(how(line.asked), line.offered(_picked(line.asked, judged.close))) if meant else None


def _unclear(line: Line, pick: Pick) -> Reading:
    """One reading is put to be confirmed, two or three to choose from; without any nothing is offered."""
    nearest = line.offered(*(_picked(line.asked, ids) for ids in pick.nearest))
    return put(how(line.asked), nearest, pick.why, pick.unsure, pick.led)


def _choice(line: Line) -> Reading:
    options = line.vocabulary.options(line.asked)
    if all_of(line.words) or line.words in (["both"], ["neither"]):
        return ask(f"One of them, please. {how(line.asked)}")
    pick = options.some(line.tokens, 2 if line.asked.question.two else 1)
    if not (pick.clear or pick.nearest):
        opened = options.exact(opening(line.tokens))
        pick = replace(opened, chosen=(), nearest=(opened.chosen,)) if opened.clear else pick
    if not pick.clear:
        return _unclear(line, pick)
    return line.taken(_picked(line.asked, pick.chosen), pick.confident)


_EXCEPT: Final = frozenset(
    ("except", "but", "besides", "bar", "apart", "aside", "without", "save", "excluding")
)
"""Before the letters of what is so, where none of the others is."""


_SOME_OF_THEM: Final = frozenset(PHRASES.leading["some_of_them"])
_REFUSING: Final = word_set("not neither nor or and either")


def _only_refused(line: Line) -> bool:
    """It names letters and says of each that it is not so, and nothing of the others: "not a", "neither a nor b"."""
    letters = {word for word in line.words if len(word) == 1}
    return bool(letters) and line.words[0] in _REFUSING and letters | _REFUSING >= {*line.words}


def _multi(line: Line) -> Reading:
    options = line.vocabulary.options(line.asked)
    if " ".join(line.words) in _SOME_OF_THEM:
        return ask(how(line.asked))
    if ranged := options.places.ranged(line.tokens):
        return put(how(line.asked), line.offered(list(ranged)))
    begun = opening(line.tokens)
    but = _EXCEPT & {*line.words} or any(map(denies, line.words))
    behind = options.likelihood.known(" ".join(line.words[len(begun) :]), REST_SAYS).close if begun else ()
    if all_of(line.words) or (not but and not behind and any(map(all_of, (begun, trimmed(begun))))):
        every = [choice.id for choice in options.choices if not choice.exclusive]
        return ask("Is every line true?", *line.offered(every))
    alone = tuple(choice.id for choice in options.choices if choice.exclusive)
    nothing = len(alone) == 1 and (none_of(line.words) or none_of(trimmed(line.words)))
    pick = (
        Pick(alone)
        if nothing and not {*options.places.lettered(line.tokens)} - {*alone}
        else options.some(line.tokens)
    )
    head = but_for(options, line.tokens)
    if head is not None and not options.exact(line.tokens).clear:
        kept = options.some(head)
        near = (kept.chosen,) if kept.clear else kept.nearest
        pick = replace(kept, chosen=(), nearest=near, led=kept.clear or kept.led)
    if not pick.clear and len(alone) == 1 and none_of(trimmed(opening(line.tokens))):
        pick = replace(pick, nearest=(alone, *pick.nearest), led=True)
    at = next((at for at, one in enumerate(line.words) if one in _EXCEPT), len(line.words))
    told = options.likelihood.judge(" ".join(line.words[at + 1 :])).close
    excepted = told or (options.places.lettered(line.tokens) if at < len(line.words) else ())
    if excepted and {*alone} & {*pick.chosen, *(pick.nearest[:1] or ((),))[0]}:
        pick = replace(pick, chosen=(), nearest=(excepted, alone), led=True)
    if not pick.clear:
        return ask(how(line.asked)) if _only_refused(line) else _unclear(line, pick)
    reading = line.taken(list(pick.chosen), pick.confident)
    parts = line.offered(*([one] for one in pick.chosen))
    return reading if reading.kind == "value" else ask(reading.question, *parts)


_LETTERS: Final[Mapping[str, bool]] = {"a": True, "1": True, "b": False, "2": False}
"""Yes and no as they are painted, by letter and by number."""


def read_yes_or_no(line: Line) -> Reading:
    lettered = _LETTERS.get(line.words[0]) if len(line.words) == 1 else None
    if lettered is not None:
        doubted = odd(line.tokens)
        return put(how(line.asked), line.offered(lettered)) if doubted else line.taken(lettered)
    if wants_to_know(line.tokens):
        return ask(how(line.asked))
    judged = line.vocabulary.options(line.asked).likelihood.judge(" ".join(line.tokens)).close
    told = judged[0] == YES_OR_NO[0] if len(judged) == 1 else None
    said, near = read_yes_no(line.tokens, beside(line.asked), told)
    more = any(map(is_number, line.words))  # "no, it was 50 50": not used here
    if said is not None and not more:
        return line.taken(said)
    return put(how(line.asked), line.offered(*([near] if near is not None else [])))


def _says_no(line: Line) -> bool:
    """A no of which no number follows, and that does not say none of what is counted: "no wait", "no, b"."""
    words = {*line.words}
    counted = NEGATORS - NO | beside(line.asked) - FILLER | {line.asked.question.unit}
    return bool(words & NO) and not words & counted


_SINCE_THEN: Final[Mapping[str, int]] = {"more": 1, "further": 1, "another": 1, "less": -1, "fewer": -1}


def _since_then(line: Line, said: Sequence[float | None]) -> float | None:
    """ "two more now": the number of before and what came to it; None where nothing is said of before."""
    before = line.around.known
    sign = next((way for word, way in _SINCE_THEN.items() if word in line.words[:3]), 0)
    told = [one for one in said if one is not None]
    if not sign or len(told) != 1 or not isinstance(before, float | int) or "than" in line.words:
        return None
    return float(before) + sign * told[0]


def _other_years(tokens: Sequence[str]) -> str:
    """Why the years of a line are none of the work."""
    over = "over" if is_over(tokens) else "unit" if is_no_span(tokens) or is_part(tokens) else ""
    return "age" if is_age(tokens) else over


def _number(line: Line) -> Reading:
    unit = line.asked.question.unit or ""
    if half := half_read(line.typed):
        return ask(HALF_READ.format(half, how(line.asked)))
    told = of_me(line.tokens) if unit == YEARS else line.tokens
    if unit == YEARS and (why := _other_years(told or line.tokens) or ("" if told else "others")):
        return ask(f"{NUMBER_WHY[why].replace('{unit}', unit)} {how(line.asked)}")
    tokens = in_years(told, line.around.today) if unit == YEARS else told
    found = read_quantity(tokens, unit, beside(line.asked))
    if found.value is not None and (
        tokens != line.tokens or (unit == YEARS and (in_seasons(tokens) or is_ahead(tokens)))
    ):
        found = Quantity(nearest=(found.value,), why="more")
    if found.nearest in ((), (0.0,)) and _says_no(line):
        return ask(f"{NO_AMOUNT} {how(line.asked)}")
    if (after := _since_then(line, [found.value, *found.nearest])) is not None:
        return put(how(line.asked), line.offered(after))
    negative = line.tokens[0] == "-" or (found.why != "sum" and MINUS.search(fold(line.typed)) is not None)
    if found.value is not None and not negative:
        return line.taken(found.value)
    low, high = figure(line.asked.question.minimum or 0.0), figure(line.asked.question.maximum or 0.0)
    why = NUMBER_WHY.get("" if negative else found.why, "").replace("{unit}", unit)
    refused = line.words[:1] == ["not"] and line.tokens[1:2] and is_number(line.tokens[1])
    found_near = line.offered(*(() if negative or refused else found.nearest))
    return put(
        f"A number from {low} to {high}, please.",
        found_near,
        why,
        found.why == "unsure" or (found.why in WHOLE and hedged(tokens)),
        found.why == "first",
    )


def _grid(line: Line) -> Reading:
    asked = line.asked
    options = {row.id: line.vocabulary.row_options(asked, row) for row in asked.rows}
    table = line.vocabulary.table(asked)
    known = line.around.known if isinstance(line.around.known, Mapping) else {}
    known = {row: option for row, option in known.items() if row in options}
    done = known if len(known) < len(options) else ()
    filled = read_grid(line.tokens, table, options, done) if line.tokens[-1] != "?" else None
    if filled is None:
        return put(how(asked), [])
    if not filled.rows:
        return replace(ask(how(asked)), known=known)
    if filled.unnamed and known.keys() < options.keys() and known and filled.clear:
        return line.taken({**filled.rows, **known})
    if filled.unnamed:
        found = put(how(asked), line.offered(filled.rows))
        return replace(found, question="Is that so for every row?") if found.nearest else found
    rows = {**filled.rows, **known} if done and of_those_left(line, filled.rows) else {**known, **filled.rows}
    rows = {row: rows[row] for row in table.ids if row in rows}
    missing = [row for row in table.ids if row not in rows]
    if filled.clear and not missing:
        return line.taken(rows, filled.confident)
    if filled.clear:
        return replace(ask(still_to_tell([table.short(row) for row in missing])), known=rows)
    others = [{**known, **one} for one in filled.others]
    return put(how(asked), line.offered(rows, *others), "Is this what you mean?", led=True)


def of_those_left(line: Line, rows: Collection[str]) -> bool:
    """The line is about all rows and calls none ("both by people"): it tells of those that are not done yet."""
    called = line.words[0] in _EVERY or line.vocabulary.table(line.asked).names.spans(line.words)
    opened = line.tokens[0] != "no" or not line.tokens[1:2] or not line.tokens[1][-1].isalnum()
    corrects = opened and without_marks(line.tokens) != line.tokens
    return len(rows) == len(line.asked.rows) and not called and not corrects


def _reader(shape: Shape) -> Callable[[Line], Reading]:
    """What reads a line, by what its question is answered with."""
    match shape:
        case "option":
            return _choice
        case "several":
            return _multi
        case "yes_no":
            return read_yes_or_no
        case "number":
            return _number
        case "shares":
            return read_week
        case "rows":
            return _grid
        case "words":
            return _as_typed
        case _:
            assert_never(shape)


def read(line: Line) -> Reading:
    """What the line says to its question."""
    return _reader(line.asked.question.takes.shape)(line)


def plainly(line: Line) -> Reading | None:
    """The line as an option called by its name, or as a number; None where it is not."""
    if line.asked.question.takes.listed:
        return exactly(line)
    return taken_only(read(line))
