"""Short ways to ask what is found in a few lines of notation."""

from __future__ import annotations

from claimsync.notation import parse
from claimsync.pipeline import reconcile

COUNT = "measure killed: unit person"
TREE = "partition place: all = n + s"
OPEN = "partition place: all >= n + s"
TOTAL = "measure total: unit person, cumulative"
SHARE = "measure share: unit %"


def result_of(*lines: str, **options):
    """Return the result of reconciling lines of notation."""
    return reconcile(parse("\n".join(lines)), **options)


def told(*lines: str, single: bool = False, **options) -> list[tuple[str, str]]:
    """Return (kind, basis) of all findings, single origins only where asked for."""
    found = result_of(*lines, **options).findings
    return [(str(f.kind), str(f.basis)) for f in found if single or f.basis != "single origin"]


def only(*lines: str, **options):
    """Return the one finding there is, single origins aside."""
    (found,) = (f for f in result_of(*lines, **options).findings if f.basis != "single origin")
    return found
