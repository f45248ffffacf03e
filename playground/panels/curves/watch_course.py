"""A watch beside the loss: what it said at every iteration, also before it was entered."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

from playground.panels.curves import ranges as plot_ranges
from playground.session.stepping.watch_expression import reading_text
from playground.widgets.refreshing import READABLE_S, Importance, Refreshing

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from nn.replay import Way
    from playground.panels.curves.view import CurveView
    from playground.session.session import Session
    from playground.session.stepping.watch_series import Stretch

MOST = 400
"""Places of the line at which it is drawn; where iterations stand closer, from the smallest to the largest number."""


class WatchText(NamedTuple):
    """What is read of the watch at an iteration.

    Attributes
    ----------
    height : float
        Where the number stands in the plot of losses.
    """

    iteration: int
    name: str
    text: str
    height: float


class WatchCourse(Refreshing, QObject):
    """Draws the watch that is selected beside the loss, and has its past read while it is seen."""

    importance = Importance.DETAIL
    least_gap = READABLE_S

    named = Signal(str)
    """The watch that is drawn, another one; empty for none."""

    def __init__(self, session: Session, view: CurveView) -> None:
        super().__init__(view)
        self._session, self._view = session, view
        self._asked: tuple[str, Way | None] = ("", None)
        self._name = ""
        session.selection.watch_changed.connect(self.out_of_date)
        session.document.watches_changed.connect(self.out_of_date)
        session.run.running_changed.connect(self.out_of_date)
        session.timeline.grown.connect(self._on_timeline_grown)
        session.watching.readings_changed.connect(self._on_readings_changed)
        session.past.watch_past.changed.connect(self._on_readings_changed)
        view.watch_clicked.connect(self._on_watch_clicked)

    def shown_in(self) -> QWidget:
        """Return the view."""
        return self._view

    @property
    def text(self) -> str:
        """The watch that is drawn, empty for none."""
        wanted = self._session.selection.watch
        return wanted if wanted in self._session.document.state.watches else ""

    @Slot()
    def _on_readings_changed(self) -> None:
        if self.text:
            self.out_of_date()

    @Slot()
    def _on_timeline_grown(self) -> None:
        if self.text and not self._session.run.is_running:
            self.out_of_date()

    def refresh(self) -> None:
        """Draw what is in sight of what is known, and have the rest found out."""
        text, view = self.text, self._view
        view.show_watch(bool(text))
        if text != self._name:
            self._name = text
            self.named.emit(text)
        if not text:
            self._asked = ("", None)
            return
        view.watch_axis.name(text)
        self._read(text)
        drawn = _drawn(self._session.watching.recorder.series(text).between(*view.iteration_range))
        view.watch.set_course(*drawn)
        self._fit(np.concatenate(drawn[1:]))

    def _read(self, text: str) -> None:
        """Have the past read, once for each way: whoever gave it up wants no more of it."""
        wanted = (text, self._session.timeline.way)
        if wanted != self._asked and not self._session.run.is_running:
            self._asked = wanted
            self._session.past.watch_past.read((text,))

    def _fit(self, numbers: np.ndarray) -> None:
        finite = numbers[np.isfinite(numbers)]
        if not len(finite):
            return
        found = (float(finite.min()), float(finite.max()))
        wanted = plot_ranges.number_range(*found)
        if not plot_ranges.still_good(self._view.watch.height_range, found, wanted):
            self._view.watch.set_height_range(wanted)
            self._view.watch_axis.setRange(*wanted)

    def text_at(self, iteration: int) -> WatchText | None:
        """Say what the watch said at the reading nearest to an iteration, None where there is none."""
        text = self.text
        nearest = self._session.watching.recorder.series(text).nearest(iteration) if text else None
        if nearest is None:
            return None
        at, reading = nearest
        return WatchText(at, text, reading_text(reading), self._view.watch.height_of(reading.number))

    @Slot(object)
    def _on_watch_clicked(self, iteration: float) -> None:
        """Look at the moment before the pass whose number was clicked."""
        nearest = self._session.watching.recorder.series(self.text).nearest(round(iteration))
        if nearest is not None:
            self._session.past.playhead.pause()
            self._session.past.playhead.go(nearest[0] - 1)


def _drawn(found: Stretch) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Return where the line goes through: iterations, numbers, the smallest and the largest number of each."""
    x, count = found.iterations.astype(np.float64), len(found.iterations)
    finite = (np.where(np.isfinite(each), each, np.nan) for each in found[1:])
    numbers, lows, highs = finite
    size = -(-count // MOST)
    if size <= 1:
        return x, numbers, lows, highs
    starts = np.arange(0, count, size)
    middles = x[np.minimum(starts + size // 2, count - 1)]
    ends = np.stack([np.fmin.reduceat(numbers, starts), np.fmax.reduceat(numbers, starts)], axis=1)
    ends[1::2] = ends[1::2, ::-1]  # up, down, up: no jump back at every place
    edges = (np.fmin.reduceat(lows, starts), np.fmax.reduceat(highs, starts))
    if np.array_equal(lows, highs, equal_nan=True):  # single numbers: the line shows their ends by itself
        edges = (edges[0], edges[0])
    return np.repeat(middles, 2), ends.ravel(), *(np.repeat(each, 2) for each in edges)
