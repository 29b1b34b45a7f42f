"""How well pages are read, slot by slot, against the project's own gold.

``python -m tests.bench.gold`` prints the scores of the rules; ``--misses`` says what went wrong
where, ``--half before`` scores the half that was written without sight of the rules.
"""

from __future__ import annotations

import argparse
from collections import Counter
from dataclasses import dataclass, field

from claimsync.model.unit import Kind, unit_of
from tests.gold.findings import found_in
from tests.gold.read import HALVES, pages, stances
from tests.gold.same import alike, numbers, same_stance, stem, tokens

# Numbers that may be read as figures without harm: they count something, only not for the story.
HARMLESS = {
    "article", "factor", "heading", "number of parts", "number of sides", "other", "question",
    "repeat", "share", "whole",
}  # fmt: skip
PRONOUNS = {"i", "we", "he", "she", "it", "they", "its", "his", "her", "their", "who", "which"}
SLOTS = ("value", "qualifier", "unit", "words", "speaker", "place", "when", "stance", "phase")


@dataclass
class Score:
    """Right, given and wanted, for one slot."""

    right: int = 0
    given: int = 0
    wanted: int = 0

    def add(self, *, right: bool, given: bool = True, wanted: bool = True) -> bool:
        """Count one case and return whether it is right."""
        self.right += right
        self.given += given
        self.wanted += wanted
        return right

    @property
    def precision(self) -> float:
        """What share of the given ones is right."""
        return self.right / self.given if self.given else 1.0

    @property
    def recall(self) -> float:
        """What share of the wanted ones is there."""
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.right / (self.given + self.wanted) if self.given + self.wanted else 1.0

    def __str__(self) -> str:
        shares = (f"{share:6.1%}" for share in (self.precision, self.recall, self.f1))
        return f"{'  '.join(shares)}  {self.right} of {self.wanted} wanted, {self.given} given"


@dataclass
class Scores:
    """The scores of some pages."""

    figures: Score = field(default_factory=Score)
    slots: dict[str, Score] = field(default_factory=lambda: {slot: Score() for slot in SLOTS})
    claims: Score = field(default_factory=Score)
    stands: Score = field(default_factory=Score)
    invented: int = 0
    wrong_speakers: int = 0
    spoken: int = 0
    misses: list[str] = field(default_factory=list)


def score(extractor, chosen) -> Scores:
    """Return the scores of an extractor on pages."""
    from claimsync.extract.drafts import Document

    scores = Scores()
    for gold in chosen:
        drafts = tuple(extractor.extract(Document(gold.text, said_at=gold.said_at)))
        _figures(gold, drafts, scores)
        _stands(gold, drafts, scores)
    return scores


def _figures(gold, drafts, scores) -> None:
    """Score the claims with a figure: each draft serves one of them."""
    left = [draft for draft in drafts if draft.figure is not None]
    for claim in gold.claims:
        if "figure" not in claim.slots:
            continue
        served = _served(claim, left, gold)
        scores.figures.add(right=served is not None, given=False)
        if served is None:
            scores.claims.add(right=False, given=False)
            _missed(scores, gold, claim, "figure", "nothing")
            continue
        left.remove(served)
        scores.figures.given += 1
        wrong = [slot for slot in SLOTS if not _slot(slot, claim, served, scores, gold)]
        scores.claims.add(right=not wrong)
    for draft in left:
        _surplus(gold, draft, scores)


def _served(claim, left, gold):
    """Return the draft for a claim: its figure overlaps; of several the one nearest in meaning."""
    span = claim.slots["figure"]
    over = [draft for draft in left if draft.figure.start < span.end
            and span.start < draft.figure.end]  # fmt: skip
    return max(
        over,
        key=lambda draft: (
            _value(claim, draft),
            bool(_speaker(claim, draft, gold)),
            _words(claim, draft),
        ),
        default=None,
    )


def _surplus(gold, draft, scores) -> None:
    """Count a draft that no claim asked for: a repeat and a harmless number are let pass."""
    start, end = draft.figure.start, draft.figure.end
    kinds = {kind for kind, span in gold.asides if span.start < end and start < span.end}
    told = any("figure" in claim.slots and claim.slots["figure"].start < end
               and start < claim.slots["figure"].end for claim in gold.claims)  # fmt: skip
    if told:
        scores.figures.given += 1
        scores.misses.append(f"{gold.name}: twice: {draft.figure.text!r} as {draft.measure!r}")
    elif kinds - HARMLESS or (not kinds and not _one(draft)):
        scores.invented += 1
        scores.figures.given += 1
        what = ", ".join(sorted(kinds)) or "no figure"
        scores.misses.append(f"{gold.name}: invented: {draft.figure.text!r} ({what})")


