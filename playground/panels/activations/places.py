"""Where a network has activation functions, or could have one, and how another is put there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from nn.layers import LAYERS
from nn.network.naming import layer_names
from nn.network.spec import LayerSpec
from playground.panels.layer_words import key_of

if TYPE_CHECKING:
    from nn.choices.options import OptionValue
    from nn.network.spec import NetworkSpec


@dataclass(frozen=True)
class Place:
    """A place in a network where an activation function stands or can stand.

    Attributes
    ----------
    index
        Index of the activation in the network's layers; without one, the index it would get. The numbers that
        reach the place are the input of the layer with this index.
    after
        Name of the layer whose output reaches it (``"Affine1"``), ``"x"`` for the input.
    kind
        Registered name of the activation, None where there is none.
    options
        The activation's options.
    is_hidden
        Whether another weighted sum follows. Behind the last one stands what the scores go through.
    """

    index: int
    after: str
    kind: str | None = None
    options: Mapping[str, OptionValue] = field(default_factory=dict)
    is_hidden: bool = True

    @property
    def layer(self) -> LayerSpec | None:
        """The activation, with its options."""
        return None if self.kind is None else LayerSpec(self.kind, self.options)


def places(spec: NetworkSpec) -> tuple[Place, ...]:
    """Give the places of a network from the input to the output.

    They are its elementwise layers, and the gaps where one weighted sum follows another without any.
    """
    return tuple(_places(spec))


def _places(spec: NetworkSpec) -> Iterator[Place]:
    names, kinds = layer_names(spec), [layer.kind for layer in spec.layers]
    affine = [index for index, kind in enumerate(kinds) if kind == "Affine"]
    gaps = {_gap(kinds, index, following) for index, following in pairwise(affine)}
    for index, layer in enumerate(spec.layers):
        after = names[index - 1] if index else "x"
        if LAYERS[layer.kind].elementwise:
            yield Place(index, after, layer.kind, layer.options, bool(affine) and index < affine[-1])
        elif index in gaps:
            yield Place(index, after)


def _gap(kinds: list[str], affine: int, following: int) -> int | None:
    """Give where an activation belongs between two Affine layers that have none between them."""
    between = kinds[affine + 1 : following]
    if any(LAYERS[kind].elementwise for kind in between):
        return None
    return affine + 1 + (between[:1] == ["BatchNormalization"])


def with_activation(
    spec: NetworkSpec, place: Place, kind: str | None, options: Mapping[str, OptionValue] | None = None
) -> NetworkSpec:
    """Return the network with another activation, or none, at one of its places; no weight loses its place."""
    layers = list(spec.layers)
    new = [] if kind is None else [LayerSpec(kind, options or {})]
    layers[place.index : place.index + (place.kind is not None)] = new
    return replace(spec, layers=tuple(layers))


def with_all_hidden(
    spec: NetworkSpec, kind: str | None, options: Mapping[str, OptionValue] | None = None
) -> NetworkSpec:
    """Return the network with the same activation, or none, at every hidden place."""
    for place in reversed(places(spec)):  # from behind: what is put in or taken out moves only what follows
        if place.is_hidden:
            spec = with_activation(spec, place, kind, options)
    return spec


def shared_key(spec: NetworkSpec) -> str | None:
    """Give the name in a box of the activation that all hidden places share; None if there is none or they differ."""
    keys = {key_of(place.layer) if place.layer else None for place in places(spec) if place.is_hidden}
    return keys.pop() if len(keys) == 1 else None
