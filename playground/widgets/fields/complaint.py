"""What was wrong with a typed value, said at its field: over what lies below, so that nothing moves."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPalette
from PySide6.QtWidgets import QFrame, QLabel, QWidget

NAME = "fieldComplaint"
_SHOWN_MS = 8000
_WIDEST = 320  # px
_ENDS = (QEvent.Type.Hide, QEvent.Type.Move, QEvent.Type.FocusIn, QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress)


def complain(field: QWidget, text: str) -> None:
    """Say at a field what was wrong with the text that stood in it, until it is gone to again, or for some seconds."""
    window = field.window()
    known = window.findChild(_Complaint, NAME, Qt.FindChildOption.FindDirectChildrenOnly)
    (known or _Complaint(window)).show_at(field, text)


class _Complaint(QLabel):
    """The bubble of a window: one is enough, for the last thing that was wrong."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, objectName=NAME, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFrameShape(QFrame.Shape.Box)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.ToolTipBase)
        self.setForegroundRole(QPalette.ColorRole.ToolTipText)  # BrightText is for the ground of the window
        self.setMargin(5)
        self._field: QWidget | None = None
        self._end = QTimer(self, singleShot=True, interval=_SHOWN_MS)
        self._end.timeout.connect(self.take_back)

    def show_at(self, field: QWidget, text: str) -> None:
        """Stand below a field, or above it where there is no room."""
        self.take_back()
        self._field = field
        field.installEventFilter(self)
        self.setText(text)
        self.setMaximumWidth(_WIDEST)
        self.setFixedWidth(min(_WIDEST, self.fontMetrics().horizontalAdvance(text) + 24))
        self.resize(self.width(), self.heightForWidth(self.width()))
        self.move(self._place(field))
        self.raise_()
        self.show()
        self._end.start()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _place(self, field: QWidget) -> QPoint:
        window = self.parentWidget()
        place = field.mapTo(window, QPoint(0, field.height() + 2))
        if place.y() + self.height() > window.height():
            place.setY(place.y() - field.height() - self.height() - 4)
        return QPoint(max(0, min(place.x(), window.width() - self.width())), place.y())

    def take_back(self) -> None:
        """Say nothing any more."""
        field, self._field = self._field, None
        if field is not None:
            field.removeEventFilter(self)
        self._end.stop()
        self.hide()
        self.clear()

    def eventFilter(self, field: QObject, event: QEvent) -> bool:
        """Go when the person is at the field again, or the field is elsewhere."""
        if event.type() in _ENDS:
            self.take_back()
        return super().eventFilter(field, event)