def _one(draft) -> bool:
    """Return whether it only says *one* or *several*, which the gold lists where it is a trap."""
    return {numbers(figure) for figure in draft.readings} <= {(1,), "several"}


def _slot(slot, claim, draft, scores, gold) -> bool:
    """Score one slot of a claim against its draft and return whether nothing is wrong with it."""
    wanted, given, right = _COMPARED[slot](claim, draft, gold)
    if not wanted and not given:
        return True
    scores.slots[slot].add(right=right, given=given, wanted=wanted)
    if slot == "speaker":
        scores.spoken += given
        scores.wrong_speakers += given and not right
    if not right:
        said = {
            "value": draft.readings, "qualifier": draft.readings, "unit": draft.readings,
            "words": draft.measure, "speaker": [mention.name for mention in draft.chain],
            "place": draft.scopes, "when": draft.when, "stance": draft.stance, "phase": draft.phase,
        }[slot]  # fmt: skip
        _missed(scores, gold, claim, slot, said)
    return right


def _missed(scores, gold, claim, slot, said) -> None:
    """Note what went wrong."""
    text = said if isinstance(said, str) else " | ".join(map(str, said or ())) if isinstance(
        said, (list, tuple)) else str(said)  # fmt: skip
    scores.misses.append(f"{gold.name}: {claim.id}: {slot}: got {text[:90]!r}")


def _value(claim, draft) -> bool:
    """Return whether the numbers are those of one reading."""
    wanted = {numbers(reading.figure) for reading in claim.claim.readings}
    given = {numbers(figure) for figure in draft.readings}
    return bool(wanted & given) or (_share(claim) and any(map(_near, wanted, given)))


def _near(one, other) -> bool:
    """Return whether two shares are the same to a percentage point: a third, 33 %, 1/3."""
    if isinstance(one, str) or isinstance(other, str):
        return False
    return any(abs(one[0] - share) <= 1 for share in (other[0], 100 * other[0]))


def _share(claim) -> bool:
    """Return whether the gold writes a share in percent, which a text may write as one in three."""
    return any(reading.figure.unit == "%" for reading in claim.claim.readings)


def _value_slot(claim, draft, _):
    return True, True, _value(claim, draft)


def _qualifier_slot(claim, draft, _):
    wanted = {reading.figure.qualifier for reading in claim.claim.readings}
    return True, True, bool(wanted & {figure.qualifier for figure in draft.readings})


def _unit_slot(claim, draft, _):
    """Compare units, where the gold has one: units of persons and things go without."""
    wanted = {reading.figure.unit for reading in claim.claim.readings} - {None}
    given = {figure.unit for figure in draft.readings} - {None}
    if "unit" in claim.carried:
        return False, False, False
    same = {_unit(unit) for unit in wanted} & {_unit(unit) for unit in given}
    return bool(wanted), bool(given) and bool(wanted), bool(same)


def _unit(unit: str) -> object:
    """Return a unit's name in the singular, as the notation knows it."""
    known = unit_of({"$": "USD"}.get(unit, unit).partition(" per ")[0])
    return known if known.kind is not Kind.COUNT else stem(unit.partition(" per ")[0].casefold())


def _words(claim, draft) -> bool:
    """Return whether the counted words are those of the gold."""
    span = claim.slots.get("of")
    slots = [slot for slot in (draft.noun, draft.measure_slot) if slot is not None]
    if span is not None and any(slot.start < span.end and span.start < slot.end for slot in slots):
        return True
    wanted = tokens(claim.claim.question.measure)
    return bool(wanted & tokens(draft.measure))


def _words_slot(claim, draft, _):
    return True, bool(draft.measure), _words(claim, draft)


