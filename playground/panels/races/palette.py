"""The colours of contestants: sixteen that can be told apart and read on both grounds; labels name their lines, too."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

from playground.widgets.look.colors import is_dark

_LIGHT = (
    "#0f766e",
    "#b45309",
    "#6d28d9",
    "#be123c",
    "#1d4ed8",
    "#4d7c0f",
    "#57534e",
    "#0e7490",
    "#92400e",
    "#15803d",
    "#7c2d12",
    "#4338ca",
    "#9f1239",
    "#475569",
    "#a16207",
    "#1e40af",
)
_DARK = (
    "#2dd4bf",
    "#fbbf24",
    "#c4b5fd",
    "#fb7185",
    "#93c5fd",
    "#bef264",
    "#d6d3d1",
    "#67e8f9",
    "#fdba74",
    "#86efac",
    "#e7a27c",
    "#a5b4fc",
    "#fda4af",
    "#cbd5e1",
    "#fde047",
    "#60a5fa",
)


def contestant_color(place: int, palette: QPalette) -> QColor:
    """Return the colour of the contestant at a place."""
    colors = _DARK if is_dark(palette) else _LIGHT
    return QColor(colors[place % len(colors)])
