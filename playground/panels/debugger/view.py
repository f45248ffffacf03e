"""The debugger as it is seen: commands, the whole pass as a line and as a tree, and what happens at one place of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtWidgets import QSplitter, QStackedWidget, QTabBar, QWidget

from nn.inspection.element import Element
from nn.inspection.health import marked
from playground.panels.debugger.command_row import DebugRow
from playground.panels.debugger.element.lines import ElementLines
from playground.panels.debugger.event_tree import EventTree
from playground.panels.debugger.graph.event_graph import EventGraph
from playground.panels.debugger.listing.pane import ListingPane
from playground.panels.debugger.matrices.event_matrices import EventMatrices
from playground.panels.debugger.nudge_form import NudgeForm
from playground.panels.debugger.prediction_quiz import PredictionQuiz
from playground.panels.debugger.remarks import DebugNotice, DebugReason, DebugStrip
from playground.panels.debugger.sample_end import SampleEnd
from playground.panels.debugger.scrubber import Scrubber, track_of
from playground.panels.debugger.telling.strip import StepStrip
from playground.panels.debugger.telling.told import ToldStep
from playground.panels.debugger.window.pages import StepPages
from playground.session.stepping.blame import place_of
from playground.widgets.fields.tab_order import first_stop
from playground.widgets.layouts import in_column, in_row
from playground.widgets.refreshing import Refreshing
from playground.widgets.text.steady_label import SteadyLabel
from playground.widgets.text.tooltips import describe, on_hover

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QResizeEvent

    from nn.breakpoints import Breakpoint
    from nn.trace import Event
    from playground.session.session import Session

_VERY_WIDE = 1000  # px from which on the code stands beside the others, too
_WIDE = 700  # px from which on the first view stands beside the others
_HIGH = 400  # px from which on the others stand above each other


class DebugView(Refreshing, QWidget):
    """Puts the debugger's views together and lets them follow its cursor."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._debugger = session, session.debugger
        self._trace: tuple[Event, ...] = ()
        self._marks: tuple[Breakpoint, ...] | None = None  # of which the marks are shown
        self._has_window = False  # the window of a layer stands in the place of the matrices

    def build(self) -> Iterator[None]:
        """Make the views, pausing where the event loop may take a turn; they are used after that only."""
        session = self._session
        self.row = DebugRow(session)
        self.scrubber = Scrubber()
        self.place = SteadyLabel()
        yield
        self.reason, self.strip = DebugReason(session), DebugStrip(session)
        yield
        self.nudge, self.quiz = NudgeForm(session), PredictionQuiz(session)
        self.sample_end = SampleEnd(session, self)
        yield
        self.tree, self.graph = EventTree(), EventGraph()
        yield
        self.matrices = EventMatrices(session)
        yield
        self.told = ToldStep(session, self)
        self.lines, self.words = ElementLines(session, self.told), StepStrip(session, self.told)
        self.listing = ListingPane(session, self.told)
        self.pages = StepPages(session, self.told, self.matrices)
        self.stage = DebugStage(self.tree, (self.graph, self.pages), self.listing)
        self.notice = DebugNotice(session)
        self._pages = QStackedWidget()
        self._lay_out()
        yield
        self._connect()
        yield
        self._set_texts()
        self.out_of_date()

    def _lay_out(self) -> None:
        self.place.setObjectName("debugPlace")
        self.place.reserve("000,000 · 000 / 000")
        page = _split(Qt.Orientation.Vertical, (self.stage, self.lines), [330, 120])  # a long sum takes two lines each
        page.setStretchFactor(0, 1)
        for each in (page, self.notice):
            self._pages.addWidget(each)
        line = in_row((self.scrubber, 1), self.place, spacing=6)
        sometimes = (self.reason, self.strip, self.sample_end, self.quiz, self.nudge)
        in_column(self.row, line, *sometimes, self.words, (self._pages, 1), of=self, spacing=2)

    def _connect(self) -> None:
        session, debugger = self._session, self._debugger
        for signal in (
            debugger.trace_changed,
            debugger.moved,
            debugger.element_changed,
            debugger.travel.searching_changed,
            session.run.running_changed,
            session.document.breakpoints_changed,
            self.row.quiz.clicked,
            self.row.nudge.clicked,
        ):
            signal.connect(self.out_of_date)
        self.sample_end.told.connect(self.scrubber.setFocus)
        self.scrubber.place_requested.connect(debugger.go)
        for view in (self.tree, self.graph):
            view.event_requested.connect(debugger.run_to)
        self.listing.placed.connect(self.stage.arrange)
        self.pages.turned.connect(self._on_turned)
        self.stage.tabs.currentChanged.connect(self._show_lines)
        self.tree.breakpoint_requested.connect(self._on_breakpoint_requested)
        self.graph.element_requested.connect(self._on_element_requested)
        self.graph.origin_requested.connect(self._on_origin_requested)

    @Slot(bool)
    def _on_turned(self, is_window: bool) -> None:
        if is_window != self._has_window:
            self._has_window = is_window
            self._set_titles()
            self._show_lines()

    @Slot()
    def _show_lines(self) -> None:
        """Leave the lines to the window where it is chosen: it has its own."""
        self.lines.setVisible(not (self._has_window and self.stage.is_chosen(self.pages)))

    def begins_at(self) -> QWidget | None:
        """Return what takes the keyboard first: the graph, the line of the pass where that is behind, or the notice."""
        if self.notice.is_needed:
            return first_stop(self.notice)
        return self.graph.view if self.graph.view.isVisibleTo(self) else self.scrubber

    # ---- from the debugger to the views

    def refresh(self) -> None:
        """Show where the debugger stands, or why it stands nowhere."""
        shows_pass = not self.notice.is_needed
        self._pages.setCurrentIndex(0 if shows_pass else 1)
        for widget in (self.scrubber, self.place):
            widget.setEnabled(shows_pass)
        self.words.setVisible(shows_pass)
        self.quiz.setVisible(shows_pass and self.row.quiz.isChecked())
        self.nudge.setVisible(shows_pass and self.row.nudge.isChecked())
        if shows_pass:
            self._refresh_pass()
        else:
            self._trace = ()  # so that the next pass is shown anew
            self.scrubber.show_track(track_of(()))
            self.scrubber.show_breakpoints(frozenset())
            self.place.setText("")

    def _refresh_pass(self) -> None:
        debugger, spec = self._debugger, self._debugger.stepped.spec
        if debugger.trace is not self._trace:
            self._trace = debugger.trace
            self.tree.show_trace(spec, self._trace)
            self.scrubber.show_track(track_of(self._trace))
            on_hover(self._about_place(), self.place)
            self._marks = None
        if debugger.breakpoints.all is not self._marks:
            self._marks = debugger.breakpoints.all
            marks = marked(spec, self._trace, self._marks)
            self.tree.show_breakpoints(marks)
            self.scrubber.show_breakpoints(frozenset(marks))
        self.tree.show_cursor(debugger.cursor)
        self.scrubber.show_place(debugger.cursor)
        self.graph.show_moment(self._trace, debugger.cursor, self._place_in_graph())
        self.place.setText(self._place_text())

    def _about_place(self) -> str:
        about = self.tr("The iteration of training, then the steps of its pass that have happened, and all of them")
        training_pass = self._debugger.stepped.training_pass
        if training_pass is None:
            return about
        memory = training_pass.memory(self._debugger.stepper.depth)
        text = self.tr("The recorded pass takes at most about {size:,.1f} MB of memory.")
        return f"{about}\n{text.format(size=memory / 2**20)}"

    def _place_in_graph(self) -> tuple[int, ...] | None:
        """Give the place of the number that is looked at, if it is one of the layer's output or of its gradient."""
        element = self._debugger.element
        event = self._trace[max(self._debugger.cursor - 1, 0)]
        if element is None:
            return None
        names = (*event.graph.outputs, next(iter(event.graph.inputs)))
        return element.index if element.name in {*names, *(f"d{name}" for name in names)} else None

    def _place_text(self) -> str:
        place = f"{self._debugger.cursor} / {len(self._trace)}"
        return place if self._debugger.stepped.kind == "sample" else f"{self._debugger.stepped.iteration:,} · {place}"

    # ---- what a person does

    @Slot(object)
    def _on_breakpoint_requested(self, index: int) -> None:
        self._debugger.breakpoints.toggle(place_of(self._trace[index]))

    @Slot(str)
    def _on_origin_requested(self, name: str) -> None:
        element = self._debugger.element
        index = element.index if element is not None and element.name == name else None
        self._session.origins.follow(name, index)

    @Slot(object, object)
    def _on_element_requested(self, name: str, place: tuple[int, ...] | None) -> None:
        self._debugger.set_element(None if place is None else Element(name, place))

    # ---- language

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self._set_texts()
        self._trace = ()  # its phases are named in the track
        self.out_of_date()

    def _set_texts(self) -> None:
        self._set_titles()
        drag = self.tr("Drag through the pass. Left and right go by one step, page up and page down by a layer.")
        describe(self.scrubber, self.tr("Place in the pass"), drag)
        self.place.setAccessibleName(self.tr("Place in the pass"))

    def _set_titles(self) -> None:
        self.stage.set_titles(
            (
                (self.tr("Calls"), self.tr("What the pass computes, in its order")),
                (self.tr("Graph"), self.tr("The computational graph of the layer")),
                self._middle_title(),
                (self.tr("Code"), self.tr("The code of this step in the book's style, its line lit")),
            )
        )

    def _middle_title(self) -> tuple[str, str]:
        if self._has_window:
            return self.tr("Window"), self.tr("The window of this layer as it slides over the numbers of the pass")
        return self.tr("Matrices"), self.tr("The arrays of this step, number by number")


