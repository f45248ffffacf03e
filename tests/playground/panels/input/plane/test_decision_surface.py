"""The plane with its points, driven by a mouse and by keys as a person drives it."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from playground.panels.input.plane.decision_surface import DecisionSurface
from playground.panels.input.plane.points_layer import TEST, TRAIN, Hit, PlanePoints
from playground.window.theme import palette_of

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
NONE, CTRL, SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
ORANGE, BLUE = 0xFFD95F02, 0xFF1769B0
WISHES = ("add", "move", "delete", "relabel")


@pytest.fixture
def surface(qtbot):
    """Give a surface over -6 to 6 with three training points and one test point."""
    surface = DecisionSurface()
    qtbot.addWidget(surface)
    surface.resize(400, 400)
    surface.can_edit = True
    train = PlanePoints(np.array([[0.0, 0.0], [3.0, 3.0], [-4.0, 2.0]]), np.array([ORANGE, BLUE, BLUE], np.uint32))
    test = PlanePoints(np.array([[2.0, -3.0]]), np.array([ORANGE], np.uint32))
    surface.show_points(train, test)
    surface.show()
    qtbot.waitExposed(surface)
    surface.setFocus()
    qtbot.waitUntil(surface.hasFocus)
    return surface


@pytest.fixture
def told(surface):
    """Give the list of everything the surface tells, as (signal's name, arguments)."""
    told = []

    def note(name):
        return lambda *arguments: told.append((name, *arguments))

    for wish in WISHES:
        getattr(surface, f"{wish}_requested").connect(note(wish))
    surface.place_chosen.connect(note("place"))
    surface.point_chosen.connect(note("point"))
    return told


def at(surface, place) -> QPoint:
    return surface.geometry_now.pixels(place).toPoint()


def click(surface, place, button=LEFT, modifier=NONE):
    QTest.mouseClick(surface, button, modifier, at(surface, place))


def drag(surface, *places, modifier=NONE):
    QTest.mousePress(surface, LEFT, modifier, at(surface, places[0]))
    for place in places[1:]:
        QTest.mouseMove(surface, at(surface, place))
    QTest.mouseRelease(surface, LEFT, modifier, at(surface, places[-1]))


def near(place, wanted):
    return place == pytest.approx(wanted, abs=0.04)  # less than a pixel


def test_places_and_pixels_lead_to_each_other(surface):
    geometry = surface.geometry_now
    assert geometry.frame.width() == geometry.frame.height()
    assert geometry.pixels((-6, 6)) == geometry.frame.topLeft()
    assert geometry.pixels((6, -6)) == geometry.frame.bottomRight()
    assert near(geometry.place(geometry.pixels((1.5, -2.25))), (1.5, -2.25))
    assert geometry.place(QPointF(-100, 1000)) == (-6, -6)


def test_the_numbers_on_the_axes_are_round_and_inside(surface):
    assert surface.geometry_now.ticks(0) == [-6, -4, -2, 0, 2, 4, 6]
    surface.show_area((-0.5, 1.5, -0.5, 1.5))
    assert surface.geometry_now.ticks(1) == pytest.approx([-0.4, -0.2, 0, 0.2, 0.4, 0.6, 0.8, 1, 1.2, 1.4])


def test_a_click_on_an_empty_place_adds_a_point_with_a_tool_that_adds(surface, told):
    surface.adds_points = True
    click(surface, (4, -2))
    ((wish, place),) = told
    assert wish == "add"
    assert near(place, (4, -2))


def test_a_click_on_an_empty_place_looks_at_it_with_the_tool_that_looks(surface, told):
    click(surface, (4, -2))
    ((wish, place),) = told
    assert wish == "place"
    assert near(place, (4, -2))


def test_ctrl_and_click_looks_with_any_tool(surface, told):
    surface.adds_points = True
    click(surface, (4, -2), modifier=CTRL)
    click(surface, (3, 3), modifier=CTRL)
    assert [wish for wish, _ in told] == ["place", "point"]


def test_a_place_can_be_dragged_along(surface, told):
    drag(surface, (4, -2), (4, -1), (5, 1))
    assert [wish for wish, _ in told] == ["place"] * 3
    assert near(told[-1][1], (5, 1))


@pytest.mark.parametrize("adds", [False, True])
def test_a_drag_moves_a_point_in_one_gesture(surface, told, adds):
    surface.adds_points = adds
    drag(surface, (3, 3), (2, 2), (1, -1))
    drag(surface, (0, 0), (0, 1))
    assert [(wish, index) for wish, index, *_ in told] == [("move", 1), ("move", 1), ("move", 0)]
    assert near(told[1][2], (1, -1))
    (first, second, third) = (gesture for *_, gesture in told)
    assert first == second != third


def test_a_point_cannot_be_dragged_out_of_the_plane(surface, told):
    drag(surface, (3, 3), (30, 3))
    ((_, _, place, _),) = told
    assert place[0] == 6


def test_a_hand_that_shakes_while_it_clicks_moves_nothing(surface, told):
    pixels = at(surface, (3, 3))
    QTest.mousePress(surface, LEFT, NONE, pixels)
    QTest.mouseMove(surface, pixels + QPoint(1, 1))
    QTest.mouseRelease(surface, LEFT, NONE, pixels + QPoint(1, 1))
    assert told == [("point", Hit(TRAIN, 1))]
    assert surface.selected == 1


def test_the_right_button_deletes_a_point_and_nothing_else(surface, told):
    click(surface, (-4, 2), RIGHT)
    click(surface, (5, 5), RIGHT)
    assert told == [("delete", 2)]


def test_a_double_click_changes_a_point(surface, told):
    pixels = at(surface, (3, 3))
    QTest.mouseClick(surface, LEFT, NONE, pixels)
    QTest.mouseDClick(surface, LEFT, NONE, pixels)
    assert told[-1] == ("relabel", 1, -1)
    assert [wish for wish, *_ in told].count("relabel") == 1


def test_a_double_click_on_an_empty_place_does_not_change_what_its_first_click_added(surface, told):
    surface.adds_points = True

    def add(place):
        places = np.vstack((surface.layer.train.places, place))
        surface.show_points(PlanePoints(places, np.full(len(places), BLUE, np.uint32)), PlanePoints())

    surface.add_requested.connect(add)
    pixels = at(surface, (4, -2))
    QTest.mouseClick(surface, LEFT, NONE, pixels)
    QTest.mouseDClick(surface, LEFT, NONE, pixels)
    assert [wish for wish, *_ in told] == ["add"]


def test_test_points_can_be_looked_at_where_they_are_shown_and_never_changed(surface, told):
    click(surface, (2, -3))
    assert told.pop()[0] == "place"
    surface.show_test_points(True)
    click(surface, (2, -3))
    click(surface, (2, -3), RIGHT)
    drag(surface, (2, -3), (3, -4))
    assert told == [("point", Hit(TEST, 0))]


def test_points_that_are_nobody_s_to_edit_can_be_looked_at_only(surface, told):
    surface.can_edit = False
    surface.adds_points = True
    click(surface, (4, -2))
    click(surface, (3, 3), RIGHT)
    drag(surface, (3, 3), (1, 1))
    click(surface, (3, 3))
    assert told == [("point", Hit(TRAIN, 1))]


def test_nothing_happens_outside_the_frame(surface, told):
    surface.adds_points = True
    QTest.mouseClick(surface, LEFT, NONE, QPoint(3, surface.height() - 3))
    assert told == []


def test_the_arrows_move_a_cursor_and_enter_acts_there(surface, told):
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Up):
        QTest.keyClick(surface, key)
    assert near(surface.cursor_place, (0.5, 0.25))
    QTest.keyClick(surface, Qt.Key.Key_Left, SHIFT)
    assert near(surface.cursor_place, (0.45, 0.25))
    QTest.keyClick(surface, Qt.Key.Key_Return)
    surface.adds_points = True
    QTest.keyClick(surface, Qt.Key.Key_Space)
    assert told == [("place", surface.cursor_place), ("add", surface.cursor_place)]


