"""Strategies for every value of the model, for all tests to share."""

from __future__ import annotations

from hypothesis import strategies as st

from claimsync.model.base import canonical_name
from claimsync.model.claim import Claim, Link, Provenance, Reading
from claimsync.model.claimset import ClaimSet
from claimsync.model.codelist import (
    Assumption,
    Completeness,
    Partition,
    PathPartition,
    Sharing,
)
from claimsync.model.context import Context
from claimsync.model.figure import Figure, Qualifier, Spread
from claimsync.model.measure import Additivity, Measure, Party, Rate, Relation, Shift, Term
from claimsync.model.number import Number
from claimsync.model.period import Period
from claimsync.model.policy import DEFAULT
from claimsync.model.question import TAKEN, Question
from claimsync.model.source import Attribution, Source, Speaker
from claimsync.model.stance import LinkVerb, Phase, Stance

# Words that mean something somewhere in the notation: the names most likely to be misread.
PIECES = (
    "citing", "on behalf of", "as of", "on", "each", "total", "word", "unit", "updates",
    "denies", "confirms", "source", "measure", "partition", "relation", "assume", "party",
    "zone", "to", "and", "or more", "million", "billion", "dozens", "a dozen", "at least",
    "around", "between", "by path", "none", "no information", "unknown", "n/a",
    "(anonymous)", "(denies)", "anonymous", "closed", "speaks for", "part of",
    "complete as listed", "event", "when", "of", "give or take", "-", "−", "+", "*", "=",
    ">=", "~", "..", "8..12", "1.234", "12,34", "314", "2", "5e3", "%", "'", '"', '""', ":",
    "[", "]", "[unit=x]", "(", ")", "(0.8)", "|", "^", "^id", "@", "@ 2026", "#", "?", "!",
    ",", "/", "km", "people", "Ukraine", "Київ", "القاهرة", "თბილისი", "東京", "🕊", "é", "ﬁ",
    "\N{COMBINING ACUTE ACCENT}",
)  # fmt: skip


def _canonical(text: str) -> str | None:
    """Return the name that the model makes of ``text``, or None where it refuses it."""
    try:
        return canonical_name(text)
    except ValueError:
        return None


def names() -> st.SearchStrategy[str]:
    """Names of every kind: plain ones, and ones full of marks and words of the notation."""
    plain = st.sampled_from(("Kremlin", "Steve Witkoff", "killed", "prisoner", "Gaza City", "acre"))
    pieces = st.lists(st.sampled_from(PIECES), min_size=1, max_size=4)
    joined = st.builds(lambda parts, joint: joint.join(parts), pieces, st.sampled_from((" ", "")))
    printable = st.characters(exclude_categories=("C", "Z"))
    odd = st.text(printable, min_size=1, max_size=12)
    return st.one_of(plain, joined, odd).map(_canonical).filter(bool)


def numbers(*, digits: int = 10**12) -> st.SearchStrategy[Number]:
    """Numbers as written: with decimals, with zeros that were not written, negative."""
    exponents = st.one_of(
        st.just(0), st.sampled_from((-3, -2, -1, 3, 6, 9, 12)), st.integers(-20, 20)
    )
    return st.builds(
        Number, st.one_of(st.integers(-2000, 2000), st.integers(-digits, digits)), exponents
    )


def periods() -> st.SearchStrategy[Period]:
    """Periods: calendar units, unnamed parts, spans with open ends, instants, qualified dates."""
    dates = st.dates().map(str)
    plain = st.one_of(dates, dates.map(lambda d: d[:7]), dates.map(lambda d: d[:4]))
    spans = st.tuples(st.dates(), st.dates()).map(lambda d: f"{min(d)}/{max(d)}")
    texts = st.one_of(
        plain,
        spans,
        st.builds(str.__add__, plain, st.sampled_from("?~%")),
        plain.map(lambda d: f"{d}/.."),
        plain.map(lambda d: f"../{d}"),
        dates.map(lambda d: f"{d[:7]}-XX"),
        st.datetimes().map(
            lambda t: f"{t.replace(year=2000 + t.year % 50, day=min(t.day, 28)).isoformat()}+02:00"
        ),
    )
    return texts.map(Period.parse)


