"""Why a bound holds: the steps from claims through rows to it, and the fewest that conflict."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from claimsync.reason.forest import components
from claimsync.reason.problem import FLOOR
from claimsync.reason.propagate import propagate
from claimsync.reason.slices import Slice, copies, within

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimsync.reason.problem import Bounds
    from claimsync.reason.propagate import Clash, Propagation


class Leaf(NamedTuple):
    """One end of one cell, from a bound (or FLOOR: from the cell's floor)."""

    cell: int
    low: bool
    bound: int


class Step(NamedTuple):
    """One derived end of one cell: by a leaf (``row`` is -1), or by a row from steps ``uses``."""

    cell: int
    low: bool
    bound: int
    row: int
    uses: tuple[int, ...]


@dataclass
class Derivation:
    """Steps in order; each of ``ends`` is the step that derives an end asked for."""

    steps: list[Step]
    ends: list[int]

    def leaves(self) -> Iterator[Leaf]:
        """Yield the ends that rest on a bound or a floor."""
        for step in self.steps:
            if step.row < 0:
                yield Leaf(step.cell, step.low, step.bound)


def derive(found: Propagation, *wanted: tuple[int, bool, int]) -> Derivation:
    """Return the steps behind each wanted (cell, low end?, source of that end)."""
    writer = _Writer(found)
    return Derivation(writer.steps, [writer.write(*end) for end in wanted])


def derive_clash(found: Propagation, clash: Clash) -> Derivation:
    """Return the steps behind both sides of a clash: first the low end, then the high end."""
    by_row = (clash.cell, clash.above, -2 - clash.row)
    by_cell = (clash.cell, not clash.above, clash.source)
    return derive(found, *((by_row, by_cell) if clash.above else (by_cell, by_row)))


class _Writer:
    """Writes steps down, each once, without recursion: codes may nest deeper than Python does."""

    def __init__(self, found: Propagation) -> None:
        self.found = found
        self.steps: list[Step] = []
        self._at: dict[tuple[int, bool, int], int] = {}

    def write(self, cell: int, low: bool, source: int) -> int:  # noqa: FBT001 - an end is low or high
        """Write the steps that give ``cell`` this end from ``source``; return the last one."""
        todo = [(cell, low, source)]
        while todo:
            end = todo[-1]
            uses = self._uses(*end)
            missing = [use for use in uses if use not in self._at]
            if end in self._at:
                todo.pop()
            elif missing:
                todo.extend(missing)
            else:
                numbers = tuple(self._at[use] for use in uses)
                row = -2 - end[2] if end[2] < FLOOR else -1
                self.steps.append(Step(end[0], end[1], end[2] if row < 0 else FLOOR, row, numbers))
                self._at[end] = len(self.steps) - 1
                todo.pop()
        return self._at[cell, low, source]

    def _uses(self, cell: int, low: bool, source: int) -> list[tuple[int, bool, int]]:  # noqa: FBT001 - likewise
        """Return the ends (cell, low?, source) that a row combines into this end of ``cell``."""
        if source >= FLOOR:
            return []
        row, problem = -2 - source, self.found.problem
        parent = int(self.found.forest.parent[row])
        whole, parts = int(problem.whole[row]), problem.parts(row).tolist()
        ends = [(part, low if cell == whole else not low) for part in parts if part != cell]
        if cell != whole:
            ends.append((whole, low))
        return [
            (other, end, self._source(other, low=end, final=other == parent)) for other, end in ends
        ]

    def _source(self, cell: int, *, low: bool, final: bool) -> int:
        """Return where an end came from: on the way up, or (for a row's parent) at the end."""
        bounds: Bounds = self.found.final if final else self.found.up
        return int((bounds.low_from if low else bounds.high_from)[cell])


class Conflict(NamedTuple):
    """Tags that cannot hold together, none of them dispensable, and the bounds they conflict by.

    ``lows`` and ``highs`` are the bounds whose low (high) ends are needed; the low ends sum to more
    than the high ends allow by ``least``. ``involved`` are all tags that the rows met, and ``gap``
    what it is with all of them. ``derivation`` shows it, floors standing in for what is left out.
    """

    tags: tuple[int, ...]
    lows: tuple[int, ...]
    highs: tuple[int, ...]
    gap: int
    least: int
    derivation: Derivation
    involved: tuple[int, ...]


def minimal_conflict(found: Propagation, derivation: Derivation) -> Conflict:
    """Return an irreducible conflict among the claims behind a clash.

    The high ends are all needed. Of the low ends the shortest prefix in descending order of what
    they add above the floor is; leaving out any tag then closes the gap. Where a tag gives several
    bounds, or floors are infinite, what is dispensable is found by deletion.
    """
    terms = _Terms(found, derivation)
    chosen = terms.prefix()
    if terms.entangled(chosen):
        for tag in sorted(chosen, key=lambda tag: (terms.gains.get(tag, 0), tag)):
            if terms.gap(chosen - {tag}) > 0:
                chosen = chosen - {tag}
    return terms.conflict(chosen)


class _Terms:
    """The ends that a clash adds up: low ends too high together, high ends too low."""

    def __init__(self, found: Propagation, derivation: Derivation) -> None:
        self.problem, self.derivation = found.problem, derivation
        leaves = list(derivation.leaves())
        self.lows = [leaf for leaf in leaves if leaf.low]
        self.highs = [leaf for leaf in leaves if not leaf.low]
        self.gains: dict[int, int] = {}
        for leaf in self.lows:
            if leaf.bound >= 0:
                tag = self._tag(leaf.bound)
                self.gains[tag] = (
                    self.gains.get(tag, 0) + int(self.problem.low[leaf.bound]) - self._floor(leaf)
                )

    def _tag(self, bound: int) -> int:
        return int(self.problem.tag[bound])

    def _floor(self, leaf: Leaf) -> int:
        return int(self.problem.floor[leaf.cell])

    @cached_property
    def tags(self) -> frozenset[int]:
        """All tags behind the clash."""
        return frozenset(
            self._tag(leaf.bound) for leaf in (*self.lows, *self.highs) if leaf.bound >= 0
        )

    @cached_property
    def _bounds(self) -> dict[int, list[int]]:
        """The bounds of the clash's tags on each of its cells."""
        cells = {leaf.cell for leaf in (*self.lows, *self.highs)}
        return {
            cell: [b for b in self.problem.bounds(cell).tolist() if self._tag(b) in self.tags]
            for cell in cells
        }

    def prefix(self) -> frozenset[int]:
        """Return the tags of all high ends, and of the largest low ends until the gap opens."""
        chosen = {self._tag(leaf.bound) for leaf in self.highs if leaf.bound >= 0}
        chosen |= {
            self._tag(x.bound)
            for x in self.lows
            if x.bound >= 0 and not self.problem.finite(self._floor(x))
        }
        gap = -sum(int(self.problem.high[leaf.bound]) for leaf in self.highs)
        for leaf in self.lows:
            counts = leaf.bound >= 0 and self._tag(leaf.bound) in chosen
            gap += int(self.problem.low[leaf.bound]) if counts else self._floor(leaf)
        for tag in sorted(set(self.gains) - chosen, key=lambda tag: (-self.gains[tag], tag)):
            if gap > 0:
                break
            chosen.add(tag)
            gap += self.gains[tag]
        return frozenset(chosen)

    def entangled(self, chosen: frozenset[int]) -> bool:
        """Return whether one of ``chosen`` stands behind several ends, so a prefix is no proof."""
        ends = [self._tag(leaf.bound) for leaf in (*self.lows, *self.highs) if leaf.bound >= 0]
        several = len(set(ends)) < len(ends) or any(
            not self.problem.finite(self._floor(x)) for x in self.lows
        )
        return several or any(
            len({self._tag(bound) for bound in bounds} & chosen) > 1
            for bounds in self._bounds.values()
        )

    def gap(self, chosen: frozenset[int]) -> int:
        """Return by how much the low ends of ``chosen`` exceed its high ends; above 0: conflict."""
        total = 0
        for leaf in (*self.lows, *self.highs):
            end = self._end(leaf, chosen)[0]
            if not self.problem.finite(end):
                return 0
            total += end if leaf.low else -end
        return total

    def _end(self, leaf: Leaf, chosen: frozenset[int]) -> tuple[int, int]:
        """Return the tightest end that ``chosen`` gives a leaf's cell, and the bound it is from."""
        problem = self.problem
        mine = [bound for bound in self._bounds[leaf.cell] if self._tag(bound) in chosen]
        if leaf.low:
            ends = [(int(problem.low[bound]), bound) for bound in mine]
            return max(
                [(self._floor(leaf), FLOOR), *ends],
                key=lambda end: (end[0], end[1] != FLOOR, -end[1]),
            )
        ends = [(int(problem.high[bound]), bound) for bound in mine]
        return min(ends, default=(problem.unbounded, FLOOR))

    def conflict(self, chosen: frozenset[int]) -> Conflict:
        """Return the conflict of ``chosen``, its derivation resting on nothing else."""
        used = {leaf: self._end(leaf, chosen)[1] for leaf in (*self.lows, *self.highs)}
        steps = [
            step
            if step.row >= 0
            else step._replace(bound=used[Leaf(step.cell, step.low, step.bound)])
            for step in self.derivation.steps
        ]
        lows = tuple(used[leaf] for leaf in self.lows if used[leaf] >= 0)
        highs = tuple(used[leaf] for leaf in self.highs)
        involved = tuple(sorted(self.tags))
        derivation = Derivation(steps, self.derivation.ends)
        gaps = (self.gap(self.tags), self.gap(chosen))
        return Conflict(tuple(sorted(chosen)), lows, highs, *gaps, derivation, involved)


def smaller_clash(
    found: Propagation, clash: Clash, conflict: Conflict
) -> tuple[Propagation, Slice] | None:
    """Return a clash of fewer tags somewhere in the component, where a tag has several bounds.

    Such a tag may clash through other rows than those that were met.
    """
    problem, tags = found.problem, list(conflict.tags)
    if max(np.bincount(problem.tag)[tags]) == 1:
        return None
    label = components(problem)
    inside = np.flatnonzero(label == label[clash.cell]).tolist()
    part = within(problem, inside)
    for tag in tags:
        kept = np.isin(part.problem.tag, [other for other in tags if other != tag])
        less = propagate(copies(part.problem, kept[None, :]))
        if less.clashes:
            return less, Slice(less.problem, part.cells, part.rows)
    return None
