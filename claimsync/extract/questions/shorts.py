"""Short figures: those that count, cost or state again what was told or asked just before."""

from __future__ import annotations

from itertools import pairwise

from claimsync.extract.figures.nouns import plural
from claimsync.extract.questions.behind import ALONE, BESIDE, OUTPUTS, SOME, STATE
from claimsync.extract.questions.deeds import HAS, IRREGULAR, code, deed
from claimsync.extract.questions.leads import FORECASTS
from claimsync.extract.questions.levels import NUMBER, UNKNOWN
from claimsync.extract.questions.questioned import question
from claimsync.extract.questions.shifts import LEVEL
from claimsync.extract.questions.surroundings import (
    AUXILIARY,
    FEW,
    FIGURE_WORDS,
    MOVES,
    STEPS,
    Predicate,
    head_of,
)
from claimsync.extract.questions.tolls import Tolls
from claimsync.extract.questions.unshared import unshared
from claimsync.extract.questions.vocabulary import who_of
from claimsync.extract.text.closed_words import is_past

_SPOKEN = (["spoke", "of"], ["speaks", "of"], ["spoken", "of"], ["talked", "of"])
_LIST, _LISTED = ["list", "of"], frozenset({"names", "people"})
_TRUER = frozenset("nearer closer likelier right correct accurate realistic".split())
_MAYBE = frozenset({"could", "might", "would"})
_CHANGES = {
    word: change
    for change, words in (
        (" rise", "rise increase growth gain jump hike"),
        (" fall", "fall drop decline decrease slump slide plunge"),
        ("lost", "loss"),
    )
    for word in words.split()
}
_THAT, _SET_AT = frozenset("the that this".split()), frozenset("at as was is nearer to".split())
_FIRST = 3  # words before a number that is quoted alone


_FINDS = frozenset(
    "confirmed counted recorded found registered listed documented logged identified verified"
    " confirms counts lists".split()
)
# These lead to a list of the parts of what was told before: *By region: 22 in Brae, 11 in Ose*.
LISTS = frozenset("breakdown split by tally count".split())
_SO = (["do", "so"], ["did", "so"], ["done", "so"], ["do", "the"], ["did", "the"], ["do", "it"])
_SEARCHES = frozenset("search searching searched searches looking hunt".split())
_PARTICLES = frozenset("away out off back down up in over".split())
_NO_DEEDS = (
    AUXILIARY
    | FIGURE_WORDS
    | MOVES
    | frozenset("received got gotten had seen saw drew taken took given gave".split())
)  # whoever gets 12 counts them
_QUOTES = frozenset("“”\"‘’'")
_BARE_ENDS = frozenset({"there", "so", ".", ",", ";", "in", "across", "at", "only"})
_OR = (["or"], [",", "or"], ["("], [",", "equivalent"], [",", "equal"], ["equivalent"], ["equal"])
_CLOSING = frozenset(".,;!?”’\"')")


