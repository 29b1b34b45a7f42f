"""Qualifiers: the words before and behind a number that make it a bound or an estimate."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimsync.extract.figures.number_words import SMALL
from claimsync.extract.text.rules import Rule
from claimsync.model.figure import Qualifier

if TYPE_CHECKING:
    from claimsync.extract.figures.lines import Line

BEFORE = (
    Rule("at-least", ("at least", "no fewer than", "no less than", "not less than",
         "never less than", "never fewer than", "never below", "not below",
         "a minimum of", "not fewer than", "no smaller than", "≥", ">=", "> =", "minimum"),
         "the number or more", "At least 21 people died.", "It was the least of 21 worries."),
    Rule("more-than", ("more than", "over", "above", "upwards of", "upward of", "in excess of",
         "exceeding", "exceeded", "exceeds", "greater than", "higher than", "well over",
         "just over", "a little over", "slightly more than", "just above", "much more than",
         "well above", "surpassing", "surpassed", "topping", "topped", "passes", "tops",
         "better than",
         "well in excess of", "no longer less than", "bigger than", "longer than",
         "over than", ">"), "more than the number", "More than 300 fled.",
         "More of them than 300 years ago fled."),
    Rule("at-most", ("at most", "no more than", "not more than", "never more than",
         "never above", "not above", "a maximum of", "maximum",
         "at the most", "no larger than", "no bigger than", "no greater than",
         "≤", "<=", "< =", "capped at", "not exceeding", "no higher than"),
         "the number or less", "At most 12 remain.", "It was the most of 12 years."),
    Rule("within", ("within", "inside", "to within"), "less than a measure, or as much",
         "It came within 300 metres.", "It was within 300 words."),
    Rule("under", ("under", "fewer than", "less than", "below", "just under", "well under",
         "lower than", "smaller than", "just below", "a little under", "slightly less than",
         "well below", "nowhere near", "nothing like", "far short of",
         "slightly under", "shy of", "just shy of", "short of", "sub -", "<",
         "shorter than"), "less than the number", "Fewer than 40 remain.",
         "They went under in 1990."),
    Rule("up-to", ("up to", "as many as", "as much as", "as high as", "as few as",
         "anything up to"),
         "a most that may not be reached", "Up to 50 are missing.", "It is up to them, all 50."),
    Rule("around", ("around", "about", "some", "roughly", "approximately", "approx", "circa", "c.",
         "an estimated", "estimated", "estimated at", "somewhere around", "in the region of",
         "in the order of", "on the order of", "of the order of", "close to", "near", "near to",
         "nearer", "nearer to", "closer to", "averaged", "averaging", "averages", "on average",
         "more or less", "maybe",
         "perhaps", "probably", "typically", "an average of about", "ca", "ca.", "~", "≈", "≃",
         "barely", "round about", "give or take", "a reported",
         "or about"), "about the number", "Around 300 fled.", "They looked around, 300 of them."),
    Rule("nearly", ("nearly", "almost", "not quite", "virtually", "approaching", "very nearly"),
         "somewhat less than the number", "Nearly 300 fled.", "It was nearly over at 3."),
    Rule("exactly", ("exactly", "precisely", "just", "only", "merely", "a mere", "solely"),
         "the number itself", "Exactly 157 came home.", "They came just as 157 left."),
)  # fmt: skip
BEHIND = (
    Rule("or-more", ("or more", "or above", "or higher", "or over", "plus", "+", "and more",
         "or greater", "and over", "and above", "or better", "and up", "at least",
         "at a minimum"), "the number or more", "21 or more died.", "21 died, or more fled."),
    Rule("or-fewer", ("or fewer", "or less", "or under", "or below", "at most", "or lower",
         "tops", "at the most", "maximum"), "the number or less", "12 or fewer remain.",
         "12 are fewer."),
    Rule("or-so", ("or so", "or thereabouts", "- odd", "odd", "- ish", "ish", "give or take",
         "or thereabout"), "about the number", "A dozen or so remain.", "12 remain, or so."),
    Rule("or-nearly", ("or nearly",), "somewhat less", "300 or nearly.", "300 nearly fled."),
)  # fmt: skip
_MEANING = {
    "at-least": Qualifier.AT_LEAST, "more-than": Qualifier.MORE_THAN,
    "at-most": Qualifier.AT_MOST, "within": Qualifier.AT_MOST,
    "under": Qualifier.UNDER, "up-to": Qualifier.UP_TO,
    "around": Qualifier.AROUND, "nearly": Qualifier.NEARLY, "exactly": Qualifier.EXACTLY,
    "or-more": Qualifier.AT_LEAST, "or-fewer": Qualifier.AT_MOST, "or-so": Qualifier.AROUND,
    "or-nearly": Qualifier.NEARLY,
}  # fmt: skip
CHANGES = {
    Qualifier.AT_LEAST: ">", Qualifier.MORE_THAN: ">",
    Qualifier.AT_MOST: "<", Qualifier.UNDER: "<", Qualifier.UP_TO: "<",
    Qualifier.AROUND: "~", Qualifier.NEARLY: "~",
}  # fmt: skip


class Qualified(NamedTuple):
    """How a number is meant: its qualifier, the tokens that say so, and the rules."""

    qualifier: Qualifier
    first: int
    last: int
    rules: tuple[str, ...] = ()


def qualified(
    line: Line,
    first: int,
    last: int,
    stop: int,
    fences: tuple[int, int],
) -> Qualified:
    """Return how the number in tokens ``first`` to ``last``, its unit up to ``stop``, is meant.

    The word nearest to the number decides, unless it only says *just*: in *just over 12* it is
    *over* that counts. Words before the first fence or behind the second are another figure's.
    """
    meant, start = Qualifier.EXACTLY, first
    ids: tuple[str, ...] = ()
    while (found := line.grammar.before.behind(line.low, start)) is not None and len(ids) < _MOST:
        if found[0] < fences[0] or (found[1] == "up-to" and _rising(line, found[0])):
            break
        if found[1] == "within" and stop == last:
            break  # within 12 districts
        start, ids = found[0], (*ids, found[1])
        if meant is Qualifier.EXACTLY:
            meant = _MEANING.get(found[1], meant)
    for end in dict.fromkeys((last, stop)):
        after = line.grammar.behind.at(line.low, end)
        if after is None or meant is not Qualifier.EXACTLY or after[0] > fences[1]:
            continue
        if not _continues(line, after[0]):
            return Qualified(_MEANING.get(after[1], meant), start, after[0], (*ids, after[1]))
    return Qualified(meant, start, last, ids)


_MOST = 3
_MOVED = frozenset(
    "ticked edged went moved inched picked shot goes going gone ramped stepped bumped pushed came "
    "comes brought brings takes took taking speeded sped".split()
)


def _rising(line: Line, at: int) -> bool:
    """Return whether *up to* at ``at`` tells where something rose to: it ticked up to 5."""
    if line.word(at) != "up":
        return False
    return line.word(at - 1) in _MOVED or line.word(at - 1) in line.grammar.directions


def _continues(line: Line, at: int) -> bool:
    """Return whether *plus* or *at least* behind a number belongs to the number that follows."""
    return line.kind(at) in {"number", "currency"} or (
        line.word(at) == "a" or line.word(at) in SMALL
    )
