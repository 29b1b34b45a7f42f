"""The other verbs, and the day that comes with the package."""

import json
import os
import pty
import subprocess
import sys
import time
from pathlib import Path

import networkx as nx
import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from claimsync.cli import VERBS, main
from claimsync.cli.demo import day_text
from claimsync.notation import parse
from claimsync.pipeline import reconcile

ROOT = Path(__file__).resolve().parents[2]
DAY = ROOT / "examples" / "live_blog.claims"
TROOPS = "Ukrainian troops killed [when=2022-02/2026-02]"


def run(*args, **options):
    return CliRunner().invoke(main, [str(arg) for arg in args], **options)


@pytest.fixture(scope="module")
def day():
    return reconcile(parse(day_text()))


def found(day, kind, basis, *claims):
    """Return the one finding of this kind and basis that holds these claims."""
    listed = [
        f for f in day.findings if (f.kind, f.basis) == (kind, basis) and {*claims} <= {*f.claims}
    ]
    assert len(listed) == 1
    return listed[0]


def test_the_example_is_the_day_that_the_package_brings():
    assert DAY.read_text(encoding="utf-8") == day_text()


def test_nothing_diverges_on_the_day(day):
    assert day.divergences == ()


def test_the_swap_adds_up_across_the_parties(day):
    swap = found(day, "agreement", "aggregation", "witkoff", "ria")
    assert "cross-phase" in swap.modifiers
    assert swap.assumptions == ("category: POW = prisoner",)
    assert swap.readings["witkoff"] == "314 total side"
    assert (swap.origins_at_least, swap.origins_at_most) == (2, 2)
    assert found(day, "non-confirmation", "silent", "witkoff", "ria")
    assert found(day, "not comparable", "other scope", "civilians", "witkoff")


def test_the_tallies_add_up_and_settle_what_was_open(day):
    assert found(
        day, "agreement", "aggregation", "killed-tally", "killed-donetsk", "killed-kherson"
    )
    assert found(day, "agreement", "aggregation", "killed-donetsk", "killed-lyman")
    hurt = found(day, "agreement", "aggregation", "injured-tally", "injured-donetsk")
    assert "tight" in hurt.modifiers
    assert str(day.allowed("injured [place=Donetsk]")) == "exactly 21"
    implied = {bound.question: str(bound.interval) for bound in day.implied}
    assert implied["killed [place=Zaporizhzhia, when=2026-02-04]"] == "exactly 0"


def test_a_smaller_tally_makes_one_conflict_of_four_claims():
    told = reconcile(parse(day_text().replace("= 29", "= 28")))
    assert [len(conflict.claims) for conflict in told.divergences] == [4]


def test_what_the_kremlin_does_not_confirm(day):
    visit = found(day, "non-confirmation", "neither confirms nor denies", "peskov-visit")
    assert (visit.origins_at_least, visit.origins_at_most) == (1, 2)
    assert found(day, "non-confirmation", "no comment", "conversation")
    for claim in ("working-level", "troops", "strikes", "train-driver"):
        assert found(day, "non-confirmation", "single origin", claim)
    assert found(day, "echo", "repeated", "witkoff", "witkoff-again")


def test_constructive_talks_and_fighting_are_different_questions(day):
    assert all("constructive-russia" not in finding.claims for finding in day.about("fighting"))


@pytest.mark.smoke
def test_demo_goes_from_claims_to_findings_in_three_seconds():
    start = time.perf_counter()
    told = run("demo")
    assert told.exit_code == 0
    assert time.perf_counter() - start < 3
    assert "^witkoff" in told.stdout
    assert "5 agreements" in told.stdout


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_explains_itself_in_ascii(verb):
    told = run(verb, "--help")
    assert told.exit_code == 0
    assert told.stdout.isascii()


