"""Claims: one line, from who said it to the tail."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from claimsync.errors import NotationError, did_you_mean
from claimsync.model.claim import NOTHING_ELSE, Claim, Provenance
from claimsync.model.question import RESERVED, Question
from claimsync.model.stance import Stance
from claimsync.notation.attributions import parse_attribution
from claimsync.notation.figures import parse_figure
from claimsync.notation.marks import DECLARATIONS, OPERATOR, TAIL, first_word, in_quotes
from claimsync.notation.questions import parse_question
from claimsync.notation.tails import tail_of
from claimsync.notation.tokens import Text, line_of

if TYPE_CHECKING:
    from claimsync.model.claim import Reading

_SHORT = {"?": Stance.NEITHER, "!": Stance.DENIES}
_KEY = re.compile(r"[\[,]\s*+(\w+)\s*+=")
_LOOKED_AT = 1000
# Where a measure ends.
_STOP = re.compile(rf"\[|{OPERATOR.pattern}|{TAIL.pattern}")
_SCALED = r"(?:\s*(?:million|billion|trillion))?+"
_RANGE = re.compile(
    rf"(?:^|(?<=[\s\]\":?!)]))[-−+]?[0-9]++(?:[.,][0-9]++)*+(?:[eE][-+]?[0-9]++)?+{_SCALED}\s*+\.\.",
    re.IGNORECASE,
)
# Quotes that belong to a figure are passed over on the way to the tail.
_IN_FIGURE = re.compile(
    rf"(?P<own>(?:[=|]|(?<![^\s\"\]])(?:each|total|word))\s*+\"++)|(?P<tail>{TAIL.pattern})"
)


def parse_claim(line: str) -> Claim:
    """Return the claim that one line writes; a continuation is left unresolved.

    >>> claim = parse_claim("RIA Novosti citing the ministry: exchanged [side=Russia] = 157  ^ria")
    >>> claim.attribution.origin, str(claim.readings[0].figure), claim.id
    ('the ministry', '= 157', 'ria')

    Raises NotationError.
    """
    return claim_of(line_of(line))


def claim_of(
    window: Text, *, zone: str = "", file: str | None = None, row: int | None = None
) -> Claim:
    """Return the claim in the window, with where it stands as its provenance."""
    word = first_word(window.raw[window.start : window.end])
    if word in DECLARATIONS:
        _refuse_declaration(window, word)
    try:
        return _claim(window, zone, file, row)
    except NotationError as error:
        meant = (did_you_mean(word, DECLARATIONS), *_misspelt_keys(window), error.hint)
        error.hint = "; ".join(hint for hint in dict.fromkeys(meant) if hint)
        raise


def _misspelt_keys(window: Text) -> list[str]:
    """Return hints for keys that look like reserved ones, since the line fails anyway."""
    keys = _KEY.findall(window.bare, window.start, min(window.end, window.start + _LOOKED_AT))
    return [did_you_mean(key, RESERVED) for key in keys if key not in RESERVED]


def _refuse_declaration(window: Text, word: str) -> None:
    """Refuse a claim that opens with a declaration's word."""
    head = window.at(window.start, max(window.find(":"), window.start + len(word)))
    head.fail(
        f"expected a claim, got a line that opens with the declaration word {word!r};"
        " put the name in double quotes",
        f"write {in_quotes(str(head)[:60])}: …",
    )


