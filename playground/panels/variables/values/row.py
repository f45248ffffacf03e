"""A row of the variables, painted: a mark at what changed, the figures, and the spread of the numbers as small bars.

A row is painted at once: a delegate would be asked for each cell, and would ask the model several times for each,
which took more time than everything else in a step of the debugger.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPalette

from nn.inspection.figures import BINS
from playground.panels.variables.values.model import Column
from playground.widgets.look.colors import chart_colors
from playground.widgets.look.fonts import bold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nn.inspection.figures import Figures
    from playground.widgets.look.colors import ChartColors

_MARK = 3  # px, the width of the bar before a changed value
_MARGIN = 4  # px beside what stands in a cell
_LEAST = 1.0  # px of a bar: a single number is seen, too
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight | Qt.TextFlag.TextSingleLine)


class VariableRow(NamedTuple):
    """What stands in a row.

    Attributes
    ----------
    texts
        Of each column.
    figures
        None while the value is not known.
    is_changed
        Whether the last move changed the value.
    is_selected
        Whether a person chose it.
    """

    texts: Sequence[str]
    figures: Figures | None
    is_changed: bool
    is_selected: bool


def paint_variable_row(painter: QPainter, cells: Sequence[QRect], row: VariableRow, palette: QPalette) -> None:
    """Paint a row into the places of its cells."""
    colors = chart_colors(palette)
    color = colors.muted if row.figures is None else colors.text
    if row.is_selected:
        painter.fillRect(cells[0].united(cells[-1]), palette.color(QPalette.ColorRole.Highlight))
        color = palette.color(QPalette.ColorRole.HighlightedText)
    if row.is_changed:
        left = cells[0].adjusted(-_MARK - 2, 2, 0, -2)
        painter.fillRect(
            QRect(left.left(), left.top(), _MARK, left.height()), color if row.is_selected else colors.accent
        )
    painter.setPen(color)
    _write_name(painter, cells[0], row)
    for column in (Column.SHAPE, Column.LOW, Column.MEAN, Column.HIGH):
        if row.texts[column]:
            alignment = _LEFT if column == Column.SHAPE else _RIGHT
            _write(painter, cells[column].adjusted(_MARGIN, 0, -_MARGIN, 0), alignment, row.texts[column])
    area = cells[Column.SPREAD].adjusted(_MARGIN, 2, -_MARGIN, -2)
    if row.texts[Column.SPREAD]:
        painter.setPen(color if row.is_selected else colors.diverged)
        painter.drawText(area, _LEFT, row.texts[Column.SPREAD])
    elif row.figures is not None and row.figures.shape:
        _paint_bars(painter, area, row.figures, colors)


def _write(painter: QPainter, cell: QRect, alignment: int, text: str) -> None:
    """Write a text, and say where it goes on: 1×1×28 is another shape than 1×1×28×28."""
    painter.drawText(cell, alignment, painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, cell.width()))


def _write_name(painter: QPainter, cell: QRect, row: VariableRow) -> None:
    if not row.is_changed:
        _write(painter, cell, _LEFT, row.texts[Column.NAME])
        return
    plain = painter.font()
    painter.setFont(bold(plain))
    _write(painter, cell, _LEFT, row.texts[Column.NAME])
    painter.setFont(plain)


def _paint_bars(painter: QPainter, area: QRect, figures: Figures, colors: ChartColors) -> None:
    """Paint what is below 0 in the colour of negative numbers and what is above in that of positive ones."""
    tallest = float(figures.shares.max()) or 1.0
    left, bottom, rise = area.left(), area.bottom() + 1, area.height() / tallest
    width, bin_width = area.width() / BINS, (figures.high - figures.low) / BINS
    below: list[QRectF] = []
    above: list[QRectF] = []
    for number, share in enumerate(figures.shares.tolist()):
        if share:
            height = max(share * rise, _LEAST)
            bar = QRectF(left + number * width, bottom - height, max(width - 0.5, 1.0), height)
            (above if figures.low + (number + 0.5) * bin_width >= 0 else below).append(bar)
    painter.setPen(Qt.PenStyle.NoPen)
    for bars, color in ((below, colors.negative), (above, colors.positive)):
        painter.setBrush(color)
        painter.drawRects(bars)
    painter.setPen(colors.grid)
    painter.drawLine(left, bottom, area.right(), bottom)
