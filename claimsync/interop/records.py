"""Records and data frames to claims."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from claimsync.errors import InvalidClaimError, InvalidClaimsError, Place
from claimsync.interop.contexts import context_of
from claimsync.interop.tables import read_columns, read_rows
from claimsync.model.claimset import ClaimSet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimsync.interop.files import Path
    from claimsync.interop.tables import Row, Table
    from claimsync.model.context import Context


def from_records(
    records: Iterable[Mapping[Any, Any]],
    *,
    context: Context | ClaimSet | Path | None = None,
    zone: str = "",
    errors: list[InvalidClaimError] | None = None,
    hints: list[str] | None = None,
) -> ClaimSet:
    """Return the claims of records, each a mapping from column to cell or a whole claim in JSON.

    >>> from_records([{"source": "Vadym Filashkin", "measure": "injured", "low": 21}])
    ClaimSet(1 claim · 1 source · 1 question)

    Raises InvalidClaimsError with everything that is wrong, by record (the first is 1), unless
    ``errors`` is a list that takes it; ``hints`` takes what is to be said of unknown columns.
    """
    faults: list[InvalidClaimError] = []
    declared = context_of(context, zone)
    table = read_rows(_numbered(records, faults), context=declared)
    return _claims(table, declared, faults=faults, errors=errors, hints=hints)


def from_frame(
    frame: Any,
    *,
    context: Context | ClaimSet | Path | None = None,
    zone: str = "",
    errors: list[InvalidClaimError] | None = None,
    hints: list[str] | None = None,
) -> ClaimSet:
    """Return the claims of a pandas or polars DataFrame, one a row; row 1 is the first.

    >>> import pandas as pd
    >>> from_frame(pd.DataFrame({"source": ["AFP"], "measure": ["killed"], "value": [8]}))
    ClaimSet(1 claim · 1 source · 1 question)

    Raises InvalidClaimsError as ``from_records`` does.
    """
    if not hasattr(frame, "columns") or not (
        hasattr(frame, "iter_rows") or hasattr(frame, "itertuples")
    ):
        raise InvalidClaimError(
            f"expected a pandas or polars DataFrame, got {type(frame).__name__};"
            " use from_records for other rows"
        )
    header = list(frame.columns)
    places = range(len(header))
    if hasattr(frame, "iter_rows"):
        cells = [frame.to_series(at).to_list() for at in places]
    else:
        cells = [frame.iloc[:, at].tolist() for at in places]
    declared = context_of(context, zone)
    table = read_columns(header, cells, context=declared)
    return _claims(table, declared, faults=[], errors=errors, hints=hints)


def _numbered(records: Iterable[Any], faults: list[InvalidClaimError]) -> Iterator[Row]:
    """Yield the records that are mappings with their numbers."""
    for number, record in enumerate(records, start=1):
        if isinstance(record, Mapping):
            yield number, record
        else:
            got = f"{type(record).__name__} {repr(record)[:60]}"
            message = f"expected a mapping from column to cell, got {got}"
            faults.append(InvalidClaimError(message, Place(row=number)))


def _claims(
    table: Table,
    context: Context,
    *,
    faults: list[InvalidClaimError],
    errors: list[InvalidClaimError] | None,
    hints: list[str] | None,
) -> ClaimSet:
    """Return the claims of a table as a set, and hand over what is wrong."""
    if not table.rows and not faults:
        faults.append(InvalidClaimError("expected rows of claims, got none; check the table"))
    faults += table.errors
    found = ClaimSet.checked(table.claims, context, faults)
    faults.sort(key=lambda error: error.place.row or 0)
    if faults and errors is None:
        raise InvalidClaimsError(faults)
    if errors is not None:
        errors += faults
    if hints is not None:
        hints += table.hints
    return found
