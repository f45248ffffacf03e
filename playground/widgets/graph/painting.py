"""The painter of a computational graph: edges, circles, and the numbers along the edges."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from nn.inspection.graph_layout import Kind
from playground.widgets.graph.geometry import FITTED, Room, box_of, meets
from playground.widgets.graph.picture import Labels, Part, Role, State
from playground.widgets.graph.style import graph_colors, paint_line, pending_pen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QColor, QPalette

    from nn.inspection.graph_layout import Link
    from playground.widgets.graph.geometry import GraphGeometry
    from playground.widgets.graph.picture import Figure, GraphPicture

_FONT = 0.76  # of a line
_TEXT = 0.86  # of a line: height of the letters' box
_SLOT = 1.5  # in lines: width of an empty place
_TOUCH = 2.5  # px: boxes of two lines may overlap so far, because letters leave their edges free
_LINES_TRIED = 3  # for a symbol
_MORE = " +…"
_WRONG = ("NaN", "∞", "-∞")
_CENTRED = Qt.AlignmentFlag.AlignCenter


class GraphPainter:
    """Paints one picture in one geometry, and knows where every figure of it stands.

    Parameters
    ----------
    picture : GraphPicture
    geometry : GraphGeometry
    font : QFont
        Of the widget.
    palette : QPalette
        Of the widget.
    """

    def __init__(self, picture: GraphPicture, geometry: GraphGeometry, font: QFont, palette: QPalette) -> None:
        self._picture = picture
        self._geometry = geometry
        self._colors = graph_colors(palette)
        self._font = QFont(font)
        self._font.setPixelSize(max(round(geometry.row * _FONT), 5))
        self._font_key = self._font.toString()
        metrics = QFontMetricsF(self._font)
        self._rise = (metrics.ascent() - metrics.descent()) / 2  # from the baseline to the middle of a line
        self._taken = [box_of(rect) for rect in geometry.node_rects]
        self._crowded: set[Part] = set()
        self.figures = {part: self._written(part, figure) for part, figure in self._all_figures()}
        """Each figure's number, or its symbol where there are no numbers, and the rectangle it stands in."""
        self.symbols = self._second_lines() if picture.labels is Labels.BOTH else {}
        """Each figure's symbol above or below its number, where there is room."""

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

    def paint(self, painter: QPainter) -> None:
        """Paint all of it."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font)
        for link in self._geometry.onward:
            self._paint_edge(painter, link)
        for node in range(len(self._picture.nodes)):
            self._paint_node(painter, node)
        for part, (text, rect) in self.figures.items():
            if part not in self._crowded:
                self._paint_figure(painter, part, text, rect)
        for part, (text, rect) in self.symbols.items():
            self._paint_figure(painter, part, text, rect)

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
        elif self._width(sign) <= rect.width():
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
        size = self._font.pixelSize()
        smaller = QFont(self._font)
        smaller.setPixelSize(max(int(size * (rect.width() - 2) / self._width(sign)), round(size * least), 5))
        painter.setFont(smaller)
        text = QFontMetricsF(smaller).elidedText(sign, Qt.TextElideMode.ElideMiddle, rect.width())
        painter.drawText(rect, _CENTRED, text)
        painter.setFont(self._font)

    def _write(self, painter: QPainter, text: str, rect: QRectF) -> None:
        """Write a text in the middle of a rectangle; to lay it out in there itself costs Qt twice as much."""
        middle = rect.center()
        painter.drawText(QPointF(middle.x() - self._width(text) / 2, middle.y() + self._rise), text)

    def _write_on_ground(self, painter: QPainter, text: str, rect: QRectF) -> None:
        """Write beside the edges a text that an edge may cross for want of room: it goes on behind the letters."""
        inner = rect.adjusted(0, _TOUCH, 0, -_TOUCH)
        if meets(self._geometry.pieces, inner):
            painter.fillRect(inner, self._colors.background)
        self._write(painter, text, rect)

    def _width(self, text: str) -> float:
        return _width(self._font_key, text)

    # ---- figures

    @property
    def _hanging(self) -> set[int]:
        """The constants, which hang below what they go into."""
        return {node for node, kind in enumerate(self._picture.shape.kinds) if kind is Kind.CONSTANT}

    def _all_figures(self) -> Iterator[tuple[Part, Figure]]:
        hanging = self._hanging
        for role, figures in ((Role.VALUE, self._picture.values), (Role.GRADIENT, self._picture.gradients)):
            for link, figure in figures.items():
                if link.source not in hanging:  # a constant is its own number
                    yield Part(role, link), figure
        for node, figure in self._picture.sums.items():
            yield Part(Role.SUM, node), figure

    def _written(self, part: Part, figure: Figure) -> tuple[str, QRectF]:
        """Give the longest text that fits and covers no other, and its rectangle; an empty text for an empty place.

        Where even the shortest would stand on another text, it is not painted, and read by pointing at its place.
        """
        if self._picture.labels is Labels.SYMBOLS:
            return self._symbol(part, figure.symbols, 0) or ("", self._unwritten(part))
        room = self._geometry.room(part.role, part.at)
        lead = "Σ " if part.role is Role.SUM else ""
        end = "" if figure.is_whole else _MORE
        candidates = [f"{lead}{each}{end}" for each in figure.texts] or [""]
        found: tuple[str, QRectF] | None = None
        for text in candidates:  # most often the first one is taken
            if text is not candidates[-1] and self._width(text) > room.width:
                continue
            rect = self._rect(text, room)
            if self._is_free(rect):
                found = found or (text, rect)
                if self._is_clear(rect):
                    found = text, rect
                    break
        if found is None:  # covers another one
            self._crowded.add(part)
            return candidates[-1], self._rect(candidates[-1], room)
        self._taken.append(box_of(found[1]))
        return found

    def _unwritten(self, part: Part) -> QRectF:
        self._crowded.add(part)
        return self._rect("", self._geometry.room(part.role, part.at))

    def _second_lines(self) -> dict[Part, tuple[str, QRectF]]:
        placed = {part: self._symbol(part, figure.symbols, 1) for part, figure in self._all_figures()}
        return {part: found for part, found in placed.items() if found is not None}

    def _symbol(self, part: Part, texts: tuple[str, ...], line: int) -> tuple[str, QRectF] | None:
        """Give the longest symbol that covers nothing, and its rectangle: beside its edge, else a line farther away.

        Only beside the edge itself it has to keep between its two circles.
        """
        room = self._geometry.room(part.role, part.at)
        away = -1 if part.role is Role.VALUE else 1
        for text in texts:
            for farther in range(line, line + _LINES_TRIED):
                top = room.top + away * farther * self._geometry.row
                width = room.width if farther == 0 else self._width(text) + 2
                rect = self._rect(text, Room(room.center_x, top, width))
                is_placed = self._width(text) <= width and self._is_free(rect) and self._is_clear(rect)
                if is_placed and not self._is_cut_off(room, rect):
                    self._taken.append(box_of(rect))
                    return text, rect
        return None

    def _is_cut_off(self, room: Room, rect: QRectF) -> bool:
        """Tell whether an edge or a circle lies between a text and the place beside its own edge."""
        start, end = sorted((room.top + self._geometry.row / 2, rect.center().y()))
        way = QRectF(room.center_x - 1, start, 2, end - start)
        return meets(self._geometry.pieces, way) or meets(self._geometry.node_boxes, way)

    def _is_clear(self, rect: QRectF) -> bool:
        """Tell whether a text crosses no edge, beyond which it would belong to another, and is seen whole if fitted."""
        size, is_fitted = self._geometry.size, self._geometry.zoom == FITTED
        is_seen = not is_fitted or QRectF(0, 0, size.width(), size.height()).contains(rect)
        return is_seen and not meets(self._geometry.pieces, rect)

    def _is_free(self, rect: QRectF) -> bool:
        return not meets(self._taken, rect.adjusted(0, _TOUCH, 0, -_TOUCH))

    def _rect(self, text: str, room: Room) -> QRectF:
        row = self._geometry.row
        width = self._width(text) + 2 if text else min(_SLOT * row, room.width)
        height = _TEXT * row
        half = min(width, room.width) / 2  # what is too wide reaches out to the right
        return QRectF(room.center_x - half, room.top + (row - height) / 2, width, height)

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


@lru_cache(maxsize=4096)  # Qt lays a text out anew each time it is asked, and most texts stay from step to step
def _width(font_key: str, text: str) -> float:
    font = QFont()
    font.fromString(font_key)
    return QFontMetricsF(font).horizontalAdvance(text)
