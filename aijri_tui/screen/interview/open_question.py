"""The open question: its words, its editor, the line for typed words, what went wrong. One widget, never replaced."""

from collections.abc import Sequence
from dataclasses import replace

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical

from aijri_engine.conversation import Conversation
from aijri_engine.interview.path import Step
from aijri_engine.text import cell_width
from aijri_tui.screen.interview.drafts import Draft, Drafts, first_value, same
from aijri_tui.screen.interview.editors import Editor, editor_for
from aijri_tui.screen.interview.editors.split_filling import filled, start_splitting
from aijri_tui.screen.interview.editors.split_widget import SplitWidget
from aijri_tui.screen.interview.line_beside_rows import LineBesideRows
from aijri_tui.screen.interview.open_question_rows import (
    ask_rows,
    foot_rows,
    opened_rows,
    option_rows,
    plain_option_rows,
    prompt_of,
    question_rows,
)
from aijri_tui.screen.kit.line_input import AnswerInput, TypeAhead
from aijri_tui.screen.kit.page import Body
from aijri_tui.screen.kit.rows import READING_WIDTH, Row, say
from aijri_tui.screen.kit.sheet import Sheet


class BlockSheet(Sheet):
    """Rows of the open question. They take no click that was meant for the question before."""

    def __init__(self, block: "OpenBlock", id: str) -> None:
        super().__init__(id=id)
        self._block = block

    def on_click(self, event: events.Click) -> None:
        """Pass over the second half of a double click, and clicks while an answer is on its way."""
        if not self._block.takes_click(event.chain > 1):
            event.stop()
            event.prevent_default()


