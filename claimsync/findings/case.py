"""One way to take all claims: their bounds on cells, exactly propagated, for findings to read."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from claimsync.model.interval import Interval
from claimsync.model.stance import LinkVerb
from claimsync.reason.joint import joint_components
from claimsync.reason.problem import Link, Problem
from claimsync.reason.propagate import Propagation, propagate
from claimsync.table.amounts import Amounts
from claimsync.table.cells import Cells, Linked, cells_of, possible_wholes, spread_dates
from claimsync.table.columns import AFFIRMS
from claimsync.table.groups import Groups
from claimsync.table.keys import AS_OF, MEASURE, Dated, find, paired, shared
from claimsync.table.relations import Known, Relations, aligned, relations_of
from claimsync.table.scope import scope_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from numpy.typing import NDArray

    from claimsync.model.measure import Measure
    from claimsync.model.period import Period
    from claimsync.reason.joint import Forced, Joint
    from claimsync.reason.steps import End
    from claimsync.table.columns import Option, Table
    from claimsync.table.scope import Scope

Ints = Any


@dataclass(frozen=True)
class Frame:
    """What every way to take the claims shares: columns, scopes, relations, and exact amounts."""

    table: Table
    scope: Scope
    relations: Relations
    amounts: Amounts


def frame_of(table: Table) -> Frame:
    """Return what every way to take the claims of ``table`` shares."""
    scope, relations = scope_of(table.claimset.context, table.space), relations_of(table)
    amounts = Amounts(table.meanings, table.most_bounds(scope), relations.shared)
    return Frame(table, scope, relations, amounts)


@dataclass
class Case:
    """Current claims (rows ``standing``) under one choice of readings.

    ``row``, ``cell``, ``low``, ``high``, ``usual_low``, ``usual_high`` have one entry a bound: the
    claim row, the cell, the logical and the usual ends. ``key`` is the cell key that each claim row
    answers, its *as of* merged where the latest stands for the question; shape (claims,). Claims
    set ``aside`` give no bounds, and settle like the others which cells there are. ``date``
    is the date merged into each cell; shape (cells,).
    """

    frame: Frame
    standing: NDArray[np.int64]
    aside: tuple[int, ...]
    choice: NDArray[np.int64]
    key: Ints
    cells: Cells
    date: NDArray[np.int64]
    row: NDArray[np.int64]
    cell: NDArray[np.int64]
    low: Ints
    high: Ints
    usual_low: Ints
    usual_high: Ints
    found: Propagation = field(repr=False)

    @cached_property
    def rows(self) -> list[int]:
        """The claims that stand."""
        rows: list[int] = self.standing.tolist()
        return rows

    def option(self, row: int) -> Option:
        """Return how claim ``row`` is taken."""
        return self.frame.table.options[row][int(self.choice[row])]

    @cached_property
    def question(self) -> Ints:
        """The key of each claim row with its date left out; shape (claims,)."""
        return dateless(self.frame, self.key)

    @cached_property
    def origin(self) -> NDArray[np.int64]:
        """The origin of the claim behind each bound; shape (bounds,)."""
        origin: NDArray[np.int64] = self.frame.table.origins.origin_of_claim[self.row]
        return origin

    @cached_property
    def denied_by_link(self) -> frozenset[tuple[int, int]]:
        """The pairs (claim row, row of the claim whose figure it denies by a link)."""
        table = self.frame.table
        return frozenset(
            (row, table.row_of[link.target])
            for row in np.intersect1d(table.linking, self.standing).tolist()
            for link in table.claims[row].links
            if link.verb is LinkVerb.DENIES and link.target in table.row_of
        )

    @cached_property
    def joint(self) -> list[Joint]:
        """The components that propagation alone does not decide."""
        found = self.found
        return joint_components(found.problem, found.own, found.forest.cyclic)

    @cached_property
    def joint_of_cell(self) -> dict[int, Joint]:
        """The component of every cell that belongs to one of them."""
        return {cell: joint for joint in self.joint for cell in joint.system.cells}

    def relates(self, rows: Iterable[int]) -> bool:
        """Return whether one of some rows is a relation between measures, and no sum over parts."""
        relation = self.cells.rows.relation
        return any(row >= len(relation) or bool(relation[row]) for row in rows)

    @cached_property
    def bounds_on(self) -> Groups:
        """The bounds on each cell."""
        return Groups.of(self.cell, np.arange(len(self.cell)), len(self.cells.keys))

    def bounds(self, cell: int) -> NDArray[np.int64]:
        """Return the bounds on one cell."""
        return self.bounds_on[cell]

    @cached_property
    def same_origin(self) -> list[list[int]]:
        """The claim rows that share question, date and origin, where there are several."""
        origin = self.frame.table.origins.origin_of_claim
        return shared(paired(self.key, origin), self.standing)

    @cached_property
    def claimed_by(self) -> Groups:
        """The claim rows that bound each cell, each once, in their order."""
        return Groups.of(self.cell, self.row, len(self.cells.keys)).distinct()

    @cached_property
    def usual(self) -> tuple[Ints, Ints]:
        """The highest usual low end and the lowest usual high end of each cell; shape (cells,)."""
        amounts, bounds = self.frame.amounts, self.bounds_on
        low = np.full(len(bounds), -amounts.unbounded, dtype=amounts.dtype)
        high = np.full(len(bounds), amounts.unbounded, dtype=amounts.dtype)
        told = np.flatnonzero(bounds.lengths)
        if len(told):
            low[told] = np.maximum.reduceat(self.usual_low[bounds.member], bounds.start[told])
            high[told] = np.minimum.reduceat(self.usual_high[bounds.member], bounds.start[told])
        return low, high

    def claims(self, cell: int) -> list[int]:
        """Return the claim rows that bound one cell."""
        rows: list[int] = self.claimed_by[cell].tolist()
        return rows

    def interval(self, cell: int, low: int, high: int) -> Interval:
        """Return encoded ends on ``cell`` as an interval in its measure's unit."""
        measure = self.frame.table.measure(self.cells.keys[cell])
        return self.frame.amounts.interval(measure, low, high)

    def about(self, cell: int) -> Period | None:
        """Return the date that the figures of a cell are *as of*, if they have one."""
        names = self.frame.table.space.codes[AS_OF].names
        date: Period | None = names[int(self.date[cell])]
        return self.date_in_series(cell) or date

    def date_in_series(self, cell: int) -> Period | None:
        """Return the date that sets a cell apart from others that ask the same."""
        space = self.frame.table.space
        date: Period | None = space.codes[AS_OF].names[space.row(int(self.cells.keys[cell]))[AS_OF]]
        return date

    def factors(self, whole: int, parts: Sequence[int]) -> list[Fraction]:
        """Return by what the parts of a row are multiplied where units of measures differ."""
        measures = [self.frame.table.measure(self.cells.keys[cell]) for cell in (whole, *parts)]
        of_whole, *of_parts = (self.frame.amounts.scale(measure) for measure in measures)
        return [Fraction(scale, of_whole) for scale in of_parts]

    def allowed(self, cell: int) -> Interval:
        """Return what all claims together still allow for one cell."""
        final = self.found.final
        allowed = self.interval(cell, final.low[cell], final.high[cell])
        for end in self.forced.get(cell, ()):
            exactly = self.exactly(cell, end.value, end.value)
            if end.low:
                allowed = replace(allowed, low=exactly.low, low_open=exactly.low_open)
            else:
                allowed = replace(allowed, high=exactly.high, high_open=exactly.high_open)
        return allowed

    def exactly(self, cell: int, low: End | None, high: End | None) -> Interval:
        """Return exact ends on ``cell`` as an interval in its measure's unit."""
        unit = self.unit(cell)
        return Interval(
            None if low is None else low[0] / unit,
            None if high is None else high[0] / unit,
            low_open=low is not None and low[1] != 0,
            high_open=high is not None and high[1] != 0,
        )

    def unit(self, cell: int) -> Fraction:
        """Return how many of the units that joint reasoning counts in make one of the measure's."""
        measure = self.frame.table.measure(self.cells.keys[cell])
        amounts = self.frame.amounts
        return Fraction(amounts.scale(measure), amounts.ticks(measure))

    @cached_property
    def forced(self) -> dict[int, list[Forced]]:
        """The ends that only joint reasoning finds, by cell."""
        found: dict[int, list[Forced]] = {}
        for joint in self.joint:
            for end in joint.forced:
                found.setdefault(end.cell, []).append(end)
        return found

    def assumptions(self, rows: Sequence[int]) -> tuple[str, ...]:
        """Return the declared assumptions that these claims are read under."""
        if not self.frame.table.ways.assumed.any():
            return ()
        return tuple(dict.fromkeys(a for row in rows for a in self.option(row).assumptions))


