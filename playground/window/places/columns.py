"""How wide input and settings are where there is room for all, by a plan or a person's hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt

from playground.window.places.plans import FIRST, PLANS, Plan

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow

    from playground.window.docks import Docks
    from playground.window.panel_dock import PanelDock

_SIDES, _ACROSS = ("input", "settings"), ("input", "stage", "settings")
_ROUNDED = 8  # px by which handles and Qt's own rounding make a column narrower than its share


class Columns(QObject):
    """Remembers the widths of input and settings, and gives them back when they stand in a window with room again.

    What they had while one of them gave way, or in the first moment of a narrow window, is nobody's choice: a plan's
    share of few pixels is less than what is in them needs. Qt would keep it in a window of any width.
    """

    def __init__(self, window: QMainWindow, docks: Docks) -> None:
        super().__init__(window)
        self._window, self._docks = window, docks
        self._plan = PLANS[FIRST]
        self._widths: dict[str, int] = {}
        self._width = 0  # of the window for which they hold, 0 while something gives way

    def take(self, plan: Plan) -> None:
        """Look after the docks that stand anew by a plan."""
        self._plan, self._widths, self._width = plan, {}, 0
        for dock in (each for place in _SIDES for each in self._docks.of_place(place)):
            dock.installEventFilter(self)  # again does no harm

    def note(self, *, have_room: bool) -> None:
        """Tell whether both stand in the window as they are wanted; the widths of now are noted once."""
        self._width = self._window.width() if have_room else 0
        if have_room:
            self._fit()
            for place in _SIDES:
                self._widths.setdefault(place, self._width_of(place))

    def give_back(self, places: list[str]) -> None:
        """Let places be as wide as they were, or else as their plan has them and as they need to be.

        Qt is told all widths: one alone it shares out as it likes.
        """
        heads = {place: dock for place in _ACROSS if (dock := self._docks.seen_of(place)) is not None}
        widths = {
            place: self._wanted(place, dock) if place in places else dock.width() for place, dock in heads.items()
        }
        if not set(places) & set(heads):
            return
        if "stage" in heads:
            taken = sum(width for place, width in widths.items() if place != "stage")
            widths["stage"] = max(self._window.width() - taken, 1)
        self._window.layout().activate()  # what was shown just now has no place yet that could be resized
        self._window.resizeDocks(list(heads.values()), list(widths.values()), Qt.Orientation.Horizontal)

    def _wanted(self, place: str, dock: PanelDock) -> int:
        return self._widths.get(place) or max(self._docks.width_by(self._plan, place), dock.content.least_width)

    def eventFilter(self, dock: QObject, event: QEvent) -> bool:
        """Follow a person's hand: what is narrower because the window is has another size than its own."""
        if event.type() == QEvent.Type.Resize and self._width and self._window.width() == self._width:
            for place in _SIDES:
                self._widths[place] = self._width_of(place) or self._widths.get(place, 0)
        return super().eventFilter(dock, event)

    def _fit(self) -> None:
        """Widen the settings where the plan's share of a window is less than they need; a chosen width stays."""
        dock, share = self._docks.seen_of("settings"), self._docks.width_by(self._plan, "settings")
        if dock is not None and abs(dock.width() - share) <= _ROUNDED and share < dock.content.least_width:
            self._widths.pop("settings", None)
            self.give_back(["settings"])

    def _width_of(self, place: str) -> int:
        dock = self._docks.seen_of(place)
        return 0 if dock is None else dock.width()
