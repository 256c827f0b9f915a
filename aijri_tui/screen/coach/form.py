"""The interview as a page for one client, to be filled in at home."""

from collections.abc import Mapping
from pathlib import Path

from aijri_engine.content.role_names import NoSuchRole, find_role
from aijri_engine.text import slug
from aijri_tui.screen.coach.client_forms import ClientForm
from aijri_tui.screen.kit.form_lines import Line
from aijri_tui.screen.kit.form_page import needed, new_file
from aijri_tui.screen.kit.shell import RefusedError, with_store
from aijri_tui.screen.result.export import free_path


class FormForClientScreen(ClientForm):
    """About which job, and where the page goes."""

    where = "a page to fill in"
    act = "Write the page"
    leave_words = "Back, without a page"
    working = "The page is being written ..."

    about = (
        "The interview as a page to fill in at home",
        (
            "It opens in any browser, on a phone too, and needs no network. It works out no figure and gives a "
            "file that only you can open: take it in with “import a file”."
        ),
    )

    def lines(self) -> tuple[Line, ...]:
        """Job and file; the job of the last sitting stands there."""
        last = self.seen.card.sessions[0].role if self.seen.card.sessions else ""
        name = f"aijri-page-{slug(self.seen.card.client.alias)[:30] or 'client'}.html"
        return (
            Line("job", "job", last, hint="nurse, electrician, or a code such as 29-1141.00"),
            Line("path", "file", str(free_path(Path.cwd(), name))),
        )

    async def carry_out(self, values: Mapping[str, str]) -> str:
        """Write it."""
        needed(values, job="Which job is it about?", path="Where does the page go?")
        library = self.aijri.library
        role = find_role(library, values["job"])
        if isinstance(role, NoSuchRole):
            raise RefusedError(role.message[:1].upper() + role.message[1:], "job")
        path = new_file(values)
        from aijri_engine.store import write_form

        found = role.id
        await with_store(self.aijri, lambda store: write_form(store, library, found, path, self.client))
        return (
            f"Written: {path}. Send it to {self.seen.card.client.alias}; only you can open what comes back."
        )
