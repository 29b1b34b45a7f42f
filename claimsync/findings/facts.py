"""What proofs may start from, read off the claims and declarations themselves, when asked for.

Nothing here looks at the engine's cells, rows or bounds: what goes wrong there cannot hide here.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, Any

from claimsync.findings.asked import Asked, without
from claimsync.findings.declared import declared
from claimsync.findings.declared_rows import rows_among
from claimsync.findings.ways import Ways
from claimsync.model.codelist import PathPartition
from claimsync.model.figure import Qualifier
from claimsync.model.stance import LinkVerb, Stance
from claimsync.table.assumptions import specified

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from claimsync.model.claimset import ClaimSet
    from claimsync.model.interval import Exact, Interval
    from claimsync.model.measure import Measure
    from claimsync.model.period import Period
    from claimsync.model.policy import Policy
    from claimsync.model.question import Question
    from claimsync.reason.check_rows import Ends


_NO_DATES: frozenset[Any] = frozenset()


class ClaimFacts:
    """The facts of claims under a policy.

    ``standing`` are the ids of those that settle what is asked, also such as are set aside;
    ``read`` tells which option of each ambiguous one is meant.
    """

    def __init__(
        self, claims: ClaimSet, policy: Policy, standing: Iterable[str], read: Mapping[str, int]
    ) -> None:
        """Keep the claims; what each gives is worked out when a proof names it."""
        self.claims, self.context = claims, claims.context
        self._read = Ways(claims, policy, standing, read)
        self._ways: dict[str, list[dict[str, Ends]]] = {}
        self._asked: dict[str, Asked] = {}
        self._declared: dict[tuple[object, ...], bool] = {}
        self._rows: dict[tuple[str, ...], list[dict[str, Any]]] = {}

    def ways(self, claim: str) -> Sequence[Mapping[str, Ends]]:
        """Return the ways to take a claim: the ends that it gives each question it bounds."""
        if claim not in self._ways:
            self._ways[claim] = [
                {self._label(asked): _ends(way.logical) for asked in way.asked}
                for way in self._read.of(claim)
            ]
        return self._ways[claim]

    def usual(self, claim: str) -> Sequence[Mapping[str, Ends]]:
        """Return, for each of these ways, what the words of the claim are usually taken to mean."""
        return [
            {self._label(asked): _ends(way.usual) for asked in way.asked}
            for way in self._read.of(claim)
        ]

    def floor(self, question: str) -> Exact | None:
        """Return the least number that the measure of a question allows."""
        measure = self.measure(question)
        return None if measure.categories else measure.floor

    def whole(self, question: str) -> bool:
        """Return whether a question is answered in whole numbers only."""
        measure = self.measure(question)
        return measure.whole_numbers or measure.categories

    def declares(self, row: Mapping[str, Any]) -> bool:
        """Return whether the declarations make a row hold."""
        factors = tuple(map(str, row.get("factors", ())))
        told = (row["whole"], *row["parts"], row["complete"], row.get("product"), factors)
        if told not in self._declared:
            self._declared[told] = declared(self, row)
        return self._declared[told]

    def rows(self, questions: Iterable[str]) -> list[dict[str, Any]]:
        """Return all rows that hold among some questions, which must fit wherever numbers do."""
        among = tuple(questions)
        if among not in self._rows:
            self._rows[among] = list(rows_among(self, among))
        return self._rows[among]

    def compares(self, one: str, other: str, assuming: Sequence[str]) -> bool:
        """Return whether two questions differ in one key, and that is assumed not to matter."""
        pair = self.asked(one), self.asked(other)
        first, second = (dict(specified(asked.question)) for asked in pair)
        keys = [key for key in {**first, **second} if first.get(key) != second.get(key)]
        if len(keys) != 1 or self.dates(pair) > 1:
            return False
        codes = [str(codes.get(keys[0], "unspecified")) for codes in (first, second)]
        granted = {f"{keys[0]}: {mine} = {theirs}" for mine, theirs in (codes, codes[::-1])}
        return bool(granted & set(assuming)) or (keys == ["phase"] and "cross-phase" in assuming)

    def says(self, claim: str) -> str:
        """Return a claim in the notation."""
        return str(self.claims.claim(claim))

    def does(self, claim: str) -> set[str]:
        """Return what a claim does: its stance, and whether it affirms, denies, has no answer."""
        told = self.claims.claim(claim)
        empty = any(r.figure.qualifier is Qualifier.NO_INFORMATION for r in told.readings)
        denies = any(link.verb is LinkVerb.DENIES for link in told.links)
        return {
            str(told.stance),
            *(["affirms"] if told.stance.affirms else []),
            *(["denies"] if denies or told.stance is Stance.DENIES else []),
            *(["no information"] if empty else []),
        }

    def asked(self, label: str) -> Asked:
        """Return the question and the date that a label names."""
        if label not in self._asked:
            self._asked[label] = Asked.parse(label)
        return self._asked[label]

    def measure(self, label: str) -> Measure:
        """Return the measure of a question."""
        return self.claims.measures[self.asked(label).question.measure]

    def latest(self, asked: Asked) -> Period | None:
        """Return the latest date told on a question whose figures need no date of their own."""
        return self._read.latest.get(asked.question)

    def dates(self, asked: Iterable[Asked]) -> int:
        """Return of how many dates the figures on some questions are; 0: of none."""
        dates = self._read.dates
        found = {one.as_of or (dates.get(one.question) if dates else None) for one in asked}
        return len(found - {None})

    def beside_the_point(self, measures: Iterable[str]) -> frozenset[str]:
        """Return the dimensions, no scopes, that some of these measures are never told by."""
        key = tuple(measures)
        if key not in self._ignored:
            self._ignored[key] = self._never_told(key)
        return self._ignored[key]

    @cached_property
    def _ignored(self) -> dict[tuple[str, ...], frozenset[str]]:
        return {}

    def _never_told(self, measures: Iterable[str]) -> frozenset[str]:
        """Return the dimensions, no scopes, that only some of these measures are told by."""
        told = [self._told[name] for name in measures if name in self._told]
        named = [{str(pair[0]) for bare, _ in each for pair in bare.dimensions} for each in told]
        scoped = {partition.dimension for partition in self.context.partitions}
        everywhere = named[0].intersection(*named) if named else set()
        return frozenset(set[str]().union(*named) - everywhere - scoped)

    def told(
        self, measure: str, beside: Asked, ignored: frozenset[str]
    ) -> AbstractSet[Period | None]:
        """Return the dates of the figures on a measure, all else asked as ``beside`` is."""
        found = self._dates.setdefault((measure, ignored), {})
        if not found:
            for bare, date in self._told.get(measure, ()):
                found.setdefault(without(bare, ignored), set()).add(date)
        return found.get(without(_bare(beside), ignored), _NO_DATES)

    def spoken(self, date: Period, beside: Asked, ignored: frozenset[str]) -> set[str]:
        """Return the measures that figures of a date speak of, by themselves or by relations.

        Two figures of a relation speak of the others in it.
        """
        names = {name for each in self.context.relations for name in each.measures}
        found = {name for name in names if date in self.told(name, beside, ignored)}
        count = -1
        while count != len(found):
            count = len(found)
            for relation in self.context.relations:
                now = {t.measure for t in relation.terms if not t.shift} | {relation.measure}
                found |= now if len(found & now) > 1 else set()
        return found

    @cached_property
    def _dates(self) -> dict[object, dict[Question, set[Period | None]]]:
        return {}

    @cached_property
    def _told(self) -> dict[str, set[tuple[Question, Period | None]]]:
        """What is asked besides, and of which date, by measure."""
        found: dict[str, set[tuple[Question, Period | None]]] = defaultdict(set)
        for claim in self._read.standing:
            for asked in self._read.asked(claim):
                date = asked.question.when or asked.as_of or self.latest(asked)
                found[asked.question.measure].add((_bare(asked), date))
        return dict(found)

    def listed(self, dimension: str, whole: Asked) -> set[str]:
        """Return the codes just below a whole, on a dimension of paths, that claims tell of."""
        below = self._below.get(dimension, {})
        return below.get((whole.beside(dimension), whole.question.code(dimension)), set())

    @cached_property
    def _below(self) -> dict[str, dict[tuple[object, str | None], set[str]]]:
        """The codes below every prefix, by dimension of paths, and by all else that is asked."""
        paths = [p.dimension for p in self.context.partitions if isinstance(p, PathPartition)]
        found: dict[str, Any] = {dimension: defaultdict(set) for dimension in paths}
        for claim in self._read.standing if paths else ():
            for asked in self._read.asked(claim):
                for dimension in paths:
                    code, beside = asked.question.code(dimension) or "", asked.beside(dimension)
                    while "/" in code:
                        prefix = code.rpartition("/")[0]
                        found[dimension][beside, prefix].add(code)
                        code = prefix
        return found

    def _label(self, asked: Asked) -> str:
        label = str(asked)
        self._asked.setdefault(label, asked)
        return label


def _bare(asked: Asked) -> Question:
    """Return what is asked without the measure and the day."""
    return asked.question.model_copy(update={"measure": "", "when": None})


def _ends(interval: Interval) -> Ends:
    """Return both ends with their ticks."""
    return (
        None if interval.low is None else (interval.low, int(interval.low_open)),
        None if interval.high is None else (interval.high, -int(interval.high_open)),
    )
