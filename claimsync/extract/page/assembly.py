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
from claimsync.extract.page.dating import Dating, instead, tells_why
from claimsync.extract.questions.counters import REVISES, counted_by
from claimsync.extract.questions.leads import PREDICTS
from claimsync.extract.questions.own_clause import (
    another_clause,
    found_as_cases,
    lies,
    parted,
)
from claimsync.extract.questions.predicates import PART, UNSURE
from claimsync.extract.questions.pronouns import them
from claimsync.extract.questions.propositions import (
    GLUED,
    MODALS,
    NOBODYS,
    VERSION,
    Voice,
    attributed,
    outlet_of,
    voice_of,
)
from claimsync.extract.questions.sides import sides
from claimsync.extract.questions.subject_words import HARMS
from claimsync.extract.questions.subjects import holders
from claimsync.extract.questions.terms import NEWSROOM
from claimsync.extract.questions.unsettled import (
    counts_none,
    disowned,
    known,
    negated,
    not_said,
    short_of,
    unsettled,
)
from claimsync.extract.stances.said import begged, foreign
from claimsync.extract.text.clauses import BE, PRONOUNS
from claimsync.extract.text.tokens import position
from claimsync.model.figure import Figure, Spread
from claimsync.model.stance import Phase, Stance

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimsync.extract.figures.quantities import Quantity
    from claimsync.extract.questions.dates import Dated
    from claimsync.extract.questions.places import Place
    from claimsync.extract.questions.predicates import Predicate
    from claimsync.extract.questions.sentences import Sentence
    from claimsync.extract.questions.subjects import Holder
    from claimsync.extract.stances.attribution import Attribution
    from claimsync.extract.stances.said import Said
    from claimsync.extract.stances.stances import StanceMark

