"""Commands: a whole line that is no answer. The same words in every face.

Order of precedence at a question with options: the thirteen names themselves always command; a synonym of a command
("no idea", "stop") yields to an option that is called exactly so. In questions for free words only a leading `/`
commands, so that nobody's own words are taken for an order.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final, get_args

from aijri_engine.content.phrases import CommandName
from aijri_engine.interview.understanding.reading import Command
from aijri_engine.interview.understanding.words.tokens import (
    FILLER,
    HEDGES,
    LONGEST_READ,
    NEGATORS,
    PHRASES,
    VAGUE,
    Mender,
    fold,
    holds,
    is_number,
    odd,
    only_words,
    phrase_at,
    phrase_list,
    split_at,
    tokens_of,
    word_set,
)

NAMES: Final[tuple[CommandName, ...]] = get_args(CommandName)

LONGEST_HOLDING: Final = 8
"""Words of a line that is a command for one word it holds [ours]."""

LONGEST_TOLD: Final = 12
"""Words of a line that may still be a command said in other words [ours]."""

_GOING: Final = (["go", "back", "to"], ["go", "to"], ["back", "to"])
_EDITING: Final = ("edit", "change", "correct", "fix", "redo", "modify", "amend", "update")
_EDIT_SURROUND: Final = word_set(PHRASES.beside_edit)
_EDIT_TARGETS: Final = word_set("answer answers last previous first second third before earlier one question")
_NAMED: Final = frozenset(name.replace("_", " ") for name in NAMES)


COMMANDS: Final = PHRASES.commands
_SURROUND: Final = word_set(PHRASES.beside_commands)
_LEADING: Final = [list(phrase) for phrase in phrase_list(PHRASES.before_commands)]
_TRAILING: Final = [list(phrase) for phrase in phrase_list(PHRASES.after_commands)]
_WHAT_IF: Final = [list(phrase) for phrase in phrase_list(PHRASES.what_if)]

_BY_PHRASE: Final[Mapping[str, CommandName]] = {
    phrase: name for name in NAMES for phrase in (name.replace("_", " "), *COMMANDS[name].phrases)
}


def slash_command(typed: str, targets: Iterable[str]) -> Command | None:
    """The command of a line that begins with `/` (or `:`, as in some editors); None when there is none of that name."""
    line = fold(typed)
    if line[:1] not in ("/", ":"):
        return None
    return find_command(line[1:], targets) or _named_with_argument(line[1:])


NO_COMMAND: Final = "There is no such command."


def unknown_command(typed: str) -> str:
    """What is said of a line that begins with `/` and is no command; empty for any other line."""
    return NO_COMMAND if fold(typed)[:1] == "/" and slash_command(typed, ()) is None else ""


def _named_with_argument(line: str) -> Command | None:
    words = only_words(tokens_of(line))
    if not words:
        return Command("help")
    for length in (3, 2, 1):
        head = " ".join(words[:length])
        if head in _NAMED and len(words) > length:
            return Command(_BY_PHRASE[head], " ".join(words[length:]))
    return None


def is_canonical(typed: str) -> bool:
    """The line is one of the thirteen names, which command at any question with options."""
    return " ".join(only_words(tokens_of(typed))) in _NAMED


def is_called_so(typed: str) -> bool:
    """The line is a command word for word."""
    return " ".join(only_words(tokens_of(typed))) in _BY_PHRASE


def find_command(typed: str, targets: Iterable[str] = ()) -> Command | None:
    """The command that this whole line is; `targets` are words that "change ..." may be followed by."""
    tokens = tokens_of(typed)
    words = only_words(tokens)
    if tokens and not words and set(tokens) <= {"?"}:
        return Command("help")
    if not words or len(words) > len(tokens):
        return None
    if _scolding(tokens):
        plain = not _scolding(token for token in tokens if token not in _FIGURES)
        return _as_typed(_what_if(words), typed) if plain else None
    found = (
        _as_typed(_what_if(words), typed)
        or _edit(words, targets)
        or _why_this(words)
        or _plain(words)
        or _told(words)
        or _told(_framed(words))
    )
    refused = words[0] == "no" and tokens[1:2] != [","]  # "no figure, please"
    if found is None or (refused and found.name == "score") or _denied(words, found.name):
        return None
    return None if found.name in _OF_NO_OPTION and _lettered(tokens) else found


_OF_NO_OPTION: Final = frozenset(("undo", "not_sure", "rather_not_say"))
"""Commands that say nothing beside the letter of an option: "prefer not a"."""
_FIRST_WORDS: Final[Mapping[CommandName, frozenset[str]]] = {
    name: frozenset(one.split()[0] for one in (name, *COMMANDS[name].phrases, *COMMANDS[name].openings))
    for name in NAMES
}
_NEVER: Final = {name: phrase_list(COMMANDS[name].never) for name in NAMES}
_WILLING: Final = word_set("want wanna need have going to like please just")


def _denied(words: Sequence[str], name: CommandName) -> bool:
    """The line says not to do it, or tells of it: "please don't undo that", "no need to undo", "the undo was wrong"."""
    if " ".join(words) in _BY_PHRASE:
        return False
    told_of = any(one == "the" and two == name for one, two in pairwise(words))
    if told_of or any(holds(words, one) for one in _NEVER[name]):
        return True
    behind = (words[at + 1 :] for at, word in enumerate(words) if word in NEGATORS)
    told = (next((one for one in rest if one not in _WILLING), "") for rest in behind)
    return any(one in _FIRST_WORDS[name] - NEGATORS for one in told)


def _lettered(tokens: Sequence[str]) -> bool:
    """The letter of an option stands among the words: "undo b", "a undo"; not "undo a mistake"."""
    return any(
        len(one) == 1
        and one.isalpha()
        and one != "i"
        and (one != "a" or not after[-1].isalnum() or after in _UNDOING)
        for one, after in pairwise((*tokens, ","))
    )


_UNDOING: Final = frozenset(word for phrase in COMMANDS["undo"].openings for word in phrase.split()[:1])


def command_name(typed: str) -> str:
    """Name of the command that this whole line is; empty for none."""
    command = find_command(typed)
    return command.name if command is not None else ""


_FIGURES: Final = frozenset("%+=")

_FORM: Final = re.compile(r"[^\s=]+\s*=\s*\S+")
"""A change as the engine reads it: `level=senior`, `share=train:design:10`."""


def _as_typed(command: Command | None, typed: str) -> Command | None:
    """With the changes as they were typed: `=`, `:`, `.` and signs are part of them."""
    forms = ["".join(form.split()).rstrip("?!,;.") for form in _FORM.findall(typed[:LONGEST_READ])]
    return replace(command, argument=" ".join(forms)) if command is not None and forms else command


def _scolding(tokens: Iterable[str]) -> bool:
    """Signs that no command carries: brackets, quotes, code."""
    return any(token in '{}[]<>;$\\|&@#^*=%+"' for token in tokens)


def _plain(words: list[str]) -> Command | None:
    bare = _framed(words)
    for phrase in (words, bare):
        name = _BY_PHRASE.get(" ".join(phrase))
        if name is not None:
            return Command(name)
    return None


def _framed(words: list[str]) -> list[str]:
    """Without the polite words around a command."""
    changed = True
    while changed and words:
        changed = False
        for lead in _LEADING:
            if words[0] == lead[0] and words[: len(lead)] == lead and len(words) > len(lead):
                words, changed = words[len(lead) :], True
        for trail in _TRAILING:
            if words[-1] == trail[-1] and words[-len(trail) :] == trail and len(words) > len(trail):
                words, changed = words[: -len(trail)], True
    return words


def _what_if(words: list[str]) -> Command | None:
    lines = words, _framed(words)
    for phrase in _WHAT_IF:
        for line in lines:
            if line[: len(phrase)] == phrase:
                kept = line[len(phrase) :]
                if phrase[-1] == "i":
                    kept = ["i", *kept]
                return Command("what_if", " ".join(kept))
    return None


def _edit(words: list[str], targets: Iterable[str]) -> Command | None:
    line = words if words[:2] == ["go", "to"] else _framed(words)
    going = next((length for length in (3, 2) if line[:length] in _GOING), 0)
    if len(line) < 2 or not (going or line[0] in _EDITING):
        return None
    rest = line[going or 1 :]
    target = [word for word in rest if word not in _EDIT_SURROUND] or [w for w in rest if w in _EDIT_TARGETS]
    known = {*targets, *_EDIT_TARGETS}
    clear = all(word in known or is_number(word) for word in target)
    if line[0] == "go" and set(target) <= {"previous", "last", "before", "earlier"}:
        return Command("back")
    if " ".join(line) in _BY_PHRASE or not target or not (clear or (line[0] == "edit" and len(line) < 4)):
        return None
    return Command("edit", " ".join(target))


_TELLING: Final = tuple(
    (name, tuple(frozenset(part.split("|")) for part in pattern.split()))
    for name, said in COMMANDS.items()
    for pattern in said.patterns
)


_INTENT: Final[Mapping[CommandName, frozenset[str]]] = {
    name: frozenset(word for other, pattern in _TELLING if other == name for part in pattern for word in part)
    | _SURROUND
    for name, _ in _TELLING
}
_OF_COMMANDS: Final = frozenset().union(*_INTENT.values())


def _told(words: list[str]) -> Command | None:
    """The telling words of one command in order, and besides only small words and others that tell the same."""
    if len(words) > LONGEST_TOLD or not _OF_COMMANDS.issuperset(words):
        return None
    for exact in (True, False):
        for name, pattern in _TELLING:
            if _tells(words, pattern, _SURROUND if exact else _INTENT[name]):
                return Command(name)
    return None


def _tells(words: Sequence[str], pattern: tuple[frozenset[str], ...], beside: frozenset[str]) -> bool:
    """All parts of the pattern stand in the words in order, and every other word is one of those beside."""
    place = 0
    for word in words:
        if place < len(pattern) and word in pattern[place]:
            place += 1
        elif word not in beside:
            return False
    return place == len(pattern)


def loosely(typed: str) -> Command | None:
    """A command that a line begins with or holds, whatever else it says; only for lines that mean nothing else."""
    tokens = tokens_of(typed)
    words = _framed(only_words(tokens))
    if _untrue(words):
        return None
    if (
        len(words) > LONGEST_TOLD
        or _scolding(tokens)
        or any(word in _TAKING_BACK or is_number(word) for word in words)
        or _lettered(tokens)
    ):
        return None
    for name, said in COMMANDS.items():
        for opening in map(str.split, said.openings):
            length = len(opening)
            if words[:length] == opening and len(words) > length and not _denied(words, name):
                return Command(name, " ".join(words[length:]) if name == "help" else "")
    held = [name for name, said in COMMANDS.items() if set((said.words or "").split()) & set(words)]
    held = [name for name in held if not _denied(words, name)] if len(held) == 1 else []
    return Command(held[0]) if held and len(words) <= LONGEST_HOLDING else None


MOST_BESIDE: Final = 2
"""Telling words beside a command from which a line says something else, too [ours]."""


def tells_else(tokens: Sequence[str], name: CommandName, beside: Collection[str]) -> bool:
    """Telling words of the line belong neither to the command nor to the question: "not sure what to cook"."""
    own = FILLER | HEDGES | _INTENT.get(name, _SURROUND) | _FIRST_WORDS[name]
    return not own.union(beside).issuperset(only_words(tokens))


def says_more(tokens: Sequence[str], name: CommandName) -> bool:
    """A part of the line without a word of any command tells something: "dunno, the doctor decides mostly"."""
    parts = [only_words(part) for part in split_at(tokens, frozenset(",;.-"))]
    return len(parts) > 1 and any(_more(part, _INTENT.get(name, _SURROUND)) for part in parts)


def _more(words: Sequence[str], own: frozenset[str] = frozenset()) -> bool:
    known = FILLER | HEDGES | own | {word for phrase in _BY_PHRASE for word in phrase.split()}
    return len([word for word in words if word not in known]) >= MOST_BESIDE


_UNTRUE: Final = phrase_list(PHRASES.untrue)


def _untrue(words: Sequence[str]) -> bool:
    """What is said not to be so, and no "I can't say": "I can't say I only send figures"."""
    ends = (at + len(one) for one in _UNTRUE for at in range(len(words)) if phrase_at(words, at, (one,)))
    return any(_more(words[end:]) for end in ends)


_TAKING_BACK: Final = frozenset(("but", "maybe", "probably", "perhaps", "or", "never", "because", "though"))


_WHY_NOW: Final = frozenset(PHRASES.why_this_one)


def _why_this(words: list[str]) -> Command | None:
    """`why this one?` asks why this question comes now; the argument tells the two apart."""
    if any(" ".join(line) in _WHY_NOW for line in (words, _framed(words))):
        return Command("why", "this one")
    return None


def mistyped(typed: str, targets: Iterable[str] = ()) -> Command | None:
    """A command with slips in it, such as `hlep` or `i dont konw`; only for lines that mean nothing else."""
    words = only_words(tokens_of(typed))
    if not words or len(words) > LONGEST_TOLD or odd(token for token in tokens_of(typed) if token != "?"):
        return None
    mended = _MENDER.mend(words)
    return find_command(" ".join(mended), targets) if mended != words else None


_MENDER: Final = Mender(
    [word for phrase in _BY_PHRASE for word in phrase.split()]
    + [word for _, pattern in _TELLING for part in pattern for word in part],
    _SURROUND | FILLER | VAGUE | HEDGES | {"quiet"},
)
