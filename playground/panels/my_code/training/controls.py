"""What is trained, how, and the buttons for it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from playground.session.document.code_training import MOST_LOSSES
from playground.session.own_code.training.settings import Settings
from playground.session.own_code.training.stage import Stage
from playground.widgets.fields.complaint import complain
from playground.widgets.fields.number_entry import NumberEntry
from playground.widgets.fields.quiet_fields import Choice, ChoiceBox, QuietSpinBox
from playground.widgets.layouts import STRETCH, in_column, in_row
from playground.widgets.look.icons import icon
from playground.widgets.look.live_look import LiveLook
from playground.widgets.text.tooltips import describe

if TYPE_CHECKING:
    from playground.session.own_code.training.offer import Offer
    from playground.session.own_code.training.training import OwnTraining

_RATES = {"Adam": 0.001, "RMSprop": 0.001, "AdaGrad": 0.01, "Momentum": 0.01, "Nesterov": 0.01}
_RATE = 0.1
_MOST_EPOCHS = 200
_SCRIPT = ".loop"
"""Stands for the script as it is among the names of classes."""
_LARGEST_RATE = 1000.0


class Controls(LiveLook, QWidget):
    """Two rows: the buttons, and what they train."""

    train_wanted = Signal()
    take_up_wanted = Signal()
    step_wanted = Signal(int)
    """An iteration that was made is to be stepped through."""

    def __init__(self, training: OwnTraining, offer: Offer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._training, self._offered = training, offer
        self._has_keyboard_meanwhile = False  # Stop, until there is something to pause
        self.train = QPushButton(icon("play"), "", objectName="ownTrain")
        self.train.clicked.connect(self._on_train)
        self.pause = QPushButton(icon("pause"), "", objectName="ownPause")
        self.pause.clicked.connect(training.pause)
        self.stop = QPushButton(icon("stop"), "", objectName="ownStop")
        self.stop.clicked.connect(training.stop)
        self.take_up = QPushButton(objectName="ownTakeUp")
        self.take_up.clicked.connect(self._on_take_up)
        self.step = QPushButton(icon("step-into"), "", objectName="ownStep")
        self.step.clicked.connect(self._on_step)
        self.which = QuietSpinBox(1, MOST_LOSSES)
        self.which.setObjectName("ownStepIteration")
        self.network, self.optimizer = ChoiceBox(), ChoiceBox()
        self.network.setObjectName("ownNetwork")
        self.optimizer.setObjectName("ownOptimizer")
        self.optimizer.value_edited.connect(self._on_optimizer)
        self.network.value_edited.connect(self._refresh_fields)
        for box in (self.network, self.optimizer):
            box.setEnabled(False)  # until there is something in it
        self.rate = NumberEntry(minimum=0.0, maximum=_LARGEST_RATE)
        self.rate.setObjectName("ownRate")
        self.rate.show_value(_RATE)
        self.rate.setMaximumWidth(80)
        self.epochs = QuietSpinBox(1, _MOST_EPOCHS)
        self.epochs.setObjectName("ownEpochs")
        self.epochs.show_value(Settings().epochs)
        self._labels = [QLabel() for _ in range(4)]
        for field in (self.rate, self.epochs, self.which):
            field.refused.connect(self._on_refused)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        fields = (self.network, self.optimizer, self.rate, self.epochs)
        for label, field in zip(self._labels, fields, strict=True):
            label.setBuddy(field)
        network, optimizer, rate, epochs = self._labels
        buttons = in_row(self.train, self.pause, self.stop, STRETCH, epochs, self.epochs, spacing=6)
        what = in_row(network, (self.network, 3), optimizer, (self.optimizer, 2), rate, self.rate, spacing=6)
        self.afterwards = QWidget()  # what can be done with a training that there is
        in_row(self.take_up, STRETCH, self.step, self.which, of=self.afterwards, spacing=6)
        in_column(buttons, what, self.afterwards, of=self, spacing=4)

    def follow(self) -> None:
        """Offer what the code has to train; hide where it has nothing."""
        self._offer()
        self.setVisible(self.has_something or self._training.stage is not Stage.NONE)

    @property
    def has_something(self) -> bool:
        """Whether there is anything to train in the code."""
        trainable = self._offered.trainable
        return trainable is not None and not trainable.is_nothing

    @property
    def _is_script(self) -> bool:
        return bool(self.network.count()) and self.network.value() == _SCRIPT

    @property
    def settings(self) -> Settings:
        """What a person chose."""
        if self._is_script:
            return Settings(is_script=True)
        rate = self.rate.value()
        return Settings(
            self.network.value(),
            self.optimizer.value(),
            lr=_RATE if rate is None else float(rate),
            epochs=self.epochs.value(),
        )

    def refresh(self) -> None:
        """Show what can be done at this stage."""
        stage = self._training.stage
        is_paused = stage is Stage.PAUSED and self._training.can_go_on
        self.train.setText(self.tr("Go on") if is_paused else self.tr("Train"))
        about = self.tr("Let it learn MNIST in a process of its own, from the beginning.")
        about = self.tr("Go on from here.") if is_paused else about
        describe(self.train, self.train.text(), about)
        pressed = next((button for button in (self.train, self.pause, self.stop) if button.hasFocus()), None)
        self.stop.setEnabled(self._training.is_alive)
        self.pause.setEnabled(stage is Stage.TRAINING)
        self.train.setEnabled(stage not in (Stage.STARTING, Stage.TRAINING))
        self._hand_on_keyboard(pressed)
        self._refresh_take_up()

    def _hand_on_keyboard(self, pressed: QPushButton | None) -> None:
        """Give the keyboard of a button that went grey to what is next to do: Qt gives it to whatever field follows."""
        is_on_the_way = pressed is self.stop and self._has_keyboard_meanwhile and self.pause.isEnabled()
        if pressed is None or (pressed.isEnabled() and not is_on_the_way):
            return
        able = next((button for button in (self.pause, self.train, self.stop) if button.isEnabled()), None)
        self._has_keyboard_meanwhile = able is self.stop
        if able is not None:
            able.setFocus()

    def refresh_iterations(self) -> None:
        """Offer the iterations that were made; the last one until a person chooses another."""
        count = self._training.course.iteration
        for part in (self.step, self.which):
            part.setVisible(not self._training.course.settings.is_script)  # its loop is one: step through all of it
        is_last = self.which.value() == self.which.maximum() or not self.step.isEnabled()
        self.which.setMaximum(max(1, count))
        for part in (self.step, self.which):
            part.setEnabled(count > 0)
        if is_last:
            self.which.show_value(max(1, count))

    def _refresh_take_up(self) -> None:
        """Offer more epochs where all are made, and a new process where the one before is gone."""
        training = self._training
        is_done = training.stage is Stage.DONE and training.can_go_on and math.isfinite(training.course.losses[-1])
        self.take_up.setVisible(is_done or training.can_be_taken_up)
        if is_done:
            describe(self.take_up, self.tr("Go on"), self.tr("Let it learn for as many epochs more."))
        else:
            about = self.tr(
                "Start its process again with the parameters of iteration {at:,}: it reads digits, and can learn on."
            ).format(at=training.course.parameters_at)
            describe(self.take_up, self.tr("Take up again"), about)
        self.take_up.setText(self.tr("Go on") if is_done else self.tr("Take up again"))

    def _offer(self) -> None:
        found = self._offered.trainable
        if found is None:
            return
        networks = [Choice(name, name, self.tr("A class of your code")) for name in found.networks]
        if found.parts or found.optimizers:
            parts = ", ".join(found.parts)
            about = self.tr("784-50-10, made of your {parts} and of the program's layers.").format(parts=parts)
            networks.append(Choice("", self.tr("the book's TwoLayerNet"), about if parts else self.tr("784-50-10")))
        if found.has_loop:
            about = self.tr("The script as it stands, to its end")
            networks.append(Choice(_SCRIPT, self.tr("its training loop"), about))
        optimizers = [Choice(name, name, self.tr("A class of your code")) for name in found.optimizers]
        optimizers.append(Choice("", self.tr("SGD of the book"), self.tr("W ← W − learning rate · gradient")))
        for box, choices, own in (
            (self.network, networks, (_SCRIPT,) if found.has_loop else found.networks),
            (self.optimizer, optimizers, found.optimizers),
        ):
            known = [choice.name for choice in choices]
            is_kept = box.count() > 0 and box.value() in known
            box.set_choices(choices)
            box.setEnabled(box.count() > 0)
            box.show_value(box.value() if is_kept else (own[-1] if own else ""))
        self._on_optimizer(self.optimizer.value())
        self._refresh_fields()

    @Slot()
    def _refresh_fields(self, _name: object = None) -> None:
        """Leave to a script what a script says itself."""
        for field in (self.optimizer, self.rate, self.epochs):
            field.setEnabled(not self._is_script and (field is not self.optimizer or field.count() > 0))

    @Slot(object)
    def _on_optimizer(self, name: str) -> None:
        self.rate.show_value(_RATES.get(name, _RATE))

    @Slot()
    def _on_train(self) -> None:
        if self._training.stage is Stage.PAUSED and self._training.can_go_on:
            self._training.go_on()
        else:
            self.train_wanted.emit()

    @Slot()
    def _on_step(self) -> None:
        self.step_wanted.emit(self.which.value())

    @Slot()
    def _on_take_up(self) -> None:
        if self._training.stage is Stage.DONE:
            self._training.go_on()
        else:
            self.take_up_wanted.emit()

    @Slot(str)
    def _on_refused(self, reason: str) -> None:
        complain(self, reason)

    def retranslate(self) -> None:
        """Set every visible text in the language of the moment."""
        texts = (
            (self.tr("Network"), self.tr("Which class learns")),
            (self.tr("Optimizer"), self.tr("Which class has update(params, grads)")),
            (self.tr("Learning rate"), self.tr("lr, with which the optimizer is made")),
            (self.tr("Epochs"), self.tr("How often it goes through the 60,000 training samples, 100 at a time")),
        )
        fields = (self.network, self.optimizer, self.rate, self.epochs)
        for label, field, (text, about) in zip(self._labels, fields, texts, strict=True):
            label.setText(text)
            describe(field, text, about)
        self.step.setText(self.tr("Step iteration"))
        about = self.tr("Make this iteration once more, with its parameters and its batch, to be stepped through.")
        describe(self.step, self.tr("Step iteration"), about)
        describe(self.which, self.tr("Iteration"), self.tr("Which of the iterations that were made"))
        self.pause.setText(self.tr("Pause"))
        describe(self.pause, self.tr("Pause"), self.tr("Make no more updates; it can read digits meanwhile."))
        self.stop.setText(self.tr("Stop"))
        describe(self.stop, self.tr("Stop"), self.tr("End the process. Parameters and curve are kept."))
        self._offer()
        self.refresh()
