"""The layers of a network in words, and by the names under which boxes have them; a person's own among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nn.network.spec import LayerSpec
from playground.words import Word, own_word, word

if TYPE_CHECKING:
    from nn.network.spec import NetworkSpec


def own_layers(spec: NetworkSpec) -> tuple[LayerSpec, ...]:
    """Give the layers of a network that a person wrote, each once."""
    return tuple(dict.fromkeys(layer for layer in spec.layers if layer.own is not None))


def key_of(layer: LayerSpec) -> str:
    """Give the name under which a box has a layer: its kind, with what a person brought."""
    return layer.kind if layer.own is None else f"{layer.kind} {layer.options['program']}"


def layer_of(key: str) -> LayerSpec:
    """Give the layer that a box has under this name, with its usual options."""
    kind, _, program = key.partition(" ")
    return LayerSpec(kind, {"program": program} if program else {})


def layer_word(layer: LayerSpec, fallback: str = "") -> Word:
    """Give the translated name and explanation of a layer of a network; one that has none yet gets what is given."""
    return word("layer", layer.kind, fallback) if layer.own is None else own_word(layer.own.name, layer.own.file)
