"""Questions that look alike and are not the same: what sets them apart, told once a question."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from claimsync.findings.columns import Findings
from claimsync.findings.kinds import Basis, Finding, Kind, NotComparable
from claimsync.model.period import Overlap, Period
from claimsync.model.unit import Kind as UnitKind
from claimsync.table.columns import POLAR
from claimsync.table.keys import AS_OF, EVENT, MEASURE, PHASE, UNIT, WHEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from claimsync.findings.case import Case
    from claimsync.findings.columns import Batch
    from claimsync.findings.telling import Telling
    from claimsync.table.groups import Groups

_JOINING = {Kind.AGREEMENT, Kind.DIVERGENCE, Kind.TENSION}
_NEAR = 64  # questions of one event and measure up to which all pairs are looked at


class Difference(NamedTuple):
    """Why two questions are not comparable, and every key in which they differ."""

    basis: Basis
    keys: tuple[str, ...]


@dataclass(frozen=True)
class DifferenceDetail:
    """The keys in which questions differ."""

    keys: tuple[str, ...]


def comparability_findings(
    case: Case, telling: Telling, told: Iterable[Finding | Batch]
) -> Iterator[Finding]:
    """Yield what sets each question apart from its neighbours, where nothing joins them."""
    judge = _Neighbours(case, telling, Findings.of(told))
    for questions in judge.families():
        yield from judge.apart(questions)


class _Neighbours:
    """The questions of a case, and which of them findings join already."""

    def __init__(self, case: Case, telling: Telling, told: Findings) -> None:
        self.case, self.telling, self.table = case, telling, case.frame.table
        self.space = self.table.space
        self.rows: dict[tuple[int, ...], list[int]] = defaultdict(list)
        of_row: dict[int, tuple[int, ...]] = {}
        joins = told.only(_JOINING).joins
        for row in self._alike(joins).tolist():
            codes = self.space.row(int(case.question[row]))
            self.rows[codes].append(row)
            of_row[row] = codes
        self.joined: dict[tuple[int, ...], set[int]] = defaultdict(set)
        near = np.isin(joins.member, list(of_row))
        for at, row in zip(joins.owner[near].tolist(), joins.member[near].tolist(), strict=True):
            self.joined[of_row[row]].add(at)
        self.declared = {
            column for column, name in enumerate(self.space.columns)
            if name in self.table.claimset.context.declared_dimensions
        }  # fmt: skip
        self.siblings = self._sibling_codes()

    def _alike(self, joins: Groups) -> NDArray[np.int64]:
        """Return the polar claims whose question shares measure and event with another one.

        Where one finding joins all questions that do, nothing sets them apart.
        """
        polar = self.case.standing[POLAR[self.table.stance[self.case.standing]]]
        question = self.case.question
        family = question
        for column in (WHEN, UNIT):
            family = self.space.without(family, column)
        named = self.space.column(question, EVENT) > 0
        radix = self.space.radices[EVENT]
        family = np.where(named, family // radix * radix, family)
        questions, first, asked = np.unique(question[polar], return_index=True, return_inverse=True)
        families, member = np.unique(family[polar[first]], return_inverse=True)
        size = np.bincount(member, minlength=len(families))
        at = np.full(len(self.table), -1, dtype=np.int64)
        at[polar] = asked
        met = np.stack([joins.owner, at[joins.member]])[:, at[joins.member] >= 0]
        met = np.unique(met[0] * max(len(questions), 1) + met[1])
        finding, met = np.divmod(met, max(len(questions), 1))
        together, count = np.unique(
            finding * max(len(families), 1) + member[met], return_counts=True
        )
        together = together % max(len(families), 1)
        apart = size > 1
        apart[together[count == size[together]]] = False
        alike: NDArray[np.int64] = polar[apart[member[asked]]]
        return alike

    def _sibling_codes(self) -> dict[int, dict[int, set[int]]]:
        """Return, by column and code, the splits that the code is a part of."""
        found: dict[int, dict[int, set[int]]] = defaultdict(lambda: defaultdict(set))
        for at, split in enumerate(self.case.frame.scope.splits):
            for part in split.parts:
                found[split.column][part].add(at)
        return found

    def families(self) -> Iterator[list[tuple[int, ...]]]:
        """Yield the questions that share measure and event, where there are several."""
        groups: dict[tuple[int, ...], list[tuple[int, ...]]] = defaultdict(list)
        for codes in sorted(self.rows):
            event = codes[EVENT]
            scope = (
                ()
                if event
                else tuple(c for at, c in enumerate(codes) if at not in {WHEN, UNIT, AS_OF})
            )
            groups[codes[MEASURE], event, *scope].append(codes)
        yield from (group for group in groups.values() if len(group) > 1)

    def apart(self, family: list[tuple[int, ...]]) -> Iterator[Finding]:
        """Yield the findings of one family, the question with the most neighbours first."""
        near = self._neighbours(family)
        told: set[frozenset[tuple[int, ...]]] = set()
        for codes in sorted(near, key=lambda codes: (-len(near[codes]), codes)):
            fresh = [
                (other, d) for other, d in near[codes] if frozenset((codes, other)) not in told
            ]
            told.update(frozenset((codes, other)) for other, _ in fresh)
            if fresh:
                yield self._finding(codes, fresh)

    def _neighbours(
        self, family: list[tuple[int, ...]]
    ) -> dict[tuple[int, ...], list[tuple[tuple[int, ...], Difference]]]:
        """Return the nearest of the questions that nothing joins to each: fewest differences."""
        near = {}
        for at, codes in enumerate(family):
            others = (
                family
                if len(family) <= _NEAR
                else family[max(0, at - _NEAR // 2) : at + _NEAR // 2]
            )
            found = [
                (other, d)
                for other in others
                if other != codes and (d := self._difference(codes, other))
            ]
            least = min((self._distance(d) for _, d in found), default=0)
            nearest = [(other, d) for other, d in found if self._distance(d) == least]
            if nearest:
                near[codes] = nearest
        return near

    def _distance(self, difference: Difference) -> int:
        """Return in how many keys of scope two questions differ; phase is no scope."""
        return sum(key != "phase" for key in difference.keys)

    def _difference(self, one: tuple[int, ...], other: tuple[int, ...]) -> Difference | None:
        """Return why two questions are not comparable, or None where nothing is to be said."""
        if self.joined[one] & self.joined[other]:
            return None
        columns = [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
        bases: list[Basis] = []
        for column in columns:
            basis = self._basis(column, one, other)
            if basis is None:
                return None
            bases.append(basis)
        bases = [basis for basis in bases if basis is not Basis.OTHER_PHASE] or bases
        return (
            Difference(bases[0], tuple(self.space.columns[column] for column in columns))
            if bases
            else None
        )

    def _shares(self, codes: tuple[int, ...]) -> bool:
        measure = self.table.claimset.measures[self.space.codes[MEASURE].names[codes[MEASURE]]]
        return measure.kind is UnitKind.PERCENT

    def _basis(
        self, column: int, questions: tuple[int, ...], others: tuple[int, ...]
    ) -> Basis | None:
        """Return what a difference in one column means; None where there is nothing to say."""
        one, other = questions[column], others[column]
        if column == WHEN:
            return self._period_basis(one, other)
        if column in {UNIT, PHASE}:
            return Basis.NO_COMMON_UNIT if column == UNIT else Basis.OTHER_PHASE
        if self._shares(questions):
            return Basis.OTHER_DENOMINATOR
        if one == 0 or other == 0:
            return Basis.SCOPE_UNKNOWN
        parts = self.siblings[column]
        if column not in self.declared or parts[one] & parts[other]:
            return None
        return Basis.OTHER_SCOPE

    def _period_basis(self, one: int, other: int) -> Basis | None:
        """Return how two periods differ; disjoint ones are simply other questions."""
        periods = self.space.codes[WHEN].names
        first, second = periods[one], periods[other]
        if first is None or second is None:
            return Basis.SCOPE_UNKNOWN
        return period_basis(first, second)

    def _finding(
        self, codes: tuple[int, ...], others: Sequence[tuple[tuple[int, ...], Difference]]
    ) -> Finding:
        """Return the finding of one question against its neighbours."""
        rows = tuple(self.rows[codes]) + tuple(
            row for other, _ in others for row in self.rows[other]
        )
        keys = tuple(dict.fromkeys(key for _, difference in others for key in difference.keys))
        key = sum(code * radix for code, radix in zip(codes, self.space.radices, strict=True))
        basis = others[0][1].basis
        return NotComparable(
            basis, rows, key, self.telling, self.telling.relation_of(rows),
            self.case.assumptions(rows), DifferenceDetail(keys),
        )  # fmt: skip


def period_basis(one: Period, other: Period) -> Basis | None:
    """Return how two periods set questions apart; None where they are equal or disjoint."""
    match one.overlap(other):
        case Overlap.OVERLAPS:
            return Basis.SCOPE_OVERLAPS
        case Overlap.WITHIN | Overlap.CONTAINS:
            return Basis.OTHER_SCOPE
        case _:
            return None
