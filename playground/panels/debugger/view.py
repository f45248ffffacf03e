"""The debugger as it is seen: commands, the whole pass as a line and as a tree, and what happens at one place of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from nn.inspection.element import Element
from nn.inspection.health import marked
from playground.panels.debugger.command_row import DebugRow
from playground.panels.debugger.edit_strip import DebugStrip
from playground.panels.debugger.element.lines import ElementLines
from playground.panels.debugger.event_tree import EventTree
from playground.panels.debugger.graph.event_graph import EventGraph
from playground.panels.debugger.matrices.event_matrices import EventMatrices
from playground.panels.debugger.notice import DebugNotice
from playground.panels.debugger.nudge_form import NudgeForm
from playground.panels.debugger.prediction_quiz import PredictionQuiz
from playground.panels.debugger.reason import DebugReason
from playground.panels.debugger.scrubber import Scrubber
from playground.panels.debugger.stage import DebugStage
from playground.panels.debugger.track import track_of
from playground.session.stepping.blame import place_of
from playground.widgets.text.steady_label import SteadyLabel
from playground.widgets.text.tooltips import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QShowEvent

    from nn.breakpoints import Breakpoint
    from nn.trace import Event
    from playground.session.session import Session


class DebugView(QWidget):
    """Puts the debugger's views together and lets them follow its cursor.

    What changes in one turn of the event loop is shown once; what cannot be seen waits until it is.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._debugger = session, session.debugger
        self._trace: tuple[Event, ...] = ()
        self._marks: tuple[Breakpoint, ...] | None = None  # of which the marks are shown
        self._is_behind = True
        self._soon = QTimer(self, singleShot=True, interval=0)

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
        yield
        self.tree, self.graph = EventTree(), EventGraph()
        yield
        self.matrices = EventMatrices()
        yield
        self.lines = ElementLines()
        self.stage = DebugStage(self.tree, (self.graph, self.matrices))
        self.notice = DebugNotice(session)
        self._pages = QStackedWidget()
        self._lay_out()
        yield
        self._connect()
        self.matrices.attach(session)
        self.lines.attach(session)
        yield
        self._set_texts()
        self._refresh()

    def _lay_out(self) -> None:
        self.place.setObjectName("debugPlace")
        self.place.reserve("000,000 · 000 / 000")
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self.scrubber, 1)
        line.addWidget(self.place)
        for page in (self._pass_page(), self.notice):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.row)
        column.addLayout(line)
        for widget in (self.reason, self.strip, self.quiz, self.nudge):
            column.addWidget(widget)
        column.addWidget(self._pages, 1)

    def _pass_page(self) -> QSplitter:
        """Put the views above the lines, whose share a person can change."""
        page = QSplitter(Qt.Orientation.Vertical)
        page.setChildrenCollapsible(False)
        page.addWidget(self.stage)
        page.addWidget(self.lines)
        page.setStretchFactor(0, 1)
        page.setSizes([330, 120])  # a long sum takes two lines of each kind
        return page

    def _connect(self) -> None:
        session, debugger = self._session, self._debugger
        self._soon.timeout.connect(self._refresh)
        for signal in (
            debugger.trace_changed,
            debugger.moved,
            debugger.element_changed,
            debugger.travel.searching_changed,
            session.run.running_changed,
            session.document.breakpoints_changed,
        ):
            signal.connect(self._on_something_changed)
        for switch in (self.row.quiz, self.row.nudge):
            switch.clicked.connect(self._on_something_changed)
        self.scrubber.place_requested.connect(self._on_place_requested)
        self.tree.event_requested.connect(self._on_event_requested)
        self.tree.breakpoint_requested.connect(self._on_breakpoint_requested)
        self.graph.event_requested.connect(self._on_event_requested)
        self.graph.element_requested.connect(self._on_element_requested)

    # ---- from the debugger to the views

    @Slot()
    def _on_something_changed(self) -> None:
        self._soon.start()

    @Slot()
    def _refresh(self) -> None:
        self._is_behind = not self.isVisible()
        if self._is_behind:
            return
        shows_pass = not self.notice.is_needed
        self._pages.setCurrentIndex(0 if shows_pass else 1)
        for widget in (self.scrubber, self.place):
            widget.setEnabled(shows_pass)
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
        debugger, spec = self._debugger, self._session.document.state.spec
        if debugger.trace is not self._trace:
            self._trace = debugger.trace
            self.tree.show_trace(spec, self._trace)
            self.scrubber.show_track(track_of(self._trace))
            self.place.setToolTip(wrapped(self._about_place()))
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

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while nobody looked."""
        super().showEvent(event)
        if self._is_behind:
            self._refresh()

    # ---- what a person does

    @Slot(int)
    def _on_place_requested(self, place: int) -> None:
        self._debugger.go(place)

    @Slot(object)
    def _on_event_requested(self, index: int) -> None:
        self._debugger.run_to(index)

    @Slot(object)
    def _on_breakpoint_requested(self, index: int) -> None:
        self._debugger.breakpoints.toggle(place_of(self._trace[index]))

    @Slot(object, object)
    def _on_element_requested(self, name: str, place: tuple[int, ...] | None) -> None:
        self._debugger.set_element(None if place is None else Element(name, place))

    # ---- language

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self._set_texts()
        self._trace = ()  # its phases are named in the track
        self._soon.start()

    def _set_texts(self) -> None:
        self.stage.set_titles(
            (
                (self.tr("Calls"), self.tr("What the pass computes, in its order")),
                (self.tr("Graph"), self.tr("The computational graph of the layer")),
                (self.tr("Matrices"), self.tr("The arrays of this step, number by number")),
            )
        )
        self.scrubber.setAccessibleName(self.tr("Place in the pass"))
        self.scrubber.setToolTip(
            self.tr("Drag through the pass. Left and right go by one step, page up and page down by a layer.")
        )
        self.place.setAccessibleName(self.tr("Place in the pass"))
