"""Which of the places in a sentence is that of a figure."""

from __future__ import annotations

from itertools import islice, pairwise
from typing import TYPE_CHECKING, NamedTuple

from claimsync.extract.questions.place_words import BARE, TAKEN
from claimsync.extract.text.closed_words import acting
from claimsync.extract.text.cues import CUES
from claimsync.extract.text.tokens import position

if TYPE_CHECKING:
    from claimsync.extract.figures.quantities import Quantity
    from claimsync.extract.questions.place_phrases import Place
    from claimsync.extract.questions.predicates import Predicate
    from claimsync.extract.text.tokens import Token

Span = tuple[int, int]
VOICE = "voice"  # what leads up to a place of who speaks
Told = tuple["Quantity", "Predicate | None"]  # a figure and what it is of
_JOINING = (["and"], ["but"], ["while"], ["as"], ["whereas"])
_SOME = frozenset({"including", "notably", "especially"})
_SUBJECT = 6  # words of *and doctors at the hospital in*
_BREATH = 3  # words between figures that are told together
_ARTICLES = frozenset({"the", "a", "an", "its", "their"})
_CLOSING = frozenset({",", ")"})
_RAISING = frozenset("bringing brings brought raising raised raises pushing pushed taking".split())
_TOLL = 10  # words of *bringing the number of people killed in the war to 41*
_JOINTS = frozenset({",", "and"})
_LEAD = 3  # words of *, in the*
_AGREED, _REACHED = (
    frozenset("reached signed brokered agreed struck negotiated".split()),
    2,
)  # words


