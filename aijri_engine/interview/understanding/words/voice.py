"""Who does it to whom, how nearly, and of what a figure is: a line that says another thing in an option's own words."""

from collections.abc import Container, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Final, Literal

from aijri_engine.interview.understanding.words.clauses import ME, OTHER_PEOPLE
from aijri_engine.interview.understanding.words.tokens import FILLER, PHRASES, is_number, stem, word_set

Agent = Literal["me", "others", ""]

_BEING: Final = word_set("was were is are am im be been being got get gets getting")
_I: Final = ME - {"were", "id"} | {"im"}
_TO_ME: Final = word_set("me us myself ourselves")
_DUTY: Final = word_set("had have need needed got")
_DONE: Final = word_set(PHRASES.done)
_NEARLY: Final = word_set(PHRASES.nearly)
_WHOLE: Final = word_set("all always every everything nothing none never only no nobody")
_HOW_OFTEN: Final = word_set(PHRASES.how_often)
_RATES: Final = word_set("a an per each every")
_OTHER: Final = word_set("other second third alternate")
"""Between "every" and a unit: not in each of them."""
_UNITS: Final[Mapping[str, str]] = {
    short: unit for unit, words in PHRASES.units_of_time.items() for short in words.split()
}
_LESS: Final = "less"
SHORTEST_OF_LESS: Final = 3
"""Letters before "-less" that name what is lacking ("harmless") [ours]."""


def nearly(words: Sequence[str], named: Container[int], degrees: bool) -> bool:
    """ "almost queries": near what is named, and not it; "almost always" is as good as always, where it is a degree."""
    whole = _WHOLE if degrees else ()
    return any(
        word in _NEARLY and place not in named and place + 1 in named and words[place + 1] not in whole
        for place, word in enumerate(words)
    )


def said_otherwise(words: Sequence[str], texts: Iterable[Sequence[str]]) -> bool:
    """Whether the words of a line turn round what an option says in its `texts`, or count what it does not count."""
    told = [tuple(text) for text in texts]
    stems = {stem(word) for text in told for word in text}
    lacking = any(
        word.endswith(_LESS) and len(word) > SHORTEST_OF_LESS + len(_LESS) and stem(word[: -len(_LESS)]) in stems
        and stem(word) not in stems
        for word in words
    )  # fmt: skip
    return lacking or _nearly(words, told) or _counts_another(words, told) or _turned_round(words, told)


def _nearly(words: Sequence[str], texts: Sequence[tuple[str, ...]]) -> bool:
    """ "I almost stopped something": not done, where the option says that it was."""
    done = {stem(word) for text in texts for word in text if _is_done(word)}
    after = {stem(word) for before, word in pairwise(words) if before in _NEARLY and _is_done(word)}
    return bool(after & done) and not any(_NEARLY & {*text} for text in texts)


def _counts_another(words: Sequence[str], texts: Sequence[tuple[str, ...]]) -> bool:
    """A figure of hours, or a rate of months, or seldom, at an option that counts days a week."""
    counted = {_UNITS[word] for text in texts for word in text if word in _UNITS}
    if not counted or not any(is_number(word) for text in texts for word in text):
        return False
    said = {
        _UNITS[word] if before not in _OTHER else before
        for before, word in pairwise(words)
        if word in _UNITS and (is_number(before) or before in _RATES | _OTHER)
    }
    own = {word for text in texts for word in text}
    return bool(said - counted) or bool(_HOW_OFTEN & {*words} - own)


def _turned_round(words: Sequence[str], texts: Sequence[tuple[str, ...]]) -> bool:
    """Somebody else does it, or it is done to me ("approved by me", "I was taught", "limits are set for me")."""
    for place, word in enumerate(words):
        had_to = _have_to(words, place)
        agent = "me" if had_to else _agent(words, place) if _is_done(word) else ""
        own = {
            _agent_of_option(text, at)
            for text in (texts if agent else ())
            for at, one in enumerate(text)
            if stem(one) == stem(word) and (_is_done(one) or not had_to)
        }
        if own - {""} and agent not in own:
            return True
    return False


def _have_to(words: Sequence[str], place: int) -> bool:
    """ "I had to approve", "I must approve it": it is I who does it."""
    to = place - 1 - (words[place - 1] == "to")
    held = to > 0 and words[to - 1] in _I
    return held and (words[to] == "must" or (words[to] in _DUTY and to < place - 1))


def _is_done(word: str) -> bool:
    return word in _DONE or (len(word) > SHORTEST_OF_LESS and word.endswith("ed"))


def _before(words: Sequence[str], place: int) -> int:
    """The place of the word before that is no adverb or filler other than a form of "be"; -1 for none."""
    place -= 1
    while (
        place >= 0
        and words[place] not in _BEING
        and (words[place].endswith("ly") or words[place] in FILLER - _I)
    ):
        place -= 1
    return place


def _agent(words: Sequence[str], place: int) -> Agent:
    """Who does what stands at this place, as far as the line tells: by whom, to me, or for me."""
    before, after = _before(words, place), words[place + 1 : place + 4]
    if "by" in after:
        behind = words[words.index("by", place) + 1 :][:3]
        return "me" if _TO_ME & {*behind[:1]} else "others" if OTHER_PEOPLE & {*behind} else ""
    passive = before >= 0 and words[before] in _BEING
    if passive and (words[before] == "im" or _I & {*words[max(0, before - 3) : before]}):
        return "others"
    if passive and after[:1] == ["for"] and _TO_ME & {*after}:
        return "others"
    told = OTHER_PEOPLE & {*words[:place]} and not _I & {*words[:place]}
    to_me = _TO_ME & {*after[:1]} or ("for" in after and _TO_ME & {*after})
    return "others" if told and not passive and to_me else ""


def _agent_of_option(words: Sequence[str], place: int) -> Agent:
    """Who does it in the words of an option: who leaves out the subject means the one who is asked."""
    if "by" in words[place + 1 :]:
        return _agent(words, place)
    before = words[:place]
    if any(word in _BEING for word in before[-2:]):
        return "others"
    subjects = [word for word in before if word in _I | OTHER_PEOPLE]
    if subjects:
        return "me" if subjects[-1] in _I else "others"
    return (
        "me"
        if _is_done(words[place]) and all(_is_done(word) or word in ("or", "and") for word in before)
        else ""
    )
