"""Whose a figure is: of the bridge, of Alder Steel, of last year's flood, as the clause says it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claimsync.extract.clauses import (
    ADVERBS,
    AUXILIARIES,
    CONNECTIVES,
    PERIODS,
    PREPOSITIONS,
    SUBORDINATORS,
    VERBS,
    is_adverb,
)
from claimsync.extract.clauses import TIMES as WHEN
from claimsync.extract.nouns import MONTHS, STATES, STOPS, plural
from claimsync.extract.number_words import POWERS, SMALL
from claimsync.extract.rules import Rule
from claimsync.extract.surroundings import STEPS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from claimsync.extract.tokens import Token

Span = tuple[int, int]

RULES = (
    Rule("subject/acts", ("X has", "X holds", "X will cost", "X arrested"),
         "who has or does what is counted, or what it costs",
         "Alder Steel has 900 employees.", "There are 900 employees."),
    Rule("subject/owner", ("X's 900", "the Greens' 12"),
         "who owns what is counted", "Alder Steel's 900 employees are out.",
         "All 900 employees are out."),
    Rule("subject/of", ("the cost of X", "the price of X", "X's cost"),
         "what a level is the level of", "The cost of the bridge is €12 million.",
         "The cost is €12 million."),
    Rule("subject/by", ("by X", "for X"), "by whom something is done, or for whom it counts",
         "Twelve people were arrested by the army.", "Twelve people were arrested by noon."),
    Rule("subject/event", ("in the fire", "the blast killed"),
         "the event that a figure is of", "Twelve people died in the fire.",
         "Twelve people died in the night."),
    Rule("subject/payer", ("cost X",), "whom something costs so much",
         "The strike cost the port €3 million.", "The strike cost nearly €3 million."),
    Rule("subject/cause", ("died of X", "deaths from X"), "what people die or fall ill of",
         "Twelve people died of cholera.", "Twelve people died of them all."),
)  # fmt: skip
ACTS, OWNER, OF, BY, EVENT, PAYER, CAUSE = (rule.id for rule in RULES)
SUBJECT, HAPPENING = "subject", "event"

# What befalls people is nobody's, whoever has it: *we have 12 dead*.
HARMS = frozenset({"killed", "injured", "casualties", "missing", "bodies found"})
# What happens, under one name for what may be the same.
KINDS = {
    word: words[0]
    for words in (
        "attack strike raid bombing bombardment blast explosion shelling barrage assault attacks"
        " strikes raids blasts explosions bombings bomb bombs missile missiles rocket rockets"
        " shell shells".split(),
        "fire blaze wildfire inferno fires blazes wildfires".split(),
        "flood floods flooding storm storms hurricane typhoon cyclone tornado deluge".split(),
        "quake earthquake tremor".split(),
        "aftershock aftershocks".split(),
        "landslide mudslide avalanche".split(),
        "crash collision accident derailment pile-up".split(),
        "shooting gunfire".split(),
        "stampede crush".split(),
        "collapse".split(),
        "outbreak epidemic".split(),
        "march rally protest demonstration procession".split(),
        "match game derby final".split(),
        "concert festival fair".split(),
        "clashes riot riots".split(),
    )
    for word in words
}
_HAVING = frozenset(
    "have has had having hold holds held win wins won get gets got gain gains gained lose loses"
    " lost score scores scored carry carries carried employ employs employed own owns owned receive"
    " receives received take takes took contain contains contained run runs ran operate operates"
    " operated make makes made build builds built need needs needed use uses used offer offers"
    " offered produce produces produced sell sells sold order orders ordered hire hires hired"
    " earn earns earned owe owes owed buy buys bought export exports exported import imports"
    " imported generate generates generated serve serves served heard hears hear saw sees fed feeds"
    " met meets taught teaches teach".split()
)
# What somebody does to a number as its source holds nothing.
_COUNTING = frozenset(
    "counted reported estimated recorded registered listed claimed announced expected confirmed"
    " mentioned named tallied revised updated corrected measured reached topped exceeded added"
    " totalled totaled numbered died involved included".split()
)
_CHANGING = frozenset("cut cuts raised raises lowered lowers reduced reduces increased".split())
_INTENDS = frozenset(
    "plan plans planned want wants wanted intend intends intended agree agrees agreed expect"
    " expects expected hope hopes hoped set due going about decided decides began begin begins"
    " continues continued helped managed able sentenced ordered forced obliged told asked".split()
)
PRONOUNS = frozenset("it they he she we i its their his her our my".split())
_ARTICLES = frozenset("the a an this that these those".split())
_OWN = frozenset("its their his her our my".split())
_NO_NAMES = frozenset(
    "there people nobody someone who which that what this those others some many most all none"
    " everyone one".split()
)
_SAID = frozenset("said says say told tells added adds according".split())
_COSTS = frozenset("cost costs costing".split())
_ILLS = frozenset("died die dying deaths death infected sickened ill cases killed dead".split())
_MARKS = frozenset({"-", "‑", "&", "’", "'", "."})
TIMES = WHEN | PERIODS | MONTHS
_HARD = SUBORDINATORS | _SAID | AUXILIARIES
_EVENT_LEADS = frozenset("in by during after from of when at on".split())
_LEVEL_ENDS = AUXILIARIES | frozenset("at to from rose fell reached stood hit by".split())
_JOINTS = frozenset({"of", "at", "for", "in"})
_FEW = 3  # words of a cause
_LONGEST, _WIDE = 8, 14  # words of a name; words looked at for an event


@dataclass(frozen=True, slots=True)
class Holder:
    """Whose a figure is: where it stands, its name, and whether it is somebody or an event."""

    start: int
    end: int
    code: str
    dimension: str
    rule: str


def holders(
    words: Sequence[Token],
    figure: Span,
    asked: Span | None,
    *,
    acts: bool = True,
    has: bool = True,
    off: frozenset[str] = frozenset(),
) -> tuple[Holder, ...]:
    """Return whose a figure is; ``asked`` are the words that ask for it (*killed*, *the cost*).

    With ``acts`` they are a verb that somebody does (*killed*, and not *died*); with ``has`` what
    is counted may be somebody's, as the dead are not.

    >>> from claimsync.extract.sentences import cut
    >>> text = "Alder Steel has 900 employees."
    >>> [one.code for one in holders(cut(text, 0, len(text)), (16, 19), None)]
    ['Alder Steel']
    """
    low = [word.text.casefold() for word in words]
    first = _position(words, figure[0])
    after = _position(words, figure[1])
    told = (_position(words, asked[0]), _position(words, asked[1])) if asked else None
    clause = _Clause(words, low, first, after)
    ways: tuple[tuple[str, Callable[[], Span | None]], ...] = (
        (OWNER, lambda: clause.owner(first)),
        (OF, lambda: clause.level(told) if told and told[1] <= first else None),
        (ACTS, lambda: clause.actor(told if acts else None, has=has)),
        (BY, lambda: clause.agent(told)),
    )
    found: list[Holder] = []
    if told is not None:
        sides = ((PAYER, clause.payer, "for"), (CAUSE, clause.cause, "cause"))
        found += _beside(clause, told, tuple(one for one in sides if one[0] not in off))
    for rule, way in ways:
        held = any(one.dimension in {SUBJECT, HAPPENING} for one in found)
        span = way() if rule not in off and not held else None
        found += clause.named(span, rule) if span is not None else ()
    if EVENT not in off and all(one.dimension != HAPPENING for one in found):
        span = clause.event()
        found += clause.named(span, EVENT) if span is not None else ()
    return tuple(found)


def _beside(
    clause: _Clause,
    told: Span,
    sides: tuple[tuple[str, Callable[[Span], Span | None], str], ...],
) -> Iterator[Holder]:
    """Yield whom something costs so much, and what people die of."""
    verb = clause.word(told[1] - 1)
    for rule, way, dimension in sides:
        fits = verb in _COSTS if rule == PAYER else verb in _ILLS
        span = way(told) if fits else None
        for one in clause.named(span, rule) if span is not None else ():
            yield replace(one, dimension=dimension, rule=rule)


def _position(words: Sequence[Token], offset: int) -> int:
    """Return the position of the first word at ``offset`` or behind it."""
    return next((at for at, word in enumerate(words) if word.start >= offset), len(words))


class _Clause:
    """The words around one figure."""

    def __init__(self, words: Sequence[Token], low: list[str], first: int, after: int) -> None:
        self._words, self._low, self._first, self._after = words, low, first, after

    def word(self, at: int) -> str:
        """Return the word at a position, without case."""
        return self._low[at]

    def named(self, span: Span, rule: str) -> tuple[Holder, ...]:
        """Return the holder that a phrase names, if it names one."""
        first, last = span
        while first < last and self._low[first] in _ARTICLES:
            first += 1
        if first >= last:
            return ()
        kind = next((at for at in range(last - 1, first - 1, -1) if self._low[at] in KINDS), None)
        start, end = self._words[first].start, self._words[last - 1].end
        if kind is not None and not self._words[kind].text[0].isupper() and kind == last - 1:
            marks = [self._bare(at).casefold() for at in range(first, kind) if self._told_apart(at)]
            code = " ".join((*marks, KINDS[self._low[kind]]))
            return (Holder(start, end, code, HAPPENING, EVENT),)
        if rule == EVENT:
            return ()
        told = " ".join(self._bare(at) for at in range(first, last) if self._low[at] not in _MARKS)
        return (Holder(start, end, told, SUBJECT, rule),) if told else ()

    def _bare(self, at: int) -> str:
        """Return a word without the mark of an owner."""
        return self._words[at].text.removesuffix("’s").removesuffix("'s")

    def _told_apart(self, at: int) -> bool:
        """Return whether a word tells one event from others: *last year's*, *second*, *2019*."""
        return self._low[at] in APART or self._low[at].isdecimal() or (
            self._low[at].endswith(("’s", "'s")) and self._low[at - 1] != "this"
            and self._low[at].removesuffix("’s").removesuffix("'s") in TIMES
        )  # fmt: skip

    def owner(self, at: int) -> Span | None:
        """Return the phrase before ``at`` that ends as an owner does: *the Greens’*."""
        last = at - 1
        while last > 0 and self._low[last] in STEPS | {"nearly", "new", "own", "-"}:
            last -= 1
        if last < 0:
            return None
        if self._low[last] in _OWN:
            return last, last + 1
        bare = self._low[last] in {"’", "'"} and last and self._low[last - 1].endswith("s")
        if not bare and not self._low[last].endswith(("’s", "'s")):
            return None
        end = last if bare else last + 1
        first = self._begins(end - 1)
        return (first, end) if first is not None and not self._timed(end - 1) else None

    def _timed(self, at: int) -> bool:
        """Return whether a word only tells when: *today’s 12*."""
        return self._bare(at).casefold() in TIMES

    def level(self, told: Span) -> Span | None:
        """Return what a level is the level of: *the cost of the bridge*, *the bridge’s cost*."""
        at = told[1]
        if at < self._first and self._low[at] in {"of", "for"}:
            end = at + 1
            while end < self._first and self._low[end] not in _LEVEL_ENDS and (
                self._words[end].kind == "word" or self._low[end] in _MARKS
            ):  # fmt: skip
                end += 1
            return (at + 1, end) if at + 1 < end <= at + 1 + _LONGEST else None
        verb = told[0] - 1 - (self._low[told[0] - 1] in _ARTICLES) if told[0] else -1
        if verb > 0 and self._low[verb] in _CHANGING:
            return self._phrase(verb - 1)
        return self.owner(told[0] + (self._low[told[0]] == "the"))

    def payer(self, told: Span) -> Span | None:
        """Return whom something costs so much: *cost the port €3 million*."""
        first, last = told[1], self._first
        named = last - first > 1 and (self._low[first] in _ARTICLES | _OWN or self._capital(first))
        plain = all(
            self._words[at].kind == "word" and self._low[at] not in _HARD | PREPOSITIONS | STEPS
            for at in range(first + 1, last)
        )
        return (first, last) if named and plain else None

    def cause(self, told: Span) -> Span | None:
        """Return what people die or fall ill of: *died of cholera*, *deaths from the heat*."""
        at = told[1]
        if self._low[at : at + 1] not in (["of"], ["from"]) or at + 1 >= len(self._low):
            return None
        first = at + 1 + (self._low[at + 1] in {"the", "their"})
        end = self._ends(first)
        plain = first < end <= first + _FEW and all(
            self._words[i].kind == "word" and not self._capital(i) for i in range(first, end)
        )
        timed = any(self._low[i] in TIMES | STOPS for i in range(first, end))
        return (first, end) if plain and not timed else None

    def actor(self, told: Span | None, *, has: bool) -> Span | None:
        """Return who has or does what is counted."""
        having = self._having() if has else None
        verb = told[0] if told is not None and told[1] <= self._first else having
        if verb is None:
            return None
        last = verb - 1
        if self._low[verb].endswith("ing") and last >= 0 and self._low[last] not in AUXILIARIES:
            return None
        while last >= 0 and (
            self._low[last] in AUXILIARIES
            or self._low[last] in ADVERBS
            or is_adverb(self._low[last])
            or (self._low[last] == "to" and self._low[last - 1] in _INTENDS | AUXILIARIES)
            or (self._low[last] in _INTENDS and self._low[last + 1] == "to")
        ):
            last -= 1
        return self._phrase(last)

    def _having(self) -> int | None:
        """Return the position of the verb right before a figure that somebody has."""
        at = self._first - 1
        while at >= 0 and (self._low[at] in STEPS or is_adverb(self._low[at])):
            at -= 1
        if at < 0 or self._words[at].kind != "word":
            return None
        word = self._low[at]
        acts = word.endswith("ed") and at > 0 and word not in _COUNTING | STATES
        return at if word in _HAVING or acts else None

    def _phrase(self, last: int) -> Span | None:
        """Return the noun phrase that ends at ``last``, over what is set between two commas."""
        if last >= 0 and self._low[last] in {"which", "who", "that"} and last:
            last -= 1 + (self._low[last - 1] == ",")
        elif last > 0 and self._low[last] == ",":
            opened = next((at for at in range(last - 1, max(last - _WIDE, 0), -1)
                           if self._low[at] == ","), None)  # fmt: skip
            if opened is None:
                return None
            last = opened - 1
        if last < 0:
            return None
        first = self._begins(last)
        return None if first is None else (first, last + 1)

    def _begins(self, last: int) -> int | None:
        """Return where the noun phrase that ends at ``last`` begins; None where none does."""
        if self._low[last] in PRONOUNS:
            return last
        if self._low[last] in _NO_NAMES or self._low[last] in _HARD | PREPOSITIONS | VERBS:
            return None
        first = last + 1
        while first > 0 and last - first < _LONGEST and self._goes_on(first - 1, last):
            first -= 1
        return self._trimmed(first, last)

    def _goes_on(self, at: int, last: int) -> bool:
        """Return whether the word at ``at`` belongs to the phrase that ends at ``last``."""
        word = self._low[at]
        if word == "and":
            return at > 0 and self._capital(at - 1) and self._capital(at + 1)
        if self._words[at].kind == "number":
            return word.isdecimal() and len(word) == len("2019") and self._low[at + 1] in KINDS
        if self._words[at].kind != "word":
            glued = at < last and self._words[at].end == self._words[at + 1].start
            return word in _MARKS and glued
        return not (word in _HARD or word in VERBS or self._first <= at < self._after)

    def _capital(self, at: int) -> bool:
        """Return whether a word begins with a capital."""
        return self._words[at].text[:1].isupper()

    def _trimmed(self, first: int, last: int) -> int | None:
        """Return where the phrase begins without what only tells when or where."""
        while first < last and self._low[first] not in APART and (
            self._low[first] in CONNECTIVES | TIMES or is_adverb(self._low[first])
        ):  # fmt: skip
            first += 1
        if first > last:
            return None
        if self._low[first] in PREPOSITIONS:
            behind = [at for at in range(first + 1, last + 1)
                      if self._low[at] in _ARTICLES or self._bare(at).casefold() in TIMES
                      or self._low[at].isdecimal()]  # fmt: skip
            if not behind:
                return None
            first = behind[-1] + (self._low[behind[-1]] not in _ARTICLES)
        if first > last or self._low[last] in _NO_NAMES:
            return None
        if "and" in self._low[first : last + 1] and first and self._low[first - 1] == ",":
            return None  # a list: *Alpha, Bravo and Delta*
        return first if all(self._fits(at, first) for at in range(first, last + 1)) else None

    def _fits(self, at: int, first: int) -> bool:
        """Return whether a word may stand in a name that begins at ``first``."""
        word = self._low[at]
        if word in SMALL or word in POWERS or (word in PREPOSITIONS and word not in _JOINTS):
            return False
        return word not in _ARTICLES or at == first or self._low[at - 1] in _JOINTS

    def agent(self, told: Span | None) -> Span | None:
        """Return by whom something is done, or for whom it counts."""
        start = max(self._after, told[1] if told is not None else 0)
        for at in range(start, min(start + _WIDE, len(self._low))):
            word = self._low[at]
            if self._words[at].kind != "word" and word not in _MARKS:
                return None
            if word in {"by", "for"}:
                end = self._ends(at + 1)
                named = end > at + 1 and (
                    self._low[at + 1] in {"the", "a", "an"}
                    or self._capital(at + 1)
                    or (word == "by" and plural(self._low[end - 1]))
                )
                return (at + 1, end) if named and not self._timed(at + 1) else None
            if word in SUBORDINATORS:
                return None
        return None

    def _ends(self, at: int) -> int:
        """Return where the noun phrase from ``at`` ends."""
        end = at
        while end < len(self._low) and end - at < _LONGEST and (
            (self._words[end].kind == "word" or (self._low[end] in _MARKS and self._glued(end)))
            and self._low[end] not in PREPOSITIONS and self._low[end] not in _HARD
            and self._bare(end).casefold() not in TIMES - {"year", "week", "month"}
        ):  # fmt: skip
            end += 1
        return end

    def _glued(self, at: int) -> bool:
        """Return whether a mark touches the words on both sides."""
        beside = at + 1 < len(self._words)
        return beside and self._words[at].end == self._words[at + 1].start

    def event(self) -> Span | None:
        """Return the event that a clause names: *in the fire*, *when the blast*."""
        ahead = range(self._after, min(self._after + _WIDE, len(self._low)))
        back = range(self._first - 1, max(self._first - _WIDE, -1), -1)
        for stretch in (ahead, back):
            for at in stretch:
                if self._words[at].kind == "number" or self._low[at] in {";", ".", "“", "”", '"'}:
                    break
                out = self._low[at - 1 : at + 1] == ["on", "strike"]
                if self._low[at] in KINDS and not self._capital(at) and not out:
                    first = self._event_begins(at)
                    if first is not None:
                        return first, at + 1
        return None

    def _event_begins(self, at: int) -> int | None:
        """Return where the phrase of the event at ``at`` begins, if it is led by *in* or *by*."""
        for first in range(at - 1, max(at - _LONGEST, -2), -1):
            if first < 0 or self._low[first] in _EVENT_LEADS or self._low[first] in {"that", "“"}:
                return first + 1
            if self._words[first].kind not in {"word", "number"} or self._low[first] in _HARD:
                return None
        return None


# Words that tell one of several from the others, so that *the second blast* is not *the blast*.
APART = frozenset(
    "last previous earlier former old new similar another other separate second third fourth fifth"
    " first next neighbouring neighboring rival later final past northern southern eastern western"
    " upper lower twin original".split()
)
