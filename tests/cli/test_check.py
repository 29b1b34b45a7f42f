"""``claimsync check``: exit codes, formats, and the same bytes for the same input."""

import csv
import gzip
import io
import json
import os
import subprocess
import sys

import pytest
from click.testing import CliRunner

from claimsync.cli import main
from claimsync.cli.check import FORMATS, KINDS
from claimsync.findings.kinds import Kind
from claimsync.findings.result import Reconciliation
from claimsync.findings.verification import Fault

CLASH = "Reuters: killed = 8  ^r\nAFP: killed = 9  ^a\n"
PEACE = "Reuters: killed = 8  ^r\nAFP: killed = 8  ^a\n"
FAULTY = CLASH + "dpa killed = 7\n"


def run(*args, **options):
    return CliRunner().invoke(main, [str(arg) for arg in args], **options)


def check(*args, **options):
    return run("check", *args, **options)


@pytest.fixture
def file(tmp_path):
    """Give a function that writes a file of claims."""

    def written(text, name="day.claims"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return written


def process(*args, stdin=b"", **environment):
    command = [sys.executable, "-m", "claimsync", *map(str, args)]
    env = {**os.environ, **environment}
    return subprocess.run(command, input=stdin, capture_output=True, env=env, check=False)


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize(("text", "code"), [(CLASH, 1), (PEACE, 0), (FAULTY, 3)])
def test_the_exit_code_is_the_same_in_every_format(file, format, text, code):
    assert check(file(text), "--format", format).exit_code == code


def test_kinds_of_the_command_line_are_the_kinds_of_findings():
    assert set(KINDS) == set(Kind)


@pytest.mark.parametrize(
    ("kinds", "code"), [("none", 0), ("agreement", 0), ("echo, divergence", 1), ("Divergence", 1)]
)
def test_fail_on_names_the_kinds_that_fail(file, kinds, code):
    assert check(file(CLASH), "--fail-on", kinds).exit_code == code


@pytest.mark.parametrize(
    "args",
    [
        ("--fail-on", "bad"),
        ("--fail-on", ""),
        ("--until", "soon"),
        ("--zone", "Mars"),
        ("--output", "json"),
        ("--output", "pdf:x"),
        ("--output", "json:/no/such/folder/x"),
        ("--format", "xml"),
        ("--context", "missing.claims"),
    ],
)
def test_misuse_is_told_with_exit_code_2(file, args):
    told = check(file(PEACE), *args)
    assert told.exit_code == 2
    assert told.stderr
    assert not told.stdout


def test_a_missing_file_is_named():
    told = check("nowhere.claims")
    assert told.exit_code == 2
    assert "nowhere.claims" in told.stderr


def test_errors_of_rows_stand_beside_the_findings_of_the_others(file):
    told = check(file(FAULTY))
    assert "day.claims:3" in told.stderr
    assert "1 divergence" in told.stdout


def test_errors_of_rows_stand_in_the_json(file):
    told = check(file(FAULTY), "--format", "json")
    document = json.loads(told.stdout)
    assert [(e["row"], e["id"], e["column"]) for e in document["errors"]] == [(3, None, None)]
    assert document["summary"]["findings"]["divergence"] == 1
    assert not told.stderr


def test_every_bad_row_is_listed(file):
    path = file("source,measure,value\nA,killed,8\nB,killed,eight\nC,,3\n", "day.csv")
    told = json.loads(check(path, "--format", "json").stdout)
    assert sorted(error["row"] for error in told["errors"]) == [3, 4]


def test_strict_tells_the_errors_alone(file):
    told = check(file(FAULTY), "--strict")
    assert (told.exit_code, told.stdout) == (3, "")
    assert "day.claims:3" in told.stderr
    document = json.loads(check(file(FAULTY), "--strict", "--format", "json").stdout)
    assert (document["findings"], len(document["errors"])) == ([], 1)
    assert check(file(CLASH), "--strict").exit_code == 1


def test_declarations_that_contradict_each_other_are_invalid_input(file):
    path = file("source A: part of B\nsource B: part of A\n" + PEACE)
    told = check(path, "--format", "json")
    assert told.exit_code == 3
    assert json.loads(told.stdout)["errors"]


@pytest.mark.parametrize("text", [CLASH, "source,measure,value\nReuters,killed,8\nAFP,killed,9\n"])
def test_standard_input_is_read_whatever_its_format(text):
    told = check("-", "--format", "json", input=text)
    assert told.exit_code == 1
    assert json.loads(told.stdout)["summary"]["claims"] == 2


def test_standard_input_is_read_once():
    assert check("-", "-", input=CLASH).exit_code == 2


def test_context_brings_the_declarations(file):
    day = file("measure,source,value,[place]\nkilled,A,9,north\nkilled,B,8,all\n", "day.csv")
    context = file("partition place: all = north + south", "context.claims")
    assert check(day).exit_code == 0
    assert check(day, "--context", context).exit_code == 1


def test_until_leaves_out_what_was_said_later(file):
    path = file("A: killed = 8  @ 2026-02-04\nB: killed = 9  @ 2026-02-05\n")
    assert check(path).exit_code == 1
    assert check(path, "--until", "2026-02-04").exit_code == 0


def test_a_policy_reads_round_numbers_loosely(file):
    path = file("A: killed = 55,000\nB: killed = 54,800\n")
    assert check(path).exit_code == 1
    assert check(path, "--policy", "approximate").exit_code == 0


def test_outputs_are_written_beside_standard_output(file, tmp_path):
    paths = {name: tmp_path / f"out.{name}" for name in FORMATS}
    wanted = [arg for name, path in paths.items() for arg in ("--output", f"{name}:{path}")]
    told = check(file(CLASH), "--format", "json", *wanted)
    assert paths["json"].read_text(encoding="utf-8") == told.stdout
    for name, path in paths.items():
        assert path.read_bytes() == check(file(CLASH), "--format", name).stdout_bytes


def test_csv_gives_the_users_rows_back_with_verdicts(file):
    path = file("source,measure,value,desk\nA,killed,8,me\nB,killed,9,you\n", "day.csv")
    rows = list(csv.DictReader(io.StringIO(check(path, "--format", "csv").stdout)))
    assert [(row["source"], row["desk"], row["verdict"]) for row in rows] == [
        ("A", "me", "divergence"),
        ("B", "you", "divergence"),
    ]


def test_unknown_columns_are_noted(file):
    path = file("source,measure,vale\nA,killed,8\n", "day.csv")
    notes = json.loads(check(path, "--format", "json").stdout)["notes"]
    assert any("'vale'" in note for note in notes)


def test_the_order_of_rows_changes_no_byte(file):
    rows = [f"S{n},killed,{n % 3},p{n % 4}" for n in range(24)]
    texts = set()
    for order in (rows, rows[::-1], rows[7:] + rows[:7], sorted(rows, key=hash)):
        path = file("\n".join(["source,measure,value,[place]", *order]), "day.csv")
        texts.add(check(path, "--format", "json").stdout)
    assert len(texts) == 1


def test_bytes_do_not_depend_on_hashing_or_locale(file):
    path = file("Élysée: killed = 8\nАФП: killed = 9\n")
    told = {
        process(
            "check", path, "--format", "json", PYTHONHASHSEED=seed, PYTHONIOENCODING=coding
        ).stdout
        for seed, coding in (("1", "utf-8"), ("2", "ascii"), ("3", "cp1252"))
    }
    assert len(told) == 1
    assert "Élysée" in told.pop().decode()


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
@pytest.mark.parametrize("more", [{}, {"NO_COLOR": "1"}, {"TERM": "dumb"}, {"COLUMNS": "20"}])
def test_plain_text_survives_every_stream(file, encoding, more):
    path = file("Élysée 東京: killed = 8\nАФП: killed = 9\n")
    told = process("check", path, PYTHONIOENCODING=encoding, **more)
    text = told.stdout.decode(encoding)
    assert told.returncode == 1
    assert not told.stderr
    assert "\x1b" not in text
    assert "value: killed" in text
    assert "they cannot all hold for killed" in text


def test_a_broken_pipe_is_no_crash(file):
    path = file("\n".join(f"S{n}: killed = {n}" for n in range(3000)))
    command = f'"{sys.executable}" -m claimsync check "{path}" --format json | head -c 10'
    told = subprocess.run(["bash", "-c", command], capture_output=True, check=False)
    assert told.stdout == b'{\n  "schem'
    assert not told.stderr


def test_something_wrong_inside_ends_with_one_line_and_code_4(file, monkeypatch):
    def broken(*_, **__):
        raise ZeroDivisionError("oops")

    monkeypatch.setattr("claimsync.cli.formats.reconcile", broken)
    told = check(file(PEACE))
    assert told.exit_code == 4
    assert len(told.stderr.splitlines()) == 1
    assert "--debug" in told.stderr
    assert "Traceback" in check(file(PEACE), "--debug").stderr


def test_georgia_has_forty_conflicts_and_the_rest_adds_up(figures):
    told = check(
        figures / "ga_election_2024.csv.gz",
        "--context",
        figures / "ga_election_2024.claims",
        "--format",
        "json",
    )
    document = json.loads(told.stdout)
    found = document["findings"]
    agreements = [f for f in found if f["kind"] == "agreement"]
    assert told.exit_code == 1
    assert document["summary"]["findings"]["divergence"] == 40
    assert len(agreements) == 1939
    assert {f["basis"] for f in agreements} == {"aggregation"}
    assert all("same origin" in f["modifiers"] for f in agreements)


def test_a_compressed_table_reads_like_a_plain_one(tmp_path):
    path = tmp_path / "day.csv.gz"
    path.write_bytes(gzip.compress(b"source,measure,value\nA,killed,8\nB,killed,9\n"))
    assert check(path).exit_code == 1


def test_verify_says_on_stderr_that_all_proofs_hold(file):
    done = check(file(CLASH), "--verify", "--format", "json")
    assert done.exit_code == 1
    assert done.stderr == "3 proofs checked, all hold\n"
    assert json.loads(done.stdout)["summary"]["findings"]["divergence"] == 1
    assert check(file(PEACE + "dpa: injured = 3"), "--verify").stderr.startswith("2 proofs checked")


def test_verify_names_the_finding_whose_proof_does_not_hold_and_ends_with_4(file, monkeypatch):
    fault = Fault("finding 5575564d6a0850ad", "step 2: expected a low end above a high end, got 8")
    monkeypatch.setattr(Reconciliation, "verify", lambda _: (fault,))
    done = check(file(CLASH), "--verify", "--fail-on", "none")
    assert done.exit_code == 4
    assert f"claimsync: the proof does not hold of {fault.what}: {fault.fault}" in done.stderr
    assert "1 of 3 proofs do not hold" in done.stderr
    assert check(file(CLASH), "--fail-on", "none").exit_code == 0


def test_an_until_that_leaves_nothing_says_so(file):
    dated = file("Reuters: killed = 8  @ 2026-03-10\n")
    assert "every claim was said later" in check(dated, "--until", "2026-01-01").stdout
    assert "later" not in check(dated, "--until", "2026-03-10").stdout
