"""The colours of everything that is data, for a light and for a dark window.

Text, backgrounds and controls take their colours from the palette; curves, bars and weights take theirs from
here, so that the same thing has the same colour in every panel. Meaning is never red against green: blue and
orange (positive and negative) stay apart for every kind of colour blindness and in grey,
and magenta, which neither of them resembles, marks what went wrong.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPalette

if TYPE_CHECKING:
    from collections.abc import Mapping

_DARK_BELOW = 128  # lightness of a window colour, 0 (black) to 255 (white)
_GRID_STRENGTH = 0.11  # share of the text colour in a grid line: seen when looked for, never in the way
_MUTED_STRENGTH = 0.68  # share of the text colour in a tick label: still 4.5:1 against the background


_MOST_PALETTES = 256  # whose colours are kept at hand: each widget may have one, and asks at every paint


@dataclass(frozen=True, eq=False)  # there is one for a theme, and what is made of it can be kept by it
class ChartColors:
    """What each kind of data is drawn in. Treat the colours as read-only.

    Attributes
    ----------
    network, faint, ghost
        The curves of a person's network, the noise beneath them, and the curves of the run before: lines that stand
        out from the ground by 3:1 at least. Solid lines are of the training data, dashed ones of the test data.
    bar
        Bars that are not the longest.
    course, steps
        Watched numbers from iteration to iteration, and within a pass.
    positive, negative, zero
        Numbers by their sign (weights, gradients, activations), and the neutral middle between them.
    accent
        What is pointed at, selected or recognised.
    diverged
        What went wrong: NaN, infinity, divergence.
    background, text, muted, grid
        The surface of a chart, its text, its quieter text (tick labels) and its grid lines.
    """

    network: QColor
    faint: QColor
    ghost: QColor
    bar: QColor
    course: QColor
    steps: QColor
    positive: QColor
    negative: QColor
    zero: QColor
    accent: QColor
    diverged: QColor
    background: QColor
    text: QColor
    muted: QColor
    grid: QColor


_LIGHT: Mapping[str, str] = {
    "network": "#0f766e",
    "faint": "#1f9d91",
    "ghost": "#7d8b8a",
    "bar": "#9cc3e6",
    "course": "#1769b0",
    "steps": "#d95f02",
    "positive": "#1769b0",
    "negative": "#d95f02",
    "zero": "#e9ecef",
    "accent": "#0b559f",
    "diverged": "#a8187c",
}
_DARK: Mapping[str, str] = {
    "network": "#2dd4bf",
    "faint": "#1f9d91",
    "ghost": "#7d9492",
    "bar": "#3f6f9f",
    "course": "#62b3f5",
    "steps": "#ff9d45",
    "positive": "#62b3f5",
    "negative": "#ff9d45",
    "zero": "#3a3e44",
    "accent": "#62b3f5",
    "diverged": "#f58fd2",
}


def is_dark(palette: QPalette) -> bool:
    """Tell whether windows of this palette are dark."""
    return palette.color(QPalette.ColorRole.Window).lightness() < _DARK_BELOW


def blend(below: QColor, above: QColor, share: float) -> QColor:
    """Mix two colours into an opaque one: ``share`` (0 to 1) of ``above``, the rest of ``below``.

    Opaque, because translucent lines cost half as much again to paint.
    """
    pairs = zip(below.getRgbF()[:3], above.getRgbF()[:3], strict=True)
    return QColor.fromRgbF(*(under + (over - under) * share for under, over in pairs))


_known: dict[tuple[int, QPalette.ColorGroup], ChartColors] = {}


def chart_colors(palette: QPalette) -> ChartColors:
    """Give the colours that suit a palette: ``chart_colors(self.palette())``, anew at each PaletteChange."""
    key = palette.cacheKey(), palette.currentColorGroup()
    colors = _known.get(key)
    if colors is None:
        if len(_known) >= _MOST_PALETTES:
            _known.clear()
        background, text = palette.color(QPalette.ColorRole.Base), palette.color(QPalette.ColorRole.Text)
        _known[key] = colors = _chart_colors(background.rgb(), text.rgb(), is_dark(palette))
    return colors


@lru_cache(8)
def _chart_colors(base: int, ink: int, dark: bool) -> ChartColors:
    """Make them once for a theme."""
    background, text = QColor(base), QColor(ink)
    data = _DARK if dark else _LIGHT
    return ChartColors(
        **{name: QColor(value) for name, value in data.items()},
        background=background,
        text=text,
        muted=blend(background, text, _MUTED_STRENGTH),
        grid=blend(background, text, _GRID_STRENGTH),
    )
