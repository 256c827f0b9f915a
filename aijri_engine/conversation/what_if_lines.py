"""Lines that are put as a what-if, without the words around it that change nothing."""

import re
from functools import cache

from aijri_engine.content.library import shipped_answers
from aijri_engine.interview.understanding.words.tokens import (
    is_number,
    only_words,
    tokens_of,
    too_much,
    word_set,
    words_of,
)

OPENER = re.compile(
    r"(?:(?:and |but |so |ok |then |well |hm |no |i mean |i meant )*"
    r"what (?:(?:would happen (?:(?:with|to) (?:the|my) \w+ )?|happens |about )?if|happens when)|(?:and|how about) if"
    r"|(?:would|will) (?:it|that|i) be (?:any )?(?:better|worse|safer|higher|lower) if"
    r"|suppose|imagine|assume|try|if)(?: |$)(?:it (?:turned|turns|turn) out (?:that |to be )?|it was (?:so )?that )?"
)
"""How a what-if begins."""
MOST_BEFORE = 4
"""Pieces before a what-if, at most [ours]."""
_AMOUNT = (
    r"(?P<amount>(?:\d+(?:[.,]\d+)?|half|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty)"
    r"(?: (?:an? )?(?:%|percent|per cent|points?|hours?|h|minutes?|days?|half|third|quarter|fifth|tenth))?)"
)
_DID = (
    r"(?:(?:i |we |(?:they |he |she )?(?:give|gave|gives) me )?"
    r"(?:(?:did|do|doing|spent|spend|put|had|have|used?|got|took|take|worked?)(?: (?:it|that|them))? )?)?"
)
_OF = r"(?:(?:of|on|in|for|at|to|with) )?(?:the |my |that )?"
_ONE, _OTHER, _AND = rf"{_OF}(?P<one>.+?)", rf"{_OF}(?P<other>.+?)", rf",? (?:and|but|then),? {_DID}"
_LESS, _MORE = (rf"(?:(?:that|so|as) much )?{word}(?: time)? " for word in ("(?:less|fewer)", "more"))
_GAVE = r"(?:i |we )?(?:(?:gave|give|giving) up|cut|dropped?|lost|lose|freed?(?: up)?|shed|swapped|swap|traded|trade)"
_GIVER = r"(?:of|from|off|in) (?:the |my )?(?P<one>.+?)"
_PUT = r"(?:put|spent|used?|gave|moved?) (?:it|them|that|those)"
ONE_MOVE = tuple(
    re.compile(f"^{form}$", re.IGNORECASE)
    for form in (
        f"{_DID}{_LESS}{_ONE} ?, (?:say |about |perhaps )?{_AMOUNT}(?: ?,)?{_AND}{_MORE}{_OTHER}",
        f"{_DID}{_AMOUNT} {_LESS}{_ONE}{_AND}{_MORE}{_OTHER}",
        f"{_DID}{_AMOUNT} {_MORE}{_OTHER}{_AND}{_LESS}{_ONE}",
        f"{_DID}{_LESS}{_ONE}{_AND}{_AMOUNT} {_MORE}{_OTHER}",
        f"{_DID}{_LESS}{_ONE}{_AND}(?P<amount>){_MORE}{_OTHER}",
        f"{_DID}{_AMOUNT} {_MORE}{_OTHER} (?:instead|in place|out) of {_ONE}",
        rf"(?:i |we )?(?:took|take|moved?|cut) {_AMOUNT} {_GIVER} ?,?(?: and)? {_PUT} (?:in|into|on|to|for) {_OTHER}",
        f"{_GAVE} {_AMOUNT} {_GIVER}(?:{_AND}| to | for | against )(?:do )?(?:more |it |them )?{_OTHER}",
    )
)
"""One row gives and another gets, told as two changes: "two hours less of teaching and more coordination"."""
BREAKS = re.compile(r"[,.;:!?…]\s+|\s*[–—]\s*|\s-+\s")
_WHAT_IF = re.compile(r"(?<=\s)what(?: would happen| happens)? if (?=(?:\S+ ){2})", re.IGNORECASE)
"""A what-if behind words without a sign between: "what I want to know is what if ..."."""
OUTCOME = re.compile(
    r"[,.;]\s*(?:and |or )?(?:would|will|is|does|do|how|what)\b(?:\W+(?!(?:if|to)\b)\w+){1,9}\W*\?\s*$",
    re.IGNORECASE,
)
"""A question about what would come of it, behind a what-if."""
BEHIND = re.compile(
    r"(?:[\s,]+(?:instead|then|though|please|perhaps|anyway)|,\s*(?:the |my |our )?\w+(?: \w+)? like)\W*$",
    re.IGNORECASE,
)
"""Words behind one that change nothing of it."""
MOVING = word_set("move moved moving shift shifted shifting swap give gave spend spent")
"""Words that begin a change without a what-if before them."""


