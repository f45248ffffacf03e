"""The debugger's commands as a row of icons, and what the pass is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from playground.panels.debug_commands import DebugCommands
from playground.widgets.fields.quiet_fields import Choice, ChoiceBox
from playground.widgets.look.icons import icon
from playground.widgets.text.tooltips import wrapped

if TYPE_CHECKING:
    from playground.session.session import Session

_ICON_SIZE = QSize(16, 16)
_SUBJECT_LETTERS = 12
_GROUPS = (
    ("Continue", "StepBack", "StepOver", "StepInto", "StepOut"),
    ("RunToHere", "ReverseContinue", "RestartPass"),
    ("ToggleBreakpoint", "FindFirstBad"),
)


class DebugRow(QWidget):
    """Buttons for the commands, two switches for what is asked and tried, and the choice of the subject.

    Attributes
    ----------
    quiz, nudge : QToolButton
        Show the questions and the form that moves a single weight.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._debugger = session.debugger
        self._commands = DebugCommands(self, "debug", with_keys=False)
        self._commands.attach(session)
        self.quiz, self.nudge = self._switch("predict", "debugPredict"), self._switch("nudge", "debugNudge")
        self._subject = ChoiceBox()
        self._subject.setObjectName("debugSubject")
        self._lay_out()
        self._subject.value_edited.connect(self._on_subject_edited)
        self._debugger.trace_changed.connect(self._refresh)
        self._debugger.expected_changed.connect(self._refresh)
        self.retranslate()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(1)
        for group in _GROUPS:
            for name in group:
                row.addWidget(self._button(name))
            row.addWidget(_line())
        row.addWidget(self.quiz)
        row.addWidget(self.nudge)
        row.addStretch(1)
        row.addWidget(self._subject)
        self._subject.setMinimumContentsLength(_SUBJECT_LETTERS)
        self._subject.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _button(self, name: str) -> QToolButton:
        button = QToolButton(autoRaise=True, iconSize=_ICON_SIZE, objectName=f"button{name}")
        button.setDefaultAction(self._commands.actions[name])
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard where "here" is
        return button

    def _switch(self, picture: str, name: str) -> QToolButton:
        button = QToolButton(checkable=True, autoRaise=True, icon=icon(picture), iconSize=_ICON_SIZE, objectName=name)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    @Slot(object)
    def _on_subject_edited(self, subject: str) -> None:
        self._debugger.choose("sample" if subject == "sample" else "batch")

    @Slot()
    def _refresh(self) -> None:
        debugger = self._debugger
        self._subject.show_value(debugger.stepped.kind if debugger.is_open else debugger.expected_kind)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self._commands.retranslate()
        for button in self.findChildren(QToolButton):
            if button.defaultAction() is not None:
                button.setAccessibleName(button.defaultAction().text())
        for button, name, explanation in (
            (self.quiz, self.tr("Predict"), self.tr("Be asked for the next number before it is computed.")),
            (
                self.nudge,
                self.tr("Nudge a weight"),
                self.tr("Move one weight by a little h, and compare the change of the loss with its gradient."),
            ),
        ):
            button.setAccessibleName(name)
            button.setToolTip(wrapped(f"{name}\n{explanation}"))
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


def _line() -> QFrame:
    line = QFrame(frameShape=QFrame.Shape.VLine)
    line.setForegroundRole(line.palette().ColorRole.Mid)
    line.setFixedWidth(7)
    return line