def figures() -> st.SearchStrategy[Figure]:
    """Figures with every qualifier, unit and spread."""
    return st.sampled_from(Qualifier).flatmap(_figures)


def _figures(qualifier: Qualifier) -> st.SearchStrategy[Figure]:
    """Figures with one qualifier."""
    slots = {"qualifier": st.just(qualifier), "unit": st.none() | names()}
    match qualifier:
        case Qualifier.RANGE:
            pair = st.tuples(numbers(), numbers()).map(
                lambda two: sorted(two, key=lambda n: n.value)
            )
            slots["number"], slots["to"] = pair.map(lambda p: p[0]), st.none()
            return st.builds(_ranged, pair, slots["unit"], _spreads())
        case Qualifier.MARGIN:
            slots["number"] = numbers()
            slots["margin"] = numbers().map(lambda n: Number(abs(n.digits), n.exponent))
        case Qualifier.WORD:
            slots["word"] = st.sampled_from(sorted(DEFAULT.words)) | names()
        case Qualifier.CATEGORY:
            slots["word"] = names()
        case Qualifier.NO_INFORMATION:
            pass
        case _:
            slots["number"] = numbers()
    return st.builds(lambda spread, **given: Figure(**given, **spread), _spreads(), **slots)


def _ranged(pair: list[Number], unit: str | None, spread: dict[str, object]) -> Figure:
    """Return a range between two sorted numbers."""
    return Figure(qualifier="range", number=pair[0], to=pair[1], unit=unit, **spread)


def _spreads() -> st.SearchStrategy[dict[str, object]]:
    """Nothing, or what ``each`` or ``total`` say."""
    return st.one_of(
        st.just({}),
        st.fixed_dictionaries({"spread": st.sampled_from(Spread), "over": names()}),
    )


def readings() -> st.SearchStrategy[tuple[Reading, ...]]:
    """Readings: none, one, or several different ones with or without priors."""
    priors = st.none() | st.integers(1, 100).map(lambda digits: Number(digits, -2))
    several = st.builds(Reading, figure=figures(), prior=priors)
    return st.lists(several, max_size=3, unique_by=lambda one: one.figure).map(tuple)


def dimensions() -> st.SearchStrategy[dict[str, list[str]]]:
    """Dimensions with one code or several."""
    keys = names().filter(lambda name: name not in TAKEN)
    return st.dictionaries(keys, st.lists(names(), min_size=1, max_size=3), max_size=3)


def questions() -> st.SearchStrategy[Question]:
    """Questions with any of their keys."""
    return st.builds(
        Question,
        measure=names(),
        event=st.none() | names(),
        phase=st.none() | st.sampled_from(Phase),
        dimensions=dimensions(),
        when=st.none() | periods(),
        unit=st.none() | names(),
    )


def attributions() -> st.SearchStrategy[Attribution]:
    """Attributions of one to three speakers."""
    speakers = st.builds(Speaker, name=names(), on_behalf_of=st.none() | names())
    chains = st.lists(speakers, min_size=1, max_size=3).map(tuple)
    return st.builds(Attribution, chain=chains, anonymous=st.booleans())


def links() -> st.SearchStrategy[Link]:
    """Links to any id."""
    return st.builds(Link, verb=st.sampled_from(LinkVerb), target=names())


def provenances() -> st.SearchStrategy[Provenance]:
    """What else is known of a claim: quotes of any text."""
    return st.builds(Provenance, quote=st.none() | st.text(max_size=20))


def claims(*, continuations: bool = True) -> st.SearchStrategy[Claim]:
    """Claims of every kind, continuations among them unless told otherwise."""
    slots = {
        "attribution": attributions(),
        "readings": readings(),
        "stance": st.sampled_from(Stance),
        "said_at": st.none() | periods(),
        "as_of": st.none() | periods(),
        "id": st.none() | names(),
        "provenance": provenances(),
    }
    some = st.lists(links(), max_size=2).map(tuple)
    whole = st.builds(Claim, question=questions(), links=some, **slots).filter(_deniable)
    if not continuations:
        return whole
    linked = st.lists(links(), min_size=1, max_size=2).map(tuple)
    continued = st.builds(Claim, question=st.none(), links=linked, **slots)
    return st.one_of(whole, whole, continued)


