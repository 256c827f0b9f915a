"""A line that denies, excepts, supposes, or tells of others or of another time: a letter picks what it means, no yes.

Such a line holds the words of an option of which the opposite may be so. It does not count where the option is itself
said with that very denial or exception, or where the rest of the line alone says the option.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Final

from aijri_engine.interview.understanding.corrections import corrected
from aijri_engine.interview.understanding.line import Line
from aijri_engine.interview.understanding.meant import REST_SAYS, Meant, meant_by
from aijri_engine.interview.understanding.reading import MORE_THAN_ONE, Command, Reading, ask, put
from aijri_engine.interview.understanding.refusals import but_for
from aijri_engine.interview.understanding.replies import how
from aijri_engine.interview.understanding.words.asides import mostly, refuses
from aijri_engine.interview.understanding.words.clauses import (
    ME,
    OTHER_PEOPLE,
    Clause,
    clauses_of,
    denies,
)
from aijri_engine.interview.understanding.words.sayings import REACH
from aijri_engine.interview.understanding.words.tokens import (
    FILLER,
    HEDGES,
    NEGATORS,
    PHRASES,
    holds,
    only_words,
    phrase_list,
    tokens_of,
    word_set,
    words_of,
)
from aijri_engine.interview.understanding.yes_no import NO, YES

MOST_LETTERS: Final = 3
"""Readings named where a letter is asked for [ours]."""

HARDLY: Final = 0.125
"""Part of the telling words of a line that may be said for no option where a yes is to take it [ours]."""

_HARMLESS: Final = phrase_list(PHRASES.harmless)
_ONCE: Final = phrase_list(PHRASES.once)
_NOW: Final = phrase_list(PHRASES.nowadays)
_SUPPOSING: Final = phrase_list(PHRASES.supposing)
_IFS: Final = frozenset(("if", "unless"))
_UNTIL: Final = re.compile(
    r"\b(?:was|were|worked)\b(?! \w+ing\b).*\b(before|until|till) (?:the|my|our|we|i)\b"
)
_ANYBODY: Final = word_set("they them everyone everybody others")
"""Who may as well be those whom a question is about."""
_OTHERS: Final = (
    frozenset().union(*map(word_set, (PHRASES.other_people, PHRASES.other_doers, PHRASES.trades))) - _ANYBODY
)
_OF_WHOM: Final = word_set("my our the a an another one some this that")
_CONTRAST: Final = word_set("but though although however whereas yet")
_EXCEPTING: Final = word_set("except besides excluding")
_UNDONE: Final = phrase_list(PHRASES.undone)
_COMING: Final = phrase_list(PHRASES.coming)
_DOUBTS: Final = HEDGES | word_set("sure certain 100")
_HEDGING: Final = FILLER | NEGATORS | _DOUBTS
_OUTRIGHT: Final = word_set("not never isnt wasnt arent")
_INSTEAD: Final = phrase_list(("instead of", "less", "far from", "unlike"))
_EVERY: Final = word_set("all every each everything everybody everyone any")
_ALL_BUT: Final = phrase_list(("anything but", "everything but", "all but"))
_WOULD: Final = word_set("would wouldnt id wed theyd hed shed could couldnt might")
_FINE_IFS: Final = tuple(one for one in _HARMLESS if {*one} & _IFS)
_ARTICLES: Final = word_set("a an the")
_PASSED_OVER: Final = FILLER | _ARTICLES | ME | word_set("they he she it you")
_REASONS: Final = word_set("because cause cos cuz")
_IS_WRONG: Final = phrase_list(("is wrong",))
_MOCKING: Final = (("as", "if"), ("my", "foot"))
_WRONG: Final = word_set("wrong false")
_NO: Final = NO - word_set("n wrong false negative")
_WHERE: Final = word_set("at in on over")
_IN_TRUTH: Final = word_set("in truth fact reality practice actually really")
_ASKS_WHO: Final = word_set("who whose")
_I: Final = word_set("i me myself")
_TOGETHER: Final = phrase_list(
    ("together", "jointly", "joint", "shared", "collectively", "consensus", "both", "we all", "all of us", "as a team",
     "half me", "half mine", "50 50", "fifty fifty", "between us", "we agreed", "we agree", "we voted", "we vote")
)  # fmt: skip


def by_letter(line: Line, found: Reading) -> Reading:
    """The reading; where what leads may be the opposite of what was said, to be picked by a letter."""
    takes = line.asked.question.takes
    near = ((found.echo, found.value),) if found.kind == "value" and not found.confident else found.nearest
    leads = found.kind in ("confirm", "value") or (found.kind == "ask" and len(near) == 1)
    if (
        not near
        or not leads
        or (found.kind == "value" and takes.rows)
        or found.pending
        or found.key
        or not (takes.listed or takes.rows or takes.yes_no)
    ):
        return found
    said, clauses = near[0][1], clauses_of(line.tokens)
    if not _holds(line.words, _NOW) and all(_holds(one.words, _ONCE) for one in clauses):
        return ask(how(line.asked))
    if isinstance(said, Command) or (takes.yes_no and said is False):
        return found
    mended, meant = corrected(line.tokens, no_counts=False), meant_by(line, said)
    if takes.several and not clauses[2:] and _up_to_a_time(line.words, meant):
        return ask(how(line.asked))
    tokens = mended[1] if mended else line.tokens
    if takes.several:
        tokens = but_for(line.vocabulary.options(line.asked), tokens) or tokens
    taken = found.kind == "value"
    shared = takes.listed and bool(_ASKS_WHO & {*words_of(line.asked.ask)}) and _shared(line.words)
    held = (*_UNDONE, *_SUPPOSING) if taken else ()
    held = (*held, *_COMING) if takes.several else held
    unsaid = meant.unsaid(tokens) if takes.several and taken and not meant.nothing else 0.0
    turned = unsaid > HARDLY or any(_holds_unsaid(one.words, held, meant) for one in clauses_of(tokens))
    if not (shared or turned or (not taken and _turned(tokens, meant, bool(takes.rows)))):
        loose = taken and takes.several and meant.loose(tokens)
        return put(how(line.asked), near) if unsaid or loose else found
    other = line.offered(not said) if takes.yes_no else ()
    return replace(
        found, kind="choose", value=None, echo="", question=MORE_THAN_ONE, nearest=(*near, *other)[:MOST_LETTERS],
        confident=False, by_letter=True,
    )  # fmt: skip


def _up_to_a_time(words: Sequence[str], meant: Meant) -> bool:
    """It was so up to a time, of which no option is told ("was on site before the accident")."""
    found = None if _holds(words, _NOW) else _UNTIL.search(" ".join(words))
    behind = _behind(words, (found[1],))[:REACH] if found else []
    return found is not None and not any(meant.says(found[1], word) for word in behind)


def _shared(words: Sequence[str]) -> bool:
    """Several do it, which is no option where one of them is asked for: "we decide together", "my boss and I"."""
    threes = list(zip(words, words[1:], words[2:], strict=False))
    beside = any(
        (one in OTHER_PEOPLE and two == "and" and three in _I)
        or (one == "with" and two in _OF_WHOM and three in OTHER_PEOPLE)
        for one, two, three in threes
    )
    opens = bool(threes) and threes[0][0] in _I and threes[0][1] == "and" and threes[0][2] in _OF_WHOM
    return beside or opens or _holds(words, _TOGETHER)


def _turned(tokens: Sequence[str], meant: Meant, rows: bool) -> bool:
    """Clauses of the line turn something round, and the others do not say by themselves what is meant.

    What is excepted, or denied after a "but", turns all of it; what follows any "but" must say what is meant.
    """
    words, clauses = only_words(tokens), mostly(clauses_of(tokens))
    answered = tokens[len(tokens) - tokens[::-1].index("?") :] if "?" in tokens[:-1] else ()
    others = {*words[:2]} & (_OTHERS | NO) and ":" in tokens[1:3]
    but = any(holds(words, one) for one in _ALL_BUT) and not any(map(denies, words[: words.index("but")]))
    but = but or (not meant.mixed and _excepts_one(words))
    supposed = _holds(words, _SUPPOSING) and not _holds(words, _FINE_IFS)
    only_if = supposed and any(not meant.says(one, *_behind(words, (one,))[:1]) for one in _WOULD & {*words})
    if any(map(denies, answered)) or others or but or only_if or tuple(words[-2:]) in _MOCKING:
        return True
    named = meant.places(words)
    fine = {at + i for at in range(len(words)) for one in _HARMLESS if tuple(words[at : at + len(one)]) == one
            for i in range(len(one))}  # fmt: skip
    contrary = {*words[: 0 not in fine], *({*words} & _WRONG)}
    if any(meant.called(one) and contrary & other for one, other in ((NO, YES), (YES, NO))):
        return True
    mine = any(ME & {*one.words[:2]} for one in clauses)
    over = [_holds(one.words, _ONCE) for one in clauses]
    since = (
        next((at for at, one in enumerate(clauses) if _holds(one.words, _NOW)), len(clauses))
        if any(over)
        else 0
    )
    turning = [
        at < since or is_over or _turns(one, meant, named, fine, mine)
        for at, (one, is_over) in enumerate(zip(clauses, over, strict=True))
    ]
    if any(_turns_all(clauses, at, turning, meant) for at in range(1, len(clauses))):
        return True
    rest = [one for one, turns in zip(clauses, turning, strict=True) if not turns]
    return any(turning) and (rows or not rest or not _said_by(rest, meant))


def _excepts_one(words: Sequence[str]) -> bool:
    """ "all returns except one were the usual", "every job bar two"."""
    at = next((at for at, word in enumerate(words) if word in _EXCEPTING), 0)
    return bool(_EVERY & {*words[:at]})


def _turns_all(clauses: Sequence[Clause], at: int, turning: Sequence[bool], meant: Meant) -> bool:
    """An exception, a denial at the end, or a "but" after which what is meant is not said."""
    words, turns = clauses[at].words, turning[at]
    if words[0] in _CONTRAST and not ({*words} & _DOUBTS and {*words[1:]} <= _HEDGING):
        said = _said_by(clauses[at:], meant) if any(turning[:at]) else meant.near(clauses[at:])
        return turns or not said
    before = clauses[at - 1].words
    if words[0] == "so" and (turns or (turning[at - 1] and before[-1] in _OUTRIGHT)):
        return True
    if not meant.nothing and refuses(clauses[at]):
        return True
    excepts = bool(_EXCEPTING & {*words}) and not meant.mixed
    return turns and (excepts or (at + 1 == len(clauses) and all(map(denies, words))))


def _holds(words: Sequence[str], phrases: Sequence[tuple[str, ...]]) -> bool:
    return any(holds(words, one) for one in phrases)


def _said_by(clauses: Sequence[Clause], meant: Meant) -> bool:
    """These clauses say by themselves all that is meant."""
    rest = [" ".join(one.words) for one in clauses]
    options, keys = meant.picked[0][0], {key for _, key in meant.picked}
    whole = " , ".join(rest)
    close = {
        options.likelihood.known(one, REST_SAYS).close[:1]
        for one in (whole, *(rest if len(keys) > 1 else ()))
    }
    spans = {span[2] for span in options.names.spans(only_words(tokens_of(whole)))}
    exact = options.exact(tokens_of(whole)).chosen
    told = {key for one in close for key in one} | {one[0] for one in spans if len(one) == 1}
    told = {*exact} or told
    return keys <= told and (len(keys) > 1 or told == keys)


def _turns(clause: Clause, meant: Meant, named: Collection[int], fine: Collection[int], mine: bool) -> bool:
    """The clause denies, excepts or supposes, or tells of somebody else or another time, and no option is said so."""
    elsewhere = () if meant.wishes else clause.elsewhere(frozenset(named))
    instead = any(clause.words[: len(one)] == one for one in _INSTEAD)
    wrong = not meant.wishes and _holds(clause.words, _IS_WRONG)
    if instead or wrong or _holds_unsaid(clause.words, (*_UNDONE, *_SUPPOSING), meant):
        return True
    if elsewhere and not meant.says(*elsewhere, *_behind(clause.words, elsewhere)[:1]):
        return True
    places = (at for at in range(len(clause.words)) if clause.start + at not in (*named, *fine))
    return clause.words[0] not in _REASONS and any(_turns_at(clause, at, meant, mine) for at in places)


def _turns_at(clause: Clause, at: int, meant: Meant, mine: bool) -> bool:
    word, after = clause.words[at], clause.words[at + 1 :]
    if denies(word) or (word in _NO and len(clause.words) > 1):
        told = meant.denies(" ".join(clause.words)) or meant.denies(" ".join((word, *after[:REACH])))
        return not meant.nothing and (not told or (word in _OUTRIGHT and meant.names(after[:REACH])))
    if word in _EXCEPTING:
        return not meant.mixed and not meant.says(word, *_behind(clause.words, (word,))[:1])
    return word in _OTHERS and _tells_of(clause, at, mine) and not meant.says_of(word, after)


def _holds_unsaid(words: Sequence[str], phrases: Sequence[tuple[str, ...]], meant: Meant) -> bool:
    """It supposes, or tells of what is refused, missed or gone, and no option is said so."""
    if _holds(words, _FINE_IFS):
        return False
    held = [one for one in phrases if holds(words, one)]
    return any(not meant.called_with(one) and not meant.says(*one, *_behind(words, one)[:1]) for one in held)


def _behind(words: Sequence[str], phrase: tuple[str, ...]) -> list[str]:
    """The words behind a phrase that tell something."""
    ends = (at + len(phrase) for at in range(len(words)) if tuple(words[at : at + len(phrase)]) == phrase)
    return [word for word in words[next(ends, len(words)) :] if word not in _PASSED_OVER]


def _tells_of(clause: Clause, at: int, mine: bool) -> bool:
    """Somebody does something there: "my boss signs", and where nobody says "I", "at the bank my wife signs"."""
    start = max((place + 1 for place in range(at) if clause.words[place] in _IN_TRUTH), default=0)
    before = [word for word in clause.words[start:at] if word not in _CONTRAST]
    begins = all(word in _OF_WHOM for word in before)
    begins = begins or (not mine and bool(before) and before[0] in _WHERE and before[-1] in _OF_WHOM)
    return begins and any(word not in FILLER for word in clause.words[at + 1 :])
