"""The strongest edges are chosen exactly, and drawn in the colour of their sign."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QImage, QPainter

from playground.panels.network.diagram.edges import Edges, anchors, incoming, outgoing, paint_edges, shares, strongest
from playground.panels.network.diagram.layout import ColumnShape, Rect, lay_out
from playground.widgets.look.colors import chart_colors


@pytest.mark.parametrize("shape", [(2, 3), (784, 100), (784, 512), (1024, 512)])
@pytest.mark.parametrize("count", [1, 5, 80])
def test_the_strongest_are_those_a_full_sort_gives(shape, count):
    weights = np.random.default_rng(3).normal(size=shape).astype(np.float32)
    edges = strongest(weights, count)
    expected = np.sort(np.abs(weights).reshape(-1))[-count:]
    np.testing.assert_array_equal(np.abs(edges.weights), expected)
    np.testing.assert_array_equal(edges.weights, weights[edges.sources, edges.targets])


def test_the_strongest_are_found_however_they_are_spread():
    weights = np.zeros((1024, 512), np.float32)
    weights[7, :300] = np.arange(1, 301)  # all in one row, where a sample hardly looks
    np.testing.assert_array_equal(strongest(weights, 50).weights, np.arange(251, 301))


def test_the_strongest_are_found_where_a_sample_would_mislead():
    weights = np.zeros((1024, 512), np.float32)
    every = weights.size // 5_000  # what a sample sees is large, and all the rest is not
    weights.reshape(-1)[::every] = np.arange(1, len(weights.reshape(-1)[::every]) + 1)
    np.testing.assert_array_equal(strongest(weights, 80).weights, weights.max() - np.arange(79, -1, -1))


def test_nan_is_never_hidden():
    weights = np.ones((300, 300))
    weights[4, 5] = np.nan
    edges = strongest(weights, 3)
    assert (4, 5) in set(zip(edges.sources.tolist(), edges.targets.tolist(), strict=True))


def test_a_neuron_has_its_own_edges():
    weights = np.random.default_rng(1).normal(size=(20, 30))
    into, out = incoming(weights, 7, 5), outgoing(weights, 4, 40)
    assert set(into.targets.tolist()) == {7}
    np.testing.assert_array_equal(np.sort(np.abs(weights[:, 7]))[-5:], np.abs(into.weights))
    assert set(out.sources.tolist()) == {4}
    assert sorted(out.targets.tolist()) == list(range(30))


@pytest.mark.parametrize(
    ("totals", "budget", "given"),
    [([10, 10], 8, [4, 4]), ([2, 100, 100], 50, [2, 24, 24]), ([3, 4], 100, [3, 4]), ([], 10, [])],
)
def test_edges_are_shared_out_among_the_gaps(totals, budget, given):
    assert shares(totals, budget) == given


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
