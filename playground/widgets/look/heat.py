"""Signed numbers as colours: blue above zero, orange below, the background's own colour at zero.

Both signs share one scale, so that equal strength looks equal and a sign is never mistaken for a size.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtGui import QColor

from playground.widgets.look.colors import chart_colors

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray
    from PySide6.QtGui import QPalette

_STEPS = 255  # shades of each sign; the eye tells fewer apart
_SMALLEST_LIMIT = 1e-30  # below it float32 cannot hold the scale; it also stands for 0
_LARGEST_SQUARED = 1e15  # beyond it the sum of squares may be infinite in float32
_MIDDLE = 0.179  # luminance from which black and white are equally far away, by WCAG's formula: 4.6 : 1
_TYPICAL = 3.0  # standard deviations: of weights drawn from a normal distribution 997 in 1,000 are smaller


def heat_colors(values: ArrayLike, limit: float, palette: QPalette) -> NDArray[np.uint32]:
    """Give each number its colour.

    Parameters
    ----------
    values : array_like of any shape
        Real numbers.
    limit : float
        The size that gets the full colour, as do all larger ones; `heat_limit` gives that of an array.
        With a limit of 0, as of an array of zeros, any number but 0 gets it.
    palette : QPalette
        Of the widget that shows the colours.

    Returns
    -------
    ndarray of uint32, shape of `values`
        0xAARRGGBB as in ``QImage.Format_RGB32``, opaque; what is not finite is in a colour of its own.
    """
    return heat_table(palette).take(heat_indices(values, limit))


def mixed_colors(values: NDArray[np.floating[Any]], limit: float) -> NDArray[np.uint32]:
    """Mix red, green and blue weights to colours: 0 is the grey in the middle, the limit full light or none.

    Parameters
    ----------
    values : ndarray, shape (N, 3, H, W)
    limit : float
        One for all channels, so that equal weights stay grey.

    Returns
    -------
    ndarray of uint32, shape (N, H, W)
        As `heat_colors` gives them; what is not finite is grey.
    """
    shares = np.nan_to_num(np.asarray(values, np.float64) / max(limit, _SMALLEST_LIMIT), posinf=1, neginf=-1)
    red, green, blue = np.rint(127.5 + 127.5 * np.clip(shares, -1, 1)).astype(np.uint32).transpose(1, 0, 2, 3)
    return np.ascontiguousarray(np.uint32(0xFF000000) | red << 16 | green << 8 | blue)


def heat_limit(values: ArrayLike) -> float:
    """Give the largest size among the finite numbers of an array, 0.0 where there is none."""
    numbers = np.asarray(values)
    if not numbers.size:
        return 0.0
    largest = float(max(numbers.max(), -numbers.min()))  # without an array of all sizes
    if np.isfinite(largest):
        return abs(largest)
    return float(np.abs(numbers).max(initial=0.0, where=np.isfinite(numbers)))


def typical_limit(values: ArrayLike) -> float:
    """Give the limit that shows most numbers best: three times their root mean square, at most `heat_limit`.

    A single huge number would leave all others pale.
    """
    numbers = np.ravel(values)
    largest = heat_limit(numbers)
    if not 0 < largest < _LARGEST_SQUARED:
        return largest
    squares = float(np.vdot(numbers, numbers))
    if not np.isfinite(squares):
        numbers = numbers[np.isfinite(numbers)]
        squares = float(np.vdot(numbers, numbers))
    return min(largest, _TYPICAL * (squares / numbers.size) ** 0.5 or largest)


def heat_indices(values: ArrayLike, limit: float) -> NDArray[np.int16]:
    """Give each number its place in `heat_table`; parameters as for `heat_colors`."""
    values = np.asarray(values)
    scale = np.float32(_STEPS / max(limit, _SMALLEST_LIMIT))
    with np.errstate(over="ignore", invalid="ignore"):
        shades = np.multiply(values, scale, dtype=np.float32)
        finite = np.isfinite(values)
        if not finite.all():
            shades = np.where(finite, shades, 0)
        # two bounds and a cast that rounds down take a fifth of the time of clip and rint
        np.minimum(shades, _STEPS, out=shades)
        np.maximum(shades, -_STEPS, out=shades)
        shades += np.float32(_STEPS + 0.5)
        places = shades.astype(np.int16)
    places[~finite] = 2 * _STEPS + 1
    return places


def heat_table(palette: QPalette) -> NDArray[np.uint32]:
    """Give the colours from the full negative to the full positive one, and last that of NaN and infinity."""
    colors = chart_colors(palette)
    return _table(*(c.rgb() for c in (colors.negative, colors.background, colors.positive, colors.diverged)))


@lru_cache(maxsize=8)  # a palette for each theme, and a few of widgets that are disabled
def _table(negative: int, middle: int, positive: int, not_finite: int) -> NDArray[np.uint32]:
    falling = np.arange(_STEPS, 0, -1) / _STEPS
    rising = np.arange(_STEPS + 1) / _STEPS
    shades = (_shades(middle, negative, falling), _shades(middle, positive, rising))
    table = np.concatenate([*shades, np.array([not_finite], np.uint32)])
    table.setflags(write=False)
    return table


@lru_cache(maxsize=8)
def ink_shades(paper: int, ink: int) -> NDArray[np.uint32]:
    """Give the 256 colours from paper to full ink: a picture has no more."""
    shades = _shades(paper, ink, np.arange(256) / 255)
    shades.setflags(write=False)
    return shades


def _shades(below: int, above: int, shares: NDArray[np.float64]) -> NDArray[np.uint32]:
    """Mix two colours as `blend` does, for all shares of the second at once: 500 QColors take as long as a frame."""
    under, over = (np.array(QColor(color).getRgbF()[:3]) for color in (below, above))
    mixed = np.rint((under + np.outer(shares, over - under)) * 255).astype(np.uint32)
    return (mixed << np.array([16, 8, 0], np.uint32)).sum(axis=1, dtype=np.uint32) | np.uint32(0xFF000000)


@lru_cache(maxsize=8)
def wants_light_text(table: bytes) -> NDArray[np.bool_]:
    """Tell for each colour whether light text is easier to read on it than dark text."""
    colors = np.frombuffer(table, np.uint32)
    channels = np.stack([colors >> shift & 255 for shift in (16, 8, 0)]) / 255.0
    linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    return np.array([0.2126, 0.7152, 0.0722]) @ linear < _MIDDLE
