"""What a figure is a figure of: the words around it that say what happened to what is counted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from claimsync.extract.clauses import is_adverb
from claimsync.extract.vocabulary import who_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimsync.extract.quantities import Quantity
    from claimsync.extract.terms import Term
    from claimsync.extract.tokens import Token
    from claimsync.extract.vocabulary import Vocabulary

# A noun that no term or verb explains is read, and left for somebody to look at.
ALONE, BESIDE = "measure/noun alone", "measure/words beside"
RIVALS = frozenset({"count", "money", "share", "measure"})
_BARRIERS = frozenset({",", ".", ";", ":", "(", ")", "!", "?", "…", "—", "–", "|", '"', "“", "”"})
_JOINING = frozenset(
    "and but or while when after before as that because since if although though than then plus"
    " with by during over following said says".split()
)
_AUXILIARY = frozenset(
    "was were is are been be being have had has get got gets to would will may also now still"
    " reportedly since not feared presumed confirmed".split()
)
_ASIDE = frozenset("including among most all many some at mostly mainly".split())
_STEPS = frozenset(
    "the another a an estimated further total of some least in around about to up almost nearly"
    " roughly as many more than over".split()
)
_LINKS = frozenset(
    "to at of is was were are reached hit stood stands topped passed exceeded reaches : - – — now"
    " tops hits surpassed climbs climbed rises rose".split()
)
_FRAMES = frozenset({"of", "for", "in", "at", "to"})
_GENERIC = frozenset(
    "the a an this that its their his her our total overall some more less further another each"
    " every all of".split()
)
_LONG = 5  # words of a noun phrase with its complement
_FEW = 2  # words of a noun phrase where no verb ends it
_REACH_RIGHT, _REACH_LEFT, _REACH_TOLL = 8, 2, 10
_FIGURE_WORDS = frozenset(
    "figure number toll count total tally it estimate say says said counted counts speaks spoke"
    " know knew knows claims claimed puts put estimates estimated makes spoken reported announced"
    " gave given corrected revised".split()
)


@dataclass(frozen=True, slots=True)
class Predicate:
    """What is asked of a figure: the measure, the words that say so, and what is counted.

    ``inherited`` marks what a neighbouring figure was asked for and this one only shares.
    """

    measure: str
    span: tuple[int, int] | None
    noun: tuple[int, int] | None
    who: str | None
    term: Term | None
    rule: str
    inherited: bool = False
    kind: str = "count"


class Reader:
    """Finds the predicates of the figures in one sentence."""

    def __init__(
        self, text: str, words: Sequence[Token], found: Sequence[Quantity], vocabulary: Vocabulary,
        low: list[str] | None = None,
    ) -> None:  # fmt: skip
        """Take the words of a sentence (tokens without gaps) and all quantities in it."""
        self._text, self._words, self._vocabulary = text, words, vocabulary
        self._low = [word.text.casefold() for word in words] if low is None else low
        at = {word.start: position for position, word in enumerate(words)}
        self._rivals = [one for one in found if one.kind in RIVALS]
        self._first = [_position(at, words, one.start) for one in self._rivals]
        self._after = [self._behind(one, first)
                       for one, first in zip(self._rivals, self._first, strict=True)]  # fmt: skip
        self._taken = {position for first, after in zip(self._first, self._after, strict=True)
                       for position in range(first, after)}  # fmt: skip

    def predicates(
        self, before: Predicate | None = None
    ) -> list[tuple[Quantity, Predicate | None]]:
        """Return each rival figure with its predicate; ``before`` is the last sentence's."""
        found: list[Predicate | None] = [self._own(which) for which in range(len(self._rivals))]
        self._share_forwards(found)
        for which, own in enumerate(found):
            if own is None or own.rule in {ALONE, BESIDE}:
                earlier = found[which - 1] if which else before
                shared = self._inherited(which, earlier, same_sentence=bool(which))
                found[which] = shared or own
        return [
            (one, None if own is None else replace(own, kind=one.kind))
            for one, own in zip(self._rivals, found, strict=True)
        ]

    def _behind(self, one: Quantity, first: int) -> int:
        """Return the position behind a figure and its unit."""
        position = first
        while position < len(self._words) and self._words[position].start < one.end:
            position += 1
        return max(position, first + 1)

    def _own(self, which: int) -> Predicate | None:
        """Return what the words around a figure ask of it."""
        left, right = self._left(which), self._right(which)
        if right is not None and self._describes(which, right):
            return self._told(which, *(left or self._right(which, right[2]) or right))
        if right is not None and (left is None or right[1] == self._after[which]):
            return self._told(which, *right)
        if left is not None:
            return self._told(which, *left)
        found = self._noun(which) or self._toll(which)
        return found or (None if self._is_zero(which) else self._framed(which))

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
            if word in _BARRIERS or word in _JOINING:
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
            after + 1 in self._first and self._low[after] in _STEPS
        ):
            return False
        if self._low[position - 1] in _AUXILIARY:
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
        for _ in range(_REACH_LEFT + 1):
            if last < 0 or last in self._taken:
                return None
            for phrase, term in self._vocabulary.before.get(self._low[last], ()):
                first = last - len(phrase) + 1
                passive = (
                    first > 0
                    and self._low[first - 1] in {"were", "was", "been", "are"}
                    and self._rivals[which].kind == "count"
                )
                if first >= 0 and tuple(self._low[first : last + 1]) == phrase and not passive:
                    return term, first, last + 1
            paid = self._rivals[which].kind == "money" and self._words[last].kind == "word"
            if self._low[last] not in _STEPS and not paid:
                return None  # money may be paid to somebody: *cost the firm €38m*
            last -= 1
        return None

    def _told(self, which: int, term: Term, first: int, after: int) -> Predicate:
        """Return the predicate that a term makes of a figure."""
        span = self._words[first].start, self._words[after - 1].end
        noun = self._noun_span(which, first if first >= self._after[which] else None)
        return self._asked(term, span, noun, people=self._rivals[which].kind == "count")

    def _asked(
        self, term: Term, span: tuple[int, int] | None, noun: tuple[int, int] | None, *,
        people: bool = True,
    ) -> Predicate:  # fmt: skip
        """Return the predicate of a term; things are a part of the measure, people say who."""
        counted = self._text[noun[0] : noun[1]] if noun else ""
        if not term.things:
            who = who_of(counted) if people and not _within(noun, span) else None
            return Predicate(term.measure, span, noun, who, term, f"measure/{term.measure}")
        head = _head(counted)
        measure = (
            f"{head} {term.measure}" if head and people else term.measure if not people else ""
        )
        known = self._vocabulary.term(measure) or term
        return Predicate(measure, span, noun, None, known, f"measure/{known.measure}")

    def _noun_span(self, which: int, before: int | None = None) -> tuple[int, int] | None:
        """Return the counted noun phrase: as the quantity says, else the words up to the verb."""
        noun = self._rivals[which].noun
        if noun is not None:
            return noun
        first = position = self._after[which]
        stop = min(before if before is not None else first + 3, len(self._words))
        while position < stop and self._words[position].kind == "word" and (
            self._low[position] not in _ENDS
        ):  # fmt: skip
            position += 1
        if position == first or (before is None and position - first > _FEW):
            return None
        return self._words[first].start, self._words[position - 1].end

    def _noun(self, which: int) -> Predicate | None:
        """Return what a counted noun asks by itself: *12 deaths*."""
        first = self._after[which]
        for position in range(first, min(first + 4, len(self._low))):
            if self._words[position].kind != "word" or self._low[position] in _JOINING:
                return None
            term = self._vocabulary.nouns.get(self._low[position])
            if term is not None and self._may_ask(which, term):
                span = self._words[position].start, self._words[position].end
                return replace(self._asked(term, span, None), noun=span)
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
                    return replace(self._asked(term, span, None), noun=span)
        return None

    def _may_ask(self, which: int, term: Term) -> bool:
        """Return whether a term may ask for a figure: people are counted, never in percent."""
        return term.unit != "person" or self._rivals[which].kind == "count"

    def _framed(self, which: int) -> Predicate | None:
        """Return the noun that a figure measures, where no term of the vocabulary is near."""
        one = self._rivals[which]
        if one.kind == "count" and self._noun_span(which) is None:
            return self._level(which) or self._beside(which)
        if one.kind == "count":
            return self._alone(self._noun_span(which), ALONE)
        found = self._of(which) or self._behind_of(which) or self._level(which)
        unit = one.unit if one.kind == "measure" else None
        return found or self._alone(one.noun or unit, ALONE) or self._beside(which)

    def _alone(self, noun: tuple[int, int] | None, rule: str) -> Predicate | None:
        """Return a noun as the measure."""
        if noun is None:
            return None
        return Predicate(_head(self._text[noun[0] : noun[1]]), None, noun, None, None, rule)

    def _of(self, which: int) -> Predicate | None:
        """Return the noun of *61 percent of precincts*, *4.5 kilograms of explosives*."""
        first = self._after[which]
        if first >= len(self._low) or self._low[first] != "of":
            return None
        first += 1
        while first < len(self._low) and self._low[first] in _GENERIC:
            first += 1
        last = first
        while last < len(self._words) and last - first < _FEW and self._is_noun(last):
            last += 1
        if last == first:
            return None
        span = self._words[first].start, self._words[last - 1].end
        share = " share" if self._rivals[which].kind == "share" else ""
        told = _head(self._text[span[0] : span[1]])
        return Predicate(f"{told}{share}", span, span, None, None, "measure/figure of noun")

    def _is_noun(self, position: int) -> bool:
        """Return whether a word may belong to a noun phrase."""
        return (
            self._words[position].kind == "word"
            and self._low[position] not in _ENDS
            and self._low[position] not in _MOVES
            and self._low[position] not in _VERBS
            and position not in self._taken
        )

    def _behind_of(self, which: int) -> Predicate | None:
        """Return the noun of *a budget of £18bn*."""
        last = self._first[which] - 1
        if last < 1 or self._low[last] != "of" or not self._is_noun(last - 1):
            return None
        return self._phrase(last - 1, "measure/noun of figure")

    def _level(self, which: int) -> Predicate | None:
        """Return what stands at a level: *unemployment rose to 5 %*, *put the cost at £5m*."""
        last = first = self._first[which] - 1
        while last >= 0 and (self._low[last] in _LEVELS or is_adverb(self._low[last])):
            last -= 1
        if last == first or last < 0 or last in self._taken or self._low[last] in _FIGURE_WORDS:
            return None
        return self._phrase(last, "measure/level") if self._is_noun(last) else None

    def _beside(self, which: int) -> Predicate | None:
        """Return the words right before a figure, which may be what it is of: *schools £5.1bn*."""
        first = self._first[which] - 1
        if first < 0 or not self._is_noun(first):
            return None
        while first > 0 and self._first[which] - first < _FEW + 1 and self._is_noun(first - 1):
            first -= 1
        span = self._words[first].start, self._words[self._first[which] - 1].end
        return self._alone(span, BESIDE)

    def _phrase(self, last: int, rule: str) -> Predicate | None:
        """Return the noun phrase that ends at ``last``: *shares in Voss*, *number of stations*."""
        first = last
        while first > 0 and last - first < _LONG and (
            self._is_noun(first - 1)
            or (self._low[first - 1] in _FRAMES and first > 1 and self._is_noun(first - 2))
        ):  # fmt: skip
            first -= 1
        while first < last and self._low[first] in _GENERIC | _VERBS:
            first += 1
        if self._low[last] in _PRONOUNS:
            return None
        span = self._words[first].start, self._words[last].end
        told = _head(self._text[span[0] : span[1]])
        return Predicate(told, span, span, None, None, rule) if told else None

    def _share_forwards(self, found: list[Predicate | None]) -> None:
        """Let *14 boats and 300 soldiers were sent* share their verb."""
        for which in range(len(found) - 2, -1, -1):
            own, following = found[which], found[which + 1]
            if following is None or following.term is None or following.span is None:
                continue
            if own is not None and own.term is not None:
                continue
            between = self._low[self._after[which] : self._first[which + 1]]
            behind = following.span[0] >= self._words[self._first[which + 1]].start
            joined = between and between[-1] in {"and", "or", ","} and len(between) <= 2 * _FEW
            if behind and joined and not _BARRIERS.intersection(between[:-1]):
                noun = self._noun_span(which)
                found[which] = replace(self._asked(following.term, following.span, noun),
                                       inherited=True)  # fmt: skip

    def _inherited(
        self, which: int, earlier: Predicate | None, *, same_sentence: bool
    ) -> Predicate | None:
        """Return the predicate of the figure before, where this one is short for the same."""
        if earlier is None or not earlier.measure or self._rivals[which].kind != "count":
            return None
        if earlier.kind != "count":
            return None
        noun = self._noun_span(which)
        counted = self._text[noun[0] : noun[1]] if noun else ""
        named = _head(counted) if counted else ""
        people = not counted or who_of(counted) is None
        short = people or self._rivals[which].role in {
            "included",
            "of which",
            "remaining",
            "further",
        }
        if not same_sentence:
            window = self._low[max(self._first[which] - 6, 0) : self._first[which]]
            existing = any(a == "there" and b in _AUXILIARY
                           for a, b in pairwise(window))  # fmt: skip
            told = existing or bool(_FIGURE_WORDS.intersection(window))
            short = people and not counted and told
        if not short:
            return None
        things = earlier.term is not None and earlier.term.things
        if things and named and not people:
            return None
        if earlier.term is None and counted:
            return None
        who = earlier.who if people else who_of(counted)
        return replace(earlier, who=who, noun=noun, inherited=True)


