"""What a person does in the evaluation panel, for its tests."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest


def click_sample(panel, place):
    samples = panel.view.samples
    index = samples.model().index(place, 0)
    samples.scrollTo(index)
    QTest.mouseClick(samples.viewport(), Qt.MouseButton.LeftButton, pos=samples.visualRect(index).center())


def look_at(panel, look):
    """Choose what is shown, as a person does."""
    box = panel.view.look
    box.setCurrentIndex(box.findData(look))
    box.activated.emit(box.currentIndex())
