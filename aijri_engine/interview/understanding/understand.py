"""From one typed line to a reading, by the kind of question."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from aijri_engine.interview.accept import accept
from aijri_engine.interview.form import Asked, Form
from aijri_engine.interview.understanding import commands
from aijri_engine.interview.understanding.amounts import read_quantity
from aijri_engine.interview.understanding.apart import told_apart, two_things
from aijri_engine.interview.understanding.clauses import in_distress
from aijri_engine.interview.understanding.corrections import (
    after_what_is_over,
    amended,
    amount_replaced,
    corrected,
    doubted,
    of_the_last_answer,
    set_aside,
    unfit_amount,
)
from aijri_engine.interview.understanding.grids import read_grid
from aijri_engine.interview.understanding.numbers import number_from_digits
from aijri_engine.interview.understanding.options import all_of, none_of, trimmed
from aijri_engine.interview.understanding.positions import Pick
from aijri_engine.interview.understanding.reading import ALONE, MOST_NEAREST, Around, Reading, ask, put, value
from aijri_engine.interview.understanding.replies import NUMBER_WHY, echo_of, how
from aijri_engine.interview.understanding.split import (
    LEAST_TOLD,
    SAY_YES,
    Draft,
    is_typical,
    read_split,
)
from aijri_engine.interview.understanding.tokens import (
    HALF_READ,
    LONGEST_READ,
    MOST_TOKENS,
    fold,
    half_read,
    half_share,
    is_number,
    only_words,
    tokens_of,
    word_set,
)
from aijri_engine.interview.understanding.vocabulary import Vocabulary, beside, vocabulary_of
from aijri_engine.interview.understanding.yes_no import NO, YES, read_yes_no
from aijri_engine.interview.values import LONGEST_NOTE, SUM_TOLERANCE, Problem, Split
from aijri_engine.text import clean, figure, join_words

NO_AMOUNT: Final = "For none at all, type 0."
_LINE_END: Final = re.compile("[\r\n\v\f\x85\u2028\u2029]+")
_MINUS: Final = re.compile(r"(?:^|[\s:=,(])-[0-9]|\bminus\b")
_ASKING: Final = word_set("what who where when which how why is are do does can could would should will")


@dataclass(frozen=True, slots=True)
class _Line:
    """A typed line at one question."""

    asked: Asked
    typed: str
    tokens: list[str]
    form: Form
    split: Split
    vocabulary: Vocabulary
    around: Around = ALONE

    def said(self, tokens: list[str]) -> "_Line":
        """The same question, with these words typed."""
        return replace(self, typed=" ".join(tokens), tokens=tokens)

    def named(self) -> "_Line":
        """The same with the names of one's own rows marked: there they mean nothing else."""
        before = fold(_LINE_END.sub(" , ", self.typed))
        typed = self.vocabulary.named(before)
        return self if typed == before else replace(self, typed=typed, tokens=tokens_of(typed))

    @property
    def words(self) -> list[str]:
        """Words without signs."""
        return only_words(self.tokens)

    def taken(self, found: Any, confident: bool = True) -> Reading:
        """A value, if the question takes it; else its objection, with what it offers."""
        canonical = accept(self.asked, found, self.form, self.split)
        if isinstance(canonical, Problem):
            return ask(canonical.text(), *self.offered(*(offer for _, offer in canonical.offers)))
        return value(found, echo_of(self.asked, canonical), confident)

    def offered(self, *values: Any) -> list[tuple[str, Any]]:
        """Those values that the question would take, with their echo as label."""
        kept = []
        for one in values:
            canonical = accept(self.asked, one, self.form, self.split)
            if not isinstance(canonical, Problem):
                kept.append((echo_of(self.asked, canonical), one))
        return kept


