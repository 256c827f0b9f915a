"""What stands after the result: limits, other indices, sources, and how to compute it again."""

import hashlib
import json
from typing import Any

from aijri_engine.content.sources import Source
from aijri_engine.personal.result import Result
from aijri_engine.report import texts
from aijri_engine.report.blocks import Block, BulletList, Definition, Definitions, Heading, Item, Paragraph
from aijri_engine.report.figures import day_text, sentence
from aijri_engine.report.options import ReportOptions
from aijri_engine.report.texts import editable

HASH_SHOWN = 16
"""Hexadecimal digits of the hash of the answers; enough to tell two sets of answers apart."""


def limits(result: Result) -> tuple[Block, ...]:
    """What the figure is not. Nothing takes this out."""
    wording = result.interview.library.wording
    items = tuple(Item(text) for text in (*wording.limits, wording.not_for))
    return (Heading("What this is not, and what it does not measure"), BulletList(items))


def short_limits(result: Result) -> tuple[Block, ...]:
    """The limits for the first page: what it is, what it is not for, how far it carries."""
    wording = result.interview.library.wording
    return (Paragraph(" ".join((wording.limits[0], wording.limits[1], wording.not_for))),)


def outside_indices(result: Result) -> tuple[Block, ...]:
    """Why other indices of the same work disagree."""
    role = result.interview.form.role
    found: list[Block] = [Heading("Why other indices say something else"), Paragraph(role.outside_ratings)]
    found.append(Heading("What the role's own figures do not capture", 2))
    told = {found.topic for found in result.sentences}
    remarks = [one for one in role.not_captured if one.told_as not in told]
    found.append(Definitions(tuple(Definition(one.title, one.text) for one in remarks)))
    return tuple(found)


def sources(result: Result) -> tuple[Block, ...]:
    """Everything cited, with the date on which it was read."""
    role, library = result.interview.form.role, result.interview.library
    landscape = library.landscape
    cited = [*role.sources, *library.interview_of(role.id).sources, *(landscape.sources if landscape else ())]
    by_place: dict[str, Source] = {}
    for source in cited:
        by_place.setdefault((source.address or source.title).removeprefix("https://"), source)
    items = []
    for source in by_place.values():
        told = f"{sentence(source.title)} Read on {day_text(source.accessed)}."
        items.append(Item(told, address=source.address or ""))
    return (Heading("Sources"), BulletList(tuple(items), numbered=True))


def answers_hash(result: Result) -> str:
    """Hash of the answers and nothing else, so that two reports can be compared without showing them."""
    told = json.dumps(result.interview.values(), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(told.encode()).hexdigest()[:HASH_SHOWN]


def reproducibility(result: Result, options: ReportOptions) -> tuple[Block, ...]:
    """What is needed to compute the same again."""
    rows = [Definition("Answers", answers_hash(result))]
    if options.program_version:
        rows.append(Definition("Program", f"AIJRI {options.program_version}"))
    rows += [Definition(name, told) for name, told in _versions(result).items()]
    closing = editable("closing", options)
    return (Heading("How to compute it again"), Paragraph(texts.REPEAT), Definitions(tuple(rows)), *closing)


def _versions(result: Result) -> dict[str, str]:
    """Version and digest of each content file, and the seed."""
    found: dict[str, list[str]] = {}
    for name, value in result.versions.items():
        words = name.removesuffix("_digest").replace("_", " ")
        words = {"roles": "role", "packs": "pack", "general": "strategies"}.get(words, words).capitalize()
        told = f"digest {value}" if name.endswith("_digest") else str(value)
        found.setdefault(words, []).append(told)
    return {name: ", ".join(told) for name, told in found.items()}


def about(result: Result, options: ReportOptions, title: str) -> dict[str, Any]:
    """What this report is, for programs."""
    return {
        "schema": "aijri/report/1",
        "title": title,
        "form": "short" if options.short else "full",
        "date": options.date,
        "person": options.person or None,
        "coach": options.coach or None,
        "practice": options.appearance.practice or None,
        "answers_hash": answers_hash(result),
        "program": options.program_version or None,
        "own_wording": sorted(name for name, text in options.texts.items() if text.strip()),
    }
