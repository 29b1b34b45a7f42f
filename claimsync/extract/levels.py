"""What a figure measures where no term of the vocabulary is near: the noun before or behind it."""

from __future__ import annotations

from claimsync.extract.clauses import is_adverb
from claimsync.extract.leads import (
    FINITE,
    FORECASTS,
    GIVES,
    LEVEL_BARE,
    LEVEL_VERBS,
    LIKELY,
    RELATIVES,
    SPEECH,
    before_time,
)
from claimsync.extract.surroundings import (
    AUXILIARY,
    FEW,
    FIGURE_WORDS,
    GENERIC,
    JOINING,
    MOVES,
    STEPS,
    VERBS,
    Predicate,
    Surroundings,
    head_of,
)

# A noun that no term or verb explains is read, and left for somebody to look at.
ALONE, BESIDE = "measure/noun alone", "measure/words beside"
SOME, STATE, KIND = "measure/some of", "measure/state", "measure/kind of unit"
REFERS = "measure/of the paragraph before"
STANDS = "measure/stands at"
UNSURE = frozenset({ALONE, BESIDE, SOME, STATE, KIND, REFERS})
_LEADING = GENERIC | VERBS
_FRAMES = frozenset({"of", "for", "in", "at", "to", "on"})
# What a level is told in percent of: *a deficit of 3 percent of GDP*.
_DENOMINATORS = frozenset({"gdp", "product", "output", "income"})
_HAS = frozenset("has have had won wins win took takes take got gets gained polled secured".split())
_LONG = 5  # words of a noun phrase with its complement
_LEVELS = (
    MOVES
    | STEPS
    | AUXILIARY
    | frozenset(
        "by from down at to of “ \" ‘ ' truth in only just closer nearer put higher lower more most"
        " around close well".split()
    )
)
_ARTICLED = frozenset("the a an its his her their this that our".split())
_FIGURES = frozenset({"figure", "number", "estimate", "count", "total"})
_WEIGHS = frozenset("weighs weigh weighed weighing".split())
_CHANGES = frozenset(
    "increase rise fall drop cut reduction decline jump hike gain surge slump decrease growth"
    " improvement reductions increases raise".split()
)
_NO_ITEMS = frozenset("all total full cash return exchange part advance turn addition line".split())
_ON = frozenset({"on", "at"})
_POLLED = frozenset("vote votes seats support share ballots poll".split())
_MODALS = frozenset("will would to could can may might should shall not".split())
_BRINGS = frozenset("bring brings brought bringing".split())
_THESE = frozenset("the its his her their those these our".split())
_ARE = frozenset({"are", "is", "were", "was", "remain", "remained"})
_TOLD_OF = frozenset("expected included confirmed feared reported believed presumed".split())
_ENDLESS = frozenset("not no still also now from the a an to more all here there".split())
_APART = frozenset("from north south east west away off outside".split())
_NO_NOUNS = frozenset("up down more less too far own only just even there here bore named".split())
_PRONOUNS = frozenset("it she he they there this that which who".split())


