"""Asides: source and cue set after or into what is said, as ``P, X said`` and ``P, said X`` are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimsync.extract.figures.number_words import is_number
from claimsync.extract.speech.complements import CLAUSES
from claimsync.extract.speech.speaking import NOUNISH
from claimsync.extract.text.clauses import (
    AUXILIARIES,
    BREAKS,
    DETERMINERS,
    FINITE,
    MANNER,
    OBJECTS,
    PERIODS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    ROLES,
    STOPS,
    SUBORDINATORS,
    TIMES,
    VERBS,
    appended,
    is_past,
    phrase_end,
)
from claimsync.extract.text.sentence import Found
from claimsync.extract.text.words import QUOTE

if TYPE_CHECKING:
    from claimsync.extract.text.cues import Cue
    from claimsync.extract.text.sentence import Range, Sentence
    from claimsync.extract.text.words import Words

# What is done according to plan is said by nobody.
_MANNERS = (["plan"], ["plans"], ["schedule"], ["law"], ["size"], ["need"], ["taste"], ["type"])
_ABOUT = frozenset("between about around over under near nearly".split())
_OWNERS = (["his"], ["her"], ["their"], ["its"])
ESTIMATES = frozenset(
    "estimate estimates count tally account accounts reckoning admission calculation calculations"
    " figures".split()
)
_LONG = 12
_INVERTS = frozenset({"says", "states", "voices", "asks"})


_TAIL_OPENS = PREPOSITIONS | TIMES | frozenset("when while who whose which recently about".split())


_REOPENS = frozenset({",", "but", "and"})
_OPENINGS = SUBORDINATORS - {"but", "and", "so", "nor"}
_ASIDE = frozenset("who which while after as when whose referring speaking where and but".split())


_CONTRASTS = frozenset({";", "and", "but", "while", "whereas"})
_TERMINALS = frozenset({".", "!", "?", ";"})
_COUNTERS = frozenset("counted counts put puts recorded records listed lists gave speaks".split())
_PERIOD_OPENS = frozenset("last this earlier next late early two three days hours".split())


_FINITE = frozenset({"says", "states", "tells", "holds", "pledges"})


_SUBJECTS = frozenset(
    "he she it they we i there".split()
)  # "according to his own count he has won"


def according(sentence: Sentence, index: int, width: int = 2) -> Found | None:
    """Return the frame of ``according to X``, ``per X``, ``in the words of X``."""
    words, first, last = sentence.words, sentence.first, sentence.last
    low = words.low
    start = index + width
    stop = _before_figure(words, start + 1, phrase_end(words, start, last))
    stop = next((at for at in range(start + 1, stop) if low[at] in _SUBJECTS), stop)
    told = low[stop : stop + 1] == [","] and low[stop + 1 : stop + 2] in (["who"], ["whose"])
    inside = index > first + 1 and (
        low[index - 1] == "that" or low[index - 2 : index] == ["that", ","]
    )
    if stop < last and low[stop] == "," and (told or (index > first and not inside)):
        stop = appended(words, stop, last)
    if stop == start or low[start:stop] in _MANNERS:
        return None
    source = (start, min(stop - 1, sentence.end))
    opens = index > first and low[index - 1] in _CONTRASTS  # "…; according to Y, Q"
    before = index - 1 if index > first and (opens or low[index - 1] in BREAKS) else index
    before -= opens and before - 1 > first and low[before - 1] in BREAKS
    found = Found((index, start - 1), source, [], "according", frozenset({"according"}))
    found.region = None if inside else (before, stop - 1)  # "He said that, according to X, P"
    if before > first and not opens and not inside:
        found.content.append((first, before - 1))
    after = stop
    leads = not found.content and low[stop : stop + 1] and (
        is_number(low[stop]) or low[stop] in _SUBJECTS
    )  # fmt: skip
    while (
        after < last
        and not leads
        and low[after] not in BREAKS
        and low[after] not in {QUOTE, ":", ";"}
    ):
        after += 1
    alone = after < last and low[after] == ";" and _spoken(words.part(after, last))
    if after < last and (low[after] in BREAKS or low[after] == ":" or alone):
        after += 1
    after += before > first and _tells_on(sentence, after)
    if after <= sentence.end and (
        before <= first or (low[after] not in _ASIDE and low[after] != ";")
    ):
        found.content.append((after, sentence.end))
    return found


def _tells_on(sentence: Sentence, at: int) -> bool:
    """Return whether *and* behind an aside goes on with a count: *, and 12 more were hurt*."""
    low, last = sentence.words.low, sentence.last
    if at + 2 >= last or low[at] not in {"and", "while"}:
        return False
    counts = any(is_number(word) for word in low[at + 1 : last])
    opens = low[at + 1] in DETERMINERS or is_number(low[at + 1])
    return opens and counts and QUOTE not in low[at:last] and _spoken(sentence.words.part(at, last))


def _spoken(words: Words) -> bool:
    """Return whether nobody else speaks or counts in what follows a semicolon."""
    return not any(
        word in words.cues or word == "according" or word in _COUNTERS for word in words.low
    )


def _before_figure(words: Words, start: int, stop: int) -> int:
    """Return where a source ends that no comma parts from its figure: *according to police 14*."""
    low = words.low
    for index in range(start, stop):
        before = low[index - 1]
        named = words.capital(index - 1) or before in PREPOSITIONS or before in DETERMINERS
        if is_number(low[index]) and not named:
            return index
    return stop


def estimated(sentence: Sentence, index: int) -> Found | None:
    """Return the frame ``P, by X's estimate``."""
    words, first = sentence.words, sentence.first
    low = words.low
    last = next(at for at in range(index + 1, index + 5) if low[at] in ESTIMATES)
    aside = index > first and low[index - 1] in BREAKS
    if any(low[at] in STOPS for at in range(index + 1, last)) or not (aside or index == first):
        return None
    owned = last - 1 - (low[last - 1] == "own")  # "by her (own) account" names her
    owner = owned if low[index + 1 : owned + 1] in _OWNERS else last
    found = Found((index, index), (index + 1, owner), [], "according", frozenset({"according"}))
    found.region = (index - 1 if aside else index, last)
    if aside and index - 2 >= first:
        found.content.append((first, index - 2))
    elif low[last + 1 : last + 2] == [","] and last + 2 <= sentence.end:
        found.content.append((last + 2, sentence.end))
    return found


