"""Scenario files: one journey each, read with line and column, checked, and made into values."""
