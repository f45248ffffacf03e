"""What several layers make of random numbers, before anything is learned (book 6.2)."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple, Self

import numpy as np
import numpy.typing as npt

from nn.choices.options import OptionValue
from nn.messages import Message
from nn.network import LayerSpec, Network, NetworkSpec

SAMPLES, UNITS, LAYERS_OF_THE_BOOK = 1000, 100, 5
BINS = 30
_FIGURES = ("low", "high", "deviation", "outside", "zero", "flat")
_TAILS = {"Sigmoid": (0.05, 0.95), "Tanh": (-0.95, 0.95)}


class Spread(NamedTuple):
    """The outputs of one layer.

    Attributes
    ----------
    counts : ndarray, shape (30,)
        How many lie in each of 30 bins from `low` to `high`: the layer's own smallest and largest value.
    low, high : float
    deviation : float
        Standard deviation.
    outside : float
        Share that the book's range from 0 to 1 does not show.
    zero : float
        Share that is exactly 0.
    flat : float
        Share near the ends of the activation, where its slope is nearly 0; NaN where it has no ends.
    """

    counts: npt.NDArray[np.int64]
    low: float
    high: float
    deviation: float
    outside: float
    zero: float
    flat: float

    def figure(self, name: str) -> float:
        """Return a figure by its name."""
        return float(getattr(self, name))

    def to_json(self) -> dict[str, Any]:
        """Return it as plain dictionaries and lists."""
        return {"counts": self.counts.tolist(), **{name: number_json(getattr(self, name)) for name in _FIGURES}}

    @classmethod
    def from_json(cls, data: Any) -> Self:
        """Return what `to_json` wrote; KeyError, TypeError, ValueError or OverflowError if it is not such a thing."""
        counts = np.array(data["counts"], np.int64)
        if counts.shape != (BINS,) or (counts < 0).any():
            raise ValueError(Message("the counts of a layer are no {bins} numbers from 0 on", bins=BINS))
        return cls(counts, *(float(data[name]) for name in _FIGURES))


def number_json(value: float) -> float | str | int:
    """Return a number as JSON can hold it, NaN and infinity as texts."""
    return value if isinstance(value, int) or math.isfinite(value) else str(value)


def spread_of(values: npt.NDArray[np.floating], kind: str = "") -> Spread:
    """Return what there is to tell of a layer's outputs; values that are not finite are left out."""
    numbers = values[np.isfinite(values)].astype(np.float64).ravel()
    if not len(numbers):
        nan = float("nan")
        return Spread(np.zeros(BINS, np.int64), nan, nan, nan, nan, nan, nan)
    low, high = float(numbers.min()), float(numbers.max())
    wide = high if high > low else low + max(abs(low), 1e-30)
    counts, _ = np.histogram(numbers, BINS, (low, wide))
    tails = _TAILS.get(kind)
    flat = float("nan") if tails is None else float(((numbers < tails[0]) | (numbers > tails[1])).mean())
    outside = float(((numbers < 0) | (numbers > 1)).mean())
    return Spread(counts, low, high, float(numbers.std()), outside, float((numbers == 0).mean()), flat)


def layers_of(network: Network, x: npt.NDArray[np.floating]) -> Iterator[tuple[str, Spread]]:
    """Give the name of each activation of a network and the spread of what it puts out for samples."""
    with np.errstate(all="ignore"):
        for name, layer in network.layers.items():
            x = layer.forward(x)
            if type(layer).elementwise:
                yield name, spread_of(x, type(layer).__name__)


def begun(activation: str, scale: float | str, seed: int = 0) -> list[Spread]:
    """Return the spreads of the book's five layers of 100 for 1,000 samples of 100 normal numbers.

    Parameters
    ----------
    activation : str
        Registered name.
    scale : float or str
        Standard deviation of the weights, or ``"Xavier"`` or ``"He"``.
    seed : int
        Of the samples and of the weights.
    """
    drawn: dict[str, OptionValue] = {"initializer": "std", "scale": 0.01}
    drawn.update({"scale": scale} if isinstance(scale, float) else {"initializer": scale})
    layers: Sequence[LayerSpec] = [
        each
        for _ in range(LAYERS_OF_THE_BOOK)
        for each in (LayerSpec("Affine", {"units": UNITS, **drawn}), LayerSpec(activation))
    ]
    network = Network(NetworkSpec((UNITS,), tuple(layers), dtype="float64"), seed)
    samples = np.random.default_rng([seed, SAMPLES]).standard_normal((SAMPLES, UNITS))
    return [spread for _, spread in layers_of(network, samples)]
