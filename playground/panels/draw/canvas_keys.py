"""The keys of a digit canvas: what they do while it has the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence

from playground.widgets.actions import add_action, name_action

if TYPE_CHECKING:
    from playground.panels.draw.canvas import DigitCanvas


class CanvasKeys(QObject):
    """Give a digit canvas its keys: Ctrl+Z, the arrows and M.

    While anything is on the canvas, Ctrl+Z takes its last stroke back, and after Clear it brings back what was there.
    On an empty canvas it is left to whoever else has it, which is the document's undo.
    """

    back_pressed = Signal()
    on_pressed = Signal()
    mistake_pressed = Signal()

    def __init__(self, canvas: DigitCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._back, self._on, self._mistake = (
            add_action(canvas, "", keys, triggered=pressed, shortcutContext=Qt.ShortcutContext.WidgetShortcut)
            for keys, pressed in (("Left", self.back_pressed), ("Right", self.on_pressed), ("M", self.mistake_pressed))
        )
        canvas.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Claim Ctrl+Z before the window's menu gets it."""
        if not (isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo)):
            return False
        if not self._canvas.can_undo():
            return False
        if event.type() == QEvent.Type.KeyPress:
            self._canvas.undo_stroke()
        event.accept()  # a ShortcutOverride that is accepted comes back as a key press
        return True

    def retranslate(self) -> None:
        """Name its actions in the language of the moment: they stand in the list of all keys."""
        where = self.tr("On the canvas: show another of MNIST's test digits")
        name_action(self._back, self.tr("Previous test digit"), where)
        name_action(self._on, self.tr("Next test digit"), where)
        name_action(self._mistake, self.tr("Next mistake"), self.tr("On the canvas: show the next misread test digit"))
