"""Figures on one question: divergence by positions, tension, agreement; never pair by pair."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from claimsync.findings.kinds import Agreement, Basis, Divergence, Finding, Tension
from claimsync.findings.pairs import compared, weakest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from claimsync.findings.case import Case
    from claimsync.findings.telling import Telling
    from claimsync.model.interval import Interval
    from claimsync.model.meaning import Meaning

_FEW = 64  # distinct figures on one question up to which every pair of them is looked at


class CellVerdicts(NamedTuple):
    """Which cells have claims of two origins that exclude each other, or usually do."""

    diverges: NDArray[np.bool_]
    strained: NDArray[np.bool_]
    several: NDArray[np.bool_]


def value_findings(case: Case, telling: Telling) -> Iterator[Finding]:
    """Yield what the figures on each cell say about each other."""
    verdicts = cell_verdicts(case)
    for cell in np.flatnonzero(verdicts.several).tolist():
        if verdicts.diverges[cell]:
            yield _finding(Divergence, Basis.VALUE, case, telling, cell)
        elif case.found.own.clash[cell] or _denied_inside(case, cell):
            continue
        elif verdicts.strained[cell]:
            yield _finding(Tension, Basis.OUTSIDE_USUAL, case, telling, cell)
        else:
            yield from _agreement(case, telling, cell)


def _denied_inside(case: Case, cell: int) -> bool:
    """Return whether one claim of a cell denies another's figure: told as that, no agreement."""
    if not case.denied_by_link:
        return False
    rows = set(case.claims(cell))
    return any(row in rows and target in rows for row, target in case.denied_by_link)


def cell_verdicts(case: Case) -> CellVerdicts:
    """Return the verdict on every cell, from the highest low ends and the lowest high ends."""
    count = len(case.cells.keys)
    several = np.bincount(case.cell, minlength=count) > 1
    strained = np.zeros(count, dtype=bool)
    touched = np.flatnonzero(several[case.cell])
    if len(touched):
        low = np.full(count, -case.frame.amounts.unbounded, dtype=case.frame.amounts.dtype)
        high = np.full(count, case.frame.amounts.unbounded, dtype=case.frame.amounts.dtype)
        np.maximum.at(low, case.cell[touched], case.usual_low[touched])
        np.minimum.at(high, case.cell[touched], case.usual_high[touched])
        strained = several & (low > high)
    return CellVerdicts(_diverging(case, several), strained, several)


def _diverging(case: Case, several: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return the cells on which two origins exclude each other.

    An origin's low end is its highest one, its high end its lowest; the two extreme origins at each
    end decide, since a clash inside one origin is told as such.
    """
    diverges = np.zeros(len(several), dtype=bool)
    touched = np.flatnonzero(case.found.own.clash[case.cell] & several[case.cell])
    if len(touched) == 0:
        return diverges
    cell, origin = case.cell[touched], case.origin[touched]
    order = np.lexsort((origin, cell))
    cell, origin, touched = cell[order], origin[order], touched[order]
    first = np.flatnonzero((np.diff(cell, prepend=-1) != 0) | (np.diff(origin, prepend=-1) != 0))
    low = np.maximum.reduceat(case.low[touched], first)
    high = np.minimum.reduceat(case.high[touched], first)
    cell, origin = cell[first], origin[first]
    for at in np.split(np.arange(len(cell)), np.flatnonzero(np.diff(cell)) + 1):
        diverges[cell[at[0]]] = _two_exclude(low[at], high[at])
    return diverges


def _two_exclude(low: NDArray[np.int64], high: NDArray[np.int64]) -> bool:
    """Return whether the low end of one lies above the high end of another."""
    if len(low) < 2:  # noqa: PLR2004 - two origins
        return False
    top, bottom = int(np.argmax(low)), int(np.argmin(high))
    if top != bottom:
        return bool(low[top] > high[bottom])
    others = np.arange(len(low)) != top
    return bool(low[top] > high[others].min() or low[others].max() > high[bottom])


def _finding(kind: type[Finding], basis: Basis, case: Case, telling: Telling, cell: int) -> Finding:
    """Return the one finding of a cell, with all its claims."""
    rows, key = tuple(case.claims(cell)), case.cells.keys[cell]
    modifiers, assumptions = telling.relation_of(rows), case.assumptions(rows)
    return kind(basis, rows, key, telling, modifiers, assumptions, CellDetail(case, cell))


def _agreement(case: Case, telling: Telling, cell: int) -> Iterator[Finding]:
    """Yield the agreement of a cell, if its origins are independent or of one side."""
    least, most = telling.independent(case.claims(cell))
    if least == 1 < most or least == 0:
        return
    basis = agreement_basis(case, cell)
    if most > 1 or basis is not None:
        yield _finding(Agreement, basis or Basis.EXACT, case, telling, cell)


def agreement_basis(case: Case, cell: int) -> Basis | None:
    """Return the weakest basis on which two claims of a cell agree; None if all are echoes."""
    bounds = case.bounds(cell)
    voices: dict[int, set[int]] = {}
    for bound in bounds.tolist():
        code = case.option(int(case.row[bound])).meaning
        voices.setdefault(code, set()).add(int(case.origin[bound]))
    distinct: dict[Meaning, set[int]] = {}
    for code, origins in voices.items():
        distinct.setdefault(case.frame.table.meanings[code][1], set()).update(origins)
    everyone = set().union(*distinct.values())
    if len(distinct) > _FEW:
        return _chain_basis(case, bounds)
    bases = {
        compared(figure, figure)[1] for figure, origins in distinct.items() if len(origins) > 1
    }
    for (one, ones), (other, others) in combinations(distinct.items(), 2):
        if len(ones | others) > 1 or len(everyone) == 1:
            bases.add(compared(one, other)[1])
    return weakest(bases) if bases else None


def _chain_basis(case: Case, bounds: NDArray[np.int64]) -> Basis:
    """Return refinement if the intervals lie one inside the other like a chain, else bounds."""
    low, high = case.low[bounds], case.high[bounds]
    order = (
        np.lexsort((-high, low))
        if low.dtype != object
        else np.array(sorted(range(len(low)), key=lambda at: (low[at], -high[at])))
    )
    nested = np.all(high[order][1:] <= high[order][:-1])
    return Basis.REFINEMENT if nested else Basis.BOUNDS


@dataclass(frozen=True)
class CellDetail:
    """The cell that a finding is about, in the case that it was found in."""

    case: Case
    cell: int

    def positions(self, _rows: Sequence[int] = ()) -> list[list[int]]:
        """Return the maximal sets of claims whose logical intervals meet, lowest first."""
        return [rows for rows, _ in self.spans()]

    def spans(self) -> Iterator[tuple[list[int], Interval]]:
        """Yield each position: its claim rows, and what all of them allow."""
        bounds = self.case.bounds(self.cell)
        low, high, row = self.case.low[bounds], self.case.high[bounds], self.case.row[bounds]
        for point in cut_points(low, high):
            inside = (low <= point) & (high >= point)
            span = self.case.interval(self.cell, max(low[inside]), min(high[inside]))
            yield sorted(set(row[inside].tolist())), span


def cut_points(low: NDArray[np.int64], high: NDArray[np.int64]) -> list[int]:
    """Return one number inside each maximal set of intervals that meet, ascending.

    Swept from the left: whenever an interval ends after another began, a maximal set is complete.
    """
    starts, ends = np.sort(low), np.sort(high)
    points: list[int] = []
    at = 0
    for end in ends.tolist():
        begun = int(np.searchsorted(starts, end, side="right"))
        if begun > at:
            points.append(int(starts[begun - 1]))
            at = begun
    return points
