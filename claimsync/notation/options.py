"""The options behind a declaration's colon, told apart by the words that open them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimsync.errors import did_you_mean
from claimsync.model.measure import Additivity
from claimsync.notation.amounts import leading_number
from claimsync.notation.marks import IN_DECLARATION
from claimsync.notation.questions import parse_question

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimsync.model.number import Number
    from claimsync.model.question import Question
    from claimsync.notation.tokens import Text

Option = tuple[str, object]  # the field, and its value or how to read one


def _name(value: Text, _zone: str) -> str:
    """Return the name that an option gives."""
    return value.name("a name", IN_DECLARATION)


def _number(value: Text, _zone: str) -> Number:
    """Return the number that an option gives."""
    number, end = leading_number(value, "a number")
    if rest := value.at(end, value.end):
        rest.fail(f"expected a number alone, got {rest.shown} after it; remove it")
    return number


def _minimum(value: Text, _zone: str) -> Number | None:
    """Return the number after ``minimum``, or nothing for ``none``."""
    return None if str(value) == "none" else _number(value, _zone)


def _count(value: Text, _zone: str) -> int:
    """Return how many members there are."""
    number = _number(value, _zone).value
    if number.denominator != 1 or number < 1:
        value.fail(f"expected a whole number from 1, got {value.shown}; leave the option out")
    return int(number)


def _question(value: Text, zone: str) -> Question:
    """Return the question after ``implies``."""
    return question_in(value, zone)


def question_in(window: Text, zone: str) -> Question:
    """Return the question in a declaration, where a colon stands only in brackets or quotes."""
    colon, bracket = window.find(":"), window.find("[")
    if colon >= 0 and (bracket < 0 or colon < bracket):
        window.at(colon, colon + 1).fail(
            "expected a question, got ':' in it; put the measure in double quotes,"
            " or the source's name if this is a claim"
        )
    with window.shifting():
        return parse_question(str(window), zone)


SOURCE: Mapping[str, Option] = {
    "speaks for": ("speaks_for", _name),
    "part of": ("part_of", _name),
    "anonymous": ("anonymous", True),
    "members": ("members", _count),
    "may overlap": ("may_overlap", _name),
}
MEASURE: Mapping[str, Option] = {
    "unit": ("unit", _name),
    "integer": ("integer", True),
    "decimal": ("integer", False),
    "stock": ("additivity", Additivity.STOCK),
    "flow": ("additivity", Additivity.FLOW),
    "not additive": ("additivity", Additivity.NONE),
    "minimum": ("minimum", _minimum),
    "cumulative": ("cumulative", True),
    "categories": ("categories", True),
    "implies": ("implies", _question),
}


def read_options(
    options: Text, known: Mapping[str, Option], word: str, zone: str = ""
) -> dict[str, Any]:
    """Return the fields that the options give.

    Raises NotationError for an option that is none of ``known``, and for one that comes twice.
    """
    fields: dict[str, Any] = {}
    for option in options.options() if options else ():
        name, value = _read(option, known, word, zone)
        if name == "minimum" and value is None:
            name, value = "unbounded", True
        if name == "may_overlap":
            fields.setdefault(name, []).append(value)
        elif name in fields:
            option.fail(f"expected each option once, got {option.shown} too; keep one")
        else:
            fields[name] = value
    return fields


def _read(option: Text, known: Mapping[str, Option], word: str, zone: str) -> tuple[str, Any]:
    """Return the field and the value of one option."""
    text = " ".join(str(option).split(" ", 2)[:2])
    word_alone = text.split(" ", 1)[0].split("=", 1)[0]
    opening = text if text in known else word_alone
    field, value = known.get(opening, ("", None))
    rest = option.at(option.start + len(opening), option.end)
    if not field or (rest and not callable(value)):
        option.fail(
            f"expected an option of a {word} ({', '.join(known)}), got {option.shown};"
            " if this is a claim, put the source's name in double quotes",
            did_you_mean(text, known)
            or did_you_mean(word_alone, known)
            or f'a claim would open with "{word} …":',
        )
    if rest and rest.bare[rest.start] == "=":
        rest = rest.at(rest.start + 1, rest.end)
    return field, value(rest, zone) if callable(value) else value
