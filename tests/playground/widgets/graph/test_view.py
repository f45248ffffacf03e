from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nn.inspection.graph_layout import GraphShape, Kind, Link
from playground.panels.debugger.graph.legend import GraphLegend
from playground.widgets.graph.picture import NOT_YET, Figure, GraphNode, GraphPicture, Labels, Part, Role, State
from playground.widgets.graph.style import graph_colors
from playground.widgets.graph.view import GraphView
from playground.widgets.look.colors import chart_colors
from playground.window import theme
from tests.painted import on_screen, painted_whole

SHAPE = GraphShape(
    (Kind.INPUT, Kind.CONSTANT, Kind.OPERATION, Kind.OPERATION, Kind.OUTPUT),
    (Link(0, 2), Link(1, 2), Link(0, 3), Link(2, 3), Link(3, 4)),
)
THIRD = Figure(("0.33333333", "0.33"))
FORWARD, BACK = Part(Role.VALUE, Link(2, 3)), Part(Role.GRADIENT, Link(2, 3))


def picture(state=State.DONE, value=THIRD, gradient=NOT_YET, sums=None):
    values = dict.fromkeys(SHAPE.links, Figure(("1",))) | {Link(2, 3): value}
    nodes = (GraphNode("x"), GraphNode("0"), GraphNode(">"), GraphNode("×", state), GraphNode("y"))
    return GraphPicture(SHAPE, nodes, values, {Link(2, 3): gradient}, sums or {})


@pytest.fixture
def view(qtbot):
    made = GraphView()
    qtbot.addWidget(made)
    made.resize(560, 300)
    made.show_picture(picture())
    made.show()
    return made


def middle(view, part):
    return view.rect_of(part).center().toPoint()


def pixels(view):
    return view.grab().toImage()


def test_the_whole_graph_is_inside_the_widget(view):
    for width, height in ((560, 300), (240, 120), (1400, 700)):
        view.resize(width, height)
        for node in range(len(SHAPE.kinds)):
            assert view.rect().contains(view.rect_of(Part(Role.NODE, node)).toRect())


def test_a_value_stands_above_its_edge_and_the_gradient_below(view):
    edge = view.rect_of(Part(Role.NODE, 2)).center().y()
    assert view.rect_of(FORWARD).bottom() <= edge
    assert view.rect_of(BACK).top() >= edge


def test_a_number_takes_the_digits_it_has_room_for(view):
    view.resize(560, 120)
    assert view.text_of(FORWARD) == "0.33333333"
    view.resize(170, 120)
    assert view.text_of(FORWARD) == "0.33"


def test_what_is_not_computed_is_an_empty_place(view):
    assert view.text_of(BACK) == ""
    assert view.rect_of(BACK).width() > 5


def test_a_sum_that_is_not_whole_says_so(view):
    view.show_picture(picture(sums={0: Figure(("2",), is_whole=False)}))
    assert view.text_of(Part(Role.SUM, 0)) == "Σ 2 +…"


@pytest.mark.parametrize("name", ["light", "dark"])
def test_states_and_ways_look_different(view, qapp, name):
    view.setPalette(theme.palette_of(name))
    looks = [
        picture(State.NOT_YET),
        picture(State.CURRENT),
        picture(State.DONE),
        picture(value=NOT_YET),
        picture(gradient=Figure(("-1",))),
    ]
    images = []
    for look in looks:
        view.show_picture(look)
        images.append(pixels(view))
    assert all(one != other for i, one in enumerate(images) for other in images[:i])


@pytest.mark.parametrize("name", ["light", "dark"])
def test_values_and_gradients_have_colours_of_their_own(name):
    palette = theme.palette_of(name)
    colors, chart = graph_colors(palette), chart_colors(palette)
    others = [colors.text, chart.positive, chart.negative, chart.diverged]
    assert all(distance(colors.gradient, other) > 60 for other in others)


def distance(one: QColor, other: QColor) -> float:
    return sum(abs(a - b) for a, b in zip(one.getRgb()[:3], other.getRgb()[:3], strict=True))


