"""A practice's day: a page filled in on a telephone by hand, taken in, prepared for, talked about, handed on.

It takes some seconds, because every question is clicked or typed into in a window of 360x640 as a person does.
"""

from datetime import date
from pathlib import Path
from typing import Any

from form_people import library, open_empty

from aijri_engine.report.renderers.text import reading
from aijri_engine.store import (
    Store,
    hand_over,
    next_talk,
    preparation,
    reports_due,
    take_in,
    talk_questions,
    write_calendar,
    write_form,
    write_own_calendar,
)

ROLE = "deep-learning-engineer"
KEY = "four words nobody joins"
AMOUNTS = ("20", "25", "15", "15", "15", "10")
OWN_WORDS = "a loss for sparse scans"


NEXT = (
    "const one = [...document.querySelectorAll('#form fieldset.question')]"
    ".find((card) => !arguments[0].includes(card.id)); return [one || null, one ? one.id : ''];"
)
"""The first question that was not answered yet; each answer may bring up others."""


def by_hand(browser: Any) -> int:
    """Answer every question in the order of the page, the last option of each; how many there were."""
    asked: list[str] = []
    while True:
        card, name = browser.execute_script(NEXT, asked)
        if card is None:
            return len(asked)
        asked.append(name)
        fields = card.find_elements("css selector", "input.figure, .number input, textarea")
        rows = card.find_elements("css selector", "fieldset.row") or [card]
        if fields:
            typed = AMOUNTS if len(fields) > 1 else ("7",) if fields[0].tag_name == "input" else (OWN_WORDS,)
            for field, words in zip(fields, typed, strict=True):
                field.send_keys(words)
            continue
        for row in rows:
            labels = row.find_elements("css selector", ":scope > label, :scope > div:not(.beside) label")
            assert labels, f"{name}: a kind without fields and labels lacks its filling in by_hand"
            label = labels[-1]
            browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", label)
            label.click()


def filled_in(browser: Any, page: Path) -> str:
    """The file of a page, filled in on a telephone."""
    browser.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": 360, "height": 640, "deviceScaleFactor": 2, "mobile": True},
    )
    agree = open_empty(browser, page.as_uri())
    assert not browser.find_element("id", "form").is_displayed(), "consent comes first"
    agree.send_keys(" ")
    assert by_hand(browser) > 15
    assert browser.execute_script("return document.documentElement.scrollWidth") == 360
    finish = browser.find_element("id", "finish")
    browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", finish)
    finish.click()
    text: str = browser.execute_async_script(
        "const done = arguments[0];"
        "const look = () => { const file = document.querySelector('#done textarea');"
        " if (file) done(file.value); else setTimeout(look, 10); }; look();"
    )
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    return text


def test_a_day_of_a_practice_from_the_page_to_both_calendars(chromium: Any, tmp_path: Path) -> None:
    with Store.open(tmp_path / "coach") as store:
        client = store.roster.add("W.Q.").id
        store.roster.appoint(client, date(2098, 12, 1), "10:30")
        asked = store.roster.asked(
            library().wording.consent, "a lead position", "Rosa Blum", date(2099, 1, 1)
        )
        write_form(store, library(), ROLE, tmp_path / "page.html", client, asked)
        (tmp_path / "answers.age").write_text(filled_in(chromium, tmp_path / "page.html"), encoding="utf-8")

        came = take_in(store, tmp_path / "answers.age", library())
        assert (came.alias, came.known, came.rows[0].state) == ("W.Q.", False, "all answered")
        assert store.roster.consent(client).answer == "on_page", "the page asked, and the file says yes"
        before = reading(preparation(store, client, library()))
        assert f"“{OWN_WORDS}”" in before
        assert "1 December 2098 at 10:30" in before
        assert "stays covered until you turn it" in before

        asked = talk_questions(store, store.roster.card(client), library())["Once the result is seen"]
        store.roster.note(client, f"{asked[1]}\nthe line about training")
        store.roster.plan(client, "ask two leads what their week holds", "W.Q.", date(2098, 12, 9))
        held = store.session(came.rows[0].id)
        held.save(held.resume(library()).reveal("result"))
        assert [row.id for row in reports_due(store)] == [held.id]
        write_calendar(store, tmp_path / "coach.ics")
        hand_over(store, client, tmp_path / "along.age", KEY, "W.Q.")

    with Store.open(tmp_path / "client") as store:
        assert take_in(store, tmp_path / "along.age", library(), KEY).rows[0].state == "result seen"
        talk = next_talk(store)
        assert talk is not None
        assert (talk.day, talk.time, talk.coach) == ("2098-12-01", "10:30", "Rosa Blum")
        notes, acts = store.own_card()
        assert (notes, [act.act for act in acts]) == ([], ["ask two leads what their week holds"])
        write_own_calendar(store, tmp_path / "client.ics")
    names = []
    for name, whom in (("coach.ics", "Talk with W.Q."), ("client.ics", "Talk with Rosa Blum")):
        words = (tmp_path / name).read_text(encoding="utf-8")
        assert whom in words
        names.append(sorted(line for line in words.splitlines() if line.startswith("UID:")))
    assert names[0] == names[1], "one entry in a calendar that has both files"
