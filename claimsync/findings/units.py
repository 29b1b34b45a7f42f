"""Units that were not compared and could be, if the extra that knows them were installed."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import numpy as np

from claimsync.findings.wording import listed
from claimsync.model.physical import available
from claimsync.model.unit import Kind, unit_of
from claimsync.table.keys import UNIT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimsync.findings.case import Case


def unit_notes(case: Case) -> Iterator[str]:
    """Yield the measures told in symbols that the core does not know, and what would help."""
    table = case.frame.table
    told = np.unique(case.cells.keys[table.space.column(case.cells.keys, UNIT) > 0])
    apart: dict[str, set[str]] = defaultdict(set)
    for key in told.tolist():
        named = table.space.names(key)
        unit = table.claimset.measures[named["measure"]].unit
        if unit and all(unit_of(word).kind is Kind.OTHER for word in (unit, named["unit"])):
            apart[named["measure"]] |= {unit, named["unit"]}
    if not apart or available():
        return
    for measure, units in sorted(apart.items()):
        yield (
            f"{measure!r} is told in {listed(sorted(units))}, which were not compared;"
            " pip install 'claimsync[units]' to convert physical units"
        )