def understand(asked: Asked, typed: str, form: Form, split: Split, around: Around = ALONE) -> Reading:
    """What a line typed at this question means. Pure, deterministic, never raises; a doubt becomes a question back.

    A reading of kind `value` is always one that the question takes. Precedence: distress; `/command`; the names of
    the commands; an option called exactly so; other words for a command; everything else the kind of question allows.
    """
    tokens = tokens_of(_LINE_END.sub(" , ", typed[: 4 * LONGEST_READ]))
    line = _Line(asked, typed, tokens, form, split, vocabulary_of(form), around)
    if in_distress(line.tokens):
        return Reading("side", distress=True)
    if not line.tokens:
        return ask(how(asked))
    ordered = _slash(line)
    if ordered is not None:
        return ordered
    if asked.question.takes.words:
        return _text(line)
    found = _answer(line)
    return replace(found, question=line.vocabulary.unnamed(found.question))


def _slash(line: _Line) -> Reading | None:
    first = fold(line.typed)[:1]
    command = commands.slash_command(line.typed, line.vocabulary.targets)
    if command is not None:
        return Reading("command", command=command)
    if first == "/":
        known = join_words([f"/{name.replace('_', ' ')}" for name in commands.NAMES])
        found = line.offered(_note(line)) if line.asked.question.takes.words else []
        return ask(f"{commands.NO_COMMAND} There are {known}.", *found)
    return None


def _text(line: _Line) -> Reading:
    """Any words are an answer; a bare command word is asked back, since commands need a `/` here."""
    command = commands.find_command(line.typed, line.vocabulary.targets)
    kept = _note(line)
    if command is not None and command.name != "edit":
        name = command.name.replace("_", " ")
        return ask(f"For the command type /{name}. Or are these words your answer?", *line.offered(kept))
    return line.taken(kept) if line.words else ask(how(line.asked), *line.offered(kept))


def _note(line: _Line) -> str:
    return clean(line.typed, LONGEST_NOTE).strip()


def _answer(line: _Line) -> Reading:
    """An answer or a command at a question that is not for free words."""
    if len(line.typed) > LONGEST_READ or len(line.tokens) > MOST_TOKENS:
        return ask(f"That is more than can be read at once. {how(line.asked)}")
    if line.asked.question.takes.yes_no and line.words and set(line.words) <= YES | NO:
        return _yes_no(line)
    if commands.is_canonical(line.typed):
        command = commands.find_command(line.typed)
        if command is not None:
            return Reading("command", command=command)
    if line.asked.question.takes.shares or line.asked.question.takes.rows:
        line = line.named()
    exact = _exact(line)
    if exact is not None:
        return exact
    mended = _corrected(line) or _of_another(line)
    if mended is not None:
        return mended
    command = commands.find_command(line.typed, line.vocabulary.targets)
    if command is not None:
        return Reading("command", command=command)
    found = READERS.get(line.asked.question.kind, _as_typed)(line)
    if found.kind not in ("ask", "confirm", "choose"):
        return found
    parted = _parted(line, found)
    if parted is not None:
        return parted
    if found.nearest:
        return found
    command = commands.mistyped(line.typed, line.vocabulary.targets) or commands.loosely(line.typed)
    if command is not None:
        return Reading("command", command=command, confident=False)
    aside = line.tokens[-1] == "?" or line.tokens[0] in _ASKING
    return replace(found, kind="side") if aside and len(line.words) > 2 else found


def _parted(line: _Line, whole: Reading) -> Reading | None:
    """The line where another question is answered beside the open one."""
    if not told_apart(line.asked):
        return None

    def read(asked: Asked, tokens: list[str]) -> Reading:
        alone = replace(line.said(tokens), asked=asked, around=ALONE)
        return READERS.get(asked.question.kind, _as_typed)(alone)

    weeks = [
        one for one in line.form.single.values() if one.question.takes.shares and not one.question.part_of
    ]
    tables = [line.vocabulary.table(week).names for week in weeks]

    def rows(words: Sequence[str]) -> bool:
        return any(names.spans(only_words(words)) for names in tables)

    return two_things(
        line.asked, line.tokens, line.form, line.around, read, line.vocabulary.options, rows, whole
    )


def _as_typed(line: _Line) -> Reading:
    """A kind without a reader of its own takes what is typed, or says what an answer looks like."""
    typed = line.typed.strip()
    for given in (typed, number_from_digits(typed)):
        read = line.taken(given)
        if read.kind == "value":
            return read
    return ask(how(line.asked))


