"""Every equilibrium of games with any number of players, support by support."""
