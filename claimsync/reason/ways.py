"""All lightest sets to set aside, read off the costs of a tree, in parts that do not meet.

At a cell that has one number whatever is chosen, what lies below it and what lies above are chosen
independently. Elsewhere a way is followed only where the costs say that it can be completed, so
that no search is in vain.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from claimsync.reason.costs import Levels, combined
from claimsync.reason.repairs import SPENT, Undecidable
from claimsync.reason.spans import Span, Spans, meet, meets, minus, plus, spans, turned
from claimsync.reason.steps import Exact

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from claimsync.reason.costs import Costs

MOST_DEEP = 200  # rows above one another that are followed down


_Any = TypeVar("_Any")


class Way(NamedTuple):
    """Tags set aside below a cell or row, and the numbers that the rest then allows it."""

    tags: frozenset[int]
    span: Span


class Part(NamedTuple):
    """Ways of which one is taken whatever is taken elsewhere; ``more``: not all are listed."""

    ways: tuple[frozenset[int], ...]
    more: bool


class _State(NamedTuple):
    """A way begun at a cell: its tags, what they allow so far, numbers wanted, and what is left."""

    tags: frozenset[int]
    span: Span
    wanted: Spans
    left: Exact


class _Begun(NamedTuple):
    """A way begun in a row; ``taken`` are the tags taken last, and what was taken before."""

    taken: tuple[Any, ...]
    span: Span
    wanted: Spans
    left: Exact


_Step = tuple[Way, Spans, Exact]


class _Member(NamedTuple):
    """A member of a row, what it and all those before it cost, and the steps known."""

    cell: tuple[int, bool]
    levels: Levels
    before: Levels
    steps: dict[tuple[Spans, Exact], list[_Step]]


def parts_of(costs: Costs, most: int) -> list[Part]:
    """Return the parts of all lightest ways to mend, each with at most so many.

    Raises Undecidable where the effort is spent, or rows lie too deep.
    """
    found, cuts = list[Part](), [(costs.root, costs.cells[costs.root].within(costs.weight or 0))]
    while cuts:
        cell, numbers = cuts.pop()
        if not _single(numbers):
            found.append(_part(_Followed(costs, most).cell(cell, numbers, costs.weight or 0), most))
            continue
        own = _own(costs, cell, numbers)
        if own:
            found.append(Part((own,), more=False))
        for at in costs.below.get(cell, ()):
            cost = _least(costs.made[costs.problem.cells + at], numbers)
            if cost:
                row = costs.rows[at]
                fixed = _fixed(costs, at, row.of_sum(numbers, costs.far), cost)
                followed = _Followed(costs, most)
                left = cost - sum(_least(costs.cells[c], n) for c, n in fixed.items())
                if left:
                    found.append(_part(followed.row(at, numbers, left, fixed), most))
                cuts += fixed.items()
    return found


def _part(ways: Sequence[Way], most: int) -> Part:
    return Part(tuple(way.tags for way in ways[:most]), more=len(ways) > most)


def _single(numbers: Spans) -> bool:
    return len(numbers) == 1 and numbers[0][0] == numbers[0][1]


def _least(levels: Levels, numbers: Spans) -> Exact:
    """Return what the cheapest of some numbers costs."""
    return next(cost for cost, each in levels.at.items() if meet(each, numbers))


def _own(costs: Costs, cell: int, number: Spans) -> frozenset[int]:
    """Return the cell's own tags that do not allow a number."""
    options = costs.options[cell]
    return min((o for o in options if meet((o.span,), number)), key=lambda o: o.weight).tags


def _fixed(costs: Costs, at: int, sums: Spans, cost: Exact) -> dict[int, Spans]:
    """Return the members of a row that have one number whatever is chosen, and that number.

    From the last member back, by which sums of those before it are wanted, at which cost.
    """
    members, before = costs.rows[at].members, costs.sums[at]
    wanted = {cost: meet(before[-1].at[cost], sums)}
    fixed: dict[int, Spans] = {}
    for (cell, back), earlier in reversed(list(zip(members, before[:-1], strict=True))):
        mine, rest = list[Span](), dict[Exact, list[Span]]()
        for spent, total in wanted.items():
            for a, numbers in costs.cells[cell].at.items():
                others = earlier.at.get(spent - a, ())
                near = _near(turned(numbers) if back else numbers, total, others, costs.far)
                costs.spend(len(total) * len(near) + len(others))
                mine += near
                rest.setdefault(spent - a, []).extend(meet(others, minus(total, near, costs.far)))
        wanted = {each: spans(numbers) for each, numbers in rest.items() if numbers}
        if _single(spans(mine)):
            fixed[cell] = turned(spans(mine)) if back else spans(mine)
    return fixed


def _near(numbers: Spans, total: Spans, others: Spans, far: int) -> Spans:
    """Return those numbers (of wide spans perhaps more) that some of the others make a total."""
    if not total or not others:
        return ()
    hull = minus(((total[0][0], total[-1][1]),), ((others[0][0], others[-1][1]),), far)
    return tuple(
        span
        for span in meet(numbers, hull)
        if not _single((span,)) or meets(minus(total, (span,), far), others)
    )