"""Kinds whose answer is called by a name, or is a number."""


def _corrected(line: _Line) -> Reading | None:
    """The last word of somebody who takes something back, or who leans to an answer without being sure of it."""
    takes = line.asked.question.takes
    leaned = doubted(line.tokens)
    if leaned is not None:
        found = _plainly(line.said(leaned)) or _put_only(line.said(leaned))
        return replace(found, unsure=True) if found is not None else None
    put_aside = set_aside(line.tokens) if takes.listed else None
    if put_aside is not None:
        return _exact(line.said(put_aside))
    over = after_what_is_over(line.tokens)
    if over is not None:
        return _plainly(line.said(over)) or _put_only(line.said(over))
    parted = corrected(line.tokens)
    if parted is None:
        return None
    head, tail = (line.said(part) for part in parted)
    if takes.shares:
        replaced = amount_replaced(head.tokens, tail.tokens)
        if replaced is not None:
            return _split(line.said(replaced))
        before = _draft(head)
        known = before.json() if before is not None else None
        return _taken_only(_split(replace(tail, around=replace(line.around, known=known))))
    if not takes.short:
        return None
    found = _plainly(tail) or _parted(tail, ask(""))
    if found is None:
        return _instead(line)
    return found if _plainly(head) is not None else put(how(line.asked), [(found.echo, found.value)])


def _instead(line: _Line) -> Reading | None:
    """What is said in other words after something was taken back: a number by a mere "no", too; a yes by its no."""
    takes = line.asked.question.takes
    parted = corrected(line.tokens, no_counts=takes.number or takes.yes_no)
    if parted is None:
        return None
    before, after = (_put_only(line.said(part)) for part in parted)
    if takes.yes_no and before and not (after and YES & set(only_words(parted[1]))):
        return put(how(line.asked), line.offered(False)) if NO & set(line.words) else None
    return after if before else None


def _put_only(line: _Line) -> Reading | None:
    """What the line says in other words, put to be confirmed; None where that is nothing."""
    if not line.asked.question.takes.short:
        return None
    found = READERS.get(line.asked.question.kind, _as_typed)(line)
    if found.kind == "value":
        return put(how(line.asked), [(found.echo, found.value)])
    return found if found.nearest else None


def _plainly(line: _Line) -> Reading | None:
    """The line as an option called by its name, or as a number; None where it is not."""
    if line.asked.question.takes.listed:
        return _exact(line)
    return _taken_only(READERS.get(line.asked.question.kind, _as_typed)(line))


def _taken_only(found: Reading) -> Reading | None:
    return found if found.kind == "value" else None


def _of_another(line: _Line) -> Reading | None:
    """A line that corrects an earlier answer, not the open question."""
    around = line.around
    said = of_the_last_answer(line.tokens)
    last = around.questions.get(around.last)
    if said is not None and last is not None and last.key != line.asked.key and last.question.takes.short:
        found = _plainly(replace(line.said(said), asked=last, around=ALONE))
        return replace(found, key=last.key) if found is not None else None
    weeks = [key for key, asked in around.questions.items() if asked.question.takes.shares
             and asked.question.part_of is None]  # fmt: skip
    if line.asked.question.takes.shares and line.asked.question.part_of is None:
        return _amended(line, around.put) or _amended(line, around.known)
    if len(weeks) == 1 and weeks[0] in around.answers:
        week = replace(line.named(), asked=around.questions[weeks[0]])
        found = _amended(week, around.answers[weeks[0]])
        if found is None and sum(map(is_number, line.words)) > 1:
            found = _taken_only(_split(week.said(week.tokens)))
        if found is not None and {*Draft.of(found.value).rows} == {line.asked.question.part_of}:
            return None
        if found is not None and found.nearest:
            found = week.taken(found.nearest[0][1], confident=False)
        return None if found is None else replace(found, key=weeks[0]) if found.kind == "value" else found
    return None


NO_CHANGE: Final = (
    "“{0}” does not fit: this week is told in {1}, a change too, as in “move 10 from one task to another”."
)


