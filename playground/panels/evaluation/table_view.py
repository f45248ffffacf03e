"""The table of a confusion matrix, its cells to be chosen with mouse and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLabel, QTableView, QWidget

from playground.panels.evaluation.table_model import ConfusionModel
from playground.widgets.look.fonts import smaller
from playground.widgets.look.live_look import LiveLook
from playground.widgets.text.tooltips import describe

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

_CORNER = "t \\ y"  # the book's names: they need no translation
_LEAST_WIDTH = 22  # px
_LARGEST = QSize(60, 40)  # px of a cell


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
            header.setMinimumSectionSize(_LEAST_WIDTH)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._corner = QLabel(_CORNER, self, alignment=Qt.AlignmentFlag.AlignCenter, objectName="confusionCorner")
        self.matrix.modelReset.connect(self._fit)
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
        corner = self.tr("Each row a true class t, each column what the network said, y.")
        describe(self._corner, self.tr("Rows: t, columns: y"), corner)

    def restyle(self) -> None:
        """Take the colours and the font of the moment."""
        small = smaller(self.font())
        self.matrix.restyle(self.palette(), small)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setFont(small)
        self._corner.setFont(small)
        self._fit()

    def updateGeometries(self) -> None:
        """Lay the caption of rows and columns into the corner."""
        super().updateGeometries()
        if hasattr(self, "_corner"):
            rows, columns = self.verticalHeader(), self.horizontalHeader()
            self._corner.setGeometry(rows.x(), columns.y(), rows.width(), columns.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make the cells as large as there is room."""
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        """Fill the room with cells that are neither too small to read nor so large that the eye has far to go."""
        count = max(self.matrix.rowCount(), 1)
        least = QFontMetrics(self.horizontalHeader().font()).height() + 6
        height = self.height() - self.horizontalHeader().height() - 2 * self.frameWidth()
        width = self.width() - self.verticalHeader().width() - 2 * self.frameWidth()
        if height < count * least:  # not all rows are in sight, and the bar that scrolls them takes its part
            width -= self.verticalScrollBar().sizeHint().width()
        across = self.horizontalHeader()
        wide = max(width - across.sectionSizeHint(count - 1), 0) // max(count - 1, 1)  # the margin has a longer name
        self.verticalHeader().setDefaultSectionSize(min(max(height // count, least), _LARGEST.height()))
        across.setMinimumSectionSize(min(max(wide, _LEAST_WIDTH), _LARGEST.width()))

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
