"""Forward and backward of a learner's class, recorded, with the true gradient of every value of forward."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations
from typing import Any

import numpy as np

from nn.own_code.checks.building import arguments_of, built, gradient_of, parameters_of
from nn.own_code.checks.chance import start_again, undisturbed
from nn.own_code.checks.comparing import near
from nn.own_code.checks.layers import cases
from nn.own_code.definitions import definitions_of
from nn.own_code.gradients import Gradients, gradients
from nn.own_code.loading import load
from nn.own_code.recording import Event, Node, Recorder, Recording, Site
from nn.own_code.roles import Role, Target
from nn.own_code.source import Source, parse

BACKWARD = ("backward", "gradient")
_MOST_INNER = 8


@dataclass(frozen=True, eq=False)
class Run:
    """One recorded run.

    Attributes
    ----------
    recording : Recording
    gradients : Gradients
        Of the loss, by all that it was computed from.
    named : dict of str to Node
        Values of forward by the names that the learner gave them, inputs and parameters too.
    answers : dict of str to array
        What backward gave for each input and parameter.
    start : int
        The event at which backward begins.
    samples : int
    """

    recording: Recording
    gradients: Gradients
    named: dict[str, Node]
    answers: dict[str, Any]
    start: int
    samples: int
    inputs: dict[str, Node] = field(default_factory=dict)
    dout: Any = 1.0

    @cached_property
    def shortened(self) -> dict[tuple[str, ...], Gradients]:
        """The gradients that come out where nothing flows through one or two of the named values of forward."""
        inner = [name for name, node in self.named.items() if name not in self.inputs and node.inputs]
        ways = [names for size in (1, 2) for names in combinations(inner[:_MOST_INNER], size)]
        output = self.gradients.output
        return {
            names: gradients(self.recording, output, self.dout, constant=[self.named[name] for name in names])
            for names in ways
        }

    @property
    def truth(self) -> dict[str, Any]:
        """The true gradient of each input and parameter that was answered."""
        return {k: self.gradients[n] for k, n in self.inputs.items() if n in self.gradients and k in self.answers}

    @property
    def is_right(self) -> bool:
        """Whether all answers are the true gradients."""
        return all(near(self.answers[name], true, 1e-4) for name, true in self.truth.items())

    def of_backward(self) -> Iterator[Event]:
        """Yield what backward bound to a name, if it is an array of floats."""
        for event in self.recording.events[self.start :]:
            if event.kind == "bind" and event.node is not None and event.node.is_real and event.name != "return":
                yield event


class Replay:
    """Runs a target again and again, each time recorded, with one value replaced if wanted."""

    def __init__(self, source: Source, target: Target, seed: int = 0) -> None:
        self.target, self.seed = target, seed
        self.recorder = Recorder(most_nodes=20_000, ends_program=True)
        self.thing = load(definitions_of(source, parse(source)), self.recorder).namespace[target.name]

    def run(self, site: Site | None = None, value: Any = None) -> Run | None:
        """Return the run, None if it cannot be followed: it raises or never ends, or nothing flows back."""
        replaced = nullcontext() if site is None else self.recorder.substitute(site, lambda _: np.array(value))
        with undisturbed(), np.errstate(all="ignore"), replaced:
            try:
                return self._network() if self.target.role == Role.NETWORK else self._layer()
            except Exception:  # noqa: BLE001 - the learner's code, or a place that nothing can be said of
                return None

    def _layer(self) -> Run | None:
        is_loss = self.target.role == Role.LOSS
        chance = np.random.default_rng(self.seed)
        if is_loss:
            given = arguments_of(self.thing, self.target, self.seed)
            x: np.ndarray = chance.standard_normal((3, 4))
            others = [np.eye(4)[[2, 0, 3]]]
        else:
            given, x = next(iter(cases(self.thing, self.target, self.seed)))
            others = []
        layer = built(self.thing, given)
        arrays = {"x": x} | parameters_of(layer)
        out, dout, answers = None, 1.0, {}
        with self.recorder.recording():
            for name, array in arrays.items():
                self.recorder.name(array, name)
            start_again()
            y = layer.forward(x, *others)
            out = self.recorder.node_of(y)
            dout = dout if is_loss else np.random.default_rng(self.seed + 3).standard_normal(np.shape(y))
            dx = layer.backward() if is_loss else layer.backward(dout)
            answers = {"x": np.array(dx)} | {k: np.array(gradient_of(layer, k)) for k in parameters_of(layer)}
        return self._finished(out, dout, arrays, answers, len(x))

    def _network(self) -> Run | None:
        given = arguments_of(self.thing, self.target, self.seed)
        network = built(self.thing, given)
        chance = np.random.default_rng(self.seed + 9)
        for value in network.params.values():
            value[...] = chance.standard_normal(value.shape) * 0.6
        size, classes = given.get("input_size", 4), given.get("output_size", 3)
        x = chance.standard_normal((6, size))
        t = np.eye(classes)[chance.integers(0, classes, 6)]
        arrays = {"x": x} | dict(network.params)
        out, answers = None, {}
        with self.recorder.recording():
            for name, array in arrays.items():
                self.recorder.name(array, name)
            loss = network.loss(x, t)
            out = self.recorder.node_of(loss)
            answers = {key: np.array(value) for key, value in network.gradient(x, t).items()}
        return self._finished(out, 1.0, arrays, answers, len(x))

    def _finished(
        self, out: Node | None, dout: Any, arrays: dict[str, np.ndarray], answers: dict[str, Any], samples: int
    ) -> Run | None:
        recording = self.recorder.last
        if out is None or recording is None or recording.is_full:
            return None
        start = next(
            (k for k, e in enumerate(recording.events) if e.kind == "enter" and e.name.split(".")[-1] in BACKWARD), None
        )
        if start is None:
            return None
        inputs = {name: node for name in arrays if (node := _leaf(recording, name)) is not None}
        named = dict(inputs)
        for event in recording.events[:start]:
            if event.kind == "bind" and event.node is not None and event.node.is_real and event.name != "return":
                named[event.name.removeprefix("self.")] = event.node
        return Run(recording, gradients(recording, out, dout), named, answers, start, samples, inputs, dout)


def _leaf(recording: Recording, name: str) -> Node | None:
    return next((node for node in recording.nodes if node.operation == "leaf" and node.name == name), None)
