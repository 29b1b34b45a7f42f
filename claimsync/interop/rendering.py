"""Claims to records of text, which read back as equal claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimsync.errors import InvalidClaimError
from claimsync.interop.columns import COLUMNS, QUESTION_UNIT, column_of, layout_of
from claimsync.interop.separators import POINT
from claimsync.interop.words import ALTERNATIVES
from claimsync.model.figure import Figure, Qualifier
from claimsync.model.links import place_of
from claimsync.model.stance import Stance
from claimsync.model.unit import Kind, unit_of
from claimsync.notation import parse_figure, render

if TYPE_CHECKING:
    from claimsync.model.claim import Claim, Reading
    from claimsync.model.claimset import ClaimSet
    from claimsync.model.number import Number

_BOUNDED = frozenset({Qualifier.RANGE, Qualifier.AT_LEAST, Qualifier.AT_MOST})


def to_records(claimset: ClaimSet) -> list[dict[str, str]]:
    """Return one record a claim, all with the same columns, in the order of the tables' columns.

    >>> from claimsync.interop.records import from_records
    >>> to_records(from_records([{"Source": "AFP", "[place]": "Kyiv", "measure": "hurt", "low": 8}]))
    [{'source': 'AFP', 'measure': 'hurt', 'value': '>= 8', '[place]': 'Kyiv'}]

    Columns that no claim fills are left out. Raises InvalidClaimError for a code that holds
    `` | ``, which in a table separates two possible codes.
    """
    categories = {measure.name for measure in claimset.context.measures if measure.categories}
    records = [_record(claim, categories) for claim in claimset.claims]
    used = {column for record in records for column, text in record.items() if text}
    columns = [*(column for column in (*COLUMNS, QUESTION_UNIT) if column in used)]
    columns += sorted(used.difference(columns))
    return [{column: record.get(column, "") for column in columns} for record in records]


def _record(claim: Claim, categories: set[str]) -> dict[str, str]:
    """Return what one claim writes into each column."""
    question = claim.question
    if question is None:
        raise InvalidClaimError(
            "expected a claim with a question, got a continuation; put it into a ClaimSet"
        )
    told = claim.provenance
    record = {
        **_extra(told.extra),
        "id": claim.id or "",
        "source": render(claim.attribution),
        "stance": "" if claim.stance is Stance.ASSERTS else claim.stance.value,
        "measure": question.measure,
        "event": question.event or "",
        "phase": question.phase.value if question.phase else "",
        "when": str(question.when or ""),
        QUESTION_UNIT: question.unit or "",
        "said_at": str(claim.said_at or ""),
        "as_of": str(claim.as_of or ""),
        "link": " ".join(render(link) for link in claim.links),
        "quote": told.quote or "",
        "url": told.url or "",
        "note": told.note or "",
        **_figure(claim.readings, told.published, question.measure in categories),
    }
    for dimension, codes in question.dimensions:
        if any(ALTERNATIVES in code for code in codes):
            message = f"expected codes without {ALTERNATIVES!r} in a table, got {codes!r}; rename the code"
            raise InvalidClaimError(message, place_of(claim, column_of(dimension)))
        record[column_of(dimension)] = ALTERNATIVES.join(codes)
    return record


def _extra(extra: dict[str, str]) -> dict[str, str]:
    """Return the notes that came from unknown columns and can go back there."""
    unknown = dict(layout_of(list(extra)).unknown)
    return {name: text for name, text in extra.items() if name in unknown}


def _figure(
    readings: tuple[Reading, ...], published: str | None, categories: bool
) -> dict[str, str]:  # noqa: FBT001
    """Return the columns of the figure: bounds as such, everything else in words."""
    units = {reading.figure.unit for reading in readings if reading.figure.states_number}
    unit = units.pop() if len(units) == 1 else None
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
