"""Which questions get a cell, and the rows (sums) that join cells: shapes only, no figures yet.

A cell is claimed, or the target of an *each*/*total* figure, or an unclaimed whole that two
partitions reach from directly claimed parts or that a bridge needs, or lies between a whole with a
cell and its claimed parts, or is an unclaimed declared part of such a whole.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from claimsync.model.measure import Additivity
from claimsync.table.keys import AS_OF, EVENT, MEASURE, PHASE, WHEN, Dated, find
from claimsync.table.periods import period_rows

if TYPE_CHECKING:
    from collections.abc import Mapping, Sized
    from fractions import Fraction

    from numpy.typing import NDArray

    from claimsync.model.measure import Measure
    from claimsync.table.equations import Equation
    from claimsync.table.keys import Ints
    from claimsync.table.scope import Scope


@dataclass
class Rows:
    """Sums: ``whole = Σ parts`` (complete) or ``whole ≥ Σ parts``; in CSR form (start, part).

    ``relation``: which are declared between measures, rather than over parts of a scope.
    """

    whole: NDArray[np.int64]
    start: NDArray[np.int64]
    part: NDArray[np.int64]
    complete: NDArray[np.bool_]
    name: list[str]
    relation: NDArray[np.bool_]

    def __len__(self) -> int:
        """Return how many rows there are."""
        return len(self.whole)

    def only(self, rows: list[int]) -> Rows:
        """Return some of the rows."""
        return _packed(
            [
                (
                    int(self.whole[row]),
                    self.parts(row).tolist(),
                    bool(self.complete[row]),
                    self.name[row],
                )
                for row in rows
            ]
        )

    def parts(self, row: int) -> NDArray[np.int64]:
        """Return the cells of the parts of one row."""
        return self.part[self.start[row] : self.start[row + 1]]

    def joined(self, other: Rows) -> Rows:
        """Return these rows and then the ``other`` ones."""
        return Rows(
            whole=np.concatenate([self.whole, other.whole]),
            start=np.concatenate([self.start, other.start[1:] + self.start[-1]]),
            part=np.concatenate([self.part, other.part]),
            complete=np.concatenate([self.complete, other.complete]),
            name=[*self.name, *other.name],
            relation=np.concatenate([self.relation, other.relation]),
        )


class Linked(NamedTuple):
    """Cells that an equation joins, but by no plain sum; factors are in the measures' units."""

    whole: int
    parts: tuple[int, ...]
    factors: tuple[Fraction, ...]
    equation: Equation


@dataclass
class Cells:
    """Cells in the order of their keys, and the rows and links between them."""

    keys: Ints
    claimed: NDArray[np.bool_]
    rows: Rows
    links: tuple[Linked, ...] = ()

    def of_one_date(self, date: NDArray[np.int64]) -> Cells:
        """Return the cells without the rows that would add figures of different dates (0: any)."""
        if not _several(np.unique(date[date > 0])):
            return self
        seen: list[set[int]] = [{int(code)} if code else set() for code in date]

        def met(row: int) -> set[int]:
            """Return the dates of the figures that a row would add."""
            own = seen[int(self.rows.whole[row])]
            return own.union(*(seen[part] for part in self.rows.parts(row)))

        changed = True
        while changed:
            changed = False
            for row in np.flatnonzero(~self.claimed[self.rows.whole]).tolist():
                whole, dates = int(self.rows.whole[row]), met(row)
                changed, seen[whole] = changed or dates != seen[whole], dates
        kept = [row for row in range(len(self.rows)) if not _several(met(row))]
        return Cells(self.keys, self.claimed, self.rows.only(kept))


def _several(dates: Sized) -> bool:
    """Return whether there are two dates or more."""
    return len(dates) > 1


def cells_of(claimed: Ints, wholes: Ints, scope: Scope, measures: Mapping[str, Measure]) -> Cells:
    """Return the cells and rows for the ``claimed`` keys; ``wholes`` need a cell besides."""
    claimed = np.unique(claimed)
    known = np.union1d(claimed, wholes)
    adding = known[_additive(scope, measures, known)]
    reached = _reached_twice(scope, adding)
    bridged = _bridged(scope, adding, known)
    keys = np.union1d(known, np.union1d(reached, bridged))
    ways = [_between(keys, _climbing(scope, column, adding)) for column in scope.pairs]
    keys = _with_all_parts(scope, np.unique(np.concatenate([keys, *ways])), measures)
    orphans = _without_a_way(scope, adding, keys)
    if len(orphans):
        crossed = _between(keys, _crossing(scope, orphans))
        keys = _with_all_parts(scope, np.union1d(keys, crossed), measures)
    rows = _rows(scope, keys, measures)
    return Cells(keys, find(claimed, keys) >= 0, rows)


