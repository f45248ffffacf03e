"""A picture of one's own, typed as rows of numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QWidget

from nn.notation import number
from playground.widgets.fields.number_entry import parse_number
from playground.widgets.layouts import in_column
from playground.widgets.look.live_look import LiveLook
from playground.widgets.text.tooltips import describe

if TYPE_CHECKING:
    from nn.inspection.convolution.named_filters import Rows

MOST_ROWS = 64
"""Rows and columns of a picture that is typed or pasted."""
_LONGEST = 60_000  # characters
_BRACKETS = str.maketrans({"[": " ", "]": " ", ",": " ", ";": "\n", "\t": " "})


class OwnPicture(LiveLook, QWidget):
    """Reads rows of numbers, also those that NumPy prints; says what is wrong instead of showing a wrong picture."""

    edited = Signal(object)
    """Rows."""
    file_wanted = Signal()
    """A picture is to be read from a file."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: Rows = ()
        self.field = QPlainTextEdit(self, objectName="ownPicture", tabChangesFocus=True)
        self.field.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.complaint = QLabel(self, wordWrap=True, objectName="ownPictureComplaint")
        self.complaint.hide()
        self._open = QPushButton(objectName="openOwnPicture")
        self._open.clicked.connect(self.file_wanted)
        in_column((self.field, 1), self.complaint, self._open, of=self, spacing=2)
        self.field.textChanged.connect(self._on_text_changed)
        self.retranslate()

    def show_rows(self, rows: Rows) -> None:
        """Show other numbers; what a person is typing stays as it is typed."""
        if rows != self._rows:
            self._rows = rows
            text = "\n".join("  ".join(number(value, 8).text.removesuffix(".0") for value in row) for row in rows)
            self.field.setPlainText(text)

    @Slot()
    def _on_text_changed(self) -> None:
        rows = self._read(self.field.toPlainText())
        if isinstance(rows, str):
            self.complaint.setText(rows)
            self.complaint.show()
            return
        self.complaint.hide()
        if rows != self._rows:
            self._rows = rows
            self.edited.emit(rows)

    def _read(self, text: str) -> Rows | str:
        """Return the rows, or what is wrong with them."""
        if len(text) > _LONGEST:
            return self.tr("{count} characters; a picture of {most} × {most} numbers is the largest").format(
                count=f"{len(text):,}", most=MOST_ROWS
            )
        lines = [line.split() for line in text.translate(_BRACKETS).splitlines() if line.strip()]
        if not lines or max(len(lines), *map(len, lines)) > MOST_ROWS:
            return self.tr("{rows} rows; type 1 to {most} rows of 1 to {most} numbers").format(
                rows=len(lines), most=MOST_ROWS
            )
        for place, line in enumerate(lines, 1):
            if len(line) != len(lines[0]):
                return self.tr(
                    "Row {row} has {got} numbers, the first one {expected}; they must be equally long"
                ).format(row=place, got=len(line), expected=len(lines[0]))
            for word in line:
                try:
                    parse_number(word)
                except ValueError:
                    return self.tr("Row {row}: “{word}” is no number; write numbers with spaces between them").format(
                        row=place, word=word[:20]
                    )
        return tuple(tuple(float(parse_number(word)) for word in line) for line in lines)

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        about = self.tr("A row of numbers a line, with spaces between them; what NumPy prints can be pasted.")
        describe(self.field, self.tr("Numbers of your own picture"), about)
        self._open.setText(self.tr("Open a picture…"))
        file = self.tr("Read a picture file: its middle, in grey from 0 (black) to 1 (white), 64 × 64 pixels at most.")
        describe(self._open, self.tr("Open a picture"), file)
