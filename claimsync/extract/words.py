"""Words of a block with their places, cut once and kept as columns; a quotation is one word.

Attribution reads a page word by word and looks at few of them closely, so the words are lists side
by side instead of one object each: that is what keeps a page within a few milliseconds.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimsync.extract.quotations import Quotation
    from claimsync.extract.stances import StanceMark

# Each alternative matches at once or fails within a few characters: no backtracking.
# The first takes most words of English prose; the others take any, those it takes included.
_WORD = re.compile(
    r"[A-Za-z][a-z]++(?![\w-])|(?:[^\W\d_]\.){2,}+|\d++(?:[.,/]\d++)*+(?:-\w++)*+|[OD]['’]\w++|\w++(?:-\w++)*+"
    r"|[’'](?:[stdm]|re|ve|ll|S)\b|--++|[^\w\s]",
)
QUOTE = '"'


@dataclass(frozen=True, slots=True)
class Words:
    """Words side by side: in lower case, where they start and end, and whether in capitals.

    ``marked`` keeps the stances of a page by the span that was read for them.
    """

    text: str
    low: list[str]
    starts: list[int]
    ends: list[int]
    marked: dict[tuple[int, int], list[StanceMark]] | None = None

    def capital(self, index: int) -> bool:
        """Return whether a word begins with a capital letter."""
        return self.text[self.starts[index]].isupper()

    def part(self, first: int, end: int) -> Words:
        """Return the words from ``first`` up to ``end``."""
        return Words(self.text, self.low[first:end], self.starts[first:end], self.ends[first:end])

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return where the words from ``first`` to ``last``, both included, stand."""
        return self.starts[first], self.ends[last]


def words(
    text: str,
    start: int,
    end: int,
    quotes: Sequence[Quotation] = (),
    marked: dict[tuple[int, int], list[StanceMark]] | None = None,
) -> Words:
    """Return the words between two offsets, each quotation as the one word ``"``.

    >>> from claimsync.extract.quotations import quotations
    >>> text = "“No,” Poe’s aide said."
    >>> words(text, 0, len(text), quotations(text, 0, len(text))).low
    ['"', 'poe', '’s', 'aide', 'said', '.']
    """
    low: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    position = start
    for quote in quotes:
        _cut(text, position, quote.start, low, starts, ends)
        low.append(QUOTE)
        starts.append(quote.start)
        ends.append(quote.end)
        position = quote.end
    _cut(text, position, end, low, starts, ends)
    return Words(text, low, starts, ends, marked)


def _cut(  # noqa: PLR0917 - the columns it fills
    text: str, start: int, end: int, low: list[str], starts: list[int], ends: list[int]
) -> None:
    """Append the words between two offsets."""
    spans = [match.span() for match in _WORD.finditer(text, start, end)]
    low += [text[first:last].lower() for first, last in spans]
    starts += [first for first, _ in spans]
    ends += [last for _, last in spans]
