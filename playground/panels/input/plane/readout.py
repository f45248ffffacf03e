"""The readout at one place of the plane: what the network says there, in words, in a small box beside the mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from PySide6.QtCore import QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QWidget

from nn.inspection.surfaces import Meaning
from nn.network import Network
from playground.panels.input.plane.axes import axes_of
from playground.panels.input.plane.points_layer import TRAIN, has_points
from playground.safety.paint_guard import guarded_paint
from playground.widgets.look.class_colors import class_color, value_color
from playground.widgets.look.colors import chart_colors
from playground.widgets.look.fonts import bold
from playground.widgets.refreshing import READABLE_S, Importance, Refreshing
from playground.widgets.text.share_text import share_text
from playground.words import class_word

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QColor, QPaintEvent, QPalette

    from nn.arrays import Array
    from playground.panels.input.plane.axes import Place
    from playground.panels.input.plane.points_layer import Hit
    from playground.panels.input.plane.surface_view import SurfaceView
    from playground.session.session import Session

_DISTANCE = 16  # px from the mouse
_MARGIN = 7  # px
_GAP = 14  # px between a name and its figure
_DOT = 3.5  # px, radius
_CORNER = 5.0  # px
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ReadoutRow(NamedTuple):
    """One line: a name, a figure (or none) and a colour (or none)."""

    name: str
    figure: str = ""
    color: QColor | None = None


class Reading(NamedTuple):
    """A place of the plane, and what is said of it.

    Attributes
    ----------
    place : Place
    heading : str
    rows : sequence of ReadoutRow
        The lines below it.
    """

    place: Place
    heading: str
    rows: Sequence[ReadoutRow]


class SurfaceReadout(Refreshing, QWidget):
    """Floats over a decision surface, out of the mouse's way; painted by hand, because it follows the mouse.

    Parameters
    ----------
    surface : SurfaceView
        Over which it floats.
    read : callable
        Gives what is to be said, None for nothing.
    """

    importance = Importance.ANSWER
    least_gap = READABLE_S

    def __init__(self, surface: SurfaceView, read: Callable[[], Reading | None]) -> None:
        super().__init__(surface)
        self._surface, self._read = surface, read
        self.heading = ""
        self.rows: tuple[ReadoutRow, ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    @property
    def text(self) -> str:
        """Everything in one line, for a screen reader."""
        return ", ".join([self.heading, *(f"{row.name} {row.figure}".strip() for row in self.rows)])

    def refresh(self) -> None:
        """Show what is to be said now, or nothing."""
        reading = self._read()
        if reading is None:
            self.hide()
            return
        self.heading, self.rows = reading.heading, tuple(reading.rows)
        self.resize(self.sizeHint())
        self._stand_beside(self._surface.geometry_now.pixels(reading.place))
        self.update()
        if QAccessible.isActive():
            self._surface.setAccessibleDescription(self.text)

    def _stand_beside(self, point: QPointF) -> None:
        """Move beside a point of the parent, to where there is room, and show."""
        parent = self.parentWidget()
        x, y = point.x() + _DISTANCE, point.y() + _DISTANCE
        if x + self.width() > parent.width():
            x = point.x() - _DISTANCE - self.width()
        if y + self.height() > parent.height():
            y = point.y() - _DISTANCE - self.height()
        self.move(round(max(0, x)), round(max(0, y)))
        self.show()

    def sizeHint(self) -> QSize:
        """Give the size that the lines need."""
        metrics = self.fontMetrics()
        widths = [QFontMetrics(bold(self.font())).horizontalAdvance(self.heading)]
        for row in self.rows:
            figure = _GAP + metrics.horizontalAdvance(row.figure) if row.figure else 0
            widths.append(self._indent(row) + metrics.horizontalAdvance(row.name) + figure)
        return QSize(max(widths) + 2 * _MARGIN, (1 + len(self.rows)) * metrics.lineSpacing() + _MARGIN + 2)

    @guarded_paint
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a box, opaque because the surface lies beneath, and the lines in it."""
        with QPainter(self) as painter:
            colors = chart_colors(self.palette())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colors.muted, 1))
            painter.setBrush(colors.background)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _CORNER, _CORNER)
            height = self.fontMetrics().lineSpacing()
            line = QRectF(_MARGIN, _MARGIN / 2 + 1, self.width() - 2 * _MARGIN, height)
            painter.setPen(colors.text)
            painter.setFont(bold(self.font()))
            painter.drawText(line, int(_LEFT), self.heading)
            painter.setFont(self.font())
            for row in self.rows:
                line.translate(0, height)
                self._paint_row(painter, line, row)

    def _paint_row(self, painter: QPainter, line: QRectF, row: ReadoutRow) -> None:
        text = chart_colors(self.palette()).text
        if row.color is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(row.color)
            painter.drawEllipse(QPointF(line.left() + _DOT, line.center().y()), _DOT, _DOT)
        painter.setPen(text)
        painter.drawText(line.adjusted(self._indent(row), 0, 0, 0), int(_LEFT), row.name)
        painter.drawText(line, int(_RIGHT), row.figure)

    def _indent(self, row: ReadoutRow) -> int:
        return 0 if row.color is None else round(2 * _DOT) + 5


