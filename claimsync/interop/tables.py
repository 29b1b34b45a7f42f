"""Rows of a table to claims: one row a claim, every fault with its place."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from claimsync.errors import InvalidClaimError, Place
from claimsync.interop.building import built_claim, built_provenance
from claimsync.interop.cells import text_of
from claimsync.interop.columns import layout_of
from claimsync.interop.nested import nested_claim
from claimsync.interop.separators import NUMBER_COLUMNS, Separators
from claimsync.interop.words import Words
from claimsync.model.context import Context
from claimsync.model.figure import Qualifier

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping, Sequence

    from claimsync.interop.columns import Layout
    from claimsync.model.claim import Claim

Row = tuple[int, "Mapping[Any, object]"]
_UNDECLARED = Context()


@dataclass(slots=True)
class Table:
    """The claims of one table, what is wrong with its other rows, and hints on its columns."""

    claims: list[Claim] = field(default_factory=list)
    errors: list[InvalidClaimError] = field(default_factory=list)
    hints: list[str] = field(default_factory=list)


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
    reader = _Reader(context, file, {*context.declared_dimensions, *dimensions})
    if header is not None and (faults := reader.plan(tuple(header)).layout.errors):
        reader.table.errors += [
            error.at(Place(file, column=error.place.column)) for error in faults
        ]
        return reader.table
    for number, row in rows:
        reader.read(number, row)
    return reader.finished()


@dataclass(frozen=True, slots=True)
class _Plan:
    """A layout with the reader of each of its columns."""

    layout: Layout
    fields: tuple[tuple[str, Hashable, Mapping[str, Any]], ...]
    dimensions: tuple[tuple[str, Hashable, Mapping[str, Any]], ...]
    numbers: tuple[tuple[str, Hashable], ...]


class _Reader:
    """The state of reading one table."""

    def __init__(self, context: Context, file: str | None, dimensions: Iterable[str]) -> None:
        self.table = Table()
        self._file, self._words = file, Words(context)
        self._dimensions = frozenset(dimensions)
        self._plans: dict[tuple[Hashable, ...], _Plan] = {}
        self._separators = {column: Separators(column) for column in NUMBER_COLUMNS}
        self._faults: list[tuple[InvalidClaimError, str | None]] = []

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

    def read(self, number: int, row: Mapping[Any, object]) -> None:
        """Read one row into a claim, or into errors."""
        self._faults.clear()
        nested = "attribution" in row and not isinstance(row["attribution"], str)
        claim, claim_id = self._nested(number, row) if nested else self._flat(number, row)
        if self._faults:
            place = partial(Place, self._file, number, claim_id)
            self.table.errors += [error.at(place(column)) for error, column in self._faults]
        elif claim is not None:
            self.table.claims.append(claim)

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
        faults = [
            error
            for separators in self._separators.values()
            for error in separators.faults(self._file)
        ]
        if faults:
            rows = {error.place.row for error in faults}
            self.table.claims = [c for c in self.table.claims if c.provenance.row not in rows]
            self.table.errors = sorted(
                [*self.table.errors, *faults], key=lambda e: e.place.row or 0
            )
        return self.table

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
        extra = {name: text for name, key in plan.layout.unknown if (text := _note(row[key]))}
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


def _note(cell: object) -> str:
    """Return the text of a cell that is kept, whatever it is."""
    try:
        return text_of(cell)
    except InvalidClaimError:
        return str(cell)
