"""What a coach holds in hand: settings of the practice, the page before the hour, the sheet, before and after."""

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from cli_driver import Ran, run_here

from aijri_engine import Interview, Library
from aijri_engine.store import Store

TODAY = date.today()
ROLE = "deep-learning-engineer"
WEEK = {"design": 5, "train": 50, "infra": 15, "debug": 15, "research": 5, "collaboration": 10}
BY_HAND = dict.fromkeys(WEEK, "by_hand")
BEFORE = {
    "split": WEEK,
    "split_basis": "thought",
    "depth": {"train": "follows"},
    "practice": BY_HAND,
    "level": "junior",
    "years": 1,
}
AFTER = {
    **BEFORE,
    "split": {**WEEK, "design": 15, "train": 40},
    "practice": {**BY_HAND, "train": "drafts"},
    "level": "senior",
    "sounds_like": "no",
    "difference": "nobody tells me what to train",
}
LOGO = Path(__file__).parents[1] / "report" / "logo.png"


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.open()


@pytest.fixture
def sittings(data_folder: Path, library: Library) -> tuple[str, str]:
    """Ana, who sat down twice, the second time at odds with herself."""
    with Store.open(data_folder) as store:
        store.roster.add("Ana")
        until = TODAY + timedelta(days=300)
        store.roster.agree("Ana", library.wording.consent, "a next step", "Ada", until)
        ids = []
        for answers in (BEFORE, AFTER):
            begun = Interview.from_answers(library, ROLE, answers)
            assert isinstance(begun, Interview)
            ids.append(store.start(begun.reveal("result"), client_id=store.roster.find("Ana").id).id)
        store.roster.note("Ana", "cried when the boss was named")
        store.roster.appoint("Ana", TODAY + timedelta(days=2), "10:30")
    with Store.open(data_folder, clock=lambda: datetime.now(UTC) - timedelta(days=3)) as store:
        store.roster.plan("Ana", "ask for the design task", "Ana", TODAY - timedelta(days=3))
    return ids[0], ids[1]


def done(ran: Ran) -> str:
    assert ran.code == 0, ran
    return ran.out


@pytest.mark.usefixtures("sittings")
def test_the_page_before_the_hour_asks_and_tells_no_figure() -> None:
    page = done(run_here("clients", "prepare", "Ana"))
    assert "You wrote 1 year" in page
    assert "who decides" in page
    assert "the client said “No” and wrote “nobody tells me what to train”" in " ".join(page.split())
    assert "You were told back what you had said" in page
    assert "What is different  “nobody tells me what to train”" in page
    assert "overdue" in page
    assert "at 10:30" in page
    assert "stays covered" in page
    assert "cried" not in page
    assert "1 private note" in page
    for sign in ("Yellow", "Green", "index"):
        assert sign not in page, sign
    assert "Higher is safer" in done(run_here("clients", "prepare", "Ana", "--with-figure"))


@pytest.mark.usefixtures("sittings")
def test_the_page_before_the_hour_stays_one_page_when_much_is_left_open(
    tmp_path: Path, library: Library
) -> None:
    import page

    sparse = tmp_path / "sparse.yaml"
    sparse.write_text(f"role: {ROLE}\nanswers:\n  level: principal\n")
    done(run_here("clients", "import", sparse, "--client", "Ana"))
    made = tmp_path / "before.pdf"
    done(run_here("clients", "prepare", "Ana", "--to", made))
    told = done(run_here("clients", "prepare", "Ana"))
    assert (
        page.validate_pdf_bytes(
            made.read_bytes(), profile=page.ValidationProfile.PDF_UA_1
        ).document.page_count
        == 1
    )
    assert "Answered then and not now: " in told
    assert "The client is told: your own time split is missing." in " ".join(told.split())


@pytest.mark.usefixtures("sittings")
def test_a_page_for_the_coach_is_a_file_that_erasing_reaches(tmp_path: Path) -> None:
    page, sheet = tmp_path / "page.pdf", tmp_path / "sheet.docx"
    done(run_here("clients", "prepare", "Ana", "--to", page))
    done(run_here("clients", "agenda", "Ana", "--to", sheet))
    assert run_here("clients", "prepare", "Ana", "--to", page).code == 2
    refused = run_here("clients", "prepare", "Ana", "--to", tmp_path / "page.csv")
    assert "can be written as .pdf" in refused.err
    assert "page for the coach" not in done(run_here("clients", "show", "Ana")) or page.exists()
    done(run_here("erase", "client", "Ana", "--yes"))
    assert not page.exists()
    assert not sheet.exists()


@pytest.mark.usefixtures("sittings")
def test_the_sheet_holds_the_questions_with_room_below_each() -> None:
    sheet = done(run_here("clients", "agenda", "Ana"))
    assert "Which line would you argue with?" in sheet
    assert "How did it go: ask for the design task?" in sheet
    assert sheet.count("Notes: ___") == sheet.count("?\n---") + sheet.count(".\n---")


@pytest.mark.usefixtures("sittings")
@pytest.mark.case("coaching 16")
def test_a_note_belongs_to_a_question_of_the_talk() -> None:
    done(run_here("clients", "note", "Ana", "it is no forecast", "--question", "1"))
    assert "what does it not say?" in done(run_here("clients", "show", "Ana"))
    assert "questions 1 to" in run_here("clients", "note", "Ana", "x", "--question", "99").err


def test_nothing_came_in_yet(data_folder: Path) -> None:
    with Store.open(data_folder) as store:
        store.roster.add("Bo")
    assert "Nothing came in yet" in done(run_here("clients", "prepare", "Bo"))
    assert run_here("clients", "prepare", "Cy").code == 2


