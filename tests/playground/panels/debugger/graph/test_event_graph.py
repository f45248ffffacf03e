from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QSpinBox

from nn.inspection.graph_layout import Link
from nn.network import Network
from nn.network.spec import LayerSpec, NetworkSpec
from nn.optimizers import SGD, Adam, Nesterov, RMSprop
from nn.trace import Update, record
from playground.panels.debugger.graph.event_graph import EventGraph
from playground.widgets.graph.picture import Part, Role


def sigmoid_trace():
    network = Network(NetworkSpec((1,), (LayerSpec("Sigmoid"),), "IdentityWithLoss", dtype="float64"))
    return record(network, [[0.0]], [[-0.5]])


def affine_trace():
    network = Network(NetworkSpec((2,), (LayerSpec("Affine", {"units": 3}), LayerSpec("Relu")), "IdentityWithLoss"))
    return record(network, np.arange(6.0).reshape(3, 2), np.ones((3, 3)))


SIGMOID, AFFINE = sigmoid_trace(), affine_trace()


@pytest.fixture
def graph(qtbot):
    made = EventGraph()
    qtbot.addWidget(made)
    made.resize(560, 300)
    made.show()
    return made


def test_a_step_asks_for_no_layout(graph, qtbot):
    """Each would lay out the whole debugger anew."""
    asked = []

    class Watch(QObject):
        def eventFilter(self, watched, event):
            if event.type() == QEvent.Type.LayoutRequest:
                asked.append(watched)
            return False

    graph.show_moment(AFFINE, 1, (1, 2))
    QApplication.processEvents()
    watch = Watch()
    graph.installEventFilter(watch)
    graph.show_moment(AFFINE, 2, (1, 2))
    QApplication.processEvents()
    assert not asked
    graph.show_moment(SIGMOID, 1)  # which has no other number to choose
    QApplication.processEvents()
    assert asked


def node(graph, sign):
    return next(i for i, drawn in enumerate(graph.view.picture.nodes) if drawn.sign == sign)


def click(graph, part):
    QTest.mouseClick(graph.view, Qt.MouseButton.LeftButton, pos=graph.view.rect_of(part).center().toPoint())


def written(graph, role, *signs):
    """Read figures off the widget, along the edges that leave the nodes with these signs."""
    links = {link.source: link for link in graph.view.picture.shape.links}
    return [graph.view.text_of(Part(role, links[node(graph, sign)])) for sign in signs]


def test_the_sigmoid_reads_as_in_the_book(graph):
    graph.show_moment(SIGMOID, len(SIGMOID))
    signs = ("x", "×(-1)", "exp", "+", "/")
    assert written(graph, Role.VALUE, *signs) == ["0", "0", "1", "2", "0.5"]
    assert written(graph, Role.GRADIENT, *signs) == ["0.25", "-0.25", "-0.25", "-0.25", "1"]


def show_labels(graph, name):
    box = graph.findChild(QComboBox, "graphLabels")
    box.setCurrentIndex(box.findData(name))
    box.activated.emit(box.currentIndex())


def test_the_edges_show_numbers_symbols_or_both(graph):
    layers = (LayerSpec.of("Affine", units=1), LayerSpec("Sigmoid"))
    network = Network(NetworkSpec((1,), layers, "IdentityWithLoss", dtype="float64"), seed=1)
    trace = record(network, [[0.0]], [[-0.5]])
    graph.resize(900, 300)
    graph.show_moment(trace, next(e.index for e in trace if e.name == "Sigmoid1" and e.upstream and not e.node) + 1)
    chain = ("a1", "×(-1)", "exp", "+", "/")
    values = ["a1", "-a1", "exp(-a1)", "exp(-a1) + 1", "z1"]
    gradients = ["∂L/∂z1·z1²·exp(-a1)", "-∂L/∂z1·z1²·exp(-a1)", "-∂L/∂z1·z1²", "-∂L/∂z1·z1²", "∂L/∂z1"]
    show_labels(graph, "symbols")
    assert written(graph, Role.VALUE, *chain) == values
    assert written(graph, Role.GRADIENT, *chain) == gradients
    show_labels(graph, "both")
    assert written(graph, Role.GRADIENT, *chain) == ["0.25", "-0.25", "-0.25", "-0.25", "1"]
    links = {link.source: link for link in graph.view.picture.shape.links}
    beside = [graph.view.symbol_of(Part(Role.GRADIENT, links[node(graph, sign)])) for sign in chain]
    assert beside == gradients
    show_labels(graph, "numbers")
    assert written(graph, Role.VALUE, *chain) == ["0", "0", "1", "2", "0.5"]


