"""A painted screen beside the text that was kept of it.

`AIJRI_UPDATE_GOLDENS=1 pytest tests/screen/app` writes them anew; look at the difference.
"""

import os
import re
from pathlib import Path

from screen_driver import painted

from aijri_tui.screen.app.app import AijriApp

FOLDER = Path(__file__).parent / "goldens"
UPDATE = os.environ.get("AIJRI_UPDATE_GOLDENS") == "1"


def compare(app: AijriApp, name: str, folder: str) -> None:
    size = f"{app.size.width}x{app.size.height}"
    page = painted(app).replace(folder, "FOLDER")
    page = re.sub(r"\d{1,2} [A-Z][a-z]+ 20\d\d, \d\d:\d\d", "DAY", page) + "\n"
    path = FOLDER / f"{name}-{size}.txt"
    if UPDATE:
        FOLDER.mkdir(exist_ok=True)
        path.write_text(page, encoding="utf-8")
    assert page == path.read_text(encoding="utf-8")
