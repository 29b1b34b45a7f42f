"""Two claims side by side, each taken in one way: what the rows of the pair table ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from claimsync.findings.kinds import Basis, Kind, Modifier
from claimsync.findings.propositions import same_event
from claimsync.findings.telling import Telling
from claimsync.table.keys import AS_OF

if TYPE_CHECKING:
    from claimsync.findings.case import Frame
    from claimsync.model.meaning import Meaning
    from claimsync.model.measure import Measure


class Verdict(NamedTuple):
    """A kind and a basis, what qualifies them, what was assumed, and the keys that differ."""

    kind: Kind
    basis: Basis
    modifiers: tuple[Modifier, ...] = ()
    assumptions: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()


class Pair:
    """Rows 0 and 1 of a table, with what both ask and how their origins relate."""

    def __init__(self, frame: Frame, choice: tuple[int, int]) -> None:
        """Look up how both claims of ``frame`` are taken under ``choice``."""
        self.frame, self.table, self.choice = frame, frame.table, choice
        self.telling = Telling(frame.table, choice)
        self.claims = self.table.claims
        self.options = tuple(self.telling.option(row) for row in (0, 1))
        self.codes = tuple(self.table.space.row(option.key) for option in self.options)
        origin, voice = self.table.origins.origin_of_claim, self.table.origins.voice_of_claim
        self.one_origin, self.one_voice = bool(origin[0] == origin[1]), bool(voice[0] == voice[1])
        self.modifiers = self.telling.relation_of((0, 1))

    def answer(
        self,
        kind: Kind,
        basis: Basis,
        *more: Modifier,
        keys: tuple[str, ...] = (),
        assumed: str = "",
    ) -> Verdict:
        """Return a verdict, qualified by ``more`` and by how the origins relate."""
        return Verdict(kind, basis, (*more, *self.modifiers), (assumed,) if assumed else (), keys)

    def opposed(self, basis: Basis) -> Verdict:
        """Return a divergence, told as one origin's own where there is one origin."""
        if self.one_origin:
            basis = Basis.SELF_CONTRADICTION if self.one_voice else Basis.RELAY_DIFFERS
        return self.answer(Kind.DIVERGENCE, basis)

    def same_word(self, basis: Basis) -> Verdict:
        """Return agreement, or an echo where one origin is heard twice."""
        same_content = self.telling.meaning(0) == self.telling.meaning(1)
        if self.one_origin and (not self.one_voice or same_content):
            return self.answer(Kind.ECHO, Basis.REPEATED if self.one_voice else Basis.SAME_ORIGIN)
        return self.answer(Kind.AGREEMENT, basis)

    @property
    def measure(self) -> Measure:
        """The measure of the first claim, which is that of both where figures are compared."""
        return self.table.measure(self.options[0].key)

    @property
    def meanings(self) -> tuple[Meaning, Meaning] | None:
        """What both figures allow; None where one of the claims has none."""
        one, other = self.telling.meaning(0), self.telling.meaning(1)
        return None if one is None or other is None else (one, other)

    def positive(self, row: int) -> bool:
        """Return whether a claim gives a number above zero."""
        meant = self.telling.meaning(row)
        return meant is not None and meant.positive

    def differing(self) -> list[int]:
        """Return the columns of scope in which the claims differ (dates aside)."""
        one, other = self.codes
        return [
            at for at, (x, y) in enumerate(zip(one, other, strict=True)) if x != y and at != AS_OF
        ]

    def names(self, column: int) -> list[Any]:
        """Return the names of both claims' codes in one column."""
        names = self.table.space.codes[column].names
        return [names[codes[column]] for codes in self.codes]

    def ordered(self) -> bool:
        """Return whether one origin speaks twice, and the times of saying order the two."""
        first, second = self.claims[0].said_at, self.claims[1].said_at
        return (
            self.one_origin
            and first is not None
            and second is not None
            and (first.before(second) or second.before(first))
        )

    @property
    def related(self) -> bool:
        """Whether both give figures, for two measures that a declared relation joins."""
        one, other = (option.question.measure for option in self.options)
        told = self.meanings is not None and all(claim.stance.affirms for claim in self.claims)
        return told and one != other and self.frame.relations.join(one, other)

    def own_event(self) -> tuple[int, int] | None:
        """Return (count, event) rows if one claim asks for the event that the other's implies."""
        for count, event in ((0, 1), (1, 0)):
            asked, other = self.options[count], self.options[event].question
            implied = self.table.measure(asked.key).implies
            if implied and same_event(asked.question, implied, other):
                return count, event
        return None
