"""Nominal frames: who says what without a verb of speech, as in *X's claim that P*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimsync.extract.figures.number_words import is_number
from claimsync.extract.speech.complements import clause
from claimsync.extract.speech.contents import content_end
from claimsync.extract.speech.sources import before_verb, source_of
from claimsync.extract.text.clauses import subject
from claimsync.extract.text.closed_words import (
    BE,
    BREAKS,
    DETERMINERS,
    FINITE,
    MODALS,
    NOT,
    PERIODS,
    POSSESSIVES,
    PREPOSITIONS,
    STOPS,
    WEEKDAYS,
    is_adverb,
)
from claimsync.extract.text.cues import RULES
from claimsync.extract.text.sentence import Found
from claimsync.extract.text.words import QUOTE

if TYPE_CHECKING:
    from claimsync.extract.text.sentence import Range, Sentence
    from claimsync.extract.text.words import Words

CLAIMS = frozenset(RULES["claims"].words)
_POLLS = frozenset(RULES["polls"].words)
_REMARKS = frozenset(RULES["comments"].words)
_DATES = WEEKDAYS | PERIODS
_FROM, _IN = frozenset({"by", "from"}), frozenset({"in", "on"})  # *a report in the Daily Echo*
PRESS = frozenset("media press newspaper newspapers television radio".split())
_MINDED = frozenset(RULES["minded"].words)
_FORECASTS = frozenset(RULES["revises"].words) | {"forecasts", "estimates", "projections"}
_REVISING = frozenset(
    "raised raises lifted lifts increased increases upgraded upgrades cut cuts lowered lowers"
    " trimmed trims reduced reduces slashed downgraded downgrades edged revised revises kept keeps"
    " held holds left maintained maintains updated nudged doubled halved".split()
)
_PLANS = frozenset("plan proposal plans proposals blueprint scheme".split())
_FIGURES = frozenset("estimate figure count tally number toll reckoning guess total sum".split())
_IS = BE - frozenset({"’s", "'s"}) | {"stands", "stood", "remains", "remained"}
_NOUNS = _MINDED | _FORECASTS | _PLANS | _FIGURES
_FEW = 4  # words
_RECKONINGS = frozenset("estimate estimates forecast forecasts prediction projection count".split())
_MAKING = frozenset("make makes made making".split())
_NOBODY = frozenset("it this that there which".split())
_GENITIVES = frozenset({"’s", "'s", "’", "'"})
_GIVEN = frozenset("made makes issued issues gave gives posted posts sent released wrote".split())
_DASHES = BREAKS - {","}
_LONGEST_POLL, _LONGEST_NAME, _NEAR = 20, 5, 9  # words
_DATED = WEEKDAYS | frozenset("conducted published released taken carried in on this last".split())


def claimed(sentence: Sentence, index: int) -> Found | None:
    """Return the frame ``X's claim that P``, ``claims by X that P``, ``X's estimate of P``."""
    low = sentence.words.low
    that = _that(sentence, index)
    bearing = 0 if that else _bearing(low, index, sentence.last)
    start = that or bearing
    if not start:
        return None
    by = _by(low, index, that) if that else None
    source = by or (_paper(sentence, index) if that else None) or _owner(sentence, index)
    end = content_end(sentence, start)
    end = next((at - 1 for at in range(start + 2, end) if low[at] == ","), end)
    if source is None or start >= end:
        return None
    if bearing:  # "X's estimate of P was kept"
        end = next((at - 1 for at in range(start + 2, end) if low[at] in FINITE), end)
    if bearing and low[source[0] - 1] in _REVISING | {"up", "down"}:
        return None  # "raised its estimate of P"
    return Found((index, index), source, [(start, end)], "claims", frozenset({"claims"}))


def _bearing(low: list[str], index: int, last: int) -> int:
    """Return where what an estimate is *of*, or a comment *about*, begins; or 0."""
    following = low[index + 1] if index + 1 < last else ""
    of = following == "of" and low[index] in _RECKONINGS
    about = following in {"about", "on"} and low[index] in _REMARKS
    return index + 1 if of or about else 0


def _that(sentence: Sentence, index: int) -> int:
    """Return where *that* opens what a noun claims, or 0."""
    low, last = sentence.words.low, sentence.last
    stop = min(last, index + _LONGEST_NAME + 2)
    following = low[index + 1] if index + 1 < last else ""
    if following == "that":
        return index + 1
    that = next((at for at in range(index + 3, stop) if low[at] == "that"), 0)
    if following in _FROM or (following in _IN and that and sentence.words.capital(that - 1)):
        return that
    return 0


def _by(low: list[str], index: int, that: int) -> Range | None:
    """Return who is named behind a claim: *a claim by the mayor that*, not *from last year*."""
    if low[index + 1] not in _FROM | _IN:
        return None
    dated = low[that - 1] in _DATES or low[that - 1].isdigit() or low[index + 2] in PREPOSITIONS
    return None if dated else (index + 2, that - 1)


def _owner(sentence: Sentence, index: int) -> Range | None:
    """Return whose claim it is: *the mayor's repeated claim*, *her claim*."""
    low = sentence.words.low
    for at in range(index - 1, max(index - 3, sentence.first - 1), -1):
        if low[at] in POSSESSIVES:
            return at, at
        if low[at] in _GENITIVES and at > sentence.first:
            return _named(sentence, at - 1)
    if low[index - 1] in PRESS:  # *media reports that P*
        return index - 1, index - 1
    return None


