"""Irrational roots of polynomials, exact."""
