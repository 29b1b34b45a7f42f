"""A page as blocks and sentences, with exact offsets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claimsync.extract.text.calendar_words import DAYS, MONTHS, SHORT_MONTHS
from claimsync.extract.text.stamps import printed, stamp_end

if TYPE_CHECKING:
    from collections.abc import Iterator

# Every pattern here either matches where it begins or fails after a few characters, so that no
# text, however hostile, takes more than linear time.
_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]++")
_ENDING = re.compile(r"[.!?…。！？]++[\"”’»)\]'“]*+")
_BULLET = re.compile(r"(?:[•‣▪●◦·∙*–—>-]|\d{1,2}[.)])[ \t\xa0]++")
_DATELINE = re.compile(
    r"[A-ZÀ-Þ][A-ZÀ-Þ'’. -]{2,40}+(?:,[^()—–\n]{1,40})?"
    r"(?: ?\([A-Za-z. /-]{2,20}\) ?[-–—]{1,2}| ?(?:--|[–—]))[ \xa0]?"
)
_BOILERPLATE = re.compile(
    r"read (?:our|more|the (?:full|rest)|also|next)\b|join (?:our|the (?:conversation|discussion))"
    r"|sign up\b|subscribe\b|follow (?:us|our|@)|click here|advertisement\b|share this|related\b:?"
    r"|watch:|recommended\b|most (?:read|popular)|all rights reserved|copyright\b|©|newsletter\b"
    r"|(?:see|find) (?:more|all) |continue reading|support (?:us|our)\b|register\b.{0,30}free"
    r"|get (?:our|the latest)\b|download our|this (?:article|story|live blog) (?:was|has been|is)\b"
    r"|cookies?\b|(?:view )?(?:\d+ )?comments?$|share$|save$|listen$|getty images$"
    r"|image (?:source|caption),|print$|email$|live updates?:?$|topics?:|tags?:",
    re.IGNORECASE,
)
# What leads to other pages, where it is no sentence.
_TEASER = re.compile(
    r"more on (?:this|the)\b|more from \b|see also\b|also read\b|don['’]t miss\b"
    r"|(?:next|quiz|podcast|listen|gallery|in pictures|in photos) ?:",
    re.IGNORECASE,
)
_LISTS = re.compile(
    r"(?:most (?:read|popular)|related|recommended|more on|more from|see also|also read"
    r"|read (?:more|next|also))",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"\(?(?:photo|image|picture|caption|photograph|graphic|video)s?\b ?(?::|by\b|/|credit)"
    r"|file ?(?:[-–—]|photo)",
    re.IGNORECASE,
)
_CREDIT = re.compile(r"(?:/|via |\()(?:AP|AFP|Getty Images|Reuters|EPA|Getty|Photo)\b.{0,30}$")
UNTOLD = frozenset({"stamp", "boilerplate", "row"})  # blocks in which nobody tells anything
_BAR, _BARS = "|", 2
_SENTENCE_MARKS = ".!?…:;,。！？"
_CLOSERS = "\"”’»)]'“"
_BLANKS = " \t\xa0\ufeff\u200b\u200e\u200f\u2009\u202f\u3000"
_TELLS = 3  # sentences of a line that is no heading, however it ends
_LONGEST_WORD = 12
_LONGEST_HEADING = 160
_LONGEST_TITLE = 40
_WIDEST_WRAP = 100
_NARROWEST_WRAP = 40
_TITLES = frozenset(
    "mr mrs ms mx dr prof sen sens rep reps gov govs gen lt col sgt capt cmdr maj adm brig rev hon"
    " st"
    " mt ft messrs pres supt insp det pte cpl no nos vs v approx est fig vol art cf e.g i.e viz al"
    " jan feb mar apr aug sept sep oct nov dec".split()
)
_OFTEN_LAST = frozenset("u.s u.k u.n u.s.a e.u d.c p.m a.m inc corp co ltd jr sr etc bros".split())
_HALF_DAYS = frozenset({"p.m", "a.m"})
# What tells more of a clock time; any other word in capitals opens a sentence.
_CLOCK_WORDS = frozenset(
    "eastern central mountain pacific greenwich moscow beijing washington london paris".split()
).union(DAYS, (day[:3] for day in DAYS), MONTHS, SHORT_MONTHS)
_OPENING_WORDS = frozenset(
    "the a an he she it they we i you his her its their our this that these those there but and or"
    " in on at for from with by as if when while after before since although though however"
    " meanwhile no not one some many most all both what who how why so yet also".split()
)


class Block(NamedTuple):
    """One line or paragraph of a page: what it is, where it stands, and its sentences."""

    kind: str
    start: int
    end: int
    said_at: str | None
    sentences: tuple[tuple[int, int], ...]
    dateline: tuple[int, int] | None = None


def blocks(text: str) -> tuple[Block, ...]:
    r"""Return the blocks of a page in order; nothing but blanks lies between them.

    >>> page = "Strike on rail hub\n\n09:15\nTwo hurt."
    >>> [(block.kind, block.said_at) for block in blocks(page)]
    [('heading', None), ('stamp', None), ('paragraph', '09:15')]
    """
    found: list[Block] = []
    said_at: str | None = None
    listing = False  # under "Most read", what is listed belongs to other pages
    for start, end in _paragraphs(text):
        cut = stamp_end(text, start, end)
        rest = _trimmed(text, cut, end) if cut else (start, end)
        if cut:
            said_at = text[start:cut].strip(_BLANKS + "-–—:|")
            said_at = said_at.strip("()") if said_at.startswith("(") else said_at
            stop = start + len(text[start:cut].rstrip(_BLANKS + "-–—:|"))
            found.append(Block("stamp", start, stop, None, ((start, stop),)))
        if rest[0] < rest[1]:
            block = _block(text, *rest, said_at)
            if listing and block.kind == "bullet":
                block = block._replace(kind="boilerplate")
            listing = block.kind == "boilerplate" and (listing or _lists(text, *rest))
            found.append(block)
    return tuple(found)


def _lists(text: str, start: int, end: int) -> bool:
    """Return whether a line is the title of a list of other pages."""
    return end - start <= _LONGEST_TITLE and _LISTS.match(text, start, end) is not None


def _block(text: str, start: int, end: int, said_at: str | None) -> Block:
    """Return the block that stands between two offsets."""
    kind = _kind(text, start, end)
    dateline = None
    first = start
    if kind == "bullet" and (mark := _BULLET.match(text, start, end)):
        first = mark.end()
    elif kind == "paragraph" and (match := _DATELINE.match(text, start, end)):
        dateline = _trimmed(text, start, match.end())
        first = match.end()
    first, end = _trimmed(text, first, end)
    told = tuple(sentences(text, first, end))
    if kind == "heading" and len(told) >= _TELLS:
        kind = "paragraph"
    return Block(kind, start, end, said_at, told, dateline)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span without blanks at its ends."""
    piece = text[start:end]
    stripped = piece.strip(_BLANKS)
    start += len(piece) - len(piece.lstrip(_BLANKS))
    return start, start + len(stripped)


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of paragraphs: lines, or wrapped lines joined."""
    lines = [_trimmed(text, *match.span()) for match in _LINE.finditer(text)]
    lines = [line for line in lines if line[0] < line[1]]
    index = 0
    while index < len(lines):
        last = index
        while last + 1 < len(lines) and _wrapped(text, lines[last], lines[last + 1]):
            last += 1
        yield lines[index][0], lines[last][1]
        index = last + 1


def _wrapped(text: str, line: tuple[int, int], following: tuple[int, int]) -> bool:
    """Return whether a line only goes on because the page was too narrow."""
    gap = text[line[1] : following[0]].strip(_BLANKS)
    length = line[1] - line[0]
    if gap not in {"\n", "\r\n", "\r"} or not _NARROWEST_WRAP <= length <= _WIDEST_WRAP:
        return False
    return text[following[0]].islower() and text[line[1] - 1] not in ".!?:"


def _kind(text: str, start: int, end: int) -> str:
    """Return what a line is, by its looks."""
    if _is_row(text, start, end):
        return "row"
    if _BULLET.match(text, start, end):
        return "bullet"
    head = text[start : min(end, start + _LONGEST_HEADING + 1)]
    if len(head) <= _LONGEST_HEADING:
        if printed(text, start, end) or _BOILERPLATE.match(head):
            return "boilerplate"
        if _CAPTION.match(head) or _CREDIT.search(head):
            return "caption"
        if head.rstrip(_CLOSERS)[-1:] not in _SENTENCE_MARKS:
            return "boilerplate" if _TEASER.match(head) else "heading"
    return "paragraph"


def _is_row(text: str, start: int, end: int) -> bool:
    """Return whether a line is a row of a table: *| Kolm | 120 |*, *Kolm | 120 | 14*, *---|---*."""
    if text[start] == _BAR:
        return True
    if text.find(_BAR, start, end) < 0:
        return False
    cells = [cell.strip(_BLANKS) for cell in text[start:end].split(_BAR)]
    rules = all(set(cell) <= set("-: ") for cell in cells)
    return rules or (len(cells) > _BARS and any(_is_number(cell) for cell in cells))


def _is_number(cell: str) -> bool:
    """Return whether a cell holds a number and nothing else."""
    return cell[:1].isdecimal() and cell.translate(_DIGIT_MARKS).isdecimal()


_DIGIT_MARKS = dict.fromkeys(map(ord, ",. %\xa0\u202f"))


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of the sentences between two offsets.

    >>> text = 'Sen. Poe left. "Why?" asked Mr. J. Roe at 5 p.m. He was hurt.'
    >>> [text[slice(*span)] for span in sentences(text, 0, len(text))]
    ['Sen. Poe left.', '"Why?" asked Mr. J. Roe at 5 p.m.', 'He was hurt.']
    """
    first = start
    for match in _ENDING.finditer(text, start, end):
        stop = match.end()
        if stop < end and text[stop].isspace() and _ends(text, match.start(), stop, end):
            yield first, stop
            first = stop
            while first < end and text[first].isspace():
                first += 1
    if first < end:
        yield first, end


