"""What the contestants are shown on: charts of a race, ways down a surface, spreads of layers, trials of a search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QStyle, QWidget

from nn.races.experiment import Paths, Spreads
from nn.races.hunt import Hunt
from nn.races.judging import Layers
from nn.races.race import Race
from playground.panels.races.charts import Chart, ChartGrid
from playground.panels.races.palette import contestant_color
from playground.panels.races.paths_board import PathsBoard
from playground.panels.races.race_board import charts_of, histogram, in_words
from playground.panels.races.trial_charts import charts_of_trials

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from playground.session.racing.racing import Racing

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
        experiment = racing.experiment
        self._flows = isinstance(experiment, Hunt)
        self.setCurrentWidget(self.paths if isinstance(experiment, Paths) else self._scroll)
        if isinstance(experiment, Paths):
            self.paths.show_paths(experiment, with_ways=self._is_let_go, steps=steps)
        elif isinstance(experiment, Race):
            charts, columns = charts_of(racing, experiment, look, self.palette())
            self.grid.show_charts(charts, columns)
            self._say(in_words(racing, experiment))
        elif isinstance(experiment, Spreads):
            self.grid.show_charts(list(self._spreads(racing)), _GRID)
            self._say("\n".join(chart.title for chart in self.grid.charts))
        elif isinstance(experiment, Hunt):
            found = racing.search
            self._flow([] if found is None else charts_of_trials(found, experiment.ranges, self.palette()))
            self._say("\n".join(f"{chart.title} {chart.note}" for chart in self.grid.charts))

    def _flow(self, charts: Sequence[Chart]) -> None:
        """Show charts in no order of columns: as many beside each other as find room, so that they scroll one way."""
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        self.grid.show_charts(charts, ChartGrid.fitting(self.width() - bar, _GRID))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the charts out anew where they flow."""
        super().resizeEvent(event)
        if self._flows:
            self._flow(self.grid.charts)

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
