"""The evaluation panel of a real window."""

from __future__ import annotations

import pytest

from playground.panels.evaluation.panel import EvaluationPanel


@pytest.fixture
def panel(window, qtbot):
    window.session.panel_requested.emit("evaluation")
    panel = window.findChild(EvaluationPanel)
    qtbot.waitUntil(lambda: panel.view is not None and panel.view.table.matrix.rowCount() > 0)
    return panel
