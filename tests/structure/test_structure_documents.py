"""What the documents for the next person say is there: every path they name, every command line option, every room."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = {"CONTRIBUTING.md": ROOT, "aijri_engine/README.md": ROOT / "aijri_engine",
             "questionnaires/README.md": ROOT / "aijri_engine"}  # fmt: skip
"""Document -> the folder its short paths are in."""

PATH = re.compile(r"[\w.*-]+(?:/[\w.*-]+)*/?")
ENDINGS = (".py", ".md", ".yaml", ".toml", "/")
MADE_UP = {"roles/ID.yaml", "packs/NAME.yaml"}
"""Names that stand for any."""


def named_paths(document: str) -> Iterator[str]:
    """What stands between backticks, or in a command, and is a path."""
    text = (ROOT / document).read_text(encoding="utf-8")
    for words in re.findall(r"`([^`\n]+)`", text):
        for path in PATH.findall(words):
            if path.endswith(ENDINGS) and not any(path.endswith(name) for name in MADE_UP):
                yield path
    for command in re.findall(r"^[^|`]*pytest (.*)", text, re.MULTILINE):
        yield from re.findall(r"tests/[\w/]+", command)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_path_of_a_document_is_there(document: str) -> None:
    folders = (ROOT, DOCUMENTS[document], (ROOT / document).parent)
    missing = [
        path for path in named_paths(document) if not any(any(folder.glob(path)) for folder in folders)
    ]
    assert not missing
    assert len(set(named_paths(document))) > 5


def test_the_picture_of_the_house_names_every_room() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    picture = set(
        re.findall(r"\w+", text[text.index("```text") : text.index("```\n", text.index("```text") + 3)])
    )
    for package in ("aijri_engine", "aijri_tui", "aijri_tui/screen"):
        rooms = {path.parent.name for path in (ROOT / package).glob("*/__init__.py")}
        assert rooms <= picture, f"{package}: {rooms - picture}"


def test_no_comment_cites_a_document_that_is_not_here() -> None:
    cited = re.compile(
        r"design section|\b(?:design|house|evidence|terminal|method|screens|scenarios|style)\.md"
    )
    found = [
        path.relative_to(ROOT).as_posix()
        for package in ("aijri_engine", "aijri_tui")
        for path in (ROOT / package).rglob("*.py")
        if cited.search(path.read_text(encoding="utf-8"))
    ]
    assert not found


UNANSWERED_AS_OPEN = re.compile(
    r"\b(?:left|leav\w+|stays?)\b[^.]{0,30}\bopen\b|\banswers?\b[^.]{0,14}\bopen\b|· open\b|\(open\b|; open:"
)


def said_in(package: str) -> Iterator[str]:
    """Every text in the code that may be said to somebody: no docstring, no single word."""
    for path in (ROOT / package).rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        told = {id(one.value) for one in ast.walk(tree) if isinstance(one, ast.Expr)}
        for one in ast.walk(tree):
            if isinstance(one, ast.Constant) and isinstance(one.value, str) and id(one) not in told:
                yield one.value


def test_what_is_not_answered_is_never_called_open() -> None:
    """A result calls tasks open to AI; a question without an answer is "not answered yet" in every face and file."""
    content = ("wording.yaml", "questions_people_ask.yaml", "interview.yaml", "packs/market-asked.yaml")
    said = [*said_in("aijri_engine"), *said_in("aijri_tui")]
    lines = [
        line for name in content for line in (ROOT / "questionnaires" / name).read_text("utf-8").split("\n")
    ]
    said += [line for line in lines if "phrases:" not in line and "asked: [what did i not" not in line]
    assert [one for one in said if UNANSWERED_AS_OPEN.search(one)] == []
    assert any("not answered yet" in one for one in said)
