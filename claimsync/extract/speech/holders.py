"""Holders: who holds an office that a page speaks of first, and what an acronym stands for."""

from __future__ import annotations

import re
from functools import lru_cache

_NAME = r"([A-Z][\w'’-]*+(?: [A-Z][\w'’-]*+){1,2}+)"
_SHORT = {"governor": "Gov.", "senator": "Sen.", "general": "Gen.", "captain": "Capt."}
# Words that only tell whose office it is, as the page knows.
_LOCAL = frozenset("regional provincial state city county local district town new".split())
_FARTHEST = 100_000  # characters: a longer page names too many


@lru_cache(maxsize=1 << 8)
def _titled(office: str) -> re.Pattern[str]:
    """Return what a name under an office looks like: *Governor Ana Roe*, *governor, Ana Roe*."""
    title = " ".join(word.capitalize() for word in office.split())
    short = _SHORT.get(office, title)
    return re.compile(
        rf"\b(?:{re.escape(title)}|{re.escape(short)}|{re.escape(office)},?+) {_NAME}"
    )


def holder(text: str, words: list[str]) -> str | None:
    """Return the one person whom a page names for an office; None if several, or nobody.

    >>> holder("The regional governor left. Gov. Ana Roe is ill.", ["regional", "governor"])
    'Ana Roe'
    >>> holder("Governor Ana Roe met Governor Bo Lind.", ["governor"]) is None
    True
    """
    first = next((at for at, word in enumerate(words[:-1]) if word not in _LOCAL), len(words) - 1)
    office = " ".join(words[first:])
    named = {one[1] for one in _titled(office).finditer(text, 0, _FARTHEST)}
    return named.pop() if len(named) == 1 else None


def spelt(text: str, short: str) -> str | None:
    """Return the name that a page gives an acronym, by its first letters; None if it does not.

    >>> spelt("The Office for Kolm Statistics (OKS) has moved.", "OKS")
    'Office for Kolm Statistics'
    """
    at = text.find(f" ({short})", 0, _FARTHEST)
    words = text[max(at - _LONGEST_NAME, 0) : at].split() if at > 0 else []
    for first in range(len(words) - 1, max(len(words) - _MOST_WORDS, -1), -1):
        letters = "".join(word[0] for word in words[first:] if word[0].isupper())
        if letters == short and words[first][0].isupper():
            return " ".join(words[first:])
    return None


_LONGEST_NAME, _MOST_WORDS = 120, 10  # characters, words
