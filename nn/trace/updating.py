"""Record what an optimizer makes of the gradients."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, partial

import numpy as np

from nn.arrays import Array
from nn.graph import Node, add, constant, multiply
from nn.network import Network
from nn.network.naming import param_names
from nn.optimizers import Optimizer
from nn.trace.event import Form
from nn.trace.later import Later
from nn.trace.layer_graph import LayerGraph
from nn.trace.part import Part
from nn.trace.tape import Tape
from nn.training.clipping import clipping_factor


@dataclass(frozen=True)
class Update:
    """How the parameters move after a pass.

    Attributes
    ----------
    optimizer : Optimizer
        With its memory as it stands before; it is left as it is.
    iteration : int
        Number of this update in the run, from 1.
    weight_decay : float
        Each gradient of a weight grows by this times the weight.
    clip_norm : float
        All gradients together become no longer than this; 0 leaves them.
    """

    optimizer: Optimizer
    iteration: int = 1
    weight_decay: float = 0.0
    clip_norm: float = 0.0


def record_update(tape: Tape, network: Network, update: Update, form: Form) -> None:
    """Record the update of every parameter, from the gradients on the tape."""
    names = tuple(network.params)
    step = _Step(
        copy.deepcopy(update.optimizer), tape.taken(*names), tape.taken(*(f"d{name}" for name in names)), update, form
    )
    for i, (layer, params) in enumerate(zip(network.layers.values(), param_names(network.spec), strict=True)):
        for name in params.values():
            for slot, array in {**step.held_of(name), **step.memory_of(name)}.items():
                tape.give(slot, array)
            graph = _graph(tape, name, step)
            outputs = Later(graph.output_names, partial(step.outcome_of, name))
            held = Later(tuple(step.held_of(name)), partial(step.held_after, name))
            Part(tape, "update", i, layer.name, graph).forward("", graph.inputs, outputs, beside=held)


class _Step:
    """One step of the real optimizer over the whole network, done when somebody looks at its outcome.

    Parameters
    ----------
    optimizer : Optimizer
        A private copy, as it stands before the step.
    params, grads : mapping of str to ndarray
        What it works on.
    update : Update
        How.
    form : {"elementary", "book"}
        Whether the memory is told as the optimizer holds it, or as the book has it.
    """

    def __init__(
        self,
        optimizer: Optimizer,
        params: Mapping[str, Array],
        grads: Mapping[str, Array],
        update: Update,
        form: Form,
    ) -> None:
        self.optimizer = optimizer
        self._told = optimizer.book_slots() if form == "book" else {slot: (slot, 1.0) for slot in optimizer.slots}
        self.build = optimizer.book_graph if form == "book" else optimizer.graph
        self.own_iteration = update.iteration - (optimizer.since if optimizer.memory else update.iteration - 1)
        self.weight_decay, self._clip_norm = update.weight_decay, update.clip_norm
        self._iteration = update.iteration
        self._params, self._grads = params, grads
        ends = np.cumsum([array.size for array in params.values()])
        self._places = {
            name: slice(end - params[name].size, end) for name, end in zip(params, ends.tolist(), strict=True)
        }

    def decays(self, name: str) -> bool:
        """Return whether a parameter is a weight that decays."""
        return bool(self.weight_decay) and name.startswith("W")

    def memory_of(self, name: str) -> dict[str, Array]:
        """Return what the optimizer remembers of a parameter before the step."""
        return self._as_told(self._named(self.optimizer, name), name)

    def outcome_of(self, name: str) -> dict[str, Array]:
        """Return what it remembers after the step, and the parameter."""
        optimizer, moved = self._outcome
        return {**self._as_told(self._named(optimizer, name), name), name: self._cut(moved, name)}

    def held_of(self, name: str) -> dict[str, Array]:
        """Return what it holds of a parameter before the step, where that is told by other names."""
        return self._untold(self._named(self.optimizer, name))

    def held_after(self, name: str) -> dict[str, Array]:
        """Return the same after the step."""
        return self._untold(self._named(self._outcome[0], name))

    def _as_told(self, held: Mapping[str, Array], name: str) -> dict[str, Array]:
        """Return the memory of a parameter under the names, and in the size, in which it is told."""
        told = zip(held.values(), self._told.values(), strict=True)
        return {
            f"{slot}_{name}": array if factor == 1 else array * array.dtype.type(factor)
            for array, (slot, factor) in told
        }

    def _untold(self, held: Mapping[str, Array]) -> dict[str, Array]:
        return {} if all(factor == 1 for _, factor in self._told.values()) else dict(held)

    @cached_property
    def _outcome(self) -> tuple[Optimizer, Array]:
        optimizer = copy.deepcopy(self.optimizer)
        moved = np.concatenate([array.ravel() for array in self._params.values()])
        slopes = self._slopes
        if self.factor != 1:
            slopes = slopes * slopes.dtype.type(self.factor)
        optimizer.step(moved, slopes, self._iteration)
        return optimizer, moved

    @cached_property
    def factor(self) -> float:
        """By what all gradients are multiplied so that together they are no longer than is allowed."""
        return clipping_factor(self._slopes, self._clip_norm) if self._clip_norm else 1.0

    @property
    def _slopes(self) -> Array:
        return np.concatenate([self._gradient(name).ravel() for name in self._params])

    def _gradient(self, name: str) -> Array:
        gradient = self._grads[f"d{name}"]
        return gradient + self._params[name] * self.weight_decay if self.decays(name) else gradient

    def _named(self, optimizer: Optimizer, name: str) -> dict[str, Array]:
        like = self._params[name]
        if not optimizer.memory:  # the first step begins with nothing
            return {f"{slot}_{name}": np.zeros_like(like) for slot in optimizer.slots}
        return {f"{slot}_{name}": self._cut(flat, name) for slot, flat in optimizer.memory.items()}

    def _cut(self, flat: Array, name: str) -> Array:
        return flat[self._places[name]].reshape(self._params[name].shape)


def _graph(tape: Tape, name: str, step: _Step) -> LayerGraph:
    """Return the arithmetic of one parameter's update."""

    def build(p: Node, g: Node, *memory: Node) -> tuple[Node, ...]:
        if step.decays(name):
            g = add(g, multiply(constant(step.weight_decay, "decay"), p))
        if step.factor != 1:
            g = multiply(constant(step.factor, "clip"), g)
        moved, *remembered = step.build(p, g, memory, step.own_iteration)
        return (*remembered, moved)

    slots = tuple(step.memory_of(name))
    return LayerGraph(build, tape.taken(name, f"d{name}", *slots), (*slots, name), tape.overrides)
