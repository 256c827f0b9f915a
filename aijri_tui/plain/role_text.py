"""A role profile as text: every section of its file can be read here."""

from collections.abc import Iterable, Iterator, Mapping

from aijri_engine.content.base import RUNGS, Rung, Source
from aijri_engine.content.role import Role
from aijri_engine.content.role_tasks import Task
from aijri_engine.content.strategies import Strategy
from aijri_engine.index import BARRIER_LABELS, EVIDENCE_LABELS, PROTECTIVE_LABELS, Assessment
from aijri_tui.plain.passages import Passage, heading, item, paragraph, title

PROVENANCE = {
    "published": "Figures as published; the words are ours.",
    "reconstructed": "Figures fitted to the published pages; the words are ours.",
    "derived": "A starting table assembled from public figures; the words are ours.",
    "own rating": "Rows in somebody's own words, to be rated by whoever does this work; no publication covers them.",
    "own": "Figures and words are our own; no publication covers this role.",
}

INVOLVEMENT = {"displaced": "AI displaces", "augmented": "AI helps", "not_involved": "AI is not involved"}


def role_passages(role: Role, found: Assessment, rung_names: Mapping[Rung, str]) -> Iterator[Passage]:
    """The whole profile, in the order in which a reader wants it."""
    yield title(role.title)
    figure = f"AIJRI {found.index:.1f}, {found.label or found.zone}."
    yield paragraph(f"{figure if role.has_figure else without_figure(role)} Figures of {role.as_of}.")
    yield paragraph(role.summary)
    yield paragraph(PROVENANCE["own rating" if role.own_table else role.provenance])
    yield heading("What it is")
    yield paragraph(f"{role.seniority}, {role.category}. {role.does}")
    yield paragraph(f"Experience: {role.experience}")
    if role.not_this:
        yield from _titled("What it is not", ((one.title, one.difference) for one in role.not_this))
    yield heading("Tasks")
    for task in role.tasks:
        yield from _task(
            task, rung_names, "the published" if role.provenance == "published" else "the role's"
        )
    yield paragraph(f"New tasks that AI itself creates: {role.reinstatement}")
    yield from _figures(role)
    yield from _position(role)
    yield from _remarks(role)
    yield from _strategies(role.strategies)
    yield from _future(role)
    yield from _titled("Neighbours", ((one.title, one.difference) for one in role.neighbours))
    yield from _sources("Sources", role.sources)
    yield from _sources("Resources", role.resources)
    yield from _titled("History", ((f"{one.version}, {one.index:.1f}", one.what) for one in role.history))
    yield paragraph(f"Version {role.version}; to be reviewed by {role.review_by}.")


def without_figure(role: Role) -> str:
    """Why a role has no figure before somebody has answered."""
    if role.derived:
        return "No figure yet: a starting table from public figures."
    if role.own_table:
        return "No figure yet: whoever does this work rates its rows."
    return "No figure yet: nobody has written down its market, which is asked."


def _task(task: Task, rung_names: Mapping[Rung, str], whose: str) -> Iterator[Passage]:
    if not task.rated:
        yield paragraph(f"{task.name}: {task.share:g} % of the time, not rated yet.")
        if task.row != task.name:
            yield item(f"Counts here: {task.row}.")
        return
    figures = f"{task.share:g} % of the time, scored {task.score:g} of 5"
    yield paragraph(f"{task.name}: {figures}; {INVOLVEMENT[task.involvement]}.")
    yield item(f"Counts here: {task.row}.")
    yield item(f"Why this score: {task.why}")
    for rung in RUNGS:
        one = task.ladder.rung(rung)
        base = f", {whose} score" if rung == task.ladder.published else ""
        yield item(f"{rung_names[rung].capitalize()} (scored {one.score:g}{base}): {one.act}.")
        if one.signs:
            yield item(f"Signs of it: {'; '.join(one.signs)}.")
    yield item(f"The steps: {task.ladder.why}")


