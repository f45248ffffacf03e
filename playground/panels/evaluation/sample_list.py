"""The list of samples: looked through with mouse and keys, chosen for the whole window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from playground.panels.evaluation.sample_model import PICTURE_SIDE, SampleModel
from playground.safety.paint_guard import guarded_paint
from playground.widgets.actions import add_action
from playground.widgets.look.colors import chart_colors, is_dark
from playground.widgets.look.live_look import LiveLook
from playground.widgets.text.tooltips import describe

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from nn.datasets.base import Dataset
    from playground.panels.evaluation.listing import Listing


class SampleList(LiveLook, QListView):
    """Shows samples beside each other where they are pictures, below each other where they are numbers."""

    row_chosen = Signal(int)
    """Row of the data that a person wants to look at."""
    row_asked_about = Signal(int)
    """Row of the data of which a person wants to know who taught it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="evaluatedSamples")
        self.samples = SampleModel(self)
        self._nothing = ""
        self.setModel(self.samples)
        self.setUniformItemSizes(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setIconSize(QSize(PICTURE_SIDE, PICTURE_SIDE))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._who_taught = add_action(self, "whoTaughtSample", triggered=self._on_asked_about)
        self.clicked.connect(self._on_chosen)
        self.activated.connect(self._on_chosen)
        self.retranslate()
        self.restyle()

    def show_samples(self, listing: Listing | None, data: Dataset | None, part: str) -> None:
        """Show other samples of some data, in their order."""
        self._nothing = "" if listing is None or len(listing.rows) else listing.nothing
        self.samples.show_samples(listing, data, part)
        self.setAccessibleDescription(self._nothing)
        self.viewport().update()
        mode = QListView.ViewMode.IconMode if self.samples.has_pictures else QListView.ViewMode.ListMode
        if mode != self.viewMode():
            self.setViewMode(mode)
            self.setMovement(QListView.Movement.Static)  # which a change of the mode forgets
            self.restyle()

    def restyle(self) -> None:
        """Take the colours and the font of the moment."""
        self.samples.restyle(dark=is_dark(self.palette()))
        if self.viewMode() == QListView.ViewMode.IconMode:
            width = max(PICTURE_SIDE + 12, self.fontMetrics().horizontalAdvance("9 → 4  > 99.9%") + 10)
            self.samples.cell = QSize(width, PICTURE_SIDE + self.fontMetrics().height() + 12)
            self.setGridSize(self.samples.cell)
        else:
            self.setGridSize(QSize())

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        describe(self, self.tr("Samples"))
        self._who_taught.setText(self.tr("Who taught you that?"))
        self.setToolTip("")  # its entries have their own

    @guarded_paint
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the samples; where there are none, what that means."""
        super().paintEvent(event)
        if self._nothing:
            with QPainter(self.viewport()) as painter:
                painter.setPen(chart_colors(self.palette()).muted)
                how = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
                painter.drawText(self.viewport().rect().adjusted(8, 8, -8, -8), how, self._nothing)

    def minimumSizeHint(self) -> QSize:
        """Give the room of one picture."""
        return QSize(120, 110)

    @Slot()
    def _on_asked_about(self) -> None:
        row = self.samples.row_of(self.currentIndex())
        if row is not None:
            self.row_asked_about.emit(row)

    @Slot(QModelIndex)
    def _on_chosen(self, index: QModelIndex) -> None:
        row = self.samples.row_of(index)
        if row is not None:
            self.row_chosen.emit(row)
