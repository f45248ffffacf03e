"""The neuron, the plotted functions, the convolution and the watch that the panels look at together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QObject, Signal

from playground.session.looking.sketch import ConvolutionSketch

INPUT = -1
"""The layer of a neuron that is a number of the input."""


@dataclass(frozen=True)
class Neuron:
    """One number of a layer's output.

    Attributes
    ----------
    layer
        Index in the network's layers; `INPUT` for the input.
    index
        Which of the layer's outputs, laid out in one row.
    """

    layer: int
    index: int


@dataclass(frozen=True)
class FunctionPlot:
    """Activation functions plotted over a range, to be compared.

    Attributes
    ----------
    functions
        Names in `nn.layers.LAYERS`, the first one is the one explained.
    low, high
        The range of x.
    derivatives
        Whether the derivatives are plotted, too.
    options
        Options of a function by its name, where they are not the defaults.
    """

    functions: tuple[str, ...] = ("Relu",)
    low: float = -5.0
    high: float = 5.0
    derivatives: bool = True
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


class Selection(QObject):
    """The neuron, plot, sketch and watch that every panel shows; not part of the document, hence not undone."""

    neuron_changed = Signal(object)
    """Neuron, or None."""
    pointed_changed = Signal(object)
    """Neuron that is pointed at in the network, or None."""
    plot_changed = Signal(object)
    """FunctionPlot."""
    sketch_changed = Signal(object)
    """ConvolutionSketch."""
    watch_changed = Signal(str)
    """The watch that is drawn beside the loss, empty for none."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.neuron: Neuron | None = None
        self.pointed: Neuron | None = None
        self.plot = FunctionPlot()
        self.sketch = ConvolutionSketch()
        self.watch = ""

    def select(self, neuron: Neuron | None) -> None:
        """Make `neuron` the one all panels look at; None is none."""
        if neuron != self.neuron:
            self.neuron = neuron
            self.neuron_changed.emit(neuron)

    def point_at(self, neuron: Neuron | None) -> None:
        """Tell that a neuron is pointed at: whoever can shows more of it as long as it is; None for none."""
        if neuron != self.pointed:
            self.pointed = neuron
            self.pointed_changed.emit(neuron)

    def show_plot(self, plot: FunctionPlot) -> None:
        """Let the activation panel plot these functions."""
        if plot != self.plot:
            self.plot = plot
            self.plot_changed.emit(plot)

    def show_sketch(self, sketch: ConvolutionSketch) -> None:
        """Let the panel of convolution show another sketch."""
        if sketch != self.sketch:
            self.sketch = sketch
            self.sketch_changed.emit(sketch)

    def draw_watch(self, text: str) -> None:
        """Draw a watch beside the loss; with an empty text none."""
        if text != self.watch:
            self.watch = text
            self.watch_changed.emit(text)
