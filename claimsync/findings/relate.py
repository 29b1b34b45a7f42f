"""How two claims relate: the pair table, first match wins; it always answers and is symmetric."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimsync.findings.case import case_of, frame_of
from claimsync.findings.columns import Findings
from claimsync.findings.comparability import DifferenceDetail
from claimsync.findings.kinds import KINDS, Basis, Finding, Kind
from claimsync.findings.pair import Pair, Verdict
from claimsync.findings.pair_figures import figures
from claimsync.findings.pair_polarity import other_question, polar, unsaid, withheld
from claimsync.findings.pair_scope import scope
from claimsync.findings.readings import judged
from claimsync.model.claim import Claim
from claimsync.model.claimset import ClaimSet
from claimsync.model.context import Context
from claimsync.model.links import resolved
from claimsync.model.policy import DEFAULT
from claimsync.table.columns import table_of

if TYPE_CHECKING:
    from claimsync.errors import InvalidClaimError
    from claimsync.model.policy import Policy

_GRAVITY = {
    Kind.AGREEMENT: 0,
    Kind.ECHO: 0,
    Kind.REVISION: 0,
    Kind.NON_CONFIRMATION: 1,
    Kind.NOT_COMPARABLE: 2,
    Kind.TENSION: 3,
    Kind.DIVERGENCE: 4,
}


def relate(
    a: Claim, b: Claim, *, context: Context | None = None, policy: Policy = DEFAULT
) -> Finding:
    """Return how two claims relate, under the declarations of ``context``.

    >>> import claimsync as cs
    >>> one = cs.Claim.parse("Reuters: troops killed ~ 55,000")
    >>> other = cs.Claim.parse("AFP: troops killed = 54,800")
    >>> found = cs.relate(one, other)
    >>> str(found.kind), str(found.basis)
    ('agreement', 'rounding')

    Of ambiguous claims the readings that agree best are taken. Raises InvalidClaimError for a claim
    that leaves out its question.
    """
    for claim in (a, b):
        if not isinstance(claim, Claim):
            raise TypeError(f"expected a Claim, got {type(claim).__name__}; use cs.Claim.parse")
    table = table_of(_two(a, b, context or Context()), policy)
    frame = frame_of(table)
    ways = [(i, j) for i in range(len(table.options[0])) for j in range(len(table.options[1]))]
    judgements = [(pair, _verdict(pair)) for pair in (Pair(frame, choice) for choice in ways)]
    return _finding(
        *min(judgements, key=lambda told: (_GRAVITY[told[1].kind], len(told[1].assumptions)))
    )


def _verdict(pair: Pair) -> Verdict:
    """Return the first row of the table that applies."""
    return (
        unsaid(pair)
        or other_question(pair)
        or _related(pair)
        or withheld(pair)
        or polar(pair)
        or _spread(pair)
        or figures(pair)
        or scope(pair)
    )


def _spread(pair: Pair) -> Verdict | None:
    """*Each* and *total* figures: judged by the engine, since they speak of several cells."""
    if all(option.over < 0 for option in pair.options):
        return None
    return _judged(pair) or scope(pair)


def _related(pair: Pair) -> Verdict | None:
    """Two measures in one relation: judged by the engine, as far as two claims tell."""
    if not pair.related or pair.own_event() is not None:
        return None
    one, other = (claim.as_of for claim in pair.claims)
    dates = one is not None and other is not None and one != other
    basis, keys = (Basis.OTHER_DATE, ("as of",)) if dates else (Basis.OTHER_SCOPE, ("measure",))
    return _judged(pair) or pair.answer(Kind.NOT_COMPARABLE, basis, keys=keys)


def _judged(pair: Pair) -> Verdict | None:
    """Return the gravest of what the engine finds between both claims, if anything."""
    found = Findings.of(judged(case_of(pair.frame, (0, 1), pair.choice), pair.telling))
    both = [finding for finding in found if set(finding.rows) == {0, 1}]
    if not both:
        return None
    gravest = max(both, key=lambda finding: _GRAVITY[finding.kind])
    return Verdict(gravest.kind, gravest.basis, gravest.modifiers, gravest.assumptions)


def _finding(pair: Pair, verdict: Verdict) -> Finding:
    """Return a verdict as a finding about both claims."""
    granted = (assumption for option in pair.options for assumption in option.assumptions)
    return KINDS[verdict.kind](
        verdict.basis,
        (0, 1),
        pair.options[0].key,
        pair.telling,
        verdict.modifiers,
        tuple(dict.fromkeys((*granted, *verdict.assumptions))),
        DifferenceDetail(verdict.keys) if verdict.keys else None,
    )


def _two(a: Claim, b: Claim, context: Context) -> ClaimSet:
    """Return both claims as a set, continuations completed from each other."""
    if a.id is not None and a.id == b.id:
        b = b.model_copy(update={"id": f"{b.id} (other)"})
    if a.question is None or b.question is None:
        errors: list[InvalidClaimError] = []
        completed = resolved((a, b), errors)
        if errors:
            raise errors[0]
        a, b = completed
    return ClaimSet.model_construct(claims=(a, b), context=context)
