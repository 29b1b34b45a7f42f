"""Golden scenarios: a folder holds claims, and the findings that a journalist would expect.

After a change that is meant, write the findings anew and read the difference:
``python -m tests.scenarios.test_scenarios``.
"""

from pathlib import Path

import pytest

import claimsync as cs

HERE = Path(__file__).parent
FOLDERS = sorted(folder.parent for folder in HERE.glob("*/claims.claims"))


def told(folder: Path) -> str:
    """Return the findings of a scenario, then what is implied and how claims are read."""
    result = cs.reconcile(cs.read(str(folder / "claims.claims")))
    lines = []
    for finding in result.findings:
        marks = "".join(f" [{modifier}]" for modifier in finding.modifiers)
        granted = "".join(f" granting {assumption}" for assumption in finding.assumptions)
        origins = f"{finding.origins_at_least} to {finding.origins_at_most} independent origins"
        what = f"{finding.kind} / {finding.basis}{marks}{granted}"
        lines.append(f"{what}: {', '.join(finding.claims)}; {origins}")
        lines.append(f"    {finding.why()}")
    lines += [f"implied: {bound.question} is {bound.interval}" for bound in result.implied]
    lines += [f"read: {claim} as {' or '.join(ways)}" for claim, ways in result.readings().items()]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_scenario_gives_the_findings_a_journalist_expects(folder: Path) -> None:
    expected = (folder / "findings.txt").read_text(encoding="utf-8")

    assert told(folder) == expected


def test_there_are_scenarios() -> None:
    assert len(FOLDERS) > 5


def test_the_bundled_live_blog_is_the_example_and_the_scenario() -> None:
    bundled = Path(cs.__file__).parent / "data" / "live_blog.claims"
    example = HERE.parent.parent / "examples" / "live_blog.claims"

    assert (
        bundled.read_bytes()
        == example.read_bytes()
        == (HERE / "live_blog" / "claims.claims").read_bytes()
    )


if __name__ == "__main__":
    for each in FOLDERS:
        (each / "findings.txt").write_text(told(each), encoding="utf-8")
