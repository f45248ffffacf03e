"""The diagram in use: what is painted, what the pointer and the keys find, when edges are drawn anew."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest

from nn.inspection.columns import Place
from nn.inspection.convolution.receptive import Field
from playground.panels.network.diagram.cells import Shown, fitting, short
from playground.panels.network.diagram.diagram import NetworkDiagram
from playground.panels.network.diagram.layout import ColumnShape, Rect, lay_out
from playground.panels.network.diagram.stencil import paint_filled
from playground.widgets.look.colors import chart_colors


@pytest.fixture
def diagram(qtbot):
    made = NetworkDiagram()
    qtbot.addWidget(made)
    made.resize(560, 250)
    made.show_network([ColumnShape(2), ColumnShape(3, has_halves=True), ColumnShape(1, has_halves=True)])
    made.show_weights((np.array([[1.0, -1.0, 0.5], [0.0, 0.2, -0.3]]), np.array([[1.0], [-1.0], [0.1]])))
    made.show()
    return made


def middle(diagram, place, share=0.5):
    left, top, width, height = diagram.blocks[place.column].cell(place.index)
    return QPoint(round(left + share * width), round(top + height / 2))


def color_at(diagram, place, share=0.5, lift=0.0):
    """Give the colour of a neuron, in a place that no number is written in."""
    left, top, width, height = diagram.blocks[place.column].cell(place.index)
    image = diagram.grab().toImage()
    return QColor(image.pixel(round(left + share * width), round(top + height * (0.12 + lift)))).name()


def test_numbers_are_the_fill(diagram):
    numbers = Shown(np.array([2.0, -2.0, 0.0]), np.array([2.0, 0.0, 0.0]))
    diagram.show_numbers([Shown(np.array([1.0, -1.0])), numbers, Shown()])
    colors = chart_colors(diagram.palette())
    assert color_at(diagram, Place(0, 0)) == colors.positive.name()
    assert color_at(diagram, Place(0, 1)) == colors.negative.name()
    assert color_at(diagram, Place(1, 1), 0.3) == colors.negative.name(), "the left half is the sum"
    assert color_at(diagram, Place(1, 1), 0.7) == colors.background.name(), "the right half is the activation"


def test_what_is_not_known_yet_is_hollow_and_not_zero(diagram):
    diagram.show_numbers([Shown(np.array([0.0, 0.0])), Shown(), Shown()])
    colors, window = chart_colors(diagram.palette()), diagram.palette().window().color()
    assert color_at(diagram, Place(0, 0)) == colors.background.name()
    assert color_at(diagram, Place(1, 0), 0.3) == window.name()
    assert colors.background != window, "else this test shows nothing"


def test_a_picture_is_shown_as_ink_on_paper(qtbot):
    diagram = NetworkDiagram()
    qtbot.addWidget(diagram)
    diagram.resize(560, 250)
    diagram.show_network([ColumnShape(784, (28, 28)), ColumnShape(10)])
    ink = np.zeros(784)
    ink[30] = 1.0
    diagram.show_numbers([Shown(ink, is_ink=True), Shown()])
    colors, image = chart_colors(diagram.palette()), diagram.grab().toImage()
    at, beside = middle(diagram, Place(0, 30)), middle(diagram, Place(0, 31))
    assert QColor(image.pixel(at)).name() == colors.text.name()
    assert QColor(image.pixel(beside)).name() == colors.background.name()


def test_the_pointer_finds_neurons_and_a_click_chooses(diagram, qtbot):
    pointed, chosen = [], []
    diagram.pointed.connect(pointed.append)
    diagram.chosen.connect(chosen.append)
    QTest.mouseMove(diagram, middle(diagram, Place(1, 2)))
    QTest.mouseMove(diagram, middle(diagram, Place(1, 2)) + QPoint(1, 1))
    assert pointed == [Place(1, 2)], "the same neuron is told once"
    QTest.mouseClick(diagram, Qt.MouseButton.LeftButton, pos=middle(diagram, Place(0, 1)))
    QTest.mouseClick(diagram, Qt.MouseButton.LeftButton, pos=QPoint(1, 1))
    assert chosen == [Place(0, 1), None]


def test_keys_walk_and_choose(diagram, qtbot):
    chosen, opened = [], []
    diagram.chosen.connect(chosen.append)
    diagram.opened.connect(lambda: opened.append(True))
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Return):
        QTest.keyClick(diagram, key)
    assert chosen == [Place(1, 1)]
    assert opened == [True]
    QTest.keyClick(diagram, Qt.Key.Key_Escape)
    assert chosen[-1] is None
    assert diagram.at is None


def test_words_are_said_until_the_next_neuron(diagram):
    QTest.mouseMove(diagram, middle(diagram, Place(1, 0)))
    before = diagram.grab().toImage()
    diagram.say(["z1[0] = 0.5", "two lines"])
    assert diagram.grab().toImage() != before
    assert "two lines" in diagram.accessibleDescription()


def test_a_pointed_neuron_shows_its_weights_over_the_picture(qtbot):
    diagram = NetworkDiagram()
    qtbot.addWidget(diagram)
    diagram.resize(560, 250)
    diagram.show_network([ColumnShape(784, (28, 28)), ColumnShape(10)])
    diagram.show_numbers([Shown(np.zeros(784), is_ink=True), Shown(np.zeros(10))])
    weights = np.zeros((784, 10), np.float32)
    weights[100, 3] = -0.7
    diagram.show_weights((weights,))
    diagram.show()
    QTest.mouseMove(diagram, middle(diagram, Place(1, 3)))
    at = middle(diagram, Place(0, 100))
    negative = chart_colors(diagram.palette()).negative
    assert QColor(diagram.grab().toImage().pixel(at)).name() == negative.name()


def test_edges_are_chosen_anew_when_somebody_says_so(diagram):
    weights = np.array([[1.0, -1.0, 0.5], [0.0, 0.2, -0.3]])
    diagram.show_weights((weights, np.zeros((3, 1))))
    first = diagram.grab().toImage()
    weights *= -1
    assert diagram.grab().toImage() == first
    diagram.edges.out_of_date()
    assert diagram.grab().toImage() != first


def test_how_many_edges_are_drawn_can_be_chosen(diagram):
    diagram.show_network([ColumnShape(14), ColumnShape(14)])
    diagram.show_weights((np.random.default_rng(0).normal(size=(14, 14)),))
    assert diagram.edges.count == diagram.edges.total == 196, "a small network shows all"
    diagram.edges.set_budget(5)
    assert diagram.edges.count == 5
    few = _colored(diagram)
    diagram.edges.set_budget(150)
    assert _colored(diagram) > 2 * few


def test_of_a_large_network_only_the_strongest_edges_are_drawn(diagram):
    diagram.show_network([ColumnShape(784, (28, 28)), ColumnShape(512), ColumnShape(10)])
    fewest, most = diagram.edges.limits
    assert fewest <= diagram.edges.count <= most < diagram.edges.total == 784 * 512 + 512 * 10


def _colored(diagram) -> int:
    """Count the pixels that edges cover in the middle between the first two columns."""
    image, (one, other) = diagram.grab().toImage(), diagram.blocks
    x = round((one.outline.left + one.outline.width + other.outline.left) / 2)
    window = diagram.palette().window().color()
    return sum(image.pixelColor(x, y) != window for y in range(image.height()))


def test_another_network_forgets_what_was_pointed_at(diagram):
    QTest.mouseMove(diagram, middle(diagram, Place(1, 2)))
    diagram.show_network([ColumnShape(1), ColumnShape(1)])
    assert diagram.at is None
    diagram.grab()


@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf])
def test_numbers_that_are_none_are_painted_in_their_own_colour(diagram, bad):
    diagram.show_numbers([Shown(np.array([bad, 1.0])), Shown(), Shown()])
    diagram.show_weights((np.full((2, 3), bad), np.full((3, 1), bad)))
    assert color_at(diagram, Place(0, 0)) == chart_colors(diagram.palette()).diverged.name()


@pytest.mark.parametrize(
    ("number", "text"), [(0.0, "0"), (0.123456, "0.123"), (-12345.6, "-1.2e+4"), (1.2e-9, "1.2e-9")]
)
def test_a_number_is_short(number, text):
    assert short(number) == text


@pytest.mark.parametrize("ratio", [1.0, 1.25, 2.0])
def test_the_fill_of_a_neuron_ends_at_its_outline(ratio, qapp):
    block = lay_out((ColumnShape(3, has_halves=True),), Rect(0.3, 0.7, 160.0, 120.0))[0]
    image = QImage(QSize(160, 120) * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.white)
    red, blue = QColor(Qt.GlobalColor.red), QColor(Qt.GlobalColor.blue)
    with QPainter(image) as painter:
        paint_filled(painter, block, [[red] * 3, [blue, None, blue]], QColor(Qt.GlobalColor.black), is_known=True)

    def at(index, x, y):
        left, top, width, height = block.cell(index)
        return image.pixelColor(int((left + x * width) * ratio), int((top + y * height) * ratio)).name()

    assert [at(index, 0.25, 0.5) for index in range(3)] == [red.name()] * 3
    assert [at(index, 0.75, 0.5) for index in range(3)] == [blue.name(), "#ffffff", blue.name()]
    assert at(0, 0.0, 0.0) == at(0, 1.0, 0.0) == "#ffffff"  # beyond the round ends
    assert at(0, 0.5, -0.1) == at(2, 0.5, 1.1) == "#ffffff"


@pytest.mark.parametrize(
    ("number", "places", "text"),
    [(-12.4, 1, "-12"), (123.4, 2, "123"), (9.96, 1, "10"), (0.123, 1, "0.1"), (2.4e-9, 1, "2e-9"), (-0.0, 3, "0")],
)
def test_a_number_keeps_its_whole_part_however_short_it_is(number, places, text):
    assert short(number, places) == text


@pytest.mark.parametrize(
    ("number", "digits", "text"),
    [(0.00182, 6, "0.0018"), (0.000182, 5.5, "0.0002"), (0.000182, 4, "2e-4"), (0.000182, 2, ""), (3.3, 4, "3.3")],
)
def test_a_small_number_gets_shorter_before_it_is_left_out(number, digits, text):
    assert fitting(number, 2, digits) == text


def test_frames_of_a_receptive_field_do_not_outlive_their_network(qtbot):
    def seen(diagram):
        return diagram.grab().toImage()

    diagram = NetworkDiagram()
    qtbot.addWidget(diagram)
    diagram.resize(500, 300)
    shapes = (ColumnShape(16), ColumnShape(4))
    diagram.show_network(shapes)
    without = seen(diagram)
    diagram.show_fields({0: Field(0, 0, 2, 1)})
    assert seen(diagram) != without
    diagram.show_network(shapes)
    assert seen(diagram) == without
