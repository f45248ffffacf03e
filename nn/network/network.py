"""A network: layers in a row, their parameters in one vector."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from math import prod
from typing import Any

import numpy as np
import numpy.typing as npt

from nn.arrays import Array, Shape, as_float
from nn.image_memory import empty_pictures, empty_split_pictures
from nn.layers.base import LAYERS, Layer
from nn.losses.base import LOSSES
from nn.messages import Message
from nn.network.inference import Inference
from nn.network.naming import layer_names
from nn.network.row_groups import RowGroup, row_groups, split_outputs
from nn.network.spec import LayerSpec as LayerSpec
from nn.network.spec import NetworkSpec as NetworkSpec

_PICTURE = 3  # dimensions of one: channels, height, width
_Part = tuple[str, str, Shape]  # layer, key within the layer, shape


class Network:
    """A network with its numbers.

    Every parameter is a view of one flat vector, every gradient of another: an optimizer updates any network with a
    few calls, and a checkpoint is one copy.

    Parameters
    ----------
    spec : NetworkSpec
        What to build.
    seed : int or None
        Seed of the initial values. Each layer draws from a stream of its own, so changing one layer leaves the
        numbers of the others. None leaves the weights 0, for numbers that come from elsewhere: drawing them is
        most of the work.

    Attributes
    ----------
    layers : dict of str to Layer
        By the book's names: ``Affine1``, ``Relu1``, ...
    loss_layer : Loss
        The last layer of training.
    params, grads : dict of str to ndarray
        By the book's names: ``W1``, ``b1``, ...
    flat_params, flat_grads, flat_state : ndarray, shape (P,), (P,), (S,)
        What the views look into; the state is what layers remember without learning it.

    Raises
    ------
    ValueError
        If the network needs more memory than may be used.
    """

    def __init__(self, spec: NetworkSpec, seed: int | None = 0) -> None:
        spec.check_memory(slots=0)
        self.spec = spec
        self.loss_layer = LOSSES[spec.loss]()
        self.layers = dict(zip(layer_names(spec), _built(spec, seed), strict=True))
        for name, layer in self.layers.items():
            layer.name = name
        self.params: dict[str, Array] = {}
        self.grads: dict[str, Array] = {}
        params = [(name, key, a.shape) for name, layer in self.layers.items() for key, a in layer.params.items()]
        state = [(name, key, a.shape) for name, layer in self.layers.items() for key, a in layer.state.items()]
        self.flat_params, param_views = _flat_views(params, spec.dtype)
        self.flat_grads, grad_views = _flat_views(params, spec.dtype)
        self.flat_state, state_views = _flat_views(state, spec.dtype)
        for name, layer in self.layers.items():
            layer.bind(param_views.get(name, {}), grad_views.get(name, {}), state_views.get(name, {}), are_zero=True)
        self._name_params(params)
        self._laid_down: list[Inference] = []  # nobody uses them now

    def predict(self, x: npt.ArrayLike) -> Array:
        """Return the scores for a batch, shape (N, C), or for one sample, shape (C,).

        Raises
        ------
        ValueError
            If the samples do not have the network's input shape.
        """
        samples, at_once = self.as_input(x), self.spec.at_once
        if samples.ndim > 2 and len(samples) > at_once:  # values of all samples at once would not stay in the cache
            parts = [self._forward(samples[i : i + at_once]) for i in range(0, len(samples), at_once)]
            return np.concatenate(parts)
        scores = self._forward(samples)
        return scores[0] if self._is_one_image(x) else scores

    def answer(self, x: npt.ArrayLike) -> Array:
        """Return what `predict` does, for those who only ask: layers need not keep anything for `backward`.

        One sample alone then takes half the time or less (`nn.network.inference`); scores may differ by rounding.
        """
        samples = self.as_input(x)
        if samples.ndim == 1 or len(samples) != 1 or self.spec.at_once == 1:  # where the products take the time anyhow
            return self.predict(x)
        scores = self._answer_to_one(samples)
        return scores[0] if self._is_one_image(x) else scores

    def output(self, x: npt.ArrayLike) -> Array:
        """Return what the network says: the loss's output activation of the scores, such as probabilities."""
        return self.loss_layer.activation(self.answer(x))

    def loss(
        self,
        x: npt.ArrayLike,
        t: npt.ArrayLike,
        *,
        training: bool = False,
        rng: np.random.Generator | None = None,
    ) -> float:
        """Return the mean loss of a batch."""
        targets = np.asarray(t)[np.newaxis] if self._is_one_image(x) else t
        return self.loss_layer.forward(self._forward(self.as_input(x), training, rng), targets)

    def gradient(
        self,
        x: npt.ArrayLike,
        t: npt.ArrayLike,
        *,
        training: bool = True,
        rng: np.random.Generator | None = None,
    ) -> dict[str, Array]:
        """Return copies of the gradients of the loss by every parameter, by backpropagation."""
        self.loss(x, t, training=training, rng=rng)
        dout = self.loss_layer.backward()
        for layer in reversed(self.layers.values()):
            dout = layer.backward(dout)
        return {name: grad.copy() for name, grad in self.grads.items()}

    def accuracy(self, x: npt.ArrayLike, t: npt.ArrayLike) -> float:
        """Return the share of samples that are right, from 0 to 1.

        Raises
        ------
        ValueError
            If there is no sample.
        """
        scores, t = self.predict(x), np.asarray(t)
        if scores.ndim == 1:
            scores, t = scores[np.newaxis], t[np.newaxis]
        return self.loss_layer.correct(scores, self.loss_layer.encode(t, *scores.shape)) / len(scores)

    def load(self, params: Array, state: Array | None = None) -> None:
        """Take over the numbers of flat vectors.

        Raises
        ------
        ValueError
            If their lengths are not those of this network.
        """
        if params.shape != self.flat_params.shape:
            raise ValueError(
                Message(
                    "got {got} parameters, but the network has {wanted}", got=params.size, wanted=self.flat_params.size
                )
            )
        if state is not None and state.shape != self.flat_state.shape:
            raise ValueError(
                Message(
                    "got {got} numbers of layers' state, but the network has {wanted}",
                    got=state.size,
                    wanted=self.flat_state.size,
                )
            )
        self.flat_params[...] = params
        if state is not None:
            self.flat_state[...] = state

    def as_input(self, x: npt.ArrayLike) -> Array:
        """Return samples as the layers take them: in the network's dtype, shaped ones behind a batch axis.

        Raises
        ------
        ValueError
            If the samples do not have the network's input shape.
        """
        array = as_float(x)
        if array.dtype != self.flat_params.dtype:
            array = array.astype(self.flat_params.dtype)
        shape = self.spec.input_shape
        if array.shape == shape:
            return array if len(shape) == 1 else array[np.newaxis]
        if array.shape[1:] == shape:
            return array
        if array.ndim > 1 and prod(array.shape[1:]) == prod(shape):
            return array.reshape(len(array), *shape)
        raise ValueError(self._shape_message(array.shape))

    def _forward(self, x: Array, training: bool = False, rng: np.random.Generator | None = None) -> Array:
        if training and rng is None:
            self._check_nothing_is_drawn()
        for layer in self.layers.values():
            x = layer.forward(x, training, rng)
        return x

    def _answer_to_one(self, x: Array) -> Array:
        """Return the scores of a batch of one sample; what is laid down is used by one thread at a time."""
        try:
            way = self._laid_down.pop()
        except IndexError:
            way = Inference(list(self.layers.values()), self.spec.input_shape, self.spec.dtype)
        scores = way.scores(x)
        self._laid_down.append(way)
        return scores

    def _check_nothing_is_drawn(self) -> None:
        """Raise ValueError if a layer draws numbers: which ones must not depend on what else the process draws."""
        drawing = next((layer for layer in self.layers.values() if layer.random), None)
        if drawing is not None:
            raise ValueError(
                Message(
                    "{name} draws a mask while training; hand in rng=numpy.random.default_rng(seed)", name=drawing.name
                )
            )

    def _is_one_image(self, x: npt.ArrayLike) -> bool:
        """Return whether `x` is a shaped sample that `as_input` makes a batch of one."""
        shape = self.spec.input_shape
        return len(shape) > 1 and np.shape(x) == shape

    def _shape_message(self, got: Shape) -> Message:
        wanted = self.spec.input_shape
        return Message(
            "{layer} expects {wanted} inputs, got {got} (input shape {shape}); give samples of shape {wanted_shape}",
            layer=next(iter(self.layers), Message("the loss")),
            wanted=prod(wanted),
            got=prod(got[1:]) if len(got) > 1 else prod(got),
            shape=got,
            wanted_shape=wanted,
        )

    def _name_params(self, parts: list[_Part]) -> None:
        """Give the parameters the book's names: W1, b1, W2 ... by Affine, gamma1 ... by normalization."""
        counts: dict[str, int] = {}
        for name, key, _ in parts:
            counts[key] = counts.get(key, 0) + 1
            layer = self.layers[name]
            self.params[f"{key}{counts[key]}"] = layer.params[key]
            self.grads[f"{key}{counts[key]}"] = layer.grads[key]


