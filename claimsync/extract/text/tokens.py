"""Tokens: a text cut into words, numbers, signs and gaps, each with its exact place.

The cut is one pass of one pattern that never backtracks, so that a text without a single line
break costs as much per character as any other. Nothing is lost: the tokens tile the text.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from fractions import Fraction
from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from claimsync.extract.text.columns import columns

if TYPE_CHECKING:
    from collections.abc import Sequence

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
    r"[A-Za-z]++(?![^\W\d_]|[\u0300-\u036f'’])"
    rf"|(?![{_PARTS}]){_LETTERS}(?:['’]{_LETTERS})?+"
    rf"|\d++(?:[{_JOINTS}]\d++)*+|[{_PARTS}]|[{re.escape(_CURRENCIES)}]"
)
_TOKEN = re.compile(
    rf"({_SOLID}|\r\n|[{_BREAKS}]|(?:[{_UNSEEN}]|[^\S{_BREAKS}])++|(.)\2*+)", re.DOTALL
)
# The same without gaps and breaks, which then part the tokens.
_MARK = re.compile(rf"({_SOLID}|([^\s{_UNSEEN}])\2*+)")
_SIGN, _START = itemgetter(0), itemgetter(1)
_BREAK, _GAP = re.compile(rf"[{_BREAKS}]"), re.compile(rf"[{_UNSEEN}\s]")


class Token(NamedTuple):
    """A piece of text: its kind, where it starts and ends, itself, and that in small letters."""

    kind: str
    start: int
    end: int
    text: str
    low: str


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Return the tokens of ``text[start:end]``, which together are that text.

    >>> [f"{token.kind} {token.text}" for token in tokens("€1.2m or")]
    ['currency €', 'number 1.2', 'word m', 'space  ', 'word or']

    The kinds are word, number, fraction (``½``), currency (one sign), punct (one sign, or a run of
    the same), space and newline.
    """
    found, starts, ends = columns(_TOKEN, text, start, len(text) if end is None else end)
    return made(found, starts, ends)


def made(found: list[str], starts: list[int], ends: list[int]) -> list[Token]:
    """Return columns of tokens as tokens; by tuples, which takes half the time of calls."""
    new = tuple.__new__
    kinds, low = map(_kind, map(_SIGN, found)), map(str.casefold, found)
    return [new(Token, row) for row in zip(kinds, starts, ends, found, low, strict=True)]


def position(words: Sequence[Token], offset: int) -> int:
    """Return the position of the first token that begins at an offset or behind it.

    >>> position(tokens("12 men left"), 3)
    2
    """
    return bisect_left(words, offset, key=_START)


def marks(text: str, start: int, end: int) -> tuple[list[str], list[int], list[int]]:
    """Return the tokens of ``text[start:end]`` without its gaps, and where they start and end.

    >>> marks("at  least 21", 0, 12)
    (['at', 'least', '21'], [0, 4, 10], [2, 9, 12])
    """
    return columns(_MARK, text, start, end)


def kind_of(token: str) -> str:
    """Return the kind of a token, which its first sign tells.

    >>> kind_of("21"), kind_of("least"), kind_of("½"), kind_of("€"), kind_of("--")
    ('number', 'word', 'fraction', 'currency', 'punct')
    """
    return _kind(token[0])


@lru_cache(maxsize=1 << 12)
def _kind(sign: str) -> str:
    """Return the kind of a token that begins with a sign."""
    kinds = (
        ("fraction", sign in FRACTIONS),
        ("number", sign.isdecimal()),
        ("word", sign.isalnum() or "\u0300" <= sign <= "\u036f"),
        ("currency", sign in _CURRENCIES),
        ("newline", _BREAK.match(sign)),
        ("space", _GAP.match(sign)),
    )
    return next((kind for kind, fits in kinds if fits), "punct")


def low_at(words: Sequence[Token], at: int) -> str:
    """Return a word in lower case; nothing outside the sentence.

    >>> words = made(*marks("Two died", 0, 8))
    >>> low_at(words, 0), low_at(words, 9)
    ('two', '')
    """
    return words[at].low if 0 <= at < len(words) else ""
