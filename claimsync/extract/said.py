"""Attributions by where they stand: who says what lies around an offset."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimsync.extract.attributions import Attribution


class Said:
    """Attributions by where their content lies."""

    def __init__(self, said: Sequence[Attribution]) -> None:
        self._pieces = sorted(
            ((start, end, one) for one in said for start, end in one.content if start < end),
            key=lambda piece: (piece[0], piece[1]),
        )
        self._all = sorted(said, key=_first)
        self._starts = [_first(one) for one in self._all]
        self._at = 0

    def around(self, offset: int) -> Attribution | None:
        """Return the innermost attribution whose content holds ``offset``."""
        best: tuple[int, Attribution] | None = None
        for at in range(self._from(offset), len(self._pieces)):
            start, end, one = self._pieces[at]
            if start > offset:
                break
            if offset < end and (best is None or end - start <= best[0]):
                best = end - start, one
        return best[1] if best else None

    def _from(self, offset: int) -> int:
        """Return from where pieces may reach ``offset``; those that end before are left behind."""
        while self._at < len(self._pieces) and self._pieces[self._at][1] <= offset:
            self._at += 1
        return self._at

    def of(self, start: int, end: int) -> list[Attribution]:
        """Return the attributions whose cue lies between two offsets."""
        first = bisect_left(self._starts, start)
        return self._all[first : bisect_left(self._starts, end, first)]


def _first(one: Attribution) -> int:
    """Return where an attribution's cue is, or its content where no cue was said."""
    return one.cue[0] if one.cue else one.content[0][0] if one.content else 0
