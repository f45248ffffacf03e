"""An instance of a learner's class, from arguments with the book's names; small, and no two sizes alike."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from nn.messages import message_of
from nn.own_code.checks.chance import start_again
from nn.own_code.roles import Role, Target

INPUTS, HIDDEN, CLASSES = 4, 5, 3
IMAGE = (1, 8, 8)


class NoFitError(Exception):
    """No weights were found that a class of one's own takes together with an input."""


class UnknownArgumentError(Exception):
    """What to give for an argument is not known: nothing is said about such a class."""


def arguments_of(cls: Any, target: Target, seed: int, **chosen: Any) -> dict[str, Any]:
    """Return what to make an instance with: the needed arguments, and those that are `chosen` where it has them."""
    chance = np.random.default_rng(seed + 1)
    given: dict[str, Any] = {}
    takes_filters = has_option(cls, "conv_param")
    for parameter in _parameters(cls):
        name = parameter.name
        if name in chosen:
            given[name] = chosen[name]
        elif takes_filters and name in _IMAGES:
            given[name] = _IMAGES[name]
        elif _is_needed(parameter, target):
            given[name] = _value(target, name, chance)
    return given


def built(cls: Any, given: Mapping[str, Any]) -> Any:
    """Make an instance of arrays of its own, always with the same draws."""
    start_again()
    return cls(**{name: value.copy() if isinstance(value, np.ndarray) else value for name, value in given.items()})


def fitting_weights(cls: Any, target: Target, seed: int, x: np.ndarray) -> dict[str, Any]:
    """Return weights that a layer of one's own can take `x` with: x + x·W wants as many outputs as inputs.

    Raises
    ------
    NoFitError
        If none fit.
    """
    matrices = [each.name for each in _parameters(cls) if each.name.lower() in _MATRICES and _is_needed(each, target)]
    if target.kind is not None or not matrices:
        return {}
    vectors = [each.name for each in _parameters(cls) if each.name.lower() in _VECTORS and _is_needed(each, target)]
    reason = ""
    for rows, columns in ((INPUTS, HIDDEN), (INPUTS, INPUTS), (HIDDEN, INPUTS)):
        chance = np.random.default_rng(seed + 1)
        chosen = {name: chance.standard_normal((rows, columns)) for name in matrices}
        chosen |= {name: chance.standard_normal(INPUTS if rows == HIDDEN else columns) for name in vectors}
        try:
            built(cls, arguments_of(cls, target, seed, **chosen)).forward(x.copy())
        except ValueError as error:
            reason = message_of(error)
            continue
        return chosen
    raise NoFitError(reason)


def has_option(cls: Any, name: str) -> bool:
    """Return whether a class is made with an argument of this name."""
    return any(parameter.name == name for parameter in _parameters(cls))


def defaults_of(cls: Any) -> dict[str, Any]:
    """Return what a class is made with where nothing is given."""
    return {each.name: each.default for each in _parameters(cls) if each.default is not each.empty}


def parameters_of(layer: Any) -> dict[str, np.ndarray]:
    """Return a layer's arrays to learn by their names."""
    names = ("W", "b", "gamma", "beta", "w", "bias", "weight", "weights", "B")
    return {name: value for name in names if isinstance(value := getattr(layer, name, None), np.ndarray)}


def gradient_of(layer: Any, name: str) -> Any:
    """Return what backward left for a parameter: `dW`, `grads["W"]`; None if nothing."""
    for each in ("d" + name, "grad_" + name, name + "_grad"):
        if getattr(layer, each, None) is not None:
            return getattr(layer, each)
    grads = getattr(layer, "grads", None)
    if isinstance(grads, Mapping):
        return grads.get(name, grads.get("d" + name))
    if isinstance(grads, list | tuple) and len(grads) == len(parameters_of(layer)):
        return dict(zip(parameters_of(layer), grads, strict=True))[name]
    return None


def _parameters(cls: Any) -> list[inspect.Parameter]:
    if cls.__init__ is object.__init__:
        return []
    parameters = list(inspect.signature(cls.__init__).parameters.values())[1:]
    return [each for each in parameters if each.kind not in (each.VAR_KEYWORD, each.VAR_POSITIONAL)]


def _is_needed(parameter: inspect.Parameter, target: Target) -> bool:
    if parameter.default is parameter.empty:
        return True
    sized = ("hidden_size", "output_size", "input_size", "hidden_size_list")
    return target.role == Role.NETWORK and parameter.name in sized


_MATRICES, _VECTORS = ("w", "weight", "weights"), ("b", "bias", "biases")
_Value = Callable[[np.random.Generator], Any]
_SIZES: dict[tuple[str, ...], Any] = {
    ("input_size", "in_size", "n_in", "in_features", "input_dim", "n_input", "in_dim", "d_in"): INPUTS,
    ("hidden_size", "n_hidden", "hidden_dim", "hidden", "hidden_units"): HIDDEN,
    ("output_size", "out_size", "n_out", "out_features", "output_dim", "n_output", "out_dim", "classes"): CLASSES,
    ("hidden_size_list", "hidden_sizes"): [HIDDEN, 6],
    ("pool_h", "pool_w", "pool_size", "stride"): 2,
    ("pad",): 0,
    ("lr", "learning_rate", "eta", "alpha"): 0.1,
    ("momentum",): 0.8,
    ("dropout_ratio", "ratio", "p", "rate", "drop_ratio"): 0.4,
    ("weight_init_std", "std"): 0.01,
}
_DRAWN: dict[tuple[str, ...], _Value] = {
    ("gamma",): lambda chance: chance.random(INPUTS) + 0.5,
    ("beta",): lambda chance: chance.standard_normal(INPUTS),
    _MATRICES: lambda chance: chance.standard_normal((INPUTS, HIDDEN)),
    _VECTORS: lambda chance: chance.standard_normal(HIDDEN),
}
_FILTERS: dict[tuple[str, ...], _Value] = {
    _MATRICES: lambda chance: chance.standard_normal((4, 3, 3, 2)),
    _VECTORS: lambda chance: chance.standard_normal(4),
}
_IMAGES = {"input_dim": IMAGE, "conv_param": {"filter_num": 2, "filter_size": 3, "pad": 0, "stride": 1}}


def _value(target: Target, name: str, chance: np.random.Generator) -> Any:
    low = name.lower()
    for names, draw in (_FILTERS if target.kind == "convolution" else _DRAWN).items():
        if low in names:
            return draw(chance)
    for names, value in _SIZES.items():
        if low in names:
            return value
    raise UnknownArgumentError(name)
