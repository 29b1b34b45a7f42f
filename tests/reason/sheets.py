"""Facts written by hand for proofs written by hand."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from claimsync.reason.check_steps import ends_of


def normal(row: dict) -> tuple:
    """Return a row so that two that say the same are equal."""
    factors = [Fraction(str(factor)) for factor in row.get("factors", [1] * len(row["parts"]))]
    return row["whole"], tuple(row["parts"]), tuple(factors), row["complete"], bool(
        row.get("product", False)
    )  # fmt: skip


@dataclass
class Sheet:
    """Claims by id (the ends that each gives one question), rows, and what numbers are like."""

    claims: dict[str, dict]
    rows: list[dict] = field(default_factory=list)
    least: int | None = 0
    wholes: bool = True

    def ways(self, claim):
        told = self.claims[claim]
        return [{told["question"]: ends_of(told)}] if "question" in told else []

    def usual(self, claim):
        return self.ways(claim)

    def floor(self, _question):
        return self.least

    def whole(self, _question):
        return self.wholes

    def declares(self, row):
        return normal(row) in {normal(each) for each in self.rows}

    def compares(self, one, other, assuming):
        return {one, other} == {"left", "right"} and "left = right" in assuming

    def says(self, claim):
        return self.claims[claim]["says"]

    def does(self, claim):
        return self.claims[claim]["does"]


def point(question, number):
    """Return what a claim of one number gives."""
    return {"question": question, "low": number, "high": number}


def row(whole, *parts, complete=True, **more):
    """Return a row."""
    return {"whole": whole, "parts": list(parts), "complete": complete, **more}


def given(claim, question, **ends):
    """Return the step by which a claim bounds a question."""
    return {"step": "claim gives bound", "claim": claim, "question": question, **ends}


def carried(row, numbers, question, **ends):
    """Return the step by which a row transfers bounds."""
    told = {"step": "row transfers bound", "row": row, "from": numbers}
    return {**told, "question": question, **ends}


def supposed(question, **ends):
    """Return a supposition."""
    return {"step": "suppose", "question": question, **ends}


def clash(low, high):
    """Return that the low end of one step lies above the high end of another."""
    return {"step": "bounds clash", "low": low, "high": high}


def proof(*steps):
    """Return a proof of numbered steps."""
    return {"steps": [{"n": number, **step} for number, step in enumerate(steps)]}
