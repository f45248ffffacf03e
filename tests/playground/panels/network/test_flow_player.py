"""The player of a recorded pass has room for what it says."""

from __future__ import annotations

import pytest

from playground.panels.network.flow_player import FlowPlayer
from playground.widgets.text.steady_label import SteadyLabel


@pytest.mark.parametrize("length", [15, 134, 2_000])
def test_the_place_in_a_pass_is_written_whole(qtbot, session, length):
    player = FlowPlayer(session)
    qtbot.addWidget(player)
    player.resize(320, player.sizeHint().height())
    player.show()
    session.flow.open()
    events = session.flow.stepper.trace * length
    session.flow.stepper.show(lambda _depth: events[:length], cursor=-1)
    (place,) = [label for label in player.findChildren(SteadyLabel) if label.text() == f"{length} / {length}"]
    qtbot.waitUntil(lambda: place.width() >= place.fontMetrics().horizontalAdvance(place.text()))
