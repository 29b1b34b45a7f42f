"""What a sentence does with a figure: asserts, expects or denies it, and in which phase."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimsync.extract.drafts import Document, Slot
from claimsync.extract.page.coming import Coming, words_before
from claimsync.extract.page.dating import tells_why
from claimsync.extract.questions.leads import PREDICTS
from claimsync.extract.questions.own_clause import another_clause, found_as_cases, parted
from claimsync.extract.questions.unsettled import disowned, negated
from claimsync.extract.text.closed_words import RELATIVES
from claimsync.model.stance import Phase, Stance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimsync.extract.figures.quantities import Quantity
    from claimsync.extract.questions.predicates import Predicate
    from claimsync.extract.questions.sentences import Sentence
    from claimsync.extract.questions.tellers import Voice
    from claimsync.extract.stances.attribution import Attribution
    from claimsync.extract.stances.stances import StanceMark

_NEGATIONS = frozenset({"not", "never", "n't", "n’t", "didn't", "didn’t", "wasn't", "weren't"})
_OTHERS = frozenset("said says told that which who while but".split())  # of another clause
_ARTICLES = frozenset({"a", "the", "its", "their", "an"})
_OF_A_CLAUSE = frozenset({Stance.DENIES, Stance.EXPECTS})  # what one verb of several takes
_PROJECTIONS = frozenset("projection projections forecast forecasts prediction predictions".split())
_BY = frozenset({"by", "from", "of", "for"})
_COUNTED = 4  # words: *young people who*
_SUBJECT = 80  # characters between a figure and its verb


class Standing(NamedTuple):
    """Tells the stance of the figures of one sentence."""

    document: Document
    sentence: Sentence
    marks: Sequence[StanceMark]

    def mark(self, one: Quantity, predicate: Predicate | None) -> StanceMark | None:
        """Return the stance that bears on a figure, the nearest if several do."""
        offset = one.start
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
            and (self._leads_to(one.end, mark.cue[0]) or self._of_them(one, predicate, mark))
            and not self._named_forecast(mark)
        ]
        return self.marks[min(near)[1]] if near else None

    def of(
        self, one: Quantity, by: Attribution | None, voice: Voice, mark: StanceMark | None,
        predicate: Predicate | None,
    ) -> tuple[Stance, Phase | None, Slot | None]:  # fmt: skip
        """Return stance and phase of what ``voice`` tells, and the words that say the phase."""
        stance, phase, slot = self._stance(one, by, mark, predicate)
        predicts = voice.cue is not None and (voice.cue.text in PREDICTS or _projected(voice))
        if stance is not Stance.ASSERTS or not predicts:
            return stance, phase, slot
        past = one.role == "former" and Coming(self.document, self.sentence).over(one)
        return (stance if past else Stance.EXPECTS), phase, slot

    def _stance(
        self, one: Quantity, by: Attribution | None, mark: StanceMark | None,
        predicate: Predicate | None,
    ) -> tuple[Stance, Phase | None, Slot | None]:  # fmt: skip
        """Return stance and phase of a figure, and the words that say the phase."""
        stance = mark.stance if mark is not None else self._told_of(one, by, predicate)
        if stance is Stance.CONFIRMS and found_as_cases(self.sentence.words, one.start):
            stance = Stance.ASSERTS
        coming = Coming(self.document, self.sentence)
        stance, planned = coming.stands(one, predicate, stance)
        if stance is Stance.ASSERTS and self._negated(one, predicate):
            stance = Stance.DENIES
        owned = by is not None and "claims" in by.rules  # "X's claim that 12 died was wrong" is X's
        if stance.affirms and not owned and disowned(self.sentence.words, one.start, one.end):
            stance = Stance.DENIES
        if stance is Stance.DENIES and mark is None and none(one) and self._only_none(one):
            stance = Stance.ASSERTS  # *there were no deaths* says that there were none
        if mark is not None and mark.phase is not None:
            return stance, mark.phase, Slot.of(self.document.text, mark.cue)
        if stance is Stance.EXPECTS and planned is not None:
            return stance, planned, None
        if predicate is not None and predicate.term is not None and predicate.term.event:
            agreed = coming.agreed(one)
            if agreed is not None:
                return stance, Phase.AGREED, agreed
            if coming.planned(predicate):
                return stance, Phase.SCHEDULED, None
            if stance is not Stance.EXPECTS:
                return stance, Phase.COMPLETED, None
        return stance, None, None

    def _told_of(
        self, one: Quantity, by: Attribution | None, predicate: Predicate | None
    ) -> Stance:
        """Return the stance of who tells a figure; what is negated beside it is not the figure.

        *62% of the shift had not turned up* denies nothing of the 62%.
        """
        stance = _said(by)
        if stance is Stance.EXPECTS and self._tells_why(one.start):
            return Stance.ASSERTS
        if by is None or not (stance in _OF_A_CLAUSE or stance.withholds):
            return stance
        asked = predicate.span if predicate is not None else None
        done = asked is not None and asked[0] < one.start
        beside = any(
            mark.stance is stance
            and mark.target is not None
            and not mark.target[0] <= one.start < mark.target[1]
            and any(start <= mark.cue[0] < end for start, end in (*by.content, by.cue or (0, 0)))
            and (
                stance is not Stance.EXPECTS
                or parted(self.document.text[mark.target[1] : one.start])
                or another_clause(self.document.text[one.end : mark.cue[0]])
                or (done and self._relative(one, mark))
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

    def _negated(self, one: Quantity, predicate: Predicate | None) -> bool:
        """Return whether a figure is said not to hold: *did not kill 12 people*."""
        if predicate is None or predicate.span is None:
            return False
        if negated(self.sentence.words, one.start, predicate.span):
            return True
        start = min(one.start, predicate.span[0])
        none_such = words_before(self.sentence, one.start)[-1:] == ["no"]  # *there were no 12 dead*
        return none_such or not _NEGATIONS.isdisjoint(words_before(self.sentence, start))

    def _tells_why(self, offset: int) -> bool:
        """Return whether a figure tells why something is yet to come."""
        return tells_why(self.document.text, self.marks, offset)

    def _leads_to(self, offset: int, cue: int) -> bool:
        """Return whether a figure that ends at ``offset`` is the subject: *900 posts may go*."""
        between = self.document.text[offset:cue]
        near = 0 < cue - offset < _SUBJECT and not any(mark in between for mark in ",;:.()\n")
        return near and not another_clause(between) and _OTHERS.isdisjoint(between.split())

    def _of_them(self, one: Quantity, predicate: Predicate | None, mark: StanceMark) -> bool:
        """Return whether what is counted only may be: *up to five people who may be trapped*."""
        asked = predicate.span if predicate is not None else None
        if asked is None or mark.target is None or not one.end <= mark.cue[0] <= asked[0]:
            return False
        return asked[0] < mark.target[1] and self._relative(one, mark)

    def _relative(self, one: Quantity, mark: StanceMark) -> bool:
        """Return whether a stance is of what is told of those counted: *12 people who may*."""
        between = self.document.text[one.end : mark.cue[0]].split()
        return 0 < len(between) <= _COUNTED and between[-1] in RELATIVES

    def _named_forecast(self, mark: StanceMark) -> bool:
        """Return whether a forecast is a thing that is compared: *beating a forecast of 2%*."""
        before = self.document.text[: mark.cue[0]][-_SUBJECT:].split()[-1:]
        said = self.document.text[slice(*mark.cue)].casefold().split()[:1]
        return said == ["forecast"] and before != [] and before[0].casefold() in _ARTICLES


def none(one: Quantity) -> bool:
    """Return whether a figure is none: *no one*, *no deaths*."""
    return one.figure.number is not None and one.figure.number.digits == 0


def _projected(voice: Voice) -> bool:
    """Return whether a projection is what tells a figure: *the forecast puts growth at 2%*."""
    source = voice.chain[-1].slot if voice.chain else None
    words = source.text.casefold().split() if source is not None else []
    last = next((at for at, word in enumerate(words) if word in _BY), len(words))
    return last > 0 and words[last - 1] in _PROJECTIONS


def _said(by: Attribution | None) -> Stance:
    """Return the stance of an attribution; what nobody is said to say is asserted."""
    return by.stance if by is not None else Stance.ASSERTS
