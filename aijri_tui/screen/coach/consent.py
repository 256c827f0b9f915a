"""Purpose and consent: what it is for, the text to be read aloud or put on a page, the answer. And taking it back."""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from aijri_engine.content.role_names import NoSuchRole, find_role
from aijri_engine.report.figures import dated
from aijri_engine.store import AGREED, consent_text
from aijri_engine.text import slug
from aijri_tui.report_files import free_path
from aijri_tui.screen.coach.client_forms import ClientForm
from aijri_tui.screen.coach.client_rows import Seen
from aijri_tui.screen.kit.dates import told_day
from aijri_tui.screen.kit.form_lines import Line
from aijri_tui.screen.kit.form_page import needed, new_file
from aijri_tui.screen.kit.header_footer import BACK, CHOOSE, Action, FooterLine, Note
from aijri_tui.screen.kit.page import Body, Frame, telling
from aijri_tui.screen.kit.rows import EMPTY, Row, Span, mark, say
from aijri_tui.screen.kit.shell import RefusedError, with_store

if TYPE_CHECKING:
    from aijri_engine.content.wording import Consent
    from aijri_engine.store import ConsentRow, Store

SENTENCE_END = re.compile(r"(?<=[.?!]) +(?=[A-Z])")
"""Each sentence of the text begins a line of its own, to be read aloud."""

LETTERS = {"yes": "y", "today_only": "t", "no": "n", "question": "q"}
"""Key that leads to each answer."""

USUAL = "in 12 months"
"""How long things are kept where the practice keeps nothing about it [ours]."""

REFUSED = "Recorded: the day and the no, nothing else. No interview begins."
ENDED = "Recorded: the answer was no. What was agreed to before has ended, and nothing may be kept any more."
QUESTION = "Take the time it needs; nothing is recorded before an answer."


class AsksConsent(ClientForm):
    """Goal, coach and last day of a consent that is to be asked for."""

    def lines(self) -> tuple[Line, ...]:
        """Goal, coach, last day."""
        last = next(iter(self.seen.card.consents), None)
        return (
            Line("goal", "goal", last.goal if last else "", "the client's own words"),
            Line("coach", "coach", last.coach if last else "", "your name, as the client knows it"),
            Line("until", "keep until", USUAL, "2027-12-31, or in 12 months"),
        )

    def on_mount(self) -> None:
        """As every form; what the practice keeps is proposed, else the name of the last consent."""
        super().on_mount()
        self.run_worker(self._propose(), group="propose")

    async def _propose(self) -> None:
        from aijri_engine.store import practice_of

        def look(store: "Store") -> tuple[str, str]:
            kept, _ = practice_of(store)
            return kept.coach or store.roster.latest_coach(), kept.consent_period

        name, period = await with_store(self.aijri, look)
        proposed = {"coach": name, "until": f"in {period}" if period else ""}
        for one in self._lines:
            words = proposed.get(one.line.id, "")
            if words and one.value == self._begun[one.line.id] and one.value in ("", USUAL):
                one.put(words)
                self._begun[one.line.id] = words

    def asked(self, values: Mapping[str, str]) -> tuple[str, str, date]:
        """The three as they were typed. Raises `RefusedError`."""
        needed(
            values,
            goal="Ask for the goal first; a few words are enough.",
            coach="What is your name? The client agrees to something with you.",
        )
        until = self.day(values, "until")
        if until < self.today:
            raise RefusedError("The last day of a consent cannot lie in the past.", "until")
        return values["goal"], values["coach"], until


class ConsentScreen(AsksConsent):
    """What it is for, whose machine this is, and until when things are kept."""

    where = "purpose and consent"
    act = "Show the text to read aloud"
    leave_words = "Back, without recording anything"

    def __init__(self, seen: Seen, before_questions: bool = False) -> None:
        super().__init__(seen)
        self.before_questions = before_questions

    def sentences(self) -> tuple[str, ...]:
        """The question for the goal."""
        goal = "Write the goal down in the client's own words."
        if self.before_questions:
            goal = f"Consent comes before the first question. {goal}"
        if self.seen.holding is not None:
            goal += f" The consent that holds until {told_day(self.seen.holding.expires)} gives way to the new answer."
        return (self.aijri.library.wording.coach.goal, goal)

    async def carry_out(self, values: Mapping[str, str]) -> str | None:
        """Show the text; the form is done with once it is answered."""
        return await self.aijri.ask("read_aloud", self.seen, *self.asked(values))


