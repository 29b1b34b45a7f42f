"""Columns of cells to columns of claims: each distinct cell, and each combination, read once."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from math import isnan
from typing import TYPE_CHECKING, Any

import numpy as np

from claimsync.errors import InvalidClaimError
from claimsync.interop.building import built_provenance
from claimsync.interop.cells import text_of
from claimsync.interop.separators import NUMBER_COLUMNS
from claimsync.model.columns import ASKED, SAID, Claims, Column, distinct
from claimsync.model.figure import Qualifier
from claimsync.model.stance import Stance

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from numpy.typing import NDArray

    from claimsync.interop.separators import Separators
    from claimsync.interop.words import Readings, Words
    from claimsync.model.claim import Provenance

    Codes = NDArray[Any]
_WRONG, _EMPTY = -1, 0
_NAMES = {"source": "attribution", "link": "links", "[unit]": "unit"}  # where a claim's differ
_FIGURES = (*NUMBER_COLUMNS, "figure unit")
_BESIDE = ("quote", "url", "note")


class Slot:
    """What one column holds: the code of each distinct cell, and the value behind each code."""

    def __init__(
        self, read: Callable[[str], Any], empty: Any = None, *, apart: bool = False
    ) -> None:
        """Keep how a text is read, and what an empty cell stands for.

        ``apart``: a text and a number that is written alike have codes of their own.
        """
        self._read, self._apart = read, apart
        self.values: list[Any] = [empty]
        self.is_text = [False]
        self._code: dict[Any, int] = {}
        self._known: dict[type, _Cells] = {}

    def codes(self, cells: Sequence[object]) -> Codes:
        """Return the code of each cell, -1 for those that cannot be read."""
        kinds = set(map(type, cells))
        try:
            if len(kinds) == 1:
                found = map(self._cells(*kinds).__getitem__, cells)
            else:  # 1, 1.0 and True are equal keys and other texts
                found = map(self._of_any_kind, cells)
            return np.fromiter(found, dtype=np.int32, count=len(cells))
        except TypeError:  # lists and mappings have no hash, and no value either
            return np.array([self._coded(cell) for cell in cells], dtype=np.int32)

    def _of_any_kind(self, cell: object) -> int:
        """Return the code of a cell of whatever type."""
        return self._cells(type(cell))[cell]

    def _cells(self, kind: type) -> _Cells:
        """Return the codes of the cells of one type."""
        known = self._known.get(kind)
        if known is None:
            known = self._known[kind] = _Cells(self)
        return known

    def _coded(self, cell: object) -> int:
        """Return the code of one cell, read anew."""
        try:
            text = text_of(cell)
            return self._interned(self._read(text), isinstance(cell, str)) if text else _EMPTY
        except InvalidClaimError:
            return _WRONG

    def _interned(self, value: Any, is_text: bool) -> int:  # noqa: FBT001 - of a cell
        """Return the code of a value."""
        key = (value, is_text) if self._apart else value
        code = self._code.setdefault(key, len(self.values))
        if code == len(self.values):
            self.values.append(value)
            self.is_text.append(is_text)
        return code


class _Cells(dict[Any, int]):
    """The code of each distinct cell of one type."""

    def __init__(self, slot: Slot) -> None:
        super().__init__()
        self._slot = slot

    def __missing__(self, cell: Any) -> int:
        """Read a cell; NaN is no key, since it does not equal itself."""
        code = self._slot._coded(cell)  # noqa: SLF001 - its own
        if not (isinstance(cell, float) and isnan(cell)):
            self[cell] = code
        return code


@dataclass
class Sheet:
    """The rows of one sort that were read: the codes of each slot, and their places in the input.

    ``numbers`` are what rows are known by, ``places`` in which order they came.
    """

    slots: dict[str, Slot]
    dimensions: dict[str, Slot]
    unknown: list[str]
    readings: Told
    found: list[dict[str, Codes]] = field(default_factory=list)
    numbers: list[Codes] = field(default_factory=list)
    places: list[Codes] = field(default_factory=list)
    notes: dict[str, list[str]] = field(default_factory=dict)

    def read(
        self, cells: Mapping[str, Sequence[object]], numbers: Codes, places: Codes
    ) -> NDArray[np.bool_]:
        """Read rows, given by column, and return which of them must be looked at one by one."""
        codes = {name: slot.codes(cells[name]) for name, slot in self._all().items()}
        count = len(numbers)
        wrong, filled = np.zeros(count, dtype=bool), np.zeros(count, dtype=bool)
        for code in codes.values():
            wrong |= code == _WRONG
            filled |= code != _EMPTY
        wrong |= filled & (codes["source"] == _EMPTY)
        wrong |= filled & ~self._asks(codes)
        told = self.readings.codes(codes, self.slots, np.flatnonzero(filled & ~wrong))
        wrong |= told == _WRONG
        kept = np.flatnonzero(filled & ~wrong)
        self.found.append({**{n: code[kept] for n, code in codes.items()}, "readings": told[kept]})
        self.numbers.append(numbers[kept])
        self.places.append(places[kept])
        for name in self.unknown:
            column = cells[f"({name})"]
            self.notes.setdefault(name, []).extend(kept_text(column[at]) for at in kept.tolist())
        return wrong

    def _all(self) -> dict[str, Slot]:
        """Return all slots by the column that they read."""
        return {**self.slots, **{f"[{name}]": slot for name, slot in self.dimensions.items()}}

    def _asks(self, codes: Mapping[str, Codes]) -> NDArray[np.bool_]:
        """Return which rows name a measure, or are continuations, which only link to one."""
        parts = ("event", "phase", "when", "[unit]", *(f"[{name}]" for name in self.dimensions))
        bare = np.ones(len(codes["measure"]), dtype=bool)
        for name in parts:
            bare &= codes.get(name, _EMPTY) == _EMPTY
        linked = codes.get("link", np.zeros(len(bare), dtype=np.int32)) != _EMPTY
        asks: NDArray[np.bool_] = (codes["measure"] != _EMPTY) | (linked & bare)
        return asks

    def note_numbers(self, separators: Mapping[str, Separators]) -> None:
        """Note how the numbers that are read were written."""
        counted = self.readings.counted[self._codes("readings")]
        bounded = np.zeros(len(counted), dtype=bool)
        for name in ("low", "high"):
            if name in self.slots:
                bounded |= self._codes(name) != _EMPTY
        numbers = _joined(self.numbers)
        for name in NUMBER_COLUMNS:
            slot = self.slots.get(name)
            marked = [
                code
                for code, text in enumerate(slot.values if slot else ())
                if slot and slot.is_text[code] and ("," in text or "." in text)
            ]
            if slot and marked:
                rows = np.isin(self._codes(name), marked) & counted
                rows &= ~bounded if name == "value" else True
                for at in np.flatnonzero(rows).tolist():
                    text = slot.values[self._codes(name)[at]]
                    separators[name].note(int(numbers[at]), text)

    def _codes(self, name: str) -> Codes:
        """Return all codes of one slot."""
        return _joined([found[name] for found in self.found])

    def claims(self, file: str | None) -> tuple[Claims, Codes]:
        """Return the claims of the rows, and in which order they came."""
        numbers, places = _joined(self.numbers), _joined(self.places)
        columns = {
            _NAMES.get(name, name): Column(slot.values, self._codes(name)).compact()
            for name, slot in self.slots.items()
        }
        columns["readings"] = Column(self.readings.values, self._codes("readings"))
        for name in (*ASKED, *SAID):
            if name not in columns:
                empty = () if name == "links" else Stance.ASSERTS if name == "stance" else None
                columns[name] = Column([empty], np.zeros(len(numbers), dtype=np.int32))
        dimensions = {
            name: Column(slot.values, self._codes(f"[{name}]")).compact()
            for name, slot in self.dimensions.items()
        }
        beside = {name: columns.pop(name) for name in _BESIDE if name in columns}
        bounds = {name: columns.pop(name) for name in _FIGURES if name in columns}
        origin = partial(_provenance, {**beside, **bounds}, self.notes, file, numbers)
        claims = {name: columns[name] for name in (*ASKED, *SAID)}
        return Claims(claims, dimensions, np.arange(len(numbers)), origin), places


def _provenance(
    beside: Mapping[str, Column], notes: Mapping[str, Sequence[str]], file: str | None,
    numbers: Codes, at: int,
) -> Provenance:  # fmt: skip
    """Return what else is known of one row."""
    found = {name: column[at] for name, column in beside.items()}
    found = {name: value for name, value in found.items() if value is not None}
    extra = {name: texts[at] for name, texts in notes.items() if texts[at]}
    return built_provenance(found, extra, file, int(numbers[at]))


def _joined(chunks: Sequence[Codes]) -> Codes:
    """Return codes that were read chunk by chunk."""
    return np.concatenate(chunks) if chunks else np.zeros(0, dtype=np.int32)


class Told:
    """What rows say of the figure, each combination of cells read once."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self.values: list[Readings] = []
        self._code: dict[Readings, int] = {}

    @property
    def counted(self) -> NDArray[np.bool_]:
        """Which readings hold a number, or would."""
        return np.array(
            [
                any(r.figure.qualifier is not Qualifier.CATEGORY for r in told)
                for told in self.values
            ],
            dtype=bool,
        )

    def codes(self, codes: Mapping[str, Codes], slots: Mapping[str, Slot], rows: Codes) -> Codes:
        """Return the code of what each of ``rows`` says; -1 where it cannot be read."""
        found = np.full(len(codes["source"]), _EMPTY, dtype=np.int32)
        names = [name for name in (*_FIGURES, "measure") if name in slots]
        told = [Column(slots[name].values, codes[name][rows]) for name in names]
        combination, example = distinct(told)
        read = [
            self._read({name: column[int(at)] for name, column in zip(names, told, strict=True)})
            for at in example
        ]
        found[rows] = np.array(read, dtype=np.int32)[combination]
        return found

    def _read(self, cells: dict[str, Any]) -> int:
        """Return the code of what the cells of a row say."""
        filled = {name: value for name, value in cells.items() if value is not None}
        if "figure unit" in filled:
            filled["unit"] = filled.pop("figure unit")
        try:
            readings = self._words.readings(filled)
        except InvalidClaimError:
            return _WRONG
        code = self._code.setdefault(readings, len(self.values))
        if code == len(self.values):
            self.values.append(readings)
        return code


def kept_text(cell: object) -> str:
    """Return the text of a cell that is kept, whatever it is."""
    try:
        return text_of(cell)
    except InvalidClaimError:
        return str(cell)
