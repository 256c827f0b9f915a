"""The interview of a role as plain JSON: questions, options, words and conditions, and not one figure of a result."""

from collections.abc import Sequence
from typing import Any, Final

from aijri_engine.content.conditions import Condition
from aijri_engine.content.library import shipped_phrases
from aijri_engine.content.meanings import RATING, SPLIT
from aijri_engine.content.questions import Question
from aijri_engine.interview.form import Asked, Choice, Form, GridRow
from aijri_engine.interview.rating import RATING_SCORES, UNSURE_POINTS

SCHEMA: Final = "aijri/form/1"
"""Of the page, and of the sealed file it gives."""


AS_THEY_ARE: Final = (
    "id", "kind", "why", "help", "optional", "two", "once", "minimum", "maximum", "unit", "part_of", "reopen", "anew",
)  # fmt: skip
"""Fields of a question that the page has as the content has them."""


def exported(form: Form) -> dict[str, Any]:
    """Everything that the page asks, in the order of asking."""
    role = form.role
    return {
        "schema": SCHEMA,
        "role": role.id,
        "title": role.title,
        "growth": role.growth.score,
        "split": SPLIT,
        "rating": RATING,
        "rating_scores": RATING_SCORES,
        "unsure_points": UNSURE_POINTS,
        "starting_table": role.starting_table,
        "tasks": [
            {
                "id": task.id,
                "share": task.share,
                "span": task.ladder.span,
                "score": task.score if role.starting_table else None,
            }
            for task in role.tasks
        ],
        "blocks": [_block(form, block) for block in form.blocks],
    }


def left_to_the_program(question: Question) -> bool:
    """A choice of it tells what only the program works out (jobs near to a week): it is asked when answers arrive."""
    return any(option.tells for option in question.options)


def tree_of(condition: Condition | None) -> dict[str, Any] | None:
    """A condition as the page's interpreter reads it."""
    if condition is None:
        return None
    for group in ("all", "any", "none"):
        parts = getattr(condition, group)
        if parts is not None:
            return {group: [tree_of(part) for part in parts]}
    source, name = condition.source or ("", "")
    test, operand = condition.test
    return {"source": source, "name": name, "test": test, "operand": operand}


def _block(form: Form, block: Sequence[Question]) -> dict[str, Any]:
    section = form.section_of(block[0].id)
    return {
        "section": section.title,
        "when": tree_of(section.when),
        "for_each": block[0].for_each,
        "questions": [_question(form, question) for question in block if not left_to_the_program(question)],
    }


def _question(form: Form, question: Question) -> dict[str, Any]:
    found: dict[str, Any] = {name: getattr(question, name) for name in AS_THEY_ARE} | {
        "short": question.short or question.id.replace("_", " ").capitalize(),
        "footer": None if question.two else question.footer,
        "no_names": list(shipped_phrases().no_names) if question.asks_name else None,
        "when": tree_of(question.when),
        "row_when": tree_of(question.row_when),
        "ladder": question.options_from == "ladder",
        "recap": question.meaning == "agreement",
    }
    if question.for_each is None:
        return found | _words(form.single[question.id])
    items = {task: _words(asked) for (name, task), asked in form.for_task.items() if name == question.id}
    found["items"] = items
    if question.for_each == "own_row":
        found |= _words(form.for_own_row(question, form.section_of(question.id), "", "{task}"))
    return found


def _words(asked: Asked) -> dict[str, Any]:
    whens = {option.id: option.when for option in asked.question.options}
    return {
        "ask": asked.ask,
        "name": asked.name,
        "plainly": (asked.question.plainly or "").replace("{task}", asked.task),
        "options": [_option(choice, whens.get(choice.id)) for choice in asked.choices],
        "rows": [_row(row) for row in asked.rows],
    }


def _row(row: GridRow) -> dict[str, Any]:
    options = [_option(choice, None) for choice in row.choices]
    return {"id": row.id, "label": row.label, "short": row.short, "own": row.own, "options": options}


def _option(choice: Choice, when: Condition | None) -> dict[str, Any]:
    names = ("id", "label", "plainly", "name", "value", "exclusive", "reopen")
    return {name: getattr(choice, name) for name in names} | {"when": tree_of(when)}
