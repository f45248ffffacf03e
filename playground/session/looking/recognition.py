"""What a network makes of one digit."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np
from PySide6.QtCore import QObject, Signal

from nn.arrays import Array, frozen
from nn.messages import Message
from nn.network import Network

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from nn.network import NetworkSpec
    from nn.training import Checkpoint

PIXELS = 28 * 28
DIGITS = tuple("0123456789")
RecogniserName = Literal["shipped", "mine"]


@dataclass(frozen=True, eq=False)
class Example:
    """One image that all panels look at.

    Attributes
    ----------
    pixels : ndarray of float32, shape (784,)
        Ink in 0..1, rows from the top; read-only.
    label
        The digit it shows, when somebody said so.
    origin
        Where it comes from: "drawn", "test 123", a file's name.
    """

    pixels: NDArray[np.float32]
    label: int | None = None
    origin: str = "drawn"


@dataclass(frozen=True, eq=False)
class Prediction:
    """A network's answer.

    Attributes
    ----------
    outputs : ndarray, shape (C,)
        The output of each class, for softmax its probability; read-only.
    digit
        The class with the largest output, or None when the outputs are not classes or not numbers.
    recogniser
        Which network answered: "shipped" or "mine".
    classes
        Names of the outputs; empty for a network that does not classify.
    """

    outputs: Array
    digit: int | None
    recogniser: str
    classes: tuple[str, ...]


class Recognition(QObject):
    """The current example, the two networks that can read it, and the answer of the chosen one.

    Answers are computed in the window's thread: one digit takes a fraction of a millisecond. The document's
    network is a copy of its own, fed with the weights that training reports.
    """

    example_changed = Signal(object)
    prediction_changed = Signal(object)
    """Prediction, or None without an example or with a network that cannot read digits."""
    recogniser_changed = Signal(str)
    network_changed = Signal()
    """The weights of the document's network moved."""

    def __init__(self, spec: NetworkSpec, checkpoint: Checkpoint, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.example: Example | None = None
        self.prediction: Prediction | None = None
        self.recogniser: RecogniserName = "shipped"
        self.shipped: Network | None = None
        self.mine = Network(spec, None)
        self.show_weights(spec, checkpoint.params, checkpoint.state)

    @property
    def network(self) -> Network | None:
        """The chosen network, None while the shipped one is not loaded."""
        return self.shipped if self.recogniser == "shipped" else self.mine

    def show_example(self, example: Example | None) -> None:
        """Make `example` the current one and read it; None is an empty canvas."""
        self.example = example
        self.example_changed.emit(example)
        self._predict()

    def set_recogniser(self, name: RecogniserName) -> None:
        """Choose who reads: the network that ships with the program, or the document's own."""
        if name not in ("shipped", "mine"):
            raise ValueError(Message("recogniser is {name!r}; choose 'shipped' or 'mine'", name=name))
        if name != self.recogniser:
            self.recogniser = name
            self.recogniser_changed.emit(name)
            self._predict()

    def set_shipped(self, network: Network | None) -> None:
        """Take the network that ships with the program."""
        self.shipped = network
        if self.recogniser == "shipped":
            self._predict()

    def show_weights(self, spec: NetworkSpec, params: Array, state: Array) -> None:
        """Take the weights of the document's network, as edited or as training just reported them."""
        if spec != self.mine.spec:
            self.mine = Network(spec, None)
        self.mine.load(params, state)
        self.network_changed.emit()
        if self.recogniser == "mine":
            self._predict()

    def _predict(self) -> None:
        network, example = self.network, self.example
        readable = network is not None and example is not None and reads_digits(network.spec)
        prediction = self._read(network, example) if readable and network and example else None
        if prediction is not None or self.prediction is not None:
            self.prediction = prediction
            self.prediction_changed.emit(prediction)

    def _read(self, network: Network, example: Example) -> Prediction:
        with np.errstate(all="ignore"):  # a diverged network answers with NaN, which is shown
            outputs = frozen(network.output(example.pixels.reshape(1, *network.spec.input_shape))[0])
        classes = DIGITS if len(outputs) == len(DIGITS) else ()
        knows = bool(classes) and bool(np.isfinite(outputs).all())
        return Prediction(outputs, int(outputs.argmax()) if knows else None, self.recogniser, classes)


def reads_digits(spec: NetworkSpec) -> bool:
    """Say whether a network takes the 784 pixels of a digit."""
    return math.prod(spec.input_shape) == PIXELS
