"""The ring around what has the keyboard: the style's own mark is a thin line that is not seen at a glance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QFocusFrame, QMainWindow, QWidget
from shiboken6 import isValid

from playground.safety.paint_guard import guarded_paint

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent, QObject
    from PySide6.QtGui import QPaintEvent

_WIDTH = 2.0  # px
_ROUND = 4.0  # px
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def is_gone(widget: QWidget) -> bool:
    """Say whether a widget cannot have the keyboard any more: it was not taken by a person's hand then."""
    return not isValid(widget) or not widget.isVisible() or not widget.isEnabled()


class FocusRing(QFocusFrame):
    """Surrounds the widget in focus with a line of ink, unless the mouse or the window's coming up brought it there.

    Where a control becomes grey or hides, its focus goes on by itself: then there is a ring if there was one before.
    """

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window, objectName="focusRing")
        self._window = window
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()  # else it comes up with the window, around nothing
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        by_mouse = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        is_ours = now is not None and before is not None and now.window() is self._window
        is_new = is_ours and before is not None and self.widget() is None and is_gone(before)  # Qt's choice, no hand's
        self.surround(now if is_ours and not by_mouse and not is_new else None)

    def surround(self, widget: QWidget | None) -> None:
        """Stand around a widget, or around none."""
        self.setWidget(widget)  # type: ignore[arg-type]  # None is no widget
        self.clearMask()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the widget, without the mask that would hide a ring drawn further in; Enter presses a button."""
        if watched is self.widget() and isinstance(watched, QAbstractButton) and _is_enter(event):
            watched.click()  # the space bar does, too; Qt leaves Enter to dialogs
            return True
        is_taken = super().eventFilter(watched, event)
        if not self.mask().isEmpty():
            self.clearMask()
        return is_taken

    @guarded_paint
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ring."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.WindowText), _WIDTH))
            edge = _WIDTH / 2
            painter.drawRoundedRect(self._in_sight().adjusted(edge, edge, -edge, -edge), _ROUND, _ROUND)

    def _in_sight(self) -> QRectF:
        """Return what of the ring's place its surroundings leave: a tool bar is hardly higher than a button."""
        around = self.parentWidget().rect().translated(-self.pos())
        return QRectF(self.rect().intersected(around))


def _is_enter(event: QEvent) -> bool:
    if not isinstance(event, QKeyEvent) or event.isAutoRepeat():
        return False
    return event.type() == QKeyEvent.Type.KeyPress and event.key() in _ENTER
