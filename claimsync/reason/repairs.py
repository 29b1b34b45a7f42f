"""All lightest sets of tags to set aside so that the rest holds together.

Implicit hitting sets: hit the conflicts known so far as lightly as possible, try whether the rest
holds, learn a conflict where it does not (Davies & Bacchus 2011, "Solving MAXSAT by solving a
sequence of simpler SAT instances"). Conflicts that share no tag are hit group by group, so that a
choice in one leaves the others free.
"""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, Protocol

from claimsync.reason.hitting import MOST_NODES, Hitting, lightest, linked

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimsync.reason.steps import Exact

PINNED = "nothing that may be set aside resolves it"
SPENT = "the budget was spent"
MOST_REPAIRS = 1_000
MOST_TOGETHER = 512
_AT_A_TIME = 64
_CHEAP = 8  # conflicts looked at for what one question costs


class Undecidable(Exception):  # noqa: N818 - an answer that ends a search, not a fault
    """Whether the rest holds could not be decided; says why."""


class Trial(Protocol):
    """Sets tags aside and tells what still conflicts."""

    def __call__(self, asides: Sequence[frozenset[int]]) -> list[tuple[frozenset[int], ...]]:
        """Return, for each set put aside, minimal conflicts among the rest; none: it holds.

        Raises Undecidable.
        """
        ...


class Group(NamedTuple):
    """Conflicts linked by shared tags, and the lightest sets that resolve them.

    ``at_least`` is a lower bound of the weight, equal to it unless the search ended early; then
    there may be ``more`` sets, lighter ones too. ``why`` tells why it ended.
    """

    conflicts: tuple[frozenset[int], ...]
    asides: tuple[frozenset[int], ...]
    weight: Exact | None
    at_least: Exact
    more: bool = False
    why: str = ""


@dataclass
class Search:
    """Conflicts learnt so far and how each group of them is hit.

    ``known`` are conflicts to begin with, also such as no trial would find. Tags without a weight
    are never set aside. A set that is tried costs its ``price``, the search for it a fraction for
    each conflict looked at; once the ``budget`` is spent, what is known is returned, marked. One
    set is tried in any case.
    """

    known: list[frozenset[int]]
    weight: Mapping[int, Exact]
    trial: Trial
    budget: int
    price: int
    _hits: dict[tuple[int, tuple[frozenset[int], ...]], Hitting] = field(default_factory=dict)
    _held: set[frozenset[int]] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Grant the first trial."""
        self.budget = max(self.budget, self.price)

    def found(self) -> list[Group]:
        """Return the groups of conflicts and all lightest repairs of each."""
        try:
            while self._learn():
                pass
        except Undecidable as stopped:
            return self.best(str(stopped))
        return [self._group(group) for group in linked(self.known)]

    def reaches(self, weight: Exact) -> bool:
        """Learn conflicts until no set of less than this weight hits all; False: not in time."""
        try:
            while sum(hit.weight for hit in self._some()) < weight:
                self._learn_some()
        except Undecidable:
            return False
        return True

    def _some(self) -> list[Hitting]:
        """Return one choice a group."""
        return [self._hit(group, most=1) for group in linked(self.known)]

    def begin(self) -> bool:
        """Learn the conflicts that there are with nothing aside; False: all holds."""
        return self._learnt([frozenset()])

    def _learn_some(self) -> bool:
        """Learn conflicts that one lightest choice leaves; False: none is left."""
        return self._learnt([frozenset().union(*(hit.sets[0] for hit in self._some() if hit.sets))])

    def _learn(self) -> bool:
        """Learn conflicts that some lightest choice leaves; False: none does."""
        # One choice a group is soon found; all ties are listed only once such a choice holds.
        if self._learn_some():
            return True
        choices = [hit.sets for hit in map(self._hit, linked(self.known)) if hit.sets]
        first: frozenset[int] = frozenset().union(*(sets[0] for sets in choices))
        return any(self._learnt(batch) for batch in _batches(_together(choices, first)))

    def _hit(self, group: Sequence[frozenset[int]], most: int = MOST_REPAIRS) -> Hitting:
        """Return the lightest ways to hit one group, at least one and at most so many."""
        key = (most, tuple(group))
        if key not in self._hits:
            nodes = min(MOST_NODES, _CHEAP * self.budget // len(group))
            found = self._hits[key] = lightest(group, self.weight, most=most, nodes=nodes)
            self.spend(found.effort // _CHEAP)
            if not (found.finished or found.sets):
                raise Undecidable(SPENT)
        return self._hits[key]

    def spend(self, effort: int) -> None:
        """Take what some work cost from the budget."""
        self.budget -= effort
        if self.budget < 0:
            raise Undecidable(SPENT)

    def _learnt(self, asides: Sequence[frozenset[int]]) -> bool:
        """Try sets; keep the conflicts that they leave; return whether there were any new."""
        new = [aside for aside in asides if aside not in self._held]
        if not new:
            return False
        self.spend(self.price * len(new))
        before = len(self.known)
        for aside, left in zip(new, self.trial(new), strict=True):
            # What is left among tags that may not be set aside cannot be mended: the group says so.
            if not left or all(conflict in self.known for conflict in left):
                self._held.add(aside)
            self.known += [conflict for conflict in left if conflict not in self.known]
        return len(self.known) > before

    def _group(self, conflicts: Sequence[frozenset[int]]) -> Group:
        hit = self._hit(conflicts)
        if not hit.sets:
            return Group(tuple(conflicts), (), None, hit.weight, why=PINNED)
        weight = sum((self.weight[tag] for tag in sorted(hit.sets[0])), start=0)
        return Group(tuple(conflicts), hit.sets, weight, hit.weight, more=not hit.finished)

    def best(self, why: str) -> list[Group]:
        """Return every group with the least that it must cost; what was not tried is not told."""
        return [
            Group(tuple(group), (), None, self._least(group), more=True, why=why)
            for group in linked(self.known)
        ]

    def _least(self, group: Sequence[frozenset[int]]) -> Exact:
        """Return what one group must cost at least, as far as that is known."""
        known = [hit.weight for (_, tags), hit in self._hits.items() if tags == tuple(group)]
        return max([lightest(group, self.weight, most=1, nodes=0).weight, *known])


def _together(
    choices: Sequence[tuple[frozenset[int], ...]], first: frozenset[int]
) -> list[frozenset[int]]:
    """Return the choices to try together: all combinations, or where those are too many all pairs.

    A conflict over two groups joins them, so that all that is left to find are such as no two
    groups show.
    """
    if math.prod(map(len, choices)) <= MOST_TOGETHER:
        combined = itertools.product(*choices)
        return [frozenset().union(*each) for each in combined]
    found = dict.fromkeys((first - sets[0]) | other for sets in choices for other in sets)
    for one, other in itertools.combinations(choices, 2):
        rest = first - one[0] - other[0]
        pairs = itertools.islice(itertools.product(one[1:], other[1:]), MOST_TOGETHER)
        found.update(dict.fromkeys(rest | a | b for a, b in pairs))
    return list(found)


def _batches(asides: Sequence[frozenset[int]]) -> list[Sequence[frozenset[int]]]:
    """Return the sets to try, a few at a time."""
    return [asides[at : at + _AT_A_TIME] for at in range(0, len(asides), _AT_A_TIME)]
