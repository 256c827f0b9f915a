"""Conditions that are always or never true, dead rules, empty sections (Q209-Q211, Q218, R301, R307)."""

from collections.abc import Iterator

from aijri_engine.content.conditions import Compiled, Condition, Facts, Truth
from aijri_engine.content.problems import Problem
from aijri_engine.content.questions import InterviewFile, Rule, Section
from aijri_engine.lint.content import Content, ContentFile, Place
from aijri_engine.lint.placed import Placed
from aijri_engine.lint.worlds import Verdict, Worlds

ALWAYS_HINT = "remove the condition, or correct what it compares"
NEVER_HINT = "no answers to the questions before it make it true"


def reachability_problems(
    file: ContentFile[InterviewFile], content: Content, conditions: list[Placed]
) -> Iterator[Problem]:
    """Everything the enumeration of answers can show; expects conditions without wrong references."""
    worlds = Worlds(content)
    dead_sections: set[Place] = set()
    for placed in conditions:
        if placed.kind == "rule":
            yield from _rule(file, worlds, placed)
        elif not any(placed.place[: len(dead)] == dead for dead in dead_sections):
            verdict = _verdict(worlds, placed, content)
            yield from _told(file, placed, verdict)
            if placed.kind == "section" and verdict.proven and not verdict.can_hold:
                dead_sections.add(placed.place[:2])
    for number, section in enumerate(file.model.sections):
        yield from _empty_section(file, worlds, number, section)
    yield from _order(file, worlds)


def _verdict(worlds: Worlds, placed: Placed, content: Content) -> Verdict:
    """The condition by itself and, where that can be true, together with what else keeps it off the path."""
    alone = worlds.verdict([placed.condition], placed.item)
    if not alone.can_hold or not alone.proven or placed.owner is None:
        return alone
    section = worlds.sections[placed.owner.id]
    beside = [section.when, placed.owner.when if placed.kind in ("option", "row") else None]
    others = [when for when in beside if when is not None]
    if not others:
        return alone
    together = worlds.verdict([*others, placed.condition], placed.item or placed.owner.for_each)
    return Verdict(
        together.can_hold, alone.can_fail, together.proven, together.combinations, together.witness
    )


def _told(file: ContentFile[InterviewFile], placed: Placed, verdict: Verdict) -> Iterator[Problem]:
    what = {"section": "this section", "option": "this option", "row": "a row"}.get(placed.kind)
    thing = what or f'question "{placed.owner.id if placed.owner else ""}"'
    if verdict.proven and not verdict.can_hold:
        told = f"`{placed.name}` is never true, so {thing} is never shown"
        yield file.problem("Q210", placed.place, told, NEVER_HINT, of="key")
    elif not verdict.proven:
        yield _unproven(file, placed, verdict)
    elif not verdict.can_fail:
        yield file.problem("Q209", placed.place, f"`{placed.name}` is always true", ALWAYS_HINT, of="key")


def _unproven(file: ContentFile[InterviewFile], placed: Placed, verdict: Verdict) -> Problem:
    told = f"`{placed.name}` was not proven to be true for anyone in {verdict.combinations:,} combinations"
    return file.problem("Q218", placed.place, told, "make it depend on fewer questions", of="key")


def _rule(file: ContentFile[InterviewFile], worlds: Worlds, placed: Placed) -> Iterator[Problem]:
    rule = file.model.rules[int(placed.place[1])]
    verdict = worlds.verdict([placed.condition], placed.item, described=True)
    if not verdict.proven:
        yield _unproven(file, placed, verdict)
    elif not verdict.can_hold:
        yield file.problem("R301", placed.place, f'rule "{rule.id}" can never fire', NEVER_HINT, of="key")
    elif not verdict.can_fail:
        yield file.problem("Q209", placed.place, "`when` is always true", ALWAYS_HINT, of="key")


def _empty_section(
    file: ContentFile[InterviewFile], worlds: Worlds, number: int, section: Section
) -> Iterator[Problem]:
    """Sections asked for each task are left out: without tasks there is nothing to ask."""
    whens = [question.when for question in section.questions]
    if any(question.for_each for question in section.questions) or any(when is None for when in whens):
        return
    place: Place = ("sections", number)
    guarded = [when for when in whens if when is not None]
    test = _all_off(section.when, guarded)
    targets = [*guarded, *([section.when] if section.when else [])]
    if not guarded or worlds.verdict(targets, test=test).can_hold:
        told = f'section "{section.id}" can end up without questions'
        hint = "give the section itself a `when`, or one question without"
        yield file.problem("Q211", (*place, "questions"), told, hint, of="key")


def _all_off(section: Condition | None, whens: list[Condition]) -> Compiled:
    opened = section.compiled() if section else None
    compiled = [when.compiled() for when in whens]

    def test(facts: Facts) -> Truth:
        return (opened is None or opened(facts) is True) and all(when(facts) is not True for when in compiled)

    return test


def _order(file: ContentFile[InterviewFile], worlds: Worlds) -> Iterator[Problem]:
    """R307: rungs add up and the highest barrier counts, but a later floor or involvement replaces an earlier one."""
    rules = file.model.rules
    for number, later in enumerate(rules):
        for before, earlier in enumerate(rules[:number]):
            effect = _clash(earlier, later)
            if effect is None or earlier.for_each != later.for_each:
                continue
            if worlds.verdict([earlier.when, later.when], later.for_each, described=True).can_hold:
                told = f'rules "{earlier.id}" and "{later.id}" can fire together and differ on `{effect}`'
                where, there = (("rules", at, "then", effect) for at in (number, before))
                counts = f"only the later one counts, not that of {file.line(there, where)}"
                hint = f"{counts}; let their conditions exclude each other"
                yield file.problem("R307", where, told, hint, of="key")


def _clash(one: Rule, other: Rule) -> str | None:
    first, second = one.then, other.then
    if first.involvement and second.involvement and first.involvement != second.involvement:
        return "involvement"
    both = first.score_at_least and second.score_at_least
    if both and (first.score_at_least, first.part) != (second.score_at_least, second.part):
        return "score_at_least"
    return None