def case_of(
    frame: Frame,
    rows: Sequence[int] | NDArray[np.int64],
    choice: Sequence[int] | NDArray[np.int64],
    aside: frozenset[int] = frozenset(),
) -> Case:
    """Return the case in which the claims ``rows`` hold, each taken as ``choice`` says.

    Claims set ``aside`` give no bounds; which cells and parts there are, they still settle.
    """
    rows, choice, ways = np.asarray(rows, dtype=np.int64), np.asarray(choice), frame.table.ways
    at = ways.start[rows] + choice[rows]
    bounds, wholes = _bounds(frame, rows, at)
    merged, date = _merged(frame, np.concatenate([ways.key[at], bounds.key, wholes]))
    ends = np.cumsum([len(at), len(bounds.key)])
    key = np.zeros(len(frame.table), dtype=frame.table.space.dtype)
    key[rows] = merged[: ends[0]]
    keys, wholes_at = merged[ends[0] : ends[1]], merged[ends[1] :]
    cells, dates = _shape(frame, Dated.of(keys, date[ends[0] : ends[1]]), wholes_at)
    cell = find(cells.keys, keys)
    row, code = bounds.row, bounds.meaning
    if aside:
        stands = ~np.isin(row, list(aside))
        row, code, cell = row[stands], code[stands], cell[stands]
    logical, usual = frame.amounts.logical[code], frame.amounts.usual[code]
    out = np.isin(rows, list(aside))
    return Case(
        frame=frame,
        standing=rows[~out],
        aside=tuple(rows[out].tolist()),
        choice=choice,
        key=key,
        cells=cells,
        date=dates,
        row=row,
        cell=cell,
        low=logical[:, 0],
        high=logical[:, 1],
        usual_low=usual[:, 0],
        usual_high=usual[:, 1],
        found=propagate(_problem(frame, cells, cell, logical, row)),
    )


