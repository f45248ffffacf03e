"""Boards side by side, painted, pointed at and clicked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, QVariantAnimation, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from playground.safety.paint_guard import guarded_paint
from playground.widgets.boards.arranging import Placed, Room, best_arranged
from playground.widgets.boards.board import Frame, Look, Spot
from playground.widgets.boards.painting import BoardPainter
from playground.widgets.look.colors import chart_colors
from playground.widgets.look.live_look import LiveLook

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QHideEvent, QResizeEvent

    from playground.widgets.boards.board import Band

_FLIGHT_MS = 200
_BEGINS_NUMBER = "0123456789-+."
_STEPS = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}


class BoardsView(LiveLook, QWidget):
    """Shows boards as large as there is room, and tells at which cell the pointer is.

    With Shift the arrows point at cells without a mouse, Page Up and Page Down go to another board, Escape points at
    none; a digit or a sign begins a number for the cell; every other key is left to whoever the view belongs to.
    """

    spoken_as = "Graphic"

    pointed = Signal(object)
    """Spot, or None."""
    chosen = Signal(object)
    """Spot that was clicked."""
    menu_wanted = Signal(object, object)
    """Spot, and the QPoint on the screen where a menu about it is wanted."""
    typed = Signal(object, str)
    """Spot for which a number is to be typed: after a double click nothing yet, else its first letter."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ways: tuple[tuple[Band, ...], ...] = ()
        self._placed: list[Placed] = []
        self._spot: Spot | None = None
        self._lit: Spot | None = None
        self._painter: BoardPainter | None = None
        self._flight = QVariantAnimation(self, startValue=0.0, endValue=1.0, duration=_FLIGHT_MS)
        self._flight.valueChanged.connect(self._on_flown)
        self._from: Spot | None = None
        self._to: Spot | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def boards(self) -> dict[str, Placed]:
        """The boards by their names, with where they stand."""
        return {each.board.name: each for each in self._placed}

    @property
    def spot(self) -> Spot | None:
        """The cell that is pointed at."""
        return self._spot

    def show_boards(self, *ways: Sequence[Band]) -> None:
        """Show other boards, in the one of several ways to put them into bands that makes them largest."""
        self._ways = tuple(map(tuple, ways))
        self._arrange()
        if self._spot is not None and not self._is_there(self._spot):
            self.forget()
        self.update()

    def forget(self) -> None:
        """Point at nothing, and tell nobody: the boards are others."""
        self._spot = self._lit = None

    def light(self, spot: Spot | None) -> None:
        """Frame a cell until the pointer is at another."""
        self._lit = spot
        self.update()

    def fly(self, start: Spot, end: Spot) -> None:
        """Let a number fly from one cell to another: a fifth of a second, which stops nobody."""
        self._from, self._to = start, end
        self._flight.stop()
        if self.isVisible():
            self._flight.start()

    def spot_at(self, point: QPoint) -> Spot | None:
        """Give the cell at a point."""
        for placed in self._placed:
            if placed.area.contains(point):
                row, column = (
                    (point.y() - placed.area.top()) // placed.cell,
                    (point.x() - placed.area.left()) // placed.cell,
                )
                row, column = min(row, placed.board.rows - 1), min(column, placed.board.columns - 1)
                for down, across in ((row, column), (row - 1, column), (row, column - 1), (row - 1, column - 1)):
                    if min(down, across) >= 0 and placed.cell_area(down, across).contains(point):
                        return Spot(placed.board.name, down, across)
        return None

    def _is_there(self, spot: Spot) -> bool:
        placed = self.boards.get(spot.board)
        return placed is not None and spot.row < placed.board.rows and spot.column < placed.board.columns

    def _arrange(self) -> None:
        metrics = self.fontMetrics()
        room = Room(self.width(), self.height(), metrics.height() + 3, metrics.horizontalAdvance)
        self._placed = best_arranged(self._ways, room)

    # ---- what a person does

    def point_at(self, spot: Spot | None) -> None:
        """Point at a cell, or at none."""
        if spot != self._spot:
            self._spot, self._lit = spot, None
            self.update()
            self.pointed.emit(spot)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer."""
        self.point_at(self.spot_at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing."""
        self.point_at(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a cell."""
        spot = self.spot_at(event.position().toPoint())
        if spot is not None and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(spot)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Type a number for a cell."""
        spot = self.spot_at(event.position().toPoint())
        if spot is not None and event.button() == Qt.MouseButton.LeftButton:
            self.typed.emit(spot, "")

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu about the cell under the mouse, or the one that the keys point at."""
        by_keys = event.reason() is QContextMenuEvent.Reason.Keyboard
        spot = self._spot if by_keys else self.spot_at(event.pos())
        if spot is None:
            super().contextMenuEvent(event)
            return
        cell = self.boards[spot.board].cell_area(spot.row, spot.column)
        self.menu_wanted.emit(spot, self.mapToGlobal(cell.center()) if by_keys else event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Point without a mouse."""
        key, shift = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if shift and key in _STEPS and self._placed:
            self._point_beside(*_STEPS[key])
        elif shift and key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp) and self._placed:
            self._point_at_board(1 if key == Qt.Key.Key_PageDown else -1)
        elif self._spot is not None and event.text() and event.text() in _BEGINS_NUMBER:
            self.typed.emit(self._spot, event.text())
        elif key == Qt.Key.Key_Escape and self._spot is not None:
            self.point_at(None)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._spot is not None:
            self.chosen.emit(self._spot)
        else:
            super().keyPressEvent(event)

    def _point_beside(self, down: int, across: int) -> None:
        if self._spot is None:
            self.point_at(Spot(self._placed[0].board.name, 0, 0))
            return
        board = self.boards[self._spot.board].board
        row = min(max(self._spot.row + down, 0), board.rows - 1)
        column = min(max(self._spot.column + across, 0), board.columns - 1)
        self.point_at(Spot(board.name, row, column))

    def _point_at_board(self, step: int) -> None:
        names = list(self.boards)
        now = names.index(self._spot.board) if self._spot is not None else -1 if step > 0 else 0
        self.point_at(Spot(names[(now + step) % len(names)], 0, 0))

    def event(self, event: QEvent) -> bool:
        """Say what the number under the pointer is."""
        if isinstance(event, QHelpEvent):
            spot = self.spot_at(event.pos())
            text = self.about(spot) if spot is not None else self.toolTip()
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def about(self, spot: Spot) -> str:
        """Return the name and the number of a cell."""
        return self.boards[spot.board].board.about(spot.row, spot.column)

    # ---- painting

    @guarded_paint
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the boards, the cell that is pointed at, and what flies."""
        if self._painter is None:
            self._painter = BoardPainter(self.palette(), self.font())
        with QPainter(self) as painter:
            painter.setFont(self.font())
            for placed in self._placed:
                self._painter.paint(painter, placed, self._frames_of(placed))
            self._paint_flight(painter)

    def _frames_of(self, placed: Placed) -> tuple[Frame, ...]:
        spots = (each for each in (self._spot, self._lit) if each is not None and each.board == placed.board.name)
        return tuple(Frame(spot.row, spot.column, look=Look.POINTED) for spot in spots)

    def _paint_flight(self, painter: QPainter) -> None:
        if self._flight.state() != QVariantAnimation.State.Running or self._from is None or self._to is None:
            return
        boards = self.boards
        if not (self._is_there(self._from) and self._is_there(self._to)):
            return
        start = QRectF(boards[self._from.board].cell_area(self._from.row, self._from.column))
        end = QRectF(boards[self._to.board].cell_area(self._to.row, self._to.column))
        share = float(self._flight.currentValue())
        middle = start.center() + (end.center() - start.center()) * share
        side = max(start.width() + (end.width() - start.width()) * share, 6.0)
        painter.setPen(QPen(chart_colors(self.palette()).accent, 2))
        painter.setBrush(chart_colors(self.palette()).background)
        painter.drawRect(QRectF(middle - QPointF(side / 2, side / 2), QPointF(middle + QPointF(side / 2, side / 2))))

    @Slot()
    def _on_flown(self) -> None:
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the boards to the room."""
        super().resizeEvent(event)
        self._arrange()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let nothing fly where nobody watches."""
        super().hideEvent(event)
        self._flight.stop()

    def restyle(self) -> None:
        """Take the colours and the font of the moment."""
        self._painter = None
        self._arrange()
        self.update()

    def sizeHint(self) -> QSize:
        """Give room for a digit, a filter and what comes out."""
        return QSize(520, 260)

    def minimumSizeHint(self) -> QSize:
        """Give the least room in which cells can be told apart."""
        return QSize(220, 150)
