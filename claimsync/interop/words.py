"""The texts of cells as values of the model, each distinct text read once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimsync.errors import InvalidClaimError, Place
from claimsync.interop.cells import Memo
from claimsync.interop.separators import POINT
from claimsync.model.base import canonical_name
from claimsync.model.building import built
from claimsync.model.claim import Reading
from claimsync.model.figure import Figure, Qualifier
from claimsync.model.number import MOST_DIGITS, Number
from claimsync.model.period import Period
from claimsync.model.question import Question, phase_of
from claimsync.model.stance import Stance
from claimsync.model.unit import Kind, unit_of
from claimsync.notation import parse_attribution, parse_figure, parse_link, parse_stance

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimsync.model.context import Context

Readings = tuple[Reading, ...]
Pair = tuple[str, tuple[str, ...]]  # a dimension and its possible codes
LONGEST_FIGURE = 2000
ALTERNATIVES = " | "
_PARTS = ("measure", "event", "phase", "dimensions", "when", "unit")
_STANCES = {stance.value: stance for stance in Stance}


class _AsWritten(dict[str, str]):
    """A reader for free text, which is kept as it is."""

    def __missing__(self, text: str) -> str:
        """Return the text."""
        return text


class Words:
    """Readers of the columns, under the declarations of one context."""

    def __init__(self, context: Context) -> None:
        """Prepare a reader for every column."""
        period = Memo(lambda text: Period.parse(text, context.zone))
        name, number, free = Memo(canonical_name), Memo(_number), _AsWritten()
        self._categories = {measure.name for measure in context.measures if measure.categories}
        self.codes: Memo[Memo[Pair]] = Memo(
            lambda dimension: Memo(lambda text: (dimension, codes_in(text)))
        )
        self.readers: Mapping[str, Mapping[str, Any]] = {
            "id": name, "source": Memo(parse_attribution), "stance": Memo(_stance), "measure": name,
            "event": name, "phase": Memo(lambda text: phase_of(text.casefold())), "when": period,
            "value": free, "low": number, "high": number, "unit": name, "[unit]": name,
            "said_at": period, "as_of": period, "link": Memo(parse_link),
            "quote": free, "url": free, "note": free,
        }  # fmt: skip
        self._questions: Memo[Question] = Memo(
            lambda parts: built(Question, dict(zip(_PARTS, parts, strict=True)))
        )
        self._bounds: Memo[Readings] = Memo(lambda parts: _bounds(*parts))
        self._stated: Memo[Readings] = Memo(lambda parts: _stated(*parts))

    def question(self, found: Mapping[str, Any]) -> Question | None:
        """Return the question of a row; None for a continuation, which only links to one.

        Raises InvalidClaimError where the measure is missing.
        """
        measure, get = found.get("measure"), found.get
        parts = (get("event"), get("phase"), found["dimensions"], get("when"), get("[unit]"))
        if measure is not None:
            return self._questions[(measure, *parts)]
        if "link" in found and not any(parts):
            return None
        message = "expected a measure, got an empty cell; name what is claimed"
        raise InvalidClaimError(message, Place(column="measure"))

    def readings(self, found: Mapping[str, Any]) -> Readings:
        """Return what a row says of the figure: its bounds, else its value, else nothing.

        Raises InvalidClaimError.
        """
        low, high, unit = found.get("low"), found.get("high"), found.get("unit")
        if low is not None or high is not None:
            return self._bounds[low, high, unit]
        value = found.get("value")
        if value is None:
            return ()
        return self._stated[value, unit, found.get("measure") in self._categories]


def codes_in(text: str) -> tuple[str, ...]:
    """Return the possible codes of a cell, several only where `` | `` separates them.

    >>> codes_in("Gaza City | Gaza Strip"), codes_in("A|B")
    (('Gaza City', 'Gaza Strip'), ('A|B',))
    """
    return tuple(dict.fromkeys(canonical_name(code) for code in text.split(ALTERNATIVES)))


def _stance(text: str) -> Stance:
    """Return the stance that a cell names, in words or by its mark."""
    folded = text.casefold()
    return _STANCES[folded] if folded in _STANCES else parse_stance(text)


def _number(text: str) -> str:
    """Return the text of a number: ``1.234`` and ``1234e-3`` are not equally clear."""
    Number.parse(text)
    return text


def _bounds(low: str | None, high: str | None, unit: str | None) -> Readings:
    """Return bounds as said: a range, at least, or at most."""
    for column, text in (("low", low), ("high", high)):
        _refuse_dotted(text or "", unit, column)
    ends = [None if text is None else Number.parse(text) for text in (low, high)]
    match ends:
        case [Number() as least, Number() as most]:
            if least.value > most.value:
                message = f"expected low ≤ high, got {low} and {high}; swap them"
                raise InvalidClaimError(message, Place(column="low"))
            figure = Figure(qualifier=Qualifier.RANGE, number=least, to=most, unit=unit)
        case [None, most]:
            figure = Figure(qualifier=Qualifier.AT_MOST, number=most, unit=unit)
        case [least, _]:
            figure = Figure(qualifier=Qualifier.AT_LEAST, number=least, unit=unit)
    return (Reading(figure=figure),)


def _stated(text: str, unit: str | None, categories: bool) -> Readings:  # noqa: FBT001 - memo key
    """Return the readings of a value as text."""
    try:
        readings = _figures(text, categories=categories)
        for reading in readings:
            numbers = (reading.figure.number, reading.figure.to, reading.figure.margin)
            written = {str(number).lstrip("-") for number in numbers if number is not None}
            if "." in text and written.intersection(POINT.findall(text)):
                _refuse_dotted(text, unit, "value")
        return tuple(_in_unit(reading, unit) for reading in readings)
    except InvalidClaimError as error:
        raise error if error.place.column else error.at(Place(column="value")) from None


def _refuse_dotted(text: str, unit: str | None, column: str) -> None:
    """Refuse ``1.234`` of a unit that counts: nobody counts thousandths of a person."""
    if unit is None or "." not in text or unit_of(unit).kind is not Kind.COUNT:
        return
    if match := POINT.search(text):
        plain = match[0].replace(".", "")
        raise InvalidClaimError(
            f"expected a whole number of {unit!r}, got {match[0]!r};"
            f" write {plain}, or {plain}e-3 if it is meant",
            Place(column=column),
        )


def _figures(text: str, *, categories: bool) -> Readings:
    """Return the readings, a plain number without the notation's help."""
    if len(text) > LONGEST_FIGURE:
        raise InvalidClaimError(
            f"expected a figure, got a text of {len(text):,} characters, beginning {text[:40]!r};"
            " move it to the column 'note'"
        )
    if text.isascii() and text.isdecimal() and len(text) <= MOST_DIGITS and not categories:
        return (Reading(figure=Figure(number=Number.parse(text))),)
    return tuple(parse_figure(text, categories=categories))


def _in_unit(reading: Reading, unit: str | None) -> Reading:
    """Return a reading whose number carries the unit of the row."""
    figure = reading.figure
    if unit is None or figure.unit == unit or not figure.states_number:
        return reading
    if figure.unit is not None:
        raise InvalidClaimError(
            f"expected one unit, got {unit!r} beside {figure.unit!r} in 'value'; keep one",
            Place(column="unit"),
        )
    return reading.model_copy(update={"figure": figure.model_copy(update={"unit": unit})})
