"""A label that changes often must not disturb its neighbours."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from playground.widgets.text.steady_label import SteadyLabel


class Layouts(QObject):
    """Counts how often a widget is asked to lay itself out anew."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.LayoutRequest
        return False


def shown(qtbot, label: QLabel) -> QWidget:
    window = QWidget()
    QVBoxLayout(window).addWidget(label)
    qtbot.addWidget(window)
    window.resize(200, 60)
    with qtbot.waitExposed(window):
        window.show()
    return window


@pytest.mark.parametrize(("kind", "wanted"), [(SteadyLabel, 0), (QLabel, 1)])
def test_only_a_plain_label_asks_for_a_new_layout(qtbot, qapp, kind, wanted):
    label = kind()
    window = shown(qtbot, label)
    qapp.processEvents()
    layouts = Layouts(window)
    label.setText("iteration 1,234")
    qapp.processEvents()
    assert layouts.count == wanted


def test_a_new_text_is_painted_and_told(qtbot):
    label = SteadyLabel()
    window = shown(qtbot, label)
    empty = label.grab().toImage()
    label.setText("1,234")
    assert label.text() == "1,234"
    assert label.grab().toImage() != empty
    assert window.isVisible()


def test_reserved_width_holds_the_reserved_text(qtbot):
    label = SteadyLabel()
    qtbot.addWidget(label)
    label.reserve("Iteration 100,000")
    assert label.minimumSizeHint().width() >= label.fontMetrics().horizontalAdvance("Iteration 100,000")
