"""Every equilibrium of two-player games, by the corners of best-reply polytopes."""
