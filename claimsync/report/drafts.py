"""Claims as a language model fills them in: every field required, no free objects, no choices.

Services that hold a model to a schema refuse defaults, open objects and alternatives, null aside.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict, Field

from claimsync.model.figure import Qualifier, Spread
from claimsync.model.stance import LinkVerb, Phase, Stance

if TYPE_CHECKING:
    from collections.abc import Mapping


class _Draft(BaseModel):
    """What all drafts share: nothing but the fields they name."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class DraftSpeaker(_Draft):
    """One link from the voice we heard to the origin on whose word it rests."""

    name: str
    on_behalf_of: str | None = Field(description="for whom the name speaks this once, else null")


class DraftDimension(_Draft):
    """A direction in which the question is narrowed; several codes if it is open which is meant."""

    name: str = Field(description="such as place, side, category")
    codes: list[str]


class DraftReading(_Draft):
    """One way to take the figure."""

    qualifier: Qualifier = Field(description="how the number is hedged; exactly if it is not")
    number: str | None = Field(description="the number as written, or the low end of a range")
    to: str | None = Field(description="the high end of a range, else null")
    margin: str | None = Field(description="what follows 'give or take', else null")
    word: str | None = Field(description="a vague number word (dozens) or a category, else null")
    unit: str | None
    spread: Spread | None = Field(description="whether it holds for each part or in total")
    over: str | None = Field(description="the dimension of the parts, else null")


class DraftLink(_Draft):
    """What the text itself says the claim does to another one."""

    verb: LinkVerb
    target: str = Field(description="the id of the other claim")


class DraftClaim(_Draft):
    """What one source says about one question."""

    id: str | None = Field(description="a short name, needed only where a link points here")
    chain: list[DraftSpeaker] = Field(description="voice first, origin last")
    anonymous: bool
    stance: Stance
    measure: str = Field(description="what is counted or stated, the same words for the same thing")
    event: str | None
    phase: Phase | None
    dimensions: list[DraftDimension]
    when: str | None = Field(description="when it happened: 2026-02-04, 2026-01-XX, 2022/2026-02")
    readings: list[DraftReading] = Field(description="empty if nothing is counted")
    said_at: str | None
    as_of: str | None = Field(description="the date for which the figure holds")
    links: list[DraftLink]
    quote: str = Field(description="the words of the text, copied letter by letter")


class DraftClaims(_Draft):
    """All claims of a text, in its order."""

    claims: list[DraftClaim]


def claim_record(draft: DraftClaim | Mapping[str, Any]) -> dict[str, Any]:
    """Return a filled draft as the record of a claim, ready for ``from_records``.

    >>> from claimsync.model.claim import Claim
    >>> empty = dict.fromkeys(DraftClaim.model_fields)
    >>> filled = empty | {"chain": [{"name": "AFP", "on_behalf_of": None}], "anonymous": False,
    ...     "stance": "asserts", "measure": "killed", "readings": [], "links": [], "quote": "",
    ...     "dimensions": [{"name": "place", "codes": ["Kyiv"]}]}
    >>> str(Claim.model_validate(claim_record(filled)))
    'AFP: killed [place=Kyiv]'

    Raises pydantic.ValidationError for a mapping that does not fit the schema.
    """
    filled = DraftClaim.model_validate(draft)
    fields = filled.model_dump(mode="json")
    dimensions = {dimension.name: dimension.codes for dimension in filled.dimensions}
    question = {name: fields[name] for name in ("measure", "event", "phase", "when")}
    return {
        **{name: fields[name] for name in ("id", "stance", "said_at", "as_of", "links")},
        "attribution": {"chain": fields["chain"], "anonymous": filled.anonymous},
        "question": {**question, "dimensions": dimensions},
        "readings": [{"figure": figure} for figure in fields["readings"]],
        "provenance": {"quote": filled.quote or None},
    }
