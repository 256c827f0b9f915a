"""What a word, an option, a row, a question or a source means, and how two options differ: from the content."""

import re
from collections.abc import Iterator, Sequence

from aijri_engine.conversation.parts import row_asked
from aijri_engine.conversation.state import Conversation
from aijri_engine.interview.form import Choice, GridRow
from aijri_engine.interview.understanding.options import Options
from aijri_engine.interview.understanding.words.names import Named, Names
from aijri_engine.interview.understanding.words.tokens import holds, only_words, split_at, tokens_of, words_of

MEANT = (
    r"^(?:and |so )?what (?:does|do|did) (?:you mean by )?(?P<of>.+?)(?: mean| stand for| include| cover)?(?: here)?$",
    r"^(?:and |so )?(?:what is|whats|what are) (?:meant by |the meaning of )?(?P<of>.+?)(?: supposed to mean| about)?$",
    r"^(?:please |can you |could you )?(?:explain|define) (?P<of>.+)$",
    r"^(?:the )?meaning of (?P<of>.+)$",
    r"^(?P<of>.+?) (?:means what|of what)$",
    r"^(?:and |so )?what counts? (?:as|for) (?P<of>.+)$",
    r"^(?:do|does|would|will|can|did) .+ count (?:as|for|towards) (?P<of>.+)$",
)
"""How people ask what something means."""
DIFFER = (
    r"\b(?:difference|distinction)\b.*?\bbetween (?P<one>.+?) (?:and|or) (?P<other>.+)$",
    r"^how (?:does|do|is|are) (?P<one>.+?) (?:and|from|different from|differ from) (?P<other>.+?)(?: differ\w*)?$",
    r"^(?:compare|distinguish) (?P<one>.+?) (?:and|from|to|with|vs|versus) (?P<other>.+)$",
    r"^(?:is|are) (?P<one>.+?) (?:better|worse|safer|higher|lower|more) than (?P<other>.+)$",
)
"""How people ask what parts two things."""
IT = frozenset(("it", "that", "this"))
"""Words for what is named beside: "what does it mean, the general rise"."""
ENDING = frozenset((",", ";", ".", "!", "?", ":"))
POINTING = frozenset(("option", "answer", "letter", "the", "an", "number", "one"))


def meaning_of(talk: Conversation, typed: str) -> tuple[str, ...]:
    """The answer to "what does X mean" or "how do X and Y differ" where the content holds it; else ()."""
    parts = [" ".join(only_words(part)) for part in split_at(tokens_of(typed), ENDING)]
    parts = list(filter(None, parts))
    for line in reversed(parts):
        for pattern in DIFFER:
            found = re.search(pattern, line)
            if found is not None:
                return _differ(talk, found["one"], found["other"])
        for pattern in MEANT:
            found = re.match(pattern, line)
            if found is not None:
                of = found["of"] if found["of"] not in IT or len(parts) == 1 else parts[-1]
                return _meant(talk, of.split())
    return ()


def explained_choice(choice: Choice) -> str:
    """An option with its letter, its words and its plainer ones."""
    label = choice.label.rstrip(".")
    return f"{choice.letter}: {label}. {choice.plainly}".strip()


def own_row(talk: Conversation) -> GridRow | None:
    """The row that is asked now, where each row has options of its own."""
    step = talk.step
    own = step is not None and len({row.choices for row in step.asked.rows}) > 1
    return row_asked(talk, step) if step is not None and own else None


def choices_at(talk: Conversation) -> tuple[Choice, ...]:
    """Options of the open question; of a grid those of the row at hand, or of all rows where they share them."""
    if talk.step is None:
        return ()
    row = own_row(talk) or next(iter(talk.step.asked.rows), None)
    return talk.step.asked.choices or (row.choices if row is not None else ())


def _differ(talk: Conversation, one: str, other: str) -> tuple[str, ...]:
    first, second = (_meant(talk, words.split()) for words in (one, other))
    return (*first, *second) if first and second and first != second else ()


def _chosen(choices: Sequence[Choice], words: Sequence[str]) -> Choice | None:
    told = [word for word in words if word not in POINTING]
    if len(told) == 1 and len(told[0]) == 1:
        return next((one for one in choices if one.letter == told[0]), None)
    keys = Options(tuple(choices)).names.whole(told or list(words))
    return next((one for one in choices if (one.id,) == keys), None)


def _meant(talk: Conversation, words: list[str]) -> tuple[str, ...]:
    choice = _chosen(choices_at(talk), words)
    if choice is not None:
        return (explained_choice(choice),)
    whole, words = words, [word for word in words if word not in POINTING] or words
    for names, told in _tables(talk):
        keys = names.whole(words) or names.whole(words[1:] if words[0] == "a" else words)
        if len(keys) == 1:
            return told[keys[0]]
    rows = talk.step.asked.rows if talk.step is not None else ()
    at_hand, others = choices_at(talk), [one for row in rows for one in row.choices]
    found = [
        [one for one in listed if holds(words_of(one.label), words) or holds(words_of(one.label), whole)]
        for listed in (at_hand, others)
    ]
    return tuple(map(explained_choice, dict.fromkeys(found[0] or found[1])))


def _tables(talk: Conversation) -> Iterator[tuple[Names, dict[str, tuple[str, ...]]]]:
    """Everything that has a name here, nearest first: terms, rows, questions, sources."""
    form = talk.interview.form
    terms = form.file.terms
    yield (
        Names(tuple(Named(term, (term,)) for term in terms)),
        {term: (says,) for term, says in terms.items()},
    )
    rows = talk.step.asked.rows if talk.step is not None else ()
    yield (
        Names(tuple(Named(row.id, (row.label, row.short, *row.aliases)) for row in rows)),
        {row.id: (f"{row.short}: {row.label.rstrip('.')}.",) for row in rows},
    )
    tasks = form.role.tasks
    yield (
        Names(tuple(Named(task.id, (task.row, task.short, task.ask, *task.aliases)) for task in tasks)),
        {task.id: (f"{task.short}: {task.row.rstrip('.')}.",) for task in tasks},
    )
    questions = [question for question in form.file.questions() if "{" not in (question.short or "{")]
    yield (
        Names(
            tuple(Named(one.id, (one.id.replace("_", " "), one.short or "", one.inside)) for one in questions)
        ),
        {
            one.id: tuple(filter(None, (one.plainly or one.why, f"What it is used for: {one.moves}")))
            for one in questions
        },
    )
    sources = form.file.sources
    yield (
        Names(tuple(Named(one.id, (one.id.replace("-", " "), one.title)) for one in sources)),
        {one.id: (f"{one.title}. {one.says or ''}".strip(),) for one in sources},
    )
