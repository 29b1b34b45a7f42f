"""What a figure is a figure of: the words around it that say what happened to what is counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimsync.extract.questions.asking import BARRIERS
from claimsync.extract.questions.behind import ALONE, BESIDE, KIND
from claimsync.extract.questions.care import HURT, cared_for
from claimsync.extract.questions.levels import HANDLED, REFERS, UNSURE
from claimsync.extract.questions.parts import PART, Parts
from claimsync.extract.questions.shifts import LEVEL
from claimsync.extract.questions.subject_words import HARMS
from claimsync.extract.questions.surroundings import FEW, Predicate, sort
from claimsync.extract.questions.vocabulary import who_of
from claimsync.extract.questions.wanting import wanted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimsync.extract.figures.quantities import Quantity

__all__ = ["ALONE", "BESIDE", "PART", "UNSURE", "Predicate", "Reader"]


class Reader(Parts):
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
            self._divided(which)
            or self._sentenced(which)
            or self._scaled(which)
            or self._shifted(which)
            or self._valued(which)
            or self._valuing(which)
            or self._own(which)
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

    def _goes_with(  # noqa: PLR0911 - one return a reason
        self, which: int, own: Predicate | None, earlier: Predicate
    ) -> Predicate | None:
        """Return what a figure is of where it goes on with things told of before it."""
        if own is not None and self._picked_up(own, earlier):
            return earlier._replace(noun=None, inherited=True, rule=PART)
        if own is not None and self._acts_on(which, own, earlier):
            return self._of_things(own, earlier)
        if own is not None and self._are_among(which, own, earlier):
            who = who_of(self._text[slice(*own.noun)]) if own.noun else None
            return earlier._replace(noun=own.noun, who=who, inherited=True)
        if self._again(which, own, earlier):
            return earlier._replace(noun=None, inherited=True)
        if own is not None and self._more_of(which, own, earlier):
            return self._of_things(own, earlier)
        if own is not None and self._numbers(own, earlier):
            return earlier._replace(inherited=True)
        return None

    def _are_among(self, which: int, own: Predicate, earlier: Predicate) -> bool:
        """Return whether a noun only says who some of the harmed are: *12 dead, 4 guests*."""
        part = self._rivals[which].role in {"included", "of which"}
        told = own.term is not None and own.noun is not None and own.span == own.noun
        return part and told and own.measure not in HARMS and earlier.measure in HARMS

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
            crossed = earlier is not None and earlier.kind != self._rivals[which].kind
            crossed = crossed and self._low[
                max(self._first[which] - 2, 0) : self._first[which]
            ] == ["it", "at"]
            shared = self._restated(which, last, same_sentence=bool(which)) if crossed else None
            shared = shared or self._elided(which, own, last)
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
                told = found[at]
                return told and told._replace(kind=self._rivals[at].kind)
        return same.get(kind)

    def _wanted(self, which: int, own: Predicate) -> Predicate:
        """Return what a figure is of, with whether somebody asks for it or offers it."""
        if not own.measure or own.rule == BESIDE:
            return own
        return own._replace(measure=wanted(own.measure, self._low, self._first[which], own.kind))

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
            joins = {"and", "or", ","} if following.inherited else {"and", "or"}
            joined = between and between[-1] in joins and len(between) <= 2 * FEW
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
    stands = own.rule == LEVEL or (
        one.kind in {"share", "money"} and own.term is not None and own.noun == own.span
    )
    if not stands or one.change not in _MOVED or own.inherited:
        return own
    return own._replace(measure=f"{own.measure} {_MOVED[one.change]}", inherited=False)


_MOVED = {"up": "rise", "down": "fall"}
