"""What gives way in a small window: the settings to the edge of a narrow one, the course of time in a low one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QMainWindow, QToolBar

from playground.widgets.actions import add_action, name_action
from playground.window.panel_dock import STRIP_HEIGHT
from playground.window.places.columns import Columns

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeVar

    from playground.session.document.saved import Layout
    from playground.window.docks import Docks
    from playground.window.panel_dock import PanelDock
    from playground.window.places.plans import Plan

    Saved = TypeVar("Saved")

NARROW, VERY_NARROW, LOW = 1200, 1000, 620  # px of the window
_NARROW_INPUT = 260  # px
_LOW_STAGE = 480  # px, below which a pass that is stepped through gets the room of the curves


class Room(QObject):
    """Folds the settings to a bar at the right edge where there is no room for them, and makes a strip of the time.

    The bar's button brings the settings in place of the input, Escape folds them again. What gave way is saved as if
    it stood where it was.
    """

    unfolded_changed = Signal()
    """`is_unfolded` may be another."""
    low_changed = Signal(bool)
    """Whether the window is so low that its foot is one line."""

    def __init__(self, window: QMainWindow, docks: Docks) -> None:
        super().__init__(window)
        self._window, self._docks = window, docks
        self._columns = Columns(window, docks)
        self._is_frozen = True  # until there are docks, and while they are moved
        self._always_folds = self._is_stepping = self._is_very_narrow = False
        self._is_low: bool | None = False  # None: to be told anew
        self._share, self._height = 0.0, 0  # of time in the height of all places, and the height for which that holds
        self._folded: list[PanelDock] = []
        self._covered: list[PanelDock] = []  # the input, while the settings stand in its place
        self._fronts: list[str] = []  # of both, when they were hidden
        self._time_height = 0  # before it became a strip, 0 while it is none
        self.edge = QToolBar(objectName="settingsEdge", movable=False, floatable=False)
        self.edge.toggleViewAction().setVisible(False)
        self.edge.setIconSize(QSize(18, 18))
        self.edge.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        self.unfold = add_action(window, "actionUnfoldSettings", "", "settings", checkable=True)
        self.unfold.triggered.connect(self._on_unfold)
        self.edge.addAction(self.unfold)
        window.addToolBar(Qt.ToolBarArea.RightToolBarArea, self.edge)
        self.edge.hide()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.refresh)
        self._share_soon = QTimer(self, singleShot=True, interval=0)
        self._share_soon.timeout.connect(self._keep_share)
        docks.about_to_show.connect(self._on_about_to_show)
        self.retranslate()

    def eventFilter(self, resized: QObject, event: QEvent) -> bool:
        """Look soon at the window's size when it is another, and at the height of time: now Qt is moving the docks."""
        if event.type() == QEvent.Type.Resize and not self._is_frozen:
            (self._soon if resized is self._window else self._share_soon).start()
        return super().eventFilter(resized, event)

    @property
    def share(self) -> float:
        """Which share of all height the course of time has, by a plan or a person's hand; 0 if unknown."""
        return self._share

    @Slot()
    def _keep_share(self) -> None:
        """Let time have its share of another height: Qt would give it nearly all that there is more than before.

        Of the same height another share is a person's choice.
        """
        dock, height = self._docks.seen_of("time"), self._docks.height_of_places()
        if self._is_frozen or dock is None or dock.is_strip or self._time_height or not height:
            return  # no strip, and none that grows back
        is_other, self._height = height != self._height, height
        if is_other and self._share:
            self._docks.set_time_height(round(self._share * height))
        else:
            self._share = dock.height() / height

    # ---- what is wanted

    def set_stepping(self, stepping: bool) -> None:
        """Give the debugger the room that the curves have in a low window."""
        self._is_stepping = stepping
        self._soon.start()

    def release(self) -> None:
        """Put everything back where it was, before the docks are moved."""
        self._is_frozen = True
        self._columns.note(have_room=False)
        self._columns.give_back(self._show_settings() + self._widen_input())
        self._end_strip()

    def take(self, plan: Plan, share: float = 0.0) -> None:
        """Look after the docks that stand anew, by a plan or as they were left, and then with that share for time."""
        self._is_frozen, self._always_folds = False, plan.is_shown_alone  # then the settings stand at the edge
        self._columns.take(plan)
        self._share, self._height = share, 0  # of another arrangement
        self._is_low = None  # which may have been saved in a window of another height, with its tool bars
        for each in (self._window, *self._docks.of_place("time")):
            each.installEventFilter(self)  # again does no harm
        self._soon.start()

    @Slot()
    def look_again(self) -> None:
        """See to the docks soon: something at the foot came or went, and they have another height."""
        if not self._is_frozen:
            self._soon.start()

    @Slot()
    def refresh(self) -> None:
        """Let give way what has no room in the window as it is."""
        if self._is_frozen:
            return
        window = self._window
        self._refresh_columns(window.width())
        self._columns.note(have_room=not self._folded and not self._covered and not self._is_very_narrow)
        self._refresh_foot(window.height() < LOW)

    def _refresh_foot(self, is_low: bool) -> None:
        stage = self._docks.seen_of("stage")
        is_other, self._is_low = is_low is not self._is_low, is_low
        if is_other:
            self.low_changed.emit(is_low)  # first: a line more or less at the top or the foot is another height for all
        is_tight = self._is_stepping and stage is not None and stage.height() < _LOW_STAGE
        if is_low or is_tight:
            self._make_strip()
        elif not self._is_stepping:
            self._end_strip()
            self._keep_share()
        if is_other:
            self._soon.start()  # there is more room now, or less

    # ---- columns in a narrow window

    def _refresh_columns(self, width: int) -> None:
        back: list[str] = []
        if self._always_folds or width < NARROW:
            self._fold_settings()
        else:
            back += self._show_settings()
        if width < VERY_NARROW:
            self._narrow_input()
        else:
            back += self._widen_input()
        self._columns.give_back(back)

    def _narrow_input(self) -> None:
        dock = None if self._is_very_narrow else self._docks.seen_of("input")
        if dock is not None:
            self._window.resizeDocks([dock], [_NARROW_INPUT], Qt.Orientation.Horizontal)
        self._is_very_narrow = True

    def _widen_input(self) -> list[str]:
        was_narrow, self._is_very_narrow = self._is_very_narrow, False
        return ["input"] if was_narrow else []

    # ---- settings at the edge

    def _fold_settings(self) -> None:
        if not self._folded and not self._covered:
            self._folded = self._hide("settings")
        self.edge.setVisible(bool(self._folded))

    def _show_settings(self) -> list[str]:
        self.fold_again()
        folded, self._folded = self._folded, []
        self._show(folded)
        self.edge.hide()
        return ["settings"] if folded else []

    @Slot(bool)
    def _on_unfold(self, wanted: bool) -> None:
        if wanted:
            self._unfold()
            dock = self._docks.seen_of("settings")
            if dock is not None:
                dock.panel.take_focus()
        else:
            self.fold_again()

    def _unfold(self) -> None:
        """Show the settings where the input gives way."""
        if not self._covered:
            self._covered = self._hide("input")
            self._show(self._folded)
        self._note_unfolded(True)

    @property
    def is_unfolded(self) -> bool:
        """Whether the settings stand in place of the input for the moment."""
        return bool(self._covered)

    def is_folded(self, dock: PanelDock) -> bool:
        """Say whether a dock is folded to the edge."""
        return dock in self._folded and not self._covered

    def prefer(self, dock: PanelDock) -> None:
        """Let a dock be in front when the settings are unfolded."""
        mates = {each.panel.name for each in self._folded}
        self._fronts = [*(name for name in self._fronts if name not in mates), dock.panel.name]

    @Slot()
    def fold_again(self) -> None:
        """Fold the settings, and show the input whose place they had."""
        covered, self._covered = self._covered, []
        if covered:
            self._folded = self._hide("settings")
            self._show(covered)
        self._note_unfolded(False)

    def _note_unfolded(self, unfolded: bool) -> None:
        self.unfold.setChecked(unfolded)
        self.unfolded_changed.emit()

    def _hide(self, place: str) -> list[PanelDock]:
        standing = [dock for dock in self._docks.of_place(place) if not (dock.isHidden() or dock.isFloating())]
        mine = {dock.panel.name for dock in standing}
        self._fronts = [name for name in self._fronts if name not in mine]
        self._fronts += [dock.panel.name for dock in standing if dock.is_in_front]
        for dock in standing:
            dock.hide()
        return standing

    def _show(self, docks: list[PanelDock]) -> None:
        for dock in docks:
            dock.show()
        for dock in docks:
            if dock.panel.name in self._fronts:
                dock.raise_()

    @Slot(object)
    def _on_about_to_show(self, dock: PanelDock) -> None:
        if dock in self._folded and not self._covered:
            self._unfold()
        elif dock in self._covered:
            self.fold_again()

    # ---- time as a strip

    def _make_strip(self) -> None:
        dock = self._docks.seen_of("time")
        if dock is None:
            return
        if not self._time_height and not dock.is_strip:
            self._time_height = dock.height()
        if dock.height() != STRIP_HEIGHT:
            self._docks.set_time_height(STRIP_HEIGHT)

    def _end_strip(self) -> None:
        height, self._time_height = self._time_height, 0
        if height:  # as it was when it became a strip: Qt may have made it lower before
            self._docks.set_time_height(round(self._share * self._docks.height_of_places()) or height)

    # ---- as if nothing gave way

    def as_if_shown(self, save: Callable[[], Saved]) -> Saved:
        """Return what is saved of an arrangement in which nothing gave way: nobody asked for that."""
        self.release()
        saved = save()
        self._is_frozen = False
        self.refresh()
        return saved

    def layout(self) -> Layout:
        """Return the arrangement for a document, as if nothing gave way."""
        from dataclasses import replace

        from playground.session.document.saved import Tabs
        from playground.window.dock_tree import with_beside

        layout = self._docks.layout()
        hidden = [dock for dock in (*self._folded, *self._covered) if dock.isHidden()]
        if not hidden:
            return layout
        names = tuple(dock.panel.name for dock in hidden)
        fronts = tuple(name for name in names if name in self._fronts)
        areas = dict(layout.areas)
        areas["left"] = with_beside(areas["left"], Tabs(names)) if "left" in areas else Tabs(names)
        return replace(layout, shown=(*layout.shown, *names), front=(*layout.front, *fronts), areas=areas)

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self.edge.setWindowTitle(self.tr("Settings at the edge"))
        name_action(
            self.unfold,
            self.tr("Settings"),
            self.tr("Show the settings in place of the input; Escape folds them again"),
        )
