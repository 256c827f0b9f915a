"""`aijri cohort`: the index of many, from one table of answers to one table of figures."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from aijri_engine.text import counted
from aijri_tui.cli.contents import open_library, the_role
from aijri_tui.cli.exits import UnusableError
from aijri_tui.cli.options import FILE, content_option, json_option
from aijri_tui.cli.streams import diagnose, json_text, show, show_data, show_json

if TYPE_CHECKING:
    from aijri_engine.cohort.figures import Summary
    from aijri_engine.cohort.run import Outcome


@click.command()
@click.argument("role")
@click.argument("table", required=False, type=FILE)
@click.option("--to", metavar="TABLE", type=FILE, help="Where the figures go: .parquet or .csv.")
@click.option("--engine", type=click.Choice(["duckdb", "polars", "spark"]), default="polars", show_default=True,
              help="What computes; all give the same figures as far as they are shown.")  # fmt: skip
@click.option("--by", metavar="COLUMN", help="Means by this column; groups under five people are not told.")
@click.option("--draws", type=click.IntRange(0, 1000), default=0, metavar="N",
              help="Also the 90 % range of the first N rows.")  # fmt: skip
@click.option("--template", type=click.Choice(["csv", "schema"]), is_flag=False, flag_value="csv",
              help="Print the columns of the role (csv), or their JSON Schema (schema), and end.")  # fmt: skip
@json_option
@click.option("--force", is_flag=True, help="Overwrite the result.")
@content_option
def cohort(
    role: str, table: Path | None, to: Path | None, engine: str, by: str | None, draws: int,
    template: str | None, as_json: bool, force: bool, content: tuple[Path, ...],
) -> None:  # fmt: skip
    """Compute the index of every row of a table of answers (Parquet or CSV).

    For services and research; not for hiring, promotion, pay or redundancy. Rows that cannot be read go to a second
    file with the reason. Needs the extra `cohort` (or `spark`).
    """
    library = open_library(content)
    role_id = the_role(library, role).id
    try:
        if template is not None:
            show_data(_template(library, role_id, template))
            return
        if table is None or to is None:
            raise UnusableError(
                "aijri: give a table of answers and --to TABLE.", "`--template` prints its columns."
            )
        from aijri_engine.cohort.run import rejects_beside, run
        from aijri_engine.cohort.sound_tables import TableError
    except ImportError:
        raise UnusableError("aijri: cohort needs more packages.", "pip install 'aijri[cohort]'") from None
    there = [str(path) for path in (to, rejects_beside(to)) if path.exists()]
    if there and not force:
        raise UnusableError(f"aijri: {there[0]} is there already.", "Give another name, or --force.")
    try:
        found = run(library, role_id, table, to, engine, by, draws)  # type: ignore[arg-type]
    except TableError as error:
        raise UnusableError(f"aijri: {error.message}", error.remedy) from None
    show_json(_document(found, role_id)) if as_json else show("\n".join(_lines(found, by)))
    if found.rejects is not None:
        diagnose(f"{counted(found.rejected, 'row')} could not be used; the reasons are in {found.rejects}.")


def _template(library: Any, role_id: str, kind: str) -> str:
    from aijri_engine.cohort.columns import csv_header, json_schema

    return csv_header(library, role_id) if kind == "csv" else json_text(json_schema(library, role_id))


def _lines(found: "Outcome", by: str | None) -> list[str]:
    from aijri_engine.cohort.run import PURPOSE

    lines = [
        f"{counted(found.scored, 'row')} computed, {found.rejected} refused.",
        f"Written: {found.written}",
    ]
    if found.summary is not None:
        lines += _summary_lines(found.summary, by or "")
    if found.ranges:
        lines += ["", "Range of single rows (90 of 100 recalculations):"]
        lines += [f"  {name}: {low:.1f} to {high:.1f}" for name, low, high in found.ranges]
    return [*lines, "", PURPOSE]


def _summary_lines(summary: "Summary", by: str) -> list[str]:
    from aijri_engine.index import one_decimal
    from aijri_engine.text import clean

    without = [f"  {summary.withheld} more in no mean: too much of their week lies outside the role."]
    without = without if summary.withheld else []
    if not summary.told:
        return ["", "Fewer than five people: no summary is told.", *without]
    lines = ["", f"Mean index {one_decimal(summary.index):.1f} of {summary.people} people; by {by}:"]
    for group in summary.groups:
        zones = ", ".join(f"{zone} {people}" for zone, people in group.zones.items())
        told = f"{one_decimal(group.index):.1f}, {group.people} people"
        lines.append(f"  {clean(group.name, 60) or '(empty)'}: {told}{f' ({zones})' if zones else ''}")
    left = f"  {summary.hidden} not told: they, or what is left beside the others, are fewer than five."
    return [*lines, *([left] if summary.hidden else []), *without]


def _document(found: "Outcome", role_id: str) -> dict[str, Any]:
    from aijri_engine.cohort.run import PURPOSE
    from aijri_engine.index import six

    document: dict[str, Any] = {
        "schema": "aijri/cohort/1", "role": role_id, "purpose": PURPOSE, "computed": found.scored,
        "refused": found.rejected, "written": str(found.written),
        "reasons": None if found.rejects is None else str(found.rejects),
    }  # fmt: skip
    summary = found.summary
    if summary is not None and summary.told:
        groups = [asdict(group) | {"index": six(group.index)} for group in summary.groups]
        document["summary"] = asdict(summary) | {"index": six(summary.index), "groups": groups}
    if found.ranges:
        document["ranges"] = [{"id": name, "low": low, "high": high} for name, low, high in found.ranges]
    return document
