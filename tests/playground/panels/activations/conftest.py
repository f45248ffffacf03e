"""How much of a plot a line takes, as it is seen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF

_PALE = 60  # of 255: what is less coloured is an axis, the grid, or the edge of a line


@pytest.fixture
def share_in_colour():
    """Give a function that tells in which share of a plot's columns something has one of some hues."""

    def columns(view, low, high):
        ends = [view.mapFromScene(view.box.mapViewToScene(QPointF(x, 0.0))).x() for x in (low, high)]
        return range(*ends)

    def is_seen(image, x, hues):
        colours = (image.pixelColor(x, y) for y in range(image.height()))
        return any(colour.hsvHue() in hues and colour.hsvSaturation() > _PALE for colour in colours)

    def share(view, low, high, hues):
        image = view.grab().toImage()
        seen = [is_seen(image, x, hues) for x in columns(view, low, high)]
        return sum(seen) / len(seen)

    return share