@dataclass
class _Followed:
    """Ways followed down from a cell or row; a few more than ``most`` are never listed."""

    costs: Costs
    most: int
    deep: int = 0

    def cell(self, cell: int, wanted: Spans, cost: Exact) -> list[Way]:
        """Return the ways of this cost by which a cell may have one of the numbers wanted."""
        self.deep += 1
        if self.deep > MOST_DEEP:
            raise Undecidable(SPENT)
        states = [
            _State(option.tags, option.span, numbers, cost - option.weight)
            for option in self.costs.options[cell]
            if option.weight <= cost and (numbers := meet(wanted, (option.span,)))
        ]
        rows = self.costs.below.get(cell, ())
        for at, later in zip(rows, self._later(rows, cost), strict=True):
            states = self._cut(self._across(states, at, later))
        self.deep -= 1
        return [Way(state.tags, state.span) for state in states if state.left == 0]

    def _later(self, rows: Sequence[int], cap: Exact) -> list[Levels]:
        """Return, for each row of a cell, what the rows after it make its numbers cost."""
        far = self.costs.far
        found = [Levels({0: ((-far, far),)}, None)]
        for at in reversed(rows[1:]):
            made = self.costs.made[self.costs.problem.cells + at]
            found.append(combined(found[-1], made, cap, meet, self.costs.spend))
        return found[::-1] if rows else []

    def _across(self, states: Sequence[_State], at: int, later: Levels) -> Iterator[_State]:
        """Yield the states of a cell with the ways of one more row."""
        for state in states:
            for cost, numbers in self.costs.made[self.costs.problem.cells + at].at.items():
                wanted = meet(meet(state.wanted, numbers), later.at.get(state.left - cost, ()))
                for way in self.row(at, wanted, cost, {}) if wanted else ():
                    (span,) = meet((state.span,), (way.span,))
                    rest = meet(wanted, (way.span,))
                    yield _State(state.tags | way.tags, span, rest, state.left - cost)

    def row(self, at: int, numbers: Spans, cost: Exact, fixed: Mapping[int, Spans]) -> list[Way]:
        """Return the ways of this cost by which a row allows its parent one of some numbers.

        Members that are ``fixed`` have that number, at no cost.
        """
        row, costs = self.costs.rows[at], self.costs
        known = [
            (Levels({0: fixed[cell]}, None) if cell in fixed else costs.cells[cell], back)
            for cell, back in row.members
        ]
        before = costs.added(known, cost) if fixed else costs.sums[at]
        states = [_Begun((), (0, 0), row.of_sum(numbers, costs.far), cost)]
        done: list[Way] = []
        for place in range(len(known), 0, -1):
            done += [self._ended(state, before[place]) for state in states if state.left == 0]
            one = _Member(row.members[place - 1], known[place - 1][0], before[place - 1], {})
            states = self._cut(
                _Begun((way.tags, state.taken), self._plus(state.span, way.span), rest, left)
                for state in states
                if state.left != 0
                for way, rest, left in self._steps(one, state.wanted, state.left)
            )
        done += [self._ended(state, before[0]) for state in states if state.left == 0]
        return [
            Way(way.tags, row.of_parent((way.span,), costs.far)[0]) for way in done[: self.most + 1]
        ]

    def _plus(self, one: Span, other: Span) -> Span:
        return plus((one,), (other,), self.costs.far)[0]

    def _ended(self, state: _Begun, before: Levels) -> Way:
        """Return what was begun as a way: it costs no more, all members left keep their tags."""
        tags, taken = list[frozenset[int]](), state.taken
        while taken:
            more, taken = taken
            tags.append(more)
        return Way(frozenset().union(*tags), self._plus(state.span, before.at[0][0]))

    def _steps(self, one: _Member, wanted: Spans, left: Exact) -> list[_Step]:
        """Return the ways of one more member, where so much is left for it and those before it.

        With each comes what is wanted of these, and at which cost.
        """
        if (wanted, left) in one.steps:
            return one.steps[wanted, left]
        found = one.steps[wanted, left] = list[_Step]()
        for cost, numbers in one.levels.at.items():
            others = one.before.at.get(left - cost, ())
            for way in self._member(one.cell, numbers, wanted, others, cost) if others else ():
                rest = minus(wanted, (way.span,), self.costs.far)
                if meets(rest, others):
                    found.append((way, rest, left - cost))
        return found

    def _member(
        self, member: tuple[int, bool], numbers: Spans, wanted: Spans, others: Spans, cost: Exact
    ) -> list[Way]:
        """Return the ways of one member, as it counts."""
        cell, back = member
        if not cost:
            return [Way(frozenset(), (turned(numbers) if back else numbers)[0])]
        if cell in self.costs.below:
            self.costs.spend(len(wanted) * len(others))
            sums = minus(wanted, others, self.costs.far)
            found = self.cell(cell, meet(numbers, turned(sums) if back else sums), cost)
        else:
            found = [Way(o.tags, o.span) for o in self.costs.options[cell] if o.weight == cost]
        return [Way(way.tags, turned((way.span,))[0]) for way in found] if back else found

    def _cut(self, states: Iterable[_Any]) -> list[_Any]:
        """Return a few more states than are listed at most."""
        return list(itertools.islice(states, self.most + 1))
