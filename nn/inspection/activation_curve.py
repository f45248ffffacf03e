"""The curve of an activation function, small: what a sign beside its name shows."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import numpy as np

from nn.layers.base import LAYERS
from nn.layers.elementwise import Activation

REACH = 3.0
"""The curve goes from -REACH to REACH."""
POINTS = 25


def activation_curve(kind: str, options: Mapping[str, Any]) -> tuple[tuple[float, float], ...]:
    """Return points of an activation's curve, x from 0 to 1 and y from 0 (its lowest value) to 1 (its highest).

    Parameters
    ----------
    kind : str
        A name in `nn.layers.LAYERS`; one that is no activation has no curve.
    options : mapping
        The layer's options.
    """
    return _curve(kind, tuple(sorted(options.items())))


@lru_cache(maxsize=64)  # asked for at each refresh of a view
def _curve(kind: str, options: tuple[tuple[str, Any], ...]) -> tuple[tuple[float, float], ...]:
    layer = LAYERS[kind](**dict(options)) if issubclass(LAYERS[kind], Activation) else None
    if layer is None:
        return ()
    x = np.linspace(-REACH, REACH, POINTS)
    with np.errstate(all="ignore"):
        y = layer.forward(x)
    low, high = float(np.min(y)), float(np.max(y))
    if not np.isfinite([low, high]).all():
        return ()
    heights = (y - low) / (high - low) if high > low else np.full(POINTS, 0.5)
    return tuple(zip(np.linspace(0, 1, POINTS).tolist(), heights.tolist(), strict=True))
