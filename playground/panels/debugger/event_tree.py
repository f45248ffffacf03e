"""The events of a pass as a call tree: its phases, their layers, and the nodes of these."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QBrush, QFont, QHelpEvent, QIcon, QPalette
from PySide6.QtWidgets import QHeaderView, QMenu, QToolTip, QTreeWidget, QTreeWidgetItem, QWidget

from nn.inspection.health import health_of
from nn.inspection.number_texts import shape_text
from playground.panels.breakpoint_words import finding_text, phase_text
from playground.widgets.look.colors import blend, chart_colors
from playground.widgets.look.icons import icon
from playground.widgets.look.live_look import LiveLook
from playground.widgets.refreshing import Importance, Refreshing
from playground.widgets.text.tooltips import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from nn.inspection.health import Health
    from nn.network.spec import NetworkSpec
    from nn.trace import Event

_CALL, _SHAPE, _HEALTH = range(3)
_SLICE_S = 0.004
_INDEX = Qt.ItemDataRole.UserRole
_ROW_HEIGHT = 19  # px
_MARK_STRENGTH = 0.22  # share of the accent in the line of the current event


class EventTree(Refreshing, LiveLook, QTreeWidget):
    """List what happens in a pass, mark how far it is once it is seen, and ask to go elsewhere.

    A click goes to an event; the arrow keys only choose one, for "run to here" and breakpoints.

    Signals
    -------
    event_requested : int
        Go to where the event with this index has happened.
    breakpoint_requested : int
        Set a breakpoint at an event, or take it away.
    """

    importance = Importance.ANSWER
    event_requested = Signal(object)
    breakpoint_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trace: Sequence[Event] = ()
        self._items: list[QTreeWidgetItem] = []
        self._health: list[Health | None] = []
        self._to_judge: Iterator[tuple[Event, Health | None]] = iter(())
        self._next_turn = QTimer(self, interval=0)
        self._painted: dict[int, tuple[bool, bool, str]] = {}  # how each line looks, by its event
        self._cursor = self._wanted_cursor = 0  # which is marked, and which is to be
        self._structure: tuple[object, ...] = ()
        self.setObjectName("eventTree")
        self.setColumnCount(3)
        self.setUniformRowHeights(True)
        self.setIndentation(14)
        self.setExpandsOnDoubleClick(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._lay_out_columns()
        self._run_here, self._toggle = QAction(self), QAction(self)
        self._run_here.setIcon(icon("run-to"))
        self._toggle.setIcon(icon("breakpoint"))
        self._connect()
        self.retranslate()

    def _lay_out_columns(self) -> None:
        header = self.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(24)
        header.setSectionResizeMode(_CALL, QHeaderView.ResizeMode.Stretch)
        for column in (_SHAPE, _HEALTH):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)

    def _connect(self) -> None:
        self._next_turn.timeout.connect(self._on_next_turn)
        self.itemClicked.connect(self._on_item_chosen)
        self.itemActivated.connect(self._on_item_chosen)
        self.customContextMenuRequested.connect(self._on_menu_requested)
        self._run_here.triggered.connect(self._on_run_here)
        self._toggle.triggered.connect(self._on_toggle)

    # ---- what is shown

    def show_trace(self, spec: NetworkSpec, trace: Sequence[Event]) -> None:
        """Show another pass; the cursor is shown next."""
        self._trace = trace
        self._health = [None] * len(trace)
        structure = tuple((event.phase, event.depth, event.name, tuple(event.outputs)) for event in trace)
        if structure != self._structure:
            self._structure = structure
            self._build()
        for event in trace:
            self._paint_item(event)
            self._items[event.index].setText(_CALL, call_text(event))
        self._write_phases()
        self._to_judge = zip(trace, health_of(spec, trace), strict=True)
        self._next_turn.start()

    @property
    def is_judged(self) -> bool:
        """Whether the numbers of every event were looked at."""
        return not self._next_turn.isActive()

    @Slot()
    def _on_next_turn(self) -> None:
        """Look at the numbers of the next events for some milliseconds; those of a large network take long."""
        end = time.perf_counter() + _SLICE_S
        for event, health in self._to_judge:
            self._health[event.index] = health
            self._write(event)
            self._paint_item(event)
            if time.perf_counter() > end:
                return
        self._next_turn.stop()
        self.setColumnHidden(_HEALTH, not any(self._health))

    def show_cursor(self, cursor: int) -> None:
        """Mark the event that has happened last, and tell apart what is still to come."""
        self._wanted_cursor = cursor
        self.out_of_date()

    def refresh(self) -> None:
        """Mark the event that is wanted."""
        cursor = self._wanted_cursor
        first, last = sorted((self._cursor, cursor))
        self._cursor = cursor
        for event in self._trace[max(first - 1, 0) : last]:
            self._write(event)
            self._paint_item(event)
        if 0 < cursor <= len(self._items):
            item = self._items[cursor - 1]
            self.setCurrentItem(item)
            self.scrollToItem(item)
        else:
            self.setCurrentItem(None)
            self.scrollToTop()

    def show_breakpoints(self, marked: Mapping[int, bool]) -> None:
        """Show a dot at each of these events, a quiet one where the breakpoint is switched off."""
        for event, item in zip(self._trace, self._items, strict=True):
            if event.index in marked:
                role = QPalette.ColorRole.Accent if marked[event.index] else QPalette.ColorRole.PlaceholderText
                item.setIcon(_CALL, icon("breakpoint", role))
            elif not item.icon(_CALL).isNull():
                item.setIcon(_CALL, QIcon())

    @property
    def chosen_event(self) -> int | None:
        """The index of the event whose line is chosen."""
        item = self.currentItem()
        return None if item is None else item.data(_CALL, _INDEX)

    def health(self, index: int) -> Health | None:
        """Return what is wrong with an event, None if nothing is."""
        return self._health[index]

    def _seen_health(self, event: Event) -> Health | None:
        """Return what is wrong with an event that has happened: of what is still to come nothing is told."""
        return self._health[event.index] if event.index < self._cursor else None

    def _build(self) -> None:
        self.clear()
        self._items, self._painted = [], {}
        phase = QTreeWidgetItem()
        nodes: list[QTreeWidgetItem] = []
        for event in self._trace:
            if not self._items or event.phase != self._trace[event.index - 1].phase:
                phase = QTreeWidgetItem(self)
                phase.setSizeHint(_CALL, QSize(0, _ROW_HEIGHT))
                phase.setExpanded(True)
            item = QTreeWidgetItem()
            item.setSizeHint(_CALL, QSize(0, _ROW_HEIGHT))
            item.setData(_CALL, _INDEX, event.index)
            self._items.append(item)
            if event.depth == "node":
                nodes.append(item)
                continue
            item.addChildren(nodes)
            phase.addChild(item)
            phase.setData(_CALL, _INDEX, event.index)  # going to a phase goes to its end
            nodes = []

    def _write_all(self) -> None:
        for event in self._trace:
            self._write(event)
        self._write_phases()

    def _write_phases(self) -> None:
        for phase, event in self._phases():
            phase.setText(_CALL, phase_text(event.phase))

    def _write(self, event: Event) -> None:
        item, health = self._items[event.index], self._seen_health(event)
        shape = shape_text(next(iter(event.outputs.values())).shape)
        texts = (call_text(event), shape, "" if health is None else self._mark(health))
        for column, text in enumerate(texts):
            if item.text(column) != text:  # each change asks for a new layout of the columns
                item.setText(column, text)

    def _paint_item(self, event: Event) -> None:
        """Give a line the look of its moment, if that has changed."""
        health = self._seen_health(event)
        is_current, has_happened = event.index == self._cursor - 1, event.index < self._cursor
        look = (is_current, has_happened, "" if health is None else health.kind)
        if self._painted.get(event.index) == look:
            return
        self._painted[event.index] = look
        item = self._items[event.index]
        palette, colours = self.palette(), chart_colors(self.palette())
        font = QFont(self.font())
        font.setBold(is_current)
        role = QPalette.ColorRole.Text if has_happened else QPalette.ColorRole.PlaceholderText
        mark = QBrush(blend(colours.background, colours.accent, _MARK_STRENGTH)) if is_current else QBrush()
        for column in (_CALL, _SHAPE, _HEALTH):
            item.setFont(column, font)
            item.setForeground(column, palette.color(role))
            item.setBackground(column, mark)
        if health is not None:
            item.setForeground(_HEALTH, colours.diverged if health.is_bad else palette.brightText())

    def _mark(self, health: Health) -> str:
        return {
            "not_finite": str(health.finding.numbers.get("number", "")),  # NaN, inf or -inf
            "dead": self.tr("dead"),
            "saturated": self.tr("saturated"),
            "vanished": self.tr("vanished"),
            "exploded": self.tr("exploded"),
        }[health.kind]

    def tip(self, index: int) -> str:
        """Give what is said of an event on hover."""
        event = self._trace[index]
        health = self._seen_health(event)
        shapes = ",  ".join(f"{name}: {shape_text(array.shape)}" for name, array in event.outputs.items())
        lines = [f"{event.name}, {phase_text(event.phase)}", event.formula, shapes]
        if health is not None:
            lines.append(finding_text(health.finding))
        return wrapped("\n".join([*lines, self.tr("Click to go there; F9 sets a breakpoint.")]))

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell about the line under the mouse; most lines are never asked."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            item = self.itemAt(event.pos())
            text = self.toolTip() if item is None else self.tip(item.data(_CALL, _INDEX))
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().viewportEvent(event)

    # ---- what a person does

    @Slot(QTreeWidgetItem, int)
    def _on_item_chosen(self, item: QTreeWidgetItem, _column: int) -> None:
        self.event_requested.emit(item.data(_CALL, _INDEX))

    @Slot(QPoint)
    def _on_menu_requested(self, place: QPoint) -> None:
        item = self.itemAt(place)
        if item is not None:
            self.setCurrentItem(item)
            QMenu.exec([self._run_here, self._toggle], self.viewport().mapToGlobal(place))

    @Slot()
    def _on_run_here(self) -> None:
        if self.chosen_event is not None:
            self.event_requested.emit(self.chosen_event)

    @Slot()
    def _on_toggle(self) -> None:
        if self.chosen_event is not None:
            self.breakpoint_requested.emit(self.chosen_event)

    # ---- language and theme

    def restyle(self) -> None:
        """Take the colours and the font of the moment."""
        self._painted = {}
        for each in self._trace:
            self._paint_item(each)

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self.setHeaderLabels([self.tr("Calls"), self.tr("Shape"), self.tr("Health")])
        self.setAccessibleName(self.tr("Calls of the pass"))
        self.setToolTip(wrapped(self.tr("What the pass computes, in its order: phases, layers and their nodes.")))
        self._run_here.setText(self.tr("Run to here"))
        self._toggle.setText(self.tr("Toggle breakpoint"))
        self._write_all()

    def _phases(self) -> Iterator[tuple[QTreeWidgetItem, Event]]:
        for row in range(self.topLevelItemCount()):
            phase = self.topLevelItem(row)
            yield phase, self._trace[phase.data(_CALL, _INDEX)]


def call_text(event: Event) -> str:
    """Give the line of an event: a layer by its name, a node by its formula."""
    if event.depth == "node":
        return event.formula
    return f"{event.name}:  {list(event.outputs)[-1]}" if event.phase == "update" else event.name
