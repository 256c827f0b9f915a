"""The result as plain sentences in order of importance; every figure comes from the result, every word from content."""

from collections.abc import Iterator

from aijri_engine.content.base import RUNGS
from aijri_engine.index import GREEN_FROM, YELLOW_FROM, zone_of
from aijri_engine.personal.bridge import BridgeGroup
from aijri_engine.personal.figures import Figures, Sentence
from aijri_engine.personal.lever_sentences import lever_sentences
from aijri_engine.personal.names import cause_name, question_name
from aijri_engine.personal.quality import undescribed
from aijri_engine.personal.sayer import MOST_OF_WEEK, Sayer, points
from aijri_engine.personal.spread import shown_band
from aijri_engine.text import counted, join_words

PARTS_NAMED = 3
"""Causes of the bridge that the sentence names; the table has them all."""

DOUBTS_NAMED = 3
"""Questions named as those that would narrow the range most (scenario 7)."""


def sentences_of(result: Figures) -> tuple[Sentence, ...]:
    """Order (`aijri_engine/README.md`): meaning, week, index and doubt, lever, bridge, market, fit, quality, limits."""
    say = Sayer(result)
    if result.withheld:
        return _while_withheld(say)
    return (
        *meaning(say), *week(say), *index(say), *doubt(say), *lever_sentences(say), *bridge(say),
        *market(say), *outlook(say), *juniors(say), *fit(say), *expected(say), *quality(say), *limits(say),
    )  # fmt: skip


def _while_withheld(say: Sayer) -> tuple[Sentence, ...]:
    """The range, why there is no figure yet, and what would bring one; nothing that would give it away."""
    told = (Sentence("index", reason) for reason in say.result.withheld)
    doubted = (one for one in doubt(say) if one.topic in TOLD_WHILE_WITHHELD)
    return (*told, *doubted, *fit(say), *expected(say), *quality(say), *limits(say))


TOLD_WHILE_WITHHELD = ("range", "narrowing")
"""Of the sentences about doubt, those that name no zone and no figure."""


def meaning(say: Sayer) -> Iterator[Sentence]:
    """What kind of week this is, in one sentence, as far as the person has told it."""
    if say.base:
        yield say.say("meaning", "base")
    elif say.described < MOST_OF_WEEK - 1e-9:
        name = "undescribed" if say.described else "undescribed_all"
        yield say.say("meaning", name, share=f"{say.described:.0f}")
    elif not say.result.bridge.rows:
        yield say.say("meaning", "typical", index=say.index, zone=_zone_text(say.result))
    else:
        by_rung = say.share_by_rung()
        most = max(RUNGS, key=lambda rung: by_rung[rung])
        if by_rung[most] < MOST_OF_WEEK - 1e-9:
            rated = 100 - sum(by_rung.values())
            if (
                by_rung[most] + rated < MOST_OF_WEEK - 1e-9
            ):  # else rows whose way nobody knows could be the most
                yield say.say("meaning", "mixed")
        else:
            name = {"follows": "settled", "adapts": "adapted"}.get(most, "new")
            yield say.say("meaning", name, share=f"{by_rung[most]:.0f}")


def _zone_text(result: Figures) -> str:
    """Green shows its label; the labels of the other zones stand lower down."""
    assessed = result.assessment
    return assessed.label if assessed.label and assessed.zone.value == "Green" else assessed.zone.value


def week(say: Sayer) -> Iterator[Sentence]:
    """What resists and what is open, with the same denominator."""
    exposed = say.result.assessment.share_scored_3_plus
    if exposed is not None:
        shown = round(exposed)
        own = say.result.interview.path.split.given and not say.base
        name = "week" if own else "role_week"
        yield say.say("week", name, resists=100 - shown, open=shown)


