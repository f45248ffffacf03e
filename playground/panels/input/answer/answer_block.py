"""The answer to what is looked at: classes with bars, or values, and whether it is right."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QBoxLayout, QWidget

from nn.inspection.surfaces import Meaning
from playground.panels.input.answer.answer_view import AnswerView
from playground.panels.input.answer.values_view import Value, ValuesView
from playground.widgets.layouts import in_column, in_row
from playground.widgets.look.live_look import LiveLook
from playground.widgets.plot.probability_bars import ProbabilityBars
from playground.widgets.refreshing import Importance, Refreshing
from playground.words import class_word

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QMenu

    from nn.arrays import Array
    from nn.datasets.base import Dataset
    from playground.session.looking.observation import Observation
    from playground.session.session import Session

_MOST_BARS = 12
"""Of more classes the most probable ones have bars."""


class AnswerBlock(Refreshing, LiveLook, QWidget):
    """What the network that is looked at says of the sample, by the names of the data that it fits."""

    importance = Importance.ANSWER

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._answer, self._bars = AnswerView(self, judges=True), ProbabilityBars(self)
        self._values = ValuesView(self)
        self._values.hide()
        self._classes: list[int] = []  # that have bars
        self._bars.asked_about.connect(self._on_bar_asked_about)
        self._row = in_row((self._answer, 1), (self._bars, 1), spacing=8)
        in_column(self._row, self._values, of=self)
        self._bars.menu_wanted.connect(self._on_menu_wanted)
        session.looking.changed.connect(self.out_of_date)
        session.library.data_changed.connect(self._on_data_changed)
        self.retranslate()

    @Slot(int, object)
    def _on_menu_wanted(self, row: int, menu: QMenu) -> None:
        """Offer what the past of a class can be asked."""
        if row < len(self._classes):
            from playground.panels.past_menu import PastMenu  # not before somebody asks

            PastMenu(self._session, menu).add_class(self._classes[row], self._bars.labels[row])

    @Slot(object)
    def _on_data_changed(self, _data: object) -> None:
        self.out_of_date()

    def refresh(self) -> None:
        """Show the answer to the sample of the moment, of a batch to its first row."""
        observation, data = self._session.looking.observation, self._fitting_data()
        meaning = Meaning.of(self._session.looking.network.spec, data)
        is_class = bool(meaning.classes)
        self._answer.setVisible(is_class)
        self._bars.setVisible(is_class)
        self._values.setVisible(not is_class)
        if is_class:
            self._show_classes(observation, meaning)
        else:
            self._values.show_values(() if observation is None else _values(observation, data))

    def _fitting_data(self) -> Dataset | None:
        data, spec = self._session.library.data, self._session.looking.network.spec
        fits = data is not None and math.prod(data.input_shape) == math.prod(spec.input_shape)
        return data if fits else None

    def _show_classes(self, observation: Observation | None, meaning: Meaning) -> None:
        names = [class_word(name) for name in meaning.classes]
        shares = [] if observation is None else meaning.shares(observation.output)[0].tolist()
        self._answer.show_answer(shares, names, "" if observation is None else self._judged(observation, meaning))
        self._classes = list(range(len(names)))
        if len(names) > _MOST_BARS:
            shown = sorted(self._classes, key=lambda c: -shares[c] if shares else 0)[:_MOST_BARS]
            names, shares = [names[c] for c in shown], [shares[c] for c in shown] if shares else []
            self._classes = shown
        self._bars.show_probabilities(shares, names)

    @Slot(int)
    def _on_bar_asked_about(self, row: int) -> None:
        outputs = self._session.looking.network.spec.outputs
        if row < len(self._classes):  # two classes may have one output, the score of the second
            self._session.past.teachers.ask(min(self._classes[row], outputs - 1))

    def _judged(self, observation: Observation, meaning: Meaning) -> str:
        """Say what the sample is, and whether the network is right."""
        t = observation.sample.t
        if t is None or t.ndim != 1 or not 0 <= int(t[0]) < len(meaning.classes):
            return self.tr("No label") if t is None else ""
        wrong = bool(meaning.wrong(observation.output[:1], np.asarray(t[:1]))[0])
        text = self.tr("Label {name}: wrong") if wrong else self.tr("Label {name}: right")
        return text.format(name=class_word(meaning.classes[int(t[0])]))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Write the bars below the answer in a tall place, both in its middle, and in a narrow one."""
        super().resizeEvent(event)
        widths = [part.minimumSizeHint().width() for part in (self._answer, self._bars)]
        is_tall = self.height() > self.width() or self.width() < sum(widths) + self._row.spacing()
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if is_tall else QBoxLayout.Direction.LeftToRight)
        self._row.setAlignment(self._answer, Qt.AlignmentFlag.AlignBottom if is_tall else Qt.AlignmentFlag(0))
        self._row.setAlignment(self._bars, Qt.AlignmentFlag.AlignTop if is_tall else Qt.AlignmentFlag(0))

    def minimumSizeHint(self) -> QSize:
        """Ask for the width of one part alone: the other one has room below it."""
        least = super().minimumSizeHint()
        parts = [part for part in (self._answer, self._bars, self._values) if not part.isHidden()]
        return QSize(max((part.minimumSizeHint().width() for part in parts), default=0), least.height())

    def retranslate(self) -> None:
        """Say it in the language of the moment."""
        self._bars.offer(self.tr("who taught you that?"))
        self.out_of_date()


def _values(observation: Observation, data: Dataset | None) -> list[Value]:
    outputs: Array = np.ravel(observation.output[0])
    t = observation.sample.t
    targets = np.ravel(t[0]).tolist() if t is not None and np.size(t[0]) == len(outputs) else [None] * len(outputs)
    names = ["y"] if len(outputs) == 1 else [f"y{place + 1}" for place in range(len(outputs))]
    values, targets = outputs.tolist(), targets
    if data is not None and data.is_regression and data.outputs == len(outputs):
        in_unit = data.target.value_of
        names = [data.target.name or names[0]] if len(outputs) == 1 else names
        values = [in_unit(value) for value in values]
        targets = [None if target is None else in_unit(target) for target in targets]
    return [Value(*each) for each in zip(names, values, targets, strict=True)]
