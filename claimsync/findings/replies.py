"""Possible answers of a source, as the claims that they would be."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from claimsync.findings.wording import figure_text, scope_text, spread_text
from claimsync.model.claim import Claim, Link, Reading
from claimsync.model.figure import Figure, Qualifier
from claimsync.model.number import Number
from claimsync.model.source import Attribution, Speaker
from claimsync.model.stance import LinkVerb, Stance

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimsync.model.interval import Exact, Interval
    from claimsync.model.period import Period
    from claimsync.model.question import Question

_PLACES = 12  # decimal places that are still written


@dataclass(frozen=True)
class Reply:
    """An answer in words, and the claims that it would be, or the readings (by id) it settles.

    ``lines`` are the claims so read, ``instead`` what a question may offer in place of one's word.
    """

    words: str
    claims: tuple[Claim, ...] = ()
    read: tuple[tuple[str, str], ...] = ()
    lines: tuple[str, ...] = ()
    instead: str = ""


@dataclass(frozen=True)
class Content:
    """What can be said yes or no to: a question with a figure, or an occurrence; for a date."""

    question: Question
    figure: Figure | None = None
    as_of: Period | None = None

    def __str__(self) -> str:
        """Return it in words."""
        asked = self.question
        if self.figure is None:
            return f"'{asked.measure}'{scope_text(asked)}"
        words, spread = figure_text(self.figure), spread_text(self.figure)
        if not self.figure.states_number:
            return f"{words} for {asked.measure}{scope_text(asked)}"
        return f"{words.removesuffix(spread)} {asked.measure}{spread}{scope_text(asked)}"

    def said(
        self, whom: str, stance: Stance, links: Iterable[str] = (), verb: LinkVerb | None = None
    ) -> Claim:
        """Return the claim with which a source says, or denies, this; ``links`` are claim ids."""
        return Claim(
            attribution=Attribution(chain=(Speaker(name=whom),)),
            question=self.question,
            readings=() if self.figure is None else (Reading(figure=self.figure),),
            stance=stance,
            as_of=self.as_of,
            links=tuple(Link(verb=verb, target=target) for target in links) if verb else (),
        )


def yes_or_no(
    whom: str, contents: Sequence[Content], links: Iterable[str] = (), *, denied: bool = False
) -> tuple[Reply, ...]:
    """Return the replies of a source that is asked whether something is so (or, ``denied``, not).

    ``links`` are the ids of what it said before and then moves on from.
    """
    moved = tuple(links)
    verb = LinkVerb.UPDATES if moved else None
    several = len(contents) > 1
    yes = [
        Reply(
            f"yes, {content}" if several else "yes",
            (content.said(whom, Stance.DENIES if denied else Stance.CONFIRMS, moved, verb),),
        )
        for content in contents
    ]
    turned = Stance.CONFIRMS if denied else Stance.DENIES
    no = tuple(content.said(whom, turned, moved, verb) for content in contents)
    return (*yes, Reply("no", no))


def stands_by(whom: str, content: Content, stance: Stance) -> Reply:
    """Return the reply of a source that says the same again."""
    said = Stance.CONFIRMS if stance.affirms else stance
    return Reply("yes, I stand by it", (content.said(whom, said),))


def corrected(whom: str, content: Content, stance: Stance, gone: Iterable[str]) -> Reply:
    """Return the reply of a source that corrects what it said (``gone``: ids)."""
    claim = content.said(whom, stance, gone, LinkVerb.CORRECTS)
    return Reply(f"no, {content}", (claim,), instead=str(content))


def turned(whom: str, content: Content, stance: Stance, gone: Iterable[str]) -> Reply:
    """Return the reply of a source that now denies what it said, or no longer does."""
    words = "no, it is so" if stance.affirms else "no, it is not so"
    return Reply(words, (content.said(whom, stance, gone, LinkVerb.CORRECTS),))


def taken_back(whom: str, gone: Iterable[str]) -> Reply:
    """Return the reply of a source that takes back what it said, and says nothing instead."""
    links = tuple(Link(verb=LinkVerb.RETRACTS, target=target) for target in gone)
    claims = tuple(
        Claim(attribution=Attribution(chain=(Speaker(name=whom),)), question=None, links=(link,))
        for link in links
    )
    return Reply("no, I take it back", claims)


def figure_of(interval: Interval, floor: Exact | None, unit: str | None) -> Figure | None:
    """Return the figure that allows an interval, ends as the notation has them, if any.

    An interval that begins at the measure's ``floor`` has no low end worth telling.
    """
    low = None if interval.low == floor and not interval.point else _number(interval.low)
    high = _number(interval.high)
    if interval.empty or (low is None and high is None):
        return None
    if low is None:
        qualifier = Qualifier.UNDER if interval.high_open else Qualifier.AT_MOST
        return Figure(qualifier=qualifier, number=high, unit=unit)
    if high is None:
        qualifier = Qualifier.MORE_THAN if interval.low_open else Qualifier.AT_LEAST
        return Figure(qualifier=qualifier, number=low, unit=unit)
    if interval.point:
        return Figure(qualifier=Qualifier.EXACTLY, number=low, unit=unit)
    return Figure(qualifier=Qualifier.RANGE, number=low, to=high, unit=unit)


def _number(end: Exact | None) -> Number | None:
    """Return an end as a number that can be written; None for none, or for thirds and the like."""
    for digits in range(_PLACES if end is not None else 0):
        shifted = Fraction(end or 0) * 10**digits
        if shifted.denominator == 1:
            return Number(int(shifted), -digits)
    return None
