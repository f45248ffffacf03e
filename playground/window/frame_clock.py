"""The clock of the window: it refreshes what is seen and leaves time for the hand and for training."""

from __future__ import annotations

import math
import time
from collections import deque
from functools import partial
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary, WeakSet

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from playground.widgets.refreshing import Importance

if TYPE_CHECKING:
    from collections.abc import Callable

    from playground.widgets.refreshing import Refreshing

FRAME_S = 0.033
BUDGET_S, BUDGET_BESIDE_TRAINING_S = 0.025, 0.003
"""Work in one frame, at the most but for a view that takes longer by itself: a gesture at rest is answered at once."""
SHARE = 0.045
"""Of a processor, for all views together while changes keep coming: one pen move in twenty meets one at work."""
SHARE_OF_A_VIEW = {
    Importance.ANSWER: 0.035,
    Importance.COURSE: 0.018,
    Importance.PICTURE: 0.008,
    Importance.DETAIL: 0.01,
}
"""Of a processor beside training: a curve shall grow evenly, about six times a second, a picture may jump."""
CALM_S = 0.1
"""Without a change for so long the hand rests: what still waits is done without a pause."""
CALM_FRAME_S = 0.016
TOGETHER_S, TOGETHER_WHEN_BUSY_S = 0.008, 0.0015
"""Views of one turn: they are laid out and painted together, which is dear in itself; the hand waits no longer."""
PATIENCE_S = 0.3
"""A view that waited for so long comes before more important ones; no pause is longer."""
_SEEN_S = 0.5  # to ask whether a view is seen costs as much as many a refresh; what is raised is told by the docks
_COSTS = 5  # of which the median counts: what else happened before the next turn is measured, too
_SEEN = (QEvent.Type.Paint, QEvent.Type.Show)


