"""Filling in a page in a browser as a person does, taking its file, and judging it by axe."""

from importlib.resources import files
from random import Random
from typing import Any

from form_people import filled_in, library, open_empty, page_answers, page_key, read_back

from aijri_engine import Interview
from aijri_engine.content.yaml import parse_yaml
from aijri_engine.form.page import form_page
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
  if (!FILLERS[kind]) throw new Error("the kind " + kind + " lacks a line in FILLERS of tests/form/form_driver.py");
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
        assert not browser.get_log("browser"), seed
        assert text == write_answers(interview), seed
        assert answers_of(parse_yaml(text, "form"), library())[1].values() == read_back(interview).values(), (
            seed
        )


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
