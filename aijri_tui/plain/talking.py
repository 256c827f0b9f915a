"""Talk about a result by lines: its first view, then whatever the person asks for, until they are done."""

from datetime import date

from aijri_engine.conversation.result_talk import Said, answer_about, offered
from aijri_engine.interview.understanding.words.positions import numbered
from aijri_engine.personal.result import Result, result
from aijri_engine.report.blocks import Section
from aijri_engine.report.building import sections
from aijri_engine.report.options import ReportOptions
from aijri_tui.own_plan import HOW, planned
from aijri_tui.plain.acts import try_change
from aijri_tui.plain.face import Face
from aijri_tui.plain.guiding import noted, talk_prompts
from aijri_tui.plain.result_text import first_view, in_part, whole
from aijri_tui.plain.review import Again
from aijri_tui.report_files import saved_report

PROMPT = "Your question, or Enter to finish:"
_REPORT = (
    "After this, `aijri report {id} --to report.pdf` writes it to a file to keep or print (also report.docx, "
    "report.html or report.txt)."
)
ELSEWHERE = {
    "compare": "`aijri compare` puts this sitting beside another one; the bridge here puts it beside the role.",
    "history": "`aijri sessions history` shows all your sittings.",
    "report": _REPORT,
    "save": _REPORT,
    "copy": "After this, `aijri report {id} --to report.txt` writes it to a file of yours.",
}
"""What this face has a command for."""


def talk_about(face: Face) -> Again | None:
    """Show the first view and answer what is asked about it; the way back where the answers are wanted."""
    found = result(face.talk.interview)
    face.lines.gap()
    face.lines.raw(first_view(found, face.lines.width))
    if face.talk.interview.guided:
        talk_prompts(face)
    if face.since is not None and (words := face.since(found)):
        face.lines.gap()
        face.lines.say(words)
    options = face.sitting.kept.beside()
    parts = sections(found, options)
    face.lines.gap()
    face.lines.say(offered(found))
    said = Said()
    while typed := face.lines.ask(PROMPT).strip():
        face.sitting.check()
        face.about_keeping()
        if (told := noted(face, typed)) is not None:
            face.lines.say(told)
            continue
        kept = face.sitting.kept
        if not kept.client and (told := planned(kept.store, found, typed, date.today(), kept.id)) is not None:
            face.lines.say(told)
            continue
        place = numbered(typed, len(parts))
        said = (
            answer_about(found, typed, before=said)
            if place is None
            else Said(opens=parts[place].id, goes=True)
        )
        if said.goes and said.opens == "quit":
            return None
        if said.goes and said.opens == "answers":
            face.sitting.late = said.typed
            return Again.QUESTIONS
        if _show(face, found, parts, options, said):
            return Again.QUESTIONS
    return None


def _show(face: Face, found: Result, parts: tuple[Section, ...], options: ReportOptions, said: Said) -> bool:
    """Show it; True where a command led back to the questions."""
    for words in said.words:
        face.lines.say(words)
    part = next((one for one in parts if one.id == said.opens), None)
    if not said.goes:
        if part is not None and said.opens not in face.hints:
            face.hints.add(said.opens)
            face.lines.say(f"More of it: type {said.opens}.")
    elif part is not None:
        face.lines.gap()
        face.lines.raw(in_part(part, face.lines.width))
    elif said.opens == "all":
        face.lines.raw(whole(found, face.lines.width, pictures=False, options=options))
    elif said.opens == "more":
        for number, one in enumerate(parts, 1):
            face.lines.say(f"{one.title}: {one.gist}", f"{number}. ", "    ")
        face.lines.say("Type a number, or ask.")
    elif said.opens == "plan":
        face.lines.say(HOW)
    elif said.opens == "what_if":
        return try_change(face)
    elif said.opens == "save" and (words := saved_report(found, face.sitting.kept)):
        face.lines.say(words)
    else:
        told = ELSEWHERE.get(said.opens, "There is nothing of it in this result.")
        face.lines.say(told.replace("{id}", face.sitting.kept.id or "ID"))
    return False
