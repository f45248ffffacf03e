"""A line that says that something else is looked at than the lesson is about, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPushButton

from playground.widgets.layouts import in_column
from playground.widgets.look.live_look import LiveLook
from playground.widgets.text.paragraph import Paragraph

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from playground.panels.lessons.wishes import Wishes


class AstrayNote(LiveLook, QFrame):
    """Hidden while the lesson's own sample is looked at."""

    def __init__(self, wishes: Wishes, parent: QWidget) -> None:
        super().__init__(parent, frameShape=QFrame.Shape.StyledPanel)
        self._words = Paragraph("", self)
        self._back = QPushButton("", self, objectName="lessonWayBack")
        self._back.clicked.connect(wishes.way_back)
        in_column(self._words, (self._back, 0, Qt.AlignmentFlag.AlignLeft), of=self, margins=(6, 6, 6, 6), spacing=4)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self._words.say(self.tr("You are looking at something other than what this lesson is about."))
        self._back.setText(self.tr("Back to the lesson's sample"))
        self._back.setToolTip(self.tr("Look again at the network and the sample that the lesson speaks of."))
