from __future__ import annotations

from itertools import count
from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from nn.inspection.number_texts import shape_text
from nn.network import Network, NetworkSpec
from nn.trace import record
from playground.panels.debugger import event_tree
from playground.panels.debugger.event_tree import EventTree

CALL, SHAPE, HEALTH = range(3)


@pytest.fixture
def network():
    return Network(NetworkSpec.mlp(2, (3,), 2), 0)


@pytest.fixture
def tree(qtbot):
    made = EventTree()
    qtbot.addWidget(made)
    return made


def show(tree, spec, trace, cursor=None):
    """Show a pass, as a rule one that has happened whole."""
    tree.show_trace(spec, trace)
    tree.show_cursor(len(trace) if cursor is None else cursor)
    while not tree.is_judged:
        QApplication.processEvents()


def traced(network, x=((1.0, 0.5), (0.2, -1.0))):
    return record(network, np.array(x), np.array([0, 1]))


def line_of(tree, index):
    """Find the line of an event, which is below that of its phase."""
    lines = tree.findItems("", Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive)
    return next(line for line in lines if line.parent() and line.data(CALL, Qt.ItemDataRole.UserRole) == index)


def test_phases_hold_layers_and_layers_hold_nodes(tree, network):
    trace = traced(network)
    show(tree, network.spec, trace)
    phases = [tree.topLevelItem(i) for i in range(tree.topLevelItemCount())]
    assert [phase.text(CALL) for phase in phases] == ["forward", "loss", "backward"]
    layers = [phases[0].child(i) for i in range(phases[0].childCount())]
    assert [layer.text(CALL) for layer in layers] == ["Affine1", "Relu1", "Affine2"]
    assert [layers[0].child(i).text(CALL) for i in range(2)] == ["a1.1 = x·W1", "a1 = a1.1 + b1"]
    assert layers[0].text(SHAPE) == "2×3"


def test_the_current_event_is_chosen_and_what_is_to_come_is_quiet(tree, network):
    trace = traced(network)
    show(tree, network.spec, trace)
    tree.show_cursor(4)
    assert tree.chosen_event == 3
    fonts = [line_of(tree, i).font(CALL).bold() for i in range(6)]
    assert fonts == [False, False, False, True, False, False]
    assert line_of(tree, 2).foreground(CALL) != line_of(tree, 4).foreground(CALL)
    show(tree, network.spec, traced(network), cursor=4)  # the same pass with other numbers
    assert line_of(tree, 2).foreground(CALL) != line_of(tree, 4).foreground(CALL)
    tree.show_cursor(1)
    assert line_of(tree, 3).foreground(CALL) == line_of(tree, 4).foreground(CALL)
    assert not line_of(tree, 3).font(CALL).bold()


def test_what_is_wrong_is_marked_and_said(tree, network):
    network.params["b1"][...] = -1000
    trace = traced(network)
    show(tree, network.spec, trace)
    dead = next(i for i in range(len(trace)) if line_of(tree, i).text(HEALTH))
    assert line_of(tree, dead).text(HEALTH) == "dead"
    assert "100% of the ReLUs of z1" in tree.tip(dead)
    assert tree.health(dead).is_bad
    network.params["b1"][...] = np.nan
    show(tree, network.spec, traced(network))
    assert line_of(tree, 2).text(HEALTH) == "NaN"
    assert tree.health(0) is None
    network.params["b1"][...] = np.inf
    show(tree, network.spec, traced(network))
    assert line_of(tree, 2).text(HEALTH) == "inf"


def test_a_gradient_that_has_vanished_is_marked(tree, network):
    network.params["W2"][...] = 1e-12
    trace = traced(network)
    show(tree, network.spec, trace)
    marks = {event.name: line_of(tree, event.index).text(HEALTH) for event in trace if event.phase == "backward"}
    assert marks["Affine1"] == "vanished"


def test_nothing_is_told_of_what_is_still_to_come(tree, network):
    network.params["b1"][...] = np.nan
    show(tree, network.spec, traced(network))
    for cursor, mark in ((2, ""), (3, "NaN"), (0, "")):
        tree.show_cursor(cursor)
        assert line_of(tree, 2).text(HEALTH) == mark
        assert ("NaN" in tree.tip(2)) == bool(mark)


def test_a_gradient_that_is_zero_because_the_input_is_has_not_vanished(tree, network):
    network.params["b1"][...] = 1
    trace = traced(network, ((0.0, 0.0), (0.0, 0.0)))
    show(tree, network.spec, trace)
    first = next(e for e in trace if (e.phase, e.name, e.depth) == ("backward", "Affine1", "layer"))
    assert not first.outputs["dW1"].any()
    assert tree.health(first.index) is None


def test_one_sample_alone_leaves_relus_at_zero_without_being_ill(tree, network):
    network.params["b1"][...] = (-1000, -1000, 1000)
    show(tree, network.spec, record(network, np.ones((1, 2))))
    assert tree.health(5) is None
    show(tree, network.spec, traced(network))
    assert tree.health(5).kind == "dead"


def test_a_healthy_pass_has_no_column_of_marks(tree, network):
    network.params["b1"][...] = 1
    show(tree, network.spec, traced(network))
    assert tree.isColumnHidden(HEALTH)


def test_shapes_are_written_as_in_the_book():
    assert [shape_text(shape) for shape in ((100, 784), (10,), ())] == ["100×784", "10", ""]


def test_the_window_answers_while_the_numbers_are_looked_at(tree, network, monkeypatch):
    seconds = SimpleNamespace(perf_counter=count().__next__)  # one passes whenever the clock is read
    monkeypatch.setattr(event_tree, "time", seconds)
    network.params["b1"][...] = np.nan
    tree.show_trace(network.spec, traced(network))
    assert not tree.is_judged
    assert line_of(tree, 2).text(CALL)
    assert tree.health(2) is None
    while tree.health(2) is None:
        QApplication.processEvents()
    assert not tree.is_judged
    show(tree, network.spec, traced(network))  # what was left of the other pass is not looked at
    assert line_of(tree, 2).text(HEALTH) == "NaN"
