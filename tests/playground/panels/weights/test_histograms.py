"""Counting numbers into bins, and the grid that shows the counts."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from playground.panels.weights.histogram_data import BINS, HistogramPair
from playground.panels.weights.histogram_grid import HistogramGrid
from playground.widgets.look.colors import chart_colors


def test_counts_are_those_of_numpy():
    values = np.random.default_rng(0).standard_normal((50, 40)).astype(np.float32)
    pair = HistogramPair.of("W1", values)

    expected, _ = np.histogram(values, BINS, (-pair.limit, pair.limit))

    assert np.abs(pair.now * values.size - expected).max() <= 1  # a number on an edge may go to either side
    assert pair.now.sum() == pytest.approx(1)
    assert (pair.mean, pair.std) == (pytest.approx(values.mean(), abs=1e-6), pytest.approx(values.std(), rel=1e-5))
    assert pair.limit == np.abs(values).max()


def test_now_and_before_share_their_bins():
    pair = HistogramPair.of("W1", np.float32([1, -1]), np.float32([4, -4]))
    assert pair.limit == 4
    assert pair.before is not None
    assert np.flatnonzero(pair.before).tolist() == [0, BINS - 1]
    assert 0 < np.flatnonzero(pair.now)[0] < np.flatnonzero(pair.now)[1] < BINS - 1
    assert pair.before_std == 4


def test_zero_is_in_the_middle_and_signs_are_apart():
    pair = HistogramPair.of("W1", np.float64([0, 0, 1, -1]))
    low, high = pair.edges(BINS // 2)
    assert low < 0 < high
    assert pair.now[BINS // 2] == 0.5
    assert pair.zeros == 0.5


@pytest.mark.parametrize(
    "values",
    [np.zeros(5), np.empty(0), np.array([np.nan, np.inf]), np.array([1e-300]), np.float32([1e38, -1e38]), np.ones(1)],
    ids=["zeros", "none", "not finite", "tiny", "huge", "one"],
)
def test_strange_numbers_are_counted(values):
    with np.errstate(all="ignore"):
        pair = HistogramPair.of("b1", values, values)
    assert pair.now.sum() == pytest.approx(float(np.isfinite(values).any()))
    assert pair.not_finite == np.count_nonzero(~np.isfinite(values))


@pytest.fixture
def grid(qtbot):
    grid = HistogramGrid()
    qtbot.addWidget(grid)
    grid.resize(500, 240)
    rng = np.random.default_rng(1)
    pairs = []
    for name, size in (("W1", 500), ("b1", 9), ("W2", 90), ("b2", 3)):
        values = rng.standard_normal(size)
        pairs.append(HistogramPair.of(name, values, 0 * values if name[0] == "b" else values + 0.5))
    grid.show_histograms(pairs)
    grid.show()
    QApplication.processEvents()
    return grid


def test_bars_have_the_colours_of_their_signs(grid):
    picture, area = grid.grab().toImage(), grid.area_of(0)
    colors = chart_colors(grid.palette())

    def has(color, left, right):
        return any(
            picture.pixelColor(x, y).name() == color.name()
            for x in range(left, right)
            for y in range(area.top(), area.bottom())
        )

    middle = area.center().x()
    assert has(colors.negative, area.left(), middle - 5)
    assert not has(colors.positive, area.left(), middle - 5)
    assert has(colors.positive, middle + 5, area.right())
    assert not has(colors.negative, middle + 5, area.right())


def test_a_click_and_the_arrows_choose_an_array(grid, qtbot):
    with qtbot.waitSignal(grid.chosen) as chosen:
        QTest.mouseClick(grid, Qt.MouseButton.LeftButton, pos=grid.area_of(2).center())
    assert chosen.args == ["W2"]
    grid.mark("W2")
    with qtbot.waitSignal(grid.chosen) as chosen:
        QTest.keyClick(grid, Qt.Key.Key_Up)
    assert chosen.args == ["W1"]


def test_hover_explains_bars_and_line(grid):
    text = grid.explanation(0).replace("\n", " ")
    assert text.startswith("W1: 500 numbers, mean")
    assert "Line: when training began." in text


def test_an_empty_grid_is_painted(qtbot):
    grid = HistogramGrid()
    qtbot.addWidget(grid)
    grid.show()
    assert not grid.grab().isNull()


def test_zeros_have_no_colour_of_a_sign(qtbot):
    zeros = HistogramGrid()
    qtbot.addWidget(zeros)
    zeros.resize(300, 100)
    zeros.show_histograms([HistogramPair.of("b1", np.zeros(5))])
    picture, positive = zeros.grab().toImage(), chart_colors(zeros.palette()).positive.name()
    names = {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}
    assert positive not in names
    assert chart_colors(zeros.palette()).muted.name() in names
