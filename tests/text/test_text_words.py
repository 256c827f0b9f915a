"""Near words, lists in a sentence, and slugs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aijri_engine.text import ended, figure, is_or_are, join_words, nearest, slug


@pytest.mark.parametrize(
    ("word", "limit", "expected"),
    [
        ("senority", 1, ["seniority"]),
        ("SENIORITY", 1, ["seniority"]),
        ("yaers", 1, ["Years"]),
        ("nothing like it", 1, []),
        ("year", 2, ["Years", "yearly"]),
        ("year", 0, []),
        ("", 1, []),
    ],
)
def test_nearest(word: str, limit: int, expected: list[str]) -> None:
    assert nearest(word, ["seniority", "Years", "domain", "yearly"], limit) == expected


def test_only_the_beginning_of_a_huge_word_is_compared() -> None:
    assert nearest("ab" * 500_000, ["ba" * 500_000, "abba"]) == ["ba" * 500_000]


@pytest.mark.parametrize(
    ("words", "expected"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_join_words(words: list[str], expected: str) -> None:
    assert join_words(words) == expected


def test_join_words_with_another_last_word() -> None:
    assert join_words(["a", "b"], "or") == "a or b"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Deep Learning Engineer", "deep-learning-engineer"),
        ("  --Größe & Maß! ", "grösse-mass"),
        ("数据 分析", "数据-分析"),
        ("हिन्दी", "हिन्दी"),
        ("../../etc/passwd", "etc-passwd"),
        ("", "row"),
        ("x" * 39 + " yz", "x" * 39),
    ],
)
def test_slug(text: str, expected: str) -> None:
    assert slug(text) == expected


@given(st.text())
def test_slug_is_short_and_plain(text: str) -> None:
    result = slug(text)
    assert 0 < len(result) <= 40
    assert not set(result) & set(" /\\.:\n\t\x00")
    assert not result.startswith("-")
    assert not result.endswith("-")


def test_the_verb_goes_with_the_words() -> None:
    for words in ("medicines", "quotes and paperwork", "data and databases", "records"):
        assert is_or_are(words) == "are", words
    for words in ("testing", "correcting machine drafts", "work with clients", "analysis", "logistics", "design",
                  "testing and certifying", "the supervision of others"):  # fmt: skip
        assert is_or_are(words) == "is", words


@pytest.mark.parametrize("number", [0.0, -0.0, -1e-9, -0.04])
def test_a_zero_has_no_sign(number: float) -> None:
    assert figure(number) == "0"


def test_a_name_of_signs_only_has_the_slug_that_fits_its_place() -> None:
    assert (slug("..", "client"), slug("Bo", "client")) == ("client", "bo")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Noted: b", "Noted: b."),
        ("Noted: “law of 1984.”", "Noted: “law of 1984.”"),
        ("Noted: why?", "Noted: why?"),
    ],
)
def test_a_sentence_ends_with_one_stop(words: str, told: str) -> None:
    assert ended(words) == told
