"""What was seen, without judging it: frozen values, standard library only."""
