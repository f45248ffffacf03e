"""What a learner's layer is made with: the arrays that it learns, by the book's names."""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from nn.messages import Message
from nn.own_code.as_layer.steps import NoLayerError

_NAMES = {
    "W": ("w", "weight", "weights"),
    "b": ("b", "bias", "biases"),
    "gamma": ("gamma",),
    "beta": ("beta",),
}


@dataclass(frozen=True)
class Making:
    """How an instance is made.

    Attributes
    ----------
    names : mapping of str to str
        For each argument which parameter it is.
    params : mapping of str to tuple of str
        The shape of each over inputs ``"D"`` and neurons ``"M"``, in the order of the arguments.
    """

    names: Mapping[str, str]
    params: Mapping[str, tuple[str, ...]]

    def drawn(
        self, samples: int, inputs: int, neurons: int, *, seed: int, size: float = 1.0
    ) -> tuple[Any, dict[str, Any]]:
        """Return an input, and an array for each argument."""
        chance = np.random.default_rng([23, seed])
        sizes = {"D": inputs, "M": neurons}
        x = size * (chance.standard_normal((samples, inputs)) + 0.01)
        return x, {
            argument: chance.standard_normal([sizes[each] for each in self.params[name]])
            for argument, name in self.names.items()
        }


def making_of(cls: Any, name: str) -> Making:
    """Return how a class is made.

    Raises
    ------
    NoLayerError
        If it needs something else than what a layer learns.
    """
    names = {}
    for each in inspect.signature(cls).parameters.values():
        if each.default is each.empty and each.kind not in (each.VAR_POSITIONAL, each.VAR_KEYWORD):
            names[each.name] = _parameter(each.name, name)
    if "W" not in names.values():
        return Making(names, dict.fromkeys(names.values(), ("D",)))
    return Making(names, {key: ("D", "M") if key == "W" else ("M",) for key in names.values()})


def _parameter(argument: str, cls: str) -> str:
    for name, also in _NAMES.items():
        if argument.lower() in also:
            return name
    raise NoLayerError(
        Message(
            "{name} is made with {argument}; only a class that is made with nothing but what it learns (W, b, gamma, "
            "beta) can stand in the network.",
            name=cls,
            argument=argument,
        )
    )
