"""Scores of an extractor on the pages of the gold."""

from __future__ import annotations

from dataclasses import dataclass, field

from claimsync.extract.drafts import Document
from tests.gold.same import numbers, same_stance
from tests.gold.slots import SLOTS, compared, speaker_right, value_right, words_right

# Numbers that may be read as figures without harm: they count something, only not for the story.
HARMLESS = {
    "article", "factor", "heading", "number of parts", "number of sides", "other", "question",
    "repeat", "share", "whole",
}  # fmt: skip


@dataclass
class Score:
    """Right, given and wanted, for one slot."""

    right: int = 0
    given: int = 0
    wanted: int = 0

    def add(self, *, right: bool, given: bool = True, wanted: bool = True) -> bool:
        """Count one case and return whether it is right."""
        self.right += right
        self.given += given
        self.wanted += wanted
        return right

    @property
    def precision(self) -> float:
        """What share of the given ones is right."""
        return self.right / self.given if self.given else 1.0

    @property
    def recall(self) -> float:
        """What share of the wanted ones is there."""
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.right / (self.given + self.wanted) if self.given + self.wanted else 1.0

    def __str__(self) -> str:
        shares = (f"{share:6.1%}" for share in (self.precision, self.recall, self.f1))
        return f"{'  '.join(shares)}  {self.right} of {self.wanted} wanted, {self.given} given"


@dataclass
class Scores:
    """The scores of some pages."""

    figures: Score = field(default_factory=Score)
    slots: dict[str, Score] = field(default_factory=lambda: {slot: Score() for slot in SLOTS})
    claims: Score = field(default_factory=Score)
    stands: Score = field(default_factory=Score)
    invented: int = 0
    wrong_speakers: int = 0
    spoken: int = 0
    misses: list[str] = field(default_factory=list)


def score(extractor, chosen) -> Scores:
    """Return the scores of an extractor on pages."""
    scores = Scores()
    for gold in chosen:
        drafts = tuple(extractor.extract(Document(gold.text, said_at=gold.said_at)))
        _figures(gold, drafts, scores)
        _stands(gold, drafts, scores)
    return scores


def _figures(gold, drafts, scores) -> None:
    """Score the claims with a figure: each draft serves one of them."""
    left = [draft for draft in drafts if draft.figure is not None]
    for claim in gold.claims:
        if "figure" not in claim.slots:
            continue
        served = _served(claim, left, gold)
        scores.figures.add(right=served is not None, given=False)
        if served is None:
            scores.claims.add(right=False, given=False)
            _missed(scores, gold, claim, "figure", "nothing")
            continue
        left.remove(served)
        scores.figures.given += 1
        wrong = [slot for slot in SLOTS if not _slot(slot, claim, served, scores, gold)]
        scores.claims.add(right=not wrong)
    for draft in left:
        _surplus(gold, draft, scores)


def _served(claim, left, gold):
    """Return the draft for a claim: its figure overlaps; of several the one nearest in meaning."""
    span = claim.slots["figure"]
    over = [draft for draft in left if draft.figure.start < span.end
            and span.start < draft.figure.end]  # fmt: skip
    return max(
        over,
        key=lambda draft: (
            value_right(claim, draft),
            bool(speaker_right(claim, draft, gold)),
            words_right(claim, draft),
        ),
        default=None,
    )


def _surplus(gold, draft, scores) -> None:
    """Count a draft that no claim asked for: a repeat and a harmless number are let pass."""
    start, end = draft.figure.start, draft.figure.end
    kinds = {kind for kind, span in gold.asides if span.start < end and start < span.end}
    told = any("figure" in claim.slots and claim.slots["figure"].start < end
               and start < claim.slots["figure"].end for claim in gold.claims)  # fmt: skip
    if told:
        scores.figures.given += 1
        scores.misses.append(f"{gold.name}: twice: {draft.figure.text!r} as {draft.measure!r}")
    elif kinds - HARMLESS or (not kinds and not _one(draft)):
        scores.invented += 1
        scores.figures.given += 1
        what = ", ".join(sorted(kinds)) or "no figure"
        scores.misses.append(f"{gold.name}: invented: {draft.figure.text!r} ({what})")


def _one(draft) -> bool:
    """Return whether it only says *one* or *several*, which the gold lists where it is a trap."""
    return {numbers(figure) for figure in draft.readings} <= {(1,), "several"}


def _slot(slot, claim, draft, scores, gold) -> bool:
    """Score one slot of a claim against its draft and return whether nothing is wrong with it."""
    wanted, given, right = compared(slot, claim, draft, gold)
    if not wanted and not given:
        return True
    scores.slots[slot].add(right=right, given=given, wanted=wanted)
    if slot == "speaker":
        scores.spoken += given
        scores.wrong_speakers += given and not right
    if not right:
        said = {
            "value": draft.readings, "qualifier": draft.readings, "unit": draft.readings,
            "words": draft.measure, "speaker": [mention.name for mention in draft.chain],
            "place": draft.scopes, "when": draft.when, "stance": draft.stance, "phase": draft.phase,
        }[slot]  # fmt: skip
        _missed(scores, gold, claim, slot, said)
    return right


def _missed(scores, gold, claim, slot, said) -> None:
    """Note what went wrong."""
    text = said if isinstance(said, str) else " | ".join(map(str, said or ())) if isinstance(
        said, (list, tuple)) else str(said)  # fmt: skip
    scores.misses.append(f"{gold.name}: {claim.id}: {slot}: got {text[:90]!r}")


def _stands(gold, drafts, scores) -> None:
    """Score what a source does other than assert, and on whose word it is.

    The gold lists stances that matter, not all of them; so a draft is wrong only where it takes
    another stance in the words of a claim than the gold does.
    """
    for claim in gold.claims:
        there = [draft for draft in drafts if any(_meet(slot, claim.quote) for slot in draft.quote)]
        near = [draft for draft in there if _stance_of(claim, draft, gold)]
        if claim.claim.stance != "asserts":
            scores.stands.add(right=bool(near), given=bool(near))
            _stand_of(gold, claim, near, there, scores)
        elif "figure" not in claim.slots:
            wrong = [draft for draft in there if draft.stance != "asserts"
                     and not _of_another(draft, claim, gold)]  # fmt: skip
            scores.stands.given += bool(wrong)
            if wrong and not near:
                _missed(scores, gold, claim, "stance", wrong[0].stance)


def _of_another(draft, claim, gold) -> bool:
    """Return whether a stance is that of another claim of the gold in the same words."""
    return any(
        other is not claim
        and other.claim.stance != "asserts"
        and _stance_of(other, draft, gold)
        and any(_meet(slot, other.quote) for slot in draft.quote)
        for other in gold.claims
    )


def _stand_of(gold, claim, near, there, scores) -> None:
    """Score who takes a stance; a claim with a figure had its speaker scored before."""
    if not near:
        got = sorted({draft.stance.value for draft in there} - {"asserts"})
        _missed(scores, gold, claim, "stance", f"{got} for {claim.claim.stance.value}")
        scores.stands.given += bool(got)
    elif "figure" not in claim.slots:
        best = max(near, key=lambda draft: speaker_right(claim, draft, gold))
        _slot("speaker", claim, best, scores, gold)


def _stance_of(claim, draft, gold) -> bool:
    """Return whether both take one stance."""
    words = claim.words(gold.text, "stance")
    return same_stance(draft.stance, claim.claim.stance, words)


def _meet(slot, span) -> bool:
    """Return whether both share a place."""
    return slot.start < span.end and span.start < slot.end