def _claim(window: Text, zone: str, file: str | None, row: int | None) -> Claim:
    """Return the claim: attribution, stance, question, readings, tail."""
    colon = window.find(":")
    if colon < 0:
        window.fail(f"expected 'source: question = figure', got {window.shown}; name who said it")
    who = window.at(window.start, colon)
    if not who:
        window.fail("expected a source before ':', got nothing; write 'unknown' if it is")
    with who.shifting():
        attribution = parse_attribution(str(who))
    stance, body = _stance(window.at(colon + 1, window.end))
    question, rest = _question(body)
    readings, rest = _readings(rest, body)
    tail = tail_of(rest, zone)
    fields: dict[str, Any] = {"attribution": attribution, "stance": stance, "readings": readings}
    if not question and not tail.links:
        (body or window).fail(
            "expected a question, got none; write it, or link to a claim with 'updates ^id'"
        )
    fields["question"] = _asked(question, zone) if question else None
    known = any(part is not None for part in (tail.quote, file, row))
    fields["provenance"] = (
        Provenance(quote=tail.quote, file=file, row=row) if known else NOTHING_ELSE
    )
    fields |= {"said_at": tail.said_at, "as_of": tail.as_of, "links": tail.links, "id": tail.id}
    return window.build(Claim, **fields)


def _asked(window: Text, zone: str) -> Question:
    """Return the question in the window."""
    with window.shifting():
        return parse_question(str(window), zone)


def parse_stance(text: str) -> Stance:
    """Return the stance that ``text`` names, with or without parentheses; nothing asserts.

    >>> parse_stance("?").value, parse_stance("(no comment)").value, parse_stance("").value
    ('neither confirms nor denies', 'no comment', 'asserts')

    Raises NotationError.
    """
    window = Text.of(text)
    if str(window) in _SHORT:
        return _SHORT[str(window)]
    if window and window.bare[window.start] == "(" and window.bare[window.end - 1] == ")":
        window = window.at(window.start + 1, window.end - 1)
    return _named(window) if window else Stance.ASSERTS


def _stance(body: Text) -> tuple[Stance, Text]:
    """Return the stance that the body opens with, and what follows it."""
    opening = body.bare[body.start : body.start + 1] if body else ""
    if opening in _SHORT:
        return _SHORT[opening], body.at(body.start + 1, body.end)
    if opening != "(":
        return Stance.ASSERTS, body
    closing = body.find(")")
    if closing < 0:
        spot = Text(body.raw, body.bare, body.start, body.start + 1)
        spot.fail("expected ')' after the stance, got none; add it, or quote the measure")
    return _named(body.at(body.start + 1, closing)), body.at(closing + 1, body.end)


def _named(window: Text) -> Stance:
    """Return the stance with this name."""
    words = " ".join(str(window).casefold().split())
    if words not in list(Stance):
        known = ", ".join(Stance)
        hint = (
            did_you_mean(words, Stance) or "a measure that opens with '(' stands in double quotes"
        )
        window.fail(f"expected a stance ({known}), got {window.shown}; write one of them", hint)
    return Stance(words)


def _question(body: Text) -> tuple[Text, Text]:
    """Return the window on the question (empty: a continuation) and what follows it."""
    if body.quoted:
        end = body.stretch().end
    else:
        stop = body.search(_STOP)
        end = stop.start() if stop else body.end
        if (span := body.at(body.start, end).search(_RANGE)) is not None:
            end = span.start()
    rest = body.at(end, body.end)
    if rest and rest.bare[rest.start] == "[":
        closing = rest.find("]")
        end = rest.end if closing < 0 else closing + 1
        nested = rest.bare.find("[", rest.start + 1, end)
        if nested >= 0:
            spot = Text(rest.raw, rest.bare, nested, nested + 1)
            spot.fail(
                "expected ']' before another '[', got none; close the first, or quote the code"
            )
    return body.at(body.start, end), body.at(end, body.end)


def _readings(rest: Text, body: Text) -> tuple[tuple[Reading, ...], Text]:
    """Return the readings that the rest opens with, and the tail."""
    if not rest or not (rest.match(OPERATOR) or _opens_range(rest)):
        return (), rest
    end = rest.end
    for match in _IN_FIGURE.finditer(rest.bare, rest.start, rest.end):
        if match["tail"]:
            end = match.start()
            break
    figure = rest.at(rest.start, end)
    with figure.shifting():
        readings = parse_figure(str(figure))
    return readings, body.at(end, body.end)


def _opens_range(rest: Text) -> bool:
    """Return whether the rest opens with a range such as ``8..12``."""
    return rest.match(_RANGE) is not None
