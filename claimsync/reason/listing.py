"""Minimal conflicts one after the other, the smallest first.

A smallest conflict is a lightest set that hits all ways to mend (Ignatiev, Previti, Liffiton and
Marques-Silva 2015, "Smallest MUS extraction with minimal hitting set dualization"): the search for
repairs turned round.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claimsync.reason.hitting import lightest
from claimsync.reason.repairs import SPENT, Undecidable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimsync.reason.repairs import Trial
    from claimsync.reason.steps import Exact


@dataclass
class Listing:
    """The search for minimal conflicts among ``tags``; ``why`` tells why it ended early, if so.

    ``cost`` orders them: a conflict costs what its tags do. Each must hold ``wanted``. ``mended``
    are ways to mend, none with a tag in vain, to begin with.
    """

    tags: frozenset[int]
    cost: Mapping[int, Exact]
    trial: Trial
    budget: int
    wanted: frozenset[int] = frozenset()
    mended: list[frozenset[int]] = field(default_factory=list)
    why: str = ""
    _seen: list[frozenset[int]] = field(default_factory=list)

    def conflicts(self) -> Iterator[frozenset[int]]:
        """Yield every minimal conflict, the cheapest first, as long as the budget lasts."""
        try:
            yield from self._conflicts()
        except Undecidable as stopped:
            self.why = str(stopped)

    def _conflicts(self) -> Iterator[frozenset[int]]:
        while True:
            must = [frozenset({tag}) for tag in sorted(self.wanted)]
            hit = lightest([*must, *self.mended], self.cost, most=1, blocked=self._seen)
            if not hit.sets:
                if not hit.finished:
                    raise Undecidable(SPENT)
                return
            (chosen,) = hit.sets
            if self._left(self.tags - chosen):
                # What hits all ways to mend most cheaply is minimal, unless more was wanted of it.
                least = self._least(chosen) if self.wanted else chosen
                self._seen.append(least)
                if self.wanted <= least:
                    yield least
            else:
                self.mended.append(self._mend(chosen))

    def _left(self, aside: frozenset[int]) -> tuple[frozenset[int], ...]:
        """Return conflicts that are left once some tags are aside."""
        if self.budget < 1:
            raise Undecidable(SPENT)
        self.budget -= 1
        return self.trial([aside])[0]

    def _least(self, tags: frozenset[int]) -> frozenset[int]:
        """Return a minimal conflict within contradictory tags."""
        for tag in sorted(tags):
            if self._left(self.tags - (tags - {tag})):
                tags -= {tag}
        return tags

    def _mend(self, kept: frozenset[int]) -> frozenset[int]:
        """Return tags to set aside, none in vain, so that the rest holds; ``kept`` holds."""
        aside: frozenset[int] = frozenset()
        while left := self._left(aside):
            aside |= {min(conflict - kept) for conflict in left}
        for tag in sorted(aside):
            if not self._left(aside - {tag}):
                aside -= {tag}
        return aside