def _amended(line: _Line, week: Any) -> Reading | None:
    """The week with one amount changed: taken where it follows, else put with the other rows in proportion."""
    table = line.vocabulary.table(line.asked)
    changed = amended(line.tokens, table, week)
    if changed is None:
        return None
    unit = week.get("unit", "percent")
    if half := half_share(line.typed) or unfit_amount(line.tokens, table, unit):
        return ask(NO_CHANGE.format(half, unit))
    value, follows = changed
    return line.taken(value) if follows else put(how(line.asked), line.offered(value))


def _exact(line: _Line) -> Reading | None:
    """An option called exactly by its name, letter or number."""
    if not line.asked.question.takes.listed:
        return None
    pick = line.vocabulary.options(line.asked).exact(line.tokens)
    return line.taken(_picked(line.asked, pick.chosen)) if pick.clear else None


def _picked(asked: Asked, chosen: tuple[str, ...]) -> Any:
    return list(chosen) if asked.question.takes.several or len(chosen) > 1 else chosen[0]


def _unclear(line: _Line, pick: Pick) -> Reading:
    """One reading is put to be confirmed, two or three to choose from; without any nothing is offered."""
    nearest = line.offered(*(_picked(line.asked, ids) for ids in pick.nearest))
    return put(how(line.asked), nearest, pick.why, pick.unsure, pick.led)


def _choice(line: _Line) -> Reading:
    options = line.vocabulary.options(line.asked)
    if all_of(line.words) or line.words in (["both"], ["neither"]):
        return ask(f"One of them, please. {how(line.asked)}")
    pick = options.some(line.tokens, 2 if line.asked.question.two else 1)
    if not pick.clear:
        return _unclear(line, pick)
    return line.taken(_picked(line.asked, pick.chosen), pick.confident)


def _multi(line: _Line) -> Reading:
    options = line.vocabulary.options(line.asked)
    if all_of(line.words):
        every = [choice.id for choice in options.choices if not choice.exclusive]
        return ask("Is every line true?", *line.offered(every))
    alone = tuple(choice.id for choice in options.choices if choice.exclusive)
    pick = (
        Pick(alone)
        if (none_of(line.words) or none_of(trimmed(line.words))) and len(alone) == 1
        else options.some(line.tokens)
    )
    if not pick.clear:
        return _unclear(line, pick)
    reading = line.taken(list(pick.chosen), pick.confident)
    parts = line.offered(*([one] for one in pick.chosen))
    return reading if reading.kind == "value" else ask(reading.question, *parts)


_LETTERS: Final[Mapping[str, bool]] = {"a": True, "1": True, "b": False, "2": False}
"""Yes and no as they are painted, by letter and by number."""


def _yes_no(line: _Line) -> Reading:
    if len(line.words) == 1 and line.words[0] in _LETTERS:
        return line.taken(_LETTERS[line.words[0]])
    said, near = read_yes_no(line.tokens, beside(line.asked))
    if said is not None:
        return line.taken(said)
    return put(how(line.asked), line.offered(*([near] if near is not None else [])))


def _number(line: _Line) -> Reading:
    if line.words and all(word in NO for word in line.words):
        return ask(f"{NO_AMOUNT} {how(line.asked)}")
    unit = line.asked.question.unit or ""
    if half := half_read(line.typed):
        return ask(HALF_READ.format(half, how(line.asked)))
    found = read_quantity(line.tokens, unit, beside(line.asked))
    negative = _MINUS.search(fold(line.typed)) is not None
    if found.value is not None and not negative:
        return line.taken(found.value)
    low, high = figure(line.asked.question.minimum or 0.0), figure(line.asked.question.maximum or 0.0)
    why = NUMBER_WHY.get("" if negative else found.why, "").replace("{unit}", unit)
    found_near = line.offered(*found.nearest)
    return put(f"A number from {low} to {high}, please.", found_near, why, found.why == "unsure")


