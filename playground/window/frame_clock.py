"""The clock of the window: it refreshes what is seen and leaves time for the hand and for training."""

from __future__ import annotations

import math
import time
from functools import partial
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary, WeakSet

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playground.widgets.refreshing import Refreshing

FRAME_S = 0.033
BUDGET_S = 0.012
"""Work in one frame, at the most but for a view that takes longer by itself."""
BUDGET_BESIDE_TRAINING_S = 0.003
SHARE = BUDGET_BESIDE_TRAINING_S / FRAME_S
"""Of a processor, for all views together while changes keep coming."""
SHARE_OF_A_VIEW = 0.05
CALM_S = 0.1
"""Without a change for so long the hand rests: what still waits is done without a pause."""
CALM_FRAME_S = 0.016
PATIENCE_S = 0.3
"""A view that waited for so long comes before more important ones; no pause is longer."""
_NEW_SHARE = 0.5  # of a measured cost: a view may show little now and much a moment later
_SEEN = (QEvent.Type.Paint, QEvent.Type.Show)


class _Pace:
    """When a view was asked for and refreshed, and what that costs in seconds of this thread's processor time."""

    def __init__(self) -> None:
        self.asked = self.refreshed = -math.inf
        self.cost = 0.0

    def measured(self, cost: float) -> None:
        self.cost = cost if not self.cost else (1 - _NEW_SHARE) * self.cost + _NEW_SHARE * cost


class FrameClock(QObject):
    """Refreshes one view in each turn of the event loop, some turns in each frame; stands still when all are right.

    What a refresh costs is measured until the next turn, so that its layout and painting count; between two views
    the event loop takes up what the hand did. Views are known by weak references: they may die at any time.

    Parameters
    ----------
    parent : QObject
    now, work : callable
        Seconds on the wall, and of this thread's processor time.
    """

    def __init__(
        self,
        parent: QObject,
        now: Callable[[], float] = time.perf_counter,
        work: Callable[[], float] = time.thread_time,
    ) -> None:
        super().__init__(parent)
        self._now, self._work = now, work
        self._paces: WeakKeyDictionary[Refreshing, _Pace] = WeakKeyDictionary()
        self._hidden: WeakSet[Refreshing] = WeakSet()  # out of date, and looked after until they are seen
        self._beside_training = False
        self._last_ask = self._wakes = -math.inf
        self._began = -math.inf  # of the last frame
        self._is_in_frame = False
        self._spent = 0.0  # in the last frame
        self._measured: tuple[_Pace, float] | None = None  # the view of the last turn, and the work before it
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.turn)

    @property
    def is_at_rest(self) -> bool:
        """Whether the clock stands still: whatever is seen is right."""
        return not self._timer.isActive()

    @Slot(bool)
    def set_beside_training(self, training: bool) -> None:
        """Leave the processor to training while it runs."""
        self._beside_training = training
        if not self.is_at_rest:
            self._wake(self._now())  # what was put off need not wait any more

    def ask(self, view: Refreshing) -> None:
        """Refresh a view when it is seen and its turn comes."""
        if not isValid(self):  # the window is gone, and views hear of what ends with it
            return
        self._last_ask = self._now()
        pace = self._paces.setdefault(view, _Pace())
        if pace.asked <= pace.refreshed:
            pace.asked = self._last_ask
        if view not in self._hidden:
            self._wake_by(max(self._next_frame(), self._due(view)))

    @Slot()
    def look(self) -> None:
        """Refresh what has come into sight: a tab that is raised gets no show event."""
        for view in self._hidden:
            for part in _parts(view) if isValid(view) else ():
                part.removeEventFilter(self)
        if self._hidden:
            self._hidden.clear()
            self._began = -math.inf  # what comes into sight does not wait for a frame
            self._wake(self._now())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See that a view which waited is seen."""
        if event.type() in _SEEN:
            self.look()
        return super().eventFilter(watched, event)

    @Slot()
    def turn(self) -> None:
        """Refresh the next view of the frame, or end it."""
        self._timer.stop()
        self._measure()
        now = self._now()
        if not self._is_in_frame:
            if now < self._next_frame():  # the hand went on, or training began, since the clock was set
                self._wake(self._next_frame())
                return
            self._is_in_frame, self._began, self._spent = True, now, 0.0
        waiting = list(self._waiting())
        view = self._choose(waiting, now)
        if view is None:
            self._end_frame(waiting)
            return
        pace = self._paces[view]
        pace.refreshed = now
        self._measured = pace, self._work()
        self._wake(now)  # before the refresh: it may fail
        view.catch_up()

    def _measure(self) -> None:
        if self._measured is not None:
            pace, before = self._measured
            self._measured = None
            cost = self._work() - before
            pace.measured(cost)
            self._spent += cost

    def _waiting(self) -> Iterator[Refreshing]:
        """Give what is out of date and seen; keep an eye on what is not seen."""
        for view in list(self._paces):
            if not view.is_out_of_date or view in self._hidden or not isValid(view):
                continue
            if _is_seen(view.shown_in()):
                yield view
            else:
                self._hidden.add(view)
                for part in _parts(view):
                    part.installEventFilter(self)

    def _choose(self, waiting: list[Refreshing], now: float) -> Refreshing | None:
        left = (BUDGET_BESIDE_TRAINING_S if self._beside_training else BUDGET_S) - self._spent
        due = [view for view in waiting if self._due(view) <= now]
        fitting = [view for view in due if not self._spent or self._paces[view].cost <= left]
        return min(fitting, key=partial(self._rank, now), default=None)

    def _rank(self, now: float, view: Refreshing) -> tuple[bool, int, float]:
        asked = self._paces[view].asked
        return now - asked < PATIENCE_S, view.importance, asked

    def _due(self, view: Refreshing) -> float:
        """Return when a view may be refreshed again: the dearer, the later, unless nothing else happens."""
        pace = self._paces[view]
        soonest = pace.refreshed + view.least_gap
        when_busy = max(soonest, pace.refreshed + pace.cost / SHARE_OF_A_VIEW)
        if self._beside_training:
            return when_busy
        return min(when_busy, max(soonest, self._last_ask + CALM_S))

    def _end_frame(self, waiting: list[Refreshing]) -> None:
        self._is_in_frame = False
        if waiting:
            self._wake(max(self._next_frame(), min(self._due(view) for view in waiting)))

    def _next_frame(self) -> float:
        """Return when the next frame may begin: after a long one later, unless nothing else happens."""
        when_busy = self._began + min(max(FRAME_S, self._spent / SHARE), PATIENCE_S)
        if self._beside_training:
            return when_busy
        return min(when_busy, max(self._began + CALM_FRAME_S, self._last_ask + CALM_S))

    def _wake_by(self, when: float) -> None:
        """Set the clock, unless it will go earlier."""
        if self.is_at_rest or when < self._wakes:
            self._wake(when)

    def _wake(self, when: float) -> None:
        now = self._now()
        self._wakes = max(when, now)
        self._timer.start(math.ceil(1000 * (self._wakes - now)))


def _is_seen(widget: QWidget) -> bool:
    """Say whether a person can see a widget; Qt calls those behind a tab visible, too."""
    if not widget.isVisible() or widget.window().isMinimized():
        return False
    if not widget.visibleRegion().isEmpty():
        return True
    # What its own opaque children cover is no part of that region: they may be all there is to see of it.
    return any(part.isVisible() and not part.visibleRegion().isEmpty() for part in widget.findChildren(QWidget))


def _parts(view: Refreshing) -> list[QWidget]:
    """Return the widgets of which one is painted when the view is seen."""
    widget = view.shown_in()
    return [widget, *widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)]
