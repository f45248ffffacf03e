"""The plane in a window: a real session, its points edited by mouse and keys, its picture live while it learns."""

from __future__ import annotations

import re
import time

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolButton, QVBoxLayout, QWidget

from nn.inspection.surfaces import Surfaces
from nn.network import NetworkSpec
from playground.panels.input.plane.decision_surface import DecisionSurface
from playground.panels.input.plane.legend import SurfaceLegend
from playground.panels.input.plane.picture import FINE_SIDE, SIDES, PlanePicture
from playground.panels.input.plane.readout import SurfaceReadout
from playground.panels.input.plane.view import PlaneView
from playground.session.looking.selection import Neuron
from playground.widgets.fields.number_entry import NumberEntry
from playground.window.theme import palette_of

LEFT, RIGHT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier


class Plane:
    """A view in a window, and what a person does with it."""

    def __init__(self, qtbot, session):
        self.qtbot, self.session = qtbot, session
        self.window = QWidget()
        qtbot.addWidget(self.window)
        column = QVBoxLayout(self.window)
        self.view = PlaneView(session, self.window)
        column.addWidget(self.view)
        self.window.resize(420, 480)
        self.window.show()
        qtbot.waitExposed(self.window)
        self.surface = self.view.findChild(DecisionSurface)
        self.readout = self.view.findChild(SurfaceReadout)

    def choose(self, name, **options):
        with self.qtbot.waitSignal(self.session.document.dataset_changed):
            self.session.editing.choose_dataset(name, **options)

    def build(self, spec):
        self.session.editing.edit_spec("Build", spec)

    def at(self, place) -> QPoint:
        return self.surface.geometry_now.pixels(tuple(place)).toPoint()

    def click(self, place, button=LEFT):
        QTest.mouseClick(self.surface, button, NONE, self.at(place))

    def drag(self, *places):
        QTest.mousePress(self.surface, LEFT, NONE, self.at(places[0]))
        for place in places[1:]:
            QTest.mouseMove(self.surface, self.at(place))
        QTest.mouseRelease(self.surface, LEFT, NONE, self.at(places[-1]))

    def point_at(self, place):
        QTest.mouseMove(self.surface, self.at(place) + QPoint(30, 30))  # a mouse that stands still moves nothing
        QTest.mouseMove(self.surface, self.at(place))
        self.qtbot.waitUntil(lambda: self.readout.isVisible())

    def press(self, name):
        QTest.mouseClick(self.view.findChild(QToolButton, name), LEFT)

    def picture(self):
        return self.surface.grab().toImage()

    def color(self, place):
        return self.picture().pixelColor(self.at(place))


@pytest.fixture
def plane(qtbot, session):
    plane = Plane(qtbot, session)
    plane.choose("circle", samples=40)
    return plane


def is_blue(color):
    return color.blue() > color.red() + 20


def is_orange(color):
    return color.red() > color.blue() + 20


def diagonal(session, outputs=2):
    """Give the network weights whose answer is blue where x1 is positive."""
    weights = np.zeros((2, outputs))
    weights[0, -1] = 3
    if outputs > 1:
        weights[0, 0] = -3
    session.weights.set("Set weights", {"W1": weights, "b1": np.zeros(outputs)})


def test_the_colours_are_what_the_network_says(qtbot, plane):
    plane.build(NetworkSpec.mlp(2, (), 2))
    diagonal(plane.session)
    qtbot.waitUntil(lambda: is_blue(plane.color((5, 5))) and is_orange(plane.color((-5, -5))))
    plane.session.document.undo()
    qtbot.waitUntil(lambda: not (is_blue(plane.color((5, 5))) and is_orange(plane.color((-5, -5)))))


