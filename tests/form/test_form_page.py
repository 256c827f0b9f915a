"""The page in a headless browser: filled in by drawn people, looked at by axe, at the width of a phone."""

import itertools
import json
import re
from collections.abc import Iterator
from datetime import datetime
from importlib.resources import files
from random import Random
from typing import Any, get_args

import pytest
from form_people import filled_in, form, library, open_empty, page_answers, page_key, read_back

from aijri_engine import Interview
from aijri_engine.content.kinds import Kind
from aijri_engine.content.yaml import parse_yaml
from aijri_engine.form.page import LARGEST, Sealed, form_page
from aijri_engine.interview.answers_source import answers_of, write_answers

ROLE = "deep-learning-engineer"
AXE = files("axe_core_python") / "axe.min.js"
"""axe 4.4 of a Python package, so that the page is judged wherever a browser is."""

FILL = """
const [entries, done] = arguments;
const form = JSON.parse(document.getElementById("data").textContent);
const put = (field, text) => { field.value = text; field.dispatchEvent(new Event("input", {bubbles: true})); };
const idOf = (key) => "q-" + [...key].map((s) => /[\\w-]/.test(s) ? s : s.codePointAt(0)).join("");
const press = (card, value, name) => {
  const fits = (one) => one.value === value && (!name || one.name.endsWith(name));
  const box = [...card.querySelectorAll("input")].find(fits);
  if (!box) throw new Error("no " + value + " in " + card.textContent);
  if (!box.checked) box.click();
};
const figure = (card, value) => put(card.querySelector("input[type=text]"), String(value));
const boxes = (card, value) => { for (const one of [].concat(value)) press(card, one); };
const words = (card, value) => put(card.querySelector("textarea"), value);
const FILLERS = {
  choice: boxes,
  multi: boxes,
  number: figure,
  scale: figure,
  text: words,
  note: words,
  yes_no: (card, value) => press(card, value ? "yes" : "no"),
  grid(card, value) { for (const [row, one] of Object.entries(value)) press(card, one, "-" + row); },
  split(card, value, id) {
    const button = (text) => [...card.querySelectorAll("button")].find((b) => b.textContent.includes(text));
    if (value === "typical") return button("typical").click();
    if (value.unit === "hours") press(card, "hours");
    for (const [row, one] of Object.entries(value.rows || value))
      if (one) put(document.getElementById(id + "-" + row), String(one));
    for (const {name, share} of value.other || []) {
      button("Add a row").click();
      const [words, amount] = card.querySelector(".own:last-child").querySelectorAll("input");
      put(words, name);
      put(amount, String(share));
    }
  },
};
for (const [key, {state, value}, kind] of entries) {
  const id = idOf(key), card = document.getElementById(id);
  if (!card) throw new Error("not asked: " + key);
  if (state !== "answered") press(card, state);
  else FILLERS[kind](card, value, id);
}
"""

TAKE = """
const done = arguments[arguments.length - 1];
document.getElementById("finish").click();
const look = () => {
  const text = document.querySelector("#done textarea");
  const wrong = document.getElementById("wrong");
  if (text) done(text.value); else if (!wrong.hidden) done("WRONG " + wrong.textContent); else setTimeout(look, 10);
};
look();
"""


BREACHES = (
    "window.broken = 1; delete window.broken; document.body.innerHTML += '<p>'",
    "document.body.append(Object.assign(document.createElement('script'), {src: 'data:text/javascript,broken=1'}));",
    "const i = new Image(); i.src = 'https://example.org/x.png'; document.body.append(i);",
    "fetch('https://example.org/y');",
)
"""What a page that was tampered with would try."""


@pytest.fixture
def page(chromium: Any) -> Iterator[Any]:
    """The browser, forgetful of pages before."""
    yield chromium
    chromium.get("about:blank")


@pytest.mark.parametrize("kind", get_args(Kind))
def test_a_kind_can_be_filled_in(kind: Kind) -> None:
    fillers = FILL.partition("const FILLERS = {")[2]
    assert re.search(rf"^  {kind}[:(]", fillers, re.MULTILINE), f"the kind {kind} lacks a filler in FILL"


def opened(browser: Any, content: bytes, name: str = "form.html") -> None:
    path = browser.folder / name
    path.write_bytes(content)
    agree = open_empty(browser, path.as_uri())
    browser.get_log("browser")
    browser.get_log("performance")
    agree.send_keys(" ")  # a click goes to a place, which a page still being laid out may move
    assert agree.is_selected()


def fill(browser: Any, interview: Interview) -> None:
    kinds = {page_key(step): step.asked.question.kind for step in interview.path.steps}
    entries = [[key, one, kinds[key]] for key, one in page_answers(interview).items()]
    browser.execute_script(FILL, entries)


def file_of(browser: Any) -> str:
    text: str = browser.execute_async_script(TAKE)
    return text


def same_as_the_engine(browser: Any, role: str, seeds: range) -> None:
    content = form_page(library(), role)
    for seed in seeds:
        interview = filled_in(role, Random(seed))
        opened(browser, content)
        fill(browser, interview)
        text = file_of(browser)
        assert text == write_answers(interview), seed
        assert answers_of(parse_yaml(text, "form"), library())[1].values() == read_back(interview).values(), (
            seed
        )


@pytest.mark.parametrize(("role", "seeds"), [(ROLE, range(3)), ("29-1141.00", range(3, 5))])
def test_drawn_people_give_the_file_that_the_engine_writes(page: Any, role: str, seeds: range) -> None:
    same_as_the_engine(page, role, seeds)


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


def judged(page: Any, *rules: str) -> None:
    """By all rules, or by these alone."""
    assert page.execute_script("return document.documentElement.scrollWidth <= window.innerWidth")
    if page.execute_script("return typeof axe === 'undefined'"):
        page.execute_script(AXE.read_text(encoding="utf-8"))
    found = page.execute_async_script(
        "const done = arguments[1]; axe.run(arguments[0]).then((r) => done(r.violations.map("
        "(v) => [v.id, v.help, v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160))])))",
        {"resultTypes": ["violations"], **({"runOnly": list(rules)} if rules else {})},
    )
    assert found == []


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


def test_what_is_said_once_the_file_is_there_has_the_focus(page: Any) -> None:
    opened(page, form_page(library(), ROLE))
    file_of(page)
    assert "is in your downloads" in page.switch_to.active_element.text


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
