"""What stands after the result: limits, other indices, sources, and how to compute it again."""

import hashlib
import json
from collections import Counter

from aijri_engine.content.base import Source
from aijri_engine.personal.result import Result
from aijri_engine.report import blocks as doc
from aijri_engine.report.figures import day_text, sentence
from aijri_engine.report.options import ReportOptions
from aijri_engine.report.parts.advice import contact
from aijri_engine.report.parts.figure import editable

HASH_SHOWN = 16
"""Hexadecimal digits of the hash of the answers; enough to tell two sets of answers apart."""


MOST_REMARKS = 1
"""Remarks of the role page that are printed; the role's own page on the screen has them all."""


def limits(result: Result) -> doc.Section:
    """What the figure is not, and why other indices of the same work disagree. Nothing takes this out."""
    wording, role = result.interview.library.wording, result.interview.form.role
    told = {one.topic for one in result.sentences}
    untold = [one for one in role.not_captured if one.told_as and one.told_as not in told]
    remarks = [*untold, *(one for one in role.not_captured if not one.told_as)][:MOST_REMARKS]
    blocks: list[doc.Block] = [
        doc.BulletList(tuple(doc.Item(text) for text in (*wording.limits, wording.not_for))),
        doc.Definitions(tuple(doc.Definition(*one) for one in wording.report.qualification.items())),
        doc.Paragraph(role.outside_ratings),
    ]
    if remarks:
        blocks += [doc.Heading("What the role's own figures do not capture", 2),
                   doc.Definitions(tuple(doc.Definition(one.title, one.text) for one in remarks))]  # fmt: skip
    return doc.Section("limits", "What this is and is not", "an index of work; no date, no measure of a person",
                   tuple(blocks), fine=True)  # fmt: skip


def short_limits(result: Result) -> tuple[doc.Block, ...]:
    """The limits for the first page: what it is, what it is not for, how far it carries."""
    wording = result.interview.library.wording
    return (doc.Paragraph(" ".join((wording.limits[0], wording.limits[1], wording.not_for))),)


def sources(result: Result) -> doc.Section:
    """What the figures rest on, with the date on which it was read; those of a question stand with the question."""
    role, library = result.interview.form.role, result.interview.library
    landscape = library.landscape
    cited = [*role.sources, *(landscape.sources if landscape else ())]
    by_place: dict[str, Source] = {}
    for source in cited:
        by_place.setdefault((source.address or source.title).removeprefix("https://"), source)
    usual = Counter(source.accessed for source in by_place.values()).most_common(1)[0][0]
    items = []
    for source in by_place.values():
        other = f" Read on {day_text(source.accessed)}." if source.accessed != usual else ""
        items.append(doc.Item(f"{sentence(source.title)}{other}", address=source.address or ""))
    read = doc.Paragraph(f"Read on {day_text(usual)} where no other day is given.")
    listed = doc.BulletList(tuple(items), numbered=True)
    gist = f"{len(items)}, with the day on which they were read"
    return doc.Section("sources", "Sources", gist, (read, listed), fine=True)


def answers_hash(result: Result) -> str:
    """Hash of the answers and nothing else, so that two reports can be compared without showing them."""
    told = json.dumps(result.interview.values(), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(told.encode()).hexdigest()[:HASH_SHOWN]


def reproducibility(result: Result, options: ReportOptions) -> doc.Section:
    """What is needed to compute the same again."""
    rows = [doc.Definition("Answers", answers_hash(result))]
    if options.program_version:
        rows.append(doc.Definition("Program", f"AIJRI {options.program_version}"))
    rows += [doc.Definition(name, told) for name, told in _versions(result).items()]
    blocks: tuple[doc.Block, ...] = (
        doc.Paragraph(result.interview.library.wording.report.repeat),
        doc.Definitions(tuple(rows)),
    )
    return doc.Section("again", "How to compute it again", "versions, digests and seed", blocks, fine=True)


def farewell(result: Result, options: ReportOptions) -> doc.Section | None:
    """The last words: those of the practice, and how to get in touch; the next date stands in the plan."""
    reached = contact(options)
    blocks = (*editable(result, "closing", options), *((doc.Definitions(reached),) if reached else ()))
    if not blocks:
        return None
    return doc.Section("next", "How it goes on", "whom to ask", blocks, fine=True)


def _versions(result: Result) -> dict[str, str]:
    """Version and digest of each content file, and the seed."""
    found: dict[str, list[str]] = {}
    for name, value in result.versions.items():
        words = name.removesuffix("_digest").replace("_", " ")
        words = {"roles": "role", "packs": "pack", "general": "strategies"}.get(words, words).capitalize()
        told = f"digest {value}" if name.endswith("_digest") else str(value)
        found.setdefault(words, []).append(told)
    return {name: ", ".join(told) for name, told in found.items()}
