"""The verdict in one sentence, and on request what it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QSizePolicy, QWidget

from playground.session.phrase import said
from playground.widgets.layouts import in_row
from playground.widgets.look.icons import icon
from playground.widgets.look.live_look import LiveLook
from playground.widgets.text.tooltips import describe

if TYPE_CHECKING:
    from playground.session.own_code.checking import Checking

_SIGN = 16  # px


class Verdict(LiveLook, QWidget):
    """Says what came of the last check, or that one is under way."""

    line_wanted = Signal(int)
    """A person wants to see this line."""

    def __init__(self, checking: Checking, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._checking = checking
        self._sign = QLabel()
        self._sign.setFixedWidth(_SIGN)
        self.text = QLabel(wordWrap=True, objectName="codeVerdict", textFormat=Qt.TextFormat.PlainText)
        self.text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._busy = QProgressBar(maximum=0, textVisible=False, objectName="codeBusy")
        self._busy.setFixedSize(80, 8)
        self._cancel = QPushButton(objectName="codeCancel", clicked=checking.cancel)
        self._line = QPushButton(objectName="codeLine", clicked=self._on_line)
        in_row(self._sign, (self.text, 1), self._busy, self._cancel, self._line, of=self, spacing=6)
        self.retranslate()

    def refresh(self) -> None:
        """Show how things stand."""
        checking = self._checking
        outcome = checking.outcome
        self.setVisible(checking.is_busy or outcome is not None)
        for part in (self._busy, self._cancel):
            part.setVisible(checking.is_busy)
        self._line.setVisible(not checking.is_busy and checking.is_current and self._place() > 0)
        if checking.is_busy:
            self.text.setText(self.tr("The code is being checked…"))
            self._sign.clear()
        elif outcome is not None:
            self.text.setText(self._sentence())
            sign = "tick" if outcome.answer.ending.how.value == "answered" else "warning"
            self._sign.setPixmap(icon(sign).pixmap(_SIGN, _SIGN))
            self.text.setEnabled(checking.is_current)

    def _sentence(self) -> str:
        outcome = self._checking.outcome
        if outcome is None:
            return ""
        if outcome.answer.ending.how.value == "answered":
            text = self.tr("The code ran to its end.")
        else:
            text = said(outcome.answer.ending.message)
            text = f"{text[:1].upper()}{text[1:]}."
        before = self.tr("That was before the last change.")
        return text if self._checking.is_current else f"{text} {before}"

    def _place(self) -> int:
        outcome = self._checking.outcome
        return (outcome.answer.ending.line or 0) if outcome is not None else 0

    @Slot()
    def _on_line(self) -> None:
        self.line_wanted.emit(self._place())

    def retranslate(self) -> None:
        """Set every visible text in the language of the moment."""
        self._cancel.setText(self.tr("Cancel"))
        describe(self._cancel, self.tr("Cancel"), self.tr("End the check; changes wait until you ask again."))
        self._line.setText(self.tr("Which line?"))
        describe(self._line, self.tr("Which line?"), self.tr("Show the line in the code."))
        self._busy.setAccessibleName(self.tr("The code is being checked…"))
        self.refresh()