def _deniable(claim: Claim) -> bool:
    """Return whether the claim does not deny what gives no information."""
    empty = Qualifier.NO_INFORMATION
    return claim.stance is not Stance.DENIES or all(
        r.figure.qualifier is not empty for r in claim.readings
    )


def sources() -> st.SearchStrategy[Source]:
    """Declared sources."""
    return st.builds(
        Source,
        name=names(),
        speaks_for=st.none() | names(),
        part_of=st.none() | names(),
        anonymous=st.booleans(),
        members=st.none() | st.integers(1, 10**6),
        may_overlap=st.lists(names(), max_size=2).map(tuple),
    )


def measures() -> st.SearchStrategy[Measure]:
    """Declared measures."""
    return st.builds(
        Measure,
        name=names(),
        unit=st.none() | names(),
        integer=st.none() | st.booleans(),
        additivity=st.none() | st.sampled_from(Additivity),
        minimum=st.none() | numbers(),
        unbounded=st.booleans(),
        cumulative=st.booleans(),
        categories=st.booleans(),
        implies=st.none() | questions(),
    )


def partitions() -> st.SearchStrategy[Partition | PathPartition]:
    """Partitions by list and by path."""
    codes = st.lists(names(), min_size=2, max_size=4, unique=True)
    completeness = st.sampled_from(Completeness)
    listed = st.builds(
        lambda codes, **given: Partition(whole=codes[0], parts=tuple(codes[1:]), **given),
        codes,
        dimension=names(),
        completeness=completeness,
        sharing=st.sampled_from(Sharing),
        closed=st.booleans(),
    )
    return st.one_of(listed, st.builds(PathPartition, dimension=names(), completeness=completeness))


def relations() -> st.SearchStrategy[Relation]:
    """Relations: sums and products."""
    written = numbers().filter(lambda number: number.digits != 0)
    factors = st.sampled_from((Number(1), Number(-1), Number(-10, -1))) | written
    shifts = st.none() | st.sampled_from(Shift)
    terms = st.builds(Term, measure=names(), factor=factors, shift=shifts)

    def related(measure: str, *, product: bool) -> st.SearchStrategy[Relation]:
        """Return relations of one measure to others, or to earlier dates of itself."""
        others = terms.filter(lambda term: term.shift or term.measure != measure)
        return st.builds(
            Relation,
            measure=st.just(measure),
            terms=st.lists(others, min_size=1 + product, max_size=2 if product else 3).map(tuple),
            product=st.just(product),
            complete=st.booleans(),
        )

    return st.tuples(names(), st.booleans()).flatmap(
        lambda drawn: related(drawn[0], product=drawn[1])
    )


def rates() -> st.SearchStrategy[Rate]:
    """Declared rates."""
    return st.builds(
        Rate, unit=names(), number=numbers().filter(lambda n: n.digits > 0), other=names()
    )


def assumptions() -> st.SearchStrategy[Assumption]:
    """Assumptions."""
    keys = names().filter(lambda name: name not in {"measure", "when", "unit", "as of"})
    return st.builds(Assumption, key=keys, code=names(), means=names())


def parties() -> st.SearchStrategy[Party]:
    """Parties who would know."""
    return st.builds(Party, source=names(), question=questions())


def declarations() -> st.SearchStrategy[object]:
    """Any declaration."""
    return st.one_of(
        sources(), measures(), partitions(), relations(), rates(), assumptions(), parties()
    )


def contexts() -> st.SearchStrategy[Context]:
    """Contexts, whether or not their declarations go together."""
    zones = st.sampled_from(("", "Z", "+02:00", "-0330"))
    return st.builds(Context.of, st.lists(declarations(), max_size=5), zones)


def claimsets() -> st.SearchStrategy[ClaimSet]:
    """Claim sets that hold: without references that could fail, with a context that fits."""
    return st.lists(claims(continuations=False), max_size=4).map(_claimset)


def _claimset(listed: list[Claim]) -> ClaimSet:
    """Return those of the claims that hold together, without links to nowhere."""
    unlinked = [claim.model_copy(update={"links": ()}) for claim in listed]
    return ClaimSet.checked(unlinked, Context(), [])