def test_what_is_decided_can_be_shown_without_shades(qtbot, plane):
    plane.build(NetworkSpec.mlp(2, (), 2))
    diagonal(plane.session)
    qtbot.waitUntil(lambda: is_blue(plane.color((5, 5))))
    pale = plane.color((0.1, 5))
    plane.press("planeDiscrete")
    qtbot.waitUntil(lambda: is_blue(plane.color((0.4, 5))) and plane.color((0.4, 5)) != pale)


def test_points_are_added_moved_relabelled_and_deleted_by_mouse_and_undone(plane):
    session = plane.session
    plane.press("planeAdd1")
    plane.click((5, -5))
    assert session.library.data.x[20] == pytest.approx([5, -5], abs=0.04)
    assert session.library.data.t[20] == 1
    plane.drag((5, -5), (4.8, -4.8), (4.2, -5))
    assert session.library.data.x[20] == pytest.approx([4.2, -5], abs=0.08)
    QTest.mouseDClick(plane.surface, LEFT, NONE, plane.at((4.2, -5)))
    assert session.library.data.t[20] == 0
    plane.click((4.2, -5), RIGHT)
    assert len(session.library.data.x) == 20
    done = []
    while session.document.undo_text != "Choose dataset":
        done.append(session.document.undo_text)
        session.document.undo()
    assert done == ["Delete point", "Relabel point", "Move point", "Add point"]
    assert len(session.library.data.x) == 20


def test_points_are_added_and_changed_by_keys(plane):
    session = plane.session
    plane.press("planeAdd0")
    plane.surface.setFocus()
    QTest.keyClick(plane.surface, Qt.Key.Key_Up)
    QTest.keyClick(plane.surface, Qt.Key.Key_Return)
    assert session.library.data.x[20] == pytest.approx([0, 0.25], abs=0.04)
    assert session.library.data.t[20] == 0
    QTest.keyClick(plane.surface, Qt.Key.Key_PageUp)
    QTest.keyClick(plane.surface, Qt.Key.Key_2)
    assert session.library.data.t[20] == 1
    QTest.keyClick(plane.surface, Qt.Key.Key_Right)
    QTest.keyClick(plane.surface, Qt.Key.Key_Right)
    assert session.library.data.x[20, 0] > 0.4
    session.document.undo()
    assert session.library.data.x[20, 0] == pytest.approx(0, abs=0.01)
    QTest.keyClick(plane.surface, Qt.Key.Key_Delete)
    assert len(session.library.data.x) == 20


def test_a_new_point_is_seen_in_the_colour_of_its_class(plane):
    plane.press("planeAdd1")
    plane.click((5, -5))
    assert is_blue(plane.color((5, -5)))
    plane.click((5, -5), RIGHT)
    plane.press("planeAdd0")
    plane.click((5, -5))
    assert is_orange(plane.color((5, -5)))


def test_all_points_can_be_cleared_and_had_back(plane):
    plane.press("planeClear")
    assert len(plane.session.library.data.x) == 0
    plane.press("planeRestore")
    assert len(plane.session.library.data.x) == 20
    assert not plane.view.findChild(QToolButton, "planeRestore").isEnabled()


def test_a_click_makes_place_and_point_the_sample_of_all_panels(plane):
    session = plane.session
    plane.click((5, -5))
    assert session.looking.sample.x[0] == pytest.approx([5, -5], abs=0.04)
    assert session.looking.sample.t is None
    plane.click(session.library.data.x[3])
    assert session.looking.sample.x[0] == pytest.approx(session.library.data.x[3])
    assert session.looking.sample.t.tolist() == [session.library.data.t[3]]
    plane.press("planeTestPoints")
    free = next(
        i for i, x in enumerate(session.library.data.x_test) if np.abs(session.library.data.x - x).sum(axis=1).min() > 1
    )
    plane.click(session.library.data.x_test[free])
    assert session.looking.sample.origin == f"test {free}"


