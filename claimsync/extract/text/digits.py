"""Digits: a number as written in any script and grouping, to its exact digits."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from claimsync.model.number import MOST_DIGITS

# In this order: 1,234,567.8 and 1.5 and 12,34,567 and 1.234.567,8 and 1'234'567 and 3,5.
_FORMS = (
    (re.compile(r"\d{1,3}+(?:,\d{3})++(?:\.\d++)?+", re.ASCII), ",", "."),
    (re.compile(r"\d++(?:\.\d++)?+", re.ASCII), "", "."),
    (re.compile(r"\d{1,2}+(?:,\d{2}(?=,))++,\d{3}(?:\.\d++)?+", re.ASCII), ",", "."),
    (re.compile(r"\d{1,3}+(?:\.\d{3}){2,}+(?:,\d++)?+", re.ASCII), ".", ","),
    (re.compile(r"\d{1,3}+(?:'\d{3})++(?:\.\d++)?+", re.ASCII), "'", "."),
    (re.compile(r"\d++,\d{1,2}+", re.ASCII), "", ","),
)
_MARKS = str.maketrans({"٬": ",", "٫": ".", "’": "'"})


@lru_cache(maxsize=1 << 12)
def exact(text: str) -> tuple[int, int] | None:
    """Return digits and exponent of a written number; nothing where the grouping makes no sense.

    >>> exact("1,234.50"), exact("12,34,567"), exact("٣١٤"), exact("1.234.567"), exact("3,5")
    ((123450, -2), (1234567, 0), (314, 0), (1234567, 0), (35, -1))
    >>> exact("1,23,4"), exact("9" * 200)
    (None, None)
    """
    if len(text) > MOST_DIGITS:
        return None
    plain = text if text.isascii() else _latin(text)
    for form, grouping, point in _FORMS:
        if form.fullmatch(plain):
            return _split(plain.replace(grouping, "") if grouping else plain, point)
    return None


def comma_is_point(text: str) -> bool:
    """Return whether a number is written with a decimal comma.

    >>> comma_is_point("3,5"), comma_is_point("3,500")
    (True, False)
    """
    return len(text) <= MOST_DIGITS and _FORMS[-1][0].fullmatch(text) is not None


def _latin(text: str) -> str:
    """Return the number in the digits 0 to 9."""
    return "".join(
        str(unicodedata.decimal(sign)) if sign.isdecimal() else sign
        for sign in text.translate(_MARKS)
    )


def _split(text: str, point: str) -> tuple[int, int]:
    """Return digits and exponent of a number without grouping."""
    whole, _, decimals = text.partition(point)
    return int(whole + decimals), -len(decimals)
