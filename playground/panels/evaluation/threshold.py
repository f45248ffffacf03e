"""The share from which the second of two classes is said."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLabel, QWidget

from nn.evaluation.answers import EVEN
from playground.widgets.fields.quiet_fields import QuietSlider
from playground.widgets.layouts import in_row
from playground.widgets.look.live_look import LiveLook
from playground.widgets.text.steady_label import SteadyLabel
from playground.widgets.text.tooltips import describe
from playground.words import class_word

_STEPS = 100


class ThresholdRow(LiveLook, QWidget):
    """A slider for the threshold of two classes; 0.5 is what the accuracy is counted with."""

    value_edited = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._class = ""
        self._caption = QLabel()
        self.slider = QuietSlider()
        self.slider.setObjectName("evaluationThreshold")
        self.slider.setRange(0, _STEPS)
        self.slider.setValue(round(EVEN * _STEPS))
        self._number = SteadyLabel()
        self._number.reserve("0.00")
        self.slider.valueChanged.connect(self._on_moved)
        in_row(self._caption, (self.slider, 1), self._number, of=self, spacing=6)
        self._on_moved(self.slider.value())
        self.retranslate()

    def value(self) -> float:
        """Give the threshold."""
        return self.slider.value() / _STEPS

    def name_classes(self, classes: tuple[str, ...]) -> None:
        """Say between which two classes is decided."""
        if len(classes) == 2 and classes[1] != self._class:
            self._class = classes[1]
            self.retranslate()

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self._caption.setText(self.tr("“{name}” from").format(name=class_word(self._class)))
        about = self.tr(
            "From which share on the second class is said. A lower threshold finds more of them and calls more of the "
            "others by their name; 0.5 is what accuracy is counted with."
        )
        describe(self.slider, self.tr("Threshold"), about)

    @Slot(int)
    def _on_moved(self, place: int) -> None:
        self._number.setText(f"{place / _STEPS:.2f}")
        self.value_edited.emit(place / _STEPS)