def test_the_sample_goes_along_with_its_point(plane):
    session = plane.session
    plane.click(session.library.data.x[3])
    plane.drag(session.library.data.x[3], (5, 5))
    assert session.looking.sample.x[0] == pytest.approx([5, 5], abs=0.04)
    QTest.mouseDClick(plane.surface, LEFT, NONE, plane.at((5, 5)))
    assert session.looking.sample.t.tolist() == [session.library.data.t[3]]


def test_hovering_tells_the_place_and_the_probability_of_each_class(plane):
    plane.build(NetworkSpec.mlp(2, (), 2))
    diagonal(plane.session)
    plane.point_at((5, -5))
    text = plane.readout.text
    x1, x2 = re.search(r"x1 (\S+), x2 −([\d.]+),", text).groups()
    assert (float(x1), float(x2)) == pytest.approx((5, 5), abs=0.04)
    assert "orange" in text
    assert "0.0%" in text
    assert "100.0%" in text
    QApplication.sendEvent(plane.surface, QEvent(QEvent.Type.Leave))
    plane.qtbot.waitUntil(lambda: not plane.readout.isVisible())


def test_hovering_a_point_tells_whether_it_is_right(plane):
    plane.build(NetworkSpec.mlp(2, (), 2))
    diagonal(plane.session)
    plane.press("planeAdd1")
    plane.click((5, -5))
    plane.point_at((5, -5))
    assert "Training point 21: blue" in plane.readout.text
    assert "right" in plane.readout.text
    plane.session.points.relabel(20, 0)
    plane.qtbot.waitUntil(lambda: "Training point 21: orange" in plane.readout.text)
    assert "wrong" in plane.readout.text


def test_points_to_fit_have_a_value(plane):
    plane.choose("plane")
    entry = plane.view.findChild(NumberEntry, "pointValue")
    assert entry.isVisible()
    entry.setFocus()
    entry.selectAll()
    QTest.keyClicks(entry, "-0.75")
    QTest.keyClick(entry, Qt.Key.Key_Return)
    plane.press("planeAdd0")
    plane.click((6.5, -6.5))
    assert plane.session.library.data.t[-1].tolist() == [-0.75]
    plane.point_at((6.5, -6.5))
    text = plane.readout.text
    assert "Target" in text
    assert "−0.75" in text
    assert "Off by" in text


@pytest.mark.parametrize(("outputs", "loss"), [(1, "SigmoidWithLoss"), (1, "IdentityWithLoss"), (2, "SoftmaxWithLoss")])
def test_gates_work_with_one_output_and_with_two(qtbot, plane, outputs, loss):
    plane.choose("xor")
    plane.build(NetworkSpec.mlp(2, (), outputs, loss=loss))
    diagonal(plane.session, outputs)
    qtbot.waitUntil(lambda: is_blue(plane.color((1.4, 1.2))))
    plane.point_at((1, 0))
    assert "Training point 3: 1" in plane.readout.text
    assert "right" in plane.readout.text or loss == "IdentityWithLoss"
    assert plane.view.findChild(SurfaceLegend).ends == ("0", "1")


def test_more_classes_have_a_colour_each(qtbot, plane):
    plane.build(NetworkSpec.mlp(2, (), 4))
    plane.session.weights.set("Set", {"W1": np.zeros((2, 4)), "b1": np.array([0, 0, 9.0, 0])})
    qtbot.waitUntil(lambda: plane.color((5, 5)).green() > plane.color((5, 5)).red() + 20)
    plane.point_at((5, 5))
    assert "> 99.9%" in plane.readout.text


def test_the_picture_is_live_while_training_goes_on_with_new_points(qtbot, plane):
    session, pictures = plane.session, []
    plane.view.findChild(PlanePicture).picture_changed.connect(pictures.append)
    session.editing.edit_config("Set epochs", epochs=1_000_000, batch_size=10)
    session.control.train()
    qtbot.waitUntil(lambda: len(pictures) > 5)
    plane.press("planeAdd1")
    plane.click((5, -5))
    assert session.run.is_running
    count = len(pictures)
    qtbot.waitUntil(lambda: len(pictures) > count + 5)
    session.control.stop()
    qtbot.waitUntil(lambda: not session.control.is_busy)
    assert len(session.library.data.x) == 21
    assert len(session.document.state.history) == 1


