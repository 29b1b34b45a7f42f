"""Pages of several outlets on one event: what agrees and what does not across them.

A file holds the pages, then what is to come out of them: kind, basis and figures, a line each. What
does not come out yet is led by a question mark, and loses it when it does.
"""

from pathlib import Path
from typing import NamedTuple

import pytest

import claimsync as cs

PAGES = sorted(Path(__file__).with_name("pairs").glob("*.txt"))
SPLIT, NOT_YET = "=====\n", "? "


class Found(NamedTuple):
    """A finding: kind and basis, and the figures of its claims."""

    kind: str
    figures: frozenset[int]


def parts(path):
    """Return the pages of a file, and the lines that tell what comes out of them."""
    *pages, lines, _ = path.read_text(encoding="utf-8").split(SPLIT)
    return pages, lines.splitlines()


def expected(path, *, yet=True):
    """Return what comes out, or what does not yet."""
    lines = [line for line in parts(path)[1] if line.startswith(NOT_YET) != yet]
    told = [line.removeprefix(NOT_YET).partition(":") for line in lines]
    return [Found(kind, frozenset(map(int, figures.split()))) for kind, _, figures in told]


def found_in(path):
    """Return the findings of pages that are linked together, each under its outlet's name."""
    drafts = [
        draft for text in parts(path)[0]
        for draft in cs.extract(text, outlet=text.partition("\n")[0])
    ]  # fmt: skip
    claims = cs.link(drafts)
    known = {claim.id or claim.content_hash: claim for claim in claims.claims}
    for finding in cs.reconcile(claims).findings:
        readings = [known[one].readings for one in finding.claims if one in known]
        numbers = [each[0].figure.number for each in readings if each]
        figures = frozenset(int(one.value) for one in numbers if one is not None)
        yield Found(f"{finding.kind} / {finding.basis}", figures)


def comes_out(wanted, found):
    """Return whether a finding, be it of more figures, is among those found."""
    return any(wanted.kind == one.kind and wanted.figures <= one.figures for one in found)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_what_several_pages_tell_is_found(path):
    found = list(found_in(path))
    assert [wanted for wanted in expected(path) if not comes_out(wanted, found)] == []
    assert [early for early in expected(path, yet=False) if comes_out(early, found)] == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_nothing_else_diverges_on_several_pages(path):
    told = [one for one in expected(path) if one.kind.startswith("divergence")]
    diverging = [one for one in found_in(path) if one.kind.startswith("divergence")]
    assert [one for one in diverging if not comes_out(one, told)] == []
