"""An extractor that says what the gold says: it proves the scorer, and what a full score means."""

from __future__ import annotations

from dataclasses import dataclass

import claimsync as cs
from claimsync.extract.drafts import ClaimDraft, Document, Mention, Scope, Slot
from tests.gold.read import pages, stances


@dataclass(frozen=True, slots=True)
class PerfectExtractor:
    """Reads only the pages and sentences of the gold, and reads them right."""

    def extract(self, document: Document) -> tuple[ClaimDraft, ...]:
        """Return the gold as drafts."""
        for gold in pages():
            if gold.text == document.text:
                return tuple(_draft(claim, gold.text) for claim in gold.claims)
        return tuple(_sentence(each) for each in stances()
                     if each.sentence == document.text and each.stance is not None)  # fmt: skip


def _draft(gold, text):
    """Return a claim of a page as a draft."""
    claim, question = gold.claim, gold.claim.question
    slots = {name: Slot.of(text, span) for name, span in gold.slots.items()}
    place = Scope("place", question.code("place") or "", slots.get("place"))
    names = [speaker.name for speaker in claim.attribution.chain]
    return ClaimDraft(
        quote=(Slot.of(text, gold.quote),),
        measure=question.measure,
        measure_slot=slots.get("of"),
        figure=slots.get("figure"),
        readings=tuple(reading.figure for reading in claim.readings),
        phase=question.phase,
        scopes=(place,) if place.code else (),
        when=Scope("when", str(question.when), slots.get("when")) if question.when else None,
        chain=tuple(Mention(name, None) for name in names if name != "outlet"),
        stance=claim.stance,
    )


def _sentence(each):
    """Return a sentence as a draft."""
    return ClaimDraft(
        quote=(Slot.of(each.sentence, (0, len(each.sentence))),),
        measure=each.about,
        chain=(Mention(each.who, None),) if each.who else (),
        stance=cs.Stance(each.stance),
    )
