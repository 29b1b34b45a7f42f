"""Why an expected finding does not come out: what was not read, and what was read otherwise."""

from __future__ import annotations

import claimsync as cs
from tests.gold.findings import found_in, gold_of

HEADER = "# What does not come out of a page yet: the case, and why. A line goes when it passes."


def not_yet(pages) -> str:
    """Return the list of cases that fail, a line each."""
    lines = [HEADER]
    for gold in pages:
        faults = gold.faults(found_in(gold.name))
        drafts = cs.extract(gold.text, said_at=gold.said_at)
        read = _read(gold, drafts)
        for fault in faults:
            if fault.startswith("missing: "):
                told = fault.removeprefix("missing: ")
                lines.append(f"{gold.name}: {told}  # {_why(told, gold, drafts, read)}")
        if any(fault.startswith("false") for fault in faults):
            lines.append(f"{gold.name}: false  # figures of different questions are compared")
    return "\n".join(lines) + "\n"


def _read(gold, drafts):
    """Return the linked claims by the name that the gold has for them."""
    found = {}
    for claim in cs.link(drafts).claims:
        for name in gold_of(claim, gold):
            found.setdefault(name, claim)
    return found


def _why(told, gold, drafts, read) -> str:
    """Return what became of the claims of a finding."""
    names = told.rpartition(": ")[2].split()
    lost = [each for each in gold.claims if each.id in names and each.id not in read]
    review = [each.id for each in lost if _drafted(each, drafts)]
    unread = [each.id for each in lost if not _drafted(each, drafts)]
    reasons = [f"left for review: {', '.join(review)}"] if review else []
    reasons += [f"not read: {', '.join(unread)}"] if unread else []
    if reasons:
        return "; ".join(reasons)
    if len({str(read[name].question) for name in names}) > 1:
        return "read as different questions"
    one = len({read[name].attribution.origin for name in names}) == 1
    return "read as one origin" if one else "read with another figure, stance or link"


def _drafted(each, drafts) -> bool:
    """Return whether some draft holds the claim's figure, or stands in its quote."""
    if "figure" not in each.slots:
        slots = [slot for draft in drafts for slot in draft.quote]
        return any(slot.start < each.quote.end and each.quote.start < slot.end for slot in slots)
    start, end = each.slots["figure"]
    figures = [draft.figure for draft in drafts if draft.figure is not None]
    return any(slot.start < end and start < slot.end for slot in figures)
