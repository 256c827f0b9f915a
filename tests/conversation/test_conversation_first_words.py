"""What is typed where a job is asked for is understood as what it is."""

import pytest

from aijri_engine.conversation.first_words import first_words


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("hi", "reply"), ("thanks", "reply"), ("help", "reply"), ("undo", "reply"), ("are you an AI?", "reply"),
        ("ich bin ein Pfleger und ich arbeite viel", "reply"), ("yes", "yes"), ("back", "back"),
        ("quit", "quit"), ("", "reply"), ("nurse", "job"), ("head of sales", "job"),
    ],
)  # fmt: skip
def test_a_first_line_is_a_job_or_something_else(typed: str, kind: str) -> None:
    assert first_words(typed).kind == kind


@pytest.mark.parametrize(
    ("typed", "job"),
    [
        ("ok deep learning engineer", "deep learning engineer"), ("I'm a nurse.", "nurse"),
        ("hi, I am an electrician", "electrician"),
        ("my job is: data scientist", "data scientist"), ("The Nanny", "Nanny"),
        ("well, translator I guess", "translator"), ("sure, a nurse, basically", "nurse"), ("I think", "I think"),
    ],
)  # fmt: skip
@pytest.mark.case("walk 15")
def test_the_words_around_a_job_are_no_part_of_it(typed: str, job: str) -> None:
    assert first_words(typed).words == job
