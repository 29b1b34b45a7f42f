"""Claims to records of text, which read back as equal claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimsync.errors import InvalidClaimError
from claimsync.interop.columns import COLUMNS, QUESTION_UNIT, column_of, layout_of
from claimsync.interop.figure_cells import figure_cells
from claimsync.interop.words import ALTERNATIVES, codes_in
from claimsync.model.links import place_of
from claimsync.model.stance import Stance
from claimsync.notation import render

if TYPE_CHECKING:
    from claimsync.model.claim import Claim
    from claimsync.model.claimset import ClaimSet
    from claimsync.model.question import Question


def to_records(claimset: ClaimSet) -> list[dict[str, str]]:
    """Return one record a claim, all with the same columns, in the order of the tables' columns.

    >>> from claimsync.interop.records import from_records
    >>> row = {"Source": "AFP", "[place]": "Kyiv", "measure": "hurt", "low": 8}
    >>> to_records(from_records([row]))
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
    question, told = claim.question, claim.provenance
    if question is None:
        raise InvalidClaimError(
            "expected a claim with a question, got a continuation; put it into a ClaimSet"
        )
    stated = question.measure in categories
    return {
        **_extra(told.extra),
        "id": claim.id or "",
        "source": render(claim.attribution),
        "stance": "" if claim.stance is Stance.ASSERTS else claim.stance.value,
        **_question(question),
        **_dimensions(claim, question),
        "said_at": str(claim.said_at or ""),
        "as_of": str(claim.as_of or ""),
        "link": " ".join(render(link) for link in claim.links),
        "quote": told.quote or "",
        "url": told.url or "",
        "note": told.note or "",
        **figure_cells(claim.readings, told.published, categories=stated),
    }


def _question(question: Question) -> dict[str, str]:
    """Return the columns of a question, dimensions left out."""
    return {
        "measure": question.measure,
        "event": question.event or "",
        "phase": question.phase.value if question.phase else "",
        "when": str(question.when or ""),
        QUESTION_UNIT: question.unit or "",
    }


def _dimensions(claim: Claim, question: Question) -> dict[str, str]:
    """Return one column a dimension."""
    cells = {}
    for dimension, codes in question.dimensions:
        column = column_of(dimension)
        cells[column] = ALTERNATIVES.join(codes)
        if codes_in(cells[column]) != codes:
            raise InvalidClaimError(
                f"expected codes without {ALTERNATIVES!r} in a table, got {codes!r};"
                " rename the code",
                place_of(claim, column),
            )
    return cells


def _extra(extra: dict[str, str]) -> dict[str, str]:
    """Return the notes that came from unknown columns and can go back there."""
    unknown = dict(layout_of(list(extra)).unknown)
    return {name: text for name, text in extra.items() if name in unknown}
