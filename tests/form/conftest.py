"""A headless browser for the tests of the page; without one they are skipped and say so."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
DRIVER = shutil.which("chromedriver")


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """One browser for all tests of a worker; it saves into `chromium.folder`."""
    webdriver = pytest.importorskip(
        "selenium.webdriver", reason="selenium is not installed; it drives the browser"
    )
    if CHROMIUM is None or DRIVER is None:
        pytest.skip("no Chromium with its driver is installed (Debian: chromium and chromium-driver)")
    folder = tmp_path_factory.mktemp("browser")
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for word in (
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--no-first-run",
    ):
        options.add_argument(word)
    options.add_argument(f"--user-data-dir={folder / 'profile'}")
    options.add_experimental_option("prefs", {"download.default_directory": str(folder)})
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options, webdriver.ChromeService(DRIVER))
    driver.set_script_timeout(60)
    driver.folder = Path(folder)  # type: ignore[attr-defined]
    yield driver
    driver.quit()


@pytest.fixture
def page(chromium: Any) -> Iterator[Any]:
    """The browser, forgetful of pages before."""
    yield chromium
    chromium.get("about:blank")
