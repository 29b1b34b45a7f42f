"""What is no page, no drafts and no vocabulary is refused, with what to do instead."""

import pytest

import claimsync as cs
from claimsync.errors import InvalidClaimError


def test_a_path_is_no_page():
    with pytest.raises(InvalidClaimError, match=r"got the path 'pages/strike\.txt'; read it"):
        cs.extract("pages/strike.txt")
    assert cs.extract("The mayor opened strike.txt, and 12 people died.")


def test_the_drafts_of_two_pages_are_added():
    one, two = cs.extract("Twelve people died."), cs.extract("Nine people were arrested.")
    with pytest.raises(InvalidClaimError, match=r"expected a vocabulary.*a \+ b.*got tuple"):
        cs.link(one, two)
    assert len(cs.link(one + two)) == 2


def test_drafts_are_linked_before_they_are_reconciled():
    with pytest.raises(TypeError, match=r"cs\.link\(drafts\)"):
        cs.reconcile(cs.extract("Twelve people died."))
