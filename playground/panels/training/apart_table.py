"""What differs between the network that is looked at and the one it is compared with: a small table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from playground.panels.apart_words import row_of
from playground.widgets.layouts import in_column
from playground.widgets.look.fonts import bold
from playground.widgets.look.live_look import LiveLook
from playground.widgets.refreshing import READABLE_S, Importance, Refreshing

if TYPE_CHECKING:
    from playground.session.session import Session

_COLUMNS = 3


class ApartTable(Refreshing, LiveLook, QWidget):
    """Lists the settings that differ, each with both values; hidden while nobody compares."""

    importance = Importance.DETAIL
    least_gap = READABLE_S  # the updates count up

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="settingsApart")
        self._session = session
        self._caption, self._note = QLabel(), QLabel(wordWrap=True, objectName="settingsApartNote")
        self._caption.setFont(bold(self.font()))
        self._note.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._grid = QGridLayout(horizontalSpacing=8, verticalSpacing=2)
        for column, share in enumerate((3, 4, 4)):
            self._grid.setColumnStretch(column, share)
        self._cells: list[QLabel] = []
        in_column(self._caption, self._grid, self._note, of=self, margins=(0, 0, 10, 12), spacing=4)
        session.comparison.changed.connect(self._on_changed)
        session.document.changed.connect(self._on_changed)
        self.hide()
        self.retranslate()
        self._on_changed()

    @Slot()
    def _on_changed(self) -> None:
        comparison = self._session.comparison
        self.setVisible(comparison.is_open and bool(comparison.choice))  # what is hidden is not refreshed
        if not self.isHidden():
            self.out_of_date()

    def refresh(self) -> None:
        """Say what differs now."""
        rows = [row_of(each) for each in self._session.comparison.settings_apart()]
        heads = ("", self.tr("This one"), self.tr("The other"))
        self._show([heads, *rows] if rows else [])
        self._note.setText(self._words(bool(rows)))
        self._note.setVisible(bool(self._note.text()))

    def _words(self, has_rows: bool) -> str:
        names = self._session.comparison.choice, self._session.looking.subject.name
        if "shipped" in names:
            return self.tr("The shipped network was trained by a recipe of its own: only the network is compared.")
        return "" if has_rows else self.tr("No setting differs, only the weights.")

    def _show(self, rows: list[tuple[str, str, str]]) -> None:
        """Write the rows into as many labels as they need: a layout anew only where there are more or fewer."""
        texts = [text for row in rows for text in row]
        while len(self._cells) > len(texts):
            self._cells.pop().deleteLater()
        while len(self._cells) < len(texts):
            self._cells.append(self._cell(*divmod(len(self._cells), _COLUMNS)))
        for cell, text in zip(self._cells, texts, strict=True):
            if cell.text() != text:
                cell.setText(text)
        self.setAccessibleDescription("\n".join("; ".join(row) for row in rows[1:]))

    def _cell(self, row: int, column: int) -> QLabel:
        label = QLabel(self, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        if not row or not column:
            label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._grid.addWidget(label, row, column)
        label.show()
        return label

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self._caption.setText(self.tr("What differs"))
        self.setAccessibleName(self.tr("Settings that differ"))
        self._on_changed()
