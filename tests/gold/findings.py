"""From a page to findings, told in the names that the gold gives its claims."""

from __future__ import annotations

from functools import cache

import claimsync as cs
from tests.gold.read import BLANKS, pages
from tests.gold.same import alike, numbers, same_stance, tokens

_FEWEST_WORDS = 3


@cache
def found_in(name: str) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """Return kind, basis and claims of what ``claimsync check`` finds in a page."""
    gold = next(gold for gold in pages() if gold.name == name)
    claims = cs.link(cs.extract(gold.text, said_at=gold.said_at))
    result = cs.reconcile(claims)
    known = dict(zip(ids_of(claims), claims.claims, strict=True))
    return tuple(
        (str(f.kind), str(f.basis), tuple(dict.fromkeys(_names(f.claims, known, gold))))
        for f in result.findings
    )


def ids_of(claims) -> list[str]:
    """Return the names under which findings tell claims: their own, or a hash of their content."""
    seen: dict[str, int] = {}
    names = []
    for claim in claims.claims:
        name = claim.id or claim.content_hash
        seen[name] = seen.get(name, 0) + 1
        names.append(name if seen[name] == 1 else f"{name}-{seen[name]}")
    return names


def _names(claims, known, gold):
    """Yield the gold's names of claims; a claim that the gold does not know keeps its text."""
    for claim in claims:
        yield from gold_of(known[claim], gold) or (f"?{known[claim]}",)


def gold_of(claim, gold) -> tuple[str, ...]:
    """Return the names of the gold's claims that a claim may be."""
    return tuple(each.id for each in gold.claims if _same(claim, each, gold))


def _same(claim, each, gold) -> bool:
    """Return whether both tell the same figure, or take the same stance, in the same place."""
    spans = _places(gold.text, claim.provenance.quote or "")
    if not any(each.quote.start < end and start < each.quote.end for start, end in spans):
        return False
    counted = "figure" in each.slots and bool(claim.readings)
    if not counted:
        return same_stance(claim.stance, each.claim.stance, each.words(gold.text, "stance"))
    wanted = {numbers(reading.figure) for reading in each.claim.readings}
    return bool(wanted & {numbers(reading.figure) for reading in claim.readings}) and (
        not _rivals(each, gold, wanted, spans) or _about(claim, each)
    )


def _rivals(each, gold, wanted, spans) -> bool:
    """Return whether another claim of the gold tells the same number in the same place."""
    return any(
        other is not each
        and wanted & {numbers(reading.figure) for reading in other.claim.readings}
        and any(other.quote.start < end and start < other.quote.end for start, end in spans)
        for other in gold.claims
    )


def _about(claim, each) -> bool:
    """Return whether two claims with one number share words of their questions."""
    return alike(tokens(str(claim.question)), tokens(str(each.claim.question)))


def _places(text: str, quote: str) -> list[tuple[int, int]]:
    """Return where a quote stands; of one that was put together, where its beginning does."""
    text, words = text.translate(BLANKS), quote.translate(BLANKS).split()
    for count in range(len(words), min(_FEWEST_WORDS, len(words)) - 1, -1):
        said = " ".join(words[:count])
        if said and (start := text.find(said)) >= 0:
            return list(_all(text, said, start))
    return []


def _all(text, said, start):
    """Yield every place of the words, from ``start`` on."""
    while start >= 0:
        yield start, start + len(said)
        start = text.find(said, start + 1)