class OpenBlock(Vertical):
    """The question that is open now."""

    DEFAULT_CSS = """
    OpenBlock { height: auto; border-left: heavy $aijri-mark; padding: 0 0 0 1; }
    OpenBlock #options { margin-top: 1; }
    OpenBlock #line { height: auto; margin-top: 1; }
    OpenBlock #whole { display: none; }
    OpenBlock.short #options, OpenBlock.short #line { margin-top: 0; }
    """

    def __init__(self) -> None:
        super().__init__(id="open")
        self.talk: Conversation | None = None
        self.step: Step | None = None
        self.editor: Editor | None = None
        self.ahead = TypeAhead()
        self.splitter = SplitWidget(id="split", ahead=self.ahead)
        self.words = AnswerInput(id="words", ahead=self.ahead, instead=self._figure)
        self.beside_rows = LineBesideRows(self.words, self.splitter)
        self.line_first = False
        """The line stands above the options, because below them it would be out of view."""
        self.pointing = False
        """An arrow was pressed after the last typed sign: enter means what the cursor is on."""
        self._drafts = Drafts()
        self._begun: Draft | None = None
        self._shown: object = None
        """Parts of the answer that the editor was filled with."""
        self._unclicked = True

    def compose(self) -> ComposeResult:
        """Everything any kind of question needs; what is not needed is hidden."""
        yield BlockSheet(self, "ask")
        yield self.splitter
        yield BlockSheet(self, "options")
        with Vertical(id="line"):
            yield BlockSheet(self, "whole")
            yield self.words
        yield BlockSheet(self, "foot")

    @property
    def body(self) -> Body:
        """The window of the transcript."""
        assert isinstance(self.parent, Body)
        return self.parent

    @property
    def _asking(self) -> Editor | None:
        """How the open question is filled in; None while nothing is asked."""
        return None if self.talk is not None and self.talk.paused else self.editor

    @property
    def _divides(self) -> bool:
        return self._asking is not None and self._asking.divides

    @property
    def _has_options(self) -> bool:
        return self._asking is not None and self._asking.has_options

    def show(self, talk: Conversation, step: Step | None) -> None:
        """Show the open question of this conversation; what was typed and picked stays while it is the same one."""
        before = self.step
        if self.talk is None or _said_by(self.talk) != _said_by(talk):
            self.put_line(first=False)
        self.talk, self.step = talk, step
        if before is None or step is None or not same(before, step):
            draft = self._draft(before) if before is not None and self.unsent else None
            if draft is not None:
                self._drafts.keep(draft, talk)
            self._begin(talk, step)
        self._fill(talk, step)
        offers = talk.trouble.offers if talk.trouble else ()
        if self.editor is not None and self.editor.offers != offers:
            self.editor = self.editor.with_offers(offers)
        self._prompt()
        self.splitter.display = self._divides
        options = self.query_one("#options", Sheet)
        options.display = not talk.paused and (self._has_options or talk.trouble is not None)
        self.query_one("#ask", Sheet).show(self._ask_rows)
        options.show(self._option_rows)
        self.query_one("#foot", Sheet).show(self._foot_rows)
        self.query_one("#line").display = step is not None or bool(talk.paused)

    def _prompt(self) -> None:
        if self.talk is not None:
            self.words.prompt(prompt_of(self.talk, self.editor, self.splitter.state))

    # ---------------------------------------------------------------- beginning and leaving a question

    def _begin(self, talk: Conversation, step: Step | None) -> None:
        self.put_line(first=False)
        self._unclicked, self.pointing = True, False
        self.words.value = ""
        self.editor, self._begun = None, None
        if step is None:
            return
        self._shown = None
        value = first_value(talk, step)
        self.editor = editor_for(step.asked, value)
        if talk.row_alone:
            self.editor = replace(self.editor, place=talk.at)
        if self.editor.divides:
            self.splitter.edit(start_splitting(step.asked, talk.interview.clear(step.key).path.split, value))
        elif value is not None:
            self._put_words(self.editor.line_words(value))
            if self.editor.selected:
                self.words.select_all()
        self._begun = self._draft(step)
        draft = self._drafts.take(step)
        if draft is not None:
            self.editor = draft.editor
            self.splitter.edit(draft.splitting)
            self._put_words(draft.words)

    def _fill(self, talk: Conversation, step: Step | None) -> None:
        """Show the parts of an answer that were understood from words."""
        said = talk.interview.answers.drafts.get(step.key) if step is not None else None
        if step is None or said is None or said is self._shown:
            self._shown = said
            return
        self._shown = said
        if self.editor is not None and self.editor.divides:
            self.splitter.edit(filled(self.splitter.state, said))
        elif self.editor is not None:
            self.editor = self.editor.with_parts(said)

    def _draft(self, step: Step) -> Draft | None:
        if self.editor is None:
            return None
        return Draft(step, self.editor, self.splitter.state, self.words.value)

    @property
    def unsent(self) -> bool:
        """Something was picked or filled in here that no enter has sent yet."""
        begun = self._begun
        taken_down = not (self.query("#words") and self.query("#split"))
        now = None if begun is None or taken_down else self._draft(begun.step)
        return now is not None and begun is not None and now.differs(begun)

    def forget(self) -> None:
        """Leave this question without keeping what was begun."""
        self._begun = None

    def _put_words(self, words: str) -> None:
        self.words.value = words
        self.words.cursor_position = len(words)

    # ---------------------------------------------------------------- keys and clicks

    @property
    def pointed(self) -> bool:
        """Enter means what the cursor is on, whatever stands in the line."""
        return self.pointing and self.editor is not None and self.editor.value() is not None

    def takes_line(self, typed: str) -> bool:
        """Whether the words name the row of other work under the cursor or are its amount: it then has them."""
        if self.talk is None or self.step is None:
            return False
        return self.beside_rows.takes(typed, self.step.asked, self.talk.interview.form)

    def clicked(self, link: str) -> None:
        """A link of the editor that changes what is picked, and gives no answer yet."""
        if link == "split:unit":
            self.splitter.action_unit()
        elif link == "split:spread":
            self.splitter.action_spread()
        elif self.editor is not None and (picked := self.editor.clicked(link)) is not None:
            self.pick(picked)

    def pick(self, editor: Editor) -> None:
        """Something else is picked, or under the cursor."""
        self.editor = editor
        self.redraw_options()

    def on_answer_input_turned(self, event: AnswerInput.Turned) -> None:
        """A key for the options."""
        event.stop()
        editor = self.editor
        if event.key in ("pageup", "pagedown"):
            up = event.key == "pageup"
            (self.body.scroll_page_up if up else self.body.scroll_page_down)(animate=False)
        elif editor is not None and editor.divides and (event.key == "tab" or not editor.offers):
            self.splitter.focus(scroll_visible=False)
        elif editor is not None and (turned := editor.turned(event.key)) is not None:
            self.pointing = self.pointing or event.key in ("up", "down")
            self.pick(turned)

    def _figure(self, sign: str) -> bool:
        """A sign in the line that is one of a figure in the rows."""
        offered = len(self.editor.offers) if self.editor is not None else 0
        return self._divides and self.beside_rows.takes_sign(sign, offered)

    def takes_click(self, again: bool) -> bool:
        """A click is meant for this question: it is not the rest of one that answered the question before."""
        if self.ahead.closed or (again and self._unclicked):
            return False
        self._unclicked = False
        return True

    async def type_kept(self) -> None:
        """What was typed while the answer was being saved stands at this question, to be sent with enter."""
        for sign in self.ahead.take():
            focused = self.screen.focused
            await (focused if isinstance(focused, SplitWidget) else self.words).play("", sign)
        self.take_keys()

    def put_line(self, first: bool) -> None:
        """Put the line for typed words above or below the options."""
        if first == self.line_first:
            return
        self.line_first = first
        line, beside = self.query_one("#line"), self.splitter
        if first:
            self.move_child(line, before=beside)
        else:
            self.move_child(line, after=self.query_one("#options", Sheet))
        self.query_one("#ask", Sheet).show(self._ask_rows)
        self.query_one("#options", Sheet).show(self._option_rows)

    def take_keys(self) -> None:
        """Put the focus where typing makes sense, without scrolling."""
        has_offers = bool(self.talk and self.talk.trouble and self.talk.trouble.offers)
        rows = self._divides and not has_offers and not self.words.value
        wanted = self.splitter if rows else self.words
        if not self.screen.focused or self.screen.focused is not wanted:
            wanted.focus(scroll_visible=False)

    def show_whole(self) -> bool:
        """Above a line that shows only an end of what is typed, all of it stands wrapped; whether that changed."""
        words, whole = self.words, self.query_one("#whole", Sheet)
        long = cell_width(words.value) >= words.size.width > 0
        if not long and not whole.display:
            return False
        whole.display = long
        whole.show(lambda width: say(words.value, min(width, READING_WIDTH), "muted"))
        return True

    def redraw_split(self) -> None:
        """After a change of the rows: what is left, what can be done with it, and what the line is for."""
        self.query_one("#ask", Sheet).redraw()
        foot = self.query_one("#foot", Sheet)
        as_many = len(self._foot_rows(foot.size.width)) == foot.size.height
        foot.redraw() if as_many else foot.show(self._foot_rows)
        self._prompt()

    def redraw_options(self) -> None:
        """After a move of the cursor."""
        options = self.query_one("#options", Sheet)
        options.show(self._option_rows)
        if self.editor is not None and self.editor.link:
            options.reveal(self.editor.link)

    # ---------------------------------------------------------------- rows

    @property
    def below_options(self) -> bool:
        """The line stands below something that may push it out of view."""
        opened = bool(self.talk and (self.talk.opened or self.talk.reply))
        return not self.line_first and (self._has_options or (self._divides and opened))

    def said(self) -> int | None:
        """The row of this block in which what was just said begins; None where nothing was."""
        talk, ask = self.talk, self.query_one("#ask", Sheet)
        if talk is None or self.step is None or not (talk.opened or talk.reply or talk.trouble):
            return None
        room = min(ask.size.width, READING_WIDTH)
        if talk.trouble is not None and not self.line_first:
            options = self.query_one("#options", Sheet)
            return options.virtual_region.y + len(self._plain_option_rows(room))
        place = ask.virtual_region.y + len(question_rows(talk, self.step, room))
        if talk.trouble is not None and talk.opened:
            place += len(opened_rows(talk, room))
        return place

    def _ask_rows(self, width: int) -> Sequence[Row]:
        divided = self.splitter.state if self._divides else None
        room = min(width, READING_WIDTH)
        return [] if self.talk is None else ask_rows(self.talk, self.step, divided, self.line_first, room)

    def _option_rows(self, width: int) -> Sequence[Row]:
        if self.talk is None or self.editor is None:
            return []
        room = min(width, READING_WIDTH)
        return option_rows(self.talk, self.editor, self._plain_option_rows(room), self.line_first, room)

    def _plain_option_rows(self, room: int) -> list[Row]:
        return plain_option_rows(self.step, self._asking, room)

    def _foot_rows(self, width: int) -> Sequence[Row]:
        if self.talk is None or self.editor is None:
            return []
        return foot_rows(self.talk, self.editor, self.splitter.state, min(width, READING_WIDTH))


def _said_by(talk: Conversation) -> tuple[object, ...]:
    """What stands in the block besides the question."""
    return talk.opened, talk.trouble, talk.reply
