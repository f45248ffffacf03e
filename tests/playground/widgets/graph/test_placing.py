"""Texts along the edges of a graph: each is read by itself."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QSizeF

from nn.inspection.graph_layout import GraphShape, Kind, Link, lay_out_graph
from playground.widgets.graph.geometry import GraphGeometry
from playground.widgets.graph.picture import Figure, GraphNode, GraphPicture
from playground.widgets.graph.placing import Places, Placing

KINDS = (Kind.INPUT, Kind.OPERATION, Kind.OPERATION, Kind.OUTPUT)
LINKS = tuple(Link(*ends) for ends in pairwise(range(len(KINDS))))


@pytest.mark.parametrize("width", range(160, 640, 11))
def test_two_shapes_in_a_row_are_not_read_as_one(qapp, width):
    shape = GraphShape(KINDS, LINKS)
    values = dict(zip(LINKS, map(Figure, (("4×1×5×5",), ("4×25",), ("25×4",))), strict=True))
    picture = GraphPicture(shape, tuple(map(GraphNode, ("W1", "reshape", "T", "y"))), values, {}, {})
    geometry = GraphGeometry(shape, lay_out_graph(shape), QSizeF(width, 120), 20.0, (24.0, 60.0, 40.0, 16.0))
    placing = Placing(picture, Places(geometry, qapp.font()))
    painted = sorted((rect for part, (_, rect) in placing.figures.items() if part not in placing.crowded), key=left)
    assert painted
    assert all(other.left() - one.right() >= 0.2 * geometry.row for one, other in pairwise(painted))


def left(rect):
    return rect.left()
