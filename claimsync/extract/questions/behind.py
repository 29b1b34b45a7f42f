"""Nouns behind a figure, which say what it is of: *12% of the vote*, *£6m in add-ons*."""

from __future__ import annotations

from claimsync.extract.figures.nouns import MONTHS, STOPS
from claimsync.extract.questions.deeds import behind, code
from claimsync.extract.questions.leads import before_time
from claimsync.extract.questions.surroundings import (
    FEW,
    FIGURE_WORDS,
    GENERIC,
    JOINING,
    PERIODIC,
    Predicate,
    Surroundings,
    head_of,
)
from claimsync.extract.text.closed_words import PREPOSITIONS, is_adverb

# A noun that no term or verb explains is read, and left for somebody to look at.
ALONE, BESIDE = "measure/noun alone", "measure/words beside"
SOME, STATE, KIND = "measure/some of", "measure/state", "measure/kind of unit"
OF_NOUN, OPEN = "measure/figure of noun", "measure/share of noun"
ARE = frozenset({"are", "is", "were", "was", "remain", "remained"})
ARTICLED = frozenset("the a an its his her their this that our".split())
HAS = frozenset("has have had won wins win took takes take got gets gained polled secured".split())
LONG = 5  # words of a noun phrase with its complement
_DENOMINATORS = frozenset({"gdp", "product", "output", "income"})
OUTPUTS = frozenset({"of", "gdp"})
_WEIGHS = frozenset("weighs weigh weighed weighing".split())
CHANGES = frozenset(
    "increase rise fall drop cut reduction decline jump hike gain surge slump decrease growth"
    " improvement reductions increases raise".split()
)
_NO_ITEMS = frozenset("all total full cash return exchange part advance turn addition line".split())
THESE = frozenset("the its his her their those these our".split())
_TOLD_OF = frozenset("expected included confirmed feared reported believed presumed".split())
_ENDLESS = frozenset("not no still also now from the a an to more all here there".split())
_UNNAMED = FIGURE_WORDS | {"claim", "claims", "figures", "demand", "worth"}
_SIDES = frozenset("for against opposed undecided unsure yes no".split())
_DIMENSIONS = frozenset("long wide tall thick deep high square strong plus".split())
_APART = frozenset(
    "from north south east west away off outside downstream upstream inland offshore".split()
)


