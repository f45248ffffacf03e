"""The samples that excite a filter most, each with the place framed that does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from nn.notation import number
from playground.widgets.look.colors import chart_colors, is_dark
from playground.widgets.look.live_look import LiveLook
from playground.widgets.picture.sample_picture import sample_image
from playground.widgets.text.tooltips import describe, wrapped

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from nn.inspection.convolution.exciting import Find
    from playground.session.looking.filter_search import Wish

_SIDE, _ROOM = 56, 64  # px that a picture is about as large as, and at the most
_NOWHERE = QModelIndex()

Place = QModelIndex | QPersistentModelIndex


class FindModel(QAbstractListModel):
    """The finds of a search, the most exciting first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wish: Wish | None = None
        self._finds: tuple[Find, ...] = ()
        self._pictures: dict[Find, QPixmap] = {}
        self._palette = QPalette()

    def show_finds(self, wish: Wish | None, finds: tuple[Find, ...]) -> None:
        """Show what was found of what was asked."""
        if wish is not self._wish:
            self._pictures = {}
        if wish is not self._wish or finds != self._finds:
            self.beginResetModel()
            self._wish, self._finds = wish, finds
            self.endResetModel()

    def restyle(self, palette: QPalette) -> None:
        """Draw the pictures in other colours."""
        self._palette, self._pictures = palette, {}
        if self._finds:
            self.dataChanged.emit(self.index(0), self.index(len(self._finds) - 1))

    def find_at(self, index: Place) -> Find | None:
        """Return the find of an entry."""
        return self._finds[index.row()] if index.isValid() and index.row() < len(self._finds) else None

    def rowCount(self, parent: Place = _NOWHERE) -> int:
        """Give how many finds there are."""
        return 0 if parent.isValid() else len(self._finds)

    def columnCount(self, parent: Place = _NOWHERE) -> int:
        """Give the one column of a list."""
        return 0 if parent.isValid() else 1

    def data(self, index: Place, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give the picture of a find with its place, or what the filter puts out there."""
        find = self.find_at(index)
        if find is None or self._wish is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return number(find.value, 3).text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._about(find)
        if role == Qt.ItemDataRole.ToolTipRole:
            click = self.tr("A click makes it the sample that the whole window looks at.")
            return wrapped(f"{self._about(find)} {click}")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignHCenter)
        return self._picture(find) if role == Qt.ItemDataRole.DecorationRole else None

    def _about(self, find: Find) -> str:
        text = self.tr(
            "Test sample {sample}: the filter puts out {value} at row {row}, column {column}; the pixels it was made "
            "of are framed."
        )
        row, column = find.place
        return text.format(sample=find.row, value=number(find.value, 8).text, row=row, column=column)

    def _picture(self, find: Find) -> QPixmap:
        if find not in self._pictures and self._wish is not None:
            self._pictures[find] = _painted(self._wish, find, self._palette)
        return self._pictures[find]


def _painted(wish: Wish, find: Find, palette: QPalette) -> QPixmap:
    _, high, wide = shape = wish.spec.input_shape
    values = np.asarray(wish.data.x_test[find.row], np.float64).reshape(shape) * wish.data.scale
    image = sample_image(values, dark=is_dark(palette))
    scale = max(round(_SIDE / max(high, wide)), 1)
    pixmap = QPixmap.fromImage(image.scaled(wide * scale, high * scale))
    top, left, tall, broad = find.field
    with QPainter(pixmap) as painter:
        for colour, width in ((palette.color(QPalette.ColorRole.Base), 4), (chart_colors(palette).accent, 2)):
            painter.setPen(
                QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap, Qt.PenJoinStyle.MiterJoin)
            )
            painter.drawRect(left * scale + 1, top * scale + 1, broad * scale - 2, tall * scale - 2)
    return pixmap


class FindList(LiveLook, QListView):
    """Shows the finds beside each other; a click or Enter chooses one."""

    chosen = Signal(int)
    """Row of the test data."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="filterFinds")
        self.finds = FindModel(self)
        self.setModel(self.finds)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setWrapping(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.finds.modelReset.connect(self._fit_height)
        self.clicked.connect(self._on_chosen)
        self.activated.connect(self._on_chosen)
        self.restyle()
        self.retranslate()

    @Slot(QModelIndex)
    def _on_chosen(self, index: QModelIndex) -> None:
        find = self.finds.find_at(index)
        if find is not None:
            self.chosen.emit(find.row)

    def restyle(self) -> None:
        """Take the colours and the font of the moment."""
        self.finds.restyle(self.palette())
        self.setIconSize(QSize(_ROOM, _ROOM))
        self.setGridSize(QSize(_ROOM + 4, _ROOM + self.fontMetrics().height() + 8))
        self._fit_height()

    @Slot()
    def _fit_height(self) -> None:
        """Be as high as one row, and the bar that scrolls it where there is no room for all."""
        grid = self.gridSize()
        needs_bar = self.finds.rowCount() * grid.width() > self.width() - 4
        self.setFixedHeight(grid.height() + 4 + (self.horizontalScrollBar().sizeHint().height() if needs_bar else 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep one row in sight."""
        super().resizeEvent(event)
        self._fit_height()

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        describe(self, self.tr("What excites the filter most"))
        self.setToolTip("")  # its entries have their own
