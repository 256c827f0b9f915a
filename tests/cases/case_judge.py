"""Judging one case: what a person would see against what its author expects."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property

from aijri_engine import Interview, Library, Problem, Result, result, what_if
from aijri_engine.content.cases import Case, CasesFile, Expected, ExpectedBand, ExpectedThen, Refusal
from aijri_engine.content.scorecard_file import scorecard_from
from aijri_engine.index import Assessment, assess, one_decimal
from aijri_engine.personal.bridge import Bridge
from aijri_engine.personal.spread import Band


class Judges:
    """Judges of a run, one for each case, so that a person is computed once."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._known: dict[tuple[str, str], Judge] = {}

    def of(self, file: CasesFile, case: Case) -> "Judge":
        return self._known.setdefault((file.about, case.name), Judge(self, file, case))

    def named(self, file: CasesFile, name: str) -> "Judge":
        return self.of(file, next(case for case in file.cases if case.name == name))


class Judge:
    """One case with everything that is computed for it; `faults` lists what differs."""

    def __init__(self, judges: Judges, file: CasesFile, case: Case) -> None:
        self.judges, self.library, self.file, self.case = judges, judges.library, file, case

    @cached_property
    def interview(self) -> Interview:
        found = Interview.from_answers(self.library, self.file.role, self.case.answers or {})
        assert isinstance(found, Interview), found
        return found

    @cached_property
    def result(self) -> Result:
        return result(self.interview)

    @cached_property
    def assessment(self) -> Assessment:
        if self.case.scorecard is not None:
            return assess(scorecard_from(self.case.scorecard))
        return self.result.assessment

    def other(self, name: str) -> "Judge":
        return self.judges.named(self.file, name)

    def faults(self) -> list[str]:
        """Every expectation that does not hold, told as: what, found, expected."""
        case = self.case
        found: list[str] = []
        if case.refusal is not None:
            return list(self._refusal(case.refusal))
        if case.expect is not None:
            found += self._figures(case.expect)
            if case.scorecard is None:
                for part in PARTS:
                    found += part(self, case.expect)
        if case.then is not None:
            found += self._then(case.then)
        return found

    def _refusal(self, wanted: Refusal) -> Iterator[str]:
        problem = Interview.from_answers(self.library, self.file.role, self.case.refused_answers or {})
        if isinstance(problem, Interview):
            yield "the answers were taken"
            return
        for words in wanted.includes:
            if words not in problem.text():
                yield differs("message", problem.text(), words)
        if wanted.remainder is not None and problem.remainder != wanted.remainder:
            yield differs("remainder", problem.remainder, wanted.remainder)
        for offer in wanted.offers:
            values = [value for words, value in problem.offers if offer.includes in words]
            if not values:
                yield differs("offers", [words for words, _ in problem.offers], offer.includes)
                continue
            taken = Interview.start(self.library, self.file.role).answer(problem.question, values[0])
            assert isinstance(taken, Interview)
            yield from same(f"index of {offer.includes}", result(taken).assessment.index, offer.index)

    def _figures(self, wanted: Expected) -> Iterator[str]:
        found = self.assessment
        yield from same("index", found.index, wanted.index)
        yield from same("exact index", round(found.index_exact, 2), wanted.index_exact)
        yield from same("uncapped", one_decimal(found.uncapped) if found.capped else None, wanted.uncapped)
        yield from same("task resistance", round(found.task_resistance, 4), wanted.task_resistance)
        yield from same("zone", found.zone.value, wanted.zone)
        yield from same("label", found.label, wanted.label)
        if wanted.unlabelled and found.label is not None:
            yield differs("label", found.label, None)
        shown = found.share_scored_3_plus
        yield from same(
            "share scored 3+", None if shown is None else round(shown, 1), wanted.share_scored_3_plus
        )

    def _then(self, wanted: ExpectedThen) -> Iterator[str]:
        found = what_if(self.interview, list(self.case.what_if))
        if isinstance(found, Problem):
            if wanted.refused is None or wanted.refused not in found.text():
                yield differs("what-if", found.text(), wanted.refused)
            return
        yield from same("index then", found.index_then.index, wanted.index)
        yield from same("zone then", found.index_then.zone.value, wanted.zone)
        yield from same("label then", found.index_then.label, wanted.label)
        yield from same("points", found.points, wanted.points)
        yield from same("exact points", round(found.bridge.change, 2), wanted.points_exact)
        yield from rows("then", found.bridge, wanted.bridge)
        for words in wanted.sentence_includes:
            if words not in found.sentence:
                yield differs("sentence", found.sentence, words)
        again = what_if(self.interview, [])
        if isinstance(again, Problem) or again.index_then.index_exact != found.index_now.index_exact:
            yield "going back is not exact"


