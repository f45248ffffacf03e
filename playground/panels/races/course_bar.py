"""How a race is shown, and what it is told: begin, stand, go a step, end, and again with other seeds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from nn.inspection.surfaces import is_plane
from nn.races.cards import SEEDS
from nn.races.experiment import Paths
from nn.races.race import Race
from playground.panels.races.buttons import name_button, race_button
from playground.panels.races.race_board import ACCURACY, LAYERS, LOSS, PANELS, SURFACES
from playground.session.racing.racing import IDLE, PAUSED, RUNNING
from playground.widgets.fields.quiet_fields import Choice, ChoiceBox
from playground.widgets.layouts import in_column
from playground.widgets.look.live_look import LiveLook
from playground.widgets.wrapping_row import wrapping_row

if TYPE_CHECKING:
    from playground.session.racing.racing import Racing

_SECTIONS = {"6.3": PANELS, "6.4": ACCURACY, "7.5": ACCURACY}
"""As what the cards of a section are shown at first."""
_BROUGHT = {LAYERS: "layers", SURFACES: "surfaces"}
"""What a look needs beside the curves."""


class CourseBar(LiveLook, QWidget):
    """The look of the contestants, and five buttons."""

    begun = Signal()
    """Somebody pressed Start: what was kept secret may be shown."""
    look_changed = Signal()

    def __init__(self, racing: Racing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._racing = racing
        self._look = ChoiceBox()
        self._look.setObjectName("raceLook")
        self._look.fit_longest()
        names = ("raceStart", "racePause", "raceStop", "raceStep", "raceSeeds")
        self._buttons = self._start, self._pause, self._stop, self._step, self._seeds = tuple(map(race_button, names))
        in_column(wrapping_row(self._look, *self._buttons, spacing=4), of=self)
        self._look.value_edited.connect(self._on_look_edited)
        self._start.clicked.connect(self._on_start_clicked)
        self._pause.clicked.connect(self._on_pause_clicked)
        self._stop.clicked.connect(racing.stop)
        self._step.clicked.connect(racing.step_all)
        self._seeds.clicked.connect(self._on_seeds_clicked)
        self.retranslate()

    @property
    def look(self) -> str:
        """As what the contestants are shown."""
        return str(self._look.value())

    @Slot(object)
    def _on_look_edited(self, look: str) -> None:
        self._racing.look_at(_BROUGHT.get(look, "curves"))
        self.look_changed.emit()

    @Slot()
    def _on_start_clicked(self) -> None:
        if self._racing.state == PAUSED:
            self._racing.pause(False)
        else:
            self.begun.emit()
            self._racing.start()

    @Slot()
    def _on_pause_clicked(self) -> None:
        self._racing.pause(self._racing.state == RUNNING)

    @Slot()
    def _on_seeds_clicked(self) -> None:
        self.begun.emit()
        self._racing.start(SEEDS)

    def show_chosen(self) -> None:
        """Take the look that suits what is chosen."""
        self._name_looks()
        card = self._racing.card
        self._look.show_value(LOSS if card is None else _SECTIONS.get(card.section, LOSS))
        self._racing.look_at("curves")

    def refresh(self) -> None:
        """Offer what can be done now."""
        racing = self._racing
        is_race, takes_time = isinstance(racing.experiment, Race), not isinstance(racing.experiment, Paths)
        self._start.setEnabled(racing.state != RUNNING)
        self._pause.setEnabled(racing.state == RUNNING)
        self._stop.setEnabled(racing.state != IDLE)
        self._seeds.setEnabled(racing.state == IDLE)
        self._pause.setVisible(takes_time)
        self._stop.setVisible(takes_time)
        self._seeds.setVisible(takes_time and (racing.card is None or racing.card.seeds > 1))
        self._step.setVisible(is_race)
        self._look.setVisible(is_race)

    # ---- words

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        look = self._look.value()
        self._name_looks()
        if look is not None:
            self._look.show_value(look)
        self._look.setAccessibleName(self.tr("What is shown"))
        self._look.explain(self.tr("As what the contestants are shown."))
        self._name_buttons()

    def _name_looks(self) -> None:
        looks = [
            Choice(LOSS, self.tr("Loss"), self.tr("The losses of all contestants in one chart.")),
            Choice(ACCURACY, self.tr("Accuracy"), self.tr("The accuracies of all: training solid, test dashed.")),
            Choice(PANELS, self.tr("Side by side"), self.tr("A chart of accuracies for each contestant.")),
            Choice(LAYERS, self.tr("Layers"), self.tr("What each layer puts out for 200 samples, over its own range.")),
        ]
        race = self._racing.experiment
        if isinstance(race, Race) and all(is_plane(lane.spec) for lane in race.lanes):
            looks.append(Choice(SURFACES, self.tr("Surfaces"), self.tr("What each says over the plane of the points.")))
        self._look.set_choices(looks)

    def _name_buttons(self) -> None:
        abouts = (
            (self.tr("Start"), self.tr("Begin, or go on after a pause.")),
            (self.tr("Pause"), self.tr("Let all stand where they are; nothing is lost.")),
            (self.tr("Stop"), self.tr("End the race; what is there is kept.")),
            (self.tr("Step all"), self.tr("Bring everyone to the next iteration together, and stand there.")),
            (self.tr("Five seeds"), self.tr("Race five times, with other random numbers each time: is it chance?")),
        )
        for button, words in zip(self._buttons, abouts, strict=True):
            name_button(button, *words)
