"""Ids, links between claims, and what a continuation takes over from the claim it links to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from claimsync.errors import InvalidClaimError, Place, did_you_mean
from claimsync.model.base import notation
from claimsync.model.claim import hash_of
from claimsync.model.columns import Claims
from claimsync.model.stance import LinkVerb, Stance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimsync.model.claim import Claim, Reading

_STANCES = {
    LinkVerb.RETRACTS: Stance.RETRACTS,
    LinkVerb.DENIES: Stance.DENIES,
    LinkVerb.CONFIRMS: Stance.CONFIRMS,
}


def claim_ids(claims: Claims) -> tuple[str, ...]:
    """Return the id of each claim: as given, else its content hash, ``-2`` for a repeat."""
    given = [claims.id.values[code] for code in claims.id.code.tolist()]
    nameless = claims.take(np.flatnonzero(~claims.id.marked(bool)))
    texts = notation().bare_texts(nameless) if len(nameless) else iter(())
    taken, repeats = {*given}, dict[str, int]()
    for row, name in enumerate(given):
        if name is None:
            given[row] = _free(hash_of(next(texts)), taken, repeats)
            taken.add(given[row])
    return tuple(given)


def _free(wanted: str, taken: set[str], repeats: dict[str, int]) -> str:
    """Return ``wanted``, numbered if it is taken, from where ``repeats`` has counted to."""
    name, repeat = wanted, repeats.get(wanted, 2)
    while name in taken:
        name, repeat = f"{wanted}-{repeat}", repeat + 1
    repeats[wanted] = repeat
    return name


def place_of(claim: Claim, column: str | None = None) -> Place:
    """Return where a claim stands in its input."""
    return Place(claim.provenance.file, claim.provenance.row, claim.id, column)


def resolved_columns(claims: Claims, errors: list[InvalidClaimError]) -> Claims:
    """Return the claims whose ids and links hold, as ``resolved`` does; most need no look."""
    continued = claims.measure.marked(lambda name: name is None)
    named = np.bincount(claims.id.code[claims.id.marked(bool)])
    if not (continued.any() or claims.links.marked(len).any() or (named > 1).any()):
        return claims
    return Claims.of(resolved(list(claims), errors))


def resolved(claims: Sequence[Claim], errors: list[InvalidClaimError]) -> list[Claim]:
    """Return the claims whose ids and links hold, continuations completed; the rest is errors."""
    by_id: dict[str, Claim] = {}
    kept: list[Claim] = []
    for claim in claims:
        if claim.id is not None and claim.id in by_id:
            first = by_id[claim.id].provenance.row
            where = f" (first in row {first})" if first else ""
            message = f"expected each id once, got {claim.id!r} again{where}; rename one"
            errors.append(InvalidClaimError(message, place_of(claim, "id")))
            continue
        kept.append(claim)
        if claim.id is not None:
            by_id[claim.id] = claim
    if not any(claim.links or claim.question is None for claim in kept):
        return kept
    for claim, claim_id in zip(kept, claim_ids(Claims.of(kept)), strict=True):
        by_id.setdefault(claim_id, claim)
    return _linked(kept, by_id, errors)


def _linked(
    claims: list[Claim], by_id: dict[str, Claim], errors: list[InvalidClaimError]
) -> list[Claim]:
    """Return the claims completed from those they link to."""
    kept, circular = [], _circular(claims, by_id)
    for claim in claims:
        try:
            for link in claim.links:
                _target(claim, link.target, by_id)
            _straight(claim, circular)
            kept.append(_completed(claim, by_id) if claim.question is None else claim)
        except InvalidClaimError as error:
            errors.append(error.at(place_of(claim, "link")))
    return kept


def _target(claim: Claim, target: str, by_id: dict[str, Claim]) -> Claim:
    """Return the claim with id ``target``."""
    if target not in by_id or target == claim.id:
        hint = did_you_mean(target, by_id)
        raise InvalidClaimError(
            f"expected a link to another claim's id, got ^{target}{'; ' + hint if hint else ''}"
        )
    return by_id[target]


def _straight(claim: Claim, circular: set[int]) -> None:
    """Refuse a claim whose links lead into a circle."""
    if id(claim) in circular:
        raise InvalidClaimError(
            f"expected links without a circle, got one through ^{claim.links[0].target}"
        )


def _circular(claims: list[Claim], by_id: dict[str, Claim]) -> set[int]:
    """Return the ``id()`` of claims that unsay each other in a circle (denials may be mutual)."""
    targets = {
        id(claim): {
            id(by_id[link.target])
            for link in claim.links
            if link.target in by_id and (link.verb.change or claim.question is None)
        }
        for claim in claims
    }
    linking: dict[int, list[int]] = {}
    for claim, found in targets.items():
        for target in found:
            linking.setdefault(target, []).append(claim)
    done = [claim for claim, found in targets.items() if not found]
    for target in done:
        for claim in linking.get(target, ()):
            targets[claim].discard(target)
            if not targets[claim]:
                done.append(claim)
    return {claim for claim, found in targets.items() if found}


def _completed(claim: Claim, by_id: dict[str, Claim]) -> Claim:
    """Return a continuation with what it leaves out taken from the claim it links to.

    The claims in between are completed once, from the farthest back.
    """
    path = [claim]
    while path[-1].question is None:
        if not path[-1].links:
            raise InvalidClaimError(
                "expected a question, got none; write it, or link to a claim with ^id"
            )
        path.append(_target(path[-1], path[-1].links[0].target, by_id))
    linked = path.pop()
    for left_out in reversed(path):
        linked = _filled(left_out, linked)
        if left_out.id is not None:
            by_id[left_out.id] = linked
    return linked


def _filled(claim: Claim, linked: Claim) -> Claim:
    """Return a continuation with question, figure, stance and date of the linked claim."""
    stance = claim.stance
    if not claim.readings and stance is Stance.ASSERTS:
        stance = _STANCES.get(claim.links[0].verb, stance)
    return claim.model_copy(
        update={
            "question": linked.question,
            "readings": _readings(claim, linked),
            "stance": stance,
            "as_of": claim.as_of or linked.as_of,
        }
    )


def _readings(claim: Claim, linked: Claim) -> tuple[Reading, ...]:
    """Return the claim's readings in the linked claim's unit, or the linked claim's readings."""
    if not claim.readings:
        return linked.readings
    unit = next((reading.figure.unit for reading in linked.readings if reading.figure.unit), None)
    return tuple(
        reading
        if reading.figure.unit or not reading.figure.states_number
        else reading.model_copy(update={"figure": reading.figure.model_copy(update={"unit": unit})})
        for reading in claim.readings
    )
