"""A suspect in its row: both curves, what is otherwise, how often it went well, and the way to make it a branch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from playground.widgets.layouts import STRETCH, in_column, in_row
from playground.widgets.look.fonts import bold
from playground.widgets.look.live_look import LiveLook
from playground.widgets.text.tooltips import describe, on_hover
from playground.window.causes.course_plot import CoursePlot
from playground.window.causes.words import score_text, suspect_about, suspect_title

if TYPE_CHECKING:
    from nn.causes import Suspect
    from nn.causes.verdict import Score


class SuspectRow(LiveLook, QWidget):
    """One suspect; the row stays when its trials come in."""

    open_wanted = Signal(object)
    """Suspect: it is to become a branch."""

    def __init__(self, suspect: Suspect, parent: QWidget) -> None:
        super().__init__(parent)
        self.suspect = suspect
        self._score: Score | None = None
        self._is_mending = False
        self.plot = CoursePlot(self)
        self._title = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._told = QLabel(objectName=f"score_{suspect.kind}", wordWrap=True)
        self._told.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._open = QPushButton(objectName=f"branch_{suspect.kind}")
        self._open.clicked.connect(self._on_open_clicked)
        self._open.setVisible(suspect.kind != "as_it_was")  # that is the run itself
        in_row(
            self.plot,
            (in_column(STRETCH, self._title, self._told, STRETCH, spacing=2), 1),
            self._open,
            of=self,
            margins=(0, 2, 0, 2),
            spacing=12,
        )
        self.retranslate()

    def show_score(self, score: Score | None, *, mends: bool) -> None:
        """Show how often it went well."""
        self._score, self._is_mending = score, mends
        self.retranslate()

    @Slot()
    def _on_open_clicked(self) -> None:
        self.open_wanted.emit(self.suspect)

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        title = suspect_title(self.suspect)
        self._title.setText(title)
        self._title.setFont(bold(self.font()) if self._is_mending else self.font())
        self._told.setText(self.tr("not tried yet") if self._score is None else score_text(self._score))
        on_hover(suspect_about(self.suspect), self._title, self._told, self.plot)
        self.plot.setAccessibleName(self.tr("The run itself, and with this change: {what}").format(what=title))
        self._open.setText(self.tr("Open as a branch"))
        about = self.tr(
            "Go on with this change as a branch: it stands where its trial on the true batches ended, and Train goes "
            "on from there. The run as it was stays among the runs."
        )
        describe(self._open, self.tr("Open as a branch: {what}").format(what=title), about)
