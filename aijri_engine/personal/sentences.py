"""The result as plain sentences in order of importance; every figure comes from the result, every word from content."""

from collections.abc import Iterator

from aijri_engine.content.base import RUNGS
from aijri_engine.content.wording import Wording
from aijri_engine.index import Zone, zone_of
from aijri_engine.personal.advice import rung_name
from aijri_engine.personal.names import cause_name, question_name
from aijri_engine.personal.personalise import Personalisation
from aijri_engine.personal.quality import undescribed
from aijri_engine.personal.result import Borrowed, Result, Sentence
from aijri_engine.personal.spread import shown_band
from aijri_engine.text import join_words

MOST_OF_WEEK = 50.0
"""Percent of the week from which "most of your week" is said."""

LEVER_WORTH_NAMING = 3.0
"""Index points; where no single step adds as much, the outlook matters more than the advice [ours]."""

SMALL_SHARE = 10.0
"""Percent of the week under which a task is named as too small to move much for now [ours]."""

PARTS_NAMED = 3
"""Causes of the bridge that the sentence names; the table has them all."""


def sentences_of(result: Result) -> tuple[Sentence, ...]:
    """Order of design section 7: meaning, week, index and doubt, lever, bridge, market, fit, quality, limits."""
    say = _Sayer(result)
    return (
        *say.meaning(), *say.week(), *say.index(), *say.doubt(), *say.lever(), *say.bridge(), *say.juniors(),
        *say.market(), *say.fit(), *say.borrowed(), *say.quality(), *say.limits(),
    )  # fmt: skip


def points(value: float) -> str:
    """Signed, one decimal, a real minus sign never needed: `+3.8`, `-17.1`."""
    return f"{value:+.1f}"


