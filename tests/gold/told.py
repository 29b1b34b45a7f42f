"""Sentences and short pages with their slots, marked by hand: what, who, where, when, and how."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from claimsync.extract.drafts import Document
from claimsync.extract.extractor import RuleExtractor
from tests.gold.same import alike, tokens

HERE = Path(__file__).parent / "told"
FILES = ("unseen.txt", "later.txt", "everyday.txt")
SAID_AT = "2026-03-12"
SLOTS = ("what", "who", "where", "when", "stance")
EMPTY, ANYTHING = "-", "?"


@dataclass(frozen=True, slots=True)
class Mark:
    """One figure of a text with what its slots are to hold."""

    text: str
    figure: str
    slots: tuple[str, ...]

    @property
    def name(self) -> str:
        """The figure with the first words of its text."""
        return f"{self.figure}: {' '.join(self.text.split()[:6])}"


def marks(*files: str) -> tuple[Mark, ...]:
    """Return the marks of some files, or of all, in order."""
    return tuple(mark for file in files or FILES for mark in _marks(file))


@cache
def _marks(file: str) -> tuple[Mark, ...]:
    """Return the marks of a file."""
    found: list[Mark] = []
    page: list[str] = []
    marked = False
    for line in (HERE / file).read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        if not line.startswith("="):
            page = [line] if marked else [*page, line]
            marked = False
            continue
        marked = True
        figure, *told = (piece.strip() for piece in line[1:].split("|"))
        stance = told[4:] or ["asserts"]
        found.append(Mark("\n".join(page).strip(), figure, (*told[:4], *stance)))
    return tuple(found)


def wrong(mark: Mark) -> list[str]:
    """Return which slots of a mark are read otherwise, each with what was read."""
    drafts = [draft for draft in _read(mark.text) if mark.figure in draft.figure.text
              or draft.figure.text in mark.figure]  # fmt: skip
    if not drafts:
        return ["figure"]
    return min((_faults(mark, draft) for draft in drafts), key=len)


@cache
def _read(text: str):
    """Return the drafts of a text that have a figure."""
    return [draft for draft in RuleExtractor().extract(Document(text, SAID_AT)) if draft.figure]


def _faults(mark, draft) -> list[str]:
    """Return the slots of a draft that are not as marked."""
    given = (
        " ".join(filter(None, (draft.measure, draft.noun.text if draft.noun else ""))),
        draft.chain[-1].name if draft.chain else "",
        draft.code("place") or "",
        (draft.when.code or draft.when.slot.text) if draft.when else "",
        draft.stance.value,
    )
    return [
        f"{slot}: {got!r}, not {wanted!r}"
        for slot, wanted, got in zip(SLOTS, mark.slots, given, strict=True)
        if not _same(slot, wanted, got)
    ]


def _same(slot, wanted, got) -> bool:
    """Return whether a slot holds what is wanted."""
    if wanted == ANYTHING:
        return True
    if wanted == EMPTY or not got:
        return not got and wanted == EMPTY
    return got == wanted if slot in {"when", "stance"} else alike(tokens(wanted), tokens(got))


def table(chosen) -> dict[str, tuple[int, int]]:
    """Return for each slot, and for all of them, how many are right and how many are marked."""
    faults = [wrong(mark) for mark in chosen]
    counts = {"all slots": (sum(not each for each in faults), len(faults))}
    for slot in ("figure", *SLOTS):
        bad = sum(any(fault.startswith(slot) for fault in each) for each in faults)
        counts[slot] = (len(faults) - bad, len(faults))
    return counts
