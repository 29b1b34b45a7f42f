"""What a clause says of its own figure only: a verb, a date or a *confirmed* of another is no such.

*140,000 pupils were affected and classes would resume on Monday*: the pupils are not yet to come.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimsync.extract.clauses import SUBORDINATORS, WEEKDAYS
from claimsync.extract.number_words import SMALL
from claimsync.extract.senses import SPEECH
from claimsync.extract.tokens import position

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimsync.extract.tokens import Token

_OPENS = SUBORDINATORS - {"and", "or", "than", "as", "but", "so", "yet", "nor"} | SPEECH
_RISES = frozenset("rose risen rises climbed climbs grew grown jumped raised revised".split())
_CONFIRMS = frozenset({"confirmed", "confirms", "confirm"})
_CASES, _NEAR = frozenset({"case", "cases", "infection", "infections"}), 4


def another_clause(between: str) -> bool:
    """Return whether the words between a figure and a verb open a clause of their own.

    >>> another_clause(" pupils were affected and that classes "), another_clause(" posts ")
    (True, False)
    """
    words = between.casefold().split()
    return not _OPENS.isdisjoint(words) or words[-1:] == ["and"]  # *14 were found and fear that*


def parted(between: str) -> bool:
    """Return whether words behind a verb's clause lead into another one.

    >>> parted(", because the union counts "), parted(' "close to ')
    (True, False)
    """
    return ", " in between or another_clause(between)


def found_as_cases(words: Sequence[Token], start: int) -> bool:
    """Return whether *confirmed* says how cases were found: *it had confirmed 3,412 cases*.

    >>> from claimsync.extract.sentences import cut
    >>> [found_as_cases(cut(text, 0, len(text)), text.index("12"))
    ...  for text in ("it confirmed 12 cases", "it confirmed that 12 cases were found")]
    [True, False]
    """
    before = words[: position(words, start)]
    at = next((at for at, word in enumerate(before) if word.low in _CONFIRMS), len(before))
    behind = words[at + 1 : at + 2 + _NEAR]
    counted = bool(behind) and (behind[0].kind == "number" or behind[0].low in SMALL)
    return counted and not _CASES.isdisjoint(word.low for word in behind)


def risen(words: Sequence[Token], toll: int, start: int) -> bool:
    """Return whether a toll that ends at ``toll`` rose to the figure at ``start``.

    >>> from claimsync.extract.sentences import cut
    >>> text = "The toll rose to 212 on Sunday"
    >>> risen(cut(text, 0, len(text)), 8, 17)
    True
    """
    return any(word.low in _RISES for word in words[position(words, toll) : position(words, start)])


def day_in(said: str) -> str:
    """Return the day that a date of an undated page names.

    >>> day_in("Saturday evening's"), day_in("on Sunday")
    ('Saturday', 'Sunday')
    """
    words = [word.removesuffix("'s").removesuffix("’s") for word in said.split()]
    return next((word for word in reversed(words) if word.casefold() in WEEKDAYS), words[-1])
