"""Groups of numbers in one flat array: what belongs to each of many, without a list for each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray


@dataclass(frozen=True)
class Groups:
    """Members of groups in CSR form: those of group ``g`` are ``member[start[g]:start[g + 1]]``.

    >>> groups = Groups.of(np.array([1, 0, 1]), np.array([7, 5, 6]), 3)
    >>> groups[0].tolist(), groups[1].tolist(), groups[2].tolist()
    ([5], [7, 6], [])
    """

    start: NDArray[np.int64]
    member: NDArray[np.int64]

    @classmethod
    def of(cls, owner: NDArray[np.int64], member: NDArray[np.int64], count: int) -> Groups:
        """Return ``count`` groups, each member with its ``owner``, in the order given."""
        order = np.argsort(owner, kind="stable")
        lengths = np.bincount(owner, minlength=count)
        return cls(np.concatenate([[0], np.cumsum(lengths)]), member[order])

    @classmethod
    def listed(cls, groups: Sequence[Sequence[int]]) -> Groups:
        """Return groups that are listed one by one."""
        start = np.cumsum([0, *map(len, groups)])
        flat = [member for group in groups for member in group]
        return cls(start, np.array(flat, dtype=np.int64))

    def __len__(self) -> int:
        """Return how many groups there are."""
        return len(self.start) - 1

    def __getitem__(self, group: int) -> NDArray[np.int64]:
        """Return the members of one group."""
        return self.member[self.start[group] : self.start[group + 1]]

    @property
    def lengths(self) -> NDArray[np.int64]:
        """How many members each group has."""
        return np.diff(self.start)

    @property
    def owner(self) -> NDArray[np.int64]:
        """The group of each member."""
        return np.repeat(np.arange(len(self)), self.lengths)

    def take(self, at: NDArray[np.int64]) -> Groups:
        """Return some of the groups, in the order of ``at``."""
        lengths = self.lengths[at]
        start = np.concatenate([[0], np.cumsum(lengths)])
        shift = np.repeat(self.start[at] - start[:-1], lengths)
        return Groups(start, self.member[np.arange(start[-1]) + shift])

    def distinct(self) -> Groups:
        """Return the groups with every member once, where it stands first."""
        owner = self.owner
        order = np.lexsort((self.member, owner))
        same = (np.diff(owner[order]) == 0) & (np.diff(self.member[order]) == 0)
        if not same.any():
            return self
        kept = np.ones(len(owner), dtype=bool)
        kept[order[1:][same]] = False
        start = np.concatenate([[0], np.cumsum(np.bincount(owner[kept], minlength=len(self)))])
        return Groups(start, self.member[kept])

    def joined(self, other: Groups) -> Groups:
        """Return these groups, and then the ``other`` ones."""
        start = np.concatenate([self.start, other.start[1:] + self.start[-1]])
        return Groups(start, np.concatenate([self.member, other.member]))


def set_codes(groups: Groups) -> tuple[NDArray[np.int64], list[frozenset[int]]]:
    """Return a code for the set of members of each group, and the set that each code stands for.

    >>> codes, sets = set_codes(Groups.listed([[1, 2], [2], [2, 1]]))
    >>> [sorted(sets[code]) for code in codes]
    [[1, 2], [2], [1, 2]]
    """
    owner = groups.owner
    order = np.lexsort((groups.member, owner))
    owner, member = owner[order], groups.member[order]
    kept = np.ones(len(owner), dtype=bool)
    kept[1:] = (np.diff(owner) != 0) | (np.diff(member) != 0)
    owner, member = owner[kept], member[kept]
    sizes = np.bincount(owner, minlength=len(groups))
    first = np.cumsum(sizes) - sizes
    codes, sets = np.zeros(len(groups), dtype=np.int64), list[frozenset[int]]()
    for size in np.unique(sizes).tolist():
        at = np.flatnonzero(sizes == size)
        rows, code = _distinct_rows(member[first[at][:, None] + np.arange(size)])
        codes[at] = code + len(sets)
        sets += [frozenset(row) for row in rows.tolist()]
    return codes, sets


def _distinct_rows(rows: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the distinct rows of numbers, and which of them each row is."""
    code: Any = np.zeros(len(rows), dtype=np.int64)
    for column in rows.T:  # column by column, so that no row is compared as a whole
        _, own = np.unique(column, return_inverse=True)
        _, code = np.unique(code * (int(own.max()) + 1) + own, return_inverse=True)
    first = np.unique(code, return_index=True)[1]
    return rows[first], code
