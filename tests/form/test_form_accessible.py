"""A page for everybody: announced, named, in order by the keyboard, judged by axe, at the width of a phone."""

import itertools
from random import Random
from typing import Any

import pytest
from form_driver import ROLE, file_of, fill, judged, opened
from form_people import filled_in, library

from aijri_engine.form.page import Sealed, form_page


def test_what_is_wrong_is_announced_tied_to_its_field_and_led_to_by_keys(page: Any) -> None:
    from selenium.webdriver import ActionChains, Keys

    opened(page, form_page(library(), ROLE))
    words = "Give a number from 0 to 60 (years); two decimals are enough."
    field = page.find_element("id", "q-years-field")
    field.send_keys("a few", *[Keys.TAB] * 5)
    said = page.find_element("id", "said")
    assert said.get_attribute("aria-live") == "polite"
    assert said.get_attribute("textContent") == words
    assert field.get_attribute("aria-invalid") == "true"
    told = [page.find_element("id", one) for one in field.get_attribute("aria-describedby").split()]
    assert [one.text for one in told] == [words]
    file_of(page)
    wrong = page.switch_to.active_element
    assert (wrong.get_attribute("id"), wrong.get_attribute("role")) == ("wrong", "alert")
    ActionChains(page, duration=0).send_keys(Keys.TAB, Keys.ENTER, Keys.TAB).perform()
    assert page.switch_to.active_element.get_attribute("id") == "q-years-field"
    ActionChains(page, duration=0).send_keys(Keys.HOME, *[Keys.DELETE] * 5, "7").perform()
    assert field.get_attribute("aria-invalid") is None
    assert not told[0].is_displayed()


def test_everything_has_a_name_and_headings_skip_no_level(page: Any) -> None:
    opened(page, form_page(library(), ROLE))
    unnamed = page.execute_script(
        "return [...document.querySelectorAll('input, textarea, button')].filter((one) => one.offsetParent)"
        ".filter((one) => !(one.labels?.length || one.ariaLabel || one.getAttribute('aria-labelledby') "
        "|| one.textContent.trim())).map((one) => one.outerHTML)"
    )
    assert unnamed == []
    levels = page.execute_script(
        "return [...document.querySelectorAll('h1, h2, h3')].filter((one) => one.offsetParent)"
        ".map((one) => Number(one.tagName[1]))"
    )
    assert levels[0] == 1
    assert all(later <= earlier + 1 for earlier, later in itertools.pairwise(levels))


def test_it_can_be_filled_in_with_the_keyboard_alone_in_the_order_of_the_page(page: Any) -> None:
    from selenium.webdriver import ActionChains, Keys

    opened(page, form_page(library(), ROLE))
    keys = ActionChains(page, duration=0)
    keys.send_keys(Keys.TAB, "7", *[Keys.TAB] * 6)
    for amount in ("20", "25", "15", "15", "15", "10"):
        keys.send_keys(amount, Keys.TAB)
    keys.perform()
    text = file_of(page)
    assert "years: 7\n" in text
    assert "train: 25\n" in text
    order = page.execute_script(
        "return [...document.querySelectorAll('#form input, #form textarea, #form button')]"
        ".filter((one) => one.offsetParent && one.tabIndex >= 0).map((one) => one.getBoundingClientRect().top)"
    )
    assert all(later >= earlier - 60 for earlier, later in itertools.pairwise(order))


@pytest.mark.parametrize(("width", "role"), [(320, ROLE), (320, "29-1141.00"), (1280, ROLE)])
def test_axe_finds_nothing_and_nothing_hangs_over_the_edge(page: Any, width: int, role: str) -> None:
    sealed = Sealed("c1", "W" * 80, "Ann & Co", "age1x", "Purpose: " + "a long word " * 20)
    opened(page, form_page(library(), role, sealed if width == 320 else None))
    page.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 500},
    )
    fill(page, filled_in(role, Random(3)))
    for scheme, media in (("light", "screen"), ("dark", "screen"), ("light", "print")):
        colours = {"media": media, "features": [{"name": "prefers-color-scheme", "value": scheme}]}
        page.execute_cdp_cmd("Emulation.setEmulatedMedia", colours)
        rules = COLOURS if scheme == "dark" else ()
        file_of(page)
        judged(page, *rules)
        page.execute_script("const f = document.getElementById('q-years-field'); f.value = 'x'; "
                            "f.dispatchEvent(new Event('input', {bubbles: true}))")  # fmt: skip
        assert file_of(page).startswith("WRONG")
        judged(page, *rules)
        page.execute_script("document.querySelector('#q-years .beside input').click()")
    page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
    page.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


COLOURS = ("color-contrast", "link-in-text-block")
"""Rules that look at colours: only by what they find can a dark page differ from the light one."""


def test_what_is_said_once_the_file_is_there_has_the_focus(page: Any) -> None:
    opened(page, form_page(library(), ROLE))
    file_of(page)
    assert "is in your downloads" in page.switch_to.active_element.text
