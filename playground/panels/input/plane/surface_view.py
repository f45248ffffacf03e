"""A piece of the plane in colours: what a network says everywhere, with the data points on it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from nn.inspection.surfaces import USUAL_AREA
from playground.panels.input.plane.axes import AXES, geometry_in, paint_axes
from playground.panels.input.plane.points_layer import TRAIN, Hit, PlanePoints, PointsLayer
from playground.safety.paint_guard import guarded_paint
from playground.widgets.look.colors import chart_colors
from playground.widgets.look.live_look import LiveLook
from playground.widgets.picture.painted import picture_for

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np
    from numpy.typing import NDArray
    from PySide6.QtGui import QImage, QPaintEvent, QResizeEvent

    from nn.inspection.surfaces import Area
    from playground.panels.input.plane.axes import Axis, Place, SurfaceGeometry


class SurfaceView(LiveLook, QWidget):
    """Shows a picture over the plane with axes and points, and what is marked there.

    Attributes
    ----------
    adds_points : bool
        Whether a click on an empty place is to add a point; else it is to be looked at.
    can_edit : bool
        Whether points may be added, moved, deleted and relabelled.
    """

    spoken_as = "Chart"

    add_requested = Signal(object)
    """Place: a point is wanted there."""
    move_requested = Signal(int, object, str)
    """Index of a training point, the place it is wanted at, and the name of the gesture."""
    delete_requested = Signal(int)
    relabel_requested = Signal(int, int)
    """Index of a training point and the class it is to have, -1 for the next one."""
    place_chosen = Signal(object)
    """Place that is to be looked at."""
    point_chosen = Signal(object)
    """Hit: a point that is to be looked at."""
    pointed_at = Signal(object)
    """Place under the mouse or the keyboard's cursor, None when neither is there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.adds_points = False
        self.can_edit = False
        self._area, self._axes = USUAL_AREA, AXES
        self._geometry: SurfaceGeometry | None = None
        self._picture: QImage | None = None
        self.layer = PointsLayer()
        """The points that are shown."""
        self._overlay: QPixmap | None = None
        self._marked: Place | None = None
        self.selected: int | None = None
        """The training point that the keys act on."""
        self.cursor_place: Place | None = None
        """Where the keyboard's cursor stands."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    # ---- what is shown

    def show_area(self, area: Area, axes: tuple[Axis, Axis] = AXES) -> None:
        """Show this piece of the plane, with these axes."""
        if (area, axes) != (self._area, self._axes):
            self._area, self._axes = area, axes
            self._geometry = None
            self.cursor_place = None
            self._renew_overlay()

    def show_picture(self, picture: QImage | None) -> None:
        """Show colours over the whole area, scaled smoothly; None for none."""
        self._picture = picture
        self.update(self.geometry_now.frame.toAlignedRect())

    def show_points(self, train: PlanePoints, test: PlanePoints) -> None:
        """Show training points and test points."""
        layer = self.layer  # verdicts stay until there are others, so that they do not flicker while a point is dragged
        layer.train, layer.test = _with_marks(train, layer.train), _with_marks(test, layer.test)
        if self.selected is not None and self.selected >= len(train.places):
            self.selected = None
        self._renew_overlay()

    def show_wrong(self, train: NDArray[np.bool_], test: NDArray[np.bool_]) -> None:
        """Mark points that the network takes for another class; empty arrays for none."""
        layer = self.layer
        layer.train, layer.test = replace(layer.train, wrong=train), replace(layer.test, wrong=test)
        self._renew_overlay()

    def show_test_points(self, shown: bool) -> None:
        """Show or hide the test points."""
        self.layer.shows_test = shown
        self._renew_overlay()

    def mark(self, place: Place | None) -> None:
        """Mark the place that is looked at, None for none."""
        if place != self._marked:
            self._marked = place
            self.update()

    def select(self, index: int | None) -> None:
        """Select a training point for the keyboard, None for none."""
        self.selected = index
        self.update()

    def show_cursor(self, place: Place | None) -> None:
        """Show the keyboard's cursor somewhere, None to hide it."""
        self.cursor_place = place
        self.update()

    @property
    def geometry_now(self) -> SurfaceGeometry:
        """Where the plane lies in the widget."""
        if self._geometry is None:
            self._geometry = geometry_in(QRectF(self.rect()), self._area, self.font(), self._axes)
        return self._geometry

    def hit(self, pixels: QPointF) -> Hit | None:
        """Find the point at a place of the widget."""
        return self.layer.hit(self.geometry_now, pixels)

    # ---- painting

    @guarded_paint
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint colours, then axes and points, then what is marked."""
        with QPainter(self) as painter:
            palette, frame = self.palette(), self.geometry_now.frame
            painter.fillRect(event.rect(), palette.window())
            if self._picture is None:
                painter.fillRect(frame, palette.base())
            else:
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
                painter.drawImage(frame, self._picture)
            painter.drawPixmap(0, 0, self._overlay_now())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_marks(painter)

    def _overlay_now(self) -> QPixmap:
        """Return axes and points, which stay while the colours change 30 times a second."""
        if self._overlay is None:
            self._overlay = picture_for(self, self._paint_overlay)
        return self._overlay

    def _paint_overlay(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        paint_axes(painter, self.geometry_now, self.palette(), self.font())
        painter.setClipRect(self.geometry_now.frame.adjusted(-6, -6, 6, 6))
        self.layer.paint(painter, self.geometry_now, self.palette(), self.devicePixelRatioF())

    def _paint_marks(self, painter: QPainter) -> None:
        palette, geometry, focused = self.palette(), self.geometry_now, self.hasFocus()
        paint_frame(painter, geometry.frame, palette, focused)
        if self._marked is not None:
            paint_target(painter, geometry.pixels(self._marked), palette)
        if self.cursor_place is not None:
            paint_cross(painter, geometry.pixels(self.cursor_place), palette)
        place = None if self.selected is None else self.layer.place_of(Hit(TRAIN, self.selected))
        if place is not None and focused:
            paint_ring(painter, geometry.pixels(place), self.layer.radius(geometry), palette)

    def _renew_overlay(self) -> None:
        self._overlay = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the plane out anew."""
        super().resizeEvent(event)
        self._geometry = None
        self._renew_overlay()

    def restyle(self) -> None:
        """Take the colours and the font of the moment."""
        self._geometry = None
        self._renew_overlay()

    def event(self, event: QEvent) -> bool:
        """Follow the widget to a screen with other pixels."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._renew_overlay()
        return super().event(event)

    def sizeHint(self) -> QSize:
        """Return a size at which single points can be told apart."""
        return QSize(320, 320)

    def minimumSizeHint(self) -> QSize:
        """Return the smallest size in which the surface can be read."""
        return QSize(150, 150)


def _with_marks(points: PlanePoints, before: PlanePoints) -> PlanePoints:
    return replace(points, wrong=before.wrong) if len(before.wrong) == len(points.places) else points


_TARGET = 6.0  # px, radius of the ring around the place that is looked at
_ARM = 5.0  # px of the lines beyond it


def paint_frame(painter: QPainter, frame: QRectF, palette: QPalette, focused: bool) -> None:
    """Paint the edge of the plane, strong where the keys act."""
    role = QPalette.ColorRole.Highlight if focused else QPalette.ColorRole.Mid
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(palette.color(role), 2 if focused else 1))
    painter.drawRect(frame)


def paint_target(painter: QPainter, at: QPointF, palette: QPalette) -> None:
    """Paint a ring with four arms around the place that is looked at."""

    def draw() -> None:
        painter.drawEllipse(at, _TARGET, _TARGET)
        for x, y in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            arm = QPointF(x, y)
            painter.drawLine(at + arm * _TARGET, at + arm * (_TARGET + _ARM))

    _twice(painter, palette, draw)


def paint_cross(painter: QPainter, at: QPointF, palette: QPalette) -> None:
    """Paint the keyboard's cursor."""

    def draw() -> None:
        for x, y in ((1, 0), (0, 1)):
            painter.drawLine(at - QPointF(x, y) * 2 * _ARM, at + QPointF(x, y) * 2 * _ARM)

    _twice(painter, palette, draw)


def paint_ring(painter: QPainter, at: QPointF, radius: float, palette: QPalette) -> None:
    """Paint a ring around the selected point."""
    painter.setPen(QPen(palette.color(QPalette.ColorRole.Highlight), 2))
    painter.drawEllipse(at, radius + 4, radius + 4)


def _twice(painter: QPainter, palette: QPalette, draw: Callable[[], None]) -> None:
    """Draw in the colour of the ground and thinner in that of the text: seen on any colour."""
    colors = chart_colors(palette)
    for pen in (QPen(colors.background, 4), QPen(colors.text, 1.6)):
        painter.setPen(pen)
        draw()