class Shorts(Tolls):
    """Finds what the short figures of a sentence go on with."""

    def _said_of(self, own: Predicate | None) -> str:
        """Return what is said to happen to what is counted, if anything is."""
        return code(self._text[slice(*own.deed)]) if own is not None and own.deed else ""

    def _done_with(self, own: Predicate | None) -> bool:
        """Return whether it is said what happens to what is counted, and not just that it is."""
        return self._said_of(own) not in {"", HAS}

    def _acts_on(self, which: int, own: Predicate, earlier: Predicate) -> bool:
        """Return whether a bare figure says what happens to the things told of before it."""
        one = self._rivals[which]
        bare = one.kind == earlier.kind == "count" and self._noun_span(which) is None
        if not bare or not _things_of(self._text, earlier):
            return False
        known = earlier.term is not None and earlier.term.things
        things = known or earlier.rule in UNKNOWN | {SOME}
        if own.term is not None:
            return things and own.term.things and not own.measure
        return own.rule == STATE and things and not plural(own.measure.rpartition(" ")[2])

    def _numbers(self, own: Predicate, earlier: Predicate) -> bool:
        """Return whether *the number of passengers* is that of those just told of."""
        if own.rule != NUMBER or earlier.term is None or None in (own.noun, earlier.noun):
            return False
        same = {self._text[slice(*one.noun)].casefold() for one in (own, earlier) if one.noun}
        return own.deed is None and len(same) == 1

    def _more_of(self, which: int, own: Predicate, earlier: Predicate) -> bool:
        """Return whether more of the same are told of: *39 missiles, and another two failed*."""
        bare = own.rule == BESIDE and own.term is None and self._rivals[which].noun is None
        return bare and self._rivals[which].role == "further" and earlier.noun is not None

    def _found_bare(self, which: int, own: Predicate | None) -> bool:
        """Return whether a bare number is what another counted of the same: *confirmed 96*."""
        first, after = self._first[which], self._after[which]
        bare = own is None or own.rule in {LEVEL, ALONE, BESIDE}
        told = first > 0 and (self._low[first - 1] in _FINDS or self._told_anew(which))
        if not bare or not told:
            return False
        return self._rivals[which].noun is None and _BARE_ENDS.issuperset(
            self._low[after : after + 1]
        )

    def _again(self, which: int, own: Predicate | None, earlier: Predicate) -> bool:
        """Return whether a bare number is told of what the figure before it counts."""
        alike = self._rivals[which].kind == earlier.kind
        rate = earlier.kind == "measure" and earlier.rule == ALONE  # five buses a day
        found = (alike or rate) and bool(earlier.measure) and self._found_bare(which, own)
        changes = alike and self._changes(which, earlier)
        return found or changes or self._does_again(which, own, earlier)

    def _changes(self, which: int, earlier: Predicate) -> bool:
        """Return whether a figure is put at the change just told of: *put the increase at 8%*."""
        low, at = self._low, self._first[which] - 1
        while at > 1 and low[at] in _SET_AT | STEPS:
            at -= 1
        change = _CHANGES.get(low[at]) if at > 0 and low[at - 1] in _THAT else None
        alone = MOVES.isdisjoint(low[: max(at, 0)])  # nothing else moved
        return change is not None and alone and earlier.measure.endswith(change)

    def _does_again(self, which: int, own: Predicate | None, earlier: Predicate) -> bool:
        """Return whether a bare number follows the verb of the last: *it would create 12,000*."""
        bare = own is None or own.rule in {LEVEL, ALONE, BESIDE}
        same = self._rivals[which].kind == earlier.kind == "count"
        if not (bare and same and self._done_with(earlier)) or self._noun_span(which) is not None:
            return False
        told = deed(self._words[: self._first[which]], self._first[which], self._first[which])
        ends = _BARE_ENDS.issuperset(self._low[self._after[which] : self._after[which] + 1])
        return ends and told is not None and (
            code(self._low[told[0]]) == self._said_of(earlier)
        )  # fmt: skip

    def _of_things(self, own: Predicate, earlier: Predicate) -> Predicate:
        """Return what happens to the things told of before: *of the 31 clinics 12 are closed*."""
        told = _things_of(self._text, earlier)
        if own.term is None:
            return Predicate(told, None, earlier.noun, None, None, ALONE, inherited=True,
                             deed=own.deed or own.noun)  # fmt: skip
        found = self._asked(own.term, own.span, earlier.noun)._replace(inherited=True)
        things = earlier.noun is None and own.term.things
        return found._replace(measure=f"{told} {own.term.measure}") if things else found

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
            rate = earlier.kind == "measure" and earlier.rule == ALONE  # 600 people a year
            return earlier._replace(inherited=True) if rate and self._does_so(which) else None
        if self._nothing_else(which):
            return earlier._replace(inherited=True)
        if kind != "count":
            return self._restated(which, earlier, same_sentence=same_sentence)
        return self._short_for(which, earlier, same_sentence=same_sentence)

    def _nothing_else(self, which: int) -> bool:
        """Return whether a clause holds a figure and no more: *police 4,000, organisers* 15,000."""
        first, after = self._first[which], self._after[which]
        return self._low[:first] in ([], ["at"]) and all(
            word.text in _CLOSING for word in self._words[after:]
        )

    def _short_for(  # noqa: PLR0911 - one return a reason
        self, which: int, earlier: Predicate, *, same_sentence: bool
    ) -> Predicate | None:
        """Return the predicate of the count before, where this count is short for the same."""
        if earlier.term is not None and not self._may_ask(which, earlier.term):
            return None
        named_here = self._noun_span(which) is not None
        if self._where(which) or unshared(
            self._low, self._first[which], self._after[which], counted=named_here
        ):
            return None
        if (sought := self._sought(which)) is not None:
            return sought
        if same_sentence and (apart := self._done_apart(which, earlier)) is not None:
            return apart
        noun = self._noun_span(which)
        among = self._rivals[which].role in {"included", "of which"}
        if same_sentence and noun and not among and self._done_with(self._counted(which, ALONE)):
            return None  # *eight were on board; three people reached the shore*
        counted = self._text[noun[0] : noun[1]] if noun else ""
        named = head_of(counted) if counted else ""
        people = not counted or who_of(counted) is None
        short = people or self._rivals[which].role in {
            "included",
            "of which",
            "remaining",
            "further",
        }
        again = False
        if not same_sentence:
            window = self._low[max(self._first[which] - 6, 0) : self._first[which]] or [""]
            existing = any(a == "there" and b in AUXILIARY
                           for a, b in pairwise(window))  # fmt: skip
            if not existing and not _MAYBE.isdisjoint(window):
                return None  # *It could be 500*
            further = self._rivals[which].role == "further" and self._first[which] <= 1
            told = existing or further or self._quoted(which) or self._truer(which)
            told = told or self._goes_on(which, earlier)
            told = told or not FIGURE_WORDS.isdisjoint(window)
            told = told or window[-1] in FORECASTS
            spoken = window[-2:] in _SPOKEN
            ends = _BARE_ENDS.issuperset(self._low[self._past(which) + 1 :][:1])
            listed = window[-2:] == _LIST and counted.casefold() in _LISTED and ends
            persons = earlier.term is not None and earlier.term.unit == "person"
            counts = persons and (spoken or listed)
            people, told = people or (counts and listed), told or listed
            again = (
                bool(counted)
                and window[-1:] != ["for"]  # room for 400 people
                and not self._said_of(self._counted(which, ALONE))
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
        if (earlier.term is None or earlier.term.unit is None) and counted and not again:
            return None
        who = earlier.who if people else who_of(counted)
        return earlier._replace(who=who, noun=noun, inherited=True)

    def _done_apart(self, which: int, earlier: Predicate) -> Predicate | None:
        """Return that something else is done to some of those told of: *it jammed 12*."""
        at = self._first[which] - 1
        at -= at > 0 and self._low[at] in _PARTICLES
        verb = self._low[at]
        if at < 1 or self._noun_span(which) is not None or verb in _NO_DEEDS:
            return None
        said = code(verb) if is_past(verb) or verb in IRREGULAR else ""
        own = earlier.span is not None and self._words[at].start <= earlier.span[0]
        if own or said in {"", HAS, self._said_of(earlier)}:
            return None
        things = _things_of(self._text, earlier) or "people"
        deed = self._words[at].start, self._words[at].end
        return Predicate(things, None, earlier.noun, None, None, ALONE, inherited=True, deed=deed)

    def _sought(self, which: int) -> Predicate | None:
        """Return that people are missing whom somebody searches for: *a search for 12 more*."""
        at = self._before_steps(which)
        term = self._vocabulary.term("missing")
        if at < 1 or self._low[at] != "for" or self._low[at - 1] not in _SEARCHES or term is None:
            return None
        return self._asked(term, (self._words[at - 1].start, self._words[at].end), None)

    def _converts(self, which: int) -> bool:
        """Return whether a figure is the one before in other units: *(93 mph)*, *or 2% of GDP*."""
        between = self._low[self._past(which - 1) : self._first[which]] if which else []
        pair = self._rivals[max(which - 1, 0) : which + 1]
        kinds = {one.kind for one in pair}
        if kinds == {"money", "share"}:
            share = which if pair[-1].kind == "share" else which - 1
            if not OUTPUTS.issuperset(self._low[self._past(share) :][:2]):
                return False
            if share < which:
                between = between[len(("of", "gdp")) :]
            return [word for word in between if word not in STEPS] in _OR
        return between == ["("] and kinds in ({"measure"}, {"money"})

    def _restated(self, which: int, earlier: Predicate, *, same_sentence: bool) -> Predicate | None:
        """Return what money is told of anew: *its own estimate is €1.4 million*."""
        window = self._low[max(self._first[which] - 6, 0) : self._first[which]]
        told = not FIGURE_WORDS.isdisjoint(window) or self._truer(which)
        told = told and self._rivals[which].kind != "count" and not self._of_which(which)
        known = earlier.rule not in {ALONE, BESIDE}
        return earlier._replace(inherited=True) if told and known and not same_sentence else None

    def _truer(self, which: int) -> bool:
        """Return whether a number is called the better one: *20 is nearer the truth*."""
        behind = self._low[self._past(which) :][:3]
        return behind[:1] in (["is"], ["was"], ["would"]) and not _TRUER.isdisjoint(behind)

    def _quoted(self, which: int) -> bool:
        """Return whether a number is nearly all that is quoted: *“More like 6,000,”*."""
        first, after = self._first[which], self._after[which]
        alone = _QUOTES.issuperset(self._low[first - 1 : first] + self._low[after : after + 1])
        return (first <= _FIRST and self._low[:1] in (["“"], ['"'])) or (alone and first > 0)

    def _goes_on(self, which: int, earlier: Predicate) -> bool:
        """Return whether a bare number is of those just counted: the others, parts, or again so."""
        others = self._rivals[which].role == "remaining" and self._first[which] <= FEW
        return others or (
            self._does_so(which) or self._lists(which) or self._same(which, earlier)
        )  # fmt: skip

    def _does_so(self, which: int) -> bool:
        """Return whether a number does what was just told: *about 1,100 would do so*."""
        does = self._low[self._after[which] :][:3]
        return does[1:3] in _SO or does[:2] in _SO

    def _same(self, which: int, earlier: Predicate) -> bool:
        """Return whether the verb is that of the count before: *served eight, now serves 23*."""
        verb = code(self._low[self._first[which] - 1]) if self._first[which] else ""
        return bool(verb) and verb != HAS and verb == self._said_of(earlier)

    def _lists(self, which: int) -> bool:
        """Return whether a number is in a list of parts: *The breakdown: 22 in Brae, 11 in Ose*."""
        low = self._low[: self._first[which]]
        return ":" in low and not LISTS.isdisjoint(low[: low.index(":")])

    def _asked_within(self, which: int) -> Predicate | None:
        """Return what the sentence itself asks: *how many roofs were damaged: “It could be 12”*."""
        return question(self._words[: self._first[which]], self._vocabulary)

    def _answer(self, asked: Predicate) -> Predicate | None:
        """Return what was asked, for the first number of an answer, if it counts nothing else."""
        one = self._rivals[0]
        return asked._replace(inherited=True) if one.kind == "count" and one.noun is None else None


def _things_of(text: str, told: Predicate) -> str:
    """Return the things that were told of, by the noun or by the measure: *drones destroyed*."""
    if told.noun is not None:
        return head_of(text[slice(*told.noun)])
    things = told.term is not None and told.term.things
    return told.measure.removesuffix(told.term.measure).strip() if told.term and things else ""
