"""What the rules say in French, one file an area."""

from collections.abc import Mapping

# Words and phrases that rules of several areas put into their sentences.
TERMS: Mapping[str, str] = {}
