"""The batch lens: the whole batch, one sample of it alone, or the same step for both beside each other."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QSpinBox, QWidget

from playground.widgets.fields.quiet_fields import Choice, ChoiceBox
from playground.widgets.layouts import in_row
from playground.widgets.look.live_look import LiveLook
from playground.widgets.text.tooltips import describe

if TYPE_CHECKING:
    from nn.trace import Event
    from playground.session.session import Session
    from playground.session.stepping.training_pass import TrainingPass

WHOLE, SAMPLE, BESIDE = "whole", "sample", "beside"


class BatchLens(LiveLook, QWidget):
    """Chooses how much of the batch is looked at, and records the pass of one sample where both are wanted."""

    changed = Signal()
    """Another sample is to stand beside the batch, or none any more."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._debugger = session, session.debugger
        self._is_beside = False
        self._recorded: tuple[TrainingPass, int, tuple[Event, ...]] | None = None
        self.choice = ChoiceBox()
        self.choice.setObjectName("batchLens")
        self.choice.setMinimumContentsLength(10)
        self.choice.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.number = QSpinBox(objectName="batchLensSample", keyboardTracking=False)
        in_row(self.choice, self.number, of=self, spacing=4)
        self.choice.value_edited.connect(self._on_choice_edited)
        self.number.valueChanged.connect(self._on_number_edited)
        self._debugger.trace_changed.connect(self._refresh)
        self.retranslate()
        self._refresh()

    @property
    def mode(self) -> str:
        """Which of `WHOLE`, `SAMPLE` and `BESIDE` is chosen."""
        if self._debugger.stepped.row is not None:
            return SAMPLE
        is_possible = self._pass is not None and self._debugger.stepped.takes_samples_alone
        return BESIDE if self._is_beside and is_possible else WHOLE

    @property
    def row(self) -> int:
        """Which sample of the batch stands alone."""
        return self.number.value()

    @property
    def batch_size(self) -> int:
        """How many samples the batch holds, 0 without one."""
        return 0 if self._pass is None else self.number.maximum() + 1

    def twin(self, event: Event) -> Event | None:
        """Give the same step for the sample alone; None where it is not asked for, or there is no such step."""
        if self.mode != BESIDE:
            return None
        key = _place(self._debugger.trace, event)
        return next((each for each in self._single() if _place(self._single(), each) == key), None)

    @property
    def _pass(self) -> TrainingPass | None:
        return self._debugger.stepped.training_pass

    def _single(self) -> tuple[Event, ...]:
        """Give the pass of the sample alone, recorded once."""
        whole = self._pass
        assert whole is not None
        if self._recorded is None or self._recorded[:2] != (whole, self.row):
            alone = replace(whole, row=self.row, overrides={})
            self._recorded = (whole, self.row, alone.record("node"))
        return self._recorded[2]

    # ---- from the session to the fields

    @Slot()
    def _refresh(self) -> None:
        self.setEnabled(self._pass is not None)
        self.choice.show_value(self.mode)
        self.number.setVisible(self.mode != WHOLE)
        row = self._debugger.stepped.row
        with QSignalBlocker(self.number):
            self.number.setRange(0, 0 if self._pass is None else len(self._pass.rows) - 1)
            if row is not None:
                self.number.setValue(row)

    # ---- what a person does

    @Slot(object)
    def _on_choice_edited(self, mode: str) -> None:
        if mode != WHOLE and not self._debugger.stepped.takes_samples_alone:
            text = self.tr("Batch normalization needs several samples: one alone has no variance to be divided by.")
            self._session.status.emit(text)
            mode = WHOLE
        self._is_beside = mode == BESIDE
        self._debugger.stepped.set_row(self.row if mode == SAMPLE else None)
        self._refresh()
        self.changed.emit()

    @Slot(int)
    def _on_number_edited(self, number: int) -> None:
        if self.mode == SAMPLE:
            self._debugger.stepped.set_row(number)
        self.changed.emit()

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        single = self.tr("The step for one sample of the batch alone. Without the others there is no update.")
        both = self.tr(
            "The same step for the batch and for one sample: see which axis softmax works along, what db "
            "adds up, and where N divides."
        )
        self.choice.set_choices(
            (
                Choice(WHOLE, self.tr("Whole batch"), self.tr("The step for all samples of the batch at once.")),
                Choice(SAMPLE, self.tr("One sample"), single),
                Choice(BESIDE, self.tr("Side by side"), both),
            )
        )
        self.choice.setAccessibleName(self.tr("Batch lens"))
        self.choice.explain(self.tr("How much of the batch is looked at"))
        describe(self.number, self.tr("Sample of the batch"), self.tr("Row of the batch that stands alone, from 0"))


def _place(trace: tuple[Event, ...], event: Event) -> tuple[object, ...]:
    """Tell events of passes of different batches apart: the how manieth of its kind one is."""
    kind = (event.phase, event.layer, event.name, event.depth)
    before = trace[: event.index]
    return (*kind, sum((each.phase, each.layer, each.name, each.depth) == kind for each in before))
