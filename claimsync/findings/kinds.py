"""The closed union of findings: a kind, a basis from its list, and what the finding rests on."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

if TYPE_CHECKING:
    from claimsync.findings.telling import Telling


class Kind(StrEnum):
    """The kinds of finding, in the order in which a reader wants them."""

    DIVERGENCE = "divergence"
    NON_CONFIRMATION = "non-confirmation"
    AGREEMENT = "agreement"
    TENSION = "tension"
    REVISION = "revision"
    NOT_COMPARABLE = "not comparable"
    ECHO = "echo"


class Basis(StrEnum):
    """On what a finding rests."""

    EXACT = "exact"
    ROUNDING = "rounding"
    REFINEMENT = "refinement"
    BOUNDS = "bounds"
    AGGREGATION = "aggregation"
    RELATION = "relation"
    ENTAILMENT = "entailment"
    VALUE = "value"
    POLARITY = "polarity"
    DENIED_FIGURE = "denied figure"
    PRESUPPOSITION_DENIED = "presupposition denied"
    PART_EXCEEDS = "part exceeds whole"
    PARTS_EXCEED = "parts exceed whole"
    PARTS_FALL_SHORT = "parts fall short"
    RELATION_BROKEN = "relation broken"
    RELAY_DIFFERS = "relay differs"
    SELF_CONTRADICTION = "self-contradiction"
    OUTSIDE_USUAL = "outside usual reading"
    PLAN_AND_OUTCOME = "plan and outcome differ"
    IF_READ_AS_TOTAL = "if read as total"
    NEITHER = "neither confirms nor denies"
    NO_COMMENT = "no comment"
    CANNOT_VERIFY = "cannot verify"
    UNAWARE = "unaware"
    QUESTIONS = "questions"
    NO_INFORMATION = "no information"
    SILENT = "silent"
    SINGLE_ORIGIN = "single origin"
    OTHER_DATE = "other date"
    OTHER_PHASE = "other phase"
    OTHER_SCOPE = "other scope"
    SCOPE_UNKNOWN = "scope unknown"
    SCOPE_OVERLAPS = "scope overlaps"
    NO_COMMON_UNIT = "no common unit"
    OTHER_DENOMINATOR = "other denominator"
    DENIAL_LEAVES_OPEN = "denial leaves it open"
    OTHER_QUESTION = "other question"
    NO_POLARITY = "no polarity"
    UPDATE = "update"
    CORRECTION = "correction"
    RETRACTION = "retraction"
    POSITION_CHANGED = "position changed"
    CUMULATIVE_FALL = "cumulative fall"
    SAME_ORIGIN = "same origin"
    REPEATED = "repeated"


class Modifier(StrEnum):
    """What qualifies a finding, whatever its kind."""

    CROSS_PHASE = "cross-phase"
    SAME_ORIGIN = "same origin"
    SAME_SIDE = "same side"
    MAYBE_SAME_ORIGIN = "maybe same origin"
    TIGHT = "tight"
    CORRECTED = "corrected"


@dataclass(frozen=True, eq=False)
class Finding:
    """A minimal set of claims with the proof of what follows from them.

    ``claims`` are claim ids; ``positions`` are the sets of them that hold together. The number of
    independent origins is known to lie between ``origins_at_least`` and ``origins_at_most``.
    Fields that read like text are worked out when they are looked at.
    """

    basis: Basis
    rows: tuple[int, ...] = field(repr=False)
    key: int = field(repr=False)
    telling: Telling = field(repr=False)
    modifiers: tuple[Modifier, ...] = ()
    assumptions: tuple[str, ...] = ()
    detail: Any = field(default=None, repr=False)
    kind: ClassVar[Kind]

    @property
    def claims(self) -> tuple[str, ...]:
        """The ids of the claims."""
        return tuple(self.telling.table.ids[row] for row in self.rows)

    @property
    def joins(self) -> tuple[int, ...]:
        """The claim rows whose questions it joins: its own, and all that its sums run over."""
        return (*self.rows, *getattr(self.detail, "joins", ()))

    @cached_property
    def question(self) -> str:
        """The question it is about, in the notation."""
        return str(self.telling.question(self))

    @cached_property
    def id(self) -> str:
        """A hash of kind, question and claim contents: stable over order and from day to day."""
        return self.telling.content_id(self)

    @cached_property
    def origins(self) -> tuple[str, ...]:
        """The names of the origins behind the claims, sorted."""
        return self.telling.origins(self)

    @property
    def origins_at_least(self) -> int:
        """How many independent origins there are at least."""
        return self.telling.counted(self)[0]

    @property
    def origins_at_most(self) -> int:
        """How many independent origins there are at most."""
        return self.telling.counted(self)[1]

    @cached_property
    def positions(self) -> tuple[tuple[str, ...], ...]:
        """The sets of claims (ids) that hold together."""
        return self.telling.positions(self)

    @property
    def readings(self) -> dict[str, str]:
        """The reading used of each claim that has several."""
        return self.telling.readings(self)

    @cached_property
    def proof(self) -> dict[str, Any]:
        """The steps from claims to the finding, each checkable by itself."""
        return self.telling.proof(self)

    def why(self) -> str:
        """Return the finding as a sentence that can be pasted."""
        return self.telling.why(self)

    def __str__(self) -> str:
        """Return kind, basis and sentence."""
        return f"{self.kind} ({self.basis}): {self.why()}"


class Divergence(Finding):
    """Claims that cannot all hold."""

    kind = Kind.DIVERGENCE


class NonConfirmation(Finding):
    """A question that someone speaks to without a yes or no, or that only one origin answers."""

    kind = Kind.NON_CONFIRMATION


class Agreement(Finding):
    """Claims of independent origins that hold together and say the same as far as they go."""

    kind = Kind.AGREEMENT


class Tension(Finding):
    """Claims that diverge under a usual reading or an assumption only."""

    kind = Kind.TENSION


class Revision(Finding):
    """A claim that took the place of an earlier one."""

    kind = Kind.REVISION


class NotComparable(Finding):
    """Claims that look alike and answer different questions."""

    kind = Kind.NOT_COMPARABLE


class Echo(Finding):
    """The same word of the same origin, heard more than once."""

    kind = Kind.ECHO


KINDS: dict[Kind, type[Finding]] = {
    cls.kind: cls
    for cls in (Divergence, NonConfirmation, Agreement, Tension, Revision, NotComparable, Echo)
}
