"""Quantities: every figure of a text, with what it counts and how it is meant."""

from __future__ import annotations

from dataclasses import dataclass

from claimsync.extract.tokens import tokens
from claimsync.model.figure import Figure
from claimsync.model.number import MOST_DIGITS, Number


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure in a text; every span is ``[start, end)`` in code points.

    ``kind`` is count, money, share or measure; or ordinal, age, date, duration, name or score,
    which are told apart so that they are never taken for a rival figure. ``spread`` is each or
    total where the text says so, else both readings stay open. ``role`` tells how the figure
    stands to another (included, remaining, further, former …); ``change`` is one of
    ``= ~ > < up down``.
    """

    start: int
    end: int
    figure: Figure
    number_start: int
    number_end: int
    unit: tuple[int, int] | None = None
    noun: tuple[int, int] | None = None
    kind: str = "count"
    spread: str | None = None
    role: str | None = None
    change: str = "="
    rules: tuple[str, ...] = ()


def quantities(text: str, start: int = 0, end: int | None = None) -> list[Quantity]:
    """Return the quantities of ``text[start:end]`` in the order of the text.

    >>> [str(found.figure) for found in quantities("21 dead")]
    ['= 21']
    """
    return [
        Quantity(token.start, token.end, Figure(number=Number(int(token.text))), *token[1:3])
        for token in tokens(text, start, end)
        if token.kind == "number" and token.text.isdecimal() and len(token.text) < MOST_DIGITS
    ]
