"""``claimsync extract`` and ``claimsync check`` on news pages: text, HTML, several outlets."""

import json
import sys

import pytest
from click.testing import CliRunner

import claimsync as cs
from claimsync.cli import main

PAGE = """Strike on Lyman
5 February 2026

Twelve people were killed in Lyman on Wednesday, the governor, Vadym Filashkin, said.
The council of Lyman said 14 people were killed in Lyman on Wednesday.
Rescuers brought 30 blankets.
"""


def run(*args, **options):
    return CliRunner().invoke(main, [str(arg) for arg in args], **options)


@pytest.fixture
def page(tmp_path):
    """Give a function that writes a page."""

    def written(text=PAGE, name="page.txt"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return written


def test_a_page_is_checked_from_its_words_to_its_findings(page):
    told = run("check", page(), "--format", "json")
    document = json.loads(told.stdout)
    assert told.exit_code == 1
    [divergence] = [f for f in document["findings"] if f["kind"] == "divergence"]
    assert divergence["question"] == "killed [place=Lyman, when=2026-02-04]"


def test_what_is_not_judged_is_told_in_a_note(page):
    assert "too unsurely" in run("check", page()).stdout


def test_claims_are_written_edited_and_read_again(page, tmp_path):
    written = tmp_path / "page.claims"
    assert run("extract", page(), "-o", written).exit_code == 0
    text = written.read_text(encoding="utf-8")
    assert cs.read(str(written)).claims == cs.link(cs.extract(PAGE)).claims
    assert run("check", written).exit_code == 1
    written.write_text(text.replace("= 14", "= 12"), encoding="utf-8")
    assert run("check", written).exit_code == 0


def test_what_is_to_be_looked_at_stands_as_comments(page):
    told = run("extract", page()).stdout.splitlines()
    [comment] = [line for line in told if "blankets" in line]
    assert comment.startswith("# ")
    assert ":6: 30" in comment


def test_drafts_have_their_spans(page):
    drafts = json.loads(run("extract", page(), "--format", "json").stdout)
    figure = drafts[0]["figure"]
    assert PAGE[figure["start"] : figure["end"]] == figure["text"] == "Twelve"


def test_the_date_of_a_page_may_be_given(page):
    path = page(PAGE.replace("5 February 2026", ""))
    assert "2026-03-04" in run("extract", path, "--said-at", "2026-03-05").stdout
    assert run("extract", path, "--said-at", "soon").exit_code == 2


def test_a_page_without_a_date_is_told_of(page):
    undated = page(PAGE.replace("5 February 2026", ""))
    told = run("check", undated).output
    assert "no date is printed at its top, so nobody knows when 'on Wednesday' was" in told
    assert "no date" not in run("check", undated, "--said-at", "2026-02-05").output
    assert "no date" not in run("check", page()).output


def test_a_date_that_the_page_does_not_print_is_told_of(page):
    told = run("check", page(), "--said-at", "2025-02-05").output
    assert "read as of 2025-02-05, as --said-at has it; the page prints 2026-02-05" in told
    assert "the page prints" not in run("check", page(), "--said-at", "2026-02-05").output


def test_a_date_of_another_form_is_told_whole(page):
    refused = run("check", page(), "--said-at", "12/03/2026")
    assert refused.exit_code == 2
    assert "got '12/03/2026'" in refused.stderr


def test_a_page_is_never_written_over(page):
    path = page()
    refused = run("extract", path, "-o", path, "--force")
    assert refused.exit_code == 2
    assert "would be lost" in refused.stderr
    assert path.read_text(encoding="utf-8") == PAGE


def test_statements_are_claims_if_asked_for(page):
    path = page("The talks were constructive, the governor said.\n")
    assert "constructive" not in run("check", path).stdout
    assert "constructive" in run("check", path, "--statements").stdout


def test_pages_of_several_outlets_are_compared(page):
    one = page("Twelve people were killed in Lyman.\n", "courier.txt")
    two = page("Fourteen people were killed in Lyman.\n", "herald.txt")
    told = run("check", one, two)
    assert told.exit_code == 1
    assert "courier said 12" in told.stdout
    assert "herald said 14" in told.stdout


def test_pages_and_claims_are_read_together(page, tmp_path):
    claims = tmp_path / "own.claims"
    claims.write_text("mayor: killed [place=Lyman, when=2026-02-04] = 12\n", encoding="utf-8")
    document = json.loads(run("check", page(), claims, "--format", "json").stdout)
    assert document["summary"]["claims"] == 3


def test_standard_input_may_be_a_page():
    assert run("check", "-", input=PAGE).exit_code == 1


@pytest.mark.parametrize(
    "text", ["A: killed = 8\nB: killed = 9\n", "source,measure,value\nA,killed,8\nB,killed,9\n"]
)
def test_standard_input_of_claims_stays_claims(text):
    document = json.loads(run("check", "-", "--format", "json", input=text).stdout)
    assert document["summary"]["claims"] == 2


def test_a_missing_page_is_named():
    told = run("check", "nowhere.txt")
    assert (told.exit_code, "nowhere.txt" in told.stderr) == (2, True)


HTML = f"""<html><head><title>Strike on Lyman</title></head><body><nav>Home</nav><article>
<h1>Strike on Lyman</h1>{"".join(f"<p>{line}</p>" for line in PAGE.splitlines()[3:])}
</article></body></html>"""


def test_html_is_read_through_its_article(page):
    pytest.importorskip("trafilatura")
    told = run("extract", page(HTML, "page.html"))
    assert told.exit_code == 0
    assert "killed [day=Wednesday, place=Lyman] = 12" in told.stdout


def test_html_without_the_extra_names_it(page, monkeypatch):
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    told = run("check", page(HTML, "page.html"))
    assert (told.exit_code, "claimsync[html]" in told.stderr) == (2, True)


def test_a_page_without_a_suffix_is_told_which_there_are(page):
    told = run("check", page(PAGE, "page"))
    assert (told.exit_code, ".txt, .md, .html" in told.stderr) == (2, True)


def test_a_missing_file_of_any_suffix_is_missing():
    told = run("check", "nosuch.pdf")
    assert (told.exit_code, "got none of that name" in told.stderr) == (2, True)


def test_an_edited_file_is_not_overwritten_unasked(page, tmp_path):
    path, written = page(), tmp_path / "page.claims"
    assert [run("extract", path, "-o", written).exit_code for _ in range(2)] == [0, 0]
    written.write_text("mayor: killed = 12\n", encoding="utf-8")
    told = run("extract", path, "-o", written)
    assert (told.exit_code, "--force" in told.stderr) == (2, True)
    assert written.read_text(encoding="utf-8") == "mayor: killed = 12\n"
    assert run("extract", path, "-o", written, "--force").exit_code == 0
    assert written.read_text(encoding="utf-8") != "mayor: killed = 12\n"


def test_claims_are_no_page(page):
    told = run("extract", page("mayor: killed = 12\n", "day.claims"))
    assert (told.exit_code, "claimsync check" in told.stderr) == (2, True)


@pytest.mark.parametrize("verb", ["check", "extract"])
def test_an_empty_page_is_called_a_page(page, verb):
    told = run(verb, page(" \n"))
    assert (told.exit_code, "expected a news page, got an empty file" in told.stderr) == (2, True)


def test_a_pdf_is_no_page_and_says_what_to_do(page):
    told = run("extract", page("%PDF-1.7\n", "page.pdf"))
    assert (told.exit_code, "save its text as .txt" in told.stderr) == (2, True)


@pytest.mark.parametrize("start", ["<!DOCTYPE html>\n<html>", "\n <html>", "<article>", "<p>"])
def test_html_on_standard_input_is_never_read_as_words(start, monkeypatch):
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    markup = f"{start}<p>Twelve people were killed in Lyman on Wednesday, the governor said.</p>"
    told = run("check", "-", input=markup)
    assert told.exit_code == 2
    assert "claimsync[html]" in told.output


def test_pages_of_one_file_name_are_outlets_of_their_own(page, tmp_path):
    for folder, count in (("x", 12), ("y", 14)):
        (tmp_path / folder).mkdir()
        page(f"{count} people were killed in Lyman on Wednesday.\n", f"{folder}/story.txt")
    paths = [tmp_path / "x/story.txt", tmp_path / "y/story.txt"]
    written = run("extract", *paths, "--said-at", "2026-02-05").output
    assert {str(claim.attribution) for claim in cs.parse(written).claims} == {"x/story", "y/story"}
    told = run("check", *paths, "--said-at", "2026-02-05", "--format", "json")
    assert told.exit_code == 1


@pytest.mark.parametrize(
    "text", ["Police said 12 people were killed.\n", PAGE + "Deaths: killed = 8\n"]
)
def test_a_page_of_short_lines_is_read_from_a_pipe(text):
    assert run("check", "-", input=text).exit_code in {0, 1}


def test_notation_with_mistakes_is_no_page():
    told = run("check", "-", input="AFP said 8 were killed here.\nAFP: killed = 8\n")
    assert told.exit_code == 3


SIGNED = """Fire at the mill
5 February 2026
By Ana Roe, Harbour Courier

A crowd of 300 people watched. Police said two men were hurt in Kolm.
© 2026 Harbour Courier. All rights reserved.
"""


def test_what_nobody_is_said_to_say_is_told_by_the_outlet_that_the_page_names(page):
    told = run("extract", page(SIGNED), "--format", "json")
    assert "Harbour Courier" in told.stdout
    other = SIGNED.replace("© 2026 Harbour Courier", "© 2026 Kolm Radio")
    assert "Harbour Courier" not in run("extract", page(other), "--format", "json").stdout


@pytest.mark.parametrize("verb", ["check", "extract"])
def test_an_empty_page_among_several_is_told_and_the_others_are_read(page, verb):
    told = run(verb, page(), page("", "empty.txt"))
    assert (told.exit_code, "Lyman" in told.stdout) == (3, True)
    assert "empty.txt: expected a news page, got an empty file" in told.stderr


@pytest.mark.parametrize("verb", ["check", "extract"])
def test_a_page_that_is_given_twice_is_one_page(page, verb):
    path = page()
    once, twice = run(verb, path), run(verb, path, page(name="copy.txt"), path)
    assert f"the text of {path} again" in twice.output
    assert "echo" not in twice.stdout
    assert once.stdout.splitlines()[0] == twice.stdout.splitlines()[0]


def test_what_a_page_and_one_source_say_alike_is_not_passed_over_in_silence(page):
    own = "Twelve people died in Kolm.\n\nPolice said {} people died in Kolm.\n"
    assert "confirms nothing" in run("check", page(own.format(12))).stdout
    assert "confirms nothing" not in run("check", page(own.format(13))).stdout


def test_rows_of_a_table_are_told_of_and_not_read(page):
    told = run("check", page(PAGE + "\n| Kolm | 12 killed |\n|---|---|\n", "page.md"))
    assert "the 2 rows of its tables are not read" in told.stdout


def test_a_page_whose_first_word_ends_in_a_comma_is_no_table():
    told = run("check", "-", input="KOLM, 12 March\n\nPolice said 12 people were killed.\n")
    assert told.exit_code == 0
