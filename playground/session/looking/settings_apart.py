"""The settings in which two networks and their training differ."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from nn.initializers import SCALED_INITIALIZERS
from nn.network import LayerSpec

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nn.network import NetworkSpec
    from nn.training import TrainingConfig
    from playground.session.document.state import DatasetChoice

    Settings = Mapping[str, Any]


_DRAWING = ("initializer", "scale")


class Apart(NamedTuple):
    """A setting that two networks do not share.

    Attributes
    ----------
    name : str
        Of a key of `network_settings` or `training_settings`.
    here, there
        Its values.
    """

    name: str
    here: Any
    there: Any


def network_settings(spec: NetworkSpec) -> dict[str, Any]:
    """Return what was chosen about a network, by name: its layers, and apart from them how their weights are drawn."""
    return {
        "input_shape": spec.input_shape,
        "layers": tuple(map(_undrawn, spec.layers)),
        "initializer": tuple(_drawing(layer.options) for layer in spec.layers if "initializer" in layer.options),
        "loss": spec.loss,
        "dtype": spec.dtype,
    }


def _undrawn(layer: LayerSpec) -> LayerSpec:
    """Return a layer with its weights drawn as usual: how they are is a setting of its own."""
    return LayerSpec(layer.kind, {name: value for name, value in layer.options.items() if name not in _DRAWING})


def _drawing(options: Mapping[str, Any]) -> tuple[str, float | None]:
    """Return how a layer's weights are drawn, with a scale where it is one that has any say."""
    name = options["initializer"]
    return name, options["scale"] if name in SCALED_INITIALIZERS else None


def training_settings(config: TrainingConfig, dataset: DatasetChoice, updates: int) -> dict[str, Any]:
    """Return what was chosen about training, by name, and how far it has come; options as ``"Owner.option"``."""
    options = {f"{config.optimizer}.{name}": value for name, value in config.optimizer_options.items()}
    chosen = {option.name: getattr(config, option.name) for option in config.options}
    data = {f"{dataset.name}.{name}": value for name, value in dataset.options.items()}
    points = None if dataset.train is None else len(dataset.train.x)
    return {
        "optimizer": config.optimizer,
        **options,
        **chosen,
        "dataset": dataset.name,
        **data,
        "points": points,
        "updates": updates,
    }


def apart(here: Settings, there: Settings) -> tuple[Apart, ...]:
    """Return the settings that both have and in which they differ, in the order of the first."""
    return tuple(
        Apart(name, value, there[name]) for name, value in here.items() if name in there and there[name] != value
    )
