"""Buttons of the Trends screen: views, comparisons, snapshots, export."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from widgets.cards import Button
from widgets.numbers import percent
from widgets.shell.memory import Memory
from widgets.trends.comparing import ComparePanel
from widgets.trends.differences import DifferencesCard
from widgets.trends.exporting import ExportPanel
from widgets.trends.legend import Legend
from widgets.trends.model import TrendModel
from widgets.trends.picture import pictured
from widgets.trends.remembered import kept_words, shown_again
from widgets.trends.snapshot import SnapshotPanel
from widgets.trends.views import ViewsPanel

LAST = "trends/last"
KEEP_MS = 800  # after the last change until what is seen is remembered


class TrendTools(QWidget):
    """In the header of the page. `legend` stands above the plots, `differences` under the pens."""

    def __init__(self, model: TrendModel, page: QWidget) -> None:
        super().__init__()
        self._model, self._page = model, page
        self.legend, self.differences = Legend(model), DifferencesCard(model)
        self._views: ViewsPanel | None = None
        self._compare: ComparePanel | None = None
        self._snapshot: SnapshotPanel | None = None
        self._export: ExportPanel | None = None
        self.views_button = Button("folder-open", self.open_views)
        self.compare_button = Button("layers", self.open_compare)
        self.snapshot_button = Button("camera", self.open_snapshot)
        self.export_button = Button("download", self.open_export)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for button in (self.views_button, self.compare_button, self.snapshot_button, self.export_button):
            row.addWidget(button)
        self._memory = Memory(model.console.data_folder)
        self._keeping = QTimer(self, singleShot=True, interval=KEEP_MS)
        self._keeping.timeout.connect(self._keep)
        self._beginning = QTimer(self, singleShot=True, interval=0)
        self._beginning.timeout.connect(self._begin)
        self._beginning.start()
        self.retranslate()

    # The panels, each made when it is first wanted

    @property
    def views(self) -> ViewsPanel:
        """Saved views."""
        if self._views is None:
            self._views = ViewsPanel(self._model, self)
        return self._views

    @property
    def comparing(self) -> ComparePanel:
        """What is laid over."""
        if self._compare is None:
            self._compare = ComparePanel(self._model, self)
        return self._compare

    @property
    def snapshot(self) -> SnapshotPanel:
        """A picture of what is seen, and where it goes."""
        if self._snapshot is None:
            self._snapshot = SnapshotPanel(self._model, lambda: pictured(self._model, self._page), self)
        return self._snapshot

    @property
    def exporting(self) -> ExportPanel:
        """A file of what is seen."""
        if self._export is None:
            self._export = ExportPanel(self._model, lambda: pictured(self._model, self._page), self)
            self._export.told.connect(self._say_export)
        return self._export

    def open_views(self) -> None:
        """The list of saved views."""
        self.views.begin()

    def open_compare(self) -> None:
        """What this stretch can be compared with."""
        self.comparing.begin()

    def open_snapshot(self) -> None:
        """Take a picture."""
        self.snapshot.begin()

    def open_export(self) -> None:
        """Choose what is written into a file."""
        self.exporting.begin()

    def beat(self, now: float) -> None:
        """Reckon the differences that are not true any more."""
        self.differences.beat(now)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.views_button.name(self.tr("Views…"), self.tr("Open a saved view, or save what is seen"))
        self.compare_button.name(self.tr("Overlay…"), self.tr("Compare what is seen with another time"))
        self.snapshot_button.name(
            self.tr("Snapshot…"), self.tr("A picture of the plots into a call, an action, a file")
        )
        self._say_export(None)
        for part in (self.legend, self.differences):
            part.retranslate()
        for panel in (self._views, self._compare, self._snapshot, self._export):
            if panel is not None:
                panel.retranslate()

    def _say_export(self, share: float | None) -> None:
        words = self.tr("Export…") if share is None else self.tr("Export {0}").format(percent(share, 0))
        self.export_button.name(words, self.tr("Write what is seen into a table or a picture"))

    # What was seen last

    def _begin(self) -> None:
        """Show what was seen last, unless something was opened meanwhile."""
        if not self._model.pens:
            shown_again(self._model, self._memory.text(LAST))
        for changed in (self._model.pens_changed, self._model.span_changed, self._model.compared_changed):
            changed.connect(self._keeping.start)

    def _keep(self) -> None:
        self._memory.keep(LAST, kept_words(self._model))