def wants_change(typed: str) -> bool:
    """The line is put as a change to be tried."""
    said = " ".join(only_words(tokens_of(typed)))
    return "=" in typed or bool(OPENER.match(said)) or said.partition(" ")[0] in MOVING


def what_if_in(typed: str) -> str:
    """The what-if within a line, without a word before it or a question about its outcome behind; else the line."""
    if too_much(typed):
        return typed
    breaks = [at.end() for at in BREAKS.finditer(typed)][:MOST_BEFORE]
    starts = [*breaks, *(at.start() for at in _WHAT_IF.finditer(typed))]
    rests = (typed[at:] for at in starts if not any(map(is_number, words_of(typed[:at]))))
    found = typed if wants_change(typed) else next(filter(_opens, rests), typed)
    return BEHIND.sub("", OUTCOME.sub("", found)) if wants_change(found) else typed


def supposes(typed: str) -> bool:
    """The line is put as "what if" or "what would happen if", and so tells of nothing that is."""
    opened = OPENER.match(" ".join(words_of(what_if_in(typed))))
    return opened is not None and {"what", "if"} <= {*opened[0].split()}


def as_one_move(line: str) -> str:
    """Less of one and more of another, with one amount, as the move that it is; any other line as it stands."""
    told = BEHIND.sub("", line)
    for form in ONE_MOVE:
        found = form.match(told)
        if found is not None and not any(map(is_number, words_of(f"{found['one']} {found['other']}"))):
            return f"move {found['amount']} from {found['one']} to {found['other']}"
    return line


def without_asides(typed: str) -> str:
    """The line without what is said in passing, such as "by the way", "of mine"; itself where it says no more."""
    left = _asides().sub(" ", typed)
    return left.strip(" ,") if len(words_of(left)) > 1 else typed


@cache
def _asides() -> re.Pattern[str]:
    said = sorted(shipped_answers().in_passing, key=len, reverse=True)
    any_of = "|".join(re.escape(one).replace(r"\ ", r"[\s,]+") for one in said)
    return re.compile(
        rf"(?:^|[\s,(–—-]+)(?:{any_of})(?![\w’'])\)?(?:\s*,|\s*[–—]|\s+-(?=\s))?", re.IGNORECASE
    )


def _opens(typed: str) -> bool:
    """It begins as a what-if; by one word, such as "if", only where the outcome is asked for behind."""
    opened = OPENER.match(" ".join(only_words(tokens_of(typed))))
    return opened is not None and (" " in opened[0].strip() or bool(OUTCOME.search(typed)))


def without_opener(typed: str) -> list[str]:
    """The words and signs of a line without the what-if before them."""
    tokens = tokens_of(typed)
    opened = OPENER.match(" ".join(only_words(tokens)))
    for word in opened[0].split() if opened else ():
        tokens = tokens[tokens.index(word) + 1 :]
    return tokens