def test_help_loads_nothing_heavy():
    code = (
        "import sys\nfrom claimsync.cli import main\nmain(['--help'], standalone_mode=False)\n"
        "sys.exit(str({'pydantic', 'numpy', 'rich', 'jinja2', 'networkx'} & set(sys.modules)))"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert told.stderr.strip() == "set()"


def test_why_tells_the_steps_of_a_claims_findings():
    told = run("why", DAY, "injured-donetsk")
    assert told.exit_code == 0
    assert (
        "bounds meet: question injured [place=Ukraine, when=2026-02-04], exactly 29" in told.stdout
    )


def test_why_takes_the_beginning_of_a_findings_id(day):
    wanted = day.agreements[0]
    told = json.loads(run("why", DAY, wanted.id[:8], "--format", "json").stdout)
    assert [finding["id"] for finding in told] == [wanted.id]


def test_why_refuses_an_id_that_nothing_has():
    told = run("why", DAY, "witkof")
    assert told.exit_code == 2
    assert "did you mean 'witkoff'?" in told.stderr


@pytest.mark.parametrize(
    ("args", "kind", "basis"),
    [
        (("A: killed = 8", "B: killed = 9"), "divergence", "value"),
        (("A: troops ~ 55000", "B: troops = 54,800"), "agreement", "rounding"),
        ((DAY, "witkoff", "ria"), "agreement", "aggregation"),
        ((DAY, "troops", f"B: {TROOPS} = 70,000"), "divergence", "value"),
        ((DAY, "troops", f"B: {TROOPS} = 54,800"), "agreement", "rounding"),
    ],
)
def test_relate_takes_ids_and_lines(args, kind, basis):
    told = json.loads(run("relate", *args, "--format", "json").stdout)
    assert (told["kind"], told["basis"]) == (kind, basis)


@pytest.mark.parametrize(
    "args", [("A: killed = 8",), ("A: killed = 8", "B killed"), (DAY, "x", "y")]
)
def test_relate_refuses_what_are_not_two_claims(args):
    assert run("relate", *args).exit_code == 2


@pytest.mark.parametrize("format", ["json", "dot", "mermaid"])
def test_graph_shows_one_finding(day, format):
    swap = found(day, "agreement", "aggregation", "witkoff", "ria")
    told = run("graph", DAY, "--format", format, "--finding", swap.id)
    assert told.exit_code == 0
    assert "RIA Novosti" in told.stdout
    assert "Kuleba" not in told.stdout


def test_graph_in_json_is_networkxs_node_link_form():
    data = json.loads(run("graph", DAY).stdout)
    graph = nx.node_link_graph(data, edges="edges")
    assert graph.is_multigraph()
    assert graph.nodes["source Kremlin"]["kind"] == "source"


@pytest.mark.parametrize("args", [(), ("result",), ("claims", "--strict")])
def test_schemas_are_schemas(args):
    Draft202012Validator.check_schema(json.loads(run("schema", *args).stdout))


def test_a_result_has_no_strict_schema():
    assert run("schema", "result", "--strict").exit_code == 2


def terminal(**environment):
    """Return what check writes to a terminal."""
    leader, follower = pty.openpty()
    command = [sys.executable, "-m", "claimsync", "check", str(DAY)]
    env = {k: v for k, v in os.environ.items() if k not in {"NO_COLOR", "TERM", "COLUMNS"}}
    with subprocess.Popen(
        command, stdout=follower, stderr=follower, env=env | environment
    ) as child:
        os.close(follower)
        parts = []
        try:
            while part := os.read(leader, 65536):
                parts.append(part)
        except OSError:  # the child has closed its end
            pass
        os.close(leader)
    assert child.returncode == 0
    return b"".join(parts).decode()


def test_a_terminal_gets_colours_unless_it_wants_none():
    assert "\x1b[" in terminal(TERM="xterm-256color")
    assert "\x1b[38" not in terminal(TERM="xterm-256color", NO_COLOR="1")
    assert "\x1b[" not in terminal(TERM="dumb")


def test_a_terminal_gets_lines_of_its_width():
    text = terminal(TERM="dumb", COLUMNS="40")
    assert max(len(line) for line in text.splitlines()) <= 80  # a dumb terminal is taken for 80
    narrow = terminal(TERM="xterm", NO_COLOR="1", COLUMNS="40")
    plain = [line.replace("\x1b[1m", "").replace("\x1b[0m", "") for line in narrow.splitlines()]
    assert max(len(line) for line in plain) <= 40


def test_an_ascii_terminal_gets_ascii():
    assert terminal(TERM="xterm", PYTHONIOENCODING="ascii").isascii()


def test_ask_tells_whom_to_ask_and_what_the_answers_lead_to():
    done = run("ask", DAY, "--limit", 1)
    assert done.exit_code == 0
    assert done.stdout.startswith("Kremlin: Is it right: 'French envoy visited Moscow'")
    assert "brings divergence (polarity) on French envoy visited Moscow" in done.stdout


def test_ask_in_json_holds_the_same():
    (record,) = json.loads(run("ask", DAY, "--limit", 1, "--format", "json").stdout)
    assert (record["whom"], record["settles_at_least"], record["settles_at_most"]) == (
        "Kremlin",
        0,
        1,
    )
    assert [answer["words"] for answer in record["answers"]] == ["yes", "no"]
    assert record["answers"][0]["brings"][0]["kind"] == "agreement"


def test_ask_says_when_nothing_is_open():
    done = run("ask", "-", input="Ada: killed = 5\nBen: killed = 5\n")
    assert (done.exit_code, done.stdout) == (0, "nothing is open\n")


def test_why_tells_what_a_losing_reading_would_have_caused():
    lines = run("why", DAY, "witkoff").stdout.splitlines()
    assert lines[1] == "  read as 314 total side"
    assert lines[2] == "  not as 314 each side: 3 tensions, where there could be 0"
    assert lines[3].startswith("    it would cause tension (plan and outcome differ): Because")
