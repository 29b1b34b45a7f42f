"""From a page to its findings: what a journalist expects comes out, and no divergence is false.

``not_yet.txt`` lists what does not come out yet; a line goes when its finding is there.
"""

from pathlib import Path

import pytest

from tests.gold.findings import found_in
from tests.gold.read import pages

NOT_YET = dict(
    line.split("  # ", 1)
    for line in Path(__file__).with_name("not_yet.txt").read_text(encoding="utf-8").splitlines()
    if "  # " in line
)


def marked(name, told, *values):
    """Return the case, allowed to fail for now if it is listed as such."""
    reason = NOT_YET.get(f"{name}: {told}")
    marks = [pytest.mark.xfail(reason=reason, strict=False)] if reason else []
    return pytest.param(*values, marks=marks, id=f"{name}: {told}")


def expected():
    """Yield each finding that must come out of a page."""
    for gold in pages():
        for each in gold.findings:
            if each.must:
                told = f"{each.kind} / {each.basis}: {' '.join(each.claims)}"
                yield marked(gold.name, told, gold, told)


@pytest.mark.parametrize(("gold", "told"), list(expected()))
def test_an_expected_finding_comes_out_of_the_page(gold, told):
    assert f"missing: {told}" not in gold.faults(found_in(gold.name))


@pytest.mark.parametrize("gold", [marked(gold.name, "false", gold) for gold in pages()])
def test_no_divergence_of_a_page_is_false(gold):
    faults = gold.faults(found_in(gold.name))

    assert [fault for fault in faults if fault.startswith("false")] == []
