"""Claims, questions, attributions and links to text."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from claimsync.model.columns import ASKED, distinct
from claimsync.model.period import Period
from claimsync.model.stance import Phase, Stance
from claimsync.notation.marks import (
    ANONYMOUS,
    DECLARATIONS,
    ID,
    IN_ATTRIBUTION,
    IN_BRACKETS,
    IN_MEASURE,
    STANCE_MARKS,
    first_word,
    in_quotes,
    written,
)
from claimsync.notation.render_figures import readings_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np
    from numpy.typing import NDArray

    from claimsync.model.claim import Claim, Link
    from claimsync.model.columns import Claims
    from claimsync.model.question import Question
    from claimsync.model.source import Attribution

_LONGEST_QUOTE = 100_000


@lru_cache(maxsize=65536)
def question_text(question: Question, *, marks: str = IN_MEASURE) -> str:
    """Return a question: event, dimensions by name, phase, when, unit in brackets."""
    measure = _measure(question.measure, marks)
    keys = ", ".join(_keys(question))
    return f"{measure} [{keys}]" if keys else measure


def bare_texts(claims: Claims) -> Iterator[str]:
    """Yield the line of every claim as its hash takes it; what claims share is written once."""
    who = [f"{attribution_text(each)}:" for each in claims.attribution.values]
    stance = [_stance(each) for each in claims.stance.values]
    figures = [readings_text(each) if each else "" for each in claims.readings.values]
    codes, first = claims.asked
    asked = [*_questions(claims, first)]
    tails, example = distinct([claims.said_at, claims.as_of, claims.links])
    tail = ["  ".join(_meant(claims[row])) for row in example.tolist()]
    columns = (
        (who, claims.attribution.code),
        (stance, claims.stance.code),
        (asked, codes),
        (figures, claims.readings.code),
        (tail, tails),
    )
    parts = (map(texts.__getitem__, code.tolist()) for texts, code in columns)
    for voice, said, question, figure, rest in zip(*parts, strict=True):
        body = " ".join(filter(None, (said, question, figure)))
        head = f"{voice} {body}" if body else voice
        yield f"{head}{'  ' if body else ' '}{rest}" if rest else head


def _questions(claims: Claims, rows: NDArray[np.int64]) -> Iterator[str]:
    """Yield what some claims ask, nothing for continuations."""
    keys = [(name, claims.columns[name]) for name in ASKED[1:]]
    keys[1:1] = claims.dimensions.items()
    pieces = [
        map([_key(name, code) for code in column.values].__getitem__, column.code[rows].tolist())
        for name, column in keys
    ]
    names = [None if name is None else _measure(name, IN_MEASURE) for name in claims.measure.values]
    measures = map(names.__getitem__, claims.measure.code[rows].tolist())
    for measure, *told in zip(measures, *pieces, strict=True):
        if measure is None:
            yield ""
        else:
            keyed = ", ".join(filter(None, told))
            yield f"{measure} [{keyed}]" if keyed else measure


def _measure(name: str, marks: str) -> str:
    """Return a measure's name; ``..`` in it could open a range."""
    return in_quotes(name) if ".." in name else written(name, marks, first=STANCE_MARKS)


def _keys(question: Question) -> Iterator[str]:
    """Yield the keys in canonical order, as written."""
    told = [(name, getattr(question, name)) for name in ASKED[1:]]
    told[1:1] = question.dimensions
    yield from (_key(name, code) for name, code in told if code is not None)


def _key(name: str, code: Any) -> str:
    """Return one key as written; nothing where it is left out."""
    match code:
        case None:
            return ""
        case tuple():
            said = " | ".join(written(each, IN_BRACKETS) for each in code)
            return f"{written(name, IN_BRACKETS)}={said}"
        case Phase() | Period():
            return f"{name}={code}"
    return f"{name}={written(code, IN_BRACKETS)}"


def _stance(stance: Stance) -> str:
    """Return a stance before its question; nothing for what is simply asserted."""
    return "" if stance is Stance.ASSERTS else f"({stance.value})"


@lru_cache(maxsize=65536)
def attribution_text(attribution: Attribution) -> str:
    """Return who said it, voice first."""
    links = []
    for speaker in attribution.chain:
        behalf = f" on behalf of {_source(speaker.on_behalf_of)}" if speaker.on_behalf_of else ""
        links.append(f"{_source(speaker.name)}{behalf}")
    text = " citing ".join(links)
    if first_word(text) in DECLARATIONS:  # only a bare name can open so
        name = attribution.chain[0].name
        text = f"{in_quotes(name)}{text.removeprefix(name)}"
    return f"{text} {ANONYMOUS}" if attribution.anonymous else text


def _source(name: str) -> str:
    """Return a source's name; a final ``(anonymous)`` in it would be the mark."""
    ends_marked = name.casefold().endswith(ANONYMOUS)
    return in_quotes(name) if ends_marked else written(name, IN_ATTRIBUTION, first="#")


def link_text(link: Link) -> str:
    """Return a link: its verb and the id of the other claim."""
    return f"{link.verb.value} {id_text(link.target)}"


def id_text(name: str) -> str:
    """Return an id behind its mark, in quotes unless it is letters, digits and ``_ - . : /``."""
    return f"^{name if ID.fullmatch(name) else in_quotes(name)}"


def claim_text(claim: Claim, *, bare: bool = False) -> str:
    """Return the line of a claim; ``bare``: without its id and quote, as its hash takes it."""
    body = [_stance(claim.stance)] if claim.stance is not Stance.ASSERTS else []
    if claim.question is not None:
        body.append(question_text(claim.question))
    if claim.readings:
        body.append(readings_text(claim.readings))
    head = " ".join((f"{attribution_text(claim.attribution)}:", *body))
    tail = "  ".join(_meant(claim) if bare else _tail(claim))
    return f"{head}{'  ' if body else ' '}{tail}" if tail else head


def _meant(claim: Claim) -> Iterator[str]:
    """Yield the pieces of the tail that belong to what is said."""
    if claim.said_at is not None:
        yield f"@ {claim.said_at}"
    if claim.as_of is not None:
        yield f"as of {claim.as_of}"
    yield from (link_text(link) for link in claim.links)


def _tail(claim: Claim) -> Iterator[str]:
    """Yield all pieces of the tail."""
    yield from _meant(claim)
    # A quote is kept on one line, and left out where it would be longer than a line may be.
    quote = (claim.provenance.quote or "")[:_LONGEST_QUOTE]
    shown = " ".join("".join(c for c in quote if c.isprintable() or c.isspace()).split())
    if shown:
        yield in_quotes(shown)
    if claim.id is not None:
        yield id_text(claim.id)
