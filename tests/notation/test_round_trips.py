"""Whatever can be built can be written, and reads back as the same value."""

from hypothesis import given

from claimsync.model.claim import Claim
from claimsync.model.context import Context
from claimsync.model.question import Question
from claimsync.notation import (
    parse,
    parse_attribution,
    parse_claim,
    parse_declaration,
    parse_document,
    parse_figure,
    parse_link,
    parse_question,
    parse_stance,
    render,
)
from tests import strategies


@given(strategies.claims())
def test_every_claim_reads_back_as_itself(claim):
    assert parse_claim(str(claim)) == claim


@given(strategies.claims())
def test_writing_a_claim_is_canonical(claim):
    assert str(Claim.parse(str(claim))) == str(claim)


@given(strategies.questions())
def test_every_question_reads_back_as_itself(question):
    assert parse_question(str(question)) == question
    assert Question.parse(str(question)) == question


@given(strategies.attributions())
def test_every_attribution_reads_back_as_itself(attribution):
    assert parse_attribution(str(attribution)) == attribution


@given(strategies.figures())
def test_every_figure_reads_back_as_itself(figure):
    (reading,) = parse_figure(str(figure))
    assert reading.figure == figure
    (reading,) = parse_figure(str(figure), categories=True)
    assert reading.figure == figure


@given(strategies.declarations())
def test_every_declaration_reads_back_as_itself(declaration):
    assert parse_declaration(render(declaration)) == declaration


@given(strategies.links())
def test_every_link_reads_back_as_itself(link):
    assert parse_link(render(link)) == (link,)


@given(strategies.contexts())
def test_every_context_reads_back_as_itself(context):
    read = parse_document(str(context))
    assert read.context == context
    assert not read.claims


@given(strategies.claimsets())
def test_every_claim_set_reads_back_as_itself(claims):
    again = parse(str(claims))
    assert again == claims
    assert again.ids == claims.ids


def test_every_stance_reads_back_as_itself():
    from claimsync.model.stance import Stance

    for stance in Stance:
        assert parse_stance(render(stance)) is stance


def test_an_empty_context_is_written_as_nothing():
    assert str(Context()) == ""