def index(say: Sayer) -> Iterator[Sentence]:
    """The figure with its zone, or why no zone is given."""
    result = say.result
    if say.base:
        yield say.say("index", "base_index", index=say.index, zone=_zone_text(result))
    elif result.fit.withheld:
        yield say.say("index", "withheld", index=say.index, because=result.fit.sentence)
    elif result.bridge.rows or say.described < MOST_OF_WEEK - 1e-9:
        zone = result.assessment.zone.value
        yield Sentence("index", say.from_the_start("index", index=say.index, zone=zone, base=say.base_index))
    if result.assessment.capped:
        yield say.say("index", "cap", uncapped=f"{result.assessment.uncapped:.1f}")
    yield say.say("index", "scale", green=f"{GREEN_FROM:g}", yellow=f"{YELLOW_FROM:g}")


def doubt(say: Sayer) -> Iterator[Sentence]:
    """Range, wider band, stability, what two sittings differ by, what would narrow it."""
    spread, assessed = say.result.spread, say.result.assessment
    low, high = shown_band(spread.range)
    yield say.say("range", "range_base" if say.base else "range", low=f"{low:.1f}", high=f"{high:.1f}")
    if spread.range.one_sided:
        down = assessed.index_exact >= spread.range.high
        yield say.say("range", "one_sided", side="down" if down else "up")
    wide_low, wide_high = shown_band(spread.rating_range)
    yield say.say("range", "wider", low=f"{wide_low:.1f}", high=f"{wide_high:.1f}")
    if not (say.result.fit.withheld or say.result.withheld):
        yield from _stability(say, low, high)
    if not say.base:
        yield say.say("stability", "two_sittings", change=f"{spread.smallest_change:.1f}")
    if say.result.status.name != "complete":
        names = [question_name(one, say.result.interview) for one in say.result.to_answer]
        if names:
            yield say.say("narrowing", "narrowing", list="; ".join(names[:DOUBTS_NAMED]))


def _stability(say: Sayer, low: float, high: float) -> Iterator[Sentence]:
    stability = say.result.spread.stability
    word = {"on the edge": "is on the edge"}.get(stability.word, stability.word)
    name = "stability_base" if say.base else "stability"
    yield say.say("stability", name, word=word, zone=stability.zone.value, count=stability.in_100)
    if zone_of(low) != zone_of(high):
        yield say.say("stability", "straddles", low_zone=zone_of(low).value, high_zone=zone_of(high).value)


def bridge(say: Sayer) -> Iterator[Sentence]:
    """The largest causes in words; how tasks are done counts as one, with its tasks in brackets."""
    found = say.result.bridge
    if not found.rows:
        if not say.base and say.described < MOST_OF_WEEK - 1e-9:
            yield Sentence("bridge", say.from_the_start("bridge_none", base=say.base_index))
        return
    depth = [group for group in found.groups if group.cause.startswith("depth.")]
    parts = [(group.shown, f"{cause_name(group.cause, say.personal)} {points(group.shown)}") for group in found.groups
             if group not in depth]  # fmt: skip
    if depth:
        parts.append(_depth_part(say, depth))
    parts.sort(key=lambda part: -abs(part[0]))
    told = [text for _, text in parts[:PARTS_NAMED]]
    if len(parts) > PARTS_NAMED:
        told.append(
            f"everything else {points(sum(round(shown * 10) for shown, _ in parts[PARTS_NAMED:]) / 10)}"
        )
    yield Sentence("bridge", say.from_the_start("bridge", base=say.base_index, parts="; ".join(told)))
    if depth:
        yield say.say("bridge", "depth")


def _depth_part(say: Sayer, depth: list[BridgeGroup]) -> tuple[float, str]:
    if len(depth) == 1:
        return depth[0].shown, f"{cause_name(depth[0].cause, say.personal)} {points(depth[0].shown)}"
    total = sum(round(group.shown * 10) for group in depth) / 10
    names = []
    for group in depth[:PARTS_NAMED]:
        task = say.personal.role.task(group.cause.partition(".")[2])
        names.append(f"{task.ask if task else group.cause} {points(group.shown)}")
    more = f", {len(depth) - PARTS_NAMED} more" if len(depth) > PARTS_NAMED else ""
    return total, f"how your tasks are done {points(total)} ({', '.join(names)}{more})"


