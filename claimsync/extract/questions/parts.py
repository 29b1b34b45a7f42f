"""Parts and wholes: what the words around a figure ask of it, alone or as a part of others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimsync.extract.questions.asking import JOBS
from claimsync.extract.questions.behind import ALONE, BESIDE, OF_NOUN, SOME
from claimsync.extract.questions.contests import Contests
from claimsync.extract.questions.deeds import behind, code
from claimsync.extract.questions.levels import UNSURE
from claimsync.extract.questions.surroundings import AUXILIARY, Predicate, head_of
from claimsync.extract.text.closed_words import GENITIVES
from claimsync.extract.text.tokens import position

if TYPE_CHECKING:
    from claimsync.extract.questions.terms import Term

PART = "measure/part of"  # a part of those counted, which only a place or an agent tells apart
_OWNERS = (["the"], ["its"], ["their"])
_WHICH = (["last"], ["next"], ["first"], ["own"], ["remaining"], ["other"])
_OWNER = 4  # words of whose a whole is
_GENITIVES = tuple(GENITIVES)
_THEM = frozenset({"them", "those", "these"})


class Parts(Contests):
    """Finds what the words around the figures of one sentence ask."""

    def _own(self, which: int) -> Predicate | None:  # noqa: PLR0911 - one return a reason
        """Return what the words around a figure ask of it."""
        if self._rivals[which].role == "except":
            return self._part_of(which)  # all but five of the 40 died; of all but five nobody knows
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
        if not self._whole_of(which):
            return None
        whole = self._right(which + 1)
        does = self._later(which + 1, whole[2]) if whole is not None else None
        if does is not None:
            return self._told(which + 1, *does)  # 12 of the 40 men trapped there have died
        told = self._own(which + 1)
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
            if self._whole_of(which) and self._does(which, told := found[which]):
                own = found[which + 1]
                if told is None or own is None or own.term is None or own.span == told.span:
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
