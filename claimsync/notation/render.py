"""Values to text: the notation gives every value of the model back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimsync.model.claim import Claim, Link, Reading
from claimsync.model.claimset import ClaimSet
from claimsync.model.context import Context
from claimsync.model.figure import Figure
from claimsync.model.number import Number
from claimsync.model.period import Period
from claimsync.model.question import Question
from claimsync.model.source import Attribution, Speaker
from claimsync.model.stance import Stance
from claimsync.notation.declarations import Zone
from claimsync.notation.render_claims import (
    attribution_text,
    claim_text,
    link_text,
    question_text,
)
from claimsync.notation.render_declarations import context_text, declaration_text
from claimsync.notation.render_figures import figure_text, reading_text

if TYPE_CHECKING:
    from collections.abc import Callable

_RENDERERS: dict[type, Callable[[Any], str]] = {
    Claim: claim_text,
    Question: question_text,
    Figure: figure_text,
    Reading: reading_text,
    Attribution: attribution_text,
    Link: link_text,
    Context: context_text,
    Number: str,
    Period: str,
    Zone: str,
}


def render(value: object) -> str:
    """Return the notation of any value of the model.

    >>> from claimsync.model.source import Source
    >>> render(Source(name="Kremlin", part_of="Russia"))
    'source Kremlin: part of Russia'
    >>> render(Attribution(chain=("RIA Novosti", "the ministry")))
    'RIA Novosti citing the ministry'
    """
    match value:
        case ClaimSet():
            return claimset_text(value)
        case Speaker():
            return attribution_text(Attribution(chain=(value,)))
        case Stance():
            return f"({value.value})"
    return _RENDERERS.get(type(value), declaration_text)(value)


def claimset_text(claims: ClaimSet) -> str:
    """Return a whole file: declarations, a blank line, claims."""
    declared = context_text(claims.context)
    lines = [claim_text(claim) for claim in claims.claims]
    return "\n".join(
        (*((declared, "") if declared and lines else (declared,) if declared else ()), *lines)
    )
