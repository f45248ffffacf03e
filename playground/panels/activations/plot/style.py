"""How several functions in one plot are told apart: by colour and by dashes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen

from playground.widgets.look.colors import blend, is_dark

if TYPE_CHECKING:
    from PySide6.QtGui import QPalette

# Pink, then purple, as the documents draw them; the others differ from them and from each other also in grey.
_LIGHT = ("#cf2277", "#5f3dc4", "#0b7285", "#b45309", "#1769b0", "#5c6470")
_DARK = ("#ff8ac4", "#b79cff", "#56d3dd", "#f5b454", "#62b3f5", "#b6c0cc")
_DASHES: tuple[tuple[float, ...], ...] = ((), (11, 6), (4, 4), (15, 5, 4, 5), (22, 6))  # px
_SLOPE_STRENGTH = 0.62  # share of a function's colour in its derivative, over the background
_WIDTH, _SLOPE_WIDTH = 2.2, 1.4  # px


def function_color(index: int, palette: QPalette) -> QColor:
    """Give the colour of the function with this place in the plot."""
    colors = _DARK if is_dark(palette) else _LIGHT
    return QColor(colors[index % len(colors)])


def function_pen(index: int, palette: QPalette, *, derivative: bool = False) -> QPen:
    """Give the pen of a function, or the thinner and paler one of its derivative."""
    color = function_color(index, palette)
    if derivative:
        color = blend(palette.base().color(), color, _SLOPE_STRENGTH)
    pen = QPen(color, _SLOPE_WIDTH if derivative else _WIDTH)
    pen.setCosmetic(True)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def function_dashes(index: int) -> tuple[float, ...]:
    """Give the lengths of dashes and gaps of a function's line in pixels; none for a solid line."""
    return _DASHES[index % len(_DASHES)]
