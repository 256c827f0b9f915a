"""A yes to what stands there to be answered, with whatever is said behind it."""

import re
from collections.abc import Sequence
from itertools import dropwhile
from typing import Final

from aijri_engine.interview.understanding.words.clauses import OTHER_PEOPLE, asks
from aijri_engine.interview.understanding.words.tokens import (
    FILLER,
    NEGATORS,
    PHRASES,
    hedged,
    holds,
    only_words,
    phrase_list,
    tokens_of,
    word_set,
)
from aijri_engine.interview.understanding.yes_no import MYSELF, NO, YES, agrees

MOST_WORDS: Final = 7
"""Words among which a yes is looked for at the beginning of a line [ours]."""

_BEFORE_A_YES: Final = frozenset(PHRASES.before_a_yes)
_BESIDE_A_YES: Final = frozenset(PHRASES.beside_a_yes)
_PREFACE: Final = re.compile(r"([^,.;!?]+)([,.;!]+)\s*(.*)", re.DOTALL)
_TAKING: Final = frozenset(PHRASES.taking)
_AGREEMENT: Final = re.compile(
    r"(?:(?:thats|its|this is|(?:that|it|they|those|these|this|which)(?: is| are| was| were| sounds?| looks?| seems?"
    r"| reads)|theyre|sounds|looks|seems|(?:just |do )?keep|use|print|take)"
    r"(?: all| about| just| quite| exactly| pretty much| more or less| near enough| exactly)*) "
    r"(?:right|correct|true|it|them|those|that|good|fine|ok|okay|spot on|how it is|the one|so"
    r"|(?:my|the|its)(?: own| full| whole| normal| usual)? (?:weeks?|words?|name|answers?|hours)"
    r"|what (?:i|we) (?:said|mean|meant|do|call it|wrote|typed)"
    r"|what (?:its|it is|they are|theyre|they|we) call(?:ed| it)|called(?: that| so)?|written)"
    r"(?: to me| for me| by me| enough| then| really| indeed| all right| alright| ok| so)*"
)
"""Words by which somebody says that what is put is so: "that's my week", "sounds about right to me", "keep them"."""
_ADDRESSED: Final = re.compile(
    rf"(?:^|[,.;!]\s*)(?:{'|'.join(PHRASES.addressed.split())})(?=\W*$|[,.;!])[,.;!\s]*", re.IGNORECASE
)
_TURNING: Final = (
    NO | NEGATORS | word_set("but though although however unless if or instead rather almost only")
)
_TURNED: Final = phrase_list(
    (*PHRASES.retractions, *PHRASES.corrections, *PHRASES.elsewhere, *PHRASES.comparing, *PHRASES.untrue,
     *PHRASES.undone, *PHRASES.once, *PHRASES.seldom)
)  # fmt: skip
_TAKEN_BACK: Final = phrase_list(
    (*PHRASES.retractions, *PHRASES.corrections, *PHRASES.untrue, *PHRASES.undone)
)
_DOING: Final = word_set("with by")
"""Before "them" where people are meant, and no things."""
_SAME: Final = word_set("same agree agrees agreed too")
"""What others say who say it, too."""


_ASIDE: Final = re.compile(r"(?:and |oh |ah )*(?:by the way|btw|incidentally)\b|[^.!]*\?", re.IGNORECASE)
"""How what stands behind a yes begins that is of something else: marked so, or a question."""
_WHOLE: Final = word_set("all both them those these everything")
_SIGNS: Final = re.compile(r"[,.;!]")
_AS_THATS: Final = re.compile(
    r"\b(?P<it>that|it|this)(?:['’]?(?:d|ll)| would| will| is going to)(?: (?:probably|indeed))? be ",
    re.IGNORECASE,
)
"""Said for "that's": "that would be it, thanks"."""
_GOES_ON: Final = re.compile(
    r"\W*(?:it|they|we|i|that) (?:is|are|am|was|were|would|does|do|did|has|have)", re.IGNORECASE
)
"""A yes only where nothing follows: "it is", "they would"."""
_OF_IT: Final = word_set("it that this so them")
_ALL_OF_THEM: Final = _WHOLE | word_set("to of two three four five")
_MEANT: Final = re.compile(r"\b(?:i mean|i meant|i said)\b[\s,]*", re.IGNORECASE)
_LEAST_BEFORE: Final = 2
"""Words before "I mean yes" from which on they may be an answer [ours]."""
_POLITE: Final = word_set("please thanks thank you ta cheers")
_OPENING: Final = word_set("oh ah och well so ok okay hm hmm um but")
_LED_BY: Final = YES | _OPENING
_HEDGE: Final = "i think|i guess|i suppose|i believe|i reckon|probably"
_LEANING: Final = re.compile(rf"^(?:{_HEDGE}) (?=.)|(?<=.) (?:{_HEDGE})$")
"""What may stand before or behind words by which somebody agrees."""


