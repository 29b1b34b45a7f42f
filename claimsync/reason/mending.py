"""Where a problem needs mending, and how: regions that share no tag, each with its repairs."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from claimsync.reason.adding import added_up
from claimsync.reason.forest import components, connected
from claimsync.reason.joint import Joint
from claimsync.reason.repairs import MOST_REPAIRS, PINNED, Group, Search
from claimsync.reason.slices import copies, within
from claimsync.reason.system import system_of
from claimsync.reason.trials import Asked, Left, Propagated, clashing_pairs

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from numpy.typing import NDArray

    from claimsync.reason.problem import Problem
    from claimsync.reason.repairs import Trial
    from claimsync.reason.steps import Exact

_DEAR = 20
_MOST_SPELT = 20_000  # tags in all repairs of one cell together

Sides = tuple[frozenset[int], frozenset[int]]


class Region(NamedTuple):
    """Cells and tags that nothing joins to the rest, and the opposed sides among the tags."""

    cells: tuple[int, ...]
    tags: tuple[int, ...]
    opposed: tuple[Sides, ...]


def regions(
    problem: Problem, troubled: NDArray[np.bool_], opposed: Sequence[Sides]
) -> list[Region]:
    """Return the regions with ``troubled`` cells or ``opposed`` tags, by their lowest cell.

    Cells belong together by rows, links and tags; each tag of one opposed side excludes each of the
    other, whatever the numbers.
    """
    most = int(problem.tag.max(initial=-1)) + 1
    most = max([most, *(max(tags) + 1 for sides in opposed for tags in sides)])
    edges = [(problem.cells + min(a), problem.cells + tag) for a, b in opposed for tag in a | b]
    one = np.concatenate([np.arange(problem.cells), problem.cell, [a for a, _ in edges]])
    other = np.concatenate(
        [components(problem), problem.cells + problem.tag, [b for _, b in edges]]
    )
    label = connected(problem.cells + most, one.astype(np.int64), other.astype(np.int64))
    wanted = set(label[: problem.cells][troubled].tolist())
    wanted |= {int(label[problem.cells + min(a)]) for a, _ in opposed}
    inside: dict[int, list[int]] = {name: [] for name in sorted(wanted)}
    for node in np.flatnonzero(np.isin(label, sorted(wanted))).tolist():
        inside[int(label[node])].append(node)
    return [_region(problem, nodes, opposed) for nodes in inside.values()]


def _region(problem: Problem, nodes: Sequence[int], opposed: Sequence[Sides]) -> Region:
    """Return the region of some nodes: cells come first, then tags."""
    tags = tuple(node - problem.cells for node in nodes if node >= problem.cells)
    known = frozenset(tags)
    mine = tuple(sides for sides in opposed if not sides[0].isdisjoint(known))
    return Region(tuple(node for node in nodes if node < problem.cells), tags, mine)


@dataclass(frozen=True)
class Mending:
    """One region with tags that nothing tells apart taken together, at their common weight."""

    problem: Problem
    region: Region
    weight: Mapping[int, Exact]
    joint: bool

    @cached_property
    def alike(self) -> dict[int, tuple[int, ...]]:
        """The lowest tag of each group of tags that bound the same in every way, and all of it."""
        found: dict[object, list[int]] = {}
        said: dict[int, list[object]] = {tag: [] for tag in self.region.tags}
        for cell in self.region.cells:
            for bound in self.problem.bounds(cell).tolist():
                ends = (cell, int(self.problem.low[bound]), int(self.problem.high[bound]))
                said[int(self.problem.tag[bound])].append(ends)
        for at, sides in enumerate(self.region.opposed):
            for side, tags in enumerate(sides):
                for tag in tags:
                    said[tag].append((at, side))
        for tag, told in said.items():
            found.setdefault((tuple(told), tag in self.weight), []).append(tag)
        return {tags[0]: tuple(tags) for tags in found.values()}

    @cached_property
    def weights(self) -> dict[int, Exact]:
        """What setting each group of tags aside costs; pinned ones are left out."""
        return {
            tag: sum((self.weight[each] for each in tags), start=0)
            for tag, tags in self.alike.items()
            if tag in self.weight
        }

    @cached_property
    def small(self) -> Problem:
        """The region as a problem of its own, one tag a group; its cells are in their order."""
        small = within(self.problem, self.region.cells).problem
        return copies(small, np.isin(small.tag, sorted(self.alike))[None, :])

    @cached_property
    def trial(self) -> Trial:
        """How sets are tried: by propagation, or jointly where rows form circles."""
        if self.joint:
            extra = frozenset(self.region.tags) - frozenset(self.alike)
            return Asked(Joint(system_of(self.problem, self.region.cells).without(extra)))
        return self.plainly

    @cached_property
    def plainly(self) -> Propagated:
        """Trials by propagation alone."""
        return Propagated(self.small)

    @property
    def one_question(self) -> bool:
        """Whether the region is one cell, and all that excludes each other bounds on it."""
        return self.plain and len(self.region.cells) == 1

    @property
    def plain(self) -> bool:
        """Whether bounds are all there is, one a tag, and no circle of rows."""
        once = len(np.unique(self.small.tag)) == len(self.small.tag)
        return once and not self.region.opposed and not self.joint

    def groups(self, budget: int) -> list[Group]:
        """Return the groups of conflicts of the region and all lightest repairs of each.

        Tags that stand for several are told as one; ``spelt`` tells them all.
        """
        if self.one_question:
            group = positioned(self.small, self.weights)
            return [group] if group.conflicts else []
        search = Search(list(self._opposed), self.weights, self.trial, budget, self.price)
        found = added_up(self.small, self.weights, search) if self.plain else None
        return search.found() if found is None else found

    @property
    def price(self) -> int:
        """How many questions are looked at to try one set."""
        # What the solver is asked costs more than what is propagated.
        dear = _DEAR if self.joint else 1
        return dear * max(1, len(self.region.cells))

    @cached_property
    def _opposed(self) -> list[frozenset[int]]:
        """The pairs of tags from opposed sides."""
        return [
            frozenset({one, other})
            for first, second in self.region.opposed
            for one in sorted(first & self.alike.keys())
            for other in sorted(second & self.alike.keys())
        ]

    def tried(self, asides: Sequence[frozenset[int]]) -> list[tuple[frozenset[int], ...]]:
        """Return what conflicts once each set is aside, opposed pairs among it."""
        return [
            (*(pair for pair in self._opposed if aside.isdisjoint(pair)), *left)
            for aside, left in zip(asides, self.trial(asides), strict=True)
        ]

    def spelt(self, tags: Collection[int]) -> frozenset[int]:
        """Return all tags that some stand for."""
        return frozenset(each for tag in tags for each in self.alike[tag])

    def single(self, tags: Collection[int]) -> dict[int, int]:
        """Return the cell of each tag that bounds just one."""
        cells = {tag: self.small.cell[self.small.tag == tag].tolist() for tag in sorted(tags)}
        return {
            tag: self.region.cells[inside[0]] for tag, inside in cells.items() if len(inside) == 1
        }

    def left(self, asides: Sequence[frozenset[int]]) -> list[Left]:
        """Return, for each set that resolves all, how to look up what is left to a ``number``."""
        if isinstance(self.trial, Asked):
            return [self.trial.left(aside) for aside in asides]
        return self.plainly.left(asides)

    def number(self, cell: int) -> int:
        """Return how trials know a cell: by its place in the region, or as the problem does."""
        return cell if isinstance(self.trial, Asked) else self._place[cell]

    @cached_property
    def _place(self) -> dict[int, int]:
        """The place of every cell of the region."""
        return {cell: at for at, cell in enumerate(self.region.cells)}


def positioned(problem: Problem, weight: Mapping[int, Exact]) -> Group:
    """Return the repairs of one cell by itself: all tags outside one of its heaviest positions.

    The weight of the intervals around a point is that of those begun less that of those ended.
    """
    ends = list(zip(problem.low.tolist(), problem.high.tolist(), problem.tag.tolist(), strict=True))
    pinned = [end for end in ends if end[2] not in weight]
    lowest = max((low for low, _, _ in pinned), default=-problem.unbounded)
    highest = min((high for _, high, _ in pinned), default=problem.unbounded)
    begun, ended = _running(ends, 0, weight), _running(ends, 1, weight)
    inside = {
        low: begun.up_to(low) - ended.up_to(low - 1)
        for low, _, _ in ends
        if lowest <= low <= highest
    }
    conflicts = clashing_pairs(ends)
    if not inside:
        return Group(conflicts, (), None, 1, why=PINNED)
    most = max(inside.values())
    asides = {
        frozenset(tag for low, high, tag in ends if not low <= point <= high)
        for point, held in inside.items()
        if held == most
    }
    least = begun.up_to(problem.unbounded) - most
    most = max(1, min(MOST_REPAIRS, _MOST_SPELT // max(1, *map(len, asides))))
    chosen = tuple(sorted(asides, key=sorted)[:most])
    more = len(asides) > most
    why = "there are too many to list" if more else ""
    return Group(conflicts, chosen, least, least, more, why)


class _Running(NamedTuple):
    """Numbers in order, and the weight of all up to each."""

    at: list[int]
    total: list[Exact]

    def up_to(self, number: int) -> Exact:
        """Return the weight of all numbers up to one."""
        return self.total[bisect_right(self.at, number)]


def _running(
    ends: Sequence[tuple[int, int, int]], side: int, weight: Mapping[int, Exact]
) -> _Running:
    """Return the running weight of the low (0) or high (1) ends."""
    order = sorted(ends, key=lambda end: end[side])
    totals = accumulate((weight.get(end[2], 0) for end in order), initial=0)
    return _Running([end[side] for end in order], list(totals))
