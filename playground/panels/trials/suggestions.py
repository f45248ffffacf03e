"""Settings that can be searched, and values with which to begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nn.layers.base import LAYERS
from nn.optimizers import OPTIMIZERS
from nn.runs.ranges import parsed
from nn.runs.settings import choices_of, known_settings, option_of
from playground.session.searching.plan import FIXED

if TYPE_CHECKING:
    from nn.network import NetworkSpec
    from nn.training import TrainingConfig

FIRST = ("lr", "weight_decay")
"""What is varied as long as nobody has chosen anything: as in the book (6.5)."""
_KNOWN = {
    "lr": "0.0001..1:log",
    "weight_decay": "1e-8..1e-4:log",
    "hidden": "20,50,100,100x50",
    "batch_size": "16,32,64,128",
    "activation": "Sigmoid,Tanh,Relu",
    "initializer": "Xavier,He",
    "optimizer": "SGD,Momentum,AdaGrad,Adam",
}


def searchable(spec: NetworkSpec, config: TrainingConfig) -> tuple[str, ...]:
    """Return the names of what can differ between trials of a network and its training, the usual ones first."""
    names = [*_KNOWN, *(name for name in known_settings() if name not in _KNOWN and name not in FIXED)]
    names += [f"optimizer.{option.name}" for option in OPTIMIZERS[config.optimizer].options]
    for kind in dict.fromkeys(layer.kind for layer in spec.layers):
        options = (option for option in LAYERS[kind].options if option.is_chosen)
        names += [f"{kind}.{option.name}" for option in options if f"{kind}.{option.name}" not in _UNFIT]
    return tuple(name for name in names if suggested(name) and _has_place(name, spec))


_UNFIT = ("Affine.units", "Affine.initializer", "Convolution.initializer")


def _has_place(name: str, spec: NetworkSpec) -> bool:
    if name == "hidden":
        return any(layer.kind == "Affine" for layer in spec.layers)
    if name == "activation":
        return any(LAYERS[layer.kind].elementwise for layer in spec.layers)
    return name != "initializer" or any(layer.kind == "Affine" for layer in spec.layers)


def suggested(name: str) -> str:
    """Return values with which to begin, empty where there is nothing to choose from."""
    text = _KNOWN.get(name) or _made_up(name)
    try:
        parsed(f"{name}={text}")
    except (TypeError, ValueError):
        return ""
    return text


def _made_up(name: str) -> str:
    choices = choices_of(name)
    if choices:
        return ",".join(choices)
    option = option_of(name)
    if option is None:
        return ""
    if isinstance(option.default, bool):
        return "true,false"
    if isinstance(option.default, str):
        return ",".join(option.choices)
    low = option.default / 2 if option.minimum is None else max(option.minimum, option.default / 2)
    high = option.default * 2 if option.maximum is None else min(option.maximum, option.default * 2)
    return f"{low:g}..{high:g}" if low < high else f"{option.default:g}"
