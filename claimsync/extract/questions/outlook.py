"""Whether a date lies ahead: *will meet on Monday* does, *held on Monday, will go on* does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimsync.extract.stances.senses import SPEECH
from claimsync.extract.text.closed_words import DETERMINERS, PASTS, PREPOSITIONS, STOPS

if TYPE_CHECKING:
    from collections.abc import Sequence

AHEAD = frozenset(
    "will would due next scheduled plans planned expected expects expect forecasts aims aim aimed"
    " hopes hope intends intend".split()
)
_MAY = frozenset({"could", "might", "shall"})
_ARE = frozenset({"is", "are"})
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
    if "since" in low[max(at - 1, 0) : at + 1]:
        return False
    for back in range(at - 1, max(at - _NEAR, 0) - 1, -1):
        if low[back] in _MARKS:
            break
        if _coming(low, back):
            return True
        if _past(low, back):
            return False
    return any(_coming(low, other) for other, word in enumerate(low) if word not in _MAY)


def looks(low: Sequence[str]) -> bool:
    """Return whether a sentence looks ahead at all.

    >>> looks("they are to go on friday".split()), looks("they could have died".split())
    (True, False)
    """
    return any(_coming(low, at) for at in range(len(low)))


def _coming(low: Sequence[str], at: int) -> bool:
    """Return whether a word leads to what is to come: *will*, *are to*, *could close*."""
    word = low[at]
    if word in AHEAD:
        return True
    if word == "to":
        return at > 0 and low[at - 1] in _ARE
    return word in _MAY and list(low[at + 1 : at + 2]) != ["have"]


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
