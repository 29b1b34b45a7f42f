"""What a figure is a figure of: the words around it that say what happened to what is counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimsync.extract.figures.nouns import plural
from claimsync.extract.questions.behind import ALONE, BESIDE, KIND, OF_NOUN
from claimsync.extract.questions.care import INJURED, cared_for
from claimsync.extract.questions.deeds import behind, code
from claimsync.extract.questions.levels import LEVEL, REFERS, UNSURE
from claimsync.extract.questions.shorts import Shorts
from claimsync.extract.questions.surroundings import (
    AUXILIARY,
    FEW,
    JOINING,
    STEPS,
    VERBS,
    Predicate,
    head_of,
)
from claimsync.extract.questions.wanting import wanted
from claimsync.extract.text.clauses import PREPOSITIONS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimsync.extract.figures.quantities import Quantity
    from claimsync.extract.questions.terms import Term

__all__ = ["ALONE", "BESIDE", "PART", "UNSURE", "Predicate", "Reader"]

_BARRIERS = frozenset({",", ".", ";", ":", "(", ")", "!", "?", "…", "—", "–", "|", '"', "“", "”"})
_ASIDE = frozenset("including among most all many some at mostly mainly".split())
PART = "measure/part of"  # a part of those counted, which only a place or an agent tells apart
_OF_THE = (["of", "the"], ["of", "its"], ["of", "their"])
_OWN = (["our"], ["its"], ["his"], ["her"], ["their"])
_JOBS, _LOSSES = frozenset("job jobs post posts".split()), frozenset("cuts losses".split())
_THEM = frozenset({"them", "those", "these"})
_REACH_RIGHT, _REACH_LEFT = 8, 2
_REACH_PAID = 6  # words of whom it costs so much
_PAID = frozenset({"cost", "paid", "fined"})
_PERFECT = frozenset({"have", "has", "had"})
_APART = (AUXILIARY | PREPOSITIONS | VERBS | frozenset({"and", "but"})) - {"to", "up"}


class Reader(Shorts):
    """Finds the predicates of the figures in one sentence."""

    def predicates(
        self,
        before: Predicate | None = None,
        far: Predicate | None = None,
        *,
        asked: bool = False,
        same: Mapping[str, Predicate] | None = None,
    ) -> list[tuple[Quantity, Predicate | None]]:
        """Return each rival figure with its predicate; ``before`` is the last sentence's.

        ``far`` is that of the paragraph before: what refers to it is left for somebody to look at.
        Where it was ``asked``, a number alone answers. ``same`` holds the last predicate of each
        kind of figure in this paragraph.
        """
        found: list[Predicate | None] = [
            self._scaled(which) or self._own(which) for which in range(len(self._rivals))
        ]
        self._share_forwards(found)
        parts = cared_for(self._low, self._first, self._after) if before else range(0)
        for which in range(len(found)):
            last = self._last(which, found, same or {})
            own = found[which] = (self._stands(which, last) if last else None) or found[which]
            earlier = found[which - 1] if which else before
            if which in parts and before is not None and before.measure == INJURED:
                found[which] = before._replace(noun=None, rule=PART)
            elif own is not None and earlier is not None and self._acts_on(which, own, earlier):
                found[which] = self._of_things(own, earlier)
            elif earlier is not None and self._again(which, own, earlier):
                found[which] = earlier._replace(noun=None, inherited=True)
            elif own is not None and earlier is not None and self._more_of(which, own, earlier):
                found[which] = self._of_things(own, earlier)
            elif own is not None and earlier is not None and self._numbers(own, earlier):
                found[which] = earlier._replace(inherited=True)
            elif own is None or (own.rule in {ALONE, BESIDE, KIND} and not own.inherited):
                shared = self._inherited(which, earlier, same_sentence=bool(which))
                if shared is None and last is not None:
                    shared = self._elided(which, own, last)
                if shared is None and asked and not which and earlier is not None:
                    shared = self._answer(earlier)
                shared = shared or (self._asked_within(which) if own is None else None)
                shared = shared or self._of_them(which, earlier)
                found[which] = shared or own
                short = own is None or own.rule == BESIDE
                if shared is None and far is not None and short and not which and before is None:
                    refers = self._inherited(which, far, same_sentence=False)
                    found[which] = refers._replace(rule=REFERS) if refers else own
        return [
            (
                one,
                None
                if own is None
                else self._wanted(which, _moved(one, own._replace(kind=one.kind))),
            )
            for which, (one, own) in enumerate(zip(self._rivals, found, strict=True))
        ]

    def _last(
        self, which: int, found: Sequence[Predicate | None], same: Mapping[str, Predicate]
    ) -> Predicate | None:
        """Return what the last figure of the same kind was of, in the sentence or before it."""
        kind = self._rivals[which].kind
        for at in range(which - 1, -1, -1):
            if self._rivals[at].kind == kind:
                return found[at]
        return same.get(kind)

    def _wanted(self, which: int, own: Predicate) -> Predicate:
        """Return what a figure is of, with whether somebody asks for it or offers it."""
        if not own.measure or own.rule == BESIDE:
            return own
        return own._replace(measure=wanted(own.measure, self._low, self._first[which], own.kind))

    def _own(self, which: int) -> Predicate | None:
        """Return what the words around a figure ask of it."""
        left, right = self._left(which), self._right(which)
        if right is not None and left is None and self._partitive(right[1]):
            return self._some_of(which, right)
        if right is not None and self._describes(which, right):
            return self._told(which, *(left or self._right(which, right[2]) or right))
        if (labelled := self._labelled(which)) is not None:
            return labelled
        if right is not None and (left is None or right[1] == self._after[which]):
            return self._told(which, *right)
        if left is not None:
            return self._told(which, *left)
        found = self._noun(which) or self._toll(which)
        if found is None and not self._is_zero(which):
            found = self._framed(which)
        bare = found is None or found.rule in UNSURE
        if bare and self._low[self._after[which] :][:2] in _OF_THE and (
            which + 1 < len(self._rivals) and self._first[which + 1] == self._after[which] + 2
        ):  # fmt: skip
            whole = self._own(which + 1)  # 14 of the 40 beams
            if whole is not None:
                sure = whole.rule not in {ALONE, BESIDE}
                found = whole._replace(inherited=sure, rule=PART if sure else whole.rule)
        return (self._of_those(which) if bare else None) or found

    def _partitive(self, position: int) -> bool:
        """Return whether a term is what some are taken of: *two of the rescued*."""
        return position > 1 and self._low[position - 2] == "of" and (
            self._low[position - 1] in {"the", "those", "his", "its", "her", "their"}
        )  # fmt: skip

    def _of_them(self, which: int, earlier: Predicate | None) -> Predicate | None:
        """Return what a share of those counted before does: *two-thirds of them were rebooked*."""
        first = self._past(which)
        if self._rivals[which].kind != "share" or earlier is None or earlier.noun is None:
            return None
        if self._low[first : first + 1] != ["of"] or self._low[first + 1] not in _THEM:
            return None
        does = behind(self._words, first + 2)
        told = head_of(self._text[slice(*earlier.noun)])
        said = code(" ".join(self._low[slice(*does)])) if does else ""
        span = self._words[first].start, self._words[first + 1].end
        return Predicate(f"{told} {said} share", span, span, None, None, OF_NOUN) if said else None

    def _some_of(self, which: int, whole: tuple[Term, int, int]) -> Predicate:
        """Return what is told of *two of the rescued*: that they died, or their number alone."""
        told = self._right(which, whole[2])
        if told is None:
            return self._told(which, *whole)._replace(rule=PART)
        return self._told(which, *told)._replace(who=whole[0].measure)

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

    def _of_those(self, which: int) -> Predicate | None:
        """Return what *of the injured, 369 are in Qasr* tells of a figure without a term."""
        low = self._low
        if low[:1] != ["of"] or low[1:2] not in (["the"], ["those"]):
            return None
        if self._rivals[which].kind != "count":
            return None
        if low[2] in _JOBS and low[3:4] == ["to"] and low[5:6] == [","]:
            term = self._vocabulary.term("jobs cut")  # of the jobs to go, 1,100 are here
            span = self._words[2].start, self._words[4].end
            rule = f"measure/{term.measure}" if term else ""
            return Predicate(term.measure, span, None, None, term, rule) if term else None
        if low[3:4] != [","]:
            return None
        for phrase, term in self._vocabulary.after.get(low[2], ()):
            if len(phrase) == 1 and not term.things:
                span = self._words[2].start, self._words[2].end
                return Predicate(term.measure, span, None, None, term, PART)
        return None

    def _labelled(self, which: int) -> Predicate | None:
        """Return the term before a colon, as a table sets it: *Evacuated: more than 4,000*."""
        colon = self._first[which] - 1
        if colon < 1 or self._low[colon] != ":":
            return None
        for phrase, term in self._vocabulary.after.get(self._low[0], ()):
            if tuple(self._low[:colon]) == phrase and self._may_ask(which, term):
                return self._told(which, term, 0, colon)
        return None

    def _is_zero(self, which: int) -> bool:
        """Return whether a figure is *nobody* or *none*: it counts only what a term asks for."""
        number = self._rivals[which].figure.number
        return number is not None and number.digits == 0 and self._words[
            self._first[which]
        ].kind == "word"  # fmt: skip

    def _describes(self, which: int, right: tuple[Term, int, int]) -> bool:
        """Return whether a participle only describes what is counted: *40 wounded soldiers*."""
        noun = self._rivals[which].noun
        return noun is not None and self._words[right[2] - 1].end < noun[1]

    def _right(self, which: int, start: int = 0) -> tuple[Term, int, int] | None:
        """Return the term that stands behind a figure: *12 people were killed*."""
        position = max(self._after[which], start)
        stop = position + _REACH_RIGHT
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
                ):
                    return term, position, after
            if position in self._taken:
                return None
            if word == "since" and self._low[position - 1] in _PERFECT:
                position += 1  # have since been released
                continue
            if word in _BARRIERS or word in JOINING:
                skipped = self._past_aside(position)
                if skipped is None:
                    return None
                position = skipped
                stop = position + _REACH_RIGHT
                continue
            position += 1
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
        for step in range(_REACH_PAID if money else _REACH_LEFT + 1):
            if last < 0 or last in self._taken:
                return None
            for phrase, term in self._vocabulary.before.get(self._low[last], ()):
                first = last - len(phrase) + 1
                passive = (
                    first > 0
                    and self._low[first - 1] in {"were", "was", "been", "are"}
                    and phrase[-1] != "by"
                    and self._rivals[which].kind == "count"
                )
                passive = passive or self._set_at(which, last)
                stands = first >= 0 and tuple(self._low[first : last + 1]) == phrase
                if step > _REACH_LEFT and term.measure not in _PAID:
                    continue
                barred = bool(term.not_of) and self._counts(which, term.not_of.split("|"))
                if stands and not passive and not barred and self._may_ask(which, term):
                    return term, first, last + 1
            paid = money and self._words[last].kind == "word" and self._low[last] not in _APART
            by = self._rivals[which].kind == "share" and self._low[last] == "by"
            if self._low[last] not in STEPS and not paid and not by:
                return None  # money may be paid to somebody: *cost the firm €38m*
            last -= 1
        return None

    def _set_at(self, which: int, verb: int) -> bool:
        """Return whether a verb sets a level and has no such object: *held at 5 percent*."""
        at = self._low[verb + 1 : verb + 3]
        return at[:1] == ["at"] and at[1:] not in (["least"], ["most"]) and (
            self._rivals[which].kind != "count"
        )  # fmt: skip

    def _told(self, which: int, term: Term, first: int, after: int) -> Predicate:
        """Return the predicate that a term makes of a figure."""
        span = self._words[first].start, self._words[after - 1].end
        noun = self._own_of(which) or (
            self._noun_span(which, first if first >= self._after[which] else None)
        )
        if noun is None and term.things and (some := self._some(which)) is not None:
            noun = some.noun
        if term.things and self._rivals[which].kind == "measure" and (of := self._of(which)):
            return self._asked(term, span, of.noun)  # 40 kg of heroin
        return self._asked(term, span, noun, people=self._rivals[which].kind == "count")

    def _noun(self, which: int) -> Predicate | None:
        """Return what a counted noun asks by itself: *12 deaths*."""
        first = self._after[which]
        for position in range(first, min(first + 4, len(self._low))):
            if self._words[position].kind != "word" or self._low[position] in JOINING:
                return None
            term = self._vocabulary.nouns.get(self._low[position])
            if self._low[position] in _LOSSES and self._low[position - 1] in _JOBS:
                term = self._vocabulary.term("jobs cut")  # 1,100 planned job cuts
            if term is not None and self._may_ask(which, term) and self._near(position, term):
                if self._rivals[which].kind == "share":
                    return None  # *late in a third of cases*: the noun is what it is a share of
                span = self._words[position].start, self._words[position].end
                return self._asked(term, span, None)._replace(noun=span)
        return None

    def _share_forwards(self, found: list[Predicate | None]) -> None:
        """Let *14 boats and 300 soldiers were sent* share their verb."""
        for which in range(len(found) - 2, -1, -1):
            own, following = found[which], found[which + 1]
            if self._one_noun(which, own, following):  # 402 and 115 votes
                found[which] = following._replace(inherited=True) if following else own
                continue
            if following is None or following.term is None or following.span is None:
                continue
            if own is not None and (own.term is not None or self._done_with(own)):
                continue
            between = self._low[self._after[which] : self._first[which + 1]]
            behind = following.span[0] >= self._words[self._first[which + 1]].start
            joined = between and between[-1] in {"and", "or", ","} and len(between) <= 2 * FEW
            if behind and joined and not _BARRIERS.intersection(between[:-1]):
                noun = self._noun_span(which)
                found[which] = self._asked(following.term, following.span, noun)._replace(
                                       inherited=True)  # fmt: skip

    def _one_noun(self, which: int, own: Predicate | None, following: Predicate | None) -> bool:
        """Return whether two figures count one noun that only the second names."""
        if following is None or following.rule != ALONE or self._noun_span(which) is not None:
            return False
        joined = self._low[self._after[which] : self._first[which + 1]] in (["and"], ["or"])
        same = self._rivals[which].kind == self._rivals[which + 1].kind == "count"
        return joined and same and (own is None or own.rule in {ALONE, BESIDE})


def _moved(one: Quantity, own: Predicate) -> Predicate:
    """Return what a figure is of, where it says by how much: *profit fell 14 percent*."""
    if own.rule != LEVEL or one.change not in _MOVED or own.inherited:
        return own
    return own._replace(measure=f"{own.measure} {_MOVED[one.change]}", inherited=False)


_MOVED = {"up": "rise", "down": "fall"}
