"""Record one pass through a network."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from nn.arrays import Array, Rng
from nn.graph import Node, constant
from nn.layers.base import Layer
from nn.network import Network
from nn.network.naming import param_names, value_names
from nn.operations.base import Index
from nn.trace.event import Depth, Event, Form
from nn.trace.layer_graph import LayerGraph, Shortcut
from nn.trace.memory import DEFAULT_LIMIT, check_memory
from nn.trace.overrides import Overrides
from nn.trace.part import Part
from nn.trace.tape import Tape
from nn.trace.updating import Update, record_update
from nn.trace.wording import renamed


def record(
    network: Network,
    x: npt.ArrayLike,
    t: npt.ArrayLike | None = None,
    *,
    depth: Depth = "node",
    form: Form = "elementary",
    training: bool = False,
    rng: Rng = None,
    update: Update | None = None,
    overrides: Mapping[tuple[str, Index], float] | None = None,
    answer: bool = False,
    limit: int = DEFAULT_LIMIT,
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
    form : {"elementary", "book"}
        "book" has the loss as the book draws it, a box for the output and one for the error, and the update as the
        book writes it; "elementary" the circles of what the program computes, which cannot overflow.
    training : bool
        Whether layers behave as in training.
    rng : numpy.random.Generator, optional
        Source of random numbers for layers that draw them in training.
    update : Update, optional
        How an optimizer would move the parameters after this pass; it and its memory are left as they were.
    overrides : mapping of (str, tuple of int) to float, optional
        Numbers that stand in the place of computed or given ones, by the name of the value and the index in it:
        ``{("z1", (0, 3)): 0.5}``. What comes after is computed from them. A name that an update gives anew, such as
        ``W1``, means the value before.
    answer : bool
        Whether a pass without targets goes on from the scores to what the network says, the first half of its loss.
    limit : int
        Bytes that the trace may take.

    Raises
    ------
    ValueError
        If the samples or targets do not fit the network, or the trace would take more memory than `limit`.
    KeyError, IndexError
        If an override is of a value that this pass does not compute, or lies outside of it.
    """
    inputs = np.array(network.as_input(x))
    if t is not None and inputs.ndim > np.ndim(x):  # one image became a batch of one
        t = np.asarray(t)[np.newaxis]
    samples = len(inputs) if inputs.ndim > 1 else 1
    check_memory(network.spec, samples, depth, update.optimizer if update else None, limit)
    with np.errstate(all="ignore"):  # a diverged network is a reason to look, and its NaN are shown
        recorder = _Recorder(network, inputs, Tape(depth, Overrides(overrides)), form)
        scores = recorder.forward(training, rng)
        if t is not None:
            recorder.backward(recorder.loss(scores, t))
            if update is not None:
                record_update(recorder.tape, network, update, form)
        elif answer:
            recorder.answer(scores)
        recorder.tape.check_overrides()
        return tuple(recorder.tape.events)


@dataclass(frozen=True)
class _Names:
    """What one layer's values are called in this network."""

    x: str
    y: str
    params: dict[str, str]

    @property
    def ingoing(self) -> tuple[str, ...]:
        return (self.x, *self.params.values())

    def in_formula(self) -> dict[str, str]:
        """Return the network's name for each name in a layer's formulas."""
        names = {"x": self.x, "y": self.y, **self.params}
        return {**names, **{f"d{key}": f"d{name}" for key, name in names.items()}, "dout": f"d{self.y}"}


