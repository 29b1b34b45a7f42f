"""The head of a figure: operator or qualifying words, then numbers, a number word or a category."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimsync.errors import InvalidClaimError
from claimsync.model.figure import Qualifier
from claimsync.model.number import SCALES, Number
from claimsync.model.policy import DEFAULT
from claimsync.notation.marks import OPERATOR

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimsync.notation.tokens import Text

Amount = tuple[dict[str, object], int]

_SIGNS = {
    ">=": Qualifier.AT_LEAST, "≥": Qualifier.AT_LEAST, ">": Qualifier.MORE_THAN,
    "<=": Qualifier.AT_MOST, "≤": Qualifier.AT_MOST, "<": Qualifier.UNDER,
    "~": Qualifier.AROUND, "≈": Qualifier.AROUND,
}  # fmt: skip
_QUALIFIERS = {
    Qualifier.AT_LEAST: ("at least", "no fewer than", "no less than", "not less than"),
    Qualifier.MORE_THAN: ("more than", "over"),
    Qualifier.AT_MOST: ("at most", "no more than", "not more than"),
    Qualifier.UNDER: ("under", "fewer than", "less than"),
    Qualifier.UP_TO: ("up to", "as many as", "as much as"),
    Qualifier.AROUND: ("around", "about", "some", "roughly", "approximately"),
    Qualifier.NEARLY: ("nearly", "almost"),
    Qualifier.EXACTLY: ("exactly",),
}
_BY_WORDS = {words: qualifier for qualifier, listed in _QUALIFIERS.items() for words in listed}
_COUNTS = {"a dozen": 12, "half a dozen": 6, "a score": 20}


def _any_of(words: Iterable[str], after: str) -> re.Pattern[str]:
    """Return a pattern for any of ``words``, the longest first, in any case and spacing."""
    listed = sorted(words, key=len, reverse=True)
    spaced = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in listed)
    return re.compile(rf"({spaced}){after}", re.IGNORECASE)


_QUALIFIER = _any_of(_BY_WORDS, r"(?=\s|$)")
_COUNT = _any_of(_COUNTS, r"\b")
_VAGUE = _any_of(DEFAULT.words, r"\b")
_WORD = re.compile(r"word\s*(?=\")", re.IGNORECASE)
_BETWEEN = re.compile(r"(between|from)(?=\s)", re.IGNORECASE)
_NOTHING = re.compile(r"no\s+information\b", re.IGNORECASE)
_NUMBER = re.compile(r"[-−+]?[0-9]++(?:[.,][0-9]++)*+(?:[eE][-+]?[0-9]++)?+")
_SCALE = re.compile(rf"\s*({'|'.join(SCALES)})\b", re.IGNORECASE)
SCALE_FIRST = re.compile(rf"(?:{'|'.join(SCALES)})\b", re.IGNORECASE)
_TO = re.compile(r"\s*(?:\.\.|(?<=\s)to(?=\s))")
_AND = re.compile(r"\s*(?:(?<=\s)(?:and|to)(?=\s))")
_MARGIN = re.compile(r"\s*(?:\+-|\+/-|±|(?<=\s)give\s+or\s+take(?=\s))")
_HYPHEN = re.compile(r"\s*[-–—]\s*(?=[0-9])")


def amount(head: Text) -> Amount:
    """Return a figure's qualifier and numbers, and where its unit begins.

    Raises NotationError.
    """
    sign = head.match(OPERATOR)
    body = head.at(sign.end(), head.end) if sign else head
    if not body:
        spot = head if sign is None else head.at(*sign.span())
        spot.fail("expected a figure such as 314, at least 21 or dozens, got nothing; write it")
    if sign is not None and sign[0] != "=":
        number, end = _number(body, f"a number after {sign[0]!r}")
        return {"qualifier": _SIGNS[sign[0]], "number": number}, end
    return _in_words(body)


def _in_words(body: Text) -> Amount:  # noqa: PLR0911 - one return a form
    """Return what follows ``=``: a category, qualifying words, a number word or numbers."""
    if body.quoted:
        return _word(body.stretch(), Qualifier.CATEGORY)
    if match := body.match(_WORD):
        return _word(body.at(match.end(), body.end).stretch(), Qualifier.WORD)
    if match := body.match(_NOTHING):
        return {"qualifier": Qualifier.NO_INFORMATION}, match.end()
    if match := body.match(_VAGUE):
        word = " ".join(match[1].casefold().split())
        return {"qualifier": Qualifier.WORD, "word": word}, match.end()
    if match := body.match(_BETWEEN):
        return _between(body.at(match.end(), body.end), match[1])
    if match := body.match(_QUALIFIER):
        words = " ".join(match[1].casefold().split())
        number, end = _number(body.at(match.end(), body.end), f"a number after {words!r}")
        return {"qualifier": _BY_WORDS[words], "number": number}, end
    return _numbers(body)


def _word(stretch: Text, qualifier: Qualifier) -> Amount:
    """Return a quoted category or number word."""
    return {"qualifier": qualifier, "word": stretch.name("a word in the quotes")}, stretch.end


def _numbers(body: Text) -> Amount:
    """Return a number, a range ``8..12`` or a number with its margin ``12 +- 2``."""
    first, end = _number(body, "a figure")
    for joint, qualifier, slot in (
        (_TO, Qualifier.RANGE, "to"),
        (_MARGIN, Qualifier.MARGIN, "margin"),
    ):
        if match := joint.match(body.bare, end, body.end):
            rest = body.at(match.end(), body.end)
            second, stop = _number(rest, f"a number after {match[0].strip()!r}")
            shared = _sharing_scale(first, body.at(body.start, end), body.at(rest.start, stop))
            return {"qualifier": qualifier, "number": shared, slot: second}, stop
    _refuse_hyphen(body, end)
    return {"number": first}, end


def _refuse_hyphen(body: Text, end: int) -> None:
    """Refuse ``8-12``, which could be a range or a difference."""
    if hyphen := _HYPHEN.match(body.bare, end, body.end):
        upper = _NUMBER.match(body.bare, hyphen.end(), body.end)
        both = body.at(body.start, upper.end() if upper else hyphen.end())
        hint = f"write {body.at(body.start, end)}..{upper[0] if upper else ''}"
        both.fail(f"expected a range, got {both.shown}; write it with '..'", hint)


def _between(body: Text, opening: str) -> Amount:
    """Return the range of ``between 8 and 12`` or ``from 8 to 12``."""
    first, end = _number(body, f"a number after {opening!r}")
    joint = _AND.match(body.bare, end, body.end)
    if joint is None:
        body.fail(
            f"expected 'and' and a second number after {opening!r}, got {body.shown}; write 8..12"
        )
    rest = body.at(joint.end(), body.end)
    second, stop = _number(rest, f"a number after {joint[0].strip()!r}")
    shared = _sharing_scale(first, body.at(body.start, end), body.at(rest.start, stop))
    return {"qualifier": Qualifier.RANGE, "number": shared, "to": second}, stop


def _sharing_scale(first: Number, one: Text, two: Text) -> Number:
    """Return the first number in the scale that both share, as in 8..12 million."""
    scale = re.search(r"[a-z]+$", str(two).casefold())
    if scale is None or scale[0] not in SCALES or re.search(r"[A-Za-z]", str(one)):
        return first
    with one.shifting():
        return Number(first.digits, first.exponent + SCALES[scale[0]])


def _number(body: Text, what: str) -> tuple[Number, int]:
    """Return the number (or dozen) that the window opens with, and where it ends."""
    if match := body.match(_COUNT):
        return Number(_COUNTS[" ".join(match[1].casefold().split())]), match.end()
    match = body.match(_NUMBER)
    if match is None:
        body.fail(
            f"expected {what}, got {body.shown}; write digits such as 1,234",
            _guess(str(body), what),
        )
    scale = _SCALE.match(body.bare, match.end(), body.end)
    end = scale.end() if scale else match.end()
    try:
        return Number.parse(f"{match[0]} {scale[1].casefold()}" if scale else match[0]), end
    except InvalidClaimError as error:
        spot = body.at(*match.span())
        spot.fail(error.message, _regrouped(match[0]))


def _regrouped(text: str) -> str:
    """Return how a number with misplaced points or commas may have been meant."""
    if len(text) > len("1,234,567,890,123.456"):
        return ""
    plain = re.sub(r"[.,]", "", text)
    if text.count(".") > 1 and plain.isdecimal():
        return f"write {int(plain):,}"
    if text.count(",") == 1 and "." not in text and plain.isdecimal():
        return f"write {text.replace(',', '.')} for a decimal, {int(plain):,} for a whole number"
    return "group by three: 1,234,567" if "," in text or "." in text else ""


def _guess(text: str, what: str) -> str:
    """Return a hint for text that is no figure."""
    if text[:1] in {"$", "€", "£", "¥", "₴", "₽"}:
        return "write the currency's code after the number: 5 million USD"
    if text[:1] == "." and text[1:2].isdecimal():
        return f"write 0{text[:20]}"
    return 'a category stands in quotes: = "significant"' if what == "a figure" and text else ""


def leading_number(window: Text, what: str) -> tuple[Number, int]:
    """Return the number that a window opens with, and where it ends.

    Raises NotationError.
    """
    return _number(window, what)
