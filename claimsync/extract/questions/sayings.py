"""Sayings: a date that only tells when somebody spoke, or when a toll rose, dates no event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimsync.extract.stances.senses import SPEECH
from claimsync.extract.text.closed_words import MANNER, PREPOSITIONS, STOPS, is_past

if TYPE_CHECKING:
    from collections.abc import Sequence

_REPORTED = SPEECH | frozenset(
    "reported confirmed announced claimed admitted acknowledged estimated revealed insisted denied"
    " declined showed published posted testified".split()
)
_TELLS = frozenset({"told", "tells"})
_TOLD = _REPORTED | MANNER | {"reporters"}
_NEAR = 8  # words
RISES = frozenset("rose risen rises climbed climbs grew grown jumped raised revised".split())


def spoken(low: Sequence[str], first: int, after: int) -> bool:
    """Return whether a date, from ``first`` up to ``after``, tells when somebody spoke.

    >>> said = "he said at a briefing in kolm on tuesday".split()
    >>> spoken(said, 7, 9), spoken("he said rain fell on tuesday".split(), 4, 6)
    (True, False)
    """
    return _behind(low, first) or _before(low, first, after)


def rising(low: Sequence[str], first: int) -> bool:
    """Return whether a date at ``first`` is when a toll rose to what it is.

    >>> rising("the toll rose to 212 on sunday".split(), 5)
    True
    """
    near = low[max(first - _NEAR, 0) : first]
    return "to" in near and not RISES.isdisjoint(near[: near.index("to")])


def _behind(low: Sequence[str], first: int) -> bool:
    """Return whether the words before a date go back to a verb of speech and tell nothing."""
    if first and low[first - 1] in _TOLD:
        return True
    for at in range(first - 1, max(first - _NEAR, 0) - 1, -1):
        if low[at] in _REPORTED:
            leads = low[at + 1] in PREPOSITIONS and low[at + 1] != "that"
            return leads or low[at] in _TELLS
        if low[at] in STOPS or low[at] == "that" or low[at][0].isdigit() or is_past(low[at]):
            return False
    return False


def _before(low: Sequence[str], first: int, after: int) -> bool:
    """Return whether who speaks, and a verb of speech, follow a date: *on Tuesday police said*.

    *They were hurt on Tuesday, police said* tells when they were.
    """
    parted = low[after : after + 1] == [","]
    if parted and first and low[first - 1] not in STOPS:
        return False
    start = after + parted
    for at in range(start, min(start + _NEAR, len(low))):
        if low[at] in _REPORTED:
            return True
        if low[at] in STOPS or low[at][0].isdigit() or is_past(low[at]):
            return False
    return False
