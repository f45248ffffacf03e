"""Who printed last: a check, a recording or a training."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

if TYPE_CHECKING:
    from playground.panels.my_code.prints import Prints
    from playground.session.session import Session


class LastPrinted(QObject):
    """Has a pane show what the code printed when it ran last.

    Parameters
    ----------
    session : Session
    pane : Prints
    """

    def __init__(self, session: Session, pane: Prints) -> None:
        super().__init__(pane)
        self._checking, self._stepping, self._training = (
            session.own_code.checking,
            session.own_code.stepping,
            session.own_code.training,
        )
        self._pane = pane
        self._outcome, self._result = self._checking.outcome, self._stepping.result
        self._printed = (self._training.course.printed, 0)
        self._checking.changed.connect(self._on_checking_changed)
        self._stepping.changed.connect(self._on_stepping_changed)
        self._training.changed.connect(self._on_training_progressed)
        self._training.progressed.connect(self._on_training_progressed)

    @Slot()
    def _on_checking_changed(self) -> None:
        outcome = self._checking.outcome
        if outcome is not self._outcome:
            self._outcome = outcome
            answer = None if outcome is None else outcome.answer
            self._pane.show_text("" if answer is None else answer.printed, 0 if answer is None else answer.left_out)

    @Slot()
    def _on_stepping_changed(self) -> None:
        result = self._stepping.result
        if result is not None and result is not self._result:
            self._result = result
            self._pane.show_text(result.printed, result.left_out)

    @Slot()
    def _on_training_progressed(self) -> None:
        printed = self._training.course.printed
        if (printed, printed.count) != self._printed:
            self._printed = (printed, printed.count)
            self._pane.show_text(printed.text, printed.left_out)
