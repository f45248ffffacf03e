"""Where the docks stand, in words that a document can keep, and how they get there again."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTabBar

from playground.session.document.saved import Split, Tabs
from playground.window.dock_tree import extent, leaves, pruned, splits, tree_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QMainWindow

    from playground.session.document.saved import Layout, Place
    from playground.window.panel_dock import PanelDock

AREAS = {
    "left": Qt.DockWidgetArea.LeftDockWidgetArea,
    "right": Qt.DockWidgetArea.RightDockWidgetArea,
    "top": Qt.DockWidgetArea.TopDockWidgetArea,
    "bottom": Qt.DockWidgetArea.BottomDockWidgetArea,
}
_GRIP = QSize(80, 30)
"""How much of a floating dock's title must lie on a screen so that a mouse can take hold of it, in pixels."""


class DockPlaces:
    """Reads and sets where the docks of a window stand.

    Parameters
    ----------
    docks
        Each with its panel.
    """

    def __init__(self, window: QMainWindow, docks: Sequence[PanelDock]) -> None:
        self._window = window
        self._docks = {dock.panel.name: dock for dock in docks}

    # ---- reading

    def areas(self) -> dict[str, Place]:
        """Return what stands in the window."""
        found: dict[str, Place] = {}
        for name, area in AREAS.items():
            standing = [each for each in self._groups() if self._window.dockWidgetArea(each[0]) == area]
            if standing:
                found[name] = tree_of([(self._tabs(group), self._rect(group)) for group in standing])
        return found

    def floating(self) -> dict[str, tuple[int, int, int, int]]:
        """Return the docks that are windows of their own, and where those are."""
        loose = {name: dock for name, dock in self._docks.items() if dock.isFloating() and not dock.isHidden()}
        return {name: dock.geometry().getRect() for name, dock in loose.items()}

    def _groups(self) -> list[list[PanelDock]]:
        """Return the docks that share a place, of each place in which one is open."""
        groups: list[list[PanelDock]] = []
        for dock in self._docks.values():
            if not dock.isFloating() and not any(dock in group for group in groups):
                beside = [other for other in self._window.tabifiedDockWidgets(dock) if not other.isFloating()]
                groups.append([dock, *beside])
        return [group for group in groups if any(not dock.isHidden() for dock in group)]

    def _tabs(self, group: list[PanelDock]) -> Tabs:
        order = self._order_of_tabs()
        names = [dock.panel.name for dock in group]
        return Tabs(tuple(sorted(names, key=lambda name: order.get(name, len(order)))))

    def _order_of_tabs(self) -> dict[str, int]:
        """Return the places of docks in their bars of tabs: Qt tells which docks share tabs, but not in which order."""
        places = {bar.tabText(n): n for bar in self._bars() for n in range(bar.count())}
        titles = {name: dock.windowTitle() for name, dock in self._docks.items()}
        return {name: places[title] for name, title in titles.items() if title in places}

    def _bars(self) -> list[QTabBar]:
        return self._window.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly)

    def _rect(self, group: list[PanelDock]) -> QRect:
        seen = [dock for dock in group if not dock.isHidden()]
        return next((dock for dock in seen if dock.is_in_front), seen[0]).geometry()

    # ---- setting

    def place(self, layout: Layout) -> None:
        """Put the docks where a document had them; those it does not know stand in their places, or at the left."""
        known = self._docks.keys() - layout.floating.keys()
        areas = {name: place for name, tree in layout.areas.items() if (place := pruned(tree, known))}
        for dock in self._docks.values():
            dock.setFloating(False)
            self._window.removeDockWidget(dock)
        for name, place in areas.items():
            self._fill(AREAS[name], place)
        self._place_others({name for place in areas.values() for tabs in leaves(place) for name in tabs.names})
        for name, frame in layout.floating.items():
            if name in self._docks:
                self._float(self._docks[name], QRect(*frame))

    def stand_so(self, layout: Layout) -> bool:
        """Say whether the docks stand already where a document had them."""
        trees = {name: pruned(tree, self._docks.keys()) for name, tree in layout.areas.items()}
        loose = {name: frame for name, frame in layout.floating.items() if name in self._docks}
        return trees == self.areas() and loose == self.floating()

    def resize(self, layout: Layout) -> None:
        """Give the docks the sizes that a document had, or shares like them where the window is another."""
        for names, is_across in ((("left", "right"), True), (("top", "left", "bottom"), False)):
            self._resize([layout.areas[name] for name in names if name in layout.areas], is_across, layout)
        for tree in layout.areas.values():  # after the areas: Qt gives the size of an area to one of its docks, too
            for split in splits(tree):
                self._resize(split.parts, split.is_across, layout)

    def _resize(self, parts: Sequence[Place], is_across: bool, layout: Layout) -> None:
        tab_height = max((bar.sizeHint().height() for bar in self._bars() if bar.count()), default=0)
        seen = [(self._seen_in(part, layout), extent(part, is_across, layout.sizes, tab_height)) for part in parts]
        known = [(dock, length) for dock, length in seen if dock is not None and length]
        if len(known) > 1:
            direction = Qt.Orientation.Horizontal if is_across else Qt.Orientation.Vertical
            self._window.resizeDocks([dock for dock, _ in known], [length for _, length in known], direction)

    def _seen_in(self, place: Place, layout: Layout) -> PanelDock | None:
        names = (name for tabs in leaves(place) for name in tabs.names)
        return next((self._docks[name] for name in names if name in layout.front and name in self._docks), None)

    def _fill(self, area: Qt.DockWidgetArea, place: Place) -> None:
        self._window.addDockWidget(area, self._first(place))
        for split in splits(place):  # the outer ones first: an inner one divides what has its place already
            direction = Qt.Orientation.Horizontal if split.is_across else Qt.Orientation.Vertical
            for before, part in pairwise(split.parts):
                self._window.splitDockWidget(self._first(before), self._first(part), direction)
        for tabs in leaves(place):  # last, because what is split off a tab becomes one
            for name in tabs.names[1:]:
                self._tabify(self._docks[tabs.names[0]], self._docks[name])

    def _first(self, place: Place) -> PanelDock:
        while isinstance(place, Split):
            place = place.parts[0]
        return self._docks[place.names[0]]

    def _tabify(self, front: PanelDock, dock: PanelDock) -> None:
        self._window.addDockWidget(self._window.dockWidgetArea(front), dock)
        self._window.tabifyDockWidget(front, dock)

    def _place_others(self, placed: set[str]) -> None:
        others = [dock for name, dock in self._docks.items() if name not in placed]
        for dock in others:
            mate = next((each for name, each in self._docks.items() if name in placed and _are_mates(each, dock)), None)
            if mate is not None:
                self._tabify(mate, dock)
            else:
                self._window.addDockWidget(AREAS["left"], dock)
            placed.add(dock.panel.name)

    @staticmethod
    def _float(dock: PanelDock, frame: QRect) -> None:
        dock.setFloating(True)
        screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
        dock.setGeometry(onto_screens(frame, screens))


def _are_mates(dock: PanelDock, other: PanelDock) -> bool:
    return dock.panel.place == other.panel.place


def onto_screens(frame: QRect, screens: Sequence[QRect]) -> QRect:
    """Return where a window is put so that a mouse can reach it: as it was if that is possible, else on a screen."""
    grip = QRect(frame.topLeft(), QSize(frame.width(), _GRIP.height()))
    for screen in screens:
        held, fits = (screen & grip).size(), frame.size().boundedTo(screen.size()) == frame.size()
        if fits and held.boundedTo(_GRIP) == _GRIP:
            return frame
    screen = max(screens, key=lambda screen: (screen & frame).width() * (screen & frame).height())
    size = frame.size().boundedTo(screen.size())
    left = min(max(frame.left(), screen.left()), screen.right() + 1 - size.width())
    top = min(max(frame.top(), screen.top()), screen.bottom() + 1 - size.height())
    return QRect(left, top, size.width(), size.height())
