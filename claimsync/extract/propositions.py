"""Statements without a figure: what is denied, confirmed, or left open, in the text's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimsync.extract.attributions import Attribution
    from claimsync.extract.drafts import ClaimDraft, Document
    from claimsync.extract.sentences import Sentence
    from claimsync.extract.stances import StanceMark


def propositions(
    document: Document,
    sentence: Sentence,
    said: Sequence[Attribution],
    marks: Sequence[StanceMark],
    figures: Sequence[ClaimDraft],
) -> Iterator[ClaimDraft]:
    """Yield a draft for each stance that bears on no figure."""
    return iter(())
