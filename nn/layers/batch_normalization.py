"""Batch normalization: mean 0 and variance 1 over the batch, for every neuron or every channel of pictures."""

from __future__ import annotations

from collections.abc import Mapping
from math import prod
from typing import Any, Self

import numpy as np
import numpy.typing as npt

from nn import graph
from nn.arrays import Array, Rng, Shape, as_float, rows
from nn.choices.options import Option
from nn.graph import Node
from nn.layers.base import LAYERS, Formula, Layer, Plan
from nn.messages import Message

_PICTURE = 3  # dimensions of one: channels, height, width


@LAYERS.register("BatchNormalization")
class BatchNormalization(Layer):
    """Batch normalization (book 6.3) [1]_.

    While training it normalizes with the mean and variance of the batch and remembers a running average of both;
    prediction uses the running average. Of pictures it normalizes each channel, over all their pixels.

    Parameters
    ----------
    gamma, beta : ndarray, shape (D,), or (C,) for pictures of C channels
        Learned scale and shift; kept, not copied.
    momentum : float
        Share of the old running average that stays at each batch.
    epsilon : float
        Added to the variance, so that a constant input does not divide by 0.
    initial_variance : float
        Running variance before the first batch; the book begins with 0, so that what it predicts after few batches is
        far too large.

    References
    ----------
    .. [1] S. Ioffe, C. Szegedy, Batch normalization, 2015, algorithms 1 and 2.
    """

    formula = Formula(
        "y = γ·x̂ + β,  x̂ = (x - μ) / √(σ² + ε)",
        "dx = γ/(N·√(σ² + ε)) · (N·dout - Σ dout - x̂·Σ dout·x̂),  dγ = Σ dout·x̂,  dβ = Σ dout",
    )
    smallest_batch = 2
    is_linear = True
    options = (
        Option("momentum", 0.9, minimum=0.0, maximum=0.9999, help="Share of the old running average kept."),
        Option("epsilon", 1e-6, minimum=1e-12, maximum=1.0, help="Added to the variance against division by 0."),
        Option("initial_variance", 1.0, 0.0, 1.0, help="Running variance before the first batch; 0 in the book."),
    )

    def __init__(
        self,
        gamma: Array,
        beta: Array,
        momentum: float = 0.9,
        epsilon: float = 1e-6,
        initial_variance: float = 1.0,
    ) -> None:
        super().__init__()
        self.params = {"gamma": gamma, "beta": beta}
        self.state = {"running_mean": np.zeros_like(gamma), "running_var": np.full_like(gamma, initial_variance)}
        self.momentum = momentum
        self.epsilon = epsilon
        self._input_shape: Shape = ()
        self._batch: Array | None = None
        self._normalized: Array | None = None
        self._spare: Array | None = None
        self._deviation: Array | None = None
        self._trained = False
        self._owns_buffers = False

    @classmethod
    def plan(cls, input_shape: Shape, **options: Any) -> Plan:
        """Return one scale and one shift for each of a sample's numbers, or for each channel of a picture."""
        width = (input_shape[0],) if len(input_shape) == _PICTURE else (prod(input_shape),)
        learned, state = {"gamma": width, "beta": width}, {"running_mean": width, "running_var": width}
        inner = 2 * prod(input_shape)  # of a prediction the normalized numbers, made while those before are there
        return Plan(input_shape, learned, state, inner=inner, predicted=inner)

    @classmethod
    def build(cls, input_shape: Shape, rng: np.random.Generator, dtype: npt.DTypeLike, **options: Any) -> Self:
        """Start with scale 1 and shift 0."""
        width = cls.plan(input_shape).params["gamma"]
        return cls(np.ones(width, dtype), np.zeros(width, dtype), **options)

    def forward(self, x: Array, training: bool = False, rng: Rng = None, out: Array | None = None) -> Array:
        """Return the normalized input, scaled and shifted.

        Raises
        ------
        ValueError
            If a single sample is to be normalized while training: it has no variance.
        """
        if out is None:
            x = as_float(x)
        self._input_shape, self._trained, self._owns_buffers = x.shape, training, out is not None
        batch = self._batch = x if self._takes_pictures else rows(x)
        if self._width != self.params["gamma"].shape:
            raise self._width_error()
        normalized = self._normalized = self._kept_like(self._normalized, batch)
        if training:
            self._normalize_by_batch(batch, normalized)
        else:
            self._normalize_by_running(batch, normalized)
        if out is not None and not self._takes_pictures:
            out = out.reshape(batch.shape)
        out = np.multiply(normalized, self._along(self.params["gamma"]), out=out)
        return np.add(out, self._along(self.params["beta"]), out=out).reshape(self._input_shape)

    def backward(self, dout: Array, out: Array | None = None) -> Array:
        """Return the gradient by the input; the batch's mean and variance depend on it too."""
        self.backward_params(dout)
        normalized = self._kept(self._normalized)
        dout = dout.reshape(normalized.shape)
        scale = self._along(self.params["gamma"] / self._kept(self._deviation))
        if out is not None and out.shape != normalized.shape:
            out = out.reshape(normalized.shape)
        if self._trained:
            shared = self._spare = self._kept_like(self._spare, normalized)
            np.multiply(normalized, self._along(self.grads["gamma"]), out=shared)
            np.add(self._along(self.grads["beta"]), shared, out=shared)
            np.divide(shared, self._numbers, out=shared)
            dout = np.subtract(dout, shared, out=shared)
        return np.multiply(dout, scale, out=out).reshape(self._input_shape)

    def backward_params(self, dout: Array) -> None:
        """Set the gradients by scale and shift."""
        normalized = np.atleast_2d(self._kept(self._normalized))
        dout = dout.reshape(normalized.shape)
        views = self._grad_views
        weighed = self._spare = self._kept_like(self._spare, normalized)
        np.multiply(dout, normalized, out=weighed)
        self.grads["gamma"] = np.sum(weighed, axis=self._axes, out=views.get("gamma"))
        if dout.strides != weighed.strides and self._takes_pictures:  # numbers add up in the order of memory
            weighed[...] = dout
            dout = weighed
        self.grads["beta"] = np.sum(dout, axis=self._axes, out=views.get("beta"))

    def graph(self, x: Node, params: Mapping[str, Node]) -> Node:
        """Return mean, variance, root and quotient while training; the running averages otherwise."""
        shaped = len(self._input_shape) > 2
        if self._takes_pictures:
            _, channels, h, w = self._input_shape
            x = graph.reshape(graph.transpose(x, (0, 2, 3, 1)), (-1, channels))
        elif shaped:
            x = graph.flatten(x)
        if self._trained:
            share = 1 / self._numbers
            centred = graph.subtract(x, graph.multiply(graph.total(x, axis=0), share))
            variance = graph.multiply(graph.total(graph.multiply(centred, centred), axis=0), share)
        else:
            centred = graph.subtract(x, graph.constant(self.state["running_mean"], "running_mean"))
            variance = graph.constant(self.state["running_var"], "running_var")
        deviation = graph.square_root(graph.add(variance, self.epsilon))
        normalized = graph.multiply(centred, graph.reciprocal(deviation))
        y = graph.add(graph.multiply(normalized, params["gamma"]), params["beta"])
        if self._takes_pictures:
            return graph.transpose(graph.reshape(y, (-1, h, w, channels)), (0, 3, 1, 2))
        return graph.unflatten(y, self._input_shape[1:]) if shaped else y

    @property
    def _takes_pictures(self) -> bool:
        return len(self._input_shape) == 1 + _PICTURE

    @property
    def _width(self) -> Shape:
        """Shape of the scales that such samples need."""
        if self._takes_pictures:
            return self._input_shape[1:2]
        return self._input_shape if len(self._input_shape) == 1 else (prod(self._input_shape[1:]),)

    @property
    def _axes(self) -> int | tuple[int, ...]:
        """What mean and variance are taken over."""
        return (0, 2, 3) if self._takes_pictures else 0

    @property
    def _numbers(self) -> int:
        """How many numbers they are taken of."""
        n, *shape = self._input_shape
        return n * prod(shape[1:]) if self._takes_pictures else n

    def _along(self, values: Array) -> Array:
        """Return one value for each channel as it meets pictures."""
        return values[:, np.newaxis, np.newaxis] if self._takes_pictures else values

    def _kept_like(self, kept: Array | None, like: Array) -> Array:
        """Return an array of the shape of `like`: the one kept from last time only when the caller owns buffers."""
        if kept is not None and self._owns_buffers and kept.shape == like.shape and kept.dtype == like.dtype:
            return kept
        return np.empty_like(like)

    def _normalize_by_batch(self, x: Array, out: Array) -> None:
        if x.ndim < 2 or self._numbers < 2:
            raise ValueError(
                Message(
                    "{name} needs at least 2 samples in a training batch, got input shape {shape}: one sample has no "
                    "variance; use a larger batch",
                    name=self.name,
                    shape=x.shape,
                )
            )
        mean = np.mean(x, axis=self._axes)
        np.subtract(x, self._along(mean), out=out)
        squares = self._spare = self._kept_like(self._spare, out)
        variance = np.mean(np.multiply(out, out, out=squares), axis=self._axes)
        self._deviation = np.sqrt(variance + self.epsilon)
        np.divide(out, self._along(self._deviation), out=out)
        for key, value in (("running_mean", mean), ("running_var", variance)):
            running = self.state[key]
            running *= self.momentum
            running += (1 - self.momentum) * value

    def _width_error(self) -> ValueError:
        width, got = len(self.params["gamma"]), prod(self._width)
        return ValueError(
            Message(
                "{layer} expects {wanted} inputs, got {got} (input shape {shape}); "
                "give samples of {wanted} numbers or build the layer for another input",
                layer=self.name,
                wanted=width,
                got=got,
                shape=self._input_shape,
            )
        )

    def _normalize_by_running(self, x: Array, out: Array) -> None:
        np.subtract(x, self._along(self.state["running_mean"]), out=out)
        self._deviation = np.sqrt(self.state["running_var"] + self.epsilon)
        np.divide(out, self._along(self._deviation), out=out)
