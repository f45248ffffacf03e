"""How a lesson knows that a step is done: each condition is a class, registered under the name that files use."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from nn.choices.registry import Registry
from nn.layers.base import LAYERS
from nn.messages import Message
from nn.network.naming import layer_names
from playground.lessons.expressions import Unavailable
from playground.lessons.readings import read

if TYPE_CHECKING:
    from playground.lessons.expressions import Expression
    from playground.lessons.facts import Facts

CONDITIONS: Registry[type[Condition]] = Registry(Message("condition"), "playground.lessons.conditions")


@dataclass(frozen=True)
class Condition(ABC):
    """Something that is so or not. Its fields are those of the table in the file."""

    @abstractmethod
    def is_met(self, facts: Facts) -> bool:
        """Say whether it is so now."""


@CONDITIONS.register("holds")
@dataclass(frozen=True)
class Holds(Condition):
    """An expression is true, everywhere where it is an array."""

    expression: Expression

    def is_met(self, facts: Facts) -> bool:
        """Say whether it is so now."""
        try:
            return bool(np.all(self.expression.value(facts.value)))
        except Unavailable:
            return False


@CONDITIONS.register("numbers")
@dataclass(frozen=True)
class Numbers(Condition):
    """All live numbers of the step are what they should be."""

    def is_met(self, facts: Facts) -> bool:
        """Say whether it is so now."""
        return all(read(number, facts).is_right is not False for number in facts.task.numbers)


@CONDITIONS.register("tried")
@dataclass(frozen=True)
class Tried(Condition):
    """Every button of the step was pressed."""

    def is_met(self, facts: Facts) -> bool:
        """Say whether it is so now."""
        return len(facts.tried) == len(facts.task.offers)


@CONDITIONS.register("answered")
@dataclass(frozen=True)
class Answered(Condition):
    """The right answer was chosen; this is what a step with a question waits for if it names nothing else."""

    def is_met(self, facts: Facts) -> bool:
        """Say whether it is so now."""
        question = facts.task.question
        return question is not None and facts.chosen == question.answer


@CONDITIONS.register("activation")
@dataclass(frozen=True)
class Activation(Condition):
    """All activations of the network are `function`, or the one of hidden layer `layer`, counted from 1."""

    function: str
    layer: int = 0

    def is_met(self, facts: Facts) -> bool:
        """Say whether it is so now."""
        found = [each.kind for each in facts.state.spec.layers if LAYERS[each.kind].elementwise]
        chosen = found[self.layer - 1 : self.layer] if self.layer else found
        return bool(chosen) and set(chosen) == {self.function}


@CONDITIONS.register("layers")
@dataclass(frozen=True)
class Layers(Condition):
    """The network's layers are of these kinds, from the input to the output."""

    kinds: tuple[str, ...]

    def is_met(self, facts: Facts) -> bool:
        """Say whether it is so now."""
        return tuple(layer.kind for layer in facts.state.spec.layers) == self.kinds


@CONDITIONS.register("hidden_layers")
@dataclass(frozen=True)
class HiddenLayers(Condition):
    """The network has at least so many hidden layers."""

    at_least: int

    def is_met(self, facts: Facts) -> bool:
        """Say whether it is so now."""
        return sum(layer.kind == "Affine" for layer in facts.state.spec.layers) - 1 >= self.at_least


@CONDITIONS.register("initializer")
@dataclass(frozen=True)
class Initializer(Condition):
    """All weights are drawn in this way."""

    name: str

    def is_met(self, facts: Facts) -> bool:
        """Say whether it is so now."""
        layers = facts.state.spec.layers
        return {layer.options["initializer"] for layer in layers if "initializer" in layer.options} == {self.name}


@CONDITIONS.register("trained")
@dataclass(frozen=True)
class Trained(Condition):
    """The network was trained for at least so many iterations."""

    at_least: int

    def is_met(self, facts: Facts) -> bool:
        """Say whether it is so now."""
        return facts.watch.iteration >= self.at_least


@CONDITIONS.register("accuracy")
@dataclass(frozen=True)
class Accuracy(Condition):
    """The accuracy last measured on the test data is at least this, from 0 to 1."""

    at_least: float

    def is_met(self, facts: Facts) -> bool:
        """Say whether it is so now."""
        accuracy = facts.watch.test_accuracy
        return accuracy is not None and accuracy >= self.at_least


@CONDITIONS.register("diverged")
@dataclass(frozen=True)
class Diverged(Condition):
    """Training ended because the loss was no longer a finite number."""

    def is_met(self, facts: Facts) -> bool:
        """Say whether it is so now."""
        return facts.watch.has_diverged


@CONDITIONS.register("recognised")
@dataclass(frozen=True)
class Recognised(Condition):
    """A digit that a person drew, and said which it is, is read as that."""

    def is_met(self, facts: Facts) -> bool:
        """Say whether it is so now."""
        example, prediction = facts.session.looking.example, facts.session.looking.prediction
        if example is None or prediction is None or example.origin != "drawn":
            return False
        return example.label is not None and example.label == prediction.digit


@CONDITIONS.register("plotted")
@dataclass(frozen=True)
class Plotted(Condition):
    """The activation panel plots exactly these functions, in any order, with or without their derivatives."""

    functions: tuple[str, ...]
    derivatives: bool = False

    def is_met(self, facts: Facts) -> bool:
        """Say whether it is so now."""
        plot = facts.session.selection.plot
        return set(plot.functions) == set(self.functions) and (plot.derivatives or not self.derivatives)


@CONDITIONS.register("selected")
@dataclass(frozen=True)
class Selected(Condition):
    """A neuron of this layer is selected: ``"Affine1"``, and any of it or the one of number `index`."""

    layer: str
    index: int = -1

    def is_met(self, facts: Facts) -> bool:
        """Say whether it is so now."""
        neuron = facts.session.selection.neuron
        names = ("input", *layer_names(facts.state.spec))
        if neuron is None or self.layer not in names:
            return False
        return names.index(self.layer) - 1 == neuron.layer and self.index in (-1, neuron.index)
