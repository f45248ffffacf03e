from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from playground.panels.debugger.scrubber import Scrubber, Section, Track

TRACK = Track(
    10,
    (Section("forward", "Forward", 0, 6), Section("backward", "Backward", 6, 10)),
    (3, 6, 10),
    tuple(f"event {i}" for i in range(10)),
)


@pytest.fixture
def scrubber(qtbot):
    made = Scrubber()
    qtbot.addWidget(made)
    made.resize(300, 30)
    made.show_track(TRACK)
    made.show_place(4)
    made.show()
    return made


def asked(scrubber):
    places = []
    scrubber.place_requested.connect(places.append)
    return places


def test_places_and_pixels_agree(scrubber):
    assert [scrubber.place_at(scrubber.x_of(place)) for place in range(11)] == list(range(11))
    assert (scrubber.place_at(-50), scrubber.place_at(5000)) == (0, 10)


@pytest.mark.parametrize(
    ("key", "place"),
    [
        (Qt.Key.Key_Left, 3),
        (Qt.Key.Key_Right, 5),
        (Qt.Key.Key_PageDown, 6),
        (Qt.Key.Key_PageUp, 3),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_End, 10),
    ],
)
def test_keys_go_by_events_and_layers(scrubber, key, place):
    places = asked(scrubber)
    QTest.keyClick(scrubber, key)
    assert places == [place]


def test_nothing_is_asked_beyond_the_ends(scrubber):
    places = asked(scrubber)
    scrubber.show_place(10)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_PageDown, Qt.Key.Key_End):
        QTest.keyClick(scrubber, key)
    scrubber.show_track(Track())
    scrubber.show_place(0)
    QTest.mouseClick(scrubber, Qt.MouseButton.LeftButton, pos=QPoint(200, 20))
    assert places == []


def test_showing_a_place_asks_for_nothing(scrubber):
    places = asked(scrubber)
    scrubber.show_place(7)
    assert (places, scrubber.place) == ([], 7)


def test_the_wheel_goes_by_one_event(scrubber):
    places = asked(scrubber)
    for turn in (-120, 120):
        event = QWheelEvent(
            QPointF(5, 5),
            scrubber.mapToGlobal(QPointF(5, 5)),
            QPoint(),
            QPoint(0, turn),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(scrubber, event)
    assert places == [5, 3]


def test_what_has_happened_looks_otherwise_than_what_is_to_come(scrubber):
    scrubber.show_place(0)
    ahead = colour_at(scrubber, 1.5)
    scrubber.show_place(5)
    assert colour_at(scrubber, 1.5) != ahead
    assert colour_at(scrubber, 1.5) != colour_at(scrubber, 5.6)


def test_breakpoints_are_dots_above_the_line(scrubber):
    bare = scrubber.grab().toImage()
    scrubber.show_breakpoints(frozenset({7}))
    image = scrubber.grab().toImage()
    changed = [x for x in range(image.width()) if image.pixelColor(x, 10) != bare.pixelColor(x, 10)]
    assert changed
    assert abs(sum(changed) / len(changed) - scrubber.x_of(8)) < 2


def colour_at(scrubber, place):
    return scrubber.grab().toImage().pixelColor(round(scrubber.x_of(place)), scrubber.height() - 8).name()
