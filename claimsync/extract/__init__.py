"""Text to claims: what a news page says, who says it, and where in the text it stands."""
