"""A line over a whole recorded pass: its phases in colours, its layers as marks, and a handle to drag."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPixmap,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from playground.panels.breakpoint_words import phase_text
from playground.panels.debugger.event_tree import call_text
from playground.safety.paint_guard import guarded_paint
from playground.widgets.graph.style import graph_colors
from playground.widgets.look.colors import blend, chart_colors
from playground.widgets.look.live_look import LiveLook
from playground.widgets.picture.painted import picture_for

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from nn.trace import Event

_MARGIN = 7  # px, half of the handle
_TRACK = 12  # px
_DOT = 2.5  # px, radius
_HEIGHT = 30
_AHEAD = {"forward": 0.20, "loss": 0.16, "backward": 0.20, "update": 0.10}
_BEHIND = {"forward": 0.70, "loss": 0.50, "backward": 0.70, "update": 0.35}
"""Shares of a phase's colour in what is still to come and in what has happened."""


class Section(NamedTuple):
    """A phase of the pass.

    Attributes
    ----------
    kind : str
        "forward", "loss", "backward" or "update": its colour.
    title : str
        Its name in the language of the moment.
    first, last : int
        How many events have happened where it begins and where it ends.
    """

    kind: str
    title: str
    first: int
    last: int


class Track(NamedTuple):
    """What a scrubber goes over.

    Attributes
    ----------
    length : int
        How many events there are.
    sections : tuple of Section
    layers : tuple of int
        How many events have happened behind each layer.
    names : tuple of str
        One for each event.
    """

    length: int = 0
    sections: tuple[Section, ...] = ()
    layers: tuple[int, ...] = ()
    names: tuple[str, ...] = ()


def track_of(trace: Sequence[Event]) -> Track:
    """Return the phases and layers of a pass, by how many events have happened."""
    sections = []
    for kind, events in groupby(trace, key=lambda event: event.phase):
        group = list(events)
        sections.append(Section(kind, phase_text(kind), group[0].index, group[-1].index + 1))
    layers = tuple(event.index + 1 for event in trace if event.depth == "layer")
    return Track(len(trace), tuple(sections), layers, tuple(_name(event) for event in trace))


def _name(event: Event) -> str:
    return call_text(event) if event.depth == "layer" else f"{event.name}:  {call_text(event)}"


