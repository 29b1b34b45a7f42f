"""JSON read strictly: exact numbers, keys once, no NaN."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

from claimsync.errors import InvalidClaimError, Place
from claimsync.interop.cells import MOST_BITS


def load(text: str) -> Any:
    """Return what JSON ``text`` holds; decimals keep their digits.

    Raises InvalidClaimError, with the line, for anything but JSON (RFC 8259), for NaN, and for a
    key that stands twice in one object.
    """
    try:
        content = json.loads(
            text,
            parse_float=Decimal,
            parse_int=_whole,
            parse_constant=_constant,
            object_pairs_hook=_once,
        )
        if "\\ud" in text.casefold():
            json.dumps(content, ensure_ascii=False, default=str).encode()
    except json.JSONDecodeError as error:
        spot = text[error.pos : error.pos + 20]
        message = f"expected JSON, got {spot!r} at column {error.colno} ({error.msg})"
        raise InvalidClaimError(message, Place(row=error.lineno)) from None
    except RecursionError:
        raise InvalidClaimError(
            "expected a record, got JSON nested too deeply; flatten it"
        ) from None
    except UnicodeEncodeError:
        raise InvalidClaimError(
            "expected text, got half of a surrogate pair (\\ud…); write it whole"
        ) from None
    return content


def _whole(digits: str) -> int | str:
    """Return an integer; one too long to be a figure stays text, to be refused with its place."""
    return int(digits) if len(digits) < MOST_BITS else digits


def _constant(word: str) -> None:
    """Refuse NaN and Infinity, which JSON does not have."""
    raise InvalidClaimError(f"expected JSON, got {word}; write null for an empty cell")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return an object whose keys differ."""
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise InvalidClaimError(f"expected each key once, got {twice!r} twice; keep one")
    return found
