"""JSON documents on stdout: the same input always gives the same bytes."""

import json
from collections.abc import Mapping
from typing import Any


def json_text(document: Mapping[str, Any]) -> str:
    """The document as text, keys in the order in which it was built, ending in a line end."""
    return json.dumps(document, ensure_ascii=False, indent=2, sort_keys=False, allow_nan=False) + "\n"