@pytest.mark.parametrize("labels", ["numbers", "symbols", "both"])
@pytest.mark.parametrize("size", [(550, 150), (800, 260), (1300, 420)])
@pytest.mark.parametrize("form", ["book", "elementary"])
def test_no_text_covers_another_or_a_circle(graph, labels, size, form):
    network = Network(NetworkSpec.mlp(2, (3,), 3, activation="Sigmoid"), seed=1)
    x, t = np.arange(8.0).reshape(4, 2), np.array([0, 1, 2, 0])
    trace = record(network, x, t, update=Update(Adam(lr=0.1)), form=form)
    graph.resize(*size)
    show_labels(graph, labels)
    for name in ("loss", "backward", "update"):
        event = [each for each in trace if each.phase == name][-1]
        graph.show_moment(trace, event.index + 1)
        texts = graph.view.written()
        for place, (text, rect) in enumerate(texts):
            covered = [other for other, area in texts[place + 1 :] if area.intersects(rect.adjusted(2, 3, -2, -3))]
            assert covered == [], (name, text)


def test_pointing_at_a_circle_says_upstream_times_local(graph):
    graph.show_moment(SIGMOID, len(SIGMOID))
    QTest.mouseMove(graph.view, graph.view.rect_of(Part(Role.NODE, node(graph, "/"))).center().toPoint())
    assert "dx_Sigmoid.3 = 1 × (-0.25) = -0.25" in graph.view.accessibleDescription()
    QTest.mouseMove(graph.view, graph.view.rect_of(Part(Role.NODE, node(graph, "×(-1)"))).center().toPoint())
    assert "dx = -0.25 × (-1) = 0.25" in graph.view.accessibleDescription()


def test_pointing_at_an_empty_place_says_that_it_is_not_computed(graph):
    graph.show_moment(SIGMOID, 0)
    QTest.mouseMove(graph.view, graph.view.rect_of(Part(Role.NODE, node(graph, "exp"))).center().toPoint())
    assert "not computed yet" in graph.view.accessibleDescription()


def test_the_hint_follows_the_cursor(graph):
    graph.show_moment(SIGMOID, 0)
    QTest.keyClick(graph.view, Qt.Key.Key_Right)
    QTest.keyClick(graph.view, Qt.Key.Key_Right)
    assert "not computed yet" in graph.view.accessibleDescription()
    graph.show_moment(SIGMOID, 3)
    assert "x_Sigmoid.1[0,0] = x[0,0]·(-1)" in graph.view.accessibleDescription()


def test_pointing_at_a_matrix_product_writes_the_sum_of_one_number(graph):
    affine = next(e for e in AFFINE if e.name == "Affine1" and e.phase == "backward" and e.depth == "layer")
    graph.show_moment(AFFINE, affine.index + 1, (1, 2))
    QTest.mouseMove(graph.view, graph.view.rect_of(Part(Role.NODE, node(graph, "dot"))).center().toPoint())
    assert "a1.1[1,2] = x[1,0]·W1[0,2] + x[1,1]·W1[1,2]" in graph.view.accessibleDescription()


def test_the_kind_of_product_is_said_once(graph):
    graph.show_moment(SIGMOID, len(SIGMOID))
    QTest.mouseMove(graph.view, graph.view.rect_of(Part(Role.NODE, node(graph, "+"))).center().toPoint())
    assert graph.view.accessibleDescription().count("local derivative") == 1


def test_a_circle_leads_to_the_event_that_computed_it(graph, qtbot):
    graph.show_moment(SIGMOID, 5)
    with qtbot.waitSignal(graph.event_requested) as asked:
        click(graph, Part(Role.NODE, node(graph, "exp")))
    assert SIGMOID[asked.args[0]].symbol == "exp"
    assert SIGMOID[asked.args[0]].phase == "forward"


def test_on_the_way_back_a_circle_leads_to_the_event_of_the_way_back(graph, qtbot):
    graph.show_moment(SIGMOID, len(SIGMOID))
    with qtbot.waitSignal(graph.event_requested) as asked:
        click(graph, Part(Role.NODE, node(graph, "exp")))
    assert SIGMOID[asked.args[0]].phase == "backward"


def test_an_input_leads_to_the_layer_that_made_it(graph, qtbot):
    relu = next(event for event in AFFINE if event.name == "Relu1" and event.phase == "forward")
    graph.show_moment(AFFINE, relu.index + 1)
    with qtbot.waitSignal(graph.event_requested) as asked:
        click(graph, Part(Role.NODE, node(graph, "a1")))
    assert "a1" in AFFINE[asked.args[0]].outputs