def possible_wholes(dated: Dated, scope: Scope, measures: Mapping[str, Measure]) -> Dated:
    """Return the wholes, at any height, of some parts: each of the one date of those below it."""
    frontier = dated.only(_additive(scope, measures, dated.keys))
    found = dated.only(np.zeros(len(dated.keys), dtype=bool))
    while len(frontier.keys):
        up = scope.wholes(frontier.keys)
        below = Dated(up.whole, frontier.date[up.child])
        latest = Dated.of(*below)
        clash = below.date < latest.date[find(latest.keys, below.keys)]
        mixed = np.unique(below.keys[clash & (below.date > 0)])
        frontier = latest.beside(mixed).beside(dated.keys).beside(found.keys)
        found = found.joined(frontier)
    return found


def spread_dates(cells: Cells, date: NDArray[np.int64], scope: Scope) -> NDArray[np.int64]:
    """Return the dates with those of unclaimed cells that a sum gives the one date of its figures.

    Cells whose key names a date keep their own.
    """
    space, found = scope.space, date.copy()
    free = ~cells.claimed & (space.column(cells.keys, AS_OF) == 0)
    free &= space.column(cells.keys, WHEN) == 0
    moved = bool(date.any()) and len(cells.rows) > 0
    while moved:
        moved = False
        for row in range(len(cells.rows)):
            at = np.append(cells.rows.parts(row), cells.rows.whole[row])
            bare, dates = at[free[at] & (found[at] == 0)], np.unique(found[at][found[at] > 0])
            if len(bare) and len(dates) == 1:
                found[bare], moved = dates[0], True
    return found


def _additive(scope: Scope, measures: Mapping[str, Measure], keys: Ints) -> NDArray[np.bool_]:
    """Return which keys ask for a measure that adds up over parts."""
    return scope.space.flagged(keys, measures, lambda m: m.adds is not Additivity.NONE)


def _reached_twice(scope: Scope, claimed: Ints) -> Ints:
    """Return the wholes that at least two partitions reach from directly claimed parts."""
    up = scope.wholes(claimed)
    pairs = sorted(set(zip(up.whole.tolist(), up.split.tolist(), strict=True)))
    wholes = np.array([whole for whole, _ in pairs], dtype=claimed.dtype)
    distinct, count = np.unique(wholes, return_counts=True)
    return distinct[count > 1]


def _bridged(scope: Scope, claimed: Ints, known: Ints) -> Ints:
    """Return the unclaimed wholes that a cell of another phase, or without event, compares to."""
    space, up = scope.space, np.unique(scope.wholes(claimed).whole)
    wanted = np.zeros(len(up), dtype=bool)
    for column in (PHASE, EVENT, *sorted(scope.pairs)):
        codes = range(len(space.codes[column])) if column == PHASE else (0,)
        for code in codes:
            other = space.replaced(up, column, np.full(len(up), code))
            named = column in {PHASE, EVENT}
            fits = named | np.isin(space.column(up, column), sorted(scope.roots(column)))
            wanted |= fits & (other != up) & (find(known, other) >= 0)
    return up[wanted]


_Levels = list[tuple["Ints", "Ints"]]


def _between(keys: Ints, levels: _Levels) -> Ints:
    """Return the cells on the ways up, level by level, that lead to one of ``keys``."""
    kept, hit = [keys[:0]], keys
    for children, parents in reversed(levels):
        between = np.unique(children[find(hit, parents) >= 0])
        hit = np.union1d(hit, between)
        kept.append(between)
    return np.unique(np.concatenate(kept))


def _climbing(scope: Scope, column: int, claimed: Ints) -> _Levels:
    """Return the steps up from claimed parts in one dimension, in which the way is a chain."""
    levels, frontier = [], claimed
    while len(frontier):
        up = scope.wholes_on(column, frontier)
        levels.append((frontier[up.child], up.whole))
        frontier = np.unique(up.whole)
    return levels


def _without_a_way(scope: Scope, claimed: Ints, keys: Ints) -> Ints:
    """Return the claimed parts in several dimensions that no single one leads up to a cell."""
    up = scope.wholes(claimed)
    led = np.zeros(len(claimed), dtype=bool)
    led[up.child[find(keys, up.whole) >= 0]] = True
    columns = np.array([split.column for split in scope.splits], dtype=np.int64)[up.split]
    places = np.unique(np.stack([up.child, columns], axis=1), axis=0)[:, 0]
    crossed = np.bincount(places, minlength=len(claimed)) > 1
    return claimed[crossed & ~led]


