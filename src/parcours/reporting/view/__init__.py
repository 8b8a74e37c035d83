"""All that a report may show, worked out before anything is drawn.

Every string in here went through `clean()`, every address through `href()`: a template can print
any of it. Building it reads no file and asks no clock.
"""

from parcours.reporting.view.building import build
from parcours.reporting.view.desk import ENGINES, MOST_STORIES
from parcours.reporting.view.model import Link, Outcome, Tile, View
from parcours.reporting.view.outcomes import outcome_of

__all__ = ["ENGINES", "MOST_STORIES", "Link", "Outcome", "Tile", "View", "build", "outcome_of"]
