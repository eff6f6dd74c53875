"""What people read for a loss, its kind and the big loss it belongs to."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from console.domain.losses import BigLoss, Loss
from console.domain.stations import LossKind, NoData
from widgets.plain import plain
from widgets.words import loss_word, no_data_word

ROLE = {  # colour of a bar; losses are grey-blue, only what nobody has explained asks for attention
    LossKind.NO_DATA: "no_data",
    LossKind.CHANGEOVER: "changeover",
}


def loss_title(loss: Loss) -> str:
    """The machine's own reason, else the kind of loss."""
    if loss.named:
        return plain(loss.reason)
    if loss.kind is LossKind.NO_DATA and loss.reason in set(NoData):
        return f"{loss_word(loss.kind)} · {no_data_word(NoData(loss.reason))}"
    return loss_word(loss.kind)


def kind_title(kind: LossKind) -> str:
    """The kind of a loss, whether or not it has a reason."""
    return QCoreApplication.translate("losses", "Stop") if kind is LossKind.STOP else loss_word(kind)


def big_title(big: BigLoss | None) -> str:
    """One of the six big losses; where nobody knows what was lost it is none of them."""
    translate = QCoreApplication.translate
    match big:
        case BigLoss.BREAKDOWN:
            return translate("losses", "Breakdowns")
        case BigLoss.SETUP:
            return translate("losses", "Set-up and adjustment")
        case BigLoss.IDLING:
            return translate("losses", "Idling and minor stops")
        case BigLoss.SPEED:
            return translate("losses", "Reduced speed")
        case BigLoss.DEFECTS:
            return translate("losses", "Defects and start-up")
        case None:
            return translate("losses", "None of the six: not known")