def _split(line: _Line) -> Reading:
    asked = line.asked
    part_of = asked.question.part_of
    if part_of is None and is_typical(line.words):
        return line.taken("typical")
    if half := half_share(line.typed):
        return ask(HALF_READ.format(half, how(asked)))
    draft = _two_weeks(line) or _draft(line)
    alone = draft is not None and draft.unknown == 1 == len(draft.own) and not draft.rows
    if draft is None or alone or (draft.bare and not draft.own and 0 < draft.total() < LEAST_TOLD):
        return ask(how(asked))
    found = draft.json() if part_of is None else draft.parts()
    if _MINUS.search(fold(line.typed)):
        draft.questions.append("An amount below nothing cannot be.")
    if not draft.questions:
        reading = line.taken(found, draft.confident)
        return reading if reading.kind == "value" else _with_offers(reading, line, draft)
    told = list(dict.fromkeys(draft.questions))[:2]
    kept = [one for one in told if SAY_YES not in one] or told
    return _with_offers(ask(" ".join(kept)), line, draft)


def _two_weeks(line: _Line) -> Draft | None:
    """`first week ..., second week ...`: both in equal parts, where both are clear."""
    text = " ".join(line.tokens)
    found = re.search(
        r"(?:the )?(?:first|1st|one|last) week\b(.+?)(?:the )?(?:second|2nd|other|next) week\b(.+)", text
    )
    said = [part.strip(" ,.;:").split() for part in found.groups()] if found else []
    weeks = [(_draft(line.said(week)), _draft(line.said(["only", *week]))) for week in said]
    clear = [[one for one in week if one and not one.questions] for week in weeks]
    drafts = [week[0] for week in clear if week and week[0].unit == "percent"]
    if len(drafts) != 2 or any(abs(week.total() - 100.0) > SUM_TOLERANCE for week in drafts):
        return None
    first, second = drafts
    for mean, other in ((first.rows, second.rows), (first.own, second.own)):
        mean |= {name: (mean.get(name, 0) + other.get(name, 0)) / 2 for name in {**mean, **other}}
    first.bare = False
    return first


def _draft(line: _Line) -> Draft | None:
    part_of = line.asked.question.part_of
    whole = 100.0 if part_of is None else line.split.shares.get(part_of, 0.0)
    table = line.vocabulary.table(line.asked)
    return read_split(line.tokens, table, whole, part_of is None, line.around.known)


def _with_offers(reading: Reading, line: _Line, draft: Draft) -> Reading:
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
    hours = [] if draft.loose else hours
    offers = [] if draft.loose or draft.summed else offers
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


def _grid(line: _Line) -> Reading:
    asked = line.asked
    options = {row.id: line.vocabulary.row_options(asked, row) for row in asked.rows}
    table = line.vocabulary.table(asked)
    known = line.around.known if isinstance(line.around.known, Mapping) else {}
    known = {row: option for row, option in known.items() if row in options}
    filled = read_grid(line.tokens, table, options) if line.tokens[-1] != "?" else None
    if filled is None:
        return put(how(asked), [])
    if filled.unnamed and known.keys() < options.keys() and known and filled.clear:
        return line.taken({**filled.rows, **known})
    if filled.unnamed:
        found = put(how(asked), line.offered(filled.rows))
        return replace(found, question="Is that so for every row?") if found.nearest else found
    rows = {**known, **filled.rows}
    rows = {row: rows[row] for row in table.ids if row in rows}
    missing = [row for row in table.ids if row not in rows]
    if filled.clear and not missing:
        return line.taken(rows, filled.confident)
    if filled.clear:
        return replace(ask(f"And {join_words([table.short(row) for row in missing])}?"), known=rows)
    return put(how(asked), line.offered(rows), "Is this what you mean?")


READERS: Final[Mapping[str, Callable[[_Line], Reading]]] = {
    "choice": _choice,
    "multi": _multi,
    "yes_no": _yes_no,
    "number": _number,
    "scale": _number,
    "split": _split,
    "grid": _grid,
}


def prepare(asked: Asked, form: Form, split: Split) -> None:
    """Make ready what reading an answer to this question needs, while the person still reads it.

    The first reading of a question ranks all its words and takes some ten milliseconds; later ones take under two.
    """
    understand(asked, asked.ask, form, split)