def _built(spec: NetworkSpec, seed: int | None) -> Iterator[Layer]:
    shape = spec.input_shape
    drawn = 0
    for layer, plan in zip(spec.layers, spec.plans, strict=True):
        options = dict(layer.options)
        if seed is None and "initializer" in options:
            options["initializer"] = "zeros"
        yield LAYERS[layer.kind].build(shape, np.random.default_rng([seed or 0, drawn]), spec.dtype, **options)
        drawn += bool(plan.params)
        shape = plan.output


def _flat_views(parts: list[_Part], dtype: npt.DTypeLike) -> tuple[Array, dict[str, dict[str, Array]]]:
    """Return one vector for all parts, and views of it by layer and key."""
    flat: Array = np.zeros(sum(prod(shape) for _, _, shape in parts), dtype)
    views: dict[str, dict[str, Array]] = {}
    start = 0
    for name, key, shape in parts:
        end = start + prod(shape)
        views.setdefault(name, {})[key] = flat[start:end].reshape(shape)
        start = end
    return flat, views


class Workspace:
    """Buffers for training passes of one batch size; made once, used at every iteration.

    Parameters
    ----------
    network : Network
        What the passes go through. Its gradients are overwritten by each.
    batch_size : int
        Samples at a time.

    Attributes
    ----------
    x, targets : ndarray
        What the last pass was given.
    loss : float
        What came out of it.
    """

    def __init__(self, network: Network, batch_size: int) -> None:
        self.x: Array | None = None
        self.targets: Array | None = None
        self.loss = math.nan
        self._loss = network.loss_layer
        layers = list(network.layers.values())
        # nothing before the first layer with parameters has anything to learn
        first = next((i for i, layer in enumerate(layers) if layer.params), len(layers))
        made, gradients = _buffers(network, batch_size), _buffers(network, batch_size)
        self._dscores = gradients[-1] if gradients else np.empty_like(made[-1])
        self._forward: list[tuple[Callable[..., Array], Array]] = []
        self._backward: list[tuple[Callable[..., Array], Array | None]] = []
        self._first: Callable[[Array], Any] | None = None
        self._groups: dict[int, RowGroup] = {}  # by their place in `_forward`
        self._values: list[Array] = []
        groups = {each.start: each.stop for each in row_groups(layers, [plan.output for plan in network.spec.plans])}
        start = 0
        while start < len(layers):
            end = groups.get(start, start + 1)
            before = gradients[start - 1] if start > first else None
            if end - start > 1:
                group = RowGroup(layers[start:end], made[start:end], gradients[start : end - 1])
                self._groups[len(self._forward)] = group
                self._forward.append((group.forward, made[end - 1]))
                self._backward.insert(0, (group.backward, before))
            else:
                self._forward.append((layers[start].forward, made[start]))
                if start > first:
                    self._backward.insert(0, (layers[start].backward, before))
                elif start == first:
                    self._first = layers[start].backward_params
            start = end

    def gradient(self, x: Array, targets: Array, rng: np.random.Generator | None = None) -> float:
        """Do one forward and backward pass in training mode; return the loss, leave the gradients in the network.

        Parameters
        ----------
        x : ndarray, shape (batch_size, ...)
            Inputs in the network's dtype.
        targets : ndarray, shape (batch_size, C)
            Encoded targets in the network's dtype.
        rng : numpy.random.Generator, optional
            Source of random numbers, for networks with random layers.
        """
        next(self.pieces(x, targets, rng, are_many=False), None)
        return self.loss

    def pieces(
        self, x: Array, targets: Array, rng: np.random.Generator | None = None, *, are_many: bool = True
    ) -> Iterator[None]:
        """Do what `gradient` does layer by layer, for a caller with other things to do; `loss` is known at the end.

        Whoever does not ask for more leaves parameters as they are; the state of the layers may be half way.
        """
        self.x, self.targets = x, targets
        self._values = values = []
        for forward, out in self._forward:
            x = forward(x, True, rng, out)
            values.append(x)
            if are_many:
                yield
        self.loss = self._loss.measure(x, targets, self._dscores)
        dout = self._loss.backward(1, self._dscores)
        for backward, before in self._backward:
            dout = backward(dout, before)
            if are_many:
                yield
        if self._first is not None:
            self._first(dout)

    @property
    def values(self) -> tuple[Array, ...]:
        """What went into the first layer in the last pass, then what came out of every layer.

        Raises
        ------
        RuntimeError
            If there was no pass yet.
        """
        if self.x is None:
            raise RuntimeError(Message("the workspace holds no values yet; call gradient first"))
        shown: list[Array] = [self.x]
        for place, value in enumerate(self._values):
            shown.extend(self._groups[place].shown if place in self._groups else (value,))
        return tuple(shown)

    @property
    def dscores(self) -> Array:
        """The gradient of the loss by the scores in the last pass."""
        return self._dscores


def _buffers(network: Network, batch_size: int) -> list[Array]:
    """Return a buffer for what comes out of each layer.

    From the first layer of pictures on they have the batch innermost, as the results of layers without buffers have;
    between a convolution and a pooling that halves columns they are split.
    """
    spec, layers = network.spec, list(network.layers.values())
    made: list[Array] = []
    is_turned, split = False, split_outputs(layers, [plan.output for plan in spec.plans])
    for place, (layer, plan) in enumerate(zip(layers, spec.plans, strict=True)):
        is_turned = is_turned or layer.takes_images
        if place in split:
            made.append(empty_split_pictures(batch_size, plan.output, spec.dtype))
        elif is_turned and len(plan.output) == _PICTURE:
            made.append(empty_pictures(batch_size, plan.output, spec.dtype))
        else:
            made.append(np.empty((batch_size, *plan.output), spec.dtype))
    return made
