"""Words without their endings, so that one word is known again in another form."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_SHORT = 4
_EMPTY = frozenset(
    "the a an of in on at to for from by with and or but as is are was were be been it its his her"
    " their this that these those he she they who which has have had will would not no over after"
    " before into than more said says say new first also about other per up out off".split()
)
_IRREGULAR = {
    "men": "man", "women": "woman", "children": "child", "kids": "child", "kid": "child",
    "people": "person", "persons": "person", "feet": "foot", "lives": "life", "wives": "wife",
    "policemen": "policeman", "troops": "soldier", "dead": "death", "died": "death",
    "dies": "death", "die": "death", "killed": "death", "killing": "death", "kills": "death",
    "kill": "death", "cops": "police", "officers": "officer", "quake": "earthquake",
    "yrs": "year", "mph": "mile",
}  # fmt: skip


def stems(words: Iterable[str]) -> frozenset[str]:
    """Return the stems of words that say something by themselves.

    >>> sorted(stems(["Three", "of", "the", "Cities"]))
    ['city', 'three']
    """
    return frozenset(stem(word) for word in words if word.casefold() not in _EMPTY)


def without_genitive(word: str) -> str:
    """Return a word, or a name, without the mark of whose something is.

    >>> without_genitive("Kolm’s"), without_genitive("the mayor's"), without_genitive("Kolm")
    ('Kolm', 'the mayor', 'Kolm')
    """
    return word.removesuffix("’s").removesuffix("'s")


def stem(word: str) -> str:
    """Return a word without its ending.

    >>> stem("cities"), stem("Deaths"), stem("men"), stem("charged")
    ('city', 'death', 'man', 'charg')
    """
    low = without_genitive(word.casefold())
    if low in _IRREGULAR:
        return _IRREGULAR[low]
    if low.endswith("ies") and len(low) > _SHORT:
        return low[:-3] + "y"
    for ending, left in (("sses", 4), ("ches", 2), ("shes", 2), ("xes", 2), ("ing", 3), ("ed", 2)):
        if low.endswith(ending) and len(low) > _SHORT + 1:
            return low[: -min(left, 2)] if ending.endswith("es") else low[:-left]
    if low.endswith("s") and not low.endswith("ss") and len(low) >= _SHORT:
        low = low[:-1]
    return low[:-1] if low.endswith("e") and len(low) > _SHORT + 1 else low
