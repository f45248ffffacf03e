"""The docks of the window: one for each panel, wherever a person puts it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QMainWindow, QTabBar, QTabWidget, QWidget

from playground.widgets.fields.tab_order import put_in_reading_order
from playground.widgets.scrolling import scroll_to
from playground.window.dock_titles import DockTitles
from playground.window.panel_dock import STRIP_HEIGHT, PanelDock
from playground.window.places.plans import FIRST, PLACES, PLANS, WIDEST, Plan
from playground.window.settings import LAYOUT_VERSION

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from playground.panels.base import Panel
    from playground.session.document.saved import Layout
    from playground.window.dock_places import DockPlaces

_LEFT, _FOOT = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.BottomDockWidgetArea
_ACROSS, _DOWN = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
_LEAST_STAGE = 300  # px


class Docks(QObject):
    """Builds the docks, arranges them by a plan or as a document had them, and saves and restores their arrangement."""

    about_to_show = Signal(object)
    """PanelDock: it is to be seen; what hides it for a moment has to give it free."""
    layout_shown = Signal()
    """A document's own arrangement is about to take the place of the present one."""
    moved = Signal()
    """The docks may stand elsewhere."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.docks: list[PanelDock] = []
        self.told_layout: Callable[[], Layout] = self.layout
        """What a document is told: as if nothing was hidden for the moment."""
        self._wanted: Layout | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._on_layout_wanted)
        window.setDockNestingEnabled(True)
        window.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)

    def build(self, panels: list[type[Panel]]) -> None:
        """Build a dock for each panel and put it to its first place."""
        self.docks = [PanelDock(self._window, panel()) for panel in panels]
        self.titles = DockTitles(self._window, self.docks)
        self.retranslate()
        self.arrange(PLANS[FIRST])
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus_changed)

    @property
    def panels(self) -> list[Panel]:
        """The docks' contents."""
        return [dock.panel for dock in self.docks]

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and now.window() is self._window:
            scroll_to(now)

    # ---- by a plan

    def put_in_reading_order(self) -> None:
        """Let the Tab key go through every panel that is seen from its beginning, and past rows of tabs that are not.

        All of them, because whoever comes from elsewhere would enter one in its middle, in the order of a while ago.
        """
        for panel in self.panels:
            if panel.isVisible():
                put_in_reading_order(panel)
        for row in self._window.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly):
            is_seen = not row.visibleRegion().isEmpty()
            row.setFocusPolicy(Qt.FocusPolicy.TabFocus if is_seen else Qt.FocusPolicy.NoFocus)

    def arrange(self, plan: Plan) -> None:
        """Put every dock to its place: three columns, and what belongs to the course of training below them.

        The columns stand in one of Qt's areas, side by side: areas of their own would leave handles around the central
        widget that this window does not have.
        """
        fronts = self.in_front()
        for dock in self.docks:
            dock.setFloating(False)
            self._window.removeDockWidget(dock)
        groups = [group for place in PLACES if (group := self._group(plan, place, fronts))]
        for before, group in zip([None, *groups], groups, strict=False):
            self._stand(group[0], before and before[0])
        for group in groups:  # last, because what is split off a tab becomes one
            for dock in group[1:]:
                self._put_behind(dock, group[0])
            self._front_of(group, plan, fronts).raise_()
        self.share_room(plan)
        self.moved.emit()

    def _group(self, plan: Plan, place: str, fronts: Iterable[str]) -> list[PanelDock]:
        group = self.of_place(place)
        return [self._front_of(group, plan, fronts)] if group and plan.is_shown_alone else group

    def _stand(self, dock: PanelDock, beside: PanelDock | None) -> None:
        if dock.panel.place == "time":
            self._window.addDockWidget(_FOOT, dock)
        elif beside is None:
            self._window.addDockWidget(_LEFT, dock)
        else:
            self._window.splitDockWidget(beside, dock, _ACROSS)
        dock.show()

    @staticmethod
    def _front_of(group: list[PanelDock], plan: Plan, fronts: Iterable[str]) -> PanelDock:
        """Return which of a place's panels is seen: the one that says so, or the one that is, else the first."""
        if plan.is_shown_alone:
            return next((dock for dock in group if dock.panel.name in fronts), group[0])
        return next((dock for dock in group if plan.name in dock.panel.in_front), group[0])

    def fronts(self, plan: Plan) -> list[PanelDock]:
        """Return the docks that a plan shows in front."""
        groups = [group for group in map(self.of_place, PLACES) if group]
        return [self._front_of(group, plan, ()) for group in groups]

    def share_room(self, plan: Plan) -> None:
        """Give each place its share of the window."""
        window = self._window
        heads = [dock for place in PLACES[:3] if (dock := self.seen_of(place)) is not None]
        widths = [self.width_by(plan, dock.panel.place) for dock in heads]
        if any(dock.panel.place == "stage" for dock in heads):
            rest = max(window.width() - sum(widths), _LEAST_STAGE)
            widths = [width or rest for width in widths]
        window.resizeDocks(heads, widths, _ACROSS)
        self.set_time_height(round(plan.time * window.height()) or STRIP_HEIGHT)

    def width_by(self, plan: Plan, place: str) -> int:
        """Return how wide a plan has a place in a window like this; 0 for what gets the rest."""
        share = {"input": plan.input, "settings": plan.settings}.get(place, 0.0)
        widest = self._window.width() if plan.name == "points" else WIDEST * self._window.fontMetrics().height()
        return round(min(share * self._window.width(), widest))

    def set_time_height(self, height: int) -> None:
        """Make the place of time so many pixels high, and give what is left to those above; a strip has no title."""
        pair = self._time_and_above()
        if pair is None:
            return
        if height <= STRIP_HEIGHT:
            pair[0].titleBarWidget().fold(True)
        is_animated = self._window.isAnimated()
        self._window.setAnimated(False)  # a layout in between would end the animation where it is
        self._window.resizeDocks(pair, [height, max(self.height_of_places() - height, 1)], _DOWN)
        self._window.setAnimated(is_animated)

    def height_of_places(self) -> int:
        """Return how many pixels the place of time and those above it have together, 0 if it does not stand there."""
        pair = self._time_and_above()
        if pair is None:
            return 0
        tabs = self.titles.height_of_tabs() if self._tabs_of(pair[1]) else 0
        return tabs + sum(dock.height() for dock in pair)

    def _time_and_above(self) -> tuple[PanelDock, PanelDock] | None:
        time = self.seen_of("time")
        above = next((dock for place in PLACES[:3] if (dock := self.seen_of(place)) is not None), None)
        if time is None or above is None or self._window.dockWidgetArea(time) != _FOOT:
            return None
        return time, above

    # ---- places

    def of_place(self, place: str) -> list[PanelDock]:
        """Return the docks of a place, in order."""
        return [dock for dock in self.docks if dock.panel.place == place]

    def seen_of(self, place: str) -> PanelDock | None:
        """Return the dock of a place that stands in the window in front of its tabs, None if all are closed."""
        standing = [dock for dock in self.of_place(place) if not (dock.isHidden() or dock.isFloating())]
        return next((dock for dock in standing if dock.is_in_front), standing[0] if standing else None)

    def focus_place(self, place: str) -> None:
        """Give the keyboard to a place, or to its next tab where it has the keyboard already."""
        group = [dock for dock in self.of_place(place) if not dock.isHidden()] or self.of_place(place)
        focused = next((dock for dock in group if dock.has_focus), None)
        if focused is not None:
            dock = group[(group.index(focused) + 1) % len(group)]
        else:
            dock = next((dock for dock in group if dock.is_in_front), group[0])
        self.bring(dock)

    def focus_next_place(self, step: int) -> None:
        """Give the keyboard to the next place that is seen, or to the one before."""
        seen = [place for place in PLACES if any(dock.is_in_front for dock in self.of_place(place))]
        if not seen:
            return
        focused = next((dock.panel.place for dock in self.docks if dock.has_focus), None)
        here = seen.index(focused) if focused in seen else -1 if step > 0 else 0
        place = seen[(here + step) % len(seen)]
        next(dock for dock in self.of_place(place) if dock.is_in_front).panel.take_focus()

    # ---- what is in front

    @Slot(str)
    def show_panel(self, name: str) -> None:
        """Bring a panel to the front; one that stays visible beside it makes room."""
        dock = self.dock_of(name)
        self.about_to_show.emit(dock)
        covered = [other for other in self._tabs_of(dock) if other.is_in_front and other is not dock]
        dock.show()
        dock.raise_()
        for other in covered:
            if other.panel.stays and not dock.panel.stays:
                self._window.splitDockWidget(dock, other, _DOWN)

    def bring(self, dock: PanelDock) -> None:
        """Bring a dock to the front, and the keyboard into it."""
        self.show_panel(dock.panel.name)
        dock.panel.show()  # Qt tells only after its layout that the dock is seen
        if dock.isFloating():
            dock.activateWindow()
        dock.panel.take_focus()

    def in_front(self) -> list[str]:
        """Return the names of the panels that are seen."""
        return [dock.panel.name for dock in self.docks if dock.is_in_front]

    def uncover(self, names: Iterable[str], by: Iterable[str]) -> None:
        """Bring panels to the front again where one of others covers them."""
        for cover in map(self.dock_of, by):
            for dock in self._tabs_of(cover) if cover.is_in_front else []:
                if dock.panel.name in names and not dock.isHidden():
                    dock.raise_()

    def _tabs_of(self, dock: PanelDock) -> list[PanelDock]:
        return [other for other in self._window.tabifiedDockWidgets(dock) if isinstance(other, PanelDock)]

    def _put_behind(self, dock: PanelDock, front: PanelDock) -> None:
        self._window.addDockWidget(self._window.dockWidgetArea(front), dock)
        self._window.tabifyDockWidget(front, dock)
        dock.show()
        front.raise_()

    def dock_of(self, name: str) -> PanelDock:
        """Return the dock of a panel."""
        return next(dock for dock in self.docks if dock.panel.name == name)

    # ---- as it was

    def save(self) -> QByteArray:
        """Give the arrangement of the moment as bytes."""
        return self._window.saveState(LAYOUT_VERSION)

    def restore(self, saved: QByteArray, version: int = LAYOUT_VERSION) -> bool:
        """Take up a saved arrangement; one of another version, or a damaged one, changes nothing."""
        is_known = not saved.isEmpty() and self._window.restoreState(saved, version)
        self.moved.emit()
        return is_known

    def layout(self) -> Layout:
        """Tell where the panels stand, for a document."""
        from playground.session.document.saved import Layout

        shown = [dock for dock in self.docks if not dock.isHidden()]
        front = [dock for dock in shown if dock.is_in_front]
        places = self._places()
        return Layout(
            tuple(dock.panel.name for dock in shown),
            tuple(dock.panel.name for dock in front),
            {dock.panel.name: (dock.width(), dock.height()) for dock in front},
            places.areas(),
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
        now = self.told_layout()
        if layout is None or layout == now:
            return
        if not _stand_alike(layout, now):
            self.layout_shown.emit()
        places = self._places()
        if layout.areas and not places.stand_so(layout):
            places.place(layout)
        for dock in self.docks:
            dock.setVisible(dock.panel.name in layout.shown)
        for dock in self.docks:
            if dock.panel.name in layout.front and not dock.isFloating():
                dock.raise_()
        if layout.areas:
            places.resize(layout)
        self.moved.emit()

    def _places(self) -> DockPlaces:
        from playground.window.dock_places import DockPlaces

        return DockPlaces(self._window, self.docks)

    def retranslate(self) -> None:
        """Set the titles in the language of the moment."""
        for dock in self.docks:
            dock.setWindowTitle(dock.panel.title())


def _stand_alike(layout: Layout, other: Layout) -> bool:
    """Say whether the same panels stand in the same places, whatever their sizes."""
    return (layout.shown, layout.front, layout.areas, layout.floating) == (
        other.shown,
        other.front,
        other.areas,
        other.floating,
    )
