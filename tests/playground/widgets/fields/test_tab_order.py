"""Tab goes through a form as a person reads it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from playground.widgets.fields.tab_order import put_in_reading_order


def form(qtbot) -> tuple[QWidget, list[QWidget]]:
    """Build two lines, the second first and from right to left, with fields of different heights."""
    whole = QWidget()
    qtbot.addWidget(whole)
    below, last, tall, first = QLineEdit(whole), QSpinBox(whole), QLineEdit(whole), QLineEdit(whole)
    tall.setFixedHeight(120)
    row = QHBoxLayout()
    for widget in (first, tall, last):
        row.addWidget(widget)
    column = QVBoxLayout(whole)
    column.addLayout(row)
    column.addWidget(QLabel("not a stop"))
    column.addWidget(below)
    whole.show()
    qtbot.waitActive(whole)
    return whole, [first, tall, last, below]


def visited(qtbot, start: QWidget, count: int, key=Qt.Key.Key_Tab) -> list[QWidget]:
    start.setFocus()
    found = [start]
    for _ in range(count - 1):
        qtbot.keyClick(found[-1], key)
        found.append(start.window().focusWidget())
    return found


def test_tab_goes_line_by_line_from_left_to_right_and_back(qtbot):
    whole, fields = form(qtbot)
    assert visited(qtbot, fields[0], 4) != fields
    put_in_reading_order(whole)
    assert visited(qtbot, fields[0], 4) == fields
    assert visited(qtbot, fields[0], 5)[-1] is fields[0], "the way round is closed"
    assert visited(qtbot, fields[-1], 4, Qt.Key.Key_Backtab) == fields[::-1]


def test_what_was_put_in_order_stays_so(qtbot):
    whole, fields = form(qtbot)
    for _ in range(3):
        put_in_reading_order(whole)
    assert visited(qtbot, fields[0], 4) == fields


def test_a_row_that_comes_later_takes_its_place(qtbot):
    whole, fields = form(qtbot)
    put_in_reading_order(whole)
    between = QLineEdit()
    whole.layout().insertWidget(1, between)
    between.show()
    QApplication.processEvents()
    put_in_reading_order(whole)
    assert visited(qtbot, fields[0], 5) == [*fields[:3], between, fields[3]]
