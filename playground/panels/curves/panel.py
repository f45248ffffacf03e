"""The dock that shows how training goes: the loss of every iteration, the accuracies of every epoch."""

from __future__ import annotations

import math
from dataclasses import replace
from functools import partial
from operator import is_
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from playground.panels.base import Panel
from playground.widgets.actions import add_action
from playground.widgets.fields.quiet_fields import ChoiceBox
from playground.widgets.layouts import STRETCH, in_column, in_row
from playground.widgets.look.icons import icon
from playground.widgets.text.tooltips import describe

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    import numpy as np

    from nn.network.spec import NetworkSpec
    from nn.training import Evaluation
    from playground.panels.curves.ask_row import AskRow
    from playground.panels.curves.beside import Beside
    from playground.panels.curves.data import CurveData
    from playground.panels.curves.moments.window import MomentsWindow
    from playground.panels.curves.plot import CurvePlot
    from playground.panels.curves.time_bar import TimeBar
    from playground.session.document.export_order import Work
    from playground.session.document.state import DocumentState, Run, RunLabel, RunRecord
    from playground.session.past.many_moments import Wanted
    from playground.session.running.reports import Progress
    from playground.session.running.run_pieces import LiveRun
    from playground.session.session import Session

_SIZE = QSize(560, 600)
_LEAST = QSize(320, 130)
_LEAST_STRIP = QSize(240, 40)
_ICON_SIZE = QSize(18, 18)
_MARGINS, _STRIP_MARGINS = (8, 6, 8, 8), (8, 2, 8, 2)  # px
_SECOND = ("", "stuck", "activity", "gradient")  # what stands beside the loss: the accuracy, or of the layers


