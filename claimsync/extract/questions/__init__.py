"""Questions: what a figure is a figure of, whose, where and when."""
