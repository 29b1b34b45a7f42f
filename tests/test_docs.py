"""The documentation is true: it runs, prints what the code prints, and covers the face."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import claimsync
from claimsync.cli import main
from claimsync.findings.kinds import Basis, Kind, Modifier

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = sorted([ROOT / "README.md", *DOCS.rglob("*.md")])
EXAMPLES = sorted((ROOT / "examples").glob("[0-9]*.py"))
HEAVY = ("altair", "networkx", "pandas", "polars", "pyarrow", "z3")
CUT = "…"


def text_of(path):
    return path.read_text(encoding="utf-8")


def name_of(path):
    return path.relative_to(ROOT).as_posix()


def commands_of(page):
    """Return the commands of a page's console blocks, each with the output shown under it."""
    found = []
    for block in re.findall(r"^```console\n(.*?)^```$", text_of(page), re.MULTILINE | re.DOTALL):
        for shown in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = shown.partition("\n")
            found.append(pytest.param(command, output, id=f"{name_of(page)}: {command[:60]}"))
    return found


def options_of(command):
    """Return the long options of a click command, those of every command left out."""
    common = {"--debug", "--help"}
    return {opt for param in command.params for opt in param.opts if opt.startswith("--")} - common


def words(text):
    """Return text without line breaks and indentation, which differ between terminal and pipe."""
    return "".join(text.split())


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_every_example_runs_and_holds(example):
    done = subprocess.run(
        [sys.executable, "-W", "error", str(example)],
        capture_output=True, check=False, cwd=ROOT, text=True, encoding="utf-8",
        env=os.environ | {"PYTHONIOENCODING": "utf-8", "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout
    assert re.match(r"assert |\w+ = ", text_of(example).rstrip().splitlines()[-1])


@pytest.mark.skipif(os.name == "nt", reason="console blocks are written for a POSIX shell")
@pytest.mark.parametrize(("command", "shown"), [p for page in PAGES for p in commands_of(page)])
def test_every_console_block_shows_what_the_command_prints(command, shown):
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    done = subprocess.run(
        ["sh", "-c", command],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False, cwd=ROOT, encoding="utf-8",
        env=os.environ | {"PATH": path, "PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    printed = words(done.stdout)
    pieces = re.split(rf"^{CUT}\n", shown, flags=re.MULTILINE)
    if len(pieces) == 1:
        assert words(shown) == printed
    at = 0
    for piece in map(words, pieces):
        found = printed.find(piece, at)
        assert found >= 0, f"not printed, or not in this order: {piece}"
        at = found + len(piece)


@pytest.mark.parametrize(("page", "most"), [("README.md", 150), ("docs/architecture.md", 150)])
def test_what_is_read_first_is_short(page, most):
    assert len(text_of(ROOT / page).splitlines()) <= most


@pytest.mark.parametrize("name", claimsync.__all__)
def test_every_public_name_is_in_the_python_reference(name):
    assert re.search(rf"\b{name}\b", text_of(DOCS / "reference" / "python.md"))


@pytest.mark.parametrize(
    ("cls", "page"), [(claimsync.Reconciliation, "python.md"), (claimsync.Finding, "findings.md")]
)
def test_every_public_attribute_of_a_result_is_in_the_reference(cls, page):
    listed = re.findall(r"\w+", text_of(DOCS / "reference" / page))
    fields = getattr(cls, "__dataclass_fields__", {})
    hidden = {"rows", "key", "telling", "detail", "joins"}  # how findings are kept inside
    public = {name for name in {*vars(cls), *fields} if not name.startswith("_")} - hidden
    assert public <= set(listed), sorted(public - set(listed))


def test_the_face_is_a_short_sorted_list_of_names_that_load():
    assert claimsync.__all__ == sorted(claimsync.__all__)
    assert len(claimsync.__all__) == len(set(claimsync.__all__)) <= 30
    assert all(getattr(claimsync, name) is not None for name in claimsync.__all__)
    assert dir(claimsync) == claimsync.__all__


def test_importing_loads_nothing_heavy():
    code = f"import sys, claimsync; print([name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout.strip() == "[]"


def test_the_architecture_names_every_folder():
    folders = [path.parent for path in (ROOT / "claimsync").glob("*/__init__.py")]
    page = text_of(DOCS / "architecture.md")
    assert all(f"**`{folder.name}/`**" in page for folder in folders)


@pytest.mark.parametrize("verb", main.list_commands(None))
def test_every_command_and_its_options_are_in_the_reference(verb):
    page = text_of(DOCS / "reference" / "cli.md")
    assert f"\n## {verb}\n" in page
    missing = {option for option in options_of(main.get_command(None, verb)) if option not in page}
    assert not missing


@pytest.mark.parametrize("word", [*Kind, *Basis, *Modifier])
def test_every_kind_basis_and_modifier_is_in_the_glossary(word):
    tables = text_of(DOCS / "glossary.md").partition("## Kinds of findings")[2]
    assert re.search(rf"[|,] {word}(?: \(relate only\))?(?: \||,)", tables)


@pytest.mark.parametrize("basis", Basis)
def test_every_basis_has_its_example(basis):
    assert f"**{basis}**" in text_of(DOCS / "reference" / "findings.md")


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_links_between_pages_lead_somewhere(page):
    prose = re.sub(r"^```.*?^```$", "", text_of(page), flags=re.MULTILINE | re.DOTALL)
    for target in re.findall(r"\]\(([^)\s]+)\)", prose):
        path, _, anchor = target.partition("#")
        if re.match(r"https?:", target):
            continue
        linked = page if not path else page.parent / path
        assert linked.exists(), target
        if anchor:
            headings = re.findall(r"^#+ (.+)$", text_of(linked), re.MULTILINE)
            known = {re.sub(r"[^\w\- ]", "", h).lower().replace(" ", "-") for h in headings}
            assert anchor in known, target


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_a_doctest_block_leaves_a_blank_line_before_its_fence(page):
    blocks = re.findall(r"^```python\n(.*?)^```$", text_of(page), re.MULTILINE | re.DOTALL)
    assert all(block.endswith("\n\n") for block in blocks if block.startswith(">>>"))
