"""A debugger that is quick to step through."""

from __future__ import annotations

import pytest

from nn.network import NetworkSpec


@pytest.fixture
def small(qtbot, session):
    """Give a session whose debugger shows a batch of points in the plane."""
    with qtbot.waitSignal(session.document.dataset_changed):
        session.editing.choose_dataset("circle")
    session.editing.edit_spec("Layers", NetworkSpec.mlp(2, (4,), 2))
    session.debugger.open()
    return session
