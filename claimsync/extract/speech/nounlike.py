"""Whether the form of a verb of speech is a noun, or describes one, where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimsync.extract.speech.complements import (
    CLAUSES,
    DOCUMENTS,
    FINITE_OR_PAST,
    LONGEST_SUBJECT,
    clause,
    complement_of,
    forecasts,
    opens_object,
)
from claimsync.extract.text.closed_words import (
    AUXILIARIES,
    BE,
    DETERMINERS,
    GENITIVES,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    STOPS,
    TIMES,
    VERBS,
    WEEKDAYS,
    is_adverb,
)
from claimsync.extract.text.words import QUOTE

if TYPE_CHECKING:
    from claimsync.extract.text.cues import Cue
    from claimsync.extract.text.sentence import Range, Sentence
    from claimsync.extract.text.words import Words

_PARTS = frozenset({"percentage", "basis"})  # points
_FORECASTS = frozenset({"forecast", "project", "estimate"})
_JOINS = frozenset({"and", "but"})
_LEADS = PREPOSITIONS | GENITIVES | {"’", "'"}
_WHICH_ONE = frozenset("first last latest new earlier previous own initial final next".split())
_ADVERBIAL = TIMES | PREPOSITIONS
_AT_LEAST = (["at", "least"], ["at", "most"])
_COMPLEMENTS = CLAUSES | {QUOTE, ":"}
# Verbs whose present forms are at least as often nouns.
NOUNISH = frozenset(
    "state plan tweet remark comment report post rule call claim note estimate charge demand"
    " promise"
    " question attack reference hope fear guess offer praise blame answer cry doubt vow pledge"
    " complaint repeat forecast mention quote reply show view mock object exclaim blog read finish"
    " highlight show protest stress retort sigh laugh shout chant count record register list"
    " measure tally rate project detail signal".split()
)
_LED = 2  # words
_RECKONS = frozenset("estimate forecast claim report".split())  # "…, monitors estimate."
_PRONOMINAL = frozenset("that this those these some any all many both each few several".split())
_MANY = _PRONOMINAL - {"that", "this", "each"}
_PLURALS = frozenset(
    "people police they we i you others some many most all who both few those data".split()
)


def noun(sentence: Sentence, index: int, source: Range, cue: Cue, following: str) -> bool:
    """Return whether a form is a noun where it stands."""
    low = sentence.words.low
    if low[index - 1] in _LEADS or (cue.lemma in _FORECASTS and _owned(low, index, source[0])):
        return True
    if "shows" in cue.kinds and _documented(sentence, index, source, cue):
        return False
    if _called(sentence, index, cue, following):
        return True
    if cue.form == "past" and (told := _described(sentence, index, source, cue, following)):
        return told
    aside = beside(sentence, source)
    reckons = low[index] == "forecast" and aside and following in {".", ","}
    if cue.form == "base" and not reckons and not _any_plural(low, source, cue):
        return True
    nounish = cue.form != "past" and cue.lemma in NOUNISH
    return nounish and not _acts(sentence, index, source, cue, aside=aside)


def _called(sentence: Sentence, index: int, cue: Cue, following: str) -> bool:
    """Return whether the words beside a form make it a noun: *called reports*, *2 points*."""
    words = sentence.words
    preceding, capital = words.low[index - 1], words.capital(index - 1)
    verb = words.cues.get(preceding)
    if cue.lemma in NOUNISH and verb and verb.lemma not in NOUNISH and not capital:
        return True
    if cue.form == "s" and cue.lemma in NOUNISH and preceding.endswith("ed"):
        return not capital  # *called reports of 12 dead a lie*
    if cue.lemma in _RECKONS and following in AUXILIARIES:
        return True  # *its growth forecast was cut*
    if preceding in DETERMINERS and (preceding not in _PRONOMINAL or _several(preceding, cue)):
        return True
    counted = preceding[0].isdigit() or preceding in _PARTS
    return counted and cue.form in {"base", "s"}  # *by 0.2 points to 3 percent*


def _described(
    sentence: Sentence, index: int, source: Range, cue: Cue, following: str
) -> bool | None:
    """Return whether a past form describes the noun before it: *a message posted Friday*."""
    low = sentence.words.low
    if following in BE and "says" not in cue.kinds:
        return True  # *the patients reported were young*
    least = low[index + 1 : index + 3] in _AT_LEAST  # *videos showed at least two of them*
    adverbial = following in _ADVERBIAL and not least
    if adverbial and not beside(sentence, source) and low[index - 1] not in _JOINS:
        return _participial(sentence, index, cue)
    return None


def _owned(low: list[str], index: int, first: int) -> bool:
    """Return whether a forecast is somebody's: changed, or one of several: *its first forecast*."""
    which = low[index - 1] in _WHICH_ONE or low[index - 1].isdigit()
    owned = low[index - 2] in POSSESSIVES or low[index - 2] in GENITIVES
    return (which and owned) or _changed(low[max(first - _LED, 0) : index])


def _changed(told: list[str]) -> bool:
    """Return whether words lead to a forecast that is changed: *Alder cut its sales* forecast."""
    own = next((at for at, word in enumerate(told) if word in POSSESSIVES), 0)
    return own > 0 and (told[own - 1] in {*VERBS, "cut"} or told[own - 1].endswith("ed"))


