"""Currencies that carry over: *3 billion euros* is followed by *a gap of 15 billion*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimsync.extract.text.clauses import PREPOSITIONS
from claimsync.extract.text.rules import Rule
from claimsync.extract.text.tokens import position

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimsync.extract.figures.quantities import Quantity
    from claimsync.extract.text.tokens import Token

RULES = (
    Rule("money/carried", ("million", "billion", "trillion"),
         "a round sum without a currency has that of the sum before it",
         "Income was 4 billion euros, which leaves a gap of 2 billion.",
         "Income was 4 billion euros, and 2 billion people came."),
)  # fmt: skip
CARRIED = RULES[0].id
_SCALES = frozenset(RULES[0].words)
_LEADS = frozenset(
    ", and or of at to from by about around only nearly than just over under says say said gives"
    " reckons estimates claims".split()
)
_IS = frozenset("is was be were are been costs cost".split())
_CLOSING = PREPOSITIONS | frozenset(
    ', . ; : ) ! ? ” " — – and but or while last this next a each more less of'.split()
)


def currencies(
    found: Sequence[Quantity], words: Sequence[Token], unit: str | None, *, pays: bool = False
) -> Iterator[Quantity]:
    """Yield the figures of a sentence, sums without a currency under that of the sum before.

    ``unit`` is the currency told last before the sentence; where one ``pays``, *is 2 billion* is
    a sum as well.

    >>> from claimsync.extract.figures.quantities import quantities
    >>> from claimsync.extract.questions.sentences import cut
    >>> text = "It took in 4 billion euros, a gap of 2 billion."
    >>> [str(one.figure) for one in currencies(quantities(text), cut(text, 0, len(text)), None)]
    ['= 4 billion EUR', '= 2 billion EUR']
    """
    for one in found:
        if one.kind == "money":
            unit = one.figure.unit
        elif unit is not None and _sum(one, words, _LEADS | _IS if pays else _LEADS):
            figure = one.figure.model_copy(update={"unit": unit.partition(" per ")[0]})
            one = one._replace(kind="money", figure=figure, rules=(*one.rules, CARRIED))  # noqa: PLW2901 - the same figure
        yield one


def currency(found: Sequence[Quantity], before: str | None) -> str | None:
    """Return the currency that a sentence leaves for the next one."""
    return next((one.figure.unit for one in reversed(found) if one.kind == "money"), before)


def _sum(one: Quantity, words: Sequence[Token], leads: frozenset[str]) -> bool:
    """Return whether a figure is a bare sum: *of 15 billion*, at the end of its phrase."""
    if one.kind != "count" or one.noun is not None or one.figure.unit is not None:
        return False
    first, after = position(words, one.start), position(words, one.end)
    scaled = 0 < after <= len(words) and words[after - 1].low in _SCALES
    led = first > 0 and words[first - 1].low in leads
    return scaled and led and (after == len(words) or words[after].low in _CLOSING)
