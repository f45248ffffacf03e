"""What is seen in a network of a race beside its figures: the spread of each layer, and what it says over the plane."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from nn.inspection.surfaces import Meaning, Surfaces, area_of, is_plane
from nn.messages import Message
from nn.network import Network
from nn.races.spread import layers_of

if TYPE_CHECKING:
    from nn.datasets.base import Dataset
    from nn.races.spread import Spread

SIDE = 40
"""Points along each side of a surface."""
SAMPLES = 200
"""Training samples, the first ones, that are sent through the layers."""
Plane = npt.NDArray[np.float16]


class Looks:
    """Looks into a network while it learns, by a copy: the one that learns keeps its last batch.

    Parameters
    ----------
    network : Network
        The one that learns.
    data : Dataset
        What it learns.
    """

    def __init__(self, network: Network, data: Dataset) -> None:
        self._network, self._data = network, data
        self._copy: Network | None = None
        self._surfaces: Surfaces | None = None

    def layers(self) -> tuple[tuple[str, Spread], ...]:
        """Return the name of each activation, and the spread of what it puts out for the first 200 samples."""
        if self._copy is None:
            self._copy = Network(self._network.spec, None)
        copy, data = self._copy, self._data
        copy.load(self._network.flat_params, self._network.flat_state)
        x = copy.as_input(data.x[:SAMPLES] * copy.flat_params.dtype.type(data.scale))
        return tuple(layers_of(copy, x))

    def surface(self) -> Plane | None:
        """Return what it says over the plane of the points, shape (40, 40, C) from the top; None where there is none.

        C is 1 for two classes and for values: from -1, the first class or the least value, to 1. For more classes it
        is the share of each.
        """
        spec = self._network.spec
        if not is_plane(spec):
            return None
        if self._surfaces is None:
            self._surfaces = Surfaces(spec, area_of(self._data, self._data), SIDE)
        self._surfaces.update(self._network)
        meaning, output = Meaning.of(spec, self._data), self._surfaces.output
        signed = meaning.signed(output)
        shown = meaning.shares(output) if signed is None else np.clip(signed / meaning.limit, -1, 1)
        with np.errstate(over="ignore"):
            return shown.astype(np.float16).reshape(SIDE, SIDE, -1)


def surface_text(surface: Plane | None) -> str:
    """Return a surface as a text: its numbers of 16 bits, the smaller half of each first, in base 64."""
    return "" if surface is None else base64.b64encode(surface.astype("<f2").tobytes()).decode("ascii")


def surface_in(text: Any) -> Plane | None:
    """Return what `surface_text` wrote; TypeError or ValueError if it is not such a thing."""
    if text == "":
        return None
    numbers = np.frombuffer(base64.b64decode(text, validate=True), "<f2").astype(np.float16)
    if not len(numbers) or len(numbers) % SIDE**2:
        raise ValueError(
            Message(
                "a surface has {count:,} numbers; expected {side} rows of {side} places", count=len(numbers), side=SIDE
            )
        )
    return numbers.reshape(SIDE, SIDE, -1)