class Scrubber(LiveLook, QWidget):
    """Show how far a pass is, and ask for another place by drag, wheel and keys.

    Left and right go by one event, page up and page down by a layer, Home and End to the ends.

    Signals
    -------
    place_requested : int
        How many events are to have happened.
    """

    spoken_as = "Slider"

    place_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._track = Track()
        self.place = 0
        """How many events have happened."""
        self._dots: frozenset[int] = frozenset()
        self._look: object = None  # of the pictures
        self._pictures = QPixmap(), QPixmap()
        self.setObjectName("scrubber")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def spoken_place(self) -> tuple[int, int]:
        """The place and the last one."""
        return self.place, self._track.length

    def show_track(self, track: Track) -> None:
        """Show another pass; the place is shown next."""
        if track != self._track:
            self._track = track
            self.update()

    def show_place(self, place: int) -> None:
        """Show how many events have happened."""
        if place != self.place:
            self.place = place
            self.update()

    def show_breakpoints(self, events: frozenset[int]) -> None:
        """Show dots at the events with these indices."""
        if events != self._dots:
            self._dots = events
            self.update()

    def x_of(self, place: float) -> float:
        """Give where a place is, in pixels."""
        return _MARGIN + (self.width() - 2 * _MARGIN) * place / max(self._track.length, 1)

    def place_at(self, x: float) -> int:
        """Give the place nearest to a pixel."""
        share = (x - _MARGIN) / max(self.width() - 2 * _MARGIN, 1)
        return min(max(round(share * self._track.length), 0), self._track.length)

    def sizeHint(self) -> QSize:
        """Give room for the line, the dots above it and the names within."""
        return QSize(240, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Give the least width in which the phases can be told apart."""
        return QSize(120, _HEIGHT)

    # ---- what a person does

    def _ask(self, place: int) -> None:
        place = min(max(place, 0), self._track.length)
        if place != self.place:
            self.place_requested.emit(place)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go where the line is pressed."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._ask(self.place_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the mouse while it is pressed."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._ask(self.place_at(event.position().x()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Go by one event for each notch, down is forwards."""
        steps = event.angleDelta().y()
        if steps:
            self._ask(self.place + (1 if steps < 0 else -1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go by one event, by a layer, or to an end."""
        place = self._place_of_key(Qt.Key(event.key()))
        if place is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        else:
            self._ask(place)

    def _place_of_key(self, key: Qt.Key) -> int | None:
        stops = (0, *self._track.layers, self._track.length)
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Up):
            return self.place - 1
        if key in (Qt.Key.Key_Right, Qt.Key.Key_Down):
            return self.place + 1
        if key == Qt.Key.Key_PageDown:
            return next((stop for stop in stops if stop > self.place), self._track.length)
        if key == Qt.Key.Key_PageUp:
            return next((stop for stop in reversed(stops) if stop < self.place), 0)
        return {Qt.Key.Key_Home: 0, Qt.Key.Key_End: self._track.length}.get(key)

    def event(self, event: QEvent) -> bool:
        """Name what is under the mouse."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self._track.length:
            place = self.place_at(event.pos().x())
            name = self._track.names[place - 1] if place else ""
            parts = (self._title_at(place), name, f"{place} / {self._track.length}", self.toolTip())
            QToolTip.showText(event.globalPos(), "\n".join(filter(None, parts)), self)
            return True
        return super().event(event)

    def _title_at(self, place: int) -> str:
        sections = (each.title for each in self._track.sections if each.first < place <= each.last)
        return next(sections, "")

    # ---- painting

    def restyle(self) -> None:
        """Take the colours and the font of the moment."""
        self._look = None
        self.update()

    @guarded_paint
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint phases, layers, breakpoints and the handle."""
        ahead, behind = self._drawn()
        with QPainter(self) as painter:
            painter.drawPixmap(0, 0, ahead)
            painter.setClipRect(0, 0, round(self.x_of(self.place)), self.height())
            painter.drawPixmap(0, 0, behind)
            painter.setClipping(False)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            top = self.height() - _TRACK - 5
            self._paint_dots(painter, top)
            self._paint_handle(painter, top)

    def _drawn(self) -> tuple[QPixmap, QPixmap]:
        """Give the track as it is ahead of the place and behind it: a step moves the border between them only."""
        look = self._track, self.size(), self.devicePixelRatioF()
        if look != self._look:
            self._look = look
            ahead, behind = (picture_for(self, partial(self._paint_track, shares)) for shares in (_AHEAD, _BEHIND))
            self._pictures = ahead, behind
        return self._pictures

    def _paint_track(self, shares: Mapping[str, float], painter: QPainter) -> None:
        top = self.height() - _TRACK - 5
        font = painter.font()
        font.setPixelSize(10)
        painter.setFont(font)
        for section in self._track.sections:
            self._paint_section(painter, section, top, shares[section.kind])
        self._paint_layers(painter, top)

    def _paint_section(self, painter: QPainter, section: Section, top: int, share: float) -> None:
        left, right = self.x_of(section.first), self.x_of(section.last)
        base = self.palette().color(QPalette.ColorRole.Window)
        painter.fillRect(QRectF(left, top, right - left, _TRACK), blend(base, self._colour(section.kind), share))
        if painter.fontMetrics().horizontalAdvance(section.title) + 6 < right - left:
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            painter.drawText(QRectF(left, 0, right - left, top), Qt.AlignmentFlag.AlignCenter, section.title)

    def _colour(self, kind: str) -> QColor:
        """Give a phase its colour: the way back has that of the gradients in a graph."""
        colours = chart_colors(self.palette())
        gradient = graph_colors(self.palette()).gradient
        return {"forward": colours.accent, "backward": gradient}.get(kind, colours.text)

    def _paint_layers(self, painter: QPainter, top: int) -> None:
        painter.setPen(self.palette().color(QPalette.ColorRole.Window))
        for place in self._track.layers[:-1]:
            x = round(self.x_of(place))
            painter.drawLine(x, top, x, top + _TRACK - 1)

    def _paint_dots(self, painter: QPainter, top: int) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(chart_colors(self.palette()).accent)
        for index in self._dots:
            painter.drawEllipse(QPointF(self.x_of(index + 1), top - _DOT - 1), _DOT, _DOT)

    def _paint_handle(self, painter: QPainter, top: int) -> None:
        if not self._track.length:
            return
        colours = chart_colors(self.palette())
        x = self.x_of(self.place)
        painter.setPen(colours.background)
        painter.setBrush(colours.accent if self.hasFocus() else colours.text)
        painter.drawRoundedRect(QRectF(x - 3, top - 3, 6, _TRACK + 6), 3, 3)
