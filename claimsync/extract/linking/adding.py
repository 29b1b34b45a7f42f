"""Sums over a page: parts told here and there, by whomever, that add up to a whole told elsewhere.

That places lie in one another is said by no word of such a page; that the numbers add up to the
last one says it. So a sum that does not is none, and can make no divergence.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from itertools import product
from math import prod
from typing import TYPE_CHECKING

from claimsync.extract.drafts import LIKELY, Scope
from claimsync.extract.linking.akin import akin
from claimsync.extract.linking.joins import SUM
from claimsync.extract.page.tallies import IN_ALL, REST, telling
from claimsync.extract.questions.subject_words import HAPPENING, SUBJECT
from claimsync.model.figure import Qualifier, Spread

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from claimsync.extract.drafts import ClaimDraft

_BY = ("place", "subject", "who")
_FEW, _SEVERAL = 2, 3  # parts
_NEAR = 200  # characters between two parts that are told together
_MOST, _MOST_PARTS, _MOST_TRIED = 60, 12, 256  # figures of one measure, parts, sums of a whole


def added_up(drafts: Iterable[ClaimDraft]) -> list[ClaimDraft]:
    r"""Return the drafts, where a whole knows the parts that add up to it anywhere on the page.

    >>> from claimsync.extract.extractor import extract
    >>> text = "The governor said 30 homes were destroyed.\n\nIn Lyman 18 homes were destroyed,"
    >>> text += " the mayor said.\n\nIn Sumy 12 homes were destroyed, the council said."
    >>> [scope.parts for draft in added_up(extract(text)) for scope in draft.scopes if scope.parts]
    [('Lyman', 'Sumy')]
    """
    found = akin(list(drafts))
    groups: dict[object, list[int]] = {}
    for at, draft in enumerate(found):
        if draft.measure and _exact(draft) is not None and draft.stance.affirms:
            groups.setdefault((draft.measure.casefold(), draft.event), []).append(at)
    for group in groups.values():
        for by in _BY if _FEW < len(group) <= _MOST else ():
            if _joined(found, group, by):
                break
    return found


def _joined(found: list[ClaimDraft], group: Sequence[int], by: str) -> bool:
    """Join the wholes of a group to their parts on one dimension; return whether any was."""
    parts: set[str] = set()
    for at in sorted(group, key=lambda at: _exact(found[at]) or 0, reverse=True):
        codes = () if found[at].code(by) in parts else _parts(found, at, group, by)
        if codes:
            _join(found, at, codes, group, by)
        parts.update(codes)
    return bool(parts)


def _parts(found: Sequence[ClaimDraft], at: int, group: Sequence[int], by: str) -> tuple[str, ...]:
    """Return the codes of the parts of a whole, if all that are told add up to it, or all but one.

    Two of them are taken only where that is hardly chance; the one left out must be small enough to
    lie in another. *17 fighters* are of no children and no civilians.
    """
    whole, wanted = found[at], _exact(found[at])
    if by == "who" and whole.code(by) is not None:
        return ()
    told: dict[str, dict[Fraction, int]] = {}
    for other in group:
        code, number = found[other].code(by), _exact(found[other])
        if code is None or number is None or wanted is None or code in {whole.code(by), IN_ALL}:
            continue  # a total without a name is no part of another
        if 0 < number < wanted and _beside(whole, found[other], by):
            told.setdefault(code, {}).setdefault(number, found[other].start)
    if wanted is None or not _FEW <= len(told) <= _MOST_PARTS:
        return ()
    all_but_one = (
        tuple(other for other in told if other != code)
        for code in reversed(told)
        if _may_lie_in(code, told)
    )
    for codes in (tuple(told), *all_but_one):
        several = len(codes) >= _SEVERAL or (len(codes) == _FEW and _telling(wanted, codes, told))
        if several and wanted in _sums([told[code] for code in codes]):
            return codes
    return ()


def _telling(whole: Fraction, codes: Sequence[str], told: Mapping[str, Mapping[Fraction, int]]
             ) -> bool:  # fmt: skip
    """Return whether two parts are told together, or make a number of many digits."""
    starts = [start for code in codes for start in told[code].values()]
    hardly_chance = whole.denominator != 1 or telling(whole)
    return hardly_chance or max(starts) - min(starts) <= _NEAR


def _may_lie_in(code: str, told: Mapping[str, Mapping[Fraction, int]]) -> bool:
    """Return whether what is told of a place may be part of what is told of another one."""
    return any(min(told[code]) <= max(told[other]) for other in told if other != code)


def _sums(numbers: Sequence[Collection[Fraction]]) -> Iterator[Fraction]:
    """Yield the sums of one number of each set; nothing where there are too many."""
    if prod(map(len, numbers)) <= _MOST_TRIED:
        yield from (sum(chosen, Fraction(0)) for chosen in product(*numbers))


def _beside(whole: ClaimDraft, part: ClaimDraft, by: str) -> bool:
    """Return whether nothing but their dimension tells a part from a whole."""
    codes = {scope.dimension: scope.code for scope in whole.scopes}
    apart = any(
        codes.get(scope.dimension, scope.code) != scope.code
        for scope in part.scopes
        if scope.dimension != by
    )
    days = {draft.when.code for draft in (whole, part) if draft.when is not None}
    return not apart and len(days) <= 1 and whole.phase == part.phase


def _join(
    found: list[ClaimDraft], whole_at: int, codes: tuple[str, ...], group: Sequence[int], by: str
) -> None:
    """Let a whole name its parts; what is told of all, like it, is of the same whole."""
    whole = found[whole_at]
    named_by = (whole_at, *group) if by != "who" else (whole_at,)
    alike = [at for at in named_by if _exact(found[at]) == _exact(whole)]
    named = next(
        (s for at in alike for s in found[at].scopes if s.dimension == by and s.code not in codes),
        None,
    )
    scope = replace(named or Scope(by, IN_ALL, None), parts=codes)
    others = tuple(each for each in whole.scopes if each.dimension != by)
    found[whole_at] = replace(whole, scopes=(*others, scope), rules=(*whole.rules, SUM))
    for at in group:
        if found[at].code(by) in codes and _beside(whole, found[at], by):
            sure = found[at].code(by) == REST and found[at].code(by) in codes
            found[at] = _whose(replace(
                found[at], confidence=max(found[at].confidence, LIKELY if sure else 0)
            ), whole)  # fmt: skip
        draft = found[at]
        same = named is None or _exact(draft) == _exact(whole)
        if same and at != whole_at and draft.code(by) is None and _beside(whole, draft, by):
            scopes = (*draft.scopes, replace(scope, parts=()))
            found[at] = draft.carried(by, scopes=scopes)


def _whose(part: ClaimDraft, whole: ClaimDraft) -> ClaimDraft:
    """Return a part as of whom, of what and when its whole is, where it does not say so."""
    missing = tuple(
        scope for scope in whole.scopes
        if scope.dimension in {SUBJECT, HAPPENING, "day"} and part.code(scope.dimension) is None
    )  # fmt: skip
    names = [scope.dimension for scope in missing]
    names += ["when"] if part.when is None and whole.when is not None else []
    when = part.when or whole.when
    return part.carried(*names, scopes=(*part.scopes, *missing), when=when)


def _exact(draft: ClaimDraft) -> Fraction | None:
    """Return the one number that a draft states and does not qualify."""
    number = draft.number
    figure = draft.readings[0] if number is not None else None
    plain = figure is not None and figure.qualifier is Qualifier.EXACTLY and figure.to is None
    return number if figure is not None and plain and figure.spread is not Spread.EACH else None