def inverted(sentence: Sentence, index: int, cue: Cue) -> Found | None:  # noqa: PLR0911 - a bar each
    """Return the frame ``P, said X``."""
    words, first, last = sentence.words, sentence.first, sentence.last
    low = words.low
    start = index + 1
    if index <= first or start >= last or not cue.kinds & _INVERTS:
        return None
    mark = low[index - 1]
    if (mark != QUOTE and mark not in BREAKS) or (cue.form == "base" and cue.lemma != "say"):
        return None
    quoted = mark == QUOTE or low[index - 2] == QUOTE
    named = cue.form == "past" and words.capital(start)  # "P, noted Ana Roe."
    if not (quoted or named or "says" in cue.kinds) or _no_name(words, start):
        return None
    stop = phrase_end(words, start, last)
    if any(_speaks(words, at) for at in range(start + 1, stop)):
        return None
    if stop < last and (low[stop] in AUXILIARIES or low[stop] in VERBS):
        return None
    if not quoted and (is_number(low[start]) or not _closes(sentence, index, stop)):
        return None  # *Ana Roe, whose team has 41 seats, says 12 people died*
    stop = min(appended(words, stop, last), sentence.end + 1)
    end = index - 1 if mark == QUOTE else index - 2
    found = Found((index, index), (start, stop - 1), [(first, end)], "inverted", cue.kinds)
    found.region = (end + 1, last - 1)
    _resume(sentence, stop, found)
    return found


def _closes(sentence: Sentence, index: int, stop: int) -> bool:
    """Return whether ``said X`` ends what is said, and is no verb after ``X, the mayor,``."""
    low, first = sentence.words.low, sentence.first
    back = index - 2
    while back > first and low[back] not in BREAKS:
        back -= 1
    if low[back] in BREAKS and _tells_more(sentence, back + 1, index - 2):
        return False
    if stop > sentence.end:
        return back > first or index - 1 > first + 1
    after = appended(sentence.words, stop, sentence.last)
    tail = low[stop] in _TAIL_OPENS or low[stop] in BREAKS or low[after : after + 1] == [";"]
    return tail and _clausal(sentence, index - 1)


def _tells_more(sentence: Sentence, start: int, last: int) -> bool:
    """Return whether what stands between two commas tells who was named before: X, the mayor,."""
    words, low = sentence.words, sentence.words.low
    for at in range(sentence.first, start - 1):
        acted = low[at].endswith("ed") and not words.capital(at)
        if low[at] in FINITE or low[at] in VERBS or acted:
            return False
    word = low[start]
    if word in DETERMINERS or word in ROLES or word in RELATIVES or word.isdigit():
        return True
    if word.endswith("ing") and not words.capital(start):
        return True
    return all(words.capital(at) for at in range(start, last + 1))


