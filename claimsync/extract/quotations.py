"""Quotations: what stands between quote marks, whichever marks the writer mixed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_MARKS = re.compile("[\"“”„‟«»'‘’‚‹›＂「」『』]")
_DOUBLE = frozenset("\"“”„‟«»＂「」『』")
_OPENING = frozenset("“„‟«「『")
_CLOSING = frozenset("”»」』")
_SPEECH_END = frozenset(".,?!…—-")


@dataclass(frozen=True, slots=True)
class Quotation:
    """One stretch of quoted words with its marks; ``closed`` unless the closing mark is missing."""

    start: int
    end: int
    closed: bool = True

    def inner(self, text: str) -> tuple[int, int]:
        """Return where the quoted words stand, without their marks."""
        return self.start + 1, self.end - 1 if self.closed else self.end


def quotations(text: str, start: int, end: int) -> list[Quotation]:
    """Return the outermost quotations between two offsets, in order.

    A mark's neighbours say whether it opens or closes, so that a straight mark may be closed by a
    curly one. What is never closed goes on to the end.

    >>> text = 'He said "yes” and: “Not ‘now’, “maybe” later.'
    >>> [text[found.start : found.end] for found in quotations(text, 0, len(text))]
    ['"yes”', '“Not ‘now’, “maybe” later.']
    """
    marks = [match.start() for match in _MARKS.finditer(text, start, end)]
    if not marks:
        return []
    if all(text[mark] in "'’" for mark in marks) and not any(
        _opens(text, mark, start, end) for mark in marks
    ):
        return []
    return list(_paired(text, marks, start, end))


def _paired(text: str, marks: list[int], start: int, end: int) -> Iterable[Quotation]:
    """Yield the outermost pairs of marks."""
    singles = _single_closers(text, marks, end)
    opened = depth = 0
    single_close = -1
    for index, mark in enumerate(marks):
        double = text[mark] in _DOUBLE
        if mark <= single_close:
            continue
        if depth:
            if double:
                depth += 1 if _opens(text, mark, start, end) and text[mark] in _OPENING else -1
                if depth == 0:
                    yield Quotation(opened, mark + 1)
        elif not _opens(text, mark, start, end):
            continue
        elif double:
            opened, depth = mark, 1
        elif singles[index] >= 0:
            single_close = singles[index]
            yield Quotation(mark, single_close + 1)
    if depth:
        yield Quotation(opened, end, closed=False)


def _opens(text: str, mark: int, start: int, end: int) -> bool:
    """Return whether the neighbours of a mark make it one that opens."""
    after = text[mark + 1] if mark + 1 < end else " "
    if after.isspace() or text[mark] in _CLOSING:
        return False
    before = text[mark - 1] if mark > start else " "
    if before.isspace() or before in "([{—–-:/“‘\"'*>":
        return text[mark] not in "’›"
    return text[mark] in "“„«「『" and not before.isalnum() and before not in _SPEECH_END


def _single_closers(text: str, marks: list[int], end: int) -> list[int]:
    """Return, for every mark, where a single quotation that it opened would be closed, or -1.

    An apostrophe after s (the workers’ rights) closes only if no better mark follows.
    """
    closers = [-1] * len(marks)
    sure = weak = -1
    for index in range(len(marks) - 1, -1, -1):
        closers[index] = sure if sure >= 0 else weak
        mark = marks[index]
        if text[mark] == "‘":
            sure = weak = -1
        elif text[mark] in "'’" and not text[mark - 1].isspace():
            after = text[mark + 1] if mark + 1 < end else " "
            if not after.isalnum():
                weak = mark
                sure = mark if text[mark - 1] not in "sS" else sure
    return closers
