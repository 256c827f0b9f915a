"""A hostile or broken role pack is refused in a sentence or stays inert; it never breaks or hides a shipped role."""

from datetime import date
from pathlib import Path

import pytest

from aijri_engine import Interview, Library, result, to_json
from aijri_engine.content.library import content_folder
from aijri_engine.content.own_table import save_role
from aijri_engine.lint import check
from aijri_engine.report.building import build
from aijri_engine.report.options import ReportOptions
from aijri_engine.report.parts.first_page import title_of
from aijri_engine.report.renderers.text import text_of

TODAY = date(2026, 11, 28)
SHIPPED = set(Library.open().roles)


def role(role_id: str = "x-role", title: str = "X", tasks: str = "", more: str = "") -> str:
    return (
        f'id: {role_id}\ntitle: {title}\naliases: [x]\nprovenance: own\nas_of: "2026-11-28"\n{more}'
        f"tasks:\n{tasks or rows(4)}\n"
    )


def rows(count: int, name: str = "Row", task_id: str = "row") -> str:
    return "\n".join(
        f'  - {{id: {task_id}-{number}, name: "{name} {number}", share: {100 / count}, score: not_rated}}'
        for number in range(count)
    )


REFUSED = {
    "huge": (role(title="x" * 1_100_000), "Y104"),
    "deep": (f"id: x-role\na: {'[' * 3000}{']' * 3000}", "Y116"),
    "a bomb": ("a: &a [x, x]\nb: &b [*a, *a]\nid: x-role", "Y11"),
    "27 tasks": (role(tasks=rows(27)), "Q219"),
    "a thousand tasks": (role(tasks=rows(1000)), "Q219"),
    "title of 10,000": (role(title="x" * 10_000), "Y13"),
    "empty title": (role(title='""'), "Y137"),
    "escapes": (role(title='"\\e]0;owned\\a"'), "Y106"),
    "path": (role(role_id="../../etc/passwd"), "Y136"),
    "absolute path": (role(role_id="/etc/passwd"), "Y136"),
    "zero byte": (role(role_id='"a\\0b"'), "Y106"),
    "task path": (role(tasks=rows(4, task_id="../x")), "Y136"),
    "no tasks": (role().partition("tasks:")[0] + "tasks: []", ""),
    "share of 150": (role(tasks="  - {id: a, name: A, share: 150, score: 2}"), "Y134"),
    "no number": (role(tasks="  - {id: a, name: A, share: .nan, score: not_rated}"), "Y132"),
    "tag": ("id: !!python/object:os.system x-role", "Y11"),
    "list": ("- 1\n- 2", "Y1"),
    "nothing": ("", "Y1"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_hostile_role_is_refused_and_the_others_stay(name: str, tmp_path: Path) -> None:
    text, code = REFUSED[name]
    path = save_role(tmp_path, "hostile", text)
    save_role(tmp_path, "sound", role("sound-role"))
    library = Library.open(content_folder(), tmp_path)
    assert set(library.roles) == SHIPPED | {"sound-role"}
    told = [one for one in library.broken if one.file == str(path)]
    assert told
    assert any(one.code.startswith(code) for one in told)
    for one in told:
        assert one.text().isprintable()
        assert len(one.text()) < 2000
    checked = [one for one in check([path], TODAY) if one.severity == "error"]
    assert {one.code for one in checked} >= {one.code for one in told if one.severity == "error"}


INERT = {
    "markup": role(
        title='"[red]x[/red] [@click=app.quit]y[/]"', tasks=rows(4, "[b]<script>alert(1)</script>[/b]")
    ),
    "formula": role(title='"=cmd|calc"', tasks=rows(4, "=1+1")),
    "right to left": role(title='"\u202emoc drawer"', tasks=rows(4, "\u202eabc")),
    "emoji": role(title='"🦉🦉"', tasks=rows(4, "👩‍👩‍👧")),
    "sql": role(title='"x\'; DROP TABLE sessions;--"'),
    "typst": role(title='"#read(\\"/etc/passwd\\")"', tasks=rows(4, "#eval")),
    "26 tasks": role(tasks=rows(26)),
}


@pytest.mark.parametrize("name", INERT)
def test_odd_words_stay_inert_words(name: str, tmp_path: Path) -> None:
    save_role(tmp_path, "odd", INERT[name])
    library = Library.open(content_folder(), tmp_path)
    assert set(library.roles) == SHIPPED | {"x-role"}
    found = result(Interview.start(library, "x-role"))
    assert to_json(found)["index"] is None
    told = title_of(found) + text_of(build(found, ReportOptions(date="")).blocks)
    assert "\u202e" not in told
    assert "\x1b" not in told
