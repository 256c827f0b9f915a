"""What a document says, for programs: as JSON, and as the answers file to start again from."""

import json

from aijri_engine.report.blocks import Document


def as_json(document: Document) -> bytes:
    """The document for programs, the same as on the command line."""
    return (json.dumps(document.data, ensure_ascii=False, indent=2, allow_nan=False) + "\n").encode()


def answers(document: Document) -> bytes:
    """The answers file."""
    return document.answers.encode()
