"""Scores of an extractor on single sentences: stances, and hard negatives."""

from __future__ import annotations

from claimsync.extract.drafts import Document
from tests.gold.same import PRONOUNS, alike, tokens
from tests.gold.scores import Score


def stance_table(extractor, chosen) -> tuple[dict[str, Score], list[str]]:
    """Return a score for each stance (None: a hard negative) and what went wrong.

    The rows *who* and *about* tell, where the stance is right, on whose word it is and what
    exactly it is about; *alone*, that no other stance was read beside it.
    """
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
                _who_and_what(each, drafts, table, misses)
        else:
            misses.append(f"{each.half}: wanted {each.stance}, got {got}: {each.sentence}")
    return table, misses


def _who_and_what(each, drafts, table, misses) -> None:
    """Score who takes a stance and what it is about."""
    draft = next(draft for draft in drafts if draft.stance == each.stance)
    chain = [mention.name for mention in draft.chain]
    who = _who(each.who, chain)
    about = alike(tokens(draft.measure), tokens(each.about))
    table.setdefault("who", Score()).add(right=who)
    table.setdefault("about", Score()).add(right=about)
    read = {one.stance.value for one in drafts} - {"asserts"}
    table.setdefault("alone", Score()).add(right=len(read) == 1)
    if len(read) > 1:
        misses.append(f"{each.half}: alone: got {sorted(read)}: {each.sentence}")
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
    wanted = [each.f1 for name, each in table.items() if name not in {"who", "about", "alone"}
              and each.wanted]  # fmt: skip
    return sum(wanted) / len(wanted)
