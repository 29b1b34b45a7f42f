"""Numbers as people write them: exact, and remembering to which place they were written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from pydantic_core import core_schema

from claimsync.errors import InvalidClaimError

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler

SCALES = {"million": 6, "billion": 9, "trillion": 12}
MOST_DIGITS = 100

_PLAIN = re.compile(
    r"(?P<sign>[-−+]?)(?P<whole>\d{1,3}(?:,\d{3})+|\d+)(?:\.(?P<decimals>\d+))?"
    r"(?:[eE](?P<exponent>[-+]?\d{1,4}))?(?:\s*(?P<scale>million|billion|trillion)\b)?",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Number:
    """``digits × 10**exponent``, where ``exponent`` is the place of the last digit written.

    >>> Number.parse("1.2 million")
    Number('1.2 million')
    >>> Number.parse("1.2 million").value, Number.parse("1,200,000").value
    (Fraction(1200000, 1), Fraction(1200000, 1))
    >>> Number.parse("1.2 million").granularity, Number.parse("55,000").granularity
    (Fraction(100000, 1), Fraction(1000, 1))
    """

    digits: int
    exponent: int = 0

    def __post_init__(self) -> None:
        """Refuse magnitudes that no news has, and that would stall exact arithmetic."""
        if abs(self.exponent) > MOST_DIGITS or abs(self.digits) >= 10**MOST_DIGITS:
            raise InvalidClaimError(
                f"expected a number of at most {MOST_DIGITS} digits, got a larger one; "
                "check the cell, or state it in a larger unit"
            )

    @classmethod
    def parse(cls, text: str) -> Number:
        """Return the number that ``text`` states, with grouping commas and scale words.

        Scale words are million, billion and trillion.

        Raises InvalidClaimError when the text is anything else.
        """
        match = _PLAIN.fullmatch(text.strip()) if len(text) <= 2 * MOST_DIGITS else None
        if match is None:
            shown = text if len(text) <= 40 else text[:37] + "..."  # noqa: PLR2004 - display only
            raise InvalidClaimError(
                f"expected a number such as 1,234 or 1.2 million, got {shown!r}"
            )
        decimals = match["decimals"] or ""
        digits = int(match["whole"].replace(",", "") + decimals)
        exponent = SCALES.get(match["scale"] or "", 0) + int(match["exponent"] or 0) - len(decimals)
        return cls(-digits if match["sign"] in {"-", "−"} else digits, exponent)

    @classmethod
    def of(cls, value: object) -> Number:
        """Return ``value`` (int, finite float, exact decimal, text or Number) as a Number.

        >>> Number.of(314), Number.of(0.5)
        (Number('314'), Number('0.5'))
        """
        if isinstance(value, Number):
            return value
        if isinstance(value, bool) or value is None:
            raise InvalidClaimError(f"expected a number, got {value!r}")
        if isinstance(value, int):
            return cls(value)
        text = repr(value) if isinstance(value, float) else str(value)
        if isinstance(value, float) and value.is_integer() and abs(value) < 1e16:  # noqa: PLR2004 - exact in a float
            return cls(int(value))
        return cls.parse(text)

    @property
    def value(self) -> Fraction:
        """The exact value."""
        ten = 10 ** abs(self.exponent)
        return Fraction(self.digits * ten) if self.exponent >= 0 else Fraction(self.digits, ten)

    @property
    def last_place(self) -> Fraction:
        """The place value of the last digit written."""
        return Fraction(10) ** self.exponent

    @property
    def granularity(self) -> Fraction:
        """The place value of the last significant digit as written.

        At most the second digit's place and never finer than the last digit written:
        55,000 → 1,000; 314 → 1; 40 → 1; 4,000 → 100; 1.2 million → 100,000; 0.50 → 0.01.
        """
        text = str(abs(self.digits))
        if self.exponent < 0 or (self.exponent > 0 and self.exponent not in SCALES.values()):
            return self.last_place
        zeros = len(text) - len(text.rstrip("0")) if self.digits else 0
        place = min(self.exponent + zeros, self.exponent + len(text) - 2)
        return Fraction(10) ** max(place, self.exponent)

    def __str__(self) -> str:
        """Return the notation: grouping commas, and a scale word where it stood for zeros."""
        for word, power in SCALES.items():
            if 0 < self.exponent <= power:
                return f"{_decimal(self.digits, self.exponent - power)} {word}"
        if self.exponent > 0:
            return f"{self.digits}e{self.exponent}"
        return _decimal(self.digits, self.exponent)

    def __repr__(self) -> str:
        """Return the notation inside the type's name."""
        return f"Number({str(self)!r})"

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: GetCoreSchemaHandler) -> Any:
        """Validate from text or number; write as text, so that no digit is lost in JSON."""
        return core_schema.no_info_before_validator_function(
            cls.of,
            core_schema.is_instance_schema(cls),
            serialization=core_schema.to_string_ser_schema(),
            json_schema_input_schema=core_schema.str_schema(),
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, _schema: Any, _handler: Any) -> dict[str, Any]:
        """Tell the JSON Schema that numbers travel as text."""
        return {"type": "string", "description": "an exact number such as '1,234' or '1.2 million'"}


def _decimal(digits: int, exponent: int) -> str:
    """Return ``digits × 10**exponent`` (exponent ≤ 0) with grouping commas."""
    text = str(abs(digits)).rjust(1 - exponent, "0")
    whole, decimals = (text[:exponent], "." + text[exponent:]) if exponent else (text, "")
    return f"{'-' if digits < 0 else ''}{int(whole):,}{decimals}"
