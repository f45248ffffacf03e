"""The colours of classes: of points of a plane, of samples on a map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor

from playground.widgets.look.colors import chart_colors, is_dark

if TYPE_CHECKING:
    from PySide6.QtGui import QPalette

# Beyond orange and blue: apart from each other for every kind of colour blindness as far as ten colours can be.
_MORE_LIGHT = ("#00876c", "#a8187c", "#8a6d00", "#4d5fd1", "#5a5a5a", "#9a4a2f", "#2f8fa8", "#7b4fa3")
_MORE_DARK = ("#3fc9a5", "#f58fd2", "#e3c64a", "#97a5ff", "#b8b8b8", "#e09a7d", "#7fd4ea", "#c8a2ee")


def class_color(index: int, palette: QPalette) -> QColor:
    """Give the colour of a class: orange for the first one, blue for the second one."""
    colors = chart_colors(palette)
    more = _MORE_DARK if is_dark(palette) else _MORE_LIGHT
    return (colors.negative, colors.positive, *map(QColor, more))[index % (2 + len(more))]
