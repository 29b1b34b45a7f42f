"""The lightest sets that hit every conflict: what to set aside so that none is left.

Conflicts are hit by repairs, and repairs by conflicts (Reiter 1987, "A theory of diagnosis from
first principles"), so the same search serves both ways.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimsync.reason.steps import Exact

MOST_NODES = 200_000


class Hitting(NamedTuple):
    """All lightest sets, sorted; their weight; whether the search came to its end.

    Where it did not, ``weight`` is a lower bound. No sets at a finished search: nothing may be set
    aside that would hit every conflict.
    """

    sets: tuple[frozenset[int], ...]
    weight: Exact
    finished: bool


class _Node(NamedTuple):
    """What was chosen so far, at which weight, and what must not be chosen any more."""

    chosen: frozenset[int]
    barred: frozenset[int]
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
    best: list[frozenset[int]] = []
    best_weight: Exact | None = None
    todo = [_Node(frozenset(), frozenset(), 0)]
    visited, least = 0, _packed(conflicts, weight)
    while todo:
        visited += 1
        node = todo.pop()
        left = [conflict for conflict in conflicts if not conflict & node.chosen]
        if any(block <= node.chosen for block in blocked):
            continue
        free = [_free(conflict, node, weight) for conflict in left]
        if not all(free):
            continue
        floor = node.weight + _packed(free, weight)
        if best_weight is not None and floor > best_weight:
            continue
        if not left:
            if best_weight is None or node.weight < best_weight:
                best, best_weight = [], node.weight
            best.append(node.chosen)
            if len(best) > most and best_weight == least:
                return Hitting(_sorted(best[:most]), best_weight, finished=False)
            continue
        if visited > nodes:
            return Hitting(_sorted(best[:most]), least, finished=False)
        todo.extend(_branches(node, free, weight))
    finished = len(best) <= most
    return Hitting(_sorted(best[:most]), least if best_weight is None else best_weight, finished)


def _free(conflict: frozenset[int], node: _Node, weight: Mapping[int, Exact]) -> frozenset[int]:
    """Return what of a conflict may still be chosen."""
    return frozenset(tag for tag in conflict if tag in weight and tag not in node.barred)


def _branches(
    node: _Node, free: Sequence[frozenset[int]], weight: Mapping[int, Exact]
) -> list[_Node]:
    """Return the ways to hit the smallest conflict, each barring the earlier ones; best last."""
    smallest = min(free, key=lambda tags: (len(tags), sorted(tags)))
    hits = {tag: sum(tag in conflict for conflict in free) for tag in smallest}
    order = sorted(smallest, key=lambda tag: (-hits[tag], weight[tag], tag))
    return [
        _Node(node.chosen | {tag}, node.barred.union(order[:at]), node.weight + weight[tag])
        for at, tag in reversed(list(enumerate(order)))
    ]


def _packed(conflicts: Sequence[frozenset[int]], weight: Mapping[int, Exact]) -> Exact:
    """Return what hitting some conflicts that share nothing costs at least."""
    total: Exact = 0
    seen: set[int] = set()
    for conflict in sorted(conflicts, key=len):
        if seen.isdisjoint(conflict):
            seen |= conflict
            total += min((weight[tag] for tag in conflict if tag in weight), default=0)
    return total


def _sorted(sets: Sequence[frozenset[int]]) -> tuple[frozenset[int], ...]:
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
