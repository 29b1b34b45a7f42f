"""Relations between measures in words: what fits or fails, and on which days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimsync.findings.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimsync.findings.case import Case
    from claimsync.model.period import Period
    from claimsync.table.equations import Entry, Equation


def unused_relations(case: Case) -> Iterator[str]:
    """Yield which declared relations joined no claims, and why."""
    used = {*case.cells.rows.name, *(link.equation.name for link in case.cells.links)}
    reasons = dict(case.frame.relations.refused)
    for relation in case.frame.table.claimset.context.relations:
        if str(relation) in reasons:
            yield f"'{relation}' was declared and not used: {reasons[str(relation)]}"
        elif str(relation) not in used:
            yield (
                f"'{relation}' was declared and joined nothing:"
                " no two of its measures are claimed for one question and date"
            )


def broken_text(case: Case, rows: Sequence[int], scope: str, gap: str) -> str:
    """Return that the relations of some rows fail: where, on which days, and by how much."""
    told = [
        f"{_whole(equation, scope)} {'is not' if equation.complete else 'is less than'}"
        f" {_sum(equation)}{days_text(case, mine)}"
        for equation, mine in _by_equation(case, rows)
    ]
    return f"{listed(told)}{f': off by {gap}' if gap else ''}"


def fitting_text(case: Case, rows: Sequence[int], scope: str) -> str:
    """Return that the relations of some rows hold, and on which days."""
    told = [
        f"{_whole(equation, scope)} {'is' if equation.complete else 'is at least'}"
        f" {_sum(equation)}{days_text(case, mine)}"
        for equation, mine in _by_equation(case, rows)
    ]
    return listed(told)


def joint_text(case: Case, rows: Sequence[int], scope: str) -> str:
    """Return which relations cannot hold together; rows beyond the sums are links."""
    shape, links = case.cells.rows, case.cells.links
    sums = [shape.name[row] for row in rows if row < len(shape) and shape.relation[row]]
    names = [*sums, *(links[row - len(shape)].equation.name for row in rows if row >= len(shape))]
    told = [name.removeprefix("relation ") for name in dict.fromkeys(names)]
    wholes = [
        int(shape.whole[row]) if row < len(shape) else links[row - len(shape)].whole for row in rows
    ]
    return f"{listed(told)} cannot hold{scope}{_span(case, wholes)}"


def days_text(case: Case, rows: Sequence[int]) -> str:
    """Return on which day, or from which to which, some rows join figures."""
    return _told([_day(case, row) for row in rows])


def _span(case: Case, cells: Sequence[int]) -> str:
    """Return on which day, or from which to which, figures on some cells are."""
    asked = [case.frame.table.question(case.cells.keys[cell]).when for cell in cells]
    return _told([case.about(cell) or when for cell, when in zip(cells, asked, strict=True)])


def _told(dates: Sequence[Period | None]) -> str:
    """Return a day, or the first and the last of several, as a sentence ends with it."""
    days = sorted({day for day in dates if day is not None}, key=lambda day: day.span)
    if not days:
        return ""
    first, last = days[0], days[-1]
    if first != last:
        return f", from {first} to {last}"
    return f" {'on' if first.grain == 'day' else 'in'} {first}"


def _day(case: Case, row: int) -> Period | None:
    """Return the latest date among the cells of a row: that of its unshifted terms."""
    shape, table = case.cells.rows, case.frame.table
    cells = [int(shape.whole[row]), *shape.parts(row).tolist()]
    dates = [case.about(cell) or table.question(case.cells.keys[cell]).when for cell in cells]
    return max((date for date in dates if date), key=lambda date: date.span, default=None)


def _by_equation(case: Case, rows: Sequence[int]) -> list[tuple[Equation, list[int]]]:
    """Return the equations that some rows are of, each with its rows."""
    names = case.cells.rows.name
    return [
        (equation, mine)
        for equation in case.frame.relations.equations
        if (mine := [row for row in rows if names[row] == equation.name])
    ]


def _whole(equation: Equation, scope: str) -> str:
    return f"{_term(equation.whole)}{scope}"


def _sum(equation: Equation) -> str:
    return " + ".join(map(_term, equation.parts))


def _term(entry: Entry) -> str:
    """Return a measure, and of which earlier date it is."""
    return f"{entry.measure} of the {entry.shift}" if entry.shift else entry.measure
