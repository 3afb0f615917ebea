"""Values rather than regions: what a game at a point has."""
