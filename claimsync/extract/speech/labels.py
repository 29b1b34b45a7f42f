"""Labels: a speaker beside what is said, by a colon or a dash, as in headlines and transcripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimsync.extract.speech.complements import DOCUMENTS
from claimsync.extract.text.closed_words import HOLDERS, ROLES, STOPS, WEEKDAYS
from claimsync.extract.text.words import QUOTE

if TYPE_CHECKING:
    from claimsync.extract.text.sentence import Range, Sentence
    from claimsync.extract.text.words import Words

_MARKS = frozenset({":", "—", "–", "--", "―", "-"})
_LONGEST = 5
_LONGEST_HANDLE = 60
_HEAD, _NEARBY = 400, 20_000  # characters in which a dateline stands, and its place is named
# What opens a line with a colon and speaks for nobody.
_OPENING_MARKS = frozenset('*"“')
_TITLES = frozenset(
    "update updates live latest analysis opinion video watch breaking exclusive factbox explainer"
    " timeline correction clarification note editor photos podcast review profile alert"
    " developing comment recap explained background read topics tags related listen gallery"
    " score result weather traffic"
    " time date place where when cost price warning example question answer".split()
)
_TALLIES = frozenset(
    "tally toll count total number figures numbers result balance casualties dead injured".split()
)
_FULL_NAME = 3  # words
_TURNS = 2_000  # characters around a turn, in which its speaker speaks again
SPEAKERS = ROLES | frozenset(
    "officials official police ministry source sources authorities government kremlin pentagon army"
    " military report reports media un nato agency poll study survey prosecutors rescuers doctors"
    " medics firefighters mayor council commission committee board commissioner institute"
    " authority regulator watchdog federation office service company union court witnesses"
    " residents navy white brigade".split()
)


def label(sentence: Sentence) -> tuple[Range, Range, Range] | None:
    """Return the cue, the source and the content of a labelled line, or None.

    It reads ``Poll: half would vote again``, ``ROE: We lost``, and ``12 dead — governor``.
    """
    return _leading(sentence) or (_trailing(sentence) if sentence.heading else None)


def handle(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the handle of who posts what follows, if a line is little more than one.

    >>> handle("@KolmFire 09:15", 0, 15)
    (0, 9)
    """
    if text[start] != "@" or end - start > _LONGEST_HANDLE:
        return None
    stop = start + 1
    while stop < end and (text[stop].isalnum() or text[stop] in "_."):
        stop += 1
    return (start, stop) if stop > start + 1 else None


def turn(words: Words) -> tuple[Range, Range] | None:
    """Return the cue and the source of a turn in a transcript, ``ROE: We lost``, or None."""
    low = words.low
    first = next((at for at, word in enumerate(low[:3]) if word not in _OPENING_MARKS), 0)
    for index in range(first + 1, min(len(low) - 1, first + _LONGEST + 1)):
        if low[index] in {":", "*"}:
            source = (first, index - 1)
            last = index
            while last + 1 < len(low) and low[last + 1] in {":", "*"}:
                last += 1
            said = words.text[slice(*words.span(*source))]
            spoken = ":" in low[index : last + 1] and (
                _speaks(words, source, quoted=False)
                if said.isupper()
                else _alternates(words, source, said, bold=first > 0)
            )
            return ((index, last), source) if spoken else None
    return None


def _alternates(words: Words, source: Range, said: str, *, bold: bool) -> bool:
    """Return whether a name opens a turn of a talk: in bold, or at the head of several lines."""
    first, last = source
    capitals = all(words.capital(at) for at in range(first, last + 1))
    if not capitals or last - first >= _FULL_NAME or not _TITLES.isdisjoint(words.low[: last + 1]):
        return False
    if len(said) <= len("Q1") or words.low[last] in _TALLIES:
        return False
    at = words.starts[first]
    near = words.text[max(at - _TURNS, 0) : at + _TURNS]
    return bold or near.count(f"\n{said}: ") + near.startswith(f"{said}: ") > 1


def _leading(sentence: Sentence) -> tuple[Range, Range, Range] | None:
    """Return the frame ``X: P``."""
    low, first = sentence.words.low, sentence.first
    stop = min(sentence.last - 1, first + _LONGEST + 1)
    for index in range(first + 1, stop):
        if low[index] == ":":
            if index >= sentence.last - 2 and low[index + 1] != QUOTE:
                return None
            dated = index - 2 > first and low[index - 2] == "on" and low[index - 1] in WEEKDAYS
            source = (first, index - 3 if dated else index - 1)
            quoted = low[index + 1] in {QUOTE, "i", "we"}
            if _speaks(sentence.words, source, quoted=quoted):
                return (index, index), source, (index + 1, sentence.end)
            return None
        if low[index] in STOPS and low[index] != ".":
            return None
    return None


def _trailing(sentence: Sentence) -> tuple[Range, Range, Range] | None:
    """Return the frame ``P — X``."""
    low, end = sentence.words.low, sentence.end
    for index in range(end - 1, max(sentence.first, end - _LONGEST), -1):
        if low[index] in _MARKS:
            source = (index + 1, end)
            named = low[end] in SPEAKERS or low[index + 1] in SPEAKERS
            return ((index, index), source, (sentence.first, index - 1)) if named else None
    return None


def _speaks(words: Words, source: Range, *, quoted: bool) -> bool:
    """Return whether the words before a colon name who speaks."""
    low = words.low[source[0] : source[1] + 1]
    if not _TITLES.isdisjoint(low):
        return False
    said = words.text[slice(*words.span(*source))]
    if said.isupper() and len(said) > 1 and said.replace(" ", "").replace(".", "").isalpha():
        return not _dateline(words, source, said)
    if len(low) == 1 and low[0] in _TALLIES:
        return False  # *Tally: 12 dead* names what is told, and nobody
    if low[-1] in DOCUMENTS or low[-1] in SPEAKERS:
        return True
    if len(low) == 1 and _told_elsewhere(words, said):
        return True  # *Dravonia: 64 drones destroyed*, where *Dravonia says*
    return _titled(words, source) or (quoted and _name(words, source))


def _told_elsewhere(words: Words, said: str) -> bool:
    """Return whether a name that labels a line speaks elsewhere on the page."""
    page = words.text[:_NEARBY]
    return said.istitle() and any(f"{said} {verb} " in page for verb in ("says", "said", "claims"))


def _titled(words: Words, source: Range) -> bool:
    """Return whether a label is a role and a name: *Police superintendent Anne Dahl*."""
    first, last = source
    held = not (SPEAKERS | HOLDERS).isdisjoint(words.low[first:last])
    return held and words.capital(first) is not None and words.capital(last)


def _dateline(words: Words, source: Range, said: str) -> bool:
    """Return whether a label at the head of a page is where it was written: the page is in it."""
    head = words.starts[source[0]] <= _HEAD
    return head and f" in {said.title()}" in words.text[:_NEARBY]


def _name(words: Words, source: Range) -> bool:
    """Return whether a label is a name of two or three words in capitals."""
    first, last = source
    return 0 < last - first < 3 and all(words.capital(at) for at in range(first, last + 1))  # noqa: PLR2004
