"""Edges are drawn in the colour of their sign."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QImage, QPainter

from nn.inspection.edges import Edges
from playground.panels.network.diagram.edges import anchors, paint_edges
from playground.panels.network.diagram.layout import ColumnShape, Rect, lay_out
from playground.widgets.look.colors import chart_colors


@pytest.mark.parametrize("wide", [True, False])
def test_blue_is_positive_and_orange_is_negative(qapp, wide):
    blocks = lay_out([ColumnShape(1), ColumnShape(1)], Rect(0, 0, 200, 60))
    colors = chart_colors(qapp.palette())
    for weight, color in ((1.0, colors.positive), (-1.0, colors.negative), (np.nan, colors.diverged)):
        image = QImage(200, 60, QImage.Format.Format_RGB32)
        image.fill(colors.background)
        with QPainter(image) as painter:
            edges = Edges(np.array([0]), np.array([0]), np.array([weight]))
            paint_edges(painter, edges, blocks, 1.0, qapp.palette(), wide)
        column = {image.pixelColor(100, y).name() for y in range(60)}
        assert color.name() in column or not wide
        assert len(column) > 1


def test_a_stronger_edge_is_wider(qapp):
    blocks = lay_out([ColumnShape(1), ColumnShape(1)], Rect(0, 0, 200, 60))

    def width(weight):
        image = QImage(200, 60, QImage.Format.Format_RGB32)
        image.fill("white")
        with QPainter(image) as painter:
            paint_edges(
                painter, Edges(np.array([0]), np.array([0]), np.array([weight])), blocks, 1.0, qapp.palette(), True
            )
        return sum(image.pixelColor(100, y).name() != "#ffffff" for y in range(60))

    assert width(1.0) > width(0.2)


def test_edges_end_at_the_side_of_a_grid_or_at_the_very_cell():
    (block,) = lay_out([ColumnShape(100)], Rect(0, 0, 200, 100))
    index = np.array([1])
    left, _, _, _ = block.outline
    assert anchors(block, index, False, False)[0][0] == left
    assert anchors(block, index, False, True)[0][0] == block.cell(1).left
