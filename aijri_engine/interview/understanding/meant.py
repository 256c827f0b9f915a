"""What a reading picks, asked whether its options are said with other words of the line."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, Final

from aijri_engine.content.phrases import YES_OR_NO
from aijri_engine.interview.understanding.line import Line
from aijri_engine.interview.understanding.options import Options
from aijri_engine.interview.understanding.words.clauses import ME, Clause, explained
from aijri_engine.interview.understanding.words.sayings import REACH
from aijri_engine.interview.understanding.words.tokens import (
    FILLER,
    PHRASES,
    only_words,
    stem,
    word_set,
    words_of,
)

REST_SAYS: Final = 4.0
"""How much the rest of a line must say for an option: a log-likelihood ratio [derived: used answers, 2 to 4 alike]."""

_ARTICLES: Final = word_set("a an the")
_SAYS_NOTHING: Final = ME | word_set(
    "is are was be been has had have a an the my our me us to and or it that this"
)
_BOSSES: Final = word_set("boss manager lead supervisor head chief")
_ABOVE: Final = word_set(PHRASES.people_above)


@dataclass(frozen=True)
class Meant:
    """The options that a reading picks."""

    picked: tuple[tuple[Options, str], ...]
    wishes: bool
    """Whether it is an answer to wish something otherwise."""

    def says(self, *words: str) -> bool:
        """One of them is said with these words, each near the next."""
        return any(options.likelihood.says(key, words) for options, key in self.picked)

    def called_with(self, phrase: Sequence[str]) -> bool:
        """One of them is called with a telling word of the phrase ("stopped or refused something")."""
        telling = {stem(word) for word in phrase if word not in FILLER}
        return any(
            key == own and telling & {*label}
            for options, key in self.picked
            for own, label in options.label_stems
        )

    def denies(self, text: str) -> bool:
        """One of them is said with what the text denies as denied."""
        return any(options.likelihood.denies_so(key, text) for options, key in self.picked)

    def names(self, words: Sequence[str]) -> bool:
        """These words begin with a name of one of them."""
        left = [one for one in words if one not in _ARTICLES]
        return any(
            start == 0 and key in keys
            for options, key in self.picked
            for start, _, keys in options.names.spans(left)
        )

    def unsaid(self, tokens: Sequence[str]) -> float:
        """Part of its words that nobody says for these options: the opposite, another matter, or others' may be so."""
        told = [options.likelihood.unsaid(key, " ".join(tokens)) for options, key in self.picked]
        telling = [word for word in only_words(tokens) if word not in FILLER]
        return len(frozenset.intersection(*told)) / (len(telling) or 1)

    def loose(self, tokens: Sequence[str]) -> bool:
        """Some telling word is said for none of them, or never beside another word of the line."""
        text = " ".join(only_words(tokens))
        told = [options.likelihood.loose(key, text) for options, key in self.picked]
        return bool(frozenset.intersection(*told))

    def places(self, words: Sequence[str]) -> frozenset[int]:
        """Places of words that name one of them."""
        spans = [
            span for options, key in self.picked for span in options.names.spans(words) if key in span[2]
        ]
        return explained(spans, words) | {at for start, end, _ in spans for at in range(start, end)}

    def near(self, clauses: Sequence[Clause]) -> bool:
        """These clauses may say one of them."""
        text = " , ".join(" ".join(one.words) for one in clauses)
        judged = [(key, options.likelihood.known(text, REST_SAYS)) for options, key in self.picked]
        return any(key in one.near and (key in one.close or not one.strong) for key, one in judged)

    def says_of(self, person: str, after: Sequence[str]) -> bool:
        """One of them is said with this person, or another one above me, doing what follows."""
        near = [one for one in after if one not in _SAYS_NOTHING][:REACH]
        return any(
            self.says(who, one)
            for who in ({person, *_BOSSES} if person in _ABOVE else (person,))
            for one in near
        )

    @property
    def mixed(self) -> bool:
        """Rows of a grid that are not all done alike: an exception has been read."""
        return len({key for _, key in self.picked}) > 1

    def called(self, words: Collection[str]) -> bool:
        """An option of several that is called "No", or "Yes"."""
        some = ((options, key) for options, key in self.picked if len(options.choices) > len(YES_OR_NO))
        choices = [one for options, key in some for one in options.choices if one.id == key]
        return bool(choices) and all(words_of(one.name)[0] in words for one in choices)

    @property
    def nothing(self) -> bool:
        """All of them say that something is not so."""
        return all(options.says_nothing(key) for options, key in self.picked)


def meant_by(line: Line, said: Any) -> Meant:
    """The options that this answer picks."""
    options, asked, wishes = line.vocabulary.options, line.asked, bool(line.asked.question.check)
    if asked.question.takes.rows:
        rows = [row for row in asked.rows if row.id in said]
        return Meant(tuple((line.vocabulary.row_options(asked, row), said[row.id]) for row in rows), wishes)
    keys = said if isinstance(said, list) else [YES_OR_NO[not said] if isinstance(said, bool) else said]
    return Meant(tuple((options(asked), key) for key in keys), wishes)
