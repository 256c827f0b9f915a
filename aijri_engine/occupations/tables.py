"""The starting tables of occupations as they are shipped: figures, codes and names, read when first asked for."""

import csv
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

MADE = "2026-11-28"
"""Day the tables were made."""

OTHER = "other"
"""Row of everything that takes less than 3 % of the listed tasks each."""

Odds = tuple[float, float, float]
"""Probability of the levels 0, 1 and 2 of a barrier."""


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """One activity of an occupation."""

    group: str
    """Id of an activity group."""
    share: float
    """Percent of the listed tasks; not measured hours."""
    score: float
    """Task score, 1-5, right within about half a point."""


@dataclass(frozen=True, slots=True)
class OutsideMeasures:
    """What others publish about an occupation; shown beside an index, dated, moving nothing. None: not known."""

    employment: int | None
    """People employed in the US, May 2024."""
    wage: int | None
    """US median pay, dollars a year, May 2024."""
    employment_growth: float | None
    """Percent, projected for 2020-30."""
    ai_applicability: float | None
    """0-1, from use of one assistant in 2024."""


@dataclass(frozen=True, slots=True)
class Occupation:
    """An occupation and its starting table."""

    code: str
    title: str
    thin: bool
    """Fewer than 8 tasks, or one row of 80 % or more."""
    regulatory: Odds
    union: Odds
    cultural: Odds
    outside: OutsideMeasures
    rows: tuple[ActivityRow, ...]


@dataclass(frozen=True)
class Tables:
    """The tables of one folder; each file is read when first looked at."""

    folder: Path

    def occupation(self, code: str) -> Occupation | None:
        """The occupation of that code; None for a code that is not in the tables."""
        line = self._lines.get(code)
        return self._occupation(line) if line is not None else None

    def codes(self) -> tuple[str, ...]:
        """Every code, in order."""
        return tuple(self._lines)

    def name(self, code: str) -> str:
        """Title of the occupation of that code. Raises `KeyError` for another."""
        return self._lines[code]["title"]

    def titles(self) -> Iterator[tuple[str, str, str]]:
        """Code, title and source (`reported`, `alternate`, `own`) of everything people call these jobs."""
        with (self.folder / "titles.csv").open(encoding="utf-8", newline="") as file:
            lines = csv.reader(file)
            next(lines)
            yield from ((code, title, source) for code, title, source in lines)

    def said(self) -> Iterator[tuple[str, str]]:
        """Code and a line that people say of that job who do not name it; no code where it names none [ours]."""
        with (self.folder / "said.csv").open(encoding="utf-8", newline="") as file:
            lines = csv.reader(file)
            next(lines)
            yield from ((code, line) for code, line in lines)

    @cached_property
    def major_groups(self) -> Mapping[str, str]:
        """Major groups of the US Standard Occupational Classification, in our words, by the first digits of a code."""
        return {line["code"]: line["name"] for line in self._read("major_groups.csv")}

    @cached_property
    def groups(self) -> Mapping[str, str]:
        """Names of the sixteen kinds of activity, and of `other`, by id."""
        return {line["id"]: line["name"] for line in self._read("activity_groups.csv")}

    @cached_property
    def attribution(self) -> tuple[str, ...]:
        """The lines to print wherever figures of these tables act."""
        return tuple((self.folder / "NOTICE.txt").read_text(encoding="utf-8").splitlines())

    @cached_property
    def digest(self) -> str:
        """Hash of the files a starting table is assembled from, twelve digits."""
        found = hashlib.sha256()
        for name in ("occupations.csv", "occupation_rows.csv", "activity_groups.csv"):
            found.update((self.folder / name).read_bytes())
        return found.hexdigest()[:12]

    def employment(self, code: str) -> int:
        """People employed in it, 0 where not known; of two equal matches the larger job comes first."""
        return int(self._lines[code]["employment_2024"] or 0)

    def _occupation(self, line: Mapping[str, str]) -> Occupation:
        return Occupation(
            code=line["code"],
            title=line["title"],
            thin=line["thin"] == "1",
            regulatory=_odds(line["regulatory_odds"]),
            union=_odds(line["union_odds"]),
            cultural=_odds(line["cultural_odds"]),
            outside=OutsideMeasures(
                int(line["employment_2024"]) if line["employment_2024"] else None,
                int(line["median_wage_2024"]) if line["median_wage_2024"] else None,
                float(line["bls_growth_2020_30"]) if line["bls_growth_2020_30"] else None,
                float(line["ai_applicability_2024"]) if line["ai_applicability_2024"] else None,
            ),
            rows=self._rows[line["code"]],
        )

    @cached_property
    def _lines(self) -> dict[str, dict[str, str]]:
        return {line["code"]: line for line in self._read("occupations.csv")}

    @cached_property
    def _rows(self) -> dict[str, tuple[ActivityRow, ...]]:
        found: dict[str, list[ActivityRow]] = {}
        for line in self._read("occupation_rows.csv"):
            row = ActivityRow(line["row"], float(line["share"]), float(line["score"]))
            found.setdefault(line["code"], []).append(row)
        return {code: tuple(rows) for code, rows in found.items()}

    def _read(self, name: str) -> list[dict[str, str]]:
        with (self.folder / name).open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))


def _odds(text: str) -> Odds:
    low, middle, high = (float(part) for part in text.split("/"))
    return low, middle, high