def juniors(say: Sayer) -> Iterator[Sentence]:
    """What the role says to those of whom something is true, for example to people who start out."""
    facts = say.result.interview.path.facts
    for one in say.personal.role.said_to:
        if one.when.compiled()(facts) is True:
            yield Sentence("juniors", one.text)


def market(say: Sayer) -> Iterator[Sentence]:
    """What the market contributes, dated."""
    found = say.result.market
    name = "market_against" if found.points < 0 else "market_base" if say.base else "market"
    size = round(abs(found.points))
    yield say.say(
        "market", name, points=counted(size, "point") if found.points < 0 else f"{size}",
        index=say.index, date=found.as_of, neutral=f"{found.neutral:.1f}", zone=zone_of(found.neutral).value,
    )  # fmt: skip
    if found.own_index is not None:
        change = round(found.own_index - say.result.assessment.index, 1)
        yield say.say("market", "your_market", points=points(change), index=f"{found.own_index:.1f}")


def outlook(say: Sayer) -> Iterator[Sentence]:
    """The scenario that costs most."""
    rows = [row for row in say.result.outlook if row.points < 0]
    if rows:
        worst = min(rows, key=lambda row: row.points)
        yield say.say(
            "outlook", "outlook", title=worst.scenario.title, index=f"{worst.index:.1f}", zone=worst.zone
        )


def fit(say: Sayer) -> Iterator[Sentence]:
    """Who this resembles, and how to read a figure above all published ones."""
    result = say.result
    for one in result.fit.neighbours[:1]:
        if one.index is not None:
            yield say.say("fit", "neighbour", title=one.title, index=f"{one.index:.1f}")
    landscape = result.interview.library.landscape
    highest = max((role.index for role in landscape.roles), default=100.0) if landscape else 100.0
    if result.assessment.index > highest:
        yield say.say("fit", "above_highest", highest=f"{highest:.1f}")
        yield say.say("fit", "specialised")


def expected(say: Sayer) -> Iterator[Sentence]:
    """Tasks that rest on an expectation; said only where others were described."""
    rest = [task.short for task in undescribed(say.personal) if not task.own]
    if rest and say.described > 0:
        known = say.personal.inputs.level or say.personal.inputs.employer
        name = "not_rated" if say.personal.role.starting_table else "expected" if known else "not_described"
        yield say.say("borrowed", name, tasks=join_words(rest))


def prices(result: Figures) -> Sentence | None:
    """How to read the prices of recommendations; None where there are none."""
    found = result.advice.recommendations
    if not found:
        return None
    small = all(one.points <= result.spread.smallest_change for one in found)
    return Sayer(result).say("advice", "price_small" if small else "price_rule")


def quality(say: Sayer) -> Iterator[Sentence]:
    """What would sharpen the picture."""
    wanted = [flag.person for flag in say.result.quality if flag.person]
    if wanted and not say.base:
        yield say.say("quality", "sharpen", list="; ".join(wanted))


def label_sentence(result: Figures) -> str:
    """What the label beside the zone means; empty where there is none."""
    label = result.assessment.label or ""
    name = f"label_{label.partition('(')[2].rstrip(')').lower()}"
    wording = result.interview.library.wording
    return wording.say(name) if name in wording.sentences else ""


def limits(say: Sayer) -> Iterator[Sentence]:
    """What the figure is not; no setting removes it."""
    if not say.result.withheld and (meant := label_sentence(say.result)):
        yield Sentence("limits", meant)
    yield Sentence("limits", say.personal.role.outside_ratings)
    for text in say.wording.limits:
        yield Sentence("limits", text)
    yield Sentence("limits", say.wording.not_for)
    if say.personal.role.starting_table and (tables := say.result.interview.library.occupations) is not None:
        yield from (Sentence("limits", line) for line in tables.attribution)
