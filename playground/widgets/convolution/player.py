"""Steps, plays and drags through the places of a window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from playground.widgets.fields.quiet_fields import QuietSlider
from playground.widgets.fields.tool_button import tool_button
from playground.widgets.layouts import in_row
from playground.widgets.look.icons import icon
from playground.widgets.look.live_look import LiveLook
from playground.widgets.text.steady_label import SteadyLabel
from playground.widgets.text.tooltips import describe, on_hover

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

_WHOLE_MS = 15_000  # that playing takes at the most, about
_SLOWEST_MS, _FASTEST_MS = 700, 40


class SweepPlayer(LiveLook, QWidget):
    """Buttons and a slider over the steps of a scene; costs nothing while nothing plays."""

    step_wanted = Signal(int)
    """How many steps are to have been made."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count, self._row, self._step = 0, 1, 0
        self._clock = QTimer(self)
        self._clock.timeout.connect(self._on_clock)
        self._play = tool_button("play", "sweepPlay", clicked=self.toggle)
        self._back = tool_button("previous", "sweepBack", clicked=self._on_back_clicked)
        self._next = tool_button("next", "sweepNext", clicked=self._on_next_clicked)
        self._rows = tool_button("", "sweepRows", checkable=True)
        self._slider = QuietSlider()
        self._slider.setObjectName("sweepSlider")
        self._slider.setMinimumWidth(50)
        self._slider.actionTriggered.connect(self._on_slider_moved)
        self._place = SteadyLabel()
        self._place.setObjectName("sweepPlace")
        in_row(self._play, self._back, self._next, self._rows, (self._slider, 1), self._place, of=self, spacing=2)
        self.retranslate()

    def show_steps(self, step: int, count: int, row: int) -> None:
        """Show how many steps have been made, of how many, and how many make a row."""
        self._step, self._count, self._row = step, count, max(row, 1)
        self._slider.setRange(0, count)
        self._slider.setPageStep(self._row)
        self._slider.setValue(step)
        self._back.setEnabled(step > 0)
        self._next.setEnabled(step < count)
        self._play.setEnabled(count > 0)
        self._place.reserve(f"{count:,} / {count:,}")
        self._place.setText(f"{step:,} / {count:,}")
        if step >= count:
            self.stop()

    @property
    def is_playing(self) -> bool:
        """Whether it goes on by itself."""
        return self._clock.isActive()

    @property
    def goes_by_rows(self) -> bool:
        """Whether a step is a whole row."""
        return self._rows.isChecked()

    def stop(self) -> None:
        """Stay where it is."""
        if self._clock.isActive():
            self._clock.stop()
            self._show_play()

    @Slot()
    def toggle(self) -> None:
        """Play, from the start if it is at the end; or pause."""
        if self._clock.isActive():
            self.stop()
            return
        if self._step >= self._count:
            self.step_wanted.emit(0)
        units = max(self._count // self._unit, 1)
        self._clock.start(min(max(_WHOLE_MS // units, _FASTEST_MS), _SLOWEST_MS))
        self._show_play()

    def move(self, steps: int) -> None:
        """Go on or back by some steps, and play no more."""
        self.stop()
        self._ask(self._step + steps)

    def move_rows(self, rows: int) -> None:
        """Go on or back to the next end of a row."""
        self.stop()
        self._ask(self._after_rows(rows))

    def go(self, step: int) -> None:
        """Go somewhere, and play no more."""
        self.stop()
        self._ask(step)

    @property
    def _unit(self) -> int:
        return self._row if self.goes_by_rows else 1

    def _after_rows(self, rows: int) -> int:
        if rows > 0:
            return (self._step // self._row + rows) * self._row
        return (-(-self._step // self._row) + rows) * self._row

    def _ask(self, step: int) -> None:
        step = min(max(step, 0), self._count)
        if step != self._step:
            self._step = step  # keys may come faster than pictures: the next one goes on from here
            self.step_wanted.emit(step)

    @Slot()
    def _on_clock(self) -> None:
        self._ask(self._after_rows(1) if self.goes_by_rows else self._step + 1)

    @Slot()
    def _on_next_clicked(self) -> None:
        self.move_rows(1) if self.goes_by_rows else self.move(1)

    @Slot()
    def _on_back_clicked(self) -> None:
        self.move_rows(-1) if self.goes_by_rows else self.move(-1)

    @Slot()
    def _on_slider_moved(self) -> None:
        # actionTriggered comes from a person only, and before the value is taken over.
        self.go(self._slider.sliderPosition())

    def hideEvent(self, event: QHideEvent) -> None:
        """Pause: nobody watches."""
        super().hideEvent(event)
        self.stop()

    def _show_play(self) -> None:
        self._play.setIcon(icon("pause" if self._clock.isActive() else "play"))
        if self._clock.isActive():
            name = self.tr("Pause the window")
            describe(self._play, name, self.tr("Stay at this place (Space)."))
        else:
            name = self.tr("Play")
            describe(
                self._play, name, self.tr("Let the window slide by itself, from the start if it is at the end (Space).")
            )

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self._show_play()
        describe(
            self._back, self.tr("Back"), self.tr("Back by a place (Left) or a row (Up): what was added is taken away.")
        )
        describe(self._next, self.tr("Next place"), self.tr("On by a place (Right) or a row (Down)."))
        self._rows.setText(self.tr("Rows"))
        describe(self._rows, self.tr("Row by row"), self.tr("Step and play row by row instead of place by place."))
        describe(self._slider, self.tr("Place of the window"), self.tr("Drag through all places (Home, End)."))
        on_hover(self.tr("Places the window has been at, and all there are."), self._place)
