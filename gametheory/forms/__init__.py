"""The forms a game takes: values that know their payoffs and the gap of every deviation, and find no equilibrium."""
