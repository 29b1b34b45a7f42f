"""Whether a figure is of what is still to come, and how far that has come."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimsync.extract.drafts import Document, Slot
from claimsync.extract.text.closed_words import BE, RELATIVES
from claimsync.extract.text.tokens import position
from claimsync.model.stance import Phase, Stance

if TYPE_CHECKING:
    from claimsync.extract.figures.quantities import Quantity
    from claimsync.extract.questions.predicates import Predicate
    from claimsync.extract.questions.sentences import Sentence

_OUTLOOKS = frozenset("projection projections outlook".split())  # *put it at £61bn in a projection*
_AWAITED = frozenset({"expected", "forecast", "predicted", "due"})
_HAD = frozenset({"had", "have", "has"})
_CHANCES = frozenset({"chance", "probability", "likelihood"})
_PREPARED = [[verb, "for"] for verb in ("prepare", "preparing", "brace", "bracing", "braced")]
_NOUNS = 3  # words of what is counted
_MEANWHILE = frozenset({"as", "while", "after", "but"})
_ORDERS = frozenset("ordered told orders tells obliged required".split())
_ORDERED = 6  # words from an order to what is ordered
_OWNED, _GENITIVES = frozenset({"the", "its", "their", "his", "her", "our"}), ("'s", "’s")
_OWNER = 4  # words of whose it is
_WERE = frozenset({"was", "were", "had", "have", "has"})
_PLANS = {"planned": Phase.SCHEDULED, "scheduled": Phase.SCHEDULED, "proposed": Phase.PROPOSED}
_COMING = frozenset({"to", "will", "would"})


def words_before(sentence: Sentence, offset: int) -> list[str]:
    """Return the two words before an offset."""
    words = sentence.words
    stop = position(words, offset)
    return [word.low for word in words[max(stop - 2, 0) : stop]]


class Coming(NamedTuple):
    """Tells what one sentence says is still to come."""

    document: Document
    sentence: Sentence

    def stands(
        self, one: Quantity, predicate: Predicate | None, stance: Stance
    ) -> tuple[Stance, Phase | None]:
        """Return the stance on what is yet to come, and how far it has come as the text says it."""
        if stance is Stance.EXPECTS and self._of_all(one):
            return Stance.ASSERTS, None
        if stance is Stance.EXPECTS and one.role == "former" and self.over(one):
            return Stance.ASSERTS, None
        planned = self._planned_noun(one) or self._to_come(predicate)
        if stance.affirms and planned is not None:
            return Stance.EXPECTS, planned
        if stance is Stance.ASSERTS and self._awaited(one, predicate):
            return Stance.EXPECTS, Phase.SCHEDULED if self._heads(predicate) else None
        if stance is Stance.ASSERTS and self.sentence.opener.plans and not self._of_all(one):
            return Stance.EXPECTS, None
        return stance, None

    def over(self, one: Quantity) -> bool:
        """Return whether what a forecast is compared with was: *down from 22 in 2027*."""
        dated = self.sentence.date_of((one.start, one.end), ())
        page = (self.document.said_at or "")[: len("2027")]
        return dated is not None and bool(dated.period) and dated.period[: len("2027")] < page

    def agreed(self, one: Quantity) -> Slot | None:
        """Return the words that make a plan of what happens: *agreed to exchange 314*."""
        words = self.sentence.words
        for word in words[: position(words, one.start)]:
            if word.low in {"agreed", "agree", "agrees"}:
                return Slot(word.start, word.end, word.text)
        return None

    def planned(self, predicate: Predicate) -> bool:
        """Return whether what happens is yet to come: *to exchange 314*, *to be exchanged*."""
        start, end = predicate.span or (0, 0)
        if self.document.text[start:end].casefold().startswith(("to be ", "would be ")):
            return True
        before = words_before(self.sentence, start)
        return bool(before) and (before[-1] in _COMING or before == ["to", "be"])

    def _of_all(self, one: Quantity) -> bool:
        """Return whether a figure is a whole that is there: *60 of its 240 shops will close*."""
        words = self.sentence.words
        at = position(words, one.start)
        owner = at > 1 and (words[at - 1].low in _OWNED or words[at - 1].low.endswith(_GENITIVES))
        return owner and any(word.low == "of" for word in words[max(at - _OWNER, 0) : at - 1])

    def _awaited(self, one: Quantity, predicate: Predicate | None) -> bool:
        """Return whether a figure is yet to come: *are expected*, or a heading's *to cut 12*."""
        words = self.sentence.words
        for at in range(position(words, one.end), len(words)):
            if words[at].text in {",", ";", ".", ":"} or self._of_another(one.end, at):
                break
            if words[at].low in _AWAITED | _OUTLOOKS and not self._described(at):
                return True
            risk = [word.low for word in words[at : at + 3]]
            if risk[:2] == ["at", "risk"] and risk[2:] != ["of"]:
                return True
        before = [word.low for word in words[: position(words, one.start)]]
        if self._likely(one) or before[-2:] in _PREPARED:
            return True
        clause = before[max((at for at, low in enumerate(before) if low == ","), default=0) :]
        if any(low in _AWAITED and clause[at - 1] in _HAD for at, low in enumerate(clause) if at):
            return True
        if predicate is not None and predicate.span is not None:
            lead = before[: position(words, predicate.span[0])]
            if lead[-1:] == ["to"] and not _ORDERS.isdisjoint(lead[-_ORDERED:]):
                return True  # *was ordered to pay 12 euros* tells of none that was paid
        return self._heads(predicate)

    def _likely(self, one: Quantity) -> bool:
        """Return whether a share is how likely something is: *a 60% chance that*."""
        behind = [word.low for word in self.sentence.words if word.start >= one.end][:_NOUNS]
        return one.kind == "share" and not _CHANCES.isdisjoint(behind)

    def _of_another(self, end: int, at: int) -> bool:
        """Return whether a word leads to what is said of something else: *in a vote that is due*.

        In a headline so do *as* and *while*.
        """
        words = self.sentence.words
        low = words[at].low
        far = low in RELATIVES and at - position(words, end) > _NOUNS
        return far or (low in _MEANWHILE and self.sentence.block.kind == "heading")

    def _described(self, at: int) -> bool:
        """Return whether *due* only tells which ones are meant: *the crew due to fly had not*."""
        words = self.sentence.words
        due = words[at].low == "due" and [word.low for word in words[at + 1 : at + 2]] == ["to"]
        return due and words[at - 1].low not in BE

    def _heads(self, predicate: Predicate | None) -> bool:
        """Return whether a heading tells what somebody is to do: *Kolm to cut 12 posts*."""
        heading = self.sentence.block.kind == "heading"
        event = predicate is not None and predicate.term is not None and predicate.term.event
        return heading and predicate is not None and not event and self.planned(predicate)

    def _to_come(self, predicate: Predicate | None) -> Phase | None:
        """Return that the whole told of is still to come: *of the jobs to go, 40 are here*."""
        named = self.document.text[slice(*predicate.span)] if predicate and predicate.span else ""
        return Phase.SCHEDULED if named.startswith(("job", "post")) and " to " in named else None

    def _planned_noun(self, one: Quantity) -> Phase | None:
        """Return how far what is counted has come by its adjective: *1,400 planned cuts*."""
        words = self.sentence.words
        at = position(words, one.end)
        if any(word.low in _WERE for word in words[at + 1 : at + 1 + _NOUNS]):
            return None  # *40 planned flights were cancelled*
        return _PLANS.get(words[at].low) if at < len(words) else None