_MOVES = frozenset(
    "rose rises rise fell falls fall climbed dropped reached hit stands stood is was jumped slipped"
    " increased decreased grew shrank reaches estimated totalled totaled valued were are been"
    " surged slowed eased tops topped slid gained reduced revised doubled tripled halved".split()
)
_LEVELS = (
    _MOVES
    | _STEPS
    | _AUXILIARY
    | frozenset(
        "by from down at to of “ \" ‘ ' last year month week quarter truth in only just closer"
        " nearer put".split()
    )
)
_PRONOUNS = frozenset("it she he they there this that which who".split())
_VERBS = frozenset("put puts cut cuts raised raises set sets lowered said says since".split())


def _position(at: Mapping[int, int], words: Sequence[Token], start: int) -> int:
    """Return the position of the word that begins at ``start``, or of the first behind it."""
    if start in at:
        return at[start]
    return next((i for i, word in enumerate(words) if word.end > start), max(len(words) - 1, 0))


def _within(noun: tuple[int, int] | None, span: tuple[int, int] | None) -> bool:
    """Return whether what is counted is the predicate itself: *12 killed*."""
    return noun is not None and span is not None and noun[0] >= span[0] and noun[1] <= span[1]


def _head(counted: str) -> str:
    """Return a counted noun as a measure names it: *residential buildings*, without *other*."""
    words = [word for word in counted.split() if word.casefold() not in _LEFT_OUT]
    return " ".join(word if word[:1].isupper() else word.casefold() for word in words)


_ENDS = _AUXILIARY | _JOINING | frozenset("in at on from near for into across per of who".split())
_LEFT_OUT = _GENERIC | frozenset("other others least many most than".split())
