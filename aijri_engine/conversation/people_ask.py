"""Questions of the person, answered from content; the conversation stays where it is."""

import re
from collections.abc import Sequence
from functools import cache

from aijri_engine.content.library import shipped_answers
from aijri_engine.content.people_ask import Answered
from aijri_engine.content.wording import fill
from aijri_engine.conversation.likeness import best_of, best_of_any
from aijri_engine.conversation.meanings import choices_at, explained_choice, meaning_of, own_row
from aijri_engine.conversation.state import Conversation
from aijri_engine.conversation.telling import explained, stated_by, told_by
from aijri_engine.conversation.what_if_lines import without_asides
from aijri_engine.conversation.what_to_take import what_to_take
from aijri_engine.index.zones import GREEN_FROM, YELLOW_FROM
from aijri_engine.interview.understanding.words.tokens import (
    FILLER,
    PHRASES,
    only_words,
    split_at,
    tokens_of,
)
from aijri_engine.personal.asking import terms_in
from aijri_engine.personal.bridge import bridge
from aijri_engine.personal.names import cause_name
from aijri_engine.personal.personalise import base_personalisation, personalise
from aijri_engine.personal.withheld import withheld

FLOOR = 0.72
"""Least likeness of a line to a question that is known, 0-1 [ours]."""

LEAST_FOREIGN = 3
"""Words of another language by which a line is taken for it, half of its words at least [ours]."""

MOST_CAUSES = 3
"""Causes named when somebody asks why the figure is as it is [ours]."""

ASKING = frozenset((
    "what", "who", "where", "when", "which", "how", "why", "is", "are", "do", "does", "did", "can", "could", "would",
    "should", "will", "am", "explain",
))  # fmt: skip
"""Words that begin a question."""
SENTENCE = re.compile(r"(?:[^.!?;\n–—-]|(?<!\s)-|-(?!\s))+[.!?]*")
PART = re.compile(r"[^,:]+")
PARTED = re.compile(
    r"[,:]\s*(?:(?:and|but|so)\b\s*)?|\s+and\s+(?=(?:who|what|why|how|which|where|when|can|does|is|are|do|will)\b)",
    re.IGNORECASE,
)
COUNTED = re.compile(
    r"(?:what|who|which \w+) counts? (?:as|for)\b|what (?:does|do|did) .+ mean\b"
    r"|(?:do|does|would|will|can|did)\b.* count (?:as|for|towards)\b"
)
"""How people ask what belongs to something."""
AT_A_JOB = "job"
"""Where a job is asked for, as content names it."""
OF_AN_INTERVIEW = ("{bridge}", "{help}", "{options}", "{which}", "{left}")
NO_OPTIONS = "This question has no options to choose from."
NOTHING_ASKED = "Nothing is being asked just now."
"""Answers that are about the question or the figure at hand."""

COVERED = "Your figure is still covered. Type score to see it now, or look over your answers first."


def asks(typed: str) -> bool:
    """The line is put as a question."""
    words = only_words(tokens_of(typed))
    first = PHRASES.contractions.get(words[0], words[0]).split()[0] if words else ""
    return typed.rstrip().endswith("?") or (len(words) > 1 and first in ASKING)


def is_known(typed: str) -> bool:
    """The line is word for word a question that people ask, wherever they are asked."""
    return tuple(only_words(tokens_of(typed))) in _known()


@cache
def _known() -> frozenset[tuple[str, ...]]:
    said = (asked for one in shipped_answers().answers if not one.at for asked in one.asked)
    return frozenset(tuple(only_words(tokens_of(asked))) for asked in said)


