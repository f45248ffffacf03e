"""How a lesson knows that a step is done: each condition is a function, registered under the name that files use."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from inspect import Parameter, signature
from typing import TYPE_CHECKING, Any

import numpy as np

from nn.breakpoints import Place
from nn.breakpoints.place import LOSS
from nn.choices.registry import Registry
from nn.expressions import Unavailable
from nn.layers.base import LAYERS
from nn.messages import Message
from nn.network.naming import layer_names
from playground.lessons.readings import read

if TYPE_CHECKING:
    from nn.expressions import Expression
    from playground.lessons.facts import Facts

    Rule = Callable[..., bool]


@dataclass(frozen=True)
class Condition:
    """Something that is so or not: a rule, and what the table in the file says beside its name."""

    rule: Rule
    values: tuple[Any, ...]

    def is_met(self, facts: Facts) -> bool:
        """Say whether it is so now."""
        return self.rule(facts, *self.values)


@dataclass(frozen=True)
class Kind:
    """A kind of condition: called with the values of its fields, it gives one."""

    rule: Rule

    def fields(self) -> tuple[Parameter, ...]:
        """Give the fields of its table: the rule's parameters behind the facts."""
        return tuple(signature(self.rule).parameters.values())[1:]

    def __call__(self, *values: Any, **named: Any) -> Condition:
        """Give the condition that has these values in its fields."""
        bound = signature(self.rule).bind(None, *values, **named)
        bound.apply_defaults()
        return Condition(self.rule, bound.args[1:])


CONDITIONS: Registry[Kind] = Registry(Message("condition"), "playground.lessons.conditions")


def _condition(rule: Rule) -> Rule:
    """Register a rule under its name."""
    CONDITIONS.register(rule.__name__)(Kind(rule))
    return rule


@_condition
def holds(facts: Facts, expression: Expression) -> bool:
    """Whether an expression is true, everywhere where it is an array."""
    try:
        return bool(np.all(expression.value(facts.value)))
    except Unavailable:
        return False


@_condition
def numbers(facts: Facts) -> bool:
    """Whether all live numbers of the step are what they should be."""
    return all(read(number, facts).is_right is not False for number in facts.task.numbers)


@_condition
def tried(facts: Facts) -> bool:
    """Whether every button of the step was pressed."""
    return len(facts.tried) == len(facts.task.offers)


@_condition
def answered(facts: Facts) -> bool:
    """Whether all that the step asks was answered: every step waits for that before anything else."""
    return facts.is_answered


@_condition
def activation(facts: Facts, function: str, layer: int = 0) -> bool:
    """Whether all activations of the network are `function`, or the one of hidden layer `layer`, counted from 1."""
    found = [each.kind for each in facts.state.spec.layers if LAYERS[each.kind].elementwise]
    chosen = found[layer - 1 : layer] if layer else found
    return bool(chosen) and set(chosen) == {function}


@_condition
def layers(facts: Facts, kinds: tuple[str, ...]) -> bool:
    """Whether the network's layers are of these kinds, from the input to the output."""
    return tuple(layer.kind for layer in facts.state.spec.layers) == kinds


@_condition
def hidden_layers(facts: Facts, at_least: int) -> bool:
    """Whether the network has at least so many hidden layers."""
    return sum(layer.kind == "Affine" for layer in facts.state.spec.layers) - 1 >= at_least


@_condition
def initializer(facts: Facts, name: str) -> bool:
    """Whether all weights are drawn in this way."""
    options = [layer.options for layer in facts.state.spec.layers if "initializer" in layer.options]
    return {each["initializer"] for each in options} == {name}


@_condition
def trained(facts: Facts, at_least: int) -> bool:
    """Whether the network was trained for at least so many iterations."""
    return facts.watch.iteration >= at_least


