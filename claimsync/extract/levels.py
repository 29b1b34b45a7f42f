"""What a figure measures where no term of the vocabulary is near: the noun before or behind it."""

from __future__ import annotations

from claimsync.extract.clauses import PREPOSITIONS, is_adverb
from claimsync.extract.deeds import behind, code, deed
from claimsync.extract.nouns import STOPS, plural
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
from claimsync.extract.tokens import position

# A noun that no term or verb explains is read, and left for somebody to look at.
ALONE, BESIDE, NUMBER = "measure/noun alone", "measure/words beside", "measure/number of"
SOME, STATE, KIND = "measure/some of", "measure/state", "measure/kind of unit"
REFERS = "measure/of the paragraph before"
OF_NOUN = "measure/figure of noun"
LEVEL, HANDLED = "measure/level", "measure/done with money"
UNKNOWN = frozenset({ALONE, NUMBER})  # the rules of nouns that no term knows
UNSURE = frozenset({ALONE, BESIDE, NUMBER, SOME, STATE, KIND, REFERS})
_GOES = frozenset("grow rise fall shrink climb drop reach increase decrease decline".split())
_DEEDS = frozenset("recorded registered measured showed shows offered received found".split())
_LEADING = GENERIC | VERBS | frozenset("expected forecast predicted reported posted".split())
_FRAMES = frozenset({"of", "for", "in", "at", "to"})
_WIDE = 10  # words from "number of" to where it is told
_LONG = 5  # words of a noun phrase with its complement
_LEVELS = (
    MOVES
    | STEPS
    | AUXILIARY
    | frozenset(
        "by from down at to of “ \" ‘ ' last year month week quarter truth in only just closer"
        " nearer put".split()
    )
)
_ARTICLES = frozenset({"the", "a", "an"})
_ACTS = STOPS - GENERIC - _FRAMES - {"work", "works", "need", "needs"} | _DEEDS
_THESE = frozenset("the its his her their those these our".split())
_DETERMINERS = _THESE | {"a", "an"}
_ARE = frozenset({"are", "is", "were", "was", "remain", "remained"})
_TOLD_OF = frozenset("expected included confirmed feared reported believed presumed".split())
_ENDLESS = frozenset("not no still also now from the a an to more all here there".split())
_APART = frozenset("from north south east west away off outside".split())
_NO_NOUNS = frozenset("up down more less too far own only just even there here bore named".split())
_SPEAKING = frozenset("spoke speaks spoken talked talks wrote writes knows knew".split())
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
            whole = self._low[:2] == ["of", "the"] and self._first[which] == len(("of", "the"))
            return self._counted(which, BESIDE if more else SOME if whole else ALONE)
        found = self._of(which) or self._behind_of(which) or self._level(which)
        found = found or self._kind(which) or self._share_that(which) or self._handled(which)
        unit = one.unit if one.kind == "measure" else None
        return found or self._alone(one.noun or unit, ALONE) or self._beside(which)

    def _counted(self, which: int, rule: str) -> Predicate | None:
        """Return a counted noun as the measure, and what is said to happen to what it names."""
        noun = self._noun_span(which)
        found = self._alone(noun, rule)
        if noun is None or found is None:
            return found
        last = position(self._words, noun[1])
        return self._done(found, deed(self._words, self._first[which],
                                      max(last, self._after[which])))  # fmt: skip

    def _done(self, found: Predicate | None, told: tuple[int, int] | None) -> Predicate | None:
        """Return what is counted, with what is said to happen to it."""
        if found is None or told is None:
            return found
        return found._replace(deed=(self._words[told[0]].start, self._words[told[1] - 1].end))

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
        first += self._low[first : first + 2] in (["had", "been"], ["have", "been"])
        if self._low[first : first + 1] == [] or self._low[first] not in _ARE | {"been"}:
            return None
        last = first + 1
        while last < len(self._low) and last - first <= _LONG and (
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

    def _kind(self, which: int) -> Predicate | None:
        """Return what a unit measures by itself: degrees a temperature, *400 m from* a distance."""
        one, first = self._rivals[which], self._past(which)
        if one.kind != "measure" or one.unit is None:
            return None
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

    def _handled(self, which: int) -> Predicate | None:
        """Return what is done with money: *moved 2.3 million euros*."""
        at = self._first[which] - 1
        if self._rivals[which].kind != "money" or at < 1 or not self._low[at].endswith("ed"):
            return None
        word = self._words[at]
        if word.low in MOVES or not code(word.low) or self._low[at - 1] in _THESE:
            return None
        return Predicate(word.low, (word.start, word.end), None, None, None, HANDLED)

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
        told = head_of(self._text[span[0] : span[1]])
        does = behind(self._words, last)
        said = code(" ".join(self._low[slice(*does)])) if does else ""
        share = "share" if self._rivals[which].kind == "share" else ""
        measure = " ".join(filter(None, (told, said, share)))
        return Predicate(measure, span, span, None, None, OF_NOUN)

    def _behind_of(self, which: int) -> Predicate | None:
        """Return the noun of *a budget of £18bn*."""
        last = self._first[which] - 1
        if last < 1 or self._low[last] != "of" or not self._is_noun(last - 1):
            return None
        if self._low[last - 1] in _SPEAKING:
            return None  # spoke of 210 kg
        return self._phrase(last - 1, "measure/noun of figure")

    def _level(self, which: int) -> Predicate | None:
        """Return what stands at a level: *unemployment rose to 5 %*, *put the cost at £5m*."""
        last = first = self._first[which] - 1
        crossed = {at for other in range(which)
                   for at in range(self._first[other], self._past(other))}  # fmt: skip
        while last >= 0 and (
            self._low[last] in _LEVELS
            or is_adverb(self._low[last])
            or (last in crossed and (last + 1 in crossed or self._low[last + 1] in {"to", "from"}))
        ):  # fell 3.4 percent to 112.50 kronor
            last -= 1
        if last == first or last < 0 or last in self._taken or self._low[last] in FIGURE_WORDS:
            return None
        if not self._is_noun(last) or self._counted_by_other(which, last):
            return None
        acts = last and self._low[last - 1] == "to" and self._words[last].text.islower()
        if acts and not plural(self._low[last]) and self._low[last] not in _GOES:
            return None  # *to cover the 90 km*
        told = self._number_of(which, last)
        return told or (None if self._acts_there(last) else self._phrase(last, LEVEL))

    def _acts_there(self, at: int) -> bool:
        """Return whether a word is what somebody does: *is demanding*, *the board voted*."""
        before = self._low[at - 1] if at else ""
        if self._low[at].endswith("ing"):
            return before in AUXILIARY
        stands = self._low[at + 1] in AUXILIARY  # *houses destroyed are 240*
        return self._low[at].endswith("ed") and before not in _THESE and not stands

    def _counted_by_other(self, which: int, at: int) -> bool:
        """Return whether another figure counts a word: *by 120 votes to 80*."""
        start = self._words[at].start
        nouns = (one.noun for one in self._rivals[:which])
        return any(noun is not None and noun[0] <= start < noun[1] for noun in nouns)

    def _number_of(self, which: int, last: int) -> Predicate | None:
        """Return the noun of *the number of wolves in the park is 41*: it is counted as any is."""
        lead = next((at for at in range(last, max(last - _WIDE, 0), -1)
                     if self._low[at - 1 : at + 1] == ["number", "of"]), None)  # fmt: skip
        if lead is None or self._rivals[which].kind != "count":
            return None
        first = end = lead + 1 + (self._low[lead + 1] in _THESE)
        while end <= last and self._is_noun(end) and (
            self._low[end] not in PREPOSITIONS and not (end > first and self._low[end][-2:] == "ed")
        ):  # fmt: skip
            end += 1
        if not first < end <= first + FEW + 1 or not self._names(end, last):
            return None
        noun = self._words[first].start, self._words[end - 1].end
        for phrase, term in self._vocabulary.after.get(self._low[end], ()):
            stands = tuple(self._low[end : end + len(phrase)]) == phrase and code(self._low[end])
            if stands and self._may_ask(which, term):
                span = self._words[end].start, self._words[end + len(phrase) - 1].end
                return self._asked(term, span, noun)  # the number of members arrested
        found = self._alone(noun, NUMBER)
        return self._done(found, behind(self._words[: last + 1], end))

    def _names(self, first: int, last: int) -> bool:
        """Return whether words from ``first`` to ``last`` only tell more of a noun before them."""
        return all(self._words[at].kind == "word" and self._low[at] not in JOINING | AUXILIARY
                   for at in range(first, last + 1))  # fmt: skip

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

    def _reaches(self, first: int) -> bool:
        """Return whether the phrase that begins at ``first`` goes back over the word before it.

        An article opens it; what stands before that is a verb, or holds it: *the price of a loaf*.
        """
        before = self._low[first - 1]
        if before in _FRAMES:
            framed = first > 1 and self._is_noun(first - 2) and self._low[first - 2] not in _ACTS
            named = self._low[first] in GENERIC | _GOES or self._words[first].text[0].isupper()
            return framed and (before != "to" or named)
        if self._low[first] in _ARTICLES or before in _ACTS:
            return False
        return self._is_noun(first - 1)

    def _phrase(self, last: int, rule: str) -> Predicate | None:
        """Return the noun phrase that ends at ``last``: *shares in Voss*, *number of stations*."""
        first = last
        while first > 0 and last - first < _LONG and self._reaches(first):
            if self._low[first] in _DETERMINERS and self._low[first - 1] not in _FRAMES:
                break  # *offered | a reward*
            first -= 1
        while first < last and (self._low[first] in _LEADING or not self._is_noun(first)):
            first += 1
        if self._low[last] in _PRONOUNS or not self._is_noun(first):
            return None
        span = self._words[first].start, self._words[last].end
        told = head_of(self._text[span[0] : span[1]])
        return Predicate(told, span, span, None, None, rule) if told else None
