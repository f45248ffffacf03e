"""The table of a confusion matrix, its cells to be chosen with mouse and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from playground.panels.evaluation.table_model import ConfusionModel
from playground.widgets.look.fonts import smaller
from playground.widgets.look.live_look import LiveLook
from playground.widgets.text.tooltips import describe

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class ConfusionTable(LiveLook, QTableView):
    """Shows the counts; a cell that is clicked, or on which Enter is pressed, is chosen."""

    cell_chosen = Signal(int, int)
    """True and said class of a cell that somebody wants to look into."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="confusionTable")
        self.matrix = ConfusionModel(self.palette(), self)
        self.setModel(self.matrix)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setHighlightSections(False)
            header.setSectionsClickable(False)
            header.setMinimumSectionSize(22)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.clicked.connect(self._on_clicked)
        self.retranslate()
        self.restyle()

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        about = self.tr(
            "The confusion matrix: each row a true class, each column what the network said. What is right stands on "
            "the diagonal; a click on any other number shows those mistakes."
        )
        describe(self, self.tr("True classes against those that are said"), about)
        self.setToolTip("")  # its cells have their own
        self.setWhatsThis(about)

    def restyle(self) -> None:
        """Take the colours and the font of the moment."""
        small = smaller(self.font())
        self.matrix.restyle(self.palette(), small)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setFont(small)
        self.verticalHeader().setDefaultSectionSize(QFontMetrics(small).height() + 6)

    def minimumSizeHint(self) -> QSize:
        """Give the room of a few cells: the rest scrolls."""
        return QSize(160, 120)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the cell under the cursor with Enter or the space bar."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._on_clicked(self.currentIndex())
        else:
            super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        cell = self.matrix.cell(index)
        if cell is not None:
            self.cell_chosen.emit(*cell)
