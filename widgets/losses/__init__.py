"""Where the shift's minutes went."""

from widgets.losses.dialog import LossesDialog
from widgets.losses.panel import LossesPanel

__all__ = ["LossesDialog", "LossesPanel"]
