"""claimsync: where sources agree, diverge, or do not confirm, with a proof for every finding."""
