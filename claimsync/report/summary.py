"""The one counting path: a result as the plain dictionaries that every format is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic_core import to_json

from claimsync.errors import NotationError
from claimsync.findings.kinds import Basis, Kind
from claimsync.findings.numbers import ends_json
from claimsync.report.positions import positions_of
from claimsync.report.repairs import family_records, repair_records

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimsync.errors import InvalidClaimError
    from claimsync.findings.kinds import Finding
    from claimsync.findings.result import Reconciliation

SCHEMA_VERSION = 1
COUNTED = (
    Kind.AGREEMENT,
    Kind.DIVERGENCE,
    Kind.TENSION,
    Kind.NON_CONFIRMATION,
    Kind.NOT_COMPARABLE,
    Kind.REVISION,
    Kind.ECHO,
)
_KINDS = {kind: at for at, kind in enumerate(Kind)}
_BASES = {basis: at for at, basis in enumerate(Basis)}


def json_text(
    result: Reconciliation, errors: Iterable[InvalidClaimError] = (), notes: Iterable[str] = ()
) -> str:
    r"""Return a result as the JSON that ``claimsync check --format json`` prints.

    >>> import claimsync as cs
    >>> import json
    >>> text = json_text(cs.reconcile(cs.parse("Reuters: killed = 8\nAFP: killed = 9")))
    >>> json.loads(text)["summary"]["findings"]["divergence"]
    1
    """
    return to_json(document(result, errors, notes), indent=2).decode() + "\n"


def document(
    result: Reconciliation, errors: Iterable[InvalidClaimError] = (), notes: Iterable[str] = ()
) -> dict[str, Any]:
    """Return all that a result says; ``errors`` and ``notes`` come from reading the input."""
    return {
        "schema_version": SCHEMA_VERSION,
        "summary": counts(result),
        "findings": [finding_record(finding) for finding in ordered(result)],
        "implied": implied(result),
        "repairs": repair_records(result),
        "families": family_records(result),
        "undecided": undecided(result),
        "errors": [error_record(error) for error in errors],
        "notes": [*notes, *result.notes],
    }


def counts(result: Reconciliation) -> dict[str, Any]:
    r"""Return how many claims, sources, questions and findings there are; zeros included.

    >>> import claimsync as cs
    >>> told = counts(cs.reconcile(cs.parse("Reuters: killed = 8\nAFP: killed = 8")))
    >>> told["claims"], told["sources"], told["questions"], told["findings"]["agreement"]
    (2, 2, 1, 1)
    """
    claims = result.claims.columns
    told = result.findings.counts()
    return {
        "claims": len(claims),
        "sources": claims.voices,
        "questions": claims.questions,
        "findings": {str(kind): told[kind] for kind in COUNTED},
        "undecided": len(result.undecided),
    }


def ordered(result: Reconciliation) -> list[Finding]:
    """Return the findings, what needs a human first, whatever the order of the input."""
    return sorted(result.findings, key=_pressing)


def _pressing(finding: Finding) -> tuple[int, int, str, str]:
    """Return what findings are sorted by."""
    return _KINDS[finding.kind], _BASES[finding.basis], finding.question, finding.id


def finding_record(finding: Finding) -> dict[str, Any]:
    """Return one finding with everything that it rests on."""
    positions, shared = positions_of(finding)
    return {
        "id": finding.id,
        "kind": str(finding.kind),
        "basis": str(finding.basis),
        "question": finding.question,
        "claims": list(finding.claims),
        "origins": list(finding.origins),
        "positions": positions,
        **({"positions_shared": True} if shared else {}),
        "origins_at_least": finding.origins_at_least,
        "origins_at_most": finding.origins_at_most,
        "readings": finding.readings,
        "assumptions": list(finding.assumptions),
        "modifiers": [str(modifier) for modifier in finding.modifiers],
        "why": finding.why(),
        "proof": finding.proof,
    }


def records(result: Reconciliation) -> Iterator[dict[str, Any]]:
    r"""Yield one flat record a finding: text and numbers only, lists joined by ``; ``.

    >>> import claimsync as cs
    >>> day = cs.parse("Reuters: killed = 8  ^r\nAFP: killed = 9  ^a")
    >>> [(row["kind"], row["claims"]) for row in records(cs.reconcile(day))]
    [('divergence', 'a; r')]
    """
    for finding in ordered(result):
        yield {
            "id": finding.id,
            "kind": str(finding.kind),
            "basis": str(finding.basis),
            "question": finding.question,
            "claims": "; ".join(finding.claims),
            "origins": "; ".join(finding.origins),
            "origins_at_least": finding.origins_at_least,
            "origins_at_most": finding.origins_at_most,
            "readings": "; ".join(f"{name}: {said}" for name, said in finding.readings.items()),
            "assumptions": "; ".join(finding.assumptions),
            "modifiers": "; ".join(finding.modifiers),
            "why": finding.why(),
        }


def implied(result: Reconciliation) -> list[dict[str, Any]]:
    """Return what all claims together force, question by question; null is unbounded."""
    told = [
        {"question": bound.question, **ends_json(bound.interval), "claims": list(bound.claims)}
        for bound in result.implied
    ]
    return sorted(told, key=lambda bound: (bound["question"], bound["claims"]))


def undecided(result: Reconciliation) -> list[dict[str, Any]]:
    """Return the claims about which nothing was decided, and why."""
    return [{"claims": list(each.claims), "reason": each.reason} for each in result.undecided]


def error_record(error: InvalidClaimError) -> dict[str, Any]:
    """Return an input error with its place; what is not known of the place is null."""
    place = error.place
    hint = error.hint if isinstance(error, NotationError) else ""
    return {
        "file": place.file,
        "row": place.row,
        "id": place.id,
        "column": place.column,
        "message": f"{error.message} ({hint})" if hint else error.message,
    }
