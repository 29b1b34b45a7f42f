"""Every proof of a result checked again, against the claims alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimsync.errors import ProofError
from claimsync.findings.kinds import Basis, Kind
from claimsync.findings.revisions import FallDetail
from claimsync.reason.check import verify
from claimsync.reason.check_repairs import verify_repair

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimsync.findings.facts import ClaimFacts
    from claimsync.findings.kinds import Finding
    from claimsync.findings.outcomes import Bound
    from claimsync.findings.repairs import Repair
    from claimsync.reason.check_steps import Facts, Shown, Step


_MOST_QUESTIONS = 60


class Fault(NamedTuple):
    """What does not hold, and the first step of its proof that does not follow."""

    what: str
    fault: str


def faults(
    facts: ClaimFacts,
    findings: Iterable[Finding],
    implied: Iterable[Bound],
    repairs: Iterable[Repair] = (),
) -> Iterator[Fault]:
    """Yield what does not follow from ``facts``."""
    for finding in findings:
        try:
            check_finding(facts, finding)
        except ProofError as error:
            told = f"finding {finding.id}, {finding.kind} ({finding.basis}) on {finding.question}"
            yield Fault(told, str(error))
    for bound in implied:
        try:
            check_bound(facts, bound)
        except ProofError as error:
            yield Fault(f"implied bound on {bound.question}", str(error))
    for repair in repairs:
        try:
            check_repair(facts, repair)
        except ProofError as error:
            yield Fault(f"repair of family {repair.group}: {repair}", str(error))


def check_repair(facts: ClaimFacts, repair: Repair) -> None:
    """Check that nothing lighter would do, and that the rest holds; raises ProofError.

    In regions that are not too large also by all sums that the declarations make hold there.
    """
    if repair.region is not None:
        proof, rows = repair.proof, repair.region.rows
        if len(proof["holds"]) <= _MOST_QUESTIONS:
            rows = [*rows, *facts.rows(proof["holds"])]
        verify_repair(proof, facts, repair.region.claims, rows)


def check_finding(facts: Facts, finding: Finding) -> None:
    """Check that the proof of a finding shows what the finding says; raises ProofError."""
    shown, last = verify(finding.proof, facts, finding.claims), finding.proof["steps"][-1]
    if not _tells(finding, shown, last):
        got = f"{last['step']!r}"
        raise ProofError(f"what shows {finding.kind} ({finding.basis})", got, "last step")


def _tells(finding: Finding, shown: Shown, last: Step) -> bool:
    """Return whether what a proof shows is of the kind, and on the question, of its finding."""
    usual = finding.basis is Basis.OUTSIDE_USUAL and not isinstance(finding.detail, FallDetail)
    if bool(shown.under) > (finding.kind is Kind.TENSION) or (usual and not shown.under):
        return False
    match shown.kind:
        case "contradiction":
            alone = finding.basis in {Basis.VALUE, Basis.RELAY_DIFFERS, Basis.SELF_CONTRADICTION}
            fits = finding.kind in {Kind.DIVERGENCE, Kind.TENSION, Kind.REVISION}
            return fits and (not alone or _asks(shown.name, finding.question))
        case "bound":
            fits = finding.kind is Kind.AGREEMENT
            return fits and last["step"] == "bounds meet" and _asks(shown.name, finding.question)
        case "compared across":
            agreed = finding.kind is Kind.AGREEMENT and last["meet"] is True
            return agreed or finding.kind is Kind.TENSION
        case name:
            return name == str(finding.basis)


def _asks(label: str, question: str) -> bool:
    """Return whether a label names a question, at some date or none."""
    return label == question or label.startswith(f"{question} as of ")


def check_bound(facts: Facts, bound: Bound) -> None:
    """Check that the proof of an implied bound shows just that bound; raises ProofError.

    It may rest on more claims than force the bound: on those that state its other end.
    """
    named = {step["claim"] for step in bound.proof["steps"] if "claim" in step}
    shown, allowed = verify(bound.proof, facts, named | set(bound.claims)), bound.interval
    ends = (
        None if allowed.low is None else (allowed.low, int(allowed.low_open)),
        None if allowed.high is None else (allowed.high, -int(allowed.high_open)),
    )
    if shown.bound != ends or shown.under or not _asks(shown.name, bound.question):
        raise ProofError(f"{bound.question}: {allowed}", str(shown), "last step")