def test_the_picture_follows_the_hand_through_the_past_and_waits_for_no_clock(qtbot, session, under_a_clock):
    with qtbot.waitSignal(session.document.dataset_changed):
        session.editing.choose_dataset("circle", samples=40)
    view, seen = PlaneView(session), []
    view.resize(400, 400)
    clock = under_a_clock(view)
    session.editing.edit_config("Set epochs", epochs=200)
    session.control.train()
    qtbot.waitUntil(lambda: session.run.is_running)
    qtbot.waitUntil(lambda: not session.control.is_busy and clock.is_at_rest)
    view.findChild(PlanePicture).picture_changed.connect(seen.append)
    kept = [checkpoint.iteration for _, checkpoint in session.timeline.way.checkpoints]
    session.past.playhead.go(kept[len(kept) // 2])
    assert len(seen) == 1
    session.past.playhead.to_now()
    assert len(seen) == 1  # the present is no hurry


def test_at_rest_the_picture_is_fine_whatever_small_ones_cost(qtbot, plane, monkeypatch):
    pictures = []
    plane.view.findChild(PlanePicture).picture_changed.connect(pictures.append)
    plane.build(NetworkSpec.mlp(2, (), 2))
    qtbot.waitUntil(lambda: pictures and pictures[-1].width() == FINE_SIDE)
    quick = Surfaces.update

    def slow(surfaces, network):
        end = time.thread_time() + 0.008  # what does not grow with the points of a picture
        while time.thread_time() < end:
            pass
        quick(surfaces, network)

    monkeypatch.setattr(Surfaces, "update", slow)
    pictures.clear()
    plane.build(NetworkSpec.mlp(2, (100, 100), 2))
    qtbot.waitUntil(lambda: pictures and pictures[-1].width() == FINE_SIDE)


def test_a_large_network_at_rest_gets_the_finest_picture_it_can_have(qtbot, plane):
    pictures = []
    plane.view.findChild(PlanePicture).picture_changed.connect(pictures.append)
    plane.build(NetworkSpec.mlp(2, (150, 150), 2))
    qtbot.waitUntil(lambda: pictures and SIDES[-2] < pictures[-1].width() < FINE_SIDE)


def test_looking_changes_nothing(qtbot, plane):
    before = plane.session.document.state
    for name in ("planeTestPoints", "planeDiscrete", "planeAdd0", "planeLook"):
        plane.press(name)
    plane.point_at((1, 1))
    plane.click((5, 5))
    plane.window.setPalette(palette_of("dark"))
    QApplication.processEvents()
    assert plane.session.document.state is before


def test_everything_has_a_name_and_an_explanation(plane):
    for button in plane.view.findChildren(QToolButton):
        assert button.accessibleName()
        assert button.toolTip()
    assert plane.surface.accessibleName()
    assert "arrows" in plane.surface.accessibleDescription()
    assert plane.view.findChild(SurfaceLegend).toolTip()


def test_a_point_that_is_gone_before_the_button_is_released_is_forgotten(plane):
    session = plane.session
    where = plane.at(session.library.data.x[3])
    QTest.mousePress(plane.surface, LEFT, NONE, where)
    session.points.clear()
    QTest.mouseMove(plane.surface, where + QPoint(20, 0))
    QTest.mouseRelease(plane.surface, LEFT, NONE, where)
    assert len(session.library.data.x) == 0
    assert session.document.undo_text == "Clear points"


def test_points_that_the_network_gets_wrong_are_marked_and_no_others(qtbot, plane):
    plane.build(NetworkSpec.mlp(2, (), 2))
    diagonal(plane.session)
    layer, data = plane.surface.layer, plane.session.library.data
    expected = (data.x[:, 0] > 0).astype(int) != data.t
    assert 0 < expected.sum() < len(expected)
    qtbot.waitUntil(lambda: layer.train.wrong.tolist() == expected.tolist())
    marked = plane.picture()
    place = int(np.flatnonzero(expected)[0])
    plane.session.points.relabel(place, 1 - int(data.t[place]))
    qtbot.waitUntil(lambda: not layer.train.wrong[place])
    corner = plane.at(data.x[place]) + QPoint(6, 6)
    assert plane.picture().pixelColor(corner) != marked.pixelColor(corner)


def test_points_to_fit_are_neither_right_nor_wrong(qtbot, plane):
    qtbot.waitUntil(lambda: plane.surface.layer.train.wrong.any())
    legend = plane.view.findChild(SurfaceLegend)
    assert legend.explains_wrong
    plane.choose("plane")
    qtbot.waitUntil(lambda: not legend.explains_wrong)
    assert not plane.surface.layer.train.wrong.any()


def test_a_point_is_seen_on_its_own_colour(qtbot, plane):
    """A ring like the ground and one like text stand around it, in whatever colour the surface is."""
    plane.build(NetworkSpec.mlp(2, (), 2))
    plane.session.weights.set("Set weights", {"W1": np.zeros((2, 2)), "b1": np.array([-9.0, 9.0])})
    plane.press("planeAdd1")
    plane.click((5, -5))
    qtbot.waitUntil(lambda: is_blue(plane.color((4, 4))))
    picture, middle = plane.picture(), plane.at((5, -5))
    ring = [picture.pixelColor(middle + QPoint(x, 0)).lightness() for x in range(12)]
    assert max(ring) > 230
    assert min(ring[ring.index(max(ring)) :]) < 110


def test_a_neuron_that_is_pointed_at_shows_its_surface_until_it_is_let_go(qtbot, plane):
    plane.build(NetworkSpec.mlp(2, (3,), 2, activation="Tanh"))
    weights = np.zeros((2, 3))
    weights[0] = (5, 0, -5)
    plane.session.weights.set("Set weights", {"W1": weights, "b1": np.zeros(3), "b2": np.array([-9.0, 9.0])})
    qtbot.waitUntil(lambda: is_blue(plane.color((-5, 5))) and is_blue(plane.color((5, 5))))
    plane.session.selection.point_at(Neuron(1, 0))
    qtbot.waitUntil(lambda: is_orange(plane.color((-5, 5))) and is_blue(plane.color((5, 5))))
    assert any("[0]" in label.text() and "neuron" in label.text() for label in plane.view.findChildren(QLabel))
    plane.session.selection.point_at(Neuron(1, 2))
    qtbot.waitUntil(lambda: is_blue(plane.color((-5, 5))) and is_orange(plane.color((5, 5))))
    plane.build(NetworkSpec.mlp(2, (), 2))  # a network without that neuron
    plane.session.selection.point_at(None)
    qtbot.waitUntil(lambda: not any("neuron" in label.text() for label in plane.view.findChildren(QLabel)))


def test_points_of_a_file_stand_on_axes_of_its_names_and_units(plane, tmp_path):
    rows = "".join(f"{170 + i},{60 + 2 * (i % 9)},{('a', 'b')[i % 2]}\n" for i in range(30))
    (tmp_path / "people.csv").write_text(f"height (cm),weight (kg),team\n{rows}")
    plane.choose("file", path=str(tmp_path / "people.csv"))
    geometry, data = plane.surface.geometry_now, plane.session.library.data
    assert "180" in [geometry.tick_text(0, tick) for tick in geometry.ticks(0)]
    tall = next(place for place in data.x if data.features[0].value_of(place[:1]) == pytest.approx(190))
    assert geometry.axes[0].value(tall[0]) == pytest.approx(190)
    plane.point_at(tall)
    assert plane.readout.heading.startswith("height (cm) 190, weight (kg) ")
