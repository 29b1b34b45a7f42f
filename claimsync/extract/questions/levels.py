"""What a figure measures where no term of the vocabulary is near: the noun before or behind it."""

from __future__ import annotations

from claimsync.extract.figures.nouns import plural
from claimsync.extract.questions.behind import (
    ALONE,
    BESIDE,
    CHANGES,
    KIND,
    OPEN,
    SOME,
    STATE,
    THESE,
)
from claimsync.extract.questions.deeds import IRREGULAR, behind, code, deed
from claimsync.extract.questions.leading import (
    ARTICLES,
    DETERMINERS,
    GOES,
    MODALS,
    PRONOUNS,
)
from claimsync.extract.questions.leads import (
    FORECASTS,
    GIVES,
    LEVEL_BARE,
    LEVEL_VERBS,
    telling,
)
from claimsync.extract.questions.shifts import LEVEL, Shifts
from claimsync.extract.questions.surroundings import (
    AUXILIARY,
    FEW,
    FIGURE_WORDS,
    JOINING,
    MOVES,
    STEPS,
    Predicate,
)
from claimsync.extract.text.closed_words import BE, PREPOSITIONS, is_adverb, is_past
from claimsync.extract.text.tokens import position

NUMBER, REFERS = "measure/number of", "measure/of the paragraph before"
HANDLED, STANDS = "measure/done with money", "measure/stands at"
UNKNOWN = frozenset({ALONE, NUMBER, OPEN})  # the rules of nouns that no term knows
_OF_WHICH = frozenset("that this it them these those which whom".split())
UNSURE = frozenset({ALONE, BESIDE, NUMBER, SOME, STATE, KIND, OPEN, REFERS})
_WIDE = 10  # words from "number of" to where it is told
_SPEAKING = frozenset("spoke speaks spoken talked talks wrote writes knows knew".split())
_FIGURES = frozenset({"figure", "number", "estimate", "count", "total"})
POLLED = frozenset("vote votes seats support ballots poll".split())
_NO_NOUNS = frozenset(
    "up down more less too far own only just even there here bore named other remaining rest"
    " little aside all both each".split()
)
_HAD = frozenset({"had", "has", "have"})
_REACHES = frozenset({"to", "at", "from"})
_MADE = frozenset("made make makes making".split())  # also money: *made €17 million*
_DIFFERS = frozenset(
    "above below over under more less higher lower short shorter longer from away ahead behind"
    " beyond past deeper wider than apart off".split()
)  # 30 centimetres below the record
_IT, _CLOSING = frozenset({"it", "that", "this"}), frozenset({".", ",", ";", "at", "”", '"'})


