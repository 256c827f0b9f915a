"""What a result rests on is counted once: the folded line and the part that it opens say the same."""

import re

import pytest
from report_people import PEOPLE, report_of

from aijri_engine.content.library import Library
from aijri_engine.report.blocks import Paragraph

COUNTS = re.compile(r"(\d+) questions: (\d+) answered")


@pytest.mark.parametrize("person", PEOPLE)
def test_the_folded_line_counts_as_the_part_below(library: Library, person: str) -> None:
    part = next(one for one in report_of(library, person).sections if one.id == "origins")
    texts = (one.text for one in part.blocks if isinstance(one, Paragraph))
    told = next(found for text in texts if (found := COUNTS.search(text)))
    asked, answered = map(int, told.groups())
    assert part.gist.startswith(f"{answered} answer")
    assert f"; {asked - answered} borrowed" in part.gist