class CurvesPanel(Panel):
    """The curves of the document's history and of the run that is under way, with their tools."""

    name = "curves"
    place = "time"
    order = 20
    modules = ("playground.panels.curves.plot", "playground.session.running.run_pieces")

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self.plot: CurvePlot | None = None
        """The curves themselves, from `attach` on."""
        self._shown: tuple[RunRecord, ...] = ()  # the part of the history that the plot has
        self._state: DocumentState | None = None  # of the document, when it was looked at last
        self._ghost_of: tuple[RunRecord, ...] = ()  # the history whose curves are shown as the last run
        self._changes: set[int] = set()  # iterations before which something was changed
        self._time: TimeBar | None = None  # from the first training on
        self._questions: AskRow | None = None  # from the first question on
        self._moments: MomentsWindow | None = None  # from the first time that it was wanted on
        self._live: LiveRun  # what the run that is under way has reported; from `attach` on
        self._beside: list[tuple[tuple[Run, ...], Beside]] = []  # the runs that are pinned, and their curves
        self._left: tuple[tuple[RunRecord, ...], CurveData] | None = None  # what an edit takes away, until it is made
        self._build()
        self._lay_out()
        self.retranslate()

    def _build(self) -> None:
        self._follow = add_action(self, "actionFollowCurve", "", "follow", checkable=True)
        self._logarithmic = add_action(self, "actionLogLoss", "", "log-axis", checkable=True)
        self._export_picture = add_action(
            self, "actionExportCurvePicture", "", "export", triggered=self._on_export_picture_triggered
        )
        self._export_table = add_action(
            self, "actionExportCurveTable", "", "export", triggered=self._on_export_table_triggered
        )
        self._ask = add_action(self, "actionAskPast", "", "search", checkable=True, triggered=self._on_ask_triggered)
        self._cause = add_action(self, "actionCauseHere", "", "cause", triggered=self._on_cause_triggered)
        self._what_if = add_action(self, "actionWhatIfHere", "", "cause", triggered=self._on_what_if_triggered)
        self._many = add_action(self, "actionManyMoments", "", "picture", triggered=self._on_many_triggered)
        self._is_strip = False
        self._follow.setChecked(True)
        saving = (self._export_picture, self._export_table, self._many)
        self._actions = (self._cause, self._what_if, self._follow, self._logarithmic, self._ask, *saving)
        self._curve = QWidget(objectName="lossCurve")
        self._menu = QMenu(self)
        self._menu.addActions(list(saving))
        self._buttons = [_button(action) for action in (self._follow, self._logarithmic, self._ask)]
        self._second = ChoiceBox()
        self._second.setObjectName("secondCurve")
        self._second.setMinimumContentsLength(15)
        for quantity in _SECOND:
            self._second.addItem("", quantity)
        self._export = QToolButton(autoRaise=True, iconSize=_ICON_SIZE, icon=icon("export"))
        self._export.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._export.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._export.setMenu(self._menu)
        self._enable(False)

    def _lay_out(self) -> None:
        in_column(of=self._curve)
        self._tools = QWidget()
        *buttons, ask = self._buttons
        in_row(*buttons, self._second, ask, STRETCH, self._export, of=self._tools, spacing=4)
        in_column(
            self._tools,
            (self._curve, 1),
            of=self,
            margins=_MARGINS,
            spacing=6,
        )

    def _enable(self, enabled: bool) -> None:
        for action in self._actions:
            action.setEnabled(enabled)
        self._export.setEnabled(enabled)
        self._second.setEnabled(enabled)

    def show_strip(self, is_strip: bool) -> None:
        """Show nothing but the loss in a strip."""
        if is_strip == self._is_strip:
            return
        self._is_strip = is_strip
        self._tools.setVisible(not is_strip)
        self._show_questions()
        self.layout().setContentsMargins(*(_STRIP_MARGINS if is_strip else _MARGINS))
        if self.plot is not None:
            self.plot.show_strip(is_strip)

    def title(self) -> str:
        """Give the dock's title."""
        return self.tr("Curves")

    def _come_to_life(self, session: Session) -> Iterator[None]:
        """Show the history, and from now on the run as it goes."""
        from playground.panels.curves.plot import CurvePlot
        from playground.session.running.run_pieces import (
            LiveRun,  # these bring NumPy and pyqtgraph: not before the first paint
        )

        self._session = session
        self._live = LiveRun()
        self.plot = plot = CurvePlot()
        plot.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        plot.addActions(list(self._actions))
        plot.following_changed.connect(self._follow.setChecked)
        self._follow.triggered.connect(plot.set_following)
        self._logarithmic.triggered.connect(plot.set_logarithmic)
        plot.follow_layers(session)
        self._second.activated.connect(self._on_second_activated)
        yield
        plot.show_strip(self._is_strip)
        self._curve.layout().addWidget(plot)
        self._enable(True)
        session.document.spec_changed.connect(self._refresh_loss)
        session.document.history_changed.connect(self._refresh_history)
        session.document.runs_changed.connect(self._refresh_beside)
        session.document.run_label_changed.connect(self._on_other_run)
        session.document.changed.connect(self._note_change)
        session.run.progressed.connect(self._refresh_progress)
        session.run.turned.connect(self._refresh_ticks)
        session.run.running_changed.connect(self._refresh_ticks)
        session.timeline.grown.connect(self._on_way_grown)
        session.selection.watch_changed.connect(self._on_watch_changed)
        session.past.moments_requested.connect(self._on_moments_requested)
        self._note_change()
        self._refresh_loss(session.document.state.spec)
        self._refresh_history(session.document.state.history)
        self._refresh_beside(session.document.state.runs)

    @Slot()
    def _on_way_grown(self) -> None:
        """Build the line that moves through the past, or says that none was kept, once something was trained."""
        if self._time is not None or not self._session.run.iteration:
            return
        from playground.panels.curves.time_bar import TimeBar  # not before it is needed

        self._session.timeline.grown.disconnect(self._on_way_grown)
        self._time = TimeBar(self._session.past.playhead, self._tools)
        self._tools.layout().insertWidget(0, self._time)
        self.plot.follow_playhead(self._session.past.playhead)

    @Slot(bool)
    def _on_ask_triggered(self, _checked: bool) -> None:
        self._show_questions()

    @Slot(str)
    def _on_watch_changed(self, text: str) -> None:
        """Show the line that somebody wants to be drawn, with its name."""
        if text:
            self._ask.setChecked(True)
            self._show_questions()

    @Slot()
    def _on_many_triggered(self) -> None:
        from playground.session.past.many_moments import Wanted  # rarely needed: not at start-up

        known = None if self._moments is None else self._session.past.many_moments.wanted
        self._on_moments_requested(known or Wanted("surface"))

    @Slot(object)
    def _on_moments_requested(self, wanted: Wanted) -> None:
        """Show something of the network at many moments, in a window of its own."""
        if self._moments is None:
            from playground.panels.curves.moments.window import MomentsWindow  # rarely needed: not at start-up

            self._moments = MomentsWindow(self._session, self.window())
        self._moments.show()
        self._moments.raise_()
        self._moments.show_wanted(wanted)

    def _show_questions(self) -> None:
        """Show the row in which the past is asked, or hide it."""
        wanted = self._ask.isChecked() and not self._is_strip
        if wanted and self._questions is None:
            from playground.panels.curves.ask_row import AskRow  # not before somebody asks

            self._questions = AskRow(self._session, self)
            self.layout().insertWidget(1, self._questions)
            self.plot.follow_watch(self._session)
        if self._questions is not None:
            self._questions.setVisible(wanted)

    @Slot(int)
    def _on_second_activated(self, _number: int) -> None:
        self.plot.show_second(self._second.currentData())
        self._explain_second()

    def _explain_second(self) -> None:
        """Name what can be shown beside the loss, and say what the chosen one measures."""
        names = {
            "": self.tr("Accuracy"),
            "stuck": self.tr("Dead or saturated"),
            "activity": self.tr("Mean |a|"),
            "gradient": self.tr("Gradient / weights"),
        }
        about = {
            "": self.tr("The share of the data that the network gets right. Choose to see the health of its layers."),
            "stuck": self.tr(
                "For each layer the share of its neurons that are dead (0 for each of 100 training samples) or "
                "saturated (nearly flat for nine of ten). Measured while you look at it, five times a second."
            ),
            "activity": self.tr(
                "For each layer the mean size of what it puts out for 100 training samples, on a logarithmic axis: it "
                "should neither shrink nor grow from layer to layer. Measured while you look at it."
            ),
            "gradient": self.tr(
                "For each layer the norm of the gradient by its weights over the norm of the weights, for 100 training "
                "samples, on a logarithmic axis: where it is tiny the layer hardly learns, where it is large it "
                "jumps. Measured while you look at it."
            ),
        }
        for number, quantity in enumerate(_SECOND):
            self._second.setItemText(number, names[quantity])
        describe(self._second, self.tr("Beside the loss"), about[self._second.currentData() or ""])

    @Slot()
    def _on_cause_triggered(self) -> None:
        self._session.causes.requested.emit(self.plot.asked_at)

    @Slot()
    def _on_what_if_triggered(self) -> None:
        self._session.causes.what_if_requested.emit(self.plot.asked_at)

    @Slot()
    def _on_export_picture_triggered(self) -> None:
        from playground.panels.picture_writing import picture_work  # rarely needed: not at start-up

        work_for = partial(picture_work, self.plot)
        self._export_as(self.tr("Save the curves as a picture"), (".png", ".svg"), work_for)

    @Slot()
    def _on_export_table_triggered(self) -> None:
        self._export_as(self.tr("Save the curves as a table"), (".csv",), self._table_work)

    def _table_work(self, _path: str) -> Work:
        from playground.session.running.curve_writing import curves_work  # rarely needed: not at start-up

        return curves_work(self._records())

    def _export_as(self, title: str, suffixes: tuple[str, ...], work_for: Callable[[str], Work]) -> None:
        from playground.session.document.export_order import ExportOrder  # rarely needed: not at start-up

        self._session.export_requested.emit(ExportOrder(title, "curves", suffixes, work_for))

    def _records(self) -> list[RunRecord]:
        from playground.session.running.run_pieces import joined  # brings NumPy: not before the first paint

        return joined((*self._shown, *self._live.records()))

    @Slot(object)
    def _refresh_progress(self, progress: Progress) -> None:
        self._live.add(progress)
        self.plot.hide_divergence()
        if len(progress.losses) and progress.first_iteration < self.plot.next_iteration:
            self._rebuild()  # training goes on from an earlier iteration
        else:
            self._show(progress.first_iteration, progress.losses, progress.evaluations)

    @Slot(object)
    def _refresh_loss(self, spec: NetworkSpec) -> None:
        from nn.losses import LOSSES  # not before the first paint

        self.plot.set_in_nats(LOSSES[spec.loss].unit == "nats")

    @Slot()
    def _note_change(self) -> None:
        """Remember where something was changed that moves the losses; a run's end and a journey bring a history."""
        before, now = self._state, self._session.document.state
        self._state, self._left = now, None
        if self._session.document.before is now:  # another document
            self.plot.forget_ghost()
        if before is not None and before.history is now.history and _learns_otherwise(before, now):
            self._changes.add(self.plot.next_iteration)
            self.plot.note_changes(self._changes)

    @Slot(object)
    def _refresh_history(self, history: tuple[RunRecord, ...]) -> None:
        shown, live = self._shown, self._live
        self._keep_ghost(shown, history)
        self._shown, self._live = history, type(live)()
        if not history or (shown and history[0].first_iteration != shown[0].first_iteration):
            self._changes.clear()  # they belong to another curve
        new = history[len(shown) :]
        grown = len(new) == 1 and all(map(is_, history, shown))
        if grown and new[0].first_iteration + live.count == self.plot.next_iteration:
            count = live.count  # the end of a run: most of its record is on the plot already
            self._show(self.plot.next_iteration, new[0].losses[count:], new[0].evaluations[len(live.evaluations) :])
        else:
            self._left = None if live.count else (shown, self.plot.data)
            if not self._show_made(history):
                self._rebuild()
        self._refresh_ticks()
        self._refresh_divergence()

    def _show_made(self, history: tuple[RunRecord, ...]) -> bool:
        """Show the curves of a run that was drawn beside this one, as they are; say whether there are any."""
        at_hand = self._made
        if not history or not at_hand:
            return False
        from playground.panels.curves.pinned import curves_of  # rarely needed: not at start-up

        made = curves_of(history, at_hand)
        if made is None:
            return False
        self.plot.show_data(made)
        self._changes = set(made.changes)
        self._refresh_beside(self._session.document.state.runs)  # what is drawn there is added to no more
        return True

    @property
    def _made(self) -> list[tuple[tuple[RunRecord, ...], CurveData]]:
        """The curves that are at hand, each with its history; without those that are added to."""
        pairs = [pair for members, beside in self._beside for pair in zip(members, beside.data, strict=True)]
        made = [(run.history, data) for run, data in pairs]
        return [each for each in (*made, *filter(None, [self._left])) if each[1] is not self.plot.data]

    def _rebuild(self) -> None:
        self.plot.clear()
        for record in self._records():
            self._show(record.first_iteration, record.losses, record.evaluations)
        self._changes = {change for change in self._changes if change <= self.plot.next_iteration}
        self.plot.note_changes(self._changes)

    def _keep_ghost(self, shown: tuple[RunRecord, ...], history: tuple[RunRecord, ...]) -> None:
        """Keep what Reset or Undo takes away as a ghost, until it is there again or something else is learned."""
        document = self._session.document
        if len(history) < len(shown) and all(map(is_, history, shown)):
            before = document.before
            kept = document.state.runs[-1:]
            is_pinned = bool(kept) and kept[0].history is shown and kept[0].label.is_pinned
            is_alike = before.dataset.base == document.state.dataset.base
            if is_alike and before.spec.loss == document.state.spec.loss and not is_pinned:
                self.plot.keep_ghost()
                self._ghost_of = shown
        elif len(history) == len(self._ghost_of) and all(map(is_, history, self._ghost_of)):
            self.plot.forget_ghost()  # redo has brought it back

    @Slot(object)
    def _refresh_beside(self, runs: tuple[Run, ...]) -> None:
        """Draw the runs that are pinned behind the current one."""
        if not self._beside and not any(run.label.is_pinned for run in runs):
            return
        from playground.panels.curves.pinned import pinned_curves  # rarely needed: not at start-up

        number = self._session.document.state.run_label.number
        lineage = self._session.branches.lineage
        self._beside = pinned_curves(runs, self._made, partial(lineage.shared, number))
        if any(run.label.is_pinned and run.history is self._ghost_of for run in runs):
            self.plot.forget_ghost()  # it has its own hue and its name now: it is not drawn twice
        self.plot.show_beside([beside for _, beside in self._beside])

    @Slot(object)
    def _on_other_run(self, _label: RunLabel) -> None:
        """Draw others from where they leave the run that is the current one now."""
        self._refresh_beside(self._session.document.state.runs)

    @Slot()
    def _refresh_ticks(self) -> None:
        """Mark what a person changed on the way."""
        from playground.panels.change_words import change_text  # these bring NumPy: not before the first paint
        from playground.session.running.changes import changes

        run = self._session.run
        found = changes(self._shown, run.setups if run.is_running else ())
        self.plot.set_ticks([(change.iteration, change_text(change)) for change in found])

    def _show(self, first_iteration: int, losses: np.ndarray, evaluations: Sequence[Evaluation]) -> None:
        if len(losses):
            self.plot.append(first_iteration, losses)
        if evaluations:
            from playground.panels.curves.data import in_percent  # brings NumPy: not before the first paint

            self.plot.add_evaluations(in_percent(evaluations))

    def _refresh_divergence(self) -> None:
        divergence = self._shown[-1].divergence if self._shown else None
        if divergence is None:
            self.plot.hide_divergence()
            return
        self.plot.show_divergence(divergence.iteration, "NaN" if math.isnan(divergence.loss) else "∞")

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        for action, text, explanation in (
            (
                self._cause,
                self.tr("Find the cause of this…"),
                self.tr("Find the update with which the loss went wrong here, and try what would have helped."),
            ),
            (
                self._what_if,
                self.tr("What would have been…"),
                self.tr("Choose what could have been otherwise from here on, and see the branch that it leads to."),
            ),
            (
                self._follow,
                self.tr("Follow"),
                self.tr("Keep the whole curve in sight while it grows. Moving or zooming switches this off."),
            ),
            (
                self._logarithmic,
                self.tr("Log axis"),
                self.tr("Show the loss on a logarithmic axis: small improvements late in training become visible."),
            ),
            (
                self._ask,
                self.tr("Ask"),
                self.tr(
                    "Ask the training that led here: for a number at every iteration, or when something first held."
                ),
            ),
            (
                self._export_picture,
                self.tr("Save as picture…"),
                self.tr("Save the curves as they are seen to a PNG file, twice as fine as on the screen."),
            ),
            (
                self._export_table,
                self.tr("Save as table…"),
                self.tr("Save the loss of every iteration and every accuracy to a CSV file."),
            ),
            (
                self._many,
                self.tr("Many moments…"),
                self.tr("See the surface, weights or the prediction at 8 to 16 moments beside each other."),
            ),
        ):
            action.setText(text)
            action.setToolTip(explanation)
        self._export.setText(self.tr("Save"))
        self._export.setToolTip(self.tr("Save the curves as a picture or as a table of numbers."))
        self._curve.setAccessibleName(self.tr("Loss curve"))
        self._explain_second()
        if self.plot is not None:
            self._refresh_divergence()
            self._refresh_ticks()
            self._refresh_beside(self._session.document.state.runs)

    def minimumSizeHint(self) -> QSize:
        """Give the least room in which the legend is complete and a curve can be read."""
        return _LEAST_STRIP if self._is_strip else _LEAST

    def sizeHint(self) -> QSize:
        """Give a width at which a curve is pleasant to read."""
        return _SIZE


def _learns_otherwise(before: DocumentState, now: DocumentState) -> bool:
    same_things = (
        before.spec == now.spec and before.checkpoint.params is now.checkpoint.params and before.dataset == now.dataset
    )
    return not (same_things and replace(before.config, epochs=now.config.epochs) == now.config)


def _button(action: QAction) -> QToolButton:
    button = QToolButton(autoRaise=True, iconSize=_ICON_SIZE)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setDefaultAction(action)
    return button
