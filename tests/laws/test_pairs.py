"""The pair table against the kernel: what two claims say, and what many say, is one law."""

import itertools

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from claimsync.findings.kinds import Basis, Kind
from claimsync.findings.pairs import weakest
from claimsync.findings.relate import relate
from claimsync.table.origins import origin_of
from tests.laws.worlds import SIDES, day, judged, parsed, texts

FIGURES = (
    "= 5", "= 6", "= 8", "~ 5", "~ 12", ">= 5", "> 5", "<= 5", "< 6", "= 4..8", "= 12 +- 2",
    "= dozens", "= a dozen", "= several", "= nearly 6", "= up to 12", "= tens",
)  # fmt: skip
WHO = (
    "Ada", "Ben", "Cy", "Dee", "Eve", "Fay", "Gus citing Ada", "Hal", "Ida", "Joe",
    "witness (anonymous)",
)  # fmt: skip
NEWS = {Kind.AGREEMENT, Kind.DIVERGENCE, Kind.TENSION}


@given(texts(most=2))
def test_relating_always_answers_and_is_symmetric(claims):
    claimset = parsed(day(claims))
    for a, b in itertools.product(claimset.claims, repeat=2):
        one, other = (relate(*pair, context=claimset.context) for pair in ((a, b), (b, a)))
        assert (one.kind, one.basis) == (other.kind, other.basis)
        assert set(one.modifiers) == set(other.modifiers)
        assert set(one.assumptions) == set(other.assumptions)
        assert one.why()


def claims_of(said):
    """Return (text, claims, origins) of figures on one question."""
    lines = (f"{who}: killed {figure}  ^c{at}" for at, (who, figure) in enumerate(said))
    text = "\n".join([*SIDES, "measure killed: unit person", *lines])
    claimset = parsed(text)
    return text, claimset, [origin_of(c.attribution, claimset.context) for c in claimset.claims]


def figures(**sizes):
    """Return figures by anyone on one question."""
    return st.lists(st.tuples(st.sampled_from(WHO), st.sampled_from(FIGURES)), **sizes)


@given(figures(min_size=2, max_size=5))
def test_a_question_diverges_exactly_if_two_of_its_claims_of_different_origins_do(said):
    text, claimset, origins = claims_of(said)
    pairs = [
        p for p in itertools.combinations(range(len(said)), 2) if origins[p[0]] != origins[p[1]]
    ]
    found = [
        relate(claimset.claims[i], claimset.claims[j], context=claimset.context) for i, j in pairs
    ]
    diverges = any(f.kind is Kind.DIVERGENCE for f in found)
    values = [f for f in judged(text).divergences if f.basis is Basis.VALUE]
    assert len(values) == diverges


@given(figures(min_size=2, max_size=5))
def test_without_divergence_a_question_is_the_fold_of_its_pairs(said):
    text, claimset, origins = claims_of(said)
    assume(len(set(origins)) == len(origins))
    result = judged(text)
    assume(not result.divergences)
    found = [
        relate(a, b, context=claimset.context)
        for a, b in itertools.combinations(claimset.claims, 2)
    ]
    if any(f.kind is Kind.TENSION for f in found):
        (tension,) = result.of_kind(Kind.TENSION)
        assert set(tension.claims) == set(claimset.ids)
        assert not result.agreements
        return
    assert not result.of_kind(Kind.TENSION)
    if result.agreements:
        (agreement,) = result.agreements
        assert set(agreement.claims) == set(claimset.ids)
        assert agreement.basis is weakest({f.basis for f in found})
        sides = {origin.side for origin in origins if not origin.anonymous}
        assert agreement.origins_at_least >= min(2, len(sides))
    else:
        named = {origin.side for origin in origins if not origin.anonymous}
        assert len(named) <= 1
        assert any(origin.anonymous for origin in origins)


@given(figures(min_size=1, max_size=7))
def test_positions_are_the_maximal_sets_of_claims_that_hold_together(said):
    text, claimset, _ = claims_of(said)
    result = judged(text)
    ends = {
        claim_id: result.positions("killed") and reading_of(claimset, at)
        for at, claim_id in enumerate(claimset.ids)
    }
    together = {
        frozenset(chosen)
        for size in range(1, len(said) + 1)
        for chosen in itertools.combinations(claimset.ids, size)
        if max(ends[c][0] for c in chosen) <= min(ends[c][1] for c in chosen)
    }
    maximal = {one for one in together if not any(one < other for other in together)}
    assert {frozenset(position.claims) for position in result.positions("killed")} == maximal


def reading_of(claimset, at):
    """Return the logical ends of one claim's figure."""
    from claimsync.model.meaning import meaning

    claim = claimset.claims[at]
    logical = meaning(claim.readings[0].figure, claimset.measures["killed"]).logical
    return logical.low or 0, float("inf") if logical.high is None else logical.high


@given(figures(min_size=2, max_size=2))
def test_two_figures_relate_as_the_kernel_says(said):
    text, claimset, origins = claims_of(said)
    related = relate(*claimset.claims, context=claimset.context)
    found = {
        (f.kind, f.basis) for f in judged(text).findings if len(f.claims) == 2 and f.kind in NEWS
    }
    hidden = sum(origin.anonymous for origin in origins) > 1
    if origins[0] != origins[1] and not hidden:
        assert found == {(related.kind, related.basis)}
    assert len(found) <= 1


def relates(*lines, context=""):
    """Return (kind, basis) of two claims."""
    claimset = parsed("\n".join((context, *lines)))
    found = relate(*claimset.claims, context=claimset.context)
    return str(found.kind), str(found.basis)


def test_a_bound_repeated_by_one_origin_is_an_echo():
    assert relates("Ada: killed >= 2  ^a", "Ada: killed >= 2  ^b") == ("echo", "repeated")


@pytest.mark.parametrize("figure", ["= 6", "= 12"])
def test_an_each_figure_is_not_the_figure_of_the_question_without_places(figure):
    found = relates(
        "Ada: killed = 6 each place",
        f"Ben: killed [event=raid] {figure}",
        context="partition place: all = n + s",
    )
    assert found[0] == "not comparable"


def test_an_each_figure_that_a_part_contradicts_is_a_divergence():
    found = relates(
        "Ada: killed = 6 each place",
        "Ben: killed [place=n] = 12",
        context="partition place: all = n + s",
    )
    assert found == ("divergence", "value")


@pytest.mark.parametrize("verb", ["updates", "corrects"])
@pytest.mark.parametrize(
    ("who", "found"),
    [
        ("AFP", ("divergence", "value")),
        ("Reuters", ("revision", "update")),
        ("Reuters citing mayor", ("revision", "update")),
    ],
    ids=["a foreign voice", "the same origin", "the same voice"],
)
def test_only_ones_own_word_is_unsaid_in_a_pair_as_in_a_set(verb, who, found):
    lines = ("Reuters: killed = 8  ^old", f"{who}: killed = 9  {verb} ^old")
    if verb == "corrects" and found[0] == "revision":
        found = ("revision", "correction")
    assert relates(*lines) == found
    told = {(str(f.kind), str(f.basis)) for f in judged("\n".join(lines)).findings}
    assert {pair for pair in told if pair[0] in {"divergence", "revision"}} == {found}


def test_a_foreign_retraction_unsays_nothing():
    lines = ("Reuters: killed = 8  ^old", "AFP: retracts ^old")
    assert relates(*lines) == ("not comparable", "no polarity")
    assert not judged("\n".join(lines)).revisions
