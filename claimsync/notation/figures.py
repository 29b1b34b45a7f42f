"""Figures as a claim or a table cell writes them, to the readings they allow."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from claimsync.errors import InvalidClaimError, NotationError
from claimsync.model.base import canonical_name
from claimsync.model.claim import Reading
from claimsync.model.figure import Figure, Qualifier
from claimsync.model.number import SCALES, Number
from claimsync.model.policy import DEFAULT
from claimsync.model.unit import Kind, unit_of
from claimsync.notation.amounts import amount
from claimsync.notation.marks import IN_BRACKETS, IN_FIGURE, must_quote
from claimsync.notation.tokens import MOST_CHARACTERS, Text

if TYPE_CHECKING:
    from collections.abc import Sequence

_BAR = re.compile(r"\|")
_SPREAD = re.compile(r"(?<![^\s\"\]])(each|total)(?![^\s\"])")
_UNIT_KEY = re.compile(r"\[\s*unit\s*=")
_STATES_NUMBER = re.compile(r"\W*[0-9]|[=<>~]")
_DOTTED = re.compile(
    r"(?<![0-9.,])[-−+]?[1-9][0-9]{0,2}\.[0-9]{3}(?![0-9.,eE])(?!\s*[mbt]r?illion\b)"
)
# What would be read as a part of the number, or is most likely meant as one.
_NO_UNIT = re.compile(
    rf"(?:{'|'.join(SCALES)})\b|(?:dozens?|hundreds?|thousands?|tens|(?:m|b|tr)illions"
    r"|to|and|or|of|give|word|each|total)(?!\S)",
    re.IGNORECASE,
)
_FIRST_OF_NO_UNIT = "0123456789+-–—−±./,;:*?!'&\\#"


def parse_figure(
    text: str, *, categories: bool = False, no_information: Sequence[str] = DEFAULT.no_information
) -> tuple[Reading, ...]:
    """Return the readings of a figure as a table cell holds it.

    >>> print(parse_figure("at least 21")[0].figure)
    >= 21
    >>> [str(reading.figure) for reading in parse_figure("314 total side | 314 each side")]
    ['= 314 total side', '= 314 each side']

    Text that holds one of the ``no_information`` phrases states nothing; with ``categories`` other
    text is a category.

    Raises NotationError.
    """
    return _readings(text, categories, tuple(no_information))


@lru_cache(maxsize=65536)
def _readings(text: str, categories: bool, phrases: tuple[str, ...]) -> tuple[Reading, ...]:  # noqa: FBT001 - cache key
    """Return the readings (cached: columns repeat their words)."""
    try:
        parts = Text.of(text).split(_BAR)
    except NotationError as error:
        return (_as_text(text, error, phrases, categories=categories),)
    return tuple(_reading(part, phrases, categories=categories) for part in parts)


def _reading(part: Text, phrases: tuple[str, ...], *, categories: bool) -> Reading:
    """Return one reading: a figure and its prior, or text that states no number."""
    try:
        head, prior = _without_prior(part)
        return part.build(Reading, figure=_figure(head), prior=prior)
    except NotationError as error:
        return _as_text(str(part), error, phrases, categories=categories)


def _as_text(
    text: str, error: NotationError, phrases: tuple[str, ...], *, categories: bool
) -> Reading:
    """Return text that is no figure as no information or a category; else raise ``error``."""
    if len(text) > MOST_CHARACTERS:
        raise error
    numeric = _STATES_NUMBER.match(text) is not None
    if not numeric and any(_phrase(phrase).search(text) for phrase in phrases):
        return Reading(figure=Figure(qualifier=Qualifier.NO_INFORMATION))
    if categories and text.strip():
        try:
            word = canonical_name(text)
        except InvalidClaimError:
            raise error from None
        return Reading(figure=Figure(qualifier=Qualifier.CATEGORY, word=word))
    raise error


@lru_cache(maxsize=1024)
def _phrase(phrase: str) -> re.Pattern[str]:
    """Return a pattern for a phrase that stands by itself, in any case."""
    return re.compile(rf"(?<!\w){re.escape(phrase)}(?!\w)", re.IGNORECASE)


def _without_prior(part: Text) -> tuple[Text, Number | None]:
    """Return the figure's window and the prior that stands behind it in parentheses."""
    if not part or part.bare[part.end - 1] != ")":
        return part, None
    opening = part.bare.rfind("(", part.start, part.end)
    inner = part.at(opening + 1, part.end - 1)
    try:
        prior = Number.parse(str(inner))
    except InvalidClaimError:
        inner.fail(f"expected a prior such as (0.8), got {inner.shown}; remove the parentheses")
    inner.build(Reading, figure=Figure(qualifier=Qualifier.NO_INFORMATION), prior=prior)
    return part.at(part.start, max(opening, part.start)), prior


