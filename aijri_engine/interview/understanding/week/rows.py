"""Which rows the words of an amount mean."""

from dataclasses import dataclass

from aijri_engine.interview.understanding.week.draft import Draft
from aijri_engine.interview.understanding.week.pairing import Said, Sentence
from aijri_engine.interview.understanding.week.table import Table
from aijri_engine.interview.understanding.words.clauses import denies
from aijri_engine.interview.values import own_name
from aijri_engine.text import join_words


@dataclass(frozen=True, slots=True)
class Name:
    """A row of the table, or own work."""

    row: str | None
    own: str = ""


def rows_of_others(said: Said, sentence: Sentence, table: Table) -> set[str]:
    """Rows that the other amounts are said of by their names."""
    matches = [table.match(one.names[0]) for one in sentence.said if one != said and len(one.names) == 1]
    return {match.row for match in matches if match.row and match.confident}


def named_rows(said: Said, table: Table, own_allowed: bool, draft: Draft, others: set[str]) -> list[Name]:
    """What the words name; `others` are rows that other amounts are said of by name: no unclear word means these."""
    found = []
    for words in _as_a_whole(said, table, others):
        match = table.match(words)
        if match.row is not None:
            draft.confident = draft.confident and match.confident
            found.append(Name(match.row))
            continue
        mixed = bool(match.nearest) and bool(table.names.spans(words))
        own = table.other_work(words) if own_allowed and not mixed else None
        if own is not None:
            found.append(Name(None, own))
            continue
        nearest = tuple(row for row in match.nearest if row not in others)
        closest = (
            join_words([table.short(row) for row in nearest[:2]], "or") or "work that is none of these rows"
        )
        draft.questions.append(f"{shown(words)} sounds like {closest}.")
        found.append(_meant(words, nearest, own_allowed, draft.guess[min(draft.unknown, 1)]))
        draft.unknown += 1
    return found


def _as_a_whole(said: Said, table: Table, others: set[str]) -> tuple[tuple[str, ...], ...]:
    """Words joined by "and" as one name where not each is clear and together they mean one row."""
    if len(said.names) < 2 or said.each:
        return said.names
    matches = [table.match(words) for words in said.names]
    clear = {match.row for match in matches if match.row and match.confident} - others
    rows = {match.row for match in matches}
    if len(clear) > 1 or not (None in rows or others & rows):
        return said.names
    whole = tuple(word for words in said.names for word in (*words, "and"))[:-1]
    meant = [
        row
        for row in (*clear, table.match(whole).row, *table.match(whole).nearest)
        if row and row not in others
    ]
    unclear = any(table.other_work(words) for words in said.names) or not meant
    return said.names if unclear else (whole,)


def _meant(words: tuple[str, ...], nearest: tuple[str, ...], own_allowed: bool, guess: int) -> Name:
    """The row of that place among the near ones; own work after the last of them."""
    if guess < len(nearest):
        return Name(nearest[guess])
    no_name = not own_allowed or denies(words[0]) or denies(words[-1])
    return Name(None, "" if no_name else own_name(" ".join(words)))


def as_one(names: list[Name]) -> list[Name]:
    """Names of one row are that row; joined own work ("hiring and interviews") is one row of its own."""
    if names[0].row is not None:
        return names[:1]
    return [Name(None, join_words([name.own for name in names]))]


def shown(words: tuple[str, ...]) -> str:
    """Words as a row of own work would be called after them."""
    return f"“{own_name(' '.join(words))}”"
