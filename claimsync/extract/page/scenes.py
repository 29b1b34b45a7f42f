"""Scenes: where what a page tells has happened, for those whom it befell and what it destroyed."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from operator import itemgetter
from typing import TYPE_CHECKING

from claimsync.extract.page.naming import STRIKES, Named
from claimsync.extract.page.whereabouts import is_house, only
from claimsync.extract.questions.sentences import cut
from claimsync.extract.questions.subject_words import HARMS, KINDS
from claimsync.extract.text.countries import country_names
from claimsync.extract.text.stems import without_genitive

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimsync.extract.page.whereabouts import Whereabouts
    from claimsync.extract.text.structure import Block

_HAPPENED = frozenset({*KINDS, *STRIKES, *"""
    exploded overturned collapsed capsized derailed sank erupted crashed burst swept fired detonated
    gunman gunmen bomber protest protests riot riots plunged rammed attacked raged clashed collided
    ambushed stabbed tore ripped ploughed plowed drones outage outages blackout fault
""".split()})  # fmt: skip
_GATHERED = frozenset(
    "march marched rally rallied concert match festival ceremony demonstration demonstrated protest"
    " protests vigil parade funeral presented gathered played protesters demonstrators".split()
)
_RIOTS = frozenset("protest protests riot riots clashes clashed unrest looting march rally".split())
# What is done to people and things where something happens, and what happened there.
_CROWD, _ARRESTED = "attendance", "arrested"
_DONE = HARMS | {"rescued", "trapped", "survivors", "evacuated", "without power", "affected",
                 "infected"}  # fmt: skip
_RUINED = ("destroyed", "damaged")
SCENES = frozenset({"scene", "spot"})  # the place of what happened, whichever it is
_MONTH = "March"
_MANY = 100  # names looked for, so that long pages stay quick
_BLASTS = frozenset({"blast", "explosion"})
_INSIDE = tuple("abcdefghijklmnopqrstuvwxyz-’'")  # a name ends another: *Northkolm*
_LONGEST = 4_000  # characters of a sentence
_SEVERAL = 4


def caused_by(measure: str) -> frozenset[str]:
    """Return the words for what brings a number of this measure about; none for most measures.

    >>> "march" in caused_by("attendance"), "quake" in caused_by("homes destroyed")
    (True, True)
    >>> caused_by("people employed")
    frozenset()
    """
    if measure == _CROWD:
        return _GATHERED
    if measure == _ARRESTED:
        return _RIOTS
    return _HAPPENED if measure in _DONE or measure.endswith(_RUINED) else frozenset()


class Scenes:
    """The places of what happened on a page, looked up for a figure that names none."""

    def __init__(
        self, text: str, page: Sequence[Block], where: Whereabouts, told: Sequence[tuple[int, str]]
    ) -> None:
        """Take the page in blocks, its places, and those that figures of harm name, in order."""
        self.text, self._page, self._where, self._told = text, page, where, told
        self._read: dict[int, frozenset[str]] = {}  # the words of a sentence
        self._running: dict[frozenset[str], list[tuple[int, Named | None]]] = {}
        self._until: dict[str, int] = {}

    def of(self, offset: int, happened: frozenset[str]) -> Named | None:
        """Return the one place of what is told to have happened in a sentence, or before it.

        *A bomb went off in Kolm. Twelve people were killed.* What names a place itself has its own.
        """
        at = self._where.at(offset)
        own, *_ = self._where.near(offset)
        if any(not one.beside and not one.struck and not is_house(one.code) for one in own):
            return None
        befell = [*(one for one in own if one.struck), *self._called_after(at)]
        return only(befell) if befell else self.told_before(offset, happened)

    def told_before(self, offset: int, happened: frozenset[str] | None = None) -> Named | None:
        """Return the one place of what was told before a sentence, be it only to have happened."""
        at = self._where.at(offset)
        own, *back = self._where.near(offset)
        mine = [one for one in own if one.start < offset and not one.beside]
        if happened is None and mine:
            return only(mine)
        for earlier, names in zip(range(at - 1, -1, -1), back[:-1], strict=False):
            if any(not one.beside and not is_house(one.code) for one in names):
                tells = happened is None or self._tells(earlier, happened)
                return only(names) if tells else None
        return self._story(at, happened or _HAPPENED)

    def _story(self, at: int, happened: frozenset[str]) -> Named | None:
        """Return the one place of all that an entry, or else the page, tells has happened.

        Once harm in other places was told, it is of none of them.
        """
        entries = self._where.stamp(at) is not None
        told = self._entry(at, happened) if entries else None
        if told is not None:
            return told
        so_far = self._so_far(happened)
        last = len(so_far) if entries else bisect_left(so_far, at, key=itemgetter(0))
        told = so_far[last - 1][1] if last else None
        start = self._where.spans[at][0]
        return told if told is not None and start <= self._alone_until(told.code) else None

    def _entry(self, at: int, happened: frozenset[str]) -> Named | None:
        """Return the one place that an entry with a time stamp named before a sentence.

        Its heading says what it is about, whatever happened.
        """
        before = list(self._where.entry(at))
        names = [one for span in before for one in self._where.names(*self._where.spans[span][:2])]
        heads = (self._page[self._where.spans[span][2]].kind == "heading" for span in before)
        tells = any(heads) or any(self._tells(span, happened) for span in before)
        return only(names) if tells else None

    def _so_far(self, happened: frozenset[str]) -> list[tuple[int, Named | None]]:
        """Return the one place of all that was told to have happened up to each sentence."""
        if happened not in self._running:
            told: list[tuple[int, Named | None]] = []
            held: dict[str, Named] = {}
            for at, one in self._scenes(happened):
                if len(held) < _SEVERAL:
                    held.setdefault(one.code, one)
                told.append((at, only(tuple(held.values()))))
            self._running[happened] = told
        return self._running[happened]

    def _scenes(self, happened: frozenset[str]) -> Iterator[tuple[int, Named]]:
        """Yield the places of all that the page tells has happened, by sentence."""
        for at, (start, end, _) in enumerate(self._where.spans):
            if self._tells(at, happened):
                yield from ((at, one) for one in self._where.names(start, end) if not one.beside)

    def _alone_until(self, code: str) -> int:
        """Return where the first figure of harm stands that is of another place."""
        if code not in self._until:
            others = (start for start, other in self._told if not _kin(other, code))
            self._until[code] = next(others, len(self.text))
        return self._until[code]

    def _tells(self, at: int, happened: frozenset[str]) -> bool:
        """Return whether a sentence has a word for what happened."""
        if at not in self._read:
            start, end, _ = self._where.spans[at]
            words = self.text[start:end].replace(",", " ").replace(_MONTH, "").casefold().split()
            self._read[at] = frozenset(word.rstrip(".:;!?") for word in words)
        return not happened.isdisjoint(self._read[at])

    def _called_after(self, at: int) -> Iterator[Named]:
        """Yield the places that stand right before a word for what happened: *the Kolm blast*.

        *Chile's earthquake* was in Chile; an attack may be called after who attacks.
        """
        start, end, _ = self._where.spans[at]
        for word in cut(self.text, start, end) if end - start <= _LONGEST else ():
            if word.low not in KINDS or not word.text.islower():
                continue
            before = self.text[start : word.start].rstrip()
            before = without_genitive(before)
            attack = KINDS[word.low] == "attack" and word.low not in _BLASTS
            for code in self._towns if attack else (*self._towns, *country_names()):
                if before.endswith(code) and not before[: -len(code)].endswith(_INSIDE):
                    yield Named(start + len(before) - len(code), start + len(before), code)
                    break

    @cached_property
    def _towns(self) -> list[str]:
        """The names of places that figures are told of, the longest first."""
        leading = {one.code for one in self._where.leading if not one.beside}
        named = {code for _, code in self._told} | leading
        return sorted((n for n in named if n[0].isupper()), key=len, reverse=True)[:_MANY]


def _kin(code: str, other: str) -> bool:
    """Return whether two names are of one place: *Kolm* and *near Kolm*; a house is in its town."""
    one, two = code.split(), other.split()
    return is_house(code) or one[-1:] == two[-1:]