def _paper(sentence: Sentence, index: int) -> Range | None:
    """Return the name that stands before a noun like an adjective: *a Kolm Radio report that P*."""
    words, first = sentence.words, index
    while first > sentence.first and words.capital(first - 1):
        first -= 1
    determined = first > sentence.first and words.low[first - 1] in DETERMINERS
    return (first, index - 1) if first < index and determined else None


def _named(sentence: Sentence, last: int) -> Range:
    """Return the noun phrase that ends with ``last``: back to its article, or its first capital."""
    words, first = sentence.words, last
    while first > max(sentence.first, last - _LONGEST_NAME):
        word = words.low[first - 1]
        if word in DETERMINERS:
            return first - 1, last
        if word in STOPS or (words.capital(first) and not words.capital(first - 1)):
            break
        first -= 1
    return (first, last) if words.capital(first) else (last, last)


def polled(sentence: Sentence) -> Found | None:
    """Return the frame ``In a poll by X, P``."""
    low, first = sentence.words.low, sentence.first
    if low[first] not in {"in", "from"}:
        return None
    stop = min(sentence.end, first + _LONGEST_POLL)
    comma = next((at for at in range(first + 2, stop) if low[at] == ","), 0)
    head = next((at for at in range(first + 1, comma) if low[at] in _POLLS), 0)
    if not head or any(low[at] in {"of", "to", "for"} for at in range(first, head)):
        return None
    last = next((at for at in range(head + 1, comma) if low[at] in _DATED), comma) - 1
    while comma < sentence.end and low[comma + 1] in _DATED:
        comma = next((at for at in range(comma + 1, sentence.end) if low[at] == ","), sentence.end)
    if comma + 1 >= sentence.end:
        return None
    return Found((first, first), (first + 1, last), [(comma + 1, sentence.end)], "polls",
                 frozenset({"polls"}))  # fmt: skip


def signed(sentence: Sentence) -> Found | None:
    """Return the frame ``“Q” — X``, as letters to a paper are signed."""
    first = sentence.first
    last = signature(sentence.words, first, sentence.last)
    if last is None:
        return None
    return Found((first + 1, first + 1), (first + 2, last), [(first, first)], "signed",
                 frozenset({"signed"}))  # fmt: skip


def signature(words: Words, quote: int, end: int) -> int | None:
    """Return the last word of the name that is set behind a quotation and a dash, if one is."""
    low = words.low
    if quote + 2 >= end or low[quote] != QUOTE or low[quote + 1] not in _DASHES:
        return None
    stop = quote + 2
    while stop < min(end, quote + _NEAR) and (words.capital(stop) or low[stop] == "."):
        stop += 1
    if stop == quote + 2 or not (stop == end or low[stop] in {",", QUOTE, "."}):
        return None
    return stop - 1 - (low[stop - 1] == ".")


def commented(sentence: Sentence) -> Found | None:
    """Return the frame ``X made this comment:``, which what follows goes on with."""
    words, low, last = sentence.words, sentence.words.low, sentence.last
    if low[last - 1] != ":":
        return None
    noun = next((at for at in range(last - 2, max(last - _NEAR, sentence.first), -1)
                 if low[at] in _REMARKS), 0)  # fmt: skip
    verb = next((at for at in range(noun - 1, sentence.first, -1) if low[at] in _GIVEN), 0)
    source = subject(words, verb - 1, sentence.first) if verb else None
    if source is None or low[verb - 1] in BE:
        return None
    return Found((verb, noun), source, [], "opens", frozenset({"comments", "says"}))


def published(sentence: Sentence) -> Found | None:
    """Return the frame ``X published its results for P``, which a list below goes on with."""
    words, low, first = sentence.words, sentence.words.low, sentence.first
    for verb in range(first + 1, sentence.last - 1):
        if low[verb] in _PUBLISHED and low[verb + 1] in _OWN:
            noun = next((at for at in range(verb + 2, min(verb + _NEAR, sentence.last))
                         if low[at] in _RESULTS), 0)  # fmt: skip
            source = subject(words, verb - 1, first) if noun else None
            if source is not None:
                kinds = frozenset({"comments", "says"})
                return Found((verb, verb), source, [], "opens", kinds)
    return None


_PUBLISHED = frozenset("published publishes released reported posted issued unveiled".split())
_OWN = frozenset("its their the his her half-year annual quarterly full-year".split())
_RESULTS = frozenset("results figures accounts earnings statistics data numbers".split())


