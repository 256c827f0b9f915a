"""A typed line at one question."""

import re
from dataclasses import dataclass, replace
from typing import Any, Final

from aijri_engine.interview.accept import accept
from aijri_engine.interview.form import Asked, Form
from aijri_engine.interview.understanding.reading import ALONE, Around, Reading, ask, value
from aijri_engine.interview.understanding.replies import echo_of
from aijri_engine.interview.understanding.vocabulary import Vocabulary
from aijri_engine.interview.understanding.words.tokens import fold, only_words, tokens_of
from aijri_engine.interview.values import Problem, Split

LINE_END: Final = re.compile("[\r\n\v\f\x85\u2028\u2029]+")


@dataclass(frozen=True, slots=True)
class Line:
    """A typed line at one question."""

    asked: Asked
    typed: str
    tokens: list[str]
    form: Form
    split: Split
    vocabulary: Vocabulary
    around: Around = ALONE

    def said(self, tokens: list[str]) -> "Line":
        """The same question, with these words typed."""
        return replace(self, typed=" ".join(tokens), tokens=tokens)

    def named(self) -> "Line":
        """The same with the names of one's own rows marked: there they mean nothing else."""
        before = fold(LINE_END.sub(" , ", self.typed))
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
