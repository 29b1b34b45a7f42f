"""The exact engine: variables, bounds, rows and opaque tags; no word of news.

Cells are variables, claims give them bounds, rows say ``whole = Σ parts`` or ``whole ≥ Σ parts``.
All numbers are integers (callers scale), so that no float ever decides.
"""