NO_SIDE = "side"
_SELVES, _QUOTES = frozenset({"i", "we", "my", "our"}), frozenset("“\"‘'")
_REVISED = frozenset("revised corrected amended updated revises corrects".split())
_NEGATIONS = frozenset({"not", "never", "n't", "n’t", "didn't", "didn’t", "wasn't", "weren't"})
_CALLED_OFF = ("cancelled", "delayed")
_OUTLOOKS = frozenset("projection projections outlook".split())  # *put it at £61bn in a projection*
_AWAITED = frozenset({"expected", "forecast", "predicted", "due"})
_HAD = frozenset({"had", "have", "has"})
_CHANCES = frozenset({"chance", "probability", "likelihood"})
_PREPARED = [[verb, "for"] for verb in ("prepare", "preparing", "brace", "bracing", "braced")]
_RELATIVES, _NOUNS = frozenset({"that", "which", "who"}), 3  # words of what is counted
_MEANWHILE = frozenset({"as", "while", "after", "but"})
_ORDERS = frozenset("ordered told orders tells obliged required".split())
_ORDERED = 6  # words from an order to what is ordered
_OTHERS = frozenset("said says told that which who while but".split())  # of another clause
_ARTICLES = frozenset({"a", "the", "its", "their", "an"})
_OWNED, _GENITIVES = frozenset({"the", "its", "their", "his", "her", "our"}), ("'s", "’s")
_OWNER = 4  # words of whose it is
_WERE = frozenset({"was", "were", "had", "have", "has"})
_PLANS = {"planned": Phase.SCHEDULED, "scheduled": Phase.SCHEDULED, "proposed": Phase.PROPOSED}
_CLOSING = frozenset({"", ".", ",", ";", ":"})
_HAILS = frozenset("were was are is came come comes hailed".split())
_COMING = frozenset({"to", "will", "would"})
_BESIDES = ("foreseen",)
_TURN = ("label",)  # all of a transcript's turn, or of a post, is told by one
_PARTS = frozenset({"included", "part"})  # some of those just counted, not all
_NOBODYS = frozenset({NOBODYS, GLUED, VERSION})  # told by no one, or not any more
_NO_MONEY = frozenset(term.measure for term in NEWSROOM if term.unit == "person") | {"jobs cut"}
_NOBODYS_OWN = frozenset({Stance.DENIES, Stance.QUESTIONS})  # nothing, if nobody takes it
_OF_A_CLAUSE = frozenset({Stance.DENIES, Stance.EXPECTS})  # what one verb of several takes
_PROJECTIONS = frozenset("projection projections forecast forecasts prediction predictions".split())
_BY = frozenset({"by", "from", "of", "for"})
_SUBJECT = 80  # characters between a figure and its verb


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
                yield self._draft(worth, asked)
            else:
                yield self._draft(one, predicate)

    def _draft(self, one: Quantity, predicate: Predicate | None) -> ClaimDraft:
        """Return the draft of one figure: what, where and when, and who says it how."""
        by = self._said_by(one)
        mark = self._mark(one.start, one.end)
        if mark is not None and by is not None and foreign(mark, by):
            mark = None
        place, shared = self.sentence.place_of((one.start, one.end))
        if one.role == "remaining" and self._before_it(place, one):
            place, shared = None, False  # *41 were taken to Kolm, the other 12 were flown out*
        dated = Dating(self.document.text, self.sentence, self.marks).of(one, by, predicate)
        when = dated.when
        voice = self._voice(one, by, mark)
        stance, phase, phase_slot = self._stance(one, by, mark, predicate)
        if predicate is not None and predicate.measure.endswith(_CALLED_OFF):
            phase = phase_slot = None  # the measure says so
        predicts = voice.cue is not None and (voice.cue.text in PREDICTS or _projected(voice))
        if stance is Stance.ASSERTS and predicts and not (one.role == "former" and self._over(one)):
            stance = Stance.EXPECTS
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

    def _said_by(self, one: Quantity) -> Attribution | None:
        """Return the attribution that a figure stands in, if the page goes on with it."""
        by = self.said.around(one.number_start)
        if (
            by is not None
            and by.inferred
            and by.rules[:1] != _TURN
            and (
                self._writes(by)
                or (
                    one.kind == "measure"
                    and lies(self.sentence.words, one.unit[1] if one.unit else one.end)
                )
            )
        ):
            by = None
        return by or self._behind(one)

    def _scopes(
        self, one: Quantity, predicate: Predicate | None, place: Place | None
    ) -> Iterator[Scope]:
        """Yield where a figure holds, and of whom."""
        text = self.document.text
        if place is not None:
            where = Slot.of(text, (place.start, place.end))
            home = place.lead == "from" and self._hails(place.start)
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
        if term is not None and term.event:
            return ()
        sentence = self.sentence
        elided = asked is not None and not sentence.start <= asked[0] < sentence.end
        verb = self.document.text[slice(*asked)].casefold() if asked else ""
        acts = term is not None and verb in term.before.split("|") and not predicate.inherited
        return holders(
            sentence.words, (one.start, one.end), None if elided else asked, acts=acts,
            has=predicate.measure not in HARMS, whose=predicate.whose, off=self.off,
        )  # fmt: skip

    def _hails(self, offset: int) -> bool:
        """Return whether a place is where people are from: *seven of the dead were from Norra*."""
        near = [word.text.casefold() for word in self.sentence.words if word.start < offset][-3:]
        return not _HAILS.isdisjoint(near) and near[-1:] in (["from"], ["the"])

    def _behind(self, one: Quantity) -> Attribution | None:
        """Return the one attribution of a sentence that is set behind what it tells."""
        mine = [by for by in self.said.of(self.sentence.start, self.sentence.end) if by.chain]
        by = mine[0] if len({by.chain for by in mine}) == 1 else None
        if by is None or by.cue is None or by.source is None or by.rules[:1] == _BESIDES:
            return None
        first, last = min(by.cue[0], by.source[0]), max(by.cue[1], by.source[1])
        text = self.document.text
        told = any(start < first for start, _ in by.content)
        aside = text[:first].rstrip().endswith(",") and text[last : last + 1] in _CLOSING
        if self.sentence.block.kind == "heading" and ";" in text[one.end : first]:
            return None  # a headline tells several things
        if one.end <= first:
            return by if told or aside else None
        goes_on = text.startswith((", and ", ", but "), last)  # "…, X said, and 30 more …"
        return by if (told or aside) and goes_on else None

    def _voice(self, one: Quantity, by: Attribution | None, mark: StanceMark | None) -> Voice:
        """Return who tells a figure: who is said to, or who expects or denies it."""
        figure = one.start, one.end
        beside = by is not None and not any(a <= one.start < b for a, b in by.content)
        carried = by is None or by.inferred or beside or "passive" in by.rules
        counts = counted_by(self.document, self.sentence, figure) if carried else None
        if by is not None and counts is None:
            return self._attributed(by, figure)
        if counts is not None:
            return counts
        if mark is not None and (whose := self._relative(one, mark)) is not None:
            return whose
        said = self.document.text[slice(*mark.cue)].casefold().split() if mark is not None else []
        verbal = mark is not None and said[0] not in MODALS  # *will have* tells of no source
        if mark is None or mark.stance is Stance.ASSERTS or not verbal:
            return Voice(outlet_of(self.document))
        return voice_of(self.document, self.sentence, (), mark)

    def _attributed(self, by: Attribution, figure: tuple[int, int]) -> Voice:
        """Return the voice of an attribution, or who counts the figure within what is carried on.

        *It has asked for 6%; the government has offered 3.5%*; *a first version said X counted 12*.
        """
        asked = begged(self.document.text, by)
        told = Voice(outlet_of(self.document)) if asked else attributed(self.document, by)
        version = VERSION in told.rules
        if not (by.inferred or version):
            return told
        own = counted_by(self.document, self.sentence, figure, offers=True)
        named = own is not None and own.chain[-1].name.casefold() not in PRONOUNS
        return own if own is not None and (version or named) else told

    def _relative(self, one: Quantity, mark: StanceMark) -> Voice | None:
        """Return whose plan *according to X, which plans to put up 12 tents* tells."""
        text = self.document.text
        for by in self.said.of(self.sentence.start, self.sentence.end):
            if by.source is None or mark.cue[0] < by.source[1]:
                continue
            between = text[by.source[1] : mark.cue[0]]
            if between.strip() in {", which", ", who"} and one.start > mark.cue[0]:
                return attributed(self.document, by)
        return None

    def _writes(self, by: Attribution) -> bool:
        """Return whether whoever writes speaks for himself, outside quotes: *I counted 112*."""
        words = self.sentence.words
        return bool(words) and words[0].low in _SELVES and (
            self.document.text[by.content[0][0] - 1] not in _QUOTES
        )  # fmt: skip

    def _mark(self, offset: int, end: int) -> StanceMark | None:
        """Return the stance that bears on ``offset``, the nearest if several do."""
        near = [
            (mark.target[1] - mark.target[0], at)
            for at, mark in enumerate(self.marks)
            if "negates" not in mark.rules
            and not (offset < mark.cue[0] and self._named_forecast(mark))
            and not (mark.stance is Stance.EXPECTS and self._tells_why(offset))
            and mark.target is not None
            and mark.target[0] <= offset < mark.target[1]
        ] or [
            (mark.cue[0] - offset, at)
            for at, mark in enumerate(self.marks)
            if mark.stance is Stance.EXPECTS
            and self._leads_to(end, mark.cue[0])
            and not self._named_forecast(mark)
        ]
        return self.marks[min(near)[1]] if near else None

    def _tells_why(self, offset: int) -> bool:
        """Return whether a figure tells why something is yet to come."""
        return tells_why(self.document.text, self.marks, offset)

    def _leads_to(self, offset: int, cue: int) -> bool:
        """Return whether a figure that ends at ``offset`` is the subject: *900 posts may go*."""
        between = self.document.text[offset:cue]
        near = 0 < cue - offset < _SUBJECT and not any(mark in between for mark in ",;:.()\n")
        return near and not another_clause(between) and _OTHERS.isdisjoint(between.split())

    def _named_forecast(self, mark: StanceMark) -> bool:
        """Return whether a forecast is a thing that is compared: *beating a forecast of 2%*."""
        before = self.document.text[: mark.cue[0]][-_SUBJECT:].split()[-1:]
        said = self.document.text[slice(*mark.cue)].casefold().split()[:1]
        return said == ["forecast"] and before != [] and before[0].casefold() in _ARTICLES

    def _stance(
        self, one: Quantity, by: Attribution | None, mark: StanceMark | None,
        predicate: Predicate | None,
    ) -> tuple[Stance, Phase | None, Slot | None]:  # fmt: skip
        """Return stance and phase of a figure, and the words that say the phase."""
        stance = mark.stance if mark is not None else self._told_of(one, by)
        if stance is Stance.CONFIRMS and found_as_cases(self.sentence.words, one.start):
            stance = Stance.ASSERTS
        stance, planned = self._coming(one, predicate, stance)
        if stance is Stance.ASSERTS and self._negated(one, predicate):
            stance = Stance.DENIES
        owned = by is not None and "claims" in by.rules  # "X's claim that 12 died was wrong" is X's
        if stance.affirms and not owned and disowned(self.sentence.words, one.start, one.end):
            stance = Stance.DENIES
        if stance is Stance.DENIES and mark is None and _none(one) and self._only_none(one):
            stance = Stance.ASSERTS  # *there were no deaths* says that there were none
        if mark is not None and mark.phase is not None:
            return stance, mark.phase, Slot.of(self.document.text, mark.cue)
        if stance is Stance.EXPECTS and planned is not None:
            return stance, planned, None
        if predicate is not None and predicate.term is not None and predicate.term.event:
            agreed = self._agreed(one)
            if agreed is not None:
                return stance, Phase.AGREED, agreed
            if self._planned(predicate):
                return stance, Phase.SCHEDULED, None
            if stance is not Stance.EXPECTS:
                return stance, Phase.COMPLETED, None
        return stance, None, None

    def _coming(
        self, one: Quantity, predicate: Predicate | None, stance: Stance
    ) -> tuple[Stance, Phase | None]:
        """Return the stance on what is yet to come, and how far it has come as the text says it."""
        if stance is Stance.EXPECTS and self._of_all(one):
            return Stance.ASSERTS, None
        if stance is Stance.EXPECTS and one.role == "former" and self._over(one):
            return Stance.ASSERTS, None
        planned = self._planned_noun(one) or self._to_come(predicate)
        if stance.affirms and planned is not None:
            return Stance.EXPECTS, planned
        if stance is Stance.ASSERTS and self._awaited(one, predicate):
            return Stance.EXPECTS, Phase.SCHEDULED if self._heads(predicate) else None
        if stance is Stance.ASSERTS and self.sentence.opener.plans and not self._of_all(one):
            return Stance.EXPECTS, None
        return stance, None

    def _of_all(self, one: Quantity) -> bool:
        """Return whether a figure is a whole that is there: *60 of its 240 shops will close*."""
        words = self.sentence.words
        at = position(words, one.start)
        owner = at > 1 and (words[at - 1].low in _OWNED or words[at - 1].low.endswith(_GENITIVES))
        return owner and any(word.low == "of" for word in words[max(at - _OWNER, 0) : at - 1])

    def _told_of(self, one: Quantity, by: Attribution | None) -> Stance:
        """Return the stance of who tells a figure; what is negated beside it is not the figure.

        *62% of the shift had not turned up* denies nothing of the 62%.
        """
        stance = _said(by)
        if stance is Stance.EXPECTS and self._tells_why(one.start):
            return Stance.ASSERTS
        if by is None or not (stance in _OF_A_CLAUSE or stance.withholds):
            return stance
        beside = any(
            mark.stance is stance
            and mark.target is not None
            and not mark.target[0] <= one.start < mark.target[1]
            and any(start <= mark.cue[0] < end for start, end in (*by.content, by.cue or (0, 0)))
            and (
                stance is not Stance.EXPECTS
                or parted(self.document.text[mark.target[1] : one.start])
                or another_clause(self.document.text[one.end : mark.cue[0]])
            )
            for mark in self.marks
        )
        return Stance.ASSERTS if beside else stance

    def _only_none(self, one: Quantity) -> bool:
        """Return whether all that is denied in a sentence is what *no* itself denies."""
        return all(
            "negates" in mark.rules or mark.cue[0] <= one.start < mark.cue[1]
            for mark in self.marks
            if mark.stance is Stance.DENIES
        )

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
        if _none(one) and not counts_none(words, one.start, one.end, predicate.span):
            return True
        if predicate.span is not None:
            if short_of(words, one.start, predicate.span):
                return True
            if negated(words, one.start, predicate.span) and not known(words, one.start):
                return True  # nine who were not rescued are no denial of nine who were
        return not_said(words, one.start) or (stance.affirms and unsettled(words, one.start))

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
        far = low in _RELATIVES and at - position(words, end) > _NOUNS
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
        return heading and predicate is not None and not event and self._planned(predicate)

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

    def _over(self, one: Quantity) -> bool:
        """Return whether what a forecast is compared with was: *down from 22 in 2027*."""
        dated = self.sentence.date_of((one.start, one.end), ())
        page = (self.document.said_at or "")[: len("2027")]
        return dated is not None and bool(dated.period) and dated.period[: len("2027")] < page

    def _negated(self, one: Quantity, predicate: Predicate | None) -> bool:
        """Return whether a figure is said not to hold: *did not kill 12 people*."""
        if predicate is None or predicate.span is None:
            return False
        if negated(self.sentence.words, one.start, predicate.span):
            return True
        start = min(one.start, predicate.span[0])
        none_such = self._before(one.start)[-1:] == ["no"]  # *there were no 12 dead*
        return none_such or not _NEGATIONS.isdisjoint(self._before(start))

    def _agreed(self, one: Quantity) -> Slot | None:
        """Return the words that make a plan of what happens: *agreed to exchange 314*."""
        words = self.sentence.words
        for word in words[: position(words, one.start)]:
            if word.low in {"agreed", "agree", "agrees"}:
                return Slot(word.start, word.end, word.text)
        return None

    def _planned(self, predicate: Predicate) -> bool:
        """Return whether what happens is yet to come: *to exchange 314*, *to be exchanged*."""
        start, end = predicate.span or (0, 0)
        if self.document.text[start:end].casefold().startswith(("to be ", "would be ")):
            return True
        before = self._before(start)
        return bool(before) and (before[-1] in _COMING or before == ["to", "be"])

    def _before(self, offset: int) -> list[str]:
        """Return the two words before an offset."""
        words = self.sentence.words
        stop = position(words, offset)
        return [word.low for word in words[max(stop - 2, 0) : stop]]

    def _quote(self, one: Quantity, by: Attribution | None) -> tuple[Slot, ...]:
        """Return the words said: the content that holds the figure, else its sentence."""
        text = self.document.text
        if by is not None:
            for start, end in by.content:
                if start <= one.start < end:
                    return (Slot.of(text, (min(start, one.start), max(end, one.end))),)
        return (Slot.of(text, (self.sentence.start, self.sentence.end)),)


def _none(one: Quantity) -> bool:
    """Return whether a figure is none: *no one*, *no deaths*."""
    return one.figure.number is not None and one.figure.number.digits == 0


def _both(text: str, sentence: Sentence) -> list[Scope]:
    """Return the two sides of a swap, where the sentence names them."""
    found = sides(sentence.words)
    return [
        Scope("side", "both", Slot.of(text, (first, last)), parts=parts)
        for first, last, parts in ([found] if found else [])
    ]


def _projected(voice: Voice) -> bool:
    """Return whether a projection is what tells a figure: *the forecast puts growth at 2%*."""
    source = voice.chain[-1].slot if voice.chain else None
    words = source.text.casefold().split() if source is not None else []
    last = next((at for at, word in enumerate(words) if word in _BY), len(words))
    return last > 0 and words[last - 1] in _PROJECTIONS


def _said(by: Attribution | None) -> Stance:
    """Return the stance of an attribution; what nobody is said to say is asserted."""
    return by.stance if by is not None else Stance.ASSERTS


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
