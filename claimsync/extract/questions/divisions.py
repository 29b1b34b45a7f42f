"""Divisions: how many voted for something, how many against, and how many for neither.

*212 votes for and 140 against*, *voted 212 to 140 to pass it*, *12 abstained* are three questions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

FOR, AGAINST, NEITHER = DIVISIONS = "votes for", "votes against", "abstentions"
_SIDES = {
    ("for",): FOR, ("in", "favour"): FOR, ("in", "favor"): FOR, ("against",): AGAINST,
    ("abstained",): NEITHER, ("abstaining",): NEITHER, ("abstentions",): NEITHER,
    ("abstention",): NEITHER,
}  # fmt: skip
_VOTERS = frozenset(
    "vote votes members lawmakers mps senators deputies councillors councilors delegates"
    " legislators states countries judges".split()
)
_VOTING = frozenset("voted voting vote votes".split())
_VOTED = _VOTING | {"by"}
_PASSED = frozenset("passed approved backed adopted carried agreed endorsed ratified".split())
_FAILED = frozenset("rejected defeated lost failed fell".split())
_MATTERS = frozenset(
    "bill motion law measure plan budget resolution proposal deal amendment closure strike change"
    " merger reform treaty act it them this".split()
)
_ENDS = frozenset(", . ; : ) and but while with to or – —".split())
_NEAR, _WIDE = 3, 12  # words


def division(low: Sequence[str], first: int, past: int) -> tuple[int, int, str] | None:
    """Return the words that say how those counted in ``first`` to ``past`` voted, and the measure.

    >>> low = "there were 212 votes for , 140 against and 12 abstentions".split()
    >>> [division(low, at, at + 1) for at in (2, 6, 9)]
    [(4, 5, 'votes for'), (7, 8, 'votes against'), (10, 11, 'abstentions')]
    >>> division("there were 212 votes for the mayor".split(), 2, 3) is None
    True
    """
    near = set(low[max(first - _WIDE, 0) : past + _WIDE])
    if near.isdisjoint(_VOTING) and not {"abstained", "abstentions"} & near:
        return None
    return _pair(low, first, past) or _side(low, past)


def _side(low: Sequence[str], past: int) -> tuple[int, int, str] | None:
    """Return the side behind a number: *140 against*, *140 members voted against the bill*."""
    at = past
    while at < past + _NEAR and low[at : at + 1] and low[at] in _VOTERS | _VOTING:
        at += 1
    for words, measure in _SIDES.items():
        end = at + len(words)
        if tuple(low[at:end]) == words and (
            low[end : end + 1] == [] or low[end] in _ENDS or low[end : end + 1] == ["of"]
            or measure == NEITHER or not _MATTERS.isdisjoint(low[end : end + _NEAR])
        ):  # fmt: skip
            return at, end, measure
    return None


def _pair(low: Sequence[str], first: int, past: int) -> tuple[int, int, str] | None:
    """Return the side of one of two numbers: *voted 212 to 140*, *by 27 votes to 22*."""
    votes = past + (low[past : past + 1] == ["votes"])
    leads = first > 0 and low[first - 1] in _VOTED and low[votes : votes + 1] == ["to"]
    if leads and low[votes + 1 : votes + 2] and low[votes + 1][0].isdecimal():
        won = not _lost(low, first, votes + 2)
        return first - 1, first, FOR if won else AGAINST
    back = first - 1
    back -= low[max(back - 1, 0) : back] == ["votes"]
    trails = low[first - 1 : first] == ["to"] and back > 1 and low[back - 1][0].isdecimal()
    if trails and low[back - 2] in _VOTED:
        return back - 2, back - 1, AGAINST if not _lost(low, back, past) else FOR
    return None


def _lost(low: Sequence[str], first: int, past: int) -> bool:
    """Return whether a vote went against what it was on: *rejected it by 212 to 140*."""
    near = low[max(first - _WIDE, 0) : first]
    against = low[past : past + 1] == ["against"]
    return against or (not _FAILED.isdisjoint(near) and _PASSED.isdisjoint(near))