def _figures(role: Role) -> Iterator[Passage]:
    yield heading(f"Evidence from the market, as of {role.evidence.as_of}")
    for name, label in EVIDENCE_LABELS.items():
        figure = getattr(role.evidence, name)
        yield item(f"{label} {f'{figure.score:+g}' if figure.known else 'not known'}: {figure.why}")
    yield heading("Barriers")
    yield paragraph(role.barriers.question)
    for name, label in BARRIER_LABELS.items():
        figure = getattr(role.barriers, name)
        yield item(f"{label} {figure.score:g} of 2: {figure.why}")
    yield heading("Protective principles (shown apart, not in the index)")
    for name, label in PROTECTIVE_LABELS.items():
        figure = getattr(role.protective, name)
        yield item(f"{label} {figure.score:g} of 3: {figure.why}")
    growth = f"{role.growth.score:+g}" if role.growth.known else "not known"
    yield heading(f"AI growth correlation {growth}")
    yield paragraph(role.growth.why)
    for reason in role.growth.check:
        yield item(reason)
    screen = role.quick_screen
    yield heading("Quick screen")
    yield paragraph(f"Protective {screen.protective} of 9, growth {screen.growth:+g}. {screen.verdict}")


def _position(role: Role) -> Iterator[Passage]:
    yield heading("Level and employer")
    yield paragraph(role.shifts.why)
    for table, options in (("Level", role.shifts.level), ("Employer", role.shifts.employer)):
        for option, moves in options.items():
            told = (
                ", ".join(f"{name} {step:+d}" for name, step in moves.items() if step) or "as the role stands"
            )
            yield item(f"{table} {option}: {told}.")
    for note in role.seniority_notes:
        yield item(f"{note.who} ({note.years}), {note.zone}: {note.why}")


def _remarks(role: Role) -> Iterator[Passage]:
    yield heading("Score against reality")
    yield paragraph(role.reality_check)
    if role.override.points:
        yield paragraph(f"Assessor's override {role.override.points:+g}: {role.override.reason}")
    else:
        yield paragraph(f"No assessor's override. {role.override.reason}")
    yield from _titled(
        "What the figures do not capture", ((one.title, one.text) for one in role.not_captured)
    )
    yield heading("Who should worry")
    yield item(f"Less: {role.who_should_worry.less}")
    yield item(f"More: {role.who_should_worry.more}")
    yield item(f"The single biggest factor: {role.who_should_worry.single_biggest_factor}")
    yield heading("Outside ratings")
    yield paragraph(role.outside_ratings)


def _strategies(strategies: Iterable[Strategy]) -> Iterator[Passage]:
    yield heading("Strategies")
    for one in strategies:
        origin = "published" if one.published else "ours"
        yield paragraph(f"{one.title} ({origin}; effort {one.effort}, {one.horizon}).")
        yield item(f"First step: {one.first_step}")
        yield item(f"It worked when: {one.worked}")
        yield item(f"Caution: {one.caution}")


def _future(role: Role) -> Iterator[Passage]:
    yield heading(f"The role in {role.prospect.year}")
    yield paragraph(role.prospect.text)
    yield paragraph(role.prospect.timeline)
    yield heading("Outlook scenarios")
    for one in role.scenarios:
        yield paragraph(f"{one.title} ({one.horizon}). {one.assumptions}")
        yield item(f"What would show it: {one.watch}")


def _titled(name: str, pairs: Iterable[tuple[str, str]]) -> Iterator[Passage]:
    yield heading(name)
    for first, second in pairs:
        yield item(f"{first}: {second}")


def _sources(name: str, sources: Iterable[Source]) -> Iterator[Passage]:
    found = list(sources)
    if found:
        yield heading(name)
    for one in found:
        address = f", {one.address}" if one.address else ""
        says = f" {one.says}" if one.says else ""
        yield item(f"{one.title}{address} (read {one.accessed}).{says}")
