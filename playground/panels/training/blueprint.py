"""A network as a person speaks of it: hidden layers with units and activations, and a few choices for all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from nn.layers import LAYERS
from nn.network import LayerSpec, NetworkSpec

Hidden = tuple[int, str, Mapping[str, Any]]
"""Units, the activation's name, the activation's options."""


@dataclass(frozen=True)
class Blueprint:
    """A plain chain of layers, in the few choices that describe it.

    Attributes
    ----------
    hidden
        The hidden layers, from the input to the output.
    outputs
        Units of the output layer.
    weights
        The options of every Affine layer that say how its weights are drawn.
    dropout
        Share of neurons switched off after each hidden layer; 0 is no Dropout layer.
    dropout_options
        The other options of those Dropout layers.
    normalization
        Options of the BatchNormalization before each activation, or None without one.
    flatten
        Whether the network begins by laying images out as rows.
    """

    hidden: tuple[Hidden, ...]
    outputs: int
    weights: Mapping[str, Any] = field(default_factory=dict)
    dropout: float = 0.0
    normalization: Mapping[str, Any] | None = None
    flatten: bool = False
    dropout_options: Mapping[str, Any] = field(default_factory=dict)

    @classmethod
    def of(cls, spec: NetworkSpec) -> Blueprint | None:
        """Read a network's blueprint, or None when it is built in another way."""
        kinds = [layer.kind for layer in spec.layers]
        flatten = kinds[:1] == ["Flatten"]
        if kinds[flatten : flatten + 1] != ["Affine"]:
            return None
        affine = [layer for layer in spec.layers if layer.kind == "Affine"]
        found = {layer.kind: layer.options for layer in spec.layers}
        blueprint = cls(
            hidden=tuple(_hidden(spec.layers)),
            outputs=int(affine[-1].options["units"]),
            weights={name: value for name, value in affine[0].options.items() if name != "units"},
            dropout=float(found["Dropout"]["ratio"]) if "Dropout" in found else 0.0,
            normalization=found.get("BatchNormalization"),
            flatten=flatten,
            dropout_options={name: value for name, value in found.get("Dropout", {}).items() if name != "ratio"},
        )
        # What was read is the whole truth only if it leads back to the same layers.
        return blueprint if blueprint.layers() == tuple(spec.layers) else None

    def with_choice(self, name: str, value: Any) -> Blueprint:
        """Return the blueprint with "dropout", "normalization" (yes or no) or one of `weights` changed."""
        if name == "dropout":
            return replace(self, dropout=value)
        if name == "normalization":
            return replace(self, normalization={} if value else None)
        return replace(self, weights={**self.weights, name: value})

    def layers(self) -> tuple[LayerSpec, ...]:
        """Build the chain of layers."""
        return tuple(self._layers())

    def _layers(self) -> Iterator[LayerSpec]:
        if self.flatten:
            yield LayerSpec.of("Flatten")
        for units, activation, options in self.hidden:
            yield LayerSpec.of("Affine", units=units, **self.weights)
            if self.normalization is not None:
                yield LayerSpec.of("BatchNormalization", **self.normalization)
            yield LayerSpec.of(activation, **options)
            if self.dropout:
                yield LayerSpec.of("Dropout", ratio=self.dropout, **self.dropout_options)
        yield LayerSpec.of("Affine", units=self.outputs, **self.weights)


def _hidden(layers: tuple[LayerSpec, ...]) -> Iterator[Hidden]:
    units = 0
    for layer in layers:
        if layer.kind == "Affine":
            units = int(layer.options["units"])
        elif LAYERS[layer.kind].elementwise:
            yield units, layer.kind, layer.options
