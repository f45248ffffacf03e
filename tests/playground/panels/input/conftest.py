"""The input panel, as in the window."""

from __future__ import annotations

import pytest

from playground.panels.input.panel import InputPanel


@pytest.fixture
def panel(qtbot, session):
    made = InputPanel()
    qtbot.addWidget(made)
    made.resize(420, 640)
    made.show()
    qtbot.waitActive(made)
    list(made.attach(session))  # to its end, in one turn
    return made
