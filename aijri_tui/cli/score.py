"""`aijri score`: a role, or a bare scorecard file, through the method alone."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from aijri_tui.cli.contents import open_library, the_role
from aijri_tui.cli.exits import UnusableError
from aijri_tui.cli.options import content_option, json_option
from aijri_tui.cli.streams import reading_width, show, show_json

if TYPE_CHECKING:
    from aijri_engine.index import Scorecard


@click.command()
@click.argument("subject", metavar="ROLE|FILE")
@json_option
@content_option
def score(subject: str, as_json: bool, content: tuple[Path, ...]) -> None:
    """Compute the index of a role, or of a scorecard file, without any answers.

    A scorecard file has `tasks` (share and score of each) or `task_resistance`, and evidence, barriers,
    protective and growth, each a total or a mapping. A name that ends in .yaml or .yml, or holds a slash, is a
    file.
    """
    name, scorecard, taken_as_zero = _scorecard(subject, content)
    if as_json:
        show_json(score_document(name, scorecard, taken_as_zero))
        return
    from aijri_tui.plain.passages import plain_text
    from aijri_tui.plain.score_text import score_passages

    show(plain_text(score_passages(name, scorecard, taken_as_zero), reading_width()))


def _scorecard(subject: str, content: tuple[Path, ...]) -> "tuple[str, Scorecard, tuple[str, ...]]":

    if names_a_file(subject):
        from aijri_engine.content.scorecard_file import read_scorecard

        bare = read_scorecard(subject)
        return bare.title, bare.scorecard, bare.taken_as_zero
    from aijri_engine.content.published import base_scorecard

    role = the_role(open_library(content), subject)
    if not role.has_figure:
        only = "a starting table only, and tables alone cannot tell the zones apart"
        raise UnusableError(
            f"aijri: {role.title} has {only if role.derived else 'no figure before a person has answered'}. "
            f"`aijri chat {role.id}` works out your own figure."
        )
    return role.title, base_scorecard(role), ()


def names_a_file(subject: str) -> bool:
    """Is this the name of a file rather than of a role?"""
    ends = subject.casefold().endswith((".yaml", ".yml"))
    return ends or "/" in subject or "\\" in subject or Path(subject).exists()


def score_document(name: str, scorecard: "Scorecard", taken_as_zero: tuple[str, ...]) -> dict[str, Any]:
    """The JSON document of an assessment without a person."""
    from aijri_engine.index import assess, composition, figures_of, quick_screen, six

    found = assess(scorecard)
    view = composition(scorecard, found)
    parts = {key: six(value) for key, value in view.parts}
    return {
        "schema": "aijri/score/1",
        "name": name,
        **figures_of(found),
        "label_provenance": found.label_provenance.value,
        "uncapped": six(found.uncapped),
        "taken_as_zero": list(taken_as_zero),
        "quick_screen": quick_screen(scorecard.protective_total, scorecard.growth).verdict.value,
        "composition": {"parts": parts, "total": six(view.total), "caveat": view.caveat},
    }
