"""The line at the foot of the window: what happens now, and how far the training is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QLabel, QMainWindow

if TYPE_CHECKING:
    from playground.session.messages import Progress
    from playground.session.session import Session

MESSAGE_MS = 8000


class StatusLine(QObject):
    """Writes into the status bar: messages of the session left, figures of the run right."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._bar = window.statusBar()
        self._figures = QLabel()
        self._figures.setObjectName("runFigures")
        self._bar.addPermanentWidget(self._figures)
        self._progress: Progress | None = None
        self.retranslate()

    def attach(self, session: Session) -> None:
        """Follow a session."""
        session.status.connect(self.show_message)
        session.run.progressed.connect(self._on_progressed)

    @Slot(str)
    def show_message(self, text: str) -> None:
        """Show a message for some seconds."""
        self._bar.showMessage(text, MESSAGE_MS)

    @Slot(object)
    def _on_progressed(self, progress: Progress) -> None:
        if len(progress.losses):
            self._progress = progress
            self._refresh()

    def _refresh(self) -> None:
        progress = self._progress
        if progress is None:
            return
        self._figures.setText(
            self.tr("Iteration {iteration:,}   Loss {loss:.4f}   {speed:,.0f} samples/s").format(
                iteration=progress.iteration,
                loss=progress.losses[-1],
                speed=progress.samples_per_second,
            )
        )

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self._figures.setToolTip(
            self.tr("Updates so far, loss of the last mini-batch, training samples learned from per second")
        )
        self._figures.setAccessibleName(self.tr("Progress of the training"))
        self._refresh()
