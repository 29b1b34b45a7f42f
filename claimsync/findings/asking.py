"""What could be asked of whom about an open finding, and what they may answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimsync.findings.desk import can_be_said
from claimsync.findings.kinds import Basis, Kind
from claimsync.findings.replies import Content, Reply, yes_or_no
from claimsync.findings.standing import Asked, stand_by, which
from claimsync.findings.telling import readings_text
from claimsync.findings.wording import listed, scope_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimsync.findings.desk import Desk
    from claimsync.findings.kinds import Finding

_OWN = {Basis.RELAY_DIFFERS, Basis.SELF_CONTRADICTION}


def about(desk: Desk, finding: Finding) -> list[Asked]:
    """Return what could be asked about an open finding."""
    found = list(_asked(desk, finding))
    return found or [_nobody(finding)]


def _asked(desk: Desk, finding: Finding) -> Iterator[Asked]:
    """Yield what could be asked about an open finding, of named sources alone."""
    match finding.kind, finding.basis:
        case Kind.DIVERGENCE, basis if basis in _OWN:
            yield from which(desk, finding)
        case Kind.DIVERGENCE, _:
            yield from stand_by(desk, finding)
        case Kind.NON_CONFIRMATION, Basis.SILENT:
            yield from _silent(desk, finding)
        case Kind.NON_CONFIRMATION, Basis.SINGLE_ORIGIN:
            yield from _others(desk, finding)
        case Kind.NON_CONFIRMATION, _:
            yield from _withheld(desk, finding)
        case _:
            return


def meant(desk: Desk, rows: Sequence[int]) -> list[Asked]:
    """Return what could be asked of the origins of claims whose reading is open.

    One answer settles all claims of a source that leave the same open.
    """
    groups: dict[tuple[str | None, object, tuple[str, ...]], list[int]] = {}
    for row in rows:
        question = desk.table.claims[row].question
        groups.setdefault((desk.name(row), question, readings_text(desk.table, row)), []).append(
            row
        )
    return [_meant(desk, whom, told, same) for (whom, _, told), same in groups.items()]


def _meant(desk: Desk, whom: str | None, told: tuple[str, ...], rows: list[int]) -> Asked:
    """Return the question which reading is meant."""
    claim, about = desk.table.claims[rows[0]], tuple(desk.table.ids[row] for row in rows)
    question = str(claim.question)
    asked = f"{claim.question.measure}{scope_text(claim.question)}" if claim.question else ""
    if whom is None:
        words = f"Nobody named can be asked what is meant on {asked}: {' or '.join(told)}"
        return Asked(None, question, words, (), about)
    replies = []
    for option, text in enumerate(told):
        lines = tuple(dict.fromkeys(_read(desk, row, option) for row in rows))
        read = tuple((claim_id, text) for claim_id in about)
        replies.append(Reply(text, read=read, lines=lines))
    words = f"Which do you mean on {asked}: {' or '.join(told)}?"
    return Asked(whom, question, words, tuple(replies), about)


def _read(desk: Desk, row: int, option: int) -> str:
    """Return a claim's line under one of its readings."""
    taken = desk.table.options[row][option]
    readings = (taken.reading,) if taken.reading else ()
    said = desk.table.claims[row]
    return str(said.model_copy(update={"question": taken.question, "readings": readings}))


def _withheld(desk: Desk, finding: Finding) -> Iterator[Asked]:
    """Yield the question whether it is so to who withholds a yes or no, or had no figure."""
    silent = [row for row in finding.rows if not desk.answers(row)]
    others = desk.contents(_answering(desk, finding, silent))
    contents = others or desk.contents(silent)
    contents = [content for content in contents if can_be_said(content)]
    names = dict.fromkeys(name for row in silent if (name := desk.name(row)))
    if not names:
        names = dict.fromkeys(desk.parties(silent[0]))
    for whom in names if contents else ():
        mine = [row for row in silent if desk.name(row) == whom]
        replies = yes_or_no(whom, contents, desk.ids(mine))
        yield _is_it_so(whom, contents, replies, finding)


def _answering(desk: Desk, finding: Finding, silent: list[int]) -> list[int]:
    """Return the claims that affirm what others withhold; else those that deny it."""
    asked = {desk.questions[row] for row in silent}
    rows = {row for row in desk.case.rows if desk.questions[row] in asked} | set(finding.rows)
    answers = [row for row in sorted(rows) if desk.answers(row)]
    return [row for row in answers if desk.table.claims[row].stance.affirms] or answers


def _silent(desk: Desk, finding: Finding) -> Iterator[Asked]:
    """Yield the question to a silent party whether the claim that most rests on is so."""
    whom = finding.detail.source
    if whom not in set(desk.parties(finding.rows[0])):
        return
    most = max(finding.rows, key=lambda row: (desk.weight(row), desk.question(row)))
    yield _so(desk, whom, [most], finding)


def _others(desk: Desk, finding: Finding) -> Iterator[Asked]:
    """Yield the question whether a single origin is right, to parties or other participants."""
    row = max(finding.rows, key=lambda row: (desk.date(row), row))
    sides = {desk.side(name) for each in finding.rows if (name := desk.name(each))}

    def foreign(names: Iterable[str]) -> list[str]:
        return sorted({name for name in names if desk.side(name) not in sides})

    for whom in foreign(desk.parties(row)) or foreign(desk.participants(row)):
        yield _so(desk, whom, [row], finding)


def _so(desk: Desk, whom: str, rows: list[int], finding: Finding) -> Asked:
    """Return the question whether what claims say (or deny) is so."""
    contents = desk.contents(rows)
    denied = not desk.table.claims[rows[0]].stance.affirms
    return _is_it_so(
        whom, contents, yes_or_no(whom, contents, denied=denied), finding, denied=denied
    )


def _is_it_so(
    whom: str,
    contents: list[Content],
    replies: tuple[Reply, ...],
    finding: Finding,
    *,
    denied: bool = False,
) -> Asked:
    """Return the question whether something is so."""
    told = " or ".join(map(str, contents))
    words = f"Is it right that this is not so: {told}?" if denied else f"Is it right: {told}?"
    return Asked(whom, str(contents[0].question), words, replies, (finding.id,))


def _nobody(finding: Finding) -> Asked:
    """Return that nobody can be asked about a finding."""
    who = listed(finding.origins)
    words = (
        f"Nobody else is named who would know about {finding.question}: it rests on {who}"
        if finding.basis is Basis.SINGLE_ORIGIN
        else f"Nobody named can be asked about {finding.question}"
    )
    return Asked(None, finding.question, words, (), (finding.id,))
