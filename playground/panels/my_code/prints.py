"""What the code printed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QFrame, QLabel, QPlainTextEdit, QWidget

from playground.widgets.layouts import in_column
from playground.widgets.look.live_look import LiveLook
from playground.widgets.refreshing import READABLE_S, Importance, Refreshing

MOST_SHOWN = 20_000
"""Letters that the pane holds: more of them would hold up the window."""


class Prints(Refreshing, LiveLook, QWidget):
    """A pane that is there when something was printed: by the check, the recording or the training that ran last."""

    importance = Importance.DETAIL
    least_gap = READABLE_S

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted, self._left_out = "", 0
        self._title = QLabel(textFormat=Qt.TextFormat.PlainText)
        self.text = QPlainTextEdit(objectName="codePrints", readOnly=True, tabChangesFocus=True, undoRedoEnabled=False)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        in_column(self._title, (self.text, 1), of=self, spacing=2)
        self.hide()
        self.restyle()
        self.retranslate()

    def show_text(self, text: str, left_out: int = 0) -> None:
        """Show the end of a text, and tell how many letters of it are missing; nothing hides the pane."""
        cut = max(0, len(text) - MOST_SHOWN)
        self._wanted, self._left_out = text[cut:], left_out + cut
        self.setVisible(bool(text))
        self.out_of_date()

    def refresh(self) -> None:
        """Show what was printed, at its end if that was in sight."""
        bar = self.text.verticalScrollBar()
        is_at_end = bar.value() == bar.maximum()
        self.text.setPlainText(self._wanted)
        if is_at_end:
            bar.setValue(bar.maximum())
        self.retranslate()

    def restyle(self) -> None:
        """Take the fixed font of the moment."""
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(self.font().pointSizeF())
        if font != self.text.document().defaultFont():
            self.text.document().setDefaultFont(font)

    def retranslate(self) -> None:
        """Set every visible text in the language of the moment."""
        title = self.tr("Printed by the code")
        if self._left_out:
            title = self.tr("Printed by the code; {count:,} letters are left out").format(count=self._left_out)
        self._title.setText(title)
        self.text.setAccessibleName(self.tr("Printed by the code"))
        self.text.setToolTip(self.tr("What print wrote when the code ran last: checked, stepped through or trained"))
