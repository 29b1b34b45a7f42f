"""Slot by slot: was it asked for, was it given, is it right?"""

from __future__ import annotations

from claimsync.model.unit import Kind, unit_of
from tests.gold.same import PRONOUNS, alike, numbers, stem, tokens

SLOTS = ("value", "qualifier", "unit", "words", "speaker", "place", "when", "stance", "phase")


def compared(slot, claim, draft, gold) -> tuple[bool, bool, bool]:
    """Return whether the gold wants a slot, whether the draft gives it, and whether it is right."""
    return _COMPARED[slot](claim, draft, gold)


def value_right(claim, draft) -> bool:
    """Return whether the numbers are those of one reading."""
    wanted = {numbers(reading.figure) for reading in claim.claim.readings}
    given = {numbers(figure) for figure in draft.readings}
    return bool(wanted & given) or (_share(claim) and any(map(_near, wanted, given)))


def _near(one, other) -> bool:
    """Return whether two shares are the same to a percentage point: a third, 33 %, 1/3."""
    if isinstance(one, str) or isinstance(other, str):
        return False
    return any(abs(one[0] - share) <= 1 for share in (other[0], 100 * other[0]))


def _share(claim) -> bool:
    """Return whether the gold writes a share in percent, which a text may write as one in three."""
    return any(reading.figure.unit == "%" for reading in claim.claim.readings)


def _value_slot(claim, draft, _):
    return True, True, value_right(claim, draft)


def _qualifier_slot(claim, draft, _):
    wanted = {reading.figure.qualifier for reading in claim.claim.readings}
    return True, True, bool(wanted & {figure.qualifier for figure in draft.readings})


def _unit_slot(claim, draft, _):
    """Compare units, where the gold has one: units of persons and things go without."""
    wanted = {reading.figure.unit for reading in claim.claim.readings} - {None}
    given = {figure.unit for figure in draft.readings} - {None}
    if "unit" in claim.carried:
        return False, False, False
    same = {_unit(unit) for unit in wanted} & {_unit(unit) for unit in given}
    return bool(wanted), bool(given) and bool(wanted), bool(same)


def _unit(unit: str) -> object:
    """Return a unit's name in the singular, as the notation knows it."""
    known = unit_of({"$": "USD"}.get(unit, unit).partition(" per ")[0])
    return known if known.kind is not Kind.COUNT else stem(unit.partition(" per ")[0].casefold())


def words_right(claim, draft) -> bool:
    """Return whether the counted words are those of the gold."""
    span = claim.slots.get("of")
    slots = [slot for slot in (draft.noun, draft.measure_slot) if slot is not None]
    if span is not None and any(slot.start < span.end and span.start < slot.end for slot in slots):
        return True
    wanted = tokens(claim.claim.question.measure)
    return bool(wanted & tokens(draft.measure))


def _words_slot(claim, draft, _):
    return True, bool(draft.measure), words_right(claim, draft)


def speaker_right(claim, draft, gold) -> bool:
    """Return whether the draft names the origin, in the gold's words or the page's."""
    names = {claim.claim.attribution.origin, claim.claim.attribution.voice}
    if "by" in claim.slots:
        names.add(gold.text[slice(*claim.slots["by"])])
    given = [mention.name for mention in draft.chain]
    if not given:
        return "outlet" in names
    last = tokens(given[-1])
    return any(alike(last, tokens(name)) for name in names)


def _speaker_slot(claim, draft, gold):
    """Compare who speaks; a pronoun that was not resolved is no answer, hence no wrong one.

    The page's own voice needs no name, and may go under the one that it gives itself.
    """
    outlet = claim.claim.attribution.origin == "outlet"
    if outlet and "by" in claim.slots and draft.chain and speaker_right(claim, draft, gold):
        return False, False, False
    given = bool(draft.chain) and draft.chain[-1].name.casefold() not in PRONOUNS
    return not outlet, given, given and not outlet and speaker_right(claim, draft, gold)


def _place_slot(claim, draft, gold):
    """Compare places that are said; where the gold has none, one said in the claim is wrong."""
    span, code = claim.slots.get("place"), draft.code("place")
    dimensions = dict(claim.claim.question.dimensions)
    if span is None or "place" not in dimensions:
        given = code is not None and "place" not in draft.inferred and not (dimensions or span)
        return False, given, False
    known = {code for codes in dimensions.values() for code in codes}
    wanted = tokens(gold.text[slice(*span)]).union(*map(tokens, known))
    return True, code is not None, code is not None and bool(wanted & tokens(code))


def _when_slot(claim, draft, _):
    period = claim.claim.question.when
    if "when" not in claim.slots or period is None:
        return False, False, False
    code = draft.when.code if draft.when is not None else ""  # no code: it could not be dated
    return True, bool(code), bool(code) and code in {str(period), *str(period).split("/")}


def _stance_slot(claim, draft, gold):
    """Compare stances; what the text takes back may be read as said, or as taken back."""
    back = any(link.target == claim.id for each in gold.claims for link in each.claim.links)
    right = claim.claim.stance == draft.stance or (back and draft.stance == "retracts")
    return True, True, right


def _phase_slot(claim, draft, _):
    wanted = claim.claim.question.phase if "stance" in claim.slots else None
    return wanted is not None, draft.phase is not None and wanted is not None, wanted == draft.phase


_COMPARED = {
    "value": _value_slot, "qualifier": _qualifier_slot, "unit": _unit_slot, "words": _words_slot,
    "speaker": _speaker_slot, "place": _place_slot, "when": _when_slot, "stance": _stance_slot,
    "phase": _phase_slot,
}  # fmt: skip
