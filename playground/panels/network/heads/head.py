"""The head of one column of a network: what stands there, how many neurons, and the shapes that go in and out."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QToolButton, QWidget

from playground.panels.network.heads.card import (
    ROOM_FOR_ALL,
    HeadContent,
    line_of,
    paint_card,
    paint_others,
    paint_shapes,
    paint_title,
)
from playground.panels.network.heads.health_chip import HealthChip
from playground.safety.paint_guard import guarded_paint
from playground.widgets.fields.quiet_fields import QuietSpinBox
from playground.widgets.fields.tool_button import tool_button
from playground.widgets.look.live_look import LiveLook
from playground.widgets.text.tooltips import wrapped

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QFont, QMouseEvent, QPaintEvent, QResizeEvent

    from playground.panels.network.heads.health_words import ChipText

LEAST_WIDTH = 30  # px: the number of neurons alone, without its buttons
_BESIDE_NUMBER = 10  # px: the margins of a field's text, and its cursor
_PAD = 3  # px
_FRAME = 2  # px by which the field and the buttons are higher than a line
_LARGEST = 1_000_000


class LayerHead(LiveLook, QWidget):
    """A slim card with a title, a number of neurons to change, and shapes. It reports wishes and edits nothing.

    Attributes
    ----------
    column : int
        Which one it is, from 0 at the left; what is told of it begins with this number.

    Signals
    -------
    units_edited : int, int
        Another number of neurons was typed or stepped to.
    menu_requested : int, QPoint
        A menu is asked for at this global place.
    activation_requested : int, QPoint
        The curve or the name of the activation was clicked.
    step_requested : int
        The keyboard wants the head so many places further on.
    move_requested : int
        The column is to move by so many places.
    remove_requested, insert_requested
        The column is to go; a new layer is to come behind it.
    dragged, dropped : QPoint
        Where the pointer is, in the parent's coordinates; where it let go. Also dropped at (-1, -1) when given up.
    """

    units_edited = Signal(int, object)
    menu_requested = Signal(int, QPoint)
    activation_requested = Signal(int, QPoint)
    step_requested = Signal(int)
    move_requested = Signal(int)
    remove_requested = Signal(int)
    insert_requested = Signal(int, QPoint)
    dragged = Signal(QPoint)
    dropped = Signal(QPoint)
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = 0
        self._content = HeadContent("", "", "", "")
        self._pressed_at: QPoint | None = None
        self._is_dragging = False
        self.units = QuietSpinBox(1, _LARGEST, self)
        self.fewer, self.more = _small_button("remove", self), _small_button("add", self)
        self.chip = HealthChip(self)
        self._set_up_units()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.retranslate()

    def _set_up_units(self) -> None:
        self.units.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.units.setGroupSeparatorShown(False)
        self.units.setFrame(False)
        self.units.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.units.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.units.value_edited.connect(self._on_units_edited)
        self.units.refused.connect(self.refused)
        self.fewer.clicked.connect(self._on_fewer_clicked)
        self.more.clicked.connect(self._on_more_clicked)

    # ---- what is shown

    def content(self) -> HeadContent:
        """Give what is shown."""
        return self._content

    def show_content(self, content: HeadContent) -> None:
        """Show a column without reporting it."""
        if content.units is not None and content.units != self.units.value():
            self.units.show_value(content.units)  # a number that was typed in vain goes in any case
            self.units.lineEdit().deselect()  # else a part of the new number stays selected
        if content == self._content:
            return
        self._content = content
        self.units.setVisible(content.units is not None)
        self._place_units()
        self.units.setReadOnly(bool(content.why_not_more and content.why_not_fewer))
        self.more.setEnabled(not content.why_not_more)
        self.fewer.setEnabled(not content.why_not_fewer)
        self.retranslate()
        self.update()

    def show_health(self, text: ChipText | None) -> None:
        """Say what ails the layer; None while it is well."""
        if text != self.chip.text:
            self.chip.show_text(text)
            self.retranslate()

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        content = self._content
        keys = self.tr(
            "Click or press Enter for the menu. Drag or press Alt and an arrow key to move the layers; "
            "+ and - change the neurons, Delete removes, Insert adds."
        )
        self.setToolTip(f"{wrapped(content.tooltip)}\n\n{_wrapped(keys)}")
        ailment = "" if self.chip.text is None else f", {self.chip.text.long}"
        self.setAccessibleName(f"{content.title}, {content.shapes}{ailment}")
        self.setAccessibleDescription(keys)
        both = content.why_not_more and content.why_not_fewer
        words = self._words_of_filters() if content.are_filters else self._words_of_neurons()
        parts = (self.units, self.more, self.fewer)
        why_not = (content.why_not_more if both else "", content.why_not_more, content.why_not_fewer)
        for part, (name, text), reason in zip(parts, words, why_not, strict=True):
            part.setAccessibleName(name.format(name=content.title.split(" ")[0]))
            part.setToolTip(_wrapped(reason or text))

    def _words_of_neurons(self) -> tuple[tuple[str, str], ...]:
        """Give name and explanation of the number, of one more and of one less."""
        count = self.tr("How many neurons there are; type another number. New ones come last, the last ones go first.")
        return (
            (self.tr("Neurons of {name}"), count),
            (self.tr("Add a neuron to {name}"), self.tr("One neuron more; all others keep their weights.")),
            (self.tr("Remove a neuron from {name}"), self.tr("One neuron less: the last one goes, with its weights.")),
        )

    def _words_of_filters(self) -> tuple[tuple[str, str], ...]:
        count = self.tr("How many filters there are; type another number. New ones come last, the last ones go first.")
        return (
            (self.tr("Filters of {name}"), count),
            (self.tr("Add a filter to {name}"), self.tr("One filter more; all others keep their weights.")),
            (self.tr("Remove a filter from {name}"), self.tr("One filter less: the last one goes, with its weights.")),
        )

    def sizeHint(self) -> QSize:
        """Return room for everything in one line each."""
        return QSize(140, height_of(self.font()))

    def minimumSizeHint(self) -> QSize:
        """Return the least that still shows the number of neurons."""
        return QSize(LEAST_WIDTH, height_of(self.font()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the field between its buttons."""
        super().resizeEvent(event)
        self._place_units()

    def _place_units(self) -> None:
        """Put the number between its buttons; a narrow head has the number alone, and its keys and menu."""
        line, row = line_of(self.font()), self._field
        top, side = _PAD + 2 * line, row if self.width() >= ROOM_FOR_ALL else row - 3
        number = self.fontMetrics().horizontalAdvance(str(self._content.units or 0)) + _BESIDE_NUMBER
        has_buttons = self.width() >= number + 2 * (side + 1)
        for button in (self.fewer, self.more):
            button.setVisible(has_buttons and self._content.units is not None)
        field = min(self.width() - 2 * (side + 1 if has_buttons else 1), 4 * line)
        left = (self.width() - field) // 2
        self.fewer.setGeometry(left - side, top, side, row)
        self.units.setGeometry(left, top, field, row)
        self.more.setGeometry(left + field, top, side, row)
        self.chip.setGeometry(self._shapes_row())

    @property
    def _field(self) -> int:
        return line_of(self.font()) + _FRAME

    def restyle(self) -> None:
        """Take the font of the moment."""
        self._place_units()

    def _shapes_row(self) -> QRect:
        line, field = line_of(self.font()), self._field
        gap = field if self._content.units is not None else field // 2
        return QRect(_PAD, _PAD + 2 * line + gap, self.width() - 2 * _PAD, line)

    def _others_row(self) -> QRect:
        line = line_of(self.font())
        return QRect(_PAD, _PAD + line, self.width() - 2 * _PAD, line)

    @guarded_paint
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card and its lines of text."""
        with QPainter(self) as painter:
            painter.setFont(self.font())
            is_lit = self.underMouse() and self.isEnabled()
            paint_card(
                painter, self.rect(), self.palette(), is_marked=self.hasFocus() or self._is_dragging, is_lit=is_lit
            )
            row = QRect(_PAD, _PAD, self.width() - 2 * _PAD, line_of(self.font()))
            paint_title(painter, row, self.palette(), self._content.first)
            paint_others(painter, self._others_row(), self.palette(), self._content)
            if self.chip.text is None:  # which covers them
                paint_shapes(painter, self._shapes_row(), self.palette(), self._content)

    # ---- what a person does

    @Slot(object)
    def _on_units_edited(self, units: int) -> None:
        self.units_edited.emit(self.column, units)

    @Slot()
    def _on_fewer_clicked(self) -> None:
        self._change_units(-1)

    @Slot()
    def _on_more_clicked(self) -> None:
        self._change_units(1)

    def _change_units(self, by: int) -> None:
        content = self._content
        why_not = content.why_not_more if by > 0 else content.why_not_fewer
        if content.units is None or why_not:
            self.refused.emit(why_not)
        else:
            self.units_edited.emit(self.column, content.units + by)

    def event(self, event: QEvent) -> bool:
        """Keep Alt with an arrow, which moves the layers here, from the window, which goes back by it."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            is_arrow = event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right)
            if is_arrow and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the head's keys stand for; those that its field leaves over are not meant."""
        if self.units.hasFocus():
            super().keyPressEvent(event)
            return
        key, is_alt = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        side = {int(Qt.Key.Key_Left): -1, int(Qt.Key.Key_Right): 1}.get(key, 0)
        if key == Qt.Key.Key_Escape and self._is_dragging:
            self._end_drag(QPoint(-1, -1))
        elif side:
            (self.move_requested if is_alt else self.step_requested).emit(side)
        elif event.text() in ("+", "-"):
            self._change_units(1 if event.text() == "+" else -1)
        elif key == Qt.Key.Key_Delete:
            self.remove_requested.emit(self.column)
        elif key == Qt.Key.Key_Insert:
            self.insert_requested.emit(self.column, self._below())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Down):
            self.menu_requested.emit(self.column, self._below())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu, also by the menu key."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        self.menu_requested.emit(self.column, event.globalPos() if by_mouse else self._below())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click or a drag."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the column once the pointer is far enough from where it was pressed."""
        if self._pressed_at is None or not self._content.is_movable:
            return
        here = event.position().toPoint()
        if self._is_dragging or (here - self._pressed_at).manhattanLength() >= QApplication.startDragDistance():
            self._is_dragging = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.dragged.emit(self.mapToParent(here))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop what was dragged, or open the menu."""
        if event.button() != Qt.MouseButton.LeftButton or self._pressed_at is None:
            return
        here = event.position().toPoint()
        if self._is_dragging:
            self._end_drag(self.mapToParent(here))
        elif self._content.curve and self._others_row().contains(here):
            self.activation_requested.emit(self.column, self._below())
        elif self.rect().contains(here):
            self.menu_requested.emit(self.column, self._below())
        self._pressed_at = None

    def _end_drag(self, at: QPoint) -> None:
        self._is_dragging, self._pressed_at = False, None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.update()
        self.dropped.emit(at)

    def _below(self) -> QPoint:
        return self.mapToGlobal(QPoint(0, self.height()))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Give up a drag."""
        super().focusOutEvent(event)
        if self._is_dragging:
            self._end_drag(QPoint(-1, -1))


def height_of(font: QFont) -> int:
    """Return the height of every head in a font, in px: three lines of text, and the field."""
    return 4 * line_of(font) + _FRAME + 2 * _PAD


def _small_button(picture: str, head: LayerHead) -> QToolButton:
    button = tool_button(
        picture, side=12, parent=head, focusPolicy=Qt.FocusPolicy.NoFocus
    )  # the head has keys for both
    button.setCursor(Qt.CursorShape.ArrowCursor)
    return button


@cache
def _wrapped(text: str) -> str:
    """Wrap one of the few texts that every head has: wrapping takes longer than all else a head shows."""
    return wrapped(text)
