"""Which rules fire on a text, as its drafts name them."""

import claimsync as cs


def fired(text):
    """Return the ids of the rules behind the drafts of a text."""
    return {rule for draft in cs.extract(text) for rule in draft.rules}


def fires_on_its_example_alone(rule):
    """Check that a rule fires on its example and not on its counter-example."""
    assert rule.id in fired(rule.example)
    assert rule.id not in fired(rule.counter_example)
