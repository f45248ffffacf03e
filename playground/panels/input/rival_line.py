"""The answer of the network that the subject is compared with, in a sentence above the input."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from playground.widgets.look.live_look import LiveLook
from playground.widgets.refreshing import Importance, Refreshing
from playground.widgets.text.share_text import probability_text
from playground.widgets.text.tooltips import on_hover
from playground.words import class_word

if TYPE_CHECKING:
    from playground.session.looking.subject import Subject
    from playground.session.session import Session

_FEW = 3  # values that have room in the line


class RivalLine(Refreshing, LiveLook, QLabel):
    """Says what the other network makes of the same sample; hidden while nobody compares."""

    importance = Importance.ANSWER

    rivals_changed = Signal(object)
    """What the other network gives to each class, a tuple of float; empty for nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="rivalAnswer", wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._session: Session | None = None
        self.setContentsMargins(8, 6, 8, 0)
        self.hide()
        self.retranslate()

    def attach(self, session: Session) -> None:
        """Follow whom the subject of a session is compared with."""
        self._session = session
        session.comparison.changed.connect(self._on_changed)

    def _on_changed(self) -> None:
        assert self._session is not None
        self.setVisible(self._session.comparison.is_open)  # what is hidden is not refreshed
        if self._session.comparison.is_open:
            self.out_of_date()
        else:
            self.clear()
            self.rivals_changed.emit(())

    def refresh(self) -> None:
        """Say it of the sample of the moment."""
        if self._session is None or not self._session.comparison.is_open:
            return
        rival = self._session.comparison.rival
        prediction = None if rival is None else rival.prediction
        if rival is None or prediction is None:
            self.setText(self._why_not())
            self.rivals_changed.emit(())
            return
        outputs = prediction.outputs.tolist()
        is_of_classes = bool(prediction.classes) and prediction.classes == self._session.looking.subject.classes
        self.setText(self._sentence(rival, outputs))
        self.rivals_changed.emit(tuple(outputs) if is_of_classes else ())

    def _sentence(self, rival: Subject, outputs: list[float]) -> str:
        if rival.classes and all(value == value for value in outputs):
            best = max(range(len(outputs)), key=outputs.__getitem__)
            answer = f"{class_word(rival.classes[best])}  {probability_text(outputs[best])}"
        else:
            answer = ", ".join(f"{value:.4g}" for value in outputs[:_FEW]) + (", …" if len(outputs) > _FEW else "")
        return f"{self._name()}: {answer}"

    def _name(self) -> str:
        assert self._session is not None
        names = {
            "last": self.tr("The network of the last run"),
            "shipped": self.tr("The shipped network"),
            "mine": self.tr("Your network"),
        }
        choice = self._session.comparison.choice
        return names.get(choice, self._session.looking.run_networks.title(choice))

    def _why_not(self) -> str:
        assert self._session is not None
        if not self._session.comparison.choice:
            return self.tr("Compare with another network: choose it at the top.")
        return self.tr("Draw or choose a sample: both networks answer it.")

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        on_hover(self.tr("The same sample through the other network; its bars are the lower ones."), self)
        self.out_of_date()