class _Pace:
    """When a view was asked for, refreshed and seen, and what that costs in seconds of this thread's processor time."""

    def __init__(self) -> None:
        self.asked = self.refreshed = self.seen = -math.inf
        self.cost = 0.0
        self._costs: deque[float] = deque(maxlen=_COSTS)

    def measured(self, cost: float) -> None:
        self._costs.append(cost)
        self.cost = sorted(self._costs)[(len(self._costs) - 1) // 2]  # `statistics` is large, and not at hand yet


class FrameClock(QObject):
    """Refreshes few views in each turn of the event loop, some turns in each frame; stands still when all are right.

    What refreshes cost is measured until the next turn, so that layout and painting count; between two turns the event
    loop takes up what the hand did. A view that costs much, or nobody knows what, has a turn of its own; in the others
    it is as many as the hand can wait for. Views may die at any time; those that wait are kept for a frame at most.

    Parameters
    ----------
    parent : QObject
    now, work : callable
        Seconds on the wall, and of this thread's processor time.
    """

    course_shown = Signal()
    """What is seen of the course of training shows what was told of it; figures that nobody could read yet may wait."""

    def __init__(
        self,
        parent: QObject,
        now: Callable[[], float] = time.perf_counter,
        work: Callable[[], float] = time.thread_time,
    ) -> None:
        super().__init__(parent)
        self._now, self._work = now, work
        self._paces: WeakKeyDictionary[Refreshing, _Pace] = WeakKeyDictionary()
        self._waiting: dict[Refreshing, _Pace] = {}  # out of date, until their turn comes
        self._hidden: WeakSet[Refreshing] = WeakSet()  # out of date, until they are seen
        self._beside_training = False
        self._last_ask = self._first_ask = self._wakes = -math.inf  # the first one since the hand rested
        self._began = -math.inf  # of the last frame
        self._is_in_frame = self._is_first = False
        self._credit, self._credited = BUDGET_S, -math.inf  # work that may be done, and when it was so much
        self._measured: tuple[list[_Pace], float] = ([], 0.0)  # the views of the last turn, and the work before it
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
        now = self._now()
        if now - self._last_ask >= CALM_S:
            self._first_ask = now
        self._last_ask = now
        if view in self._waiting or view in self._hidden:
            return
        self._waiting[view] = pace = self._paces.setdefault(view, _Pace())
        pace.asked = now
        self._wake_by(max(self._next_frame(), self._due(view, pace)))

    @Slot()
    def look(self) -> None:
        """Refresh what has come into sight: a tab that is raised gets no show event. Ask anew what is seen."""
        for pace in self._paces.values():
            pace.seen = -math.inf
        for view in self._hidden:
            if isValid(view):
                for part in _parts(view):
                    part.removeEventFilter(self)
                self._waiting[view] = self._paces[view]
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
        """Refresh the next views of the frame, or end it."""
        self._timer.stop()
        now = self._now()
        self._measure(now)
        if not self._is_in_frame:
            if now < self._next_frame():  # the hand went on, or training began, since the clock was set
                self._wake(self._next_frame())
                return
            self._is_in_frame, self._is_first, self._began = True, True, now
        views = self._choose(now)
        if not views:
            self._end_frame()
            return
        self._is_first = False
        self._measured = [], self._work()
        self._wake(now)  # before the refreshes: they may fail, and leave the others for the next turn
        for view in views:
            self._refresh(view, now)
        if any(view.importance is Importance.COURSE for view in views) and not any(map(_is_course, self._waiting)):
            self.course_shown.emit()

    def _refresh(self, view: Refreshing, now: float) -> None:
        pace = self._waiting.pop(view, None)
        if pace is not None and isValid(view):  # the one before it may have ended it
            pace.refreshed = now
            self._measured[0].append(pace)
            view.catch_up()

    def _measure(self, now: float) -> None:
        """Note what the views of the last turn cost, each as large a part of it as before."""
        paces, before = self._measured
        if paces:
            self._measured = [], 0.0
            cost, known = self._work() - before, sum(pace.cost for pace in paces)
            for pace in paces:
                pace.measured(cost * pace.cost / known if known else cost / len(paces))
            self._credit, self._credited = self._credit_at(now) - sum(pace.cost for pace in paces), now

    def _credit_at(self, now: float) -> float:
        """Return the seconds of work that may be done: they come with the time, and no more of them than a budget."""
        budget = BUDGET_BESIDE_TRAINING_S if self._beside_training else BUDGET_S
        return min(budget, self._credit + (now - self._credited) * SHARE)

    def _choose(self, now: float) -> list[Refreshing]:
        """Return the first view that is due, fits into the frame and is seen, with those after it that fit its turn."""
        for view in [view for view in self._waiting if not (view.is_out_of_date and isValid(view))]:
            del self._waiting[view]  # somebody could not wait for the clock, or it is gone
        credit = math.inf if self._is_first else self._credit_at(now)
        due = [v for v, pace in self._waiting.items() if pace.cost <= credit and self._due(v, pace) <= now]
        chosen: list[Refreshing] = []
        room = 0.0
        for view in sorted(due, key=partial(self._rank, now)):
            pace = self._waiting[view]
            if chosen and not 0 < pace.cost <= room:  # one that is new may cost anything
                break
            if not self._is_seen(view, pace, now):
                self._keep_an_eye_on(view)
                continue
            if pace.cost and not chosen:
                room = min(self._room_together(now), credit)
            room -= pace.cost
            chosen.append(view)
        return chosen

    def _room_together(self, now: float) -> float:
        """Return the seconds of work that may be done in one turn: more for a single gesture than while it goes on."""
        is_single = self._last_ask - self._first_ask < CALM_FRAME_S or now - self._last_ask >= CALM_S
        return TOGETHER_S if is_single and not self._beside_training else TOGETHER_WHEN_BUSY_S

    def _is_seen(self, view: Refreshing, pace: _Pace, now: float) -> bool:
        widget = view.shown_in()
        if now >= pace.seen + _SEEN_S and _is_in_sight(widget):
            pace.seen = now
        return now < pace.seen + _SEEN_S and widget.isVisible()

    def _keep_an_eye_on(self, view: Refreshing) -> None:
        """Let a view wait until one of its parts is painted."""
        del self._waiting[view]
        self._hidden.add(view)
        for part in _parts(view):
            part.installEventFilter(self)

    def _rank(self, now: float, view: Refreshing) -> tuple[bool, int, float]:
        asked = self._waiting[view].asked
        is_patient = now - asked < PATIENCE_S
        return is_patient, view.importance if is_patient else 0, asked

    def _due(self, view: Refreshing, pace: _Pace) -> float:
        """Return when a view may be refreshed again: beside training the dearer, the later."""
        dearness = pace.cost / SHARE_OF_A_VIEW[view.importance] if self._beside_training else 0.0
        return pace.refreshed + max(view.least_gap, dearness)

    def _end_frame(self) -> None:
        self._is_in_frame = False
        if self._waiting:
            self._wake(max(self._next_frame(), min(self._due(*each) for each in self._waiting.items())))

    def _next_frame(self) -> float:
        """Return when the next frame may begin: after much work later, unless nothing else happens."""
        debt = max(0.0, -self._credit) / SHARE
        when_busy = min(max(self._began + FRAME_S, self._credited + debt), self._began + PATIENCE_S)
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


def _is_in_sight(widget: QWidget) -> bool:
    """Say whether a person can see a widget; Qt calls those behind a tab visible, too."""
    if not widget.isVisible() or widget.window().isMinimized():
        return False
    if not widget.visibleRegion().isEmpty():
        return True
    # What its own opaque children cover is no part of that region: they may be all there is to see of it.
    return any(part.isVisible() and not part.visibleRegion().isEmpty() for part in widget.findChildren(QWidget))


def _is_course(view: Refreshing) -> bool:
    """Say whether a view follows training as closely as it can."""
    return view.importance is Importance.COURSE and not view.least_gap


def _parts(view: Refreshing) -> list[QWidget]:
    """Return the widgets of which one is painted when the view is seen."""
    widget = view.shown_in()
    return [widget, *widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)]
