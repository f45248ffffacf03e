"""Whatever a person sees in the real window is up to date as soon as the clock rests."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDockWidget

from playground.panels import panel_types
from playground.widgets.refreshing import Refreshing


@pytest.mark.parametrize("name", [panel.name for panel in panel_types()])
def test_every_view_of_the_panel_in_front_shows_the_state_of_the_moment(window, qtbot, name):
    window.resize(1500, 900)
    window.session.panel_requested.emit(name)
    dock = window.findChild(QDockWidget, f"{name}Dock")
    qtbot.waitUntil(lambda: not dock.panel.visibleRegion().isEmpty())
    window.session.looking.show_row(3)
    window.session.debugger.open()
    qtbot.waitUntil(lambda: window.frame_clock.is_at_rest)
    views = [each for each in dock.findChildren(QObject) if isinstance(each, Refreshing)]
    assert [type(each).__name__ for each in views if each.is_out_of_date and is_in_sight(each.shown_in())] == []


def is_in_sight(widget) -> bool:
    """Say whether what lies in the middle of a widget, for whoever points there, is the widget or a part of it."""
    window = widget.window()
    hit = window.childAt(widget.mapTo(window, widget.rect().center())) if widget.isVisible() else None
    return hit is not None and (hit is widget or widget.isAncestorOf(hit))
