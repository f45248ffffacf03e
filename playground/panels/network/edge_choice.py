"""The number of edges that are drawn of a network: a slider that says it."""

from __future__ import annotations

import math

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QWidget

from playground.widgets.fields.quiet_fields import QuietSlider
from playground.widgets.layouts import in_row
from playground.widgets.look.live_look import LiveLook
from playground.widgets.text.steady_label import SteadyLabel
from playground.widgets.text.tooltips import describe, on_hover

_TICKS = 100
_WIDTH = 90  # px


class NetworkEdgeChoice(LiveLook, QWidget):
    """Slider over the number of edges, in equal ratios, with the number shown beside it.

    `count_chosen` comes while a person moves it.
    """

    count_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fewest, self._most = 1, 1
        self._total = self._count = 0
        self._slider = QuietSlider()
        self._slider.setRange(0, _TICKS)
        self._slider.setPageStep(_TICKS // 10)
        self._slider.setFixedWidth(_WIDTH)
        self._label = SteadyLabel()
        self._slider.actionTriggered.connect(self._on_slider_moved)
        in_row(self._label, self._slider, of=self, spacing=4)
        self.retranslate()

    def show_count(self, count: int, total: int, limits: tuple[int, int]) -> None:
        """Show that `count` of `total` edges are drawn; hidden where there is little to choose."""
        self._count, self._total = count, total
        self._fewest, self._most = (max(limit, 1) for limit in limits)
        if not self._slider.isSliderDown():
            with QSignalBlocker(self._slider):
                self._slider.setValue(self._tick(count))
        self.setVisible(self._most > 2 * self._fewest)
        self._write()

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        about = self.tr("How many edges are drawn: the strongest weights of each layer, by size.")
        describe(self._slider, self.tr("Number of edges"), about)
        on_hover(about, self._label)
        self._label.reserve(self.tr("{count:,} of {total:,} edges").format(count=1000, total=1_320_000))
        self._write()

    def _write(self) -> None:
        self._label.setText(self.tr("{count:,} of {total:,} edges").format(count=self._count, total=self._total))

    @Slot(int)
    def _on_slider_moved(self, _action: int) -> None:
        # actionTriggered comes from a person only, and before the value is taken over.
        count = self._at(self._slider.sliderPosition())
        if count != self._count:
            self.count_chosen.emit(count)

    def _at(self, tick: int) -> int:
        return round(self._fewest * (self._most / self._fewest) ** (tick / _TICKS))

    def _tick(self, count: int) -> int:
        if self._most == self._fewest:
            return _TICKS
        return round(_TICKS * math.log(max(count, 1) / self._fewest) / math.log(self._most / self._fewest))
