"""A slider over powers of ten beside the exact number, for values like the learning rate."""

from __future__ import annotations

import math

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QSlider, QWidget

from playground.widgets.fields.number_entry import NumberEntry
from playground.widgets.fields.quiet_fields import QuietSlider
from playground.widgets.layouts import in_row
from playground.widgets.text.tooltips import wrapped

_TICKS_PER_DECADE = 40


class LogSlider(QWidget):
    """Log slider with an exact entry.

    `value_edited` brings a typed value; `value_dragged` brings each value of a movement of the slider with
    the number of the gesture, so that the values of one drag can become one undo step.
    Values beyond the slider's ends can be typed; the handle then rests at its end.
    """

    value_edited = Signal(object)
    value_dragged = Signal(object, int)
    refused = Signal(str)

    def __init__(
        self,
        slider_minimum: float,
        slider_maximum: float,
        limits: tuple[float, float],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.slider = QuietSlider()
        self.slider.setRange(_tick(slider_minimum), _tick(slider_maximum))
        self.slider.setSingleStep(_TICKS_PER_DECADE // 10)
        self.slider.setPageStep(_TICKS_PER_DECADE)
        self.entry = NumberEntry(*limits)
        self.entry.setFixedWidth(self.entry.fontMetrics().horizontalAdvance("0.0000000") + 16)
        self._gesture = 0
        self._lay_out()
        self.slider.sliderPressed.connect(self._on_gesture_ended)
        self.slider.sliderReleased.connect(self._on_gesture_ended)
        self.slider.actionTriggered.connect(self._on_slider_moved)
        self.entry.value_edited.connect(self._on_entry_edited)
        self.entry.refused.connect(self.refused)

    def value(self) -> float:
        """Give the exact value."""
        return self.entry.value()

    def show_value(self, value: float) -> None:
        """Show a value without reporting it and without rounding it to the slider's ticks."""
        self.entry.show_value(value)
        self.slider.setValue(_tick(value) if value > 0 else self.slider.minimum())

    def set_texts(self, name: str, tooltip: str) -> None:
        """Name both parts for people who hear the form, and explain them on hover."""
        self.entry.setAccessibleName(name)
        self.slider.setAccessibleName(self.tr("{name}, slider").format(name=name))
        for part in (self.entry, self.slider):
            part.setToolTip(wrapped(tooltip))

    def _lay_out(self) -> None:
        self.slider.setTickPosition(QSlider.TickPosition.NoTicks)
        in_row((self.slider, 1), self.entry, of=self, spacing=8)

    @Slot()
    def _on_gesture_ended(self) -> None:
        self._gesture += 1

    @Slot(int)
    def _on_slider_moved(self, _action: int) -> None:
        # actionTriggered comes from a person only, and before the value is taken over.
        value = _rounded(self.slider.sliderPosition())
        if value == self.value():
            return
        self.entry.show_value(value)
        if not self.slider.isSliderDown():
            self._gesture += 1
        self.value_dragged.emit(value, self._gesture)

    @Slot(object)
    def _on_entry_edited(self, value: float) -> None:
        self.slider.setValue(_tick(value) if value > 0 else self.slider.minimum())
        self.value_edited.emit(value)


def _tick(value: float) -> int:
    return round(math.log10(value) * _TICKS_PER_DECADE)


def _rounded(tick: int) -> float:
    """Give the value of a tick with two digits: 0.0032, not 0.0031622776601683794."""
    return float(f"{10 ** (tick / _TICKS_PER_DECADE):.1e}")