def status(judge: Judge, wanted: Expected) -> Iterator[str]:
    found = judge.result.status
    yield from same("status", found.name, wanted.status)
    yield from contains("reasons", found.reasons, wanted.reasons_include)


def week(judge: Judge, wanted: Expected) -> Iterator[str]:
    shares = {task.id: round(task.share, 1) for task in judge.result.personal.tasks}
    scores = {task.id: task.score for task in judge.result.personal.tasks}
    for name, share in wanted.shares.items():
        yield from same(f"share of {name}", shares.get(name), share)
    for name, score in wanted.scores.items():
        yield from same(f"score of {name}", scores.get(name), score)


def points(judge: Judge, wanted: Expected) -> Iterator[str]:
    yield from rows("bridge", judge.result.bridge, wanted.bridge)
    if wanted.bridge_empty and judge.result.bridge.rows:
        yield differs("bridge", [row.cause for row in judge.result.bridge.rows], [])


def doubt(judge: Judge, wanted: Expected) -> Iterator[str]:
    if not any(
        (wanted.range, wanted.rating_range, wanted.stability, wanted.smallest_change, wanted.narrowing_first)
    ):
        return
    spread = judge.result.spread
    yield from band("range", judge, lambda other: other.result.spread.range, wanted.range)
    yield from band(
        "rating range", judge, lambda other: other.result.spread.rating_range, wanted.rating_range
    )
    if wanted.stability is not None:
        yield from same("zone of the stability", spread.stability.zone.value, wanted.stability.zone)
        yield from same("stability", spread.stability.word, wanted.stability.word)
        yield from between("in 100", spread.stability.in_100, wanted.stability.in_100)
    yield from between("smallest change", one_decimal(spread.smallest_change), wanted.smallest_change)
    if wanted.narrowing_first:
        first = tuple(one.question for one in judge.result.narrowing[: len(wanted.narrowing_first)])
        yield from same("narrowing", first, wanted.narrowing_first)


def quality(judge: Judge, wanted: Expected) -> Iterator[str]:
    ids = [flag.id for flag in judge.result.quality]
    yield from missing("flags", ids, wanted.flags)
    yield from present("flags", ids, wanted.flags_absent)


def advice(judge: Judge, wanted: Expected) -> Iterator[str]:
    found = judge.result.advice
    priced = {one.id: one.shown for one in found.recommendations}
    for name, shown in wanted.recommendations.items():
        yield from same(f"points of {name}", priced.get(name), shown)
    yield from present("recommendations", list(priced), wanted.recommendations_absent)
    if wanted.outside:
        yield from same("outside", tuple(one.id for one in found.outside), wanted.outside)
    derived = {one.id: one.shown for one in found.derived}
    for name, shown in wanted.derived.items():
        yield from same(f"points of {name}", derived.get(name), shown)
    for name, step, expected in (
        ("largest rung", found.largest_rung, wanted.largest_rung),
        ("next zone", judge.result.next_zone, wanted.next_zone),
    ):
        if expected is not None and step is None:
            yield differs(name, None, expected.id)
        elif expected is not None and step is not None:
            yield from same(name, step.id, expected.id)
            yield from same(f"points of {name}", step.shown, expected.points)
            yield from same(f"index of {name}", step.index_then, expected.index)


def prospects(judge: Judge, wanted: Expected) -> Iterator[str]:
    rows_found = {row.scenario.id: row for row in judge.result.outlook}
    for name, scenario in wanted.outlook.items():
        row = rows_found.get(name)
        yield from same(f"index if {name}", row and row.index, scenario.index)
        yield from same(f"zone if {name}", row and row.zone, scenario.zone)
        yield from same(f"label if {name}", row and row.label, scenario.label)
    if wanted.market is not None:
        for name in ("points", "neutral", "own_index"):
            yield from same(
                f"market {name}", getattr(judge.result.market, name), getattr(wanted.market, name)
            )


