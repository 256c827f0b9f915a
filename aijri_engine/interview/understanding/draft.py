"""A split of the week while it is worked out, and the lines that ask for the role's mix instead."""

from dataclasses import dataclass, field
from typing import Any, Final

DECIMALS: Final = 6
"""Decimals of an amount that are kept."""

TYPICAL: Final = (
    "typical", "typical mix", "use typical", "the typical mix", "use the typical mix", "use the roles typical mix",
    "the roles typical mix", "roles typical mix", "use the role typical mix", "typical week", "the roles mix",
    "role mix",
    "use the roles mix", "use the typical", "the usual mix", "usual mix", "role average", "the role average",
    "use the default",
    "use the role average", "borrow it", "borrow", "borrow the typical mix", "take the typical mix", "default",
    "the default",
    "the average", "use the average", "average", "use the average mix", "the average mix", "same as the role",
    "as the role",
    "just use the typical mix", "go with typical", "go with the typical mix", "id rather use the typical mix",
    "take the typical one", "the typical one", "typical please", "the typical mix please",
    "use the typical mix please",
    "i use the typical mix", "just use typical", "the usual mix for the role", "typical for the role",
    "take the roles mix",
)  # fmt: skip


@dataclass(slots=True)
class Draft:
    """Amounts by row while a sentence is worked out; lives for one line."""

    rows: dict[str, float] = field(default_factory=dict)
    own: dict[str, float] = field(default_factory=dict)
    unit: str = "percent"
    confident: bool = True
    bare: bool = False
    """Plain figures, which may be percent or hours."""
    guess: tuple[int, int] = (0, 0)
    """Which of the near rows the first and the second unclear name are taken for."""
    unknown: int = 0
    """Unclear names."""
    instead: "list[Draft]" = field(default_factory=list)
    """The same with other rows for the unclear name."""
    questions: list[str] = field(default_factory=list)
    """What keeps it from being taken; empty when nothing does."""

    def total(self) -> float:
        """Sum of all rows."""
        return sum(self.rows.values()) + sum(self.own.values())

    def scale(self, factor: float) -> None:
        """Multiply every amount."""
        self.rows = {row: amount * factor for row, amount in self.rows.items()}
        self.own = {name: amount * factor for name, amount in self.own.items()}

    def json(self) -> Any:
        """The value of a split over the role's tasks."""
        value: dict[str, Any] = {"rows": {row: round(amount, DECIMALS) for row, amount in self.rows.items()}}
        if self.own:
            value["other"] = [
                {"name": name, "share": round(amount, DECIMALS)} for name, amount in self.own.items()
            ]
        if self.unit == "hours":
            value["unit"] = "hours"
        return value

    def parts(self) -> Any:
        """The value of a division of one task's points."""
        return {row: round(amount, DECIMALS) for row, amount in self.rows.items()}


def is_typical(words: list[str]) -> bool:
    """The line asks for the role's mix."""
    return " ".join(words) in TYPICAL
