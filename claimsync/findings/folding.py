"""Proofs through several sums as one phrase: each sum is told once, the next begins from it."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple

from claimsync.findings.asked import Asked
from claimsync.findings.wording import listed
from claimsync.model.interval import number_text
from claimsync.reason.check_rows import exact, transferred
from claimsync.reason.check_steps import ends_of
from claimsync.table.assumptions import specified

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

Step = dict[str, Any]
_SUM = "row transfers bound"


class Voice(NamedTuple):
    """Who makes a claim, and the figure told, in words."""

    who: str
    figure: str


def foldable(steps: Sequence[Step]) -> bool:
    """Return whether a proof is a clash through several plain sums, so that there is what to fold.

    One sum is told by its parts and its whole.
    """
    kinds = [step["step"] for step in steps]
    plain = set(kinds[:-1]) <= {"claim gives bound", "floor", "bounds meet", _SUM}
    rows = [step["row"] for step in steps if "row" in step]
    adding = not any("factors" in row or row.get("product") for row in rows)
    return plain and adding and kinds[-1] == "bounds clash" and len(rows) > 1


def folded(steps: Sequence[Step], voices: Mapping[str, Voice]) -> str:
    """Return how the sums of a clash build on each other, and what they clash with.

    ``voices`` tell of every claim.
    """
    return "; ".join(_Fold(steps, voices).clauses())


class _Fold:
    """The steps of one clash, turned so that parts are added up, and short names of questions."""

    def __init__(self, steps: Sequence[Step], voices: Mapping[str, Voice]) -> None:
        self.steps, self.voices = list(steps[:-1]), voices
        self.names = _short_names(steps)
        self.low, self.high = self._turned(steps[-1]["low"], steps[-1]["high"])

    def _turned(self, low: int, high: int) -> tuple[int, int]:
        """Return the two steps that clash once nothing is taken off a whole on the way to them.

        Where parts are at least so much, and at most the whole less the others, all parts together
        are at least so much, and at most the whole: the same gap, told without subtracting.
        """
        while True:
            if not _adds_up(self.steps[high]):
                low, high = self._added(high, low)
            elif not _adds_up(self.steps[low]):
                high, low = self._added(low, high)
            else:
                return low, high

    def _added(self, taken: int, other: int) -> tuple[int, int]:
        """Return ``other`` and what step ``taken`` takes off a whole, added up, and that whole."""
        row, whole = self.steps[taken]["row"], _whole(self.steps[taken])
        (top,) = [n for n in self.steps[taken]["from"] if self.steps[n]["question"] == whole]
        parts = [other, *(n for n in self.steps[taken]["from"] if n != top)]
        known = {self.steps[n]["question"]: ends_of(self.steps[n]) for n in parts}
        ends = zip(("low", "high"), transferred(row, whole, known), strict=True)
        told: Step = {"step": _SUM, "row": row, "from": parts, "question": whole}
        for name, end in ends:
            if end is not None and name in self.steps[other]:
                told |= {name: end[0], f"{name}_open": end[1] != 0}
        self.steps.append(told)
        return len(self.steps) - 1, top

    def clauses(self) -> Iterator[str]:
        """Yield a clause a sum, then who says what does not fit them."""
        sums = list(dict.fromkeys([*self._sums(self.low), *self._sums(self.high)]))
        sides = {self.low, self.high}
        before = None
        for at, number in enumerate(sums):
            after = sums[at + 1] if at + 1 < len(sums) else None
            flows = self._flows(number, after)
            last = number in sides and len(sides & set(sums)) == 1
            if before is None or self._more(number, before) or not (flows or last):
                yield self._clause(number, before, named=not (flows or last))
            before = number if flows else None
        for number in (self.low, self.high):
            step = self.steps[number]
            if step["step"] == "claim gives bound":
                voice = self.voices[step["claim"]]
                yield f"{voice.who}{',' if ', citing ' in voice.who else ''} says {voice.figure}"
            elif step["step"] == "floor":
                yield f"{self.names[step['question']]} is {_bound(step)}"

    def _sums(self, number: int) -> Iterator[int]:
        """Yield the sums that a step rests on, then itself if it is one."""
        step = self.steps[number]
        if step["step"] == _SUM:
            for used in step["from"]:
                yield from self._sums(used)
            yield number

    def _flows(self, number: int, after: int | None) -> bool:
        """Return whether the next sum begins from this one, and from no other one."""
        if after is None or not (_adds_up(self.steps[number]) and _adds_up(self.steps[after])):
            return False
        used = self.steps[after]["from"]
        return [n for n in used if self.steps[n]["step"] == _SUM] == [number]

    def _more(self, number: int, before: int) -> bool:
        """Return whether a sum adds anything to the one told before it."""
        used = [self.steps[n] for n in self.steps[number]["from"] if n != before]
        return not all(map(_nothing, used))

    def _clause(self, number: int, before: int | None, *, named: bool) -> str:
        """Return one sum in words, beginning from the one told ``before`` if there is such."""
        step = self.steps[number]
        used = [self.steps[n] for n in step["from"] if n != before]
        rest = [u for u in used if u["question"] != _whole(step) and not _nothing(u)]
        told, bound, name = map(self._figure, rest), _bound(step), self.names[step["question"]]
        if not _adds_up(step):
            (top,) = [u for u in used if u["question"] == _whole(step)]
            less = f", less {listed(list(told))}," if rest else ""
            return f"{self._figure(top)}{less} leaves {bound} for {name}"
        result = f"{bound} in {name}" if named else bound
        if before is not None:
            return f"with {listed(list(told))} to {result}" if rest else f"hence {result}"
        if len(rest) < 2:  # noqa: PLR2004 - one part alone adds up to nothing
            return f"{listed(list(told))} makes {result}"
        return f"{listed([self.names[u['question']] for u in rest])} add up to {result}"

    def _figure(self, step: Step) -> str:
        """Return what a step gives a question: the words of the claim, or the bound of a sum."""
        claimed = step["step"] == "claim gives bound"
        said = self.voices[step["claim"]].figure if claimed else _bound(step)
        return f"{said} in {self.names[step['question']]}"


def _whole(step: Step) -> str:
    whole: str = step["row"]["whole"]
    return whole


def _adds_up(step: Step) -> bool:
    """Return whether a step takes nothing off a whole."""
    return bool(step["step"] != _SUM or _whole(step) == step["question"])


def _nothing(step: Step) -> bool:
    """Return whether a step adds nothing: a floor of 0."""
    return bool(step["step"] == "floor" and step["low"] == 0)


def _bound(step: Step) -> str:
    """Return the end that a step gives, in words."""
    if step.get("low") is not None:
        return f"{'more than' if step.get('low_open') else 'at least'} {_number(step['low'])}"
    return f"{'under' if step.get('high_open') else 'at most'} {_number(step['high'])}"


def _number(told: Any) -> str:
    return number_text(told if isinstance(told, Fraction) else exact(told))


def _short_names(steps: Iterable[Step]) -> dict[str, str]:
    """Return the questions of a proof by what sets them apart from each other."""
    asked: dict[str, dict[str, object]] = {}
    for step in steps:
        for label in (step.get("question"), *_cells(step)):
            if label is not None and label not in asked:
                question, date = Asked.parse(label)
                asked[label] = {**dict(specified(question)), "as of": date}
    keys = dict.fromkeys(key for parts in asked.values() for key in parts)
    apart = [key for key in keys if len({parts.get(key) for parts in asked.values()}) > 1]
    return {
        label: " ".join(str(parts[key]) for key in apart if parts.get(key)) or str(parts["measure"])
        for label, parts in asked.items()
    }


def _cells(step: Step) -> list[str]:
    """Return the questions of the row of a step."""
    return [step["row"]["whole"], *step["row"]["parts"]] if "row" in step else []
