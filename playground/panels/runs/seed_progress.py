"""How far a run has come that is done again with other seeds, and the way to give it up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QWidget

from playground.session.runs.again import SEEDS
from playground.session.runs.networks import title_of
from playground.widgets.layouts import STRETCH, in_row
from playground.widgets.look.live_look import LiveLook
from playground.widgets.text.tooltips import describe

if TYPE_CHECKING:
    from playground.session.runs.again import Again


class SeedProgress(LiveLook, QWidget):
    """A line with a bar and Cancel, while seeds are tried."""

    def __init__(self, again: Again, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._again = again
        self._words = QLabel()
        self._bar = QProgressBar(objectName="seedProgress", maximum=SEEDS, textVisible=False)
        self._bar.setFixedHeight(8)
        self._cancel = QPushButton(objectName="cancelSeeds")
        self._cancel.clicked.connect(again.cancel)
        in_row(self._words, (self._bar, 1), self._cancel, STRETCH, of=self, spacing=8)
        again.changed.connect(self._refresh)
        self.retranslate()

    @Slot()
    def _refresh(self) -> None:
        of = self._again.of
        self.setVisible(of is not None)
        if of is not None:
            text = self.tr("{run} again: {done} of {count} seeds done")
            self._words.setText(text.format(run=title_of(of.label), done=self._again.done, count=SEEDS))
            self._bar.setValue(self._again.done)

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self._cancel.setText(self.tr("Cancel"))
        describe(self._cancel, self._cancel.text(), self.tr("Give up the seeds that are not done; those done stay."))
        describe(self._bar, self.tr("Seeds done"))
        self._refresh()
