"""The page as text: its structure, its words, and the rules as data."""
