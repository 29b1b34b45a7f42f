"""A sentence with its figures: where each begins and ends, and what it counts."""

from __future__ import annotations

from bisect import bisect_right
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple, Self

from claimsync.extract.figures.readings import RIVALS
from claimsync.extract.questions.people import humans
from claimsync.extract.questions.terms import PEOPLE, THINGS
from claimsync.extract.questions.vocabulary import who_of
from claimsync.extract.text.closed_words import BE, HAVE, PASTS, is_adverb, is_past

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimsync.extract.figures.quantities import Quantity
    from claimsync.extract.questions.terms import Term
    from claimsync.extract.questions.vocabulary import Vocabulary
    from claimsync.extract.text.tokens import Token

JOINING = frozenset(
    "and but or while when after before as that because since if although though than then plus"
    " with by during over following said says".split()
)
AUXILIARY = frozenset(
    "was were is are been be being have had has get got gets to would will may also now still"
    " reportedly since not feared presumed confirmed do does did".split()
)
STEPS = frozenset(
    "the another a an estimated further total of some least in around about to up almost nearly"
    " roughly as many more than over".split()
)
GENERIC = frozenset(
    "the a an this that its their his her our total overall some more less further another each"
    " every all of".split()
)
FEW = 2  # words of a noun phrase where no verb ends it
FIGURE_WORDS = frozenset(
    "figure number toll count total tally it estimate say says said counted counts speaks spoke"
    " know knew knows claims claimed puts put estimates estimated makes spoken reported announced"
    " gave given corrected revised sum amount valued values reckons reckoned share proportion"
    " percentage figures numbers records show shows showed".split()
)
MOVES = frozenset(
    "rose rises rise fell falls fall climbed dropped reached hit stands stood is was jumped slipped"
    " increased decreased grew shrank reaches estimated totalled totaled valued were are been"
    " surged slowed eased tops topped slid gained reduced revised doubled tripled halved came come"
    " comes yielded risen rising climbing climbs fallen falling grown growing drops dropping"
    " declined dwindled shrunk swelled soared jumps sank sunk crept passes passed nears neared"
    " exceeded exceeds surpassed raised lowered".split()
)
VERBS = frozenset(
    "counted counts wrote writes put puts cut cuts raised raises set sets lowered said say says"
    " since believes believed thinks reckons insists insisted asked told tells argues argued"
    " warns warned adds agrees".split()
) | (PASTS - {"hurt", "hung", "hid", "shot", "saw", "put", "fell", "felt", "rose", "fed"})
PERIODIC = frozenset("last this next yesterday today tonight earlier later previously".split())
_ENDS = (
    AUXILIARY
    | JOINING
    | frozenset(
        "in at on from near for into across through via per of who too like according them it him"
        " us must can abroad overseas elsewhere"
        " could should might cannot".split()
    )
)
_LEFT_OUT = GENERIC | frozenset(
    "other others least many most than such preliminary provisional latest official".split()
)


class Predicate(NamedTuple):
    """What is asked of a figure: the measure, the words that say so, and what is counted.

    ``inherited`` marks what a neighbouring figure was asked for and this one only shares; ``deed``
    are the words that say what happens to things that no term explains, ``whose`` those that name
    who has such a share of what others have as well.
    """

    measure: str
    span: tuple[int, int] | None
    noun: tuple[int, int] | None
    who: str | None
    term: Term | None
    rule: str
    inherited: bool = False
    kind: str = "count"
    deed: tuple[int, int] | None = None
    whose: tuple[int, int] | None = None


def sort(one: Quantity) -> str:
    """Return what a figure is compared with: its kind, lengths and weights told apart."""
    units = (rule for rule in one.rules if rule.startswith("unit-"))
    return next(units, one.kind) if one.kind == "measure" else one.kind


