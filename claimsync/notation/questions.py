"""Questions: a measure, then keys in brackets."""

from __future__ import annotations

import re
from functools import lru_cache

from claimsync.errors import UnknownCodeError, did_you_mean
from claimsync.model.period import Period
from claimsync.model.question import RESERVED, Question, phase_of
from claimsync.model.stance import Phase
from claimsync.notation.marks import IN_BRACKETS, IN_MEASURE, STANCE_MARKS
from claimsync.notation.tokens import Text

_BAR = re.compile(r"\|")


@lru_cache(maxsize=65536)
def parse_question(text: str, zone: str = "") -> Question:
    """Return the question that ``text`` writes; ``zone`` serves times without one.

    >>> parse_question("killed [place=Donetsk, when=2026-02-04]").code("place")
    'Donetsk'

    Raises NotationError.
    """
    window = Text.of(text)
    opening = window.find("[")
    measure = window.at(window.start, window.end if opening < 0 else opening)
    if measure and measure.raw[measure.start] in STANCE_MARKS:
        measure.fail(f"expected a measure, got {measure.shown}; put it in double quotes")
    name = measure.name("a measure", IN_MEASURE)
    fields: dict[str, object] = {}
    dimensions: dict[str, tuple[str, ...]] = {}
    for entry in _bracketed(window, opening).options() if opening >= 0 else ():
        _take(entry, fields, dimensions, zone)
    return window.build(Question, measure=name, dimensions=dimensions, **fields)


def _bracketed(window: Text, opening: int) -> Text:
    """Return what stands between the brackets, which must end the window."""
    closing = window.bare.find("]", opening, window.end)
    bracket = Text(window.raw, window.bare, opening, opening + 1)
    if closing < 0:
        bracket.fail("expected ']' to close the bracket, got the end; add it")
    rest = window.at(closing + 1, window.end)
    if rest:
        rest.fail(f"expected the question to end after ']', got {rest.shown}; remove it")
    inner = window.at(opening + 1, closing)
    if not inner:
        bracket.fail("expected 'key=code' in the brackets, got nothing; remove them")
    return inner


def _take(
    entry: Text, fields: dict[str, object], dimensions: dict[str, tuple[str, ...]], zone: str
) -> None:
    """Put one ``key=code`` into the question's fields or dimensions."""
    equals = entry.find("=")
    if equals < 0:
        hint = did_you_mean(str(entry).split(" ")[0], RESERVED) if entry else ""
        entry.fail(f"expected 'key=code', got {entry.shown}; write both, or remove the comma", hint)
    key, value = entry.at(entry.start, equals), entry.at(equals + 1, entry.end)
    name = key.name("a key", IN_BRACKETS)
    if name in fields or name in dimensions:
        key.fail(f"expected each key once, got {name!r} again; keep one")
    if name in RESERVED:
        fields[name] = _reserved(name, value, zone)
    else:
        codes = value.split(_BAR)
        dimensions[name] = tuple(code.name(f"a code of {name!r}", IN_BRACKETS) for code in codes)


def _reserved(name: str, value: Text, zone: str) -> object:
    """Return the value of ``event``, ``phase``, ``when`` or ``unit``."""
    if name == "when":
        with value.shifting():
            return Period.parse(str(value), zone)
    if len(value.split(_BAR)) > 1:
        value.fail(f"expected one {name}, got {value.shown}; only dimensions may be ambiguous")
    text = value.name(f"a code of {name!r}", IN_BRACKETS)
    if name != "phase":
        return text
    try:
        return phase_of(text)
    except UnknownCodeError:
        known = ", ".join(Phase)
        hint = did_you_mean(text, Phase)
        value.fail(f"expected a phase ({known}), got {value.shown}; write one of them", hint)
