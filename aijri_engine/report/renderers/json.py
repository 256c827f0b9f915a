"""Results as JSON: the assessment document of `aijri_engine/README.md`, the same as on the command line."""

import json

from aijri_engine.report.blocks import Document


def render(document: Document) -> bytes:
    """The assessment document."""
    return (json.dumps(document.assessment, ensure_ascii=False, indent=2, allow_nan=False) + "\n").encode()
