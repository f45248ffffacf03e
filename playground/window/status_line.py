"""The line at the foot of the window: what happens now, and how far the training is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QMainWindow, QWidget
from shiboken6 import isValid

from playground.widgets.refreshing import READABLE_S, Importance, Refreshing
from playground.widgets.text.loss_text import loss_text
from playground.widgets.text.steady_label import SteadyLabel

if TYPE_CHECKING:
    from playground.session.document.state import RunRecord
    from playground.session.running.reports import Progress
    from playground.session.session import Session

MESSAGE_MS = 8000
_MARGIN = 8  # px to the edge of a window without a grip: one that fills the screen


class _Figures(NamedTuple):
    iteration: int
    loss: float


class StatusLine(Refreshing, QObject):
    """Writes into the status bar: messages of the session left, figures of the run right."""

    importance = Importance.COURSE
    least_gap = READABLE_S

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._bar = window.statusBar()
        self._label = SteadyLabel()
        self._label.setObjectName("runFigures")
        self._label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._bar.setContentsMargins(0, 0, _MARGIN, 0)
        self._bar.addPermanentWidget(self._label)
        self._session: Session | None = None
        self._figures: _Figures | None = None
        self.retranslate()

    def attach(self, session: Session) -> None:
        """Follow a session."""
        session.status.connect(self.show_message)
        session.run.progressed.connect(self._on_progressed)
        session.document.history_changed.connect(self._on_history_changed)
        self._session = session

    @Slot(str)
    def show_message(self, text: str) -> None:
        """Show a message for some seconds."""
        if isValid(self._bar):  # the window may be gone, and a field in it says what it lost
            self._bar.showMessage(text, MESSAGE_MS)

    @Slot(object)
    def _on_progressed(self, progress: Progress) -> None:
        if not len(progress.losses):
            return
        self._figures = _Figures(progress.iteration, float(progress.losses[-1]))
        self.out_of_date()

    @Slot(object)
    def _on_history_changed(self, history: tuple[RunRecord, ...]) -> None:
        """Show where a run, an undo or a reset has left the document; nothing while it is untrained."""
        if self._session is None or self._session.run.is_running:
            return
        iteration = self._session.document.state.checkpoint.iteration
        losses = [float(record.losses[-1]) for record in history if len(record.losses)]
        self._figures = _Figures(iteration, losses[-1]) if losses else None
        self.out_of_date()

    def shown_in(self) -> QWidget:
        """Return the label of the figures."""
        return self._label

    def refresh(self) -> None:
        """Write the figures of the moment."""
        self._label.setText("" if self._figures is None else self._text(self._figures))

    def _text(self, figures: _Figures) -> str:
        text = self.tr("Iteration {iteration:,}   Loss {loss}")
        return text.format(iteration=figures.iteration, loss=loss_text(figures.loss))

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self._label.setToolTip(self.tr("Updates so far and the loss of the last mini-batch"))
        self._label.setAccessibleName(self.tr("Progress of the training"))
        self._label.reserve(self._text(_Figures(100_000_000, 100.0)))
        self.refresh()