class Surroundings:
    """The words of a sentence around its figures."""

    def __init__(
        self, text: str, words: Sequence[Token], found: Sequence[Quantity], vocabulary: Vocabulary,
        low: list[str] | None = None, *, votes: bool = False,
    ) -> None:  # fmt: skip
        """Take the words of a sentence (tokens without gaps) and all quantities in it.

        ``votes`` says that the page tells of an election or a poll.
        """
        self._votes = votes
        self._text, self._words, self._vocabulary = text, words, vocabulary
        self._low = [word.low for word in words] if low is None else low
        self._rivals = [one for one in found if one.kind in RIVALS]
        self._first = [_position(words, one.start) for one in self._rivals]
        self._after = [self._behind(one, first)
                       for one, first in zip(self._rivals, self._first, strict=True)]  # fmt: skip
        self._taken = {position for first, after in zip(self._first, self._after, strict=True)
                       for position in range(first, after)}  # fmt: skip
        self._numbered = {_position(words, one.start) for one in found if one.kind == "name"}

    def since(self, offset: int) -> Self:
        """Return the surroundings from an offset on, as if a sentence began there."""
        words = [word for word in self._words if word.start >= offset]
        rest = [one for one in self._rivals if one.start >= offset]
        return type(self)(self._text, words, rest, self._vocabulary, votes=self._votes)

    def _behind(self, one: Quantity, first: int) -> int:
        """Return the position behind a figure and its unit."""
        position = first
        while position < len(self._words) and self._words[position].start < one.end:
            position += 1
        return max(position, first + 1)

    def _past(self, which: int) -> int:
        """Return the position behind a figure and the unit that stands apart from it."""
        position, unit = self._after[which], self._rivals[which].unit
        while unit and position < len(self._words) and self._words[position].start < unit[1]:
            position += 1
        return position

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
        if self._low[first:position] and (
            self._low[first] in PERIODIC or self._low[first:position] == ["more"]
        ):
            return None
        if position == first or (before is None and position - first > FEW):
            return None
        if position == first + 1 and is_adverb(self._low[first]):
            return None  # 158 shortly before midnight
        goes = self._low[first].endswith("ing") and self._low[position : position + 1] == ["to"]
        if goes and position == first + 1:
            return None  # 12 going to the Greens
        return self._words[first].start, self._words[position - 1].end

    def _is_noun(self, position: int) -> bool:
        """Return whether a word may belong to a noun phrase."""
        return position in self._numbered or (
            self._words[position].kind == "word"
            and (self._low[position] not in _ENDS or self._words[position].text == "US")
            and self._low[position] not in MOVES
            and self._low[position] not in VERBS
            and position not in self._taken
        )

    def _may_ask(self, which: int, term: Term) -> bool:
        """Return whether a term may ask for a figure: people are counted, a price is money."""
        if term.not_of and self._counts(which, term.not_of.split("|")):
            return False
        one = self._rivals[which]
        whole = term.unit != "person" or self._whole(which)
        if not term.of or sort(one) in term.of.split("|"):
            return whole
        if term.of not in {PEOPLE, THINGS} or one.kind == "money":
            return False
        if one.noun is None:
            return whole
        noun = self._text[slice(*one.noun)]
        named = noun.split()[-1] in f"{term.nouns}|{term.too}".split("|")
        return self._whole(which) and (named or humans(noun) == (term.of == PEOPLE))

    def _whole(self, which: int) -> bool:
        """Return whether a figure may count people: no share, no money, and no 6.4."""
        one = self._rivals[which]
        number = one.figure.number
        return one.kind == "count" and (number is None or number.value.denominator == 1)

    def _before_steps(self, which: int) -> int:
        """Return the position of the word before those that only lead up to a figure: *some*."""
        at = self._first[which] - 1
        while at > 0 and self._low[at] in STEPS:
            at -= 1
        return at

    def _counts(self, which: int, nouns: Sequence[str]) -> bool:
        """Return whether a figure counts one of some nouns: *12 albums*, *12 cases of fraud*."""
        first = self._after[which]
        return not set(nouns).isdisjoint(self._low[first : first + FEW + 1])

    def _asked(
        self, term: Term, span: tuple[int, int] | None, noun: tuple[int, int] | None, *,
        people: bool = True,
    ) -> Predicate:  # fmt: skip
        """Return the predicate of a term; things are a part of the measure, people say who."""
        counted = self._text[noun[0] : noun[1]] if noun else ""
        if not term.things:
            alike = (*term.nouns.split("|"), *term.whoever.split("|"))
            begins = noun is not None and span is not None and noun[0] == span[0]  # 12 dying of it
            own = begins or _within(noun, span) or counted.casefold() in alike
            who = who_of(counted) if people and not own else None
            return Predicate(term.measure, span, noun, who, term, f"measure/{term.measure}")
        head = _undone(head_of(counted), term)
        measure = (
            f"{head} {term.measure}" if head and people else term.measure if not people else ""
        )
        known = self._vocabulary.term(measure) or term
        return Predicate(measure, span, noun, None, known, f"measure/{known.measure}")

    def _near(self, position: int, term: Term) -> bool:
        """Return whether a counted noun stands near a word that it needs: *200 jobs will go*."""
        if self._does_else(position, term):
            return False
        if self._found_again(position):
            return False
        if not term.beside or self._low[position] in term.plain.split("|"):
            return True
        ends = [at for at, low in enumerate(self._low) if low in _CLAUSE_ENDS]
        start = max((at for at in ends if at < position), default=-1)
        stop = min((at for at in ends if at > position), default=len(self._low))
        return not set(term.beside.split("|")).isdisjoint(self._low[start + 1 : stop])

    def _found_again(self, position: int) -> bool:
        """Return whether those missing are so no more: *three missing people were found*."""
        behind = self._low[position + 1 : position + _FOUND]
        return self._low[position] == "missing" and not _FINDING.isdisjoint(behind)

    def _past_complement(self, at: int) -> int:
        """Return the position behind what tells more of a noun: *of a contractor for the town*."""
        if at >= len(self._low) or self._low[at] not in _COMPLEMENTS:
            return at
        for verb in range(at + 1, min(at + _LONG, len(self._low))):
            if self._low[verb] in BE | HAVE:
                return verb
            if self._words[verb].kind != "word" or self._low[verb] in JOINING - {"by", "with"}:
                return at
        return at

    def _does_else(self, position: int, term: Term) -> bool:
        """Return whether those counted do something else: *200 protesters blocked a road*."""
        if not self._low[position].endswith(_DOERS) and self._low[position] not in _STAFF:
            return False
        at = self._past_complement(position + 1)
        while at < len(self._low) and (self._low[at] in BE | HAVE or is_adverb(self._low[at])):
            at += 1
        verb = self._low[at] if at < len(self._low) else ""
        told = (is_past(verb) or verb in _PARTICIPLES) and verb not in COUNTED
        own = [words.split() for words in term.after.split("|")]
        return told and not any(self._low[at : at + len(words)] == words for words in own)


