"""Paints the rows of the variables: a mark at what changed, and the spread of the numbers as small bars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from playground.widgets.colors import chart_colors
from playground.widgets.paint_guard import guarded_paint
from playground.widgets.variable_figures import BINS
from playground.widgets.variable_model import CHANGED, FIGURES, Column

if TYPE_CHECKING:
    from playground.widgets.colors import ChartColors
    from playground.widgets.variable_figures import Figures

_MARK = 3  # px, the width of the bar before a changed value
_MARGIN = 3  # px around the bars of the spread
_LEAST = 1.0  # px of a bar: a single number is seen, too


class VariableDelegate(QStyledItemDelegate):
    """Draws each cell in the colours of the palette."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Write changed names in bold, groups too, and what is not known yet quietly."""
        super().initStyleOption(option, index)
        is_group = not index.parent().isValid()
        if index.column() == Column.NAME:
            option.font.setBold(is_group or bool(index.data(CHANGED)))
        if not is_group and index.data(FIGURES) is None:
            muted = chart_colors(option.palette).muted
            option.palette.setColor(QPalette.ColorRole.Text, muted)

    @guarded_paint
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint a cell."""
        if index.column() == Column.SPREAD and index.parent().isValid():
            self._paint_spread(painter, option, index.data(FIGURES))
            return
        super().paint(painter, option, index)
        if index.column() == Column.NAME and index.data(CHANGED):
            area = QRect(option.rect.left() - _MARK - 2, option.rect.top() + 2, _MARK, option.rect.height() - 4)
            painter.fillRect(area, chart_colors(option.palette).accent)

    def _paint_spread(self, painter: QPainter, option: QStyleOptionViewItem, figures: Figures | None) -> None:
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_selected:
            painter.fillRect(option.rect, option.palette.color(QPalette.ColorRole.Highlight))
        if figures is None:
            return
        area = option.rect.adjusted(_MARGIN, 2, -_MARGIN, -2)
        colors = chart_colors(option.palette)
        text = option.palette.color(QPalette.ColorRole.HighlightedText)
        if figures.not_finite:
            painter.setPen(text if is_selected else colors.diverged)
            words = f"{figures.not_finite:,} NaN/Inf"
            painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
            return
        if figures.shape:
            _paint_bars(painter, area, figures, colors)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Give every row the same height, without asking for what stands in it."""
        return QSize(40, option.fontMetrics.height() + 7)


def _paint_bars(painter: QPainter, area: QRect, figures: Figures, colors: ChartColors) -> None:
    """Paint what is below 0 in the colour of negative numbers and what is above in that of positive ones."""
    tallest = float(figures.shares.max()) or 1.0
    width, bin_width = area.width() / BINS, (figures.high - figures.low) / BINS
    for number, share in enumerate(figures.shares.tolist()):
        if share:
            middle = figures.low + (number + 0.5) * bin_width
            height = max(share / tallest * area.height(), _LEAST)
            color = colors.positive if middle > 0 else colors.negative if middle < 0 else colors.muted
            left = area.left() + number * width
            painter.fillRect(QRectF(left, area.bottom() + 1 - height, max(width - 0.5, 1.0), height), color)
    painter.setPen(colors.grid)
    painter.drawLine(area.left(), area.bottom() + 1, area.right(), area.bottom() + 1)