class Levels(Shifts):
    """Finds the nouns that figures of one sentence measure."""

    def _framed(self, which: int) -> Predicate | None:
        """Return the noun that a figure measures, where no term of the vocabulary is near."""
        one = self._rivals[which]
        if (capped := self._capped(which)) is not None:
            return capped
        if one.kind == "count" and self._noun_span(which) is None:
            return (
                self._some(which) or self._leading(which) or self._state(which)
                or self._level(which) or self._beside(which)
            )  # fmt: skip
        if one.kind == "count":
            more = one.role == "further"  # another nine drones are some, whoever counts them
            whole = self._low[:2] == ["of", "the"] and self._first[which] == len(("of", "the"))
            whole = whole or self._breaks_down(which)
            return self._counted(which, BESIDE if more else SOME if whole else ALONE)
        found = (
            self._reach(which)
            or self._taken_off(which)
            or self._consumes(which)
            or self._of(which)
            or self._change_in(which)
            or self._behind_of(which)
        )
        found = found or self._priced(which) or self._attributive(which)
        regained = self._low[max(self._first[which] - 1, 0)] == "recovered"
        found = found or self._spent_in(which) or (self._handled(which) if regained else None)
        found = found or self._level(which)
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

    def _handled(self, which: int) -> Predicate | None:
        """Return what is done with money: *moved 2.3 million euros*, *will provide the €5m*."""
        at = self._first[which] - 1
        at -= at > 1 and self._low[at] in ARTICLES
        if self._rivals[which].kind != "money" or at < 1:
            return None
        word = self._words[at]
        past = is_past(word.low)
        past = past or (word.low in IRREGULAR and self._low[at - 1] in AUXILIARY)
        if not past and (self._low[at - 1] not in MODALS or word.low in LEVEL_BARE | LEVEL_VERBS):
            return None
        made = word.low in _MADE
        if (
            word.low in (MOVES | BE | FORECASTS) - {"recovered"}  # shares recover, and so do funds
            or not (made or code(word.low))
            or self._low[at - 1] in THESE
        ):
            return None
        return Predicate(word.low, (word.start, word.end), None, None, None, HANDLED)

    def _behind_of(self, which: int) -> Predicate | None:
        """Return the noun of *a budget of £18bn*."""
        last = self._first[which] - 1
        if last < 1 or self._low[last] != "of":
            return None
        if self._low[last - 1] in CHANGES & MOVES and self._low[last - 2] in DETERMINERS:
            span = self._words[last - 1].start, self._words[last - 1].end
            return self._alone(span, "measure/noun of figure")  # a rise of 11%
        if not self._is_noun(last - 1):
            return None
        if self._low[last - 1] in _FIGURES | _SPEAKING:
            return None  # a figure of 67%: of what was told before; spoke of 210 kg
        return self._phrase(last - 1, "measure/noun of figure")

    def _level(self, which: int) -> Predicate | None:
        """Return what stands at a level: *unemployment rose to 5 %*, *put the cost at £5m*."""
        first = self._first[which] - 1
        last = self._led_by(which, first)
        if last == first or last < 0 or last in self._taken or self._low[last] in FIGURE_WORDS:
            return None
        if self._has_it(last + 1, first + 1):
            return None
        if not self._is_noun(last) or self._counted_by_other(which, last):
            return None
        before = self._low[last - 1] if last else ""
        if before in MODALS - {"to"} or (before in _HAD and self._words[last].text.islower()):
            return None  # *would provide the 25 million*, *had let no more than 100*
        acts = before == "to" and self._words[last].text.islower()
        if acts and not plural(self._low[last]) and self._low[last] not in GOES:
            return None  # *to cover the 90 km*
        told = self._number_of(which, last)
        return told or (None if self._acts_there(last) else self._phrase(last, LEVEL))

    def _has_it(self, start: int, end: int) -> bool:
        """Return whether who stands before the words only has so many: *Roe has about 9,000*."""
        low = [word for word in self._low[start:end] if word not in STEPS and not is_adverb(word)]
        return bool(low) and low[-1] in _HAD

    def _acts_there(self, at: int) -> bool:
        """Return whether a word is what somebody does: *is demanding*, *the board voted*."""
        before = self._low[at - 1] if at else ""
        if self._low[at].endswith("ing"):
            return before in AUXILIARY
        stands = self._low[at + 1] in AUXILIARY  # *houses destroyed are 240*
        return self._low[at].endswith("ed") and before not in THESE and not stands

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
        first = end = lead + 1 + (self._low[lead + 1] in THESE)
        while end <= last and self._is_noun(end) and (
            self._low[end] not in PREPOSITIONS and not (end > first and self._low[end][-2:] == "ed")
        ):  # fmt: skip
            end += 1
        if not first < end <= first + FEW + 1 or not self._tells_more(end, last):
            return None
        noun = self._words[first].start, self._words[end - 1].end
        for phrase, term in self._vocabulary.after.get(self._low[end], ()):
            stands = tuple(self._low[end : end + len(phrase)]) == phrase and code(self._low[end])
            if stands and self._may_ask(which, term):
                span = self._words[end].start, self._words[end + len(phrase) - 1].end
                return self._asked(term, span, noun)  # the number of members arrested
        if (known := self._known(which, first, end)) is not None:
            return known
        found = self._alone(noun, NUMBER)
        return self._done(found, behind(self._words[: last + 1], end))

    def _known(self, which: int, first: int, end: int) -> Predicate | None:
        """Return the term of a noun between two positions: *the number of participants*."""
        for at in range(first, end):
            term = self._vocabulary.nouns.get(self._low[at])
            if term is not None and self._may_ask(which, term) and self._near(at, term):
                span = self._words[at].start, self._words[at].end
                return self._asked(term, span, None)._replace(noun=span)
        return None

    def _tells_more(self, first: int, last: int) -> bool:
        """Return whether words from ``first`` to ``last`` only tell more of a noun before them."""
        return all(self._words[at].kind == "word" and self._low[at] not in JOINING | AUXILIARY
                   for at in range(first, last + 1))  # fmt: skip

    def _told_anew(self, which: int) -> bool:
        """Return whether who tells a figure stands right before it: *also arrives at 64.8%*."""
        at = self._first[which] - 1
        while at > 0 and telling(self._low, at) is None and (
            self._low[at] in STEPS or is_adverb(self._low[at])
        ):  # fmt: skip
            at -= 1
        return at > 0 and telling(self._low, at) is not None

    def _elided(self, which: int, own: Predicate | None, earlier: Predicate) -> Predicate | None:
        """Return what a level is told of anew, where only who tells it stands before it.

        *The ministry's own documents give 3.9%*, *a figure of 67%*, *it would be €2 million*.
        """
        one, low, first = self._rivals[which], self._low, self._first[which]
        if self._of_which(which):
            return None
        before = low[first - 1] if first else ""
        unit = own is not None and own.rule == ALONE and own.noun == one.unit
        unit = unit and _DIFFERS.isdisjoint(low[self._past(which) :][:2])
        anew = self._told_anew(which) or self._it_is(which)
        again = anew and own is not None and own.rule in {LEVEL, HANDLED}
        bare = own is None or own.rule == BESIDE or unit or again
        if one.kind != "count" and self._falls_short(which):
            return earlier._replace(inherited=True, who=None, rule=REFERS)
        if not bare or one.kind == "count" or one.noun is not None:
            return None
        if unit or (one.role == "former" and which):
            return earlier._replace(inherited=True, who=None) if earlier.measure else None
        gives = GIVES if one.kind == "share" else FORECASTS
        told = anew or before in gives or (before == "of" and low[first - 2] in FIGURE_WORDS)
        moved = self._led_by(which, first - 1) if before in _REACHES else first
        told = told or (earlier.rule == LEVEL and low[moved] in PRONOUNS)
        fits = told and earlier.kind == one.kind and earlier.measure
        return earlier._replace(inherited=True, who=None) if fits else None

    def _of_which(self, which: int) -> bool:
        """Return whether a figure is a part of the one before: *£1.4m of that has gone on fees*."""
        behind = self._low[self._past(which) :][:2]
        return behind[:1] == ["of"] and behind[1:] != [] and behind[1] in _OF_WHICH

    def _falls_short(self, which: int) -> bool:
        """Return whether a figure is what the one before is compared with: *short of the €2bn*."""
        at = self._first[which] - 1
        at -= self._low[at] == "the"
        return at > 0 and self._low[at] == "of" and self._low[at - 1] in {"short", "ahead"}

    def _it_is(self, which: int) -> bool:
        """Return whether *it would be* leads to a figure that nothing behind it tells of."""
        at = self._first[which] - 1
        while at >= 0 and (self._low[at] in STEPS or is_adverb(self._low[at])):
            at -= 1
        verb = at
        while at >= 0 and self._low[at] in BE | MODALS:
            at -= 1
        behind = self._low[self._past(which) :][:1]
        return verb > at >= 0 and self._low[at] in _IT and (not behind or behind[0] in _CLOSING)

    def _beside(self, which: int) -> Predicate | None:
        """Return the words right before a figure, which may be what it is of: *schools £5.1bn*."""
        first = self._first[which] - 1
        if first < 0 or not self._is_noun(first) or self._low[first] in _NO_NOUNS:
            return None
        acts = self._low[first - 1] in _HAD | MODALS or self._acts_there(first)
        if is_adverb(self._low[first]) or (first > 0 and acts):
            return None
        while first > 0 and self._first[which] - first < FEW + 1 and self._is_noun(first - 1):
            first -= 1
        span = self._words[first].start, self._words[self._first[which] - 1].end
        return self._alone(span, BESIDE)
