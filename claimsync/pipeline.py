"""The pipeline on one screen: claims to columns, what still stands, readings, bounds, findings."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from claimsync.findings.case import case_of, frame_of
from claimsync.findings.comparability import comparability_findings
from claimsync.findings.echoes import origin_findings
from claimsync.findings.hypotheses import NOTHING, Again, said_by
from claimsync.findings.nonconfirmation import nonconfirmation_findings
from claimsync.findings.readings import judged, settle
from claimsync.findings.result import Reconciliation
from claimsync.findings.revisions import change_findings, series_findings
from claimsync.findings.telling import Telling
from claimsync.findings.ties import told_in_every_tie
from claimsync.model.claimset import ClaimSet
from claimsync.model.period import Period
from claimsync.model.policy import DEFAULT
from claimsync.table.columns import table_of
from claimsync.table.timeline import timeline_of

if TYPE_CHECKING:
    from claimsync.findings.case import Case
    from claimsync.findings.columns import Batch
    from claimsync.findings.hypotheses import Hypothesis
    from claimsync.findings.kinds import Finding
    from claimsync.model.policy import Policy
    from claimsync.table.timeline import Timeline


def reconcile(
    claims: ClaimSet, *, policy: Policy = DEFAULT, until: Period | str | None = None
) -> Reconciliation:
    r"""Return where the sources of ``claims`` agree, diverge, or do not confirm, and why.

    >>> import claimsync as cs
    >>> result = cs.reconcile(cs.parse("Reuters: killed = 8\nAFP: killed = 9"))
    >>> [str(divergence.basis) for divergence in result.divergences]
    ['value']

    ``until`` leaves out what was said later.

    Raises InvalidClaimError for an ``until`` that is no date.
    """
    if not isinstance(claims, ClaimSet):
        raise TypeError(
            f"expected a ClaimSet, got {type(claims).__name__}; make one with cs.parse, cs.read,"
            " cs.link(drafts) or cs.ClaimSet(claims=…)"
        )
    end = Period.parse(until) if isinstance(until, str) else until
    return _reconciled(said_until(claims, end), NOTHING, policy=policy, until=end)


def _reconciled(
    claims: ClaimSet, supposed: Hypothesis, *, policy: Policy, until: Period | None
) -> Reconciliation:
    """Return what claims say together under a hypothesis."""
    table = table_of(claims, policy)
    frame = frame_of(table)
    timeline = timeline_of(table)
    current = timeline.current.nonzero()[0]
    settled = settle(frame, current, supposed.rows_aside(table), supposed.options(table))
    standing = settled.standing(current)
    case, telling = (
        case_of(frame, standing, settled.choice, settled.aside),
        Telling(table, settled.choice, settled.survivors),
    )
    tell = partial(findings_of, timeline=timeline)
    found = told_in_every_tie(frame, settled.ties, settled.choice, tell(case, telling), tell)
    changes = change_findings(telling, timeline.without(settled.aside))
    again = Again(_reconciled, policy, until)
    return Reconciliation(
        claims, case, telling, settled, [*changes, *found], supposed=supposed, again=again
    )


def findings_of(case: Case, telling: Telling, timeline: Timeline) -> list[Finding | Batch]:
    """Return what one way to take the claims says; later families see what earlier ones found."""
    found = [*judged(case, telling), *origin_findings(case, telling)]
    found += list(nonconfirmation_findings(case, telling, found))
    found += series_findings(case, telling, timeline)
    return [*found, *comparability_findings(case, telling, found)]


def said_until(claims: ClaimSet, until: Period | None) -> ClaimSet:
    """Return the claims said no later than ``until``; those without a date stay."""
    if until is None:
        return claims
    kept = tuple(claim for claim in claims.claims if said_by(claim, until))
    return ClaimSet.model_construct(claims=kept, context=claims.context)