def agreed(typed: str) -> str | None:
    """What is said behind a yes to what was offered, as it was typed; None for a line that says no such yes.

    Nor does one that denies, excepts, doubts or takes back anything, or tells of others behind the yes, unless what
    does so is a question or said to be by the way, in a sentence of its own. A few words may stand before the yes.
    """
    typed = yes_alone(typed)
    found = _agreed(typed)
    parted = _PREFACE.match(typed) if found is None else None
    if parted is None:
        return found
    before, _, rest = parted.groups()
    called = " ".join(only_words(tokens_of(before))) in _BEFORE_A_YES
    return _agreed(rest) if called and rest.strip() else None


def _agreed(typed: str) -> str | None:
    if _says_so(typed):
        return ""
    words = typed.split()
    retracts = any(holds(only_words(tokens_of(typed)), one) for one in _TAKEN_BACK)
    ends = range(min(len(words), MOST_WORDS), 0, -1)
    for end in sorted(ends, key=lambda end: words[end - 1][-1] not in ".!;"):
        head, tail = " ".join(words[:end]), " ".join(words[end:]).lstrip(" ,.;:!-–")
        if (end < len(words) and "?" in head) or not _takes(head):
            continue
        if not retracts and head[-1] in ".!;" and _is_aside(tail):
            return tail
        if any(holds(only_words(tokens_of(typed)), one) for one in _TURNED):
            return None
        said = _ADDRESSED.sub(" ", tail).strip()
        if head[-1].isalnum() and tells(said) and (not agrees(head) or _GOES_ON.fullmatch(head)):
            continue  # "lovely weather", "it is more like the other"
        further = _agreed(said) if said else ""
        return further if further is not None else None if _turns(said) else said
    return None


def _says_so(typed: str) -> bool:
    """The whole line is a yes in other words ("aye, that's what I mean", "yes, all three"), or comes to one at last."""
    if "?" in typed:
        return False
    told = only_words(tokens_of(typed))
    words = _LEANING.sub("", " ".join(told)).split()
    bare = [word for word in words if word not in _LED_BY]
    agreeing = [*dropwhile(_OPENING.__contains__, words)]
    if agreeing != told and agrees(" ".join(agreeing)):
        return True
    whole = {*words} & (YES | {"ok", "okay"}) and {*bare} & _WHOLE and {*bare} <= _ALL_OF_THEM
    if _so_it_is(" ".join(bare)) or whole:
        return True
    parts = [
        only_words(tokens_of(_AS_THATS.sub(_thats, part))) for part in _SIGNS.split(typed) if part.strip()
    ]
    if all(map(_is_a_yes_or_all, parts)):
        told = [" ".join(word for word in part if word not in _POLITE | {"then"}) for part in parts]
        return any(agrees(one) or _so_it_is(one) for one in told)
    *before, last = _MEANT.split(typed)
    first = only_words(tokens_of(" ".join(before)))
    alone = len(first) < _LEAST_BEFORE and all(len(word) > 1 for word in first)
    return bool(before) and alone and not {*first} & (NO | NEGATORS) and agrees(last)


def _thats(found: re.Match[str]) -> str:
    return f"{found['it']}s "


def yes_alone(typed: str) -> str:
    """A line with a yes without what tells nothing beside it, such as "sorry" or "nothing else"; another as it is."""
    if "?" in typed or not {*only_words(tokens_of(typed))} & (YES | {"ok", "okay"}):
        return typed
    kept = [one for part in _SIGNS.split(typed) if (one := _without_remark(part)).strip()]
    return ", ".join(one.strip() for one in kept) if kept != _SIGNS.split(typed) else typed


def _without_remark(part: str) -> str:
    """A part of a line without a remark that is all of it, or all of it behind a yes."""
    words = part.split()
    for at in range(min(len(words), MOST_WORDS)):
        led = {*only_words(tokens_of(" ".join(words[:at])))}
        if led <= _LED_BY and " ".join(only_words(tokens_of(" ".join(words[at:])))) in _BESIDE_A_YES:
            return " ".join(words[:at])
    return part


