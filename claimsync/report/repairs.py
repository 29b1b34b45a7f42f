"""Repairs and families of divergences as flat records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimsync.findings.numbers import ends_json, exact_json

if TYPE_CHECKING:
    from claimsync.findings.result import Reconciliation


def repair_records(result: Reconciliation) -> list[dict[str, Any]]:
    r"""Return one record a repair; one of each group resolves all divergences.

    >>> import claimsync as cs
    >>> day = cs.parse("Reuters: killed = 8  ^r\nAFP: killed = 9  ^a")
    >>> for record in repair_records(cs.reconcile(day)):
    ...     print(record["group"], record["aside"], record["weight"], record["instead"])
    1 ['a'] 1 {'a': {'low': 8, 'high': 8}}
    1 ['r'] 1 {'r': {'low': 9, 'high': 9}}
    """
    return [
        {
            "group": repair.group,
            "aside": list(repair.aside),
            "weight": exact_json(repair.weight),
            "instead": {claim: ends_json(span) for claim, span in sorted(repair.instead.items())},
            **({"more": True} if family.more else {}),
        }
        for family in result.families()
        for repair in family.repairs
    ]


def family_records(result: Reconciliation) -> list[dict[str, Any]]:
    """Return one record a family: the divergences that share claims, and the bounds of the weight.

    ``more`` is there where the search for repairs ended early; ``why`` says for what reason.
    """
    return [
        {
            "group": family.group,
            "findings": list(family.findings),
            "claims": list(family.claims),
            "weight": exact_json(family.weight),
            "at_least": exact_json(family.at_least),
            **({"more": True} if family.more else {}),
            **({"why": family.why} if family.why else {}),
        }
        for family in result.families()
    ]
