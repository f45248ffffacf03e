"""The end of a sample's pass: which class it is, and then one update by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from playground.session.looking.prediction import DIGITS
from playground.widgets.fields.quiet_fields import Choice, ChoiceBox
from playground.widgets.fields.tool_button import tool_button
from playground.widgets.layouts import STRETCH, in_row
from playground.widgets.look.live_look import LiveLook
from playground.widgets.refreshing import Importance, Refreshing
from playground.widgets.text.tooltips import describe, on_hover
from playground.words import class_word

if TYPE_CHECKING:
    from playground.session.session import Session

_MOST_BUTTONS = 12  # classes: more stand in a list


class SampleEnd(Refreshing, LiveLook, QWidget):
    """Asks for the target where the pass ends without one, and offers to train on the sample where it ends with one."""

    importance = Importance.ANSWER
    told = Signal()
    """A person said what the sample shows: what asked for it goes away."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._debugger = session, session.debugger
        self._classes: tuple[str, ...] = ()
        self._buttons: list[QToolButton] = []
        self._text = QLabel(objectName="sampleEnd")
        self._choices = QHBoxLayout(spacing=2)
        self._list = ChoiceBox()
        self._list.setObjectName("targetList")
        self._list.setEnabled(False)  # until there is something in it
        self._list.value_edited.connect(self._on_listed)
        self._train = QPushButton(objectName="trainOnSample")
        self._train.clicked.connect(session.sample_training.train_once)
        in_row(self._text, self._choices, self._list, self._train, STRETCH, of=self, margins=(6, 2, 6, 2), spacing=8)
        for signal in (self._debugger.trace_changed, self._debugger.moved, session.looking.changed):
            signal.connect(self.out_of_date)
        session.run.running_changed.connect(self.out_of_date)
        self.retranslate()

    def shown_in(self) -> QWidget:
        """Return what is seen also while this is hidden: the view around it."""
        return self.parentWidget() or self

    # ---- what a person does

    @Slot()
    def _on_button_clicked(self) -> None:
        self._tell(self._buttons.index(self.sender()))

    @Slot(object)
    def _on_listed(self, label: str) -> None:
        self._tell(int(label))

    def _tell(self, label: int) -> None:
        if label >= len(self._session.looking.subject.classes):
            return  # of another network: this line is about to follow
        self.told.emit()
        self._session.looking.tell_target(label)
        self._debugger.stepper.step_over()  # to the loss, which there is now

    # ---- what is shown

    def refresh(self) -> None:
        """Ask, offer, or be gone."""
        debugger, subject = self._debugger, self._session.looking.subject
        is_sample = debugger.is_open and debugger.stepped.kind == "sample" and not self._session.run.is_running
        at_end = is_sample and bool(debugger.trace) and debugger.cursor == len(debugger.trace)
        observation = subject.observation if at_end else None
        is_one = observation is not None and observation.sample.single
        asks = is_one and observation is not None and observation.loss is None and bool(subject.classes)
        offers = is_one and observation is not None and observation.loss is not None
        self.setVisible(asks or offers)
        if asks or offers:
            self._show(asks)

    def _show(self, asks: bool) -> None:
        classes = self._session.looking.subject.classes if asks else ()
        if classes != self._classes:
            self._classes = classes
            self._build_choices()
        self._train.setVisible(not asks)
        self._list.setVisible(len(classes) > _MOST_BUTTONS)
        self._text.setText(self._question() if asks else self.tr("The pass is at its end."))

    def _build_choices(self) -> None:
        for button in self._buttons:
            button.hide()
            button.deleteLater()  # it may be the sender of the signal that is being handled
        words = [class_word(each) for each in self._classes]
        has_buttons = len(words) <= _MOST_BUTTONS
        self._buttons = [self._choice(number, each) for number, each in enumerate(words)] if has_buttons else []
        for button in self._buttons:
            self._choices.addWidget(button)
        self._list.setEnabled(bool(words))
        self._list.set_choices(Choice(str(number), each) for number, each in enumerate(words))
        self._list.show_value("")

    def _choice(self, number: int, name: str) -> QToolButton:
        button = tool_button("", f"target{number}", clicked=self._on_button_clicked, text=name, autoRaise=False)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        about = self.tr("It is {name}: go on to the loss and back from it.").format(name=name)
        describe(button, name, about)
        return button

    def _question(self) -> str:
        is_digit = self._classes == DIGITS
        return self.tr("Which digit is it?") if is_digit else self.tr("Which class is it?")

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self._classes = ()
        self._train.setText(self.tr("Train on this one once"))
        about = self.tr(
            "One update of your network by this sample alone, with the optimizer of the settings. The line at the foot "
            "says what came of it; Undo takes it back."
        )
        describe(self._train, self._train.text(), about)
        on_hover(self.tr("Where the pass of a sample leads on."), self._text)
        self._list.setAccessibleName(self.tr("Class of the sample"))
        self._list.explain(self.tr("Which class is right for this sample: the target t."))
        self.out_of_date()