def test_a_click_chooses_the_circle_or_the_number(view, qtbot):
    for part in (Part(Role.NODE, 3), FORWARD, BACK, Part(Role.NODE, 0)):
        with qtbot.waitSignal(view.chosen) as chosen:
            QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=middle(view, part))
        assert chosen.args == [part]


def test_a_hand_that_trembles_still_clicks(view, qtbot):
    part = Part(Role.NODE, 3)
    with qtbot.waitSignal(view.chosen) as chosen:
        QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=middle(view, part))
        QTest.mouseMove(view, middle(view, part) + QPoint(1, 1))
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=middle(view, part) + QPoint(1, 1))
    assert chosen.args == [part]


def test_a_click_beside_everything_chooses_nothing(view, qtbot):
    with qtbot.assertNotEmitted(view.chosen):
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))


def test_the_pointer_points_and_leaves_the_hint_to_others(view, qtbot):
    with qtbot.waitSignal(view.pointed) as pointed:
        QTest.mouseMove(view, middle(view, FORWARD))
    assert pointed.args == [FORWARD]
    before = pixels(view)
    view.say(["upstream × local = product"])
    assert pixels(view) != before
    assert view.accessibleDescription() == "upstream × local = product"


def test_arrow_keys_go_from_circle_to_circle(view):
    view.setFocus()
    ways = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        QTest.keyClick(view, key)
        ways.append(view.at.at)
    assert ways == [0, 2, 3, 4, 3]
    QTest.keyClick(view, Qt.Key.Key_Up)  # there is nothing above
    assert view.at.at == 3


def test_enter_chooses_and_escape_lets_go(view, qtbot):
    QTest.keyClick(view, Qt.Key.Key_Right)
    with qtbot.waitSignal(view.chosen) as chosen:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert chosen.args == [Part(Role.NODE, 0)]
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert view.at is None


def test_zooming_keeps_the_point_under_the_pointer(view):
    part = Part(Role.NODE, 3)
    before = view.rect_of(part).center()
    view.zoom_by(2.0, before)
    assert (view.rect_of(part).center() - before).manhattanLength() < 1
    assert view.rect_of(part).height() > 20
    QTest.keyClick(view, Qt.Key.Key_0)
    assert view.zoom.factor == 1
    assert view.rect_of(part).center() == before


def test_dragging_moves_a_zoomed_graph_and_is_no_click(view, qtbot):
    view.zoom_by(3.0, QPointF(280, 150))
    part = Part(Role.NODE, 3)
    before = view.rect_of(part).center()
    start = middle(view, part)
    with qtbot.assertNotEmitted(view.chosen):
        QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
        QTest.mouseMove(view, start + QPoint(-40, 10))
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=start + QPoint(-40, 10))
    assert view.rect_of(part).center() == before + QPointF(-40, 10)


def test_a_fitted_graph_cannot_be_dragged_away(view):
    before = view.rect_of(Part(Role.NODE, 0))
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    QTest.mouseMove(view, QPoint(200, 100))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(200, 100))
    assert view.rect_of(Part(Role.NODE, 0)) == before


def test_another_moment_of_the_same_graph_keeps_zoom_and_pointer(view):
    QTest.keyClick(view, Qt.Key.Key_Right)
    view.zoom_by(2.0)
    zoom, at = view.zoom, view.at
    view.show_picture(picture(State.CURRENT))
    assert (view.zoom, view.at) == (zoom, at)
    other = GraphShape((Kind.INPUT, Kind.OPERATION, Kind.OUTPUT), (Link(0, 1), Link(1, 2)))
    nodes = (GraphNode("x"), GraphNode("exp"), GraphNode("y"))
    view.show_picture(GraphPicture(other, nodes, dict.fromkeys(other.links, NOT_YET), {}, {}))
    assert view.zoom.factor == 1
    assert view.at is None


def test_without_a_graph_nothing_can_be_pointed_at(view):
    view.show_picture(None)
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.at is None
    assert view.rect_of(FORWARD) is None


