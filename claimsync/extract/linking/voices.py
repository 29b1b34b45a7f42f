"""One name for one voice: *Police said* at the head of a sentence is *police said* within one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimsync.extract.drafts import ClaimDraft, Mention


def one_voice(drafts: Iterable[ClaimDraft]) -> list[ClaimDraft]:
    """Return the drafts, where a name with a capital is one without if both are told.

    >>> from claimsync.extract.extractor import extract
    >>> text = "Police said 12 people were held. Later, police said 15 people were held."
    >>> [draft.chain[0].name for draft in one_voice(extract(text))]
    ['police', 'police']
    """
    told = list(drafts)
    names = {mention.name for draft in told for mention in draft.chain}
    plain = {name.replace("’", "").replace("'", ""): name for name in sorted(names)}
    small = {name: low for name in names if (low := name[:1].casefold() + name[1:]) in names}
    small |= {name: plain[name] for name in names if plain.get(name, name) != name}
    small = {name: low for name, low in small.items() if name != low}
    return [_named(draft, small) if small else draft for draft in told]


def _named(draft: ClaimDraft, small: dict[str, str]) -> ClaimDraft:
    """Return a draft under the names without a capital."""
    if all(mention.name not in small for mention in draft.chain):
        return draft
    return replace(draft, chain=tuple(_small(mention, small) for mention in draft.chain))


def _small(mention: Mention, small: dict[str, str]) -> Mention:
    """Return a mention under its name without a capital."""
    return replace(mention, name=small.get(mention.name, mention.name))
