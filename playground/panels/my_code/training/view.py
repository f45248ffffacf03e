"""A person's own network as it learns, and what it reads of the digit that they drew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from playground.panels.my_code.training.controls import Controls
from playground.panels.my_code.training.curve import LossCurve
from playground.panels.my_code.training.sentences import TrainingSentences
from playground.session.own_code.training.stage import Stage
from playground.widgets.layouts import in_column, in_row
from playground.widgets.look.live_look import LiveLook
from playground.widgets.plot.probability_bars import ProbabilityBars
from playground.widgets.refreshing import Importance, Refreshing
from playground.widgets.text.steady_label import SteadyLabel
from playground.widgets.text.tooltips import on_hover

if TYPE_CHECKING:
    from collections.abc import Callable

    from playground.session.document.code import Code
    from playground.session.session import Session


class TrainingView(Refreshing, LiveLook, QWidget):
    """Buttons where there is something to train; below them the curve and the answer once there is a training."""

    importance = Importance.COURSE

    consent_wanted = Signal()
    """A person wants to train code that may not run yet."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="ownTraining")
        self._own, self._looking = session.own_code.source, session.looking
        self._training, self._stepping = session.own_code.training, session.own_code.stepping
        self._sentences = TrainingSentences(self._training, self)
        self._wanted: Callable[[], bool] | None = None  # as soon as the code may run
        self.controls = Controls(self._training, session.own_code.offer)
        self.figures = SteadyLabel()
        self.figures.setObjectName("ownFigures")
        self.curve, self.bars = LossCurve(), ProbabilityBars()
        self.answer, self.state, self.kept = (self._text(name) for name in ("ownAnswer", "ownState", "ownKept"))
        self._body = QWidget()
        self._lay_out()
        self._connect(session)
        self.restyle()
        self.retranslate()

    @staticmethod
    def _text(name: str) -> QLabel:
        label = QLabel(wordWrap=True, objectName=name, textFormat=Qt.TextFormat.PlainText)
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        return label

    def _lay_out(self) -> None:
        told = in_row((self.state, 3), (self.answer, 2), spacing=8)  # in sight also where there is hardly any room
        plots = in_row((self.curve, 3), (self.bars, 2), spacing=8)
        in_column(told, self.figures, (plots, 1), self.kept, of=self._body, spacing=4)
        in_column(self.controls, (self._body, 1), of=self, spacing=4)

    def _connect(self, session: Session) -> None:
        self.controls.train_wanted.connect(self.train)
        self.controls.take_up_wanted.connect(self.take_up)
        self.controls.step_wanted.connect(self.step)
        self._own.changed.connect(self._on_code_changed)
        session.own_code.offer.changed.connect(self._on_offer_changed)
        self._training.changed.connect(self._on_stage_changed)
        for told in (self._training.progressed, self._training.read):
            told.connect(self.out_of_date)
        self._looking.example_changed.connect(self._on_example_changed)

    @Slot()
    def train(self) -> None:
        """Train the code as it is now; what may not run yet is asked for."""
        self._do(lambda: self._training.start(self.controls.settings))

    @Slot()
    def take_up(self) -> None:
        """Go on with what is kept of a training; code that may not run yet is asked for."""
        if not self._training.may_run:
            self._show_trained_code()  # what is asked for can be read
        self._do(self._training.take_up)

    @Slot(int)
    def step(self, iteration: int) -> None:
        """Step through an iteration of the training, in the code that made it; what may not run yet is asked for."""
        self._show_trained_code()
        self._do(lambda: self._training.step(iteration, self._stepping))

    def _show_trained_code(self) -> None:
        """Have the code that was trained in the place of what was made of it since; undo brings that back."""
        code, mine = self._training.course.code, self._own.code
        if code is not None and (mine is None or mine.text != code.text):
            self._own.begin(code.text, code.name, is_foreign=code.is_foreign)

    def _do(self, wish: Callable[[], bool]) -> None:
        self._wanted = None if wish() else wish
        if self._wanted is not None:
            self.consent_wanted.emit()

    @Slot()
    def _on_code_changed(self) -> None:
        wish = self._wanted
        if wish is not None and self._own.may_run:
            self._wanted = None
            wish()
        self.out_of_date()

    @Slot()
    def _on_offer_changed(self) -> None:
        self.controls.follow()
        self._show_parts()

    @Slot()
    def _on_stage_changed(self) -> None:
        self.controls.refresh()
        self._show_parts()
        self.out_of_date()

    @Slot(object)
    def _on_example_changed(self, _example: object) -> None:
        if self._training.stage is not Stage.NONE:
            self.out_of_date()  # asked for when the clock has time: the program's own answer comes first

    def _show_parts(self) -> None:
        has_run = self._training.stage is not Stage.NONE and not self._is_of_another
        self.controls.setVisible(has_run or self.controls.has_something)
        for part in (self._body, self.controls.afterwards):
            part.setVisible(has_run)
        self.setVisible(has_run or self.controls.has_something)

    @property
    def _is_of_another(self) -> bool:
        """Whether the training is over and was of another program: the one in sight has the room then."""
        trained, mine = self._training.course.code, self._own.code
        is_over = not self._training.is_alive
        return is_over and trained is not None and mine is not None and not _is_same_program(trained, mine)

    def room(self) -> int:
        """Give the height in px that it needs, for whoever makes room for it."""
        return 0 if self.isHidden() else self.minimumSizeHint().height()

    def refresh(self) -> None:
        """Show the training of the moment, and have the digit of the moment read."""
        training = self._training
        if training.stage is Stage.NONE:
            return
        self._have_read()
        self.state.setText(self._sentences.state(self._own.code))
        self.controls.refresh_iterations()
        self.figures.setText(self._sentences.figures())
        self.kept.setText(self._sentences.kept())
        course = training.course
        self.curve.show_losses(course.losses, course.iteration if course.settings.is_script else course.last)
        reading = training.reading
        self.bars.show_probabilities(() if reading is None else reading.probabilities)
        self.answer.setText(self._sentences.answer(has_digit=self._looking.example is not None))

    def _have_read(self) -> None:
        example = self._looking.example
        pixels = None if example is None else example.pixels
        if pixels is not self._training.wanted:
            self._training.look_at(pixels)

    def restyle(self) -> None:
        """Take the colours and the font of the moment."""
        self.curve.restyle(self.palette())

    def retranslate(self) -> None:
        """Set every visible text in the language of the moment."""
        on_hover(self.tr("How far it is, how fast, and how many of the 10,000 test digits it reads"), self.figures)
        on_hover(self.tr("What your network says of the digit in the panel Input"), self.answer)
        on_hover(self.tr("What stays of this training, and what is lost with its process"), self.kept)
        self.curve.retranslate()
        self._on_offer_changed()
        self._on_code_changed()
        self._on_stage_changed()


def _is_same_program(one: Code, other: Code) -> bool:
    return (one.path, one.name) == (other.path, other.name)