def _shape(frame: Frame, claimed: Dated, wholes: Ints) -> tuple[Cells, NDArray[np.int64]]:
    """Return the cells with their rows, and the date merged into each.

    Sums over parts and relations make cells for each other, until none is added.
    """
    scope, relations, measures = frame.scope, frame.relations, frame.table.claimset.measures
    nothing = Dated(claimed.keys[:0], claimed.date[:0])
    related = aligned(relations, Known(claimed, nothing, nothing))
    made = Dated(related.made, related.date)
    while True:
        cells = cells_of(claimed.keys, np.concatenate([wholes, made.keys]), scope, measures)
        dates = np.zeros(len(cells.keys), dtype=np.int64)
        dates[find(cells.keys, claimed.keys)] = claimed.date
        dates[find(cells.keys, made.keys)] = made.date
        cells = cells.of_one_date(dates)
        if not relations.equations:
            return cells, dates
        related = aligned(relations, _known(frame, cells, dates, claimed))
        if (find(cells.keys, related.made) >= 0).all():
            return related.joined(cells), dates
        made = made.joined(Dated(related.made, related.date))


def _known(frame: Frame, cells: Cells, dates: NDArray[np.int64], claimed: Dated) -> Known:
    """Return what relations may join once there are ``cells``."""
    scope, measures = frame.scope, frame.table.claimset.measures
    dated = Dated(cells.keys, spread_dates(cells, dates, scope))
    shared_by = frame.relations.shared
    joined = frame.table.space.flagged(cells.keys, measures, lambda m: m.name in shared_by)
    wholes = possible_wholes(dated.only(joined), scope, measures)
    return Known(claimed, dated.beside(claimed.keys), wholes)


def _array(keys: Sequence[int], frame: Frame) -> Ints:
    """Return keys as an array of the key space's type."""
    return np.array(keys, dtype=frame.table.space.dtype)


