"""Numbers that only stand beside what is told: ages behind a name, clock times, parts of a name."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimsync.model.figure import Figure, Qualifier

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimsync.extract.places import Place
    from claimsync.extract.quantities import Quantity
    from claimsync.extract.tokens import Token

Span = tuple[int, int]
_OLDEST = 120
_AGED = frozenset({"aged", "age", "ages"})
_CLOCK = frozenset({"at", "by", "until", "from", "after", "before", "around", "since"})
_HANDING = frozenset("handed hand handing took taken turned turn carried held gave taking".split())
_OVER = frozenset({Qualifier.MORE_THAN, Qualifier.AT_LEAST})


def told_of(
    found: Sequence[Quantity], words: Sequence[Token], located: Sequence[Place],
    apart: Sequence[Span],
) -> Iterator[Quantity]:  # fmt: skip
    """Yield the figures of a sentence that tell something, without those that stand beside it.

    ``apart`` are the spans, in order, of who says it: *two diplomats* count nothing.
    """
    at = {word.start: position for position, word in enumerate(words)}
    inside = [span for span in apart if words and span[1] > words[0].start]
    ages = False
    for one in found:
        position = at.get(one.number_start)
        if one.kind == "age":
            ages = True
            continue
        if _named(one, located, inside) or position is None:
            if position is None:
                yield one
            continue
        ages = ages and _joined(words, position)
        if not ages and not _beside(one, words, position):
            yield _handed(one, words, at)


def _named(one: Quantity, located: Sequence[Place], apart: Sequence[Span]) -> bool:
    """Return whether a number is part of a name: *the three districts*, *two diplomats said*."""
    spans = [(place.start, place.end) for place in located]
    return any(start <= one.start < end for start, end in (*spans, *apart))


def _beside(one: Quantity, words: Sequence[Token], position: int) -> bool:
    """Return whether a number is an age (*Greta Fohn, 58,*) or a clock time (*at 19.05*)."""
    number = one.figure.number
    if one.kind != "count" or one.noun is not None or number is None:
        return False
    before = words[position - 1].text.casefold() if position else ""
    after = words[position + 1].text if position + 1 < len(words) else ""
    if before in _AGED:
        return True
    if before in _CLOCK and words[position].text.count(".") == 1:
        hour, _, minute = words[position].text.partition(".")
        return len(minute) == len("05") and len(hour) <= len("19")
    if before != "," or after not in {",", "."} or position < len("a,"):
        return False
    return (
        number.exponent == 0 and 0 < number.digits < _OLDEST and words[position - 2].kind == "word"
    )


def _joined(words: Sequence[Token], position: int) -> bool:
    """Return whether a number goes on with a list: *aged 24 and 27*."""
    return position > 0 and words[position - 1].text in {"and", "or", ","}


def _handed(one: Quantity, words: Sequence[Token], at: dict[int, int]) -> Quantity:
    """Return *88* of *handed over 88*, where *over* belongs to the verb."""
    position = at.get(one.start, 0)
    if one.figure.qualifier not in _OVER or words[position].text != "over" or not position:
        return one
    if words[position - 1].text.casefold() not in _HANDING or one.figure.number is None:
        return one
    plain = Figure(number=one.figure.number, unit=one.figure.unit)
    return replace(one, start=one.number_start, figure=plain, change="=")
