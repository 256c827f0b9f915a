"""The picture of the README is what the screen paints, with every question that is asked.

`AIJRI_UPDATE_GOLDENS=1 pytest tests/screen/app` puts it there anew; look at the difference.
"""

import re
from pathlib import Path

from screen_driver import answer_all, begin, give_split, painted, show_result
from screen_goldens import UPDATE

from aijri_tui.screen.app.app import AijriApp

README = Path(__file__).resolve().parents[3] / "README.md"
PICTURE = re.compile(r"(?<=<!-- picture -->\n```text\n).*?(?=\n```)", re.DOTALL)


async def test_the_picture_of_the_readme_is_the_painted_result(app: AijriApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(app, pilot)
        await give_split(app, pilot)
        await answer_all(app, pilot)
        await show_result(app, pilot)
        page = painted(app).rstrip("\n")
    text = README.read_text(encoding="utf-8")
    if UPDATE:
        text = PICTURE.sub(lambda found: page, text)
        README.write_text(text, encoding="utf-8")
    assert PICTURE.findall(text) == [page]
