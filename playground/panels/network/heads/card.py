"""The look of a column's head: a card with a title and the shapes of its numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontInfo, QFontMetrics, QPainter, QPalette, QPen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QRect

ROOM_FOR_ALL = 84  # px of a card that can spare some for the sign that there is a menu
_ARROW = 10  # px for this sign
_ROUND = 4  # px
_LINE = 1.23  # times the size of its letters: lower than Qt's, whose fonts leave room for every script
_CURVE = (1.25, 0.69)  # lines: width and height of an activation's curve
_AND = " + "
_LEAST_LETTERS = 4  # of a name that was cut: fewer tell nothing


@dataclass(frozen=True)
class HeadContent:
    """What a head shows.

    Attributes
    ----------
    title
        Names of the layers of this column, ``"Affine1 + Relu1"``: the first stands above, the others in their own line.
    shapes
        What goes in and out, ``"(784,) → (100,)"``.
    shape
        What comes out alone, where there is no room for both.
    tooltip
        All of it in words.
    units
        How many neurons, None where nobody can choose.
    why_not_more, why_not_fewer
        Why there cannot be another number of them; empty where there can.
    are_filters
        Whether the neurons of a filter count as one.
    is_movable
        Whether it can be dragged to another place.
    curve
        Points of its activation's curve, from 0 to 1 to the right and upwards; empty without an activation.
    """

    title: str
    shapes: str
    shape: str
    tooltip: str
    units: int | None = None
    why_not_more: str = ""
    why_not_fewer: str = ""
    are_filters: bool = False
    is_movable: bool = False
    curve: tuple[tuple[float, float], ...] = ()

    @property
    def first(self) -> str:
        """The name of the first layer."""
        return self.title.partition(_AND)[0]

    @property
    def others(self) -> str:
        """The names of the layers behind the first."""
        return self.title.partition(_AND)[2]


def line_of(font: QFont) -> int:
    """Return the height of a line of a head's text, in px."""
    return round(_LINE * QFontInfo(font).pixelSize())


def paint_card(painter: QPainter, rect: QRect, palette: QPalette, *, is_marked: bool, is_lit: bool) -> None:
    """Draw the ground, lit under the pointer, and an edge that shows the focus."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(palette.color(QPalette.ColorRole.Accent if is_marked else QPalette.ColorRole.Mid))
    painter.setBrush(palette.color(QPalette.ColorRole.Midlight if is_lit else QPalette.ColorRole.Base))
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), _ROUND, _ROUND)


def paint_title(painter: QPainter, row: QRect, palette: QPalette, title: str) -> None:
    """Write the title, smaller or shortened where it must be, with a sign that there is a menu."""
    has_room = row.width() >= ROOM_FOR_ALL
    small = _bold(painter.font(), smaller_by=1)
    font, has_arrow = _title_style(painter.font(), row.width(), title) if has_room else (small, False)
    painter.save()
    painter.setFont(font)
    painter.setPen(palette.color(QPalette.ColorRole.Text))
    if has_arrow:
        x, y = row.right() - 5, row.center().y()
        painter.drawPolyline([QPoint(x - 3, y - 1), QPoint(x, y + 2), QPoint(x + 3, y - 1)])
        row = row.adjusted(0, 0, -_ARROW, 0)
    painter.drawText(row, Qt.AlignmentFlag.AlignCenter, fitting_title(title, QFontMetrics(font), row.width()))
    painter.restore()


def _title_style(font: QFont, width: int, title: str) -> tuple[QFont, bool]:
    """Return the font in which all of a title fits and whether the sign of the menu does, too."""
    usual, small = _bold(font), _bold(font, smaller_by=1)
    for tried, arrow in ((usual, _ARROW), (small, _ARROW), (small, 0)):
        if QFontMetrics(tried).horizontalAdvance(title) <= width - arrow:
            return tried, arrow > 0
    return small, True


def _bold(font: QFont, smaller_by: float = 0) -> QFont:
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    bold.setPointSizeF(max(bold.pointSizeF() - smaller_by, 6))
    return bold


def fitting_title(title: str, metrics: QFontMetrics, width: int) -> str:
    """Return as much of a title as there is room for: its first name before letters of the second, or its initial."""
    first = title.split(" ")[0]
    text = metrics.elidedText(title, Qt.TextElideMode.ElideRight, width)
    if len(text) > len(first) + 3 or text == title:
        return text
    return first if metrics.horizontalAdvance(first) <= width else _initial(first)


def _initial(name: str) -> str:
    """Return ``"A1"`` for Affine1: half a word would hide the number, which tells the layers apart."""
    letters = name.rstrip("0123456789")
    return letters[:1] + name[len(letters) :]


def paint_others(painter: QPainter, row: QRect, palette: QPalette, content: HeadContent) -> None:
    """Write the layers behind the first, with the curve of their activation; the curve alone where it is narrow."""
    painter.save()
    painter.setFont(_smaller(painter.font()))
    metrics = QFontMetrics(painter.font())
    width, height = (share * row.height() for share in _CURVE)
    curve = round(width) + 4 if content.curve else 0
    text = metrics.elidedText(content.others, Qt.TextElideMode.ElideRight, row.width() - curve)
    text = text if len(text) > _LEAST_LETTERS or text == content.others else ""
    left = row.left() + (row.width() - curve - metrics.horizontalAdvance(text)) / 2
    if content.curve:
        _paint_curve(painter, QRectF(left, row.center().y() - height / 2, width, height), palette, content.curve)
    painter.setPen(palette.color(QPalette.ColorRole.Text))
    painter.drawText(row.adjusted(round(left - row.left() + curve), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, text)
    painter.restore()


def _paint_curve(painter: QPainter, area: QRectF, palette: QPalette, curve: Sequence[tuple[float, float]]) -> None:
    painter.setPen(QPen(palette.color(QPalette.ColorRole.Accent), 1.6))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    points = [QPointF(area.left() + x * area.width(), area.bottom() - y * area.height()) for x, y in curve]
    painter.drawPolyline(points)


def paint_shapes(painter: QPainter, row: QRect, palette: QPalette, content: HeadContent) -> None:
    """Write what goes in and out, or only what comes out where there is no room for both."""
    font = _smaller(painter.font())
    painter.setFont(font)
    painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
    metrics = QFontMetrics(font)
    texts = (content.shapes, content.shape, content.shape.removeprefix("→ "))
    fitting = next((text for text in texts if metrics.horizontalAdvance(text) <= row.width()), None)
    # What fits is not given to `elidedText`, which measures fractions of a pixel and would cut it for one of them.
    text = fitting or metrics.elidedText(texts[-1], Qt.TextElideMode.ElideRight, row.width())
    painter.drawText(row, Qt.AlignmentFlag.AlignCenter, text)


def _smaller(font: QFont) -> QFont:
    smaller = QFont(font)
    smaller.setPointSizeF(max(smaller.pointSizeF() - 1, 6))
    return smaller
