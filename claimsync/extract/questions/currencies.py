"""Units that carry over: *3 billion euros*, then *a gap of 2 billion*; *A at 9%, B at 7*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimsync.extract.figures.measures import PAYING
from claimsync.extract.text.closed_words import PREPOSITIONS
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
    Rule("share/carried", ("at", "on", "with"),
         "a bare number in a list of shares is a share, where the same word leads to it",
         "The poll put the Reds at 19 percent and the Greens at 11.",
         "The poll put the Reds at 19 percent and the Greens in front."),
)  # fmt: skip
CARRIED, SHARED = (rule.id for rule in RULES)
_SCALES = frozenset(RULES[0].words)
_LEADS = frozenset(
    ", and or of at to from by about around only nearly than just over under says say said gives"
    " reckons estimates claims".split()
)
_FLOWS = frozenset(
    "spending exports imports deficit surplus investment investments earnings profits expenditure"
    " assets liabilities outlays".split()
)  # *and exports 38 billion*
_IS = frozenset("is was be were are been costs cost".split())
_CLOSING = PREPOSITIONS | frozenset(
    ', . ; : ) ! ? ” " — – and but or while last this next a each more less of'.split()
)


def united(
    found: list[Quantity], words: Sequence[Token], money: str | None, off: frozenset[str]
) -> tuple[list[Quantity], str | None]:
    """Return the figures of a sentence under the units that carry over, and its last currency.

    ``money`` is the currency of the sentence before; ``off`` names rules that are switched off.
    """
    if money is not None or any(one.kind == "money" for one in found):
        if CARRIED not in off:
            pays = not PAYING.isdisjoint(word.low for word in words)
            found = list(currencies(found, words, money, pays=pays))
        money = next((one.figure.unit for one in reversed(found) if one.kind == "money"), money)
    if SHARED not in off and any(one.kind == "share" for one in found[:-1]):
        found = list(percents(found, words))
    return found, money


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


def percents(found: Sequence[Quantity], words: Sequence[Token]) -> Iterator[Quantity]:
    """Yield the figures of a sentence, bare numbers of a list of shares as shares.

    >>> from claimsync.extract.figures.quantities import quantities
    >>> from claimsync.extract.questions.sentences import cut
    >>> text = "It has the Reds at 19 percent and the Greens at 11."
    >>> [str(one.figure) for one in percents(quantities(text), cut(text, 0, len(text)))]
    ['= 19 %', '= 11 %']
    """
    last = None
    for one in found:
        if last is not None and last.kind == "share" and _listed(last, one, words):
            figure = one.figure.model_copy(update={"unit": "%"})
            one = one._replace(kind="share", figure=figure, rules=(*one.rules, SHARED))  # noqa: PLW2901 - the same figure
        yield one
        last = one


def _listed(last: Quantity, one: Quantity, words: Sequence[Token]) -> bool:
    """Return whether a bare number is led to as the share before it, in one list with it."""
    number = one.figure.number
    if one.kind != "count" or one.noun is not None or one.figure.unit is not None or number is None:
        return False
    first, before = position(words, one.start), position(words, last.start)
    between = words[position(words, last.unit[1] if last.unit else last.end) : first]
    return (
        number.value <= _ALL
        and before > 0
        and words[before - 1].low == words[first - 1].low
        and words[first - 1].low in _LEVELS
        and 1 < len(between) <= _LISTED
        and between[0].low in {",", "and"}
        and all(word.kind == "word" for word in between[1:])
    )


_ALL, _LISTED = 100, 8  # percent; words from one of a list to the next
_LEVELS = frozenset({"at", "on", "with"})


def _sum(one: Quantity, words: Sequence[Token], leads: frozenset[str]) -> bool:
    """Return whether a figure is a bare sum: *of 15 billion*, at the end of its phrase."""
    if one.kind != "count" or one.noun is not None or one.figure.unit is not None:
        return False
    first, after = position(words, one.start), position(words, one.end)
    scaled = 0 < after <= len(words) and words[after - 1].low in _SCALES
    led = first > 0 and words[first - 1].low in leads | PAYING | _FLOWS
    return scaled and led and (after == len(words) or words[after].low in _CLOSING)
