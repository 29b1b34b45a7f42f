"""What each number of a cell costs: the least weight to set aside at it and below, by a tree.

Where no row closes a circle and no tag bounds two cells, costs add up from the leaves to the root
(Bellman 1957, "Dynamic programming"). Numbers of one cost are spans, and only those are kept that
the lightest way to mend everything may need: bounds from below say how much is left for each cell,
and are raised until the root has a number.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from claimsync.reason.forest import forest_of
from claimsync.reason.spans import meet, plus, spans, turned
from claimsync.reason.steps import Exact

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from claimsync.reason.problem import Problem
    from claimsync.reason.spans import Span, Spans


class Option(NamedTuple):
    """Tags of one cell set aside, what they weigh, and what the others then allow."""

    weight: Exact
    tags: frozenset[int]
    span: Span


class Levels(NamedTuple):
    """For costs in ascending order the numbers that cost at most as much.

    All others cost ``beyond`` or more; None: they cannot be had at any cost.
    """

    at: dict[Exact, Spans]
    beyond: Exact | None

    def within(self, cost: Exact) -> Spans:
        """Return the numbers that cost at most so much."""
        found: Spans = ()
        for each, numbers in self.at.items():
            if each > cost:
                break
            found = numbers
        return found


class Row(NamedTuple):
    """A row towards its parent: members with whether they count negatively, and what it ``holds``.

    The parent is at least (first), at most (second) their sum, or both.
    """

    parent: int
    members: tuple[tuple[int, bool], ...]
    holds: tuple[bool, bool]

    def of_parent(self, sums: Spans, far: int) -> Spans:
        """Return the numbers of the parent that go with some of these sums."""
        if all(self.holds) or not sums:
            return sums
        return ((sums[0][0], far),) if self.holds[0] else ((-far, sums[-1][1]),)

    def of_sum(self, numbers: Spans, far: int) -> Spans:
        """Return the sums that go with some of these numbers of the parent."""
        if all(self.holds) or not numbers:
            return numbers
        return ((-far, numbers[-1][1]),) if self.holds[0] else ((numbers[0][0], far),)


@dataclass
class Costs:
    """The costs of all cells of a problem whose rows form one tree, each tag on one cell.

    ``least`` bounds the cost of each cell from below; ``weight`` is what mending all costs, None if
    nothing that may be set aside would do. What is done is told to ``spend``, in spans.
    """

    problem: Problem
    weights: Mapping[int, Exact]
    spend: Callable[[int], None]
    cells: dict[int, Levels] = field(default_factory=dict)
    sums: dict[int, list[Levels]] = field(default_factory=dict)
    made: dict[int, Levels] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Raise the bounds until the root has a number."""
        self.far = int(self.problem.unbounded)
        self.rows = _rows(self.problem)
        self.below: dict[int, list[int]] = defaultdict(list)
        for at, row in enumerate(self.rows):
            self.below[row.parent].append(at)
        inner = {cell for row in self.rows for cell, _ in row.members}
        (self.root,) = (cell for cell in range(self.problem.cells) if cell not in inner)
        self.options = _options(self.problem, self.weights, self.spend)
        self.least: list[Exact] = [
            min((o.weight for o in each), default=0) for each in self.options
        ]
        self.possible = all(self.options)
        self._caps: dict[int, Exact] = {}
        while self.possible and not self._pass():
            pass

    @property
    def weight(self) -> Exact | None:
        """What mending everything costs at least."""
        return self.least[self.root] if self.possible else None

    def _pass(self) -> bool:
        """Work out all costs under the bounds known; False: one of these was raised."""
        caps = self._capped()
        unknown, fresh = set[int](), set[int]()
        for at, row in enumerate(self.rows):
            for cell, _ in row.members:
                self._cell(cell, caps, unknown, fresh)
            self._row(at, row, caps, unknown, fresh)
        self._cell(self.root, caps, unknown, fresh)
        self._caps = caps
        return not unknown

    def _capped(self) -> dict[int, Exact]:
        """Return what each cell (rows count on after them) may cost, all others at their least."""
        count, of_row = self.problem.cells, list[Exact]()
        above: dict[int, Exact] = defaultdict(int)
        for row in self.rows:
            of_row.append(sum(self.least[cell] for cell, _ in row.members))
            above[row.parent] += of_row[-1]
            self.least[row.parent] = max(self.least[row.parent], above[row.parent])
        caps = {self.root: self.least[self.root]}
        for at, row in reversed(list(enumerate(self.rows))):
            left = caps[count + at] = caps[row.parent] - above[row.parent] + of_row[at]
            for cell, _ in row.members:
                caps[cell] = left - of_row[at] + self.least[cell]
        return caps

    def _cell(
        self, cell: int, caps: Mapping[int, Exact], unknown: set[int], fresh: set[int]
    ) -> None:
        """Work out what the numbers of one cell cost, unless that is known."""
        rows = [self.problem.cells + at for at in self.below.get(cell, ())]
        if not unknown.isdisjoint(rows):
            unknown.add(cell)
            return
        if cell in self.cells and caps[cell] == self._caps.get(cell) and fresh.isdisjoint(rows):
            return
        fresh.add(cell)
        cap = caps[cell]
        found = _own(self.options[cell], cap)
        for row in rows:
            found = combined(found, self.made[row], cap, meet, self.spend)
        self.cells[cell] = found
        if found.at:
            self.least[cell] = max(self.least[cell], next(iter(found.at)))
        else:
            unknown.add(cell)
            self.possible = self.possible and found.beyond is not None
            self.least[cell] = found.beyond if found.beyond is not None else cap

    def _row(
        self, at: int, row: Row, caps: Mapping[int, Exact], unknown: set[int], fresh: set[int]
    ) -> None:
        """Work out what the sums of one row cost, member by member."""
        name = self.problem.cells + at
        members = [cell for cell, _ in row.members]
        if not unknown.isdisjoint(members):
            unknown.add(name)
            return
        if caps[name] == self._caps.get(name) and fresh.isdisjoint(members):
            return
        fresh.add(name)
        found = self.added([(self.cells[cell], back) for cell, back in row.members], caps[name])
        self.sums[at] = found
        last = found[-1]
        numbers = {cost: row.of_parent(each, self.far) for cost, each in last.at.items()}
        self.made[name] = Levels(numbers, last.beyond)

    def added(self, members: Sequence[tuple[Levels, bool]], cap: Exact) -> list[Levels]:
        """Return the costs of the sums of the first members, none of them, one, and so on."""
        left = cap - sum(next(iter(each.at)) for each, _ in members)
        found = [Levels({0: ((0, 0),)}, None)]
        used: Exact = 0
        for each, back in members:
            used += next(iter(each.at))
            one = Levels({c: turned(n) for c, n in each.at.items()}, each.beyond) if back else each
            found.append(combined(found[-1], one, used + left, self._plus, self.spend))
        return found

    def _plus(self, one: Spans, other: Spans) -> Spans:
        return plus(one, other, self.far)


