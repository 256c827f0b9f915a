"""Reports as JSON: the assessment document, with what this report is."""

import json

from aijri_engine.report.blocks import Document


def render(document: Document) -> bytes:
    """The assessment of `aijri_engine/README.md` with one more key, `report`."""
    whole = {**document.assessment, "report": dict(document.about)}
    return (json.dumps(whole, ensure_ascii=False, indent=2, allow_nan=False) + "\n").encode()
