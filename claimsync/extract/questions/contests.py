"""Contests and lists: whose share a figure is, where others have shares of the same thing.

*The poll puts the Reds at 19%, the Greens at 11*, *she won with 52%*, *the count gives him 49%* are
shares of one vote; *machines brought in €3bn, services €480m* are parts of one sum.
"""

from __future__ import annotations

from claimsync.extract.questions.asking import Asking
from claimsync.extract.questions.behind import BESIDE, SOME
from claimsync.extract.questions.divisions import division
from claimsync.extract.questions.levels import HANDLED, POLLED, STANDS, UNSURE
from claimsync.extract.questions.shifts import LEVEL
from claimsync.extract.questions.surroundings import AUXILIARY, STEPS, Predicate
from claimsync.extract.text.closed_words import (
    CONNECTIVES,
    PREPOSITIONS,
    SUBORDINATORS,
    TIMES,
    is_adverb,
    is_past,
)
from claimsync.extract.text.tokens import position

_VOTING = ("elector", "election", "referendum", "ballot", "voters", "votes", " poll ", " polls ")
_POLLS = frozenset("poll polls survey surveys pollster pollsters".split())
_VOTES = _POLLS | frozenset(
    "vote votes voted election elections ballot ballots count round runoff referendum"
    " commission".split()
)
_BACKING, _FAVOUR = frozenset({"support", "backing"}), frozenset({"favour", "favor"})
_LEADS = frozenset({"on", "at", "with"})
_SHOWS = frozenset("give gives gave given show shows showed shown".split())  # *gives her 49%*
_GIVES = _SHOWS | frozenset("put puts has have had see sees saw".split())
_STANDS = frozenset("is are was were stand stands stood be been poll polls polling polled".split())
_WINS = frozenset(
    "won win wins winning led lead leads leading polled secured scored finished first second third"
    " fourth last took taken takes".split()
)
_PERSONS = frozenset("he she they him her them it we".split())
_PARTIES = frozenset("party alliance bloc coalition list camp movement union".split())
# A capital at the head of a sentence makes no name of these.
_NO_HOLDERS = frozenset(
    "turnout support approval inflation unemployment growth interest participation demand".split()
)
_BEHIND = TIMES | frozenset(
    ". , ; : ” ' ) — – and while in ahead against to after but at on with nationwide nationally"
    " down up according when compared so".split()
)
_ON = (["on"], ["for"], ["to"], ["in"])  # leads to what money is spent on
_MARKS = frozenset({"'", "’", "-"})  # in names: the Farmers' Party
_NAMED, _HELD = 5, 6  # words of a name; words of one of a list


def votes_on(text: str) -> bool:
    """Return whether a page tells of an election or a poll.

    >>> votes_on("Voters went to the polls. Ballots are counted."), votes_on("Profit rose 4%.")
    (True, False)
    """
    low = text.casefold()
    return any(word in low for word in _VOTING)


def _votes(told: Predicate) -> bool:
    """Return whether what was told of is votes, or a share of them."""
    return not POLLED.isdisjoint(told.measure.casefold().split())


def _stands(told: Predicate) -> bool:
    """Return whether what was told of is a level, named before its figure."""
    toll = told.term is not None and told.span is not None and told.span == told.noun
    return told.rule == LEVEL or toll


