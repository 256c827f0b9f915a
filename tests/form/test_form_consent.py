"""A page that asks for a consent: a no keeps nothing on the device, a yes is to the words that were read."""

from typing import Any

from form_driver import ROLE, judged, opened
from form_people import library

from aijri_engine.form.page import Sealed, form_page


def test_a_no_below_the_consent_keeps_nothing_on_the_device(page: Any) -> None:
    sealed = Sealed("c1", "W.Q.", "Ann & Co", "age1x", "Purpose: to look at it.")
    opened(page, form_page(library(), ROLE, sealed))
    page.find_element("id", "q-years-field").send_keys("7")
    kept = "return Object.values(localStorage).join()"
    assert '"7"' in page.execute_script(kept)
    page.execute_script("window.confirm = () => true; document.getElementById('refuse').click()")
    assert page.execute_script(kept) == ""
    assert not page.find_element("id", "form").is_displayed()
    assert page.switch_to.active_element.get_attribute("id") == "refused"
    judged(page)
    page.refresh()
    assert page.execute_script(kept) == "", "nothing is kept before a yes either"
    page.find_element("id", "agree").send_keys(" ")
    assert page.find_element("id", "q-years-field").get_attribute("value") == ""
    assert not page.find_element("id", "refused").is_displayed()


def test_a_yes_is_to_the_words_that_were_read(page: Any) -> None:
    """A second page for the same client, for another purpose: its box is not ticked, and what was answered stays."""
    opened(
        page,
        form_page(
            library(), ROLE, Sealed("c1", "W.Q.", "Ann & Co", "age1x", "Purpose: to look at it.", "one")
        ),
    )
    page.find_element("id", "q-years-field").send_keys("7")
    page.refresh()
    assert page.find_element("id", "agree").is_selected()
    other = form_page(
        library(), ROLE, Sealed("c1", "W.Q.", "Boss", "age1x", "Purpose: to decide who goes.", "two")
    )
    (page.folder / "form.html").write_bytes(other)
    page.refresh()
    assert not page.find_element("id", "agree").is_selected()
    assert not page.find_element("id", "form").is_displayed()
    assert "not what you said yes to" in page.find_element("id", "changed").text
    judged(page)
    page.find_element("id", "agree").send_keys(" ")
    assert not page.find_element("id", "changed").is_displayed()
    assert page.find_element("id", "q-years-field").get_attribute("value") == "7"
    page.refresh()
    assert page.find_element("id", "agree").is_selected()
