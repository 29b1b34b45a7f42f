"""Rows of a table to claims: one row a claim, every fault with its place."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from operator import itemgetter
from typing import TYPE_CHECKING, Any

import numpy as np

from claimsync.errors import InvalidClaimError, Place
from claimsync.interop.building import built_claim, built_provenance
from claimsync.interop.cells import text_of
from claimsync.interop.columns import layout_of
from claimsync.interop.nested import nested_claim
from claimsync.interop.separators import NUMBER_COLUMNS, Separators
from claimsync.interop.slots import Sheet, Slot, Told, kept_text
from claimsync.interop.words import Words
from claimsync.model.columns import Claims
from claimsync.model.context import Context
from claimsync.model.figure import Qualifier
from claimsync.model.stance import Stance

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    from claimsync.interop.columns import Layout
    from claimsync.model.claim import Claim

Row = tuple[int, "Mapping[Any, object]"]
_UNDECLARED = Context()
_CHUNK = 2**16  # rows that are turned into columns together
_FIGURE_UNIT = "figure unit"  # beside the question's own


@dataclass(slots=True)
class Table:
    """The claims of one table, what is wrong with its other rows, and hints on its columns.

    ``rows``: how many there were.
    """

    claims: Claims = field(default_factory=lambda: Claims.of(()))
    errors: list[InvalidClaimError] = field(default_factory=list)
    hints: list[str] = field(default_factory=list)
    rows: int = 0


def read_rows(
    rows: Iterable[Row],
    *,
    context: Context = _UNDECLARED,
    file: str | None = None,
    header: Sequence[Hashable] | None = None,
    dimensions: Iterable[str] = (),
) -> Table:
    """Return the claims of numbered ``rows``, each a mapping from column to cell.

    >>> table = read_rows([(2, {"source": "AFP", "measure": "killed", "low": "eight"})])
    >>> print(table.errors[0])
    2 (column low): expected a number such as 1,234 or 1.2 million, got 'eight'

    ``header`` names the keys that all rows share; without it each row brings its own.
    ``dimensions`` are known names, whose capitals columns need not repeat. Rows with a fault are
    left out.
    """
    reader = _Reader(context, file, dimensions)
    if header is None or reader.heads(header):
        several = iter(rows)
        while chunk := list(islice(several, _CHUNK)):
            reader.read(chunk)
    return reader.finished()


def read_columns(
    header: Sequence[Hashable], cells: Sequence[Sequence[object]], *, context: Context
) -> Table:
    """Return the claims of a table that is given by column; its first row is 1.

    >>> read_columns(["source", "measure"], [["AFP"], ["raid happened"]], context=Context()).claims
    (Claim('AFP: raid happened'),)
    """
    reader = _Reader(context, None, ())
    if reader.heads(header):
        columns = dict(zip(header, cells, strict=True))
        count = len(cells[0]) if cells else 0
        reader.read_columns(columns, np.arange(1, count + 1), np.arange(count))
    return reader.finished()


@dataclass(frozen=True, slots=True)
class _Plan:
    """A layout with the reader of each of its columns, and what was read by it."""

    layout: Layout
    fields: tuple[tuple[str, Hashable, Mapping[str, Any]], ...]
    dimensions: tuple[tuple[str, Hashable, Mapping[str, Any]], ...]
    numbers: tuple[tuple[str, Hashable], ...]
    keys: Mapping[str, Hashable]
    sheet: Sheet


class _Reader:
    """The state of reading one table: rows go by column, and one by one where one is odd."""

    def __init__(self, context: Context, file: str | None, dimensions: Iterable[str]) -> None:
        self.table = Table()
        self._file, self._words = file, Words(context)
        self._dimensions = frozenset({*context.declared_dimensions, *dimensions})
        self._plans: dict[tuple[Hashable, ...], _Plan] = {}
        self._separators = {column: Separators(column) for column in NUMBER_COLUMNS}
        self._faults: list[tuple[InvalidClaimError, str | None]] = []
        self._odd: list[tuple[int, Claim]] = []
        self._place = 0

    def heads(self, header: Sequence[Hashable]) -> bool:
        """Return whether rows under ``header`` can be read; what is wrong with it, told once."""
        faults = self.plan(tuple(header)).layout.errors
        self.table.errors += [
            error.at(Place(self._file, column=error.place.column)) for error in faults
        ]
        return not faults

    def plan(self, keys: tuple[Hashable, ...]) -> _Plan:
        """Return how rows with these keys are read; the first time, tell what is unknown."""
        plan = self._plans.get(keys)
        if plan is None:
            layout = layout_of(keys, self._dimensions)
            plan = self._plans[keys] = _Plan(
                layout,
                tuple((name, key, self._words.readers[name]) for name, key in layout.fields),
                tuple((name, key, self._words.codes[name]) for name, key in layout.dimensions),
                tuple((name, key) for name, key in layout.fields if name in NUMBER_COLUMNS),
                _keys(layout),
                self._sheet(layout),
            )
            where = f"{self._file}: " if self._file else ""
            row = None if self._file is None else 1
            told_before = {error.message for error in self.table.errors}
            self.table.errors += [
                error.at(Place(self._file, row, column=error.place.column))
                for error in layout.misspelt()
                if error.message not in told_before
            ]
            told = dict.fromkeys(where + hint for hint in layout.hints())
            self.table.hints += [hint for hint in told if hint not in self.table.hints]
        return plan

    def _sheet(self, layout: Layout) -> Sheet:
        """Return where rows of one layout are collected."""
        slots, dimensions = {}, {}
        for name, _ in layout.fields:
            read = self._words.readers[name].__getitem__
            empty = Stance.ASSERTS if name == "stance" else () if name == "link" else None
            slot = Slot(read, empty, apart=name in NUMBER_COLUMNS)
            slots[_FIGURE_UNIT if name == "unit" else name] = slot
        for name, _ in layout.dimensions:
            dimensions[name] = Slot(partial(_codes, self._words.codes[name]))
        unknown = [name for name, _ in layout.unknown]
        return Sheet(slots, dimensions, unknown, Told(self._words))

    def read(self, rows: Sequence[Row]) -> None:
        """Read some rows into claims, or into errors."""
        alike: dict[tuple[Hashable, ...], list[int]] = {}
        odd: list[tuple[int, int, Mapping[Any, object]]] = []
        for at, (number, row) in enumerate(rows):
            if "attribution" in row and not isinstance(row["attribution"], str):
                odd.append((self._place + at, number, row))
            else:
                alike.setdefault(tuple(row), []).append(at)
        first = self._place
        for keys, places in alike.items():
            columns = {key: [rows[at][1][key] for at in places] for key in keys}
            numbers = np.array([rows[at][0] for at in places], dtype=np.int64)
            wrong = self._in_columns(columns, numbers, first + np.array(places))
            odd += [(first + places[at], *rows[places[at]]) for at in wrong]
        for place, number, row in sorted(odd, key=itemgetter(0)):
            self._alone(place, number, row)
        self._place += len(rows)
        self.table.rows += len(rows)

    def read_columns(
        self, columns: Mapping[Any, Sequence[object]], numbers: NDArray[np.int64],
        places: NDArray[np.int64],
    ) -> None:  # fmt: skip
        """Read rows that are given by column."""
        self.table.rows += len(numbers)
        for at in self._in_columns(columns, numbers, places):
            row = {key: cells[at] for key, cells in columns.items()}
            self._alone(int(places[at]), int(numbers[at]), row)

    def _in_columns(
        self, columns: Mapping[Any, Sequence[object]], numbers: NDArray[np.int64],
        places: NDArray[np.int64],
    ) -> list[int]:  # fmt: skip
        """Read rows with one layout, and return which of them must be read one by one."""
        plan = self.plan(tuple(columns))
        if plan.layout.errors:
            return list(range(len(numbers)))
        cells = {name: columns[key] for name, key in plan.keys.items()}
        wrong: list[int] = np.flatnonzero(plan.sheet.read(cells, numbers, places)).tolist()
        return wrong

    def _alone(self, place: int, number: int, row: Mapping[Any, object]) -> None:
        """Read one row into a claim, or into errors."""
        self._faults.clear()
        nested = "attribution" in row and not isinstance(row["attribution"], str)
        claim, claim_id = self._nested(number, row) if nested else self._flat(number, row)
        if self._faults:
            told = partial(Place, self._file, number, claim_id)
            self.table.errors += [error.at(told(column)) for error, column in self._faults]
        elif claim is not None:
            self._odd.append((place, claim))

    def _flat(self, number: int, row: Mapping[Any, object]) -> tuple[Claim | None, str | None]:
        """Return the claim of a row of cells (None for a blank row) and its id."""
        plan = self.plan(tuple(row))
        if plan.layout.errors:
            told = [(InvalidClaimError(e.message), e.place.column) for e in plan.layout.errors]
            self._faults += told
            return None, None
        found = self._values(row, plan.fields)
        codes = self._values(row, plan.dimensions)
        if not (found or codes or self._faults):
            return None, None
        found["dimensions"] = tuple(codes.values())
        return self._claim(number, row, plan, found), found.get("id")

    def finished(self) -> Table:
        """Return the table without the rows whose numbers can be taken in two ways."""
        read = [plan.sheet for plan in self._plans.values() if plan.sheet.found]
        for sheet in read:
            sheet.note_numbers(self._separators)
        several = [sheet.claims(self._file) for sheet in read]
        odd = Claims.of([claim for _, claim in self._odd])
        several.append((odd, np.array([place for place, _ in self._odd], dtype=np.int64)))
        several = [each for each in several if len(each[0])]
        self.table.claims = Claims.joined([claims for claims, _ in several])
        if len(several) > 1:
            order = np.argsort(np.concatenate([places for _, places in several]))
            self.table.claims = self.table.claims.take(order)
        self._without_two_ways()
        return self.table

    def _without_two_ways(self) -> None:
        """Leave out the claims whose numbers can be taken in two ways."""
        faults = [
            error
            for separators in self._separators.values()
            for error in separators.faults(self._file)
        ]
        if faults:
            rows, claims = {error.place.row for error in faults}, self.table.claims
            kept = [at for at, claim in enumerate(claims) if claim.provenance.row not in rows]
            self.table.claims = claims.take(np.array(kept, dtype=np.int64))
            self.table.errors = sorted(
                [*self.table.errors, *faults], key=lambda e: e.place.row or 0
            )

    def _nested(self, number: int, row: Mapping[Any, object]) -> tuple[Claim | None, str | None]:
        """Return the claim that a nested record spells out."""
        try:
            claim = nested_claim(row, self._file, number)
        except InvalidClaimError as error:
            self._faults.append((error, error.place.column))
            return None, None
        return claim, claim.id

    def _values(
        self, row: Mapping[Any, object], slots: tuple[tuple[str, Hashable, Mapping[str, Any]], ...]
    ) -> dict[str, Any]:
        """Return what the filled cells hold, by column or dimension."""
        found: dict[str, Any] = {}
        for name, key, reader in slots:
            cell = row[key]
            try:
                text = cell.strip() if type(cell) is str else text_of(cell)
                if text:
                    found[name] = reader[text]
            except InvalidClaimError as error:
                self._faults.append((error, name))
        return found

    def _claim(
        self, number: int, row: Mapping[Any, object], plan: _Plan, found: dict[str, Any]
    ) -> Claim | None:
        """Return the claim of one row whose cells are read, or None after noting what is wrong."""
        failed = {column for _, column in self._faults}
        if "source" not in found and "source" not in failed:
            message = "expected a source, got an empty cell; write 'unknown' if it is"
            self._faults.append((InvalidClaimError(message), "source"))
        try:
            question = self._words.question(found) if "measure" not in failed else None
            readings = self._words.readings(found) if not failed & set(NUMBER_COLUMNS) else ()
        except InvalidClaimError as error:
            self._faults.append((error, error.place.column))
        if self._faults:
            return None
        if any(told.figure.qualifier is not Qualifier.CATEGORY for told in readings):
            self._note_numbers(number, row, plan, found)
        extra = {name: text for name, key in plan.layout.unknown if (text := kept_text(row[key]))}
        provenance = built_provenance(found, extra, self._file, number)
        return built_claim(found, question, readings, provenance)

    def _note_numbers(
        self, number: int, row: Mapping[Any, object], plan: _Plan, found: dict[str, Any]
    ) -> None:
        """Note how the numbers that are read were written."""
        bounded = "low" in found or "high" in found
        for name, key in plan.numbers:
            cell = row[key]
            if isinstance(cell, str) and not (bounded and name == "value"):
                self._separators[name].note(number, cell)


def _keys(layout: Layout) -> dict[str, Hashable]:
    """Return the key in a row of every column, dimensions in brackets."""
    return {
        **{_FIGURE_UNIT if name == "unit" else name: key for name, key in layout.fields},
        **{f"[{name}]": key for name, key in layout.dimensions},
        **{f"({name})": key for name, key in layout.unknown},
    }


def _codes(read: Mapping[str, Any], text: str) -> tuple[str, ...]:
    """Return the possible codes that a cell names."""
    codes: tuple[str, ...] = read[text][1]
    return codes
