"""The offer to go on from a moment of the past, made to whoever tries to change something in a picture of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPalette
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

from playground.widgets.fields.tool_button import tool_button
from playground.widgets.layouts import in_column, in_row
from playground.widgets.text.tooltips import describe

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton

_SHOWN_MS = 12_000
_WIDTH = 340  # px


class GoOnOffer(QFrame):
    """A bubble below the button that goes on, with that button again: what was tried is done in a branch then."""

    accepted = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, objectName="goOnOffer")
        self.setFrameShape(QFrame.Shape.Box)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._words = QLabel(wordWrap=True)
        self._accept = QPushButton(objectName="goOnOffered")
        self._accept.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus where something was tried
        self._close = tool_button("close", "goOnLater", clicked=self.hide, side=12)
        in_column(
            in_row((self._words, 1), self._close), in_row(self._accept, 1), of=self, margins=(8, 6, 8, 8), spacing=6
        )
        self._accept.clicked.connect(self._on_accept)
        self._end = QTimer(self, singleShot=True, interval=_SHOWN_MS)
        self._end.timeout.connect(self.hide)
        self.hide()

    def show_below(self, button: QAbstractButton, iteration: int) -> None:
        """Make the offer for a moment."""
        text = self.tr(
            "This is the past, after {count:,} updates: it stays as it was. Go on from here, and change it in a branch."
        )
        self._words.setText(text.format(count=iteration))
        self._accept.setText(button.text())
        describe(self._accept, button.text(), button.toolTip())
        describe(self._close, self.tr("Only look"))
        self.setFixedWidth(_WIDTH)
        self.adjustSize()
        window = self.parentWidget()
        place = button.mapTo(window, QPoint(button.width() - self.width(), button.height() + 4))
        self.move(max(0, place.x()), place.y())
        self.raise_()
        self.show()
        self._end.start()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    @Slot()
    def _on_accept(self) -> None:
        self.hide()
        self.accepted.emit()