_ON_WHOSE_WORD = ([",", "citing"], [",", "quoting"])


def _acts(sentence: Sentence, index: int, source: Range, cue: Cue, *, aside: bool) -> bool:
    """Return whether a present form that is as often a noun is a verb where it stands."""
    words, after = sentence.words, index + 1
    following = words.low[after] if after < sentence.last else "."
    if following == "that" and words.low[after + 1 : after + 2]:
        word = words.low[after + 1]
        noun = word in AUXILIARIES or word in VERBS or word in {"come", "promise"}
        return not noun and cue.lemma != "plan"
    cites = cue.form == "s" and words.low[after : after + 2] in _ON_WHOSE_WORD
    named = _is_named(words, source) or is_adverb(words.low[index - 1])
    if cites or following in {":", QUOTE} or (sentence.heading and following[0].isdigit()):
        return True
    if cue.form == "base" and "holds" in cue.kinds and clause(sentence, after):
        return True
    if named and cue.lemma in _FORECASTS and forecasts(words.low, after, sentence.last):
        return True
    named = named or words.low[source[0] - 1] == "whose"
    reckoned = cue.form == "base" and cue.lemma in _RECKONS
    ends = sentence.heading and cue.form == "s" and after >= _end_of(sentence)
    if aside and (ends or ((named or reckoned) and following in {".", ","})):
        return True
    pledging = following == "to" and "pledges" in cue.kinds
    return cue.form == "s" and named and (pledging or opens_object(sentence, after))


def _several(pronoun: str, cue: Cue) -> bool:
    """Return whether a noun follows what cannot be the subject of a form in s: *those states*."""
    return cue.form == "s" and pronoun in _MANY


def _documented(sentence: Sentence, index: int, source: Range, cue: Cue) -> bool:
    """Return whether a document shows what follows: *documents from the archive show he left*."""
    heads = _heads(sentence.words.low, source, cue)
    if DOCUMENTS.isdisjoint(heads) or cue.form not in {"base", "s"}:
        return False
    if cue.form == "base" and not _any_plural(sentence.words.low, source, cue):
        return False
    low, last = sentence.words.low, sentence.last
    if complement_of(low, index + 1, last) == "clause" or opens_object(sentence, index + 1):
        return True
    near = range(index + 2, min(last, index + LONGEST_SUBJECT))
    stop = next((at for at in near if low[at] in STOPS), last)
    return any(low[at] in FINITE_OR_PAST for at in near if at < stop)  # *data show sales fell*


def _any_plural(low: list[str], source: Range, cue: Cue) -> bool:
    """Return whether a noun that may head a source is a plural."""
    return any(_plural(head) for head in _heads(low, source, cue))


def _end_of(sentence: Sentence) -> int:
    """Return the position behind a sentence, without the stop that ends it."""
    return sentence.last - (sentence.words.low[sentence.last - 1] in STOPS)


def _heads(low: list[str], source: Range, cue: Cue) -> list[str]:
    """Return the nouns that may head a source: *scientists* at the Polar *Centre* estimate."""
    heads = [low[source[1]]]
    if cue.lemma in _RECKONS or "shows" in cue.kinds:
        inner = range(source[0] + 1, source[1])
        described = next((at for at in inner if _describes(low[at])), source[0])
        heads += low[source[0] : described]
    return heads


def _describes(word: str) -> bool:
    """Return whether a word opens what is told of a noun: figures *released* on Monday *by* X."""
    return word in PREPOSITIONS or word.endswith("ed")


def _is_named(words: Words, source: Range) -> bool:
    """Return whether a source is a name, a pronoun, or has an article."""
    first, last = words.low[source[0]], words.low[source[1]]
    return words.capital(source[1]) or last in PRONOUNS or first in {"the", "a", "an"}


def _plural(head: str) -> bool:
    """Return whether a verb in its base form may follow a noun."""
    return head in _PLURALS or (head.endswith("s") and not head.endswith("ss"))


_CITES = frozenset({"citing", "quoting"})  # *reported on Monday, citing X, that P*


def _participial(sentence: Sentence, index: int, cue: Cue) -> bool:
    """Return whether a past form only describes the noun before it: a message posted Friday."""
    if cue.kinds & {"says", "tells", "asks", "pledges"}:
        return False
    low, stop = sentence.words.low, min(sentence.last, index + 14)
    dated = index + (3 if low[index + 1] == "on" else 2)
    if not WEEKDAYS.isdisjoint(low[dated - 1 : dated]) and opens_object(sentence, dated):
        return False  # *announced on Friday the arrest of two men*
    for follower in range(index + 1, stop):
        word = low[follower]
        if word in _COMPLEMENTS:
            return False
        cites = not _CITES.isdisjoint(low[follower + 1 : follower + 2])
        if (word in STOPS and not cites) or word in AUXILIARIES:
            break
    return low[index + 1] not in {"on", "to", "for", "about"} or "judges" not in cue.kinds


def beside(sentence: Sentence, source: Range) -> bool:
    """Return whether a source stands right after a comma or a quotation."""
    return source[0] > sentence.first and sentence.words.low[source[0] - 1] in {",", QUOTE}
