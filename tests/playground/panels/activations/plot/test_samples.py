"""Real numbers on a curve: counted in bars, stamped as dots, told in words."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt

from playground.panels.activations.plot.parts import PartsLine
from playground.panels.activations.plot.plot import FunctionCurve, FunctionPlotView
from playground.panels.activations.plot.samples import OFF, SATURATED, WORKING, Samples
from playground.panels.activations.staying_menu import StayingMenu
from playground.widgets.look.colors import chart_colors

X = np.array([-2.0, -1.0, 0.5, 1.5, 30.0])
PARTS = np.array([OFF, OFF, WORKING, SATURATED, WORKING])


@pytest.fixture
def plot(qtbot):
    view = FunctionPlotView()
    qtbot.addWidget(view)
    view.resize(420, 300)
    with qtbot.waitExposed(view):
        view.show()
    x = np.linspace(-5, 5, 101)
    view.show_curves([FunctionCurve("relu", x, np.maximum(x, 0), x > 0)], (-5.0, 5.0))
    return view


def test_bars_count_what_is_in_sight_by_part(plot):
    plot.show_samples(Samples(X, np.maximum(X, 0), PARTS))
    assert plot.view.bars.counts.sum(axis=1).tolist() == [1, 1, 2]  # 30 is out of sight
    plot.show_curves(plot.curves, (-5.0, 50.0))
    assert plot.view.bars.counts.sum(axis=1).tolist() == [2, 1, 2]


def test_dots_stand_on_the_curve_of_their_function_only(plot):
    plot.show_samples(Samples(X, np.maximum(X, 0), PARTS))
    assert plot.view.dots.count == len(X)
    plot.show_samples(Samples(X, None, PARTS))
    assert plot.view.dots.count == 0
    plot.show_samples(None)
    assert plot.view.bars.counts.sum() == 0


def test_dots_take_the_colour_of_their_part(plot):
    x = np.full(1, 2.0)
    colors = chart_colors(plot.palette())
    for part, color in ((WORKING, colors.positive), (SATURATED, colors.negative), (OFF, colors.muted)):
        plot.show_samples(Samples(x, x, np.full(1, part)))
        view = plot.view
        at = view.mapFromScene(view.box.mapViewToScene(QPointF(2.0, 2.0)))
        assert view.grab().toImage().pixelColor(at).name() == color.name()


def test_very_many_numbers_are_thinned_out_as_dots_but_all_counted(plot):
    x = np.linspace(-4, 4, 10_000)
    plot.show_samples(Samples(x, x, np.zeros(10_000, int)))
    assert 300 < plot.view.dots.count <= 600
    assert plot.view.bars.counts.sum() == 10_000


def test_numbers_that_are_none_are_neither_counted_nor_drawn(plot):
    x = np.array([np.nan, np.inf, -np.inf, 1.0])
    plot.show_samples(Samples(x, x, np.zeros(4, int)))
    plot.grab()
    assert plot.view.dots.count == 1
    assert plot.view.bars.counts.sum() == 1


def test_words_stand_behind_squares_in_the_colours_of_the_parts(qtbot):
    line = PartsLine()
    qtbot.addWidget(line)
    line.resize(400, 20)
    line.show_texts(["3 working", "0 saturated", "7 off", "of 10"])
    image = line.grab().toImage()
    seen = {image.pixelColor(x, 10).name() for x in range(400)}
    colors = chart_colors(line.palette())
    assert {color.name() for color in (colors.positive, colors.negative, colors.muted)} <= seen


def test_a_menu_of_check_marks_stays_open(qtbot):
    menu = StayingMenu()
    qtbot.addWidget(menu)
    menu.setWindowFlags(Qt.WindowType.Widget)  # a real popup takes hold of the keyboard, which offscreen cannot
    mark = menu.addAction("mark")
    mark.setCheckable(True)
    menu.show()
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(mark).center())
    assert mark.isChecked()
    assert menu.isVisible()
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(mark).center())
    assert not mark.isChecked()
