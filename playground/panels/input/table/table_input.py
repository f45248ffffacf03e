"""Rows of numbers as what goes in: leafed through, or typed and pulled feature by feature."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QSize, Slot

from nn.datasets.columns import Feature
from playground.panels.input.answer.answer_block import AnswerBlock
from playground.panels.input.drawing.label_choice import LabelChoice
from playground.panels.input.kind import InputKind
from playground.panels.input.kinds import fits
from playground.panels.input.rows.row_browser import RowBrowser
from playground.panels.input.table.feature_form import FeatureForm
from playground.panels.input.table.target_fields import MOST, TargetFields
from playground.session.phrase import said
from playground.widgets.layouts import in_column
from playground.widgets.refreshing import Importance, Refreshing
from playground.words import class_word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from nn.datasets.base import Dataset
    from playground.session.session import Session

_LEAST = QSize(240, 200)
_WHOLE = object()  # what the form's steps end with


class TableInput(Refreshing, InputKind):
    """A browser of rows, the form of the sample, and the answer below it."""

    importance = Importance.ANSWER

    # From `come_to_life` on:
    _session: Session

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Feature, ...] = ()
        self._data: Dataset | None = None
        self._steps: Iterator[object] = iter(())
        self._is_alive = False
        self._form = FeatureForm(self)
        self._form.setObjectName("featureForm")
        self._label = LabelChoice(self)
        self._label.hide()
        self._target = TargetFields(self)
        self._target.hide()
        self._column = in_column(of=self, margins=(8, 8, 8, 8), spacing=8)

    def come_to_life(self, session: Session) -> Iterator[None]:
        """Build browser and answer, and show the sample."""
        self._session = session
        browser = RowBrowser(session, self)
        browser.noted.connect(session.status)
        yield
        parts = (browser, self._form, self._label, self._target, AnswerBlock(session, self))
        for part in parts:
            self._column.addWidget(part, 100 if part is self._form else 0)
        self._column.addStretch(1)
        yield
        self._form.inputs_edited.connect(self._on_inputs_edited)
        self._form.refused.connect(session.status)
        self._label.chosen.connect(self._on_label_chosen)
        self._target.target_edited.connect(self._on_target_edited)
        self._target.refused.connect(session.status)
        self._is_alive = True
        session.looking.changed.connect(self.out_of_date)
        session.library.data_changed.connect(self._on_data_changed)
        self.out_of_date()

    @Slot(object)
    def _on_data_changed(self, _data: object) -> None:
        self.out_of_date()

    def refresh(self) -> None:
        """Show the sample in the units of the data, if the network takes them; else as plain numbers."""
        spec, data = self._session.looking.network.spec, self._session.library.data
        fitting = data if data is not None and fits(spec, data) else None
        features = fitting.features if fitting is not None else ()
        if not features:
            features = (Feature(),) * math.prod(spec.input_shape)
        if features != self._shown or fitting is not self._data:
            self._shown, self._data = features, fitting
            self._steps = self._form.built(features, fitting)
        if next(self._steps, _WHOLE) is not _WHOLE:
            self.out_of_date()  # go on in the next frame
            return
        self._refresh_label(fitting)
        self._refresh_target(fitting)
        sample, count = self._session.looking.sample, math.prod(spec.input_shape)
        fills = sample is not None and sample.x[0].size == count
        self._form.show_inputs(sample.x[0].reshape(-1).tolist() if sample is not None and fills else [0.0] * count)

    def _refresh_label(self, data: Dataset | None) -> None:
        """Show which class the sample is by its label; one that a person made can be given another."""
        sample = self._session.looking.sample
        self._label.setVisible(data is not None and bool(data.classes) and sample is not None and sample.single)
        if data is None or sample is None or not data.classes:
            return
        name = data.target.name
        caption = (
            self.tr("Label of this sample ({name})").format(name=name) if name else self.tr("Label of this sample")
        )
        self._label.show_classes([class_word(each) for each in data.classes], caption.format(name=name))
        has_label = sample.t is not None and sample.t.ndim == 1
        self._label.show_label(int(sample.t[0]) if has_label else None, can_change=not sample.is_of_data)

    def _refresh_target(self, data: Dataset | None) -> None:
        """Show what the network should answer, in the unit of the file; numbers that a person made can be given one."""
        sample = self._session.looking.sample
        outputs = self._session.looking.network.spec.outputs
        takes = data is not None and data.is_regression and data.outputs == outputs <= MOST
        self._target.setVisible(takes and sample is not None and sample.single)
        if not takes or data is None or sample is None:
            return
        names = [data.target.name] if outputs == 1 else [f"y{place + 1}" for place in range(outputs)]
        has_target = sample.t is not None and sample.t[0].size == outputs
        values = [data.target.value_of(each) for each in sample.t[0].reshape(-1)] if has_target else None
        self._target.show_target(names, values, can_change=not sample.is_of_data)

    @Slot(object)
    def _on_target_edited(self, values: tuple[float, ...] | None) -> None:
        sample, data = self._session.looking.sample, self._data
        if sample is not None and data is not None:
            t = None if values is None else np.array([[data.target.output_of(value) for value in values]])
            self._session.looking.show(replace(sample, t=t))

    @Slot(object)
    def _on_label_chosen(self, label: int | None) -> None:
        sample = self._session.looking.sample
        if sample is not None:
            self._session.looking.show(replace(sample, t=None if label is None else np.array([label])))

    @Slot(int, object)
    def _on_inputs_edited(self, place: int, inputs: tuple[float, ...]) -> None:
        """Make the sample another one, which keeps its label, as a drawing does that grows on a digit."""
        looking, size = self._session.looking, math.prod(self._session.looking.network.spec.input_shape)
        sample = looking.sample
        x = np.zeros(size) if sample is None else np.array(sample.x[0], np.float64).reshape(-1)
        if place + len(inputs) > size:
            return  # of another network: the form is about to follow
        x[place : place + len(inputs)] = inputs
        t = None if sample is None or sample.t is None else sample.t[0]
        try:
            looking.type_sample(x, t)
        except (TypeError, ValueError) as error:
            self._session.status.emit(said(error))

    def retranslate(self) -> None:
        """Say it in the language of the moment."""
        if self._is_alive:
            self.out_of_date()

    def take_focus(self) -> None:
        """Give the keyboard to the first field."""
        (self._form.first or self).setFocus()

    def minimumSizeHint(self) -> QSize:
        """Give the least room: the form scrolls."""
        return _LEAST
