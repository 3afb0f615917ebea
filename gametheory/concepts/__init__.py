"""Solution concepts: each is a function from a game and an outcome to a Region."""
