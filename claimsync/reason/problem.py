"""What the engine is asked: cells, bounds on them, and rows between them, in exact integers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable
    from fractions import Fraction

    from numpy.typing import NDArray

Ints = Any  # NDArray of int64, or of Python integers where sums might not fit
FLOOR = -1


class Link(NamedTuple):
    """A row that is no plain sum: ``whole = Σ factor · part``, or ``whole = factor · part · part``.

    Not ``complete``: the whole is at least that. ``factors`` are between the numbers that ends are
    ticks of; a product has one.
    """

    whole: int
    parts: tuple[int, ...]
    factors: tuple[Fraction, ...]
    complete: bool = True
    product: bool = False


@dataclass
class Problem:
    """Cells with a floor, bounds with a tag each, rows in CSR form, and links.

    ``unbounded`` stands for infinity: larger than any sum of finite bounds. A cell's number is a
    multiple of its ``step`` (0: any number). An end is ``ticks`` times a number, plus one tick
    where the end lies just above it, less one where just below; shape (cells,).
    """

    floor: Ints
    cell: NDArray[np.int64]
    low: Ints
    high: Ints
    tag: NDArray[np.int64]
    whole: NDArray[np.int64]
    start: NDArray[np.int64]
    part: NDArray[np.int64]
    complete: NDArray[np.bool_]
    unbounded: int
    step: Ints
    ticks: Ints
    links: tuple[Link, ...] = ()

    @property
    def cells(self) -> int:
        """How many cells there are."""
        return len(self.floor)

    @cached_property
    def rows_of_whole(self) -> dict[int, list[int]]:
        """The rows that sum up to each cell."""
        found: dict[int, list[int]] = {}
        for row, whole in enumerate(self.whole.tolist()):
            found.setdefault(whole, []).append(row)
        return found

    @cached_property
    def _by_cell(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The bounds in the order of their cells, and where those of each cell begin."""
        order = np.argsort(self.cell, kind="stable")
        return order, np.searchsorted(self.cell[order], np.arange(self.cells + 1))

    def bounds(self, cell: int) -> NDArray[np.int64]:
        """Return the bounds on one cell."""
        order, start = self._by_cell
        return order[start[cell] : start[cell + 1]]

    def parts(self, row: int) -> NDArray[np.int64]:
        """Return the parts of one row."""
        return self.part[self.start[row] : self.start[row + 1]]

    def finite(self, value: Any) -> bool:
        """Return whether a bound is a number rather than infinity."""
        return bool(-self.unbounded < value < self.unbounded)


class Sources:
    """Where the ends on one side come from, worked out only once somebody asks.

    A source is the index of a bound, FLOOR, or ``-2 - row`` for a row.
    """

    def __init__(self, first: Callable[[], NDArray[np.int64]]) -> None:
        """Begin with what ``first`` will tell."""
        self._first = first
        self._since: list[tuple[NDArray[np.int64], NDArray[np.int64]]] = []
        self._known: NDArray[np.int64] | None = None

    def note(self, cell: NDArray[np.int64], row: NDArray[np.int64]) -> None:
        """Note that rows gave these cells their ends."""
        self._since.append((cell, row))

    @property
    def now(self) -> NDArray[np.int64]:
        """The source of the end of every cell."""
        if self._known is None:
            self._known = self._first()
        for cell, row in self._since:
            self._known[cell] = -2 - row
        self._since.clear()
        return self._known

    def after(self) -> Sources:
        """Return these sources, to note more in; they themselves stay as they are."""
        return Sources(self._copied)

    def _copied(self) -> NDArray[np.int64]:
        """Return all sources as they are when they are first asked for."""
        return self.now.copy()


@dataclass
class Bounds:
    """The ends of every cell and their sources: low ends, and high ones negated; shape (2, cells).

    So turned, on both sides tighter is higher, and there is no end at ``-unbounded``.
    """

    ends: Ints
    sources: tuple[Sources, Sources]
    shared: bool = False

    @cached_property
    def low(self) -> Ints:
        """The low ends."""
        return self.ends[0]

    @cached_property
    def high(self) -> Ints:
        """The high ends."""
        return -self.ends[1]

    @property
    def low_from(self) -> NDArray[np.int64]:
        """Where the low ends come from."""
        return self.sources[0].now

    @property
    def high_from(self) -> NDArray[np.int64]:
        """Where the high ends come from."""
        return self.sources[1].now

    def after(self) -> Bounds:
        """Return bounds to tighten further; these stay as they are."""
        return Bounds(self.ends, (self.sources[0].after(), self.sources[1].after()), shared=True)

    def tighten(
        self, side: int, cell: NDArray[np.int64], end: Ints, row: NDArray[np.int64]
    ) -> None:
        """Take up tighter ends of some cells, each given by a row."""
        if len(cell) == 0:
            return
        if self.shared:
            self.ends, self.shared = self.ends.copy(), False
        self.ends[side][cell] = end
        self.sources[side].note(cell, row)
