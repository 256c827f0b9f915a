import pytest

from aijri_engine.index import DISPLAY_RULE, RULES, Provenance, Zone, label_of, zone_of

PUBLISHED = Provenance.PUBLISHED
RECONSTRUCTED = Provenance.RECONSTRUCTED


@pytest.mark.parametrize(
    ("index", "zone"),
    [
        (48.0, Zone.GREEN),
        (47.995, Zone.GREEN),
        (47.95, Zone.GREEN),
        (47.9499, Zone.YELLOW),
        (47.94, Zone.YELLOW),
        (25.0, Zone.YELLOW),
        (24.95, Zone.YELLOW),
        (24.94, Zone.RED),
        (0.0, Zone.RED),
        (100.0, Zone.GREEN),
    ],
)
def test_the_displayed_figure_decides_the_zone(index: float, zone: Zone) -> None:
    assert zone_of(index) is zone


@pytest.mark.parametrize(
    ("index", "growth", "share", "label", "provenance"),
    [
        (48.0, 2, 90.0, "Green (Accelerated)", PUBLISHED),
        (48.0, 2, None, "Green (Accelerated)", PUBLISHED),
        (64.6, 1, 20.0, "Green (Transforming)", RECONSTRUCTED),
        (64.6, 1, 20 - 1e-10, "Green (Transforming)", RECONSTRUCTED),
        (64.6, 1.9, 19.9, "Green (Stable)", RECONSTRUCTED),
        (64.6, 1, None, None, RECONSTRUCTED),
        (47.9, 2, 40.0, "Yellow (Urgent)", RECONSTRUCTED),
        (47.1, 0, 39.9, "Yellow (Moderate)", RECONSTRUCTED),
        (44.4, 0, 40.0, "Yellow (Urgent)", RECONSTRUCTED),
        (44.4, 0, None, None, RECONSTRUCTED),
        (24.9, 2, None, "Red", PUBLISHED),
    ],
)
def test_labels(
    index: float, growth: float, share: float | None, label: str | None, provenance: Provenance
) -> None:
    assert label_of(index, growth, share, 3.0, 0, 0) == (label, provenance)


@pytest.mark.parametrize(
    ("resistance", "evidence", "barriers", "label"),
    [
        (1.7, -6, 2, "Red (Imminent)"),
        (1.8, -6, 2, "Red"),
        (6 - 4.2, -6, 2, "Red"),
        (1.7, -5, 2, "Red"),
        (1.7, -6, 3, "Red"),
    ],
)
def test_imminent_takes_all_three_conditions(
    resistance: float, evidence: float, barriers: float, label: str
) -> None:
    given, provenance = label_of(5.0, -1, None, resistance, evidence, barriers)
    assert given == label
    assert provenance is (PUBLISHED if label == "Red" else RECONSTRUCTED)


def test_every_label_has_a_rule_with_its_mark() -> None:
    marks = {rule.label: rule.provenance for rule in RULES}
    assert marks == {
        "Green": PUBLISHED,
        "Green (Accelerated)": PUBLISHED,
        "Green (Transforming)": RECONSTRUCTED,
        "Green (Stable)": RECONSTRUCTED,
        "Yellow": PUBLISHED,
        "Yellow (Urgent)": RECONSTRUCTED,
        "Yellow (Moderate)": RECONSTRUCTED,
        "Red": PUBLISHED,
        "Red (Imminent)": RECONSTRUCTED,
    }
    assert all(rule.label.startswith(rule.zone) for rule in RULES)
    assert DISPLAY_RULE[1] is Provenance.OURS


def test_conditions_name_the_thresholds() -> None:
    conditions = {rule.label: rule.condition for rule in RULES}
    assert "48.0" in conditions["Green"]
    assert "25.0" in conditions["Yellow"]
    assert "20 %" in conditions["Green (Stable)"]
    assert "40 %" in conditions["Yellow (Urgent)"]
    assert all(figure in conditions["Red (Imminent)"] for figure in ("1.8", "-6", "2"))
