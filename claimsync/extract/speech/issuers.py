"""Issuers: on a statement or a press release, what nobody else is said to say is its issuer's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claimsync.extract.drafts import Mention, Slot
from claimsync.extract.speech.mentions import BODIES, OFFICES
from claimsync.extract.text.rules import Rule
from claimsync.extract.text.stems import without_genitive
from claimsync.extract.text.structure import UNTOLD

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimsync.extract.drafts import ClaimDraft
    from claimsync.extract.text.structure import Block

ISSUED = "issued"
RULES = (
    Rule(
        ISSUED,
        (),
        "a page that calls itself a statement of somebody is told by them",
        "Statement by the Ministry of Health\n\nTwelve people have died.",
        "Statement by the Ministry of Health angers Kolm\n\nTwelve people have died.",
    ),
)
_FIRST_LINES, _LONGEST_LINE, _LONGEST_NAME = 5, 140, 9  # blocks, characters, words
_SORTS = "joint press media official public written news situation daily weekly quarterly annual"
_PLAIN = r"(?:statement|communiqu[eé]|bulletin|(?:press|media|news) release)\b"
_PAPER = (
    rf"(?:(?:{_SORTS.replace(' ', '|')}) )*+"
    rf"(?:{_PLAIN}|(?:release|announcement|declaration|response|reply|answer|report|update)\b)"
)
_BEFORE = re.compile(rf"{_PAPER}(?: issued)?+ (?:by|from|of) (?:the )?+", re.IGNORECASE)
_BEHIND = re.compile(
    rf"(?:['’]s?+)?+(?: ?[:|–—-])?+ (?:(?:{_SORTS.replace(' ', '|')}) )??{_PLAIN}", re.IGNORECASE
)
_ALONE = re.compile(rf"(?:for immediate release|{_PAPER})\W*+", re.IGNORECASE)
_PAPERS = frozenset(f"{_SORTS} statement communique communiqué bulletin release".split())
_WORD = re.compile(r"[^\s,:;|()–—]++")
_INNER = frozenset({"of", "for", "the", "and", "&", "in"})
_TOPICS = frozenset("on about regarding concerning following after over to in no no. dated".split())
_SEATS = BODIES | OFFICES | frozenset("guard brigade organisation ag inc ltd plc gmbh corp".split())


class Issuer(NamedTuple):
    """Who tells what stands behind the line that names him, unless somebody else is said to."""

    slot: Slot

    @property
    def name(self) -> str:
        """The name as it is written but for a line all in capitals."""
        words = self.slot.text.split()
        if not self.slot.text.isupper():
            return self.slot.text
        return " ".join(w.lower() if w.lower() in _INNER else w.capitalize() for w in words)

    def tells(self, draft: ClaimDraft) -> ClaimDraft:
        """Return a draft that nobody is said to say as the issuer's."""
        if draft.chain or draft.cue is not None or draft.anonymous:
            return draft
        chain, rules = (Mention(self.name, self.slot),), (*draft.rules, ISSUED)
        return draft.carried("chain", chain=chain, rules=rules)


def issuer(text: str, page: Sequence[Block]) -> Issuer | None:
    r"""Return who issued a page, if its first lines call it a statement of theirs.

    >>> from claimsync.extract.text.structure import blocks
    >>> page = "STATEMENT BY THE MINISTRY OF HEALTH\n\nTwelve people have died."
    >>> issuer(page, blocks(page)).name
    'Ministry of Health'
    """
    told = [block for block in page if block.kind not in UNTOLD][:_FIRST_LINES]
    lines = [(block.start, block.end) for block in told if block.end - block.start <= _LONGEST_LINE]
    for at, (start, end) in enumerate(lines):
        found = _named(text, start, end)
        if found is None and _ALONE.fullmatch(text, start, end):
            beside = (*lines[at + 1 : at + 2], *lines[max(at - 1, 0) : at])
            found = next((slot for line in beside if (slot := _seat(text, *line))), None)
        if found is not None:
            return Issuer(found)
    return None


def _named(text: str, start: int, end: int) -> Slot | None:
    """Return the name in *Statement by the Ministry of Health on …* or *Ministry: statement*."""
    if opening := _BEFORE.match(text, start, end):
        start, behind = opening.end(), (stop := _name_end(text, opening.end(), end))
    else:
        start += len("the ") * text[start:end].casefold().startswith("the ")
        stop = _name_end(text, start, end)
        sits = text[stop : stop + 1] == ":" or _sits(text[start:stop])  # no *drought bulletin*
        closing = _BEHIND.match(text, stop, end) if sits else None
        behind = closing.end() if closing else start
    return Slot.of(text, (start, stop)) if behind > start and _closes(text, behind, end) else None


def _seat(text: str, start: int, end: int) -> Slot | None:
    """Return a line that is no more than the name of an office: *Office of the Mayor of Tarnby*."""
    named = _name_end(text, start, end) == end and _sits(text[start:end])
    return Slot.of(text, (start, end)) if named else None


def _sits(name: str) -> bool:
    """Return whether a name is that of a body or an office."""
    return not _SEATS.isdisjoint(map(without_genitive, name.casefold().split()))


def _name_end(text: str, start: int, end: int) -> int:
    """Return where the name that begins at ``start`` ends, ``start`` where none does."""
    stop = last = start
    for at, word in enumerate(_WORD.finditer(text, start, end)):
        said, low = word.group(), word.group().casefold()
        apart = text[last : word.start()].strip() and text[last : word.start()] != " "
        if at == _LONGEST_NAME or apart or low in (_TOPICS if at else _INNER):
            break
        if low in _PAPERS or not (said[0].isupper() or low in _INNER):
            break
        last = word.end()
        if low not in _INNER:
            stop = word.start() + len(without_genitive(said))
    return stop


def _closes(text: str, stop: int, end: int) -> bool:
    """Return whether the line ends here, or goes on with what it is about or when it was."""
    rest = text[stop:end].lstrip()
    word = rest.split(maxsplit=1)[0].strip(",:;").casefold() if rest else ""
    return not rest or rest[0] in ",:|(–—-#№" or word[:1].isdecimal() or word in _TOPICS