def _speaker(claim, draft, gold) -> bool:
    """Return whether the draft names the origin, in the gold's words or the page's."""
    names = {claim.claim.attribution.origin, claim.claim.attribution.voice}
    if "by" in claim.slots:
        names.add(gold.text[slice(*claim.slots["by"])])
    given = [mention.name for mention in draft.chain]
    if not given:
        return "outlet" in names
    last = tokens(given[-1])
    return any(alike(last, tokens(name)) for name in names)


def _speaker_slot(claim, draft, gold):
    """Compare who speaks; a pronoun that was not resolved is no answer, hence no wrong one."""
    outlet = claim.claim.attribution.origin == "outlet"
    given = bool(draft.chain) and draft.chain[-1].name.casefold() not in PRONOUNS
    return not outlet, given, given and not outlet and _speaker(claim, draft, gold)


def _place_slot(claim, draft, gold):
    span = claim.slots.get("place")
    code = draft.code("place")
    known = {code for _, codes in claim.claim.question.dimensions for code in codes}
    if span is None or claim.claim.question.code("place") is None:
        return False, False, False
    if code is None:
        return True, False, False
    wanted = tokens(gold.text[slice(*span)]).union(*map(tokens, known))
    return True, True, bool(wanted & tokens(code))


def _when_slot(claim, draft, _):
    period = claim.claim.question.when
    if "when" not in claim.slots or period is None:
        return False, False, False
    code = draft.when.code if draft.when is not None else ""  # no code: it could not be dated
    return True, bool(code), bool(code) and code in {str(period), *str(period).split("/")}


def _stance_slot(claim, draft, gold):
    """Compare stances; what the text takes back may be read as said, or as taken back."""
    back = any(link.target == claim.id for each in gold.claims for link in each.claim.links)
    right = claim.claim.stance == draft.stance or (back and draft.stance == "retracts")
    return True, True, right


def _phase_slot(claim, draft, _):
    wanted = claim.claim.question.phase if "stance" in claim.slots else None
    return wanted is not None, draft.phase is not None and wanted is not None, wanted == draft.phase


_COMPARED = {
    "value": _value_slot, "qualifier": _qualifier_slot, "unit": _unit_slot, "words": _words_slot,
    "speaker": _speaker_slot, "place": _place_slot, "when": _when_slot, "stance": _stance_slot,
    "phase": _phase_slot,
}  # fmt: skip


def _stands(gold, drafts, scores) -> None:
    """Score what a source does other than assert, and on whose word it is.

    The gold lists stances that matter, not all of them; so a draft is wrong only where it takes
    another stance in the words of a claim than the gold does.
    """
    for claim in gold.claims:
        there = [draft for draft in drafts if any(_meet(slot, claim.quote) for slot in draft.quote)]
        near = [draft for draft in there if _stance_of(claim, draft, gold)]
        if claim.claim.stance != "asserts":
            scores.stands.add(right=bool(near), given=bool(near))
            _stand_of(gold, claim, near, there, scores)
        elif "figure" not in claim.slots:
            wrong = [draft for draft in there if draft.stance != "asserts"]
            scores.stands.given += bool(wrong)
            if wrong and not near:
                _missed(scores, gold, claim, "stance", wrong[0].stance)


def _stand_of(gold, claim, near, there, scores) -> None:
    """Score who takes a stance; a claim with a figure had its speaker scored before."""
    if not near:
        got = sorted({draft.stance.value for draft in there} - {"asserts"})
        _missed(scores, gold, claim, "stance", f"{got} for {claim.claim.stance.value}")
        scores.stands.given += bool(got)
    elif "figure" not in claim.slots:
        best = max(near, key=lambda draft: _speaker(claim, draft, gold))
        _slot("speaker", claim, best, scores, gold)


def _stance_of(claim, draft, gold) -> bool:
    """Return whether both take one stance."""
    words = claim.words(gold.text, "stance")
    return same_stance(draft.stance, claim.claim.stance, words)


def _meet(slot, span) -> bool:
    """Return whether both share a place."""
    return slot.start < span.end and span.start < slot.end