def test_the_legend_explains_itself(qtbot):
    legend = GraphLegend()
    qtbot.addWidget(legend)
    legend.resize(500, legend.sizeHint().height())
    wide = legend.grab().toImage()
    legend.resize(60, legend.sizeHint().height())
    assert legend.grab().toImage().width() < wide.width()
    assert "gradient" in legend.toolTip()
    assert legend.accessibleName()


# ---- where there is little room


def update_of_momentum(text):
    """Make a graph of two rows, with a constant under each."""
    kinds = (Kind.INPUT, Kind.CONSTANT, Kind.OPERATION, Kind.INPUT, Kind.CONSTANT, *[Kind.OPERATION] * 2, Kind.OUTPUT)
    links = tuple(Link(*ends) for ends in ((0, 2), (1, 2), (3, 5), (4, 5), (2, 6), (5, 6), (6, 7)))
    nodes = tuple(map(GraphNode, ("v", "β1=0.99999", "×", "dW", "rate=0.00003", "×", "+", "v")))
    values = dict.fromkeys(links, Figure(("1",))) | {Link(3, 5): Figure((text,))}
    return GraphPicture(GraphShape(kinds, links), nodes, values, {}, {})


@pytest.mark.parametrize(
    ("height", "text", "is_painted"), [(400, "-0.059 0.1", True), (90, "100×100 -0.059 … 0.1111", False)]
)
def test_a_number_without_room_of_its_own_is_left_out(view, height, text, is_painted):
    view.resize(560, height)
    view.show_picture(update_of_momentum(text))
    rect = view.rect_of(Part(Role.VALUE, Link(3, 5))).adjusted(0, 2.5, 0, -2.5)
    nodes = [view.rect_of(Part(Role.NODE, place)) for place in range(8)]
    assert any(rect.intersects(each) for each in nodes) is not is_painted
    with_text = pixels(view)
    view.show_picture(update_of_momentum(f"{text[:-1]}2"))
    assert (pixels(view) != with_text) is is_painted


# ---- from step to step


def walk(labels):
    """Give the moments of a graph: values come from left to right, then gradients, and one of them is wrong."""
    names = ("x", "", "mask", "out", "y")
    for known in range(2 * len(SHAPE.links) + 1):
        nodes = tuple(
            GraphNode(
                sign, State.CURRENT if place == known else State.DONE if place < known else State.NOT_YET, known > 7
            )
            for place, sign in enumerate(("x", "0", ">", "×", "y"))
        )
        values, gradients = {}, {}
        for place, link in enumerate(SHAPE.links):
            figure = Figure(
                (f"{place - 0.33333333:.8f}", "0.3"), symbols=(f"{names[link.source]} · W", names[link.source])
            )
            values[link] = figure if place < known else NOT_YET
            gradients[link] = figure if place < known - len(SHAPE.links) else NOT_YET
        wrong = frozenset({Link(2, 3)}) if known == 8 else frozenset()
        sums = {0: Figure(("2",), is_whole=known > 8)} if known > 6 else {}
        yield GraphPicture(SHAPE, nodes, values, gradients, sums, labels, wrong)


class Painted(QObject):
    """Notes how much of a widget each paint event is about."""

    def __init__(self, widget):
        super().__init__(widget)
        self.shares = []
        widget.installEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            pixels = sum(rect.width() * rect.height() for rect in event.region())
            self.shares.append(pixels / (watched.width() * watched.height()))
        return False


@pytest.mark.parametrize("size", [(900, 400), (240, 120)])
@pytest.mark.parametrize("labels", Labels)
def test_a_step_paints_little_and_leaves_the_whole_picture_right(view, labels, size):
    view.resize(*size)
    QTest.qWaitForWindowExposed(view)
    QApplication.processEvents()
    painted, shares = Painted(view), []
    for moment in (*walk(labels), *reversed(list(walk(labels)))):
        painted.shares.clear()
        view.show_picture(moment)
        shown = on_screen(view)
        shares.append(sum(painted.shares))
        assert shown == painted_whole(view)
    assert sorted(shares)[len(shares) // 2] < 0.4
