"""What the Runs dock shows: commands, the table, and in words what the chosen runs say."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QStackedWidget, QToolButton, QWidget

from playground.panels.runs.run_table import RunTable
from playground.panels.runs.seed_progress import SeedProgress
from playground.panels.runs.verdict import verdict
from playground.session.runs.networks import name_of
from playground.widgets.actions import add_action, name_action, permit
from playground.widgets.fields.text_line import TextLine
from playground.widgets.layouts import STRETCH, in_column, in_row
from playground.widgets.look.live_look import LiveLook
from playground.widgets.refreshing import Importance, Refreshing
from playground.widgets.text.tooltips import describe

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from playground.session.document.state import RunLabel
    from playground.session.session import Session

_WIDTH_OF_FILTER = 22  # letters


class RunsView(Refreshing, LiveLook, QWidget):
    """Shows the runs, the current one as it goes."""

    importance = Importance.DETAIL
    least_gap = 0.5  # s: the figures of the current run

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._runs, self._branches = session, session.runs, session.branches
        self.table = RunTable(self._runs, self._branches, self)
        self._pages = QStackedWidget()
        self._make_actions()
        self._lay_out()
        self._connect()
        self.retranslate()
        self.refresh()

    def _make_actions(self) -> None:
        self._look = add_action(self, "actionLookAtRun", "", "look", triggered=self._on_look)
        self._compare = add_action(self, "actionCompareRun", "", "", triggered=self._on_compare)
        self._switch = add_action(self, "actionSwitchToRun", "", "branch", triggered=self._on_switch)
        self._apart = add_action(self, "actionCompareWithParent", "", "", triggered=self._on_compare_with_parent)
        self._compact = add_action(self, "actionCompactRunPast", triggered=self._on_compact)
        self._forget = add_action(self, "actionForgetRunPast", triggered=self._on_forget)
        self._settings = add_action(self, "actionTakeRunSettings", triggered=self._on_take_settings)
        self._weights = add_action(self, "actionTakeRunWeights", triggered=self._on_take_weights)
        self._both = add_action(self, "actionTakeRun", triggered=self._on_take_both)
        self._pin = add_action(self, "actionPinRun", "", "pin", triggered=self._on_pin, checkable=True)
        self._rename = add_action(self, "actionRenameRun", triggered=self.table.rename)
        self._delete = add_action(self, "actionDeleteRun", "", "remove", triggered=self._on_delete)
        self._again = add_action(self, "actionRunAgain", "", "reset", triggered=self._on_again)
        self._takes = (self._settings, self._weights, self._both)

    def _lay_out(self) -> None:
        for page in (self._page_without_runs(), self._page_of_runs()):
            self._pages.addWidget(page)
        in_column(self._pages, of=self)
        self._add_menu_of_a_run()

    def _add_menu_of_a_run(self) -> None:
        """Give the table its menu: what shows a run, what names and repeats it, what is kept of it."""
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        groups = (
            (self._switch, self._look, self._compare, self._apart),
            (self._pin, self._rename, self._again, self._take.menu().menuAction()),
            (self._compact, self._forget, self._delete),
        )
        for number, group in enumerate(groups):
            if number:
                self.table.addAction(_line(self))
            self.table.addActions(group)

    def _page_without_runs(self) -> QWidget:
        page = QWidget()
        self._empty = QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter, objectName="noRuns")
        self._empty.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._train = QPushButton(objectName="trainFromRuns")
        in_column(STRETCH, self._empty, (self._train, 0, Qt.AlignmentFlag.AlignCenter), STRETCH, of=page, spacing=6)
        return page

    def _page_of_runs(self) -> QWidget:
        page = QWidget()
        self._words = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText, objectName="runVerdict")
        progress = SeedProgress(self._session.again)
        in_column(self._row_of_tools(), progress, self._words, (self.table, 1), of=page, spacing=4)
        return page

    def _row_of_tools(self) -> QHBoxLayout:
        """Return the commands and the filter; those of branches are seen where there are some."""
        self._take = QToolButton(objectName="takeRunBack", autoRaise=True)
        self._take.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._take.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._take.setMenu(self._menu_of(self._takes))
        self._filter = TextLine(objectName="filterRuns", clearButtonEnabled=True)
        self._filter.setMaximumWidth(_WIDTH_OF_FILTER * self.fontMetrics().averageCharWidth())
        self._of_tree = [_button(each) for each in (self._switch, self._apart)]
        first, last = map(_button, (self._look, self._compare)), map(_button, (self._again, self._delete))
        return in_row(*first, *self._of_tree, self._take, *last, STRETCH, self._filter, spacing=4)

    def _menu_of(self, actions: tuple[QAction, ...]) -> QMenu:
        menu = QMenu(self, toolTipsVisible=True)
        menu.addActions(list(actions))
        return menu

    def _connect(self) -> None:
        session, table = self._session, self.table
        self._train.clicked.connect(session.control.train)
        self._filter.textChanged.connect(table.show_those_with)
        table.chosen_changed.connect(self._refresh_actions)
        table.opened.connect(self._look_at)
        table.switch_requested.connect(self._branches.switch)
        table.delete_requested.connect(self._on_delete)
        table.pin_requested.connect(self._on_pin)
        self._runs.changed.connect(self.out_of_date)
        session.timeline.cleared.connect(self.out_of_date)
        session.document.changed.connect(self.out_of_date)
        session.run.progressed.connect(self.out_of_date)
        session.looking.network_changed.connect(self.out_of_date)
        session.library.data_changed.connect(self.out_of_date)
        session.again.changed.connect(self._refresh_actions)

    # ---- what a person does

    @Slot()
    def _on_look(self) -> None:
        for number in self.table.chosen()[:1]:
            self._look_at(number)

    @Slot(int)
    def _look_at(self, number: int) -> None:
        """Look at the network of a run; the current one is the document's."""
        label = self._runs.label(number)
        if label is None:
            return
        name = "mine" if self._runs.is_current(number) else name_of(label)
        why_not = self._session.looking.obstacle(name)
        if why_not:
            self._session.status.emit(self.tr("This run cannot be looked at: {reason}.").format(reason=why_not))
        else:
            self._session.looking.choose(name)

    @Slot()
    def _on_switch(self) -> None:
        for number in self.table.chosen()[:1]:
            self._branches.switch(number)

    @Slot()
    def _on_compare_with_parent(self) -> None:
        """Look at a branch and draw how far it is from what it left, in every picture that can."""
        for number in self.table.chosen()[:1]:
            parent = self._branches.lineage.parent(number)
            label = None if parent is None else self._runs.label(parent)
            if label is not None:
                self._look_at(number)
                self._compare_with(label)
                self._session.comparison.show_face("difference")

    @Slot()
    def _on_compare(self) -> None:
        """Compare the chosen run with what is looked at, or two chosen runs with each other."""
        numbers = self.table.chosen()
        if len(numbers) == 2:
            self._look_at(numbers[0])
        label = self._runs.label(numbers[-1]) if numbers else None
        if label is not None:
            self._compare_with(label)

    def _compare_with(self, label: RunLabel) -> None:
        comparison = self._session.comparison
        comparison.open()
        comparison.choose("mine" if self._runs.is_current(label.number) else name_of(label))

    @Slot()
    def _on_take_settings(self) -> None:
        self._runs.take_settings(self.table.chosen()[0])

    @Slot()
    def _on_take_weights(self) -> None:
        self._runs.take_weights(self.table.chosen()[0])

    @Slot()
    def _on_take_both(self) -> None:
        self._runs.take_both(self.table.chosen()[0])

    @Slot()
    def _on_again(self) -> None:
        self._session.again.start(self.table.chosen()[0])

    @Slot()
    def _on_compact(self) -> None:
        self._branches.compact_past(self.table.chosen()[0])

    @Slot()
    def _on_forget(self) -> None:
        self._branches.forget_past(self.table.chosen()[0])

    def _members(self) -> tuple[int, ...]:
        """Return the numbers of all chosen runs, those of groups, too."""
        return tuple(number for entry in self.table.chosen_entries() for number in entry.numbers)

    @Slot()
    def _on_pin(self) -> None:
        self._runs.pin(self._members(), not self._are_pinned())
        self._refresh_actions()

    def _are_pinned(self) -> bool:
        """Say whether the curves of all chosen runs are drawn."""
        labels = [self._runs.label(number) for number in self._members()]
        return bool(labels) and all(label is not None and label.is_pinned for label in labels)

    @Slot()
    def _on_delete(self) -> None:
        self._runs.delete(self._members())

    # ---- what is shown

    def refresh(self) -> None:
        """Show the runs of the moment."""
        self.table.refresh()
        self._pages.setCurrentIndex(1 if self.table.model_of_runs.rows else 0)
        self._refresh_actions()

    @Slot()
    def _refresh_actions(self) -> None:
        """Grey what cannot be done with the chosen runs, each with its reason, and say what two of them say."""
        numbers = self.table.chosen()
        self._permit_for_one(numbers[0] if len(numbers) == 1 else None)
        self._permit_for_several(numbers)
        for button in self._of_tree:
            button.setVisible(self.table.model_of_runs.has_branches)
        chosen = self.table.chosen_entries()
        self._words.setText(verdict(*chosen) if len(chosen) == 2 else "")
        self._words.setVisible(len(chosen) == 2)

    def _permit_for_one(self, only: int | None) -> None:
        """Permit what one run is needed for; None: none is chosen, or several are."""
        runs, branches = self._runs, self._branches
        reasons: dict[QAction, Callable[[int], str]] = {
            self._look: lambda _number: "",
            self._rename: lambda _number: "",
            self._switch: branches.obstacle,
            self._apart: self._why_no_parent,
            self._compact: partial(branches.why_no_past, compact=True),
            self._forget: partial(branches.why_no_past, compact=False),
            self._again: self._session.again.obstacle,
            self._settings: partial(runs.obstacle, what="settings"),
            self._weights: partial(runs.obstacle, what="weights"),
            self._both: partial(runs.obstacle, what="both"),
        }
        one = self.tr("Choose one run in the table.")
        for action, reason in reasons.items():
            permit(action, one if only is None else reason(only))
        self._take.setEnabled(only is not None and not runs.is_current(only))
        self._take.menu().menuAction().setEnabled(self._take.isEnabled())

    def _permit_for_several(self, numbers: Sequence[int]) -> None:
        any_run = "" if numbers else self.tr("Choose a run in the table.")
        is_now = bool(numbers) and all(map(self._runs.is_current, numbers))
        permit(self._compare, "" if len(numbers) in (1, 2) else self.tr("Choose one or two runs in the table."))
        permit(self._pin, any_run)
        self._pin.setChecked(self._are_pinned())
        permit(self._delete, self.tr("It is the current run.") if is_now else any_run)

    def _why_no_parent(self, number: int) -> str:
        """Say why a run cannot be compared with the one that it left; empty if it can."""
        lineage = self._branches.lineage
        if lineage.parent(number) is not None:
            return ""
        label = self._runs.label(number)
        if label is not None and label.fork is not None:
            return self.tr("The run that it left has been deleted.")
        return self.tr("It is no branch: it began by itself.")

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self._name_ways_to_look()
        self._name_ways_to_take()
        self._name_ways_to_keep()
        self._name_fields()
        self._refresh_actions()

    def _name_ways_to_look(self) -> None:
        name_action(self._look, self.tr("Look at it"), self.tr("Show the network of this run in every panel."))
        about = self.tr("Compare the network that you look at with this run, or two chosen runs with each other.")
        name_action(self._compare, self.tr("Compare"), about)
        about = self.tr("Look at this branch, and at how far it is from the run that it left, in every picture.")
        name_action(self._apart, self.tr("Difference"), about)
        about = self.tr("Draw the curves of the run beside the current ones, or no more.")
        name_action(self._pin, self.tr("Draw its curves"), about)

    def _name_ways_to_take(self) -> None:
        """Name what brings something of a run back, or trains it again."""
        about = self.tr(
            "Make this run the current one again, as it ended: Train goes on with it. The current one stays here; Undo "
            "switches back."
        )
        name_action(self._switch, self.tr("Switch to it"), about)
        about = self.tr(
            "Network, training and data as in this run, with fresh weights from its seed: Train repeats it."
        )
        name_action(self._settings, self.tr("Its settings"), about)
        about = self.tr("The weights of this run in your network; your settings stay.")
        name_action(self._weights, self.tr("Its weights"), about)
        about = self.tr("Everything as it was at the end of this run: Train goes on from there.")
        name_action(self._both, self.tr("Settings and weights"), about)
        about = self.tr(
            "Train the same with five other seeds, in processes beside the window: how much of what you see is the "
            "settings, and how much the seed."
        )
        name_action(self._again, self.tr("Again with five seeds"), about)

    def _name_ways_to_keep(self) -> None:
        """Name what changes what is kept of a run."""
        about = self.tr(
            "Keep no moments of its training but those at which something was changed: any other is found again, which "
            "takes longer then. Undo brings them back."
        )
        name_action(self._compact, self.tr("Compact its past"), about)
        about = self.tr(
            "Keep its curves and its end, and no moment of its training: nobody can look back any more. Undo brings "
            "them back."
        )
        name_action(self._forget, self.tr("Forget its past"), about)
        name_action(self._rename, self.tr("Rename"), self.tr("Give the run a name of your own."))
        about = self.tr("Take the chosen runs out of the document; Undo brings them back.")
        name_action(self._delete, self.tr("Delete"), about)

    def _name_fields(self) -> None:
        self._take.setText(self.tr("Take back"))
        self._take.menu().setTitle(self._take.text())
        describe(
            self._take, self._take.text(), self.tr("Take settings, weights or both of this run into your document.")
        )
        self._filter.setPlaceholderText(self.tr("Filter"))
        describe(
            self._filter, self.tr("Filter"), self.tr("Shows the runs whose name, note or settings hold this text.")
        )
        self._empty.setText(
            self.tr("No run yet. Train: the run stands here, and stays when Reset or another network begins a new one.")
        )
        self._train.setText(self.tr("Train"))
        describe(self._train, self._train.text(), self.tr("Train the network as the settings say."))


def _button(action: QAction) -> QToolButton:
    button = QToolButton(autoRaise=True)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setDefaultAction(action)
    return button


def _line(view: RunsView) -> QAction:
    """Make a line between two groups of a menu."""
    line = QAction(view)
    line.setSeparator(True)
    return line
