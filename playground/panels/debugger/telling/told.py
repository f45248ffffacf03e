"""Which step is told, and by which of its numbers: the current one, unless it is pinned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from nn.inspection.element import Element, maker_of, told_of

if TYPE_CHECKING:
    from nn.trace import Event
    from playground.session.session import Session


class ToldStep(QObject):
    """Follows the cursor: what explained an earlier step never stays, unless a person pins it.

    Attributes
    ----------
    is_pinned : bool
    is_chosen : bool
        Whether a person chose the number since the last step: then it is told, wherever it was made.
    """

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._debugger = debugger = session.debugger
        self.is_pinned = self.is_chosen = False
        self._kept: tuple[Event, Element | None] | None = None
        self._last: tuple[Event, Element | None, Element] | None = None  # of which event and choice, which number
        debugger.element_changed.connect(self._on_element_changed)
        debugger.moved.connect(self._on_moved)
        debugger.trace_changed.connect(self.changed)
        debugger.opened_changed.connect(self._on_opened_changed)

    @property
    def event(self) -> Event | None:
        """The step that is told: the last one that has happened, or the first, or the pinned one."""
        if self._kept is not None:
            return self._kept[0]
        trace = self._debugger.trace
        return trace[max(self._debugger.cursor - 1, 0)] if trace else None

    @property
    def has_happened(self) -> bool:
        """Whether its numbers are computed."""
        return self._kept is not None or self._debugger.cursor > 0

    @property
    def element(self) -> Element | None:
        """The number by which it is told; None where it has not happened and none is chosen."""
        if self._kept is not None:
            return self._kept[1]
        event, chosen = self.event, self._debugger.element
        if event is None or (self.is_chosen and chosen is not None):
            return chosen
        return self._told_of(event, chosen) if self.has_happened else None

    def _told_of(self, event: Event, chosen: Element | None) -> Element:
        """Give the number by which an event is told, looked for once a step: its arrays may be large."""
        if self._last is None or self._last[0] is not event or self._last[1] != chosen:
            self._last = event, chosen, told_of(event, chosen)
        return self._last[2]

    @property
    def maker(self) -> Event | None:
        """The event that made that number, None if it was given or is still to come."""
        if self._kept is not None:
            return self._kept[0]
        element, debugger = self.element, self._debugger
        if element is None:
            return None
        here = debugger.current
        if here is not None and not self.is_chosen:
            return here
        return maker_of(element, debugger.trace[: debugger.cursor])

    def pin(self, pinned: bool) -> None:
        """Keep what is told, or follow the cursor again."""
        event = self.event
        self._kept = None
        if pinned and event is not None:
            made = self.maker
            self._kept = (event if made is None else made, self.element)
        if pinned != self.is_pinned:
            self.is_pinned = pinned
            self.changed.emit()

    @Slot(object)
    def _on_element_changed(self, element: Element | None) -> None:
        self.is_chosen = element is not None
        self.changed.emit()

    @Slot()
    def _on_moved(self) -> None:
        self.is_chosen = False
        self.changed.emit()

    @Slot(bool)
    def _on_opened_changed(self, is_open: bool) -> None:
        if not is_open:
            self._last = None  # a pass that was closed is let go
            self.pin(False)
