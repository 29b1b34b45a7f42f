"""Figures: numbers with their qualifiers and units, and what only looks like one."""
