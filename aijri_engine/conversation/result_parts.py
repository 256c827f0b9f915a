"""Parts of answers about a result, by the names that `questions_people_ask.yaml` puts in them."""

from collections.abc import Callable, Mapping
from functools import cached_property

from aijri_engine.content.library import shipped_answers
from aijri_engine.content.meanings import RATING
from aijri_engine.content.wording import fill
from aijri_engine.index import GREEN_FROM, YELLOW_FROM, zone_of
from aijri_engine.personal.first_view import MOST_DIFFERENCES
from aijri_engine.personal.names import cause_name, question_name
from aijri_engine.personal.personalise import PersonalTask
from aijri_engine.personal.result import Result
from aijri_engine.personal.sayer import Sayer, points
from aijri_engine.personal.spread import shown_band
from aijri_engine.text import join_words


class Parts:
    """Parts of answers, worked out when asked for; empty where there is nothing to say."""

    def __init__(self, result: Result) -> None:
        self.result, self.say = result, Sayer(result)

    def part(self, name: str) -> str:
        """The part of that name, else the sentences of that topic."""
        made: Mapping[str, Callable[[], str]] = {
            "lower": lambda: self._list(
                "talk_lower", [one for one in self._groups if one[1] < 0], "talk_not_lower"
            ),
            "against": lambda: self._list(
                "talk_lower", [one for one in self._groups if one[1] < 0], "talk_none_against"
            ),
            "higher": lambda: self._list(
                "talk_higher", [one for one in self._groups if one[1] > 0], "talk_not_higher"
            ),
            "causes": lambda: self._list("talk_causes", self._groups, "bridge_none"),
            "most": lambda: self._list("talk_most", self._groups[:1], "bridge_none"),
            "lever": self._lever,
            "way_up": self._way_up,
            "steps": self._steps,
            "first_step": self._first_step,
            "sharpen": self._sharpen,
            "zone": self._zone,
            "standing": self._standing,
            "by_task": self._by_task,
            "crosses": self._crosses,
            "compared": self._compared,
            "widest": self._widest,
            "difference": lambda: next(reversed(self._sentences("stability")), ""),
            "is_not": lambda: self.result.first_view.is_not,
            "base": lambda: self.result.first_view.origin,
            "role": self._role,
            "green": lambda: f"{GREEN_FROM:g}",
            "yellow": lambda: f"{YELLOW_FROM:g}",
        }
        if name in made:
            return made[name]()
        return " ".join(self._sentences(name))

    def _sentences(self, topic: str) -> list[str]:
        return [one.text for one in self.result.sentences if one.topic == topic]

    def _lever(self) -> str:
        return next(iter(self._sentences("lever")), "")

    @cached_property
    def _groups(self) -> list[tuple[str, float]]:
        found = sorted(self.result.bridge.groups, key=lambda group: -abs(group.shown))
        return [(cause_name(one.cause, self.result.personal), one.shown) for one in found if one.shown]

    def _list(self, name: str, groups: list[tuple[str, float]], none: str) -> str:
        if self.result.withheld:
            return ""
        told = "; ".join(f"{cause} {points(shown)}" for cause, shown in groups[:MOST_DIFFERENCES])
        return self.say.text(name, list=told) if told else self.say.text(none, base=self.say.base_index)

    def _way_up(self) -> str:
        result = self.result
        if result.withheld or result.fit.withheld:
            return " ".join(result.withheld) or result.fit.sentence
        index = result.assessment.index
        if index >= GREEN_FROM:
            erodes = self.part("outlook")
            return f"{self.say.text('talk_in_green', points=f'{index - GREEN_FROM:.1f}')} {erodes}"
        zone, line = ("Green", GREEN_FROM) if index >= YELLOW_FROM else ("Yellow", YELLOW_FROM)
        told = self.say.text("talk_way_up", zone=zone, points=f"{line - index:.1f}")
        if result.next_zone is not None:
            return f"{told} {self._sentences('lever')[-1]} {self._lever()}"
        return f"{told} {self.say.text('talk_no_way_up', zone=zone)} {self._lever()}"

    def _zone(self) -> str:
        result = self.result
        if result.withheld or result.fit.withheld:
            return ""
        zone = result.assessment.zone.value
        return f"{zone}: {self.say.text(f'zone_{zone.lower()}')}. {self.part('stability')}"

    def _standing(self) -> str:
        result = self.result
        if result.withheld or result.fit.withheld:
            return ""
        zone = result.assessment.zone.value
        return self.say.text("talk_standing", zone=zone, means=self.say.text(f"zone_{zone.lower()}"))

    def _role(self) -> str:
        table = self.result.personal.role.starting_table
        return "" if table else self.say.text("talk_role", base=self.say.base_index)

    def _crosses(self) -> str:
        """Whether the range reaches another zone, and what that means."""
        result = self.result
        if result.withheld or result.fit.withheld:
            return ""
        zone, ends = result.assessment.zone, shown_band(result.spread.range)
        told = {
            "index": self.say.index,
            "zone": zone.value,
            "low": f"{ends[0]:.1f}",
            "high": f"{ends[1]:.1f}",
        }
        others = join_words([f"{end:.1f} ({zone_of(end).value})" for end in ends if zone_of(end) is not zone])
        return (
            self.say.text("talk_crosses", others=others, **told)
            if others
            else self.say.text("talk_within", **told)
        )

    def _compared(self) -> str:
        """With what the person is compared."""
        return self.say.wording.report.compared[self.result.personal.role.compared_with or "own"]

    def _widest(self) -> str:
        """The answers that the width of the range comes from."""
        names = [question_name(one.question, self.result.interview) for one in self.result.narrowing]
        return self.say.text("talk_widest", list="; ".join(names[:MOST_DIFFERENCES])) if names else ""

    def why(self, task: PersonalTask) -> str:
        """What puts the score of a task where it is: what was answered of it, and where the table of the job has it."""
        step, role_task = (
            self.result.interview.step(f"{RATING}.{task.id}"),
            self.result.personal.role.task(task.id),
        )
        given = step.value if step is not None and isinstance(step.value, Mapping) else {}
        rows = step.asked.question.rows if step is not None else ()
        told = [
            (f"{row.short}: {one.label}", one.value)
            for row in rows
            for one in row.options
            if one.id == given.get(row.id)
        ]
        safe, open_to = ([said for said, value in told if bool(value) is opens] for opens in (False, True))
        base = f"{role_task.score:.1f}".removesuffix(".0") if role_task and not self.result.withheld else ""
        return " ".join(
            [
                *([self.say.text("talk_why_table", base=base)] if base else []),
                *([self.say.text("talk_why_open", list="; ".join(open_to))] if open_to else []),
                *([self.say.text("talk_why_safe", list="; ".join(safe))] if safe else []),
            ]
        )

    def task(self, task: PersonalTask, why: bool = False) -> str:
        """One task of the week: its time, how it is done, its score, what it moved; and `why` that is so."""
        result = self.result
        if not result.score_told(task):
            return " ".join(result.withheld)
        role_task = result.personal.role.task(task.id)
        ways = [role_task.ladder.rung(rung).short for rung in task.rungs] if role_task is not None else []
        how = (" or ".join(ways) or "rated by you") if task.described else "not described by you"
        name = f"{task.short[:1].upper()}{task.short[1:]}"
        moved = [one for one in result.bridge.groups if one.cause.partition(".")[2] == task.id and one.shown]
        told = "; ".join(f"{cause_name(one.cause, result.personal)}: {points(one.shown)}" for one in moved)
        return fill(
            shipped_answers().about_result_tasks, task=name, share=f"{task.share:.0f}", how=how,
            score=f"{task.score:.1f}".removesuffix(".0"), points=f"Compared with the role, {told}." if told else "",
            why=self.why(task) if why else "",
        ).strip().replace("  ", " ")  # fmt: skip

    def _by_task(self) -> str:
        """The most open and the most resisting of the tasks that have time."""
        tasks = sorted((one for one in self.result.personal.tasks if one.share), key=lambda one: -one.score)
        if len({one.score for one in tasks}) < 2:
            return ""
        first = [one.short for one in tasks if one.score == tasks[0].score]
        last = [one.short for one in tasks if one.score == tasks[-1].score]
        return self.say.text("talk_by_task", open=join_words(first), resisting=join_words(last))

    def _steps(self) -> str:
        steps = dict(enumerate(self.result.advice.steps, 1))
        if not steps:
            return ""
        told = [f"{number}. {one.strategy.title}" for number, one in steps.items()]
        moving = [f"{number}" for number, one in steps.items() if one.priced is not None]
        which = ""
        if not (moving or self.result.withheld):
            which = f"{self.say.text('talk_steps_none')} {self._lever()}"
        elif 0 < len(moving) < len(steps):
            which = self.say.text("talk_steps_some", which=join_words(moving))
        return f"{self.say.text('talk_steps', list='; '.join(told))} {which}".strip()

    def _first_step(self) -> str:
        return self.step(0) if self.result.advice.steps else ""

    def step(self, place: int) -> str:
        """The step of the advice at that place, counted from 0; behind the last one that there are no more."""
        if place >= len(self.result.advice.steps):
            return self.say.text("talk_no_more_steps")
        found = self.result.advice.steps[place]
        strategy = found.strategy
        return self.say.text(
            "talk_first_step",
            title=strategy.title,
            step=strategy.first_step.rstrip("."),
            because=found.because,
        )

    def _sharpen(self) -> str:
        told = self.result.first_view.sharpen
        return self.say.text("talk_sharpen", what=told) if told else ""
