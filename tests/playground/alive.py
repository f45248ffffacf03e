"""A panel as it is in the window: attached to its end, and seen."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication


def alive(qtbot, session, panel, width, height):
    """Bring a panel to life in one turn, show it in a size, and return it."""
    qtbot.addWidget(panel)
    list(panel.attach(session))
    panel.resize(width, height)
    panel.show()
    QApplication.processEvents()
    return panel
