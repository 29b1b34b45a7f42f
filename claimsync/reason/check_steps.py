"""The steps of a proof that were checked so far: what they show, and what may rest on them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn, Protocol

from claimsync.errors import ProofError
from claimsync.reason.check_rows import End, Ends, exact, inwards

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from claimsync.reason.check_rows import Number

Step = dict[str, Any]
USUAL = -1  # a supposition that none does away with: that words mean what they usually do


class Facts(Protocol):
    """What a proof may start from, by claim id and by question, which is an opaque label."""

    def ways(self, claim: str) -> Sequence[Mapping[str, Ends]]:
        """Return the ways to take a claim: what it lets each question be."""

    def usual(self, claim: str) -> Sequence[Mapping[str, Ends]]:
        """Return, for each of these ways, what its words are usually taken to mean."""

    def floor(self, question: str) -> Number | None:
        """Return the least number possible."""

    def whole(self, question: str) -> bool:
        """Return whether only whole numbers are possible."""

    def declares(self, row: Mapping[str, Any]) -> bool:
        """Return whether a row follows from what is declared."""

    def compares(self, one: str, other: str, assuming: Sequence[str]) -> bool:
        """Return whether two questions are one if that is granted."""

    def says(self, claim: str) -> str:
        """Return a claim in words."""

    def does(self, claim: str) -> Collection[str]:
        """Return what a claim does: affirms, denies, no comment, no information, …."""


class Shown(NamedTuple):
    """What a step shows (bound, contradiction, claim, or a verdict), under which suppositions."""

    kind: str
    name: str = ""  # the question of a bound, the id of a claim
    low: End = None
    high: End = None
    under: frozenset[int] = frozenset()

    @property
    def bound(self) -> Ends:
        """Both ends."""
        return self.low, self.high


class Steps:
    """What the steps so far show, which of them were used, how each claim may still be taken."""

    def __init__(self, facts: Facts, told: Sequence[Step]) -> None:
        """Begin with nothing shown."""
        self.facts, self.told, self.shown, self.used = facts, told, list[Shown](), set[int]()
        self.taken: dict[str, list[int]] = {}

    def refuse(self, expected: str, got: object) -> NoReturn:
        """Raise ProofError at the step that is being checked."""
        raise ProofError(
            expected, str(got)[:500], f"step {min(len(self.shown), len(self.told) - 1)}"
        )

    def need(self, holds: object, expected: str, got: object) -> None:
        """Raise ProofError unless something holds."""
        if not holds:
            self.refuse(expected, got)

    def uses(self, numbers: Sequence[int], kind: str, name: str = "") -> list[Shown]:
        """Return what earlier steps show, each named once, all of a kind and (if named) alike."""
        count = len(self.shown)
        fit = all(type(number) is int and 0 <= number < count for number in numbers)
        self.need(
            fit and 0 < len(set(numbers)) == len(numbers), "earlier steps, each once", numbers
        )
        self.used.update(numbers)
        seen = [self.shown[number] for number in numbers]
        alike = all(each.kind == kind and name in {"", each.name} for each in seen)
        if not alike:
            self.refuse(f"a {kind} each, on {name or 'any question'}", numbers)
        return seen

    def bounds(self, step: Step, ends: Ends, under: frozenset[int] = frozenset()) -> Shown:
        """Return the bound told, if its ends are those that follow, or whole numbers inside."""
        told, question = ends_of(step), step["question"]
        for name, mine, end in zip(("low", "high"), told, ends, strict=True):
            if name in step and mine != end:
                whole = self.facts.whole(question) and mine == inwards(end, low=name == "low")
                self.need(whole, f"{name} {end} on {question}", mine)
        self.need("low" in step or "high" in step, "an end at least", step)
        return Shown("bound", question, *told, under)


def ends_of(step: Step) -> Ends:
    """Return the ends that a step tells."""
    low, high = step.get("low"), step.get("high")
    return (
        None if low is None else (exact(low), int(step.get("low_open", False))),
        None if high is None else (exact(high), -int(step.get("high_open", False))),
    )


def under(seen: Iterable[Shown]) -> frozenset[int]:
    """Return the suppositions under which all of some steps stand."""
    return frozenset[int]().union(*(each.under for each in seen))
