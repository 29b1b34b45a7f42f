"""The lightest sets that hit every conflict: what to set aside so that none is left.

Conflicts are hit by repairs, and repairs by conflicts (Reiter 1987, "A theory of diagnosis from
first principles"), so the same search serves both ways.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from claimsync.reason.steps import Exact

MOST_NODES = 200_000
_PAIR = 2


class Hitting(NamedTuple):
    """All lightest sets, sorted; their weight; whether the search came to its end.

    Where it did not, ``weight`` is a lower bound. No sets at a finished search: nothing may be set
    aside that would hit every conflict. ``effort`` counts the conflicts looked at.
    """

    sets: tuple[frozenset[int], ...]
    weight: Exact
    finished: bool
    effort: int = 0


class _Node(NamedTuple):
    """What was chosen so far, at which weight, and what must not be chosen any more."""

    chosen: int
    barred: int
    weight: Exact


def lightest(
    conflicts: Sequence[frozenset[int]],
    weight: Mapping[int, Exact],
    *,
    most: int,
    blocked: Sequence[frozenset[int]] = (),
    nodes: int = MOST_NODES,
) -> Hitting:
    """Return the lightest sets that hit all ``conflicts`` by branch and bound.

    >>> found = lightest([frozenset({1, 2}), frozenset({2, 3})], {1: 1, 2: 1, 3: 1}, most=9)
    >>> found.sets, found.weight
    ((frozenset({2}),), 1)

    Only what has a weight may be chosen; weights are positive. No set contains a ``blocked`` one.
    More than ``most`` sets, or ``nodes`` visited, end the search early.
    """
    bits = _Bits.of(conflicts, weight)
    masks = [bits.mask(conflict) for conflict in conflicts]
    walls = [bits.mask(block) for block in blocked if block <= bits.of_tag.keys()]
    best: list[int] = []
    best_weight: Exact | None = None
    todo = [_Node(0, 0, 0)]
    visited, least = 0, bits.packed(masks)

    def told(weight: Exact, *, finished: bool) -> Hitting:
        sets = in_order([bits.tags(chosen) for chosen in best])
        return Hitting(sets[:most], weight, finished, visited * len(masks))

    while todo:
        visited += 1
        node = todo.pop()
        left = [mask for mask in masks if not mask & node.chosen]
        if any(wall & node.chosen == wall for wall in walls):
            continue
        free = [mask & ~node.barred for mask in left]
        if not all(free):
            continue
        floor = node.weight + bits.packed(free)
        if best_weight is not None and floor > best_weight:
            continue
        if not left:
            if best_weight is None or node.weight < best_weight:
                best, best_weight = [], node.weight
            best.append(node.chosen)
            if len(best) > most and best_weight == least:
                return told(best_weight, finished=False)
            continue
        if visited > nodes:
            return told(least, finished=False)
        todo.extend(_branches(node, free, bits))
    return told(least if best_weight is None else best_weight, finished=len(best) <= most)


class _Bits(NamedTuple):
    """Tags as bits of a number, the lowest tag the highest, and what choosing each costs."""

    of_tag: dict[int, int]
    cost: dict[int, Exact]

    @classmethod
    def of(cls, conflicts: Sequence[frozenset[int]], weight: Mapping[int, Exact]) -> _Bits:
        """Return the bits of all tags that may be chosen."""
        tags = sorted(frozenset[int]().union(*conflicts) & weight.keys(), reverse=True)
        of_tag = {tag: 1 << at for at, tag in enumerate(tags)}
        return cls(of_tag, {bit: weight[tag] for tag, bit in of_tag.items()})

    def mask(self, tags: frozenset[int]) -> int:
        """Return tags as one number, those that may not be chosen left out."""
        return sum(self.of_tag.get(tag, 0) for tag in tags)

    def tags(self, mask: int) -> frozenset[int]:
        """Return the tags of a number."""
        return frozenset(tag for tag, bit in self.of_tag.items() if bit & mask)

    def packed(self, masks: Sequence[int]) -> Exact:
        """Return what hitting some conflicts costs at least, by parts that share nothing.

        Of tags that exclude each other two by two, all but one must go.
        """
        total, seen = self._cliques(masks)
        for mask in sorted(masks, key=int.bit_count):
            if not mask & seen:
                seen |= mask
                total += min((self.cost[bit] for bit in _each(mask)), default=0)
        return total

    def _cliques(self, masks: Sequence[int]) -> tuple[Exact, int]:
        """Return what cliques of conflicting pairs, found greedily, cost, and all their tags."""
        near: dict[int, int] = {}
        for mask in masks:
            if mask.bit_count() == _PAIR:
                one = mask & -mask
                near[one] = near.get(one, 0) | (mask ^ one)
                near[mask ^ one] = near.get(mask ^ one, 0) | one
        total: Exact = 0
        seen = 0
        for bit in sorted(near, key=lambda bit: (-near[bit].bit_count(), -bit)):
            common = 0 if bit & seen else near[bit] & ~seen
            if not common:
                continue
            dearest, clique = self.cost[bit], bit
            while common:
                more = 1 << (common.bit_length() - 1)
                total += min(dearest, self.cost[more])
                dearest = max(dearest, self.cost[more])
                clique |= more
                common &= near[more]
            seen |= clique
        return total, seen


def _each(mask: int) -> Iterator[int]:
    """Yield the bits of a number, the highest first."""
    while mask:
        bit = 1 << (mask.bit_length() - 1)
        yield bit
        mask ^= bit


def _branches(node: _Node, free: Sequence[int], bits: _Bits) -> list[_Node]:
    """Return the ways to hit the smallest conflict, each barring the earlier ones; best last."""
    smallest = min(free, key=lambda mask: (mask.bit_count(), -mask))
    hits = {bit: sum(bit & mask != 0 for mask in free) for bit in _each(smallest)}
    order = sorted(hits, key=lambda bit: (-hits[bit], bits.cost[bit], -bit))
    found: list[_Node] = []
    barred = node.barred
    for bit in order:
        found.append(_Node(node.chosen | bit, barred, node.weight + bits.cost[bit]))
        barred |= bit
    return found[::-1]


def in_order(sets: Sequence[frozenset[int]]) -> tuple[frozenset[int], ...]:
    """Return sets in the order in which they are told: by size, then by their tags."""
    return tuple(sorted(sets, key=lambda tags: (len(tags), sorted(tags))))


def linked(conflicts: Sequence[frozenset[int]]) -> list[list[frozenset[int]]]:
    """Return the conflicts in groups that share no tag, each in the order given."""
    groups: list[tuple[set[int], list[frozenset[int]]]] = []
    for conflict in conflicts:
        touched = [group for group in groups if group[0] & conflict]
        tags = set(conflict).union(*(tags for tags, _ in touched))
        members = [each for _, group in touched for each in group]
        groups = [group for group in groups if not any(group is hit for hit in touched)]
        groups.append((tags, [*members, conflict]))
    return [members for _, members in sorted(groups, key=lambda group: min(group[0]))]