@pytest.mark.case("coaching 9")
def test_before_and_after_is_a_document(sittings: tuple[str, str], tmp_path: Path) -> None:
    before, after = sittings
    targets = [tmp_path / f"both.{ending}" for ending in ("txt", "pdf", "json")]
    done(run_here("compare", before, after, *(part for one in targets for part in ("--to", one))))
    text = targets[0].read_text(encoding="utf-8")
    assert "smallest change worth believing" in " ".join(text.split())
    assert "Who decides".casefold() in text.casefold()
    assert "Training: by people" in text
    assert "Design: by people" not in text
    assert json.loads(targets[2].read_text())["schema"] == "aijri/compare/1"
    assert "needs two sessions" in run_here("compare", before, "--to", tmp_path / "one.txt").err
    assert "comparison: " in done(run_here("clients", "show", "Ana"))
    assert "both.txt" in done(run_here("clients", "show", "Ana"))
    assert "1 of 1 written" in done(run_here("report", "--all-due", "--to", tmp_path / "due"))


@pytest.mark.case("coaching 7")
def test_settings_of_a_practice_reach_consent_and_report(sittings: tuple[str, str], tmp_path: Path) -> None:
    said = done(run_here(
        "practice", "--name", "Lindqvist & Partner", "--contact", "Box 1, Uppsala", "--coach", "Ada",
        "--consent-period", "12 months", "--logo", LOGO, "--paper", "letter",
    ))  # fmt: skip
    assert "120 by 40 pixels" in said
    assert "Paper: Letter" in said
    done(run_here("clients", "add", "Bo"))
    agreed = done(run_here("clients", "consent", "Bo", "--goal", "look around", "--answer", "yes"))
    assert "Ada's machine" in agreed
    target = tmp_path / "report.html"
    done(run_here("report", sittings[0], "--to", target))
    page = target.read_text(encoding="utf-8")
    for wanted in ("Lindqvist &amp; Partner", "Box 1, Uppsala", "size: Letter", "data:image/png"):
        assert wanted in page
    done(run_here("practice", "--forget"))
    assert "Name: none" in done(run_here("practice"))
    assert "practice --coach" in run_here("clients", "consent", "Bo", "--goal", "x").err


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--name", "n" * 81, "80 is the most"),
        ("--consent-period", "a while", "no length of time"),
        ("--logo", "no.png", "no such file"),
        ("--logo", "..", "this is a folder"),
    ],
)
def test_what_a_practice_cannot_keep_is_said(option: str, value: str, said: str) -> None:
    ran = run_here("practice", option, value)
    assert ran.code != 0
    assert said in ran.err
    assert "Name: none" in done(run_here("practice"))


def test_a_folder_of_answers_becomes_reports_and_a_bad_file_stops_none(tmp_path: Path) -> None:
    for name, text in (("a", "level: junior"), ("b", "level: boss"), ("c", "years: 3")):
        (tmp_path / f"{name}.yaml").write_text(f"role: {ROLE}\nanswers: {{{text}}}\n", encoding="utf-8")
    out = tmp_path / "out"
    ran = run_here("assess", tmp_path, "--to", out, "--format", "txt")
    assert ran.code == 2
    assert "2 of 3 written." in ran.out
    assert "no option 'boss'" in ran.err
    assert sorted(path.name for path in out.iterdir()) == ["a.txt", "c.txt"]
    again = run_here("assess", tmp_path, "--to", out, "--format", "txt")
    assert "0 of 3 written." in again.out
    assert "exists already" in again.err
    (tmp_path / "b.yaml").unlink()
    assert run_here("assess", tmp_path, "--to", out, "--format", "txt", "--force").code == 0
    assert run_here("assess", tmp_path / "none", "--to", out).code == 2
    assert run_here("assess", out, "--to", out).code == 2


def test_answers_files_of_one_name_get_a_report_each(tmp_path: Path) -> None:
    """a.yaml and a.yml: the second report took the place of the first, and both were told as written."""
    for name, level in (("a.yaml", "junior"), ("a.yml", "senior"), ("a.yml.yaml", "mid")):
        (tmp_path / name).write_text(f"role: {ROLE}\nanswers: {{level: {level}}}\n", encoding="utf-8")
    out = tmp_path / "out"
    for _ in range(2):
        ran = run_here("assess", tmp_path, "--to", out, "--format", "json", "--force")
        assert "3 of 3 written." in ran.out
        assert sorted(path.name for path in out.iterdir()) == ["a.json", "a.yml.json", "a.yml.yaml.json"]
        assert len({path.read_text() for path in out.iterdir()}) == 3


@pytest.mark.parametrize("command", [
    "report {} --to /proc/x.md --given-to Boss", "report {} --to /proc/x.pdf --given-to Boss",
    "export {} --to /proc/x.yaml --given-to Boss", "clients hand-over Ana /proc/x.age --to Boss",
])  # fmt: skip
def test_who_was_to_get_a_file_that_was_not_written_is_told_nowhere(
    sittings: tuple[str, str], command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("aijri_tui.cli.clients.chosen_for", lambda *_, **__: "four words nobody joins")
    ran = run_here(*command.format(sittings[1]).split())
    assert ran.code == 1, ran
    assert "Boss" not in run_here("clients").out + run_here("clients", "show", "Ana").out


def test_every_report_that_is_due_is_written_once(sittings: tuple[str, str], tmp_path: Path) -> None:
    assert run_here("report", "--to", tmp_path / "x.txt").code == 2
    out = tmp_path / "out"
    said = done(run_here("report", "--all-due", "--to", out, "--format", "txt"))
    assert "1 of 1 written." in said
    (name,) = [path.name for path in out.iterdir()]
    assert name.startswith("aijri-ana-")
    assert sittings[1] in name
    assert "No report is due." in run_here("report", "--all-due", "--to", out).err
