"""Stances: what a source does with what it speaks of."""
