"""Quotations: what stands between quote marks, whichever marks the writer mixed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

# Every mark begins with one of these signs, so that a search goes by them alone.
_MARKS = re.compile(r"""["'“”„‟«»‘’‚‹›＂「」『』`](?:(?<=')'|(?<=`)`)?+""")
_SINGLE = frozenset("'‘’‚‹›")
_OPENING = frozenset("“„‟«「『")
_CLOSING = frozenset("”»」』")
_SPEECH_END = frozenset(".,?!…—-")
_BEFORE_OPENING = frozenset("([{—–-:/“‘\"'*>")


class Quotation(NamedTuple):
    """One stretch of quoted words with its marks; ``closed`` unless the closing mark is missing."""

    start: int
    end: int
    closed: bool = True


def quotations(text: str, start: int, end: int) -> list[Quotation]:
    """Return the outermost quotations between two offsets, in order.

    A mark's neighbours say whether it opens or closes, so that a straight mark may be closed by a
    curly one. What is never closed goes on to the end.

    >>> text = 'He said "yes” and: “Not ‘now’, “maybe” later.'
    >>> [text[found.start : found.end] for found in quotations(text, 0, len(text))]
    ['"yes”', '“Not ‘now’, “maybe” later.']
    """
    marks = [mark for mark in _MARKS.finditer(text, start, end) if mark[0] != "`"]
    if not marks:
        return []
    opens = [_opens(text, mark, start, end) for mark in marks]
    return list(_paired(text, marks, opens, end)) if True in opens else []


def _paired(
    text: str, marks: list[re.Match[str]], opens: list[bool], end: int
) -> Iterable[Quotation]:
    """Yield the outermost pairs of marks."""
    singles = _single_closers(text, marks, end)
    opened = depth = closed = 0
    for index, match in enumerate(marks):
        mark = match[0]
        if match.start() < closed:
            continue
        if depth:
            if mark not in _SINGLE:
                depth += 1 if opens[index] and mark in _OPENING else -1
            if depth == 0:
                yield Quotation(opened, match.end())
        elif opens[index] and mark not in _SINGLE:
            opened, depth = match.start(), 1
        elif opens[index] and singles[index]:
            closed = singles[index]
            yield Quotation(match.start(), closed)
    if depth:
        yield Quotation(opened, end, closed=False)


def _opens(text: str, match: re.Match[str], start: int, end: int) -> bool:
    """Return whether the neighbours of a mark make it one that opens."""
    mark = match[0]
    after = text[match.end()] if match.end() < end else " "
    if mark == "”" and match.start() == start:
        return True  # a line that opens with the wrong mark
    if (
        (after.isspace() and mark != "«")
        or mark in _CLOSING
        or mark in "’›"
        or (mark == "'" and after.isdigit())
    ):
        return False
    before = text[match.start() - 1] if match.start() > start else " "
    if before.isspace() or before in _BEFORE_OPENING:
        return True
    return mark in _OPENING and not before.isalnum() and before not in _SPEECH_END


def _single_closers(text: str, marks: list[re.Match[str]], end: int) -> list[int]:
    """Return, for every mark, where a single quotation that it opened would be closed, or 0.

    An apostrophe after s (the workers’ rights) closes only if no better mark follows.
    """
    closers = [0] * len(marks)
    sure = weak = 0
    for index in range(len(marks) - 1, -1, -1):
        closers[index] = sure or weak
        match = marks[index]
        if match[0] == "‘":
            sure = weak = 0
        elif match[0] in "'’" and match.start() and not text[match.start() - 1].isspace():
            after = text[match.end()] if match.end() < end else " "
            if not after.isalnum():
                weak = match.end()
                sure = weak if text[match.start() - 1] not in "sS" else sure
    return closers
