"""Everything the evaluation panel shows: on which samples, as what, and which samples beside it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLabel, QSplitter, QStackedWidget, QWidget

from nn.evaluation.answers import MOST_SAMPLES, Answers
from nn.evaluation.calibration import calibration
from nn.evaluation.confusion import confusion, least_certain_first, rows_in_cell, worst_first
from playground.panels.evaluation.charts import CalibrationChart, ValuesChart
from playground.panels.evaluation.listing import Listing
from playground.panels.evaluation.residuals_chart import ResidualsChart
from playground.panels.evaluation.sample_list import SampleList
from playground.panels.evaluation.sample_model import MOST_SHOWN
from playground.panels.evaluation.strength_words import disturbed_text
from playground.panels.evaluation.summary_line import Part, SummaryLine
from playground.panels.evaluation.table_view import ConfusionTable
from playground.panels.evaluation.threshold import ThresholdRow
from playground.session.judging.answering import AT_REST_S, LIVE_S, SELDOM_S
from playground.session.looking.sample import of_row
from playground.widgets.fields.quiet_fields import Choice, ChoiceBox
from playground.widgets.layouts import in_column, in_row
from playground.widgets.refreshing import Importance, Refreshing
from playground.widgets.text.share_text import share_text
from playground.widgets.text.steady_label import SteadyLabel
from playground.widgets.text.tooltips import describe, on_hover
from playground.words import class_word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playground.panels.evaluation.page import EvaluationPage
    from playground.session.session import Session

COUNTS, SHARES, CALIBRATION = "counts", "shares", "calibration"
VALUES, RESIDUALS = "values", "residuals"
ROBUST, CHANGES, MAP = "robust", "changes", "map"
WORST, LEAST_CERTAIN, CELL = "worst", "least", "cell"
_TWO_PICTURES = 206  # px
_PACES = {"live": LIVE_S, "seldom": SELDOM_S, "rest": AT_REST_S}


class EvaluationView(Refreshing, QWidget):
    """Judges the network of the subject on many samples, and leads to each of them."""

    importance = Importance.DETAIL
    least_gap = 0.5

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._cell: tuple[int, int] | None = None
        self._shown: Answers | None = None
        self._more: dict[str, EvaluationPage] = {}

    def build(self) -> Iterator[None]:
        """Make the widgets, pausing where the event loop may take a turn; they are used after that only."""
        self.part, self.look, self.order, self.pace = ChoiceBox(), ChoiceBox(), ChoiceBox(), ChoiceBox()
        names = "evaluatedPart", "evaluatedLook", "evaluatedOrder", "evaluationPace"
        for box, name in zip((self.part, self.look, self.order, self.pace), names, strict=True):
            box.setObjectName(name)
        self.summary = SummaryLine()
        self.summary.setObjectName("evaluationSummary")
        self.count = SteadyLabel()
        self.count.setObjectName("evaluatedCount")
        yield
        self.table = ConfusionTable()
        yield
        self.samples = SampleList()
        self.chart, self.values, self.residuals = CalibrationChart(), ValuesChart(), ResidualsChart()
        self.threshold = ThresholdRow()
        self.threshold.hide()  # until it is known that there are two classes
        self.nothing = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        yield
        self._lay_out()
        self._connect()
        self.retranslate()
        yield
        self.part.show_value("test")
        self.look.show_value(COUNTS)
        self.order.show_value(WORST)
        self.pace.show_value("live")
        self.out_of_date()

    def _lay_out(self) -> None:
        self._pages = QStackedWidget()
        for page in (self.table, self.chart, self.values, self.residuals):
            self._pages.addWidget(page)
        left, right = QWidget(), QWidget()
        in_column((self._pages, 1), self.threshold, of=left, spacing=2)
        in_column(in_row((self.order, 4), (self.count, 3), spacing=6), (self.samples, 1), of=right, spacing=2)
        self._sides = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        self._sides.addWidget(left)
        self._sides.addWidget(right)
        self._sides.setSizes([548, _TWO_PICTURES])
        self._sides.setStretchFactor(0, 1)  # the table first: more samples can be scrolled to
        self._top = QWidget()
        in_row((self.look, 2), (self.part, 2), (self.summary, 5), (self.pace, 1), of=self._top, spacing=8)
        in_column(self._top, (self.nothing, 1), (self._sides, 1), of=self, spacing=4)

    def _connect(self) -> None:
        session = self._session
        self.part.value_edited.connect(self._on_part_edited)
        self.look.value_edited.connect(self._on_look_edited)
        self.order.value_edited.connect(self._on_order_edited)
        self.pace.value_edited.connect(self._on_pace_edited)
        self.table.cell_chosen.connect(self._on_cell_chosen)
        self.samples.row_chosen.connect(self._on_row_chosen)
        self.samples.row_asked_about.connect(self._on_row_asked_about)
        self.threshold.value_edited.connect(self._on_threshold_edited)
        for asking in session.judging.all:
            asking.changed.connect(self._on_changed)
        session.looking.moment_changed.connect(self._on_changed)
        session.library.data_changed.connect(self._on_changed)
        session.run.running_changed.connect(self._on_changed)

    # ---- what a person does

    @Slot(object)
    def _on_part_edited(self, part: str) -> None:
        judging = self._session.judging
        judging.evaluating.choose_part(part)
        for asking in judging.all[1:]:
            asking.begin_anew()

    @Slot(object)
    def _on_look_edited(self, _look: str) -> None:
        self._say_summary(self._shown)
        self._show_page()
        self._show_samples()
        self.out_of_date()

    @Slot(object)
    def _on_order_edited(self, order: str) -> None:
        if order != CELL:
            self._cell = None
        self._show_samples()

    @Slot(object)
    def _on_pace_edited(self, pace: str) -> None:
        self._session.judging.evaluating.choose_pace(_PACES[pace])

    @Slot(int, int)
    def _on_cell_chosen(self, true: int, said: int) -> None:
        self._cell = (true, said)
        self._name_orders()
        self.order.show_value(CELL)
        self._show_samples()

    @Slot(int)
    def _on_row_chosen(self, row: int) -> None:
        """Let the whole window look at a sample, as it stands in the list."""
        data, part = self._session.library.data, self._session.judging.evaluating.part
        if data is None or row >= len(data.x_test if part == "test" else data.x):
            return
        page = self._page()
        listing = None if page is None else page.listing()
        if listing is None or listing.harder is None or not listing.harder.strength:
            self._session.looking.show_row(row, part)
        else:
            where = self.tr("test row {row}") if part == "test" else self.tr("training row {row}")
            origin = f"{where.format(row=row)}, {disturbed_text(listing.harder.kind, listing.harder.strength)}"
            looking = self._session.looking
            sample = of_row(data, looking.network.spec, row, part)
            x = listing.harder.sample(row).reshape(sample.x.shape)
            looking.show_like_row(replace(sample, x=x, origin=origin))
        if page is not None:
            page.show_row(row)

    @Slot(int)
    def _on_row_asked_about(self, row: int) -> None:
        self._on_row_chosen(row)
        self._session.past.teachers.ask()

    @Slot(float)
    def _on_threshold_edited(self, _threshold: float) -> None:
        self._say_summary(self._shown)
        self._show_page()
        self._show_samples()

    # ---- what the session tells

    @Slot()
    def _on_changed(self) -> None:
        self.out_of_date()

    def refresh(self) -> None:
        """Show the answers there are, and have newer ones computed if the network has moved on."""
        evaluating = self._session.judging.evaluating
        evaluating.ask()
        page = self._page()
        if page is not None:
            page.refresh()
        obstacle = evaluating.obstacle() or self._obstacle_of_page()
        self.nothing.setText(obstacle)
        self.nothing.setVisible(bool(obstacle))
        self._sides.setVisible(not obstacle)
        answers = None if evaluating.obstacle() else evaluating.answers
        self._say_summary(answers)
        if answers is not None and answers is not self._shown:
            self._show(answers)
        self._shown = answers

    def _show(self, answers: Answers) -> None:
        if self._cell is not None and max(self._cell) >= len(answers.classes):
            self._cell = None
        before, self._shown = self._shown, answers
        if before is None or before.classes != answers.classes:
            self._name_looks()
            self._name_orders()
            self.order.show_value(WORST if self._cell is None else CELL)
        self._show_page()
        self._show_samples()

    def _say_summary(self, answers: Answers | None) -> None:
        evaluating = self._session.judging.evaluating
        if answers is None:
            asking = "" if evaluating.obstacle() else self.tr("Asking the network …")
            self.summary.show_parts((Part(0, asking),))
            return
        parts = [Part(3, self.tr("{count:,} samples").format(count=len(answers))), Part(0, self._merit(answers))]
        parts.append(Part(2, self.tr("loss {loss:.4g}").format(loss=answers.loss)))
        unknown = int(np.count_nonzero(answers.said < 0)) if answers.classes else 0
        if unknown:
            parts.append(Part(0, self.tr("{count:,} answers are no numbers").format(count=unknown)))
        if not evaluating.is_current:
            parts.append(Part(1, self.tr("of a moment ago")))
        self.summary.show_parts(parts)

    def _merit(self, answers: Answers) -> str:
        """Say how many are right, by the threshold where there is one, or how far off values are."""
        if not answers.classes:
            error = float(np.abs(answers.errors).mean())
            return self.tr("off by {error:.4g} on the average").format(error=error)
        decided = self._decided(answers)
        right = int(np.count_nonzero(decided.is_right))
        return self.tr("{right:,} right, {share}").format(right=right, share=share_text(decided.accuracy))

    # ---- pages

    def _page(self) -> EvaluationPage | None:
        """Return the page that is looked at, where it is none of the three simple ones."""
        look = self.look.value()
        if look in (ROBUST, CHANGES, MAP) and look not in self._more:
            self._more[look] = page = _made(look, self._session)
            page.changed.connect(self._on_page_changed)
            page.sample_chosen.connect(self._on_row_chosen)
            self._pages.addWidget(page)
        return self._more.get(look)

    @Slot()
    def _on_page_changed(self) -> None:
        self._show_samples()

    def _obstacle_of_page(self) -> str:
        return self._session.judging.rivalling.obstacle() if self.look.value() == CHANGES else ""

    def _show_page(self) -> None:
        answers, page = self._shown, self._page()
        if answers is None:
            return
        look = self.look.value()
        self.threshold.setVisible(self._has_threshold(answers))
        self.order.setVisible(page is None)
        if page is not None:
            self._pages.setCurrentWidget(page)
        elif look == RESIDUALS:
            self.residuals.show_answers(answers)
            self._pages.setCurrentWidget(self.residuals)
        elif not answers.classes:
            self.values.show_answers(answers)
            self._pages.setCurrentWidget(self.values)
        elif look == CALIBRATION:
            self.chart.show_calibration(calibration(answers))
            self._pages.setCurrentWidget(self.chart)
        else:
            self._show_table(answers, are_shares=look == SHARES)

    def _show_table(self, answers: Answers, *, are_shares: bool) -> None:
        self.threshold.name_classes(answers.classes)
        self.table.matrix.show_shares(are_shares)
        of = np.bincount(answers.t, minlength=len(answers.classes))
        self.table.matrix.show_table(answers.classes, confusion(self._decided(answers)), of)
        self._pages.setCurrentWidget(self.table)

    def _has_threshold(self, answers: Answers) -> bool:
        return len(answers.classes) == 2 and self.look.value() in (COUNTS, SHARES)

    def _decided(self, answers: Answers) -> Answers:
        """Return the answers as the threshold decides them, where there is one."""
        return replace(answers, threshold=self.threshold.value()) if self._has_threshold(answers) else answers

    def _show_samples(self) -> None:
        answers, judging, page = self._shown, self._session.judging, self._page()
        if answers is None:
            return
        listing = self._listing(self._decided(answers)) if page is None else page.listing()
        self.samples.show_samples(listing, self._session.library.data, judging.evaluating.part)
        if page is not None:
            self.count.setText("" if listing is None else listing.title)
            on_hover("" if listing is None else f"{listing.title}\n{listing.about}".strip(), self.count)
        elif listing is not None:
            count = len(listing.rows)
            text = self.tr("{count:,} samples") if count <= MOST_SHOWN else self.tr("{shown:,} of {count:,}")
            self.count.setText(text.format(count=count, shown=MOST_SHOWN))
            on_hover("", self.count)

    def _listing(self, answers: Answers) -> Listing:
        """Return the samples in the order that is chosen."""
        order = self.order.value()
        if self._cell is not None and order == CELL:
            nothing = self.tr("No sample is in this cell of the table.")
            return Listing(answers, rows_in_cell(answers, *self._cell), "", nothing=nothing)
        return Listing(answers, least_certain_first(answers) if order == LEAST_CERTAIN else worst_first(answers), "")

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
        self._name_paces()
        describe(self.summary, self.tr("How good the network is"))
        self._name_looks()
        self._name_orders()
        self._say_summary(self._shown)
        self._show_samples()

    def _name_paces(self) -> None:
        live = self.tr("As it learns"), self.tr("As often as a fiftieth of the time of training allows.")
        seldom = self.tr("Every 10 s"), self.tr("Every ten seconds at the most, while training runs.")
        rest = self.tr("At a pause"), self.tr("Not while training runs: when it pauses or ends.")
        self.pace.set_choices([Choice("live", *live), Choice("seldom", *seldom), Choice("rest", *rest)])
        self.pace.setAccessibleName(self.tr("How often"))
        self.pace.explain(self.tr("How often the network is asked again while it learns."))

    def _name_looks(self) -> None:
        of_classes = (
            Choice(COUNTS, self.tr("Counts"), self.tr("How many samples of each true class were called what.")),
            Choice(
                SHARES,
                self.tr("Shares"),
                self.tr("Which share of each true class was called what: rows add up to 100%."),
            ),
            Choice(
                CALIBRATION, self.tr("Calibration"), self.tr("Whether the network is right as often as it is sure.")
            ),
        )
        of_values = (
            Choice(VALUES, self.tr("Values"), self.tr("What is said against what is true.")),
            Choice(RESIDUALS, self.tr("Residuals"), self.tr("How far off the answers are, and how that goes.")),
        )
        of_all = (
            Choice(ROBUST, self.tr("Robustness"), self.tr("How right it stays with noise, and shifted or turned.")),
            Choice(
                CHANGES,
                self.tr("Against a run"),
                self.tr("What became better and what worse than with another network."),
            ),
            Choice(
                MAP, self.tr("Map"), self.tr("Where a layer puts the samples: those that are alike to it together.")
            ),
        )
        is_of_values = self._shown is not None and not self._shown.classes
        self.look.set_choices([*(of_values if is_of_values else of_classes), *of_all])
        if self.look.currentIndex() < 0:
            self.look.show_value(VALUES if is_of_values else COUNTS)
        self.look.setAccessibleName(self.tr("What is shown"))
        self.look.explain(self.tr("As what the answers are shown."))

    def _name_orders(self) -> None:
        answers = self._shown
        choices = [Choice(WORST, self.tr("Worst"), self.tr("The samples with the largest loss come first."))]
        if answers is not None and answers.classes:
            least = self.tr("Those come first whose two best classes are closest to each other.")
            choices.append(Choice(LEAST_CERTAIN, self.tr("Least certain"), least))
            if self._cell is not None:
                true, said = (class_word(answers.classes[each]) for each in self._cell)
                text = self.tr("True {true}, said {said}").format(true=true, said=said)
                choices.append(Choice(CELL, text, self.tr("The samples of the cell that was chosen in the table.")))
        self.order.set_choices(choices)
        self.order.setAccessibleName(self.tr("Which samples"))
        self.order.explain(self.tr("Which samples are listed, and in which order."))


def _made(look: str, session: Session) -> EvaluationPage:
    """Return a page, which is brought when somebody looks at it first."""
    from playground.panels.evaluation.changes_page import ChangesPage
    from playground.panels.evaluation.map_page import MapPage
    from playground.panels.evaluation.robust_page import RobustPage

    kinds: dict[str, Callable[[Session], EvaluationPage]] = {ROBUST: RobustPage, CHANGES: ChangesPage, MAP: MapPage}
    return kinds[look](session)
