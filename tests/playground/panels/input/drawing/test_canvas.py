"""The digit canvas, driven by a mouse and a pen as a person drives it."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QInputDevice, QPalette, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from playground.panels.input.drawing.canvas import DigitCanvas
from playground.panels.input.drawing.stroke_raster import ERASER_WIDTH, PEN_WIDTH, Stroke, StrokeRaster

LINE = ((60, 60), (60, 120), (60, 200))
OTHER = ((200, 80), (150, 140), (220, 210))
CURVE = ((40.0, 50.0), (120.5, 30.25), (200.0, 90.0), (90.0, 180.0), (91.0, 181.0), (230.0, 240.0))


@pytest.fixture
def canvas(qtbot):
    canvas = DigitCanvas()
    qtbot.addWidget(canvas)
    canvas.resize(canvas.sizeHint())
    canvas.show()
    qtbot.waitExposed(canvas)
    return canvas


def at(canvas: DigitCanvas, point: tuple[float, float]) -> QPoint:
    """Return the place of a point of the 280 x 280 square in the widget, whatever the widget's size."""
    side = min(canvas.width(), canvas.height()) - 4
    left, top = (canvas.width() - side) // 2, (canvas.height() - side) // 2
    return QPoint(left + round(point[0] * side / 280), top + round(point[1] * side / 280))


def drag(canvas: DigitCanvas, points: tuple[tuple[float, float], ...]) -> None:
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=at(canvas, points[0]))
    for point in points[1:]:
        QTest.mouseMove(canvas, at(canvas, point))
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=at(canvas, points[-1]))


def shown(canvas: DigitCanvas) -> QImage:
    return canvas.grab().toImage()


def test_a_drag_is_a_stroke_through_its_points(canvas):
    drag(canvas, LINE)
    (stroke,) = canvas.strokes()
    assert stroke == Stroke(tuple((float(x), float(y)) for x, y in LINE))
    ink = canvas.ink()
    assert ink.shape == (280, 280)
    assert ink.dtype == np.uint8
    assert (ink[60:200, 60] == 255).all()
    assert ink[:, 100:].max() == 0


def test_the_line_is_as_wide_as_the_pen_and_its_edges_are_grey(canvas):
    canvas.set_strokes([Stroke(((60.5, 60.0), (60.5, 200.0)))])
    across = canvas.ink()[130].astype(int)
    assert across.sum() == pytest.approx(255 * PEN_WIDTH, abs=2)
    assert set(across) - {0, 255}


def test_close_points_leave_the_edges_as_smooth_as_one_line(canvas):
    canvas.set_strokes([Stroke(((60.5, 60.0), (200.5, 200.0)))])
    one_line = canvas.ink().astype(int)
    canvas.set_strokes([Stroke(tuple((60.5 + step / 2, 60 + step / 2) for step in range(281)))])
    assert np.abs(canvas.ink() - one_line).max() <= 8


def test_a_click_is_a_dot(canvas):
    drag(canvas, ((100, 100),))
    assert len(canvas.strokes()) == 1
    assert canvas.ink().sum() / 255 == pytest.approx(np.pi * (PEN_WIDTH / 2) ** 2, rel=0.05)


def test_painting_while_the_hand_moves_equals_painting_the_finished_stroke(canvas):
    drag(canvas, CURVE)
    while_moving = canvas.ink()
    canvas.set_strokes(canvas.strokes())
    assert (canvas.ink() == while_moving).all()


def test_the_screen_shows_the_same_as_a_fresh_painting_of_it(canvas):
    drag(canvas, CURVE)
    while_moving = shown(canvas)
    canvas.set_strokes(canvas.strokes())
    assert shown(canvas) == while_moving


def test_signals_tell_of_every_move_and_of_the_end(canvas, qtbot):
    changes = []
    canvas.ink_changed.connect(lambda: changes.append(int(canvas.ink().sum())))
    with qtbot.waitSignal(canvas.stroke_finished):
        drag(canvas, LINE)
    assert len(changes) == len(LINE)
    assert changes == sorted(changes)


def test_the_eraser_takes_ink_away_and_is_a_stroke_itself(canvas):
    drag(canvas, LINE)
    canvas.set_eraser(True)
    drag(canvas, ((20, 120), (60, 120), (100, 120)))
    assert canvas.ink()[120, 60] == 0
    assert canvas.ink()[70, 60] == 255
    assert [stroke.eraser for stroke in canvas.strokes()] == [False, True]
    canvas.undo_stroke()
    assert canvas.ink()[120, 60] == 255


