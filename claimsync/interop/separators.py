"""Two ways to write numbers in one column: ``1,234`` beside ``1.234``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimsync.errors import InvalidClaimError, Place

if TYPE_CHECKING:
    from collections.abc import Iterator

NUMBER_COLUMNS = ("value", "low", "high")
_COMMA = re.compile(r"(?<![\d.,])[1-9]\d{0,2}(?:,\d{3})+(?![\d,])", re.ASCII)
POINT = re.compile(
    r"(?<![\d.,])[1-9]\d{0,2}\.\d{3}(?![\d.,eE])(?!\s*(?:million|billion|trillion)\b)", re.ASCII
)


class Separators:
    """The cells of one column by which mark groups or splits their digits.

    >>> seen = Separators("value")
    >>> seen.note(2, "1,234"), seen.note(3, "1.234"), len(list(seen.faults(None)))
    (None, None, 2)
    """

    def __init__(self, column: str) -> None:
        """Start with no cell seen."""
        self.column = column
        self._commas: list[tuple[int, str]] = []
        self._points: list[tuple[int, str]] = []

    def note(self, row: int, text: str) -> None:
        """Remember a cell that can be taken in two ways beside the other sort."""
        if "," in text and (found := _COMMA.search(text)):
            self._commas.append((row, found[0]))
        elif "." in text and (found := POINT.search(text)):
            self._points.append((row, found[0]))

    def faults(self, file: str | None) -> Iterator[InvalidClaimError]:
        """Yield an error for each such cell if both sorts occur; it names a row of the other."""
        if not (self._commas and self._points):
            return
        self._commas.sort()
        self._points.sort()
        for cells, (other_row, other) in (
            (self._commas, self._points[0]),
            (self._points, self._commas[0]),
        ):
            for row, text in cells:
                bare = text.replace(",", "").replace(".", "")
                yield InvalidClaimError(
                    f"expected one way to write numbers in a column, got {text!r} in row {row}"
                    f" and {other!r} in row {other_row}; write {bare},"
                    " or decimals of another length",
                    Place(file, row, column=self.column),
                )
