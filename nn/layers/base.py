"""What every layer is and does."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from math import prod
from typing import Any, ClassVar, Self

import numpy as np
import numpy.typing as npt

from nn.arrays import Array, Rng, Shape
from nn.choices.options import Option
from nn.choices.registry import Registry
from nn.graph import Node
from nn.initializers import INITIALIZERS
from nn.messages import Message
from nn.windows import Window

LAYERS: Registry[type[Layer]] = Registry(Message("layer"), "nn.layers")
Calls = list[Callable[[], object]]
"""What is done one after the other, always with the same arrays."""


def offered() -> tuple[str, ...]:
    """Return the names of the layers that lists offer whatever a person brought."""
    return tuple(name for name, layer in LAYERS.items() if not layer.is_brought)


@dataclass(frozen=True)
class Formula:
    """The arithmetic of a layer or loss in one line each way, over the names of its values."""

    forward: str
    backward: str


@dataclass(frozen=True)
class Plan:
    """Shapes of a layer, known before anything is allocated.

    Attributes
    ----------
    output : tuple of int
        Shape of one sample's output.
    params, state : mapping of str to tuple of int
        Shapes of the learned arrays and of what is remembered without being learned.
    inner, inner_back : int
        Numbers of a sample that a training pass keeps within the layer, beside input and output, and those it keeps
        besides if the gradient flows on to the layers before.
    predicted : int
        Numbers of a sample that a prediction keeps within the layer, in the place of what the pass before it kept.
    fixed : int
        Numbers that the layer keeps for the work itself, however many samples there are.
    largest : int
        Numbers of a sample in the largest value of its computational graph; 0 where none is larger than what goes in
        and comes out.
    products : int
        Multiplications that a sample takes on the way forward, as far as they count.
    note : Message or None
        What a person should know about these shapes.
    """

    output: Shape
    params: Mapping[str, Shape] = field(default_factory=dict)
    state: Mapping[str, Shape] = field(default_factory=dict)
    inner: int = 0
    inner_back: int = 0
    predicted: int = 0
    fixed: int = 0
    largest: int = 0
    products: int = 0
    note: Message | None = None

    @property
    def numbers(self) -> int:
        """How many learned numbers the layer has."""
        return sum(prod(shape) for shape in self.params.values())


class Layer(ABC):
    """One step of a network: the book's class, with what other parts need to work with any layer.

    Used as in the book, `forward` and `backward` return fresh arrays and leave their arguments untouched. A training
    loop hands in ``out=`` buffers instead; then the layer also reuses its own scratch arrays.

    Attributes
    ----------
    options : tuple of Option
        What a person chooses; the keywords of `build`.
    formula : Formula
        Its arithmetic in one line, forwards and backwards.
    elementwise : bool
        Whether each output depends on its own input alone: an activation function.
    weighted : bool
        Whether each output is a weighted sum of inputs and a bias: what the book calls a.
    takes_images : bool
        Whether it takes pictures alone, of shape (channels, height, width).
    leads_rows, goes_by_rows : bool
        Whether it makes pictures row by row, and whether it makes rows of its output from rows of such pictures: see
        `nn.network.row_groups`.
    keeps_order : bool
        Whether each output depends on its own input alone, and the larger of two inputs never gives the smaller output:
        what finds the largest numbers may come before it.
    stops_at_zero : bool
        Whether its gradient by the input is that by its output, but 0 where the output is not above 0, as ReLU's.
    random : bool
        Whether `forward` draws random numbers while training.
    smallest_batch : int
        How many samples it needs at least while training.
    is_linear : bool
        Whether its output is linear in its parameters: with others, their sum, it makes the sum of both outputs.
    is_brought : bool
        Whether it stands for what a person brought, and is offered only where that is.
    params, grads : dict of str to ndarray
        Learned arrays and the gradient of the loss for each of them, same keys and shapes.
    state : dict of str to ndarray
        What is remembered between batches without being learned.
    name : str
        Name within its network, for messages: ``"Affine1"``.
    code : str
        Text of the class where a person wrote it, below the functions that it calls; empty for those of `nn`.
    """

    options: ClassVar[tuple[Option, ...]] = ()
    formula: Formula
    elementwise: ClassVar[bool] = False
    weighted: ClassVar[bool] = False
    takes_images: ClassVar[bool] = False
    leads_rows: ClassVar[bool] = False
    keeps_order: ClassVar[bool] = False
    stops_at_zero: ClassVar[bool] = False
    random: ClassVar[bool] = False
    smallest_batch: ClassVar[int] = 1
    is_linear: ClassVar[bool] = False
    is_brought: ClassVar[bool] = False

    def __init__(self) -> None:
        self.name = type(self).__name__
        self.code = ""
        self.params: dict[str, Array] = {}
        self.grads: dict[str, Array] = {}
        self.state: dict[str, Array] = {}
        self._grad_views: Mapping[str, Array] = {}

    @property
    def halves_columns(self) -> bool:
        """Whether it takes pictures whose even and odd columns lie apart."""
        return False

    @property
    def goes_by_rows(self) -> bool:
        """Whether it makes rows of its output from rows of pictures."""
        return False

    @property
    def takes_largest(self) -> Window | None:
        """The window of whose pixels it takes the largest, where each pixel belongs to one window; None elsewhere."""
        return None

    @classmethod
    def called(cls, **options: Any) -> str:
        """Return what the layers of a network with these options are named after."""
        return cls.__name__

    @classmethod
    def written(cls, **options: Any) -> Formula:
        """Return the arithmetic of a layer with these options."""
        return cls.formula

    @classmethod
    def spelled_out(cls, options: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return the options of a program as they are kept: what is short for several is several."""
        return options

    @classmethod
    def plan(cls, input_shape: Shape, **options: Any) -> Plan:
        """Return the shapes the layer will have for inputs of `input_shape` (one sample's, without N)."""
        return Plan(input_shape)

    @classmethod
    def build(cls, input_shape: Shape, rng: np.random.Generator, dtype: npt.DTypeLike, **options: Any) -> Self:
        """Return a layer for inputs of `input_shape`, its initial values drawn from `rng`."""
        return cls(**options)

    def bind(
        self, params: dict[str, Array], grads: dict[str, Array], state: dict[str, Array], *, are_zero: bool = False
    ) -> None:
        """Move into arrays that somebody else owns: views of a network's flat vectors.

        Of arrays that `are_zero` no memory is touched where zeros would be written: a large network that gets its
        numbers from elsewhere is made at once.
        """
        for mine, given in ((self.params, params), (self.state, state)):
            for key, view in given.items():
                if not are_zero or mine[key].any():
                    view[...] = mine[key]
        self.params, self.state = params, state
        self.grads = grads
        self._grad_views = grads

    @abstractmethod
    def forward(self, x: Array, training: bool = False, rng: Rng = None, out: Array | None = None) -> Array:
        """Return the output for a batch `x` of shape (N, ...) or for one sample of shape (D,).

        Parameters
        ----------
        x : ndarray
            Input; never written into.
        training : bool
            Whether the layer may behave differently from prediction.
        rng : numpy.random.Generator, optional
            Source of random numbers, for a layer that needs them while training.
        out : ndarray, optional
            Where the output goes, shape and dtype of the output.
        """

    @abstractmethod
    def backward(self, dout: Array, out: Array | None = None) -> Array:
        """Return the gradient of the loss by the input, given that by the output; sets `grads`.

        Raises
        ------
        RuntimeError
            If nothing went forward yet.
        """

    def inference(self, x: Array) -> tuple[Calls, Array]:
        """Return the calls that make the output for the one sample that `x` holds by then, and where it will be.

        For whom asks the same network again and again, see `nn.network.inference`: all that does not depend on the
        numbers is done here, once. The calls may write into `x`, and leave nothing for `backward`. Memory has the order
        of the axes, on the way in and out.
        """
        first = self.forward(x)
        out: Array = np.empty(first.shape, first.dtype)
        return [lambda: np.copyto(out, self.forward(x))], out

    def backward_params(self, dout: Array) -> None:  # noqa: B027 - most layers have no parameters
        """Set `grads` without the gradient by the input: all that the first layer with weights needs."""

    @abstractmethod
    def graph(self, x: Node, params: Mapping[str, Node]) -> Node:
        """Return the layer's computational graph, as its last `forward` computed it."""

    def _set_param(self, key: str, value: Array) -> None:
        """Take another array for a parameter, as the book's ``layer.W = ...``; a network's views get its numbers."""
        if self._grad_views:
            self.params[key][...] = value
        else:
            self.params[key] = value

    def _kept(self, value: Array | None) -> Array:
        """Return what forward kept for backward."""
        if value is None:
            raise RuntimeError(Message("{name}.backward needs what forward keeps; call forward first", name=self.name))
        return value


