"""Variables, a line to compute on, watches and breakpoints, in sections that fold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from playground.panels.variables.breakpoints.breakpoint_list import BreakpointList
from playground.panels.variables.breakpoints.code_list import CodeBreakpointList
from playground.panels.variables.scratch.scratch_line import ScratchLine
from playground.panels.variables.section import Sidebar, SidebarSection
from playground.panels.variables.values.code_list import CodeVariableList
from playground.panels.variables.values.variable_list import VariableList
from playground.panels.variables.watches.watch_list import WatchList
from playground.widgets.layouts import in_column, in_row
from playground.widgets.text.steady_label import SteadyLabel
from playground.widgets.text.tooltips import on_hover

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playground.session.session import Session


class VariableSidebar(QWidget):
    """The four sections, and what one asks of another."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session

    def build(self) -> Iterator[None]:
        """Make the sections, pausing where the event loop may take a turn; they are used after that only."""
        session = self._session
        self.variables = VariableList(session)
        yield
        self.scratch = ScratchLine(session)
        yield
        self.watches = WatchList(session)
        yield
        self.breakpoints = BreakpointList(session)
        yield
        self.code_variables, self.code_breakpoints = CodeVariableList(session), CodeBreakpointList(session)
        self._values, self._stops = QStackedWidget(), QStackedWidget()
        for pages, parts in (
            (self._values, (self.variables, self.code_variables)),
            (self._stops, (self.breakpoints, self.code_breakpoints)),
        ):
            for part in parts:
                pages.addWidget(part)
        self._whose = SteadyLabel()
        self._whose.setObjectName("steppedLast")
        yield
        self._variables = SidebarSection(self._values)
        self._scratch = SidebarSection(self.scratch)
        self._watches = SidebarSection(self.watches, self.watches.tools())
        self._breakpoints = SidebarSection(self._stops, self.breakpoints.tools())
        yield
        sections = ((self._variables, 5), (self._scratch, 3), (self._watches, 3), (self._breakpoints, 3))
        self._sidebar = Sidebar(sections, self)
        in_column(in_row(self._whose, margins=(8, 2, 4, 2)), (self._sidebar, 1), of=self, spacing=0)
        self.breakpoints.editing_changed.connect(self._on_editing_changed)
        for part in (self.variables, self.scratch, self.code_variables):
            part.watch_requested.connect(self._on_watch_requested)
        session.stepped_last.changed.connect(self._show_stepped_last)
        session.debugger.opened_changed.connect(self._show_stepped_last)
        self.retranslate()

    @property
    def steps_own_code(self) -> bool:
        """Tell the debugger's commands whom they are meant for while the keyboard is in here."""
        return self._session.stepped_last.is_code

    @Slot()
    def _show_stepped_last(self) -> None:
        """Show the views of what a person stepped last, and say which that is."""
        is_code = self._session.stepped_last.is_code
        for pages in (self._values, self._stops):
            pages.setCurrentIndex(int(is_code))
        for tool in self.breakpoints.tools():
            tool.setVisible(not is_code)
        self._whose.setVisible(is_code or self._session.debugger.is_open)
        self._whose.setText(
            self.tr("Your code, stepped last") if is_code else self.tr("A pass of the network, stepped last")
        )

    @Slot(str)
    def _on_watch_requested(self, text: str) -> None:
        self._watches.unfold()
        self.watches.watch(text)

    @Slot(bool)
    def _on_editing_changed(self, is_editing: bool) -> None:
        if is_editing:
            self._breakpoints.unfold()
        self._sidebar.enlarge(self._breakpoints, is_editing)

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        rule = self.tr(
            "Variables, Calculate, Watches and Breakpoints show what you stepped last: a pass of the network, or your "
            "own code. A step in the other one brings that here."
        )
        on_hover(rule, self._whose)
        self._show_stepped_last()
        values = self.tr("Every named value that is known where the debugger stands.")
        numbers = self.tr("Numbers to keep an eye on, while stepping and while training.")
        self._variables.set_texts(self.tr("Variables"), values)
        computed = self.tr("Arithmetic on the numbers of the moment.")
        self._scratch.set_texts(self.tr("Calculate"), computed)
        self._watches.set_texts(self.tr("Watches"), numbers)
        self._breakpoints.set_texts(self.tr("Breakpoints"), self.tr("Where stepping and training stop, and why."))
