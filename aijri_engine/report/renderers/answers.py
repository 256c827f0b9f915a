"""What the person said, as an answers file: to start again from, or to check."""

from aijri_engine.report.blocks import Document


def render(document: Document) -> bytes:
    """The answers file."""
    return document.answers.encode()
