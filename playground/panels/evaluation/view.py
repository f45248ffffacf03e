"""Everything the evaluation panel shows: on which samples, as what, and in which order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QButtonGroup, QLabel, QSplitter, QStackedWidget, QToolButton, QWidget

from nn.evaluation.answers import MOST_SAMPLES, Answers
from nn.evaluation.calibration import calibration
from nn.evaluation.confusion import EVEN, confusion, least_certain_first, rows_in_cell, worst_first
from playground.panels.evaluation.charts import CalibrationChart, ValuesChart
from playground.panels.evaluation.sample_list import SampleList
from playground.panels.evaluation.sample_model import MOST_SHOWN
from playground.panels.evaluation.table_view import ConfusionTable
from playground.panels.evaluation.threshold import ThresholdRow
from playground.widgets.fields.quiet_fields import Choice, ChoiceBox
from playground.widgets.layouts import in_column, in_row
from playground.widgets.refreshing import Importance, Refreshing
from playground.widgets.text.share_text import share_text
from playground.widgets.text.steady_label import SteadyLabel
from playground.widgets.text.tooltips import describe, on_hover
from playground.words import class_word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from playground.session.session import Session

COUNTS, SHARES, CALIBRATION = range(3)
WORST, LEAST_CERTAIN, CELL = "worst", "least", "cell"


class EvaluationView(Refreshing, QWidget):
    """Judges the network of the subject on many samples, and leads to each of them."""

    importance = Importance.DETAIL
    least_gap = 0.5

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._cell: tuple[int, int] | None = None
        self._shown: Answers | None = None

    def build(self) -> Iterator[None]:
        """Make the widgets, pausing where the event loop may take a turn; they are used after that only."""
        self.part, self.order = ChoiceBox(), ChoiceBox()
        self.part.setObjectName("evaluatedPart")
        self.order.setObjectName("evaluatedOrder")
        self.summary = SteadyLabel()
        self.summary.setObjectName("evaluationSummary")
        self.count = SteadyLabel()
        yield
        self.table = ConfusionTable()
        yield
        self.samples = SampleList()
        self.chart, self.values = CalibrationChart(), ValuesChart()
        self.threshold = ThresholdRow()
        self.nothing = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        yield
        self._lay_out()
        self._connect()
        self.retranslate()
        yield
        self.part.show_value("test")
        self.order.show_value(WORST)
        self.out_of_date()

    def _lay_out(self) -> None:
        self._looks = QButtonGroup(self)
        buttons = in_row(spacing=0)
        for look in (COUNTS, SHARES, CALIBRATION):
            button = QToolButton(checkable=True, checked=look == COUNTS, autoRaise=True)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._looks.addButton(button, look)
            buttons.addWidget(button)
        self._pages = QStackedWidget()
        for page in (self.table, self.chart, self.values):
            self._pages.addWidget(page)
        left, right = QWidget(), QWidget()
        in_column((self._pages, 1), self.threshold, of=left, spacing=2)
        in_column(in_row((self.order, 2), (self.count, 1), spacing=6), (self.samples, 1), of=right, spacing=2)
        self._sides = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        self._sides.addWidget(left)
        self._sides.addWidget(right)
        self._sides.setSizes([500, 260])
        self._sides.setStretchFactor(0, 1)  # the table first: more samples can be scrolled to
        self._top = QWidget()
        in_row((self.part, 1), (self.summary, 3), buttons, of=self._top, spacing=8)
        in_column(self._top, (self.nothing, 1), (self._sides, 1), of=self, spacing=4)

    def _connect(self) -> None:
        session = self._session
        self.part.value_edited.connect(self._on_part_edited)
        self.order.value_edited.connect(self._on_order_edited)
        self._looks.idClicked.connect(self._on_look_clicked)
        self.table.cell_chosen.connect(self._on_cell_chosen)
        self.samples.row_chosen.connect(self._on_row_chosen)
        self.samples.row_asked_about.connect(self._on_row_asked_about)
        self.threshold.value_edited.connect(self._on_threshold_edited)
        session.evaluating.changed.connect(self._on_changed)
        session.looking.moment_changed.connect(self._on_changed)
        session.library.data_changed.connect(self._on_changed)
        session.run.running_changed.connect(self._on_changed)

    # ---- what a person does

    @Slot(object)
    def _on_part_edited(self, part: str) -> None:
        self._session.evaluating.choose_part(part)

    @Slot(object)
    def _on_order_edited(self, order: str) -> None:
        if order != CELL:
            self._cell = None
        self._show_samples()

    @Slot(int)
    def _on_look_clicked(self, _look: int) -> None:
        self._show_page()

    @Slot(int, int)
    def _on_cell_chosen(self, true: int, said: int) -> None:
        self._cell = (true, said)
        self._name_orders()
        self.order.show_value(CELL)
        self._show_samples()

    @Slot(int)
    def _on_row_chosen(self, row: int) -> None:
        data, part = self._session.library.data, self._session.evaluating.part
        if data is not None and row < len(data.x_test if part == "test" else data.x):
            self._session.looking.show_row(row, part)

    @Slot(int)
    def _on_row_asked_about(self, row: int) -> None:
        self._on_row_chosen(row)
        self._session.teachers.ask()

    @Slot(float)
    def _on_threshold_edited(self, _threshold: float) -> None:
        self._show_page()
        self._show_samples()

    # ---- what the session tells

    @Slot()
    def _on_changed(self) -> None:
        self.out_of_date()

    def refresh(self) -> None:
        """Show the answers there are, and have newer ones computed if the network has moved on."""
        evaluating = self._session.evaluating
        evaluating.ask()
        obstacle = evaluating.obstacle()
        self.nothing.setText(obstacle)
        self.nothing.setVisible(bool(obstacle))
        self._sides.setVisible(not obstacle)
        answers = None if obstacle else evaluating.answers
        self._say_summary(answers)
        if answers is not None and answers is not self._shown:
            self._show(answers)
        self._shown = answers

    def _show(self, answers: Answers) -> None:
        if self._cell is not None and max(self._cell) >= len(answers.classes):
            self._cell = None
        before, self._shown = self._shown, answers
        if before is None or before.classes != answers.classes:
            self._name_orders()
            self.order.show_value(WORST if self._cell is None else CELL)
        self._show_page()
        self._show_samples()

    def _say_summary(self, answers: Answers | None) -> None:
        if answers is None:
            self.summary.setText("" if self._session.evaluating.obstacle() else self.tr("Asking the network …"))
            return
        told = [self.tr("{count:,} samples").format(count=len(answers))]
        if answers.classes:
            right = int(np.count_nonzero(answers.is_right))
            told.append(self.tr("{right:,} right, {share}").format(right=right, share=share_text(answers.accuracy)))
        else:
            error = float(np.abs(answers.errors).mean())
            told.append(self.tr("off by {error:.4g} on the average").format(error=error))
        told.append(self.tr("loss {loss:.4g}").format(loss=answers.loss))
        unknown = int(np.count_nonzero(answers.said < 0)) if answers.classes else 0
        if unknown:
            told.append(self.tr("{count:,} answers are no numbers").format(count=unknown))
        if not self._session.evaluating.is_current:
            told.append(self.tr("of a moment ago"))
        self.summary.setText(" · ".join(told))

    def _show_page(self) -> None:
        answers = self._shown
        if answers is None:
            return
        classes = answers.classes
        for button in self._looks.buttons():
            button.setVisible(bool(classes))
        self.threshold.setVisible(len(classes) == 2 and self._looks.checkedId() != CALIBRATION)
        if not classes:
            self.values.show_answers(answers)
            self._pages.setCurrentWidget(self.values)
        elif self._looks.checkedId() == CALIBRATION:
            found = calibration(answers)
            self.chart.show_calibration(found)
            self._pages.setCurrentWidget(self.chart)
        else:
            self.threshold.name_classes(classes)
            self.table.matrix.show_shares(self._looks.checkedId() == SHARES)
            of = np.bincount(answers.t, minlength=len(classes))
            self.table.matrix.show_table(classes, confusion(answers, self._threshold(answers)), of)
            self._pages.setCurrentWidget(self.table)

    def _threshold(self, answers: Answers) -> float:
        return self.threshold.value() if len(answers.classes) == 2 else EVEN

    def _show_samples(self) -> None:
        answers, evaluating = self._shown, self._session.evaluating
        if answers is None:
            return
        rows = self._rows(answers)
        self.samples.show_samples(answers, self._session.library.data, evaluating.part, rows)
        text = self.tr("{count:,} samples") if len(rows) <= MOST_SHOWN else self.tr("{shown:,} of {count:,}")
        self.count.setText(text.format(count=len(rows), shown=MOST_SHOWN))

    def _rows(self, answers: Answers) -> NDArray[np.int64]:
        if self._cell is not None and self.order.value() == CELL:
            return rows_in_cell(answers, *self._cell, self._threshold(answers))
        return least_certain_first(answers) if self.order.value() == LEAST_CERTAIN else worst_first(answers)

    # ---- words

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self.part.set_choices(
            (
                Choice("test", self.tr("Test data"), self.tr("Samples that the network has not learned from.")),
                Choice("train", self.tr("Training data"), self.tr("Samples that it has learned from.")),
            )
        )
        most = self.tr("On which samples the network is judged: the first {count:,} of them.")
        self.part.setAccessibleName(self.tr("Judged on"))
        self.part.explain(most.format(count=MOST_SAMPLES))
        describe(self.summary, self.tr("How good the network is"))
        self._name_looks()
        self._name_orders()
        self._say_summary(self._shown)
        self._show_samples()

    def _name_looks(self) -> None:
        names = (
            (self.tr("Counts"), self.tr("How many samples of each true class were called what.")),
            (self.tr("Shares"), self.tr("Which share of each true class was called what: rows add up to 100 %.")),
            (self.tr("Calibration"), self.tr("Whether the network is right as often as it is sure.")),
        )
        for look, (name, about) in enumerate(names):
            button = self._looks.button(look)
            button.setText(name)
            on_hover(about, button)

    def _name_orders(self) -> None:
        answers = self._shown
        choices = [Choice(WORST, self.tr("Worst first"), self.tr("The samples with the largest loss come first."))]
        if answers is not None and answers.classes:
            least = self.tr("Those come first whose two best classes are closest to each other.")
            choices.append(Choice(LEAST_CERTAIN, self.tr("Least certain first"), least))
            if self._cell is not None:
                true, said = (class_word(answers.classes[each]) for each in self._cell)
                text = self.tr("True {true}, said {said}").format(true=true, said=said)
                choices.append(Choice(CELL, text, self.tr("The samples of the cell that was chosen in the table.")))
        self.order.set_choices(choices)
        self.order.setAccessibleName(self.tr("Which samples"))
        self.order.explain(self.tr("Which samples are listed, and in which order."))
