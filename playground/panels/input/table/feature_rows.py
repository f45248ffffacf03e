"""The rows of the form of a sample: a name, a slider over what the data have, and a field in the file's unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSignalBlocker, Signal, Slot

from playground.widgets.fields.number_entry import NumberEntry
from playground.widgets.fields.quiet_fields import Choice, ChoiceBox, QuietSlider

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from nn.datasets.columns import Feature

_TICKS = 200
_DIGITS = 6
"""Digits that a value is shown with: a sample of float32 has no more."""
_COLUMNS = 9  # digits of a number field


def rounded(value: float) -> float:
    """Return a value as it stood in the file, without what scaling there and back has added."""
    return float(f"{value:.{_DIGITS}g}")


class FeatureRow(QObject):
    """The widgets of one feature, which tell the inputs of the network that a person wants."""

    inputs_edited = Signal(int, object)
    """Number of the first input, and the new inputs: a tuple of float."""
    refused = Signal(str)

    def __init__(self, feature: Feature, place: int, parent: QObject) -> None:
        super().__init__(parent)
        self.feature, self.place = feature, place

    @property
    def name(self) -> str:
        """What the feature is called."""
        return self.feature.name or f"x{self.place + 1}"

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        """From left to right."""
        raise NotImplementedError(f"{type(self).__name__} needs widgets")

    def show_inputs(self, inputs: Sequence[float]) -> None:
        """Show what goes in."""
        raise NotImplementedError(f"{type(self).__name__} needs a show_inputs(inputs)")


class NumberRow(FeatureRow):
    """A number: the slider goes over what the data have, the field takes any."""

    def __init__(self, feature: Feature, place: int, limits: tuple[float, float], parent: QWidget) -> None:
        super().__init__(feature, place, parent)
        self._low, self._high = limits
        self._slider = QuietSlider(parent)
        self._slider.setRange(0, _TICKS)
        self._slider.setPageStep(_TICKS // 10)
        self._slider.setMinimumWidth(60)
        self._entry = NumberEntry(parent=parent)
        self._entry.setFixedWidth(_COLUMNS * parent.fontMetrics().horizontalAdvance("0") + 12)
        self._slider.actionTriggered.connect(self._on_slider_moved)
        self._entry.value_edited.connect(self._on_value_edited)
        self._entry.refused.connect(self.refused)

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        """Slider and field."""
        return self._slider, self._entry

    def show_inputs(self, inputs: Sequence[float]) -> None:
        """Show the value in the file's unit."""
        value = rounded(float(self.feature.value_of(inputs)))
        self._entry.show_value(value)
        if not self._slider.isSliderDown():
            span = (self._high - self._low) or 1.0
            with QSignalBlocker(self._slider):
                self._slider.setValue(round(min(max((value - self._low) / span, 0.0), 1.0) * _TICKS))

    @Slot(int)
    def _on_slider_moved(self, _action: int) -> None:
        # actionTriggered comes from a person only, and before the value is taken over
        value = self._low + (self._high - self._low) * self._slider.sliderPosition() / _TICKS
        self._tell(rounded(value))

    @Slot(object)
    def _on_value_edited(self, value: float) -> None:
        self._tell(value)

    def _tell(self, value: float) -> None:
        self.inputs_edited.emit(self.place, self.feature.inputs_of(value))


class CategoryRow(FeatureRow):
    """One of several categories."""

    def __init__(self, feature: Feature, place: int, parent: QWidget) -> None:
        super().__init__(feature, place, parent)
        self._choice = ChoiceBox(parent)
        self._choice.set_choices(Choice(name, name) for name in feature.categories)
        self._choice.value_edited.connect(self._on_value_edited)

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        """The choice alone."""
        return (self._choice,)

    def show_inputs(self, inputs: Sequence[float]) -> None:
        """Show which category it is."""
        self._choice.show_value(str(self.feature.value_of(inputs)))

    @Slot(object)
    def _on_value_edited(self, name: str) -> None:
        self.inputs_edited.emit(self.place, self.feature.inputs_of(name))
