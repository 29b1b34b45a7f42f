"""One name for one voice: *Police said* and *police in Kolm say*; *the CPA* by its full name."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimsync.extract.text.stems import without_genitive

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Set as AbstractSet

    from claimsync.extract.drafts import ClaimDraft, Mention

_SHORTEST, _LONGEST = 2, 6  # letters of *CPA*
_TURNS = 3  # names that one name may be taken back to


def one_voice(drafts: Iterable[ClaimDraft]) -> list[ClaimDraft]:
    """Return the drafts, where several names of one voice are one.

    >>> from claimsync.extract.extractor import extract
    >>> text = "Police said 12 people were held. Later, police said 15 people were held."
    >>> [draft.chain[0].name for draft in one_voice(extract(text))]
    ['police', 'police']
    """
    told = list(drafts)
    names = {mention.name for draft in told for mention in draft.chain}
    known: dict[str, str] = {}
    for readings in (_small, _whole, _written_out):
        meant: dict[str, set[str]] = {}
        for short, name in readings(names):
            meant.setdefault(short, set()).add(name)
        for short, wider in meant.items():
            if len(wider) == 1:  # of two police forces, neither is *the police*
                name = next(iter(wider))
                known[name if readings is _whole else short] = short if readings is _whole else name
    return [_named(draft, known) if known else draft for draft in told]


def _small(names: AbstractSet[str]) -> Iterator[tuple[str, str]]:
    """Yield names with the same without a capital, or without marks, that is told as well."""
    plain = {name.replace("’", "").replace("'", ""): name for name in sorted(names)}
    for name in names:
        low = name[:1].casefold() + name[1:]
        other = plain.get(name, name) if plain.get(name, name) != name else low
        if other != name and (other in names):
            yield name, other


def _whole(names: AbstractSet[str]) -> Iterator[tuple[str, str]]:
    """Yield names with those that add where they are: *police*, *Police in Kolm*."""
    for name in names:
        head, lead, _ = name.partition(" in ")
        owner, _, owned = name.partition(" ")
        kept = head if lead else owned if without_genitive(owner) != owner else ""
        for short in {kept, kept[:1].casefold() + kept[1:]} & names if kept else ():
            yield short, name


def _written_out(names: AbstractSet[str]) -> Iterator[tuple[str, str]]:
    """Yield names of initials with the names that they stand for: *CPA*."""
    short = {n for n in names if n.isupper() and n.isalpha() and _SHORTEST <= len(n) <= _LONGEST}
    for name in names - short if short else ():
        own = (word for word in name.split() if without_genitive(word) == word)
        initials = "".join(word[0] for word in own if word[:1].isupper())
        if initials in short:
            yield initials, name


def _named(draft: ClaimDraft, known: dict[str, str]) -> ClaimDraft:
    """Return a draft under the one name of each voice."""
    if all(mention.name not in known for mention in draft.chain):
        return draft
    return replace(draft, chain=tuple(_called(mention, known) for mention in draft.chain))


def _called(mention: Mention, known: dict[str, str]) -> Mention:
    """Return a mention under the name that its own is taken back to."""
    name = mention.name
    for _ in range(_TURNS):
        name = known.get(name, name)
    return replace(mention, name=name)
