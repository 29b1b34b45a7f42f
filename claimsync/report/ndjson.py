"""A result as NDJSON: one object a line, each with its type, for pipelines and for git."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from claimsync.report.repairs import family_records, repair_records
from claimsync.report.summary import (
    SCHEMA_VERSION,
    counts,
    error_record,
    finding_record,
    implied,
    ordered,
    undecided,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimsync.errors import InvalidClaimError
    from claimsync.findings.result import Reconciliation


def ndjson_text(
    result: Reconciliation, errors: Iterable[InvalidClaimError] = (), notes: Iterable[str] = ()
) -> str:
    r"""Return an object a line: the summary first, findings next, each with its type.

    >>> import claimsync as cs
    >>> text = ndjson_text(cs.reconcile(cs.parse("Reuters: killed = 8\nAFP: killed = 9")))
    >>> [json.loads(line)["type"] for line in text.splitlines()]
    ['summary', 'finding', 'repair', 'repair', 'family']
    """
    return "".join(ndjson_lines(result, errors, notes))


def ndjson_lines(
    result: Reconciliation, errors: Iterable[InvalidClaimError] = (), notes: Iterable[str] = ()
) -> Iterator[str]:
    """Yield the lines one by one; no finding is kept once it is told."""
    for each in _objects(result, errors, [*notes, *result.notes]):
        yield json.dumps(each, ensure_ascii=False) + "\n"


def _objects(
    result: Reconciliation, errors: Iterable[InvalidClaimError], notes: Iterable[str]
) -> Iterator[dict[str, Any]]:
    """Yield what stands on each line."""
    yield {"type": "summary", "schema_version": SCHEMA_VERSION, **counts(result)}
    for finding in ordered(result):
        yield {"type": "finding", **finding_record(finding)}
    for bound in implied(result):
        yield {"type": "implied", **bound}
    for repair in repair_records(result):
        yield {"type": "repair", **repair}
    for family in family_records(result):
        yield {"type": "family", **family}
    for each in undecided(result):
        yield {"type": "undecided", **each}
    for error in errors:
        yield {"type": "error", **error_record(error)}
    for note in notes:
        yield {"type": "note", "message": note}
