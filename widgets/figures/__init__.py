"""Every number with the definition behind it."""

from widgets.figures.definition import show_metric
from widgets.figures.keynumber import KeyNumber

__all__ = ["KeyNumber", "show_metric"]
