"""The figures of one sentence put together with who tells them, where, when, and how."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimsync.extract.drafts import (
    LIKELY,
    REVIEW,
    SURE,
    UNSETTLED,
    ClaimDraft,
    Document,
    Scope,
    Slot,
)
from claimsync.extract.figures.portions import portion
from claimsync.extract.page.dating import Dating, instead
from claimsync.extract.page.standing import Standing, none
from claimsync.extract.page.voices import Voices
from claimsync.extract.questions.counters import REVISES
from claimsync.extract.questions.divisions import DIVISIONS
from claimsync.extract.questions.predicates import PART, UNSURE
from claimsync.extract.questions.pronouns import them
from claimsync.extract.questions.sides import sides
from claimsync.extract.questions.subject_words import HARMS
from claimsync.extract.questions.subjects import holders
from claimsync.extract.questions.tellers import (
    GLUED,
    NOBODYS,
    VERSION,
    Voice,
)
from claimsync.extract.questions.terms import NEWSROOM
from claimsync.extract.questions.unsettled import (
    counts_none,
    known,
    negated,
    not_said,
    short_of,
    unsettled,
    wished,
)
from claimsync.extract.stances.said import foreign
from claimsync.extract.text.tokens import position
from claimsync.model.figure import Figure, Spread
from claimsync.model.stance import Phase, Stance

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimsync.extract.figures.quantities import Quantity
    from claimsync.extract.questions.dates import Dated
    from claimsync.extract.questions.place_phrases import Place
    from claimsync.extract.questions.predicates import Predicate
    from claimsync.extract.questions.sentences import Sentence
    from claimsync.extract.questions.subjects import Holder
    from claimsync.extract.stances.attribution import Attribution
    from claimsync.extract.stances.said import Said
    from claimsync.extract.stances.stances import StanceMark

NO_SIDE = "side"
_REVISED = frozenset("revised corrected amended updated revises corrects".split())
_CALLED_OFF = ("cancelled", "delayed")
_STAYED = frozenset("killed injured casualties arrested detained charged".split())
_HAILS = frozenset("were was are is came come comes hailed".split())
_PARTS = frozenset({"included", "part"})  # some of those just counted, not all
_NOBODYS = frozenset({NOBODYS, GLUED, VERSION})  # told by no one, or not any more
_NO_MONEY = frozenset(term.measure for term in NEWSROOM if term.unit == "person") | {"jobs cut"}
_NOBODYS_OWN = frozenset({Stance.DENIES, Stance.QUESTIONS})  # nothing, if nobody takes it


class Assembly(NamedTuple):
    """Puts the figures of one sentence together with who says them, where and when."""

    document: Document
    sentence: Sentence
    said: Said
    marks: Sequence[StanceMark]
    off: frozenset[str] = frozenset()

    def figures(self) -> Iterator[ClaimDraft]:
        """Yield a draft for each rival figure that asks something."""
        told = self.sentence.figures
        for at, (one, predicate) in enumerate(told):
            whole, asked = told[at + 1] if at + 1 < len(told) else (None, None)
            worth = portion(self.document.text, one, whole) if whole is not None else None
            if worth is not None and self.off.isdisjoint(worth.rules):
                yield self._draft(worth, predicate if one.role == "except" else asked)
            else:
                yield self._draft(one, predicate)

    def _draft(self, one: Quantity, predicate: Predicate | None) -> ClaimDraft:
        """Return the draft of one figure: what, where and when, and who says it how."""
        voices = Voices(self.document, self.sentence, self.said)
        standing = Standing(self.document, self.sentence, self.marks)
        by, mark = voices.said_by(one), standing.mark(one, predicate)
        if mark is not None and by is not None and foreign(mark, by):
            mark = None
        place, shared = self.sentence.place_of((one.start, one.end))
        if one.role == "remaining" and self._before_it(place, one):
            place, shared = None, False  # *41 were taken to Kolm, the other 12 were flown out*
        if place is not None and by is not None and _spoken(place, by):
            place, shared = None, False  # *12 died, he said at a meeting in Kolm*
        voice = voices.of(one, by, mark)
        stance, phase, phase_slot = standing.of(one, by, voice, mark, predicate)
        if predicate is not None and predicate.measure.endswith(_CALLED_OFF):
            phase = phase_slot = None  # the measure says so
        happened = stance is not Stance.EXPECTS and phase in {None, Phase.COMPLETED}
        dated = Dating(self.document.text, self.sentence, self.marks).of(
            one, by, predicate, happened=happened
        )
        when = dated.when
        text, term = self.document.text, predicate.term if predicate is not None else None
        carried = {"place": shared, "when": dated.elsewhere, "chain": voice.inferred,
                   "measure": predicate is not None and predicate.inherited}  # fmt: skip
        whose = self._whose(one, predicate) if predicate is not None else ()
        if voice.cue is not None and voice.cue.text.casefold() in REVISES and voice.chain[-1].slot:
            tells = voice.chain[-1].slot  # *the agency raises the toll* tells of no toll of its own
            whose = tuple(of for of in whose if not tells.start <= of.start < tells.end)
        asked = predicate.span or predicate.deed if predicate is not None else None
        scopes = (
            *self._scopes(one, predicate, place),
            *(Scope(of.dimension, of.code, Slot.of(text, (of.start, of.end))) for of in whose),
            *dated.days,
        )
        placed = (*(place.rules if place is not None else ()), *(of.rule for of in whose))
        if predicate is not None and self._open(one, predicate, stance):
            placed = (*placed, UNSETTLED)
        return ClaimDraft(
            quote=self._quote(one, by), measure=predicate.measure if predicate else "",
            measure_slot=Slot.of(text, asked) if asked else None,
            figure=Slot.of(text, (one.start, one.end)), readings=_readings(one),
            noun=self._counted(one, predicate),
            event=term.event if term is not None else None,
            phase=phase, phase_slot=phase_slot,
            scopes=scopes, when=when, as_of=dated.as_of,
            said_at=self.document.said_at, stamp=dated.stamp,
            chain=voice.chain, anonymous=voice.anonymous, cue=voice.cue, stance=stance,
            stance_slot=Slot.of(text, mark.cue) if mark is not None else None,
            hedges=mark.hedges if mark is not None else (),
            heading=self.sentence.block.kind == "heading",
            inferred=tuple(name for name, is_so in carried.items() if is_so),
            confidence=self._confidence(one, predicate, voice, (when, scopes), stance),
            rules=_rules(one, predicate, by, voice, placed=placed,
                         dated=dated.read, mark=mark),
        )  # fmt: skip

    def _counted(self, one: Quantity, predicate: Predicate | None) -> Slot | None:
        """Return the words for what is counted, be they only *of them*."""
        words = self.sentence.words
        noun = predicate.noun if predicate is not None else None
        noun = noun or them(words, position(words, one.start), position(words, one.end))
        return Slot.of(self.document.text, noun) if noun else None

    def _scopes(
        self, one: Quantity, predicate: Predicate | None, place: Place | None
    ) -> Iterator[Scope]:
        """Yield where a figure holds, and of whom."""
        text = self.document.text
        swapped = predicate is not None and predicate.term is not None and predicate.term.event
        if place is not None and not (swapped and place.lead == "from"):  # soldiers from Norra
            where = Slot.of(text, (place.start, place.end))
            home = place.lead == "from" and self._hails(place.start, predicate)
            named = "home" if home else "place"
            yield Scope(named, place.code, where, place.within, place.parts)
        if predicate is None:
            return
        if predicate.who:
            counted = Slot.of(text, predicate.noun) if predicate.noun else None
            yield Scope("who", predicate.who, counted)
        if one.kind == "count" and predicate.term is not None and predicate.term.event:
            yield from _both(text, self.sentence)

    def _before_it(self, place: Place | None, one: Quantity) -> bool:
        """Return whether a place was told of a figure before this one."""
        starts = [other.start for other, _ in self.sentence.figures]
        return place is not None and starts[0] < place.start < one.start

    def _whose(self, one: Quantity, predicate: Predicate) -> tuple[Holder, ...]:
        """Return whose a figure is; an exchange has two sides instead."""
        term, asked = predicate.term, predicate.span or predicate.noun
        if (term is not None and term.event) or predicate.measure in DIVISIONS:
            return ()
        sentence = self.sentence
        elided = asked is not None and not sentence.start <= asked[0] < sentence.end
        verb = self.document.text[slice(*asked)].casefold() if asked else ""
        acts = term is not None and verb in term.before.split("|") and not predicate.inherited
        return holders(
            sentence.words, (one.start, one.end), None if elided else asked, acts=acts,
            has=predicate.measure not in HARMS, whose=predicate.whose, off=self.off,
        )  # fmt: skip

    def _hails(self, offset: int, asked: Predicate | None) -> bool:
        """Return whether a place is where people are from: *seven of the dead were from Norra*."""
        near = [word for word in self.sentence.words if word.start < offset][-3:]
        low = [word.low for word in near]
        if low[-1:] not in (["from"], ["the"]):
            return False
        if asked is not None and asked.noun and asked.span and asked.measure in _STAYED:
            right = any(word.end == asked.noun[1] for word in near)
            if right and asked.span[0] > offset:
                return True  # two men from Norra were killed
        return not _HAILS.isdisjoint(low)

    def _confidence(
        self, one: Quantity, predicate: Predicate | None, voice: Voice,
        held: tuple[Scope | None, tuple[Scope, ...]], stance: Stance,
    ) -> int:  # fmt: skip
        """Return how sure the reading is, in per cent; ``held`` are its date and its scopes."""
        when, scopes = held
        if predicate is None or not predicate.measure or predicate.rule in UNSURE:
            return REVIEW
        if (when is not None and not when.code) or self._open(one, predicate, stance):
            return REVIEW
        if predicate.rule == PART and not scopes:
            return REVIEW
        parted = one.role in _PARTS and not predicate.who
        parted = parted or (one.role == "remaining" and not any(s.slot for s in scopes))
        if parted and predicate.inherited:
            return REVIEW
        if (stance in _NOBODYS_OWN and not voice.chain) or not _NOBODYS.isdisjoint(voice.rules):
            return REVIEW
        return LIKELY if predicate.inherited or voice.inferred else SURE

    def _moved(self, predicate: Predicate) -> bool:
        """Return whether a thing moved from one level to another, and no word was changed."""
        return predicate.term is None and _REVISED.isdisjoint(w.low for w in self.sentence.words)

    def _open(self, one: Quantity, predicate: Predicate, stance: Stance) -> bool:
        """Return whether a figure answers no question, or not the one that is asked."""
        words = self.sentence.words
        if one.role == "former" and (self._moved(predicate) or instead(self.sentence, one)):
            return True
        if one.kind == "money" and predicate.measure in _NO_MONEY:
            return True  # what a budget cuts is no number of jobs
        if none(one) and not counts_none(words, one.start, one.end, predicate.span):
            return True
        if predicate.span is not None:
            span = predicate.span
            if short_of(words, one.start, span) or wished(words, one.start, span):
                return True
            if negated(words, one.start, predicate.span) and not known(words, one.start):
                return True  # nine who were not rescued are no denial of nine who were
        return not_said(words, one.start) or (stance.affirms and unsettled(words, one.start))

    def _quote(self, one: Quantity, by: Attribution | None) -> tuple[Slot, ...]:
        """Return the words said: the content that holds the figure, else its sentence."""
        text = self.document.text
        if by is not None:
            for start, end in by.content:
                if start <= one.start < end:
                    return (Slot.of(text, (min(start, one.start), max(end, one.end))),)
        return (Slot.of(text, (self.sentence.start, self.sentence.end)),)


def _spoken(place: Place, by: Attribution) -> bool:
    """Return whether a place is only where somebody spoke, behind all that he said."""
    cue = by.cue
    behind = cue is not None and bool(by.content) and place.start >= cue[1]
    return behind and cue is not None and all(end <= cue[0] for _, end in by.content)


def _both(text: str, sentence: Sentence) -> list[Scope]:
    """Return the two sides of a swap, where the sentence names them."""
    found = sides(sentence.words)
    return [
        Scope("side", "both", Slot.of(text, (first, last)), parts=parts)
        for first, last, parts in ([found] if found else [])
    ]


def _readings(one: Quantity) -> tuple[Figure, ...]:
    """Return the ways to take a figure: each, total, or as it is."""
    if one.spread is None:
        return (one.figure,)
    return (one.figure.model_copy(update={"spread": Spread(one.spread), "over": NO_SIDE}),)


def _rules(
    one: Quantity, predicate: Predicate | None, by: Attribution | None, voice: Voice, *,
    placed: tuple[str, ...], dated: Dated | None, mark: StanceMark | None,
) -> tuple[str, ...]:  # fmt: skip
    """Return the ids of all rules that fired."""
    fired = [*one.rules, *((predicate.rule,) if predicate else ()), *placed]
    fired += (*(by.rules if by is not None else ()), *voice.rules)
    fired += [dated.rule] if dated is not None else []
    fired += mark.rules if mark is not None else ()
    return tuple(dict.fromkeys(fired))
