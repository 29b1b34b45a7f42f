"""The tail of a claim, in any order: when it was said, as of when, links, a quote, its id."""

from __future__ import annotations

from dataclasses import dataclass, field

from claimsync.model.claim import Link
from claimsync.model.period import Period
from claimsync.model.stance import LinkVerb
from claimsync.notation.marks import ID, TAIL
from claimsync.notation.tokens import Text


@dataclass(slots=True)
class Tail:
    """What a claim's tail says."""

    said_at: Period | None = None
    as_of: Period | None = None
    links: list[Link] = field(default_factory=list)
    quote: str | None = None
    id: str | None = None


def parse_link(text: str) -> tuple[Link, ...]:
    """Return the links that ``text`` writes.

    >>> [(link.verb.value, link.target) for link in parse_link("updates ^donetsk")]
    [('updates', 'donetsk')]

    Raises NotationError for anything else.
    """
    window = Text.of(text)
    tail = tail_of(window)
    if tail != Tail(links=tail.links) or (window and not tail.links):
        window.fail(f"expected links such as 'updates ^donetsk', got {window.shown}")
    return tuple(tail.links)


def tail_of(rest: Text, zone: str = "") -> Tail:
    """Return what the tail says.

    Raises NotationError for a piece that is none, and for one that comes twice.
    """
    tail = Tail()
    while rest:
        mark = rest.match(TAIL)
        if mark is None:
            rest.fail(
                f"expected '@ date', 'as of date', a link, a quote or ^id, got {rest.shown};"
                " write the figure after '=', and names with marks in quotes"
            )
        end = _piece(rest, rest.at(*mark.span()), mark[0], tail, zone)
        rest = Text(rest.raw, rest.bare, end, rest.end).at(end, rest.end)
    return tail


def _piece(rest: Text, mark: Text, opening: str, tail: Tail, zone: str) -> int:
    """Take one piece into ``tail`` and return where it ends."""
    if opening == '"':
        stretch = rest.stretch()
        _once(tail.quote, mark, "one quote")
        tail.quote = stretch.unquoted()
        return stretch.end
    if opening.endswith("^"):
        target, end = _id(rest, mark)
        if opening == "^":
            _once(tail.id, mark, "one ^id")
            tail.id = target
        else:
            tail.links.append(Link(verb=LinkVerb(opening[:-1].strip()), target=target))
        return end
    slot = "said_at" if opening == "@" else "as_of"
    _once(getattr(tail, slot), mark, "one '@ date'" if opening == "@" else "one 'as of date'")
    following = TAIL.search(rest.bare, mark.end, rest.end)
    value = rest.at(mark.end, following.start() if following else rest.end)
    if not value:
        mark.fail(f"expected a date after {str(mark)!r}, got nothing; write one such as 2026-02-04")
    with value.shifting():
        setattr(tail, slot, Period.parse(str(value), zone))
    return value.end


def _once(given: object, mark: Text, what: str) -> None:
    """Refuse a piece of the tail that was there before."""
    if given is not None:
        mark.fail(f"expected {what}, got another; keep one")


def _id(rest: Text, mark: Text) -> tuple[str, int]:
    """Return the id after ``^``, plain or quoted, and where it ends."""
    opening = Text(rest.raw, rest.bare, mark.end, rest.end)
    if opening.quoted:
        stretch = opening.stretch()
        return stretch.name("an id"), stretch.end
    match = opening.match(ID)
    if match is None:
        mark.fail("expected an id right after '^', got none; write one such as ^donetsk")
    end = match.end()
    if end < rest.end and not rest.bare[end].isspace():
        spot = Text(rest.raw, rest.bare, end, end + 1)
        spot.fail(
            f"expected an id of letters, digits and _ - . : /, got {str(spot)!r} in it;"
            ' put it in quotes: ^"…"'
        )
    return opening.at(*match.span()).name("an id"), end