class DebugStage(QWidget):
    """Arranges one view beside others; what finds no room is a tab away.

    Parameters
    ----------
    side : QWidget
        Stands at the left where there is width enough.
    views : sequence of QWidget
        Stand above each other where there is height enough.
    code : ListingPane
        Stands at the right where there is width for it and a person wants it there.
    """

    def __init__(
        self, side: QWidget, views: Sequence[QWidget], code: ListingPane, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._views, self._code = views, code
        self._parts = (side, *views, code)
        self._room = (True, True, True)  # for three beside each other, for two, for two above each other
        self.tabs = QTabBar(objectName="debugStageTabs", drawBase=False, expanding=False)
        for _ in self._parts:
            self.tabs.addTab("")
        self._down = _split(Qt.Orientation.Vertical, views, [300] * len(views))
        self._across = _split(Qt.Orientation.Horizontal, (side, self._down, code), [190, 630, 400])
        self._across.setStretchFactor(1, 1)
        in_column(self.tabs, (self._across, 1), of=self, spacing=0)
        self.tabs.currentChanged.connect(self.arrange)
        self.arrange()

    def set_titles(self, titles: Sequence[tuple[str, str]]) -> None:
        """Name the parts, each with an explanation, in the language of the moment."""
        for tab, (title, explanation) in enumerate(titles):
            self.tabs.setTabText(tab, title)
            self.tabs.setTabToolTip(tab, explanation)

    def is_chosen(self, part: QWidget) -> bool:
        """Say whether the tab of a part is in front."""
        return self.tabs.currentIndex() == self._parts.index(part)

    def bring(self, part: QWidget) -> None:
        """See that a part is seen, or what it is in."""
        places = (place for place, each in enumerate(self._parts) if each is part or each.isAncestorOf(part))
        self.tabs.setCurrentIndex(next(places))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put behind tabs what has no room any more."""
        super().resizeEvent(event)
        room = self.width() >= _VERY_WIDE, self.width() >= _WIDE, self.height() >= _HIGH
        if room != self._room:
            self._room = room
            self._code.offer_place(is_there=room[0])
            self.arrange()

    @Slot()
    def arrange(self) -> None:
        """Show what has room, and tabs for what has not."""
        is_very_wide, is_wide, is_high = self._room
        has_code_beside = is_very_wide and self._code.is_wanted_beside
        last = len(self._parts) - 1
        with QSignalBlocker(self.tabs):
            self.tabs.setTabVisible(0, not is_wide)
            self.tabs.setTabVisible(last, not has_code_beside)
            if (is_wide and self.tabs.currentIndex() == 0) or (has_code_beside and self.tabs.currentIndex() == last):
                self.tabs.setCurrentIndex(1)
        chosen = self.tabs.currentIndex()
        self.tabs.setVisible(not (is_wide and is_high and has_code_beside))
        for place, view in enumerate(self._views, 1):
            view.setVisible(is_high or place == chosen or (is_wide and chosen == 0 and place == 1))
        self._down.setVisible(0 < chosen < last)
        self._parts[0].setVisible(is_wide or chosen == 0)
        self._code.setVisible(has_code_beside or chosen == last)


def _split(orientation: Qt.Orientation, parts: Sequence[QWidget], sizes: Sequence[int]) -> QSplitter:
    """Put parts side by side, whose shares a person can change."""
    splitter = QSplitter(orientation, childrenCollapsible=False)
    for part in parts:
        splitter.addWidget(part)
    splitter.setSizes(sizes)
    return splitter
