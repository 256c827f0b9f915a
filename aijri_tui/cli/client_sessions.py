"""A client's sitting from the command line: the interview after consent, and what the coach reads before the result."""

from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from aijri_tui.cli import exits
from aijri_tui.cli.contents import interview_of, open_library, the_role
from aijri_tui.cli.options import FILE, content_option, json_option, targets_option
from aijri_tui.cli.stores import using_store
from aijri_tui.cli.streams import diagnose, for_the_coach, reading_width, show, show_json

if TYPE_CHECKING:
    from aijri_engine.content.coaching import CoachTexts
    from aijri_engine.content.library import Library
    from aijri_engine.personal.coaching import CoachView
    from aijri_engine.report.blocks import Document
    from aijri_engine.store import ActRow, Store


@click.command()
@click.argument("client")
@click.argument("role")
@click.option(
    "--covered/--uncovered", default=True,
    help="Keep the index covered until you have seen the preview (usual), or until somebody asks for it.",
)  # fmt: skip
@click.option("--answers", metavar="FILE", type=FILE, help="Begin with what an answers file says.")
@content_option
def interview(client: str, role: str, covered: bool, answers: Path | None, content: tuple[Path, ...]) -> int:
    """Hold a CLIENT's interview about ROLE, after consent; it can be resumed like any other."""
    from aijri_engine.interview.interview import Interview
    from aijri_engine.store import Autosave
    from aijri_tui.plain.chat import hold
    from aijri_tui.sittings import Session

    library = open_library(content)
    begun = Interview.start(library, the_role(library, role).id, guided=True, covered=covered)
    if answers is not None:
        told = interview_of(library, begun.role_id, answers)
        begun = replace(begun, events=(*begun.events, *told.events[1:]))
    with using_store() as store:
        row = store.roster.find(client)
        keeping = Autosave(store, store.start(begun, client_id=row.id))
        carried = store.roster.carried(row.id)
        if carried:
            diagnose("Still open from last time:", *(act_line(act) for act in carried))
        shown = hold(library, begun, kept=Session(keeping))
    return exits.DONE if shown else exits.UNFINISHED


@click.command()
@click.argument("session")
@json_option
@content_option
def preview(session: str, as_json: bool, content: tuple[Path, ...]) -> None:
    """For the coach only: quality of the answers of a SESSION, and how its result may be heard."""
    from aijri_engine.personal.coaching import coach_view
    from aijri_engine.store import result_of

    library = open_library(content)
    with using_store() as store:
        view = coach_view(result_of(store, session, library))
    texts = library.wording.coach
    with for_the_coach(texts.alone):
        if as_json:
            show_json({"schema": "aijri/preview/1", **asdict(view)})
        else:
            show("\n".join(_lines(view, texts)))


def _lines(view: "CoachView", texts: "CoachTexts") -> list[str]:
    remarks = [*view.remarks, *view.reasons]
    lines = [f"{texts.look_at}:", *(f"- {one}" for one in remarks)]
    lines += [one for one in (view.thin, view.repair) if one]
    lines += ["", *(f"- {one}" for one in (view.edge, view.blow, *view.doable, texts.closed))]
    return lines


TO = targets_option("Write it to a file")
FORCE = click.option("--force", is_flag=True, help="Overwrite files that --to names.")


@click.command()
@click.argument("client")
@click.option("--with-figure", is_flag=True, help="Turn the figure too; without it none is in the page.")
@TO
@FORCE
@content_option
def prepare(
    client: str, with_figure: bool, targets: tuple[Path, ...], force: bool, content: tuple[Path, ...]
) -> None:
    """One page before the hour with a CLIENT: what came in, what to look at, what to ask, what is still open."""
    from aijri_engine.store import preparation

    _for_the_coach(client, targets, force, content, partial(preparation, figure=with_figure))


@click.command()
@click.argument("client")
@TO
@FORCE
@content_option
def agenda(client: str, targets: tuple[Path, ...], force: bool, content: tuple[Path, ...]) -> None:
    """The hour with a CLIENT as a sheet: the questions of the talk, with room for notes below each."""
    from aijri_engine.store import session_sheet

    _for_the_coach(client, targets, force, content, session_sheet)


def _for_the_coach(
    client: str,
    targets: tuple[Path, ...],
    force: bool,
    content: tuple[Path, ...],
    make: "Callable[[Store, str, Library], Document]",
) -> None:
    from aijri_engine.report.renderers.text import reading
    from aijri_tui.cli.outputs import check_targets, write_document

    check_targets(targets, force)
    library = open_library(content)
    with using_store() as store:
        row = store.roster.find(client)
        document = make(store, row.id, library)
        record = partial(store.record_file, "coach page", client_id=row.id)
        written = write_document(document, targets, force, record)
    if targets:
        diagnose(*(f"Written: {path}" for path in written))
    else:
        with for_the_coach(library.wording.coach.alone):
            show(reading(document, reading_width()))


def act_line(act: "ActRow") -> str:
    """One act of a plan in one line, with a mark where its day is past."""
    if act.trouble:
        return f"Act {act.id}: {act.trouble}"
    late = ", OVERDUE" if act.state == "open" and act.due < date.today().isoformat() else ""
    sign = f" Sign of success: {act.sign}." if act.sign else ""
    return f"Act {act.id} ({act.state}{late}): {act.act}. {act.owner}, by {act.due}.{sign}"
