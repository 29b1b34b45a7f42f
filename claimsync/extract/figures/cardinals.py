"""Cardinals: a whole number in words, and the halves and dozens of it."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from claimsync.extract.figures.number_words import PARTS, SMALL, Numeral, of_value

if TYPE_CHECKING:
    from claimsync.extract.figures.lines import Line

_TENS = 20
_HUNDRED, _THOUSAND = 2, 3  # as powers of ten


_PARTS = {"half": Fraction(1, 2), "quarter": Fraction(1, 4)}
_JOINTS: tuple[list[str], ...] = (["of", "a"], ["a"], ["-"], [])


def cardinal_words(line: Line, at: int) -> Numeral | None:
    """Return a cardinal in words: *a hundred*, *two thousand five hundred*, *half a million*."""
    return _half_scale(line, at) or _dozen(line, at) or _cardinal(line, at)


def _half_scale(line: Line, at: int) -> Numeral | None:
    """Return *half a million*, *half a dozen*, *a half-million*, *a quarter of a million*."""
    start = at + 1 if line.word(at) == "a" else at
    part = _PARTS.get(line.word(start))
    if part is None:
        return None
    end = start + 1
    for joint in _JOINTS:
        after = end + len(joint)
        word = line.word(after)
        if line.low[end:after] != joint or not (word in line.grammar.powers or word == "dozen"):
            continue
        power = line.grammar.powers.get(word, 0)
        size = 12 if word == "dozen" else 10**power
        return of_value((at, after + 1), part * size, power, "words")
    return None


def _dozen(line: Line, at: int) -> Numeral | None:
    """Return *a dozen*, *two dozen*, *a score of*."""
    word, after = line.word(at), line.word(at + 1)
    if word == "dozen" and line.word(at - 1) != "-":
        return of_value((at, at + 1), Fraction(12), 0, "words")
    if word in {"a", "one"} or (word in SMALL and word != "zero") or line.kind(at) == "number":
        times = SMALL.get(word, 1)
        if after == "dozen" or (after == "score" and line.word(at + 2) == "of"):
            return of_value(
                (at, at + 2), Fraction(times * (12 if after == "dozen" else 20)), 0, "words"
            )
    return None


def _cardinal(line: Line, at: int) -> Numeral | None:
    """Return a cardinal number in words."""
    total, group, power, here, article = 0, 0, 0, at, line.word(at) in {"a", "an"}
    if article:
        if line.word(at + 1) not in line.grammar.powers:
            return None
        group, here = 1, at + 1
    while (step := _step(line, here, total, group)) is not None:
        total, group, power, here = step
    if here == at + article:
        return None
    value, here, power = _and_a_half(line, here, Fraction(total + group), power)
    return of_value((at, here), value, power, "words")


def _step(line: Line, at: int, total: int, group: int) -> tuple[int, int, int, int] | None:
    """Return total, group, last power and the next token after one more word of a cardinal."""
    started = bool(total or group)
    if line.word(at) in {"-", "and"} and started and _joins(line, at, group):
        at += 1
    word = line.word(at)
    if (small := SMALL.get(word)) is not None:
        return (total, group + small, 0, at + 1) if _fits(small, group, total) else None
    power = line.grammar.powers.get(word, 0)
    if not power or not started:
        return None
    if power == _HUNDRED:
        return (total, group * 100, power, at + 1) if 0 < group < 10**power else None
    if group == 0:
        return (total * 10**power, 0, power, at + 1) if total < 10**power else None
    if total % 10 ** (power + 3):
        return None
    return total + group * 10**power, 0, power, at + 1


def _fits(small: int, group: int, total: int) -> bool:
    """Return whether a word below a hundred may follow within the group: twenty-*one*."""
    if small == 0:
        return group == 0 and total == 0
    tens, ones = group % 100 // 10, group % 10
    return ones == 0 and tens == 0 if small >= SMALL["ten"] else ones == 0 and tens != 1


def _joins(line: Line, at: int, group: int) -> bool:
    """Return whether a hyphen or *and* at ``at`` joins two words of one cardinal."""
    before, after = line.word(at - 1), line.word(at + 1)
    if line.word(at) == "-":
        small = SMALL.get(after, 0)
        joined = 0 < small < SMALL["ten"] and group % 100 >= _TENS
        return line.glued(at) and line.glued(at + 1) and (joined or after in line.grammar.powers)
    return (
        before in line.grammar.powers
        and line.grammar.powers[before] <= _THOUSAND
        and after in SMALL
    )


def _and_a_half(line: Line, at: int, value: Fraction, power: int) -> tuple[Fraction, int, int]:
    """Return the value with *and a half* added, and the scale behind: two and a half million."""
    hyphens = ["-", "and", "-", "a", "-"]
    if line.low[at : at + 5] == hyphens and line.word(at + 5) in {"half", "quarter"}:
        return value + Fraction(1, PARTS[line.word(at + 5)]), at + 6, 0
    if line.low[at : at + 2] != ["and", "a"] or line.word(at + 2) not in {"half", "quarter"}:
        return value, at, power
    part = Fraction(1, PARTS[line.word(at + 2)])
    if power > _HUNDRED:
        return value + part * 10**power, at + 3, power
    at, more = at + 3, line.grammar.powers.get(line.word(at + 3), 0)
    return (value + part) * 10**more, at + bool(more), more
