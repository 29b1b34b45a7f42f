"""Inquiries as lines for a terminal and as records: the question, and what each answer leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimsync.report.text import Line, settled_text, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimsync.findings.inquiries import Answer, Inquiry, Lead


def inquiry_lines(inquiry: Inquiry) -> Iterator[Line]:
    """Yield one inquiry: the question, each answer, and what it would end and bring."""
    yield Line(0, shown(str(inquiry)), "bold")
    if inquiry.answers:
        yield Line(2, settled_text(inquiry))
    for answer in inquiry.answers:
        yield Line(2, shown(f"- {answer.words}"))
        yield from (Line(6, shown(line)) for line in answer.tried)
        yield from (Line(6, shown(f"ends {lead}")) for lead in answer.ends)
        yield from (Line(6, shown(f"brings {lead}")) for lead in answer.brings)
    yield Line(2, shown(f"about: {', '.join(inquiry.about)}"))


def inquiry_record(inquiry: Inquiry) -> dict[str, Any]:
    """Return one inquiry as a plain dictionary."""
    least, most = inquiry.settles
    return {
        "whom": inquiry.whom,
        "question": inquiry.question,
        "words": inquiry.words,
        "answers": [_answer_record(answer) for answer in inquiry.answers],
        "settles_at_least": least,
        "settles_at_most": most,
        "about": list(inquiry.about),
    }


def _answer_record(answer: Answer) -> dict[str, Any]:
    """Return one answer as a plain dictionary."""
    return {
        "words": answer.words,
        "tried": list(answer.tried),
        "ends": [_lead_record(lead) for lead in answer.ends],
        "brings": [_lead_record(lead) for lead in answer.brings],
        "settles": answer.settles,
    }


def _lead_record(lead: Lead) -> dict[str, str]:
    """Return a finding that an answer ends or brings as a plain dictionary."""
    return {"kind": str(lead.kind), "basis": str(lead.basis), "question": lead.question}
