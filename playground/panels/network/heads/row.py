"""Heads above the columns of a network: where they stand, how the keyboard walks them, where a dragged one drops."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from playground.panels.network.heads.head import LEAST_WIDTH, LayerHead, height_of
from playground.safety.paint_guard import guarded_paint
from playground.widgets.look.colors import chart_colors
from playground.widgets.text.tooltips import wrapped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from playground.panels.network.heads.card import HeadContent

_WIDEST = 190  # px
_GAP = 8  # px between two heads: the mark of a drop stands there
_MARK = 4  # px


class Strip(NamedTuple):
    """What a head stands above: left edge and width, in px."""

    left: float
    width: float

    @property
    def middle(self) -> float:
        """Where the head is centred."""
        return self.left + self.width / 2


class LayerHeadRow(QWidget):
    """A head for each column. Signals bring the number of the column, from 0 at the left, and the wish.

    Signals
    -------
    units_edited : int, int
        Column and its new number of neurons.
    menu_requested, activation_requested, insert_requested : int, QPoint
        Column, and the global place for a menu.
    remove_requested : int
    move_requested : int, int
        Column, and the gap where it is to go: gap k is before column k.
    drop_pondered : int, int
        The same while it is being dragged; who listens may answer with `say_drop`.
    """

    units_edited = Signal(int, object)
    menu_requested = Signal(int, QPoint)
    activation_requested = Signal(int, QPoint)
    insert_requested = Signal(int, QPoint)
    remove_requested = Signal(int)
    move_requested = Signal(int, int)
    drop_pondered = Signal(int, int)
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heads: list[LayerHead] = []
        self._strips: tuple[Strip, ...] = ()
        self._mark = _DropMark(self)
        self._gap = -1
        self._pointer = QPoint()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def heads(self) -> tuple[LayerHead, ...]:
        """Give the heads, from left to right."""
        return tuple(self._heads)

    def show_contents(self, contents: Sequence[HeadContent]) -> None:
        """Show these columns; heads that stay keep the keyboard focus."""
        while len(self._heads) > len(contents):
            self._drop_head(self._heads.pop())
        while len(self._heads) < len(contents):
            self._heads.append(self._new_head())
        for column, (head, content) in enumerate(zip(self._heads, contents, strict=True)):
            head.column = column
            head.show_content(content)
        self._place()

    def set_strips(self, strips: Sequence[Strip]) -> None:
        """Say where the columns stand."""
        self._strips = tuple(strips)
        self._place()

    def focus_head(self, column: int) -> None:
        """Give a head the keyboard focus, if there is such a column."""
        if 0 <= column < len(self._heads):
            self._heads[column].setFocus(Qt.FocusReason.TabFocusReason)

    def say_drop(self, text: str, is_allowed: bool) -> None:
        """Tell the person what dropping here would do."""
        self._mark.show_allowed(is_allowed)
        QToolTip.showText(self.mapToGlobal(self._pointer), wrapped(text), self)

    def sizeHint(self) -> QSize:
        """Return the height of one head."""
        return QSize(400, height_of(self.font()))

    def minimumSizeHint(self) -> QSize:
        """Return the height of one head."""
        return QSize(LEAST_WIDTH, height_of(self.font()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the heads above their columns."""
        super().resizeEvent(event)
        self._place()

    def _new_head(self) -> LayerHead:
        head = LayerHead(self)
        head.units_edited.connect(self.units_edited)
        head.menu_requested.connect(self.menu_requested)
        head.activation_requested.connect(self.activation_requested)
        head.insert_requested.connect(self.insert_requested)
        head.step_requested.connect(self._on_step_requested)
        head.move_requested.connect(self._on_move_requested)
        head.remove_requested.connect(self.remove_requested)
        head.dragged.connect(self._on_dragged)
        head.dropped.connect(self._on_dropped)
        head.refused.connect(self.refused)
        return head

    def _drop_head(self, head: LayerHead) -> None:
        head.hide()
        head.deleteLater()  # it may be the sender of the signal that is being handled

    # ---- where they stand

    def _place(self) -> None:
        strips = self._strips if len(self._strips) == len(self._heads) else self._evenly()
        for number, (head, strip) in enumerate(zip(self._heads, strips, strict=True)):
            left, right = self._limits(strips, number)
            left, right = max(left, strip.middle - _WIDEST / 2), min(right, strip.middle + _WIDEST / 2)
            head.setGeometry(round(left), 0, max(round(right - left), LEAST_WIDTH), self.height())
            head.show()

    def _evenly(self) -> tuple[Strip, ...]:
        """Return a share of the width for each head, until somebody says where its column is."""
        share = self.width() / max(len(self._heads), 1)
        return tuple(Strip(number * share, share) for number in range(len(self._heads)))

    def _limits(self, strips: Sequence[Strip], number: int) -> tuple[float, float]:
        """Return how far a head may reach: half-way to its neighbours."""
        here = strips[number].middle
        before = strips[number - 1].middle if number else None
        after = strips[number + 1].middle if number + 1 < len(strips) else None
        left = 0.0 if before is None else (before + here + _GAP) / 2
        right = float(self.width()) if after is None else (here + after - _GAP) / 2
        return left, right

    def _gap_at(self, x: int) -> int:
        """Return the gap between heads nearest to `x`; nothing comes before the input."""
        return max(sum(head.geometry().center().x() < x for head in self._heads), 1)

    def _gap_middle(self, gap: int) -> int:
        if gap >= len(self._heads):
            return min(self._heads[-1].geometry().right() + _GAP // 2, self.width() - _MARK)
        return (self._heads[gap - 1].geometry().right() + self._heads[gap].geometry().left()) // 2

    # ---- what a person does

    def _column(self) -> int:
        head = self.sender()
        assert isinstance(head, LayerHead)
        return head.column

    @Slot(int)
    def _on_step_requested(self, side: int) -> None:
        self.focus_head(self._column() + side)

    @Slot(int)
    def _on_move_requested(self, side: int) -> None:
        column = self._column()
        if self._heads[column].content().is_movable:
            self.move_requested.emit(column, column + (2 if side > 0 else -1))

    @Slot(QPoint)
    def _on_dragged(self, at: QPoint) -> None:
        gap = self._gap_at(at.x())
        self._pointer = at + QPoint(0, self.height() - at.y())
        if gap != self._gap:
            self._gap = gap
            self._mark.move(self._gap_middle(gap) - _MARK // 2, 0)
            self._mark.resize(_MARK, self.height())
            self._mark.raise_()
            self._mark.show()
            self.drop_pondered.emit(self._column(), gap)

    @Slot(QPoint)
    def _on_dropped(self, at: QPoint) -> None:
        column, gap, self._gap = self._column(), self._gap, -1
        self._mark.hide()
        QToolTip.hideText()
        if at.x() >= 0 and gap not in (column, column + 1):
            self.move_requested.emit(column, gap)


class _DropMark(QWidget):
    """The line where a dragged column would go."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._is_allowed = True
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_allowed(self, is_allowed: bool) -> None:
        """Say by the colour whether it can go there."""
        self._is_allowed = is_allowed
        self.update()

    @guarded_paint
    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill the line."""
        colors = chart_colors(self.palette())
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), colors.accent if self._is_allowed else colors.diverged)