class Levels(Surroundings):
    """Finds the nouns that figures of one sentence measure."""

    def _framed(self, which: int) -> Predicate | None:
        """Return the noun that a figure measures, where no term of the vocabulary is near."""
        one = self._rivals[which]
        if one.kind == "count" and self._noun_span(which) is None:
            return (
                self._some(which) or self._leading(which) or self._state(which)
                or self._level(which) or self._beside(which)
            )  # fmt: skip
        if one.kind == "count":
            more = one.role == "further"  # another nine drones are some, whoever counts them
            return self._alone(self._noun_span(which), BESIDE if more else ALONE)
        found = self._of(which) or self._change_in(which) or self._behind_of(which)
        found = found or self._spent_in(which) or self._level(which)
        found = found or self._kind(which) or self._share_that(which)
        unit = one.unit if one.kind == "measure" else None
        return found or self._alone(one.noun or unit, ALONE) or self._beside(which)

    def _alone(self, noun: tuple[int, int] | None, rule: str) -> Predicate | None:
        """Return a noun as the measure."""
        if noun is None:
            return None
        return Predicate(head_of(self._text[noun[0] : noun[1]]), None, noun, None, None, rule)

    def _some(self, which: int) -> Predicate | None:
        """Return the noun of *74 of the drones*, *14 of its drones*."""
        first = self._after[which]
        if self._low[first : first + 1] != ["of"] or self._low[first + 1 : first + 2] == []:
            return None
        following = which + 1 < len(self._rivals) and self._first[which + 1] == first + 2
        if following and self._low[first + 1] in _THESE:  # 60 of its 240 shops
            noun = self._noun_span(which + 1)
            return self._alone(noun, SOME) if noun else None
        told = self._of(which) if self._low[first + 1] in _THESE else None
        return None if told is None else told._replace(rule=SOME)

    def _leading(self, which: int) -> Predicate | None:
        """Return the noun of *Of the injured, 369*: what opens the sentence, up to its comma."""
        if which or self._low[:1] != ["of"] or self._low[1:2] == [] or self._low[1] not in _THESE:
            return None
        comma = next((at for at in range(2, min(_LONG, len(self._low))) if self._low[at] == ","), 0)
        if not comma or self._first[which] != comma + 1:
            return None
        return self._alone((self._words[2].start, self._words[comma - 1].end), SOME)

    def _state(self, which: int) -> Predicate | None:
        """Return the state of *two are in a critical condition*, *the other three are stable*."""
        first = self._after[which]
        if self._low[first : first + 1] == [] or self._low[first] not in _ARE:
            return None
        last = first + 1
        while last < len(self._low) and last - first <= _LONG and (
            self._words[last].kind == "word" and self._low[last] not in JOINING
        ):  # fmt: skip
            last += 1
        told = self._low[first + 1 : last]
        if told[:1] and told[0].endswith("ed") and told[0] not in _TOLD_OF:
            word = self._words[first + 1]  # three were captured
            return self._alone((word.start, word.end), STATE)
        if not told or (len(told) > 1 and told[0] not in {"in", "on", "still"}) or (
            told[0].endswith(("ed", "ing")) or told[0] in _ENDLESS
        ):  # fmt: skip
            return None
        return self._alone((self._words[first + 1].start, self._words[last - 1].end), STATE)

    def _kind(self, which: int) -> Predicate | None:
        """Return what a unit measures by itself: degrees a temperature, *400 m from* a distance."""
        one, first = self._rivals[which], self._past(which)
        if one.kind != "measure" or one.unit is None:
            return None
        first_word = self._first[which]
        if "unit-mass" in one.rules and first_word and self._low[first_word - 1] in _WEIGHS:
            word = self._words[first_word - 1]
            return Predicate("weight", None, (word.start, word.end), None, None, KIND)
        if "unit-heat" in one.rules:
            return Predicate("temperature", None, one.unit, None, None, KIND)
        apart = self._low[first : first + 1] and self._low[first] in _APART
        if "unit-length" in one.rules and apart:
            return Predicate("distance", None, one.unit, None, None, KIND)
        return None

    def _share_that(self, which: int) -> Predicate | None:
        """Return what a share did: *70.7% voted*."""
        first = self._past(which)
        if self._rivals[which].kind != "share" or self._rivals[which].noun is not None:
            return None
        verb = self._low[first] if first < len(self._low) else ""
        if not (verb.endswith("ed") and verb.isalpha() and len(verb) > len("need")):
            return None
        return self._alone((self._words[first].start, self._words[first].end), BESIDE)

    def _of(self, which: int) -> Predicate | None:
        """Return the noun of *61 percent of precincts*, *4.5 kilograms of explosives*."""
        first = self._past(which)
        if first >= len(self._low) or self._low[first] != "of":
            return None
        first += 1
        while first < len(self._low) and self._low[first] in GENERIC:
            first += 1
        last = first
        while last < len(self._words) and last - first < FEW and self._is_noun(last):
            last += 1
        if last == first:
            return None
        span = self._words[first].start, self._words[last - 1].end
        share = self._rivals[which].kind == "share"
        if share and not _DENOMINATORS.isdisjoint(self._low[first : last + 1]):
            return self._level(which)
        told = head_of(self._text[span[0] : span[1]])
        rule = "measure/figure of noun"
        if share and first > self._after[which] + 1 and not self._had(which):
            rule = ALONE  # *62 percent of patients recovered*: who did what is left open
        return Predicate(f"{told} share" if share else told, span, span, None, None, rule)

    def _change_in(self, which: int) -> Predicate | None:
        """Return what changes in *a 12% increase in spending*, *a 5% cut to the fee*."""
        one, at = self._rivals[which], self._past(which)
        if one.kind not in {"share", "money"} or self._low[at : at + 1] == []:
            return None
        at += self._low[at] in {"annual", "further", "sharp"}
        if self._low[at] not in _CHANGES or self._low[at + 1 : at + 2] not in (["in"], ["of"]):
            return None
        return self._from(at + 2, "measure/figure of noun")

    def _spent_in(self, which: int) -> Predicate | None:
        """Return what money comes as: *£6m in add-ons*, *3 billion euros in guarantees*."""
        at = self._past(which)
        if self._rivals[which].kind != "money" or self._low[at : at + 1] != ["in"]:
            return None
        told = self._from(at + 1, BESIDE)
        plain = told is not None and told.noun is not None and (
            self._text[told.noun[0]].islower() and before_time(self._low, at + 1) == at + 1
        )  # fmt: skip
        bare = self._low[at + 1 : at + 2] != [] and self._low[at + 1] not in _ARTICLED | _NO_ITEMS
        return told if plain and bare else None

    def _from(self, first: int, rule: str) -> Predicate | None:
        """Return the noun phrase that begins at ``first``."""
        while first < len(self._low) and self._low[first] in GENERIC:
            first += 1
        last = first
        while last < len(self._words) and last - first < _LONG and self._is_noun(last):
            last += 1
        if last == first:
            return None
        span = self._words[first].start, self._words[last - 1].end
        told = head_of(self._text[span[0] : span[1]])
        return Predicate(told, span, span, None, None, rule) if told else None

    def _had(self, which: int) -> bool:
        """Return whether somebody has a share: *the Greens won 12 percent of the vote*."""
        return not _HAS.isdisjoint(self._low[max(self._first[which] - FEW, 0) : self._first[which]])

    def _behind_of(self, which: int) -> Predicate | None:
        """Return the noun of *a budget of £18bn*."""
        last = self._first[which] - 1
        if last < 1 or self._low[last] != "of" or not self._is_noun(last - 1):
            return None
        if self._low[last - 1] in _FIGURES:
            return None  # a figure of 67%: of what was told before
        return self._phrase(last - 1, "measure/noun of figure")

    def _level(self, which: int) -> Predicate | None:
        """Return what stands at a level: *unemployment rose to 5 %*, *put the cost at £5m*."""
        first = self._first[which] - 1
        last = self._led_by(which, first)
        if last == first or last < 0 or last in self._taken or self._low[last] in FIGURE_WORDS:
            return None
        return self._phrase(last, "measure/level") if self._is_noun(last) else None

    def _elided(self, which: int, own: Predicate | None, earlier: Predicate) -> Predicate | None:
        """Return what a level is told of anew, where only who tells it stands before it.

        *The ministry's own documents give 3.9%*, *a figure of 67%*.
        """
        one, low, first = self._rivals[which], self._low, self._first[which]
        before = low[first - 1] if first else ""
        bare = own is None or own.rule == BESIDE
        if not bare or one.kind in {"count"} or one.noun is not None:
            return None
        gives = GIVES if one.kind == "share" else FORECASTS
        told = before in gives or (before == "of" and low[first - 2] in FIGURE_WORDS)
        told = told or (one.spread == "total" and before in {"or", ",", "—"})
        fits = told and earlier.kind == one.kind and earlier.measure
        return earlier._replace(inherited=True, who=None) if fits else None

    def _stands(self, which: int, earlier: Predicate) -> Predicate | None:
        """Return what was told of another's share: *the Greens are on 9%*, *has Labour on 40*."""
        one, low, first = self._rivals[which], self._low, self._first[which]
        polled = _POLLED.intersection(earlier.measure.casefold().split())
        stands = first > 1 and low[first - 1] in _ON and one.noun is None
        if not polled or not stands or earlier.kind != one.kind:
            return None
        if one.kind == "count" and _HAS.isdisjoint(low[max(first - _LONG, 0) : first]):
            return None
        rule = earlier.rule if earlier.rule in UNSURE else STANDS
        return earlier._replace(inherited=True, who=None, rule=rule)

    def _led_by(self, which: int, last: int) -> int:
        """Return the position before the words from ``last`` back that lead to a figure."""
        crossed = {at for other in range(which)
                   for at in range(self._first[other], self._past(other))}  # fmt: skip
        low, timed = self._low, False
        while last >= 0:
            if low[last] in SPEECH and (told := self._relative(last)) < last:
                last = told
            elif (
                low[last] in _LEVELS
                or is_adverb(low[last])
                or self._leads(last)
                or (
                    last in crossed
                    and (timed or last + 1 in crossed or low[last + 1] in {"to", "from"})
                )
            ):  # fell 3.4 percent to 112.50 kronor
                last -= 1
            elif last not in crossed and (before := before_time(low, last)) < last:
                last, timed = before, True
            else:
                return last
        return last

    def _relative(self, verb: int) -> int:
        """Return the position before *that X says*, of what X says: *a levy that it says will*."""
        for at in range(verb - 1, max(verb - _LONG - 2, 0), -1):
            if self._low[at] in RELATIVES:
                return at - 1 if self._is_noun(at - 1) else verb
            if self._words[at].kind != "word":
                return verb
        return verb

    def _leads(self, at: int) -> bool:
        """Return whether a word is a verb that leads to a level, or only joins one to its noun."""
        low, before = self._low[at], self._low[at - 1] if at else ""
        if low in LEVEL_VERBS or low in LIKELY:
            return True
        if low in LEVEL_BARE:
            return before in _MODALS or before in _ARE or is_adverb(before)
        if low == "in":
            return before in _BRINGS
        return low in RELATIVES and at > 0 and self._is_noun(at - 1)

    def _beside(self, which: int) -> Predicate | None:
        """Return the words right before a figure, which may be what it is of: *schools £5.1bn*."""
        first = self._first[which] - 1
        if first < 0 or not self._is_noun(first) or self._low[first] in _NO_NOUNS:
            return None
        if is_adverb(self._low[first]):
            return None
        while first > 0 and self._first[which] - first < FEW + 1 and self._is_noun(first - 1):
            first -= 1
        span = self._words[first].start, self._words[self._first[which] - 1].end
        return self._alone(span, BESIDE)

    def _phrase(self, last: int, rule: str) -> Predicate | None:
        """Return the noun phrase that ends at ``last``: *shares in Voss*, *number of stations*."""
        first = last
        while first > 0 and last - first < _LONG:
            if self._hyphened(first):
                first -= 2
            elif self._names(first - 1):
                first -= 1
            elif self._low[first - 1] in _FRAMES and first > 1 and self._names(first - 2):
                first -= 1
            else:
                break
        while first < last and (self._low[first] in _LEADING or self._acts_on(first)):
            first += 1
        if self._low[last] in _PRONOUNS:
            return None
        span = self._words[first].start, self._words[last].end
        told = head_of(self._text[span[0] : span[1]])
        return Predicate(told, span, span, None, None, rule) if told else None

    def _names(self, position: int) -> bool:
        """Return whether a word may belong to a noun phrase, and is no verb that parts two."""
        return self._is_noun(position) and self._low[position] not in FINITE

    def _hyphened(self, position: int) -> bool:
        """Return whether a hyphen joins a word to the one before it: *pre-tax*, *one-off*."""
        return position > 1 and self._low[position - 1] in {"-", "‑"} and (
            self._words[position - 2].kind == "word"
            and self._words[position - 2].end == self._words[position - 1].start
            and position - 1 not in self._taken
        )  # fmt: skip

    def _acts_on(self, position: int) -> bool:
        """Return whether a word that opens a phrase is a verb, of which the rest is the object."""
        bare = self._low[position] in LEVEL_BARE or self._low[position] in LEVEL_VERBS
        return bare and self._low[position + 1] in _ARTICLED
