"""The wheel and the sdist carry everything: built, installed in a fresh environment, used away from the checkout."""

import fcntl
import json
import os
import subprocess
import sys
import sysconfig
import tarfile
import venv
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

JUNIOR = """\
role: deep-learning-engineer
answers:
  split: {design: 5, train: 50, infra: 15, debug: 15, research: 5, collaboration: 10}
  split_basis: thought
  depth: {design: follows, train: follows, infra: follows, debug: follows, research: adapts, collaboration: adapts}
  level: junior
"""


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return subprocess.run(
        [str(part) for part in command], cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )


def made_once(name: str, make: Callable[[Path], None], factory: pytest.TempPathFactory) -> Path:
    """A folder that the first worker to ask fills and the others share; whoever comes second waits for it."""
    alone = "PYTEST_XDIST_WORKER" not in os.environ
    base = factory.getbasetemp() if alone else factory.getbasetemp().parent
    folder, done = base / name, base / f"{name}.done"
    with (base / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            folder.mkdir()
            make(folder)
            done.touch()
    return folder


def build(folder: Path) -> None:
    done = run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_once("dist", build, tmp_path_factory)


@pytest.fixture(scope="module")
def fresh(dist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_once("fresh", lambda place: install(dist, place), tmp_path_factory)


def install(dist: Path, place: Path) -> None:
    """A fresh environment with the wheel; its dependencies are borrowed from this one, so that no network is needed."""
    venv.create(place / "env", with_pip=False)
    python = place / "env" / "bin" / "python"
    wheel = next(dist.glob("*.whl"))
    pip = (sys.executable, "-m", "pip", "--python", python)
    done = run(*pip, "install", "--quiet", "--no-deps", "--no-index", wheel, cwd=place)
    assert done.returncode == 0, done.stderr
    code = "import sysconfig; print(sysconfig.get_path('purelib'))"
    library = Path(run(python, "-c", code, cwd=place).stdout.strip())
    (library / "borrowed.pth").write_text(f"{sysconfig.get_path('purelib')}\n", encoding="utf-8")


def test_an_assessment_runs_away_from_the_checkout(fresh: Path) -> None:
    answers = fresh / "junior.yaml"
    answers.write_text(JUNIOR, encoding="utf-8")
    aijri = fresh / "env" / "bin" / "aijri"
    done = run(aijri, "assess", "deep-learning-engineer", "--answers", answers, "--json", cwd=fresh)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert (found["index"], found["zone"]) == (40.8, "Yellow")


def test_the_content_comes_from_inside_the_package(fresh: Path) -> None:
    python = fresh / "env" / "bin" / "python"
    code = "from aijri_engine.content.library import content_folder; print(content_folder())"
    place = Path(run(python, "-c", code, cwd=fresh).stdout.strip())
    assert place.name == "questionnaires"
    assert fresh in place.parents
    assert (place / "roles" / "deep-learning-engineer.yaml").is_file()


def test_the_shipped_content_checks_clean_where_it_is_installed(fresh: Path) -> None:
    python = fresh / "env" / "bin" / "python"
    code = "from aijri_engine.content.library import content_folder; print(content_folder())"
    place = run(python, "-c", code, cwd=fresh).stdout.strip()
    done = run(fresh / "env" / "bin" / "aijri", "check", place, cwd=fresh)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_sdist_holds_what_is_needed_to_build_and_test(dist: Path) -> None:
    with tarfile.open(next(dist.glob("*.tar.gz"))) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {
        "pyproject.toml",
        "README.md",
        "LICENSE",
        "CHANGELOG.md",
        "questionnaires/interview.yaml",
    } <= names
    assert any(name.startswith("tests/index/") for name in names)


def test_the_store_and_its_migrations_are_in_the_wheel(fresh: Path) -> None:
    listed = run(fresh / "env" / "bin" / "aijri", "sessions", "--json", cwd=fresh)
    assert listed.returncode == 0, listed.stderr
    assert json.loads(listed.stdout)["schema"] == "aijri/sessions/1"
