"""A network as columns of neurons: numbers as fill, weights as edges, each neuron to be pointed at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QPainter, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QToolTip

from playground.panels.network.diagram.book_notation import ROOM, bias_cell, bias_texts, paint_notation
from playground.panels.network.diagram.cells import Shown, paint_column, paint_names, paint_pictures
from playground.panels.network.diagram.edge_at import Edge, edge_at, line_of, paint_pointed
from playground.panels.network.diagram.edge_picture import EdgePicture
from playground.panels.network.diagram.edges import fans_of, paint_lit, paint_ring
from playground.panels.network.diagram.layout import ColumnShape, Rect, lay_out
from playground.panels.network.diagram.legend import legend_height, paint_legend
from playground.panels.network.diagram.picture_cells import fitted, joined
from playground.panels.network.diagram.pointing import NetworkPointing
from playground.safety.paint_guard import guarded_paint
from playground.widgets.look.colors import blend, chart_colors
from playground.widgets.look.hint import paint_hint
from playground.widgets.picture.painted import picture_for

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray
    from PySide6.QtCore import QPoint, QPointF, QRect
    from PySide6.QtGui import QImage, QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from nn.inspection.columns import Place
    from nn.inspection.convolution.receptive import Field
    from playground.panels.network.diagram.edges import Fan

    Weights = tuple[NDArray[np.floating] | None, ...]

_NAMES_SHARE = 0.24  # of the width at most for what stands beside the last column
_MARGIN = 6  # px above the columns
_BAND = 6.0  # px around the column that is being computed
_BAND_STRENGTH = 0.22  # share of the highlight colour in it


class NetworkDiagram(NetworkPointing):
    """Show a network's columns, the numbers in them and the strongest edges between them.

    Edges and neurons are two pictures that are painted anew only when their numbers change; what follows the
    pointer is painted over them.

    Attributes
    ----------
    edges : EdgePicture
        The edges, and how many of them are drawn.

    Signals
    -------
    columns_placed : tuple of (float, float)
        Left edge and width, in px, of the strip above each column.
    """

    columns_placed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shapes: tuple[ColumnShape, ...] = ()
        """What the columns need room for."""
        self.shown: tuple[Shown, ...] = ()
        """The numbers in the columns."""
        self._surfaces: Mapping[Place, QImage] = {}
        self._fitted: dict[Place, QImage] = {}  # the same in the size of their cells, made once
        self._joined: dict[int, QImage | None] = {}  # those of a column that is laid out for pictures, made once
        self._hint: tuple[str, ...] = ()
        self._hints_in: QRect | None = None
        self._legend = ("", "", "")
        self._active: int | None = None
        self._biases: tuple[NDArray[np.floating] | None, ...] = ()
        self.has_notation = False
        """Whether names of the book stand at neurons and edges, and each bias is a neuron that says 1."""
        self._neuron_picture: QPixmap | None = None
        self._fields: dict[int, Field] = {}
        self.edges = EdgePicture(self)
        self.edges.grew_old.connect(self.update)
        self.setObjectName("networkDiagram")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.retranslate()

    # ---- what is shown

    def show_network(self, shapes: Sequence[ColumnShape]) -> None:
        """Show other columns; their numbers and edges are not known yet."""
        self.shapes = tuple(shapes)
        self.shown = (Shown(),) * len(self.shapes)
        self._surfaces, self._joined = {}, {}
        self.at = self._selected = self._active = self.edge = None
        self._hint, self._fields = (), {}
        self.edges.forget(max(len(self.shapes) - 1, 0))
        self._renew_layout()

    def show_numbers(self, shown: Sequence[Shown]) -> None:
        """Fill the neurons, one `Shown` for each column."""
        widths = self._names_width()
        self.shown = tuple(shown)
        if self._names_width() != widths:
            self._renew_layout()
        self._renew_neurons()

    def show_weights(self, weights: Weights) -> None:
        """Take the edges between each column and the next, shapes (D, M); None shows none there.

        The arrays are kept and read again whenever edges are drawn; `edges` says how many are.
        """
        self.edges.show_weights(tuple(weights))

    def show_biases(self, biases: Weights) -> None:
        """Take the biases of each column but the first, shapes (M,); None where there are none."""
        self._biases = tuple(biases)
        if self.has_notation:
            self._renew_neurons()

    def set_notation(self, wanted: bool) -> None:
        """Show or hide the names of the book and the neurons that say 1."""
        if wanted != self.has_notation:
            self.has_notation = wanted
            self._renew_layout()

    def show_surfaces(self, surfaces: Mapping[Place, QImage], *, at_once: bool = True) -> None:
        """Show small pictures in the neurons of columns that have room for them, at once or with the next numbers."""
        self._surfaces, self._fitted, self._joined = dict(surfaces), {}, {}
        for column in range(len(self.blocks)):
            self._joined_pictures(column)  # now, beside what made them: the next painting is long enough
        if at_once:
            self._renew_neurons()

    def show_active(self, column: int | None) -> None:
        """Mark the column that is being computed."""
        if column != self._active:
            self._active = column
            self.update()

    def show_legend(self, fill: str, edges: str, hollow: str = "") -> None:
        """Say at the lower edge what fill and edges mean now, and what is hollow where something is."""
        if (fill, edges, hollow) != self._legend:
            self._legend = (fill, edges, hollow)
            self._renew_neurons()

    def say(self, lines: Sequence[str]) -> None:
        """Show words beside the neuron that is pointed at; gone with the next one."""
        self._hint = tuple(lines)
        self.setAccessibleDescription("\n".join(lines))
        self.update()

    def keep_hints_in(self, rect: QRect | None) -> None:
        """Say where words are not covered by something else; None is everywhere."""
        self._hints_in = rect
        self.update()

    def edge_near(self, x: float, y: float) -> Edge | None:
        """Return the edge at a point: one of the chosen neuron's, which alone are drawn in full, else any."""
        return edge_at(self.blocks, self._fans(), x, y)

    def edges_of(self, place: Place) -> list[Edge]:
        """Return a neuron's own edges: those into it, then those out of it, each the strongest first."""
        fans = fans_of(self.blocks, self.edges.weights, place)
        return [
            Edge(fan.gap, source, target)
            for fan in reversed(fans)
            for source, target in reversed(
                list(zip(fan.edges.sources.tolist(), fan.edges.targets.tolist(), strict=True))
            )
        ]

    def edge_place(self, edge: Edge) -> QPointF | None:
        """Return the middle of an edge's line, None where it is not drawn."""
        line = line_of(self.blocks, self._fans(), edge)
        return None if line is None else line.center()

    def _fans(self) -> list[Fan]:
        lit = self.at or self._selected
        return self.edges.fans if lit is None else fans_of(self.blocks, self.edges.weights, lit)

    def _forget_words(self) -> None:
        self._hint = ()
        self.setAccessibleDescription(self._explanation)

    # ---- geometry

    def _renew_layout(self) -> None:
        height = self.height() - 2 * _MARGIN - legend_height(self.font())
        above = self.fontMetrics().height() if self.has_notation else 0  # for the names of the first neurons
        below = ROOM if self.has_notation else 0
        room = Rect(0, _MARGIN + above, self.width(), height - above - below)
        self.blocks = lay_out(self.shapes, room, self._names_width())
        self.edges.lay_over(self.blocks)
        self._fitted, self._joined = {}, {}
        self._renew_neurons()
        self.columns_placed.emit(tuple(block.slot for block in self.blocks))

    def _names_width(self) -> float:
        """Give the room for names beside the last column, and for numbers too where it is wide enough."""
        return sum(self._widths_beside())

    def _widths_beside(self) -> tuple[float, float]:
        """Give the widths of the names and of the numbers beside them, 0 for what there is no room for."""
        last = self.shown[-1] if self.shown else Shown()
        if not last.names:
            return 0.0, 0.0
        metrics, room = QFontMetricsF(self.font()), _NAMES_SHARE * self.width()
        names = max(metrics.horizontalAdvance(name) for name in last.names) + 16
        numbers = metrics.horizontalAdvance("100.0%") + 8 if last.beside else 0.0
        return (names if names <= room else 0.0), (numbers if names + numbers <= room else 0.0)

    # ---- painting

    @guarded_paint
    def paintEvent(self, event: QPaintEvent) -> None:
        """Put the pictures of edges and neurons together, and paint over them what is pointed at."""
        with QPainter(self) as painter:
            if not self.blocks:
                painter.fillRect(event.rect(), self.palette().window())
                return
            lit = self.at or self._selected
            painter.drawPixmap(0, 0, self.edges.drawn() if lit is None else self.edges.dimmed())
            self._paint_active(painter)
            painter.drawPixmap(0, 0, self._neurons_drawn())
            if lit is not None:
                paint_lit(painter, self.blocks, self.edges.weights, lit, self.palette())
            self._paint_fields(painter)
            self._paint_rings(painter)
            self._paint_edge(painter)
            area = self._pointed_area()
            if area is not None and self._hint:
                paint_hint(painter, self._hint, area, self._hints_in or self.rect(), self.palette())

    def _pointed_area(self) -> QRectF | None:
        """Return what words stand beside: the edge that is pointed at, or the neuron."""
        if self.edge is not None:
            place = self.edge_place(self.edge)
            return None if place is None else QRectF(place.x() - 4, place.y() - 4, 8, 8)
        if self.at is None:
            return None
        cell = QRectF(*self.blocks[self.at.column].cell(self.at.index))
        if self._fields:  # words at the foot, so that they hide no receptive field
            cell.moveTop(self.height())
        return cell

    def _paint_edge(self, painter: QPainter) -> None:
        line = None if self.edge is None else line_of(self.blocks, self._fans(), self.edge)
        if line is not None:
            weight = self.edges.weights[self.edge.gap][self.edge.source, self.edge.target]
            colors = chart_colors(self.palette())
            paint_pointed(painter, line, colors.text, colors.positive if weight >= 0 else colors.negative)

    def _paint_active(self, painter: QPainter) -> None:
        if self._active is not None and self._active < len(self.blocks):
            left, top, width, height = self.blocks[self._active].outline
            band = QRectF(left, top, width, height).adjusted(-_BAND, -_BAND, _BAND, _BAND)
            colors = self.palette()
            tint = blend(colors.window().color(), colors.color(QPalette.ColorRole.Highlight), _BAND_STRENGTH)
            painter.fillRect(band, tint)

    def show_fields(self, fields: Mapping[int, Field]) -> None:
        """Frame a rectangle of pixels in every picture of some columns; by the number of the column."""
        if fields != self._fields:
            self._fields = dict(fields)
            self.update()

    def _paint_fields(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(chart_colors(self.palette()).text, 1.5))
        for column, field in self._fields.items():
            if column < len(self.blocks):
                for area in self.blocks[column].areas_in_tiles(*field):
                    painter.drawRect(QRectF(*area))

    def _paint_rings(self, painter: QPainter) -> None:
        for place, width in ((self._selected, 2.5), (self.at, 1.5)):
            if place is not None:
                paint_ring(painter, self.blocks[place.column], place.index, self.palette(), width)
        if self.hasFocus() and self.at is None:
            painter.setPen(self.palette().color(QPalette.ColorRole.Highlight))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _neurons_drawn(self) -> QPixmap:
        if self._neuron_picture is None:
            self._neuron_picture = picture_for(self, self._paint_neurons)
        return self._neuron_picture

    def _paint_neurons(self, painter: QPainter) -> None:
        for number, (block, shown) in enumerate(zip(self.blocks, self.shown, strict=True)):
            pictures = self._joined_pictures(number)
            if pictures is not None:
                paint_pictures(painter, block, shown, self.palette(), pictures)
                continue
            surfaces = {place.index: self._picture_of(place) for place in self._surfaces if place.column == number}
            paint_column(painter, block, shown, self.palette(), surfaces)
        if self.has_notation and len(self._biases) == len(self.edges.weights) == len(self.blocks) - 1:
            paint_notation(painter, self.blocks, self.edges.weights, self._biases, self.palette())
        if self.blocks:
            paint_names(painter, self.blocks[-1], self.shown[-1], self.palette(), self._widths_beside())
        paint_legend(painter, self._legend, self.rect(), self.palette())

    def _joined_pictures(self, column: int) -> QImage | None:
        """Return the pictures of a column that is laid out for them, joined once; None for any other column."""
        block = self.blocks[column]
        if block.shape.order and column not in self._joined:
            pictures = {place.index: image for place, image in self._surfaces.items() if place.column == column}
            self._joined[column] = joined(block, pictures, self.devicePixelRatioF()) if pictures else None
        return self._joined.get(column)

    def _picture_of(self, place: Place) -> QImage:
        if place not in self._fitted:
            cell = QRectF(*self.blocks[place.column].cell(place.index))
            self._fitted[place] = fitted(self._surfaces[place], cell, self.devicePixelRatioF())
        return self._fitted[place]

    def _renew_neurons(self) -> None:
        self._neuron_picture = None
        self.update()

    # ---- what Qt tells

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the columns anew."""
        super().resizeEvent(event)
        self._renew_layout()

    def restyle(self) -> None:
        """Take the colours and the font of the moment."""
        self._renew_layout()

    def event(self, event: QEvent) -> bool:
        """Follow the widget to a screen with other pixels; explain a bias where the pointer rests on it."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._renew_layout()
        elif event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.bias_text(event.pos()), self)
            return True
        return super().event(event)

    def bias_text(self, at: QPoint) -> str:
        """Say what the neuron that says 1 at a point adds to each sum; empty beside all of them."""
        if not self.has_notation:
            return ""
        for layer, (block, bias) in enumerate(zip(self.blocks, self._biases, strict=False), 1):
            if bias is not None and bias_cell(block).contains(at.toPointF()):
                text = self.tr("The bias as a neuron that always says 1. Its weights: {numbers}")
                return text.format(numbers=", ".join(bias_texts(layer, bias)))
        return ""

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self._explanation = self.tr(
            "Columns of neurons from the input to the output. The arrow keys go from neuron to neuron, Enter lays one "
            "open, Escape lets it go. Shift with the up and down keys goes through its edges; type a number to change "
            "the weight."
        )
        self.setAccessibleName(self.tr("Network"))
        self.setAccessibleDescription(self._explanation)

    def sizeHint(self) -> QSize:
        """Give a size at which a network of a few columns is pleasant to look at."""
        return QSize(560, 260)

    def minimumSizeHint(self) -> QSize:
        """Give the least room in which columns can be told apart."""
        return QSize(280, 120)
