"""The colours of classes and values over a plane: of its points and of the surface behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtGui import QColor

from playground.widgets.look.colors import blend, chart_colors, is_dark
from playground.widgets.look.heat import heat_colors

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PySide6.QtGui import QPalette

# Beyond orange and blue: apart from each other for every kind of colour blindness as far as ten colours can be.
_MORE_LIGHT = ("#00876c", "#a8187c", "#8a6d00", "#4d5fd1", "#5a5a5a", "#9a4a2f", "#2f8fa8", "#7b4fa3")
_MORE_DARK = ("#3fc9a5", "#f58fd2", "#e3c64a", "#97a5ff", "#b8b8b8", "#e09a7d", "#7fd4ea", "#c8a2ee")
SOFT = 0.62
"""Share of a full colour that the surface has at most: the points on it have all of it."""
_STEPS = 64  # shades of a class
_LEAST = 0.1  # share of a class's colour where no class is ahead: its region is still seen


def class_color(index: int, palette: QPalette) -> QColor:
    """Give the colour of a class: orange for the first one, blue for the second one."""
    colors = chart_colors(palette)
    more = _MORE_DARK if is_dark(palette) else _MORE_LIGHT
    return (colors.negative, colors.positive, *map(QColor, more))[index % (2 + len(more))]


def signed_colors(values: NDArray[np.floating], limit: float, palette: QPalette) -> NDArray[np.uint32]:
    """Give each value its colour on the surface: blue above zero, orange below, pale near zero.

    Parameters
    ----------
    values : ndarray of any shape
        Real numbers.
    limit : float
        The size that has the strongest colour; larger ones have the same.
    palette : QPalette
        Of the widget that shows the colours.

    Returns
    -------
    ndarray of uint32, shape of `values`
        0xAARRGGBB; what is not a number has a colour of its own.
    """
    return heat_colors(np.clip(values, -limit, limit), limit / SOFT, palette)


def value_color(value: float, limit: float, palette: QPalette) -> QColor:
    """Give the colour of one value, as `signed_colors` does."""
    return QColor.fromRgb(int(signed_colors(np.array([value]), limit, palette)[0]))


def shares_colors(shares: NDArray[np.floating], palette: QPalette, discrete: bool = False) -> NDArray[np.uint32]:
    """Give each place the colour of the class with the largest share, the stronger the more it is ahead.

    Parameters
    ----------
    shares : ndarray, shape (N, C)
        What each class gets at each place, such as its probability.
    palette : QPalette
        Of the widget that shows the colours.
    discrete : bool
        Whether only the largest class counts, and not how far it is ahead.

    Returns
    -------
    ndarray of uint32, shape (N,)
        0xAARRGGBB; what is not a number has a colour of its own.
    """
    winner = shares.argmax(axis=1)
    known = np.isfinite(shares).all(axis=1)
    two = np.partition(np.where(known[:, np.newaxis], shares, 0), -2, axis=1)[:, -2:]
    ahead = np.ones(len(shares)) if discrete else np.clip(two[:, 1] - two[:, 0], 0, 1)
    table = _class_table(shares.shape[1], palette)
    colors = table[winner, np.rint(ahead * (_STEPS - 1)).astype(np.intp)]
    return np.where(known, colors, np.uint32(chart_colors(palette).diverged.rgb()))


def _class_table(count: int, palette: QPalette) -> NDArray[np.uint32]:
    ground = chart_colors(palette).background
    strengths = SOFT * (_LEAST + (1 - _LEAST) * np.arange(_STEPS) / (_STEPS - 1))
    shades = [[blend(ground, class_color(c, palette), float(s)).rgb() for s in strengths] for c in range(count)]
    return np.array(shades, np.uint32)