@_condition
def accuracy(facts: Facts, at_least: float) -> bool:
    """Whether the accuracy last measured on the test data is at least this, from 0 to 1."""
    measured = facts.watch.test_accuracy
    return measured is not None and measured >= at_least


@_condition
def diverged(facts: Facts) -> bool:
    """Whether training ended because the loss was no longer a finite number."""
    return facts.watch.has_diverged


@_condition
def recognised(facts: Facts) -> bool:
    """Whether a digit that a person drew, and said which it is, is read as that."""
    looking = facts.session.looking
    example, prediction = looking.example, looking.prediction
    if example is None or prediction is None or example.origin != "drawn" or not looking.shows_example:
        return False
    return example.label is not None and example.label == prediction.digit


@_condition
def plotted(facts: Facts, functions: tuple[str, ...], derivatives: bool = False) -> bool:
    """Whether the activation panel plots exactly these functions, in any order, with or without their derivatives."""
    plot = facts.session.selection.plot
    return set(plot.functions) == set(functions) and (plot.derivatives or not derivatives)


@_condition
def convolved(facts: Facts, scene: str = "", filter: str = "", stride: int = 0, pad: int = -1) -> bool:  # noqa: A002
    """Whether the convolution panel shows this scene, filter, stride and padding, as far as they are given."""
    sketch = facts.session.selection.sketch
    wanted = ((scene, sketch.scene, ""), (filter, sketch.filter, ""), (stride, sketch.stride, 0), (pad, sketch.pad, -1))
    return all(value in (any_, has) for value, has, any_ in wanted)


@_condition
def swept(facts: Facts, scene: str, at_least: int = 1) -> bool:
    """Whether a window has been stepped to so many places in a scene of the convolution panel."""
    sketch = facts.session.selection.sketch
    return sketch.scene == scene and sketch.step is not None and sketch.step >= at_least


@_condition
def selected(facts: Facts, layer: str, index: int = -1) -> bool:
    """Whether a neuron of this layer is selected: ``"Affine1"``, and any of it or the one of number `index`."""
    neuron = facts.session.selection.neuron
    names = ("input", *layer_names(facts.state.spec))
    if neuron is None or layer not in names:
        return False
    return names.index(layer) - 1 == neuron.layer and index in (-1, neuron.index)


@_condition
def stepping(facts: Facts) -> bool:
    """Whether the debugger shows a pass, and something of it has happened."""
    return facts.session.debugger.is_open and facts.session.debugger.cursor > 0


@_condition
def reached(facts: Facts, phase: str, layer: str = "", value: str = "") -> bool:
    """Whether the debugger has come to a place: a layer in its phase, the loss without one, or one value in it."""
    debugger = facts.session.debugger
    names = layer_names(facts.state.spec)
    if not debugger.is_open or (layer and layer not in names):
        return False
    place = Place(phase, names.index(layer) if layer else LOSS, value)
    return any(place.is_at(event) for event in debugger.trace[: debugger.cursor])


@_condition
def looked_at(facts: Facts, element: str) -> bool:
    """Whether the debugger looks at one number: ``"W1[0,1]"``, or at any of a value: ``"W1"``."""
    looked = facts.session.debugger.element
    return looked is not None and "".join(element.split()) in (looked.symbol, looked.name)


@_condition
def breakpoint_set(facts: Facts, kind: str = "") -> bool:
    """Whether there is a breakpoint with a condition of this kind, or any."""
    kinds = {each.kind for point in facts.state.breakpoints for each in point.conditions}
    return bool(kinds) and kind in ("", *kinds)


@_condition
def stopped(facts: Facts, kind: str = "") -> bool:
    """Whether training has stopped at a breakpoint since the step began: at one of this kind, or at any."""
    if facts.stop is None:
        return False
    return kind in ("", *(each.kind for each in facts.stop.breakpoint.conditions))


@_condition
def measured(facts: Facts) -> bool:
    """Whether the race of the step was run to its end."""
    return facts.is_measured
