"""Spreads and roles: each or in all; included, remaining or further; one of a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimsync.extract.text.phrases import Phrases
from claimsync.extract.text.rules import Rule

if TYPE_CHECKING:
    from claimsync.extract.figures.lines import Line

SPREADS = (
    Rule("each", ("each", "apiece", "from either side", "from each side", "on each side",
         "on either side", "per side", "a side", "by each side", "for each side", "either side",
         "every one of"), "the figure holds for each", "They freed 157 prisoners each.",
         "They reach 157 prisoners."),
    Rule("total", ("in total", "in all", "altogether", "combined", "a total of", "total of",
         "all told", "between them", "overall", "taken together", "all together", "the total of",
         "a combined", "a grand total of", "a combined total of", "total"),
         "the figure is for all together", "In all 314 prisoners came home.",
         "All 314 prisoners came home."),
)  # fmt: skip
ROLES = (
    Rule("included", ("including", "among them", "of whom", "of which", "among whom",
         "among these", "among those", "include", "included", "includes", "which includes"),
         "a part of the figure before", "12, among them 2 children, died.",
         "12 died among the ruins."),
    Rule("remaining", ("the remaining", "remaining", "the other", "the last", "a remaining",
         "the final", "the rest of the"), "what is left of a figure before",
         "The remaining four came home.", "Four remain."),
    Rule("further", ("a further", "another", "an additional", "an extra", "further", "additional",
         "an added", "also another", "yet another"), "on top of a figure before",
         "A further three died.", "Three went further."),
    Rule("all", ("all", "all the", "all of the", "all of"), "the whole, known from before",
         "All 157 came home.", "All came home."),
    Rule("except", ("all but", "all except", "everyone but", "except"), "what a whole lacks",
         "All but five died.", "All five died."),
    Rule("part", ("one of the", "one of"), "one of a whole that is told", "One of the four died.",
         "One died."),
    Rule("former", ("down from", "up from", "compared with", "compared to", "against", "versus",
         "from", "previously", "instead of", "rather than", "not"),
         "an earlier or other level, told for comparison", "It fell to 12 from 15.",
         "It fell from grace."),
    Rule("goal", ("target of", "goal of", "quota of", "capacity of", "limit of", "maximum of"),
         "a level wished or allowed, not reached", "A target of 500 was set.", "500 were set."),
)  # fmt: skip
_OPENINGS = (["in", "all"], ["in", "total"])
_TOGETHER = frozenset({"combined", "together", "altogether"})  # *Combined, the sides lost 12*
_BACK = 9
_AHEAD = 9
_ENDS = frozenset({".", ";", "!", "?", "("})


def spread(
    line: Line, first: int, last: int, phrases: Phrases, fences: tuple[int, int]
) -> str | None:
    """Return each or total where the clause of the figure says so.

    ``fences`` are the tokens where the figures before and behind end and begin.
    """
    behind = _ahead(line, last, phrases, fences[1])
    if behind is not None:
        return behind
    for here in range(first, max(first - 4, fences[0], 0), -1):
        if line.word(here - 1) in _ENDS:
            break
        found = phrases.behind(line.low, here)
        if found is not None and (found[1] == "total" or line.word(here - 1) == "each"):
            return found[1]
    if (
        line.low[max(first - 4, 0) : first].count("both")
        and "sides" in line.low[max(first - 3, 0) : first]
    ):
        return "each" if line.grammar.on("each") else None
    opening = line.low[: min(3, first)]
    return (
        "total"
        if line.grammar.on("total")
        and (opening[:2] in _OPENINGS or (opening[1:2] == [","] and opening[0] in _TOGETHER))
        and first <= _BACK
        else None
    )


def _ahead(line: Line, last: int, phrases: Phrases, fence: int) -> str | None:
    """Return each or total said behind the figure, before the clause ends."""
    for here in range(last, min(last + _AHEAD, fence, len(line))):
        if line.word(here) in _ENDS or (line.word(here) == "," and line.word(here + 1) != "in"):
            return None
        found = phrases.at(line.low, here)
        if found is not None and line.word(found[0]) not in {
            "of",
            "year",
            "day",
            "month",
            "-",
            "other",
        }:
            return None if line.word(here) == "total" or line.word(here - 1) == "from" else found[1]
    return None


_OF_THEM = [["of", word] for word in ("them", "whom", "which", "these", "those")]


def role(line: Line, first: int, last: int, phrases: Phrases) -> str | None:
    """Return how the figure stands to another one, by the words right before or behind it."""
    found = phrases.behind(line.low, first)
    if found is not None and found[1] != "part":
        return found[1]
    if line.low[last : last + 2] in _OF_THEM and line.grammar.on("included"):
        return "included"
    if line.word(last) in {"more", "others", "other", "further", "additional"}:
        return "further"
    if line.word(last) == "remaining":
        return "remaining"
    part = line.word(first) == "one" and line.word(last) == "of" and line.grammar.on("part")
    return "part" if part else None
