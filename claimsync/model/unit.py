"""Units: which kind a unit is of, and its exact size in the kind's base unit.

Other physical units are looked up by the extra ``units``, where it is installed.

Factors are exact by definition: SI (BIPM brochure, 9th edition) and the international yard and
pound (NIST Special Publication 811, appendix B). Currency codes are those of ISO 4217.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cache

from claimsync.model.physical import physical


class Kind(StrEnum):
    """What sort of thing a unit measures; figures of two kinds are never compared."""

    COUNT = "count"
    LENGTH = "length"
    AREA = "area"
    MASS = "mass"
    VOLUME = "volume"
    TIME = "time"
    CALENDAR = "calendar time"
    MONEY = "money"
    PERCENT = "percent"
    POINTS = "percentage point"
    OTHER = "another unit"


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit: its kind and exact size in the kind's base unit (m, m², kg, m³, s, month, %, pp).

    ``zero`` is where its own zero lies in the base unit: that of °C at 273.15 K.
    """

    kind: Kind
    size: Fraction = Fraction(1)
    base: str = ""
    zero: Fraction = Fraction(0)

    @property
    def additive(self) -> bool:
        """Whether amounts in this unit add up over parts (shares do not)."""
        return self.kind not in {Kind.PERCENT, Kind.POINTS}


_FOOT = Fraction(3048, 10000)
_POUND = Fraction(45359237, 10**8)
_SIZES: dict[Kind, dict[str, Fraction | int]] = {
    Kind.LENGTH: {
        "m|metre|meter": 1,
        "km|kilometre|kilometer": 1000,
        "cm|centimetre|centimeter": Fraction(1, 100),
        "mm|millimetre|millimeter": Fraction(1, 1000),
        "in|inch|inches": _FOOT / 12,
        "ft|foot|feet": _FOOT,
        "yd|yard": _FOOT * 3,
        "mi|mile": _FOOT * 5280,
        "nmi|nautical mile": 1852,
    },
    Kind.AREA: {
        "m2|m²|sq m|square metre|square meter": 1,
        "km2|km²|sq km|square kilometre|square kilometer": 10**6,
        "ha|hectare": 10**4,
        "sq ft|square foot|square feet": _FOOT**2,
        "acre": _FOOT**2 * 43560,
        "sq mi|square mile": (_FOOT * 5280) ** 2,
    },
    Kind.MASS: {
        "kg|kilogram|kilo": 1,
        "g|gram": Fraction(1, 1000),
        "mg|milligram": Fraction(1, 10**6),
        "t|tonne|metric ton": 1000,
        "oz|ounce": _POUND / 16,
        "lb|lbs": _POUND,
        "short ton": _POUND * 2000,
        "long ton": _POUND * 2240,
    },
    Kind.VOLUME: {
        "m3|m³|cubic metre|cubic meter": 1,
        "l|L|litre|liter": Fraction(1, 1000),
        "ml|mL|millilitre|milliliter": Fraction(1, 10**6),
        "US gallon": Fraction(3785411784, 10**12),
        "imperial gallon": Fraction(454609, 10**8),
        "oil barrel|bbl": Fraction(158987294928, 10**12),
    },
    Kind.TIME: {
        "s|sec|second": 1,
        "min|minute": 60,
        "h|hr|hour": 3600,
        "day": 86400,
        "week": 604800,
    },
    Kind.CALENDAR: {"month": 1, "year": 12},
    Kind.PERCENT: {"%|percent|per cent": 1, "‰|per mille|permille": Fraction(1, 10)},
    Kind.POINTS: {"pp|percentage point": 1},
}
_CODES = """
AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN
BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS
GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW
KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD
NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD
SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED
VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG
"""
_CURRENCIES = frozenset(_CODES.split())
_NAMED = {
    name: Unit(kind, Fraction(size))
    for kind, sizes in _SIZES.items()
    for names, size in sizes.items()
    for name in names.split("|")
}


@cache
def unit_of(name: str) -> Unit:
    """Return the unit that ``name`` stands for; a word that is no physical unit counts things.

    >>> unit_of("km").size, unit_of("miles").kind.value, unit_of("people").kind.value
    (Fraction(1000, 1), 'length', 'count')
    >>> unit_of("EUR").base, unit_of("km/h").kind.value
    ('EUR', 'another unit')
    """
    words = re.sub(r"\s+", " ", name.strip())
    for spelling in (
        words,
        words.removesuffix("s"),
        words.lower(),
        words.lower().removesuffix("s"),
    ):
        if spelling in _NAMED and (spelling == words or len(spelling) > 2):  # noqa: PLR2004 - M is not m
            return _NAMED[spelling]
    if words in _CURRENCIES:
        return Unit(Kind.MONEY, base=words)
    return Unit(Kind.COUNT) if _COUNTED.fullmatch(words) else _other(words)


def _other(words: str) -> Unit:
    """Return a unit that the core does not know: as pint does, else one of its own."""
    found = physical(words)
    if found is None:
        return Unit(Kind.OTHER, base=words)
    kind = _CORE.get(found.base, Kind.OTHER)
    base = "" if kind is not Kind.OTHER else " ".join(f"{name}^{n}" for name, n in found.base)
    return Unit(kind, found.size, base, found.zero)


_CORE: dict[tuple[tuple[str, int], ...], Kind] = {
    (("meter", 1),): Kind.LENGTH,
    (("meter", 2),): Kind.AREA,
    (("kilogram", 1),): Kind.MASS,
    (("meter", 3),): Kind.VOLUME,
    (("second", 1),): Kind.TIME,
}


# What is counted is told by a word (people, fighter jets) or an acronym (POWs), others by symbols.
_COUNTED = re.compile(r"(?:[^\W\d_][^\W\d_A-Z]{2,}|[A-Z]{3,}s?|[A-Z]{2}s)(?:[ '’-][^\W\d_]*)*")
