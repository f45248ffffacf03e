"""Which surface the optimizers descend, and how many of their steps are shown."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from nn.races.experiment import Paths
from nn.races.paths import VALLEYS
from playground.widgets.fields.quiet_fields import Choice, ChoiceBox, QuietSlider
from playground.widgets.layouts import in_column
from playground.widgets.look.live_look import LiveLook
from playground.widgets.text.tooltips import describe
from playground.widgets.wrapping_row import wrapping_row

if TYPE_CHECKING:
    from playground.session.racing.racing import Racing


class PathFields(LiveLook, QWidget):
    """A surface from a list, and a slider through the updates."""

    steps_changed = Signal()

    def __init__(self, racing: Racing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._racing = racing
        self._valley, self._steps = ChoiceBox(), QuietSlider()
        self._valley.setObjectName("raceValley")
        self._valley.fit_longest()
        self._steps.setObjectName("raceSteps")
        in_column(wrapping_row(self._steps, self._valley, spacing=6), of=self)
        self._valley.value_edited.connect(self._on_valley_edited)
        self._steps.valueChanged.connect(self._on_steps_moved)
        self.retranslate()

    @property
    def steps(self) -> int:
        """How many updates are shown."""
        return self._steps.value()

    @Slot(object)
    def _on_valley_edited(self, name: str) -> None:
        paths = self._racing.experiment
        if isinstance(paths, Paths):
            self._racing.vary(replace(paths, valley=name, start=VALLEYS[name].start))

    @Slot(int)
    def _on_steps_moved(self, _step: int) -> None:
        self.steps_changed.emit()

    def show_chosen(self) -> None:
        """Show what is chosen, all steps of it; nothing where it is no way down a surface."""
        paths = self._racing.experiment
        self.setVisible(isinstance(paths, Paths))
        if isinstance(paths, Paths):
            self._steps.setRange(1, paths.steps)
            self._steps.setValue(paths.steps)
            self._valley.show_value(paths.valley)

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self._valley.set_choices([Choice(name, valley.formula) for name, valley in VALLEYS.items()])
        self._valley.setAccessibleName(self.tr("Surface"))
        self._valley.explain(self.tr("Which function of two numbers is descended."))
        describe(self._steps, self.tr("Updates shown"), self.tr("How many updates of each way are shown."))
        paths = self._racing.experiment
        if isinstance(paths, Paths):
            self._valley.show_value(paths.valley)
