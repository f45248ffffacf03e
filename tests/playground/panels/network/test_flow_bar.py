"""The bar of a recorded pass has room for what it says."""

from __future__ import annotations

import pytest

from playground.panels.network.flow_bar import FlowBar, FlowState
from playground.widgets.text.steady_label import SteadyLabel


@pytest.mark.parametrize("length", [15, 134, 2_000])
def test_the_place_in_a_pass_is_written_whole(qtbot, length):
    bar = FlowBar()
    qtbot.addWidget(bar)
    bar.resize(320, bar.sizeHint().height())
    bar.show()
    bar.show_state(FlowState(is_open=True, cursor=length, length=length))
    (place,) = [label for label in bar.findChildren(SteadyLabel) if label.text() == f"{length} / {length}"]
    qtbot.waitUntil(lambda: place.width() >= place.fontMetrics().horizontalAdvance(place.text()))
