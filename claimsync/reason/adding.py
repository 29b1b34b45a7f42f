"""Lightest repairs by adding up what numbers cost, where rows form a tree: exact, whatever ties.

Conflicts are learnt only until they show that nothing lighter would do; which sets there are is
read off the costs. Sets belong together where a conflict or a choice joins them.
"""

from __future__ import annotations

import itertools
import math
from typing import TYPE_CHECKING

from claimsync.reason.costs import Costs
from claimsync.reason.hitting import in_order, linked
from claimsync.reason.repairs import MOST_REPAIRS, Group, Undecidable
from claimsync.reason.ways import Part, parts_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimsync.reason.problem import Problem
    from claimsync.reason.repairs import Search, Trial
    from claimsync.reason.steps import Exact

_MIXED = 16
UNSHOWN = "that nothing lighter would do takes more conflicts to show than are told"


def added_up(problem: Problem, weights: Mapping[int, Exact], search: Search) -> list[Group] | None:
    """Return the groups of conflicts of a tree with all lightest repairs of each.

    None: it cannot be mended, the budget of the ``search`` does not suffice, or choices that are
    too many to list may be independent of each other; then only the search can tell.
    """
    if not search.begin():
        return []
    try:
        costs = Costs(problem, weights, search.spend)
        least = costs.weight
        if least is None:
            return None
        parts = parts_of(costs, MOST_REPAIRS)
    except Undecidable:
        return None
    shown = search.reaches(least)
    known = linked(search.known) if shown else [search.known]
    apart = [frozenset[int]().union(*conflicts) for conflicts in known]
    if any(part.more and _independent(part, parts, apart, search.trial) for part in parts):
        return None
    parts = [piece for part in parts for piece in _split(part, apart)]
    return [
        _group(conflicts, mine, weights, "" if shown else UNSHOWN)
        for conflicts, mine in _joined(known, parts)
    ]


def _independent(
    part: Part, parts: Sequence[Part], apart: Sequence[frozenset[int]], trial: Trial
) -> bool:
    """Return whether ways mixed from several groups of conflicts all hold, as far as a few show."""
    near = [tags for tags in apart if any(tags & way for way in part.ways)]
    if len(near) == 1:
        return False
    beside = frozenset[int]().union(*(each.ways[0] for each in parts if each is not part))
    mixed = [
        beside.union(
            *(part.ways[turn * at % len(part.ways)] & tags for at, tags in enumerate(near))
        )
        for turn in range(1, min(len(part.ways), _MIXED))
    ]
    return not any(trial(mixed))


def _split(part: Part, apart: Sequence[frozenset[int]]) -> list[Part]:
    """Return a part as several, where a choice in one group of conflicts leaves others free."""
    found = []
    for tags in () if part.more else apart:
        mine = tuple(dict.fromkeys(way & tags for way in part.ways))
        rest = tuple(dict.fromkeys(way - tags for way in part.ways))
        if any(mine) and any(rest) and len(mine) * len(rest) == len(part.ways):
            found.append(Part(mine, more=False))
            part = Part(rest, more=False)
    return [*found, part]


def _joined(
    known: Sequence[list[frozenset[int]]], parts: Sequence[Part]
) -> list[tuple[list[frozenset[int]], list[Part]]]:
    """Return conflicts and parts in groups that share no tag."""
    groups = [(frozenset[int]().union(*conflicts), conflicts, list[Part]()) for conflicts in known]
    for part in parts:
        tags = frozenset[int]().union(*part.ways)
        touched = [group for group in groups if group[0] & tags]
        groups = [group for group in groups if not group[0] & tags]
        conflicts = [each for _, found, _ in touched for each in found]
        joined = [each for _, _, mine in touched for each in mine]
        groups.append((tags.union(*(each for each, _, _ in touched)), conflicts, [*joined, part]))
    return [(each, mine) for _, each, mine in sorted(groups, key=lambda group: min(group[0]))]


def _group(
    conflicts: Sequence[frozenset[int]],
    parts: Sequence[Part],
    weights: Mapping[int, Exact],
    why: str,
) -> Group:
    """Return the conflicts of some parts with the sets that take one way of each."""
    chosen = itertools.product(*(part.ways for part in parts))
    asides = [frozenset[int]().union(*each) for each in itertools.islice(chosen, MOST_REPAIRS)]
    more = any(part.more for part in parts) or math.prod(len(p.ways) for p in parts) > MOST_REPAIRS
    weight = sum((weights[tag] for tag in sorted(asides[0])), start=0)
    return Group(tuple(conflicts), in_order(asides), weight, weight, more, why)
