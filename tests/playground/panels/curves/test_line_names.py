"""Where the names at the ends of lines stand."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from playground.panels.curves.line_names import moved_apart

AREA = QRectF(0, 0, 200, 100)


def box(left, top):
    return QRectF(left, top, 40, 20)


def test_names_of_lines_that_end_elsewhere_stay_at_their_lines():
    boxes = [box(10, 50), box(60, 52), box(120, 48)]
    assert moved_apart(boxes, AREA) == boxes


def test_names_at_one_place_are_moved_apart_inside_the_plot():
    moved = moved_apart([box(10, 70), box(12, 72), box(14, 95), box(10, -5)], AREA)
    assert not any(one.intersects(other) for at, one in enumerate(moved) for other in moved[:at])
    assert all(AREA.contains(each) for each in moved)
    assert [each.top() for each in moved] == [40, 60, 80, 0]
