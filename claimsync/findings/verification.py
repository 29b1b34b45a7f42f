"""Every proof of a result checked again, against the claims alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimsync.errors import ProofError
from claimsync.findings.kinds import Kind
from claimsync.reason.check import verify

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimsync.findings.kinds import Finding
    from claimsync.findings.result import Bound
    from claimsync.reason.check_steps import Facts, Shown


class Fault(NamedTuple):
    """What does not hold, and the first step of its proof that does not follow."""

    what: str
    fault: str


def faults(facts: Facts, findings: Iterable[Finding], implied: Iterable[Bound]) -> Iterator[Fault]:
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


def check_finding(facts: Facts, finding: Finding) -> None:
    """Check that the proof of a finding shows what the finding says; raises ProofError."""
    shown = verify(finding.proof, facts, finding.claims)
    last = finding.proof["steps"][-1]
    if not _tells(finding, shown, last.get("meet")):
        got = f"{last['step']!r}"
        raise ProofError(f"what shows {finding.kind} ({finding.basis})", got, "last step")


def _tells(finding: Finding, shown: Shown, meet: object) -> bool:
    """Return whether what a proof shows is of the kind that the finding says."""
    match shown.kind:
        case "contradiction":
            return finding.kind in {Kind.DIVERGENCE, Kind.TENSION, Kind.REVISION}
        case "bound":
            return finding.kind in {Kind.AGREEMENT, Kind.TENSION}
        case "compared across":
            return finding.kind is Kind.TENSION or (finding.kind is Kind.AGREEMENT and meet is True)
        case name:
            return name == str(finding.basis)


def check_bound(facts: Facts, bound: Bound) -> None:
    """Check that the proof of an implied bound shows just that bound; raises ProofError."""
    proof = bound.proof
    named = {step["claim"] for step in proof["steps"] if "claim" in step}
    shown = verify(proof, facts, named | set(bound.claims))
    allowed = bound.interval
    ends = (
        None if allowed.low is None else (allowed.low, int(allowed.low_open)),
        None if allowed.high is None else (allowed.high, -int(allowed.high_open)),
    )
    dated = shown.name.startswith(f"{bound.question} as of ")
    if shown.bound != ends or not (dated or shown.name == bound.question):
        raise ProofError(f"{bound.question}: {allowed}", f"{shown}", "last step")
