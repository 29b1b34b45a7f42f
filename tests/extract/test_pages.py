"""From a page to its findings: what a journalist expects comes out, and no divergence is false.

``not_yet.txt`` lists what does not come out yet; a line goes when its finding is there. After a
change that is meant, ``python -m tests.extract.test_pages`` writes it anew: read the difference.
"""

from pathlib import Path

import pytest

from tests.gold.findings import found_in
from tests.gold.missing import not_yet
from tests.gold.read import pages

LIST = Path(__file__).with_name("not_yet.txt")
NOT_YET = dict(
    line.split("  # ", 1)
    for line in LIST.read_text(encoding="utf-8").splitlines()
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


def test_what_is_listed_is_a_case():
    cases = {f"{gold.name}: false" for gold in pages()} | {
        f"{gold.name}: {each.kind} / {each.basis}: {' '.join(each.claims)}"
        for gold in pages()
        for each in gold.findings
    }

    assert cases >= set(NOT_YET)


if __name__ == "__main__":
    LIST.write_text(not_yet(pages()), encoding="utf-8")
