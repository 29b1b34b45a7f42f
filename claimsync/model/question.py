"""What is asked: measure, event, phase, dimensions, period."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Annotated

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema

from claimsync.errors import InvalidClaimError, UnknownCodeError, did_you_mean
from claimsync.model.base import Name, Value, canonical_name, notation
from claimsync.model.period import Period
from claimsync.model.stance import Phase

if TYPE_CHECKING:
    from collections.abc import Iterator

RESERVED = ("event", "phase", "unit", "when")
TAKEN = (*RESERVED, "as of", "measure")  # no dimension may bear these names
Codes = tuple[str, ...]


def _dimensions(value: object) -> object:
    """Return dimensions as (name, codes) pairs sorted by name, from a mapping or from pairs."""
    if not isinstance(value, (dict, tuple, list)):
        return value
    found: dict[str, Codes] = {}
    for name, codes in value.items() if isinstance(value, dict) else value:
        key = canonical_name(name)
        if key in TAKEN:
            raise InvalidClaimError(
                f"expected a dimension, got the reserved key {key!r}; use the field of that name"
            )
        if key in found:
            raise InvalidClaimError(f"expected each dimension once, got {key!r} twice; keep one")
        listed = (codes,) if isinstance(codes, str) else tuple(codes)
        found[key] = tuple(dict.fromkeys(canonical_name(code) for code in listed))
        if not found[key]:
            raise InvalidClaimError(
                f"expected a code for {key!r}, got none; leave the dimension out"
            )
    return tuple(sorted(found.items()))


def _as_mapping(pairs: tuple[tuple[str, Codes], ...]) -> dict[str, str | list[str]]:
    """Return dimensions as JSON shows them: one code, or the list of possible ones."""
    return {name: codes[0] if len(codes) == 1 else list(codes) for name, codes in pairs}


_SCHEMA = {
    "type": "object",
    "additionalProperties": {
        "anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]
    },
}
Dimensions = Annotated[
    tuple[tuple[str, Codes], ...],
    BeforeValidator(_dimensions),
    PlainSerializer(_as_mapping),
    WithJsonSchema(_SCHEMA),
]


def phase_of(text: str) -> Phase:
    """Return the phase that ``text`` names.

    Raises UnknownCodeError for any other word.
    """
    try:
        return Phase(text)
    except ValueError:
        known = ", ".join(Phase)
        hint = did_you_mean(text, Phase)
        raise UnknownCodeError(
            f"expected a phase ({known}), got {text[:60]!r}{'; ' + hint if hint else ''}"
        ) from None


def _phase(value: object) -> object:
    """Return a phase from its name."""
    return phase_of(value) if isinstance(value, str) and not isinstance(value, Phase) else value


class Question(Value):
    """An observation key, in SDMX's sense; a dimension left out is unspecified, not the total.

    >>> q = Question(measure="killed", dimensions={"place": "Donetsk"}, when="2026-02-04")
    >>> str(q)
    'killed [place=Donetsk, when=2026-02-04]'

    A dimension may hold several codes, exactly one of which is meant: an ambiguous reading.
    """

    measure: Name
    event: Name | None = None
    phase: Annotated[Phase | None, BeforeValidator(_phase)] = None
    dimensions: Dimensions = ()
    when: Period | None = None
    unit: Name | None = None

    @property
    def ambiguous(self) -> bool:
        """Whether some dimension may be taken in several ways."""
        return any(len(codes) > 1 for _, codes in self.dimensions)

    def meanings(self) -> Iterator[Question]:
        """Yield the unambiguous questions it may stand for, in the order written."""
        if not self.ambiguous:
            yield self
            return
        names = [name for name, _ in self.dimensions]
        for combination in itertools.product(*(codes for _, codes in self.dimensions)):
            pairs = tuple((name, (code,)) for name, code in zip(names, combination, strict=True))
            yield self.model_copy(update={"dimensions": pairs})

    def code(self, dimension: str) -> str | None:
        """Return the (first) code on ``dimension``, or None where it is unspecified."""
        return next((codes[0] for name, codes in self.dimensions if name == dimension), None)

    def __str__(self) -> str:
        """Return the notation."""
        return str(notation().render(self))

    @classmethod
    def parse(cls, text: str) -> Question:
        """Return the question that ``text`` writes.

        Raises NotationError.
        """
        question: Question = notation().parse_question(text)
        return question
