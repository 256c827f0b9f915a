"""`aijri assess`: a result from an answers file."""

from pathlib import Path

import click

from aijri_tui.cli.contents import content_option
from aijri_tui.cli.report_options import Asked, report_options
from aijri_tui.cli.streams import diagnose, show


@click.command()
@click.argument("role")
@click.option(
    "--answers",
    required=True,
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="The answers file to read.",
)
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.option("--full", is_flag=True, help="The whole result, not only its first view.")
@click.option(
    "--to", "targets", multiple=True, metavar="OUT", type=click.Path(path_type=Path),
    help="Write the result to a file; its ending says the format. May be given several times.",
)  # fmt: skip
@report_options
@content_option
def assess(
    role: str,
    answers: Path,
    as_json: bool,
    full: bool,
    targets: tuple[Path, ...],
    asked: Asked,
    content: tuple[Path, ...],
) -> None:
    """Compute a person's own index from an answers file, with every point of the difference explained.

    Questions the file does not answer stay open, and the result says that it is provisional.
    """
    from aijri_tui.cli.answers_option import interview_of
    from aijri_tui.cli.contents import open_library, the_role
    from aijri_tui.cli.outputs import (
        check_targets,
        document_text,
        plain_result,
        refuse_overwriting,
        write_results,
    )

    check_targets(targets)
    for target in targets:
        refuse_overwriting(target, asked.force)
    options = asked.options() if targets else None
    library = open_library(content)
    interview = interview_of(library, the_role(library, role).id, answers)
    from aijri_engine.personal.result import result

    found = result(interview)
    if options is not None:
        written = write_results(found, targets, options, asked.force)
        diagnose(*(f"Written: {path}" for path in written))
    if as_json:
        show(document_text(found))
    elif not targets:
        show(plain_result(found, full))
