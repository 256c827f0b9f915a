"""The page in a headless browser: filled in by drawn people, looked at by axe, at the width of a phone."""

import json
import re
from datetime import datetime
from random import Random
from typing import Any, get_args

import pytest
from form_driver import FILL, ROLE, file_of, fill, opened, same_as_the_engine
from form_people import filled_in, form, library

from aijri_engine import Interview
from aijri_engine.content.kinds import Kind
from aijri_engine.form.page import LARGEST, Sealed, form_page
from aijri_engine.interview.answers_source import write_answers

BREACHES = (
    "window.broken = 1; delete window.broken; document.body.innerHTML += '<p>'",
    "document.body.append(Object.assign(document.createElement('script'), {src: 'data:text/javascript,broken=1'}));",
    "const i = new Image(); i.src = 'https://example.org/x.png'; document.body.append(i);",
    "fetch('https://example.org/y');",
)
"""What a page that was tampered with would try."""


@pytest.mark.parametrize("kind", get_args(Kind))
def test_a_kind_can_be_filled_in(kind: Kind) -> None:
    fillers = FILL.partition("const FILLERS = {")[2]
    assert re.search(rf"^  {kind}[:(]", fillers, re.MULTILINE), f"the kind {kind} lacks a filler in FILL"


@pytest.mark.parametrize(("role", "seeds"), [(ROLE, range(3)), ("29-1141.00", range(3, 5))])
def test_drawn_people_give_the_file_that_the_engine_writes(page: Any, role: str, seeds: range) -> None:
    same_as_the_engine(page, role, seeds)


def test_a_task_that_is_divided_says_what_is_left_and_breaks_nothing(page: Any) -> None:
    """Once a part had a figure every later line of the page failed, and no total was told any more."""
    parts = {"agreeing": 10, "people": 15, "administration": 15}
    alike = {"name": "Leading or developing people", "share": 10}  # as one of the parts is called
    said = {"split": {"train": 50, "collaboration": 40}, "other": [alike], "collaboration_parts": parts}
    interview = Interview.from_answers(library(), ROLE, said)
    assert isinstance(interview, Interview)
    opened(page, form_page(library(), ROLE))
    fill(page, interview)
    assert page.get_log("browser") == []
    card = page.find_element("id", "q-collaboration_parts")
    assert "nothing left" in card.text
    assert file_of(page) == write_answers(interview)
    page.find_element("id", "q-collaboration_parts-people").send_keys("0")  # 150
    assert "too much" in card.text
    assert page.get_log("browser") == []


@pytest.mark.soak
@pytest.mark.timeout(900)
@pytest.mark.parametrize("role", [ROLE, "registered-nurse", "translator", "29-1141.00", "43-3031.00"])
def test_a_hundred_people_give_the_file_that_the_engine_writes(page: Any, role: str) -> None:
    same_as_the_engine(page, role, range(1000, 1020))


def test_a_sealed_page_gives_a_file_that_only_the_coach_opens(page: Any) -> None:
    import pyrage

    identity = pyrage.x25519.Identity.generate()
    sealed = Sealed(
        "c1",
        "W.Q. <b>",
        "Ann & Co",
        str(identity.to_public()),
        "Purpose: </script><script>alert(1)",
        "names-the-text",
    )
    interview = filled_in(ROLE, Random(5))
    opened(page, form_page(library(), ROLE, sealed))
    fill(page, interview)
    letter = json.loads(pyrage.decrypt(file_of(page).encode(), [identity]))
    assert (letter["client"], letter["role"]) == ("c1", ROLE)
    assert letter["answers"] == write_answers(interview)
    assert letter["consent"] == "names-the-text"
    assert datetime.fromisoformat(letter["agreed"]).tzinfo is not None
    told = page.find_element("css selector", "#q-sounds_like .recap").text
    assert "For how many years" not in told
    assert "Level" in told or "Years" in told
    with pytest.raises(pyrage.DecryptError):
        pyrage.decrypt(file_of(page).encode(), [pyrage.x25519.Identity.generate()])


