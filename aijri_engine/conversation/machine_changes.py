"""A what-if in which a machine does the work: a question about the row it would do, and about nothing else."""

from collections.abc import Container, Sequence

from aijri_engine.content.library import shipped_answers
from aijri_engine.content.meanings import SPLIT
from aijri_engine.conversation.telling import told_so
from aijri_engine.interview.form import Asked
from aijri_engine.interview.interview import Interview
from aijri_engine.interview.understanding import understand, vocabulary_of
from aijri_engine.interview.values import Problem
from aijri_engine.text import join_words

NO_ROW = "Which of your tasks would that be? What AI tools do can be computed for {}."


def machine_rows(
    interview: Interview, practice: Asked | None, words: Sequence[str], named: Sequence[str]
) -> dict[str, str] | Problem | None:
    """The rows that a machine would do, to be asked back; what can be asked, where none is told.

    None where the line tells of no machine that does work, or tells it so plainly that nothing need be asked.
    `named` are tasks that the words name.
    """
    line, file = " ".join(words), shipped_answers()
    if practice is None or not told_so(line, file.by_a_machine) or told_so(line, file.of_posts):
        return None
    read = understand(practice, line, interview.form, interview.path.split)
    plain = {*((read.value if read.kind == "value" else read.known) or {})}
    if plain and (not named or {*named} & plain):
        return None
    known = {row.id: row for row in practice.rows}
    near = read.nearest[0][1] if read.kind == "confirm" and not read.by_letter else {}
    rows = [*named] or _like(interview, words, known) or [*near]
    if len(rows) == 1 and rows[0] in known:
        people, parts, *_, whole = [one.id for one in known[rows[0]].choices]
        told = whole if {*words} & {*file.all_of_it} and not {*words} & {*file.part_of_it} else ""
        likely = near.get(rows[0], people)
        return {rows[0]: told or (parts if likely == people else likely)}
    told = join_words([row.short.lower() for row in practice.rows])
    example = practice.rows[0].short.lower()
    return Problem(
        "what_if", NO_ROW.format(told), f"Say, for example: what if AI tools made parts of {example}."
    )


def _like(interview: Interview, words: Sequence[str], known: Container[str]) -> list[str]:
    """The one row that one of the words sounds like."""
    split = interview.asked(SPLIT)
    table = vocabulary_of(interview.form).table(split) if split is not None else None
    found = [table.like([one]) for one in words] if table is not None else []
    rows = dict.fromkeys(one[0] for one in found if len(one) == 1 and one[0] in known)
    return [*rows] if len(rows) == 1 else []
