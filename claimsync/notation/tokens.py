"""Windows on a line that know which of its characters are bare and which stand in quotes."""

from __future__ import annotations

import re
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn, TypeVar

from pydantic import ValidationError

from claimsync.errors import InvalidClaimError, NotationError
from claimsync.model.base import Value, canonical_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimsync.errors import Place

MOST_CHARACTERS = 1_000_000
_SHOWN = 40
_CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f-\x9f]")
_QUOTED = re.compile(r'"+')
_COMMENT = re.compile(r"[ \t]{2}#")
_NESTED = re.compile(r"[\[\]]|,(?!(?<=[0-9],)[0-9]{3})")  # not 1,000
V = TypeVar("V", bound=Value)


@dataclass(frozen=True, slots=True)
class Text:
    """A window on a line, without blanks at its ends.

    ``bare`` is the line with every quoted stretch overwritten by quote marks: a mark found there is
    one in ``raw``, at the same position. A stretch is one run of quote marks, since ``""`` inside
    quotes is a quote mark and never a border.
    """

    raw: str
    bare: str
    start: int
    end: int

    @classmethod
    def of(cls, raw: str) -> Text:
        """Return the window on all of ``raw``.

        >>> str(Text.of("  Kremlin "))
        'Kremlin'

        Raises NotationError for an endless line, control characters and an open quote.
        """
        if len(raw) > MOST_CHARACTERS:
            message = f"expected at most {MOST_CHARACTERS:,} characters in a line, got {len(raw):,}"
            raise NotationError(f"{message}; break it into lines", raw, (MOST_CHARACTERS, len(raw)))
        if control := _CONTROL.search(raw):
            message = f"expected one line of text, got the character U+{ord(control[0]):04X}"
            raise NotationError(f"{message}; remove it", _visible(raw), control.span())
        return cls(raw, _masked(raw), 0, len(raw)).at(0, len(raw))

    def at(self, start: int, end: int) -> Text:
        """Return the window from ``start`` to ``end`` of the line, blanks at its ends left out."""
        raw = self.raw
        while start < end and raw[start].isspace():
            start += 1
        while start < end and raw[end - 1].isspace():
            end -= 1
        return Text(raw, self.bare, start, end)

    def __str__(self) -> str:
        """Return what the window shows."""
        return self.raw[self.start : self.end]

    def __bool__(self) -> bool:
        """Return whether anything is in it."""
        return self.start < self.end

    @property
    def shown(self) -> str:
        """What an error message says it got."""
        text = str(self)
        return (
            repr(text if len(text) <= _SHOWN else text[: _SHOWN - 3] + "...") if self else "nothing"
        )

    @property
    def quoted(self) -> bool:
        """Whether it opens with a quoted stretch."""
        return bool(self) and self.bare[self.start] == '"'

    def find(self, mark: str) -> int:
        """Return where the bare ``mark`` stands first, or -1."""
        return self.bare.find(mark, self.start, self.end)

    def search(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Return the first bare match."""
        return pattern.search(self.bare, self.start, self.end)

    def match(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Return the bare match at the window's start."""
        return pattern.match(self.bare, self.start, self.end)

    def split(self, pattern: re.Pattern[str]) -> list[Text]:
        """Return the windows between the bare matches of ``pattern``."""
        borders = [match.span() for match in pattern.finditer(self.bare, self.start, self.end)]
        starts = [self.start, *(end for _, end in borders)]
        ends = [*(start for start, _ in borders), self.end]
        return [self.at(*span) for span in zip(starts, ends, strict=True)]

    def options(self) -> list[Text]:
        """Return the windows between commas that stand outside brackets and numbers."""
        start, depth, found = self.start, 0, []
        for mark in _NESTED.finditer(self.bare, self.start, self.end):
            depth += {"[": 1, "]": -1}.get(mark[0], 0)
            if mark[0] == "," and depth == 0:
                found.append(self.at(start, mark.start()))
                start = mark.end()
        return [*found, self.at(start, self.end)]

    def stretch(self) -> Text:
        """Return the quoted stretch that it opens with."""
        match = self.match(_QUOTED)
        return Text(self.raw, self.bare, self.start, match.end() if match else self.start)

    def unquoted(self) -> str:
        """Return what stands between the quote marks."""
        return self.raw[self.start + 1 : self.end - 1].replace('""', '"')

    def name(self, what: str, marks: str = "") -> str:
        """Return the name in the window: all of it in quotes, or bare and without ``marks``."""
        if not self:
            self.fail(f"expected {what}, got nothing; write it, in quotes if it holds a mark")
        inner = str(self)
        if self.quoted:
            stretch = self.stretch()
            if stretch.end != self.end:
                rest = self.at(stretch.end, self.end)
                rest.fail(f"expected {what} all in quotes, got {rest.shown} after them; remove it")
            inner = self.unquoted()
        elif bad := self.search(re.compile(f'[{re.escape(marks)}"]')):
            spot = Text(self.raw, self.bare, *bad.span())
            spot.fail(f"expected {what}, got {bad[0]!r} in it; put all of it in double quotes")
        try:
            return canonical_name(inner)
        except InvalidClaimError as error:
            self.fail(error.message)

    def fail(self, message: str, hint: str = "") -> NoReturn:
        """Raise NotationError that points at the window."""
        raise NotationError(message, self.raw, (self.start, self.end), hint)

    def build(self, kind: type[V], **fields: object) -> V:
        """Return the value made of ``fields``; what is wrong with them is told at the window."""
        try:
            return kind(**fields)
        except ValidationError as error:
            first = error.errors()[0]
            cause = first.get("ctx", {}).get("error")
            self.fail(getattr(cause, "message", "") or str(cause or first["msg"]))
        except InvalidClaimError as error:
            self.fail(error.message)

    @contextmanager
    def shifting(self) -> Iterator[None]:
        """Tell errors about the window's own text as errors about its line."""
        try:
            yield
        except NotationError as error:
            start, end = error.span
            span = (start + self.start, end + self.start)
            raise NotationError(error.message, self.raw, span, error.hint) from None
        except InvalidClaimError as error:
            self.fail(error.message)


def line_of(raw: str) -> Text:
    """Return the window on a line without its comment.

    >>> str(line_of("zone +02:00  # Kyiv"))
    'zone +02:00'
    """
    if raw.lstrip().startswith("#") and len(raw) <= MOST_CHARACTERS:
        return Text(raw, raw, 0, 0)
    # A comment may hold a lone quote mark, so it is cut off before the quotes are paired.
    counted = marks = 0
    for comment in _COMMENT.finditer(raw[:MOST_CHARACTERS]):
        marks += raw.count('"', counted, comment.start())
        counted = comment.start()
        if marks % 2 == 0:
            return Text.of(raw[:counted])
    return Text.of(raw)


def placed(error: NotationError, place: Place) -> NotationError:
    """Return the error told at ``place``."""
    error.place = place
    return error


def _masked(raw: str) -> str:
    """Return ``raw`` with its quoted stretches overwritten by quote marks."""
    parts: list[str] = []
    done = 0
    while (start := raw.find('"', done)) >= 0:
        end = raw.find('"', start + 1)
        while end >= 0 and raw[end + 1 : end + 2] == '"':
            end = raw.find('"', end + 2)
        if end < 0:
            hint = 'a quote mark inside quotes is written twice: ""'
            message = "expected a closing quote mark, got the end of the line; add it"
            raise NotationError(message, raw, (start, start + 1), hint)
        parts.extend((raw[done:start], '"' * (end + 1 - start)))
        done = end + 1
    return "".join((*parts, raw[done:])) if parts else raw


def _visible(raw: str) -> str:
    """Return ``raw`` with control characters drawn as U+FFFD, so that a caret can point at them."""
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", raw)