def test_the_keys_select_move_relabel_look_at_and_delete_points(surface, told):
    QTest.keyClick(surface, Qt.Key.Key_PageDown)
    QTest.keyClick(surface, Qt.Key.Key_PageDown)
    assert surface.selected == 1
    QTest.keyClick(surface, Qt.Key.Key_Left)
    QTest.keyClick(surface, Qt.Key.Key_Down)
    for key in (Qt.Key.Key_C, Qt.Key.Key_2, Qt.Key.Key_Return, Qt.Key.Key_Delete):
        QTest.keyClick(surface, key)
    (first, second), rest = told[:2], told[2:]
    assert first[:2] == second[:2] == ("move", 1)
    assert near(first[2], (2.75, 3))
    assert first[3] == second[3]
    assert rest == [("relabel", 1, -1), ("relabel", 1, 1), ("point", Hit(TRAIN, 1)), ("delete", 1)]


def test_neighbours_are_found_around_the_end_and_escape_lets_go(surface):
    QTest.keyClick(surface, Qt.Key.Key_PageUp)
    assert surface.selected == 2
    QTest.keyClick(surface, Qt.Key.Key_PageDown)
    assert surface.selected == 0
    QTest.keyClick(surface, Qt.Key.Key_Escape)
    assert surface.selected is None