class PlaneReading(QObject):
    """Asks a copy of the session's network about single places."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._network = Network(session.looking.network.spec, None)

    def at(self, place: Place, hit: Hit | None, palette: QPalette) -> Reading:
        """Read a place, or the point there."""
        network, data, where = self._session.looking.network, self._session.library.data, place
        if hit is not None and data is not None:
            place = tuple((self._points(hit)[0][hit.index].reshape(2) * data.scale).tolist())
        scores = self._asked(network, place)
        output = self._network.loss_layer.activation(scores)
        meaning = Meaning.of(network.spec, data)
        rows = self._answer(output, meaning, palette)
        if hit is not None:
            rows = [*self._about(hit, scores, meaning, palette), *rows]
        axes = axes_of(data if has_points(data) else None)
        heading = ", ".join(f"{axis.name} {_figure(axis.value(x))}" for axis, x in zip(axes, place, strict=True))
        return Reading(where, heading, rows)

    def _asked(self, network: Network, place: Place) -> Array:
        if self._network.spec != network.spec:
            self._network = Network(network.spec, None)
        self._network.load(network.flat_params, network.flat_state)
        with np.errstate(all="ignore"):
            return self._network.predict(np.reshape(place, (1, *network.spec.input_shape)))

    def _points(self, hit: Hit) -> tuple[Array, Array]:
        data = self._session.library.data
        assert data is not None, "there are no points without data"
        return (data.x, data.t) if hit.part == TRAIN else (data.x_test, data.t_test)

    def _answer(self, output: Array, meaning: Meaning, palette: QPalette) -> list[ReadoutRow]:
        if not meaning.classes:
            names = [self.tr("Output")] if output.shape[1] == 1 else [f"y{i + 1}" for i in range(output.shape[1])]
            return [ReadoutRow(name, _figure(value)) for name, value in zip(names, output[0].tolist(), strict=True)]
        shares = meaning.shares(output)[0].tolist()
        form = share_text if self._network.spec.loss != "IdentityWithLoss" else "{:.3g}".format
        return [
            ReadoutRow(class_word(name), form(share), class_color(index, palette))
            for index, (name, share) in enumerate(zip(meaning.classes, shares, strict=True))
        ]

    def _about(self, hit: Hit, scores: Array, meaning: Meaning, palette: QPalette) -> list[ReadoutRow]:
        """Say which point it is, what it is to be, and whether the network is right."""
        kind = self.tr("Training point {number}") if hit.part == TRAIN else self.tr("Test point {number}")
        about = kind.format(number=hit.index + 1)
        t, data = self._points(hit)[1][hit.index], self._session.library.data
        if data is not None and data.classes:
            verdict = self._verdict(int(t), scores) if meaning.classes == data.classes else ""
            return [ReadoutRow(f"{about}: {class_word(data.classes[int(t)])}", verdict, class_color(int(t), palette))]
        target = float(np.ravel(t)[0])
        color = value_color(target, meaning.limit, palette)
        rows = [ReadoutRow(about), ReadoutRow(self.tr("Target"), _figure(target), color)]
        if scores.shape[1] == np.size(t):
            rows.append(ReadoutRow(self.tr("Off by"), _figure(float(scores[0, 0]) - target)))
        return rows

    def _verdict(self, t: int, scores: Array) -> str:
        """Say whether the network is right, in the terms of its loss."""
        loss = self._network.loss_layer
        right = loss.correct(scores, loss.encode(np.array([t]), *scores.shape))
        return self.tr("right") if right else self.tr("wrong")


def _figure(value: float) -> str:
    return f"{value:.4g}".replace("-", "−")
