"""Physical units beyond the core's own, by the extra ``units`` (pint), in exact fractions."""

from __future__ import annotations

import importlib
import re
from fractions import Fraction
from functools import cache
from typing import Any, NamedTuple

# Letters, a small power, and how several are joined; numbers inside a unit are none of a unit's.
_ONE = r"[^\W\d_°]*°?[^\W\d_]+(?:[²³]|(?:\^|\*\*)?-?[1-9])?"
_WRITTEN = re.compile(rf"{_ONE}(?:\s*[/*·]\s*{_ONE}|\s{_ONE})*")
_POWERS = (("²", "**2"), ("³", "**3"), ("·", "*"), ("^", "**"))
_BARE_POWER = re.compile(r"(?<=[^\W\d_])(-?[1-9])")


class Physical(NamedTuple):
    """How large a unit is in base units, where its zero lies in them, and which these are."""

    size: Fraction
    zero: Fraction
    base: tuple[tuple[str, int], ...]


def available() -> bool:
    """Return whether the extra is installed."""
    return _registry() is not None


@cache
def physical(words: str) -> Physical | None:
    """Return the unit that ``words`` write, or None where pint knows none that converts exactly.

    Sizes are those of pint's registry, read as fractions (https://pint.readthedocs.io). A circle's
    parts are left out, since no fraction is π.
    """
    registry = _registry()
    if registry is None or not _WRITTEN.fullmatch(words):
        return None
    text = words
    for mark, power in _POWERS:
        text = text.replace(mark, power)
    text = _BARE_POWER.sub(r"**\1", text)
    try:
        told = [registry.Quantity(Fraction(n), registry.parse_units(text)) for n in range(3)]
        none, one, two = (each.to_base_units() for each in told)
    except Exception:  # noqa: BLE001 - of any kind: its parser reads what people write
        return None  # not a unit, one on a logarithmic scale, or one with a number in it
    ends = (none.magnitude, one.magnitude, two.magnitude)
    powers = dict(one.unit_items())
    exact = all(isinstance(end, (int, Fraction)) for end in ends)
    whole = all(Fraction(power).denominator == 1 for power in powers.values())
    linear = exact and ends[2] - ends[1] == ends[1] - ends[0] > 0
    if not (linear and whole) or "radian" in powers:
        return None
    base = tuple(sorted((name, int(power)) for name, power in powers.items()))
    return Physical(Fraction(ends[1] - ends[0]), Fraction(ends[0]), base)


@cache
def _registry() -> Any:
    """Return pint's registry with exact numbers; None without the extra."""
    try:
        pint = importlib.import_module("pint")
    except ImportError:
        return None
    return pint.UnitRegistry(non_int_type=Fraction)
