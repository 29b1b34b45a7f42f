"""Attributions by where they stand: who says what lies around an offset."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from claimsync.model.stance import Stance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimsync.extract.stances.attribution import Attribution
    from claimsync.extract.stances.stances import StanceMark


class Said:
    """Attributions by where their content lies."""

    def __init__(self, said: Sequence[Attribution]) -> None:
        self._pieces = sorted(
            ((start, end, one) for one in said for start, end in one.content if start < end),
            key=lambda piece: (piece[0], piece[1], len(piece[2].chain)),
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

    def turn(self, offset: int) -> Attribution | None:
        """Return the turn of a transcript, or the post, that ``offset`` lies in."""
        by = self.around(offset)
        return by if by is not None and by.rules[:1] == ("label",) else None

    def of(self, start: int, end: int) -> list[Attribution]:
        """Return the attributions whose cue lies between two offsets."""
        first = bisect_left(self._starts, start)
        return self._all[first : bisect_left(self._starts, end, first)]


def foreign(mark: StanceMark, by: Attribution) -> bool:
    """Return whether a stance is not that of who tells a figure: *no word on the 30 X says left*.

    It then stands outside what is told, its source and its cue.
    """
    if by.cue is None or not (mark.stance.withholds or mark.stance is Stance.DENIES):
        return False
    own = (*by.content, by.cue, *((by.source,) if by.source else ()))
    return not any(start < mark.cue[1] and mark.cue[0] < end for start, end in own)


def begged(text: str, by: Attribution) -> bool:
    """Return whether a source only asks for what is counted: *The school asked for 40 desks*.

    That it did so is the page's own word.
    """
    return "asks" in by.rules and by.cue is not None and text.startswith(" for ", by.cue[1])


def _first(one: Attribution) -> int:
    """Return where an attribution's cue is, or its content where no cue was said."""
    return one.cue[0] if one.cue else one.content[0][0] if one.content else 0