class Weighted(Layer):
    """A layer whose outputs are weighted sums of inputs, and a bias: with the book's names W, b, dW and db."""

    weighted = True
    drawing: ClassVar[tuple[Option, ...]] = (
        Option("initializer", "He", choices=tuple(INITIALIZERS), help="How the initial weights are drawn."),
        Option(
            "scale",
            0.01,
            minimum=-1e6,
            maximum=1e6,
            help="Standard deviation for 'std', value for 'constant'; the other initializers ignore it.",
        ),
    )

    @property
    def W(self) -> Array:
        """Weights."""
        return self.params["W"]

    @W.setter
    def W(self, W: Array) -> None:
        self._set_param("W", W)

    @property
    def b(self) -> Array:
        """Biases: one a neuron or filter."""
        return self.params["b"]

    @b.setter
    def b(self, b: Array) -> None:
        self._set_param("b", b)

    @property
    def dW(self) -> Array | None:
        """Gradient of the loss by `W`; None before the first backward."""
        return self.grads.get("W")

    @property
    def db(self) -> Array | None:
        """Gradient of the loss by `b`; None before the first backward."""
        return self.grads.get("b")


def drawn_weights(rng: np.random.Generator, shape: Shape, dtype: npt.DTypeLike, options: Mapping[str, Any]) -> Array:
    """Return a matrix of weights, inputs by outputs, as the options of `Weighted.drawing` say."""
    if options["initializer"] == "zeros":  # memory that nobody has touched costs nothing
        return np.zeros(shape, dtype)
    return INITIALIZERS[options["initializer"]](rng, shape, options["scale"]).astype(dtype)


def scratch(kept: Array | None, like: Array, out: Array | None) -> Array:
    """Return an array of the shape of `like`: the one kept from last time only when the caller owns buffers."""
    if out is not None and kept is not None and kept.shape == like.shape and kept.dtype == like.dtype:
        return kept
    return np.empty(like.shape, like.dtype)
