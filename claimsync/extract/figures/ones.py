"""Ones and none: *a driver was injured* is 1, *no one was hurt* is 0; and *one* where it counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimsync.extract.figures.nouns import STATES, STOPS, noun_behind
from claimsync.extract.figures.number_words import SMALL, is_number
from claimsync.extract.text.closed_words import AUXILIARIES, POSSESSIVES
from claimsync.extract.text.rules import Rule

if TYPE_CHECKING:
    from claimsync.extract.figures.lines import Line

RULES = (
    Rule("article-one", (
        "man", "woman", "child", "boy", "girl", "baby", "infant", "toddler", "teenager", "driver",
        "passenger", "pilot", "soldier", "officer", "policeman", "policewoman", "firefighter",
        "civilian", "worker", "student", "pupil", "teacher", "nurse", "doctor", "journalist",
        "reporter", "guard", "medic", "resident", "pedestrian", "cyclist", "motorcyclist",
        "protester", "demonstrator", "tourist", "villager", "farmer", "fisherman", "sailor",
        "prisoner", "hostage", "suspect", "gunman", "bystander", "rescuer", "volunteer",
        "paramedic",
        "pensioner", "person", "mother", "father", "miner", "climber", "hiker", "skier",
        "steward", "fan", "supporter", "spectator", "patient", "employee", "visitor", "guest",
        "cleaner", "swimmer", "surfer", "diver", "runner", "jockey", "migrant", "refugee",
        "schoolboy", "schoolgirl", "conductor", "crewman", "shopkeeper", "councillor", "priest",
    ), "one, where a person is hurt, dies, is held or goes missing", "A driver was injured.",
       "A driver was there."),
    Rule("none", ("no one", "nobody", "none", "no-one"), "zero", "No one was hurt.",
         "It is second to none."),
    Rule("no-noun", ("casualties", "deaths", "fatalities", "injuries", "survivors", "victims",
         "injured", "dead", "wounded", "civilians", "soldiers", "people", "prisoners", "hostages",
         "passengers", "arrests"), "zero", "There were no casualties.", "There is no plan."),
)  # fmt: skip
_NONE: frozenset[str] = frozenset()
BE = frozenset("was is were has had have been being being".split())
_HARMING = frozenset(
    "killed killing injured injuring wounded wounding hurting arrested arresting detained "
    "detaining kidnapped abducted shot".split()
)
_HARMED = STATES | {"shot", "stabbed", "hit", "beaten", "harmed"}
HARM = _HARMED | _HARMING | {"died", "one", "treated"}
NO_NOUNS = frozenset(RULES[2].words)
_NOT_ONE = frozenset(
    "this that the each every any another which other same new big only last next no some old "
    "first second good better best bad little right wrong great small day at is of my not like "
    "single's such both neither either".split()
)
_COUNTED_ONE = frozenset("at only just another exactly about some least than to".split())
_BEFORE_ONE = frozenset(", ; . and or while with killing wounding injuring but — –".split())
_IMPERSONAL = frozenset(
    "must can could should would might may will has another thinks knows wants needs does "
    "is 's hopes imagines expects sees feels wonders on by - ' or and if way who".split()
)


class Counted(NamedTuple):
    """Tokens ``first`` to ``last`` that stand for ``value``, the noun, and the rule."""

    first: int
    last: int
    value: int
    noun: tuple[int, int] | None
    rule: str


_TOGETHER = frozenset({"and", ","})
_OPENING = frozenset({"a", "an", "another", *POSSESSIVES, *SMALL})
_VERBS = STOPS | BE | _HARMED | {"died", "and"}
_BEHIND = frozenset(["", ".", ",", ";", "and", "in", "on", "at", "near", "when", "after", "during"])
_LIST = 14  # tokens of the persons that are told of together
_DEFINITE = frozenset("the its their his her our these those".split())
_IDIOMS = [["of", "your"], ["of", "my"], ["other", "than"], ["the", "less"], ["too", "soon"]]
_NOT_NONE = frozenset("to but and had has have was were is".split())


def ones(line: Line, at: int) -> Counted | None:  # noqa: PLR0911 - one return a form
    """Return the one or none that token ``at`` opens.

    >>> from claimsync.extract.figures.lines import Line
    >>> [ones(Line.of(t), 0).value for t in ("A bus driver was injured", "No one was hurt")]
    [1, 0]
    >>> ones(Line.of("A driver was here"), 0) is None
    True
    """
    word = line.word(at)
    if word in {"a", "an"}:
        return _article(line, at)
    if word == "another":
        return Counted(at, at + 1, 1, None, "article-one") if _harmed(line, at + 1) else None
    if word in {"nobody", "none"} and line.word(at - 1) not in _NOT_NONE:
        if line.low[at + 1 : at + 3] in _IDIOMS:
            return None
        whose = line.word(at + 1) == "of" and line.word(at + 2) in _DEFINITE
        return Counted(at, at + 1, 0, noun_behind(line, at + 3) if whose else None, "none")
    if word != "no":
        return None
    if line.word(at + 1) == "one":
        return Counted(at, at + 2, 0, None, "none")
    if line.low[at + 1 : at + 3] == ["-", "one"] and line.glued(at + 1):
        return Counted(at, at + 3, 0, None, "none")
    for here in (at + 1, at + 2):
        if _harmed(line, here + 1) and line.kind(here) == "word" and line.word(here) not in BE:
            return Counted(at, at + 1, 0, (at + 1, here + 1), "no-noun")
        if line.word(here) in line.grammar.words.get("no-noun", _NONE) and line.word(
            here + 1
        ) not in {"are", "is"}:
            return Counted(at, at + 1, 0, (at + 1, here + 1), "no-noun")
    return None


def _article(line: Line, at: int) -> Counted | None:
    """Return *a driver* where the driver is hurt; *not a single driver* is none."""
    if line.word(at - 1) == "not" and line.word(at + 1) == "single":
        noun = (at + 2, at + 3) if line.kind(at + 2) == "word" else None
        return Counted(at - 1, at + 2, 0, noun, "none")
    first = _past_age(line, at + 1)
    for here in range(first, min(first + 3, len(line))):
        word = line.word(here)
        if line.kind(here) != "word" or word in STOPS:
            return None
        if word in line.grammar.words.get("article-one", _NONE):
            behind = _past_age(line, here + 1)
            harmed = _harming(line, at, here + 1) or _harmed(line, _past_others(line, behind))
            return Counted(at, at + 1, 1, (first, here + 1), "article-one") if harmed else None
    return None


def _past_age(line: Line, at: int) -> int:
    """Return the position behind how old a person is: *12-year-old*, *aged 34*."""
    told = [word for word in line.low[at : at + 6] if word != "-"]
    if told[1:3] == ["year", "old"]:
        return at + line.low[at : at + 6].index("old") + 1
    return at + 2 if told[:1] == ["aged"] and is_number(line.word(at + 1)) else at


def _harming(line: Line, at: int, end: int) -> bool:
    """Return whether a verb of harm leads to a person: *killing a man*, *killed a boy and a man*.

    Of *killed a boy and a man fled* the man is none.
    """
    if line.word(at - 1) in _HARMING:
        return True
    if line.word(at - 1) != "and" or line.word(end) not in _BEHIND:
        return False
    here = at - 2
    while here > at - _LIST and (
        line.word(here) not in STOPS | _HARMING or line.word(here) in _OPENING | _TOGETHER
    ):
        here -= 1
    return line.word(here) in _HARMING


def _past_others(line: Line, at: int) -> int:
    """Return the position behind those told of with a person: *and a woman*, *and her two sons*."""
    here = at
    while line.word(here) in _TOGETHER and here < at + _LIST:
        while line.word(here) in _TOGETHER:
            here += 1
        if line.word(here) not in _OPENING and line.kind(here) != "number":
            return here
        here += 1
        if line.word(here - 1) in POSSESSIVES and not is_number(line.word(here) or "-"):
            return at  # and her son: nobody says that he is one
        opener, opened = line.word(here - 1), (here := _past_age(line, here))
        while line.kind(here) in {"word", "number"} and line.word(here) not in _VERBS:
            here += 1
        known = line.grammar.words.get("article-one", _NONE)
        if opener in {"a", "an"} and known.isdisjoint(line.low[opened:here]):
            return at  # a porter, who is on no list and not counted
    return here


def _harmed(line: Line, at: int) -> bool:
    """Return whether what follows a person tells of harm: *was injured*, *has been killed*."""
    here = at
    while line.word(here) in BE and here < at + 3:
        here += 1
    here += line.word(here) in {"also", "seriously", "slightly", "badly", "reported", "critically"}
    if line.word(here) == "treated":
        return here > at and line.word(here + 1) in {"for", "in", "at", "on"}
    return (here > at and line.word(here) in _HARMED) or line.word(at) == "died"


def counts_one(line: Line, at: int, noun: tuple[int, int] | None, *, listed: bool) -> bool:  # noqa: PLR0911 - one return a reason
    """Return whether *one* at ``at`` counts; ``listed`` if another figure stands before it.

    >>> from claimsync.extract.figures.lines import Line
    >>> counts_one(Line.of("one solution"), 0, (1, 2), listed=False)
    True
    >>> counts_one(Line.of("the same one"), 2, None, listed=False)
    False
    """
    before, after = line.word(at - 1), line.word(at + 1)
    if noun and line.word(noun[1]) == "can":
        return False  # one infected person can pass it on
    if after in _IMPERSONAL and not (after in {"is", "has", "or", "and"} and listed):
        return False
    if before in _COUNTED_ONE and (noun or before in {"least", "than"} or after == "of"):
        return True
    if before == "only" and line.word(at - 2) == "of" and after in {"", "."}:
        return True  # aware of only one
    if before == "of" and after == "that":  # a sighting of one that
        return True
    if before == "that" and noun and (line.word(noun[1]) in AUXILIARIES or _harmed(line, noun[1])):
        return True  # said that one person was hurt
    if (
        before in _NOT_ONE
        or before == "-"
        or (before == "for" and line.word(at - 2) in {"i", "we"})
    ):
        return False
    if after == "of":
        return True
    if after in BE or after in _HARMED or after in {"died", "in", "at", "from"}:
        apart = before in _BEFORE_ONE or not before
        return (listed and apart) or after in _HARMED or (apart and after in {"was", "died"})
    return noun is not None
