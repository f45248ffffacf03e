"""A class that a person steps through in the dock of their own code."""

from __future__ import annotations

from playground.panels.my_code.panel import MyCodePanel


def stepped(window, qtbot, text):
    """Put a text into the dock, step into it, and return the dock's content."""
    window.session.panel_requested.emit("my_code")
    panel = window.findChild(MyCodePanel)
    qtbot.waitUntil(lambda: not panel.visibleRegion().isEmpty())
    own_code = window.session.own_code
    own_code.source.begin(text)
    own_code.source.allow()
    own_code.stepping.step_into()
    qtbot.waitUntil(lambda: own_code.stepping.is_open)
    return panel.view
