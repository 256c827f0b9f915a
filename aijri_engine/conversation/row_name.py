"""Words typed at a row of other work: its name, unless they command or divide time."""

import re

from aijri_engine.content.library import shipped_answers
from aijri_engine.interview.form import Asked, Form
from aijri_engine.interview.understanding import vocabulary_of
from aijri_engine.interview.understanding.commands import find_command
from aijri_engine.interview.understanding.words.amounts import Amount, amounts_in, read_alone
from aijri_engine.interview.understanding.words.tokens import half_share, only_words, tokens_of

NAME_AND_AMOUNT = re.compile(
    r"\s*(?P<name>[^\d,:=]*[^\d,:=\s])\s*[,:=]?\s+(?P<amount>\d\S*(?:\s*(?:%|h|hours?|percent))?)\s*"
)


def name_and_amount(asked: Asked, form: Form, typed: str) -> tuple[str, Amount] | None:
    """A name with its amount behind it, "project 30"; None for any other words."""
    said = NAME_AND_AMOUNT.fullmatch(typed)
    amount = read_alone(said["amount"]) if said else None
    return (said["name"], amount) if said and amount and names_a_row(asked, form, said["name"]) else None


def names_a_row(asked: Asked, form: Form, typed: str) -> bool:
    """Whether words typed at a row of other work of this week name it."""
    words = only_words(tokens_of(typed))
    file = shipped_answers()
    wishes = {*file.skip_all, *file.start_over, *file.erase_all}
    if not words or typed.lstrip().startswith("/") or find_command(typed) or " ".join(words) in wishes:
        return False
    amounts = amounts_in(words)
    told = bool(amounts) and bool(vocabulary_of(form).table(asked).names.spans(words))
    with_unit = any(one.unit in ("percent", "hours", "fraction") for one in amounts)
    return not (told or with_unit or half_share(typed))