def without_yes(typed: str) -> str:
    """The parts of a line that are no yes and no thanks, before and behind which such parts stand."""
    return ", ".join(part.strip() for part in _SIGNS.split(typed) if part.strip() and not _is_yes(part))


def _is_yes(part: str) -> bool:
    words = only_words(tokens_of(_AS_THATS.sub(_thats, part)))
    return "?" not in part and _is_a_yes_or_all(words) and not {*words} & _WHOLE


def _is_a_yes_or_all(words: Sequence[str]) -> bool:
    """A part of a line is a yes, thanks for it, or says that all of it is meant."""
    bare = [word for word in words if word not in _LED_BY | _POLITE | {"then"}]
    return (
        not bare
        or _so_it_is(" ".join(bare))
        or agrees(" ".join(words))
        or agrees(" ".join(bare))
        or {*bare} <= _ALL_OF_THEM
    )


def _is_aside(tail: str) -> bool:
    """It is marked as an aside, is a question, or tells of something else as well."""
    words = only_words(tokens_of(tail))
    denied, asked = {*words} & (NO | NEGATORS), "?" in tail
    lettered = any(len(word) == 1 and word not in ("a", "i") for word in words)
    if {*words[:2]} & _TURNING or (denied and (lettered if asked else {*words} & _OF_IT)):
        return False
    return bool(_ASIDE.match(tail) or "also" in words)


def _takes(head: str) -> bool:
    return _so_it_is(" ".join(only_words(tokens_of(head)))) or _says_so(head) or agrees(head)


def _so_it_is(words: str) -> bool:
    return words in _TAKING or bool(_AGREEMENT.fullmatch(words))


def _turns(tail: str) -> bool:
    tokens = tokens_of(tail)
    words = only_words(tokens)
    pairs = zip(["", *words], words, strict=False)
    people = {one for led, one in pairs if one != "them" or led in _DOING}
    others = people & OTHER_PEOPLE and not {*words} & _SAME
    asked = asks(tokens)
    return bool(
        {*words} & _TURNING or (words and {*words} <= MYSELF) or (not asked and (others or hedged(tokens)))
    )


def tells(tail: str) -> bool:
    """Whether words behind a yes tell something."""
    return any(word not in FILLER and len(word) > 1 for word in only_words(tokens_of(tail)))


_GOING_ON: Final = frozenset(PHRASES.going_on)
_PARTS: Final = re.compile(r"[,.;!]+|\b(?:and|but)\b", re.IGNORECASE)
_NO_CHANGE: Final = re.compile(
    r"(?:(?:ive|i have|theres|there is) )?"
    r"(?:nothing(?: (?:more|else|further|left))*|no(?: (?:more|other|further))* changes?)"
    r"(?: (?:to|i want to|i would) (?:change|add|correct|fix))?(?: (?:from me|for me|here|at all))*"
)
_CALLING: Final = word_set("show see go continue carry crack result results figure")
_CALLED: Final = (
    _CALLING
    | YES
    | word_set(
        "i id ill im we lets let us a the my me it to of on ahead would like love want can could may now then"
        " ok okay so just well oh what comes out final ready straight take number"
    )
)
_STOPPING: Final = (
    NO | NEGATORS | word_set(
        "wrong change changed correct fix edit later tomorrow wait instead only unless if forgot missing mistake back"
        " save delete undo stop quit words first again hang hold another"
    )
)  # fmt: skip
"""Words of an aside by which a line may not go on, whatever else it says."""


def goes_on(typed: str) -> bool:
    """Whether a line says to go on from what is shown ("looks good to me, carry on").

    Each of its parts does, or one calls for it and the others stop nothing ("I am a bit nervous but show me").
    """
    parts = [
        [one for one in only_words(tokens_of(part)) if one not in _POLITE]
        for part in _PARTS.split(_ADDRESSED.sub(" ", typed))
    ]
    said = [" ".join(part) for part in parts if part and part != ["no"]]
    if not said or "?" in typed:
        return False
    calls = any(map(_calls, said))
    return all(_goes(one) or (calls and not {*one.split()} & _STOPPING) for one in said)


def _goes(said: str) -> bool:
    return said in _GOING_ON or bool(_NO_CHANGE.fullmatch(said)) or _calls(said) or _and_on(said)


def _calls(said: str) -> bool:
    """It calls for what comes next, in these words and no others."""
    words = {*said.split()}
    return bool(words & _CALLING) and words <= _CALLED and not words & NO and said not in PHRASES.opening


def _and_on(said: str) -> bool:
    tail = agreed(said)
    return tail is not None and (not tail or tail in _GOING_ON)
