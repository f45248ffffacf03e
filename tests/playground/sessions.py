"""What tests do with a session whose data are points in a plane: training takes milliseconds there."""

from __future__ import annotations


def choose(qtbot, session, dataset):
    """Take other data, and wait until they are there."""
    session.editing.choose_dataset(dataset)
    qtbot.waitUntil(lambda: session.document.state.dataset.name == dataset and session.library.data is not None)


def train(qtbot, session, **changes):
    """Train to the end, with other settings if any are named."""
    if changes:
        session.editing.edit_config("how", **changes)
    session.control.train()
    trained(qtbot, session)


def trained(qtbot, session):
    """Wait for a training that was begun, to its end."""
    qtbot.waitUntil(lambda: session.run.is_running)
    qtbot.waitUntil(lambda: not session.control.is_busy)
