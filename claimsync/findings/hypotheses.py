"""What if: claims set aside, readings fixed, something assumed or said, and all judged again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from claimsync.errors import InvalidClaimError, InvalidClaimsError, check_type, did_you_mean
from claimsync.findings.assuming import assumed
from claimsync.findings.telling import reading_text, readings_text
from claimsync.model.checks import checked_claims
from claimsync.model.claimset import ClaimSet
from claimsync.model.columns import Claims
from claimsync.notation import parse_document

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from claimsync.model.claim import Claim
    from claimsync.model.context import Context
    from claimsync.model.period import Period
    from claimsync.model.policy import Policy
    from claimsync.table.columns import Table


@dataclass(frozen=True)
class Hypothesis:
    """What is supposed besides the claims: ids set aside, and the option that claims are read as.

    ``more`` says in words what is assumed or said besides, which is part of the claims already.
    """

    aside: tuple[str, ...] = ()
    read: tuple[tuple[str, int], ...] = ()
    more: tuple[str, ...] = ()

    def only(self, ids: Iterable[str]) -> Hypothesis:
        """Return what is supposed of some claims; what is assumed or said, they hold themselves."""
        among = set(ids)
        aside = tuple(claim_id for claim_id in self.aside if claim_id in among)
        return Hypothesis(aside, tuple(pair for pair in self.read if pair[0] in among))

    def notes(self, table: Table) -> tuple[str, ...]:
        """Return in words what is supposed."""
        told = dict(self.read)
        read = zip(told, self.options(table).items(), strict=True)
        return (
            *(f"supposed: ^{claim_id} is set aside" for claim_id in self.aside),
            *(f"supposed: ^{name} means {reading_text(table, *option)}" for name, option in read),
            *(f"supposed: {text}" for text in self.more),
        )

    def rows_aside(self, table: Table) -> frozenset[int]:
        """Return the rows of the claims that are set aside."""
        return frozenset(_rows(table, self.aside))

    def options(self, table: Table) -> dict[int, int]:
        """Return the option by row of every claim whose reading is fixed."""
        rows = _rows(table, [claim_id for claim_id, _ in self.read])
        return dict(zip(rows, (option for _, option in self.read), strict=True))


NOTHING = Hypothesis()
Result_co = TypeVar("Result_co", covariant=True)


class Judge(Protocol[Result_co]):
    """What judges claims under a hypothesis."""

    def __call__(
        self, claims: ClaimSet, supposed: Hypothesis, *, policy: Policy, until: Period | None
    ) -> Result_co:
        """Return what the claims say."""


@dataclass(frozen=True)
class Again(Generic[Result_co]):
    """How to judge claims under another hypothesis as they were judged before."""

    judge: Judge[Result_co]
    policy: Policy
    until: Period | None

    def __call__(self, claims: ClaimSet, supposed: Hypothesis) -> Result_co:
        """Return what claims say under a hypothesis."""
        return self.judge(claims, supposed, policy=self.policy, until=self.until)


def _rows(table: Table, ids: Sequence[str]) -> list[int]:
    """Return the rows of claims known by id."""
    row_of = {claim_id: row for row, claim_id in enumerate(table.ids)} if ids else {}
    return [row_of[claim_id] for claim_id in ids]


def with_aside(hypothesis: Hypothesis, claims: ClaimSet, drop: Iterable[str]) -> Hypothesis:
    """Return the hypothesis with more claims set aside; how those were to be read no longer counts.

    Raises KeyError for an id that is none.
    """
    wanted = dict.fromkeys([drop] if isinstance(drop, str) else drop)
    for claim_id in wanted:
        check_id(claim_id, claims)
    aside = tuple(sorted({*hypothesis.aside, *wanted}))
    read = tuple(pair for pair in hypothesis.read if pair[0] not in aside)
    return replace(hypothesis, aside=aside, read=read)


def with_readings(
    hypothesis: Hypothesis, claims: ClaimSet, read: Mapping[str, str], table: Table
) -> Hypothesis:
    """Return the hypothesis with the readings of more claims fixed.

    Raises KeyError for an id that is none, InvalidClaimError for a reading that is none, and for a
    claim that is set aside or read in another way already.
    """
    fixed = dict(hypothesis.read)
    for claim_id, text in sorted(read.items()):
        check_id(claim_id, claims)
        if claim_id in hypothesis.aside:
            raise InvalidClaimError(
                f"expected to read a claim that stands, got ^{claim_id}, which is set aside"
            )
        (row,) = _rows(table, [claim_id])
        option = option_of(table, row, text)
        if fixed.setdefault(claim_id, option) != option:
            raise InvalidClaimError(
                f"expected one reading of ^{claim_id}, got {text!r} where it is read as"
                f" {reading_text(table, row, fixed[claim_id])!r}"
            )
    return replace(hypothesis, read=tuple(sorted(fixed.items())))


def option_of(table: Table, row: int, text: str) -> int:
    """Return the option of a claim that ``text`` names: as readings are told, or by its figure.

    Raises InvalidClaimError where it names none, or several.
    """
    check_type(
        text, str, f"a reading of ^{table.ids[row]} in words, as result.readings() tells them"
    )
    told = readings_text(table, row)
    wanted = _plain(text)
    figures = [str(o.reading.figure) if o.reading else "" for o in table.options[row]]
    for names in (told, figures):
        fitting = [option for option, name in enumerate(names) if _plain(name) == wanted]
        if len(fitting) == 1:
            return fitting[0]
    hint = did_you_mean(text, told)
    raise InvalidClaimError(
        f"expected a reading of ^{table.ids[row]} ({' | '.join(told) or 'it has only one'}),"
        f" got {text!r}{'; ' + hint if hint else ''}"
    )


def _plain(text: str) -> str:
    """Return a reading without the sign for *equals* and without double spaces."""
    return " ".join(text.split()).removeprefix("= ")


def with_more(
    claims: ClaimSet,
    *,
    assume: Iterable[str] = (),
    say: str | Iterable[str] = (),
    until: Period | None = None,
) -> tuple[ClaimSet, tuple[str, ...]]:
    """Return the claims with more assumed and said, and in words what that is.

    Raises InvalidClaimError for an assumption that cannot be made, and InvalidClaimsError for lines
    that do not parse or do not fit.
    """
    context, granted = assumed(claims, [assume] if isinstance(assume, str) else list(assume))
    said = _said(claims, context, say if isinstance(say, str) else "\n".join(say), until)
    if not granted and not said:
        return claims, ()
    notes = (
        *granted,
        *(f"'{claim}' is said as well" for claim in said),
    )
    return ClaimSet.model_construct(claims=(*claims.claims, *said), context=context), notes


def _said(claims: ClaimSet, context: Context, text: str, until: Period | None) -> tuple[Claim, ...]:
    """Return the claims of some lines, checked against those that are there."""
    document = parse_document(text, context=context)
    errors = list(document.errors)
    if not errors and document.context != context:
        errors.append(InvalidClaimError("expected claims to say, got a declaration; use assume="))
    errors += [
        InvalidClaimError(f"expected what was said until {until}, got '{claim}'")
        for claim in document.claims
        if not said_by(claim, until)
    ]
    known = _without_lost_links(claims)
    every = Claims.of((*known, *document.claims))
    kept = every if errors else checked_claims(every, context, errors)
    if errors:
        raise InvalidClaimsError(errors)
    return tuple(kept[len(known) :])


def _without_lost_links(claims: ClaimSet) -> tuple[Claim, ...]:
    """Return the claims; links to what was said after *until* lead nowhere and were checked."""
    there = set(claims.ids)
    return tuple(
        claim
        if all(link.target in there for link in claim.links)
        else claim.model_copy(
            update={"links": tuple(link for link in claim.links if link.target in there)}
        )
        for claim in claims.claims
    )


def said_by(claim: Claim, until: Period | None) -> bool:
    """Return whether a claim was said no later than ``until``; without a date it was."""
    return until is None or claim.said_at is None or claim.said_at.span[0] < until.span[1]


def check_id(claim_id: str, claims: ClaimSet) -> None:
    """Raise KeyError for an id that is none."""
    if claim_id not in claims.ids:
        hint = did_you_mean(claim_id, claims.ids)
        raise KeyError(f"expected the id of a claim, got {claim_id!r}{'; ' + hint if hint else ''}")