def _crossing(scope: Scope, claimed: Ints) -> _Levels:
    """Return the steps up through one dimension after the other.

    In one order only: two orders would meet in a circle that says nothing more.
    """
    levels, frontier = [], claimed
    for column in sorted(scope.pairs):
        steps = _climbing(scope, column, frontier)
        levels += steps
        frontier = np.unique(np.concatenate([frontier, *(parents for _, parents in steps)]))
    return levels


def _with_all_parts(scope: Scope, keys: Ints, measures: Mapping[str, Measure]) -> Ints:
    """Return the cells with the declared parts of every whole that a row will sum up.

    A part that is added may belong to a whole of another partition: until nothing is missing, since
    a missing part is not zero.
    """
    count = -1
    while count != len(keys):
        count = len(keys)
        keys = np.union1d(keys, _unclaimed_parts(scope, keys[_additive(scope, measures, keys)]))
    return keys


def _unclaimed_parts(scope: Scope, keys: Ints) -> Ints:
    """Return the declared parts of every whole that has a cell and a part with a cell.

    Or a part that belongs to another whole with a cell, too: then both sums run over it.
    """
    up = scope.wholes(keys)
    with_cell = find(keys, up.whole) >= 0
    pairs = set(zip(up.whole[with_cell].tolist(), up.split[with_cell].tolist(), strict=True))
    pairs |= _sharing(scope, keys)
    found: list[int] = []
    for whole, at in pairs:
        split = scope.splits[at]
        if not split.listed:
            step = scope.space.radices[split.column]
            found.extend(whole + (part - split.whole) * step for part in split.parts)
    return np.array(sorted(set(found)), dtype=keys.dtype)


def _sharing(scope: Scope, keys: Ints) -> set[tuple[int, int]]:
    """Return the wholes with a cell (and the partition) that share a part with another such."""
    owners: dict[int, set[tuple[int, int]]] = {}
    for at in scope.sharing:
        split = scope.splits[at]
        step = scope.space.radices[split.column]
        for whole in keys[scope.space.column(keys, split.column) == split.whole].tolist():
            for part in split.parts:
                owners.setdefault(whole + (part - split.whole) * step, set()).add((whole, at))
    several = [own for own in owners.values() if len({whole for whole, _ in own}) > 1]
    return set().union(*several)


def _rows(scope: Scope, keys: Ints, measures: Mapping[str, Measure]) -> Rows:
    """Return all rows between cells, in the order of (whole, partition)."""
    space = scope.space
    up = scope.wholes(keys)
    whole = find(keys, up.whole)
    fits = (whole >= 0) & _additive(scope, measures, keys)[up.child]
    found: dict[tuple[int, int], list[int]] = {}
    for at, split, child in zip(
        whole[fits].tolist(), up.split[fits].tolist(), up.child[fits].tolist(), strict=True
    ):
        found.setdefault((at, split), []).append(child)
    listed: list[tuple[int, list[int], bool, str]] = []
    floored = [None, *(measures[name].floor for name in space.codes[MEASURE].names[1:])]
    measure_of = space.column(keys, MEASURE)
    for (at, split_at), children in sorted(found.items()):
        split = scope.splits[split_at]
        least = floored[measure_of[at]]
        if split.complete and split.disjoint:
            listed.append((at, children, True, split.name))
        elif least is not None and least >= 0:
            groups = [children] if split.disjoint else [[child] for child in children]
            listed.extend((at, group, False, split.name) for group in groups)
    listed.extend(period_rows(space, keys, measures))
    return _packed(sorted(listed, key=lambda row: row[:1]))


def _packed(listed: list[tuple[int, list[int], bool, str]]) -> Rows:
    """Return rows in CSR form."""
    lengths = [len(children) for _, children, _, _ in listed]
    return Rows(
        whole=np.array([at for at, _, _, _ in listed], dtype=np.int64),
        start=np.concatenate([[0], np.cumsum(lengths, dtype=np.int64)]).astype(np.int64),
        part=np.array(
            [c for _, children, _, _ in listed for c in sorted(children)], dtype=np.int64
        ),
        complete=np.array([complete for _, _, complete, _ in listed], dtype=bool),
        name=[name for _, _, _, name in listed],
        relation=np.zeros(len(listed), dtype=bool),
    )