def test_nothing_is_requested_and_the_policy_holds(page: Any) -> None:
    opened(page, form_page(library(), ROLE))
    fill(page, filled_in(ROLE, Random(1)))
    file_of(page)
    sent = [json.loads(line["message"])["message"] for line in page.get_log("performance")]
    asked = [one["params"]["request"]["url"] for one in sent if one["method"] == "Network.requestWillBeSent"]
    assert all(one.startswith(("file:", "blob:")) for one in asked), asked
    assert not page.get_log("browser")
    for breach in BREACHES:
        page.execute_script(f"try {{ {breach} }} catch {{}}")
    assert page.execute_script("return window.broken === undefined")
    refused = [line["message"] for line in page.get_log("browser")]
    assert any("script" in one for one in refused), refused
    assert any("example.org" in one for one in refused), refused


def test_answers_stay_while_the_page_is_closed_and_go_when_forgotten(page: Any) -> None:
    interview = filled_in(ROLE, Random(2))
    opened(page, form_page(library(), ROLE))
    fill(page, interview)
    before = file_of(page)
    page.refresh()
    assert file_of(page) == before
    page.execute_script("window.confirm = () => true; document.getElementById('forget').click()")
    assert page.execute_script("return Object.keys(localStorage).length") == 0
    page.refresh()
    assert not page.find_element("id", "form").is_displayed()


def test_what_does_not_add_up_is_told_with_a_way_there(page: Any) -> None:
    opened(page, form_page(library(), ROLE))
    page.find_element("id", "q-split-design").send_keys("30")
    page.find_element("id", "q-years-field").send_keys("a few")
    assert "30 of 100 given, 70 left to give." in page.find_element("id", "q-split-total").text
    told = file_of(page)
    assert told.startswith("WRONG No file yet.")
    assert "Years: Give a number from 0 to 60" in told
    assert "Your week: Your rows add up to 30, 70 left to give." in told
    assert page.execute_script("return document.activeElement.id") == "wrong"
    page.find_element("css selector", "#wrong a").click()
    assert page.execute_script("return document.activeElement.id") == "q-years"


@pytest.mark.parametrize("role", sorted(library().roles))
def test_every_role_has_a_page_of_its_own_size(role: str) -> None:
    content = form_page(library(), role)
    assert len(content) < LARGEST
    assert b"http://" not in content.replace(b"http://www.w3.org", b"")
    assert json.dumps(form(role)["title"]).strip('"').encode() in content


def test_a_question_back_leads_to_the_answer_and_is_asked_anew_once_that_changed(page: Any) -> None:
    opened(page, form_page(library(), ROLE))
    years = page.find_element("id", "q-years-field")
    years.send_keys("12")
    page.execute_script("document.querySelector('#q-level input[value=junior]').click()")
    assert "You wrote 12 years" in page.find_element("id", "q-level_check").text
    page.execute_script("document.querySelector('#q-level_check input[value=change_years]').click()")
    assert "Please look again at: Years" in page.find_element("id", "q-level_check").text
    assert "level_check: change_years" in file_of(page)
    years.send_keys("0")
    assert "You wrote 120 years" not in page.find_element("id", "form").text
    years.clear()
    years.send_keys("9")
    assert "You wrote 9 years" in page.find_element("id", "q-level_check").text
    assert "level_check" not in file_of(page)
    years.clear()
    years.send_keys("2")
    assert not page.find_elements("id", "q-level_check")


def test_a_no_to_the_last_three_months_says_for_which_time_the_week_is_then_told(page: Any) -> None:
    opened(page, form_page(library(), ROLE))
    for row, share in (("train", "70"), ("design", "30")):
        page.find_element("id", f"q-split-{row}").send_keys(share)
    page.execute_script("[...document.querySelectorAll('#q-steady input')].at(1).click()")
    told = page.find_element("id", "q-steady").text
    assert "Then take the last three months" in told
    assert "Please look again at" not in told


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("400", "The time for “Training” is too much: two weeks have 336 hours."),
        ("1234567", "The time for “Training” is too much: two weeks have 336 hours."),
        ("33.333", "The time for “Training” has too many decimals; two are enough."),
        ("a lot", "The time for “Training” is not a number; for example 20 or 7.5."),
    ],
)
def test_a_time_that_is_refused_is_told_with_its_cause(page: Any, typed: str, told: str) -> None:
    opened(page, form_page(library(), ROLE))
    page.find_element("id", "q-split-train").send_keys(typed)
    page.execute_script("document.getElementById('finish').click()")
    assert told in page.find_element("id", "q-split").text
