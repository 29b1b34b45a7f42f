"""What a figure is a figure of: the words around it that say what happened to what is counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimsync.extract.questions.asking import BARRIERS, JOBS
from claimsync.extract.questions.behind import ALONE, BESIDE, KIND, OF_NOUN, SOME
from claimsync.extract.questions.care import HURT, cared_for
from claimsync.extract.questions.contests import Contests
from claimsync.extract.questions.deeds import behind, code
from claimsync.extract.questions.levels import HANDLED, LEVEL, REFERS, UNSURE
from claimsync.extract.questions.surroundings import (
    AUXILIARY,
    FEW,
    Predicate,
    head_of,
    sort,
)
from claimsync.extract.questions.wanting import wanted
from claimsync.extract.text.clauses import GENITIVES
from claimsync.extract.text.tokens import position

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimsync.extract.figures.quantities import Quantity
    from claimsync.extract.questions.terms import Term

__all__ = ["ALONE", "BESIDE", "PART", "UNSURE", "Predicate", "Reader"]

PART = "measure/part of"  # a part of those counted, which only a place or an agent tells apart
_OWNERS = (["the"], ["its"], ["their"])
_WHICH = (["last"], ["next"], ["first"], ["own"], ["remaining"], ["other"])
_OWNER = 4  # words of whose a whole is
_GENITIVES = tuple(GENITIVES)
_THEM = frozenset({"them", "those", "these"})


class Reader(Contests):
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
            self._scaled(which) or self._shifted(which) or self._valued(which) or self._own(which)
            for which in range(len(self._rivals))
        ]
        self._share_forwards(found)
        self._set_apart(found)
        parts = cared_for(self._low, self._first, self._after) if before else range(0)
        for which in range(len(found)):
            last = self._last(which, found, same or {})
            shares = (
                self._contested(which, last)
                or self._gapped(which, last)
                or self._likewise_on(which, last)
            )
            own = found[which] = shares or found[which]
            earlier = found[which - 1] if which else before
            if which in parts and before is not None and before.measure in HURT:
                found[which] = before._replace(noun=None, rule=PART)
            elif earlier is not None and (on := self._goes_with(which, own, earlier)) is not None:
                found[which] = on
            elif own is None or (self._unsaid(which, own) and not own.inherited):
                found[which] = self._short(which, own, (earlier, last), asked=asked)
                short = own is None or own.rule == BESIDE
                if found[which] is own and far and short and not which and before is None:
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

    def _goes_with(self, which: int, own: Predicate | None, earlier: Predicate) -> Predicate | None:
        """Return what a figure is of where it goes on with things told of before it."""
        if own is not None and self._picked_up(own, earlier):
            return earlier._replace(noun=None, inherited=True, rule=PART)
        if own is not None and self._acts_on(which, own, earlier):
            return self._of_things(own, earlier)
        if self._again(which, own, earlier):
            return earlier._replace(noun=None, inherited=True)
        if own is not None and self._more_of(which, own, earlier):
            return self._of_things(own, earlier)
        if own is not None and self._numbers(own, earlier):
            return earlier._replace(inherited=True)
        return None

    def _unsaid(self, which: int, own: Predicate) -> bool:
        """Return whether the words around a figure hardly say what it is of: *the firm assumes*."""
        if own.rule in {ALONE, BESIDE, KIND}:
            return True
        told = own.rule in {LEVEL, HANDLED} and self._rivals[which].kind != "count"
        anew = self._told_anew(which) or self._it_is(which)
        return told and (anew or self._falls_short(which))

    def _short(
        self, which: int, own: Predicate | None,
        told: tuple[Predicate | None, Predicate | None], *, asked: bool,
    ) -> Predicate | None:  # fmt: skip
        """Return what a figure is short for: the one ``told`` before, or the last of its kind."""
        earlier, last = told
        shared = self._inherited(which, earlier, same_sentence=bool(which))
        if shared is None and last is not None:
            shared = self._elided(which, own, last)
        if shared is None and asked and not which and earlier is not None:
            shared = self._answer(earlier)
        shared = shared or (self._asked_within(which) if own is None else None)
        shared = shared or self._of_them(which, earlier)
        if shared is not None and self._also_part(which):
            shared = shared._replace(rule=PART)
        return shared or own

    def _also_part(self, which: int) -> bool:
        """Return whether a figure goes on with parts: *nine of them for theft, five for fraud*."""
        joined = self._low[self._first[which] - 1] in {"and", ","}
        return which > 0 and joined and self._rivals[which - 1].role in {"included", "of which"}

    def _picked_up(self, own: Predicate, earlier: Predicate) -> bool:
        """Return whether what was picked up are infections, which nobody rescues."""
        verb = self._text[slice(*own.span)].casefold() if own.span else ""
        return earlier.measure == "infected" and verb == "picked up"

    def _last(
        self, which: int, found: Sequence[Predicate | None], same: Mapping[str, Predicate]
    ) -> Predicate | None:
        """Return what the last figure of the same kind was of, in the sentence or before it."""
        kind = sort(self._rivals[which])
        for at in range(which - 1, -1, -1):
            if sort(self._rivals[at]) == kind:
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
        counts = self._rivals[which].kind == "count"
        found = self._noun(which) or self._toll(which) or (
            self._part_of(which) if counts else None
        )  # fmt: skip
        of_some = self._low[self._after[which] :][:1] == ["of"]  # none of the weapons
        if found is None and (of_some or not self._is_zero(which)):
            found = self._framed(which)
        bare = found is None or found.rule in UNSURE
        if bare and not counts:
            found = self._part_of(which) or found
        return (self._of_those(which) if bare else None) or found

    def _part_of(self, which: int) -> Predicate | None:
        """Return what *14 of the 40 beams*, *three of the city's five bridges* are a part of."""
        told = self._own(which + 1) if self._whole_of(which) else None
        if told is None or told.rule in {ALONE, BESIDE} or self._does(which, told):
            return told
        return told._replace(inherited=True, rule=PART)

    def _set_apart(self, found: list[Predicate | None]) -> None:
        """Let the whole of what a part does be counted alone: *14 of the 40 beams were bent*."""
        if self._opens_whole():  # of 40 drones, 36 were shot down
            whole, part = self._alone(self._rivals[0].noun, SOME), found[1]
            if whole is not None and part is not None and part.term is not None:
                found[1] = self._of_things(part, whole)._replace(inherited=False)
            found[0] = whole
        for which in range(len(found) - 1):
            if self._whole_of(which) and self._does(which, found[which]):
                found[which + 1] = self._alone(self._rivals[which + 1].noun, ALONE)

    def _opens_whole(self) -> bool:
        """Return whether a sentence opens with what its second figure is a part of."""
        if len(self._rivals) < len(("whole", "part")) or self._low[:1] != ["of"]:
            return False
        behind = self._low[self._after[0] : self._first[1]]
        counts = all(one.kind == "count" for one in self._rivals[:2])
        opens = self._first[0] == 1 or self._low[1 : self._first[0]] in _OWNERS
        return counts and opens and behind[-1:] == [","] and self._rivals[0].noun is not None

    def _whole_of(self, which: int) -> bool:
        """Return whether the next figure is the whole that this one is a part of."""
        after, whole = self._after[which], which + 1
        if self._low[after : after + 1] != ["of"] or whole >= len(self._rivals):
            return False
        owner = self._low[after + 1 : self._first[whole]]
        if not owner:  # 36 of 40 drones
            kinds = {one.kind for one in self._rivals[which : whole + 1]}
            return kinds == {"count"} and self._rivals[whole].noun is not None
        owned = 0 < len(owner) <= _OWNER and owner[-1].endswith(_GENITIVES)
        last = owner[:1] in _OWNERS and owner[1:] in _WHICH  # of their last six games
        return owner in _OWNERS or last or (owned and self._rivals[whole].noun is not None)

    def _does(self, which: int, told: Predicate | None) -> bool:
        """Return whether a verb tells what some do, not only which: *12 of the 40 beams bent*.

        In *two of the 12 people killed* all are killed, in *two of its 12 men died* the two.
        """
        if told is None or self._rivals[which].kind != "count":
            return False
        if told.term is None or told.span is None:
            return told.rule == ALONE and told.deed is not None
        before = self._low[position(self._words, told.span[0]) - 1]
        acts = self._text[slice(*told.span)].casefold() not in told.term.before.split("|")
        return before in AUXILIARY or (acts if told.span != told.noun else bool(told.term.beside))

    def _partitive(self, position: int) -> bool:
        """Return whether a term is what some are taken of: *two of the rescued*."""
        return position > 1 and self._low[position - 2] == "of" and (
            self._low[position - 1] in {"the", "those", "his", "its", "her", "their"}
        )  # fmt: skip

    def _of_them(self, which: int, earlier: Predicate | None) -> Predicate | None:
        """Return what some of those counted before do: *two-thirds of them were rebooked*."""
        first, kind = self._past(which), self._rivals[which].kind
        if kind not in {"share", "count"} or earlier is None or earlier.noun is None:
            return None
        told = head_of(self._text[slice(*earlier.noun)])
        part = self._low[first : first + 1] == ["of"] and self._low[first + 1] in _THEM
        if kind == "count" and told and (part or self._all_of(which)):
            span = (self._words[first].start, self._words[first + 1].end) if part else None
            plain = Predicate(told, None, span, None, None, ALONE)
            return self._done(plain, behind(self._words, first + 2 * part))
        does = behind(self._words, first + 2) if part else None
        said = code(" ".join(self._low[slice(*does)])) if does else ""
        span = (self._words[first].start, self._words[first + 1].end) if said else None
        return Predicate(f"{told} {said} share", span, span, None, None, OF_NOUN) if said else None

    def _all_of(self, which: int) -> bool:
        """Return whether a number is that of all, or the rest, of those just told of: *all 3*."""
        first, noun = self._first[which], self._rivals[which].noun
        whole = self._low[first - 1 : first] if first else []
        return noun is None and (whole == ["all"] or self._low[first] == "all")

    def _some_of(self, which: int, whole: tuple[Term, int, int]) -> Predicate:
        """Return what is told of *two of the rescued*: that they died, or their number alone."""
        told = self._right(which, whole[2])
        if told is None:
            return self._told(which, *whole)._replace(rule=PART)
        return self._told(which, *told)._replace(who=whole[0].measure)

    def _of_those(self, which: int) -> Predicate | None:
        """Return what *of the injured, 369 are in Qasr* tells of a figure without a term."""
        low = self._low
        if low[:1] != ["of"] or low[1:2] not in (["the"], ["those"]):
            return None
        if self._rivals[which].kind != "count":
            return None
        if low[2] in JOBS and low[3:4] == ["to"] and low[5:6] == [","]:
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

    def _share_forwards(self, found: list[Predicate | None]) -> None:
        """Let *14 boats and 300 soldiers were sent* share their verb."""
        for which in range(len(found) - 2, -1, -1):
            own, following = found[which], found[which + 1]
            if self._one_noun(which, own, following):  # 402 and 115 votes
                found[which] = following._replace(inherited=True) if following else own
                continue
            if own is not None and following is not None and own.term is not None and (
                self._one_verb(which, own, following)
            ):  # fmt: skip
                told = found[which] = self._asked(own.term, own.span, following.noun)
                self._share_noun(found, which + 1, told)
                continue
            if following is None or following.term is None or following.span is None:
                continue
            if which == 0 and self._opens_whole():
                continue
            if own is not None and (own.term is not None or self._done_with(own)):
                continue
            between = self._low[self._after[which] : self._first[which + 1]]
            behind = following.span[0] >= self._words[self._first[which + 1]].start
            joined = between and between[-1] in {"and", "or", ","} and len(between) <= 2 * FEW
            if behind and joined and not BARRIERS.intersection(between[:-1]):
                noun = self._noun_span(which)
                found[which] = self._asked(following.term, following.span, noun)._replace(
                                       inherited=True)  # fmt: skip

    def _share_noun(self, found: list[Predicate | None], first: int, told: Predicate) -> None:
        """Let the figures of *lost 12, eight and nine houses* share verb and noun."""
        for at in range(first, len(found)):
            listed = found[at]
            if listed is None or listed.rule != ALONE or listed.noun != told.noun:
                return
            found[at] = told._replace(inherited=True)

    def _one_noun(self, which: int, own: Predicate | None, following: Predicate | None) -> bool:
        """Return whether two figures count one noun that only the second names."""
        return self._beside_noun(which, following) and (own is None or own.rule in {ALONE, BESIDE})

    def _one_verb(self, which: int, own: Predicate, following: Predicate) -> bool:
        """Return whether a verb before two figures asks for the noun that only the second names."""
        before = own.span is not None and own.span[1] <= self._words[self._first[which]].start
        return before and self._beside_noun(which, following)

    def _beside_noun(self, which: int, following: Predicate | None) -> bool:
        """Return whether a figure is joined to one that names a noun, as *12 and nine houses*."""
        if following is None or following.rule != ALONE or self._noun_span(which) is not None:
            return False
        between = self._low[self._after[which] : self._first[which + 1]]
        joined = between in (["and"], ["or"], [","])
        return joined and self._rivals[which].kind == self._rivals[which + 1].kind == "count"


def _moved(one: Quantity, own: Predicate) -> Predicate:
    """Return what a figure is of, where it says by how much: *profit fell 14 percent*."""
    if own.rule != LEVEL or one.change not in _MOVED or own.inherited:
        return own
    return own._replace(measure=f"{own.measure} {_MOVED[one.change]}", inherited=False)


_MOVED = {"up": "rise", "down": "fall"}
