"""The words that lead from a noun to the figure that it stands at, and the noun phrase."""

from __future__ import annotations

from claimsync.extract.figures.nouns import STOPS
from claimsync.extract.questions.behind import (
    ARE,
    ARTICLED,
    LONG,
    THESE,
    Behind,
)
from claimsync.extract.questions.leads import (
    FINITE,
    LEVEL_BARE,
    LEVEL_VERBS,
    LIKELY,
    RELATIVES,
    SPEECH,
    before_time,
)
from claimsync.extract.questions.surroundings import (
    AUXILIARY,
    GENERIC,
    MOVES,
    STEPS,
    VERBS,
    Predicate,
    head_of,
)
from claimsync.extract.text.closed_words import is_adverb

GOES = frozenset("grow rise fall shrink climb drop reach increase decrease decline".split())
_DEEDS = frozenset("recorded registered measured showed shows offered received found".split())
_LEADING = GENERIC | VERBS | frozenset("expected forecast predicted reported posted".split())
_FRAMES = frozenset("of for in at to on off from among against with about across".split())
_LEVELS = (
    MOVES
    | STEPS
    | AUXILIARY
    | frozenset(
        "by from down at to of “ \" ‘ ' truth in only just closer nearer put higher lower more most"
        " around close well point points basis percentage little".split()
    )
)
ARTICLES = frozenset({"the", "a", "an"})
_ACTS = STOPS - GENERIC - _FRAMES - {"work", "works", "need", "needs"} | _DEEDS
DETERMINERS = THESE | {"a", "an"}
_POINTERS = frozenset({"that", "this"})
MODALS = frozenset("will would to could can may might should shall not".split())
_BRINGS = frozenset("bring brings brought bringing".split())
PRONOUNS = frozenset("i we you it she he they there this that which who".split())
# Before a number these tell how it is meant, and name nothing: *as far as 3 feet*, *74 out of 100*.
_NO_HEADS = frozenset("what far low high hot cold long deep much so out north south tune".split())
_BETWEEN = 14  # words between two commas
_ASIDES = frozenset("which who a an the one its based excluding including known".split())
_ENDED = frozenset(
    "close closed closing open opened end ended finish finished trade traded trading quoted"
    " changed start starts started begin begins began".split()
)  # at a level
_TELLS = frozenset("told tell tells telling informed assured announced".split())


class Leading(Behind):
    """Finds the noun that figures of one sentence stand at."""

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
            elif low[last] == "," and (before := self._before_aside(last, crossed)) < last:
                last = before
            else:
                return last
        return last

    def _before_aside(self, comma: int, crossed: set[int]) -> int:
        """Return the position before what a comma closes: *inflation, which strips out food, was*.

        Where nothing of that kind stands there, it is the comma's own.
        """
        for at in range(comma - 1, max(comma - _BETWEEN, 0), -1):
            if self._low[at] == ",":
                opens = self._low[at + 1] in _ASIDES and at + 1 < comma
                return at - 1 if opens and self._is_noun(at - 1) else comma
            if at in crossed or self._words[at].kind != "word":
                return comma
        return comma

    def _relative(self, verb: int) -> int:
        """Return the position before *that X says*, of what X says: *a levy that it says will*."""
        for at in range(verb - 1, max(verb - LONG - 2, 0), -1):
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
            return before in MODALS or before in ARE or is_adverb(before)
        if low == "in":
            return before in _BRINGS
        if low in _ENDED:
            return self._low[at + 1] == "at"
        told = low == "that" and not _TELLS.isdisjoint(self._low[max(at - LONG, 0) : at - 1])
        return low in RELATIVES and at > 0 and self._is_noun(at - 1) and not told

    def _phrase(self, last: int, rule: str) -> Predicate | None:
        """Return the noun phrase that ends at ``last``: *shares in Voss*, *number of stations*."""
        first, words = last, 0
        while first > 0 and words < LONG:
            words += 1
            if self._hyphened(first):
                first -= 2
            elif self._reaches(first) and not self._opened(first):
                first -= 1
            else:
                break
        while (
            first < last
            and not self._compound(first)
            and (
                self._low[first] in _LEADING
                or self._verbal(first)
                or self._does_it(first)
                or not self._is_noun(first)
            )
        ):
            first += 1
        named = self._is_noun(first) or self._compound(first)
        if self._low[last] in PRONOUNS | _NO_HEADS or not named:
            return None
        if self._low[last].endswith(("’s", "'s")):
            return None  # Lund's: of whatever was told of others
        span = self._words[first].start, self._words[last].end
        told = head_of(self._text[span[0] : span[1]])
        return Predicate(told, span, span, None, None, rule) if told else None

    def _does_it(self, at: int) -> bool:
        """Return whether a word is a verb, what follows its object: *will limit data use*."""
        before = self._low[at - 1] if at else ""
        if before in MODALS:
            return self._words[at].text.islower()
        subject = at > 0 and (before in PRONOUNS or self._is_noun(at - 1))
        return subject and self._low[at].endswith("ed") and before not in DETERMINERS

    def _opened(self, first: int) -> bool:
        """Return whether an article opens a phrase, and nothing joins it: *offered | a reward*."""
        return self._low[first] in DETERMINERS and self._low[first - 1] not in _FRAMES

    def _reaches(self, first: int) -> bool:
        """Return whether the phrase that begins at ``first`` goes back over the word before it.

        An article opens it; what stands before that is a verb, or holds it: *the price of a loaf*.
        """
        before = self._low[first - 1]
        if before in _FRAMES:
            framed = first > 1 and self._names(first - 2) and self._low[first - 2] not in _ACTS
            named = self._low[first] in GENERIC | GOES or self._words[first].text[0].isupper()
            return framed and (before != "to" or named)
        acts = before in _ACTS and self._words[first - 1].text != "US"
        if self._low[first] in ARTICLES or acts or self._does_it(first - 1):
            return False
        return self._names(first - 1)

    def _names(self, position: int) -> bool:
        """Return whether a word may belong to a noun phrase, and is no verb that parts two."""
        if self._low[position] in _POINTERS and self._low[position - 1] in _FRAMES:
            return position > 0  # in that age group
        return self._is_noun(position) and self._low[position] not in FINITE

    def _hyphened(self, position: int) -> bool:
        """Return whether a mark joins a word to the one before it: *pre-tax*, *one-off*, *S&P*."""
        return position > 1 and self._low[position - 1] in {"-", "‑", "&"} and (
            self._words[position - 2].kind in {"word", "number"}
            and self._words[position - 2].end == self._words[position - 1].start
            and position - 1 not in self._taken
        )  # fmt: skip

    def _compound(self, position: int) -> bool:
        """Return whether a number opens a compound: *10-year bonds*."""
        return self._words[position].kind == "number" and self._hyphened(position + 2)

    def _verbal(self, position: int) -> bool:
        """Return whether a word that opens a phrase is a verb, of which the rest is the object."""
        bare = self._low[position] in LEVEL_BARE or self._low[position] in LEVEL_VERBS
        return bare and self._low[position + 1] in ARTICLED
