"""`aijri practice`: what a practice keeps once, for reports and consents on screen and command line."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from aijri_tui.cli import exits
from aijri_tui.cli.options import FILE, json_option
from aijri_tui.cli.stores import using_store
from aijri_tui.cli.streams import diagnose, show, show_json

if TYPE_CHECKING:
    from aijri_engine.content.branding import Practice
    from aijri_engine.content.branding_files import LogoFile


@click.command()
@click.option("--name", help="The practice, as reports name it.")
@click.option("--contact", help="How it can be reached; stands in every report.")
@click.option("--coach", help="Your name, as consents propose it.")
@click.option("--logo", metavar="FILE", type=FILE, help="A PNG or JPEG for reports, or `none`.")
@click.option(
    "--consent-period", metavar="WORDS", help="How long things are usually kept, such as '12 months'."
)
@click.option("--paper", type=click.Choice(["A4", "Letter"], case_sensitive=False), help="Paper of reports.")
@click.option("--large-print/--usual-print", default=None, help="Whether reports are set large.")
@click.option(
    "--branding", metavar="FILE", type=FILE,
    help="Take name, logo, colours, footer and wording from a branding file.",
)  # fmt: skip
@click.option("--forget", is_flag=True, help="Keep none of it any more.")
@json_option
def practice(
    logo: Path | None, branding: Path | None, forget: bool, as_json: bool, **words: str | bool | None
) -> None:
    """Show what your practice keeps once, or change it: reports and consents take it from here."""
    from aijri_engine.store import forget_practice, keep_practice, practice_damaged, practice_of

    with using_store() as store:
        if forget:
            forget_practice(store)
        kept, picture = practice_of(store)
        if damaged := practice_damaged(store):
            diagnose(damaged)
        given = {name: value for name, value in words.items() if value is not None}
        if branding is not None or logo is not None or given:
            values = kept.model_dump(exclude_none=True)
            if branding is not None:
                look, picture = _branding(branding)
                values |= look
            if logo is not None:
                picture = None if str(logo) == "none" else _logo(logo)
            kept = keep_practice(store, values | given, picture)
    if as_json:
        show_json({"schema": "aijri/practice/1", **kept.model_dump(mode="json"), "logo": bool(picture)})
    else:
        show("\n".join(practice_lines(kept, picture)))


def practice_lines(kept: "Practice", picture: "LogoFile | None") -> list[str]:
    """Every setting in a line."""
    told_logo = f"{picture.width} by {picture.height} pixels" if picture else ""
    rows = [("Name", kept.name), ("Contact", kept.contact), ("Coach", kept.coach), ("Logo", told_logo)]
    rows += [("Consent period", kept.consent_period), ("Paper", kept.paper)]
    rows += [("Print", "large" if kept.large_print else "usual")]
    return [f"{name}: {words or 'none'}" for name, words in rows]


def _branding(path: Path) -> "tuple[dict[str, object], LogoFile | None]":
    from aijri_engine.content.branding_files import read_branding

    look, picture = read_branding(path)
    return look.model_dump(exclude_none=True), picture


def _logo(path: Path) -> "LogoFile":
    from aijri_engine.content.branding_files import read_logo

    try:
        return read_logo(path)
    except ValueError as error:
        raise exits.UnusableError(f"aijri: --logo {path}: {error}.") from None
