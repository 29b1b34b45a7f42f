"""Verdicts: how long somebody is sent to prison, and who that is.

*The court jailed Roe for 12 years*, *Roe was sentenced to 12 years* and *it gave Roe 12 years in
prison* tell of Roe; what somebody faces, or is asked for, is another question.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimsync.extract.figures.terms_served import GIVES
from claimsync.extract.text.closed_words import BE, is_adverb

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimsync.extract.text.tokens import Token

PRISON_TERM = "prison term"
_FACED, _ASKED = frozenset("face faces facing faced carry carries".split()), "asked for"
_ASKS = frozenset("sought seek seeks seeking demanded demand demands asked ask asks requested"
                  " requests".split())  # fmt: skip
_SENT = frozenset({"sent", "sends", "sending", "locked"})
_TO = frozenset("down for to up behind bars prison jail".split())
_LEADS = frozenset("at least most a an of not less more than around about nearly over".split())
_REACH = 10  # words between a verb and how long somebody gets


class Verdict(NamedTuple):
    """What a term of prison is of: its measure, the verb, and the words that name who gets it.

    Without such words it is who stands before the verb.
    """

    measure: str
    verb: int | None = None
    whose: tuple[int, int] | None = None


def verdict(words: Sequence[Token], low: Sequence[str], first: int) -> Verdict:
    """Return what a term of prison at word ``first`` is of.

    >>> from claimsync.extract.questions.sentences import cut
    >>> text = "The court jailed Ana Roe for 12 years."
    >>> words = cut(text, 0, len(text))
    >>> found = verdict(words, [word.low for word in words], 6)
    >>> found.measure, [words[at].text for at in range(*found.whose)]
    ('prison term', ['Ana', 'Roe'])
    """
    verb = first - 1
    while verb >= 0 and first - verb <= _REACH and low[verb] not in GIVES | _SENT:
        if words[verb].kind != "word":
            return Verdict(PRISON_TERM)
        verb -= 1
    if verb < 0 or low[verb] not in GIVES | _SENT:
        return Verdict(PRISON_TERM)
    if low[verb] in _FACED:
        return Verdict(f"{PRISON_TERM} faced", verb)
    if low[verb] in _ASKS:
        return Verdict(f"{PRISON_TERM} {_ASKED}")
    if _passive(low, verb):
        return Verdict(PRISON_TERM, verb)
    last = first
    while last > verb + 1 and low[last - 1] in _TO | _LEADS:
        last -= 1
    return Verdict(PRISON_TERM, verb, (verb + 1, last) if last > verb + 1 else None)


def _passive(low: Sequence[str], verb: int) -> bool:
    """Return whether a verb is in the passive: *was only sentenced*, *have been jailed*."""
    at = verb - 1
    while at > 0 and (is_adverb(low[at]) or low[at] in {"not", "also", "then", "later"}):
        at -= 1
    return at >= 0 and low[at] in BE
