"""What the engine has to work out from rules, and cannot (R309)."""

from collections.abc import Iterator

from aijri_engine.content.library import Library
from aijri_engine.content.problems import Problem, quoted
from aijri_engine.interview.form import Form
from aijri_engine.lint.content import Content
from aijri_engine.personal.rule_levels import Supposed, suppositions


def derived_problems(content: Content, library: Library) -> Iterator[Problem]:
    """R309: a rule sets a barrier in a way that no single answer to its question shows.

    Worth, doubt and typical answers of a question come from what each of its options would set; a rule that also needs
    the option of another question would move the index and be told to move nothing.
    """
    file = content.interview
    if file is None or not content.roles:
        return
    form = Form.of(library, content.roles[0].model.id)
    for number, rule in enumerate(file.model.rules):
        question = form.question(rule.cause)
        if question is None or not rule.then.barriers:
            continue
        applies = rule.when.compiled()
        given = [facts for _, facts in suppositions(question)]
        if not any(applies(Supposed(facts, named=True)) is True for facts in given):
            told = f"no single answer to {quoted(rule.cause)} makes rule {quoted(rule.id)} set its barrier"
            hint = "let `when` look at options of that question, and of others only whether they are answered"
            yield file.problem("R309", ("rules", number, "when"), told, hint, "key")
