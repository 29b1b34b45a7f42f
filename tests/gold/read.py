"""The gold read and checked: pages with their claims, and sentences with their stances.

>>> page = pages()[0]
>>> all(page.text[a:b] for gold in page.claims for a, b in gold.slots.values())
True
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import claimsync as cs

if TYPE_CHECKING:
    from collections.abc import Iterable

HERE = Path(__file__).parent
HALVES = ("before", "after")
APART = "apart"  # pages of other domains and styles, never looked at while rules were changed
_NAMED = ("of", "by", "cue", "place", "when", "stance")
_SURFACE = re.compile(r'(?:(?P<word>[a-z]+) )?"(?P<said>(?:[^"]|"")*)"')
_STAMP = re.compile(r"^\s*\d\d[.:]\d\d\s*$", re.MULTILINE)
# A blank in the gold stands for any kind of blank: nobody sees which one it is.
BLANKS = dict.fromkeys((0xA0, 0x2009, 0x202F), " ")
# What may hide a figure: every digit, and the words that mostly count something.
_NUMBER = re.compile(
    r"\d[\d.,:\u00a0\u2009]*|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|"
    r"sixty|seventy|eighty|ninety|hundreds?|thousands?|[mb]illions?|dozens?|scores|lakh|crore|"
    r"nobody|none|no one|twice|doubled?|halved|both|third|second)\b",
    re.IGNORECASE,
)


class Span(NamedTuple):
    """A stretch of a page, in code points."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """One claim of a page: what is meant, and where each part of it is said."""

    claim: cs.Claim
    quote: Span
    slots: dict[str, Span]
    carried: frozenset[str]

    @property
    def id(self) -> str:
        """The name that findings use."""
        return str(self.claim.id)

    def words(self, text: str, slot: str) -> str:
        """Return the words of a slot; nothing where it is not said."""
        return text[slice(*self.slots[slot])] if slot in self.slots else ""


@dataclass(frozen=True, slots=True)
class Expected:
    """A finding that must come out of the page, or one that may."""

    kind: str
    basis: str
    claims: tuple[str, ...]
    must: bool


@dataclass(frozen=True, slots=True)
class GoldPage:
    """A page with everything that is to be read from it."""

    name: str
    title: str
    half: str
    said_at: str
    covers: tuple[str, ...]
    text: str
    notation: str
    claims: tuple[GoldClaim, ...]
    asides: tuple[tuple[str, Span], ...]
    findings: tuple[Expected, ...]

    def content(self, claims: tuple[str, ...]) -> frozenset[object]:
        """Return what these claims say, so that one said twice counts once."""
        return frozenset(said(gold.claim) for gold in self.claims if gold.id in claims)

    def faults(self, found: Iterable[tuple[str, str, tuple[str, ...]]]) -> list[str]:
        """Return what is missing among findings (kind, basis, claims), and false divergences.

        A finding may name more claims than expected. A divergence is false unless at least two of
        its voices are told apart by an expected one.
        """
        found = tuple(found)
        told = [(kind, basis, self.content(claims)) for kind, basis, claims in found]
        meant = [(e, self.content(e.claims)) for e in self.findings]
        missing = [
            f"missing: {e.kind} / {e.basis}: {' '.join(e.claims)}"
            for e, said_there in meant
            if e.must
            and not any(
                e.kind == t[0] and t[1] in e.basis.split("|") and said_there <= t[2] for t in told
            )
        ]
        false = [
            f"false: {kind} / {basis}: {' '.join(claims)}"
            for (kind, basis, contents), (*_, claims) in zip(told, found, strict=True)
            if kind == "divergence"
            and not any(e.kind == kind and len(contents & c) > 1 for e, c in meant)
        ]
        return missing + false

    def unexplained(self) -> list[str]:
        """Return numbers of the page that are neither in a gold figure nor named as none."""
        told = [gold.slots[slot] for gold in self.claims for slot in gold.slots]
        told += [span for _, span in self.asides]
        told += [Span(*match.span()) for match in _STAMP.finditer(self.text)]
        numbers = (match.span() for match in _NUMBER.finditer(self.text))
        return [
            self.text[max(0, start - 20) : end + 20]
            for start, end in numbers
            if not any(span.start < end and start < span.end for span in told)
        ]


@dataclass(frozen=True, slots=True)
class GoldStance:
    """A sentence, and what a source does in it; ``stance`` is None in a hard negative."""

    sentence: str
    stance: str | None
    who: str | None
    about: str
    phase: str | None
    half: str


def said(claim: cs.Claim) -> object:
    """Return on whose word it is, about what, and what is said."""
    return claim.attribution.origin, claim.question, claim.readings, claim.stance


@cache
def pages() -> tuple[GoldPage, ...]:
    """Return all pages, by name.

    Raises ValueError for a line that cannot be read and for a surface that the page does not hold.
    """
    return tuple(page(path) for path in sorted((HERE / "pages").glob("*.claims")))


def page(path: Path) -> GoldPage:
    """Return one page with its gold."""
    text = path.with_suffix(".txt").read_bytes().decode("utf-8")
    lines = path.read_text(encoding="utf-8").splitlines()
    meta = dict(line[3:].split(": ", 1) for line in lines if line.startswith("#! "))
    covers = tuple(case for case in meta.get("covers", "").split("; ") if case)
    for case in covers:
        _spans(text, case, path, 0)
    if meta["half"] not in {*HALVES, APART}:
        raise ValueError(f"{path.name}: expected half before or after, got {meta['half']!r}")
    notation = "\n".join(lines)
    return GoldPage(
        name=path.stem, title=meta["title"], half=meta["half"], said_at=meta["said at"],
        covers=covers, text=text, notation=notation,
        claims=tuple(_claims(lines, cs.parse(notation), text, path)),
        asides=tuple(_asides(lines, text, path)), findings=tuple(_findings(lines)),
    )  # fmt: skip


def _claims(lines, claim_set, text, path):
    """Yield the claims, each with the line of surfaces that follows it."""
    for claim in claim_set.claims:
        row = claim.provenance.row
        surfaces = lines[row] if row < len(lines) else ""
        if not surfaces.startswith("#: ") or claim.provenance.quote is None:
            raise ValueError(f"{path.name}:{row}: expected a quote, and '#: ' on the next line")
        yield _gold(claim, surfaces[3:], text, f"{path.name}:{row + 1}")


def _gold(claim, surfaces, text, where):
    """Return one claim with the spans of its surfaces."""
    if _SURFACE.sub("", surfaces).strip():
        raise ValueError(f'{where}: expected surfaces such as of "people", got {surfaces!r}')
    said = [(m["word"] or "figure", m["said"].replace('""', '"'))
            for m in _SURFACE.finditer(surfaces)]  # fmt: skip
    carried = frozenset(what for word, what in said if word == "carried")
    nth = next((int(what) for word, what in said if word == "nth"), None)
    quotes = _spans(text, claim.provenance.quote, where, 0)
    if len(quotes) > 1 and nth is None:
        raise ValueError(f"{where}: the quote stands {len(quotes)} times; say which with nth")
    quote = quotes[(nth or 1) - 1]
    slots = {word: _nearest(text, what, quote, where) for word, what in said
             if word not in {"carried", "nth"}}  # fmt: skip
    if not carried | set(slots) <= {"figure", "unit", *_NAMED}:
        raise ValueError(f"{where}: expected {_NAMED}, got {sorted(carried | set(slots))}")
    if "figure" in slots and not _inside(slots["figure"], quote):
        raise ValueError(f"{where}: the figure stands outside the quote")
    if bool(claim.readings) != ("figure" in slots) and "stance" not in slots:
        raise ValueError(f"{where}: expected a figure in both lines or in none")
    return GoldClaim(claim, quote, slots, carried)


def _asides(lines, text, path):
    """Yield what looks like a figure and is none, at each place where it stands."""
    for row, line in enumerate(lines, 1):
        if line.startswith("#- "):
            for part in re.split(r'; (?=[a-z ]+: ")', line[3:]):
                kind, _, listed = part.partition(": ")
                for match in _SURFACE.finditer(listed):
                    said = match["said"].replace('""', '"')
                    spans = _spans(text, said, f"{path.name}:{row}", 0)
                    yield from ((kind, span) for span in spans)


def _findings(lines):
    """Yield the findings that must or may come out."""
    for line in lines:
        if line.startswith(("#= ", "#~ ")):
            what, _, claims = line[3:].partition(": ")
            kind, _, basis = what.partition(" / ")
            yield Expected(kind, basis, tuple(claims.split()), line[1] == "=")


def _spans(text, said, where, start):
    """Return every place where the words stand, not as a part of longer ones."""
    found = []
    text, said = text.translate(BLANKS), said.translate(BLANKS)
    while (start := text.find(said, start)) >= 0:
        end = start + len(said)
        if not (_joined(text, start, said[0]) or _joined(text, end, said[-1])):
            found.append(Span(start, end))
        start += 1
    if not found:
        raise ValueError(f"{where}: the page does not hold {said!r}")
    return found


def _joined(text, at, edge):
    """Return whether a word goes on across this place."""
    return edge.isalnum() and 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def _nearest(text, said, quote, where):
    """Return the place inside the quote, or the nearest one to it, before it rather than after."""
    spans = _spans(text, said, where, 0)
    inside = [span for span in spans if _inside(span, quote)]
    return inside[0] if inside else min(spans, key=lambda span: _away(span, quote))


def _inside(span, quote):
    """Return whether the span lies in the quote."""
    return quote.start <= span.start and span.end <= quote.end


def _away(span, quote):
    """Return how many code points lie between."""
    return max(quote.start - span.end, span.start - quote.end, 0)


@cache
def stances() -> tuple[GoldStance, ...]:
    """Return all sentences with their stances.

    Raises ValueError for a sentence that does not hold what is said to stand in it.
    """
    return tuple(_stance(line, path) for half in HALVES
                 if (path := HERE / "stances" / f"{half}.claims").exists()
                 for line in path.read_text(encoding="utf-8").splitlines()
                 if line and not line.startswith("#"))  # fmt: skip


def _stance(line, path):
    """Return the sentence that one line writes."""
    claim = cs.Claim.parse(line)
    sentence, about = claim.provenance.quote, claim.question.measure
    voice = claim.attribution.voice
    who = None if voice in {"nobody", "outlet"} else voice
    for said in (about, who):
        if said is not None and said not in sentence:
            raise ValueError(f"{path.name}: {said!r} does not stand in {sentence!r}")
    none = voice == "nobody"
    return GoldStance(
        sentence=sentence, stance=None if none else claim.stance.value, who=who, about=about,
        phase=claim.question.phase and claim.question.phase.value, half=path.stem,
    )  # fmt: skip