def reply_to(talk: Conversation, typed: str, within: bool = True) -> tuple[str, ...]:
    """The answer to what the line asks, or a short word to small talk or another language; empty for anything else.

    `within`: a question that is only a part of the line is answered, too.
    """
    asked, ended, more = typed.partition("?")
    if ended and more.strip(" ?!.") and (first := reply_to(talk, asked + ended, within)):
        return first
    words = only_words(tokens_of(typed))
    if _foreign(words):
        return (shipped_answers().not_english,)
    kind = talk.step.asked.question.kind if talk.step is not None else ""
    lines = [words, *(questions_in(typed) if within else ())]
    best = stated_by(typed, _put_here(kind), shipped_answers().beside) or _best(lines, kind)
    if best is None or all(best_of(one, (best,), 1.0) is None for one in lines):
        put = "?" in typed or asks(typed)
        best = (told_by(typed, _put_here(kind)) if put else None) or best
        if (best is None or not best.telling) and (meant := meaning_of(talk, typed)):
            return meant
        best = best or explained(typed, _put_here(kind))
    if best is None and any(COUNTED.match(" ".join(line)) for line in lines):
        return explained_here(talk)
    bare = without_asides(typed) if best is None else typed
    return _filled(talk, best) if best is not None else reply_to(talk, bare, within) if bare != typed else ()


def questions_in(typed: str) -> list[list[str]]:
    """Words of the parts of a line that are put as questions: whole sentences before parts of them."""
    sentences = SENTENCE.findall(typed)
    parts = [part for one in sentences for part in PART.findall(one)]
    return [only_words(tokens_of(one)) for one in (*sentences, *parts) if asks(one) and one != typed]


def apart_from_questions(typed: str) -> tuple[str, list[str]]:
    """What a line says beside its questions, and these."""
    said: list[str] = []
    put: list[str] = []
    for sentence in SENTENCE.findall(typed):
        parts = [sentence] if not asks(sentence) else PARTED.split(sentence)
        for part in parts:
            (put if asks(part) else said).append(part.strip())
    return ", ".join(filter(None, (one.rstrip(" .!;") for one in said))), put


def page_called(text: str) -> str:
    """The page that a line leads to, whatever thanks, goodbyes and small words stand beside; empty for none."""
    file = shipped_answers()
    words = {said for one in file.result_pages for said in one.words}
    passing = {asked for one in file.small_talk for asked in one.asked}
    parts = [" ".join(only_words(part)) for part in split_at(tokens_of(text), frozenset(",.!?;"))]
    told = [part for part in parts if part in words or (part not in passing and {*part.split()} - FILLER)]
    told = told if len(parts) > 1 else parts
    bare = [" ".join(word for word in part.split() if word not in file.beside) for part in told]
    pages = [
        {one.page for one in file.result_pages if {part, plain} & {*one.words}}
        for part, plain in zip(told, bare, strict=True)
    ]
    return next(iter(set.intersection(*pages)), "") if pages else ""


def instead_of_words(talk: Conversation, typed: str) -> tuple[str, ...]:
    """The answer to a question put where words are wanted; one that is not known is answered by plainer words."""
    put = "?" in typed and asks(typed.rstrip(" ?!."))
    return reply_to(talk, typed) or (explained_here(talk) if put else ())


def stated_answer(typed: str) -> str:
    """The answer to what a line states beside any question; empty for none."""
    file = shipped_answers()
    stated = stated_by(typed, file.answers, file.beside)
    return in_general(stated) if stated is not None else ""


def asks_again(typed: str) -> bool:
    """Whether a line only wishes to have the open question put again, whatever excuses it."""
    file = shipped_answers()
    tokens = tokens_of(typed)
    parts = [only_words(part) for part in (tokens, *split_at(tokens, frozenset(",.!;")))]
    whole, *bare = [" ".join(word for word in part if word not in file.beside) for part in parts]
    passing = {
        "",
        *PHRASES.going_on,
        *PHRASES.beside_a_yes,
        *(one for said in file.small_talk for one in said.asked),
    }
    told = {one for one, part in zip(bare, parts[1:], strict=True) if not passing & {one, " ".join(part)}}
    return whole in file.ask_again or (bool(told) and told <= {*file.ask_again})


def known_answer(*lines: Sequence[str], at: str = "") -> str:
    """The answer to a question put before there is an interview; empty where there is none that fits.

    The first of the lines is the whole one. `at` is what is asked for there, where that is a job.
    """
    if _foreign(lines[0]):
        return shipped_answers().not_english
    best = _best(lines, at) or told_by(
        " ".join(lines[0]), [one for one in _put_here(at) if at and at in one.at]
    )
    return "" if best is None or best.says in OF_AN_INTERVIEW else in_general(best)


