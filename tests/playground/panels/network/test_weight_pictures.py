"""The weights into the first layer as pictures in its neurons."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow, QToolButton

from nn.inspection.columns import Place
from nn.network.spec import NetworkSpec
from playground.panels.network.diagram.cells import grid_image
from playground.panels.network.diagram.diagram import NetworkDiagram
from playground.panels.network.diagram.layout import ColumnShape, Rect, beside, lay_out
from playground.panels.network.panel import NetworkPanel
from playground.panels.network.weight_pictures import MOST, strongest_first
from playground.session.looking.selection import Neuron
from playground.widgets.look.colors import chart_colors
from playground.window.frame_clock import FrameClock


@pytest.fixture
def panel(qtbot, session):
    made = NetworkPanel()
    qtbot.addWidget(made)
    list(made.attach(session))
    made.resize(900, 460)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def diagram(panel):
    return panel.findChild(NetworkDiagram)


def test_of_many_neurons_those_with_the_largest_weights_come_first(session, diagram):
    w1 = session.live.network.params["W1"]
    sizes = np.linalg.norm(w1, axis=0)
    order = diagram.blocks[1].shape.order
    assert len(order) == MOST == 64
    assert order[0] == sizes.argmax()
    assert min(sizes[list(order)]) >= max(np.delete(sizes, list(order)))


def test_up_to_64_neurons_stand_as_they_are_counted(session, qtbot, diagram):
    session.editing.edit_spec("few", NetworkSpec.mlp(784, (12,), 10))
    qtbot.waitUntil(lambda: diagram.blocks[1].shape.count == 12)
    assert diagram.blocks[1].shape.order == tuple(range(12))


def test_a_neuron_that_shows_its_weights_is_coloured_by_them(session, qtbot, diagram):
    session.editing.edit_spec("few", NetworkSpec.mlp(784, (4,), 10))
    w1 = np.zeros((784, 4))
    w1[:392, 2], w1[392:, 2] = 1, -1
    session.weights.set("Halves", {"W1": w1})
    left, top, width, height = diagram.blocks[1].cell(2)
    image, colors = diagram.grab().toImage(), chart_colors(diagram.palette())
    at = round(left + width / 2)
    assert image.pixelColor(at, round(top + height * 0.25)).name() == colors.positive.name()
    assert image.pixelColor(at, round(top + height * 0.75)).name() == colors.negative.name()


def test_pointing_and_keys_find_the_neuron_whose_picture_it_is(diagram):
    order = diagram.blocks[1].shape.order
    left, top, width, height = diagram.blocks[1].cell(order[5])
    assert diagram.blocks[1].index_at(left + width / 2, top + height / 2) == order[5]
    assert beside(diagram.blocks, Place(1, order[0]), 1, 0) == Place(1, order[1])
    assert diagram.edges_of(Place(1, order[3])), "its edges are drawn from where it stands"


def test_numbers_come_back_on_request_and_while_a_pass_is_shown(session, panel, diagram, qtbot):
    button = panel.findChild(QToolButton, "buttonWeightPictures")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert diagram.blocks[1].shape.order == ()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert diagram.blocks[1].shape.order
    session.debugger.open("batch")
    session.debugger.go(1)
    assert diagram.blocks[1].shape.order == ()


def test_a_network_without_a_picture_offers_none(session, panel, qtbot):
    session.editing.choose_dataset("xor")
    session.editing.edit_spec("two numbers", NetworkSpec.mlp(2, (3,), 2))
    button = panel.findChild(QToolButton, "buttonWeightPictures")
    qtbot.waitUntil(lambda: not button.isVisible())


def test_a_neuron_without_a_cell_can_still_be_chosen(session, diagram):
    hidden = next(index for index in range(100) if index not in diagram.blocks[1].shape.order)
    session.selection.select(Neuron(0, hidden))
    assert not diagram.grab().isNull()
    outline = diagram.blocks[1].outline
    assert diagram.blocks[1].cell(hidden).top >= outline.top + outline.height - 2


def test_weights_that_are_no_numbers_count_as_the_strongest():
    weights = np.ones((3, 70), np.float32)
    weights[1, 69] = np.nan
    weights[:, 5] = 2
    assert strongest_first(weights)[:3] == (69, 5, 0)


def test_pictures_stand_side_by_side_in_cells_that_are_large_enough():
    shapes = [ColumnShape(784, (28, 28)), ColumnShape(100, has_surfaces=True, order=tuple(range(64))), ColumnShape(10)]
    block = lay_out(shapes, Rect(0, 0, 900, 400))[1]
    assert block.is_grid
    assert block.cell_width >= 20
    assert block.rows * block.per_row >= 64


def test_a_column_whose_pictures_are_gone_shows_the_numbers_of_the_neurons_that_have_a_cell():
    strongest = tuple(range(99, 35, -1))
    shapes = [ColumnShape(784, (28, 28)), ColumnShape(100, has_surfaces=True, order=strongest), ColumnShape(10)]
    block, numbers = lay_out(shapes, Rect(0, 0, 900, 400))[1], np.zeros(100, np.float32)
    numbers[99] = 1
    image = grid_image(block, numbers, 1.0, QPalette())
    assert image.pixelColor(0, 0) != image.pixelColor(1, 0) == image.pixelColor(2, 0)


@pytest.fixture
def clocked(qtbot, session):
    """Give a window with a clock and this panel."""
    window = QMainWindow()
    window.frame_clock = FrameClock(window)
    panel = NetworkPanel()
    window.setCentralWidget(panel)
    qtbot.addWidget(window)
    list(panel.attach(session))
    window.resize(900, 460)
    with qtbot.waitExposed(window):
        window.show()
    return window


class Paints(QObject):
    """Counts how often a widget is painted."""

    count = 0

    def eventFilter(self, watched, event):
        self.count += event.type() == QEvent.Type.Paint
        return False


def test_other_weights_paint_the_neurons_once_and_the_edges_once(clocked, session, qtbot):
    diagram = clocked.findChild(NetworkDiagram)
    qtbot.waitUntil(lambda: len(diagram.blocks) > 1 and bool(diagram.blocks[1].shape.order))
    qtbot.waitUntil(lambda: clocked.frame_clock.is_at_rest)
    paints = Paints()
    diagram.installEventFilter(paints)
    session.weights.set("Other weights", {"W1": session.live.network.params["W1"] * 2})
    qtbot.waitUntil(lambda: paints.count > 0)
    qtbot.waitUntil(lambda: clocked.frame_clock.is_at_rest)
    assert paints.count <= 2, "numbers and pictures together, and edges"


def test_another_network_is_painted_before_its_pictures_are_made(clocked, session, qtbot):
    diagram = clocked.findChild(NetworkDiagram)
    qtbot.waitUntil(lambda: len(diagram.blocks) > 1 and bool(diagram.blocks[1].shape.order))
    session.editing.edit_spec("few", NetworkSpec.mlp(784, (5,), 10))
    diagram.parentWidget().catch_up()
    assert not diagram.grab().isNull(), "with pictures of neurons that are gone this is an error"
    qtbot.waitUntil(lambda: diagram.blocks[1].shape.order == tuple(range(5)))


def test_beside_training_the_pictures_follow_and_are_of_what_was_learned(clocked, session, qtbot):
    diagram = clocked.findChild(NetworkDiagram)
    view = diagram.parentWidget()
    qtbot.waitUntil(lambda: len(diagram.blocks) > 1 and bool(diagram.blocks[1].shape.order))
    before = dict(view.weight_pictures.pictures)
    session.control.train()
    qtbot.waitUntil(lambda: any(image != before.get(key) for key, image in view.weight_pictures.pictures.items()))
    during = view.weight_pictures.pictures
    qtbot.waitUntil(lambda: view.weight_pictures.pictures is not during)
    session.control.stop()
    qtbot.waitUntil(lambda: not session.control.is_busy and clocked.frame_clock.is_at_rest)
    shown = view.weight_pictures.pictures
    view.weight_pictures.out_of_date()
    qtbot.waitUntil(lambda: view.weight_pictures.pictures is not shown)
    assert view.weight_pictures.pictures == shown, "at rest nothing of an earlier moment is left"
