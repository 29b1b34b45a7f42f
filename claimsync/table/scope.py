"""How codes add up: for each dimension, which code is part of which whole, by which partition."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from claimsync.model.codelist import Completeness, Partition, PathPartition, Sharing
from claimsync.table.groups import Groups

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from claimsync.model.context import Context
    from claimsync.table.keys import Ints, KeySpace


class Split(NamedTuple):
    """One partition of one whole: a row of the table of splits.

    ``complete`` says that the parts are all there are, ``disjoint`` that they may be added, and
    ``listed`` that for each question only the parts count which claims list for it.
    """

    column: int
    whole: int
    parts: tuple[int, ...]
    complete: bool
    disjoint: bool
    name: str
    listed: bool = False


@dataclass
class Scope:
    """Every split, and for each column the pairs (part code, split) sorted by part code."""

    space: KeySpace
    splits: list[Split] = field(default_factory=list)
    pairs: dict[int, tuple[NDArray[np.int64], NDArray[np.int64]]] = field(default_factory=dict)

    @cached_property
    def whole(self) -> NDArray[np.int64]:
        """The code of the whole of each split."""
        return np.array([split.whole for split in self.splits], dtype=np.int64)

    @cached_property
    def column(self) -> NDArray[np.int64]:
        """The column of each split."""
        return np.array([split.column for split in self.splits], dtype=np.int64)

    @cached_property
    def steps(self) -> Groups:
        """What leads from the key of each split's whole to those of its parts."""
        steps = [
            [(part - split.whole) * self.space.radices[split.column] for part in split.parts]
            for split in self.splits
        ]
        start = np.cumsum([0, *map(len, steps)])
        return Groups(start, np.array([s for each in steps for s in each], self.space.dtype))

    def marked(self, fits: Callable[[Split], bool]) -> NDArray[np.bool_]:
        """Return of which splits something holds."""
        return np.array([fits(split) for split in self.splits], dtype=bool)

    @cached_property
    def sharing(self) -> tuple[int, ...]:
        """The splits with named parts of which one belongs to another whole, too."""
        wholes: dict[tuple[int, int], set[int]] = {}
        named = [(at, split) for at, split in enumerate(self.splits) if not split.listed]
        for _, split in named:
            for part in split.parts:
                wholes.setdefault((split.column, part), set()).add(split.whole)
        return tuple(
            at
            for at, split in named
            if any(len(wholes[split.column, part]) > 1 for part in split.parts)
        )

    def wholes(self, keys: Ints) -> Parts:
        """Return every (child, whole, split) one step up from ``keys``, in any dimension."""
        found = [self.wholes_on(column, keys) for column in self.pairs]
        if not found:
            none = np.empty(0, dtype=np.int64)
            return Parts(none, np.empty(0, dtype=keys.dtype), none)
        return Parts(*(np.concatenate(each) for each in zip(*found, strict=True)))

    def wholes_on(self, column: int, keys: Ints) -> Parts:
        """Return (child, whole, split) one step up in one dimension."""
        codes, splits = self.pairs[column]
        own = self.space.column(keys, column)
        first, last = np.searchsorted(codes, own, "left"), np.searchsorted(codes, own, "right")
        many = last - first
        child = np.repeat(np.arange(len(keys)), many)
        at = (
            np.arange(len(child)) - np.repeat(np.cumsum(many) - many, many) + np.repeat(first, many)
        )
        split = splits[at]
        return Parts(child, self.space.replaced(keys[child], column, self.whole[split]), split)

    def spread(self, key: int, column: int) -> tuple[int, list[int]]:
        """Return the whole and the part keys that an *each* or *total* figure on ``key`` spans."""
        own = self.space.row(key)[column]
        fitting = [s for s in self.splits if s.column == column and not s.listed]
        candidates = [s for s in fitting if s.whole == own] or (fitting if own == 0 else [])
        split = candidates[0]
        step = self.space.radices[column]
        base = key - own * step
        return base + split.whole * step, [base + part * step for part in split.parts]

    def roots(self, column: int) -> NDArray[np.bool_]:
        """Return which codes of a column are wholes and part of nothing."""
        root = np.zeros(self.space.sizes[column], dtype=bool)
        root[self.whole[self.column == column]] = True
        root[self.pairs[column][0] if column in self.pairs else []] = False
        return root

    def above(self, column: int, code: int) -> set[int]:
        """Return all wholes that a code is inside of."""
        found, todo = set[int](), [code]
        while todo:
            below = todo.pop()
            up = {s.whole for s in self.splits if s.column == column and below in s.parts} - found
            found |= up
            todo.extend(up)
        return found

    def overlapping(self, column: int, one: int, other: int) -> bool:
        """Return whether two codes are parts of one whole that may share members."""
        return any(
            split.column == column and not split.disjoint and {one, other} <= set(split.parts)
            for split in self.splits
        )


class Parts(NamedTuple):
    """Positions of children among the keys asked for, keys of wholes, and splits; shape (n,)."""

    child: NDArray[np.int64]
    whole: Ints
    split: NDArray[np.int64]


def scope_of(context: Context, space: KeySpace) -> Scope:
    """Return the splits that the context declares over the columns of ``space``."""
    scope = Scope(space)
    for partition in sorted(context.partitions, key=str):
        if partition.dimension not in space.columns:
            continue
        column = space.columns.index(partition.dimension)
        if isinstance(partition, PathPartition):
            _add_paths(scope, partition, column)
        else:
            _add_listed(scope, partition, column)
    _index(scope)
    return scope


def _add_listed(scope: Scope, partition: Partition, column: int) -> None:
    """Add a partition whose parts are named."""
    code = scope.space.codes[column].code
    scope.splits.append(
        Split(
            column,
            code[partition.whole],
            tuple(code[part] for part in partition.parts),
            complete=partition.completeness is not Completeness.OPEN,
            disjoint=partition.sharing is Sharing.DISJOINT,
            name=str(partition),
        )
    )


def _add_paths(scope: Scope, partition: PathPartition, column: int) -> None:
    """Add one split for every prefix of the codes."""
    complete = partition.completeness is not Completeness.OPEN
    codes = scope.space.codes[column]
    children: dict[str, list[int]] = {}
    for code, name in enumerate(codes.names):
        if name and "/" in name:
            children.setdefault(name.rpartition("/")[0], []).append(code)
    for prefix, parts in sorted(children.items()):
        scope.splits.append(
            Split(
                column,
                codes.code[prefix],
                tuple(parts),
                complete=complete,
                disjoint=True,
                name=str(partition),
                listed=True,
            )
        )


def _index(scope: Scope) -> None:
    """Sort the pairs (part, split) of every column by part."""
    pairs: dict[int, list[tuple[int, int]]] = {}
    for at, split in enumerate(scope.splits):
        pairs.setdefault(split.column, []).extend((part, at) for part in split.parts)
    for column, found in pairs.items():
        both = np.array(sorted(found), dtype=np.int64)
        scope.pairs[column] = (both[:, 0].copy(), both[:, 1].copy())
