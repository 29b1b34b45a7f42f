"""Tokens: a text cut into words, numbers, signs and gaps, each with its exact place.

The cut is one pass of one pattern that never backtracks, so that a text without a single line
break costs as much per character as any other. Nothing is lost: the tokens tile the text.
"""

from __future__ import annotations

import re
import unicodedata
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

# Marks that may stand inside a number, where a digit follows at once.
_JOINTS = r".,'’٬٫"
# Gaps that hold a number together: no-break, figure, thin and narrow no-break space.
THIN = "\u00a0\u2007\u2009\u202f"
# Invisible: byte order mark, zero-width spaces and joiners, soft hyphen, direction marks.
_UNSEEN = r"\ufeff\u200b-\u200f\u202a-\u202e\u2060\u00ad"
_BREAKS = r"\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029"
FRACTIONS = {
    chr(code): Fraction(unicodedata.numeric(chr(code))).limit_denominator(10)
    for code in (*range(0xBC, 0xBF), *range(0x2150, 0x215F))
}
_CURRENCIES = "".join(c for c in map(chr, range(0x10000)) if unicodedata.category(c) == "Sc")
_LETTERS = r"(?:[^\W\d_]++|[\u0300-\u036f]++)++"
_PARTS = "".join(FRACTIONS)
# Plain words come first, since they are most; a sign such as ½ would pass for a letter.
_SOLID = (
    r"(?P<word>[A-Za-z]++(?![^\W\d_]|[\u0300-\u036f'’])"
    rf"|(?![{_PARTS}]){_LETTERS}(?:['’]{_LETTERS})?+)"
    rf"|(?P<number>\d++(?:[{_JOINTS}]\d++)*+)"
    rf"|(?P<fraction>[{_PARTS}])"
    rf"|(?P<newline>\r\n|[{_BREAKS}])"
)
_MONEY = rf"|(?P<currency>[{re.escape(_CURRENCIES)}])"
_TOKEN = re.compile(
    rf"{_SOLID}|(?P<space>(?:[{_UNSEEN}]|[^\S{_BREAKS}])++){_MONEY}"
    r"|(?P<punct>(?P<sign>.)(?P=sign)*+)",
    re.DOTALL,
)
# The same without gaps, which the search then skips.
_MARK = re.compile(rf"{_SOLID}{_MONEY}|(?P<punct>(?P<sign>[^\s{_UNSEEN}])(?P=sign)*+)")


class Token(NamedTuple):
    """A piece of text: its kind, where it starts and ends, and the text itself."""

    kind: str
    start: int
    end: int
    text: str


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Return the tokens of ``text[start:end]``, which together are that text.

    >>> [f"{token.kind} {token.text}" for token in tokens("€1.2m or")]
    ['currency €', 'number 1.2', 'word m', 'space  ', 'word or']

    The kinds are word, number, fraction (``½``), currency (one sign), punct (one sign, or a run of
    the same), space and newline.
    """
    stop = len(text) if end is None else end
    return _made(_TOKEN.finditer(text, start, stop))


def marks(text: str, start: int, end: int) -> list[Token]:
    """Return the tokens of ``text[start:end]`` without its gaps.

    >>> [token.text for token in marks("at  least 21", 0, 12)]
    ['at', 'least', '21']
    """
    return _made(_MARK.finditer(text, start, end))


def _made(found: Iterable[re.Match[str]]) -> list[Token]:
    """Return matches as tokens: made as tuples, which takes half the time of the constructor."""
    new = tuple.__new__
    return [new(Token, (match.lastgroup, *match.span(), match[0])) for match in found]