class Contests(Asking):
    """Finds the figures of one sentence that several have shares in."""

    def _contested(self, which: int, last: Predicate | None) -> Predicate | None:
        """Return that a figure is somebody's share of the vote: *has Oduya on 51%*, *won 38%*."""
        one, polled = self._rivals[which], not _POLLS.isdisjoint(self._low)
        known = last if last is not None and _votes(last) and last.kind == one.kind else None
        shares = one.kind == "share" or (one.kind == "count" and known is not None)
        about = self._votes or polled or known is not None
        if not (shares and about) or one.noun is not None or not self._ends_there(which):
            return None
        if last is not None and self._backed(which, last):
            return last._replace(noun=None, inherited=True, who=None)
        told = self._stood(which, known=known is not None)
        if told is None:
            return None
        whose = self._words[told[0]].start, self._words[told[1] - 1].end
        if known is not None and (one.kind == "count" or not polled):
            return self._likewise(known, whose)
        measure, verb = "poll share" if polled else "vote share", self._words[told[2]]
        return Predicate(measure, (verb.start, verb.end), None, None, None, STANDS, whose=whose)

    def _divided(self, which: int) -> Predicate | None:
        """Return how those counted voted: *212 votes for and 140 against*."""
        if self._rivals[which].kind != "count":
            return None
        found = division(self._low, self._first[which], self._after[which])
        if found is None:
            return None
        span = self._words[found[0]].start, self._words[found[1] - 1].end
        noun = self._rivals[which].noun or span
        return Predicate(found[2], span, noun, None, None, STANDS)

    def _backed(self, which: int, last: Predicate) -> bool:
        """Return whether *support* is how many were said to be in favour: *put support at 63%*."""
        first = self._first[which]
        backs = first > 1 and self._low[first - 1] == "at" and self._low[first - 2] in _BACKING
        return backs and not _FAVOUR.isdisjoint(last.measure.casefold().split())

    def _likewise(self, last: Predicate, whose: tuple[int, int]) -> Predicate:
        """Return the share that somebody else has of the same."""
        rule = last.rule if last.rule in UNSURE else STANDS
        return last._replace(noun=None, inherited=True, who=None, rule=rule, whose=whose)

    def _ends_there(self, which: int) -> bool:
        """Return whether nothing behind a figure says what it is of."""
        behind = self._low[self._past(which) :][:1]
        return not behind or behind[0] in _BEHIND

    def _stood(self, which: int, *, known: bool) -> tuple[int, int, int] | None:
        """Return the words that name who has a share, and the verb."""
        at = self._before(self._first[which] - 1)
        led = at >= 0 and self._low[at] in _LEADS
        at = self._before(at - 1) if led else at
        if at < 0:
            return None
        name = self._name(at)
        if name is not None:  # *puts the Reds at 19%*, *gives her 49%*
            verb = self._before(name - 1 - (self._low[name - 1] == "the"))
            gives = verb >= 0 and self._low[verb] in _GIVES
            gives = gives and (led or self._low[verb] in _SHOWS)
            return (name, at + 1, verb) if gives and self._said_so(known=known) else None
        wins, stands = self._low[at] in _WINS, led and self._low[at] in _STANDS
        if not (wins or stands):
            return None
        last = at
        while last >= 0 and (
            self._low[last] in _WINS | _STANDS | AUXILIARY | {"came", "come", "comes"}
            or is_adverb(self._low[last])
        ):
            last -= 1
        name = self._name(last) if last >= 0 else None
        if name is None or (name and self._low[name - 1] in PREPOSITIONS) or (
            name > 1 and self._low[name - 1] == "the" and self._low[name - 2] in PREPOSITIONS
        ):  # fmt: skip
            return None
        sure = wins or self._low[at].startswith("poll") or self._said_so(known=known)
        return (name, last + 1, at) if sure else None

    def _said_so(self, *, known: bool) -> bool:
        """Return whether a sentence speaks of votes, or the paragraph did just now."""
        return known or not _VOTES.isdisjoint(self._low)

    def _before(self, at: int) -> int:
        """Return the position of the first word back from ``at`` that no step leads to."""
        while at >= 0 and (self._low[at] in STEPS - {"at"} or is_adverb(self._low[at])):
            at -= 1
        return at

    def _name(self, last: int) -> int | None:
        """Return where the name that ends at ``last`` begins, if it is one."""
        if self._low[last] in _PERSONS:
            return last
        first = last
        if self._low[last] in _PARTIES and last and not self._capital(last):
            first -= 1
        if not self._capital(first) or self._low[first] in _NO_HOLDERS | SUBORDINATORS:
            return None
        while first > 0 and last - first < _NAMED and (
            (self._capital(first - 1) or self._low[first - 1] in _MARKS)
            and self._low[first - 1] not in PREPOSITIONS | CONNECTIVES | {"the"}
        ):  # fmt: skip
            first -= 1
        return first

    def _capital(self, at: int) -> bool:
        """Return whether a word begins with a capital."""
        return self._words[at].kind == "word" and self._words[at].text[:1].isupper()

    def _gapped(self, which: int, last: Predicate | None) -> Predicate | None:
        """Return what one of a list shares with the one before it: *brought in €3bn, services €2m*.

        The verb is told of the first; what stands between the two names whose the next one is.
        """
        if not which or last is None or not last.measure or not self._listed(which, last):
            return None
        start, end = self._past(which - 1), self._first[which]
        if last.noun is not None and last.noun[0] > self._rivals[which - 1].start:
            start = max(start, position(self._words, last.noun[1]))  # 48% of the vote, Dupont 44%
        first = start + (self._low[start : start + 1] == [","])
        first += self._low[first : first + 1] == ["and"]
        joined = first > start
        first += self._low[first : first + 1] == ["the"]
        end -= end > first and self._low[end - 1] in _LEADS
        named = first < end <= first + _HELD and all(
            self._is_noun(at) or self._capital(at) or self._low[at] in _MARKS
            for at in range(first, end)
        )
        if not (joined and named and PREPOSITIONS.isdisjoint(self._low[first:end])):
            return None
        if _stands(last):  # *revenue was 3bn, BMW 2bn*: what the firm's is is not said
            plain = not self._capital(end - 1) and not is_past(self._low[end - 1])
            return self._stands_too(which, end - 1) if plain else None
        whose = self._words[first].start, self._words[end - 1].end
        return last._replace(noun=None, inherited=True, who=None, whose=whose)

    def _stands_too(self, which: int, end: int) -> Predicate | None:
        """Return what stands at the next level: *spending would be €41m and revenue €39m*."""
        for phrase, term in self._vocabulary.tolls.get(self._low[end], ()):
            if len(phrase) == 1 and self._may_ask(which, term):
                noun = self._words[end].start, self._words[end].end
                return self._asked(term, noun, None)._replace(noun=noun)
        return self._phrase(end, LEVEL)

    def _likewise_on(self, which: int, last: Predicate | None) -> Predicate | None:
        """Return what money goes on with: *£2m was spent on houses and £900,000 on yachts*."""
        one, at = self._rivals[which], self._past(which)
        if not which or last is None or last.span is None or one.kind != "money":
            return None
        verb = position(self._words, last.span[1])
        joined = self._low[self._first[which] - 1] in {"and", ","}
        same = (
            self._low[at : at + 1] == self._low[verb : verb + 1] and self._low[at : at + 1] in _ON
        )
        if not (joined and same and last.span[0] > self._rivals[which - 1].start):
            return None
        spent = self._from(at + 1, BESIDE)
        noun = spent.noun if spent is not None else None
        return last._replace(noun=noun, inherited=True, who=None, rule=SOME)

    def _listed(self, which: int, last: Predicate) -> bool:
        """Return whether a figure may go on with the verb of the one before: not *the army 30*."""
        one, told = self._rivals[which], self._rivals[which - 1]
        if told.kind != one.kind or not self._ends_there(which):
            return False
        if last.whose is not None or _votes(last) or _stands(last):
            return True
        acts = last.rule == HANDLED or last.term is not None
        led = last.span is None or last.span[1] <= told.start
        return one.kind in {"share", "money"} and acts and led
