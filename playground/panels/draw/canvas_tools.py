"""The tools above a digit canvas: pen, eraser, undo stroke, clear, open and paste a picture."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from playground.widgets.look.icons import icon
from playground.widgets.look.live_look import LiveLook


class CanvasTools(LiveLook, QWidget):
    """A row of tool buttons with shortcuts that hold inside the widget the tools were made for.

    Attributes
    ----------
    pen, eraser, undo_stroke, clear, open_picture, paste_picture : QAction
        Their shortcuts work while anything inside ``owner`` has the focus.
    """

    eraser_chosen = Signal(bool)

    def __init__(self, owner: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._owner = owner
        self.pen = self._action("pen", "P")
        self.eraser = self._action("eraser", "E")
        self.undo_stroke = self._action("undo", None)
        self.clear = self._action("clear", "Shift+Del")
        self.open_picture = self._action("open-image", None)
        self.paste_picture = self._action("paste", QKeySequence.StandardKey.Paste)
        self.show_drawing(is_empty=True, can_undo=False)
        self.offer_pictures(False)
        self._group_pen_and_eraser()
        self._lay_out()
        self.retranslate()

    def show_drawing(self, *, is_empty: bool, can_undo: bool) -> None:
        """Offer to clear and to take back only where there is something to."""
        self.undo_stroke.setEnabled(can_undo)
        self.clear.setDisabled(is_empty)

    def offer_pictures(self, on: bool) -> None:
        """Offer to open and to paste pictures, once somebody can read them."""
        self.open_picture.setEnabled(on)
        self.paste_picture.setEnabled(on)

    def _action(self, icon_name: str, shortcut: str | QKeySequence.StandardKey | None) -> QAction:
        action = QAction(icon(icon_name), "", self)
        if shortcut is not None:
            action.setShortcut(QKeySequence(shortcut))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._owner.addAction(action)
        return action

    def _group_pen_and_eraser(self) -> None:
        group = QActionGroup(self)
        for action in (self.pen, self.eraser):
            action.setCheckable(True)
            group.addAction(action)
        self.pen.setChecked(True)
        group.triggered.connect(self._on_tool_triggered)

    def _on_tool_triggered(self, action: QAction) -> None:
        self.eraser_chosen.emit(action is self.eraser)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setSpacing(2)
        row.setContentsMargins(0, 0, 0, 0)
        for action in (self.pen, self.eraser):
            row.addWidget(self._button(action))
        row.addWidget(self._separator())
        for action in (self.undo_stroke, self.clear):
            row.addWidget(self._button(action))
        row.addStretch()
        for action in (self.open_picture, self.paste_picture):
            row.addWidget(self._button(action))

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _separator(self) -> QFrame:
        line = QFrame(self)
        line.setFrameStyle(QFrame.Shape.VLine | QFrame.Shadow.Sunken)
        return line

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self._name(self.pen, self.tr("Pen"), self.tr("Draw strokes"))
        self._name(self.eraser, self.tr("Eraser"), self.tr("Rub out parts of the drawing"))
        self._name(self.undo_stroke, self.tr("Undo stroke"), self.tr("Take the last stroke back, or Clear"), "Ctrl+Z")
        self._name(self.clear, self.tr("Clear"), self.tr("Empty the canvas; Ctrl+Z brings the drawing back"))
        self._name(self.open_picture, self.tr("Open picture"), self.tr("Recognise a digit in a picture file"))
        self._name(self.paste_picture, self.tr("Paste picture"), self.tr("Recognise a digit from the clipboard"))

    def _name(self, action: QAction, text: str, explanation: str, keys: str = "") -> None:
        keys = keys or action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setText(text)
        action.setStatusTip(explanation)
        action.setToolTip(f"{explanation} ({keys})" if keys else explanation)
