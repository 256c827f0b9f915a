"""Answers files on disk: read with the place of every problem, and written so that reading gives the same."""

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

import yaml

from aijri_engine.content.codes import NOT_ANSWERS, UNFIT_ANSWER, UNKNOWN_ANSWER, WRONG_ROLE
from aijri_engine.content.library import Library
from aijri_engine.content.meanings import SPLIT
from aijri_engine.content.problems import ContentError, Problem, did_you_mean, quoted
from aijri_engine.content.role_names import NoSuchRole, find_role
from aijri_engine.content.yaml import YamlFile, read_yaml
from aijri_engine.interview.answers_file import Misfit, entries_of
from aijri_engine.interview.interview import DEFAULT_SEED, Interview
from aijri_engine.interview.values import Split
from aijri_engine.text import clean

ANSWERS_ENDINGS: Final = (".yaml", ".yml")
"""Of answers files."""

ROLE, ANSWERS = "role", "answers"
TOP_KEYS: Final = (ROLE, ANSWERS)

PLAIN_WORD: Final = re.compile(r"[a-z][a-z0-9]*([_-][a-z0-9]+)*")
"""Text that needs no quotes, unless YAML reads it as something else."""

YAML_WORDS: Final = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})


def read_answers(
    path: str | os.PathLike[str], library: Library, role: str | None = None, seed: int = DEFAULT_SEED
) -> tuple[str, Interview]:
    """Id of the role and the interview that an answers file stands for.

    `role` is the id the file has to name, where one was asked for; a file that names none is then about it. Raises
    ContentError with every problem of the file, each with its line and column.
    """
    return answers_of(read_yaml(path), library, role, seed)


def answers_of(
    source: YamlFile, library: Library, role: str | None = None, seed: int = DEFAULT_SEED
) -> tuple[str, Interview]:
    """As `read_answers`, for a file that was read already."""
    data = source.data
    if not isinstance(data, Mapping):
        told = "this is not an answers file: it needs `role` and `answers`"
        raise ContentError([source.problem(NOT_ANSWERS, (), told)])
    problems = list(_top_level(source, data, role))
    role_id = role if ROLE not in data else _role(source, data[ROLE], library, role, problems)
    answers = data.get(ANSWERS)
    if role_id is None or not isinstance(answers, Mapping):
        raise ContentError(problems)
    interview = Interview.start(library, role_id, seed)
    entries = entries_of(interview.form, answers)
    if not isinstance(entries, list):
        problems += [_told(source, misfit) for misfit in entries.found]
    if problems or not isinstance(entries, list):
        raise ContentError(problems)
    return role_id, replace(interview, events=interview.events + tuple(entries))


def _top_level(source: YamlFile, data: Mapping[str, Any], role: str | None) -> Iterator[Problem]:
    for key in TOP_KEYS:
        if key not in data and not (key == ROLE and role is not None and ANSWERS in data):
            yield source.problem(NOT_ANSWERS, (), f"this is not an answers file: `{key}` is missing")
    for key in data:
        if key not in TOP_KEYS:
            hint = did_you_mean(key, TOP_KEYS) or "an answers file has `role` and `answers`"
            yield source.problem(UNKNOWN_ANSWER, (key,), f"unknown key {quoted(key)}", hint, of="key")
    if ANSWERS in data and not isinstance(data[ANSWERS], Mapping):
        hint = "write `answers: {}` for none"
        yield source.problem(NOT_ANSWERS, (ANSWERS,), "`answers` is a mapping of question: answer", hint)


def _role(
    source: YamlFile, named: Any, library: Library, wanted: str | None, problems: list[Problem]
) -> str | None:
    """Id of the role the file names; None with a problem added."""
    if not isinstance(named, str):
        problems.append(source.problem(WRONG_ROLE, (ROLE,), "`role` is the id of a role, as text"))
        return None
    found = find_role(library, named)
    if isinstance(found, NoSuchRole):
        hint = f"did you mean {quoted(found.nearest[0])}?" if found.nearest else None
        problems.append(source.problem(WRONG_ROLE, (ROLE,), f"there is no role {quoted(named)}", hint))
        return None
    if wanted is not None and found.id != wanted:
        told = f"these answers are about {quoted(found.id)}, not about {quoted(wanted)}"
        problems.append(
            source.problem(WRONG_ROLE, (ROLE,), told, "name the role of the file, or another file")
        )
        return None
    return found.id


def _told(source: YamlFile, misfit: Misfit) -> Problem:
    place: tuple[str | int, ...] = (ANSWERS, *misfit.place)
    problem = misfit.problem
    message = _mid_sentence(problem.message.rstrip(".;"))
    hint = _mid_sentence(problem.remedy.rstrip(".")) or None
    if misfit.unknown_key:
        return source.problem(UNKNOWN_ANSWER, place, message, hint, of="key")
    return source.problem(UNFIT_ANSWER, place, message, hint)


def _mid_sentence(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]


def remarks(interview: Interview) -> tuple[str, ...]:
    """What was done with answers of a file that their author should know of."""
    found = []
    step = interview.path.step(SPLIT)
    split = step.value if step is not None and step.state == "answered" else None
    if isinstance(split, Split) and split.unit == "percent" and abs(split.total - 100.0) > 1e-9:
        found.append(f"the split adds up to {split.total:.10g}; it was brought to 100 in proportion.")
    read = interview.path.facts.values
    for key in interview.path.parked:
        asked = interview.asked(key)
        if key not in read and (asked is None or asked.question.part_of is None):
            found.append(f"{clean(key, 80)} does not apply to these answers; it is kept and not read.")
    return tuple(found)


def write_answers(interview: Interview) -> str:
    """The text of an answers file; reading it gives the same answers, the same states and the same index.

    It is the fold without its history: an answer whose question is no longer asked is not handed on.
    """
    document = {ROLE: interview.role_id, ANSWERS: _tidy(interview.values())}
    text: str = yaml.dump(
        document, Dumper=_Dumper, sort_keys=False, allow_unicode=True, default_flow_style=False, width=10**9
    )
    return text


def _tidy(value: Any) -> Any:
    """Whole numbers without a fraction, so that 20.0 is written 20."""
    if isinstance(value, Mapping):
        return {str(key): _tidy(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_tidy(one) for one in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


class _Dumper(yaml.SafeDumper):
    """Writes what the strict source reads: no anchors, and quotes around all that is not a plain word."""

    def ignore_aliases(self, data: Any) -> bool:
        """Equal parts are written out each time."""
        return True


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    bare = PLAIN_WORD.fullmatch(text) is not None and text not in YAML_WORDS
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=None if bare else '"')


_Dumper.add_representer(str, _text)