def combined(
    one: Levels,
    other: Levels,
    cap: Exact,
    together: Callable[[Spans, Spans], Spans],
    spend: Callable[[int], None],
) -> Levels:
    """Return what numbers of two kinds taken ``together`` cost, up to a ``cap``."""
    found: dict[Exact, list[Spans]] = {}
    over: list[Exact] = []
    for a, numbers in one.at.items():
        for b, others in other.at.items():
            if a + b > cap:
                over.append(a + b)
                break
            spend(len(numbers) * len(others))
            found.setdefault(a + b, []).append(together(numbers, others))
    over += [one.beyond + b for b in list(other.at)[:1] if one.beyond is not None]
    over += [other.beyond + a for a in list(one.at)[:1] if other.beyond is not None]
    return _levels(found, min(over, default=None))


def _levels(found: Mapping[Exact, Sequence[Spans]], beyond: Exact | None) -> Levels:
    """Return levels of which each holds the lower ones."""
    at: dict[Exact, Spans] = {}
    known: Spans = ()
    for cost in sorted(found):
        sets = [known, *found[cost]] if known else found[cost]
        more = sets[0] if len(sets) == 1 else spans(itertools.chain(*sets))
        if more != known:
            at[cost] = known = more
    return Levels(at, beyond)


def _own(options: Sequence[Option], cap: Exact) -> Levels:
    """Return what numbers cost by the claims on a cell itself."""
    found: dict[Exact, list[Spans]] = {}
    over: list[Exact] = []
    for option in options:
        if option.weight > cap:
            over.append(option.weight)
        else:
            found.setdefault(option.weight, []).append((option.span,))
    return _levels(found, min(over, default=None))


def _rows(problem: Problem) -> list[Row]:
    """Return all rows towards their parents, leaves first."""
    found = []
    for rows in forest_of(problem).rounds:
        member = rows.member.tolist()
        back = [False] * len(member) if rows.turned is None else rows.turned.tolist()
        first = [*rows.first.tolist(), len(member)]
        low, high = rows.holds.tolist()
        found += [
            Row(
                parent,
                tuple(zip(member[first[at] : first[at + 1]], back[first[at] :], strict=False)),
                (low[at], high[at]),
            )
            for at, parent in enumerate(rows.parent.tolist())
        ]
    return found


def _options(
    problem: Problem, weights: Mapping[int, Exact], spend: Callable[[int], None]
) -> list[list[Option]]:
    """Return what may be set aside of each cell's own tags for a number to hold, each set once."""
    far = int(problem.unbounded)
    columns = (problem.cell, problem.low, problem.high, problem.tag)
    claimed: list[list[tuple[int, int, int]]] = [[] for _ in range(problem.cells)]
    for cell, low, high, tag in zip(*(column.tolist() for column in columns), strict=True):
        claimed[cell].append((low, high, tag))
    found = []
    for floor, bounds in zip(problem.floor.tolist(), claimed, strict=True):
        spend(len(bounds) ** 2)
        found.append(_options_of(floor, far, bounds, weights))
    return found


def _options_of(
    floor: int, far: int, bounds: Sequence[tuple[int, int, int]], weights: Mapping[int, Exact]
) -> list[Option]:
    """Return what may be set aside of one cell's bounds (low, high, tag)."""
    lows = {max(floor, low) for low, _, _ in bounds}
    above = {high + 1 for _, high, _ in bounds if floor <= high < far}
    options = dict[frozenset[int], Option]()
    for point in sorted({floor, *lows, *above}):
        kept = [each for each in bounds if each[0] <= point <= each[1]]
        tags = frozenset([each[2] for each in bounds if each not in kept])
        if tags not in options and tags <= weights.keys():
            low = max([floor, *[each[0] for each in kept]])
            high = min([far, *[each[1] for each in kept]])
            weight = sum([weights[tag] for tag in sorted(tags)])
            options[tags] = Option(weight, tags, (low, high))
    return list(options.values())
