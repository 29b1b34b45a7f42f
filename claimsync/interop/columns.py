"""Columns: which key of a row holds which slot of a claim."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimsync.errors import InvalidClaimError, Place, did_you_mean
from claimsync.model.base import canonical_name

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

COLUMNS = (
    "id", "source", "stance", "measure", "event", "phase", "when", "value", "low", "high", "unit",
    "said_at", "as_of", "link", "quote", "url", "note",
)  # fmt: skip
REQUIRED = ("source", "measure")
QUESTION_UNIT = "[unit]"
_OWN_COLUMN = ("event", "phase", "when")
_MANY = 12


@dataclass(frozen=True, slots=True)
class Layout:
    """The keys of one sort of rows: known columns, dimensions (sorted by name), and the rest."""

    fields: tuple[tuple[str, Hashable], ...]
    dimensions: tuple[tuple[str, Hashable], ...]
    unknown: tuple[tuple[str, Hashable], ...]
    errors: tuple[InvalidClaimError, ...]

    def misspelt(self) -> list[InvalidClaimError]:
        """Return errors for unknown columns that nearly are a known one that is not there."""
        there = {name for name, _ in self.fields}
        absent = [name for name in COLUMNS if name not in there and name not in REQUIRED]
        return [
            InvalidClaimError(
                f"expected a known column, got {name!r}; {close} Rename it", Place(column=name)
            )
            for name, _ in self.unknown
            if (close := did_you_mean(name.casefold(), absent))
        ]

    def hints(self) -> list[str]:
        """Return what to tell about the unknown columns."""
        known = [*COLUMNS, *(f"[{name}]" for name, _ in self.dimensions)]
        return [_hint(name, known) for name, _ in self.unknown]


def layout_of(keys: Sequence[Hashable], dimensions: Iterable[str] = ()) -> Layout:
    """Return the layout of rows with these keys; ``dimensions`` are the names already known.

    >>> layout = layout_of(["Source", "measure", "[Place]", "sorce"])
    >>> [name for name, _ in layout.fields], [name for name, _ in layout.dimensions]
    (['source', 'measure'], ['place'])
    >>> layout.hints()
    ["column 'sorce' is not known and kept as a note; did you mean 'source'?"]
    """
    slots: dict[str, list[tuple[str, Hashable]]] = {"fields": [], "dimensions": [], "unknown": []}
    faults: list[InvalidClaimError] = []
    known = {name.casefold(): name for name in dimensions} | {name: name for name in dimensions}
    for position, key in enumerate(keys, start=1):
        shown = str(key).strip() or f"column {position}"
        try:
            kind, name = _slot(shown, known)
        except InvalidClaimError as error:
            faults.append(error.at(Place(column=shown)))
        else:
            slots[kind].append((name, key))
    found = {kind: tuple(pairs) for kind, pairs in slots.items()}
    faults.extend(_repeated(found))
    faults.extend(_missing(found["fields"], keys))
    return Layout(
        found["fields"],
        tuple(sorted(found["dimensions"], key=_name)),
        found["unknown"],
        tuple(faults),
    )


def column_of(dimension: str) -> str:
    """Return the column of ``dimension``; quotes keep capitals, which are free without them.

    >>> column_of("place"), column_of("Ward")
    ('[place]', '["Ward"]')
    """
    plain = dimension == dimension.casefold() and not dimension.startswith('"')
    return f"[{dimension}]" if plain else '["{}"]'.format(dimension.replace('"', '""'))


def _name(pair: tuple[str, Hashable]) -> str:
    """Return the name of a (name, key) pair."""
    return pair[0]


def _slot(shown: str, known: dict[str, str]) -> tuple[str, str]:
    """Return what a column is for, and its canonical name."""
    if shown.casefold() in COLUMNS or shown.casefold() == QUESTION_UNIT:
        return "fields", shown.casefold()
    if not (shown.startswith("[") and shown.endswith("]")):
        return "unknown", shown
    name = canonical_name(shown[1:-1])
    if len(name) > 2 and name[0] == name[-1] == '"':  # noqa: PLR2004 - the two quotes
        return "dimensions", canonical_name(name[1:-1].replace('""', '"'))
    if name.casefold() in _OWN_COLUMN:
        raise InvalidClaimError(
            f"expected a dimension, got the reserved key {name!r};"
            f" name the column {name.casefold()!r}, without brackets"
        )
    return "dimensions", known.get(name) or known.get(name.casefold()) or name.casefold()


def _repeated(found: dict[str, tuple[tuple[str, Hashable], ...]]) -> list[InvalidClaimError]:
    """Return an error for each column that stands twice."""
    counts = Counter((kind, name) for kind, pairs in found.items() for name, _ in pairs)
    return [
        InvalidClaimError(
            f"expected each column once, got {name!r} {count} times; rename or remove one",
            Place(column=name),
        )
        for (_, name), count in counts.items()
        if count > 1
    ]


def _missing(
    fields: tuple[tuple[str, Hashable], ...], keys: Sequence[Hashable]
) -> list[InvalidClaimError]:
    """Return an error for each column that no claim can do without."""
    present = {name for name, _ in fields}
    names = [str(key) for key in keys]
    listed = ", ".join(map(repr, names[:_MANY])) + (
        f" and {len(names) - _MANY} more" if len(names) > _MANY else ""
    )
    errors = []
    for column in REQUIRED:
        if column not in present:
            close = next(
                (name for name in names if did_you_mean(name.strip().casefold(), [column])), ""
            )
            advice = f"rename {close!r}" if close else _separator(names) or "add it"
            errors.append(
                InvalidClaimError(
                    f"expected a column {column!r}, got {listed or 'no columns'}; {advice}",
                    Place(column=column),
                )
            )
    return errors


def _separator(names: list[str]) -> str:
    """Return what to do where the only column holds all names."""
    only = names[0] if len(names) == 1 else ""
    mark = next((mark for mark in ";\t|," if mark in only), "")
    advice = (
        f"the header is separated by {mark!r}: save the table with commas, or with tabs as .tsv"
    )
    return advice if mark else ""


def _hint(name: str, known: list[str]) -> str:
    """Return the hint on one unknown column."""
    bare = {column.strip("[]"): column for column in known}
    close = did_you_mean(name.casefold(), bare)
    if name.casefold() in bare:
        close = f"did you mean {bare[name.casefold()]!r}?"
    advice = close or f"a dimension is written [{name}]"
    return f"column {name!r} is not known and kept as a note; {advice}"
