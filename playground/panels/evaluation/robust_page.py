"""How right the network stays when its samples become harder: the curve, the pictures, and what is lost."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QPushButton, QWidget

from nn.evaluation.disturbing import NOISE, ROTATION, SHIFT
from nn.evaluation.robustness import MOST_SAMPLES
from playground.panels.evaluation.course_chart import CourseChart
from playground.panels.evaluation.listing import Harder, Listing
from playground.panels.evaluation.page import EvaluationPage
from playground.panels.evaluation.strength_strip import StrengthStrip
from playground.panels.evaluation.strength_words import disturbed_text
from playground.widgets.fields.quiet_fields import Choice, ChoiceBox
from playground.widgets.layouts import in_column, in_row
from playground.widgets.text.steady_label import SteadyLabel
from playground.widgets.text.tooltips import describe

if TYPE_CHECKING:
    from nn.datasets.base import Dataset
    from nn.evaluation.robustness import Sweep
    from playground.session.judging.sweeping import Sweeping
    from playground.session.session import Session


class RobustPage(EvaluationPage):
    """Shows a sweep over the strengths of a disturbance, and has one made while it is seen."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._sweeping: Sweeping = session.judging.sweeping
        self._sweep: Sweep | None = None
        self._chosen, self._row = math.nan, 0
        self._is_chosen = False  # by a person: until then it is the strongest that is measured
        self._kinds: tuple[str, ...] = ()
        self.kind, self.chart, self.strip = ChoiceBox(), CourseChart(), StrengthStrip()
        self.kind.setObjectName("robustnessKind")
        self.progress = SteadyLabel()
        self.progress.setObjectName("robustnessProgress")
        self.cancel, self.measure = QPushButton(), QPushButton()
        self.cancel.setObjectName("robustnessCancel")
        self.measure.setObjectName("robustnessGo")
        top = in_row((self.kind, 2), (self.progress, 3), self.cancel, self.measure, spacing=6)
        in_column(top, (self.chart, 1), self.strip, of=self, spacing=4)
        self.kind.value_edited.connect(self._on_kind_edited)
        self.chart.strength_chosen.connect(self._on_strength_chosen)
        self.strip.strength_chosen.connect(self._on_picture_chosen)
        self.cancel.clicked.connect(self._sweeping.cancel)
        self.measure.clicked.connect(self._sweeping.resume)
        self.retranslate()

    # ---- what a person does

    @Slot(object)
    def _on_kind_edited(self, kind: str) -> None:
        self._is_chosen = False
        self._sweeping.choose_kind(kind)

    @Slot(float)
    def _on_strength_chosen(self, strength: float) -> None:
        self._chosen, self._is_chosen = strength, True
        self._show()

    @Slot(float)
    def _on_picture_chosen(self, strength: float) -> None:
        self._chosen, self._is_chosen = strength, True
        self._show()
        if not self._sweep_is_of_points():
            self.sample_chosen.emit(self._row)

    def _sweep_is_of_points(self) -> bool:
        data = self._session.library.data
        return data is not None and math.prod(data.input_shape) == 2

    def show_row(self, row: int) -> None:
        """Show this sample at each strength."""
        self._row = row
        self._show()

    # ---- what is to be seen

    def refresh(self) -> None:
        """Show what there is of the sweep, and have a newer one made if the network has moved on."""
        sweeping = self._sweeping
        sweeping.ask()
        self._name_kinds()
        self.kind.show_value(sweeping.kind)
        self._say_progress()
        sweep = sweeping.sweep
        if sweep is not self._sweep:
            self._sweep = sweep
            self._show()

    def _show(self) -> None:
        sweep = self._sweep
        if sweep is not None and not (self._is_chosen and self._chosen in sweep.answers):
            self._chosen = max(sweep.answers, key=lambda each: (abs(each), each))
        if sweep is not None and self._row >= len(sweep.answers[0.0]):
            self._row = 0
        data: Dataset | None = self._session.library.data
        self.chart.show_sweep(sweep, self._chosen)
        self.strip.show_sample(sweep, data, self._row, self._chosen)
        self.changed.emit()

    def _say_progress(self) -> None:
        sweeping = self._sweeping
        coming, result = sweeping.coming, sweeping.result
        self.cancel.setVisible(sweeping.is_asking)
        self.measure.setVisible(sweeping.is_cancelled)
        if sweeping.is_asking:
            of = coming or result
            done = 0 if coming is None else len(coming.answers)
            text = self.tr("{done} of {all} strengths") if of else self.tr("disturbing samples …")
            self.progress.setText(text.format(done=done, all=len(of.strengths) if of else 0))
        elif sweeping.is_cancelled:
            self.progress.setText(self.tr("cancelled"))
        else:
            self.progress.setText("" if sweeping.is_current or result is None else self.tr("of a moment ago"))

    def listing(self) -> Listing | None:
        """Return what is lost at the strength that is chosen."""
        sweep = self._sweep
        if sweep is None or self._chosen not in sweep.answers:
            return None
        answers = sweep.answers[self._chosen]
        what = disturbed_text(sweep.kind, self._chosen)
        rows = sweep.lost(self._chosen)
        if answers.classes:
            title = self.tr("{what}: {count:,} of {all:,} lost")
        else:
            title = self.tr("{what}: what it harms most, of {all:,}")
        text = title.format(what=what, count=len(rows), all=len(answers))
        about = self.tr("Samples that are right as they are, and wrong when disturbed like this: the surest first.")
        harder = Harder(sweep.disturber, sweep.kind, self._chosen)
        if self._chosen:
            nothing = self.tr("None of them is lost at this strength.")
        else:
            nothing = self.tr("Nothing is done to them here: choose a strength in the curve.")
        return Listing(answers, rows, text, harder, about=about if answers.classes else "", nothing=nothing)

    # ---- words

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self._kinds = ()
        self._name_kinds()
        self.kind.setAccessibleName(self.tr("Disturbance"))
        about = self.tr("What is done to the samples, the first {count:,} of them, before the network is asked.")
        self.kind.explain(about.format(count=MOST_SAMPLES))
        describe(self.progress, self.tr("How far the measurement is"))
        self.cancel.setText(self.tr("Cancel"))
        describe(self.cancel, self.tr("Cancel"), self.tr("Disturb no more samples; what was measured stays."))
        self.measure.setText(self.tr("Measure"))
        describe(
            self.measure, self.tr("Measure"), self.tr("Disturb the samples again, and go on when the network learns.")
        )
        self._say_progress()

    def _name_kinds(self) -> None:
        data = self._session.library.data
        kinds = self._sweeping.kinds
        if kinds == self._kinds:
            return
        self._kinds = kinds
        is_picture = SHIFT in kinds
        of_pictures = self.tr("Random numbers are added to each pixel; 1 is the whole range from dark to light.")
        of_numbers = self.tr("Random numbers are added; 1 is as much as each number differs from sample to sample.")
        words = {
            NOISE: (self.tr("Noise"), of_pictures if is_picture else of_numbers),
            SHIFT: (self.tr("Shift"), self.tr("Each picture moves by so many pixels, up, down, left or right.")),
            ROTATION: (self.tr("Rotation"), self.tr("Each picture is turned about its middle, anticlockwise.")),
        }
        self.kind.set_choices([Choice(kind, *words[kind]) for kind in kinds])
        self.kind.setEnabled(len(kinds) > 1 and data is not None)
