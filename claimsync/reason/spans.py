"""Sets of integers as spans (low, high) in order, apart from each other.

``far`` stands for infinity wherever ends are added: what reaches it stays there.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

Span = tuple[int, int]
Spans = tuple[Span, ...]


def spans(loose: Iterable[Span]) -> Spans:
    """Return the union of some spans.

    >>> spans([(7, 9), (1, 3), (4, 5)])
    ((1, 5), (7, 9))
    """
    found: list[Span] = []
    for low, high in sorted(loose):
        if found and low <= found[-1][1] + 1:
            if high > found[-1][1]:
                found[-1] = (found[-1][0], high)
        elif low <= high:
            found.append((low, high))
    return tuple(found)


def meet(one: Spans, other: Spans) -> Spans:
    """Return what two sets have in common.

    >>> meet(((1, 5), (7, 9)), ((4, 8),))
    ((4, 5), (7, 8))
    """
    found, at, beside = list[Span](), 0, 0
    while at < len(one) and beside < len(other):
        low, high = max(one[at][0], other[beside][0]), min(one[at][1], other[beside][1])
        if low <= high:
            found.append((low, high))
        if one[at][1] < other[beside][1]:
            at += 1
        else:
            beside += 1
    return tuple(found)


def meets(one: Spans, other: Spans) -> bool:
    """Return whether two sets have a number in common.

    >>> meets(((1, 5), (9, 9)), ((6, 8),))
    False
    """
    few, many = (one, other) if len(one) < len(other) else (other, one)
    for low, high in few:
        at = bisect_right(many, (high, math.inf))
        if at and many[at - 1][1] >= low:
            return True
    return False


def plus(one: Spans, other: Spans, far: int) -> Spans:
    """Return all sums of a number of each set.

    >>> plus(((1, 2), (8, 8)), ((10, 10), (20, 99)), far=99)
    ((11, 12), (18, 18), (21, 99))
    """
    if len(one) == len(other) == 1:
        return (_added(one[0], other[0], far),)
    return spans(_added(a, b, far) for a in one for b in other)


def minus(one: Spans, other: Spans, far: int) -> Spans:
    """Return all differences of a number of each set."""
    return plus(one, turned(other), far)


def turned(one: Spans) -> Spans:
    """Return the negated numbers of a set.

    >>> turned(((1, 2), (8, 8)))
    ((-8, -8), (-2, -1))
    """
    return tuple((-high, -low) for low, high in reversed(one))


def _added(one: Span, other: Span, far: int) -> Span:
    low = -far if one[0] <= -far or other[0] <= -far else one[0] + other[0]
    high = far if one[1] >= far or other[1] >= far else one[1] + other[1]
    return low, high
