"""One title for each dock: its tab's where it has one, else the bar above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMargins, QObject, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QTabBar, QToolButton

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playground.window.panel_dock import PanelDock

_REACH = QMargins(20, 20, 20, 20)  # px around a row of tabs within which a tab is only put in another order
_ASIDE = QPoint(24, 24)  # px: exactly over its place a dock would seem to stand there still
_NEAR = 4  # px: a row of tabs stands so close to its dock, and is as wide


class DockTitles(QObject):
    """Folds away the title bar of a dock while a tab names it; the tab then does what the bar's buttons do.

    Drag a tab out of its row to float the dock, double-click it to fill the window, or choose from its context menu,
    which the Menu key opens, too.

    Parameters
    ----------
    window : QMainWindow
    docks : sequence of PanelDock
        Each with a `DockTitle` for its title bar.
    """

    fill_wanted = Signal(object)
    """PanelDock that is to fill the window, or to go back."""

    def __init__(self, window: QMainWindow, docks: Sequence[PanelDock]) -> None:
        super().__init__(window)
        self._window, self._docks = window, docks
        self._taken: PanelDock | None = None  # its tab was dropped outside its row
        self._place = QPoint()
        self._rows: list[QTabBar] = []  # of tabs; Qt makes them when it needs them and uses them again
        # Qt tells of most changes before its layout has them.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._refresh)
        for dock in docks:
            dock.visibilityChanged.connect(self._soon.start)
            dock.topLevelChanged.connect(self._soon.start)
            dock.dockLocationChanged.connect(self._soon.start)
            dock.titleBarWidget().resized.connect(self._soon.start)
            dock.titleBarWidget().fill_wanted.connect(self._on_fill_wanted)

    def height_of_tabs(self) -> int:
        """Return how many pixels a row of tabs is high."""
        return max((row.sizeHint().height() for row in self._bars() if row.count()), default=0)

    def _bars(self) -> list[QTabBar]:
        return self._window.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly)

    @Slot()
    def _refresh(self) -> None:
        for dock in self._docks:
            dock.titleBarWidget().fold(self._has_tab(dock) or (dock.is_strip and not dock.isFloating()))
        for row in self._bars():
            if not any(row is known for known in self._rows):
                self._rows.append(row)
                row.installEventFilter(self)
                row.setElideMode(Qt.TextElideMode.ElideNone)  # they scroll: a name of one letter names nothing
                for arrow in row.findChildren(QToolButton):
                    arrow.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard goes through the tabs themselves
        self._hide_left_over_rows()

    def _hide_left_over_rows(self) -> None:
        """Hide rows of tabs that Qt lost when the docks were put elsewhere: it leaves them where they were, to be seen.

        What it uses itself it shows again.
        """
        for row in self._bars():
            docks = [dock for n in range(row.count()) if (dock := self._dock_of(row, n)) is not None]
            front = next((dock for dock in docks if dock.is_in_front), None)
            others = [each for each in self._bars() if each is not row and _titles(each) == _titles(row)]
            is_left_over = not any(map(self._has_tab, docks)) or (
                front is not None and not _stands_above(row, front) and any(_stands_above(o, front) for o in others)
            )
            if row.isVisible() and is_left_over:
                row.hide()

    def _has_tab(self, dock: PanelDock) -> bool:
        """Say whether a dock shares its place with others; alone it gets no tab."""
        others = self._window.tabifiedDockWidgets(dock)
        return not dock.isFloating() and any(not (other.isHidden() or other.isFloating()) for other in others)

    def eventFilter(self, row: QObject, event: QEvent) -> bool:
        """Let tabs do what the buttons of a title bar do."""
        if isinstance(event, QContextMenuEvent) and isinstance(row, QTabBar):
            by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
            index = row.tabAt(event.pos()) if by_mouse else row.currentIndex()
            self._offer(row, index, event.globalPos() if by_mouse else self._below(row, index))
            return True
        if event.type() == QEvent.Type.MouseButtonDblClick and isinstance(event, QMouseEvent):
            dock = self._dock_of(row, row.tabAt(event.position().toPoint())) if isinstance(row, QTabBar) else None
            if dock is not None:
                self.fill_wanted.emit(dock)
                return True
        if event.type() == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            self._take_out(row, event)
        return super().eventFilter(row, event)

    def _take_out(self, row: QObject, event: QMouseEvent) -> None:
        """Float a dock whose tab is dropped outside its row, once the row has done with the mouse."""
        if not isinstance(row, QTabBar) or row.rect().marginsAdded(_REACH).contains(event.position().toPoint()):
            return
        self._taken = self._dock_of(row, row.currentIndex())
        self._place = event.globalPosition().toPoint()
        QTimer.singleShot(0, self, self._float_taken)

    @Slot()
    def _float_taken(self) -> None:
        dock, self._taken = self._taken, None
        if dock is not None and not dock.isFloating():
            dock.setFloating(True)
            dock.move(self._place)

    def _below(self, row: QTabBar, index: int) -> QPoint:
        return row.mapToGlobal(row.tabRect(index).bottomLeft())

    def _dock_of(self, row: QTabBar, index: int) -> PanelDock | None:
        return next((dock for dock in self._docks if dock.windowTitle() == row.tabText(index)), None)

    def _offer(self, row: QTabBar, index: int, place: QPoint) -> None:
        dock = self._dock_of(row, index)
        if dock is not None:
            self.menu_of(dock).popup(place)

    def menu_of(self, dock: PanelDock) -> QMenu:
        """Return what can be done with a dock; the menu deletes itself when it is closed."""
        menu = QMenu(self._window, toolTipsVisible=True)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        to_fill = menu.addAction(self.tr("Fill the window"))
        to_fill.setToolTip(self.tr("Show nothing but this part for the moment; Escape puts everything back"))
        to_fill.setData(dock)
        to_fill.triggered.connect(self._on_fill)
        to_float = menu.addAction(self.tr("Float"))
        to_float.setToolTip(self.tr("Make this part a window of its own"))
        to_float.setData(dock)
        to_float.triggered.connect(self._on_float)
        to_close = menu.addAction(self.tr("Close"))
        to_close.setToolTip(self.tr("Close this part; the View menu opens it again"))
        to_close.triggered.connect(dock.close)
        return menu

    @Slot()
    def _on_fill_wanted(self) -> None:
        self.fill_wanted.emit(self.sender().parentWidget())

    @Slot()
    def _on_fill(self) -> None:
        self.fill_wanted.emit(self.sender().data())

    @Slot()
    def _on_float(self) -> None:
        """Float a dock, a little beside its place; behind another tab it has none on the screen before it is raised."""
        dock = self.sender().data()
        front = next((other for other in self._window.tabifiedDockWidgets(dock) if other.is_in_front), None)
        dock.raise_()
        dock.setFloating(True)
        dock.move(dock.pos() + _ASIDE)
        if front is not None:
            front.raise_()  # Qt shows the next tab


def _titles(row: QTabBar) -> set[str]:
    return {row.tabText(number) for number in range(row.count())}


def _stands_above(row: QTabBar, dock: PanelDock) -> bool:
    here, below = row.geometry(), dock.geometry()
    distances = (here.left() - below.left(), here.width() - below.width(), here.bottom() + 1 - below.top())
    return all(abs(distance) <= _NEAR for distance in distances)
