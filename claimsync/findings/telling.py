"""How findings are told: names for rows, how origins relate, ids, and where the words come from."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from claimsync.findings.kinds import Kind, Modifier
from claimsync.findings.proof import proof_of
from claimsync.findings.why import sentence
from claimsync.table.groups import Groups, set_codes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    from claimsync.findings.kinds import Finding
    from claimsync.model.meaning import Meaning
    from claimsync.model.question import Question
    from claimsync.table.columns import Option, Table


class OriginSets(NamedTuple):
    """The set of origins of each group of claims, and how many are independent: least, most."""

    code: NDArray[np.int64]
    sets: list[frozenset[int]]
    least: NDArray[np.int64]
    most: NDArray[np.int64]


class Telling:
    """A table and the readings chosen in it: all that a finding needs to tell itself."""

    def __init__(
        self,
        table: Table,
        choice: Sequence[int] | NDArray[np.int64],
        survivors: Mapping[int, Sequence[int]] | None = None,
    ) -> None:
        """Keep the columns, the chosen option of every claim, and all that survive of some."""
        self.table, self.choice, self.survivors = table, choice, survivors or {}

    def option(self, row: int) -> Option:
        """Return how claim ``row`` is taken."""
        return self.table.options[row][int(self.choice[row])]

    def meaning(self, row: int) -> Meaning | None:
        """Return what the figure of claim ``row`` allows; None for an occurrence."""
        return self.figure(row) if self.option(row).meaning >= 0 else None

    def figure(self, row: int) -> Meaning:
        """Return what the figure of claim ``row`` allows, which must tell one."""
        return self.table.meanings[self.option(row).meaning][1]

    def origin_codes(self, rows: Iterable[int]) -> frozenset[int]:
        """Return the codes of the origins behind claim rows."""
        return frozenset(self.table.origins.origin_of_claim[list(rows)].tolist())

    def independent(self, rows: Iterable[int]) -> tuple[int, int]:
        """Return how many independent origins stand behind claim rows: at least, at most."""
        return self.table.origins.at_least_and_most(self.origin_codes(rows))

    def origin_sets(self, claims: Groups) -> OriginSets:
        """Return the origins behind groups of claim rows, each distinct set of them once."""
        origins = self.table.origins
        codes, sets = set_codes(Groups(claims.start, origins.origin_of_claim[claims.member]))
        counted = [origins.at_least_and_most(each) for each in sets]
        least, most = np.array(counted, dtype=np.int64).reshape(-1, 2).T
        return OriginSets(codes, sets, least[codes], most[codes])

    def relation_of(self, rows: Sequence[int]) -> tuple[Modifier, ...]:
        """Return how the origins behind claim rows relate, if they are not independent."""
        codes = self.origin_codes(rows)
        if len(codes) == 1:
            return (Modifier.SAME_ORIGIN,)
        least, most = self.table.origins.at_least_and_most(codes)
        if most == 1:
            return (Modifier.SAME_SIDE,)
        return (Modifier.MAYBE_SAME_ORIGIN,) if least <= 1 else ()

    def question(self, finding: Finding) -> Question:
        """Return the question that a finding is about."""
        return self.table.question(finding.key)

    def origins(self, finding: Finding) -> tuple[str, ...]:
        """Return the names of the origins behind a finding, sorted."""
        codes = self.origin_codes(finding.rows)
        return tuple(sorted({self.table.origins.origins[code].name for code in codes}))

    def counted(self, finding: Finding) -> tuple[int, int]:
        """Return how many independent origins stand behind a finding; withholding is no voice."""
        rows = finding.rows
        if finding.kind is Kind.NON_CONFIRMATION:
            rows = tuple(row for row in rows if self.table.claims[row].stance.polar)
        return self.independent(rows) if rows else (0, 0)

    def positions(self, finding: Finding) -> tuple[tuple[str, ...], ...]:
        """Return the sets of claims that hold together."""
        told = getattr(finding.detail, "positions", None)
        found = told(finding.rows) if told else [list(finding.rows)]
        return tuple(tuple(self.table.ids[row] for row in rows) for rows in found if rows)

    def readings(self, finding: Finding) -> dict[str, str]:
        """Return the reading used of each claim of a finding that has several."""
        return {
            self.table.ids[row]: " | ".join(
                reading_text(self.table, row, option)
                for option in self.survivors.get(row, [self.choice[row]])
            )
            for row in finding.rows
            if len(self.table.options[row]) > 1
        }

    def content_id(self, finding: Finding) -> str:
        """Return the hash of kind, question and claim contents."""
        contents = sorted(self.table.claims[row].content_hash for row in finding.rows)
        text = "\n".join([finding.kind, finding.basis, finding.question, *contents])
        return hashlib.sha256(text.encode()).hexdigest()[:16]

    def proof(self, finding: Finding) -> dict[str, Any]:
        """Return the steps behind a finding."""
        return proof_of(finding)

    def why(self, finding: Finding) -> str:
        """Return the sentence of a finding."""
        return sentence(finding)


def readings_text(table: Table, row: int) -> tuple[str, ...]:
    """Return every option of a claim in words."""
    return tuple(reading_text(table, row, option) for option in range(len(table.options[row])))


def reading_text(table: Table, row: int, choice: int) -> str:
    """Return one option of a claim in words: the codes that were ambiguous, and the figure."""
    option, claim = table.options[row][choice], table.claims[row]
    open_codes = (
        [name for name, codes in claim.question.dimensions if len(codes) > 1]
        if claim.question
        else []
    )
    parts = [f"{name}={option.question.code(name)}" for name in open_codes]
    if option.reading and (len(claim.readings) > 1 or not parts):
        parts.append(str(option.reading.figure).removeprefix("= "))
    return ", ".join(parts)
