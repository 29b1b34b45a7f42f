"""Claims as columns: numpy codes with a row id back to the claim."""
