"""Statements about regions, and the verdicts on them."""