def told_answer(text: str) -> str:
    """The answer, which speaks of no interview, to what the telling words of a line ask for; empty for none."""
    general = [one for one in shipped_answers().answers if one.says not in OF_AN_INTERVIEW]
    found = told_by(text, general)
    return in_general(found) if found is not None else ""


def in_general(answer: Answered) -> str:
    """An answer that speaks of no interview, filled."""
    return fill(answer.says, green=f"{GREEN_FROM:g}", yellow=f"{YELLOW_FROM:g}")


def _best(lines: Sequence[Sequence[str]], kind: str = "") -> Answered | None:
    """The question of an interview that is most like one of these, of those that are put at this kind of question."""
    return best_of_any(lines, _put_here(kind), FLOOR)


@cache
def _put_here(kind: str) -> tuple[Answered, ...]:
    """What people ask or say at this kind of question, or anywhere."""
    file = shipped_answers()
    known = (*file.answers, *file.small_talk)
    here = (one for one in known if not one.at or kind in one.at or not (kind or AT_A_JOB in one.at))
    return tuple(sorted(here, key=lambda one: kind not in one.at))


def _foreign(words: Sequence[str]) -> bool:
    for language in shipped_answers().languages:
        found = sum(word in language.words for word in words)
        if found >= LEAST_FOREIGN and 2 * found >= len(words):
            return True
    return False


def _filled(talk: Conversation, answer: Answered) -> tuple[str, ...]:
    """The answer with its placeholders filled for this moment."""
    says = answer.says
    if says == "{bridge}":
        return _why_so(talk)
    if says == "{help}":
        return explained_here(talk)
    if says == "{options}":
        return _options(talk)
    if says == "{which}":
        return _to_take(talk)
    return (fill(says, green=f"{GREEN_FROM:g}", yellow=f"{YELLOW_FROM:g}", left=talk.left.in_full),)


def _why_so(talk: Conversation) -> tuple[str, ...]:
    """The largest causes of the figure, once it was seen."""
    if not talk.interview.revealed or talk.interview.kept_covered:
        return (talk.interview.kept_covered or COVERED,)
    personal = personalise(talk.interview)
    if reasons := withheld(personal):
        return reasons
    found = bridge(base_personalisation(personal.role), personal)
    causes = sorted(found.groups, key=lambda group: -abs(group.points))[:MOST_CAUSES]
    told = [
        f"{cause_name(one.cause, personal).capitalize()}: {one.shown:+.1f}." for one in causes if one.points
    ]
    if not told:
        return ("It stands where the role stands: nothing you said moves it.",)
    return ("From the role's figure to yours, the largest causes:", *told)


def explained_here(talk: Conversation) -> tuple[str, ...]:
    """The open question in plainer words, with its help, its terms and its options."""
    step = talk.step
    if step is None:
        return (NOTHING_ASKED,)
    question = step.asked.question
    row, plainly = own_row(talk), (question.plainly or "").replace("{task}", step.asked.task)
    plainly = f"{row.short}: {row.label}".rstrip(".?") + "." if row is not None else plainly
    terms = [
        says for term, says in talk.interview.form.file.terms.items() if row is not None and term in row.label
    ]
    words = [plainly or question.why, question.help or "", *terms_in(talk.interview, step.asked), *terms]
    return tuple(filter(None, (*words, *map(explained_choice, choices_at(talk)), *_to_take(talk))))


def _options(talk: Conversation) -> tuple[str, ...]:
    """Every option of the open question with its letter, and which to take."""
    none = talk.step is not None and not talk.step.asked.question.has_options
    return (*([NO_OPTIONS] if none else []), *map(explained_choice, choices_at(talk)), *_to_take(talk))


def _to_take(talk: Conversation) -> tuple[str, ...]:
    return (what_to_take(talk.step.asked),) if talk.step is not None else (NOTHING_ASKED,)
