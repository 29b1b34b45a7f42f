"""Care: where those who were hurt were taken, of which the numbers are parts of the injured.

*Twenty-two of them were being treated at the district hospital and 11 were flown to a clinic.*
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

HURT = frozenset({"injured", "treated"})
_OF = (["of", "them"], ["of", "those"], ["of", "the"])
_OTHER = frozenset({"the", "other", "another", "remaining", "a", "further"})
_WERE = frozenset({"were", "was", "are"})
_CARE = frozenset(
    "treated taken flown airlifted rushed sent transferred hospitalised hospitalized transported"
    " admitted moved brought"
    " evacuated remain remained hospital hospitals clinic".split()
)
_WHERE = frozenset({"to", "at", "in"})
_NEAR = 6  # words between a number and what was done


def cared_for(low: Sequence[str], first: Sequence[int], after: Sequence[int]) -> range:
    """Return which figures tell, one behind the other, where those before them were taken.

    >>> low = "nine of them were taken to hospital and two to a clinic".split()
    >>> cared_for(low, [0, 8], [1, 9])
    range(0, 2)
    """
    start = next(
        (
            at
            for at, end in enumerate(after)
            if list(low[end : end + 2]) in _OF or not _WERE.isdisjoint(low[end : end + 1])
        ),
        None,
    )
    if start is None or _CARE.isdisjoint(low[after[start] : after[start] + _NEAR]):
        return range(0)
    end = start + 1
    while end < len(first) and _goes_on(low, first[end], after[end]):
        end += 1
    return range(start, end) if end - start > 1 else range(0)


def _goes_on(low: Sequence[str], first: int, after: int) -> bool:
    """Return whether a figure goes on with where others were taken: *and 11 to a clinic*."""
    while first > 0 and low[first - 1] in _OTHER:
        first -= 1
    joined = first > 0 and low[first - 1] in {"and", ",", "while"}
    return joined and (
        not _WHERE.isdisjoint(low[after : after + 1])
        or not _CARE.isdisjoint(low[after : after + _NEAR])
    )
