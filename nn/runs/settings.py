"""Settings that trials differ in: each by a name, and what it changes of a network and its training."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from nn.choices.options import Option
from nn.initializers import INITIALIZERS
from nn.layers.base import LAYERS, offered
from nn.losses.base import LOSSES
from nn.messages import Message
from nn.network import LayerSpec, NetworkSpec
from nn.network.spec import DTYPES
from nn.optimizers import OPTIMIZERS
from nn.training.config import TrainingConfig

if TYPE_CHECKING:
    from nn.choices.options import OptionValue

Settings = Mapping[str, "OptionValue"]
"""Setting -> value: ``{"lr": 0.01, "hidden": "100x50"}``."""

_TEXTS = {
    "activation": lambda: [name for name in offered() if LAYERS[name].elementwise],
    "initializer": lambda: list(INITIALIZERS),
    "optimizer": lambda: list(OPTIMIZERS),
    "loss": lambda: list(LOSSES),
    "dtype": lambda: list(DTYPES),
}
_NORMALIZATION = Option("normalization", False, help="Batch normalization before each hidden activation.")


def known_settings() -> tuple[str, ...]:
    """Return the names of all settings that need no dot."""
    return (
        "hidden",
        "normalization",
        *_TEXTS,
        *(option.name for option in TrainingConfig.options if option.name != "seed" and option.is_chosen),
    )


def option_of(name: str) -> Option | None:
    """Return the option that a setting is, with its limits; None for a choice of a name and for ``hidden``.

    Raises
    ------
    ValueError
        If there is no such setting; the message names those that there are.
    """
    if name == "hidden" or name in _TEXTS:
        return None
    if name == _NORMALIZATION.name:
        return _NORMALIZATION
    owner, dot, option = name.rpartition(".")
    known = {o.name: o for o in _options(owner)} if dot else {o.name: o for o in TrainingConfig.options}
    if option not in known or not known[option].is_chosen or name in ("seed", "Affine.units"):
        raise ValueError(
            Message(
                "there is no setting {name!r}; known are {known}, optimizer.OPTION and LAYER.OPTION, such as "
                "optimizer.momentum and Dropout.ratio",
                name=name,
                known=", ".join(known_settings()),
            )
        )
    return known[option]


def choices_of(name: str) -> tuple[str, ...]:
    """Return the names that a setting can have, nothing for one that is a number or a list of neurons."""
    return tuple(_TEXTS[name]()) if name in _TEXTS else ()


def changed(spec: NetworkSpec, config: TrainingConfig, settings: Settings) -> tuple[NetworkSpec, TrainingConfig]:
    """Return a network and its training with other settings.

    Raises
    ------
    TypeError, ValueError
        If a setting is unknown, its value is not valid, or the network has nothing that it would change.
    """
    for name in settings:
        option_of(name)
    return _changed_network(spec, settings), _changed_training(config, settings)


def neurons_of(text: str) -> tuple[int, ...]:
    """Return the neurons of hidden layers that a text names: ``100x50`` is two layers, ``0`` none.

    Raises
    ------
    ValueError
        If it names none.
    """
    parts = text.split("x")
    if not all(part.isascii() and part.isdigit() and len(part) < 8 for part in parts):
        raise ValueError(
            Message("hidden is {text!r}; give the neurons of each layer, such as 100 or 100x50, or 0", text=text)
        )
    units = tuple(int(part) for part in parts)
    return () if units == (0,) else units


def _options(owner: str) -> tuple[Option, ...]:
    if owner == "optimizer":
        found = {option.name: option for kind in OPTIMIZERS.values() for option in kind.options}
        return tuple(found.values())
    return tuple(option for option in LAYERS[owner].options if option.is_chosen) if owner in LAYERS else ()


def _changed_training(config: TrainingConfig, settings: Settings) -> TrainingConfig:
    optimizer = str(settings.get("optimizer", config.optimizer))
    kept = dict(config.optimizer_options) if optimizer == config.optimizer else {}
    for name, value in settings.items():
        owner, _, option = name.rpartition(".")
        if owner == "optimizer" and any(option == known.name for known in OPTIMIZERS[optimizer].options):
            kept[option] = value  # a momentum says nothing to an optimizer that has none
    own = {option.name: settings[option.name] for option in TrainingConfig.options if option.name in settings}
    return replace(config, optimizer=optimizer, optimizer_options=kept, **own)  # type: ignore[arg-type]


def _changed_network(spec: NetworkSpec, settings: Settings) -> NetworkSpec:
    layers = list(spec.layers)
    if "hidden" in settings:
        layers = _with_hidden(layers, neurons_of(str(settings["hidden"])))
    if "activation" in settings:
        layers = _with_activation(layers, str(settings["activation"]))
    if _NORMALIZATION.name in settings:
        layers = _with_normalization(layers, is_wanted=bool(settings[_NORMALIZATION.name]))
    given = {name: value for name, value in settings.items() if "." in name and not name.startswith("optimizer.")}
    if "initializer" in settings:
        given["Affine.initializer"] = settings["initializer"]
    for name, value in given.items():
        layers = _with_option(layers, name, value)
    changes = {name: str(settings[name]) for name in ("loss", "dtype") if name in settings}
    return replace(spec, layers=tuple(layers), **changes)  # type: ignore[arg-type]


def _with_hidden(layers: list[LayerSpec], units: tuple[int, ...]) -> list[LayerSpec]:
    """Put hidden layers in place of those there are, each followed by what follows the first of them now."""
    affine = [place for place, layer in enumerate(layers) if layer.kind == "Affine"]
    if not affine:
        raise ValueError(Message("the network has no Affine layer: it has no hidden layers to choose"))
    first, last = affine[0], affine[-1]
    behind = layers[first + 1 : affine[1]] if len(affine) > 1 else [LayerSpec("Relu")]
    hidden = [
        layer for count in units for layer in (LayerSpec("Affine", {**layers[first].options, "units": count}), *behind)
    ]
    return [*layers[:first], *hidden, *layers[last:]]


def _with_activation(layers: list[LayerSpec], kind: str) -> list[LayerSpec]:
    if not any(LAYERS[layer.kind].elementwise for layer in layers):
        raise ValueError(Message("the network has no activation that could be another"))
    return [LayerSpec(kind) if LAYERS[layer.kind].elementwise else layer for layer in layers]


def _with_normalization(layers: list[LayerSpec], *, is_wanted: bool) -> list[LayerSpec]:
    """Put batch normalization behind every Affine but the last, unless there is some; or take all of it out."""
    if any(layer.kind == "BatchNormalization" for layer in layers) == is_wanted:
        return layers
    if not is_wanted:
        return [layer for layer in layers if layer.kind != "BatchNormalization"]
    hidden = [place for place, layer in enumerate(layers) if layer.kind == "Affine"][:-1]
    if not hidden:
        raise ValueError(Message("the network has no hidden layer that could be normalized"))
    for place in reversed(hidden):
        layers.insert(place + 1, LayerSpec("BatchNormalization"))
    return layers


def _with_option(layers: list[LayerSpec], name: str, value: OptionValue) -> list[LayerSpec]:
    kind, _, option = name.rpartition(".")
    if not any(layer.kind == kind for layer in layers):
        raise ValueError(
            Message("the network has no {kind} layer, so {name} changes nothing; leave it out", kind=kind, name=name)
        )
    return [LayerSpec(kind, {**layer.options, option: value}) if layer.kind == kind else layer for layer in layers]
