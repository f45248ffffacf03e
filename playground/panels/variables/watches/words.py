"""What a watch says, in a few signs and in sentences."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from playground.panels.variables.watches.plot import Track, WatchPlot
from playground.panels.variables.watches.table import WatchRow
from playground.session.stepping.watch_expression import is_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playground.session.session import Session
    from playground.session.stepping.watch_expression import Reading
    from playground.session.stepping.watching import WatchEditing


class WatchWords(QObject):
    """Makes the rows of the table, in the language of the moment."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session

    @property
    def _watching(self) -> WatchEditing:
        return self._session.watching

    def row(self, text: str) -> WatchRow:
        """Give the row of a watch."""
        reading = self._watching.now(text)
        value = self._missing(text) if reading is None else reading_text(reading)
        return WatchRow(text, value, reading is None, self._plot(text))

    def _plot(self, text: str) -> WatchPlot:
        series, steps = self._watching.series(text), self._watching.steps(text)
        length = len(self._session.debugger.trace) if self._watching.is_stepping else 0
        over_steps = _track([step.event for step in steps], [step.reading for step in steps])
        return WatchPlot(_track(series.iterations, series.readings), over_steps, length)

    def _missing(self, text: str) -> str:
        """Say why there is no number."""
        if not self._watching.is_known(text):
            return self.tr("not in this network")
        return self.tr("not yet") if self._watching.is_stepping else "…"

    def explain(self, text: str) -> str:
        """Say what a watch shows, and of what its plot is made."""
        row = self.row(text)
        plot = row.plot
        lines = [f"{text}: {row.value}"]
        if plot.iterations.places:
            sampled = self.tr(
                "Blue: iterations {first} to {last}. Each is what the pass of that iteration gives before its update; "
                "while training runs, it is read about five times a second."
            )
            places = plot.iterations.places
            lines.append(sampled.format(first=places[0], last=places[-1]))
        if plot.length:
            lines.append(self.tr("Orange: how it changed within the pass that is stepped through, up to this step."))
        if any(low != high for low, high in zip(plot.iterations.lows, plot.iterations.highs, strict=True)):
            lines.append(self.tr("Line: the mean of its numbers. Band: from the smallest to the largest."))
        lines.append(self.tr("F2 edits, Delete removes, Ctrl+Up and Ctrl+Down move it."))
        return "\n".join(lines)


def reading_text(reading: Reading) -> str:
    """Write what a watch says: a number, or from the smallest to the largest number of an array."""
    if math.isnan(reading.number):
        return "NaN"
    if reading.low == reading.high:
        return f"{reading.number:.6g}"
    return f"{reading.low:.3g} … {reading.high:.3g}"


def _track(places: Sequence[int], readings: Sequence[Reading]) -> Track:
    shown = [(place, reading) for place, reading in zip(places, readings, strict=True) if is_number(reading)]
    return Track(
        tuple(place for place, _ in shown),
        tuple(reading.number for _, reading in shown),
        tuple(reading.low for _, reading in shown),
        tuple(reading.high for _, reading in shown),
    )
