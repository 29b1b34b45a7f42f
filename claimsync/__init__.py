"""claimsync: where sources agree, diverge, or do not confirm, with a proof for every finding.

>>> import claimsync as cs
>>> day = cs.parse('''
... Ukrainska Pravda: injured [place=Ukraine] = 28  ^tally
... Vadym Filashkin: injured [place=Donetsk] >= 21  ^donetsk
... Kherson region: injured [place=Kherson] = 5  ^kherson
... Zaporizhzhia region: injured [place=Zaporizhzhia] = 3  ^zaporizhzhia
... partition place: Ukraine >= Donetsk + Kherson + Zaporizhzhia
... ''')
>>> result = cs.reconcile(day)
>>> [(str(d.basis), d.claims) for d in result.divergences]
[('parts exceed whole', ('tally', 'donetsk', 'kherson', 'zaporizhzhia'))]
>>> result.divergences[0].why()  # doctest: +ELLIPSIS
'Because Ukrainska Pravda said 28 injured (Ukraine), Vadym Filashkin said at least 21 injured...'
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claimsync.errors import ClaimsyncError, InvalidClaimError, InvalidClaimsError
    from claimsync.extract.extractor import extract
    from claimsync.extract.linking.link import link
    from claimsync.findings.kinds import (
        Agreement,
        Divergence,
        Echo,
        Finding,
        NonConfirmation,
        NotComparable,
        Revision,
        Tension,
    )
    from claimsync.findings.relate import relate
    from claimsync.findings.result import Reconciliation
    from claimsync.interop import from_frame, from_records, read
    from claimsync.model.claim import Claim
    from claimsync.model.claimset import ClaimSet
    from claimsync.model.context import Context
    from claimsync.model.figure import Figure
    from claimsync.model.interval import Interval
    from claimsync.model.period import Period
    from claimsync.model.policy import Policy
    from claimsync.model.question import Question
    from claimsync.model.source import Source
    from claimsync.model.stance import Stance
    from claimsync.notation import parse
    from claimsync.pipeline import reconcile

_HOMES = {
    "Agreement": "findings.kinds",
    "Claim": "model.claim",
    "ClaimSet": "model.claimset",
    "ClaimsyncError": "errors",
    "Context": "model.context",
    "Divergence": "findings.kinds",
    "Echo": "findings.kinds",
    "Figure": "model.figure",
    "Finding": "findings.kinds",
    "Interval": "model.interval",
    "InvalidClaimError": "errors",
    "InvalidClaimsError": "errors",
    "NonConfirmation": "findings.kinds",
    "NotComparable": "findings.kinds",
    "Period": "model.period",
    "Policy": "model.policy",
    "Question": "model.question",
    "Reconciliation": "findings.result",
    "Revision": "findings.kinds",
    "Source": "model.source",
    "Stance": "model.stance",
    "Tension": "findings.kinds",
    "extract": "extract.extractor",
    "from_frame": "interop",
    "from_records": "interop",
    "link": "extract.linking.link",
    "parse": "notation",
    "read": "interop",
    "reconcile": "pipeline",
    "relate": "findings.relate",
}
__all__ = [
    "Agreement",
    "Claim",
    "ClaimSet",
    "ClaimsyncError",
    "Context",
    "Divergence",
    "Echo",
    "Figure",
    "Finding",
    "Interval",
    "InvalidClaimError",
    "InvalidClaimsError",
    "NonConfirmation",
    "NotComparable",
    "Period",
    "Policy",
    "Question",
    "Reconciliation",
    "Revision",
    "Source",
    "Stance",
    "Tension",
    "extract",
    "from_frame",
    "from_records",
    "link",
    "parse",
    "read",
    "reconcile",
    "relate",
]


def __getattr__(name: str) -> Any:
    """Load a public name when it is first asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module 'claimsync' has no attribute {name!r}")
    value = getattr(importlib.import_module(f"claimsync.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List the public names."""
    return sorted(__all__)
