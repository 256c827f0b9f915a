"""While the week is open its shares are the role's, and nothing calls them the person's."""

import pytest

from aijri_engine import Interview, Library, result, to_json

DEPTH = dict.fromkeys(("design", "train", "infra", "debug", "research"), "follows")
SPLIT = {"design": 20, "train": 50, "infra": 10, "debug": 10, "research": 5, "collaboration": 5}


@pytest.mark.parametrize(("answers", "own"), [({}, False), ({"split": SPLIT}, True)])
def test_a_share_is_called_yours_only_where_you_said_it(answers: dict[str, object], own: bool) -> None:
    told = {"depth": DEPTH, "level": "junior", "years": 1, **answers}
    interview = Interview.from_answers(Library.open(), "deep-learning-engineer", told)
    assert isinstance(interview, Interview)
    found = to_json(result(interview))
    reasons = [one["because"] for one in (*found["steps"], *found["recommendations"])]
    assert any("of your week" in because for because in reasons) is own
    assert any("of the role's week" in because for because in reasons) is not own
    assert found["summary"]["week"].casefold().startswith("a week" if own else "the role's week,")
