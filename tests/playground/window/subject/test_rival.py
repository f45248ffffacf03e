"""The arrangement Compare: the bar's fourth part, and the bars of both networks for one sample."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QToolButton, QWidget

from playground.startup.tour import THREE, stroke
from playground.widgets.plot.probability_bars import ProbabilityBars
from playground.widgets.refreshing import bring_up_to_date


def test_compare_shows_the_bars_of_both_networks(window):
    act = {name: window.findChild(QAction, f"actionArrangement{name}") for name in ("Compare", "Draw")}
    part, line = window.findChild(QToolButton, "subjectRival"), window.findChild(QLabel, "rivalAnswer")
    bars = next(each for each in window.findChildren(ProbabilityBars) if each.isVisible())
    assert not part.isVisible()
    assert not line.isVisible()
    act["Compare"].trigger()
    stroke(window.findChild(QWidget, "digitCanvas"), THREE)
    bring_up_to_date(window)
    assert part.text() == "against your network"  # the first start looks at the shipped one
    window.session.looking.choose("mine")
    bring_up_to_date(window)
    assert part.isVisible()
    assert part.text() == "against the shipped network"
    assert line.text().startswith("The shipped network: 3  ")
    assert max(range(10), key=bars.rivals.__getitem__) == 3
    assert "The other network: 0: " in bars.accessibleDescription()
    window.findChild(QToolButton, "subjectAlone").click()
    bring_up_to_date(window)
    assert bars.rivals == ()
    act["Draw"].trigger()
    bring_up_to_date(window)
    assert not part.isVisible()
    assert not line.isVisible()
