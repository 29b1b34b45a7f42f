"""What supports a cell: its own claims, else the sum of its own claimed parts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimsync.findings.case import Case


class Sum(NamedTuple):
    """Logical and usual ends, the claims they come from, and whether all parts are ``listed``.

    ``refused``: a sum among the parts was refused, so the list counts as open; ``torn``: claims
    among them exclude each other, so that the ends are a hull and nothing can be said to agree;
    ``loose``: a relation among the parts has measures that nobody claims.
    """

    low: int
    high: int
    usual_low: int
    usual_high: int
    claims: tuple[int, ...]
    listed: bool
    refused: bool = False
    torn: bool = False
    loose: bool = False

    def meets(self, other: Sum) -> bool:
        """Return whether the logical intervals share a number."""
        return self.low <= other.high and other.low <= self.high


class Supports:
    """The support of every cell of a case, worked out when asked for, each once.

    ``without`` are claims that do not count, for looking at one position of a diverging cell.
    """

    def __init__(self, case: Case, without: frozenset[int] = frozenset()) -> None:
        """Begin with nothing known."""
        self.case, self.without = case, without
        self.unbounded = case.frame.amounts.unbounded
        self._known: dict[int, Sum] = {}
        self._sums: dict[int, Sum] = {}
        self._rows = case.found.problem.rows_of_whole

    def of(self, cell: int) -> Sum:
        """Return what supports ``cell``; without claims below it only its floor does."""
        todo, opened = [cell], set[int]()
        while todo:
            top = todo[-1]
            below = [] if self._claimed(top) else self._parts_below(top)
            missing = [part for part in below if part not in self._known]
            if top not in self._known and top not in opened and missing:
                opened.add(top)
                todo.extend(missing)
                continue
            if top not in self._known:
                # Relations may run in a circle, in which a cell supports itself by its floor alone.
                self._known |= {part: self._nothing(part) for part in missing}
                self._known[top] = self._own(top) if self._claimed(top) else self._from_below(top)
            todo.pop()
        return self._known[cell]

    def sum(self, row: int) -> Sum:
        """Return the sum of the parts of ``row``."""
        if row not in self._sums:
            self._sums[row] = self._total(row)
        return self._sums[row]

    def fits(self, row: int) -> bool:
        """Return whether parts and whole of ``row`` can hold together by their own supports."""
        whole, parts = self.of(int(self.case.cells.rows.whole[row])), self.sum(row)
        if not self._claimed(int(self.case.cells.rows.whole[row])):
            return True
        return parts.low <= whole.high and parts.high >= whole.low

    def _claimed(self, cell: int) -> bool:
        return bool(self.case.found.own.claimed[cell])

    def _parts_below(self, cell: int) -> list[int]:
        """Return the parts of all rows under an unclaimed cell."""
        return [
            p for row in self._rows.get(cell, ()) for p in self.case.cells.rows.parts(row).tolist()
        ]

    def _own(self, cell: int) -> Sum:
        """Return the support by the cell's own claims."""
        case = self.case
        if self.without:
            return self._left(cell)
        own, (usual_low, usual_high) = case.found.own, case.usual
        ends = (own.bounds.low[cell], own.bounds.high[cell], usual_low[cell], usual_high[cell])
        claims = tuple(case.claimed_by[cell].tolist())
        return _supported(*map(int, ends), claims=claims, torn=bool(own.clash[cell]))

    def _left(self, cell: int) -> Sum:
        """Return the support by those of the cell's own claims that count."""
        case, floor = self.case, int(self.case.found.problem.floor[cell])
        bounds = case.bounds(cell)
        bounds = bounds[[int(row) not in self.without for row in case.row[bounds]]]
        low, high = (
            max(case.low[bounds], default=floor),
            min(case.high[bounds], default=self.unbounded),
        )
        torn = bool(low > high)
        if torn:
            low, high = case.found.own.bounds.low[cell], case.found.own.bounds.high[cell]
        usual_low = max(case.usual_low[bounds], default=low)
        usual_high = min(case.usual_high[bounds], default=high)
        claims = tuple(sorted(set(case.row[bounds].tolist())))
        ends = (int(low), int(high), int(usual_low), int(usual_high))
        return _supported(*ends, claims=claims, torn=torn)

    def _nothing(self, cell: int) -> Sum:
        """Return the support by the floor alone."""
        floor = int(self.case.found.problem.floor[cell])
        return Sum(floor, self.unbounded, floor, self.unbounded, (), listed=False)

    def _from_below(self, cell: int) -> Sum:
        """Return the support by the sums below; where there are several, what all of them allow."""
        result = self._nothing(cell)
        for row in self._rows.get(cell, ()):
            sum_ = self.sum(row)
            if not sum_.claims or self.case.found.refused[row]:
                result = result._replace(refused=result.refused or bool(sum_.claims))
                continue
            result = Sum(
                max(result.low, sum_.low),
                min(result.high, sum_.high),
                max(result.usual_low, sum_.usual_low),
                min(result.usual_high, sum_.usual_high),
                tuple(dict.fromkeys((*result.claims, *sum_.claims))),
                listed=result.listed or sum_.listed,
                refused=result.refused or sum_.refused,
                torn=result.torn or sum_.torn,
                loose=result.loose or sum_.loose or self._loose(row, sum_),
            )
        return result

    def _loose(self, row: int, sum_: Sum) -> bool:
        """Return whether a row is a relation and not all of its measures are claimed."""
        return bool(self.case.cells.rows.relation[row]) and not sum_.listed

    def _total(self, row: int) -> Sum:
        """Return the sum over the supports of a row's parts; an open list has no high end."""
        shape = self.case.cells.rows
        parts = [self.of(part) for part in shape.parts(row).tolist()]
        complete = bool(shape.complete[row])
        refused = any(part.refused for part in parts) or self._refused_below(row)
        loose = any(part.loose for part in parts)
        return Sum(
            self._added(part.low for part in parts),
            self._added(part.high for part in parts) if complete else self.unbounded,
            self._added(part.usual_low for part in parts),
            self._added(part.usual_high for part in parts) if complete else self.unbounded,
            tuple(dict.fromkeys(claim for part in parts for claim in part.claims)),
            listed=complete and all(p.claims for p in parts) and not refused and not loose,
            refused=refused,
            torn=any(part.torn for part in parts),
            loose=loose,
        )

    def _refused_below(self, row: int) -> bool:
        """Return whether a sum among the parts of ``row`` was refused."""
        refused = self.case.found.refused
        if not refused.any():
            return False
        parts = self.case.cells.rows.parts(row).tolist()
        return any(refused[below] for part in parts for below in self._rows.get(part, ()))

    def _added(self, ends: Iterable[int]) -> int:
        """Return a sum of ends; one infinite end makes it infinite."""
        total = 0
        for end in ends:
            if not -self.unbounded < end < self.unbounded:
                return int(end)
            total += end
        return int(total)


def _supported(
    low: int, high: int, usual_low: int, usual_high: int, *, claims: tuple[int, ...], torn: bool
) -> Sum:
    """Return the support by claims; usual ends that exclude each other count for nothing."""
    usual = (usual_low, usual_high) if usual_low <= usual_high else (low, high)
    return Sum(low, high, *usual, claims, listed=True, torn=torn)
