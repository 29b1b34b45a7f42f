"""What was said: frozen values that claims are made of."""
