"""Words of a text with their places, cut once and kept as columns; a quotation is one word.

Attribution reads a page word by word and looks at few of them closely, so the words are lists side
by side instead of one object each: that is what keeps a page within a few milliseconds. A page is
cut once; its blocks and sentences are windows on it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimsync.extract.text.columns import columns
from claimsync.extract.text.cues import CUES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimsync.extract.text.cues import Cue
    from claimsync.extract.text.quotations import Quotation

# Each alternative matches at once or fails within a few characters: no backtracking.
# The first takes most words of English prose; the others take any, those it takes included.
_WORD = re.compile(
    r"([A-Za-z][a-z]++(?![\w-])|(?:[^\W\d_]\.){2,}+|\d++(?:[.,/]\d++)*+(?:-\w++)*+|[OD]['’]\w++|\w++(?:-\w++)*+"
    r"|[’'](?:[stdm]|re|ve|ll|S)\b|--++|[^\w\s])",
)
QUOTE = '"'


@dataclass(slots=True)
class Words:
    """Words side by side: in lower case, and where they start and end.

    ``cues`` are those of them by which somebody speaks.
    """

    text: str
    low: list[str]
    starts: list[int]
    ends: list[int]
    cues: Mapping[str, Cue]

    def capital(self, index: int) -> bool:
        """Return whether a word begins with a capital letter."""
        return self.text[self.starts[index]].isupper()

    def part(self, first: int, end: int) -> Words:
        """Return the words from ``first`` up to ``end``."""
        return Words(
            self.text, self.low[first:end], self.starts[first:end], self.ends[first:end], self.cues
        )

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return where the words from ``first`` to ``last``, both included, stand."""
        return self.starts[first], self.ends[last]

    def window(self, start: int, end: int) -> Words:
        """Return the words between two offsets; one that lies across either is cut anew.

        >>> words("The tolls rose.").window(0, 8).low
        ['the', 'toll']
        """
        within = self.range(start, end)
        if within is None:
            return words(self.text, start, end, cues=self.cues)
        return self.part(*within)

    def reach(self, start: int, end: int) -> tuple[int, int]:
        """Return which words stand, as a whole or in part, between two offsets."""
        return bisect_right(self.ends, start), bisect_left(self.starts, end)

    def over(self, span: tuple[int, int]) -> tuple[int, int]:
        """Return the words that a span of the text covers, both ends included."""
        first, stop = self.reach(*span)
        return first, max(first, stop - 1)

    def range(self, start: int, end: int) -> tuple[int, int] | None:
        """Return which words stand between two offsets; None where one lies across either."""
        first, stop = self.reach(start, end)
        across = first < stop and (self.starts[first] < start or self.ends[stop - 1] > end)
        return None if across else (first, stop)

    def quoted(self, start: int, end: int, quotes: Sequence[Quotation]) -> Words:
        """Return the words between two offsets, each quotation as the one word ``"``.

        >>> from claimsync.extract.text.quotations import quotations
        >>> text = "“No,” Poe’s aide said."
        >>> words(text).quoted(0, len(text), quotations(text, 0, len(text))).low
        ['"', 'poe', '’s', 'aide', 'said', '.']
        """
        if not quotes:
            return self.window(start, end)
        found = Words(self.text, [], [], [], self.cues)
        for quote in quotes:
            found._join(self.window(start, quote.start))
            found._join(Words(self.text, [QUOTE], [quote.start], [quote.end], self.cues))
            start = quote.end
        found._join(self.window(start, end))
        return found

    def _join(self, more: Words) -> None:
        """Append what follows."""
        self.low += more.low
        self.starts += more.starts
        self.ends += more.ends


def words(
    text: str, start: int = 0, end: int | None = None, *, cues: Mapping[str, Cue] = CUES
) -> Words:
    """Return the words between two offsets.

    >>> words("Poe’s aide left.").low
    ['poe', '’s', 'aide', 'left', '.']
    """
    found, starts, ends = columns(_WORD, text, start, len(text) if end is None else end)
    return Words(text, [word.lower() for word in found], starts, ends, cues)
