"""Values of answers files that are empty or of another type: told in the words of the file, never of the program."""

import pytest

from aijri_engine import Library
from aijri_engine.content.problems import ContentError
from aijri_engine.content.yaml import parse_yaml
from aijri_engine.interview.answers_source import answers_of

LIBRARY = Library.open()


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("years:", "`years` is empty; leave the line out, or write not_sure"),
        ("split: ~", "`split` is empty; leave the line out, or write not_sure"),
        ("other:", "`other` is empty; leave the line out"),
        ("domain: ~", "`domain` is empty; leave the line out, or write not_sure"),
        ("depth: {train: }", "`train` is empty; leave the line out, or write not_sure"),
        ("employer: false", "there is no option 'false'; choose from frontier"),
        ("years: true", "'true' is not a number; give a number from 0 to 60"),
    ],
)
@pytest.mark.case("public 16")
def test_empty_and_odd_values(line: str, told: str) -> None:
    with pytest.raises(ContentError) as caught:
        answers_of(parse_yaml(f"role: deep-learning-engineer\nanswers:\n  {line}\n", "me.yaml"), LIBRARY)
    message = caught.value.problems[0].text()
    assert told in message
    assert "None" not in message
    assert "did you mean" not in message
