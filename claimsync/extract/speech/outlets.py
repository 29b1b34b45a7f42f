"""Outlets: who publishes a page, where the page itself prints it plainly."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimsync.extract.drafts import ClaimDraft, Mention, Slot
from claimsync.extract.text.calendar_words import DAYS, MONTHS, SHORT_MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterator

_RIGHTS = ("©", "(c) ", "Copyright ")
_DASHES = frozenset("–—-")
_HEAD = 1_500  # characters in which a dateline stands
_LONGEST_LINE, _LONGEST_PLACE, _LONGEST_NAME = 200, 60, 5
_DATED = frozenset((*MONTHS, *SHORT_MONTHS, *DAYS))  # *KOLM (Aug. 11)* names nobody
_ENDS = frozenset({"All", "Inc", "Inc.", "Ltd", "Ltd."})


def printed(text: str) -> Slot | None:
    r"""Return the one outlet that a page names as its own: a dateline, a copyright, a byline.

    >>> printed("KOLM (Nordlys Agency) – Two men died.\n© 2026 Nordlys Agency. All rights kept.")
    Slot(start=6, end=20, text='Nordlys Agency')
    >>> printed("KOLM (Nordlys Agency) – Two men died.\n© 2026 Kolm Radio")
    """
    found = list(_printed(text))
    names = {one.text.casefold() for one in found}
    return found[0] if len(names) == 1 else None


def voiced(draft: ClaimDraft, outlet: Slot) -> ClaimDraft:
    """Return a draft that nobody is said to say as the outlet's own."""
    if draft.chain or draft.cue is not None or draft.anonymous:
        return draft
    return replace(draft, chain=(Mention(outlet.text, outlet),))


def _printed(text: str) -> Iterator[Slot]:
    """Yield the names of outlets by the places where a page prints its own."""
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if start < _HEAD:
            yield from _dateline(text, start, min(end, start + _LONGEST_LINE))
            if end - start <= _LONGEST_LINE:
                yield from _byline(text, start, end)
        if end - start <= _LONGEST_LINE:
            yield from _copyright(text, start, end)
        start = end + 1


def _dateline(text: str, start: int, end: int) -> Iterator[Slot]:
    """Yield the name in *KOLM, Sept 9 (Nordlys Agency) – Two men died*."""
    opening = text.find("(", start, min(end, start + _LONGEST_PLACE))
    closing = text.find(")", opening, end) if opening > start else -1
    place = text[start:opening].partition(",")[0].strip() if closing > 0 else ""
    dashed = text[closing + 1 : closing + 3].strip()[:1] in _DASHES if place else False
    if dashed and place.isupper():
        yield from _name(text, opening + 1, closing)


def _byline(text: str, start: int, end: int) -> Iterator[Slot]:
    """Yield the name in *By Ana Roe, Kolm Post*."""
    line = text[start:end]
    comma = line.rfind(", ")
    if line.startswith("By ") and comma > 0 and "," not in line[:comma]:
        yield from _name(text, start + comma + 2, end)


def _copyright(text: str, start: int, end: int) -> Iterator[Slot]:
    """Yield the name in *© 2026 Kolm Post. All rights reserved*."""
    mark = next((mark for mark in _RIGHTS if text.startswith(mark, start)), "")
    if mark:
        yield from _name(text, start + len(mark), end)


def _name(text: str, start: int, end: int) -> Iterator[Slot]:
    """Yield the name that begins at ``start``: words in capitals behind a year, up to a stop."""
    words: list[tuple[int, int]] = []
    at = start
    for word in text[start:end].split(" "):
        bare = word.rstrip(".,;|")
        year = bare.isdecimal() and not words
        if bare and not year and bare not in _RIGHTS:
            if not bare[0].isupper() or bare in _ENDS or bare.casefold() in _DATED:
                break
            words.append((at, at + len(bare)))
            if bare != word:
                break
        at += len(word) + 1
    if 0 < len(words) <= _LONGEST_NAME:
        yield Slot(words[0][0], words[-1][1], text[words[0][0] : words[-1][1]])
