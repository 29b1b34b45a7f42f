"""Speech: who says what, in every order of words."""
