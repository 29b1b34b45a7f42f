"""Changes: whether a figure is a rise or a fall, and whether it is the level before or after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimsync.extract.text.rules import Rule

if TYPE_CHECKING:
    from claimsync.extract.figures.lines import Line

RULES = (
    Rule("up", ("up", "rose", "rise", "rises", "risen", "rising", "climb", "climbed", "climbs",
         "climbing", "gained", "gain", "gains", "gaining", "jumped", "jump", "jumps", "jumping",
         "surged", "surge", "surges", "surging", "soared", "soar", "soars", "soaring", "advanced",
         "advance", "advances", "increased", "increase", "increases", "increasing", "grew",
         "grow", "grows", "grown", "growing", "added", "adds", "adding", "rallied", "rally",
         "higher", "upward", "raised", "expanded", "leapt", "leaped", "spiked", "rocketed",
         "swelled", "boosted"), "a rise by this much", "Prices rose 5 percent.",
         "Prices rose to 5 euros."),
    Rule("down", ("down", "fell", "fall", "falls", "fallen", "falling", "drop", "dropped", "drops",
         "dropping", "decline", "declined", "declines", "declining", "decreased", "decrease",
         "decreases", "decreasing", "slid", "slide", "slides", "sliding", "slipped", "slip",
         "slips", "slumped", "slump", "plunged", "plunge", "plunges", "plummeted", "plummeting",
         "tumbled", "tumble", "sank", "sink", "sunk", "sinking", "lost", "loses", "losing", "shed",
         "sheds", "lower", "downward", "reduced", "shrank", "shrink", "shrunk", "contracted",
         "dipped", "dip", "dips", "eased", "crashed", "weakened", "cut", "cuts", "retreated",
         "trimmed"), "a fall by this much", "Prices fell 5 percent.", "Prices fell to 5 euros."),
)  # fmt: skip
_STEPS = frozenset("by another a an further as much only just some about almost nearly".split())
# Verbs of movement which also have people and things as their object.
_TRANSITIVE = frozenset(
    "lost loses losing added adds adding cut cuts raised gained gain gaining gains up down".split()
)
# With these, up and down tell no change: give up, pay up, end up.
_PHRASAL = frozenset(
    "cough give gave given make made set put pick picked end ended wound rack racked pay paid pony "
    "sum show showed took take bring brought came come turn turned lop stood sign signed "
    "eat eats ate eaten use used swallow swallowed".split()
)
_BACK = 8


def direction(line: Line, first: int, kind: str) -> str | None:
    """Return up or down where the figure that starts at token ``first`` tells by how much.

    >>> from claimsync.extract.figures.lines import Line
    >>> direction(Line.of("fell by 5 %"), 2, "share"), direction(Line.of("fell to 5 %"), 2, "share")
    ('down', None)
    """
    if line.word(first) == "+" and line.grammar.on("up"):
        return "up"
    here = first - 1
    while here >= 0 and first - here < _BACK and line.word(here) in _STEPS:
        here -= 1
    word = line.word(here)
    if word not in line.grammar.directions and line.word(here + 1) == "by":
        word = _verb_before(line, here)
    if word == "of" and line.word(here - 1) in line.grammar.directions:
        word = line.word(here - 1)
    if word in _TRANSITIVE and kind == "count":
        return None
    if word == "raised" and kind == "money":
        return None
    if word in {"up", "down"} and line.word(here - 1) in _PHRASAL:
        return None
    if word in {"lower", "higher"} and line.word(here - 1) in {"the", "a", "its", "their"}:
        return None
    return line.grammar.directions.get(word)


def _verb_before(line: Line, at: int) -> str:
    """Return the verb of change whose object ends at ``at``: *grow* sales by."""
    for here in range(at, max(at - 5, -1), -1):
        if line.kind(here) != "word":
            break
        if line.word(here) in line.grammar.directions:
            return line.word(here)
    return ""


def moves(line: Line, at: int) -> bool:
    """Return whether a verb of change stands shortly before token ``at``."""
    for here in range(at - 1, max(at - _BACK, -1), -1):
        if line.word(here) in {".", ";", ":", "("}:
            return False
        if line.word(here) in line.grammar.directions or line.word(here) in _MOVES:
            return True
    return False


_MOVES = frozenset(
    "revised changed moved going went go improved slowed widened narrowed doubled tripled halved "
    "accelerate accelerated slow boost lift lifted dropping creeping back".split()
)