def stance_table(extractor, chosen) -> tuple[dict[str, Score], list[str]]:
    """Return a score for each stance (None: a hard negative) and what went wrong.

    The rows *who* and *about* tell, where the stance is right, on whose word it is and what
    exactly it is about.
    """
    from claimsync.extract.drafts import Document

    table = {str(each.stance): Score() for each in chosen}
    misses = []
    for each in chosen:
        drafts = tuple(extractor.extract(Document(each.sentence)))
        got = _stance_read(each, drafts)
        table[str(each.stance)].wanted += 1
        table.setdefault(got, Score()).given += 1
        if got == str(each.stance):
            table[got].right += 1
            if each.stance not in {None, "asserts"}:
                best = next(draft for draft in drafts if draft.stance == each.stance)
                _who_and_what(each, best, table, misses)
        else:
            misses.append(f"{each.half}: wanted {each.stance}, got {got}: {each.sentence}")
    return table, misses


def _who_and_what(each, draft, table, misses) -> None:
    """Score who takes a stance and what it is about."""
    chain = [mention.name for mention in draft.chain]
    who = _who(each.who, chain)
    about = alike(tokens(draft.measure), tokens(each.about))
    table.setdefault("who", Score()).add(right=who)
    table.setdefault("about", Score()).add(right=about)
    if not who:
        misses.append(f"{each.half}: who: got {chain}: {each.sentence}")
    if not about:
        misses.append(f"{each.half}: about: got {draft.measure!r}: {each.sentence}")


def _who(wanted, chain) -> bool:
    """Return whether the chain names who was wanted; a pronoun of one sentence stays open."""
    if wanted is None or wanted.casefold() in PRONOUNS:
        return not chain or "earlier version" in chain[0] or chain[0].casefold() in PRONOUNS
    return any(alike(tokens(name), tokens(wanted)) for name in chain)


def _stance_read(each, drafts) -> str:
    """Return the stance read in a sentence: the one that is about the right thing, if any."""
    marked = [draft for draft in drafts if draft.stance != "asserts"]
    right = [draft for draft in marked if draft.stance == each.stance]
    if chosen := right or marked:
        return chosen[0].stance.value
    attributed = any(draft.chain for draft in drafts)
    return "asserts" if attributed and each.stance is not None else "None"


def macro_f1(table: dict[str, Score]) -> float:
    """Return the mean F1 over all stances of the gold, hard negatives among them."""
    wanted = [each.f1 for name, each in table.items() if name not in {"who", "about"}
              and each.wanted]  # fmt: skip
    return sum(wanted) / len(wanted)


def main() -> None:
    """Print the scores."""
    from claimsync.extract.extractor import RuleExtractor

    options = argparse.ArgumentParser(description="Score extraction against the gold.")
    options.add_argument("--half", choices=HALVES)
    options.add_argument("--misses", action="store_true")
    chosen = options.parse_args()
    for half in (chosen.half,) if chosen.half else HALVES:
        _told(RuleExtractor(), half, misses=chosen.misses)


def _findings(half: str) -> tuple[int, int, int]:
    """Return how many findings are expected of the pages, how many come out, and false ones."""
    chosen = [gold for gold in pages() if gold.half == half]
    expected = sum(each.must for gold in chosen for each in gold.findings)
    faults = [fault for gold in chosen for fault in gold.faults(found_in(gold.name))]
    missing = sum(fault.startswith("missing") for fault in faults)
    return expected, expected - missing, len(faults) - missing


def _told(extractor, half: str, *, misses: bool) -> None:
    """Print the scores of one half."""
    scores = score(extractor, [gold for gold in pages() if gold.half == half])
    table, wrong = stance_table(extractor, [each for each in stances() if each.half == half])
    print(f"half {half}: slot, precision, recall, F1")
    lines = {"figures": scores.figures, **scores.slots, "all slots": scores.claims,
             "stances on pages": scores.stands}  # fmt: skip
    for name, each in lines.items():
        print(f"  {name:24} {each}")
    print(f"  invented figures         {scores.invented}")
    expected, there, false = _findings(half)
    print(f"  findings                 {there} of {expected} expected; false divergences {false}")
    share = scores.wrong_speakers / max(scores.spoken, 1)
    print(f"  wrong speakers           {share:.1%} ({scores.wrong_speakers} of {scores.spoken})")
    print(f"  stances in sentences: macro-F1 {macro_f1(table):.3f}")
    for name, each in table.items():
        print(f"    {name:28} {each}")
    if misses:
        told = Counter(line.split(": ")[2] for line in scores.misses if line.count(": ") > 1)
        print("  misses:", dict(told))
        print("\n".join(f"  {line}" for line in scores.misses + wrong))


if __name__ == "__main__":
    main()
