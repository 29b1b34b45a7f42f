"""Every minimal conflict around a divergence or a claim, on request, the smallest first."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Literal

from claimsync.errors import InvalidClaimError
from claimsync.reason.listing import Listing

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from claimsync.findings.repair_proof import RegionProof
    from claimsync.reason.steps import Exact

Order = Literal["size", "weight"]


@dataclass(frozen=True)
class Conflict:
    """Claims (ids) that cannot all hold though any of them less could; ``proof`` shows it."""

    claims: tuple[str, ...]
    weight: Exact
    proof: Mapping[str, Any]


@dataclass(frozen=True)
class Conflicts:
    """Conflicts in order; ``more``: there may be others, and ``why`` the listing ended."""

    found: tuple[Conflict, ...]
    more: bool = False
    why: str = ""

    def __iter__(self) -> Iterator[Conflict]:
        """Iterate over the conflicts."""
        return iter(self.found)

    def __len__(self) -> int:
        """Return how many conflicts there are."""
        return len(self.found)


def listed(
    region: RegionProof, holding: Collection[int], *, limit: int, by: Order, budget: int
) -> Conflicts:
    """Return the first ``limit`` minimal conflicts of a region that hold all claim rows given.

    Raises InvalidClaimError for an order that is none, and for a limit below 0.
    """
    if limit < 0:
        raise InvalidClaimError(f"expected a limit of 0 or more, got {limit}")
    mending = region.mending
    stands_for = {row: tag for tag, rows in mending.alike.items() for row in rows}
    weight = {tag: mending.weight.get(tag, 1) for tag in mending.alike}
    listing = Listing(
        frozenset(mending.alike),
        _costs(weight, by),
        mending.tried,
        max(1, budget // mending.price),
        frozenset(stands_for[row] for row in holding),
        region.mended,
    )
    wanted = frozenset(holding)
    spelt = (
        frozenset(rows)
        for tags in listing.conflicts()
        for rows in itertools.product(*(mending.alike[tag] for tag in sorted(tags)))
        if wanted <= frozenset(rows)
    )
    taken = list(itertools.islice(spelt, limit + 1))
    more, ids = len(taken) > limit or bool(listing.why), region.case.frame.table.ids
    found = tuple(
        Conflict(
            tuple(sorted(ids[row] for row in rows)),
            sum((mending.weight.get(row, 1) for row in sorted(rows)), start=0),
            {"steps": region.conflict(rows)["steps"]},
        )
        for rows in taken[:limit]
    )
    return Conflicts(found, more, listing.why)


def _costs(weight: Mapping[int, Exact], by: Order) -> dict[int, Exact]:
    """Return what orders conflicts: their size and then their weight, or the other way round."""
    if by not in {"size", "weight"}:
        raise InvalidClaimError(f"expected conflicts by 'size' or by 'weight', got {by!r}")
    everything = Fraction(sum(weight.values(), start=0) + len(weight) + 1)
    if by == "size":
        return {tag: 1 + each / everything for tag, each in weight.items()}
    least = Fraction(min(weight.values(), default=1)) / everything
    return {tag: each + least for tag, each in weight.items()}
