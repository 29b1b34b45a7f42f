"""What a source does with a question, in the reader's words."""

from __future__ import annotations

from enum import StrEnum


class Stance(StrEnum):
    """Affirming, denying, neither, or unsaying."""

    ASSERTS = "asserts"
    CONFIRMS = "confirms"
    EXPECTS = "expects"
    DENIES = "denies"
    NEITHER = "neither confirms nor denies"
    NO_COMMENT = "no comment"
    CANNOT_VERIFY = "cannot verify"
    UNAWARE = "unaware"
    QUESTIONS = "questions"
    RETRACTS = "retracts"

    @property
    def affirms(self) -> bool:
        """Whether the source stands for what it says."""
        return self in {Stance.ASSERTS, Stance.CONFIRMS, Stance.EXPECTS}

    @property
    def polar(self) -> bool:
        """Whether it says yes or no at all."""
        return self.affirms or self is Stance.DENIES

    @property
    def withholds(self) -> bool:
        """Whether it speaks to the question without saying yes or no."""
        return not self.polar and self is not Stance.RETRACTS


class Phase(StrEnum):
    """How far the matter has come: plans, outcomes, or cancelled."""

    PROPOSED = "proposed"
    AGREED = "agreed"
    SCHEDULED = "scheduled"
    UNDER_WAY = "under way"
    COMPLETED = "completed"
    CANCELLED = "cancelled"

    @property
    def plan(self) -> bool:
        """Whether it is still a plan."""
        return self in {Phase.PROPOSED, Phase.AGREED, Phase.SCHEDULED}

    @property
    def outcome(self) -> bool:
        """Whether it happens or has happened."""
        return self in {Phase.UNDER_WAY, Phase.COMPLETED}


class LinkVerb(StrEnum):
    """What the text itself says a claim does to an earlier one."""

    UPDATES = "updates"
    CORRECTS = "corrects"
    RETRACTS = "retracts"
    DENIES = "denies"
    CONFIRMS = "confirms"

    @property
    def change(self) -> str | None:
        """What happens to the earlier claim if it no longer stands; None: it stands."""
        return _CHANGES.get(self)


_CHANGES = {
    LinkVerb.UPDATES: "update",
    LinkVerb.CORRECTS: "correction",
    LinkVerb.RETRACTS: "retraction",
}
