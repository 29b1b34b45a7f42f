"""What could be asked of whom about an open finding, and what they may answer."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from claimsync.findings.kinds import Basis, Kind
from claimsync.findings.nonconfirmation import covers
from claimsync.findings.replies import (
    Content,
    Reply,
    corrected,
    figure_of,
    stands_by,
    taken_back,
    turned,
    yes_or_no,
)
from claimsync.findings.telling import reading_text
from claimsync.findings.wording import listed, scope_text
from claimsync.model.figure import Qualifier
from claimsync.model.stance import Stance
from claimsync.model.unit import Kind as UnitKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimsync.findings.case import Case
    from claimsync.findings.kinds import Finding
    from claimsync.findings.result import Reconciliation
    from claimsync.findings.telling import Telling

_ALTERNATIVES = 5  # other positions that a source is asked about
_OWN = {Basis.RELAY_DIFFERS, Basis.SELF_CONTRADICTION}


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


class Desk:
    """The claims of a result as one who asks about them looks at them."""

    def __init__(self, result: Reconciliation, case: Case, telling: Telling) -> None:
        """Look at ``result``, which ``case`` and ``telling`` belong to."""
        self.result, self.case, self.telling = result, case, telling
        self.table = telling.table
        self.row_of = {claim_id: row for row, claim_id in enumerate(self.table.ids)}
        self.questions = dict(zip(self.case.rows, self._keys(), strict=True))

    def _keys(self) -> list[int]:
        """Return the key of the question of each current claim."""
        return [int(self.case.question[row]) for row in self.case.rows]

    def about(self, finding: Finding) -> list[Asked]:
        """Return what could be asked about an open finding."""
        found = list(self._asked(finding))
        return found or [self._nobody(finding)]

    def _asked(self, finding: Finding) -> Iterator[Asked]:
        """Yield what could be asked about an open finding, of named sources alone."""
        match finding.kind, finding.basis:
            case Kind.DIVERGENCE, basis if basis in _OWN:
                yield from self._which(finding)
            case Kind.DIVERGENCE, _:
                yield from self._stand_by(finding)
            case Kind.NON_CONFIRMATION, Basis.SILENT:
                yield from self._silent(finding)
            case Kind.NON_CONFIRMATION, Basis.SINGLE_ORIGIN:
                yield from self._others(finding)
            case Kind.NON_CONFIRMATION, _:
                yield from self._withheld(finding)
            case _:
                return

    def meant(self, rows: Sequence[int]) -> list[Asked]:
        """Return what could be asked of the origins of claims whose reading is open."""
        groups: dict[tuple[str | None, object, object], list[int]] = {}
        for row in rows:
            claim = self.table.claims[row]
            groups.setdefault((self.name(row), claim.question, claim.readings), []).append(row)
        return [self._meant(whom, same) for (whom, _, _), same in groups.items()]

    def _meant(self, whom: str | None, rows: list[int]) -> Asked:
        """Return the question which reading is meant."""
        claim, about = self.table.claims[rows[0]], tuple(self.table.ids[row] for row in rows)
        options = range(len(self.table.options[rows[0]]))
        told = [reading_text(self.table, rows[0], option) for option in options]
        question = str(claim.question)
        asked = f"{claim.question.measure}{scope_text(claim.question)}" if claim.question else ""
        if whom is None:
            words = f"Nobody named can be asked what is meant on {asked}: {' or '.join(told)}"
            return Asked(None, question, words, (), about)
        replies = []
        for option, text in zip(options, told, strict=True):
            taken = self.table.options[rows[0]][option]
            readings = (taken.reading,) if taken.reading else ()
            line = claim.model_copy(update={"question": taken.question, "readings": readings})
            read = tuple((claim_id, text) for claim_id in about)
            replies.append(Reply(text, read=read, lines=(str(line),)))
        words = f"Which do you mean on {asked}: {' or '.join(told)}?"
        return Asked(whom, question, words, tuple(replies), about)

    # ------------------------------------------------------------------ who can be asked

    def name(self, row: int) -> str | None:
        """Return the name of the origin of a claim, if it has one and can be asked."""
        origin = self.table.origins.origins[int(self.table.origins.origin_of_claim[row])]
        return None if origin.anonymous or origin.unknown else origin.name

    def _side(self, name: str) -> str:
        return self.table.claimset.context.side(name)

    def _parties(self, row: int) -> Iterator[str]:
        """Yield the declared parties that would know about the question of a claim."""
        asked = self.telling.option(row).question
        for party in sorted(self.table.claimset.context.parties, key=str):
            declared = self.table.claimset.context.source_by_name.get(party.source)
            if covers(party.question, asked) and not (declared and declared.anonymous):
                yield party.source

    def _participants(self, row: int) -> Iterator[str]:
        """Yield the named origins of other claims about the same named event."""
        event = self.telling.option(row).question.event
        for other in self.case.rows if event else ():
            if self.telling.option(other).question.event == event:
                name = self.name(other)
                if name:
                    yield name

    # -------------------------------------------------------------------- what is said

    def content(self, row: int) -> Content:
        """Return what a claim says yes or no to, as it is read."""
        option = self.telling.option(row)
        figure = option.reading.figure if option.reading else None
        return Content(option.question, figure, self.table.claims[row].as_of)

    def _contents(self, rows: Iterable[int]) -> list[Content]:
        """Return what claims say, each once, in the order of the words."""
        return sorted(set(map(self.content, rows)), key=str)

    def _rows(self, finding: Finding) -> list[int]:
        """Return the claims of a finding, with everyone who stands with either side."""
        ids = (*finding.claims, *chain.from_iterable(finding.positions))
        return sorted({self.row_of[claim_id] for claim_id in ids})

    def _ids(self, rows: Iterable[int]) -> list[str]:
        return [self.table.ids[row] for row in rows]

    # ---------------------------------------------------------------------- divergences

    def _which(self, finding: Finding) -> Iterator[Asked]:
        """Yield the question which of its own words an origin stands by."""
        rows = self._rows(finding)
        whom = self.name(rows[0])
        if whom is None:
            return
        said: dict[tuple[Content, Stance], list[int]] = {}
        for row in rows:
            said.setdefault((self.content(row), self._polarity(row)), []).append(row)
        replies = [
            Reply(
                self._told(content, stance),
                corrected(whom, content, stance, self._ids(set(rows) - set(own))).claims,
            )
            for (content, stance), own in sorted(said.items(), key=_by_words)
        ]
        words = f"Which is your word: {' or '.join(reply.words for reply in replies)}?"
        yield Asked(whom, self._question(rows[0]), words, tuple(replies), (finding.id,))

    def _polarity(self, row: int) -> Stance:
        """Return the stance of a claim, affirming ones being alike."""
        stance = self.table.claims[row].stance
        return Stance.ASSERTS if stance.affirms else stance

    def _told(self, content: Content, stance: Stance) -> str:
        return str(content) if stance.affirms else f"not {content}"

    def _question(self, row: int) -> str:
        return str(self.telling.option(row).question)

    def _stand_by(self, finding: Finding) -> Iterator[Asked]:
        """Yield the question to each origin of a divergence whether it stands by its claim."""
        rows = self._rows(finding)
        groups: dict[tuple[str, str], list[int]] = {}
        for row in rows:
            name = self.name(row)
            if name is not None:
                groups.setdefault((name, self._question(row)), []).append(row)
        for (whom, question), mine in groups.items():
            others = [row for row in rows if row not in mine]
            yield self._stands(finding, whom, question, mine, others)

    def _stands(
        self, finding: Finding, whom: str, question: str, mine: list[int], others: list[int]
    ) -> Asked:
        """Return the question whether a source stands by its claim, or what it is instead."""
        content, stance = self.content(mine[0]), self.table.claims[mine[0]].stance
        instead = list(self._instead(finding, whom, mine, others))
        given_up = instead or [taken_back(whom, self._ids(mine))]
        told = [reply.instead for reply in instead if reply.instead]
        more = f", or is it {' or '.join(told)}" if told else ""
        verb = "your word" if stance.affirms else "your denial"
        words = f"Do you stand by {verb} of {content}{more}?"
        replies = (stands_by(whom, content, stance), *given_up)
        sides = [side for side in finding.positions if self.table.ids[mine[0]] in side]
        company = min(map(len, sides), default=len(others) + len(mine))
        return Asked(whom, question, words, replies, (finding.id,), company)

    def _instead(
        self, finding: Finding, whom: str, mine: list[int], others: list[int]
    ) -> Iterator[Reply]:
        """Yield what a source may say instead: another position, or what the others leave."""
        row, gone = mine[0], self._ids(mine)
        content, stance = self.content(row), self._polarity(row)
        match finding.basis:
            case Basis.VALUE:
                for other in self._positions(finding, mine, others):
                    yield corrected(whom, other, Stance.ASSERTS, gone)
            case Basis.POLARITY | Basis.DENIED_FIGURE | Basis.PRESUPPOSITION_DENIED:
                if stance is Stance.DENIES:
                    yield turned(whom, content, Stance.ASSERTS, gone)
                elif finding.basis is not Basis.PRESUPPOSITION_DENIED:
                    yield turned(whom, content, Stance.DENIES, gone)
            case _:
                left = self._left(row, mine)
                if left is not None:
                    yield corrected(whom, left, Stance.ASSERTS, gone)

    def _positions(self, finding: Finding, mine: list[int], others: list[int]) -> Iterator[Content]:
        """Yield the most exact figure of each position that a source does not hold, a few at most.

        It is given with the question as the source was asked it.
        """
        asked, shown = self.content(mine[0]), set[object]()
        for position in finding.positions:
            rows = [self.row_of[each] for each in position if self.row_of[each] in others]
            if not rows or set(mine) & {self.row_of[each] for each in position}:
                continue
            other = self.content(min(rows, key=self._vagueness))
            if other.figure not in shown and len(shown) < _ALTERNATIVES:
                shown.add(other.figure)
                yield Content(other.question, other.figure, asked.as_of)

    def _vagueness(self, row: int) -> tuple[bool, object, int]:
        """Return how wide the figure of a claim is."""
        logical = self.telling.figure(row).logical
        if logical.low is None or logical.high is None:
            return True, 0, row
        return False, logical.high - logical.low, row

    def _left(self, row: int, mine: list[int]) -> Content | None:
        """Return what all claims but a source's own leave for its question."""
        option = self.telling.option(row)
        if option.over >= 0 or option.reading is None:
            return None
        question = self.table.question(int(self.case.key[row]))
        without = self.result.what_if(drop=self._ids(mine))
        measure = self.table.measure(option.key)
        counts = measure.kind is UnitKind.COUNT
        unit = None if counts else question.unit or measure.unit
        figure = figure_of(without.allowed(question), measure.floor, unit)
        return Content(option.question, figure, self.content(row).as_of) if figure else None

    # ----------------------------------------------------------------- non-confirmations

    def _withheld(self, finding: Finding) -> Iterator[Asked]:
        """Yield the question whether it is so to who withholds a yes or no, or had no figure."""
        silent = [row for row in finding.rows if not self._answers(row)]
        others = self._contents(self._answering(finding, silent))
        contents = others or self._contents(silent)
        contents = [content for content in contents if _can_be_said(content)]
        names = dict.fromkeys(name for row in silent if (name := self.name(row)))
        if not names:
            names = dict.fromkeys(self._parties(silent[0]))
        for whom in names if contents else ():
            mine = [row for row in silent if self.name(row) == whom]
            replies = yes_or_no(whom, contents, self._ids(mine))
            yield self._is_it_so(whom, contents, replies, finding)

    def _answering(self, finding: Finding, silent: list[int]) -> list[int]:
        """Return the claims that affirm what others withhold; else those that deny it."""
        asked = {self.questions[row] for row in silent}
        rows = {row for row in self.case.rows if self.questions[row] in asked} | set(finding.rows)
        answers = [row for row in sorted(rows) if self._answers(row)]
        return [row for row in answers if self.table.claims[row].stance.affirms] or answers

    def _answers(self, row: int) -> bool:
        """Return whether a claim says yes, no or how many."""
        return self.table.claims[row].stance.polar and _can_be_said(self.content(row))

    def _silent(self, finding: Finding) -> Iterator[Asked]:
        """Yield the question to a silent party whether the claim that most rests on is so."""
        whom = finding.detail.source
        if whom not in set(self._parties(finding.rows[0])):
            return
        most = max(finding.rows, key=lambda row: (self._weight(row), self._question(row)))
        yield self._so(whom, [most], finding)

    def _weight(self, row: int) -> tuple[int, int]:
        """Return how much rests on a claim: agreements and divergences, then other findings."""
        found = self.result.about(self.table.ids[row])
        news = sum(f.kind in {Kind.AGREEMENT, Kind.DIVERGENCE} for f in found)
        done = self.telling.option(row).question.phase
        return news, int(done is None or done.outcome)

    def _others(self, finding: Finding) -> Iterator[Asked]:
        """Yield the question whether a single origin is right, to parties or other participants."""
        row = max(finding.rows, key=lambda row: (self._date(row), row))
        sides = {self._side(name) for each in finding.rows if (name := self.name(each))}

        def foreign(names: Iterable[str]) -> list[str]:
            return sorted({name for name in names if self._side(name) not in sides})

        for whom in foreign(self._parties(row)) or foreign(self._participants(row)):
            yield self._so(whom, [row], finding)

    def _date(self, row: int) -> tuple[float, float]:
        """Return for which date, and when, a claim was made; the unknown first."""
        claim = self.table.claims[row]
        dates = (claim.as_of, claim.said_at)
        first, second = (date.span[0] if date else float("-inf") for date in dates)
        return first, second

    def _so(self, whom: str, rows: list[int], finding: Finding) -> Asked:
        """Return the question whether what claims say (or deny) is so."""
        contents = self._contents(rows)
        denied = not self.table.claims[rows[0]].stance.affirms
        return self._is_it_so(
            whom, contents, yes_or_no(whom, contents, denied=denied), finding, denied=denied
        )

    def _is_it_so(
        self,
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

    def _nobody(self, finding: Finding) -> Asked:
        """Return that nobody can be asked about a finding."""
        who = listed(finding.origins)
        words = (
            f"Nobody else is named who would know about {finding.question}: it rests on {who}"
            if finding.basis is Basis.SINGLE_ORIGIN
            else f"Nobody named can be asked about {finding.question}"
        )
        return Asked(None, finding.question, words, (), (finding.id,))


def _can_be_said(content: Content) -> bool:
    """Return whether something is said at all: no information is no answer."""
    return content.figure is None or content.figure.qualifier is not Qualifier.NO_INFORMATION


def _by_words(pair: tuple[tuple[Content, Stance], list[int]]) -> tuple[str, str]:
    """Return what things said are sorted by: their words, then the stance."""
    content, stance = pair[0]
    return str(content), stance
