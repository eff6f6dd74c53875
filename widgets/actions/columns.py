"""How the columns of actions are set up: the same window as for work orders, in other words."""

from __future__ import annotations

from widgets.actions.cards import column_title
from widgets.cardflow.columnsetup import ColumnSetup


class ActionColumns(ColumnSetup):
    """A limit holds back who begins; what was done or verified is never refused for want of room."""

    title_of = staticmethod(column_title)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        super().retranslate()
        self.setWindowTitle(self.tr("Columns of actions"))
        self.what.say(self.tr("Columns of actions"))
        self.about.say(
            self.tr(
                "The limit of what is being done keeps people from beginning too much: one more is begun only with a"
                " reason. In the other columns a limit only shows where work piles up. What is done is never refused."
            )
        )
        self.limit.name(self.tr("At most so many &actions"), self.tr("Empty: as many as there are."))
        self.per_lane.setText(self.tr("So many for &each owner"))
        self.per_lane.setAccessibleName(self.tr("So many for each owner"))
        self.policy.control.setPlaceholderText(self.tr("Owner and day are agreed"))
