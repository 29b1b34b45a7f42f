"""The steps of a proof over cells, bounds and rows; each names the earlier ones that it rests on.

An end of a cell is a number and how many infinitesimals lie beside it: ``(21, 0)`` is 21 itself,
``(21, 1)`` lies just above it. Ends add, scale and compare as pairs do.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

Exact = int | Fraction
End = tuple[Exact, Exact]


class Given(NamedTuple):
    """A bound gives a cell this end; FLOOR: the cell's floor does."""

    cell: int
    low: bool
    value: End
    bound: int


class Transferred(NamedTuple):
    """A row gives a cell this end, from ends of its other cells."""

    cell: int
    low: bool
    value: End
    row: int
    uses: tuple[int, ...]


class Supposed(NamedTuple):
    """This end is granted for a while, to see what follows."""

    cell: int
    low: bool
    value: End


class Clashing(NamedTuple):
    """The low end of one step lies above the high end of another: a contradiction."""

    low: int
    high: int


class Combined(NamedTuple):
    """Ends and rows add up to ``0 < 0`` (Farkas 1902): a contradiction.

    Every end is multiplied by its entry of ``times``, ``rows`` are (row, multiplier).
    """

    uses: tuple[int, ...]
    times: tuple[Exact, ...]
    rows: tuple[tuple[int, Exact], ...]


class EitherWay(NamedTuple):
    """Two suppositions leave no number between them, and both lead to contradictions: one more."""

    contradictions: tuple[int, int]
    suppositions: tuple[int, int]


class Hence(NamedTuple):
    """A supposition led to a contradiction, so that the cell has the opposite end."""

    cell: int
    low: bool
    value: End
    contradiction: int
    supposition: int


Step = Given | Transferred | Supposed | Clashing | Combined | EitherWay | Hence


def rests_on(step: Step) -> tuple[int, ...]:
    """Return the numbers of the steps that a step rests on."""
    match step:
        case Given() | Supposed():
            return ()
        case Transferred() | Combined():
            return step.uses
        case Clashing():
            return (step.low, step.high)
        case EitherWay():
            return (*step.contradictions, *step.suppositions)
        case Hence():
            return (step.contradiction, step.supposition)


class Script:
    """Steps in order, each told once."""

    def __init__(self) -> None:
        """Begin with none."""
        self.steps: list[Step] = []
        self._at: dict[Step, int] = {}

    def add(self, step: Step) -> int:
        """Return the number of ``step``, written down if it is new."""
        if step not in self._at:
            self._at[step] = len(self.steps)
            self.steps.append(step)
        return self._at[step]

    def extend(self, steps: Sequence[Step]) -> int:
        """Write down the steps of another script; return the number of the last one here."""
        number: dict[int, int] = {}
        for at, step in enumerate(steps):
            number[at] = self.add(_renumbered(step, number))
        return number[len(steps) - 1]

    def ending_in(self, last: int) -> tuple[Step, ...]:
        """Return the steps that step ``last`` rests on, and it, numbered anew."""
        kept = sorted(self._behind(last))
        number = {old: new for new, old in enumerate(kept)}
        return tuple(_renumbered(self.steps[old], number) for old in kept)

    def rests(self, last: int, step: int) -> bool:
        """Return whether ``last`` is, or rests on, ``step``."""
        return step in self._behind(last)

    def _behind(self, last: int) -> set[int]:
        """Return the numbers of ``last`` and of all steps that it rests on."""
        needed, todo = {last}, [last]
        while todo:
            below = [use for use in rests_on(self.steps[todo.pop()]) if use not in needed]
            needed.update(below)
            todo.extend(below)
        return needed


def _renumbered(step: Step, number: dict[int, int]) -> Step:
    """Return a step that names others by their new numbers."""
    match step:
        case Given() | Supposed():
            return step
        case Transferred() | Combined():
            return step._replace(uses=tuple(number[use] for use in step.uses))
        case Clashing():
            return Clashing(number[step.low], number[step.high])
        case EitherWay((one, other), (first, second)):
            return EitherWay((number[one], number[other]), (number[first], number[second]))
        case Hence():
            return step._replace(
                contradiction=number[step.contradiction], supposition=number[step.supposition]
            )
