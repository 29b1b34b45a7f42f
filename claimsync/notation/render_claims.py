"""Claims, questions, attributions and links to text."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from claimsync.model.stance import Stance
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

    from claimsync.model.claim import Claim, Link
    from claimsync.model.question import Question
    from claimsync.model.source import Attribution

_LONGEST_QUOTE = 100_000


@lru_cache(maxsize=65536)
def question_text(question: Question, *, marks: str = IN_MEASURE) -> str:
    """Return a question: event, dimensions by name, phase, when, unit in brackets."""
    measure = _measure(question.measure, marks)
    keys = ", ".join(f"{key}={code}" for key, code in _keys(question))
    return f"{measure} [{keys}]" if keys else measure


def _measure(name: str, marks: str) -> str:
    """Return a measure's name; ``..`` in it could open a range."""
    return in_quotes(name) if ".." in name else written(name, marks, first=STANCE_MARKS)


def _keys(question: Question) -> Iterator[tuple[str, str]]:
    """Yield the keys in canonical order, as written."""
    if question.event is not None:
        yield "event", written(question.event, IN_BRACKETS)
    for name, codes in question.dimensions:
        yield written(name, IN_BRACKETS), " | ".join(written(code, IN_BRACKETS) for code in codes)
    if question.phase is not None:
        yield "phase", question.phase.value
    if question.when is not None:
        yield "when", str(question.when)
    if question.unit is not None:
        yield "unit", written(question.unit, IN_BRACKETS)


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
    body = [f"({claim.stance.value})"] if claim.stance is not Stance.ASSERTS else []
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
