"""Levels that a figure is shifted to, taken up to, or capped at: *shares ended 9% lower at €54*."""

from __future__ import annotations

from claimsync.extract.questions.leading import MODALS, Leading
from claimsync.extract.questions.leads import RELATIVES
from claimsync.extract.questions.surroundings import AUXILIARY, Predicate
from claimsync.extract.text.closed_words import is_adverb

LEVEL = "measure/level"
_DOWN = frozenset("lower down weaker cheaper".split())
_SHIFTS = _DOWN | frozenset("higher up stronger dearer".split())
_SESSION = frozenset("the day week session month year trading at around about some nearly".split())
_ENDED = frozenset(
    "ended ends closed closes finished finishes opened opens traded trading were was are"
    " settled".split()
)
_CONSUMES = frozenset(
    "eat eats ate eaten swallow swallows swallowed consume consumes consumed"
    " devour devours devoured"
    " absorb absorbs absorbed take takes took".split()
)
_OUTLAYS = frozenset(
    "payment cost spending repayment subsidy subsidie interest pension wage salarie bill repair"
    " expenditure service maintenance".split()
)
_WERE, _THEY = frozenset({"were", "are"}), frozenset({"they", "these", "those"})
_CAPS = frozenset("limit cap quota maximum minimum ceiling threshold capacity target".split())


class Shifts(Leading):
    """Finds what ended at another level, takes up money, or sets a bound."""

    def _shifted(self, which: int) -> Predicate | None:
        """Return what ended at another level: *shares ended the day 9.4% lower at €548.20*."""
        money = self._rivals[which].kind == "money" and which > 0
        share = which - 1 if money else which
        behind = self._past(share)
        if self._rivals[share].kind != "share" or self._low[behind : behind + 1] == []:
            return None
        if self._low[behind] not in _SHIFTS or self._low[behind + 1 : behind + 2] == ["than"]:
            return None
        if money and self._low[behind + 1 : self._first[which]] != ["at"]:
            return None
        verb = self._first[share] - 1
        while verb >= 0 and self._low[verb] in _SESSION:
            verb -= 1
        if verb < 1 or self._low[verb] not in _ENDED:
            return None
        last = verb - 1
        while last > 0 and self._low[last] in AUXILIARY:
            last -= 1
        if self._low[last] == ",":  # shares, which had lost 11%, ended
            opened = (at for at in range(last - 1, -1, -1) if self._low[at] == ",")
            last = next((at - 1 for at in opened if self._low[at + 1] in RELATIVES), 0)
        found = self._phrase(last, LEVEL) if self._is_noun(last) else None
        if found is None or money:
            return found
        change = "fall" if self._low[behind] in _DOWN else "rise"
        return found._replace(measure=f"{found.measure} {change}")

    def _breaks_down(self, which: int) -> bool:
        """Return whether a list says who those told of are: *they were 68 men and two boys*."""
        at = self._first[which] - 1
        while which and at >= 0 and self._low[at] in {",", "and"} and at >= self._after[which - 1]:
            which -= 1
            at = self._first[which] - 1
        return at > 0 and self._low[at] in _WERE and self._low[at - 1] in _THEY

    def _consumes(self, which: int) -> Predicate | None:
        """Return what takes up money: *interest payments will eat up €17 billion*."""
        at = self._before_steps(which)
        if self._rivals[which].kind != "money" or at < 1 or self._low[at] not in _CONSUMES:
            return None
        last = at - 1
        while last > 0 and (self._low[last] in MODALS | AUXILIARY or is_adverb(self._low[last])):
            last -= 1
        paid = self._is_noun(last) and self._low[last].removesuffix("s") in _OUTLAYS
        return self._phrase(last, LEVEL) if paid else None

    def _capped(self, which: int) -> Predicate | None:
        """Return the bound that a number sets: *the limit of 35,000 agreed with the city*."""
        cap = self._first[which] - 2
        stands = cap >= 0 and self._low[cap + 1] == "of" and self._low[cap] in _CAPS
        return self._phrase(cap, LEVEL) if stands else None
