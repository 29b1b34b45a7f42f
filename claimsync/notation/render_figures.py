"""Figures and readings to text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimsync.model.figure import Figure, Qualifier
from claimsync.model.number import SCALES, Number
from claimsync.model.policy import DEFAULT
from claimsync.model.unit import Kind, unit_of
from claimsync.notation.figures import dotted, plain_unit
from claimsync.notation.marks import IN_FIGURE, in_quotes, written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimsync.model.claim import Reading

_OPENINGS = {
    Qualifier.EXACTLY: "=",
    Qualifier.AROUND: "~",
    Qualifier.NEARLY: "= nearly",
    Qualifier.AT_LEAST: ">=",
    Qualifier.MORE_THAN: ">",
    Qualifier.AT_MOST: "<=",
    Qualifier.UNDER: "<",
    Qualifier.UP_TO: "= up to",
}
_SCALED = re.compile(rf" (?:{'|'.join(SCALES)})$")


def figure_text(figure: Figure) -> str:
    """Return a figure, operator first: number, unit, spread.

    >>> figure_text(Figure(number="5", unit="million barrels"))
    '= 5 [unit="million barrels"]'
    """
    parts = [_amount_text(figure)]
    if figure.unit is not None:
        bare = figure.states_number and figure.qualifier is not Qualifier.WORD
        inline = plain_unit(figure.unit) and (bare or figure.qualifier is Qualifier.WORD)
        parts.append(figure.unit if inline else f"[unit={in_quotes(figure.unit)}]")
    if figure.spread is not None and figure.over is not None:
        parts.extend((figure.spread.value, written(figure.over, IN_FIGURE)))
    return " ".join(parts)


def reading_text(reading: Reading) -> str:
    """Return a figure with its prior in parentheses."""
    prior = f" ({reading.prior})" if reading.prior is not None else ""
    return f"{figure_text(reading.figure)}{prior}"


def readings_text(readings: Sequence[Reading]) -> str:
    """Return the readings with a bar between them; only the first keeps its ``=``."""
    first, *others = [reading_text(reading) for reading in readings]
    return " | ".join((first, *(other.removeprefix("= ") for other in others)))


def _amount_text(figure: Figure) -> str:
    """Return operator, qualifying words and numbers."""
    match figure.qualifier:
        case Qualifier.NO_INFORMATION:
            return "= no information"
        case Qualifier.CATEGORY:
            return f"= {in_quotes(figure.word or '')}"
        case Qualifier.WORD:
            known = figure.word in DEFAULT.words
            return f"= {figure.word if known else 'word ' + in_quotes(figure.word or '')}"
        case Qualifier.RANGE:
            return f"= {_pair(figure, figure.to, '..')}"
        case Qualifier.MARGIN:
            return f"= {_pair(figure, figure.margin, ' +- ')}"
        case _:
            return f"{_OPENINGS[figure.qualifier]} {_number(figure.number, figure.unit)}"


def _pair(figure: Figure, second: Number | None, joint: str) -> str:
    """Return two numbers; a scale that only the second has is spelt out, or both would share it."""
    left, right = _number(figure.number, figure.unit), _number(second, figure.unit)
    if second is not None and _SCALED.search(right) and not _SCALED.search(left):
        right = f"{second.digits}e{second.exponent}"
    return f"{left}{joint}{right}"


def _number(number: Number | None, unit: str | None) -> str:
    """Return a number; 1.234 people would be taken for a European 1,234, hence 1234e-3."""
    text = str(number)
    if number is not None and unit and dotted(text) and unit_of(unit).kind is Kind.COUNT:
        return f"{number.digits}e{number.exponent}"
    return text