_STAFF = frozenset({"staff", "crew"})
_COMPLEMENTS, _LONG = frozenset({"of", "for", "at", "from"}), 8
_FINDING, _FOUND = frozenset({"found", "located", "rescued"}), 5  # words
_DOERS = ("ers", "tors", "pants", "ees")
_PARTICIPLES = frozenset("taken beaten seen given driven thrown chosen caught".split())
COUNTED = frozenset(
    "counted reported recorded registered estimated expected came left remained stayed"
    " joined".split()
)
_CLAUSE_ENDS = frozenset({",", ";", ":", ".", "but", "while"})


def _position(words: Sequence[Token], start: int) -> int:
    """Return the position of the word that begins at ``start``, or of the first behind it."""
    return min(bisect_right(words, start, key=_END), max(len(words) - 1, 0))


_END = itemgetter(2)


def head_of(counted: str) -> str:
    """Return a counted noun as a measure names it: *residential buildings*, without *other*."""
    words = [word for word in counted.split() if word.casefold() not in _LEFT_OUT]
    return " ".join(word if word[:1].isupper() else word.casefold() for word in words)


def _undone(head: str, term: Term) -> str:
    """Return what is counted without what happened to it: *destroyed homes* are homes."""
    first, _, rest = head.partition(" ")
    return rest if rest and first in term.after.split("|") else head


def _within(noun: tuple[int, int] | None, span: tuple[int, int] | None) -> bool:
    """Return whether what is counted is the predicate itself: *12 killed*."""
    return noun is not None and span is not None and noun[0] >= span[0] and noun[1] <= span[1]
