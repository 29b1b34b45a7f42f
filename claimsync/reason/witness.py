"""Numbers that satisfy everything at once: the proof that what is left holds together."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimsync.reason.propagate import Propagation


class _Term(NamedTuple):
    """A cell that may take ``low`` to ``high`` and counts once, or (``sign``) minus once."""

    cell: int
    low: int | None
    high: int | None
    sign: int = 1


def witness(found: Propagation) -> list[int]:
    """Return an encoded number for every cell, all rows and bounds kept; shape (cells,).

    ``found`` must be free of clashes. From the roots down every row gives its cells numbers that
    fit its parent's, which each can take, since what the rows below leave it is an interval.
    """
    numbers: dict[int, int] = {}
    for rows in reversed(found.forest.rounds):
        for row, parent in zip(rows.rows.tolist(), rows.parent.tolist(), strict=True):
            if parent not in numbers:
                numbers[parent] = _near_zero(*_ends(found, parent, final=True))
            _share(found, row, parent, numbers)
    for cell in range(found.problem.cells):
        if cell not in numbers:
            numbers[cell] = _near_zero(*_ends(found, cell, final=True))
    return [numbers[cell] for cell in range(found.problem.cells)]


def _ends(found: Propagation, cell: int, *, final: bool) -> tuple[int | None, int | None]:
    """Return what a cell may take: by everything, or by the rows below it alone."""
    bounds, finite = found.final if final else found.up, found.problem.finite
    low, high = int(bounds.low[cell]), int(bounds.high[cell])
    return low if finite(low) else None, high if finite(high) else None


def _share(found: Propagation, row: int, parent: int, numbers: dict[int, int]) -> None:
    """Give numbers to the cells of a row whose parent has one."""
    problem = found.problem
    whole, parts = int(problem.whole[row]), problem.parts(row).tolist()
    others = [part for part in parts if part != parent]
    signs = [(part, 1 if parent == whole else -1) for part in others]
    if parent != whole:
        signs.append((whole, 1))
    terms = [_Term(cell, *_ends(found, cell, final=False), sign) for cell, sign in signs]
    chosen = [_near_zero(term.low, term.high) for term in terms]
    left = numbers[parent] - sum(
        term.sign * number for term, number in zip(terms, chosen, strict=True)
    )
    # An open row leaves room: under its whole, or above a part and its siblings.
    fits = bool(problem.complete[row]) is False and (left >= 0 if parent == whole else left <= 0)
    if not fits:
        _move(terms, chosen, left)
    numbers.update((term.cell, number) for term, number in zip(terms, chosen, strict=True))


def _move(terms: Sequence[_Term], chosen: list[int], left: int) -> None:
    """Move the chosen numbers within their ends until nothing is ``left``."""
    for at, term in enumerate(terms):
        wanted = chosen[at] + term.sign * left
        moved = _clamped(wanted, term.low, term.high)
        left -= term.sign * (moved - chosen[at])
        chosen[at] = moved


def _near_zero(low: int | None, high: int | None) -> int:
    """Return the number between two ends that is nearest to zero."""
    return _clamped(0, low, high)


def _clamped(number: int, low: int | None, high: int | None) -> int:
    """Return the number between two ends that is nearest to another one."""
    if low is not None and number < low:
        return low
    return high if high is not None and number > high else number