def test_the_selection_ends_with_the_point_and_with_the_focus(qtbot, surface):
    surface.select(2)
    surface.show_points(PlanePoints(np.zeros((2, 2)), np.zeros(2, np.uint32)), PlanePoints())
    assert surface.selected is None
    surface.select(1)
    surface.clearFocus()
    assert surface.selected is None


def test_it_tells_what_is_pointed_at(qtbot, surface):
    told = []
    surface.pointed_at.connect(told.append)
    QTest.mouseMove(surface, at(surface, (2, 2)))
    qtbot.waitUntil(lambda: bool(told))
    assert near(told[-1], (2, 2))
    QApplication.sendEvent(surface, QEvent(QEvent.Type.Leave))
    assert told[-1] is None


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_picture_points_and_rings_are_seen(surface, theme):
    surface.setPalette(palette_of(theme))
    picture = QImage(2, 2, QImage.Format.Format_RGB32)
    picture.fill(QColor("#88cc88"))
    surface.show_picture(picture)
    surface.show_test_points(True)
    shown = surface.grab().toImage()

    def color(place, down=0):
        return shown.pixelColor(at(surface, place) + QPoint(0, down)).rgb()

    assert color((5, -5)) == QColor("#88cc88").rgb()
    assert color((0, 0)) == ORANGE
    assert color((3, 3)) == BLUE
    ground = surface.palette().base().color().rgb()
    assert color((2, -3)) == ground  # the ring is hollow
    around = [QColor.fromRgb(color((2, -3), down)) for down in range(8)]
    assert any(abs(c.hsvHue() - QColor.fromRgb(ORANGE).hsvHue()) < 5 and c.hsvSaturation() > 120 for c in around)


def test_as_many_points_as_can_be_told_apart_are_shown(surface):
    places = np.tile([[1.0, 1.0]], (5000, 1))
    surface.show_points(PlanePoints(places, np.full(5000, BLUE, np.uint32)), PlanePoints())
    assert surface.layer.is_cut
    surface.grab()
    assert surface.hit(surface.geometry_now.pixels((1, 1))).index < 2000


def test_the_plane_fits_into_any_size(surface):
    for size in ((150, 150), (260, 260), (900, 300), (200, 700)):
        surface.resize(*size)
        frame = surface.geometry_now.frame
        assert frame.left() > 10
        assert frame.top() >= 0
        assert frame.right() <= size[0]
        assert frame.bottom() < size[1] - 10
        assert frame.width() == frame.height() > 100
        surface.grab()
