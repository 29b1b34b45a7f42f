"""Nouns: the words behind a number that say what is counted, as far as they can be told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimsync.extract.figures.number_words import PARTS, POWERS, SMALL, VAGUE
from claimsync.extract.text import calendar_words

if TYPE_CHECKING:
    from claimsync.extract.figures.lines import Line

# Words that end a noun phrase: they open something else.
STOPS = frozenset(
    """
    a an the this that these those his her its their our your my who whom whose which what where
    when while why how if than then as at by for from in into near of off on onto out over under
    until till since about above across after against along amid among around before behind
    below beneath beside between beyond down during except inside like outside past per through
    throughout to toward towards up upon via with within without and or but nor so yet because
    although though unless whether is are was were be been being am has have had having do does
    did will would shall should can could may might must not no never also still just only
    already even each apiece altogether combined together it he she they we you i him them us me
    too there here today yesterday tomorrow tonight now ago later earlier away apart again once
    respectively versus vs said says say told last next asks wrote tells reported reports according
    including included amounting came come comes went go goes got get gets took take takes made
    make makes left leaves leave gave gives give kept keeps held hold holds put puts ran run
    runs set sets remain remains remained became become becomes began begin begins died die dies
    fled flee live lives lived need needs want wants seem seems appear appears believe face
    faces faced work works won wins plus minus abroad overseas elsewhere
    """.split()
)
MONTHS = frozenset((*calendar_words.MONTHS, *calendar_words.SHORT_MONTHS, *calendar_words.DAYS))
# Said of those counted, they stand where a noun would: 12 dead, 29 injured.
STATES = frozenset(
    """
    dead killed injured wounded hurt missing detained arrested displaced hospitalised hospitalized
    captured evacuated rescued unaccounted trapped homeless abducted kidnapped freed released
    infected sick ill stranded
    """.split()
)
_PLURALS = frozenset(
    "people men women children police troops personnel crew staff civilians youth cattle folk "
    "aircraft fish sheep deer media teeth feet lives wives wolves casualties others dead".split()
)
_SINGULAR_S = ("ss", "us", "is", "ous", "news")
_FIRST_PARTS = frozenset("sports arms goods news sales savings armed us physics gas bus".split())
_MOST_WORDS = 6


def noun_behind(line: Line, at: int) -> tuple[int, int] | None:
    """Return the tokens from ``at`` that name what is counted.

    >>> from claimsync.extract.figures.lines import Line
    >>> noun_behind(Line.of("314 prisoners of war were swapped"), 1)
    (1, 4)
    >>> noun_behind(Line.of("12 dead, 29 injured"), 1), noun_behind(Line.of("12, it said"), 1)
    ((1, 2), None)
    """
    start = _begins(line, at)
    end = start
    while end < len(line) and end - start < _MOST_WORDS and _goes_on(line, start, end):
        end += 1
        if _closes(line, end - 1) and line.word(end) != "-":
            break
        end = _and_noun(line, end)
    while end > start and (line.kind(end - 1) != "word" or line.word(end - 1) in {"and", "or"}):
        end -= 1
    if end == start or (end == start + 1 and _acting(line, start)):
        return None
    if end == start + 1 and line.word(start) in _PLACES:
        return None
    if line.word(start) in _COMPARED and (line.word(start + 1) == "than" or end == len(line)):
        return None  # about a fifth lower than
    if line.word(start).endswith("ly") and line.word(start) not in _LY:
        return None
    return start, _of_kind(line, end)


def _and_noun(line: Line, end: int) -> int:
    """Return ``end`` behind *and* where adjectives share a noun: *digital and physical sales*."""
    if line.word(end) not in {"and", "or"} or line.kind(end + 1) != "word":
        return end
    first, second = line.word(end + 1), line.word(end + 2)
    shared = line.kind(end + 2) == "word" and plural(second) and not plural(first)
    shared = shared and second not in VAGUE
    return end + 1 if shared and first not in STOPS and second not in STOPS else end


_PLACES = frozenset("first second third last next final top best worst late early".split())
_COMPARED = frozenset("lower higher bigger smaller larger cheaper dearer".split())
_LY = frozenset("family elderly assembly monthly weekly daily early likely deadly friendly".split())


_HITS = frozenset("hit cut shut beat quit lost sold built sent met paid".split())
_OBJECTS = frozenset("the a an its their his her it him them us me this that".split())


def _acting(line: Line, at: int) -> bool:
    """Return whether a lone word tells what someone does: 73, *raising* the prospect."""
    if line.word(at).endswith("ed") and line.word(at) not in STATES:
        return True
    if line.word(at) in _HITS and line.word(at + 1) in _OBJECTS:
        return True  # six hit their targets
    return line.word(at).endswith("ing") and line.word(at + 1) in _OBJECTS | {"to", "into", "from"}


def _begins(line: Line, at: int) -> int:
    """Return where the noun phrase may begin: behind *more*, a hyphen, or *of the*."""
    if line.word(at) == "-" and line.glued(at) and line.glued(at + 1):
        at += 1 + (line.word(at + 1) == "strong")
    while line.word(at) in {"more", "further", "additional", "extra", "fewer", "less"}:
        at += 1
    return at


def _goes_on(line: Line, start: int, at: int) -> bool:  # noqa: PLR0911 - one return a reason
    """Return whether the token at ``at`` belongs to the noun phrase from ``start``."""
    word = line.word(at)
    if line.kind(at) != "word":
        joint = word == "-" and line.glued(at) and line.glued(at + 1) and at > start
        named = line.kind(at) == "number" and line.word(at - 1) == "-" and line.glued(at)
        return named or (joint and line.kind(at + 1) in {"word", "number"})  # F-15 jets
    if word == "us" and line.texts[at] == "US":
        return True
    if word == "near" and at == start and not line.capital(at + 1) and plural(line.word(at + 1)):
        return True  # near misses
    if word in STOPS or word in MONTHS or word in SMALL or word in POWERS or word in VAGUE:
        return False
    if at == start or line.word(at - 1) == "-":
        return True
    if word.endswith("ing") and line.capital(at - 1):
        return False
    if word in STATES or (word.endswith("ly") and len(word) > len("only")):
        return False
    return not (line.capital(at) and not line.capital(start) and plural(line.word(at - 1)))


# States that no noun follows; the others only describe one: injured men.
_CLOSING = STATES - {
    "injured", "wounded", "captured", "displaced", "missing", "homeless", "infected", "sick",
    "freed", "released", "detained", "stranded", "abducted", "kidnapped", "trapped",
    }  # fmt: skip


def _closes(line: Line, at: int) -> bool:
    """Return whether a noun phrase ends with a word: a plural, or a state of people.

    A name that ends in s (Hamas) closes nothing before a plural in small letters.
    """
    word, text = line.word(at), line.texts[at]
    if text[0].isupper() and text.endswith("s") and "'" not in word:
        return line.capital(at + 1) or not plural(line.word(at + 1))
    return (plural(word) and word not in _FIRST_PARTS) or word in _CLOSING


def plural(word: str) -> bool:
    """Return whether a word, in small letters, looks like a plural.

    >>> plural("taps"), plural("men"), plural("fleet"), plural("virus")
    (True, True, False, False)
    """
    if word in _PLURALS:
        return True
    return (
        len(word) > len("bus")
        and word.endswith("s")
        and not word.endswith(_SINGULAR_S)
        and "'" not in word
    )


_NOT_BARE = frozenset("all those which whom them most some many each every both other any".split())


def _of_kind(line: Line, end: int) -> int:
    """Return the end of the phrase with *of war* put in: one bare noun behind *of*."""
    if line.word(end) != "of" or line.kind(end + 1) != "word" or line.capital(end + 1):
        return end
    word = line.word(end + 1)
    bare = word not in STOPS and word not in SMALL and word not in PARTS and word not in VAGUE
    if not bare or word in _NOT_BARE:
        return end
    second = line.kind(end + 2) == "word" and line.word(end + 2) not in STOPS | STATES
    closed = line.kind(end + 3) != "word" or line.word(end + 3) in STOPS
    named = second and closed and line.word(end + 2)[-2:] not in {"ed", "ly", "ng"}
    return end + 2 + named  # jars of baby food


def plural_noun(line: Line, at: int) -> bool:
    """Return whether the word at ``at`` looks like a plural."""
    return plural(line.word(at))
