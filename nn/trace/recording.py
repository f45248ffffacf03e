"""Record one pass through a network."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import numpy as np
import numpy.typing as npt

from nn.arrays import Array, Rng
from nn.layers.base import Layer
from nn.naming import param_names, value_names
from nn.network import Network
from nn.trace.event import Depth, Event, Past, Phase
from nn.trace.wording import renamed


def record(
    network: Network,
    x: npt.ArrayLike,
    t: npt.ArrayLike | None = None,
    *,
    depth: Depth = "node",
    training: bool = False,
    rng: Rng = None,
) -> tuple[Event, ...]:
    """Return what happens in one pass, event by event; the network is left as it was.

    Parameters
    ----------
    network : Network
        What the pass goes through.
    x : array_like
        A batch or one sample, as for `Network.gradient`.
    t : array_like, optional
        Targets. Without them nothing comes after the forward pass.
    depth : {"node", "layer"}
        "layer" gives an event for each layer; "node" the elementary nodes of its graph before it too.
    training : bool
        Whether layers behave as in training.
    rng : numpy.random.Generator, optional
        Source of random numbers for layers that draw them in training.

    Raises
    ------
    ValueError
        If the samples or targets do not fit the network.
    """
    with np.errstate(all="ignore"):  # a diverged network is a reason to look, and its NaN are shown
        recorder = _Recorder(network, x)
        scores = recorder.forward(training, rng)
        if t is not None:
            recorder.backward(recorder.loss(scores, t))
        return tuple(recorder.events)


class _Recorder:
    """Takes a private copy of the network through one pass."""

    def __init__(self, network: Network, x: npt.ArrayLike) -> None:
        self.events: list[Event] = []
        self._past = Past()
        self._values = value_names(network.spec)
        self._params = param_names(network.spec)
        self._layers = [_twin(layer) for layer in network.layers.values()]
        self._loss = copy.copy(network.loss_layer)
        self._x = np.array(network.as_input(x))
        self._is_one_image = self._x.ndim > np.ndim(x)
        self._known: dict[str, Array] = {}
        self._given("x", self._x)
        for layer, names in zip(self._layers, self._params, strict=True):
            for key, name in names.items():
                self._given(name, layer.params[key])

    def forward(self, training: bool, rng: Rng) -> Array:
        """Record the way forward; return the scores."""
        value = self._x
        for i, layer in enumerate(self._layers):
            value = layer.forward(value, training, rng)
            names = (self._values[i], *self._params[i].values())
            formula = renamed(layer.formula.forward, {"y": self._values[i + 1], "x": names[0], **self._params[i]})
            self._happen("forward", i, layer.name, formula, names, {self._values[i + 1]: value})
        return value

    def loss(self, scores: Array, t: npt.ArrayLike) -> Array:
        """Record the loss; return its gradient by the scores, which the first event of the way back gives."""
        loss, name, x = self._loss, type(self._loss).__name__, self._values[-1]
        value = loss.forward(scores, np.asarray(t)[np.newaxis] if self._is_one_image else t)
        targets = np.array(loss.t).reshape(scores.shape)
        self._given("t", targets)
        outputs = {"y": np.array(loss.y), "L": np.asarray(value)}
        self._happen("loss", None, name, renamed(loss.formula.forward, {"x": x}), (x, "t"), outputs)
        self._given("dL", np.ones_like(outputs["L"]))
        dout = loss.backward()
        formula = renamed(loss.formula.backward, {"dx": f"d{x}", "dout": "dL"})
        self._happen("backward", None, name, formula, ("dL", "y", "t"), {f"d{x}": dout}, upstream="dL")
        return dout

    def backward(self, dout: Array) -> None:
        """Record the way back from the gradient by the scores."""
        for i in reversed(range(len(self._layers))):
            layer, params = self._layers[i], self._params[i]
            x, y = self._values[i : i + 2]
            dout = layer.backward(dout)
            gradients = {f"d{key}": f"d{name}" for key, name in params.items()}
            outputs = {f"d{x}": dout, **{f"d{name}": layer.grads[key] for key, name in params.items()}}
            formula = renamed(
                layer.formula.backward,
                {"x": x, "y": y, "dx": f"d{x}", "dout": f"d{y}", **params, **gradients},
            )
            self._happen(
                "backward",
                i,
                layer.name,
                formula,
                (f"d{y}", x, *params.values(), y),
                outputs,
                upstream=f"d{y}",
            )

    def _given(self, name: str, array: Array) -> None:
        self._known[name] = _sealed(array)
        self._past.add(name, self._known[name])

    def _happen(
        self,
        phase: Phase,
        layer: int | None,
        name: str,
        formula: str,
        inputs: tuple[str, ...],
        outputs: Mapping[str, Array],
        **more: Any,
    ) -> None:
        index = len(self.events)
        taken = MappingProxyType({key: self._known[key] for key in inputs})
        made = MappingProxyType({key: _sealed(array) for key, array in outputs.items()})
        for key, array in made.items():
            self._known[key] = array
            self._past.add(key, array, index)
        more = {"products": made if phase == "backward" else MappingProxyType({}), **more}
        self.events.append(
            Event(
                index,
                phase,
                layer,
                name,
                formula,
                taken,
                made,
                _past=self._past,
                _moment=len(self._past),
                **more,
            )
        )


def _twin(layer: Layer) -> Layer:
    """Return the same layer with numbers of its own, so that a recorded pass leaves no trace in the network."""
    twin = copy.copy(layer)
    params = {key: np.empty_like(array) for key, array in layer.params.items()}
    twin.bind(params, {}, {key: np.empty_like(array) for key, array in layer.state.items()})
    return twin


def _sealed(array: Array) -> Array:
    """Return a view of `array` that nobody can write through; the arrays of a pass are nobody else's."""
    view = np.asarray(array).view()
    view.flags.writeable = False
    return view
