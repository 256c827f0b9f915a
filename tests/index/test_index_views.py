import pytest
from index_examples import SEED, bare

from aijri_engine.index import (
    Provenance,
    ScorecardError,
    ScreenVerdict,
    Zone,
    assess,
    composition,
    quick_screen,
)


@pytest.mark.parametrize(
    ("protective", "growth", "verdict", "provenance"),
    [
        (2, 2, ScreenVerdict.LIKELY_GREEN_ACCELERATED, Provenance.PUBLISHED),
        (0, -1, ScreenVerdict.ALMOST_CERTAINLY_RED, Provenance.PUBLISHED),
        (2, -2, ScreenVerdict.ALMOST_CERTAINLY_RED, Provenance.PUBLISHED),
        (3, -2, ScreenVerdict.PROCEED, Provenance.OURS),
        (2, 1, ScreenVerdict.PROCEED, Provenance.OURS),
        (1, 2, ScreenVerdict.PROCEED, Provenance.OURS),
        (3, 2, ScreenVerdict.PROCEED, Provenance.OURS),
        (0, 0, ScreenVerdict.PROCEED, Provenance.OURS),
        (9, 2, ScreenVerdict.PROCEED, Provenance.OURS),
    ],
)
def test_quick_screen(
    protective: float, growth: float, verdict: ScreenVerdict, provenance: Provenance
) -> None:
    screen = quick_screen(protective, growth)
    assert screen.verdict is verdict
    assert screen.provenance is provenance


def test_the_quick_screen_never_binds() -> None:
    for protective, growth in ((2, 2), (1, -1), (5, 0)):
        assert "full scoring" in quick_screen(protective, growth).text


@pytest.mark.parametrize(("protective", "growth"), [(-1, 0), (9.5, 0), (2, 3), (float("nan"), 0), (2, True)])
def test_the_quick_screen_refuses_what_is_off_the_scale(protective: float, growth: float) -> None:
    with pytest.raises(ScorecardError):
        quick_screen(protective, growth)


def test_composition_of_the_seed_role() -> None:
    view = composition(SEED, assess(SEED))
    assert [points for _, points in view.parts] == pytest.approx([37.5, 16.0, 3.0, 20 / 9, 5.0])
    assert [name for name, _ in view.parts] == [
        "Task resistance",
        "Evidence",
        "Barriers",
        "Protective principles",
        "AI growth",
    ]
    assert view.total == pytest.approx(63.7222, abs=1e-4)
    assert "63.7" in view.caveat
    assert "64.6" in view.caveat
    assert "Read as an index" not in view.caveat


def test_composition_can_point_to_another_zone_and_says_so() -> None:
    card = bare(3.05, 5, 3, 1, protective=3)
    result = assess(card)
    view = composition(card, result)
    assert view.total == pytest.approx(50.8333, abs=1e-4)
    assert (result.index, result.zone) == (44.6, Zone.YELLOW)
    assert "50.8" in view.caveat
    assert view.caveat.endswith("Read as an index the sum would be Green; the zone is Yellow.")


def test_composition_counts_against() -> None:
    card = bare(3.05, -4, 1, -1)
    parts = dict(composition(card, assess(card)).parts)
    assert parts["Evidence"] == pytest.approx(-8)
    assert parts["AI growth"] == pytest.approx(-2.5)
