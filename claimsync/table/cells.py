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
from claimsync.table.groups import Groups
from claimsync.table.keys import AS_OF, EVENT, PHASE, WHEN, Dated, begins, find, merged
from claimsync.table.periods import period_rows

if TYPE_CHECKING:
    from collections.abc import Mapping, Sized
    from fractions import Fraction

    from numpy.typing import NDArray

    from claimsync.model.measure import Measure
    from claimsync.table.equations import Equation
    from claimsync.table.keys import Ints
    from claimsync.table.scope import Parts, Scope


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

    def take(self, rows: NDArray[np.int64]) -> Rows:
        """Return some of the rows, in the order of ``rows``."""
        parts = Groups(self.start, self.part).take(rows)
        return Rows(
            whole=self.whole[rows],
            start=parts.start,
            part=parts.member,
            complete=self.complete[rows],
            name=[self.name[row] for row in rows.tolist()],
            relation=self.relation[rows],
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
        if not _several(merged(date[date > 0])):
            return self
        seen: list[set[int]] = [{code} if code else set() for code in date.tolist()]

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
        kept = np.array([not _several(met(row)) for row in range(len(self.rows))], dtype=bool)
        return Cells(self.keys, self.claimed, self.rows.take(np.flatnonzero(kept)))


def _several(dates: Sized) -> bool:
    """Return whether there are two dates or more."""
    return len(dates) > 1


def cells_of(claimed: Ints, wholes: Ints, scope: Scope, measures: Mapping[str, Measure]) -> Cells:
    """Return the cells and rows for the ``claimed`` keys; ``wholes`` need a cell besides."""
    claimed = merged(claimed)
    known = merged(claimed, wholes)
    adding = known[_additive(scope, measures, known)]
    up = scope.wholes(adding)
    keys = merged(known, _reached_twice(scope, up), _bridged(scope, up, known))
    ways = [_between(keys, _climbing(scope, column, adding)) for column in scope.pairs]
    keys = _with_all_parts(scope, merged(keys, *ways), measures)
    orphans = _without_a_way(scope, adding, keys)
    if len(orphans):
        crossed = _between(keys, _crossing(scope, orphans))
        keys = _with_all_parts(scope, merged(keys, crossed), measures)
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
        mixed = merged(below.keys[clash & (below.date > 0)])
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
            bare, dates = at[free[at] & (found[at] == 0)], merged(found[at][found[at] > 0])
            if len(bare) and len(dates) == 1:
                found[bare], moved = dates[0], True
    return found


def _additive(scope: Scope, measures: Mapping[str, Measure], keys: Ints) -> NDArray[np.bool_]:
    """Return which keys ask for a measure that adds up over parts."""
    return scope.space.flagged(keys, measures, lambda m: m.adds is not Additivity.NONE)


def _reached_twice(scope: Scope, up: Parts) -> Ints:
    """Return the wholes that at least two partitions reach from directly claimed parts."""
    wholes, at = np.unique(up.whole, return_inverse=True)
    reached, _ = np.divmod(merged(at * len(scope.splits) + up.split), max(1, len(scope.splits)))
    return wholes[np.bincount(reached, minlength=len(wholes)) > 1]


def _bridged(scope: Scope, up: Parts, known: Ints) -> Ints:
    """Return the unclaimed wholes that a cell of another phase, or without event, compares to."""
    space, wholes = scope.space, merged(up.whole)
    wanted = np.zeros(len(wholes), dtype=bool)
    for column in (PHASE, EVENT, *sorted(scope.pairs)):
        if space.sizes[column] == 1:
            continue
        own, named = space.column(wholes, column), column in {PHASE, EVENT}
        fits = np.full(len(wholes), fill_value=True) if named else scope.roots(column)[own]
        for code in range(space.sizes[column]) if column == PHASE else (0,):
            other = space.replaced(wholes, column, np.full(len(wholes), code))
            wanted |= fits & (own != code) & (find(known, other) >= 0)
    return wholes[wanted]


_Levels = list[tuple["Ints", "Ints"]]


def _between(keys: Ints, levels: _Levels) -> Ints:
    """Return the cells on the ways up, level by level, that lead to one of ``keys``."""
    kept, hit = [keys[:0]], keys
    for children, parents in reversed(levels):
        between = merged(children[find(hit, parents) >= 0])
        hit = merged(hit, between)
        kept.append(between)
    return merged(*kept)


def _climbing(scope: Scope, column: int, claimed: Ints) -> _Levels:
    """Return the steps up from claimed parts in one dimension, in which the way is a chain."""
    levels, frontier = [], claimed
    while len(frontier):
        up = scope.wholes_on(column, frontier)
        levels.append((frontier[up.child], up.whole))
        frontier = merged(up.whole)
    return levels


def _without_a_way(scope: Scope, claimed: Ints, keys: Ints) -> Ints:
    """Return the claimed parts in several dimensions that no single one leads up to a cell."""
    up, columns = scope.wholes(claimed), len(scope.space.columns)
    led = np.zeros(len(claimed), dtype=bool)
    led[up.child[find(keys, up.whole) >= 0]] = True
    places = merged(up.child * columns + scope.column[up.split]) // columns
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
        frontier = merged(frontier, *(parents for _, parents in steps))
    return levels


def _with_all_parts(scope: Scope, keys: Ints, measures: Mapping[str, Measure]) -> Ints:
    """Return the cells with the declared parts of every whole that a row will sum up.

    A part that is added may belong to a whole of another partition: until nothing is missing, since
    a missing part is not zero.
    """
    count = -1
    while count != len(keys):
        count = len(keys)
        keys = merged(keys, _unclaimed_parts(scope, keys[_additive(scope, measures, keys)]))
    return keys


def _unclaimed_parts(scope: Scope, keys: Ints) -> Ints:
    """Return the declared parts of every whole that has a cell and a part with a cell.

    Or a part that belongs to another whole with a cell, too: then both sums run over it.
    """
    up, size = scope.wholes(keys), max(1, len(scope.splits))
    at = find(keys, up.whole)
    named = (at >= 0) & ~scope.marked(lambda split: split.listed)[up.split]
    sharing = _sharing(scope, keys)
    shared = find(keys, np.array([whole for whole, _ in sharing], dtype=keys.dtype))
    splits = np.array([split for _, split in sharing], dtype=np.int64)
    pairs = merged(at[named] * size + up.split[named], shared * size + splits)
    whole, split = np.divmod(pairs, size)
    steps = scope.steps.take(split)
    return merged(np.repeat(keys[whole], steps.lengths) + steps.member)


def _sharing(scope: Scope, keys: Ints) -> list[tuple[int, int]]:
    """Return the wholes with a cell (and the partition) that share a part with another such."""
    owners: dict[int, set[tuple[int, int]]] = {}
    for at in scope.sharing:
        split = scope.splits[at]
        step = scope.space.radices[split.column]
        for whole in keys[scope.space.column(keys, split.column) == split.whole].tolist():
            for part in split.parts:
                owners.setdefault(whole + (part - split.whole) * step, set()).add((whole, at))
    several = [own for own in owners.values() if len({whole for whole, _ in own}) > 1]
    return sorted(set().union(*several))


def _rows(scope: Scope, keys: Ints, measures: Mapping[str, Measure]) -> Rows:
    """Return all rows between cells, in the order of (whole, partition).

    Parts that may overlap, or need not be all there are, each leave the whole room to be more; but
    of a measure that goes below zero they say nothing.
    """
    up = scope.wholes(keys)
    whole = find(keys, up.whole)
    closed = scope.marked(lambda split: split.complete and split.disjoint)
    apart = scope.marked(lambda split: split.disjoint)
    positive = scope.space.flagged(keys, measures, lambda m: m.floor is not None and m.floor >= 0)
    fits = (whole >= 0) & _additive(scope, measures, keys)[up.child]
    fits &= closed[up.split] | positive[whole]
    whole, split, child = whole[fits], up.split[fits], up.child[fits]
    order = np.argsort(whole * len(scope.splits) + split, kind="stable")
    whole, split, child = whole[order], split[order], child[order]
    first = np.flatnonzero(begins(whole) | begins(split) | ~apart[split])
    names = [split.name for split in scope.splits]
    rows = Rows(
        whole=whole[first],
        start=np.append(first, len(child)),
        part=child,
        complete=closed[split[first]],
        name=[names[at] for at in split[first].tolist()],
        relation=np.zeros(len(first), dtype=bool),
    )
    periods = [*period_rows(scope.space, keys, measures)]
    if not periods:
        return rows
    both = rows.joined(_packed(periods))
    return both.take(np.argsort(both.whole, kind="stable"))


def _packed(listed: list[tuple[int, list[int], bool, str]]) -> Rows:
    """Return rows in CSR form."""
    lengths = [len(children) for _, children, _, _ in listed]
    return Rows(
        whole=np.array([at for at, _, _, _ in listed], dtype=np.int64),
        start=np.cumsum([0, *lengths], dtype=np.int64),
        part=np.array(
            [c for _, children, _, _ in listed for c in sorted(children)], dtype=np.int64
        ),
        complete=np.array([complete for _, _, complete, _ in listed], dtype=bool),
        name=[name for _, _, _, name in listed],
        relation=np.zeros(len(listed), dtype=bool),
    )
