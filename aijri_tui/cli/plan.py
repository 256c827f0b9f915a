"""`aijri plan`: a plan of one's own, and the day of the next sitting."""

from datetime import date
from pathlib import Path

import click

from aijri_tui.cli.options import DAY, FILE, json_option
from aijri_tui.cli.stores import using_store
from aijri_tui.cli.streams import diagnose, show, show_json
from aijri_tui.cli.usage import Sentences

EMPTY = "Your plan is empty. At a result, “plan 1 by friday” takes a step into it; `aijri plan add` one of your own."


@click.group(cls=Sentences, invoke_without_command=True)
@json_option
@click.pass_context
def plan(context: click.Context, as_json: bool) -> None:
    """Your own plan: the steps you took up, their days, and when you want to look again."""
    if context.invoked_subcommand is not None:
        return
    from aijri_engine.store import SETTLED, own_plan_of
    from aijri_tui.own_plan import told_plan

    with using_store() as store:
        kept = own_plan_of(store)
    if as_json:
        names = ("id", "act", "due", "sign", "state", "trouble")
        rows = [{name: getattr(one, name) or None for name in names} for one in kept.acts]
        dates = {
            "next": kept.again.isoformat() if kept.again else None,
            "talk": kept.talk.model_dump() if kept.talk else None,
            "damaged": list(kept.damaged),
        }
        show_json({"schema": "aijri/plan/1", "acts": rows, **dates})
        return
    told = told_plan(kept, date.today())
    settled = [f"{one.id}. {one.act} ({one.state})" for one in kept.acts if one.state in SETTLED]
    show("\n".join([*told, *settled])) if told or settled else diagnose(EMPTY)


@plan.command()
@click.argument("words")
@click.option(
    "--by", "due", type=DAY, required=True, help="By when, for example 2027-01-31 or 'next friday'."
)
@click.option("--sign", default="", help="How you will know that it worked.")
def add(words: str, due: date, sign: str) -> None:
    """Take a step of your own into the plan."""
    from aijri_engine.store import take_up

    with using_store() as store:
        act = take_up(store, words, due, sign)
    show(f"Taken into your plan as {act.id}, by {act.due}.")


@plan.command()
@click.argument("number", type=int)
@click.argument("state", type=click.Choice(["done", "dropped", "open"]))
def mark(number: int, state: str) -> None:
    """Mark step NUMBER done, dropped or open again."""
    from aijri_engine.store import settle_own

    with using_store() as store:
        act = settle_own(store, number, state)
    show(f"{act.act}: {act.state}.")


@plan.command(name="next")
@click.argument("day", type=DAY, required=False)
def next_day(day: date | None) -> None:
    """Choose the DAY of your next sitting; without one it is taken away."""
    from aijri_engine.store import choose_next_sitting
    from aijri_tui.own_plan import told_again

    with using_store() as store:
        choose_next_sitting(store, day)
    show(told_again(day, date.today()) if day else "No day is kept for a next sitting.")


@plan.command()
@click.argument("target", metavar="FILE.ics", type=FILE)
@click.option("--force", is_flag=True, help="Overwrite FILE.")
def calendar(target: Path, force: bool) -> None:
    """Write open steps, next talk and next sitting as a calendar FILE that every calendar program reads."""
    from aijri_engine.store import own_plan_of, write_own_calendar
    from aijri_tui.cli.outputs import check_calendar

    check_calendar(target, force)
    with using_store() as store:
        write_own_calendar(store, target)
        left_out = own_plan_of(store).damaged
    diagnose(f"Written: {target}", *(f"Not in it: {words}" for words in left_out))
