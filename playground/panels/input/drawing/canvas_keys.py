"""The keys of a digit canvas: what they do while it has the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence

from playground.widgets.actions import add_action, name_action

if TYPE_CHECKING:
    from playground.panels.input.drawing.canvas import DigitCanvas


class CanvasKeys(QObject):
    """Give a digit canvas its keys: Ctrl+Z, the arrows and M.

    While anything is on the canvas, Ctrl+Z takes its last stroke back, and after Clear it brings back what was there.
    When nothing is left there, one press does nothing but tell so: a hand that takes back strokes must not take back a
    training, too. From then on the key is left to whoever else has it, which is the document's undo.
    """

    ran_out = Signal()
    """Undo was pressed once more than there was something to take back."""

    back_pressed = Signal()
    on_pressed = Signal()
    mistake_pressed = Signal()

    def __init__(self, canvas: DigitCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._takes_back = False  # whether the last thing taken back was a stroke
        self._back, self._on, self._mistake = (
            add_action(canvas, "", keys, triggered=pressed, shortcutContext=Qt.ShortcutContext.WidgetShortcut)
            for keys, pressed in (("Left", self.back_pressed), ("Right", self.on_pressed), ("M", self.mistake_pressed))
        )
        canvas.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Claim Ctrl+Z before the window's menu gets it."""
        if event.type() == QEvent.Type.FocusOut:
            self._takes_back = False
        if not (isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo)):
            return False
        has_more = self._canvas.can_undo()
        if not (has_more or self._takes_back):
            return False
        if event.type() == QEvent.Type.KeyPress:
            self._takes_back = has_more
            if has_more:
                self._canvas.undo_stroke()
            else:
                self.ran_out.emit()
        event.accept()  # a ShortcutOverride that is accepted comes back as a key press
        return True

    def retranslate(self) -> None:
        """Name its actions in the language of the moment: they stand in the list of all keys."""
        where = self.tr("On the canvas: show another of MNIST's test digits")
        name_action(self._back, self.tr("Previous test digit"), where)
        name_action(self._on, self.tr("Next test digit"), where)
        name_action(self._mistake, self.tr("Next mistake"), self.tr("On the canvas: show the next misread test digit"))
