"""The plots of functions that the seed documents show, ready to be picked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from playground.session.looking.selection import FunctionPlot

if TYPE_CHECKING:
    from nn.arrays import Array

_STEP = 0.1  # between two of a document's points


@dataclass(frozen=True)
class ReadyPlot:
    """A plot as a document has it.

    Attributes
    ----------
    plot
        What is plotted.
    bottom, top
        Ends of the vertical axis.
    """

    plot: FunctionPlot
    bottom: float
    top: float

    def points(self) -> Array:
        """Return the document's own numbers on the horizontal axis: 100 or 160 of them, without the upper end."""
        return np.arange(self.plot.low, self.plot.high, _STEP)


def _ready(functions: tuple[str, ...], reach: float, bottom: float, top: float) -> ReadyPlot:
    return ReadyPlot(FunctionPlot(functions, -reach, reach, derivatives=False), bottom, top)


READY_PLOTS = (
    _ready(("Step",), 5.0, -0.5, 1.5),
    _ready(("Sigmoid",), 5.0, -0.1, 1.1),
    _ready(("Relu",), 5.0, -0.5, 5.5),
    _ready(("Step",), 8.0, -1.0, 2.0),
    _ready(("Sigmoid",), 8.0, -1.0, 2.0),
    _ready(("Sigmoid", "Step"), 8.0, -1.0, 2.0),
)


def ready_plot(plot: FunctionPlot) -> ReadyPlot | None:
    """Find the ready-made plot that shows exactly this, None if a person has changed something."""
    return next((ready for ready in READY_PLOTS if ready.plot == plot), None)
