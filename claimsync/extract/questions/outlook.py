"""Whether a date lies ahead: *will meet on Monday* does, *held on Monday, will go on* does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimsync.extract.stances.senses import SPEECH
from claimsync.extract.text.clauses import DETERMINERS, PASTS, PREPOSITIONS, STOPS

if TYPE_CHECKING:
    from collections.abc import Sequence

AHEAD = frozenset(
    "will would due next scheduled plans planned expected expects expect forecasts".split()
)
_MARKS = frozenset(', ; : ( ) – — - " “ ”'.split())
_TO_BE = frozenset({"be", "get", "have", "been"})  # *to be closed on Monday* is yet to come
_NOT_PAST = frozenset(
    "hundred indeed need let put shut hurt appears believe believes come comes get gets give gives"
    " go goes include includes know knows lets make makes puts remain remains see sees seem seems"
    " take takes tries want wants".split()
)
_WAS = frozenset({"was", "were", "had"})
_NEAR = 14  # words between a verb and its date


def ahead(low: Sequence[str], at: int) -> bool:
    """Return whether the date at ``at`` is looked ahead to: the nearest verb before it tells.

    Where none stands before it in its clause, the whole sentence does.

    >>> told = "the bill , which passed on tuesday , will be law on friday".split()
    >>> ahead(told, 6), ahead(told, 12)
    (False, True)
    """
    for back in range(at - 1, max(at - _NEAR, 0) - 1, -1):
        if low[back] in _MARKS:
            break
        if low[back] in AHEAD:
            return True
        if _past(low, back):
            return False
    return not AHEAD.isdisjoint(low)


def _past(low: Sequence[str], at: int) -> bool:
    """Return whether a word tells what was: *passed on*, and not *the delayed talks*."""
    word, before = low[at], low[at - 1] if at else ""
    if word in SPEECH or word in _NOT_PAST or before in _TO_BE:
        return False
    after = low[at + 1] if at + 1 < len(low) else "."
    if after == "to":
        return False  # *agreed to close in May*
    if not word.endswith("ed"):
        return word in PASTS or word in _WAS
    acts = before.endswith("s") and before not in DETERMINERS  # *players changed clubs*
    leads = acts or after in PREPOSITIONS | DETERMINERS | STOPS or after[0].isdigit()
    return leads and before not in DETERMINERS