class Behind(Surroundings):
    """Finds the nouns behind the figures of one sentence."""

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
        whole = self._first[which + 1] if which + 1 < len(self._rivals) else 0
        if whole == first + 1 + (self._low[first + 1] in THESE):  # 60 of its 240 shops
            noun = self._noun_span(which + 1)
            return self._alone(noun, SOME) if noun else None
        told = self._of(which) if self._low[first + 1] in THESE else None
        return None if told is None else told._replace(rule=SOME)

    def _leading(self, which: int) -> Predicate | None:
        """Return the noun of *Of the injured, 369*: what opens the sentence, up to its comma."""
        if which or self._low[:1] != ["of"] or self._low[1:2] == [] or self._low[1] not in THESE:
            return None
        comma = next((at for at in range(2, min(LONG, len(self._low))) if self._low[at] == ","), 0)
        if comma <= 2 or self._first[which] != comma + 1:  # noqa: PLR2004 - of these, 41
            return None
        return self._alone((self._words[2].start, self._words[comma - 1].end), SOME)

    def _state(self, which: int) -> Predicate | None:
        """Return the state of *two are in a critical condition*, *the other three are stable*."""
        first = self._after[which]
        first += self._low[first : first + 2] in (["had", "been"], ["have", "been"])
        if self._low[first : first + 1] == ["hit"] and self._low[first + 1 : first + 2] != []:
            hit = self._words[first]  # six hit their targets
            owned = self._low[first + 1] in ARTICLED
            return self._alone((hit.start, hit.end), STATE) if owned else None
        if self._low[first : first + 1] == [] or self._low[first] not in ARE | {"been"}:
            return None
        last = first + 1
        while last < len(self._low) and last - first <= LONG and (
            self._words[last].kind == "word" and self._low[last] not in JOINING
        ):  # fmt: skip
            last += 1
        told = self._low[first + 1 : last]
        if told[:1] == ["due"] or self._rivals[which].role == "of which":
            return None  # short for what was counted before: *another 600,000 are due*
        if told[:1] and told[0].endswith("ed") and told[0] not in _TOLD_OF:
            word = self._words[first + 1]  # three were captured
            return self._alone((word.start, word.end), STATE)
        if not told or (len(told) > 1 and told[0] not in {"in", "on", "still"}) or (
            told[0].endswith(("ed", "ing")) or told[0] in _ENDLESS
        ):  # fmt: skip
            return None
        return self._alone((self._words[first + 1].start, self._words[last - 1].end), STATE)

    def _reach(self, which: int) -> Predicate | None:
        """Return that a length is a distance: *came within 300 metres of a ship*."""
        one = self._rivals[which]
        if not {"within", "unit-length"}.issubset(one.rules) or one.unit is None:
            return None
        return Predicate("distance", None, one.unit, None, None, OF_NOUN)

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
        """Return what a share did: *70.7% voted*, *22% were against*."""
        first = self._past(which)
        first += self._low[first : first + 1] != [] and self._low[first] in ARE
        if self._rivals[which].kind != "share" or self._rivals[which].noun is not None:
            return None
        verb = self._low[first] if first < len(self._low) else ""
        if self._low[first : first + 2] == ["in", "favour"] or verb in _SIDES:
            stop = first + 1 + (verb == "in")
            return self._alone((self._words[first].start, self._words[stop - 1].end), BESIDE)
        if not (verb.endswith("ed") and verb.isalpha() and len(verb) > len("need")):
            return None
        return self._alone((self._words[first].start, self._words[first].end), BESIDE)

    def _of(self, which: int) -> Predicate | None:
        """Return the noun of *61 percent of precincts*, *4.5 kilograms of explosives*."""
        first = self._past(which)
        if first >= len(self._low) or self._low[first] != "of":
            return None
        first += 1
        if self._low[first : first + 1] == ["what"]:
            return self._wish(which, first)
        while first < len(self._low) and self._low[first] in GENERIC:
            first += 1
        last = first
        while last < len(self._words) and last - first < FEW and self._is_noun(last):
            last += 1 + 2 * (last + 2 < len(self._words) and self._joint(last + 1))
        if last == first:
            return None
        span = self._words[first].start, self._words[last - 1].end
        share = self._rivals[which].kind == "share"
        if share and not _DENOMINATORS.isdisjoint(self._low[first : last + 1]):
            return None  # it stands before: *a deficit of 3 percent of GDP*
        told = head_of(self._text[span[0] : span[1]])
        does = behind(self._words, last)
        said = code(" ".join(self._low[slice(*does)])) if does else ""
        rule = OF_NOUN
        if share and first > self._after[which] + 1 and not self._had(which):
            rule = rule if said else OPEN  # *62 percent of patients*: who did what is left open
        measure = " ".join(filter(None, (told, said, "share" if share else "")))
        return Predicate(measure, span, span, None, None, rule)

    def _wish(self, which: int, first: int) -> Predicate | None:
        """Return what *a fifth of what the town needs* is a share of."""
        last = first + 1
        while last < len(self._words) and last - first < LONG and self._words[last].kind == "word":
            last += 1
        span = self._words[first].start, self._words[last - 1].end
        said = code(self._low[last - 1]) if self._rivals[which].kind == "share" else ""
        return Predicate(f"{said} share", span, span, None, None, OPEN) if said else None

    def _had(self, which: int) -> bool:
        """Return whether somebody has a share: *the Greens won 12 percent of the vote*."""
        return not HAS.isdisjoint(self._low[max(self._first[which] - FEW, 0) : self._first[which]])

    def _change_in(self, which: int) -> Predicate | None:
        """Return what changes in *a 12% increase in spending*, *a 5% cut to the fee*."""
        one, at = self._rivals[which], self._past(which)
        if one.kind not in {"share", "money"} or self._low[at : at + 1] == []:
            return None
        at += self._low[at] in {"annual", "further", "sharp"}
        if self._low[at] not in CHANGES or self._low[at + 1 : at + 2] not in (["in"], ["of"]):
            return None
        return self._from(at + 2, OF_NOUN)

    def _priced(self, which: int) -> Predicate | None:
        """Return what has a price of its own: *a £3.4bn takeover*, *agrees €40m loan*."""
        if self._rivals[which].kind != "money":
            return None
        span = self._run(self._past(which), named=self._articled(which))
        return self._alone(span, OF_NOUN) if span else None

    def _attributive(self, which: int) -> Predicate | None:
        """Return what so much only describes: *a 50-foot-thick sheet*, *the 25% threshold*."""
        one, first = self._rivals[which], self._past(which)
        joined = one.unit is not None and self._low[self._after[which] :][:1] == ["-"]
        if one.kind not in {"share", "measure"} or not (joined or self._articled(which)):
            return None
        if self._low[first : first + 1] == ["-"] and self._low[first + 1] in _DIMENSIONS:
            first += 2
        span = self._run(first, named=True)
        return self._alone(span, ALONE) if span else None

    def _articled(self, which: int) -> bool:
        """Return whether an article, or an owner, opens what a figure describes: *a $6m house*."""
        at = self._first[which] - 1
        return at >= 0 and (self._low[at] in ARTICLED or self._low[at] in {"a", "an"})

    def _run(self, first: int, *, named: bool) -> tuple[int, int] | None:
        """Return the words from ``first`` on that may name what so much is of, names if ``named``.

        A hyphen joins two of them: *a $3m second-quarter loss*.
        """
        last = first
        while last < len(self._low) and last - first < LONG and (
            self._prices(last, named=named) or (last > first and self._joint(last))
        ):  # fmt: skip
            last += 1
        return (self._words[first].start, self._words[last - 1].end) if last > first else None

    def _joint(self, at: int) -> bool:
        """Return whether a word, or its hyphen, at ``at`` is joined to the one before it."""
        mark = at if self._low[at] == "-" else at - 1
        return self._low[mark] == "-" and 0 < mark < len(self._words) - 1 and (
            self._words[mark - 1].end == self._words[mark].start
            and self._words[mark].end == self._words[mark + 1].start
        )  # fmt: skip

    def _taken_off(self, which: int) -> Predicate | None:
        """Return what loses so much: *wiped €22bn off its market value*, *knocked 3% off rents*."""
        at = self._past(which)
        if self._rivals[which].kind not in {"money", "share"} or self._low[at : at + 1] != ["off"]:
            return None
        at += 1 + (self._low[at + 1 : at + 2] == ["of"])
        while at < len(self._low) and (
            self._low[at] in GENERIC or self._low[at + 1 : at + 2] in (["'s"], ["’s"])
            or self._low[at].endswith(("'s", "’s"))
        ):  # fmt: skip
            at += 1
        told = self._from(at, OF_NOUN)
        return told._replace(measure=f"{told.measure} fall") if told else None

    def _prices(self, at: int, *, named: bool = False) -> bool:
        """Return whether a word behind money may name what it is paid for."""
        low = self._low[at]
        timed = low in PERIODIC or low in MONTHS or low in GENERIC or low in PREPOSITIONS
        acts = low.endswith(("ed", "ing")) or is_adverb(low) or low in STOPS | _UNNAMED
        cased = named or self._words[at].text.islower()
        return self._is_noun(at) and cased and not timed and not acts

    def _spent_in(self, which: int) -> Predicate | None:
        """Return what money comes as: *£6m in add-ons*, *3 billion euros in guarantees*."""
        at = self._past(which)
        if self._rivals[which].kind != "money" or self._low[at : at + 1] != ["in"]:
            return None
        if self._low[self._first[which] - 1] in {"to", "at", "from"}:
            return None  # jumped to 4 euros in early trading
        told = self._from(at + 1, BESIDE)
        plain = told is not None and told.noun is not None and (
            self._text[told.noun[0]].islower() and before_time(self._low, at + 1) == at + 1
        )  # fmt: skip
        bare = self._low[at + 1 : at + 2] != [] and self._low[at + 1] not in ARTICLED | _NO_ITEMS
        return told if plain and bare else None

    def _from(self, first: int, rule: str) -> Predicate | None:
        """Return the noun phrase that begins at ``first``."""
        while first < len(self._low) and self._low[first] in GENERIC:
            first += 1
        last = first
        while last < len(self._words) and last - first < LONG and self._is_noun(last):
            last += 1
        if last == first:
            return None
        span = self._words[first].start, self._words[last - 1].end
        told = head_of(self._text[span[0] : span[1]])
        return Predicate(told, span, span, None, None, rule) if told else None
