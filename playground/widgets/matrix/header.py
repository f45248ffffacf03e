"""The names beside and above a matrix, painted as quickly as its cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLine, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from playground.safety.paint_guard import guarded_paint
from playground.widgets.look.colors import chart_colors

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARGIN = 4  # px


class MatrixHeader(QHeaderView):
    """A header that paints its sections itself: the style takes as long for them as all the numbers take.

    Sections that hold selected cells are bold and in the colour of what is selected.
    """

    def __init__(self, orientation: Qt.Orientation, parent: QWidget | None = None) -> None:
        super().__init__(orientation, parent, sectionsClickable=True, minimumSectionSize=1)
        self._is_across = orientation == Qt.Orientation.Horizontal
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(True)  # so that it is painted anew when the selection moves

    def sizeHint(self) -> QSize:
        """Give the size from the font alone: Qt's own asks for two hundred names whenever the table is laid out."""
        height = self.fontMetrics().height() + _MARGIN
        return QSize(0, height) if self._is_across else QSize(self.minimumWidth(), 0)

    @guarded_paint
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sections that can be seen."""
        with QPainter(self.viewport()) as painter:
            painter.fillRect(event.rect(), self.palette().window())
            chosen = self._chosen()
            sections = list(self._seen())
            marked = {section for section, _ in sections if any(section in each for each in chosen)}
            painter.setPen(self.palette().mid().color())
            painter.drawLines([side for _, area in sections for side in _edges(area)])
            plain, bold = self.font(), self.font()
            bold.setBold(True)
            accent, text = chart_colors(self.palette()).accent, self.palette().windowText().color()
            self._paint_names(painter, [each for each in sections if each[0] not in marked], plain, text)
            self._paint_names(painter, [each for each in sections if each[0] in marked], bold, accent)

    def _seen(self) -> Iterator[tuple[int, QRect]]:
        first, last = self.logicalIndexAt(0), self.logicalIndexAt(self._length() - 1)
        if first < 0:
            return
        for section in range(first, (self.count() - 1 if last < 0 else last) + 1):
            start, size = self.sectionViewportPosition(section), self.sectionSize(section)
            yield section, self._area(start, size)

    def _length(self) -> int:
        return self.viewport().width() if self._is_across else self.viewport().height()

    def _area(self, start: int, size: int) -> QRect:
        if self._is_across:
            return QRect(start, 0, size, self.viewport().height())
        below_gap = min(self.defaultSectionSize(), size)
        return QRect(0, start + size - below_gap, self.viewport().width(), below_gap)

    def _chosen(self) -> list[range]:
        chooser = self.selectionModel()
        if chooser is None:
            return []
        blocks = list(chooser.selection())
        if self._is_across:
            return [range(block.left(), block.right() + 1) for block in blocks]
        return [range(block.top(), block.bottom() + 1) for block in blocks]

    def _paint_names(self, painter: QPainter, sections: list[tuple[int, QRect]], font: QFont, color: QColor) -> None:
        painter.setFont(font)
        painter.setPen(color)
        metrics, model = QFontMetrics(font), self.model()
        for section, area in sections:
            name = str(model.headerData(section, self.orientation()))
            indent = (area.width() - metrics.horizontalAdvance(name)) // 2 if self._is_across else _MARGIN
            base = area.top() + (area.height() - metrics.height()) // 2 + metrics.ascent()
            painter.drawText(area.left() + indent, base, name)


def _edges(area: QRect) -> tuple[QLine, QLine]:
    """Give the lines below and to the right of a section."""
    return QLine(area.bottomLeft(), area.bottomRight()), QLine(area.topRight(), area.bottomRight())