def test_what_was_given_leads_nowhere(graph, qtbot):
    graph.show_moment(SIGMOID, 5)
    with qtbot.assertNotEmitted(graph.event_requested):
        click(graph, Part(Role.NODE, node(graph, "x")))


def test_a_number_leads_to_its_value_and_place(graph, qtbot):
    end = next(e for e in AFFINE if e.name == "Affine1" and e.phase == "backward" and e.depth == "layer")
    graph.show_moment(AFFINE, end.index + 1, (1, 2))
    link = Link(node(graph, "b1"), node(graph, "+"))
    for role, name in ((Role.VALUE, "b1"), (Role.GRADIENT, "db1")):
        with qtbot.waitSignal(graph.element_requested) as asked:
            click(graph, Part(role, link))
        assert asked.args == [name, (2,)]


def test_a_row_has_no_single_place(graph, qtbot):
    graph.show_moment(AFFINE, 3, (1, 2))
    with qtbot.waitSignal(graph.element_requested) as asked:
        click(graph, Part(Role.VALUE, Link(node(graph, "x"), node(graph, "dot"))))
    assert asked.args == ["x", None]


def test_the_boxes_ask_for_a_number_and_show_it(graph, qtbot):
    graph.show_moment(AFFINE, 3)
    sample, number = graph.findChildren(QSpinBox)
    with qtbot.waitSignal(graph.element_requested) as asked:
        QTest.keyClick(number, Qt.Key.Key_Up)
    assert asked.args == ["a1", (0, 0)]
    with qtbot.assertNotEmitted(graph.element_requested):
        graph.show_moment(AFFINE, 3, (2, 1))
    assert (sample.value(), number.value()) == (2, 1)
    for _ in range(2):
        with qtbot.waitSignal(graph.element_requested) as asked:
            QTest.keyClick(number, Qt.Key.Key_Down)
    assert asked.args == ["a1", None]


def test_a_single_number_needs_no_choice(graph):
    graph.show_moment(SIGMOID, 3)
    assert not any(box.isVisible() for box in graph.findChildren(QSpinBox))


def test_the_cursor_moves_over_the_same_graph(graph):
    shapes = {}
    for cursor in range(len(SIGMOID) + 1):
        graph.show_moment(SIGMOID, cursor)
        shape = graph.view.picture.shape
        assert shape is shapes.setdefault(graph.moment.graph, shape)
    assert len(shapes) < len(SIGMOID)


def test_without_a_trace_nothing_is_shown(graph):
    graph.show_moment(SIGMOID, 2)
    graph.show_moment((), 0)
    assert graph.view.picture is None


def test_every_control_has_a_name_and_an_explanation(graph):
    graph.show_moment(AFFINE, 3)
    for widget in (*graph.findChildren(QSpinBox), graph.view):
        assert widget.accessibleName()
    assert all(box.toolTip() for box in graph.findChildren(QSpinBox))


def update_trace(optimizer):
    spec = NetworkSpec((2,), (LayerSpec("Affine", {"units": 3}), LayerSpec("Relu")), "IdentityWithLoss")
    return record(Network(spec), np.arange(6.0).reshape(3, 2), np.ones((3, 3)), update=Update(optimizer, 1))


@pytest.mark.parametrize("optimizer", [Adam(), RMSprop(), Nesterov(), SGD()], ids=lambda each: type(each).__name__)
@pytest.mark.parametrize("size", [(548, 262), (700, 360)])
def test_every_constant_of_an_update_is_written_and_nothing_covers_another(graph, size, optimizer):
    """At 1366x768 the graph has 548x262 px."""
    trace = update_trace(optimizer)
    graph.resize(*size)
    graph.show_moment(trace, len(trace))
    graph.refresh()
    texts = graph.view.written()
    whole = " ".join(text.replace(" ", "") for text, _ in texts)
    names = [each.called for each in graph.view.picture.nodes if "=" in each.sign]
    assert names
    assert [name for name in names if name not in whole] == []
    inner = [(text, rect.adjusted(1, 2.5, -1, -2.5)) for text, rect in texts]
    pairs = [(one, other) for i, one in enumerate(inner) for other in inner[:i]]
    assert [(a[0], b[0]) for a, b in pairs if a[1].intersects(b[1])] == []


def test_what_stands_along_the_edges_is_remembered(graph, qtbot, fill):
    fill(graph.findChild(QComboBox, "graphLabels"), "symbols")
    again = EventGraph()
    qtbot.addWidget(again)
    assert again.findChild(QComboBox, "graphLabels").currentData() == "symbols"
