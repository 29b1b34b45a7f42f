"""Assumptions as findings name them, made declarations of the context."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimsync.errors import InvalidClaimError, NotationError, did_you_mean
from claimsync.model.codelist import UNSPECIFIED, Assumption, Partition
from claimsync.model.context import Context
from claimsync.model.measure import Rate
from claimsync.model.stance import Phase
from claimsync.notation import parse_declaration

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimsync.model.claimset import ClaimSet

_FORM = "'category: POW = prisoner', 'place: unspecified = Ukraine' or 'rate: EUR = 1.10 USD'"


def assumed(claims: ClaimSet, texts: Iterable[str]) -> tuple[Context, tuple[str, ...]]:
    """Return the context in which more is assumed, and in words what is new in it.

    Raises InvalidClaimError for what cannot be assumed, or contradicts what is.
    """
    context, granted = claims.context, list[str]()
    codes = _codes(claims)
    for text in dict.fromkeys(texts):
        declared = _declared(text, codes)
        if declared in context.declarations():
            continue
        _check_fits(declared, context)
        if isinstance(declared, Assumption):
            _check_codes(declared, codes[declared.key])
        context = context.joined(Context.of([declared]))
        granted.append(declared.assumption if isinstance(declared, Rate) else str(declared))
    return context, tuple(name.removeprefix("assume ") for name in granted)


def _declared(text: str, known: dict[str, set[str]]) -> Assumption | Rate:
    """Return what one text declares about one of the ``known`` keys."""
    key, colon, equation = text.partition(":")
    code, equals, means = equation.partition("=")
    if not (colon and equals and key.strip(' "') and code.strip() and means.strip()):
        raise InvalidClaimError(f"expected an assumption such as {_FORM}, got {text!r}")
    key = key.strip().strip('"')
    rate = key == "rate"
    if not rate and key not in known:
        hint = did_you_mean(key, known)
        raise InvalidClaimError(
            f"expected an assumption on one of {', '.join(sorted(known))}, or a rate,"
            f" got {key!r}{'; ' + hint if hint else ''}"
        )
    try:
        if not rate and '"' not in text:
            # As findings write it: names without quotes, whatever marks they hold.
            return Assumption(key=key, code=code, means=means)
        found = parse_declaration(f"unit {equation}" if rate else f"assume {text}")
    except NotationError as error:
        raise InvalidClaimError(
            f"expected an assumption such as {_FORM}, got {text!r} ({error.message})"
        ) from None
    if not isinstance(found, (Assumption, Rate)):
        raise InvalidClaimError(f"expected an assumption such as {_FORM}, got {text!r}")
    return found


def _codes(claims: ClaimSet) -> dict[str, set[str]]:
    """Return the codes that claims and partitions name, by dimension, event and phase."""
    found: dict[str, set[str]] = {"event": set(), "phase": {str(phase) for phase in Phase}}
    for question in dict.fromkeys(claim.question for claim in claims.claims):
        if question is None:
            continue
        if question.event is not None:
            found["event"].add(question.event)
        for name, codes in question.dimensions:
            found.setdefault(name, set()).update(codes)
    for partition in claims.context.partitions:
        if isinstance(partition, Partition):
            known = found.setdefault(partition.dimension, set())
            known.update((partition.whole, *partition.parts))
    for assumption in claims.context.assumptions:
        found.setdefault(assumption.key, set()).update((assumption.code, assumption.means))
    return found


def _check_codes(assumption: Assumption, known: set[str]) -> None:
    """Refuse a code that nobody uses: such an assumption would do nothing."""
    codes = known - {UNSPECIFIED}
    for code in (assumption.code, assumption.means):
        if code not in codes and (code != UNSPECIFIED or code == assumption.means):
            hint = did_you_mean(code, codes)
            shown = ", ".join(sorted(codes)[:12]) or "none is"
            raise InvalidClaimError(
                f"expected a code of {assumption.key!r} that is named ({shown}),"
                f" got {code!r}{'; ' + hint if hint else ''}"
            )


def _check_fits(declared: Assumption | Rate, context: Context) -> None:
    """Refuse what contradicts the context: another meaning, a circle, another rate."""
    if isinstance(declared, Rate):
        rival = next((rate for rate in context.rates if _same_units(rate, declared)), None)
        if rival is not None:
            raise InvalidClaimError(
                f"expected the declared '{rival.assumption}', got '{declared.assumption}'"
            )
        return
    for other in context.assumptions:
        if (other.key, other.code) == (declared.key, declared.code):
            raise InvalidClaimError(
                f"expected {declared.key} {declared.code!r} to mean {other.means!r},"
                f" as is assumed already, got {declared.means!r}"
            )
    if declared.code in (declared.means, *_meant(declared, context)):
        raise InvalidClaimError(
            f"expected assumptions without a circle, got {declared.key}: {declared.code} ="
            f" {declared.means}, which leads back to {declared.code!r}"
        )


def _same_units(one: Rate, other: Rate) -> bool:
    """Return whether two rates join the same units."""
    return {one.unit, one.other} == {other.unit, other.other}


def _meant(assumption: Assumption, context: Context) -> Iterator[str]:
    """Yield the codes that an assumption leads to."""
    means = {a.code: a.means for a in context.assumptions if a.key == assumption.key}
    code, seen = assumption.means, set[str]()
    while code in means and code not in seen:
        seen.add(code)
        code = means[code]
        yield code
