"""Figures to the cells of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimsync.errors import InvalidClaimError
from claimsync.interop.separators import POINT
from claimsync.interop.words import ALTERNATIVES
from claimsync.model.claim import Reading
from claimsync.model.figure import Figure, Qualifier
from claimsync.model.unit import Kind, unit_of
from claimsync.notation import parse_figure, render

if TYPE_CHECKING:
    from claimsync.model.number import Number

_BOUNDED = frozenset({Qualifier.RANGE, Qualifier.AT_LEAST, Qualifier.AT_MOST})


def figure_cells(
    readings: tuple[Reading, ...], published: str | None = None, *, categories: bool = False
) -> dict[str, str]:
    """Return the columns of a claim's figure: bounds as such, everything else in words.

    >>> said = Figure(number=157, unit="person", spread="each", over="side")
    >>> figure_cells((Reading(figure=said),))
    {'value': '157 each side', 'unit': 'person'}

    ``published`` is the text beside bounds; ``categories`` says that bare words are categories.
    """
    units = {reading.figure.unit for reading in readings if reading.figure.states_number}
    silent = {reading.figure.unit for reading in readings if not reading.figure.states_number}
    unit = units.pop() if len(units) == 1 and silent <= {None} else None
    only = readings[0].figure if len(readings) == 1 and readings[0].prior is None else None
    if only is not None and only.spread is None and _as_bounds(only, published):
        low = _plain(only.number, unit) if only.qualifier is not Qualifier.AT_MOST else ""
        high = _plain(only.to or only.number, unit) if only.to or not low else ""
        return {"low": low, "high": high, "value": published or "", "unit": unit or ""}
    value = ALTERNATIVES.join(_words(reading, unit, categories=categories) for reading in readings)
    return {"value": value, "unit": unit or ""}


def _as_bounds(figure: Figure, published: str | None) -> bool:
    """Return whether a figure goes into ``low`` and ``high``."""
    return figure.qualifier is Qualifier.RANGE or (
        published is not None and figure.qualifier in _BOUNDED
    )


def _words(reading: Reading, unit: str | None, *, categories: bool) -> str:
    """Return one reading as a cell writes it, without the unit that has its own column."""
    figure = reading.figure
    if figure.qualifier is Qualifier.CATEGORY and categories and _reads_bare(reading):
        return figure.word or ""
    bare = figure.model_copy(update={"unit": None}) if unit and figure.unit == unit else figure
    text = str(render(bare)).removeprefix("= ")
    for number in (figure.number, figure.to, figure.margin):
        if number is not None:
            text = text.replace(str(number), _plain(number, figure.unit), 1)
    return f"{text} ({_plain(reading.prior)})" if reading.prior else text


def _reads_bare(reading: Reading) -> bool:
    """Return whether a category reads as itself without quotes."""
    try:
        return tuple(parse_figure(reading.figure.word or "", categories=True)) == (reading,)
    except InvalidClaimError:
        return False


def _plain(number: Number | None, unit: str | None = None) -> str:
    """Return a number without grouping commas, so that ``1.234`` in its column is no riddle.

    Of a unit that counts, ``1.234`` is one by itself and written ``1234e-3``.
    """
    if number is None:
        return ""
    text = str(number).replace(",", "")
    if unit and POINT.fullmatch(text.lstrip("-")) and unit_of(unit).kind is Kind.COUNT:
        return f"{number.digits}e{number.exponent}"
    return text
