"""One house's own check, verb, channel and report for parcours."""
