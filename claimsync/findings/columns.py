"""Findings as columns: kind, basis, question and claims; one is made when it is looked at."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from operator import attrgetter, is_
from typing import TYPE_CHECKING, NamedTuple, overload
from weakref import WeakValueDictionary

import numpy as np

from claimsync.findings.kinds import Basis, Finding, Kind
from claimsync.table.groups import Groups

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, MutableMapping

    from numpy.typing import NDArray

    from claimsync.table.keys import Ints

KINDS, BASES = tuple(Kind), tuple(Basis)
_KIND = {kind: code for code, kind in enumerate(KINDS)}
_BASIS = {basis: code for code, basis in enumerate(BASES)}
_KEPT = 2**16  # findings up to which each is kept once it was looked at


class Batch(NamedTuple):
    """Findings of one family: what they are sorted and counted by, and how each is made.

    ``joins`` are the claims whose questions each joins, where those are more than its ``rows``.
    """

    kind: NDArray[np.int64]
    basis: NDArray[np.int64]
    key: Ints
    rows: Groups
    made: Callable[[int], Finding]
    joins: Groups | None = None

    @classmethod
    def of_kind(
        cls, kind: Kind, basis: NDArray[np.int64] | Basis, key: Ints, rows: Groups,
        made: Callable[[int], Finding],
    ) -> Batch:  # fmt: skip
        """Return findings that are all of one kind, and may be of one basis."""
        bases = np.full(len(key), code_of(basis)) if isinstance(basis, Basis) else basis
        return cls(np.full(len(key), _KIND[kind]), bases, key, rows, made)


def code_of(basis: Basis) -> int:
    """Return the code of a basis."""
    return _BASIS[basis]


def kind_code(kind: Kind) -> int:
    """Return the code of a kind."""
    return _KIND[kind]


def _batch(found: list[Finding]) -> Batch:
    """Return findings that are made already."""
    kinds = np.array([_KIND[each.kind] for each in found], dtype=np.int64)
    bases = np.array([_BASIS[each.basis] for each in found], dtype=np.int64)
    keys = _keys([np.array([int(each.key) for each in found], dtype=object)])
    rows, joins = (Groups.listed([*map(attrgetter(told), found)]) for told in ("rows", "joins"))
    return Batch(kinds, bases, keys, rows, found.__getitem__, joins)


def _keys(columns: list[Ints]) -> Ints:
    """Return keys as one array, of integers of the machine where they fit."""
    whole = [column for column in columns if len(column)]
    keys = np.concatenate(whole) if whole else np.zeros(0, dtype=np.int64)
    if keys.dtype == object and all(-(2**63) <= key < 2**63 for key in keys.tolist()):
        return keys.astype(np.int64)
    return keys


class Findings(Sequence[Finding]):
    """Findings in their order; what reads like an object is made when it is asked for.

    They compare and print like a tuple of findings.
    """

    def __init__(
        self,
        batches: Sequence[Batch],
        at: NDArray[np.int64] | None = None,
        kept: MutableMapping[int, Finding] | None = None,
    ) -> None:
        """Join ``batches``; ``at`` are the findings among them that count, in their order."""
        self._batches = batches
        self._ends = np.cumsum([0, *(len(batch.kind) for batch in batches)])
        self._at = np.arange(self._ends[-1]) if at is None else at
        few = len(self._at) <= _KEPT
        own: MutableMapping[int, Finding] = {} if few else WeakValueDictionary()
        self._kept = own if kept is None else kept

    @classmethod
    def of(cls, found: Iterable[Finding | Batch]) -> Findings:
        """Return findings and batches of them as one sequence."""
        single: list[Finding] = []
        batches: list[Batch] = []
        for each in found:
            if isinstance(each, Batch):
                batches.append(each)
            else:
                single.append(each)
        return cls([*batches, _batch(single)] if single else batches)

    def _column(self, name: str) -> NDArray[np.int64]:
        """Return one column of the findings that count."""
        columns = [getattr(batch, name) for batch in self._batches]
        whole = _keys(columns) if name == "key" else np.concatenate([[], *columns]).astype(int)
        column: NDArray[np.int64] = whole[self._at]
        return column

    @property
    def kind(self) -> NDArray[np.int64]:
        """The code of each finding's kind."""
        return self._column("kind")

    @property
    def basis(self) -> NDArray[np.int64]:
        """The code of each finding's basis."""
        return self._column("basis")

    @property
    def key(self) -> Ints:
        """The key of each finding's question."""
        return self._column("key")

    @property
    def rows(self) -> Groups:
        """The claim rows of each finding."""
        return self._groups([batch.rows for batch in self._batches])

    @property
    def joins(self) -> Groups:
        """The claim rows whose questions each finding joins."""
        return self._groups([batch.joins or batch.rows for batch in self._batches])

    def _groups(self, of_batches: list[Groups]) -> Groups:
        """Return the groups of the findings that count."""
        return reduce(Groups.joined, of_batches, Groups.listed([])).take(self._at)

    def only(self, which: Collection[Kind] | NDArray[np.bool_]) -> Findings:
        """Return those of some kinds, or those that a mask names."""
        if not isinstance(which, np.ndarray):
            which = np.isin(self.kind, [_KIND[kind] for kind in which])
        return Findings(self._batches, self._at[which], self._kept)

    def ordered(self) -> Findings:
        """Return them by kind, basis, question and claims: what needs a human comes first."""
        _, question = np.unique(self.key, return_inverse=True)
        columns = (question, self.basis, self.kind)
        order = np.lexsort(columns)
        tied = np.ones(max(len(order) - 1, 0), dtype=bool)
        for column in columns:
            tied &= np.diff(column[order]) == 0
        edges = np.flatnonzero(np.diff(np.concatenate([[False], tied, [False]]).astype(int)))
        rows = self.rows if len(edges) else Groups.listed([])
        for first, last in edges.reshape(-1, 2).tolist():
            alike = order[first : last + 1].tolist()
            order[first : last + 1] = sorted(alike, key=lambda at: rows[at].tolist())
        return Findings(self._batches, self._at[order], self._kept)

    def counts(self) -> dict[Kind, int]:
        """Return how many there are of each kind."""
        counted = np.bincount(self.kind, minlength=len(KINDS)).tolist()
        return dict(zip(KINDS, counted, strict=True))

    def __len__(self) -> int:
        """Return how many findings there are."""
        return len(self._at)

    @overload
    def __getitem__(self, at: int) -> Finding: ...
    @overload
    def __getitem__(self, at: slice) -> Findings: ...
    def __getitem__(self, at: int | slice) -> Finding | Findings:
        """Return one finding, or some of them."""
        if isinstance(at, slice):
            return Findings(self._batches, self._at[at], self._kept)
        place = int(self._at[at])
        found = self._kept.get(place)
        if found is None:
            batch = int(np.searchsorted(self._ends, place, side="right")) - 1
            found = self._batches[batch].made(place - int(self._ends[batch]))
            self._kept[place] = found
        return found

    def __reduce__(self) -> tuple[object, ...]:
        """Return how they are pickled: what is kept only while somebody holds it is made anew."""
        kept = self._kept if isinstance(self._kept, dict) else None
        return Findings, (self._batches, self._at, kept)

    def __eq__(self, other: object) -> bool:
        """Return whether both hold the same findings."""
        if not isinstance(other, (Findings, tuple)):
            return NotImplemented
        return len(self) == len(other) and all(map(is_, self, other))

    def __hash__(self) -> int:
        """Hash by how many there are."""
        return hash(tuple(self.counts().values()))

    def __repr__(self) -> str:
        """Return what a tuple of the findings would print."""
        return repr(tuple(self))
