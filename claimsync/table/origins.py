"""On whose word claims rest: origins, the sides they belong to, and how many are independent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from claimsync.model.source import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimsync.model.columns import Column
    from claimsync.model.context import Context
    from claimsync.model.source import Attribution


@dataclass(frozen=True, slots=True, order=True)
class Origin:
    """One origin; an unknown or undeclared anonymous one is its own at each voice, ``heard_by``."""

    name: str
    heard_by: str = ""
    side: str = ""
    anonymous: bool = False

    @property
    def unknown(self) -> bool:
        """Whether nobody knows whose word it is."""
        return self.name.lower() == UNKNOWN


def origin_of(attribution: Attribution, context: Context) -> Origin:
    """Return the origin of an attribution, ``speaks for`` followed."""
    name = context.speaker(attribution.origin)
    declared = context.source_by_name.get(name)
    anonymous = attribution.anonymous or (declared is not None and declared.anonymous)
    nameless = (anonymous and declared is None) or name.lower() == UNKNOWN
    return Origin(name, attribution.voice if nameless else "", context.side(name), anonymous)


class Origins:
    """The origin and voice of every claim, as codes in the order of their names."""

    def __init__(self, context: Context, attribution: Column) -> None:
        """Code the origins and voices of claims, whose ``attribution`` is given."""
        self.context = context
        said = [attribution.values[code] for code in attribution.used]
        origins = [origin_of(each, context) for each in said]
        self.origins = sorted(set(origins))
        code = {origin: at for at, origin in enumerate(self.origins)}
        voices = {name: at for at, name in enumerate(sorted({each.voice for each in said}))}
        both = np.zeros((2, len(attribution.values)), dtype=np.int64)
        both[0, attribution.used] = [code[origin] for origin in origins]
        both[1, attribution.used] = [voices[each.voice] for each in said]
        self.origin_of_claim, self.voice_of_claim = both[:, attribution.code]
        self._counted: dict[frozenset[int], tuple[int, int]] = {}

    def at_least_and_most(self, origins: Iterable[int]) -> tuple[int, int]:
        """Return how many independent origins these are: at least, at most."""
        codes = frozenset(origins)
        if codes not in self._counted:
            self._counted[codes] = self._independent(codes)
        return self._counted[codes]

    def _independent(self, codes: frozenset[int]) -> tuple[int, int]:
        """Count sides once; anonymous sources may overlap each other and declared ones."""
        found = [self.origins[code] for code in codes]
        unknown = sum(origin.unknown for origin in found)
        named = {o.side for o in found if not o.anonymous and not o.unknown}
        hidden = [o for o in found if o.anonymous and not o.unknown]
        names = {o.name for o in found if not o.anonymous} | named
        free = [o for o in hidden if not self._overlaps(o, names)]
        least = len(named) + bool(free)
        return least, len(named) + len(hidden) + unknown

    def _overlaps(self, origin: Origin, names: set[str]) -> bool:
        """Return whether an anonymous origin may overlap one of ``names``, or is on its side."""
        if origin.side in names:
            return True
        declared = self.context.source_by_name.get(origin.name)
        towards = set(declared.may_overlap) if declared else set()
        back = {s.name for s in self.context.sources if origin.name in s.may_overlap}
        return bool(names & (towards | back))
