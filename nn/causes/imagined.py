"""What would have been: one thing that could have been otherwise from some moment on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from nn.layers.base import LAYERS
from nn.network.spec import LayerSpec
from nn.runs.settings import changed

if TYPE_CHECKING:
    from nn.choices.options import OptionValue
    from nn.network import NetworkSpec
    from nn.training import TrainingConfig

ACTIVATION = "activation"


@dataclass(frozen=True)
class Imagined:
    """A setting with another value.

    Attributes
    ----------
    setting : str
        "lr", "optimizer" and the like, or "activation".
    value : bool, int, float or str
    layer : int
        Of an activation: which layer.
    """

    setting: str
    value: OptionValue
    layer: int = -1

    def applied(self, spec: NetworkSpec, config: TrainingConfig) -> tuple[NetworkSpec, TrainingConfig]:
        """Return a network and its training with it.

        Raises
        ------
        TypeError, ValueError
            If it does not fit.
        """
        if self.setting != ACTIVATION:
            return spec, changed(spec, config, {self.setting: self.value})[1]
        layers = list(spec.layers)
        layers[self.layer] = LayerSpec.of(str(self.value))
        return replace(spec, layers=tuple(layers)), config


def activations_in(spec: NetworkSpec) -> tuple[int, ...]:
    """Return the places of the activations of a network: what works on each number alone, and is nobody's own."""
    return tuple(
        place
        for place, layer in enumerate(spec.layers)
        if LAYERS[layer.kind].elementwise and not LAYERS[layer.kind].is_brought
    )
