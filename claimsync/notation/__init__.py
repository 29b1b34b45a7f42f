"""The claim notation: text to values and back, with errors that point at the spot."""

from claimsync.notation.attributions import parse_attribution
from claimsync.notation.declarations import Zone, parse_declaration
from claimsync.notation.document import Document, parse, parse_document
from claimsync.notation.figures import parse_figure
from claimsync.notation.parse import parse_claim, parse_stance
from claimsync.notation.questions import parse_question
from claimsync.notation.render import render
from claimsync.notation.render_claims import bare_texts, claim_text
from claimsync.notation.tails import parse_link

__all__ = [
    "Document",
    "Zone",
    "bare_texts",
    "claim_text",
    "parse",
    "parse_attribution",
    "parse_claim",
    "parse_declaration",
    "parse_document",
    "parse_figure",
    "parse_link",
    "parse_question",
    "parse_stance",
    "render",
]
