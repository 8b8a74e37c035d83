"""The shop and the letter that parcours shows itself with."""
