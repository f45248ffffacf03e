"""The tools above a digit canvas: pen, eraser, undo stroke, clear, open and paste a picture."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QFrame, QToolButton, QWidget

from playground.widgets.actions import add_action, name_action
from playground.widgets.layouts import STRETCH, in_row
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
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        self.pen, self.eraser, self.undo_stroke, self.clear, self.open_picture, self.paste_picture = (
            add_action(owner, "", keys, picture, shortcutContext=within)
            for picture, keys in (
                ("pen", "P"),
                ("eraser", "E"),
                ("undo", ""),
                ("clear", "Shift+Del"),
                ("open-image", ""),
                ("paste", "Ctrl+V"),
            )
        )
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
        line = QFrame(self)
        line.setFrameStyle(QFrame.Shape.VLine | QFrame.Shadow.Sunken)
        in_row(
            *map(self._button, (self.pen, self.eraser)),
            line,
            *map(self._button, (self.undo_stroke, self.clear)),
            STRETCH,
            *map(self._button, (self.open_picture, self.paste_picture)),
            of=self,
            spacing=2,
        )

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton(self, autoRaise=True, focusPolicy=Qt.FocusPolicy.TabFocus)
        button.setDefaultAction(action)
        return button

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        name_action(self.pen, self.tr("Pen"), self.tr("Draw strokes"))
        name_action(self.eraser, self.tr("Eraser"), self.tr("Rub out parts of the drawing"))
        name_action(self.undo_stroke, self.tr("Undo stroke"), self.tr("Take the last stroke back, or Clear"), "Ctrl+Z")
        name_action(self.clear, self.tr("Clear"), self.tr("Empty the canvas; Ctrl+Z brings the drawing back"))
        name_action(self.open_picture, self.tr("Open picture"), self.tr("Recognise a digit in a picture file"))
        name_action(self.paste_picture, self.tr("Paste picture"), self.tr("Recognise a digit from the clipboard"))
