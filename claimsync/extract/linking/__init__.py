"""Linking: drafts to claims, one code for one thing."""