def fit(judge: Judge, wanted: Expected) -> Iterator[str]:
    found = judge.result.fit
    yield from same("withheld", found.withheld, wanted.withheld)
    titles = tuple(one.title for one in found.neighbours[: len(wanted.neighbours)])
    yield from same("neighbours", titles, wanted.neighbours)


def words(judge: Judge, wanted: Expected) -> Iterator[str]:
    if wanted.sentences_include or wanted.sentences_exclude:
        said = [one.text for one in judge.result.sentences]
        yield from contains("sentences", said, wanted.sentences_include)
        for one in wanted.sentences_exclude:
            yield from (
                differs("sentence", text, f"not {one!r}") for text in said if one.lower() in text.lower()
            )
    yield from contains("borrowed", [one.text for one in judge.result.borrowed], wanted.borrowed_include)


def path(judge: Judge, wanted: Expected) -> Iterator[str]:
    states = {step.key: step.state for step in judge.interview.path.steps}
    yield from missing("asked", list(states), wanted.asked)
    yield from present("asked", list(states), wanted.not_asked)
    for key, state in wanted.states.items():
        yield from same(f"state of {key}", states.get(key), state)


def twin(judge: Judge, wanted: Expected) -> Iterator[str]:
    if wanted.same_as is None:
        return
    other, own = judge.other(wanted.same_as).result, judge.result
    yield from same(
        "exact index", round(own.assessment.index_exact, 9), round(other.assessment.index_exact, 9)
    )
    for name in ("range", "rating_range", "smallest_change"):
        yield from same(name, getattr(own.spread, name), getattr(other.spread, name))
    shown = [(row.cause, row.element, row.shown) for row in other.bridge.rows]
    yield from same("bridge", [(row.cause, row.element, row.shown) for row in own.bridge.rows], shown)


PARTS: tuple[Callable[[Judge, Expected], Iterator[str]], ...] = (
    status, week, points, doubt, quality, advice, prospects, fit, words, path, twin,
)  # fmt: skip


def rows(name: str, found: Bridge, wanted: Mapping[str, float]) -> Iterator[str]:
    for cause, expected in wanted.items():
        shown = [row.shown for row in found.rows if row.cause == cause or row.cause.startswith(f"{cause}.")]
        yield from same(f"{name} {cause}", one_decimal(sum(shown)), expected)


def band(name: str, judge: Judge, of: Callable[[Judge], Band], wanted: ExpectedBand | None) -> Iterator[str]:
    if wanted is None:
        return
    found = of(judge)
    yield from between(f"low end of {name}", found.low, wanted.low)
    yield from between(f"high end of {name}", found.high, wanted.high)
    yield from between(f"width of {name}", found.width, wanted.width)
    if wanted.wider_than is not None and found.width <= of(judge.other(wanted.wider_than)).width:
        yield differs(f"width of {name}", found.width, f"more than that of {wanted.wider_than}")


def differs(what: str, found: object, wanted: object) -> str:
    return f"{what}: found {found!r}, expected {wanted!r}"


def same(what: str, found: object, wanted: object) -> Iterator[str]:
    if wanted is not None and wanted != () and found != wanted:
        yield differs(what, found, wanted)


def between(what: str, found: float, wanted: Sequence[float] | None) -> Iterator[str]:
    if wanted is not None and not wanted[0] <= found <= wanted[1]:
        yield differs(what, found, tuple(wanted))


def contains(what: str, texts: Sequence[str], wanted: Sequence[str]) -> Iterator[str]:
    for one in wanted:
        if not any(one in text for text in texts):
            yield differs(what, list(texts), one)


def missing(what: str, ids: Sequence[str], wanted: Sequence[str]) -> Iterator[str]:
    yield from (differs(what, list(ids), one) for one in wanted if one not in ids)


def present(what: str, ids: Sequence[str], unwanted: Sequence[str]) -> Iterator[str]:
    yield from (differs(what, list(ids), f"not {one}") for one in unwanted if one in ids)
