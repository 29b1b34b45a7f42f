"""Small worlds: a few sources with sides, one measure, a tree of places, and claims about them.

A world prints as notation, so that every failing example can be pasted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache

from hypothesis import strategies as st

from claimsync.notation import parse
from claimsync.pipeline import reconcile
from tests.oracles import Bound, Row, System

SIDES = ("source Ada: part of North", "source Ben: part of North", "source Cy: speaks for Dee")
NAMES = ("Ada", "Ben", "Cy", "Dee", "Eve", "Fay")
TREES = (
    ("all = n + s",),
    ("all >= n + s",),
    ("all = n + s", "n = n1 + n2"),
    ("all >= n + s", "n = n1 + n2"),
    ("all = n + s", "n >= n1 + n2 + n3"),
)


@dataclass(frozen=True)
class Said:
    """One claim: who, where, the figure's operator and numbers, and the rest of the line."""

    who: str
    place: str
    op: str
    number: int
    to: int | None = None
    id: str = ""
    tail: str = ""
    extra: str = ""
    scale: int = 1

    def amount(self, number: int) -> str:
        """Return a number as the line holds it."""
        return str(number * self.scale)

    @property
    def figure(self) -> str:
        """The figure in the notation."""
        if self.op == "..":
            return f"= {self.amount(self.number)}..{self.amount(self.to)}"
        return f"{self.op} {self.amount(self.number)}"

    def line(self, measure: str) -> str:
        """Return the claim's line."""
        keys = ", ".join(key for key in (self.place and f"place={self.place}", self.extra) if key)
        asked = f"{measure} [{keys}]" if keys else measure
        mark = f"  ^{self.id}" if self.id else ""
        return f"{self.who}: {asked} {self.figure}{self.tail}{mark}"

    @property
    def ends(self) -> tuple[int | None, int | None]:
        """What the figure allows, for a count (None: no end)."""
        n = self.number * self.scale
        match self.op:
            case "=":
                return n, n
            case ">=":
                return n, None
            case ">":
                return n + 1, None
            case "<=":
                return 0, n
            case "<":
                return 0, n - 1
            case "..":
                return n, self.to * self.scale
        raise AssertionError(self.op)


@dataclass(frozen=True)
class World:
    """Declarations and claims."""

    claims: tuple[Said, ...]
    tree: tuple[str, ...] = TREES[0]
    measure: str = "killed"
    kind: str = "unit person"
    more: tuple[str, ...] = field(default=SIDES)
    lines: tuple[str, ...] = ()

    @property
    def context(self) -> tuple[str, ...]:
        """The declaration lines."""
        partitions = tuple(f"partition place: {line}" for line in self.tree)
        return (*self.more, f"measure {self.measure}: {self.kind}", *partitions)

    @property
    def text(self) -> str:
        """The world in the notation."""
        return "\n".join((*self.context, *(c.line(self.measure) for c in self.claims), *self.lines))

    def __repr__(self) -> str:
        """Return the notation, to paste."""
        return f"\n{self.text}\n"

    def but(self, **changes) -> World:
        """Return the world with some parts replaced."""
        return replace(self, **changes)

    def plus(self, *claims: Said) -> World:
        """Return the world with more claims."""
        return replace(self, claims=(*self.claims, *claims))

    def judged(self, **options):
        """Return the result of reconciling the world."""
        return judged(self.text, **options)

    @property
    def places(self) -> tuple[str, ...]:
        """Every declared place, and those that claims name besides."""
        codes = [code for line in self.tree for code in re.findall(r"\w+", line)]
        return tuple(dict.fromkeys((*codes, *(c.place for c in self.claims))))

    def system(self) -> System:
        """Return the world's cells, bounds and sums, for an oracle."""
        at = {place: cell for cell, place in enumerate(self.places)}
        rows = []
        for line in self.tree:
            whole, *parts = re.findall(r"\w+", line)
            rows.append(Row(at[whole], tuple(at[part] for part in parts), ">=" not in line))
        bounds = tuple(Bound(at[c.place], *c.ends, tag) for tag, c in enumerate(self.claims))
        return System((0,) * len(at), bounds, tuple(rows))


@lru_cache(maxsize=4096)
def parsed(text: str):
    """Return a claim set; texts that laws come back to are parsed once."""
    return parse(text)


def judged(text: str, **options):
    """Return the result of reconciling a text."""
    return reconcile(parsed(text), **options)


def told(result) -> list[tuple[object, ...]]:
    """Return everything that findings say, in an order of its own."""
    return sorted(
        (
            str(f.kind),
            str(f.basis),
            f.question,
            tuple(sorted(f.claims)),
            tuple(sorted(tuple(sorted(position)) for position in f.positions)),
            tuple(sorted(map(str, f.modifiers))),
            tuple(sorted(f.assumptions)),
            f.origins_at_least,
            f.origins_at_most,
        )
        for f in result.findings
    )


def shape(result) -> list[tuple[str, ...]]:
    """Return kinds, bases, questions and sizes: what names of claims do not touch."""
    return sorted(
        (str(f.kind), str(f.basis), f.question, *sorted(map(str, f.modifiers)), str(len(f.claims)))
        for f in result.findings
    )


def numbers(most: int = 12) -> st.SearchStrategy[int]:
    """Small numbers."""
    return st.integers(0, most)


