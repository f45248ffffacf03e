"""A window of its own that stands aside while the main one shows what it led to: a button at the foot leads back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QMainWindow, QWidget

from playground.widgets.fields.tool_button import tool_button
from playground.widgets.look.live_look import LiveLook
from playground.widgets.text.tooltips import describe

if TYPE_CHECKING:
    from collections.abc import Callable


def stand_aside(dialog: QDialog, come_back: Callable[[], None]) -> None:
    """Hide a window that lies over the main one, its parent, and leave a button at the foot that lets it come back."""
    window = dialog.parentWidget()
    if isinstance(window, QMainWindow) and dialog.isVisible() and window.geometry().intersects(dialog.frameGeometry()):
        dialog.hide()
        window.statusBar().insertPermanentWidget(
            0, _WayBack(dialog, come_back)
        )  # left of the figures, which stand still


class _WayBack(LiveLook, QWidget):
    """The button; it goes when the window is seen again, or closed."""

    def __init__(self, dialog: QDialog, come_back: Callable[[], None]) -> None:
        super().__init__(objectName=f"backTo_{dialog.objectName()}")
        self._dialog, self._come_back, self._place = dialog, come_back, dialog.pos()
        self._button = tool_button("previous", f"buttonBackTo_{dialog.objectName()}", clicked=self._on_clicked, side=14)
        self._button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._button)
        dialog.installEventFilter(self)
        dialog.destroyed.connect(self.deleteLater)
        self.retranslate()

    @Slot()
    def _on_clicked(self) -> None:
        self._dialog.move(self._place)  # hidden, it forgot its frame, and would come back further down each time
        self._come_back()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go when the window comes back by whatever way, or is closed."""
        if event.type() in (QEvent.Type.Show, QEvent.Type.Close):
            self.hide()
            self.deleteLater()
        return super().eventFilter(watched, event)

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        text = self.tr("Back to: {window}").format(window=self._dialog.windowTitle())
        self._button.setText(text)
        describe(self._button, text, self.tr("It stepped aside so that you see what it led to."))