def test_the_pointer_is_as_large_as_the_eraser(canvas):
    assert canvas.cursor().shape() == Qt.CursorShape.CrossCursor
    canvas.set_eraser(True)
    small = canvas.cursor().pixmap().deviceIndependentSize().width()
    assert small == ERASER_WIDTH + 4
    canvas.resize(564, 564)
    assert canvas.cursor().pixmap().deviceIndependentSize().width() == 2 * ERASER_WIDTH + 4
    canvas.set_eraser(False)
    assert canvas.cursor().shape() == Qt.CursorShape.CrossCursor


def test_undo_takes_back_one_stroke_at_a_time(canvas):
    drag(canvas, LINE)
    first = canvas.ink()
    drag(canvas, OTHER)
    canvas.undo_stroke()
    assert (canvas.ink() == first).all()
    canvas.undo_stroke()
    assert canvas.is_empty()
    assert not canvas.ink().any()
    canvas.undo_stroke()


def test_clear_gives_a_clean_sheet_and_tells_only_when_something_went(canvas, qtbot):
    drag(canvas, LINE)
    with qtbot.waitSignal(canvas.ink_changed):
        canvas.clear()
    assert canvas.strokes() == ()
    assert not canvas.ink().any()
    with qtbot.assertNotEmitted(canvas.ink_changed):
        canvas.clear()


def test_other_buttons_do_not_draw(canvas):
    QTest.mousePress(canvas, Qt.MouseButton.RightButton, pos=at(canvas, (50, 50)))
    QTest.mouseMove(canvas, at(canvas, (150, 150)))
    QTest.mouseRelease(canvas, Qt.MouseButton.RightButton, pos=at(canvas, (150, 150)))
    assert canvas.is_empty()


@pytest.mark.parametrize("size", [(200, 200), (560, 400), (300, 700)])
def test_strokes_are_the_same_in_a_widget_of_any_size(canvas, size):
    canvas.resize(*size)
    drag(canvas, LINE)
    (stroke,) = canvas.strokes()
    error = np.abs(np.array(stroke.points) - np.array(LINE))
    assert error.max() <= 280 / (min(size) - 4)


def test_a_new_size_keeps_the_ink(canvas):
    drag(canvas, CURVE)
    before = canvas.ink()
    canvas.resize(500, 460)
    assert (canvas.ink() == before).all()


def send_pen(canvas, kind, point, pressure, pointer=QPointingDevice.PointerType.Pen):
    device = QPointingDevice("pen", 1, QInputDevice.DeviceType.Stylus, pointer, QInputDevice.Capability.Pressure, 1, 1)
    place = QPointF(at(canvas, point))
    button = Qt.MouseButton.LeftButton
    held = Qt.MouseButton.NoButton if kind == QEvent.Type.TabletRelease else button
    event = QTabletEvent(
        kind, device, place, place, pressure, 0, 0, 0, 0, 0, Qt.KeyboardModifier.NoModifier, button, held
    )
    QApplication.sendEvent(canvas, event)
    return event


@pytest.mark.parametrize("pressure", [0.05, 1.0])
def test_a_pen_draws_as_a_mouse_does_whatever_its_pressure(canvas, pressure):
    drag(canvas, LINE)
    with_mouse = canvas.ink()
    canvas.clear()
    assert send_pen(canvas, QEvent.Type.TabletPress, LINE[0], pressure).isAccepted()
    for point in LINE[1:]:
        send_pen(canvas, QEvent.Type.TabletMove, point, pressure)
    send_pen(canvas, QEvent.Type.TabletRelease, LINE[-1], 0.0)
    assert (canvas.ink() == with_mouse).all()


def test_the_other_end_of_a_pen_rubs_out(canvas):
    drag(canvas, LINE)
    send_pen(canvas, QEvent.Type.TabletPress, (60, 120), 0.5, QPointingDevice.PointerType.Eraser)
    send_pen(canvas, QEvent.Type.TabletRelease, (60, 120), 0.0, QPointingDevice.PointerType.Eraser)
    assert canvas.ink()[120, 60] == 0
    assert not canvas.eraser()


def test_a_shown_digit_is_blocks_without_a_signal_and_can_be_drawn_over(canvas, qtbot):
    pixels = np.random.default_rng(0).integers(0, 256, (28, 28), np.uint8)
    with qtbot.assertNotEmitted(canvas.ink_changed):
        canvas.show_pixels(pixels)
    assert (canvas.ink() == np.kron(pixels, np.ones((10, 10), np.uint8))).all()
    drag(canvas, LINE)
    canvas.undo_stroke()
    assert (canvas.ink() == np.kron(pixels, np.ones((10, 10), np.uint8))).all()
    canvas.undo_stroke()
    assert canvas.is_empty()


