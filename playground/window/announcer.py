"""What a person who listens to the window is told of their own accord: what they wait for, once it is certain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QAccessible

from playground.widgets.text.loss_text import loss_text
from playground.widgets.text.share_text import probability_text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow

    from playground.session.looking.trouble import Trouble
    from playground.session.session import Session

SETTLED_MS = 600
"""How long nothing changes before it is told: a digit is read many times while it is drawn."""


class Announcer(QObject):
    """Tells a screen reader which digit was recognised, how a run ended, where the debugger stands, and messages.

    Only while one listens; what is overtaken within a moment is never said.
    """

    announced = Signal(str)
    """A sentence that a screen reader was given."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session: Session | None = None
        self._due: dict[str, str] = {}  # the latest sentence about each thing
        self._timer = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._timer.timeout.connect(self._say)

    def attach(self, session: Session) -> None:
        """Follow a session whose debugger may be asked for."""
        self._session = session
        session.looking.prediction_changed.connect(self._on_prediction_changed)
        session.run.running_changed.connect(self._on_running_changed)
        session.debugger.moved.connect(self._on_debugger_moved)
        session.debugger.trace_changed.connect(self._on_debugger_moved)
        session.status.connect(self._on_status)
        session.trouble.changed.connect(self._on_trouble_changed)

    def _tell(self, about: str, text: str) -> None:
        if text and QAccessible.isActive():
            self._due[about] = text
            self._timer.start()
        else:
            self._due.pop(about, None)

    @Slot()
    def _say(self) -> None:
        from PySide6.QtGui import QAccessibleAnnouncementEvent  # made only where somebody listens

        due, self._due = self._due, {}
        for text in due.values():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._window, text))
            self.announced.emit(text)

    # ---- what is told

    @Slot(object)
    def _on_prediction_changed(self, prediction: object) -> None:
        waited_for = self._session.looking.shows_example and QAccessible.isActive()
        self._tell("answer", self._answer(prediction) if waited_for else "")

    def _answer(self, prediction: object) -> str:
        outputs, classes = getattr(prediction, "outputs", None), getattr(prediction, "classes", ())
        if outputs is None or not classes or not all(output == output for output in outputs):
            return ""
        best = int(outputs.argmax())
        text = self.tr("Recognised: {answer}, {share}")
        return text.format(answer=classes[best], share=probability_text(float(outputs[best])))

    @Slot(bool)
    def _on_running_changed(self, running: bool) -> None:
        state = self._session.document.state
        losses = [record.losses[-1] for record in state.history if len(record.losses)]
        if running or not losses:
            self._tell("run", "" if not running else self.tr("Training began."))
        else:
            text = self.tr("Training stopped at iteration {iteration:,}, loss {loss}.")
            self._tell("run", text.format(iteration=state.checkpoint.iteration, loss=loss_text(float(losses[-1]))))

    @Slot()
    def _on_debugger_moved(self) -> None:
        debugger = self._session.debugger
        event = debugger.current
        if event is None:
            self._tell("step", "")
        else:
            name = f"{event.name}: {event.formula}" if event.depth == "node" else event.name
            text = self.tr("Step {number} of {count}: {name}")
            self._tell("step", text.format(number=debugger.cursor, count=len(debugger.trace), name=name))

    @Slot(object)
    def _on_trouble_changed(self, trouble: Trouble | None) -> None:
        self._tell("trouble", "" if trouble is None else str(trouble.text))

    @Slot(str)
    def _on_status(self, text: str) -> None:
        self._tell("message", text)
