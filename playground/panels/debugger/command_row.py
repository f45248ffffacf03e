"""The row above a pass: what is asked and tried, and what goes through the network."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.panels.debugger.form_switch import FormSwitch
from playground.widgets.fields.quiet_fields import Choice, ChoiceBox
from playground.widgets.fields.tool_button import tool_button
from playground.widgets.layouts import STRETCH, in_row
from playground.widgets.look.live_look import LiveLook
from playground.widgets.text.tooltips import describe

if TYPE_CHECKING:
    from playground.session.session import Session

_SUBJECT_LETTERS = 12


class DebugRow(LiveLook, QWidget):
    """Two switches for what is asked and tried, and the choice of what goes through; the commands are in the tool bar.

    Attributes
    ----------
    quiz, nudge : QToolButton
        Show the questions and the form that moves a single weight.
    form : FormSwitch
        Whether loss and update are written as in the book.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._debugger = session.debugger
        self.quiz = tool_button("predict", "debugPredict", checkable=True)
        self.nudge = tool_button("nudge", "debugNudge", checkable=True)
        for button in (self.quiz, self.nudge):
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._subject = ChoiceBox()
        self._subject.setObjectName("debugSubject")
        self._subject.setMinimumContentsLength(_SUBJECT_LETTERS)
        self._subject.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.form = FormSwitch(session)
        in_row(self.quiz, self.nudge, STRETCH, self.form, self._subject, of=self, spacing=4)
        self._subject.value_edited.connect(self._on_subject_edited)
        self._debugger.trace_changed.connect(self._refresh)
        self._debugger.expected_changed.connect(self._refresh)
        self.retranslate()

    @Slot(object)
    def _on_subject_edited(self, subject: str) -> None:
        self._debugger.choose("sample" if subject == "sample" else "batch")

    @Slot()
    def _refresh(self) -> None:
        debugger = self._debugger
        self._subject.show_value(debugger.stepped.kind if debugger.is_open else debugger.expected_kind)

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        predict, nudge = self.tr("Predict"), self.tr("Nudge a weight")
        asked = self.tr("Be asked for the next number before it is computed.")
        moved = self.tr("Move one weight by a little h, and compare the change of the loss with its gradient.")
        self.quiz.setText(predict)
        self.nudge.setText(nudge)
        describe(self.quiz, predict, f"{predict}\n{asked}")
        describe(self.nudge, nudge, f"{nudge}\n{moved}")
        self._retranslate_subject()

    def _retranslate_subject(self) -> None:
        batch = self.tr("The mini-batch that training takes next: forward, loss, backward and the update.")
        sample = self.tr("The sample that all panels show: its prediction and the gradients at it, no update.")
        self._subject.set_choices(
            [Choice("batch", self.tr("Next batch"), batch), Choice("sample", self.tr("Sample shown"), sample)]
        )
        self._subject.setAccessibleName(self.tr("What goes through the network"))
        self._subject.explain(self.tr("What goes through the network, step by step."))
        self._refresh()