def _problem(
    frame: Frame, cells: Cells, cell: NDArray[np.int64], logical: Ints, row: NDArray[np.int64]
) -> Problem:
    """Return what the engine is asked."""
    space, amounts, shape = frame.table.space, frame.amounts, cells.rows
    measures = [frame.table.claimset.measures[name] for name in space.codes[MEASURE].names[1:]]
    measured = space.column(cells.keys, MEASURE)

    def of_each(found: Callable[[Measure], int]) -> Ints:
        """Return what ``found`` says of the measure of every cell."""
        return np.array([0, *map(found, measures)], dtype=amounts.dtype)[measured]

    return Problem(
        floor=of_each(amounts.floor),
        cell=cell,
        low=logical[:, 0],
        high=logical[:, 1],
        tag=row,
        whole=shape.whole,
        start=shape.start,
        part=shape.part,
        complete=shape.complete,
        unbounded=amounts.unbounded,
        step=of_each(amounts.step),
        ticks=of_each(amounts.ticks),
        links=tuple(_link(frame, cells, linked) for linked in cells.links),
    )


def _link(frame: Frame, cells: Cells, linked: Linked) -> Link:
    """Return a link of the engine: its factors between the numbers that ends are ticks of."""
    cell_of, equation = (linked.whole, *linked.parts), linked.equation
    measures = [frame.table.measure(cells.keys[cell]) for cell in cell_of]
    of_whole, *of_parts = (
        Fraction(frame.amounts.scale(measure), frame.amounts.ticks(measure)) for measure in measures
    )
    factors: tuple[Fraction, ...]
    if equation.product:
        factors = (math.prod(linked.factors) * of_whole / math.prod(of_parts),)
    else:
        pairs = zip(linked.factors, of_parts, strict=True)
        factors = tuple(factor * of_whole / scale for factor, scale in pairs)
    return Link(linked.whole, linked.parts, factors, equation.complete, equation.product)


def dateless(frame: Frame, keys: Ints) -> Ints:
    """Return keys with their date left out."""
    return frame.table.space.without(keys, AS_OF)


def _merged(frame: Frame, keys: Ints) -> tuple[Ints, NDArray[np.int64]]:
    """Return the keys of the cells, and the date merged into each.

    The date is 0 where there is none, or where it stays in the key.

    For flows the latest *as of* stands for the question itself; earlier points of the series keep
    cells of their own, so that no two dates are ever mixed.
    """
    space = frame.table.space
    as_of = space.column(keys, AS_OF)
    if not as_of.any():
        return keys, as_of
    dated = space.flagged(keys, frame.table.claimset.measures, lambda measure: measure.dated)
    base = dateless(frame, keys)
    _, group = np.unique(base, return_inverse=True)
    latest = np.zeros(len(group), dtype=np.int64)
    np.maximum.at(latest, group, as_of)
    merge = ~dated & (as_of == latest[group])
    return np.where(merge, base, keys), np.where(merge, as_of, 0)


class _Bounds(NamedTuple):
    """Claim row, key and meaning of every bound."""

    row: NDArray[np.int64]
    key: Ints
    meaning: NDArray[np.int64]


def _bounds(frame: Frame, rows: NDArray[np.int64], at: NDArray[np.int64]) -> tuple[_Bounds, Ints]:
    """Return the bounds of claims taken by options ``at``, and the wholes *each* figures need."""
    ways = frame.table.ways
    told = (ways.meaning[at] >= 0) & ~ways.uninformed[at] & AFFIRMS[frame.table.stance[rows]]
    rows, at = rows[told], at[told]
    plain = _Bounds(rows, ways.key[at], ways.meaning[at])
    over = np.flatnonzero(ways.over[at] >= 0)
    if not len(over):
        return plain, _array([], frame)
    wholes, many = [], np.ones(len(at), dtype=np.int64)
    targets: list[list[int]] = []
    for place in over.tolist():
        row = int(rows[place])
        option = frame.table.options[row][int(at[place] - ways.start[row])]
        whole, parts = frame.scope.spread(option.key, option.over)
        wholes.append(whole)
        targets.append(parts if option.each else [whole])
        many[place] = len(targets[-1])
    key = np.repeat(plain.key, many)
    key[np.repeat(ways.over[at] >= 0, many)] = [each for target in targets for each in target]
    spread = _Bounds(np.repeat(rows, many), key, np.repeat(plain.meaning, many))
    return spread, _array(wholes, frame)
