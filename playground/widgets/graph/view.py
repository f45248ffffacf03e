"""A computational graph to look at: circles and numbers to be pointed at, zoomed and moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from nn.inspection.graph_layout import Kind, lay_out_graph
from playground.safety.paint_guard import guarded_paint
from playground.widgets.graph.geometry import FITTED, GraphGeometry, Zoom
from playground.widgets.graph.painting import GraphPainter
from playground.widgets.graph.picture import Labels, Part, Role
from playground.widgets.graph.placing import Places, width_of
from playground.widgets.look.hint import paint_hint
from playground.widgets.look.live_look import LiveLook

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent, QWheelEvent

    from playground.widgets.graph.picture import GraphPicture

_LEAST_ZOOM, _MOST_ZOOM = 1.0, 6.0
_ZOOM_STEP = 1.25
_DRAG = 4.0  # px: moved less far it was a click
_GRAPHS_KEPT = 12
_HINT_GAP = 2.0  # in lines of text
_STEPS = {
    Qt.Key.Key_Left: QPointF(-1, 0),
    Qt.Key.Key_Right: QPointF(1, 0),
    Qt.Key.Key_Up: QPointF(0, -1),
    Qt.Key.Key_Down: QPointF(0, 1),
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class GraphView(LiveLook, QWidget):
    """Show one `GraphPicture`, fitted into the widget until somebody zooms.

    Signals
    -------
    pointed : Part or None
        The pointer or the arrow keys came to another part. Who listens may answer with `say`.
    chosen : Part
        A part was clicked, or Enter was pressed on it.
    """

    spoken_as = "Graphic"

    pointed = Signal(object)
    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture: GraphPicture | None = None
        """What is shown."""
        self._painter: GraphPainter | None = None
        self._places: list[Places] = []  # of the graphs that were seen last
        self.zoom = FITTED
        """How much larger than fitted, and how far moved."""
        self.at: Part | None = None
        """What is pointed at."""
        self.lit: Part | None = None
        """What is pointed at elsewhere."""
        self._hint: tuple[str, ...] = ()
        self._grip: QPointF | None = None
        self._is_dragged = False
        self.setObjectName("graphView")
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    # ---- what is shown

    def show_picture(self, picture: GraphPicture | None) -> None:
        """Show a graph; another moment of the same graph leaves zoom and pointer alone."""
        is_same = picture is not None and self.picture is not None and picture.shape == self.picture.shape
        self.picture = picture
        if not is_same:
            self.zoom, self.at, self.lit, self._hint = FITTED, None, None, ()
        before, self._painter = self._painter, None
        changed = None if before is None or picture is None else self._painting().changes_since(before)
        if changed is None:
            self.update()
        else:
            self.update(changed)
        if self.at is not None and self._painter is not None and not self._is_there(self.at):
            self._point(None)

    def say(self, lines: Sequence[str]) -> None:
        """Show words beside the part that is pointed at; gone with the next one."""
        self._hint = tuple(lines)
        self.setAccessibleDescription("\n".join(lines))
        self.update()

    def light(self, part: Part | None) -> None:
        """Light a part that is pointed at elsewhere."""
        if part != self.lit:
            self.lit = part if part is None or self._is_there(part) else None
            self.update()

    def rect_of(self, part: Part) -> QRectF | None:
        """Give where a part is, in px; None when it is not shown."""
        return self._painting().rect(part) if self.picture is not None and self._is_there(part) else None

    def text_of(self, part: Part) -> str:
        """Give what is written for a figure; empty where it is not known."""
        return self._painting().figures[part][0]

    def symbol_of(self, part: Part) -> str:
        """Give what is written as the symbol of a figure; empty where none stands."""
        return self._painting().symbols.get(part, ("", None))[0]

    def written(self) -> list[tuple[str, QRectF]]:
        """Give every text that is seen, with its outline in px."""
        return [] if self.picture is None else self._painting().written()

    # ---- zooming and moving

    def fit(self) -> None:
        """Show the whole graph."""
        self._set_zoom(FITTED)

    def zoom_by(self, factor: float, around: QPointF | None = None) -> None:
        """Show the graph larger or smaller; a point of it, or the middle, stays where it is."""
        middle = QPointF(self.width() / 2, self.height() / 2) if around is None else around
        wanted = min(max(self.zoom.factor * factor, _LEAST_ZOOM), _MOST_ZOOM)
        change = wanted / self.zoom.factor
        dx = middle.x() - (middle.x() - self.zoom.dx) * change
        dy = middle.y() - (middle.y() - self.zoom.dy) * change
        self._set_zoom(self._bounded(Zoom(wanted, dx, dy)))

    def _bounded(self, zoom: Zoom) -> Zoom:
        """Keep the graph from leaving the widget."""
        least_x, least_y = self.width() * (1 - zoom.factor), self.height() * (1 - zoom.factor)
        return Zoom(zoom.factor, min(max(zoom.dx, least_x), 0.0), min(max(zoom.dy, least_y), 0.0))

    def _set_zoom(self, zoom: Zoom) -> None:
        if zoom != self.zoom:
            self.zoom = zoom
            self._renew()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom around the pointer."""
        self.zoom_by(_ZOOM_STEP ** (event.angleDelta().y() / 120), event.position())
        event.accept()

    # ---- pointing

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the graph."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._grip, self._is_dragged = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the graph while it is held, else point at what is there."""
        if self._grip is None:
            self._point(self._part_at(event.position()))
            return
        way = event.position() - self._grip
        if self._is_dragged or way.manhattanLength() > _DRAG:
            self._is_dragged, self._grip = True, event.position()
            zoom = self.zoom
            self._set_zoom(self._bounded(Zoom(zoom.factor, zoom.dx + way.x(), zoom.dy + way.y())))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose what is there, unless the graph was moved."""
        if self._grip is None or event.button() != Qt.MouseButton.LeftButton:
            return
        self._grip = None
        part = None if self._is_dragged else self._part_at(event.position())
        if part is not None:
            self._point(part)
            self.chosen.emit(part)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show the whole graph after a double click beside everything."""
        if self._part_at(event.position()) is None:
            self.fit()

    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing."""
        super().leaveEvent(event)
        self._point(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from circle to circle with the arrow keys; Enter chooses, + and - zoom, 0 fits, Escape lets go."""
        key = Qt.Key(event.key())
        if key in _STEPS and self.picture is not None:
            self._point(self._next(_STEPS[key]))
        elif key in _ENTER and self.at is not None:
            self.chosen.emit(self.at)
        elif key == Qt.Key.Key_Escape and self.at is not None:
            self._point(None)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_by(_ZOOM_STEP)
        elif key == Qt.Key.Key_Minus:
            self.zoom_by(1 / _ZOOM_STEP)
        elif key == Qt.Key.Key_0:
            self.fit()
        else:
            super().keyPressEvent(event)

    def _next(self, direction: QPointF) -> Part | None:
        """Give the nearest node in a direction, or the same one where there is none."""
        if self.at is None or self.picture is None:
            return Part(Role.NODE, 0)
        here = self._painting().rect(self.at).center()
        best, least = self.at, float("inf")
        for node, kind in enumerate(self.picture.shape.kinds):
            way = self._painting().rect(Part(Role.NODE, node)).center() - here
            along = QPointF.dotProduct(way, direction)
            aside = abs(way.x() * direction.y()) + abs(way.y() * direction.x())
            if along > 1 and along + 2 * aside < least and kind is not Kind.CONSTANT:
                best, least = Part(Role.NODE, node), along + 2 * aside
        return best

    def _point(self, part: Part | None) -> None:
        if part == self.at:
            return
        self.at, self._hint = part, ()
        self.setCursor(Qt.CursorShape.ArrowCursor if part is None else Qt.CursorShape.PointingHandCursor)
        self.pointed.emit(part)
        self.update()

    def _part_at(self, point: QPointF) -> Part | None:
        return None if self.picture is None else self._painting().part_at(point)

    def _is_there(self, part: Part) -> bool:
        is_node = part.role is Role.NODE
        nodes = 0 if self.picture is None else len(self.picture.nodes)
        return part.at in range(nodes) if is_node else part in self._painting().figures

    # ---- painting

    def _renew(self) -> None:
        self._painter = None
        self.update()

    def _painting(self) -> GraphPainter:
        """Give the painter of this picture, made when it is first needed."""
        if self._painter is None:
            assert self.picture is not None
            self._painter = GraphPainter(self.picture, self._placed(self.picture), self.palette())
        return self._painter

    def _placed(self, picture: GraphPicture) -> Places:
        """Give the places of everything: those of the graphs that were seen last are kept."""
        shape, font, line = picture.shape, self.font().toString(), QFontMetricsF(self.font()).height()
        widths = tuple(width_of(font, node.sign) * 0.9 for node in picture.nodes)
        short = tuple(width_of(font, node.called) * 0.9 for node in picture.nodes)
        size, more = QSizeF(self.size()), 0.0 if picture.labels is Labels.NUMBERS else 1.0
        places, has_way_back = picture.layout or lay_out_graph(shape), bool(picture.gradients)
        made = GraphGeometry(shape, places, size, line, widths, self.zoom, more, short, has_way_back=has_way_back)
        kept = next((each for each in self._places if each.geometry == made), None) or Places(made, self.font())
        self._places = [kept, *(each for each in self._places if each is not kept)][:_GRAPHS_KEPT]
        return kept

    @guarded_paint
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the graph, and over it what is pointed at."""
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), self.palette().base())
            if self.picture is not None:
                painting = self._painting()
                painting.paint(painter, event.region())
                self._paint_pointed(painter, painting)
            if self.hasFocus() and self.at is None:
                painter.setPen(self.palette().color(QPalette.ColorRole.Highlight))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _paint_pointed(self, painter: QPainter, painting: GraphPainter) -> None:
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for part in {self.at, self.lit} - {None}:
            painter.drawRoundedRect(painting.rect(part).adjusted(-3, -3, 3, 3), 6, 6)
        if self._hint and self.at is not None:
            rect = painting.rect(self.at)
            painter.setFont(self.font())
            paint_hint(painter, self._hint, self._beside(rect), self.rect(), self.palette())

    def _beside(self, rect: QRectF) -> QRectF:
        """Give the place beside which a hint hides neither a part nor its neighbours: below it, or else above it."""
        line = QFontMetricsF(self.font()).lineSpacing()
        half = (len(self._hint) + 1) * line / 2
        middle = rect.bottom() + _HINT_GAP * line + half
        if middle + half > self.height():
            middle = rect.top() - 0.7 * _HINT_GAP * line - half
        return QRectF(rect.left(), middle, 1, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the graph anew."""
        super().resizeEvent(event)
        self.zoom = self._bounded(self.zoom)
        self._renew()

    def restyle(self) -> None:
        """Take the colours and the font of the moment."""
        self._places = []
        self._renew()

    def sizeHint(self) -> QSize:
        """Ask for room for a graph of some ten circles."""
        return QSize(560, 300)

    def minimumSizeHint(self) -> QSize:
        """Be content with little: a parameter above the line, one below, and what stands along them."""
        return QSize(240, 90)
