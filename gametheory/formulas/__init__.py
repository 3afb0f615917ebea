"""Quantifier-free formulas over the rationals, and deciding them."""
