"""Claims as columns: each distinct part once, and its code for every claim."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from operator import eq
from typing import TYPE_CHECKING, Any, overload

import numpy as np

from claimsync.model.building import built
from claimsync.model.claim import Claim
from claimsync.model.question import Question

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from numpy.typing import NDArray

    from claimsync.model.claim import Provenance

ASKED = ("measure", "event", "phase", "when", "unit")
SAID = ("attribution", "readings", "stance", "said_at", "as_of", "links", "id")


@dataclass(frozen=True)
class Column:
    """Distinct values, and the code of one of them for every claim.

    >>> column = Column.of(["killed", "hurt", "killed"])
    >>> column.values, column.code.tolist(), column[2]
    (('killed', 'hurt'), [0, 1, 0], 'killed')
    """

    values: Sequence[Any]
    code: NDArray[Any]

    @classmethod
    def of(cls, cells: Iterable[Any]) -> Column:
        """Return the column of some values."""
        known: dict[Any, int] = {}
        seen: dict[int, int] = {}  # by id, since most claims share their parts
        codes, kept = [], []
        for cell in cells:
            code = seen.get(id(cell))
            if code is None:
                code = seen[id(cell)] = known.setdefault(cell, len(known))
                kept.append(cell)  # alive, so that no other object takes its id
            codes.append(code)
        return cls(tuple(known), np.array(codes, dtype=np.int32))

    @classmethod
    def joined(cls, columns: Sequence[Column]) -> Column:
        """Return several columns one after the other."""
        values = cls.of(value for column in columns for value in column.values)
        starts = np.cumsum([0, *(len(column.values) for column in columns)])
        at = [column.code + start for column, start in zip(columns, starts, strict=False)]
        return cls(values.values, values.code[np.concatenate(at)])

    def __getitem__(self, row: int) -> Any:
        """Return the value of one claim."""
        return self.values[self.code[row]]

    def take(self, rows: NDArray[np.int64]) -> Column:
        """Return the column of some claims."""
        return Column(self.values, self.code[rows])

    def compact(self) -> Column:
        """Return the column without values that no claim has."""
        used = self.used
        if len(used) == len(self.values):
            return self
        place = np.zeros(len(self.values), dtype=np.int32)
        place[used] = np.arange(len(used))
        return Column([self.values[code] for code in used], place[self.code])

    @property
    def used(self) -> NDArray[np.int64]:
        """The codes of the values that some claim has."""
        return np.flatnonzero(np.bincount(self.code, minlength=len(self.values)))

    def marked(self, fits: Callable[[Any], object]) -> NDArray[np.bool_]:
        """Return of which claims something holds."""
        marks: NDArray[np.bool_] = np.array([bool(fits(v)) for v in self.values], bool)[self.code]
        return marks


@dataclass(frozen=True, eq=False)
class Claims(Sequence[Claim]):
    """Claims in their order, each made when it is looked at.

    ``columns`` are those of ``ASKED`` and ``SAID``; ``dimensions`` hold the possible codes, None
    where a dimension is left out. Claim ``i`` was row ``row[i]`` of its input, of which ``origin``
    returns the claim itself or what else is known of it.
    """

    columns: Mapping[str, Column]
    dimensions: Mapping[str, Column]
    row: NDArray[np.int64]
    origin: Callable[[int], Claim | Provenance]

    @classmethod
    def of(cls, claims: Sequence[Claim]) -> Claims:
        """Return claims that are made already."""
        asked = Column.of(claim.question for claim in claims)
        said = {name: Column.of(getattr(claim, name) for claim in claims) for name in SAID}
        parts = {
            name: _spread(asked, [getattr(question, name, None) for question in asked.values])
            for name in ASKED
        }
        scopes = [dict(question.dimensions) if question else {} for question in asked.values]
        names = sorted({name for scope in scopes for name in scope})
        dimensions = {name: _spread(asked, [scope.get(name) for scope in scopes]) for name in names}
        return cls({**said, **parts}, dimensions, np.arange(len(claims)), claims.__getitem__)

    @classmethod
    def joined(cls, parts: Sequence[Claims]) -> Claims:
        """Return the claims of several parts, one after the other."""
        if len(parts) == 1:
            return parts[0]
        if not parts:
            return cls.of(())
        names = sorted({name for part in parts for name in part.dimensions})
        left_out = [Column((None,), np.zeros(len(part), dtype=np.int32)) for part in parts]
        columns = {
            name: Column.joined([part.columns[name] for part in parts]) for name in (*SAID, *ASKED)
        }
        dimensions = {
            name: Column.joined(
                [
                    part.dimensions.get(name, none)
                    for part, none in zip(parts, left_out, strict=True)
                ]
            )
            for name in names
        }
        ends = np.cumsum([len(part) for part in parts]).tolist()
        return cls(columns, dimensions, np.arange(ends[-1]), partial(_origin, parts, ends))

    def __getattr__(self, name: str) -> Column:
        """Return a column by name."""
        try:
            column: Column = self.__dict__["columns"][name]
        except KeyError:
            raise AttributeError(name) from None
        return column

    def __len__(self) -> int:
        """Return how many claims there are."""
        return len(self.row)

    @overload
    def __getitem__(self, at: int) -> Claim: ...
    @overload
    def __getitem__(self, at: slice) -> Claims: ...
    def __getitem__(self, at: int | slice) -> Claim | Claims:
        """Return one claim, or some of them."""
        if isinstance(at, slice):
            return self.take(np.arange(len(self))[at])
        origin = self.origin(int(self.row[at]))
        return origin if isinstance(origin, Claim) else self._made(at, origin)

    def _made(self, at: int, provenance: Provenance) -> Claim:
        """Return one claim, made of its parts."""
        said = {name: self.columns[name][at] for name in SAID}
        return built(Claim, {**said, "question": self.question(at), "provenance": provenance})

    def question(self, at: int) -> Question | None:
        """Return what one claim asks; None for a continuation."""
        parts = {name: self.columns[name][at] for name in ASKED}
        if parts["measure"] is None:
            return None
        scope = ((name, column[at]) for name, column in self.dimensions.items())
        told = tuple((name, codes) for name, codes in scope if codes is not None)
        return built(Question, {**parts, "dimensions": told})

    def take(self, rows: NDArray[np.int64]) -> Claims:
        """Return some of the claims, in the order of ``rows``."""
        columns, dimensions = (
            {name: column.take(rows) for name, column in each.items()}
            for each in (self.columns, self.dimensions)
        )
        return Claims(columns, dimensions, self.row[rows], self.origin)

    def with_column(self, name: str, rows: NDArray[np.bool_], value: object) -> Claims:
        """Return the claims as columns in which some have another value."""
        old = self.columns[name]
        code = np.where(rows, len(old.values), old.code)
        columns = {**self.columns, name: Column((*old.values, value), code)}
        return Claims(columns, self.dimensions, self.row, self.origin)

    @cached_property
    def asked(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """One code for each distinct question, of every claim, and a claim that asks it."""
        return distinct([*(self.columns[name] for name in ASKED), *self.dimensions.values()])

    @property
    def voices(self) -> int:
        """How many there are from whom something was heard."""
        said = self.attribution
        return len({said.values[code].voice for code in said.used})

    @property
    def questions(self) -> int:
        """How many distinct questions are asked."""
        return len(self.asked[1])

    def __eq__(self, other: object) -> bool:
        """Return whether both hold the same claims."""
        if not isinstance(other, (Claims, tuple, list)):
            return NotImplemented
        return len(self) == len(other) and all(map(eq, self, other))

    def __hash__(self) -> int:
        """Hash by how many there are."""
        return hash(len(self))

    def __repr__(self) -> str:
        """Return what a tuple of the claims would print."""
        return repr(tuple(self))


def _origin(parts: Sequence[Claims], ends: Sequence[int], at: int) -> Claim | Provenance:
    """Return a claim of several parts, or what else is known of it."""
    part = bisect_right(ends, at)
    place = at - (ends[part - 1] if part else 0)
    return parts[part].origin(int(parts[part].row[place]))


def _spread(asked: Column, values: Sequence[Any]) -> Column:
    """Return the column of what the distinct values of another column are."""
    column = Column.of(values)
    return Column(column.values, column.code[asked.code])


def distinct(columns: Sequence[Column]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return one code for each distinct combination, of every claim, and a claim that has it.

    >>> codes, first = distinct([Column.of("aab"), Column.of("xxy")])
    >>> codes.tolist(), first.tolist()
    ([0, 0, 1], [0, 2])
    """
    code: Any = np.zeros(len(columns[0].code), dtype=np.int64)
    size = 1
    for column in columns:
        if len(column.values) > 1:
            if size * len(column.values) >= 2**62:
                found, code = np.unique(code, return_inverse=True)
                size = len(found)
            code, size = code * len(column.values) + column.code, size * len(column.values)
    _, first, codes = np.unique(code, return_index=True, return_inverse=True)
    return codes, first