class _Recorder:
    """Takes private copies of a network's layers through one pass."""

    def __init__(self, network: Network, x: Array, tape: Tape, form: Form) -> None:
        self.tape, self._form = tape, form
        values = value_names(network.spec)
        params = param_names(network.spec)
        self._layers = [_twin(layer) for layer in network.layers.values()]
        self._names = [_Names(*names) for names in zip(values, values[1:], params, strict=False)]
        self._graphs: list[LayerGraph] = []
        self._loss = copy.copy(network.loss_layer)
        self._scores = values[-1]
        self._x = tape.give("x", x)
        for layer, names in zip(self._layers, params, strict=True):
            for key, name in names.items():
                layer.params[key] = tape.give(name, layer.params[key])

    def forward(self, training: bool, rng: Rng) -> Array:
        """Record the way forward; return the scores."""
        value = self._x
        for i, (layer, names) in enumerate(zip(self._layers, self._names, strict=True)):
            value = layer.forward(value, training, rng)
            graph = self._graph_of(layer, names)
            self._graphs.append(graph)
            formula = renamed(layer.formula.forward, names.in_formula())
            part = Part(self.tape, "forward", i, layer.name, graph)
            value = part.forward(formula, self.tape.taken(*names.ingoing), {names.y: value})[names.y]
        return value

    def loss(self, scores: Array, t: npt.ArrayLike) -> Array:
        """Record the loss and its gradient by the scores, the first of the way back; return that."""
        loss, name, x = self._loss, type(self._loss).__name__, self._scores
        value = loss.forward(scores, t)
        targets = self.tape.give("t", np.array(loss.t).reshape(scores.shape))
        if "t" in self.tape.overrides:
            value = loss.measure(np.atleast_2d(scores), np.atleast_2d(targets))

        graph = self._graph_of_loss(scores, targets)
        outputs = {"y": np.array(loss.y), "L": np.asarray(value)}
        formula = renamed(loss.formula.forward, {"x": x})
        Part(self.tape, "loss", None, name, graph).forward(formula, self.tape.taken(x, "t"), outputs)
        dout = loss.backward(float(self.tape.give("dL", np.ones((), scores.dtype))))
        formula = renamed(loss.formula.backward, {"dx": f"d{x}", "dout": "dL"})
        part = Part(self.tape, "backward", None, name, graph)
        return part.backward(formula, "dL", self.tape.taken("dL", "y", "t"), {f"d{x}": dout})[f"d{x}"]

    def answer(self, scores: Array) -> None:
        """Record the output activation of the scores alone, as far as it computes anything."""
        loss, x = self._loss, self._scores
        loss.t = none = np.zeros_like(np.atleast_2d(scores))  # no target is known, and none is needed for this half

        def build(x: Node) -> tuple[Node, ...]:
            return ((loss.book_graphs if self._form == "book" else loss.graphs)(x, constant(none, "t"))[0],)

        graph = LayerGraph(build, self.tape.taken(x), ("y",), self.tape.overrides)
        if graph.operations:
            part = Part(self.tape, "loss", None, type(loss).__name__, graph)
            part.forward(renamed(loss.answer_formula, {"x": x}), self.tape.taken(x), {"y": loss.activation(scores)})

    def _graph_of_loss(self, scores: Array, targets: Array) -> LayerGraph:
        loss, x, samples = self._loss, self._scores, len(np.atleast_2d(scores))
        is_book = self._form == "book"

        def build(x: Node) -> tuple[Node, ...]:
            return (loss.book_graphs if is_book else loss.graphs)(x, constant(targets, "t"))

        def gradient(dout: Array, y: Array) -> Array:
            return (y - targets) * (dout / samples)

        formula = renamed(loss.formula.backward, {"dx": f"d{x}", "dout": "dL"})
        shortcut = Shortcut(formula, gradient) if is_book and loss.gives_difference else None
        return LayerGraph(build, self.tape.taken(x), ("y", "L"), self.tape.overrides, shortcut)

    def backward(self, dout: Array) -> None:
        """Record the way back from the gradient by the scores."""
        for i in reversed(range(len(self._layers))):
            layer, names = self._layers[i], self._names[i]
            dout = layer.backward(dout)
            formula = renamed(layer.formula.backward, names.in_formula())
            gradients = {f"d{name}": layer.grads[key] for key, name in names.params.items()}
            upstream = f"d{names.y}"
            taken = self.tape.taken(upstream, *names.ingoing, names.y)
            part = Part(self.tape, "backward", i, layer.name, self._graphs[i])
            dout = part.backward(formula, upstream, taken, {f"d{names.x}": dout, **gradients})[f"d{names.x}"]

    def _graph_of(self, layer: Layer, names: _Names) -> LayerGraph:
        def build(x: Node, *params: Node) -> tuple[Node, ...]:
            return (layer.graph(x, dict(zip(names.params, params, strict=True))),)

        inputs = {name: self.tape.known(name) for name in names.ingoing}
        return LayerGraph(build, inputs, (names.y,), self.tape.overrides, code=layer.code)


def _twin(layer: Layer) -> Layer:
    """Return the same layer with numbers of its own, so that a recorded pass leaves no trace in the network."""
    twin = copy.copy(layer)
    params = {key: np.empty_like(array) for key, array in layer.params.items()}
    twin.bind(params, {}, {key: np.empty_like(array) for key, array in layer.state.items()})
    return twin
