"""What a figure is a figure of: the words around it that say what happened to what is counted."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from claimsync.extract.behind import ALONE, BESIDE, KIND
from claimsync.extract.clauses import PREPOSITIONS
from claimsync.extract.levels import REFERS, UNSURE, Levels
from claimsync.extract.nouns import plural
from claimsync.extract.surroundings import (
    AUXILIARY,
    FEW,
    FIGURE_WORDS,
    JOINING,
    RIVALS,
    STEPS,
    VERBS,
    Predicate,
    head_of,
)
from claimsync.extract.vocabulary import who_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimsync.extract.quantities import Quantity
    from claimsync.extract.terms import Term
    from claimsync.extract.tokens import Token
    from claimsync.extract.vocabulary import Vocabulary

__all__ = ["ALONE", "BESIDE", "PART", "RIVALS", "UNSURE", "Predicate", "Reader"]

_BARRIERS = frozenset({",", ".", ";", ":", "(", ")", "!", "?", "…", "—", "–", "|", '"', "“", "”"})
_ASIDE = frozenset("including among most all many some at mostly mainly".split())
_LINKS = frozenset(
    "exceed reach top to at of is was were are reached hit stood stands topped passed exceeded"
    " reaches : - – — now"
    " tops hits surpassed climbs climbed rises rose".split()
)
PART = "measure/part of"  # a part of those counted, which only a place or an agent tells apart
_OF_THE = (["of", "the"], ["of", "its"], ["of", "their"])
_SPOKEN = (["spoke", "of"], ["speaks", "of"], ["spoken", "of"], ["talked", "of"])
_FIRST = 3  # words before a number that is quoted alone
_OWN = (["our"], ["its"], ["his"], ["her"], ["their"])
_REACH_RIGHT, _REACH_LEFT, _REACH_TOLL = 8, 2, 10
_REACH_PAID = 6  # words of whom it costs so much
_PAID = frozenset({"cost", "paid", "fined"})
_PERFECT = frozenset({"have", "has", "had"})
_APART = (AUXILIARY | PREPOSITIONS | VERBS | frozenset({"and", "but"})) - {"to", "up"}


class Reader(Levels):
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
        found: list[Predicate | None] = [self._own(which) for which in range(len(self._rivals))]
        self._share_forwards(found)
        for which in range(len(found)):
            last = self._last(which, found, same or {})
            own = found[which] = (self._stands(which, last) if last else None) or found[which]
            if own is None or (own.rule in {ALONE, BESIDE, KIND} and not own.inherited):
                earlier = found[which - 1] if which else before
                shared = self._inherited(which, earlier, same_sentence=bool(which))
                if shared is None and last is not None:
                    shared = self._elided(which, own, last)
                if shared is None and asked and not which and earlier is not None:
                    shared = self._answer(earlier)
                found[which] = shared or own
                short = own is None or own.rule == BESIDE
                if shared is None and far is not None and short and not which and before is None:
                    refers = self._inherited(which, far, same_sentence=False)
                    found[which] = refers._replace(rule=REFERS) if refers else own
        return [
            (one, None if own is None else own._replace(kind=one.kind))
            for one, own in zip(self._rivals, found, strict=True)
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

    def _restated(self, which: int, earlier: Predicate, *, same_sentence: bool) -> Predicate | None:
        """Return what money is told of anew: *its own estimate is €1.4 million*."""
        window = self._low[max(self._first[which] - 6, 0) : self._first[which]]
        told = not FIGURE_WORDS.isdisjoint(window) and self._rivals[which].kind == "money"
        known = earlier.rule not in {ALONE, BESIDE}
        return earlier._replace(inherited=True) if told and known and not same_sentence else None

    def _quoted(self, which: int) -> bool:
        """Return whether a number is nearly all that is quoted: *“More like 6,000,”*."""
        return self._first[which] <= _FIRST and self._low[:1] in (["“"], ['"'])

    def _answer(self, asked: Predicate) -> Predicate | None:
        """Return what was asked, for the first number of an answer, if it counts nothing else."""
        one = self._rivals[0]
        return asked._replace(inherited=True) if one.kind == "count" and one.noun is None else None

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
        if low[:1] != ["of"] or low[1:2] not in (["the"], ["those"]) or low[3:4] != [","]:
            return None
        if self._rivals[which].kind != "count":
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

    def _converts(self, which: int) -> bool:
        """Return whether a figure in brackets is the one before in other units: *(93 mph)*."""
        first = self._first[which]
        beside = which and self._low[first - 1] == "(" and first - 1 == self._past(which - 1)
        kinds = {one.kind for one in self._rivals[max(which - 1, 0) : which + 1]}
        return bool(beside) and kinds in ({"measure"}, {"money"})

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
                if stands and not passive and not barred:
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
        return self._asked(term, span, noun, people=self._rivals[which].kind == "count")

    def _asked(
        self, term: Term, span: tuple[int, int] | None, noun: tuple[int, int] | None, *,
        people: bool = True,
    ) -> Predicate:  # fmt: skip
        """Return the predicate of a term; things are a part of the measure, people say who."""
        counted = self._text[noun[0] : noun[1]] if noun else ""
        if not term.things:
            alike = (*term.nouns.split("|"), *term.whoever.split("|"))
            own = _within(noun, span) or counted.casefold() in alike
            who = who_of(counted) if people and not own else None
            return Predicate(term.measure, span, noun, who, term, f"measure/{term.measure}")
        head = head_of(counted)
        measure = (
            f"{head} {term.measure}" if head and people else term.measure if not people else ""
        )
        known = self._vocabulary.term(measure) or term
        return Predicate(measure, span, noun, None, known, f"measure/{known.measure}")

    def _noun(self, which: int) -> Predicate | None:
        """Return what a counted noun asks by itself: *12 deaths*."""
        first = self._after[which]
        for position in range(first, min(first + 4, len(self._low))):
            if self._words[position].kind != "word" or self._low[position] in JOINING:
                return None
            term = self._vocabulary.nouns.get(self._low[position])
            if term is not None and self._may_ask(which, term) and self._near(position, term):
                if self._rivals[which].kind == "share":
                    return None  # *late in a third of cases*: the noun is what it is a share of
                span = self._words[position].start, self._words[position].end
                return self._asked(term, span, None)._replace(noun=span)
        return None

    def _toll(self, which: int) -> Predicate | None:
        """Return what leads up to a figure: *the death toll rose to 12*."""
        first, linked = self._first[which], False
        for position in range(first - 1, max(first - _REACH_TOLL, 0) - 1, -1):
            word = self._low[position]
            if position in self._taken or word in {".", ";", "!", "?"}:
                return None
            linked = linked or word in _LINKS
            for phrase, term in self._vocabulary.tolls.get(word, ()):
                after = position + len(phrase)
                found = linked and after <= first and tuple(self._low[position:after]) == phrase
                if found and self._may_ask(which, term):
                    span = self._words[position].start, self._words[after - 1].end
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
            if own is not None and own.term is not None:
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

    def _inherited(
        self, which: int, earlier: Predicate | None, *, same_sentence: bool
    ) -> Predicate | None:
        """Return the predicate of the figure before, where this one is short for the same."""
        if earlier is None or not earlier.measure:
            return None
        if same_sentence and self._converts(which):
            return earlier._replace(inherited=True)
        kind = self._rivals[which].kind
        if earlier.kind != kind:
            return None
        if kind != "count":
            return self._restated(which, earlier, same_sentence=same_sentence)
        return self._short_for(which, earlier, same_sentence=same_sentence)

    def _short_for(
        self, which: int, earlier: Predicate, *, same_sentence: bool
    ) -> Predicate | None:
        """Return the predicate of the count before, where this count is short for the same."""
        noun = self._noun_span(which)
        counted = self._text[noun[0] : noun[1]] if noun else ""
        named = head_of(counted) if counted else ""
        people = not counted or who_of(counted) is None
        short = people or self._rivals[which].role in {
            "included",
            "of which",
            "remaining",
            "further",
        }
        if not same_sentence:
            window = self._low[max(self._first[which] - 6, 0) : self._first[which]]
            existing = any(a == "there" and b in AUXILIARY
                           for a, b in pairwise(window))  # fmt: skip
            told = existing or bool(FIGURE_WORDS.intersection(window)) or self._quoted(which)
            spoken = self._low[max(self._first[which] - 2, 0) : self._first[which]] in _SPOKEN
            counts = earlier.term is not None and earlier.term.unit == "person" and spoken
            again = (
                bool(counted)
                and earlier.noun is not None
                and (counted.casefold() == self._text[slice(*earlier.noun)].casefold())
            )
            short = (people and (not counted or counts) and told) or (again and told)
            people = people or again
            if again and told and earlier.rule == ALONE:
                return earlier._replace(noun=noun, inherited=True)
        if not short:
            return None
        things = earlier.term is not None and earlier.term.things
        if things and named and not people:
            return None
        if (earlier.term is None or earlier.term.unit is None) and counted:
            return None
        who = earlier.who if people else who_of(counted)
        return earlier._replace(who=who, noun=noun, inherited=True)


def _within(noun: tuple[int, int] | None, span: tuple[int, int] | None) -> bool:
    """Return whether what is counted is the predicate itself: *12 killed*."""
    return noun is not None and span is not None and noun[0] >= span[0] and noun[1] <= span[1]


def question(words: Sequence[Token], vocabulary: Vocabulary) -> Predicate | None:
    """Return what a question with *how many* asks for.

    >>> from claimsync.extract.sentences import cut
    >>> from claimsync.extract.vocabulary import newsroom
    >>> text = "How many boats were lost?"
    >>> question(cut(text, 0, len(text)), newsroom()).measure
    'boats lost'
    """
    low = [word.text.casefold() for word in words]
    if low[-1:] != ["?"] or "many" not in low:
        return None
    first = low.index("many") + 1
    for at in range(first, len(low)):
        for phrase, term in vocabulary.after.get(low[at], ()):
            if tuple(low[at : at + len(phrase)]) == phrase:
                noun = next((i for i in range(first, at) if plural(low[i])), None)
                span = words[at].start, words[at + len(phrase) - 1].end
                counted = words[noun].text if noun is not None else ""
                measure = f"{counted} {term.measure}".strip() if term.things else term.measure
                who = None if term.things or not counted else who_of(counted)
                return Predicate(measure, span, None, who, term, "measure/asked", inherited=True)
    return None
