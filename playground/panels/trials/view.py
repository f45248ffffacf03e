"""What the Search dock shows: the form at the left, trials in table and pictures at the right, what they say below."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QScrollArea, QSplitter, QTabWidget, QWidget

from nn.runs.trial import Base
from playground.panels.setting_words import setting_text
from playground.panels.trials.axes import axis_of, axis_of_merit
from playground.panels.trials.findings_box import FindingsBox
from playground.panels.trials.form import SearchForm
from playground.panels.trials.parallel import ParallelPlot
from playground.panels.trials.scatter import ScatterPlot
from playground.panels.trials.trial_table import TrialTable
from playground.session.searching.plan import Plan
from playground.widgets.fields.quiet_fields import ChoiceBox
from playground.widgets.fields.text_line import TextLine
from playground.widgets.layouts import STRETCH, in_column, in_row
from playground.widgets.look.live_look import LiveLook
from playground.widgets.refreshing import Importance, Refreshing
from playground.widgets.text.tooltips import describe

if TYPE_CHECKING:
    import numpy as np
    from PySide6.QtGui import QResizeEvent

    from playground.panels.trials.parallel import Axis
    from playground.session.session import Session

_FORM, _RESULTS = 270, 420  # px at first
_HIGH = 380  # px in which a picture and sentences below it have room


class SearchView(Refreshing, LiveLook, QWidget):
    """Begins, cancels and goes on with a search, and shows its trials as they come."""

    importance = Importance.DETAIL
    least_gap = 0.4  # s: trials come one after the other

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._searching = session, session.searching
        self._shown: tuple[object, int] = (None, 0)
        self._in_form: Plan | None = None  # the search that the form was last told of, or told of
        self._axes: tuple[Axis, ...] = ()
        self.form = SearchForm(session)
        self.table, self.parallel, self.scatter = TrialTable(), ParallelPlot(), ScatterPlot()
        self._findings = FindingsBox(self._searching)
        self._make_buttons()
        self._lay_out()
        self._connect()
        self.retranslate()
        self._searching.look_for_one_left_behind()
        self.refresh()

    def _make_buttons(self) -> None:
        self._start, self._cancel, self._go_on = (
            QPushButton(objectName=name) for name in ("startSearch", "cancelSearch", "goOnSearch")
        )
        self._words = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText, objectName="searchState")
        self._bar = QProgressBar(objectName="searchProgress", textVisible=False)
        self._bar.setFixedHeight(8)
        self._filter = TextLine(objectName="filterTrials", clearButtonEnabled=True)
        self._across = ChoiceBox()
        self._across.setObjectName("scatterSetting")

    def _lay_out(self) -> None:
        splitter = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        splitter.addWidget(self._asked())
        splitter.addWidget(self._found())
        splitter.setSizes([_FORM, _RESULTS])
        splitter.setStretchFactor(1, 1)
        in_column(splitter, of=self)

    def _asked(self) -> QWidget:
        """Return the form, which scrolls, and the commands below it, which are always in sight."""
        side, held = QWidget(), QWidget()
        in_column(self.form, STRETCH, of=held)
        scroll = QScrollArea(widgetResizable=True, frameShape=QScrollArea.Shape.NoFrame)
        scroll.setWidget(held)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        commands = in_row(self._start, self._go_on, self._cancel, STRETCH, spacing=6)
        in_column((scroll, 1), commands, of=side, spacing=6)
        side.setMinimumWidth(200)
        return side

    def _found(self) -> QWidget:
        """Return the trials on three pages, and what they say below."""
        pages = (QWidget(), QWidget(), QWidget())
        in_column(self._filter, (self.table, 1), of=pages[0], spacing=4, margins=(0, 4, 0, 0))
        in_column((self.parallel, 1), of=pages[1])
        in_column(self._across, (self.scatter, 1), of=pages[2], spacing=4, margins=(0, 4, 0, 0))
        self._pages = QTabWidget(documentMode=True, objectName="searchPages")
        for page in pages:
            self._pages.addTab(page, "")
        right = QWidget()
        in_column(self._words, self._bar, (self._pages, 3), (self._findings, 2), of=right, spacing=4)
        return right

    def _connect(self) -> None:
        self._start.clicked.connect(self._on_start)
        self._go_on.clicked.connect(self._on_go_on)
        self._cancel.clicked.connect(self._searching.cancel)
        self._searching.changed.connect(self.out_of_date)
        self._filter.textChanged.connect(self.table.trials.show_those_with)
        self.table.trials.modelReset.connect(self._refresh_words)
        self.parallel.brushed.connect(self._on_brushed)
        self._across.activated.connect(self._on_across_chosen)
        self.scatter.chosen.connect(self._on_dot_chosen)
        self.table.chosen_changed.connect(self._on_chosen_changed)
        self._findings.narrow_requested.connect(self._on_narrow)
        self._findings.widen_requested.connect(self._on_widen)
        self._findings.take_requested.connect(self._on_take)
        self._pages.currentChanged.connect(self._on_page_changed)

    # ---- what a person does

    @Slot()
    def _on_start(self) -> None:
        ranges = self.form.ranges()
        if ranges is None:
            return
        state = self._session.document.state
        config = replace(state.config, left_out="")  # the samples that are held back move the others
        plan = Plan(Base(state.spec, config), ranges, dataset=state.dataset.name, **self.form.chosen())
        self._in_form = plan
        self._say_why_not(self._searching.start(plan, self.form.where(), self.form.seconds()))

    @Slot()
    def _on_go_on(self) -> None:
        self._say_why_not(self._searching.go_on(self.form.where(), self.form.seconds()))

    def _say_why_not(self, reason: str) -> None:
        if reason:
            self._session.status.emit(reason)
            self._words.setText(reason)
            self._words.setVisible(True)

    @Slot()
    def _on_narrow(self) -> None:
        findings = self._searching.findings
        if findings is not None:
            self.form.show_ranges(findings.around)

    @Slot()
    def _on_widen(self) -> None:
        findings = self._searching.findings
        if findings is not None:
            self.form.show_ranges(findings.wider)

    @Slot()
    def _on_take(self) -> None:
        """Put the settings of the chosen trial, or of the best one, into the document."""
        result = self.table.chosen() or self._searching.best
        plan = self._searching.plan
        if result is not None and plan is not None:
            self._session.runs.take_trial(plan.base, result.trial)

    @Slot(object)
    def _on_brushed(self, passes: np.ndarray | None) -> None:
        self.table.trials.show_brushed(passes)
        self._draw_scatter()
        self._refresh_words()

    @Slot(int)
    def _on_across_chosen(self, _place: int) -> None:
        self._draw_scatter()

    @Slot(int)
    def _on_dot_chosen(self, place: int) -> None:
        self._pages.setCurrentIndex(0)
        self.table.choose(self._searching.results[place].trial.number)

    @Slot()
    def _on_chosen_changed(self) -> None:
        self._findings.show_chosen(self.table.chosen())

    @Slot(int)
    def _on_page_changed(self, _page: int) -> None:
        self._shown = (None, 0)
        self._share_height()
        self.out_of_date()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the height of the moment."""
        super().resizeEvent(event)
        self._share_height()

    def _share_height(self) -> None:
        """Let a picture have the room of the sentences where there is not enough for both: the table shows them."""
        self._findings.leave_room(self._pages.currentIndex() == 0 or self.height() >= _HIGH)

    # ---- what is shown

    def refresh(self) -> None:
        """Show the trials of the moment: the page in front, and the words."""
        searching = self._searching
        plan, results = searching.plan, searching.results
        if plan is not None and self._in_form is None:  # it was left behind by an earlier start
            self._in_form = plan
            self.form.show_plan(plan.ranges, plan.how, plan.trials, plan.seeds)
        shown = plan, len(results)
        if plan is not None and shown != self._shown:
            self._shown = shown
            self._show_settings(plan)
            self._show_page(plan)
            searching.find()
        self._refresh_words()
        self._findings.refresh()

    def _show_page(self, plan: Plan) -> None:
        results = self._searching.results
        if self._pages.currentIndex() == 0:
            self.table.show_results(plan.ranges, results)
            return
        self._axes = (*(axis_of(each, results) for each in plan.ranges), axis_of_merit(self.tr("Held back"), results))
        if self._pages.currentIndex() == 1:
            self.parallel.show_axes(self._axes)
        self._draw_scatter()

    def _show_settings(self, plan: Plan) -> None:
        names = [each.name for each in plan.ranges]
        if names != [self._across.itemData(place) for place in range(self._across.count())]:
            self._across.clear()
            for name in names:
                self._across.addItem(setting_text(name), name)

    def _draw_scatter(self) -> None:
        if self._pages.currentIndex() == 2 and len(self._axes) > 1:
            across = self._axes[max(0, self._across.currentIndex())]
            passes = self.parallel.passes()
            is_old = passes is not None and len(passes) != len(across.places)
            self.scatter.show_axes(across, self._axes[-1], None if is_old else passes)

    @Slot()
    def _refresh_words(self) -> None:
        searching = self._searching
        is_running = searching.is_running
        self._start.setEnabled(not is_running and not searching.is_judging)
        self._cancel.setVisible(is_running)
        self._go_on.setVisible(searching.can_go_on)
        self._bar.setVisible(is_running)
        self._bar.setMaximum(max(1, searching.count))
        self._bar.setValue(len(searching.results))
        self._words.setText(self._state_text())
        self._words.setVisible(bool(self._words.text()))

    def _state_text(self) -> str:
        searching = self._searching
        text = self._progress_text() if searching.plan is not None else self._intro_text()
        trouble = (searching.trouble or searching.waits_for).removesuffix(".")  # all of it is one sentence
        return f"{text.removesuffix('.')}. {trouble[:1].upper()}{trouble[1:]}." if trouble else text

    def _intro_text(self) -> str:
        return self.tr(
            "Choose at the left what the trials differ in, and press Search: each learns for the document's "
            "epochs beside the window, the best stands at the top."
        )

    def _progress_text(self) -> str:
        searching = self._searching
        text = self.tr("{done:,} of {count:,} trials").format(done=len(searching.results), count=searching.count)
        if searching.can_go_on:
            text = self.tr("{state}, stopped: it can go on.").format(state=text)
        shown = self.table.trials.rowCount()
        if self._pages.currentIndex() == 0 and shown < len(searching.results):
            text = self.tr("{state}, {shown:,} shown").format(state=text, shown=shown)
        return text

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        for button, text, about in (
            (
                self._start,
                self.tr("Search"),
                self.tr("Begin a new search; its first result takes the place of the one before."),
            ),
            (
                self._go_on,
                self.tr("Go on"),
                self.tr("Go on with this search where it was stopped: what is done is not done again."),
            ),
            (self._cancel, self.tr("Cancel"), self.tr("Stop; the trials that are done stay, and it can go on later.")),
        ):
            button.setText(text)
            describe(button, text, about)
        for place, name in enumerate((self.tr("Table"), self.tr("All settings"), self.tr("One setting"))):
            self._pages.setTabText(place, name)
        about = self.tr("A table, all settings beside each other, or one setting against the result.")
        describe(self._pages.tabBar(), self.tr("How the trials are shown"), about)
        self._filter.setPlaceholderText(self.tr("Filter"))
        describe(self._filter, self.tr("Filter"), self.tr("Shows the trials in whose row this text stands."))
        describe(self._across, self.tr("Setting from left to right"))
        describe(self._bar, self.tr("Trials done"))
        self._shown = (None, 0)
        self._across.clear()
        self.out_of_date()
