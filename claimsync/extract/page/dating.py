"""When a figure holds: its day, what day it is as of, and when within the page it was said."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimsync.extract.drafts import EARLIER, LATER, Scope, Slot
from claimsync.extract.page.continuing import NOW
from claimsync.extract.questions.dates import AS_OF, day_of
from claimsync.extract.questions.later import another, hours_later
from claimsync.extract.questions.own_clause import (
    BACK,
    day_in,
    days_apart,
    looks_back,
    risen,
    tells_past,
)
from claimsync.extract.questions.quarters import PART
from claimsync.extract.questions.stretches import MONTHS
from claimsync.extract.questions.years import MONTHS_TO
from claimsync.extract.stances.senses import SPEECH
from claimsync.extract.text.closed_words import is_past
from claimsync.extract.text.stamps import day_and_part
from claimsync.extract.text.tokens import position
from claimsync.model.stance import Stance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimsync.extract.figures.quantities import Quantity
    from claimsync.extract.questions.dates import Dated
    from claimsync.extract.questions.predicates import Predicate
    from claimsync.extract.questions.sentences import Sentence
    from claimsync.extract.stances.attribution import Attribution
    from claimsync.extract.stances.stances import StanceMark

_FORMERLY = frozenset("earlier previously formerly initially originally first".split())
_SPANS = frozenset({"year", "quarter", "month", "season"})
_REPORTED = frozenset({PART, MONTHS_TO, MONTHS})  # when somebody speaks is a day
_BESIDE = 8  # characters between a cue and its "later"
# What befalls people when something happens, and how they are since.
_BEFALLS = frozenset({"killed", "injured", "casualties", "bodies found", "arrested", "rescued",
                      "survivors", "attendance"})  # fmt: skip
_SINCE = frozenset({"missing", "hospitalised", "treated", "trapped", "evacuated"})
_STILL = frozenset({"still", "now", "currently"})
# What lasts long is of no one day: *died in the war*.
_LONG = frozenset(
    "since war wars conflict invasion occupation pandemic epidemic outbreak insurgency uprising"
    " crisis famine drought campaign".split()
)
_LASTED = SPEECH | frozenset("had held owned employed ran served lived stood cost".split())
_STATES = frozenset({"people employed", "entitled to vote"})  # of no one day


class Times(NamedTuple):
    """The times of a figure; ``read`` is the date in its words, ``days`` one without a calendar."""

    stamp: str | None
    when: Scope | None = None
    as_of: Scope | None = None
    days: tuple[Scope, ...] = ()
    read: Dated | None = None

    @property
    def elsewhere(self) -> bool:
        """Whether the day was told in other words than those that date the figure."""
        slot = self.when.slot if self.when is not None else None
        read = self.read.start if self.read is not None else None
        return self.when is not None and (slot is None or slot.start != read)


def tells_why(text: str, marks: Sequence[StanceMark], offset: int) -> bool:
    """Return whether a figure at ``offset``, behind what is yet to come, tells why it is."""
    return any(
        mark.cue[1] < offset and looks_back(text[mark.cue[1] : offset])
        for mark in marks
        if mark.stance is Stance.EXPECTS
    )


def instead(sentence: Sentence, one: Quantity) -> bool:
    """Return whether a figure is only set aside: *three nests, not six*."""
    near = [word.text.casefold() for word in sentence.words if word.end <= one.start][-1:]
    return near in (["not"], ["than"])


def _awaits(predicate: Predicate) -> bool:
    """Return whether something may be agreed on before it is done, as an exchange is."""
    return predicate.term is not None and predicate.term.event is not None


class Dating(NamedTuple):
    """Dates the figures of one sentence."""

    text: str
    sentence: Sentence
    marks: Sequence[StanceMark]

    def of(
        self, one: Quantity, by: Attribution | None, predicate: Predicate | None, *, happened: bool
    ) -> Times:
        """Return the times of a figure; what has not ``happened`` is of no day of the page's."""
        stamp, dated = self._stamp(one, by), self._date(one, by)
        if dated is None and "goal" not in one.rules:
            return Times(stamp, self._told(self._around(one, predicate, stamp, happened=happened)))
        if dated is None or self._of_what_comes(one, dated):
            return Times(stamp)
        return self._read(one, predicate, dated, stamp)

    def _of_what_comes(self, one: Quantity, dated: Dated) -> bool:
        """Return whether a date is of what is to come, and a figure tells why it does.

        *Alder will close in May after 12 men died*; *cut its outlook after sales in May fell 12%*.
        """
        if dated.end > one.start or not tells_why(self.text, self.marks, one.start):
            return False
        ahead = min(mark.cue[1] for mark in self.marks if mark.stance is Stance.EXPECTS)
        return BACK.isdisjoint(self.text[ahead : dated.start].casefold().split())

    def _date(self, one: Quantity, by: Attribution | None) -> Dated | None:
        """Return the date among what is said, else the one that dates it from outside."""
        told = by.content if by is not None else ()
        inside = any(start <= one.start < end for start, end in told)
        dated = self.sentence.date_of((one.start, one.end), told if inside else ())
        return self._beside(one, by) if dated is None and by is not None and inside else dated

    def _read(
        self, one: Quantity, predicate: Predicate | None, dated: Dated, stamp: str | None
    ) -> Times:
        """Return the times that a date in the words of a figure tells."""
        named = Slot.of(self.text, (dated.start, dated.end))
        vague = dated.rule == "date/vague"
        former = vague and _FORMERLY.intersection(named.text.casefold().split())
        if former and (self._between(one, named.start) or self._of_last(one, named)):
            return Times(stamp)  # *nine, up from six earlier in the day, but he says ten*
        if vague and not _SPANS.isdisjoint(named.text.casefold().split()):
            then = None if one.role == "former" else stamp  # another time's, and no word taken back
            return Times(then, Scope("when", "", named), read=dated)
        if former and not another(self.sentence.words, named.start):
            return Times(EARLIER, read=dated)
        if dated.rule == AS_OF or (dated.period and self._risen(one, predicate, dated)):
            held = self._held(predicate, dated, named)
            return Times(stamp, held, Scope("as of", dated.period, named), read=dated)
        if dated.period or vague:
            span = one.role == "former" and day_of(dated.period) is None  # up from 40 last year
            return Times(None if span else stamp, Scope("when", dated.period, named), read=dated)
        # A day of an undated page is told from other days by its name.
        return Times(stamp, days=(Scope("day", day_in(named.text), named),), read=dated)

    def _held(self, predicate: Predicate | None, dated: Dated, named: Slot) -> Scope | None:
        """Return the day of what is counted up to a date: *by 9 p.m.* is that of the same day."""
        day, clock, _ = dated.period.partition("T")
        if clock:
            return Scope("when", day, named)
        term = predicate.term if predicate is not None else None
        if term is None or term.unit != "person":
            return None  # what goes on, as a fire does, is of no one day
        return self._told(self.sentence.told.counted)

    def _told(self, told: Dated | None) -> Scope | None:
        """Return a day told elsewhere as when something happened."""
        if told is None:
            return None
        slot = Slot.of(self.text, (told.start, told.end)) if told.start < told.end else None
        return Scope("when", told.period, slot)

    def _around(
        self, one: Quantity, predicate: Predicate | None, stamp: str | None, *, happened: bool
    ) -> Dated | None:
        """Return the day that a figure without one goes on with: what is so now is of no day."""
        told, words = self.sentence.told, self.sentence.words
        if not any(told):
            return None
        low = [word.low for word in words]
        if days_apart(low[: position(words, one.start)]):
            return None
        now = not NOW.isdisjoint(low)
        if told.before is not None and not now and tells_past(words):
            return told.before
        measure = predicate.term.measure if predicate and predicate.term else ""
        if stamp == EARLIER or one.kind != "count" or not happened or not _LONG.isdisjoint(low):
            return None
        if measure in _BEFALLS or (measure in _SINCE and _STILL.isdisjoint(low)):
            return told.event or (None if now else told.back)
        lasts = now or measure in _STATES or (predicate is not None and _awaits(predicate))
        happens = any(is_past(word) and word not in _LASTED for word in low)
        return told.event if happens and not lasts else None

    def _beside(self, one: Quantity, by: Attribution) -> Dated | None:
        """Return the date of what is told that stands outside it.

        It dates what *which police said* is of, or the survey that says so.
        """
        spans = [span for span in (by.source, by.cue) if span is not None]
        if not spans:
            return None
        first = self.sentence.dates[0] if self.sentence.dates else None
        if first is not None and first.rule in _REPORTED and first.end <= min(spans)[0]:
            return first  # *for the fourth quarter, the firm reported*
        surveyed = self.sentence.surveyed(by.source) if by.source is not None else None
        if surveyed is not None:
            return surveyed
        content = max((start for start, _ in by.content if start <= one.start), default=0)
        return self.sentence.date_under(min(spans)[0], content, SPEECH)

    def _risen(self, one: Quantity, predicate: Predicate | None, dated: Dated) -> bool:
        """Return whether a date is when a toll rose: *the death toll rose to 212 on Sunday*."""
        if predicate is None or predicate.span is None or dated.start < one.end:
            return False
        if predicate.term is None or predicate.term.unit != "person":
            return False
        return risen(self.sentence.words, predicate.span[1], one.start)

    def _of_last(self, one: Quantity, named: Slot) -> bool:
        """Return whether a word is of the figure right before it, and a figure stands clauses on.

        *Up from six earlier in the day, he said, but she put it at ten.*
        """
        held = any(
            other.end <= named.start and not self.text[other.end : named.start].strip()
            for other, _ in self.sentence.figures
        )
        return held and "," in self.text[named.end : one.start]

    def _between(self, one: Quantity, offset: int) -> bool:
        """Return whether another figure stands between a figure and a word behind it."""
        from_it = any(lead in self.text[one.end : offset] for lead in (" up from ", " down from "))
        return from_it or any(one.end <= each.start < offset for each, _ in self.sentence.figures)

    def _stamp(self, one: Quantity, by: Attribution | None) -> str | None:
        """Return when it was said within the page: by the clock, earlier, or later."""
        if one.role == "former":
            return None if instead(self.sentence, one) else EARLIER
        if (
            by is not None
            and self.sentence.block.said_at is None
            and hours_later(self.sentence.words)
        ):
            return LATER
        if by is not None and by.cue is not None and self.sentence.block.said_at is None:
            for word in self.sentence.words:
                beside = -_BESIDE <= word.start - by.cue[1] <= _BESIDE
                if beside and word.low == LATER:
                    return LATER
        return self.sentence.block.said_at or self._said_on(by)

    def _said_on(self, by: Attribution | None) -> str | None:
        """Return the day and the part of it when something was said, as the sentence tells.

        *On Monday evening, the governor said 12 had died.*
        """
        if by is None or by.cue is None:
            return None
        outside = [
            one for one in self.sentence.dates
            if not any(start <= one.start < end for start, end in by.content)
        ]  # fmt: skip
        if len(outside) != 1:
            return None
        return day_and_part(outside[0].period, self.text[outside[0].start : outside[0].end])
