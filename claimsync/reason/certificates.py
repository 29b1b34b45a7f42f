"""Why a bound holds: the steps from claims through rows to it, and the least of them that conflict."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from claimsync.reason.problem import FLOOR

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
    """One derived end of one cell: by a leaf (``row`` is -1), or by a row from earlier steps ``uses``."""

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
        """Write the steps that give ``cell`` this end from ``source``; return the last one's number."""
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

    def _uses(self, cell: int, low: bool, source: int) -> list[tuple[int, bool, int]]:  # noqa: FBT001
        """Return the ends (cell, low?, source) that a row combines into this end of ``cell``."""
        if source >= FLOOR:
            return []
        row, problem = -2 - source, self.found.problem
        parent = int(self.found.forest.parent[row])
        whole, parts = int(problem.whole[row]), problem.parts(row).tolist()
        ends = [(part, low if cell == whole else not low) for part in parts if part != cell]
        if cell != whole:
            ends.append((whole, low))
        return [(other, end, self._source(other, end, final=other == parent)) for other, end in ends]

    def _source(self, cell: int, low: bool, *, final: bool) -> int:  # noqa: FBT001
        """Return where an end came from: on the way up, or (for a row's parent) at the end."""
        bounds: Bounds = self.found.final if final else self.found.up
        return int((bounds.low_from if low else bounds.high_from)[cell])


class Conflict(NamedTuple):
    """Tags that cannot hold together, none of them dispensable, and the bounds they conflict by.

    ``lows`` and ``highs`` are the bounds whose low (high) ends are needed; the low ends sum to more
    than the high ends allow by ``gap``. ``derivation`` shows it, floors standing in for what is left out.
    """

    tags: tuple[int, ...]
    lows: tuple[int, ...]
    highs: tuple[int, ...]
    gap: int
    derivation: Derivation


def minimal_conflict(found: Propagation, derivation: Derivation) -> Conflict:
    """Return an irreducible conflict among the claims behind a clash.

    The high ends are all needed. Of the low ends the shortest prefix in descending order of what they
    add above the floor is; leaving out any tag then closes the gap.
    """
    problem = found.problem
    leaves = list(derivation.leaves())
    highs = [leaf.bound for leaf in leaves if not leaf.low]
    needed = {int(problem.tag[bound]) for bound in highs if bound >= 0}
    gap = -sum(int(problem.high[bound]) for bound in highs if bound >= 0)
    gains: dict[int, int] = {}
    lows: dict[int, list[int]] = {}
    for leaf in leaves:
        if not leaf.low:
            continue
        floor = int(problem.floor[leaf.cell])
        if leaf.bound == FLOOR:
            gap += floor
            continue
        tag, low = int(problem.tag[leaf.bound]), int(problem.low[leaf.bound])
        lows.setdefault(tag, []).append(leaf.bound)
        if tag in needed or not problem.finite(floor):
            needed.add(tag)
            gap += low
        else:
            gap += floor
            gains[tag] = gains.get(tag, 0) + low - floor
    chosen = set(needed)
    for tag in sorted(gains, key=lambda tag: (-gains[tag], tag)):
        if gap > 0:
            break
        if tag in chosen:
            gap += gains[tag]
            continue
        chosen.add(tag)
        gap += gains[tag]
    kept = tuple(bound for tag in sorted(chosen) for bound in lows.get(tag, ()))
    dropped = {bound for tag in set(lows) - chosen for bound in lows[tag]}
    steps = [step._replace(bound=FLOOR) if step.low and step.bound in dropped else step for step in derivation.steps]
    return Conflict(tuple(sorted(chosen)), kept, tuple(highs), gap, Derivation(steps, derivation.ends))
