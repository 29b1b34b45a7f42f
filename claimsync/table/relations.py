"""Relations over series: which cells one equation joins, for every question and date at once.

A row joins cells that differ in their measure only; a dimension that some measure of it is never
told by, and that no partition makes a scope, does not count where just one code of it is told. The
date that a figure is about is its *as of*; where a measure is asked by day, it is that day. Terms
of an earlier date take that date's cell. A row is there where at least two of its cells are claimed
or made by other rows, over parts or between measures; a whole over parts with cells counts, too, if
the rows that it joins reach some other cell. Where a series skips dates of which nobody speaks, its
last figure stands for that of the date before; where other figures, or cells made of them, speak of
a date inside the gap, every date of it gets a row, so that the chain holds across it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from claimsync.table.cells import Cells, Linked, Rows
from claimsync.table.equations import Equation, Refused, equation_of, shared_scales
from claimsync.table.keys import AS_OF, FIXED, MEASURE, WHEN, Dated, find
from claimsync.table.series import LONGEST_GAP, NONE, Slots, slots_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from claimsync.model.measure import Measure
    from claimsync.table.columns import Table
    from claimsync.table.equations import Entry, Shared
    from claimsync.table.keys import Ints, KeySpace

_LEAST = 2  # a row with fewer cells that are there without it compares nothing
_BY_DAY, _BY_AS_OF, _UNASKED = range(3)


@dataclass(frozen=True)
class Relations:
    """The equations of a table, those refused, and the dates that they run over."""

    space: KeySpace
    measures: Mapping[str, Measure]
    equations: tuple[Equation, ...]
    refused: tuple[Refused, ...]
    scoped: frozenset[str] = frozenset()

    @cached_property
    def slots(self) -> Slots:
        """The dates of the key space."""
        entries = (entry for equation in self.equations for entry in equation.entries)
        return slots_of(self.space, (entry.shift for entry in entries if entry.shift))

    @cached_property
    def shared(self) -> dict[str, Shared]:
        """The measures that must be encoded in one scale."""
        return shared_scales(self.equations, self.measures)

    def join(self, *measures: str) -> bool:
        """Return whether some equation joins all of these measures."""
        joined = ({e.measure for e in equation.entries} for equation in self.equations)
        return any(each.issuperset(measures) for each in joined)


def relations_of(table: Table) -> Relations:
    """Return the relations that the claims of ``table`` may use."""
    measures, known = table.claimset.measures, table.space.codes[MEASURE].code
    told = (r for r in table.claimset.context.relations if known.keys() >= set(r.measures))
    found = [equation_of(relation, measures) for relation in told]
    return Relations(
        table.space,
        measures,
        tuple(each for each in found if isinstance(each, Equation)),
        tuple(each for each in found if isinstance(each, Refused)),
        frozenset(partition.dimension for partition in table.claimset.context.partitions),
    )


class Aligned(NamedTuple):
    """For every equation the keys that it joins, a row each; and the cells made for it.

    ``keys`` have shape (rows, entries), the whole first. ``date`` is the date of each of the
    ``made`` keys where it is left out of the key.
    """

    equations: tuple[Equation, ...]
    keys: tuple[Ints, ...]
    made: Ints
    date: NDArray[np.int64]

    def joined(self, cells: Cells) -> Cells:
        """Return ``cells`` with the rows and links of the equations."""
        rows, links = cells.rows, list[Linked]()
        for equation, keys in zip(self.equations, self.keys, strict=True):
            at = find(cells.keys, keys.ravel()).reshape(keys.shape)
            if equation.plain:
                rows = rows.joined(_plain(equation, at))
            else:
                factors = tuple(part.factor for part in equation.parts)
                links += [
                    Linked(whole, tuple(parts), factors, equation) for whole, *parts in at.tolist()
                ]
        return Cells(cells.keys, cells.claimed, rows, tuple(links))


def _plain(equation: Equation, at: NDArray[np.int64]) -> Rows:
    """Return the rows of a plain sum."""
    count, width = len(at), at.shape[1] - 1
    return Rows(
        whole=at[:, 0],
        start=np.arange(count + 1) * width,
        part=np.sort(at[:, 1:], axis=1).ravel(),
        complete=np.full(count, equation.complete),
        name=[equation.name] * count,
        relation=np.ones(count, dtype=bool),
    )


class Known(NamedTuple):
    """Keys with the dates merged into them: claimed ones, made by rows, and possible wholes."""

    claimed: Dated
    made: Dated
    possible: Dated


def aligned(relations: Relations, known: Known) -> Aligned:
    """Return what the equations join among the ``known`` keys."""
    if not relations.equations:
        nothing = known.claimed
        return Aligned((), (), nothing.keys[:0], nothing.date[:0])
    told = known.claimed.joined(known.made)
    grown = known.possible
    while True:
        series = _Series(relations, known._replace(possible=grown))
        for equation in relations.equations:
            series.join(equation)
        fresh = Dated(np.concatenate(series.made), np.concatenate(series.dates))
        fresh = Dated.of(*fresh).beside(told.keys).beside(grown.keys)
        if not len(fresh.keys):
            break
        grown = grown.joined(fresh)
    kept = _reaching(series.rows, told.keys) if len(grown.keys) else None
    rows = [keys[on] for keys, on in _each(series.rows, kept)]
    used = np.unique(np.concatenate([keys.ravel() for keys in rows]))
    made = grown.among(used)
    return Aligned(relations.equations, tuple(rows), made.keys, made.date)


def _each(
    rows: list[Ints], kept: list[NDArray[np.bool_]] | None
) -> list[tuple[Ints, NDArray[np.bool_]]]:
    """Return the rows of each equation with which of them stay."""
    return list(zip(rows, kept or [np.ones(len(keys), dtype=bool) for keys in rows], strict=True))


def _reaching(rows: list[Ints], real: Ints) -> list[NDArray[np.bool_]]:
    """Return which rows are connected to a cell that is no mere possibility."""
    reached = np.unique(real)
    while True:
        kept = [np.asarray(np.isin(keys, reached).any(axis=1), dtype=np.bool_) for keys in rows]
        cells = [keys[on].ravel() for keys, on in zip(rows, kept, strict=True)]
        grown = np.unique(np.concatenate([reached, *cells]))
        if len(grown) == len(reached):
            return kept
        reached = grown


class _Gaps(NamedTuple):
    """Spots inside gaps that other figures speak of; and over silent ones (``later`` sorted)."""

    spoken: NDArray[np.int64]
    later: NDArray[np.int64]
    earlier: NDArray[np.int64]


class _Series:
    """Known keys of the measures in relations, by base (all but measure and date) and slot."""

    def __init__(self, relations: Relations, known: Known) -> None:
        self.relations, self.space, self.slots = relations, relations.space, relations.slots
        space, names = self.space, self.space.codes[MEASURE]
        self.code = {name: names.code[name] for name in relations.shared}
        keys, date = known.claimed.joined(known.made).joined(known.possible)
        measure = space.column(keys, MEASURE)
        among = np.isin(measure, list(self.code.values()))
        self.known, self.keys, self.date = keys, keys[among], date[among]
        self.claimed = np.isin(self.keys, known.claimed.keys)
        self.measure = measure[among]
        self.flow = ~space.flagged(self.keys, relations.measures, lambda m: m.dated)
        when, as_of = space.column(self.keys, WHEN), space.column(self.keys, AS_OF)
        self.style = np.where(when > 0, _BY_DAY, _BY_AS_OF)
        base = space.without(self.keys, MEASURE)
        base = np.where(when > 0, space.without(base, WHEN), space.without(base, AS_OF))
        self.told = base
        self.bases, self.base = np.unique(self._comparable(base), return_inverse=True)
        self.merged = self.flow & (when == 0) & (self.date > 0)
        self.latest = self._highest(self.merged, self.date)
        stands = np.where(as_of > 0, as_of, self.date)
        stands = np.where(self._undated(when, as_of), self._only_date()[self.base], stands)
        self.slot = np.where(when > 0, self.slots.of_when[when], self.slots.of_as_of[stands])
        self.gaps: dict[Entry, _Gaps] = {}
        self.rows: list[Ints] = []
        self.made: list[Ints] = []
        self.dates: list[NDArray[np.int64]] = []

    def _comparable(self, base: Ints) -> Ints:
        """Return bases without the dimensions that some measure joined to theirs is never told by.

        Dimensions that a partition makes a scope stay: left out, they would be the whole or a part.
        """
        groups: dict[str, list[int]] = {}
        for name, shared in self.relations.shared.items():
            groups.setdefault(shared.group, []).append(self.code[name])
        for codes in groups.values():
            inside = np.isin(self.measure, codes)
            present = [code for code in codes if (self.claimed & (self.measure == code)).any()]
            for column in range(len(FIXED), len(self.space.columns)):
                told = self.claimed & (self.space.column(base, column) > 0)
                never = [code for code in present if not told[self.measure == code].any()]
                if never and self.space.columns[column] not in self.relations.scoped:
                    base = np.where(inside, self.space.without(base, column), base)
        return base

    def _highest(self, which: NDArray[np.bool_], of: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return the highest of some numbers for each base; 0 where there are none."""
        found = np.zeros(len(self.bases), dtype=np.int64)
        np.maximum.at(found, self.base[which], of[which])
        return found

    def _undated(self, when: NDArray[np.int64], as_of: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Return which flows name no date at all: they may be of any."""
        unnamed: NDArray[np.bool_] = (when == 0) & (as_of == 0) & (self.date == 0)
        return self.flow & unnamed

    def _only_date(self) -> NDArray[np.int64]:
        """Return the one date that the latest flows of each base share; 0 where there are more."""
        most = len(self.slots) + 1
        lowest = most - self._highest(self.merged, most - self.date)
        return np.where(lowest == self.latest, self.latest, 0)

    def join(self, equation: Equation) -> None:
        """Find the rows of one equation, and the cells that they need."""
        self.gaps = self._gaps(equation)
        spoken = [gaps.spoken for gaps in self.gaps.values()]
        spots = np.unique(np.concatenate([*spoken, self._candidates(equation)]))
        found = [self._at(entry, spots) for entry in equation.entries]
        claimed = np.array([at for at, _ in found]) >= 0
        forced = np.isin(spots, np.concatenate([spots[:0], *spoken]))
        kept = (claimed.sum(axis=0) >= _LEAST) | forced
        kept &= np.all([there >= 0 for _, there in found], axis=0) & self._of_one_date(found)
        columns = [
            self._keys(entry, at[kept], there[kept])
            for entry, (at, there) in zip(equation.entries, found, strict=True)
        ]
        fits = np.all([usable for _, _, usable in columns], axis=0)
        matrix = np.stack([keys[fits] for keys, _, _ in columns], axis=1)
        self.rows.append(matrix)
        fresh = (~claimed[:, kept])[:, fits]
        for column, (keys, dates, _) in enumerate(columns):
            self.made.append(keys[fits][fresh[column]])
            self.dates.append(dates[fits][fresh[column]])

    def _candidates(self, equation: Equation) -> NDArray[np.int64]:
        """Return the spots (base and slot in one number) at which a row may be."""
        shifted = sum(entry.shift is not None for entry in equation.entries)
        spots = [
            self._after(entry)
            for entry in equation.entries
            if entry.shift is None or shifted >= _LEAST
        ]
        return np.concatenate(spots)

    def _spots(self, measure: str) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return the spots of a measure's claimed cells, sorted, and their positions.

        Where a date is told both ways, by day goes first for flows, *as of* for others.
        """
        mine = np.flatnonzero(self.measure == self.code[measure])
        spot = self.base[mine] * len(self.slots) + self.slot[mine]
        second = np.where(self.flow[mine], self.style[mine], -self.style[mine])
        order = np.lexsort((second, spot))
        spots, first, of = np.unique(spot[order], return_index=True, return_inverse=True)
        # Where several codes of a dimension that does not count are told, none stands for all.
        told = np.unique(
            np.stack([of, np.unique(self.told[mine[order]], return_inverse=True)[1]]), axis=1
        )
        alone = np.bincount(told[0], minlength=len(spots)) == 1
        return spots[alone], mine[order][first][alone]

    def _after(self, entry: Entry) -> NDArray[np.int64]:
        """Return the spots whose earlier date is one of a measure's claimed cells."""
        claimed = self._spots(entry.measure)[0]
        if entry.shift is None:
            return claimed
        before = self.slots.before[entry.shift]
        order = np.argsort(before, kind="stable")
        base, slot = np.divmod(claimed, len(self.slots))
        first = np.searchsorted(before[order], slot, "left")
        many = np.searchsorted(before[order], slot, "right") - first
        nth = np.arange(int(many.sum())) - np.repeat(np.cumsum(many) - many, many)
        after: NDArray[np.int64] = order[np.repeat(first, many) + nth]
        return np.repeat(base, many) * len(self.slots) + after

    def _at(
        self, entry: Entry, spots: NDArray[np.int64]
    ) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return, for rows at ``spots``, the claimed cell of one entry and its spot (or NONE)."""
        there = self._back(entry, spots)
        known, position = self._spots(entry.measure)
        at = find(known, there)
        return np.where(at >= 0, position[at] if len(position) else NONE, NONE), there

    def _back(self, entry: Entry, spots: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return the spots one shift before (NONE: there is no such date), over silent gaps."""
        before = self._step(entry, spots)
        if entry not in self.gaps:
            return before
        _, later, earlier = self.gaps[entry]
        at = find(later, spots)
        return np.where(at >= 0, np.append(earlier, NONE)[at], before)

    def _step(self, entry: Entry, spots: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return the spots just one shift before."""
        base, slot = np.divmod(spots, len(self.slots))
        earlier = self.slots.before[entry.shift][slot] if entry.shift else slot
        return np.where((earlier >= 0) & (spots >= 0), base * len(self.slots) + earlier, NONE)

    def _gaps(self, equation: Equation) -> dict[Entry, _Gaps]:
        """Return the gaps of every series that the equation sets beside itself at another date."""
        plain = {entry.measure for entry in equation.entries if entry.shift is None}
        return {
            entry: self._bridges(entry, [e for e in equation.entries if e.measure != entry.measure])
            for entry in equation.entries
            if entry.shift is not None and entry.measure in plain
        }

    def _bridges(self, entry: Entry, others: list[Entry]) -> _Gaps:
        """Return the gaps between claimed cells of a series, none longer than the longest."""
        known, _ = self._spots(entry.measure)
        later, at = known, known
        inside: list[tuple[NDArray[np.int64], NDArray[np.int64]]] = []
        closed: list[tuple[NDArray[np.int64], NDArray[np.int64]]] = []
        for nth in range(LONGEST_GAP + 1):
            at = self._step(entry, at)
            there = (find(known, at) >= 0) & (at >= 0)
            if nth:
                closed.append((later[there], at[there]))
            going = ~there & (at >= 0)
            later, at = later[going], at[going]
            inside.append((later, at))
        gap, spots = (np.concatenate(each) for each in zip(*inside, strict=True))
        ends, starts = (np.concatenate(each) for each in zip(*closed, strict=True))
        speaks = np.any([self._at(other, spots)[0] >= 0 for other in others], axis=0)
        spoken = ends[np.isin(ends, gap[speaks])]
        silent = np.flatnonzero(~np.isin(ends, spoken))
        order = silent[np.argsort(ends[silent], kind="stable")]
        rows = np.concatenate([spots[np.isin(gap, spoken)], spoken])
        return _Gaps(rows, ends[order], starts[order])

    def _of_one_date(
        self, found: list[tuple[NDArray[np.int64], NDArray[np.int64]]]
    ) -> NDArray[np.bool_]:
        """Return which rows join no figures by day that are *as of* different dates."""
        at = np.array([position for position, _ in found])
        date = np.append(np.where(self.style == _BY_DAY, self.date, 0), 0)[at]
        lowest = np.where(date > 0, date, date.max(axis=0)).min(axis=0)
        one: NDArray[np.bool_] = (date.max(axis=0) == 0) | (lowest == date.max(axis=0))
        return one

    def _keys(
        self, entry: Entry, at: NDArray[np.int64], spots: NDArray[np.int64]
    ) -> tuple[Ints, NDArray[np.int64], NDArray[np.bool_]]:
        """Return the keys of one entry's cells, their merged dates, and which can be written."""
        base, slot = np.divmod(spots, len(self.slots))
        style = self._style(entry.measure)[base]
        version = self.space.column(self.bases[base], AS_OF) > 0
        by_day = (style == _BY_DAY) | version
        dateless = self.bases[base] + self.code[entry.measure] * self.space.radices[MEASURE]
        latest = self._mergeable(entry.measure, base, slot, dateless) & ~by_day
        code = np.where(by_day, self.slots.when[slot], self.slots.as_of[slot])
        radix = np.where(by_day, self.space.radices[WHEN], self.space.radices[AS_OF])
        dated = dateless + np.where(latest, 0, code).astype(self.keys.dtype) * radix
        made = at < 0
        if len(self.keys):
            dated = np.where(made, dated, self.keys[at])
        return dated, np.where(made & latest, self.latest[base], 0), ~made | (code >= 0)

    def _style(self, measure: str) -> NDArray[np.int64]:
        """Return how each base tells the dates of a measure: as its figures do, or their like."""
        own = np.full(len(self.bases), _UNASKED)
        mine = self.measure == self.code[measure]
        np.minimum.at(own, self.base[mine], self.style[mine])
        if self.relations.measures[measure].dated:
            return np.where(own == _UNASKED, _BY_AS_OF, own)
        flows = np.full(len(self.bases), _BY_AS_OF)
        np.minimum.at(flows, self.base[self.flow], self.style[self.flow])
        return np.where(own == _UNASKED, flows, own)

    def _mergeable(
        self, measure: str, base: NDArray[np.int64], slot: NDArray[np.int64], dateless: Ints
    ) -> NDArray[np.bool_]:
        """Return where a flow's cell stands for the question itself, as its latest figures do."""
        if self.relations.measures[measure].dated:
            return np.zeros(len(base), dtype=bool)
        newest = self.slots.of_as_of[self.latest[base]]
        known = find(self.known, dateless) >= 0
        stands: NDArray[np.bool_] = (newest > 0) & (slot == newest) & ~known
        return stands
