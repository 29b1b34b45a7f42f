"""Doers: who does what a verb tells, not to whom it is done: *three men abducted her*.

The past of a verb is told of both: *12 people injured on Monday* were hurt, *12 men injured a
guard* hurt somebody. Before whom, or what, it is done to it is told of who does it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimsync.extract.figures.nouns import MONTHS
from claimsync.extract.questions.leads import UNITS
from claimsync.extract.text.closed_words import BE, HAVE, OBJECTS, PREPOSITIONS, TIMES, is_adverb

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimsync.extract.text.tokens import Token

_SELVES = frozenset("himself herself itself themselves ourselves each".split())
_OPENS = frozenset("the a an his her its their our my this that these those".split())
_BECOMES = BE | frozenset("get gets got getting gotten remain remains remained left".split())
_NO_NAMES = MONTHS | TIMES | PREPOSITIONS | {"and", "or", "but", "as", "when", "while", "us"}
_SPAN = 3  # words of a time: *the same day*


def acts(words: Sequence[Token], low: Sequence[str], at: int, after: int) -> bool:
    """Return whether the verb in words ``at`` to ``after`` is told of who does it.

    >>> from claimsync.extract.questions.sentences import cut
    >>> def told(text):
    ...     words = cut(text, 0, len(text))
    ...     low = [word.low for word in words]
    ...     return acts(words, low, low.index("hurt"), low.index("hurt") + 1)
    >>> [told(text) for text in ("Ten men hurt a guard.", "Ten men have hurt her.")]
    [True, True]
    >>> [told(text) for text in ("Ten men were hurt.", "Ten men hurt this week.")]
    [False, False]
    """
    before = at - 1
    while before > 0 and is_adverb(low[before]):
        before -= 1
    if low[before] in _BECOMES or after >= len(low):
        return False
    paid = low[before] in HAVE and words[after].kind in {"number", "currency"}
    return paid or _object(words, low, after)


def _object(words: Sequence[Token], low: Sequence[str], at: int) -> bool:
    """Return whether somebody to whom a thing is done begins at ``at``."""
    if low[at] in OBJECTS | _SELVES:
        return True
    if low[at] in _OPENS:
        return UNITS.isdisjoint(low[at : at + _SPAN]) and MONTHS.isdisjoint(low[at : at + _SPAN])
    word = words[at]
    named = word.kind == "word" and word.text[0].isupper() and word.text.upper() != word.text
    return named and low[at] not in _NO_NAMES and not words[at - 1].text[0].isupper()
