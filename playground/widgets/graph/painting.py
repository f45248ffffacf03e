"""The painter of a computational graph: edges, circles, and the numbers along the edges."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QRegion

from nn.inspection.graph_layout import Kind, Link
from playground.widgets.graph.geometry import box_of, meets, overlaps
from playground.widgets.graph.picture import Part, Role, State
from playground.widgets.graph.placing import TOUCH, Placing
from playground.widgets.graph.style import graph_colors, paint_line, pending_pen

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from PySide6.QtGui import QColor, QPalette

    from playground.widgets.graph.geometry import Box
    from playground.widgets.graph.picture import GraphPicture
    from playground.widgets.graph.placing import Places

_WRONG = ("NaN", "∞", "-∞")
_CENTRED = Qt.AlignmentFlag.AlignCenter

Mark = tuple[str, Link | int | Part]
"""Something that is painted: an edge, a node, a figure or a symbol."""


class GraphPainter:
    """Paints one picture in the places of one geometry, and knows where every figure of it stands.

    Parameters
    ----------
    picture : GraphPicture
    places : Places
    palette : QPalette
        Of the widget.
    """

    def __init__(self, picture: GraphPicture, places: Places, palette: QPalette) -> None:
        self._picture, self._places = picture, places
        self._geometry = places.geometry
        self._colors = graph_colors(palette)
        placing = Placing(picture, places)
        self._crowded = placing.crowded
        self.figures = placing.figures
        """Each figure's number, or its symbol where there are no numbers, and the rectangle it stands in."""
        self.symbols = placing.symbols
        """Each figure's symbol above or below its number, where there is room."""
        self._marks = dict(self._all_marks())

    def part_at(self, point: QPointF) -> Part | None:
        """Give what stands at a point: a figure before a circle, because it is smaller."""
        for figures in (self.figures, self.symbols):
            for part, (_, rect) in figures.items():
                if rect.contains(point):
                    return part
        for node in range(len(self._picture.nodes)):
            if not self._is_inside(node) and self._geometry.node_rects[node].adjusted(-2, -2, 2, 2).contains(point):
                return Part(Role.NODE, node)
        return None

    def rect(self, part: Part) -> QRectF:
        """Give the outline of a part."""
        if isinstance(part.at, int) and part.role is Role.NODE:
            return self._geometry.node_rects[part.at]
        return self.figures[part][1]

    def written(self) -> list[tuple[str, QRectF]]:
        """Give every text that is painted, with its outline."""
        nodes = [(self._sign(node), rect) for node, rect in enumerate(self._geometry.node_rects)]
        figures = [figure for part, figure in self.figures.items() if part not in self._crowded]
        return [each for each in (*nodes, *figures, *self.symbols.values()) if each[0]]

    # ---- what a step changes

    def changes_since(self, before: GraphPainter) -> QRegion | None:
        """Give what looks otherwise than in another picture; None where everything may."""
        if before._places is not self._places or before._colors is not self._colors:
            return None
        marks = {*before._marks.items(), *self._marks.items()} - (before._marks.items() & self._marks.items())
        changed = QRegion()
        for _, (_, boxes) in marks:
            for left, top, right, bottom in boxes:
                changed += QRectF(left, top, right - left, bottom - top).toAlignedRect()
        return changed

    def _all_marks(self) -> Iterator[tuple[Mark, tuple[Hashable, tuple[Box, ...]]]]:
        """Give everything that is painted, in order: what its look depends on, and what it covers at most."""
        picture, geometry = self._picture, self._geometry
        for link, boxes in geometry.edge_extents.items():
            gradient = picture.gradients.get(link)
            is_back = gradient is not None and gradient.is_known
            yield ("edge", link), ((picture.values[link].is_known, link in picture.wrong, is_back), boxes)
        for number, node in enumerate(picture.nodes):
            yield ("node", number), ((node.state, node.went_back, self._sign(number)), geometry.node_extents[number])
        for kind, texts in (("figure", self.figures), ("symbol", self.symbols)):
            for part, (text, rect) in texts.items():
                if kind == "symbol" or part not in self._crowded:
                    yield (kind, part), ((text, part.at in picture.wrong), geometry.extents(rect))

    # ---- painting

    def paint(self, painter: QPainter, region: QRegion) -> None:
        """Paint what is seen of it in a region."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._places.font)
        asked = [box_of(QRectF(rect)) for rect in region]
        for mark, (_, boxes) in self._marks.items():
            if any(overlaps(asked, box) for box in boxes):
                self._paint_mark(painter, mark)

    def _paint_mark(self, painter: QPainter, mark: Mark) -> None:
        kind, at = mark
        if isinstance(at, Part):
            self._paint_figure(painter, at, *(self.symbols if kind == "symbol" else self.figures)[at])
        elif isinstance(at, Link):
            self._paint_edge(painter, at)
        else:
            self._paint_node(painter, at)

    # ---- edges and circles

    def _paint_edge(self, painter: QPainter, link: Link) -> None:
        value, gradient = self._picture.values[link], self._picture.gradients.get(link)
        pen = QPen(self._colors.text, 1.2 * self._geometry.scale)
        if not value.is_known:
            pen = pending_pen(self._colors.muted)
        elif link in self._picture.wrong:
            pen = QPen(self._colors.wrong, 2.4 * self._geometry.scale)
        paint_line(painter, self._geometry.onward[link], pen)
        if gradient is not None and gradient.is_known:
            pen = QPen(self._colors.gradient, 1.4 * self._geometry.scale)
            paint_line(painter, self._geometry.backward[link], pen)

    def _paint_node(self, painter: QPainter, number: int) -> None:
        node, kind = self._picture.nodes[number], self._picture.shape.kinds[number]
        rect = self._geometry.node_rects[number]
        if kind is Kind.OPERATION:
            self._paint_circle(painter, number, rect)
        elif kind is not Kind.CONSTANT:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._colors.idle)
            painter.drawRoundedRect(rect, 4, 4)
        is_pending = node.state is State.NOT_YET
        painter.setPen(self._colors.muted if is_pending else self._colors.text)
        sign = self._sign(number)
        if kind is Kind.CONSTANT:
            self._write_on_ground(painter, sign, rect)
        elif self._places.width(sign) <= rect.width():
            self._write(painter, sign, rect)
        else:
            self._squeeze(painter, sign, rect, 0.78 if kind is Kind.OPERATION else 1.0)

    def _is_inside(self, number: int) -> bool:
        """Tell whether a node is a constant that is written inside its circle."""
        return self._picture.shape.kinds[number] is Kind.CONSTANT and number not in self._geometry.constants

    def _sign(self, number: int) -> str:
        """Give what is written of a node: of a constant its name and number, or its name alone, as there is room."""
        node, constants = self._picture.nodes[number], self._geometry.constants
        if self._is_inside(number):
            return ""
        if number in constants and constants[number].is_short:
            return node.called
        inside = (self._picture.nodes[each].called for each in self._geometry.inside.get(number, ()))
        return "".join((node.sign, *inside))

    def _paint_circle(self, painter: QPainter, number: int, rect: QRectF) -> None:
        node, scale, colors = self._picture.nodes[number], self._geometry.scale, self._colors
        radius = rect.height() / 2
        if node.state is State.CURRENT:
            halo = 4.0 * scale
            painter.setPen(QPen(colors.current, 1.0))
            painter.setBrush(colors.background)
            painter.drawRoundedRect(rect.adjusted(-halo, -halo, halo, halo), radius + halo, radius + halo)
            painter.setPen(QPen(colors.current, 2.4 * scale))
        elif node.state is State.DONE:
            painter.setPen(QPen(colors.text, 1.4 * scale))
        else:
            painter.setPen(pending_pen(colors.muted))
        painter.setBrush(self._fill(node.state, node.went_back))
        painter.drawRoundedRect(rect, radius, radius)

    def _fill(self, state: State, went_back: bool) -> QColor:
        if state is State.NOT_YET:
            return self._colors.background
        return self._colors.passed if went_back else self._colors.idle

    def _squeeze(self, painter: QPainter, sign: str, rect: QRectF, least: float) -> None:
        """Write a sign smaller, down to some share of its size, and leave out its middle if it is still too long."""
        size = self._places.font.pixelSize()
        smaller = QFont(self._places.font)
        smaller.setPixelSize(max(int(size * (rect.width() - 2) / self._places.width(sign)), round(size * least), 5))
        painter.setFont(smaller)
        text = QFontMetricsF(smaller).elidedText(sign, Qt.TextElideMode.ElideMiddle, rect.width())
        painter.drawText(rect, _CENTRED, text)
        painter.setFont(self._places.font)

    def _write(self, painter: QPainter, text: str, rect: QRectF) -> None:
        """Write a text in the middle of a rectangle; to lay it out in there itself costs Qt twice as much."""
        middle = rect.center()
        painter.drawText(QPointF(middle.x() - self._places.width(text) / 2, middle.y() + self._places.rise), text)

    def _write_on_ground(self, painter: QPainter, text: str, rect: QRectF) -> None:
        """Write beside the edges a text that an edge may cross for want of room: it goes on behind the letters."""
        inner = rect.adjusted(0, TOUCH, 0, -TOUCH)
        if meets(self._geometry.pieces, inner):
            painter.fillRect(inner, self._colors.background)
        self._write(painter, text, rect)

    # ---- figures

    def _paint_figure(self, painter: QPainter, part: Part, text: str, rect: QRectF) -> None:
        is_value = part.role is Role.VALUE
        color = self._colors.text if is_value else self._colors.gradient
        if not text:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(pending_pen(self._colors.muted if is_value else color))
            painter.drawRoundedRect(rect.adjusted(0, 2, 0, -2), 3, 3)
            return
        is_wrong = text.endswith(_WRONG) or part.at in self._picture.wrong
        painter.setPen(self._colors.wrong if is_wrong else color)
        self._write_on_ground(painter, text, rect)
