"""Drafts of claims: every slot is a piece of the text, and what is not said stays empty."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any, Protocol

from claimsync.errors import InvalidClaimError
from claimsync.model.figure import Figure
from claimsync.model.period import Period
from claimsync.model.stance import Phase, Stance

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from fractions import Fraction

    from pydantic import TypeAdapter

SURE, LIKELY, REVIEW = 95, 75, 40  # per cent; what lies below LIKELY goes to the review list
UNSETTLED = "unsettled"  # the rule of figures asked, supposed, heard of, or wholes of a share
EARLIER, LATER = "earlier", "later"  # stamps of what a page tells out of its order
_CLOSED = {"extra": "forbid"}


@dataclass(frozen=True, slots=True)
class Document:
    """A page as text, with what is known of it from outside.

    ``said_at`` is its date (EDTF), against which *Wednesday* is read; ``outlet`` is who publishes
    it, the voice of what nobody else is said to have said; ``zone`` serves its clock times.
    """

    text: str
    said_at: str | None = None
    outlet: str | None = None
    zone: str = ""

    def __post_init__(self) -> None:
        """Refuse a date that is none."""
        if self.said_at is None:
            return
        try:
            Period.parse(self.said_at, self.zone)
        except InvalidClaimError as error:
            raise InvalidClaimError(
                f"expected the date of the page as 2026-03-12 or 2026-03-12T09:40, got"
                f" {self.said_at!r}: {error.message}"
            ) from None


@dataclass(frozen=True, slots=True)
class Slot:
    """A piece of the text, in code points: ``text == document.text[start:end]``."""

    start: int
    end: int
    text: str

    __pydantic_config__ = _CLOSED

    @classmethod
    def of(cls, text: str, span: tuple[int, int]) -> Slot:
        """Return the slot that covers ``span`` of ``text``.

        >>> Slot.of("12 dead", (3, 7))
        Slot(start=3, end=7, text='dead')
        """
        start, end = span
        return cls(start, end, text[start:end])

    @property
    def span(self) -> tuple[int, int]:
        """Its start and end."""
        return self.start, self.end


@dataclass(frozen=True, slots=True)
class Mention:
    """A source as the text mentions it; a name carried over from elsewhere has its slot there."""

    name: str
    slot: Slot | None
    on_behalf_of: str | None = None

    __pydantic_config__ = _CLOSED


@dataclass(frozen=True, slots=True)
class Scope:
    """A code on a dimension (place, side, who, subject, event, …), or the period, and its slot.

    ``within`` is the code that the text says it lies in, ``parts`` are those it says it has. A
    period without a code was said in words that no calendar names.
    """

    dimension: str
    code: str
    slot: Slot | None
    within: str | None = None
    parts: tuple[str, ...] = ()

    __pydantic_config__ = _CLOSED


@dataclass(frozen=True, slots=True)
class ClaimDraft:
    """One claim as read from a text.

    ``readings`` are the ways to take the figure, exactly one of which is meant; none for a
    statement. ``stamp`` is the clock time that a live blog prints above it, or the text's own
    *earlier* or *later*. ``inferred`` names the
    slots that were not said but carried over; ``confidence`` is that of the reading, in per cent,
    not of the fact; ``rules`` are the ids of those that fired.
    """

    quote: tuple[Slot, ...]
    measure: str
    measure_slot: Slot | None = None
    figure: Slot | None = None
    readings: tuple[Figure, ...] = ()
    noun: Slot | None = None
    event: str | None = None
    phase: Phase | None = None
    phase_slot: Slot | None = None
    scopes: tuple[Scope, ...] = ()
    when: Scope | None = None
    as_of: Scope | None = None
    said_at: str | None = None
    stamp: str | None = None
    chain: tuple[Mention, ...] = ()
    anonymous: bool = False
    cue: Slot | None = None
    stance: Stance = Stance.ASSERTS
    stance_slot: Slot | None = None
    hedges: tuple[str, ...] = ()
    heading: bool = False
    inferred: tuple[str, ...] = ()
    confidence: int = SURE
    rules: tuple[str, ...] = ()

    __pydantic_config__ = _CLOSED

    @property
    def slots(self) -> Iterator[Slot]:
        """Yield every slot that is filled."""
        yield from self.quote
        singles = (self.measure_slot, self.figure, self.noun, self.phase_slot, self.cue,
                   self.stance_slot)  # fmt: skip
        yield from (slot for slot in singles if slot is not None)
        told = (*self.chain, *self.scopes, self.when, self.as_of)
        yield from (one.slot for one in told if one is not None and one.slot is not None)

    @property
    def start(self) -> int:
        """Where the claim's figure or its quote begins."""
        return self.figure.start if self.figure else self.quote[0].start

    @property
    def origin(self) -> str | None:
        """On whose word it rests; None where nobody is named."""
        return self.chain[-1].name if self.chain else None

    @property
    def number(self) -> Fraction | None:
        """The one number that it states; None for a range, for words and for two readings."""
        number = self.readings[0].number if len(self.readings) == 1 else None
        return None if number is None else number.value

    @property
    def states(self) -> bool:
        """Whether it is a plain statement without a figure: what somebody just says."""
        return self.figure is None and self.stance is Stance.ASSERTS

    def code(self, dimension: str) -> str | None:
        """Return the code on ``dimension``, or None where it is not said."""
        return next((scope.code for scope in self.scopes if scope.dimension == dimension), None)

    def carried(self, *names: str, **slots: Any) -> ClaimDraft:
        """Return the draft with slots filled that were not said here; ``names`` says which."""
        return replace(self, inferred=tuple(dict.fromkeys((*self.inferred, *names))), **slots)


class Extractor(Protocol):
    """What reads claims from a page: a pure function of the document."""

    def extract(self, document: Document) -> Iterable[ClaimDraft]:
        """Return the drafts of a page, in its order."""
        ...


@cache
def _adapter() -> TypeAdapter[tuple[ClaimDraft, ...]]:
    """Return what turns drafts into JSON and back."""
    from pydantic import TypeAdapter

    return TypeAdapter(tuple[ClaimDraft, ...])


def drafts_schema() -> dict[str, Any]:
    """Return the JSON Schema of drafts: every field required, no other allowed.

    >>> schema = drafts_schema()
    >>> schema["type"], schema["$defs"]["Slot"]["additionalProperties"]
    ('array', False)
    """
    schema = _adapter().json_schema(mode="serialization")
    for part in schema["$defs"].values():
        if part.get("type") == "object":
            part |= {"required": list(part["properties"]), "additionalProperties": False}
    return schema


def drafts_json(drafts: Iterable[ClaimDraft]) -> str:
    """Return drafts as JSON."""
    return _adapter().dump_json(tuple(drafts), indent=1).decode()


def drafts_from_json(text: str | bytes) -> tuple[ClaimDraft, ...]:
    """Return the drafts that ``drafts_json`` wrote.

    Raises pydantic.ValidationError for anything else.
    """
    return _adapter().validate_json(text)


def checked(draft: ClaimDraft, text: str) -> ClaimDraft:
    """Return the draft if every slot stands in ``text`` where it says.

    Raises InvalidClaimError for a slot that does not: nothing may be invented.
    """
    for slot in draft.slots:
        if text[slot.start : slot.end] != slot.text or not 0 <= slot.start < slot.end:
            raise InvalidClaimError(
                f"expected the text's own words at {slot.start}, got {slot.text[:60]!r};"
                " a slot copies the text letter by letter"
            )
    return draft
