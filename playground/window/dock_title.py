"""The title bar of a dock."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QDockWidget, QLabel, QSizePolicy, QToolButton, QWidget

from playground.safety.paint_guard import guarded_paint
from playground.widgets.layouts import in_row
from playground.widgets.look.icons import icon
from playground.widgets.look.live_look import LiveLook

_MARGINS = (10, 4, 6, 5)


class DockTitle(LiveLook, QWidget):
    """A dock's name in bold, with buttons to float and to close it; drag it to move the dock, double-click to fill.

    A widget and not a style sheet, because widgets under a style sheet do not follow a change of the palette.
    """

    fill_wanted = Signal()
    """The dock is to fill the window, or to go back."""
    resized = Signal()
    """The dock may have become so low that it has no title, or high enough for one."""

    def __init__(self, dock: QDockWidget) -> None:
        super().__init__(dock)
        self._dock = dock
        self._is_folded = False
        self._name = QLabel()
        font = self._name.font()
        font.setBold(True)
        self._name.setFont(font)
        # A long name gives way to the content's width, not the other way round.
        self._name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._float = self._button("float")
        self._close = self._button("close")
        in_row((self._name, 1), self._float, self._close, of=self, margins=_MARGINS, spacing=2)
        self._float.clicked.connect(self._on_float_clicked)
        self._close.clicked.connect(dock.close)
        dock.windowTitleChanged.connect(self._name.setText)
        self.retranslate()

    def _button(self, picture: str) -> QToolButton:
        return QToolButton(autoRaise=True, icon=icon(picture), iconSize=QSize(14, 14))

    def retranslate(self) -> None:
        """Set every visible text in the language of the moment."""
        for button, text, explanation in (
            (self._float, self.tr("Float"), self.tr("Make this part a window of its own, or put it back")),
            (self._close, self.tr("Close"), self.tr("Close this part; the View menu opens it again")),
        ):
            button.setAccessibleName(text)
            button.setToolTip(explanation)

    def fold(self, folded: bool) -> None:
        """Take no room, because a tab names the dock already; or come back."""
        if folded == self._is_folded:
            return
        self._is_folded = folded
        for part in (self._name, self._float, self._close):
            part.setVisible(not folded)
        # Without margins a layout of hidden parts is empty. Qt works that out by itself: the window asks each title
        # for its size hundreds of times in one layout, too often for a method of ours.
        self.layout().setContentsMargins(*((0, 0, 0, 0) if folded else _MARGINS))

    @guarded_paint
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a fine line under the title."""
        with QPainter(self) as painter:
            painter.setPen(self.palette().mid().color())
            painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Ask for the whole window; Qt's own answer would be to float the dock."""
        event.accept()
        self.fill_wanted.emit()

    @Slot()
    def _on_float_clicked(self) -> None:
        self._dock.setFloating(not self._dock.isFloating())
