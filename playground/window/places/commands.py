"""Keys and menu entries that lead to places and panels, and the size of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction

from playground.widgets.actions import add_action, as_menu_text, name_action
from playground.window.places.plans import PLACES

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow

    from playground.window.docks import Docks
    from playground.window.places.filling import Filling
    from playground.window.places.room import Room
    from playground.window.text_size import TextSize


class PlaceCommands(QObject):
    """Actions that bring a place or a panel to the front and give it the keyboard.

    Attributes
    ----------
    panels, places, text : list of QAction
        One for each panel, once they are there; for the places, by number and in turn; for the size of the text.
    """

    def __init__(self, window: QMainWindow, docks: Docks, room: Room, filling: Filling, text: TextSize) -> None:
        super().__init__(window)
        self._window, self._docks, self._room, self._filling = window, docks, room, filling
        self.panels: list[QAction] = []
        self.places = [
            add_action(window, f"actionPlace{place.capitalize()}", f"Ctrl+{number}", triggered=self._on_place)
            for number, place in enumerate(PLACES, 1)
        ]
        for action, place in zip(self.places, PLACES, strict=True):
            action.setData(place)
        self._next = add_action(window, "actionNextPlace", "Ctrl+F6", triggered=self._on_next)
        self._previous = add_action(window, "actionPreviousPlace", "Ctrl+Shift+F6", triggered=self._on_previous)
        self._back = add_action(window, "actionBackFromPanel", "Esc", triggered=self._on_back, enabled=False)
        filling.changed.connect(self._refresh_back)
        room.unfolded_changed.connect(self._refresh_back)
        self.text = [
            add_action(window, "actionLargerText", "Ctrl++ Ctrl+=", triggered=text.larger),
            add_action(window, "actionSmallerText", "Ctrl+-", triggered=text.smaller),
            add_action(window, "actionUsualText", "Ctrl+0", triggered=text.usual),
        ]
        self.retranslate()

    def add_panels(self) -> None:
        """Make an action for each panel."""
        for dock in self._docks.docks:
            name = dock.panel.name
            action = add_action(self._window, f"actionShow{name.capitalize()}", triggered=self._on_panel)
            action.setData(name)
            self.panels.append(action)
        self.retranslate()

    @Slot()
    def _on_panel(self) -> None:
        self._docks.bring(self._docks.dock_of(self.sender().data()))

    @Slot()
    def _on_place(self) -> None:
        self._docks.focus_place(self.sender().data())

    @Slot()
    def _on_next(self) -> None:
        self._docks.focus_next_place(1)

    @Slot()
    def _on_previous(self) -> None:
        self._docks.focus_next_place(-1)

    @Slot()
    def _refresh_back(self) -> None:
        self._back.setEnabled(self._filling.is_on or self._room.is_unfolded)

    @Slot()
    def _on_back(self) -> None:
        if self._filling.is_on:
            self._filling.end()
        else:
            self._room.fold_again()

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        names = (self.tr("&Input"), self.tr("&Stage"), self.tr("Setti&ngs"), self.tr("Ti&me"))
        about = self.tr("Go to this place; again: to its next tab")
        for action, name in zip(self.places, names, strict=True):
            name_action(action, name, about)
        back = self.tr("Put everything back that one panel, or the settings at the edge, pushed away for the moment")
        name_action(self._back, self.tr("Back to all panels"), back)
        name_action(self._next, self.tr("Next place"), self.tr("Go to the next place that is seen"))
        name_action(
            self._previous, self.tr("Previous place"), self.tr("Go to the place before, of those that are seen")
        )
        for action, text, explanation in zip(
            self.text,
            (self.tr("Lar&ger text"), self.tr("Smaller te&xt"), self.tr("&Usual text")),
            (
                self.tr("Make all text in the window larger"),
                self.tr("Make all text in the window smaller"),
                self.tr("Show text in the system's size"),
            ),
            strict=True,
        ):
            name_action(action, text, explanation)
        shown = self.tr("Bring this panel to the front, and the keyboard into it")
        for action, dock in zip(self.panels, self._docks.docks, strict=False):
            name_action(action, as_menu_text(dock.panel.title()), shown)
