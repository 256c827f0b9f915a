"""What a result invites, opened in the person's own words: by its name, by its row, or by "that"."""

from collections.abc import Sequence

from aijri_engine.content.library import shipped_answers
from aijri_engine.conversation.likeness import best_of
from aijri_engine.conversation.people_ask import asks
from aijri_engine.conversation.result_parts import Parts
from aijri_engine.conversation.state import Conversation
from aijri_engine.conversation.telling import told_by
from aijri_engine.conversation.the_list import wished_to_be_asked
from aijri_engine.conversation.what_if_lines import wants_change
from aijri_engine.interview.understanding.words.tokens import holds, word_set, words_of
from aijri_engine.personal.names import question_name
from aijri_engine.personal.result import Result

_POINTING = word_set("it that this one them questions")


def question_wished(result: Result, text: str, agrees: bool) -> str:
    """Key of the question that the line wishes to be asked; empty for any other line.

    `agrees`: the line says yes where one was just named to be answered.
    """
    talk, words, ask_me = Conversation(result.interview), words_of(text), shipped_answers().ask_me
    if wants_change(text) or "why" in words or best_of(words, shipped_answers().about_results, 1.0):
        return ""
    alone = " ".join(words) in ask_me.words
    wishes = alone or told_by(text, (ask_me,)) is not None
    step = wished_to_be_asked(talk, text) if wishes else None
    if step is not None:
        return step.key
    invited = words_of(question_name(result.invited, result.interview)) if result.invited else []
    named = holds(words, invited) and not asks(text)
    return result.invited if alone or agrees or named or (wishes and {*words} & _POINTING) else ""


def invites(result: Result, told: Sequence[str]) -> bool:
    """What was told names the question that is best answered next."""
    put = Parts(result).part("sharpen")
    return bool(put and result.invited and put in " ".join(told))
