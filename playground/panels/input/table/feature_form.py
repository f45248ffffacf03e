"""The form of a sample: one row for each feature, and its target."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QWidget

from nn.datasets.columns import Feature
from playground.panels.input.table.feature_rows import CategoryRow, FeatureRow, NumberRow
from playground.widgets.look.live_look import LiveLook
from playground.widgets.text.tooltips import describe

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from nn.datasets.base import Dataset

MOST_ROWS = 100
"""Features that have a row; of more the first ones, which is said below them."""
_AT_ONCE = 12  # rows that are made in one go
_SEEN = 10_000  # rows of the data that tell where the sliders begin and end
_USUAL = (-5.0, 5.0)  # where sliders begin and end without data
_LONGEST = 24  # letters of a name that are seen; all of it stands on hover


class FeatureForm(LiveLook, QScrollArea):
    """Shows a sample in the units of the file, and tells which inputs a person wants instead."""

    inputs_edited = Signal(int, object)
    """Number of the first input, and the new inputs: a tuple of float."""
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, widgetResizable=True, frameShape=QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._rows: list[FeatureRow] = []
        self._labels: list[QLabel] = []
        self._more: QLabel | None = None
        self._count = 0
        self.retranslate()

    @property
    def first(self) -> QWidget | None:
        """The field that the keyboard begins with."""
        return self._rows[0].widgets[-1] if self._rows else None

    def built(self, features: Sequence[Feature], data: Dataset | None) -> Iterator[None]:
        """Make a row for each feature, a few at a time, and show all at the end.

        Until the end the form shows what it showed before. Without data the sliders go over usual numbers.
        """
        body = QWidget()
        grid = QGridLayout(body, horizontalSpacing=8, verticalSpacing=4)
        grid.setContentsMargins(0, 0, 4, 0)
        grid.setColumnStretch(1, 1)
        limits, rows, place = _limits(features[:MOST_ROWS], data), list[tuple[FeatureRow, QLabel]](), 0
        for number, (feature, ends) in enumerate(zip(features, limits, strict=False)):
            rows.append(self._row(grid, number, feature, place, ends, body))
            place += feature.width
            if number % _AT_ONCE == _AT_ONCE - 1:
                yield
        self._count, self._rows, self._labels = len(features), [row for row, _ in rows], [label for _, label in rows]
        self._more = QLabel(wordWrap=True)
        grid.addWidget(self._more, len(rows), 0, 1, 3)
        grid.setRowStretch(len(rows) + 1, 1)
        self.setWidget(body)
        self.retranslate()
        self.setMaximumHeight(body.sizeHint().height())  # the answer stands below the last row

    def show_inputs(self, inputs: Sequence[float]) -> None:
        """Show what goes in."""
        for row in self._rows:
            row.show_inputs(inputs[row.place : row.place + row.feature.width])

    def _row(
        self, grid: QGridLayout, number: int, feature: Feature, place: int, limits: tuple[float, float], body: QWidget
    ) -> tuple[FeatureRow, QLabel]:
        row = CategoryRow(feature, place, body) if feature.categories else NumberRow(feature, place, limits, body)
        row.inputs_edited.connect(self.inputs_edited)
        row.refused.connect(self.refused)
        label = QLabel(textFormat=Qt.TextFormat.PlainText)
        label.setText(row.name if len(row.name) <= _LONGEST else f"{row.name[: _LONGEST - 1]}…")
        label.setBuddy(row.widgets[-1])
        grid.addWidget(label, number, 0)
        if len(row.widgets) == 1:
            grid.addWidget(row.widgets[0], number, 1, 1, 2)
        else:
            for column, widget in enumerate(row.widgets):
                grid.addWidget(widget, number, 1 + column)
        return row, label

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self.setAccessibleName(self.tr("What goes in"))
        for row, label in zip(self._rows, self._labels, strict=True):
            about = self.tr("{name}, in the unit of the data").format(name=row.name)
            label.setToolTip(about)
            for widget in row.widgets:
                describe(widget, row.name, about)
        if self._more is not None:
            more = self.tr("The first {shown} of {count:,} features; the others go in as they are in the row.")
            is_cut = self._count > MOST_ROWS
            self._more.setText(more.format(shown=MOST_ROWS, count=self._count) if is_cut else "")


def _limits(features: Sequence[Feature], data: Dataset | None) -> list[tuple[float, float]]:
    """Return the smallest and the largest value that the data have of each feature, in their unit."""
    if data is None or not len(data.x):
        return [_USUAL] * len(features)
    seen = data.x[:_SEEN].reshape(len(data.x[:_SEEN]), -1) * data.scale
    low, high = seen.min(axis=0), seen.max(axis=0)
    limits, place = [], 0
    for feature in features:
        ends = (0.0, 1.0)
        if not feature.categories:
            ends = (float(feature.value_of(low[place : place + 1])), float(feature.value_of(high[place : place + 1])))
        limits.append(ends if ends[0] < ends[1] and np.isfinite(ends).all() else (ends[0] - 1, ends[0] + 1))
        place += feature.width
    return limits
