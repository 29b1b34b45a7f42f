"""Figures on one question: divergence by positions, tension, agreement; never pair by pair."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from claimsync.findings.columns import BASES, Batch, code_of
from claimsync.findings.kinds import Agreement, Basis, Divergence, Finding, Tension
from claimsync.findings.pairs import WEAKEST_LAST, compared

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from claimsync.findings.case import Case
    from claimsync.findings.telling import Telling
    from claimsync.model.interval import Interval

_FEW = 64  # distinct figures on one question up to which every pair of them is looked at


class CellVerdicts(NamedTuple):
    """Which cells have claims of two origins that exclude each other, or usually do."""

    diverges: NDArray[np.bool_]
    strained: NDArray[np.bool_]
    several: NDArray[np.bool_]


def value_findings(case: Case, telling: Telling) -> Iterator[Batch]:
    """Yield what the figures on each cell say about each other, verdict by verdict."""
    verdicts = cell_verdicts(case)
    told = verdicts.diverges | case.found.own.clash | _denied_inside(case)
    strained = verdicts.several & ~told & verdicts.strained
    rest = np.flatnonzero(verdicts.several & ~told & ~strained)
    yield _found(Divergence, _Told.on(Basis.VALUE, verdicts.diverges), case, telling)
    yield _found(Tension, _Told.on(Basis.OUTSIDE_USUAL, strained), case, telling)
    yield _found(Agreement, _agreements(case, telling, rest), case, telling)


def _denied_inside(case: Case) -> NDArray[np.bool_]:
    """Return on which cells a claim denies another's figure: told as that, no agreement."""
    found = np.zeros(len(case.cells.keys), dtype=bool)
    for row, target in case.denied_by_link:
        denying, denied = (case.cell[case.row == each] for each in (row, target))
        found[np.intersect1d(denying, denied)] = True
    return found


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


class _Told(NamedTuple):
    """Cells of which something is told, and the code of the basis of each."""

    cell: NDArray[np.int64]
    basis: NDArray[np.int64]

    @classmethod
    def on(cls, basis: Basis, cells: NDArray[np.bool_]) -> _Told:
        """Return marked cells, all on one basis."""
        cell = np.flatnonzero(cells)
        return cls(cell, np.full(len(cell), code_of(basis)))


def _found(kind: type[Finding], told: _Told, case: Case, telling: Telling) -> Batch:
    """Return the findings of some cells, each with all its claims."""
    made = partial(_on_cell, kind, told, case, telling)
    keys, claims = case.cells.keys[told.cell], case.claimed_by.take(told.cell)
    return Batch.of_kind(kind.kind, told.basis, keys, claims, made)


def _on_cell(kind: type[Finding], told: _Told, case: Case, telling: Telling, at: int) -> Finding:
    """Return the finding of one of the cells."""
    cell, basis = int(told.cell[at]), BASES[told.basis[at]]
    rows = tuple(case.claimed_by[cell].tolist())
    modifiers, assumptions = telling.relation_of(rows), case.assumptions(rows)
    detail = CellDetail(case, cell)
    return kind(basis, rows, case.cells.keys[cell], telling, modifiers, assumptions, detail)


def _agreements(case: Case, telling: Telling, cells: NDArray[np.int64]) -> _Told:
    """Return the agreements on cells, where origins are independent or of one side."""
    origins = telling.origin_sets(case.claimed_by.take(cells))
    maybe = (origins.least == 1) & (origins.most > 1)
    kept = ~maybe & (origins.least > 0)
    cells, most = cells[kept], origins.most[kept]
    basis = _bases(case, cells)
    echoes = basis < 0
    told = ~echoes | (most > 1)
    return _Told(cells[told], np.where(echoes, code_of(Basis.EXACT), basis)[told])


def _bases(case: Case, cells: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the weakest basis on which two claims of each cell agree; -1 if all are echoes."""
    figures = _figures(case, cells)
    basis = np.full(len(cells), -1, dtype=np.int64)
    if not len(cells):
        return basis
    many = np.bincount(figures.cell, minlength=len(cells))
    for at in np.flatnonzero(many > _FEW).tolist():
        basis[at] = code_of(_chain_basis(case, case.bounds(int(cells[at]))))
    few = figures.only((many <= _FEW)[figures.cell])
    alone = few.told == 1
    one, other = few.pairs()
    apart = ~(alone[one] & alone[other] & (few.origin[one] == few.origin[other]))
    lone = np.ones(len(cells), dtype=bool)  # cells with one origin, all of whose figures compare
    lone[few.cell[~alone]] = False
    lone[few.cell[one[apart]]] = False
    apart |= lone[few.cell[one]]
    own = np.flatnonzero(~alone)
    one, other = np.concatenate([one[apart], own]), np.concatenate([other[apart], own])
    size = len(case.frame.table.distinct_meanings)
    pairs, pair = np.unique(few.figure[one] * size + few.figure[other], return_inverse=True)
    weakness = [_weakness(case, *divmod(each, size)) for each in pairs.tolist()]
    weakest_of = np.full(len(cells), -1, dtype=np.int64)
    np.maximum.at(weakest_of, few.cell[one], np.array(weakness, dtype=np.int64)[pair])
    codes = np.array([*(code_of(each) for each in WEAKEST_LAST), -1])
    return np.where(many > _FEW, basis, codes[weakest_of])


def _weakness(case: Case, one: int, other: int) -> int:
    """Return how weak the basis is on which two figures agree."""
    meanings = case.frame.table.distinct_meanings
    return WEAKEST_LAST.index(compared(meanings[one], meanings[other])[1])


class _Figures(NamedTuple):
    """The distinct figures on some cells, sorted by cell: how many origins tell each, and one."""

    cell: NDArray[np.int64]
    figure: NDArray[np.int64]
    told: NDArray[np.int64]
    origin: NDArray[np.int64]

    def only(self, kept: NDArray[np.bool_]) -> _Figures:
        """Return some of them."""
        return _Figures(*(column[kept] for column in self))

    def pairs(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return every two of them that are on one cell."""
        last = np.searchsorted(self.cell, self.cell, side="right")
        own = np.arange(len(self.cell))
        many = last - own - 1
        one = np.repeat(own, many)
        return one, one + 1 + np.arange(len(one)) - np.repeat(np.cumsum(many) - many, many)


def _figures(case: Case, cells: NDArray[np.int64]) -> _Figures:
    """Return the distinct figures on ``cells``, which are numbered from 0."""
    bounds = case.bounds_on.take(cells)
    row, table = case.row[bounds.member], case.frame.table
    figure = table.alike[table.ways.meaning[table.ways.start[row] + case.choice[row]]]
    told = np.stack([bounds.owner, figure, case.origin[bounds.member]])
    told = told[:, np.lexsort(told[::-1])]
    told = told[:, np.append(True, (np.diff(told) != 0).any(axis=0))[: told.shape[1]]]
    cell, figure, origin = told
    first = np.append(True, (np.diff(told[:2]) != 0).any(axis=0))[: len(cell)]
    at = np.flatnonzero(first)
    count = np.diff(np.append(at, len(cell)))
    return _Figures(cell[at], figure[at], count, origin[at])


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