def _figure(part: Text) -> Figure:
    """Return the figure: amount, unit, and over what it is spread."""
    fields: dict[str, Any] = {}
    head = part
    if spread := part.search(_SPREAD):
        head = part.at(part.start, spread.start())
        over = part.at(spread.end(), part.end)
        if not over:
            spot = part.at(*spread.span())
            spot.fail(
                f"expected a dimension after {spread[1]!r}, got nothing; write '157 each side'"
            )
        fields |= {"spread": spread[1], "over": over.name("a dimension", IN_FIGURE)}
    head, unit = _bracketed_unit(head)
    numbers, end = amount(head)
    rest = head.at(end, head.end)
    if rest and unit:
        rest.fail(f"expected the unit once, got {rest.shown} too; keep one")
    unit = unit or (_bare_unit(rest, numbers) if rest else None)
    if unit and unit_of(unit).kind is Kind.COUNT:
        _refuse_dotted(head.at(head.start, end))
    return part.build(Figure, **fields, **numbers, unit=unit)


def _bracketed_unit(head: Text) -> tuple[Text, str | None]:
    """Return the window before ``[unit=…]``, and that unit."""
    opening = head.find("[")
    if opening < 0:
        return head, None
    bracket = head.at(opening, head.end)
    key = bracket.match(_UNIT_KEY)
    if key is None or bracket.bare[bracket.end - 1] != "]":
        bracket.fail(
            f"expected [unit=…] after a number, got {bracket.shown}; put other keys before it"
        )
    unit = bracket.at(key.end(), bracket.end - 1).name("a unit", IN_BRACKETS)
    return head.at(head.start, opening), unit


def _bare_unit(rest: Text, numbers: dict[str, object]) -> str:
    """Return the unit as it follows the number."""
    text = str(rest)
    if "word" in numbers and text.startswith("of ") and numbers["qualifier"] is Qualifier.WORD:
        rest = rest.at(rest.start + len("of "), rest.end)
    if numbers.get("qualifier") is Qualifier.NO_INFORMATION:
        rest.fail(f"expected nothing after 'no information', got {rest.shown}; remove it")
    unit = rest.name("a unit", IN_FIGURE)
    if not plain_unit(unit):
        rest.fail(
            f"expected a unit, got {rest.shown}; write the number in one piece, or [unit=…]",
            _unit_hint(unit),
        )
    return unit


def _unit_hint(unit: str) -> str:
    """Return what text behind a number may have been meant as."""
    first = unit.split(" ", 1)[0].casefold()
    if unit[0].isdecimal():
        return "group digits with commas: 1,234"
    if unit[0] == "+" or first == "or":
        return "write '>= 21' or 'at least 21'"
    if unit[0] == "#":
        return "a comment stands behind two spaces"
    if unit.startswith(".."):
        return "write '>= 8' for an open end"
    return "write it out: 5,000 people" if first in {"thousand", "thousands", "hundred"} else ""


def plain_unit(unit: str) -> bool:
    """Return whether a unit may follow its number as it is.

    >>> plain_unit("square miles"), plain_unit("million barrels")
    (True, False)
    """
    return not (
        unit[0] in _FIRST_OF_NO_UNIT
        or _NO_UNIT.match(unit)
        or _SPREAD.search(unit)
        or must_quote(unit, IN_FIGURE)
    )


def dotted(number: str) -> bool:
    """Return whether a written number may be a European 1,234.

    >>> dotted("1.234"), dotted("1.23")
    (True, False)
    """
    return _DOTTED.fullmatch(number) is not None


def _refuse_dotted(head: Text) -> None:
    """Refuse ``1.234 people``: nobody counts thousandths of a person."""
    if match := head.search(_DOTTED):
        plain = match[0].replace(".", "")
        spot = head.at(*match.span())
        hint = f"write {match[0].replace('.', ',')} or {plain}"
        spot.fail(f"expected a whole number of things, got {match[0]!r}; commas group digits", hint)
