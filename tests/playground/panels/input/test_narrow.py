"""The input in a narrow dock: what has no room beside stands below, and nothing scrolls sideways."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction

from playground.panels.input.drawing.canvas import DigitCanvas
from playground.panels.input.drawing.square_row import SquareRow
from playground.panels.input.panel import InputPanel
from playground.widgets.plot.probability_bars import ProbabilityBars
from playground.widgets.refreshing import bring_up_to_date
from playground.window.panel_scroll import PanelScroll
from playground.window.text_size import TextSize


@pytest.mark.parametrize("data", ["mnist", "xor"])
def test_nothing_scrolls_sideways_with_large_text_in_a_small_window(window, qtbot, data):
    window.resize(1366, 728)
    window.session.looking.choose("mine")
    window.session.editing.choose_with_recipe(data)
    qtbot.waitUntil(lambda: window.session.library.data.name == data)
    window.findChild(TextSize).use(1.5)
    scroll = next(each for each in window.findChildren(PanelScroll) if isinstance(each.widget(), InputPanel))
    for name in ("Points", "Step", "Compare", "Draw"):
        window.findChild(QAction, f"actionArrangement{name}").trigger()
        bring_up_to_date(window)
        qtbot.waitUntil(lambda: scroll.horizontalScrollBar().maximum() == 0)


def test_one_stands_below_a_square_that_leaves_it_no_room(qtbot):
    square, beside = DigitCanvas(), ProbabilityBars()
    row = SquareRow(square, beside)
    qtbot.addWidget(row)
    beside.show_probabilities([0.5, 0.5], ["cat", "dog"])
    least = 140 + 10 + beside.minimumSizeHint().width()
    row.resize(least, 400)
    row.show()
    assert beside.pos() == QPoint(square.width() + 10, 0)
    for _ in range(2):  # at the first its greatest height is that of before
        row.resize(least - 1, row.heightForWidth(least - 1))
    assert beside.pos() == QPoint(0, square.height() + 10)
    assert square.width() == least - 1
    assert beside.height() >= beside.minimumSizeHint().height()
    assert row.minimumSizeHint().width() == max(140, beside.minimumSizeHint().width())