def test_a_picture_becomes_ink(canvas, qtbot):
    picture = QImage(280, 280, QImage.Format.Format_Grayscale8)
    picture.fill(QColor("black"))
    for row in range(100, 180):
        picture.setPixelColor(140, row, QColor(200, 200, 200))
    with qtbot.waitSignal(canvas.ink_changed):
        canvas.set_image(picture)
    assert canvas.ink()[140, 140] == 200
    assert int(canvas.ink().sum()) == 80 * 200


@pytest.mark.parametrize(("paper", "ink"), [("#ffffff", "#101010"), ("#202124", "#f0f0f0")])
def test_ink_and_paper_follow_the_theme(canvas, paper, ink):
    drag(canvas, LINE)
    palette = QPalette(canvas.palette())
    palette.setColor(QPalette.ColorRole.Base, QColor(paper))
    palette.setColor(QPalette.ColorRole.Text, QColor(ink))
    canvas.setPalette(palette)
    image = shown(canvas)
    assert image.pixelColor(at(canvas, (60, 120))) == QColor(ink)
    assert image.pixelColor(at(canvas, (250, 250))) == QColor(paper)


def test_the_hint_shows_on_an_empty_sheet_only(canvas):
    canvas.ask_for("Draw a digit here")

    def colours_in_the_middle():
        image = shown(canvas)
        return {image.pixel(x, y) for x in range(40, 240) for y in range(120, 160)}

    assert len(colours_in_the_middle()) > 1
    drag(canvas, ((20, 20), (20, 40)))
    assert len(colours_in_the_middle()) == 1


def test_it_is_named_and_explained(canvas):
    assert canvas.objectName() == "digitCanvas"
    assert canvas.accessibleName()
    assert canvas.accessibleDescription()
    assert canvas.toolTip()
    assert canvas.focusPolicy() == Qt.FocusPolicy.StrongFocus


def wandering_stroke(rng: np.random.Generator) -> Stroke:
    """Return a stroke of any length and speed, which may leave the square, come back and cross itself."""
    steps = rng.normal(0, rng.choice([1, 5, 25]), (rng.integers(1, 60), 2))
    points = rng.uniform(0, 280, 2) + steps.cumsum(axis=0)
    return Stroke(tuple(map(tuple, points.tolist())), bool(rng.random() < 0.2))


@pytest.mark.parametrize("seed", range(20))
def test_growing_strokes_leave_the_same_pixels_as_whole_ones(seed):
    rng = np.random.default_rng(seed)
    strokes = [wandering_stroke(rng) for _ in range(3)]
    growing, whole = StrokeRaster(), StrokeRaster()
    for stroke in strokes:
        growing.begin(stroke.points[0], stroke.eraser)
        for point in stroke.points[1:]:
            growing.extend(point)
    whole.paint(strokes)
    assert growing.image == whole.image


def test_a_stroke_that_stays_in_one_place_is_a_dot():
    still, dot = StrokeRaster(), StrokeRaster()
    still.paint([Stroke(((100.0, 100.0),) * 3)])
    dot.paint([Stroke(((100.0, 100.0),))])
    assert dot.image.pixelColor(100, 100) == QColor("white")
    assert still.image == dot.image


def test_a_raster_of_twice_the_size_shows_the_same_drawing():
    small, large = StrokeRaster(), StrokeRaster(560)
    for raster in (small, large):
        raster.paint([Stroke(CURVE)])
    halved = large.image.scaled(280, 280, mode=Qt.TransformationMode.SmoothTransformation)

    def values(image):
        return np.frombuffer(image.constBits(), np.uint8).reshape(280, 280).astype(int)

    assert np.abs(values(halved) - values(small.image)).mean() < 0.5


def test_clear_can_be_taken_back_and_then_the_strokes_before_it(canvas, qtbot):
    strokes = (Stroke(((20.0, 20.0), (200.0, 200.0))), Stroke(((50.0, 50.0), (90.0, 200.0))))
    canvas.set_strokes(strokes)
    canvas.clear()
    assert canvas.can_undo()
    with qtbot.waitSignal(canvas.ink_changed):
        canvas.undo_stroke()
    assert canvas.strokes() == strokes
    canvas.undo_stroke()
    assert canvas.strokes() == strokes[:1]


def test_a_new_stroke_on_the_clean_sheet_is_taken_back_first_and_what_was_cleared_is_gone(canvas, qtbot):
    canvas.set_strokes((Stroke(((20.0, 20.0), (200.0, 200.0))),))
    canvas.clear()
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=canvas.rect().center())
    canvas.undo_stroke()
    assert canvas.is_empty()


def test_taking_back_a_picture_is_the_end_of_the_way_back(canvas):
    canvas.set_image(QImage(28, 28, QImage.Format.Format_Grayscale8))
    canvas.undo_stroke()
    assert canvas.is_empty()
    assert not canvas.can_undo()
