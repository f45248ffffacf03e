"""What the contestants are shown on: charts of a race, ways down a surface, spreads of layers, trials of a search."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QStyle, QWidget

from nn.races.experiment import Paths, Spreads
from nn.races.judging import Layers
from nn.races.race import Race
from playground.panels.races.charts import Chart, ChartGrid, Line
from playground.panels.races.palette import contestant_color
from playground.panels.races.paths_board import PathsBoard
from playground.panels.races.race_board import charts_of, histogram, in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from playground.session.racing.racing import Racing
    from playground.session.racing.reports import SearchNews

_BEST = 20
_GRID = 5


class Boards(QStackedWidget):
    """Shows a race in the way that fits it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid, self.paths = ChartGrid(), PathsBoard()
        self._scroll = QScrollArea(widgetResizable=True, frameShape=QFrame.Shape.NoFrame)
        self._scroll.setWidget(self.grid)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.addWidget(self._scroll)
        self.addWidget(self.paths)
        self.setMinimumSize(120, 130)  # one chart with its title and its scale
        self._is_let_go = self._flows = False

    def hold(self) -> None:
        """Keep the ways down a surface secret: the question comes first."""
        self._is_let_go = False

    def let_go(self) -> None:
        """Show the ways from now on, wherever they begin."""
        self._is_let_go = True

    def show_racing(self, racing: Racing, look: str, steps: int) -> None:
        """Show where everyone is."""
        experiment, palette = racing.experiment, self.palette()
        self._flows = False
        if isinstance(experiment, Paths):
            self.setCurrentWidget(self.paths)
            self.paths.show_paths(experiment, with_ways=self._is_let_go, steps=steps)
            return
        self.setCurrentWidget(self._scroll)
        if isinstance(experiment, Race):
            charts, columns = charts_of(racing, experiment, look, palette)
            self.grid.show_charts(charts, columns)
            self._say(in_words(racing, experiment))
        elif isinstance(experiment, Spreads):
            self.grid.show_charts(list(self._spreads(racing)), _GRID)
            self._say("\n".join(chart.title for chart in self.grid.charts))
        else:
            charts = self._trials(racing.search, racing.share)
            self._show_trials(charts)
            self._say("\n".join(f"{chart.title} {chart.note}" for chart in charts))

    def _show_trials(self, charts: Sequence[Chart]) -> None:
        """Show charts in no order of columns: as many beside each other as find room, so that they scroll one way."""
        self._flows = True
        self.grid.show_charts(charts, ChartGrid.fitting(self.width() - self._bar_width(), _GRID))

    def _bar_width(self) -> int:
        return self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the charts out anew where they flow."""
        super().resizeEvent(event)
        if self._flows:
            self._show_trials(self.grid.charts)

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self.paths.retranslate()

    def _say(self, words: str) -> None:
        translate = QCoreApplication.translate
        about = translate("Races", "The contestants side by side. Point at a chart to read its numbers.")
        self.grid.say(translate("Races", "Contestants"), about, words)

    def _spreads(self, racing: Racing) -> list[Chart]:
        charts = []
        for place, (name, told) in enumerate(racing.told.items()):
            if not isinstance(told, Layers):
                continue
            color = contestant_color(place, self.palette())
            for layer, spread in enumerate(told.spreads, 1):
                title = QCoreApplication.translate("Races", "layer {layer}").format(layer=layer)
                charts.append(histogram(name if layer == 1 else title, spread, color))
        return charts

    def _trials(self, search: SearchNews | None, share: float) -> list[Chart]:
        """Return how each setting goes with the score, and the curves of the best trials."""
        if search is None:
            return []
        charts = [self._scatter(search, name) for name in search.settings[0]]
        ranked = zip(search.scores, search.settings, search.curves, strict=True)
        for place, (score, settings, curve) in enumerate(ranked):
            if place >= _BEST:
                break
            color = contestant_color(0, self.palette())
            at = np.array([row[0] for row in curve], np.float64)
            held = np.array([row[2] for row in curve], np.float64)
            train = np.array([row[1] for row in curve], np.float64)
            lines = (Line(_held(), at, held, color), Line(_train(), at, train, color, is_dashed=True))
            about = ", ".join(f"{name} {value:.3g}" for name, value in settings.items())
            end = float(at[-1]) if len(at) else 1.0
            charts.append(Chart(f"{place + 1}", lines, (0.0, end), note=f"{score:.0%}", about=about))
        return charts

    def _scatter(self, search: SearchNews, name: str) -> Chart:
        """Return the score of each trial along a setting's range, on a log scale."""
        values = np.log10([float(each[name]) for each in search.settings])
        scores = np.nan_to_num(np.array(search.scores, np.float64), neginf=0.0)
        order = np.argsort(values)
        x, y = values[order], scores[order]
        low, high = float(x[0]), float(x[-1]) if x[-1] > x[0] else float(x[0]) + 1
        about = QCoreApplication.translate("Races", "from {low:.3g} to {high:.3g}: accuracy of each trial upwards")
        line = Line(name, (x - low) / (high - low) * 100, y, contestant_color(1, self.palette()), is_dots=True)
        told = about.format(low=math.pow(10, low), high=math.pow(10, high))
        return Chart(name, (line,), (0.0, 100.0), (0.0, 1.0), told, about=told)


def _held() -> str:
    return QCoreApplication.translate("Races", "held back")


def _train() -> str:
    return QCoreApplication.translate("Races", "training")