class Placing(NamedTuple):
    """The words, the figures and the places of a sentence, with where it begins and ends."""

    start: int
    end: int
    words: tuple[Token, ...]
    figures: tuple[Told, ...]
    places: tuple[Place, ...]

    def of(self, figure: Span) -> tuple[Place | None, bool]:
        """Return the place of a figure, and whether it only shares it with another figure."""
        told = next((pair for pair in self.figures if pair[0].start == figure[0]), None)
        if told is None or not self.places:
            return None, False
        mine = tuple(place for place in self.places if not self._of_other(told, place))
        place, shared = self._replace(places=mine).own(figure)
        return place, shared or (place is not None and place.lead == VOICE)

    def _of_other(self, told: Told, place: Place) -> bool:
        """Return whether a place behind a figure tells how far, from whom, or who goes on to act.

        *12 km north of Kolm*, *3 million from Kolm*, *12 died, and doctors in Kolm warned of more*.
        """
        one, asked = told
        if not _AGREED.isdisjoint(self._low_before(place.start, _REACHED)):
            return True  # the deal signed in Kolm
        if place.start < one.end:
            return self._taken(one)
        leads = place.lead == "from"
        far = one.kind == "measure" and (
            place.start - one.end <= len(" kilometres ") or asked is None
            or asked.measure == "distance"
        )  # fmt: skip
        if (leads and one.kind == "money") or (far and (leads or "place/from" in place.rules)):
            return True
        if self._leads_on(one, place):
            return True
        first, stop = position(self.words, one.end), position(self.words, place.start)
        low = [word.low for word in self.words[first:stop]]
        if not _SOME.isdisjoint(low):
            return True  # three shelters, including one at Kolm school
        comma = max((at for at, word in enumerate(low) if word == ","), default=-1)
        joint = comma >= 0 and low[comma + 1 : comma + 2] in _JOINING
        after = position(self.words, place.end)
        verb = self.words[after].low if after < len(self.words) else ""
        return joint and len(low) - comma <= _SUBJECT and (acting(verb) or verb in CUES)

    def _taken(self, one: Quantity) -> bool:
        """Return whether those counted were taken elsewhere: *six were flown to the capital*."""
        at = position(self.words, one.end)
        behind = [word.low for word in self.words[at : at + _LEAD + 1]]
        return any(word in TAKEN and to == "to" for word, to in pairwise(behind))

    def _leads_on(self, one: Quantity, place: Place) -> bool:
        """Return whether a place behind a figure leads to the next; this one has one before it."""
        if not any(other.end <= one.start for other in self.places):
            return False
        starts = (other.start for other, _ in self.figures)
        following = next((start for start in starts if start >= place.end), None)
        return following is not None and self._right_before(following) == place

    def own(self, figure: Span) -> tuple[Place | None, bool]:
        """Return the place of a figure among those that may be its own.

        It stands behind the figure and before the next; else figures joined to it share the next
        place; else the sentence opens with it.
        """
        starts = sorted(
            one.start for one, _ in self.figures if figure[0] == one.start or not self._aside(one)
        )
        leads = self._right_before(figure[0])
        if leads is not None:
            return leads, False
        first, last = self._clause(figure)
        following = next((start for start in starts if start >= figure[1]), last)
        following = min(following, last)
        opening = [one for one in self.places if first <= one.start < figure[0]]
        if first > self.start and opening and opening[-1].lead != "from":
            return opening[-1], False  # "12 in Vell; in Ose, three were"
        shared = None if self._shared(following) else self._together(figure[1], starts)
        own = self._exact(figure[1], following) or shared
        if own is not None:
            held = self._held(figure, own)
            return held or self._inside(own), False
        apart = self._shared(following)  # 1,500 teachers, half of them in the north
        behind = None if apart else self._placed(following, self._break_behind(figure[1]))
        if behind is not None:
            return behind, False
        opens = self._raised(figure[0])
        told = (one for one in self.places if opens <= one.start and one.end <= figure[0])
        before = [one for one in told if one.lead != "from"]
        leading = [place for place in before if not any(place.start > start for start in starts)]
        if leading and leading[-1].start - self.start < figure[0] - self.start:
            return leading[-1], False
        alone = len(before) == 1 and not before[0].several
        return (before[0], True) if alone else (None, False)

    def _right_before(self, start: int) -> Place | None:
        """Return the place that leads to a figure: *12 died in A, in B nine*, *B, where nine did*.

        The first words of a sentence may lead to several figures.
        """
        told = next((one for one in reversed(self.places) if one.end <= start), None)
        if told is None or told.start <= self.start + len("In the "):
            return None
        after, stop = position(self.words, told.end), position(self.words, start)
        between = [word.low for word in self.words[after:stop]]
        if between[:2] == [",", "where"]:
            return told
        opens = not _JOINTS.isdisjoint(self._low_before(told.start, _LEAD))
        return told if opens and between in ([], [","]) else None

    def _inside(self, own: Place) -> Place:
        """Return a house in the town that opens the sentence: *In Kolm 12 died at a school*."""
        outer = self.places[0]
        opens = outer.start <= self.start + len("In the suburb of ") and outer.end <= own.start
        house = own.is_site and own.code.islower() and own.within is None and own.code not in BARE
        return own._replace(within=outer.code) if house and opens and not outer.is_site else own

    def _aside(self, one: Quantity) -> bool:
        """Return whether a figure stands aside: *12, among them three children, were killed*."""
        if self._low_before(one.start, 1) == ["("]:
            return True  # 150 kilometres an hour (93 mph)
        if one.role != "included":
            return False
        behind = [at for at, word in enumerate(self.words) if word.start >= one.end]
        closed = next((at for at in behind if self.words[at].text in _CLOSING), None)
        after = self.words[closed + 1].low if closed and closed + 1 < len(self.words) else ""
        return acting(after)

    def _low_before(self, start: int, many: int) -> list[str]:
        """Return so many words before an offset, in small letters."""
        at = position(self.words, start)
        return [word.low for word in self.words[max(at - many, 0) : at]]

    def _shared(self, start: int) -> bool:
        """Return whether the figure at ``start`` is a share of those told before it."""
        at = next((at for at, word in enumerate(self.words) if word.start >= start), 0)
        kind = next((one.kind for one, _ in self.figures if one.start == start), "")
        low = [word.low for word in self.words[at : at + _BREATH]]
        return kind == "share" and low[1:] in (["of", "them"], ["of", "whom"])

    def _clause(self, figure: Span) -> Span:
        """Return where the piece between semicolons that holds a figure begins and ends."""
        marks = [word.start for word in self.words if word.text == ";"]
        first = max((at for at in marks if at < figure[0]), default=self.start)
        return first, min((at for at in marks if at >= figure[1]), default=self.end)

    def _together(self, end: int, starts: list[int]) -> Place | None:
        """Return the place that a figure shares with those told in one breath with it.

        *Nine killed, 51 hurt near Norra* happened in one place; *four died, and nine in Sumy* did
        not: there the next figure is short for the same.
        """
        for start in islice((start for start in starts if start >= end), _BREATH):
            between = [word.text for word in self.words if end <= word.start < start]
            acts = self._acts_on(start) and not _JOINTS.isdisjoint(between)
            if len(between) > _BREATH or not (acts or between[-1:] in ([","], ["and"])):
                return None
            end = next(one.end for one, _ in self.figures if one.start == start)
            following = next((other for other in starts if other > start), self.end)
            place = self._placed(end, following)
            if place is not None:
                told = [word for word in self.words if end <= word.start < place.start]
                if acts:
                    return place
                led = len(("in", "the")) - (not told or told[-1].text != "the")
                return place if len(told) > led else None
        return None

    def _acts_on(self, start: int) -> bool:
        """Return whether a verb of its own stands before a figure: *and injuring 61*."""
        own = next((asked for one, asked in self.figures if one.start == start), None)
        return bool(own and own.span and not own.inherited and own.span[1] <= start)

    def _held(self, figure: Span, behind: Place) -> Place | None:
        """Return the place in a figure's own clause, where the one behind is in the next.

        *The fire at Brae burned 300 hectares, the fire at Oxley 45.*
        """
        breaks = [word.start for word in self.words if word.text in {",", ";"}]
        if not any(figure[1] <= at < behind.start for at in breaks):
            return None
        opening = max((at for at in breaks if at < figure[0]), default=self.start)
        first = next((w for w in self.words if figure[1] <= w.start and w.text in {",", ";"}), None)
        following = next((w for w in self.words if first and w.start > first.start), None)
        goes_on = following is not None and following.text.casefold() in _ARTICLES
        own = [one for one in self.places if opening <= one.start and one.end <= figure[0]]
        return own[-1] if own and goes_on else None

    def _placed(self, start: int, end: int) -> Place | None:
        """Return the first place between two offsets."""
        return next((place for place in self.places if start <= place.start < end), None)

    def _exact(self, start: int, end: int) -> Place | None:
        """Return the place behind a figure; one that has a name before *the province* it is in."""
        first = self._placed(start, end)
        if first is not None and first.lead == "from":
            others = (one for one in self.places if one.lead != "from" and one.start < end
                      and not start <= one.start <= first.start)  # fmt: skip
            first = max(others, key=lambda one: one.start, default=first)
        if first is None or first.code not in BARE:
            return first
        behind = self._placed(first.end, end)
        return first if behind is None or behind.is_site else behind

    def _raised(self, start: int) -> int:
        """Return where a toll is brought to a figure by what happened, maybe far from the others.

        *Three more died in Kolm, bringing the toll to 41.*
        """
        to = position(self.words, start) - 1
        if to < 0 or self.words[to].low != "to":
            return self.start
        near = self.words[max(to - _TOLL, 0) : to]
        return max((word.start for word in near if word.low in _RAISING), default=self.start)

    def _break_behind(self, offset: int) -> int:
        """Return where the clause behind ``offset`` ends: at a comma or a stop."""
        for word in self.words:
            if word.start >= offset and word.text in {",", ";", ":", "–", "—", "(", ")"}:
                return word.start
        return self.end