def _speaks(words: Words, index: int) -> bool:
    """Return whether a word is a cue that would need a subject of its own."""
    cue = words.cues.get(words.low[index])
    return (
        cue is not None
        and cue.form in {"past", "s"}
        and cue.lemma not in NOUNISH
        and bool(cue.kinds & _FINITE)
    )


def _no_name(words: Words, at: int) -> bool:
    """Return whether a word cannot open the name of a speaker, as *Per* can in *Per Lund*."""
    word = words.low[at]
    if at + 1 < len(words.low) and words.capital(at) and words.capital(at + 1):
        return False
    return (
        word in STOPS
        or word in TIMES
        or word in PREPOSITIONS
        or word in PRONOUNS
        or (word in OBJECTS and word != "reporters")
        or word in CLAUSES
    )


def _clausal(sentence: Sentence, comma: int) -> bool:
    """Return whether what stands before a comma may be said by itself and is no name."""
    words, first = sentence.words, sentence.first
    low = words.low
    if sentence.titled or comma - first > _LONG:
        return True
    return any(
        word in FINITE
        or word in VERBS
        or word in words.cues
        or word.endswith("ed")
        or word.isdigit()
        for word in low[first:comma]
    )


_FEW = 6  # words of a figure that is set aside


def remark(
    sentence: Sentence, index: int, width: int, source: Range, kind: frozenset[str]
) -> Found:
    """Return the frame ``as X noted, P``."""
    first = sentence.first
    found = Found((index, index + width - 1), source, [], "remark", kind)
    start = source[0] - 1
    low = sentence.words.low
    end = start - 2 if low[start - 1] in BREAKS else start - 1
    begin = _set_aside(low, first, end)
    if end >= first:
        found.content.append((begin, end))
    found.region = (start - 1, sentence.last - 1)
    _resume(sentence, index + width, found)
    return found


def _set_aside(low: list[str], first: int, end: int) -> int:
    """Return where what is not so, as somebody said, begins: *12 died, not 20 as police claimed*.

    What stands before it is whoever else's.
    """
    for at in range(end - 1, max(first, end - _FEW), -1):
        if low[at] in BREAKS:
            return at + 2 if low[at + 1] == "not" else first
    return first


def parenthesis(
    sentence: Sentence, index: int, width: int, source: Range, kind: frozenset[str]
) -> Found | None:
    """Return the frame ``P, X said`` with what may follow."""
    words, first = sentence.words, sentence.first
    low = words.low
    before = source[0] - 1
    if before < first or (low[before] != QUOTE and low[before] not in BREAKS):
        return None
    end = before if low[before] == QUOTE else before - 1
    if end < first:
        return None
    quoted = low[end] == QUOTE
    tail = _tail(sentence, index + width, quoted=quoted)
    if not tail and quoted and low[first] in PREPOSITIONS and not _clausal(sentence, end):
        return None
    spoken = quoted and words.text[words.ends[end] - 2] in ",.?!—-…"
    resumed = not quoted and _resumes(sentence, index + width)
    if not spoken and (not tail or (resumed and _adverbial(sentence, before))):
        return None
    start = end if quoted and low[end - 1] == ":" else first  # "She smiled: “P,” she said"
    if sentence.heading:  # a headline tells several things
        start = next((at + 1 for at in range(end - 1, first, -1) if low[at] == ";"), first)
    found = Found((index, index + width - 1), source, [(start, end)], "parenthesis", kind)
    found.region = (end + 1, sentence.last - 1)
    _resume(sentence, index + width, found)
    return found


def _resumes(sentence: Sentence, start: int) -> bool:
    """Return whether a clause of its own follows a parenthesis: *On Monday, X said, two died*.

    What only joins something (*killing 12*, *and left*) leaves the clause before it what was said.
    """
    low = sentence.words.low
    if start > sentence.end or low[start] in _TERMINALS:
        return False
    if low[start] not in BREAKS or start >= sentence.end:
        return True
    after = low[start + 1]
    return not (after.endswith("ing") or after in _ASIDE or after in TIMES)


