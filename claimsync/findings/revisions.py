"""What changed over time: updates, corrections, retractions, changed positions, falling series."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from claimsync.findings.kinds import Basis, Finding, Modifier, NotComparable, Revision, Tension
from claimsync.table.keys import AS_OF

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from claimsync.findings.case import Case
    from claimsync.findings.telling import Telling
    from claimsync.table.keys import Ints
    from claimsync.table.timeline import Change, Timeline

_PAIRS = 32  # origins on one question up to which other dates are told pair by pair


def change_findings(telling: Telling, timeline: Timeline) -> Iterator[Finding]:
    """Yield the changes that the timeline found."""
    for change in sorted(timeline.changes, key=lambda change: (change.newer, change.older)):
        yield _changed(telling, change)


def series_findings(case: Case, telling: Telling, timeline: Timeline) -> Iterator[Finding]:
    """Yield the falls of cumulative series, and figures that are of different dates."""
    series = _Series(case, telling)
    corrections = {change.newer for change in timeline.changes if change.basis == "correction"}
    yield from series.falls(corrections)
    yield from series.other_dates()


def _changed(telling: Telling, change: Change) -> Finding:
    """Return the revision that a change is."""
    rows = (*change.older, change.newer)
    return Revision(
        Basis(change.basis), rows, telling.option(change.older[0]).key, telling, detail=change
    )


@dataclass(frozen=True)
class FallDetail:
    """The earlier and the later claim of a series that fell."""

    earlier: int
    later: int


class _Series:
    """Figures with a date each: one point a claim, in the order of question, origin and date."""

    def __init__(self, case: Case, telling: Telling) -> None:
        self.case, self.telling = case, telling
        space = case.frame.table.space
        keys = _original_keys(case)
        self.as_of = space.column(keys, AS_OF)
        self.base = space.without(keys, AS_OF)
        _, self.question = np.unique(self.base, return_inverse=True)
        measures = case.frame.table.claimset.measures
        self.cumulative = space.flagged(keys, measures, lambda measure: measure.cumulative)

    def falls(self, corrections: set[int]) -> Iterator[Finding]:
        """Yield where one origin's cumulative series falls: a high end below an earlier low end."""
        dated = np.flatnonzero(self.cumulative & (self.as_of > 0))
        case, origin = self.case, self.case.origin
        order = dated[
            np.lexsort((case.row[dated], self.as_of[dated], origin[dated], self.question[dated]))
        ]
        one, two = order[:-1], order[1:]
        same = (self.question[one] == self.question[two]) & (origin[one] == origin[two])
        fell = same & (self.as_of[one] < self.as_of[two]) & (case.high[two] < case.low[one])
        for earlier, later in zip(one[fell].tolist(), two[fell].tolist(), strict=True):
            rows = (int(case.row[earlier]), int(case.row[later]))
            modifiers = (Modifier.CORRECTED,) if self._corrected(rows[1], corrections) else ()
            yield Revision(
                Basis.CUMULATIVE_FALL, rows, case.key[rows[1]], self.telling, modifiers,
                case.assumptions(rows), FallDetail(*rows),
            )  # fmt: skip

    def _corrected(self, later: int, corrections: set[int]) -> bool:
        """Return whether a correction explains the later figure."""
        verbs = {link.verb for link in self.case.frame.table.claims[later].links}
        return later in corrections or "corrects" in verbs

    def other_dates(self) -> Iterator[Finding]:
        """Yield the pairs of origins whose figures on one question never share a date."""
        dated = np.flatnonzero(self.as_of > 0)
        order = dated[np.argsort(self.question[dated], kind="stable")]
        for bounds in np.split(order, np.flatnonzero(np.diff(self.question[order])) + 1):
            origins = np.unique(self.case.origin[bounds])
            if len(origins) > 1:
                yield from self._pairs(bounds, origins)

    def _pairs(self, bounds: NDArray[np.int64], origins: NDArray[np.int64]) -> Iterator[Finding]:
        """Yield the findings of one question, a pair of origins each; of many, neighbours only."""
        mine = {o: bounds[self.case.origin[bounds] == o] for o in origins.tolist()}
        names = sorted(mine)
        few = len(names) <= _PAIRS
        pairs = itertools.combinations(names, 2) if few else itertools.pairwise(names)
        for one, other in pairs:
            yield from self._pair(mine[one], mine[other])

    def _pair(self, one: NDArray[np.int64], other: NDArray[np.int64]) -> Iterator[Finding]:
        """Yield tension where the series of two origins together fall, else where dates differ."""
        if self.cumulative[one[0]]:
            fall = self._fall_between(one, other)
            if fall:
                yield self._finding(Tension, Basis.OUTSIDE_USUAL, *fall)
                return
        if not np.isin(self.as_of[one], self.as_of[other]).any():
            yield self._finding(NotComparable, Basis.OTHER_DATE, *self._nearest(one, other))

    def _fall_between(
        self, one: NDArray[np.int64], other: NDArray[np.int64]
    ) -> tuple[int, int] | None:
        """Return the first (earlier, later) bounds of two origins between which there is a fall."""
        both = np.concatenate([one, other])
        both = both[np.lexsort((self.case.row[both], self.as_of[both]))]
        highest: dict[int, int] = {}
        for bound in both.tolist():
            who = int(self.case.origin[bound])
            for rival, peak in highest.items():
                earlier = self.as_of[peak] < self.as_of[bound]
                if rival != who and earlier and self.case.high[bound] < self.case.low[peak]:
                    return peak, bound
            if who not in highest or self.case.low[bound] > self.case.low[highest[who]]:
                highest[who] = bound
        return None

    def _nearest(self, one: NDArray[np.int64], other: NDArray[np.int64]) -> tuple[int, int]:
        """Return one bound of each origin, as near in time as there are."""
        at = np.searchsorted(np.sort(self.as_of[other]), self.as_of[one].max())
        later = other[np.argsort(self.as_of[other], kind="stable")]
        return int(one[np.argmax(self.as_of[one])]), int(later[min(int(at), len(later) - 1)])

    def _finding(self, kind: type[Finding], basis: Basis, one: int, other: int) -> Finding:
        """Return a finding between two bounds."""
        rows = (int(self.case.row[one]), int(self.case.row[other]))
        return kind(
            basis, rows, int(self.base[one]), self.telling, self.telling.relation_of(rows),
            self.case.assumptions(rows), FallDetail(*rows),
        )  # fmt: skip


def _original_keys(case: Case) -> Ints:
    """Return the key of each bound's cell with the date that its claim names, merged or not."""
    space, table = case.frame.table.space, case.frame.table
    return space.replaced(case.cells.keys[case.cell], AS_OF, table.as_of[case.row])
