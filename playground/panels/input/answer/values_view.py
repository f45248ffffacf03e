"""The values that a network gives where there are no classes, each with its target where there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QWidget

from playground.panels.input.answer.figures import figure
from playground.widgets.layouts import in_column
from playground.widgets.look.fonts import bold
from playground.widgets.look.live_look import LiveLook
from playground.widgets.text.steady_label import SteadyLabel
from playground.widgets.text.tooltips import on_hover

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFont

_SIZE = 1.4  # times the font of the texts around
MOST = 6
"""Values that are written out; of more the first ones."""


class Value(NamedTuple):
    """One value of an answer, and what it should be if somebody said so."""

    name: str
    value: float
    target: float | None = None


class ValuesView(LiveLook, QWidget):
    """One line for each value, and below it its target and how far off it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="answerValues")
        self._values: tuple[Value, ...] = ()
        self._lines: list[tuple[SteadyLabel, SteadyLabel]] = []
        self._column = in_column(of=self, spacing=2)
        self.retranslate()

    def show_values(self, values: Sequence[Value]) -> None:
        """Show these values."""
        self._values = tuple(values[:MOST])
        while len(self._lines) < len(self._values):
            self._lines.append(self._line())
        for number, labels in enumerate(self._lines):
            for label in labels:
                label.setVisible(number < len(self._values))
        self._write()

    @property
    def texts(self) -> tuple[str, ...]:
        """What is written, a line each."""
        return tuple(label.text() for labels in self._lines[: len(self._values)] for label in labels if label.text())

    def _line(self) -> tuple[SteadyLabel, SteadyLabel]:
        value, target = SteadyLabel(self), SteadyLabel(self)
        value.setFont(_large(self.font()))
        self._column.addWidget(value)
        self._column.addWidget(target)
        self._explain(value, target)
        return value, target

    def _write(self) -> None:
        for (name, value, target), (first, second) in zip(self._values, self._lines, strict=False):
            first.setText(f"{name}: {figure(value)}")
            off = self.tr("Target: {target}, off by {difference}")
            has_target = target is not None
            second.setText(off.format(target=figure(target), difference=figure(value - target)) if has_target else "")
        self.setAccessibleName(", ".join(self.texts))

    def _explain(self, value: SteadyLabel, target: SteadyLabel) -> None:
        on_hover(self.tr("What the network answers, in the unit of the data."), value)
        on_hover(self.tr("What it should be, and how much too large the answer is."), target)

    def restyle(self) -> None:
        """Take the font of the moment."""
        for value, _ in self._lines:
            value.setFont(_large(self.font()))

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        for line in self._lines:
            self._explain(*line)
        self._write()


def _large(font: QFont) -> QFont:
    large = bold(font)
    large.setPointSizeF(_SIZE * large.pointSizeF())
    return large