class ReadAloudScreen(Frame):
    """The text, word for word, and four answers. Returns what came of it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(key, f"point('{name}')", show=False) for name, key in LETTERS.items()
    ]
    ACTIONS = (CHOOSE, Action("enter", "record the answer"), BACK)

    def __init__(self, seen: Seen, goal: str, coach: str, until: date) -> None:
        super().__init__()
        self.seen, self.goal, self.coach, self.until = seen, goal, coach, until
        self._busy = False

    def on_mount(self) -> None:
        """The text first; an answer has to be looked for, so that none is given by pressing enter once too often."""
        wording = self._wording
        self.begin(
            "AIJRI · read this aloud", f"text of {told_day(str(wording.version))}", cursor="answer:question"
        )

    @property
    def _wording(self) -> "Consent":
        return self.aijri.library.wording.consent

    def _rows(self, room: int) -> list[Row]:
        text = consent_text(self._wording, self.goal, self.coach, self.until, self.aijri.sessions.on_server)
        rows: list[Row] = [EMPTY]
        for sentence in SENTENCE_END.split(dated(text)):
            rows += say(sentence, room)
        rows.append(EMPTY)
        rows += self.said_rows(room)
        for name, words in self._wording.answers.items():
            link = f"answer:{name}"
            rows.append(
                (mark(link), Span(f"{LETTERS.get(name, ' ')}  ", "accent", link), Span(words, "text", link))
            )
        return rows

    async def chosen(self, link: str, kind: str, rest: str) -> None:
        """An answer, by enter or a click."""
        self.action_answer(rest)

    def action_point(self, name: str) -> None:
        """To an answer by its letter: enter records it, a letter alone never does."""
        self.page.move_to(f"answer:{name}")

    def action_answer(self, name: str) -> None:
        """What the client said."""
        if name in AGREED and not self._busy:
            self._busy = True
            self.run_worker(self._record(name), group="record")
        elif name == "no":
            self.run_worker(self._decline(), group="record")
        elif name == "question":
            self.query_one(FooterLine).note(Note((QUESTION,), "accent"))
            self.query_one(Body).scroll_home(animate=False)

    async def _record(self, answer: str) -> None:
        client = self.seen.card.client.id
        try:
            kept = await with_store(
                self.aijri,
                lambda store: store.roster.agree(
                    client, self._wording, self.goal, self.coach, self.until, answer
                ),
            )
        except RefusedError as refused:
            self._busy = False
            self.tell(refused.words, "problem")
            return
        self.dismiss(_recorded(kept))

    @telling
    async def _decline(self) -> None:
        """The newest answer counts: a no ends what was agreed to before."""
        ended = await with_store(self.aijri, lambda store: store.roster.decline(self.seen.card.client.id))
        self.dismiss(ENDED if ended else REFUSED)

    def action_back(self) -> None:
        """Back to the form; not while an answer is being recorded."""
        if not self._busy:
            super().action_back()


def _recorded(kept: "ConsentRow") -> str:
    if kept.answer == "today_only":
        return (
            "Recorded: yes, but nothing may be kept after today. Erase this client when the session is over."
        )
    return f"Recorded: yes. Things may be kept until {told_day(kept.expires)}."


class WithdrawScreen(ClientForm):
    """The client takes the consent back."""

    where = "withdraw the consent"
    act = "Record that the consent is withdrawn"
    leave_words = "Back, the consent holds"
    takes_away = True

    def sentences(self) -> tuple[str, ...]:
        """What follows."""
        return (
            f"Does {self.seen.card.client.alias} withdraw the consent?",
            (
                "No reason is needed, and there is no disadvantage. No interview begins any more, and nothing may be "
                "kept: the next step is to erase everything, unless a new consent is given. Documents that were handed "
                "over cannot be called back."
            ),
        )

    async def carry_out(self, values: Mapping[str, str]) -> str:
        """Record it."""
        row = await with_store(self.aijri, lambda store: store.roster.withdraw(self.client))
        return f"Recorded: {row.alias} has withdrawn the consent. Nothing may be kept any more."


class FormForClientScreen(AsksConsent):
    """About which job, and where the page goes; and what the page asks consent for, where none is recorded."""

    where = "a page to fill in"
    act = "Write the page"
    leave_words = "Back, without a page"
    working = "The page is being written ..."

    def sentences(self) -> tuple[str, ...]:
        """What the page does, and that it asks for the consent itself."""
        told = (
            "The interview as a page to fill in at home",
            (
                "It opens in any browser, on a phone too, and needs no network. It works out no figure and gives a "
                "file that only you can open: take it in with “import a file”."
            ),
        )
        asks = "The page asks for the consent; taking the file in records it. After a no nothing is kept."
        return told if self.seen.holding else (*told, asks)

    def lines(self) -> tuple[Line, ...]:
        """Job and file; the job of the last sitting stands there."""
        last = self.seen.card.sessions[0].role if self.seen.card.sessions else ""
        name = f"aijri-page-{slug(self.seen.card.client.alias, 'client')[:30]}.html"
        page = (
            Line("job", "job", last, hint="nurse, electrician, or a code such as 29-1141.00"),
            Line("path", "file", str(free_path(Path.cwd(), name))),
        )
        return page if self.seen.holding else (*page, *super().lines())

    async def carry_out(self, values: Mapping[str, str]) -> str:
        """Write it."""
        needed(values, job="Which job is it about?", path="Where does the page go?")
        library = self.aijri.library
        role = find_role(library, values["job"])
        if isinstance(role, NoSuchRole):
            raise RefusedError(role.message[:1].upper() + role.message[1:], "job")
        path = new_file(values)
        from aijri_engine.store import write_form

        terms = None if self.seen.holding else self.asked(values)

        def write(store: "Store") -> None:
            asked = store.roster.asked(library.wording.consent, *terms) if terms else None
            write_form(store, library, role.id, path, self.client, asked)

        await with_store(self.aijri, write)
        return (
            f"Written: {path}. Send it to {self.seen.card.client.alias}; only you can open what comes back."
        )
