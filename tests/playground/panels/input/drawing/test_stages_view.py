"""The three stages as a person sees them and points at them."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from playground.panels.input.drawing.pixel_zoom import PixelZoom
from playground.panels.input.drawing.stages_view import StagesView

CROP = np.zeros((60, 30), np.uint8)
CROP[:, 10:20] = 255
SCALED = np.zeros((20, 10), np.uint8)
SCALED[:, 4:6] = 200
CENTRED = np.zeros((28, 28), np.uint8)
CENTRED[4:24, 13:15] = 200
CENTRED[4, 13] = 77


@pytest.fixture
def view(qtbot):
    widget = StagesView()
    qtbot.addWidget(widget)
    widget.resize(344, 130)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def dark_areas(view: StagesView) -> list[int]:
    """Count the inked pixels in the left, middle and right third."""
    image = view.grab().toImage()
    limit = view.palette().color(QPalette.ColorRole.Text).lightness() + 60
    third = image.width() // 3
    bottom = view.area_of(0).bottom()  # below are captions, which are dark too
    return [
        sum(
            image.pixelColor(x, y).lightness() < limit
            for x in range(part * third, (part + 1) * third)
            for y in range(int(bottom))
        )
        for part in range(3)
    ]


def centre_pixel(view: StagesView, row: int, column: int) -> QPoint:
    """Where a pixel of the 28 x 28 picture is painted, found by its size, which its frame gives."""
    cell = view.area_of(2)
    size = cell.width() / 28
    return QPoint(int(cell.left() + (column + 0.5) * size), int(cell.top() + (row + 0.5) * size))


def zoom_of(view: StagesView) -> PixelZoom | None:
    return next((zoom for zoom in view.findChildren(PixelZoom) if zoom.isVisible()), None)


def test_an_empty_view_is_painted(view):
    assert dark_areas(view) == [0, 0, 0]


def test_each_stage_is_painted_in_its_place(view):
    view.show_stages(CROP, SCALED, CENTRED)

    assert all(count > 50 for count in dark_areas(view))


def test_the_next_digit_takes_the_place_of_the_last(view):
    view.show_stages(CROP, SCALED, CENTRED)
    before = view.grab().toImage()
    view.show_stages(CROP, SCALED, CENTRED.T.copy())

    assert view.grab().toImage() != before


def test_a_ready_made_digit_shows_in_its_last_stage_only(view):
    view.show_stages(None, None, CENTRED)

    inked = dark_areas(view)
    assert inked[2] > 50
    assert inked[0] < 50


def test_pixels_are_crisp_and_in_the_colours_of_text_on_paper(view):
    view.show_stages(CROP, SCALED, np.full((28, 28), 255, np.uint8))
    image = view.grab().toImage()

    colors = {image.pixelColor(centre_pixel(view, row, 5)).name() for row in range(28)}
    assert colors == {view.palette().color(QPalette.ColorRole.Text).name()}


def test_the_pictures_follow_the_theme(view):
    view.show_stages(CROP, SCALED, CENTRED)
    view.grab()
    dark = view.palette()
    dark.setColor(QPalette.ColorRole.Text, QColor("#eeeeee"))
    dark.setColor(QPalette.ColorRole.Base, QColor("#101010"))
    view.setPalette(dark)

    image = view.grab().toImage()
    assert image.pixelColor(centre_pixel(view, 0, 0)).name() == "#101010"
    assert image.pixelColor(centre_pixel(view, 10, 14)).lightness() > 150


def test_pointing_at_a_pixel_magnifies_it_and_gives_its_value(view, qtbot):
    view.show_stages(CROP, SCALED, CENTRED)
    QTest.mouseMove(view, centre_pixel(view, 4, 13))
    qtbot.waitUntil(lambda: zoom_of(view) is not None)

    zoom = zoom_of(view)
    assert zoom.pixel == (4, 13)
    assert zoom.text() == "Row 4, column 13: 77 of 255 = 0.302"
    assert not zoom.grab().isNull()


def test_the_magnifier_works_at_the_edge_of_the_picture(view, qtbot):
    view.show_stages(CROP, SCALED, CENTRED)
    QTest.mouseMove(view, centre_pixel(view, 27, 27))
    qtbot.waitUntil(lambda: zoom_of(view) is not None)

    assert zoom_of(view).pixel == (27, 27)
    assert not zoom_of(view).grab().isNull()


def test_the_magnifier_goes_when_the_pointer_leaves_or_the_digit_changes(view, qtbot):
    view.show_stages(CROP, SCALED, CENTRED)
    QTest.mouseMove(view, centre_pixel(view, 4, 13))
    qtbot.waitUntil(lambda: zoom_of(view) is not None)
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    assert zoom_of(view) is None

    QTest.mouseMove(view, centre_pixel(view, 5, 13))
    qtbot.waitUntil(lambda: zoom_of(view) is not None)
    view.show_stages(CROP, SCALED, CENTRED)
    assert zoom_of(view) is None


def test_each_stage_explains_itself(view):
    explanations = set()
    for share in (0.1, 0.5, 0.9):
        point = QPoint(int(share * view.width()), view.height() - 3)
        QApplication.sendEvent(view, QHelpEvent(QEvent.Type.ToolTip, point, view.mapToGlobal(point)))
        explanations.add(QToolTip.text())
        QToolTip.hideText()

    assert len(explanations) == 3
    assert all(explanations)


@pytest.mark.parametrize("size", [(200, 60), (20, 20), (1200, 500)])
def test_any_size_is_painted(view, size):
    view.show_stages(CROP, SCALED, CENTRED)
    view.resize(*size)

    assert not view.grab().isNull()


def test_it_can_be_told_apart_by_a_screen_reader(view):
    assert view.accessibleName()
    assert "20" in view.accessibleDescription()
    assert view.focusPolicy() == Qt.FocusPolicy.NoFocus
