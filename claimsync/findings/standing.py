"""Whether sources stand by what others contradict, and what it may be instead."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from claimsync.findings.kinds import Basis
from claimsync.findings.replies import (
    Content,
    Reply,
    corrected,
    figure_of,
    stands_by,
    taken_back,
    turned,
)
from claimsync.model.stance import Stance
from claimsync.model.unit import Kind as UnitKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimsync.findings.desk import Desk
    from claimsync.findings.kinds import Finding

_ALTERNATIVES = 5  # other positions that a source is asked about


@dataclass(frozen=True)
class Asked:
    """A question to a source (None: nobody can be asked), its possible answers, and what for.

    ``about`` are ids of open findings, and of claims whose reading is open; ``company`` is how many
    claims stand with the one asked about.
    """

    whom: str | None
    question: str
    words: str
    replies: tuple[Reply, ...]
    about: tuple[str, ...]
    company: int = 0


def which(desk: Desk, finding: Finding) -> Iterator[Asked]:
    """Yield the question which of its own words an origin stands by."""
    rows = desk.rows(finding)
    whom = desk.name(rows[0])
    if whom is None:
        return
    said: dict[tuple[Content, Stance], list[int]] = {}
    for row in rows:
        said.setdefault((desk.content(row), desk.polarity(row)), []).append(row)
    replies = [
        Reply(
            _told(content, stance),
            corrected(whom, content, stance, desk.ids(set(rows) - set(own))).claims,
        )
        for (content, stance), own in sorted(said.items(), key=_by_words)
    ]
    words = f"Which is your word: {' or '.join(reply.words for reply in replies)}?"
    yield Asked(whom, desk.question(rows[0]), words, tuple(replies), (finding.id,))


def _told(content: Content, stance: Stance) -> str:
    return str(content) if stance.affirms else f"not {content}"


def stand_by(desk: Desk, finding: Finding) -> Iterator[Asked]:
    """Yield the question to each origin of a divergence whether it stands by its claim."""
    rows = desk.rows(finding)
    groups: dict[tuple[str, str], list[int]] = {}
    for row in rows:
        name = desk.name(row)
        if name is not None:
            groups.setdefault((name, desk.question(row)), []).append(row)
    for (whom, _), mine in groups.items():
        others = [row for row in rows if row not in mine]
        yield _stands(desk, finding, whom, mine, others)


def _stands(desk: Desk, finding: Finding, whom: str, mine: list[int], others: list[int]) -> Asked:
    """Return the question whether a source stands by its claim, or what it is instead."""
    content, stance = desk.content(mine[0]), desk.table.claims[mine[0]].stance
    instead = list(_instead(desk, finding, whom, mine, others))
    given_up = instead or [taken_back(whom, desk.ids(mine))]
    told = [reply.instead for reply in instead if reply.instead]
    more = f", or is it {' or '.join(told)}" if told else ""
    verb = "your word" if stance.affirms else "your denial"
    words = f"Do you stand by {verb} of {content}{more}?"
    replies = (stands_by(whom, content, stance), *given_up)
    sides = [side for side in finding.positions if desk.table.ids[mine[0]] in side]
    company = min(map(len, sides), default=len(others) + len(mine))
    return Asked(whom, desk.question(mine[0]), words, replies, (finding.id,), company=company)


def _instead(
    desk: Desk, finding: Finding, whom: str, mine: list[int], others: list[int]
) -> Iterator[Reply]:
    """Yield what a source may say instead: another position, or what the others leave."""
    row, gone = mine[0], desk.ids(mine)
    content, stance = desk.content(row), desk.polarity(row)
    match finding.basis:
        case Basis.VALUE:
            for other in _positions(desk, finding, mine, others):
                yield corrected(whom, other, Stance.ASSERTS, gone)
        case Basis.POLARITY | Basis.DENIED_FIGURE | Basis.PRESUPPOSITION_DENIED:
            if stance is Stance.DENIES:
                yield turned(whom, content, Stance.ASSERTS, gone)
            elif finding.basis is not Basis.PRESUPPOSITION_DENIED:
                yield turned(whom, content, Stance.DENIES, gone)
        case _:
            left = _left(desk, row, mine)
            if left is not None:
                yield corrected(whom, left, Stance.ASSERTS, gone)


def _positions(
    desk: Desk, finding: Finding, mine: list[int], others: list[int]
) -> Iterator[Content]:
    """Yield the most exact figure of each position that a source does not hold, a few at most.

    It comes with the question that it answers, and with the date that the source was asked about.
    """
    asked, shown = desk.content(mine[0]), set[object]()
    for position in finding.positions:
        rows = [desk.row_of[each] for each in position if desk.row_of[each] in others]
        if not rows or set(mine) & {desk.row_of[each] for each in position}:
            continue
        other = desk.content(min(rows, key=partial(_vagueness, desk)))
        if other.figure not in shown and len(shown) < _ALTERNATIVES:
            shown.add(other.figure)
            yield Content(other.question, other.figure, asked.as_of)


def _vagueness(desk: Desk, row: int) -> tuple[bool, object, int]:
    """Return how wide the figure of a claim is."""
    logical = desk.telling.figure(row).logical
    if logical.low is None or logical.high is None:
        return True, 0, row
    return False, logical.high - logical.low, row


def _left(desk: Desk, row: int, mine: list[int]) -> Content | None:
    """Return what all claims but a source's own leave for its question."""
    option = desk.telling.option(row)
    dated = desk.content(row).as_of is not None and desk.table.measure(option.key).dated
    if option.over >= 0 or option.reading is None or dated:
        return None  # of parts and of series, `allowed` would tell of another question
    question = desk.table.question(int(desk.case.key[row]))
    without = desk.result.what_if(drop=desk.ids(mine))
    measure = desk.table.measure(option.key)
    counts = measure.kind is UnitKind.COUNT
    unit = None if counts else question.unit or measure.unit
    figure = figure_of(without.allowed(question), measure.floor, unit)
    return Content(option.question, figure, desk.content(row).as_of) if figure else None


def _by_words(pair: tuple[tuple[Content, Stance], list[int]]) -> tuple[str, str]:
    """Return what things said are sorted by: their words, then the stance."""
    content, stance = pair[0]
    return str(content), stance
