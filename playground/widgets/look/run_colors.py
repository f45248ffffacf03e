"""The hues of runs, by which their curves are told apart: a network has one, whatever is drawn of it."""

from __future__ import annotations

from PySide6.QtGui import QColor

_LIGHT = (
    "#8a5a00",
    "#7a3fb0",
    "#b3325c",
    "#4a6a1e",
    "#1f5fa8",
    "#9a4a2a",
    "#5b5f97",
    "#0b7285",
    "#a0519a",
    "#6b6b00",
    "#c0392b",
    "#2d6a4f",
    "#3d5afe",
    "#795548",
    "#ad1457",
    "#546e7a",
)
_DARK = (
    "#e0b040",
    "#b88cf0",
    "#f08cae",
    "#a5c96a",
    "#7db4f0",
    "#e09a78",
    "#a9aee0",
    "#5fc9dc",
    "#dc96d6",
    "#cfcf60",
    "#f28b82",
    "#7fd1ae",
    "#9fa8ff",
    "#bcaaa4",
    "#f48fb1",
    "#a7bcc8",
)
MOST_RUNS = len(_LIGHT)
"""Runs that can be told apart by their colours; beyond, the palette begins anew."""


def run_color(place: int, *, dark: bool) -> QColor:
    """Return the colour of a run by its place in the palette: 3:1 at least against the ground of a chart."""
    colors = _DARK if dark else _LIGHT
    return QColor(colors[place % len(colors)])