class _Sayer:
    """One result, part by part."""

    def __init__(self, result: Result) -> None:
        self.result = result
        self.personal: Personalisation = result.personal
        self.wording: Wording = result.interview.library.wording

    def _say(self, topic: str, name: str, **parts: object) -> Sentence:
        return Sentence(topic, self.wording.say(name, **parts))

    def _zone_text(self) -> str:
        return self.result.assessment.label or self.result.assessment.zone.value

    def meaning(self) -> Iterator[Sentence]:
        """What kind of week this is, in one sentence."""
        result = self.result
        if result.status.name == "base":
            yield self._say("meaning", "base")
        elif not result.bridge.rows:
            yield self._say(
                "meaning", "typical", index=f"{result.assessment.index:.1f}", zone=self._zone_text()
            )
        else:
            by_rung = dict.fromkeys(RUNGS, 0.0)
            for task in self.personal.tasks:
                for rung in task.rungs:
                    by_rung[rung] += task.share / len(task.rungs)
            names = {"follows": "settled", "adapts": "adapted", "originates": "new"}
            most = max(RUNGS, key=lambda rung: by_rung[rung])
            if by_rung[most] >= MOST_OF_WEEK - 1e-9:
                yield self._say("meaning", names[most], share=f"{by_rung[most]:.0f}")
            else:
                yield self._say("meaning", "mixed")

    def week(self) -> Iterator[Sentence]:
        """What resists and what is open, with the same denominator."""
        exposed = self.result.assessment.share_scored_3_plus
        if exposed is not None:
            shown = round(exposed)
            name = "week" if self.result.interview.path.split.given else "role_week"
            yield self._say("week", name, resists=100 - shown, open=shown)

    def index(self) -> Iterator[Sentence]:
        """The figure with its zone, or why no zone is given."""
        result = self.result
        assessed = result.assessment
        if result.fit.withheld:
            yield self._say("index", "withheld", index=f"{assessed.index:.1f}", because=result.fit.sentence)
        elif result.status.name != "base" and result.bridge.rows:
            base = f"{result.base_assessment.index:.1f}"
            yield self._say(
                "index", "index", index=f"{assessed.index:.1f}", zone=assessed.zone.value, base=base
            )
        if assessed.capped:
            yield self._say("index", "cap", uncapped=f"{assessed.uncapped:.1f}")

    def doubt(self) -> Iterator[Sentence]:
        """Range, wider band, stability, what two sittings differ by."""
        spread, assessed = self.result.spread, self.result.assessment
        low, high = shown_band(spread.range)
        yield self._say("range", "range", low=f"{low:.1f}", high=f"{high:.1f}")
        if spread.range.one_sided:
            yield self._say(
                "range", "one_sided", side="down" if assessed.index_exact >= spread.range.high else "up"
            )
        wide_low, wide_high = shown_band(spread.rating_range)
        yield self._say("range", "wider", low=f"{wide_low:.1f}", high=f"{wide_high:.1f}")
        stability = spread.stability
        if not self.result.fit.withheld:
            word = {"holds": "holds", "leans": "leans", "on the edge": "is on the edge"}[stability.word]
            yield self._say(
                "stability", "stability", word=word, zone=stability.zone.value, count=stability.in_100
            )
        if zone_of(low) != zone_of(high):
            yield self._say(
                "stability", "straddles", low_zone=zone_of(low).value, high_zone=zone_of(high).value
            )
        yield self._say("stability", "direction")
        yield self._say("stability", "two_sittings", change=f"{spread.smallest_change:.1f}")

    def lever(self) -> Iterator[Sentence]:
        """The biggest single step."""
        result = self.result
        best = result.advice.largest_rung
        if best is None:
            yield self._say("lever", "lever_none")
        else:
            task_id = best.id.removeprefix("rung.")
            task = next(task for task in self.personal.tasks if task.id == task_id)
            role_task = self.personal.role.task(task_id)
            assert role_task is not None
            deeper = RUNGS[min(2, max(RUNGS.index(rung) for rung in task.rungs) + 1)]
            if best.shown >= LEVER_WORTH_NAMING:
                names = result.interview.form.file.rung_names
                yield self._say(
                    "lever", "lever", task=role_task.ask, now=" or ".join(names[rung] for rung in task.rungs),
                    then=names[deeper], points=points(best.shown), index=f"{best.index_then:.1f}",
                )  # fmt: skip
            else:
                yield self._say("lever", "lever_small", points=f"{best.shown:.1f}")
            yield from self._small_tasks(best.id)
        if result.advice.next_zone is not None:
            move = result.advice.next_zone
            zone = zone_of(move.index_then).value
            yield self._say("lever", "next_zone", zone=zone, step=move.title, points=points(move.shown))

    def _small_tasks(self, best: str) -> Iterator[Sentence]:
        """The role's biggest factor is said even where it moves little for now."""
        for task in self.personal.tasks:
            move = next((one for one in self.result.advice.derived if one.id == f"rung.{task.id}"), None)
            first = task.id == self.personal.role.tasks[0].id
            if first and move is not None and move.id != best and 0 < task.share < SMALL_SHARE:
                yield self._say(
                    "lever",
                    "small_share",
                    task=task.short,
                    share=f"{task.share:.0f}",
                    points=points(move.shown),
                )

    def bridge(self) -> Iterator[Sentence]:
        """The largest causes in words."""
        found = self.result.bridge
        base = f"{self.result.base_assessment.index:.1f}"
        if not found.rows:
            if self.result.status.name != "base":
                yield self._say("bridge", "bridge_none", base=base)
            return
        parts = [
            f"{cause_name(group.cause, self.personal)} {points(group.shown)}"
            for group in found.groups[:PARTS_NAMED]
        ]
        rest = sum(round(group.shown * 10) for group in found.groups[PARTS_NAMED:]) / 10
        if len(found.groups) > PARTS_NAMED:
            parts.append(f"everything else {points(rest)}")
        yield self._say("bridge", "bridge", base=base, parts=", ".join(parts))
        if any(group.cause.startswith("depth.") for group in found.groups):
            yield self._say("bridge", "depth")

    def juniors(self) -> Iterator[Sentence]:
        """Hiring evidence for juniors, with its date and the counter-evidence, beside the index."""
        if self.personal.inputs.level == "junior":
            yield self._say("juniors", "juniors")

    def market(self) -> Iterator[Sentence]:
        """What the market contributes, dated."""
        market = self.result.market
        index = f"{self.result.assessment.index:.1f}"
        yield self._say(
            "market", "market", points=f"{market.points:.0f}", index=index, date=market.as_of,
            neutral=f"{market.neutral:.1f}",
        )  # fmt: skip
        if market.own_index is not None:
            change = round(market.own_index - self.result.assessment.index, 1)
            yield self._say("market", "your_market", points=points(change), index=f"{market.own_index:.1f}")

    def fit(self) -> Iterator[Sentence]:
        """Who this resembles, and how to read a figure above all published ones."""
        result = self.result
        for one in result.fit.neighbours[:1]:
            if one.index is not None:
                yield self._say("fit", "neighbour", title=one.title, index=f"{one.index:.1f}")
        landscape = result.interview.library.landscape
        highest = max((role.index for role in landscape.roles), default=100.0) if landscape else 100.0
        if result.assessment.index > highest:
            yield self._say("fit", "above_highest", highest=f"{highest:.1f}")
            yield self._say("fit", "specialised")

    def borrowed(self) -> Iterator[Sentence]:
        """Tasks that rest on an expectation."""
        rest = [task.short for task in undescribed(self.personal) if not task.own]
        if rest and self.result.status.name != "base":
            yield self._say("borrowed", "expected", tasks=join_words(rest))

    def quality(self) -> Iterator[Sentence]:
        """What would sharpen the picture."""
        wanted = [flag.person for flag in self.result.quality if flag.person]
        if wanted:
            yield self._say("quality", "sharpen", list="; ".join(wanted))

    def limits(self) -> Iterator[Sentence]:
        """What the figure is not; no setting removes it."""
        if self.result.assessment.zone != Zone.RED or self.result.assessment.label:
            yield self._say("limits", "sub_labels")
        yield Sentence("limits", self.personal.role.outside_ratings)
        for text in self.wording.limits:
            yield Sentence("limits", text)
        yield Sentence("limits", self.wording.not_for)


def borrowed_of(result: Result) -> tuple[Borrowed, ...]:
    """What the index rests on that the person did not say, in the order of the interview."""
    found: list[Borrowed] = []
    interview = result.interview
    if not interview.path.split.given:
        found.append(Borrowed("split", "borrowed", "Time: the role's typical mix, not yours."))
    for step in interview.path.steps:
        name = question_name(step.key, interview)
        if step.state == "borrowed":
            found.append(Borrowed(step.key, "borrowed", "Time: the role's typical mix, chosen by you."))
        elif step.state == "not_sure":
            found.append(Borrowed(step.key, "not sure", f"Not sure: {name}."))
        elif step.state == "declined":
            found.append(Borrowed(step.key, "declined", f"Rather not say: {name}."))
        elif step.state == "stale":
            found.append(Borrowed(step.key, "stale", f"The question changed since you answered: {name}."))
    for task in undescribed(result.personal):
        if task.own:
            found.append(
                Borrowed(task.id, "expected", f"{task.name}: not rated; the mean of your other tasks.")
            )
        else:
            rung = " or ".join(rung_name(result.personal, task))
            found.append(
                Borrowed(task.id, "expected", f"{task.short}: expected ({rung}), not described by you.")
            )
    return tuple(found)
