"""What a practice keeps once: name, contact, coach, logo, consent period, paper."""

import asyncio
from collections.abc import Mapping
from typing import TYPE_CHECKING

from aijri_engine.files.typed_path import typed_path
from aijri_tui.screen.kit.form_lines import Line
from aijri_tui.screen.kit.form_page import FormScreen
from aijri_tui.screen.kit.shell import RefusedError, Shell, with_store, with_store_if_any

if TYPE_CHECKING:
    from aijri_engine.content.branding import Practice
    from aijri_engine.content.branding_files import LogoFile

KEPT = "as it is kept"
"""Stands for the logo that is kept."""

PAPERS = (("A4", "A4"), ("Letter", "Letter (US)"))
PRINTS = (("usual", "usual type"), ("large", "large type, for those who see less well"))


async def open_practice(app: Shell) -> None:
    """The form with what is kept."""
    from aijri_engine.content.branding import Practice
    from aijri_engine.store import practice_damaged, practice_of

    found = await with_store_if_any(app, lambda store: (*practice_of(store), practice_damaged(store)))
    told = await app.ask("practice_form", *(found or (Practice(), None, "")))
    if told:
        app.say(told)


class PracticeScreen(FormScreen):
    """Its lines as they are kept."""

    where = "your practice"
    act = "Keep it"
    leave_words = "Back, it stays as it was"

    def __init__(self, kept: "Practice", logo: "LogoFile | None", damaged: str = "") -> None:
        super().__init__()
        self.about = tuple(filter(None, (*self.about, damaged)))
        self._kept, self._logo = kept, logo

    about: tuple[str, ...] = (
        "What stands in your reports and consents",
        "All of it may stay empty; it is kept with your clients.",
    )

    def lines(self) -> tuple[Line, ...]:
        """Name, contact, coach, logo, period, paper, print."""
        kept = self._kept
        return (
            Line("name", "practice", kept.name, "as reports name it"),
            Line("contact", "contact", kept.contact, "telephone, mail or address, in one line"),
            Line("coach", "your name", kept.coach, "as clients know it"),
            Line("logo", "logo", KEPT if self._logo else "", "a PNG or JPEG file"),
            Line("consent_period", "keep things for", kept.consent_period, "12 months"),
            Line("paper", "paper", kept.paper, options=PAPERS),
            Line("print", "print", "large" if kept.large_print else "usual", options=PRINTS),
        )

    async def carry_out(self, values: Mapping[str, str]) -> str:
        """Keep it."""
        from aijri_engine.store import keep_practice

        logo = await asyncio.to_thread(self._read_logo, values["logo"].strip())
        words: dict[str, object] = self._kept.model_dump(exclude_none=True)
        words |= {
            name: values[name].strip() for name in ("name", "contact", "coach", "consent_period", "paper")
        }
        words["large_print"] = values["print"] == "large"
        await with_store(self.aijri, lambda store: keep_practice(store, words, logo))
        return "Kept. Reports and consents take it from here."

    def _read_logo(self, typed: str) -> "LogoFile | None":
        from aijri_engine.content.branding_files import read_logo

        if not typed:
            return None
        if typed == KEPT:
            return self._logo
        try:
            return read_logo(typed_path(typed))
        except ValueError as error:
            raise RefusedError(f"The logo {typed}: {error}.", "logo") from None
