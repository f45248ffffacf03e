"""The docks of the window: one for each panel, wherever a person puts it."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTabWidget

from playground.window.dock_room import DockRoom
from playground.window.dock_title import DockTitle
from playground.window.dock_titles import DockTitles
from playground.window.settings import LAYOUT_VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable

    from playground.panels.base import Panel
    from playground.session.document.saved import Layout
    from playground.window.dock_places import DockPlaces

# The columns of the first arrangement; the middle one takes the room that the sides leave.
LEFT, MIDDLE, RIGHT = (
    Qt.DockWidgetArea.LeftDockWidgetArea,
    Qt.DockWidgetArea.TopDockWidgetArea,
    Qt.DockWidgetArea.RightDockWidgetArea,
)

_LEAST_MIDDLE = 300  # px
_FIRST_SHARE = 58  # per cent of the middle column's height
_ACROSS = {LEFT: RIGHT, MIDDLE: RIGHT, RIGHT: LEFT}


class Docks(QObject):
    """Builds the docks, arranges them as the panels ask, and saves and restores their arrangement."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.docks: list[QDockWidget] = []
        self._room: list[DockRoom] = []
        self._wanted: Layout | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._on_layout_wanted)
        window.setDockNestingEnabled(True)
        window.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)

    def build(self, panels: list[type[Panel]]) -> None:
        """Build a dock for each panel and put it to its first place."""
        self.docks = [self._dock(panel()) for panel in panels]
        self._room = [
            DockRoom(dock, self._column(dock.widget().area)) for dock in self.docks if dock.widget().height_needed
        ]
        self._titles = DockTitles(self._window, self.docks)
        self.retranslate()
        self.arrange()

    @property
    def panels(self) -> list[Panel]:
        """The docks' contents."""
        return [dock.widget() for dock in self.docks]  # type: ignore[misc]  # each was put in by `_dock`

    def _dock(self, panel: Panel) -> QDockWidget:
        dock = QDockWidget(self._window, objectName=f"{panel.name}Dock")
        dock.setTitleBarWidget(DockTitle(dock))
        dock.setWidget(panel)
        return dock

    def arrange(self) -> None:
        """Put every dock to its first place: column beside column, the sides as wide as they ask for.

        All of them stand in one of Qt's areas, side by side: areas of their own would leave handles around
        the central widget that this window does not have.
        """
        for dock in self.docks:
            dock.setFloating(False)
            self._window.removeDockWidget(dock)
        columns = [self._column(area) for area in (LEFT, MIDDLE, RIGHT)]
        heads = [column[0] for column in columns if column]
        for before, head in zip([None, *heads], heads, strict=False):
            self._place(head, before, Qt.Orientation.Horizontal)
        for column in columns:
            for above, dock in pairwise(column):
                self._place(dock, above, Qt.Orientation.Vertical)
        for dock in self.docks:
            if dock.widget().behind:
                self._put_behind(dock, self._dock_of(dock.widget().behind))
        self._share_room(columns)

    def _share_room(self, columns: list[list[QDockWidget]]) -> None:
        """Give the sides the width they ask for and the middle the rest, its first dock the larger part."""
        letter = self._window.fontMetrics().averageCharWidth()
        heads = [column[0] for column in columns if column]
        widths = [head.widget().columns * letter for head in heads]
        if columns[1]:
            middle = heads.index(columns[1][0])
            widths[middle] = 0
            widths[middle] = max(self._window.width() - sum(widths), _LEAST_MIDDLE)
            heights = [_FIRST_SHARE, *[100 - _FIRST_SHARE] * (len(columns[1]) - 1)]
            self._window.resizeDocks(columns[1], heights, Qt.Orientation.Vertical)
        self._window.resizeDocks(heads, widths, Qt.Orientation.Horizontal)

    @Slot(str)
    def show_panel(self, name: str) -> None:
        """Bring a panel to the front; one that stays visible beside it makes room."""
        dock = self._dock_of(name)
        covered = [other for other in self._window.tabifiedDockWidgets(dock) if _is_in_front(other)]
        dock.show()
        dock.raise_()
        for other in covered:
            if other.widget().stays and not dock.widget().stays:
                self._put_behind(other, self._column(_ACROSS[dock.widget().area])[0])
                other.raise_()

    def in_front(self) -> list[str]:
        """Return the names of the panels that are seen."""
        return [dock.widget().name for dock in self.docks if _is_in_front(dock)]

    def uncover(self, names: Iterable[str], by: Iterable[str]) -> None:
        """Bring panels to the front again where one of others covers them."""
        for cover in map(self._dock_of, by):
            behind = self._window.tabifiedDockWidgets(cover) if _is_in_front(cover) else []
            for dock in behind:
                if dock.widget().name in names and not dock.isHidden():
                    dock.raise_()

    def _put_behind(self, dock: QDockWidget, front: QDockWidget) -> None:
        self._window.addDockWidget(LEFT, dock)
        self._window.tabifyDockWidget(front, dock)
        dock.show()
        front.raise_()

    def _dock_of(self, name: str) -> QDockWidget:
        return next(dock for dock in self.docks if dock.widget().name == name)

    def _column(self, area: Qt.DockWidgetArea) -> list[QDockWidget]:
        return [dock for dock in self.docks if dock.widget().area == area and not dock.widget().behind]

    def _place(self, dock: QDockWidget, beside: QDockWidget | None, direction: Qt.Orientation) -> None:
        if beside is None:
            self._window.addDockWidget(LEFT, dock)
        else:
            self._window.splitDockWidget(beside, dock, direction)
        dock.show()

    def save(self) -> QByteArray:
        """Give the arrangement as bytes."""
        save = partial(self._window.saveState, LAYOUT_VERSION)
        for room in self._room:
            save = partial(room.as_if_shown, save)
        return save()

    def restore(self, saved: QByteArray) -> None:
        """Take up a saved arrangement; one of another version, or a damaged one, changes nothing."""
        self._window.restoreState(saved, LAYOUT_VERSION)

    def layout(self) -> Layout:
        """Tell where the panels stand, for a document."""
        from playground.session.document.saved import Layout

        shown = [dock for dock in self.docks if not dock.isHidden() or any(room.gave_way(dock) for room in self._room)]
        front = [dock for dock in shown if _is_in_front(dock)]
        places = self._places()
        return Layout(
            tuple(dock.widget().name for dock in shown),
            tuple(dock.widget().name for dock in front),
            {dock.widget().name: (dock.width(), dock.height()) for dock in front},
            places.areas(self._given_way()),
            places.floating(),
        )

    @Slot(object)
    def show_layout(self, layout: Layout) -> None:
        """Put the panels where a document had them, in a turn of its own: it takes a while where much is moved."""
        self._wanted = layout
        self._soon.start()

    @Slot()
    def _on_layout_wanted(self) -> None:
        layout, self._wanted = self._wanted, None
        if layout is None or layout == self.layout():
            return
        places = self._places()
        if layout.areas and not places.stand_so(layout, self._given_way()):
            places.place(layout)
        for dock in self.docks:
            dock.setVisible(dock.widget().name in layout.shown)
        for dock in self.docks:
            if dock.widget().name in layout.front and not dock.isFloating():
                dock.raise_()
        if layout.areas:
            places.resize(layout)

    def _places(self) -> DockPlaces:
        from playground.window.dock_places import DockPlaces

        return DockPlaces(self._window, self.docks, _is_in_front)

    def _given_way(self) -> list[tuple[str, str]]:
        """Return the panels that are hidden only for the sake of others, each after the one above it."""
        rooms = [(room.above, dock) for room in self._room for dock in self.docks if room.gave_way(dock)]
        return [(above.widget().name, dock.widget().name) for above, dock in rooms]

    def retranslate(self) -> None:
        """Set the titles in the language of the moment."""
        for dock, panel in zip(self.docks, self.panels, strict=True):
            dock.setWindowTitle(panel.title())


def _is_in_front(dock: QDockWidget) -> bool:
    """Say whether a dock is the one of its tabs that is seen; Qt calls those behind visible, too."""
    return not dock.visibleRegion().isEmpty()