def _ends(text: str, mark: int, stop: int, end: int) -> bool:
    """Return whether the mark between ``mark`` and ``stop`` ends a sentence."""
    after = stop
    while after < end and text[after].isspace():
        after += 1
    if after == end:
        return False
    following = text[after]
    if following.islower():
        return False
    if text[mark] != "." or stop - mark > 1:
        return True
    begin = mark
    while (
        begin > 0
        and mark - begin < _LONGEST_WORD
        and (text[begin - 1].isalpha() or text[begin - 1] == ".")
    ):
        begin -= 1
    word = text[begin:mark].lower()
    if text[begin:mark] == "no" and not following.isdigit():
        return True  # *will vote no. Asked if*, not *no. 7*
    if word in _TITLES or (len(word) == 1 and text[begin].isupper()):
        return False
    return word not in _OFTEN_LAST or _opens(text, after, end, clock=word in _HALF_DAYS)


def _opens(text: str, start: int, end: int, *, clock: bool) -> bool:
    """Return whether a word opens a sentence behind *U.S.*, or behind the *p.m.* of a clock."""
    stop = start
    while stop < end and stop - start < _LONGEST_WORD and text[stop].isalpha():
        stop += 1
    word = text[start:stop].lower()
    if clock and word:
        return word not in _CLOCK_WORDS and not (text[start:stop].isupper() and len(word) > 1)
    return word in _OPENING_WORDS or not text[start].isalnum()
