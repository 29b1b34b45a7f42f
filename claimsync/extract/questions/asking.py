"""The terms of the vocabulary that stand around a figure and ask for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimsync.extract.figures.nouns import plural
from claimsync.extract.questions.deeds import HAS, IRREGULAR, code, deed
from claimsync.extract.questions.doers import acts
from claimsync.extract.questions.people import humans
from claimsync.extract.questions.surroundings import (
    AUXILIARY,
    COUNTED,
    FEW,
    JOINING,
    STEPS,
    VERBS,
    Predicate,
)
from claimsync.extract.questions.term import PEOPLE
from claimsync.extract.questions.valuing import Valuing
from claimsync.extract.text.closed_words import BE, PREPOSITIONS, is_adverb, is_past
from claimsync.extract.text.tokens import position as locate

if TYPE_CHECKING:
    from claimsync.extract.questions.terms import Term

BARRIERS = frozenset({",", ".", ";", ":", "(", ")", "!", "?", "…", "—", "–", "|", '"', "“", "”"})
JOBS = frozenset("job jobs post posts".split())
_ASIDE = frozenset("including among most all many some at mostly mainly".split())
_OWN = (["our"], ["its"], ["his"], ["her"], ["their"])
_LOSSES = frozenset("cuts losses".split())
_REACH_RIGHT, _REACH_LEFT = 8, 2
_REACH_PAID = 6  # words of whom it costs so much
_PAID = frozenset({"cost", "paid", "fined", "promised"})
_SUMS = frozenset("fine sum amount figure worth total cost price value budget bill".split())
_INTO = PREPOSITIONS - {"of", "like", "near", "besides", "outside", "inside"}
_BRINGS = "brought|brings|bring|received|receives|hosted|hosts"  # visitors
_ITS = frozenset("its their his her the other another".split())
_ONTO = frozenset("by on for among against between after before into top".split())
_SUMS_UP = frozenset("all total".split())
_HOSPITALS = frozenset({"hospital", "hospitals"})
_LED_TO = frozenset({"for", "to", "with", "by", "as", "from", "like"})
_DESCRIBED = frozenset("of with for in to from by on at against near around".split())
_WHEREABOUTS = {("on", "board"), ("aboard",), ("in", "hospital"), ("in", "custody")}
_FINITE = frozenset("was were is are have has had will would could may might".split())
_PERFECT = frozenset({"have", "has", "had"})
_APART = (AUXILIARY | PREPOSITIONS | VERBS | frozenset({"and", "but"})) - {"to", "up"}


class Asking(Valuing):
    """Finds the terms that ask for the figures of one sentence."""

    def _describes(self, which: int, right: tuple[Term, int, int]) -> bool:
        """Return whether a participle only describes what is counted: *40 wounded soldiers*."""
        noun = self._rivals[which].noun
        return noun is not None and self._words[right[2] - 1].end < noun[1]

    def _right(self, which: int, start: int = 0) -> tuple[Term, int, int] | None:
        """Return the term that stands behind a figure: *12 people were killed*."""
        position = max(self._after[which], start)
        stop = position + _REACH_RIGHT
        if (noun := self._rivals[which].noun) is not None and not start:
            behind = self._past_complement(locate(self._words, noun[1]))
            stop = max(stop, behind + len("have been charged".split()))
        while position < min(stop, len(self._low)):
            word = self._low[position]
            if word == "not" and self._low[position + 2 : position + 3] == ["but"]:
                position += 3  # *were not killed but injured* tells of the injured
                continue
            for phrase, term in self._vocabulary.after.get(word, ()):
                after = position + len(phrase)
                if (
                    tuple(self._low[position:after]) == phrase
                    and self._may_ask(which, term)
                    and not self._acts(position, after, term)
                    and not self._done_by(which, term, position, after)
                    and not self._of_others(which, position)
                ):
                    only_where = phrase in _WHEREABOUTS and not self._is_whole(which)
                    which_ones = self._tells_which(which, position)
                    later = self._later(which, after) if only_where or which_ones else None
                    return later or (None if which_ones else (term, position, after))
            if position in self._taken:
                return None
            if word == "since" and self._low[position - 1] in _PERFECT:
                position += 1  # have since been released
                continue
            if word in BARRIERS or word in JOINING:
                skipped = self._past_aside(position)
                if skipped is None:
                    return None
                position = skipped
                stop = position + _REACH_RIGHT
                continue
            position += 1
        return None

    def _done_by(self, which: int, term: Term, at: int, after: int) -> bool:
        """Return whether those counted do to others what a term tells: *three men abducted her*."""
        if self._low[at:after] == ["turned", "out"] and self._low[after : after + 1] == ["to"]:
            return True  # who turned out to have them
        if self._low[at] == "hostage" and at == self._after[which]:
            return True  # one hostage, and nobody taken one
        does = self._low[after - 1] in self._vocabulary.before and bool(term.before)
        return does and self._noun_span(which, at) is not None and (
            acts(self._words, self._low, at, after)
        )  # fmt: skip

    def _of_others(self, which: int, position: int) -> bool:
        """Return whether a term tells of others: *looked for the missing*, *is a homeless man*."""
        if self._found_again(position):
            return True
        if position == self._after[which] or position < 1:
            return False
        before, led = self._low[position - 1], self._low[position - 2]
        behind = position + 1
        if before in _DESCRIBED and behind < len(self._low) and self._is_noun(behind):
            return True  # in closed shops
        joined = before == "-" and self._words[position - 1].end == self._words[position].start
        return joined or before in {"a", "an"} or (before == "the" and led in _LED_TO)

    def _tells_which(self, which: int, at: int) -> bool:
        """Return whether a verb only tells of what a share is taken: *half of the 12 hit are*."""
        first = self._past(which)
        bare = self._low[at - 1] not in AUXILIARY and not is_adverb(self._low[at - 1])
        share = self._rivals[which].kind == "share" and self._low[first : first + 1] == ["of"]
        return share and bare and not _FINITE.isdisjoint(self._low[at + 1 : at + 1 + _REACH_RIGHT])

    def _is_whole(self, which: int) -> bool:
        """Return whether others are a part of those counted: *12 of the 103 on board*."""
        return "of" in self._low[max(self._first[which] - 2, 0) : self._first[which]]

    def _later(self, which: int, after: int) -> tuple[Term, int, int] | None:
        """Return what happens to those of whom a term before ``after`` only says who they are.

        *All 12 on board were killed*, *six people aboard the bus tested positive*.
        """
        for at in range(after, min(after + _REACH_RIGHT, len(self._low))):
            if self._low[at] in BARRIERS or self._low[at] in JOINING or at in self._taken:
                return None
            if self._low[at] in _FINITE or (self._low[at].endswith("ed") and at > after):
                return self._right(which, at)
        return None

    def _past_aside(self, position: int) -> int | None:
        """Return the position behind ``, including three children,``."""
        if self._low[position] not in {",", "(", "–", "—"}:
            return None
        if self._low[position + 1 : position + 2] == [] or self._low[position + 1] not in _ASIDE:
            return None
        for after in range(position + 2, min(position + 10, len(self._low))):
            if self._low[after] in {",", ")", "–", "—"}:
                return after + 1
        return None

    def _acts(self, position: int, after: int, term: Term) -> bool:
        """Return whether the verb at ``position`` does something to the next figure instead."""
        if after not in self._first and not (
            after + 1 in self._first and self._low[after] in STEPS
        ):
            return False
        if self._low[position - 1] in AUXILIARY:
            return False
        following = self._first.index(after) if after in self._first else None
        if following is not None and self._adjacent(following):
            return False
        return self._low[position] in self._vocabulary.before or not term.after

    def _adjacent(self, which: int) -> bool:
        """Return whether a figure's predicate follows it at once: *29 injured*."""
        position = self._after[which]
        if position >= len(self._low):
            return False
        phrases = self._vocabulary.after.get(self._low[position], ())
        return any(tuple(self._low[position : position + len(p)]) == p for p, _ in phrases)

    def _left(self, which: int) -> tuple[Term, int, int] | None:
        """Return the term that stands in front of a figure: *killing 12*."""
        last = self._first[which] - 1
        money = self._rivals[which].kind == "money"
        counts = self._rivals[which].kind == "count"
        for step in range(_REACH_PAID if money else _REACH_LEFT + 1):
            if last < 0 or last in self._taken:
                return None
            if not counts and self._low[last] == "of" and self._heads(last - 1):
                return None  # promised savings of 40 million
            for phrase, term in self._vocabulary.before.get(self._low[last], ()):
                first = last - len(phrase) + 1
                passive = (
                    first > 0
                    and self._low[first - 1] in {"were", "was", "been", "are"}
                    and phrase[-1] != "by"
                    and not phrase[-1].endswith("ing")
                    and self._rivals[which].kind == "count"
                )
                passive = passive or self._set_at(which, last)
                stands = first >= 0 and tuple(self._low[first : last + 1]) == phrase
                if step > _REACH_LEFT and term.measure not in _PAID:
                    continue
                barred = bool(term.not_of) and self._counts(which, term.not_of.split("|"))
                if stands and not passive and not barred and self._may_ask(which, term):
                    return term, first, last + 1
            if self._leads_elsewhere(last):
                return None
            paid = money and self._words[last].kind == "word" and self._low[last] not in _APART
            by = self._rivals[which].kind == "share" and self._low[last] == "by"
            if self._low[last] not in STEPS and not paid and not by:
                return None  # money may be paid to somebody: *cost the firm €38m*
            last -= 1
        return None

    def _leads_elsewhere(self, at: int) -> bool:
        """Return whether a figure is where something happens or goes: *killed in 12 raids*."""
        word, behind = self._low[at], self._low[at + 1]
        if word in {"up", "down"}:
            return behind != "to"  # closed up 71 points
        return (word == "to" and self._low[at - 1] != "up") or (
            word == "in" and behind not in _SUMS_UP
        )

    def _heads(self, at: int) -> bool:
        """Return whether a word before *of* is what the figure behind is of: *savings of 4m*."""
        return at > 0 and self._is_noun(at) and self._low[at] not in STEPS | _SUMS

    def _set_at(self, which: int, verb: int) -> bool:
        """Return whether a verb sets a level and has no such object: *held at 5 percent*."""
        at = self._low[verb + 1 : verb + 3]
        return at[:1] == ["at"] and at[1:] not in (["least"], ["most"]) and (
            self._rivals[which].kind != "count"
        )  # fmt: skip

    def _told(self, which: int, term: Term, first: int, after: int) -> Predicate:
        """Return the predicate that a term makes of a figure."""
        ill = self._vocabulary.term("hospitalised") if term.measure == "sent" else None
        if ill is not None and self._to_hospital(which):
            term = ill
        span = self._words[first].start, self._words[after - 1].end
        noun = self._own_of(which) or (
            self._noun_span(which, first if first >= self._after[which] else None)
        )
        if noun is None and self._rivals[which].kind == "money" and first < self._first[which]:
            spent = self._spent_in(which)  # must pay £15,000 in costs
            noun = spent.noun if spent is not None else None
        if noun is None and term.things and (some := self._some(which)) is not None:
            noun = some.noun
        if term.things and self._rivals[which].kind == "measure" and (of := self._of(which)):
            return self._asked(term, span, of.noun)  # 40 kg of heroin
        if term.things and self._rivals[which].kind == "share" and self._rivals[which].noun:
            told = self._asked(term, span, self._rivals[which].noun)
            return told._replace(measure=f"{told.measure} share")  # two-thirds of the bridges
        return self._asked(term, span, noun, people=self._rivals[which].kind == "count")

    def _to_hospital(self, which: int) -> bool:
        """Return whether people are sent to a hospital: *sending four people to hospital*."""
        low = self._low[self._after[which] : self._after[which] + _REACH_RIGHT]
        return any(
            low[at] == "to" and not _HOSPITALS.isdisjoint(low[at + 1 : at + FEW + 1])
            for at in range(len(low))
        )

    def _noun(self, which: int) -> Predicate | None:
        """Return what a counted noun asks by itself: *12 deaths*."""
        first = self._after[which]
        for position in range(first, min(first + 4, len(self._low))):
            if self._words[position].kind != "word" or self._low[position] in JOINING:
                return None
            term = self._vocabulary.nouns.get(self._low[position])
            if self._low[position] in _LOSSES and self._low[position - 1] in JOBS:
                term = self._vocabulary.term("jobs cut")  # 1,100 planned job cuts
            if self._low[position] in _INTO or self._parts(first, position):
                return None
            if term is not None and self._may_ask(which, term) and self._near(position, term):
                if self._describes_next(position) or self._group_acts(which, position, term):
                    return None
                if self._rivals[which].kind == "share":
                    return None  # *late in a third of cases*: the noun is what it is a share of
                span = self._words[position].start, self._words[position].end
                return self._asked(term, span, None)._replace(noun=span)
        return None

    def _parts(self, first: int, at: int) -> bool:
        """Return whether a verb parts those counted from a noun: *12 guards met demonstrators*."""
        return at > first and is_past(self._low[at]) and plural(self._low[at - 1])

    def _group_acts(self, which: int, at: int, term: Term) -> bool:
        """Return whether people are named by what they are, and something else is told of them.

        *Fired on six protesters*, *34 employees who claimed it*: no crowd and no staff is counted.
        """
        if (
            term.of != PEOPLE
            or not humans(self._low[at])
            or self._low[at] in f"{term.after}|{term.too}".split("|")
        ):
            return False
        before = self._first[which] - 1
        before -= before > 0 and self._low[before] in _ITS
        lead, behind = self._low[before] if before >= 0 else "", self._low[at + 1 : at + 2]
        named = lead in BE and self._low[before - 1] not in {"there", "here"}
        if named or lead in _ONTO or behind in (["who"], ["to"]):
            return True
        done = deed(self._words, self._first[which], at + 1)
        verb = self._low[done[0]] if done is not None else ""
        own = f"{term.beside}|{term.before}|{term.after}|{_BRINGS}".split("|")
        does = (is_past(verb) or verb in IRREGULAR) and verb not in COUNTED
        return does and code(verb) not in {"", HAS} and verb not in own

    def _describes_next(self, at: int) -> bool:
        """Return whether a noun only tells the kind of the next one: *12 arrest warrants*."""
        behind = self._low[at + 1 : at + 2]
        return behind != [] and not plural(self._low[at]) and plural(behind[0]) and (
            self._is_noun(at + 1)
        )  # fmt: skip

    def _own_of(self, which: int) -> tuple[int, int] | None:
        """Return the noun of *two of our own volunteers*, who are not all of the dead."""
        first = self._after[which]
        if self._low[first : first + 1] != ["of"] or self._low[first + 1 : first + 2] not in _OWN:
            return None
        first += 2 + (self._low[first + 2 : first + 3] == ["own"])
        last = first
        while last < len(self._words) and last - first <= FEW and self._is_noun(last):
            if plural(self._low[last]):
                return self._words[first].start, self._words[last].end
            last += 1
        return None