def noted(sentence: Sentence) -> Found | None:
    """Return the frame ``P (X, 1 April)``, as reports of relief agencies note their sources."""
    words, low, first = sentence.words, sentence.words.low, sentence.first
    close = sentence.end
    if close <= first or low[close] != ")":
        return None
    start = next((at for at in range(close, max(close - _NEAR, first), -1) if low[at] == "("), 0)
    comma = next((at for at in range(start, close) if low[at] == ","), 0)
    named = start and all(words.capital(at) for at in range(start + 1, comma))
    dated = [word for word in low[comma + 1 : close] if word[0].isdigit()]
    if not named or comma <= start + 1 or not dated or close - comma > len(("1", "April", ")")) + 1:
        return None
    return Found((start, close), (start + 1, comma - 1), [(first, start - 1)], "noted",
                 frozenset({"noted"}))  # fmt: skip


def minded(sentence: Sentence) -> Found | None:
    """Return the frame ``X is confident that P``, ``X made it clear that P``."""
    low, first, end = sentence.words.low, sentence.first, sentence.end
    at = next((at for at in range(first + 2, end - 1) if low[at] in _MINDED), 0)
    if not at or not (low[at + 1] == "that" or clause(sentence, at + 1)):
        return None
    verb = at - 1
    while verb > first and (is_adverb(low[verb]) or low[verb] == "it"):
        verb -= 1
    making = low[verb] in _MAKING
    if not (making or low[verb] in BE) or not NOT.isdisjoint(low[verb:at]):
        return None
    before = before_verb(sentence.words, verb, first)
    source = source_of(sentence.words, before, first) if before is not None else None
    if source is None or low[source[1]] in _NOBODY:
        return None
    return Found((verb, at), source, [(at + 1, content_end(sentence, at + 1))], "minded",
                 frozenset({"minded"}))  # fmt: skip


def revised(sentence: Sentence) -> Found | None:
    """Return the frame ``X raised its forecast to P``."""
    low, first, last = sentence.words.low, sentence.first, sentence.last
    noun = next((at for at in range(first + 3, last) if low[at] in _FORECASTS), 0)
    stop = max(first, noun - _LONGEST_NAME)
    own = next((at for at in range(noun - 1, stop, -1) if low[at] in POSSESSIVES), 0)
    if not own:
        return None
    verb = own - 1 - (low[own - 1] in {"up", "down"})
    if low[verb] not in _REVISING:
        return None
    before = before_verb(sentence.words, verb, first)
    source = source_of(sentence.words, before, first) if before is not None else None
    if source is None:
        return None
    told = range(noun + 1, sentence.end)
    end = next((at - 1 for at in told if low[at] in _AFTERWARDS), sentence.end)
    return Found((verb, noun), source, [(own, end)], "revises", frozenset({"revises"}))


# What a forecast was changed after is the page's own word: *raised its outlook after sales fell*.
_AFTERWARDS = frozenset("after as because since when while amid following".split())


def reckoned(sentence: Sentence) -> Found | None:
    """Return the frame ``X's (own) estimate is P``."""
    low, first, last = sentence.words.low, sentence.first, sentence.last
    near = range(first + 2, min(last, first + _NEAR))
    verb = next((at for at in near if low[at] in _IS), 0)
    if not verb or low[verb - 1] not in _FIGURES or verb >= sentence.end:
        return None
    owner = verb - 2 - (low[verb - 2] == "own")
    if owner <= first or low[owner] not in _GENITIVES or not _counted(low[verb + 1 : last]):
        return None
    source = subject(sentence.words, owner - 1, first)
    if source is None:
        return None
    return Found((verb - 1, verb - 1), source, [(verb + 1, sentence.end)], "reckoned",
                 frozenset({"claims"}))  # fmt: skip


def _counted(low: list[str]) -> bool:
    """Return whether a figure is among the first words: *is at least 12*."""
    return any(map(is_number, low[:_FEW]))


def planned(sentence: Sentence) -> Found | None:
    """Return the frame ``Under X's plan, P``, ``X's plan would P``."""
    low, first, last = sentence.words.low, sentence.first, sentence.last
    near = range(first + 2, min(last - 2, first + _NEAR))
    plan = next((at for at in near if low[at] in _PLANS), 0)
    owner = next((at for at in range(plan - 1, max(first, plan - 3), -1)
                  if low[at] in _GENITIVES), 0)  # fmt: skip
    source = subject(sentence.words, owner - 1, first) if owner else None
    if source is None or not (low[plan + 1] == "," or low[plan + 1] in MODALS):
        return None
    if low[plan + 1] == "," and low[first] != "under":
        return None
    start = plan + 1 + (low[plan + 1] == ",")
    return Found((plan, plan), source, [(start, sentence.end)], "planned", frozenset({"plans"}))


def noun_frame(sentence: Sentence) -> Found | None:
    """Return the frame of a sentence that has no verb of speech, if one fits."""
    if not _NOUNS.isdisjoint(sentence.words.low[sentence.first : sentence.last]):
        told = minded(sentence) or revised(sentence) or planned(sentence) or reckoned(sentence)
        if told:
            return told
    found = signed(sentence) or polled(sentence) or commented(sentence) or noted(sentence)
    return found or published(sentence)
