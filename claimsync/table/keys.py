"""Questions as single integers: changing one dimension of a million questions is one addition.

A key packs the codes of all columns (measure, event, phase, …, one a dimension) in mixed radix;
code 0 is *unspecified*. Keys are int64 while they fit and Python integers beyond.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple, cast

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    from claimsync.model.measure import Measure

Ints = Any  # NDArray of int64, or of Python integers where those do not fit
FIXED = ("measure", "event", "phase", "when", "unit", "as of")
MEASURE, EVENT, PHASE, WHEN, UNIT, AS_OF = range(6)
_FITS = 2**62


class Codes:
    """Names of one column, coded by their rank among all names (0 is unspecified).

    >>> codes = Codes(["Kherson", "Donetsk", "Kherson"])
    >>> codes.code["Kherson"], codes.names
    (2, (None, 'Donetsk', 'Kherson'))
    """

    def __init__(self, names: Iterable[Any], rank: Any = None) -> None:
        """Code the distinct ``names`` in the order of ``rank`` (their own by default)."""
        distinct = sorted({name for name in names if name is not None}, key=rank)
        self.names: tuple[Any, ...] = (None, *distinct)
        self.code: dict[Any, int] = {name: code for code, name in enumerate(self.names)}

    def __len__(self) -> int:
        """Return how many codes there are, unspecified included."""
        return len(self.names)


@dataclass(frozen=True)
class KeySpace:
    """The columns of a set of questions and how their codes pack into one integer."""

    columns: tuple[str, ...]
    codes: tuple[Codes, ...]

    def __post_init__(self) -> None:
        """Work out the radix of each column."""
        radices, radix = [], 1
        for codes in reversed(self.codes):
            radices.append(radix)
            radix *= len(codes)
        object.__setattr__(self, "radices", tuple(reversed(radices)))
        object.__setattr__(self, "dtype", np.int64 if radix < _FITS else object)

    radices: tuple[int, ...] = ()
    dtype: Any = np.int64

    def pack(self, rows: Sequence[Sequence[int]]) -> Ints:
        """Return the keys of ``rows``, each a code a column; shape (n,)."""
        if not rows:
            return np.empty(0, dtype=self.dtype)
        if self.dtype is object:
            keys = [sum(c * r for c, r in zip(row, self.radices, strict=True)) for row in rows]
            return np.array(keys, dtype=object)
        codes = np.asarray(rows, dtype=np.int64)
        return codes.dot(np.array(self.radices, dtype=np.int64))

    def column(self, keys: Ints, column: int) -> NDArray[np.int64]:
        """Return the codes of one column; shape (n,)."""
        picked: Ints = keys // self.radices[column] % len(self.codes[column])
        return cast("NDArray[np.int64]", picked.astype(np.int64))

    def replaced(self, keys: Ints, column: int, codes: Any) -> Ints:
        """Return the keys with one column set to ``codes``."""
        change = codes - self.column(keys, column)
        if self.dtype is object:
            change = np.asarray(change).astype(object)
        return keys + change * self.radices[column]

    def without(self, keys: Ints, column: int) -> Ints:
        """Return the keys with one column left unspecified."""
        return self.replaced(keys, column, 0)

    def flagged(
        self, keys: Ints, measures: Mapping[str, Measure], flag: Callable[[Measure], bool]
    ) -> NDArray[np.bool_]:
        """Return which keys ask for a measure that ``flag`` holds of; shape (n,)."""
        flags = [False, *(flag(measures[name]) for name in self.codes[MEASURE].names[1:])]
        return np.array(flags, dtype=bool)[self.column(keys, MEASURE)]

    def row(self, key: int) -> tuple[int, ...]:
        """Return the code of each column of one key."""
        return tuple(
            int(key // radix % len(codes))
            for radix, codes in zip(self.radices, self.codes, strict=True)
        )

    def names(self, key: int) -> dict[str, Any]:
        """Return what one key specifies, by column."""
        named = zip(self.columns, self.codes, self.row(key), strict=True)
        return {column: codes.names[code] for column, codes, code in named if code}


class Dated(NamedTuple):
    """Keys, and the date merged into each (0: none); shape (n,)."""

    keys: Ints
    date: NDArray[np.int64]

    @classmethod
    def of(cls, keys: Ints, date: NDArray[np.int64]) -> Dated:
        """Return the distinct keys in their order, each with its latest date."""
        distinct, at = np.unique(keys, return_inverse=True)
        latest = np.zeros(len(distinct), dtype=np.int64)
        np.maximum.at(latest, at, date)
        return cls(distinct, latest)

    def joined(self, other: Dated) -> Dated:
        """Return these keys, and those of the ``other`` that are not among them."""
        more = other.beside(self.keys)
        return Dated.of(
            np.concatenate([self.keys, more.keys]), np.concatenate([self.date, more.date])
        )

    def only(self, kept: NDArray[np.bool_]) -> Dated:
        """Return some of the keys with their dates."""
        return Dated(self.keys[kept], self.date[kept])

    def among(self, keys: Ints) -> Dated:
        """Return those that are among some distinct, sorted keys."""
        return self.only(find(keys, self.keys) >= 0)

    def beside(self, keys: Ints) -> Dated:
        """Return those that are not among some distinct, sorted keys."""
        return self.only(find(keys, self.keys) < 0)


def find(sorted_keys: Ints, keys: Ints) -> NDArray[np.int64]:
    """Return the position of each key in ``sorted_keys``, -1 where it is not there; shape (n,)."""
    if len(sorted_keys) == 0:
        return np.full(len(keys), -1, dtype=np.int64)
    at = cast("NDArray[np.int64]", np.searchsorted(sorted_keys, keys))
    at[at == len(sorted_keys)] = 0
    return np.where(sorted_keys[at] == keys, at, -1)


def shared(values: Ints, rows: NDArray[np.int64]) -> list[list[int]]:
    """Return the rows that have the same value, group by group, groups of one left out."""
    at = rows
    order = np.argsort(values[at], kind="stable")
    ordered = values[at][order]
    first = np.flatnonzero(np.concatenate([[True], ordered[1:] != ordered[:-1]])) if len(at) else at
    lengths = np.diff(np.append(first, len(at)))
    many = np.flatnonzero(lengths > 1)
    return [np.sort(at[order[first[g] : first[g] + lengths[g]]]).tolist() for g in many.tolist()]


def paired(one: Ints, other: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return one code for every pair of codes; shape (n,)."""
    _, group = np.unique(one, return_inverse=True)
    return np.asarray(group * (int(other.max(initial=0)) + 1) + other, dtype=np.int64)