def _adverbial(sentence: Sentence, comma: int) -> bool:
    """Return whether what stands before a comma only tells when or where."""
    low = sentence.words.low
    opening = low[sentence.first]
    finite = any(word in FINITE or word in VERBS for word in low[sentence.first : comma])
    if opening.endswith("ing") and sentence.first + 1 < comma:
        return not finite  # "Speaking in Kolm", not "Rising seas could take 12 homes"
    if low[comma - 1] in PERIODS and opening in _PERIOD_OPENS:
        return True
    following = low[sentence.first + 1]
    counts = following in {"least", "most"} or (
        opening in _ABOUT and is_number(following)
    )  # *between 12 and 15 people*, *over 40*
    if counts or (opening not in PREPOSITIONS and opening not in _OPENINGS):
        return False
    return not finite and not _acts_behind(low[sentence.first : comma])


def _acts_behind(low: list[str]) -> bool:
    """Return whether a clause of its own follows when or where: *In Lyman, 12 people died*."""
    last = len(low) - low[::-1].index(",") if "," in low else 0
    if not last or low[last] in PREPOSITIONS | SUBORDINATORS | RELATIVES:
        return False
    return any(is_past(word) for word in low[last + 1 :])


def _tail(sentence: Sentence, start: int, *, quoted: bool) -> bool:
    """Return whether only time, place and addressee follow a cue up to a comma or the end."""
    low, last = sentence.words.low, sentence.last
    if start >= last or low[start] in {".", "!", "?", ";", QUOTE, "—", "–", "―"}:
        return start >= last or low[start] != QUOTE
    if low[start] == ",":
        return quoted or low[start + 1 : start + 2] != [QUOTE]
    told = low[start - 1] in {"told", "tells"}
    counts = start + 1 < last and _counts(low[start], low[start + 1])
    if counts or (low[start] not in _TAIL_OPENS and not told):
        return False
    for index in range(start, last):
        if low[index] in BREAKS:
            return True
        if low[index] in {"that", QUOTE, ":"} and index < start + 10:
            return index + 1 < last and _relative(low, index)
    return True


def _relative(low: list[str], that: int) -> bool:
    """Return whether *that* tells more of a manner of speech: *a briefing that began at nine*."""
    verb = low[that + 1]
    past = verb in VERBS or verb in AUXILIARIES or verb.endswith("ed")
    return low[that] == "that" and low[that - 1] in MANNER and past


def _counts(opening: str, word: str) -> bool:
    """Return whether words behind a cue open a figure: *at least 12*, *about 40*, *in all*."""
    if opening in {"about", "around", "over", "under", "between"}:
        return is_number(word)
    return (opening == "at" and word in {"least", "most"}) or (opening, word) == ("up", "to")


def _acting(word: str) -> bool:
    """Return whether a participle tells what a speaker does meanwhile: *said X, standing by*."""
    return word.endswith("ing") and word not in _OF_WHAT_IS_SAID


_OF_WHAT_IS_SAID = frozenset(
    "including leaving killing injuring wounding bringing making raising taking adding saying"
    " citing quoting following causing destroying damaging forcing noting warning".split()
)


def _resume(sentence: Sentence, start: int, found: Found) -> None:
    """Add what goes on after a parenthesis, and let the parenthesis end there."""
    low, last = sentence.words.low, sentence.last
    index = start
    while index < last and low[index] not in BREAKS and low[index] not in {QUOTE, ":", ";"}:
        if low[index] == "that":
            return
        index += 1
    if index >= last - 1 or found.region is None:
        return
    if low[index] == ";" and not _COUNTERS.isdisjoint(low[index:last]):
        return  # "12, X said; Y counted 14"
    resumes = index if low[index] == QUOTE else index + 1
    spoken = bool(found.content) and low[found.content[0][1]] == QUOTE
    if spoken and low[index] == "," and QUOTE not in low[resumes:last]:
        return  # “P,” X said, not even naming Y
    if found.rule == "inverted" and low[index] == "," and _acting(low[resumes]):
        resumes = next((at for at in range(resumes, last) if low[at] == QUOTE), last)
        if resumes == last:
            return  # said X, standing beside a lorry
    cue = sentence.words.cues.get(low[resumes])
    resumes += low[index] == "," and not spoken and _tells_on(sentence, resumes)
    if low[index] == "," and (low[resumes] in _ASIDE or (cue and cue.form == "ing")):
        if cue and cue.kinds & {"says", "states", "tells", "cites"}:
            return
        resumes = index + 1
        while resumes < last and not (low[resumes] == QUOTE and low[resumes - 1] in _REOPENS):
            resumes += 1
    if resumes <= sentence.end:
        end = next((at for at in range(resumes + 1, sentence.end) if low[at] == ";"), 0) - 1
        found.content.append((resumes, end if end >= resumes else sentence.end))
        found.region = (found.region[0], resumes - 1)