@st.composite
def worlds(
    draw,
    *,
    names=NAMES,
    ops=("=", "=", ">=", "<=", ">", "<", ".."),
    trees=TREES,
    most=7,
    tails=False,
) -> World:
    """Worlds of counts: any figures, consistent or not."""
    tree = draw(st.sampled_from(trees))
    places = World((), tree).places
    claims = []
    for at in range(draw(st.integers(1, most))):
        op = draw(st.sampled_from(ops))
        number = draw(st.integers(1 if op == "<" else 0, 12))
        to = number + draw(st.integers(0, 5)) if op == ".." else None
        tail = draw(_tails) if tails else ""
        who, place = draw(st.sampled_from(names)), draw(st.sampled_from(places))
        claims.append(Said(who, place, op, number, to, f"c{at}", tail))
    return World(tuple(claims), tree)


_tails = st.sampled_from(
    ("", "", "  @ 2026-02-01", "  @ 2026-02-02", "  @ 2026-02-03", "  as of 2026-01-31")
)


@st.composite
def true_worlds(draw, *, trees=TREES, most=7, names=NAMES, tails=False) -> World:
    """Worlds all of whose claims are true of one truth: nothing in them may diverge."""
    tree = draw(st.sampled_from(trees))
    truth = truth_of(draw, tree)
    places = World((), tree).places
    claims = [
        true_claim(draw, truth, places, f"c{at}", names, tails=tails)
        for at in range(draw(st.integers(1, most)))
    ]
    return World(tuple(claims), tree)


def truth_of(draw, tree: tuple[str, ...]) -> dict[str, int]:
    """Return numbers for all places that satisfy the tree."""
    truth: dict[str, int] = {}
    for line in reversed(tree):
        whole, *parts = re.findall(r"\w+", line)
        for part in parts:
            truth.setdefault(part, draw(numbers()))
        slack = draw(st.integers(0, 4)) if ">=" in line else 0
        truth[whole] = sum(truth[part] for part in parts) + slack
    return truth


def true_claim(draw, truth, places, name, names=NAMES, *, tails=False) -> Said:
    """Return a claim that is true."""
    place = draw(st.sampled_from(places))
    n, off = truth[place], draw(st.integers(0, 4))
    op = draw(st.sampled_from(("=", "=", ">=", "<=", ">", "<", "..")))
    number, to = n, None
    if op in {">=", ".."}:
        number = max(0, n - off)
    if op == "..":
        to = n + draw(st.integers(0, 4))
    if op == "<=":
        number = n + off
    if op == "<":
        number = n + 1 + off
    if op == ">":
        op, number = (">", max(0, n - 1 - off)) if n > 0 else ("=", 0)
    tail = draw(_tails) if tails else ""
    return Said(draw(st.sampled_from(names)), place, op, number, to, name, tail)


# ---------------------------------------------------------------------- lines of every kind

_STANCES = (
    "",
    "",
    "",
    "",
    "(confirms) ",
    "(expects) ",
    "(denies) ",
    "? ",
    "(no comment) ",
    "(unaware) ",
)
_FIGURES = (
    "= 5", "= 6", "= 8", "= 12", "~ 5", "~ 12", ">= 5", "> 5", "<= 5", "< 6", "= 4..8", "= 12 +- 2",
    "= dozens", "= a dozen", "= several", "= nearly 6", "= up to 12", "= no information",
    "= 5 | 8", "= 12 total place | 6 each place", "= 6 each place", "",
)  # fmt: skip
_WHO = (
    "Ada", "Ben", "Cy", "Dee", "Eve", "Fay citing Ada", "Eve citing Dee", "unknown",
    "Gus citing unknown",
    "Fay citing witness (anonymous)", "witness (anonymous)", "Eve citing police (anonymous)",
)  # fmt: skip
_KEYS = (
    "", "", "place=all", "place=n", "place=s", "place=n | s", "event=raid",
    "event=raid, phase=agreed",
    "event=raid, phase=completed", "phase=cancelled", "when=2026-02", "when=2026-02-03",
    "category=POW",
    "category=prisoner", "place=n, when=2026-02-03",
)  # fmt: skip
_WHEN = ("", "", "", "  @ 2026-02-01", "  @ 2026-02-02", "  as of 2026-02-01", "  as of 2026-02-02")
DECLARED = (
    *SIDES, "measure killed: unit person", "partition place: all = n + s",
    "assume category: POW = prisoner",
    "party Ben on killed",
)  # fmt: skip


@st.composite
def lines(draw, measure: str = "killed") -> str:
    """Claim lines of every kind, without an id."""
    who, stance, keys = (draw(st.sampled_from(each)) for each in (_WHO, _STANCES, _KEYS))
    figure = draw(st.sampled_from(_FIGURES))
    if stance in {"? ", "(no comment) ", "(unaware) "}:
        figure = ""
    if stance == "(denies) " and figure == "= no information":
        figure = ""
    if "place" in keys and "place" in figure:
        keys = ""
    asked = f"{measure} [{keys}]" if keys else measure
    return f"{who}: {stance}{asked} {figure}".rstrip() + draw(st.sampled_from(_WHEN))


def texts(measure: str = "killed", most: int = 6) -> st.SearchStrategy[list[str]]:
    """Lists of claim lines of every kind."""
    return st.lists(lines(measure), min_size=1, max_size=most)


def day(claims: list[str], measure: str = "killed") -> str:
    """Return claim lines with the declarations they need."""
    declared = (line.replace("killed", measure) for line in DECLARED)
    return "\n".join((*declared, *claims))
