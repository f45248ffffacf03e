"""Three lines for any number, and every number in them leads to its origin."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QApplication, QToolButton

from nn.inspection.element import Element
from nn.network import Network, NetworkSpec
from nn.trace import Update, explain, record
from nn.training import TrainingConfig
from playground.panels.debugger.element.lines import ElementLines
from playground.panels.debugger.telling.told import ToldStep
from playground.widgets.text.linked_lines import pieces_of


@pytest.fixture(scope="module")
def trace():
    rng = np.random.default_rng(0)
    update = Update(TrainingConfig(optimizer="Adam").build_optimizer(), 1, 0.01)
    network = Network(NetworkSpec.mlp(3, (12, 4), 2), 1)
    return record(network, rng.normal(size=(4, 3)), [0, 1, 1, 0], update=update)


@pytest.fixture
def lines(qtbot, session):
    widget = ElementLines(session, ToldStep(session, session))
    qtbot.addWidget(widget)
    return widget


def layer(trace, phase, index=None):
    return next(e for e in trace if (e.phase, e.layer, e.depth) == (phase, index, "layer"))


def test_both_lines_have_the_same_links_in_the_same_order(trace):
    for event in trace:
        for name, array in event.outputs.items():
            told = explain(event, name, (0,) * array.ndim)
            symbols, numbers, result = pieces_of(told)
            assert [joined(line) for line in (symbols, numbers, result)] == [told.symbols, told.numbers, told.result]
            assert links(symbols) == links(numbers)
            assert set(links(symbols)) == set(range(len(told.sources)))


def test_a_link_stands_on_its_own_number(trace):
    told = explain(layer(trace, "forward", 0), "a1", (1, 2))
    symbols, numbers, _ = pieces_of(told)
    for symbol, number in zip(linked(symbols), linked(numbers), strict=True):
        leaf = told.sources[symbol.link]
        assert symbol.text == leaf.symbol
        assert float(number.text) == pytest.approx(leaf.value, rel=1e-5)


@pytest.mark.parametrize(
    ("phase", "index", "name"), [("forward", 2, "a2"), ("loss", None, "L"), ("backward", 2, "dW2"), ("update", 0, "b1")]
)
def test_all_phases_are_told(lines, trace, phase, index, name):
    event = next(e for e in trace if (e.phase, e.layer, e.depth) == (phase, index, "layer") and name in e.outputs)
    place = (0,) * event.outputs[name].ndim
    lines.show_element(event, name, place)
    told = explain(event, name, place)
    assert lines.text.plain.split("\n")[:3] == [told.symbols, told.numbers, told.result]
    assert len(lines.text.links()) >= 2


def test_a_long_sum_says_what_is_left_out(lines, trace):
    lines.show_element(layer(trace, "forward", 2), "a2", (0, 0))
    told = explain(layer(trace, "forward", 2), "a2", (0, 0))
    assert told.left_out == 6
    assert f"{told.left_out} smaller terms" in lines.text.plain


def test_copy_takes_all_lines_as_text(lines, trace, qtbot):
    lines.show_element(layer(trace, "forward", 0), "a1", (0, 0))
    told = explain(layer(trace, "forward", 0), "a1", (0, 0))
    wanted = f"{told.symbols}\n{told.numbers}\n{told.result}"
    lines.findChild(QToolButton).click()
    assert QApplication.clipboard().text() == wanted
    QApplication.clipboard().setText("")
    qtbot.keyClick(lines.text, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == wanted


def test_it_follows_the_debugger(lines, session, qtbot):
    lines.show()
    debugger = session.debugger
    debugger.open("sample", cursor=-1)
    debugger.set_element(Element("x", (0, 0)))
    assert lines.text.plain.startswith("x[0,0] = ")
    name = next(name for name in debugger.trace[0].outputs)
    debugger.set_element(Element(name, (0, 1)))
    assert lines.text.plain.startswith(f"{name}[0,1] = ")
    debugger.go(0)
    assert lines.text.links() == []  # what explained a later step is gone
    debugger.set_element(Element(name, (0, 2)))
    assert "not computed yet" in lines.text.plain
    debugger.set_element(Element(name, (7, 10**6)))
    assert "not computed yet" in lines.text.plain
    debugger.set_element(None)
    assert lines.text.links() == []


def test_following_a_number_moves_the_debugger_there(lines, session):
    lines.show()
    debugger = session.debugger
    debugger.open("sample", cursor=-1)
    debugger.set_element(Element("L", ()))
    lines.text.anchorClicked.emit(QUrl("#1"))
    made = debugger.current
    assert debugger.element is not None
    assert debugger.element.name in made.outputs
    assert made.index < len(debugger.trace) - 1
    assert lines.text.plain.startswith(f"{debugger.element.name}[")


def test_a_given_number_leads_to_its_origin(lines, session, qtbot):
    lines.show()
    debugger = session.debugger
    debugger.open("batch", cursor=1)
    qtbot.waitUntil(lambda: len(debugger.trace) > 0)
    row = int(debugger.stepped.training_pass.rows[2])
    debugger.set_element(Element("x", (2, 0)))
    assert "Given" in lines.text.plain
    (link,) = lines.text.links()
    with qtbot.waitSignal(session.status) as told:
        lines.text.anchorClicked.emit(QUrl(f"#{link}"))
    assert f"row {row} of the training data" in told.args[0]
    debugger.set_element(Element("W1", (0, 0)))
    with qtbot.waitSignal(session.status) as told:
        lines.text.anchorClicked.emit(QUrl(f"#{lines.text.links()[0]}"))
    assert "no update has made it yet" in told.args[0]  # before the first iteration there is none to go to


def test_the_links_of_a_sum_do_not_lead_where_a_given_number_did(lines, session):
    lines.show()
    session.debugger.open("sample", cursor=-1)
    session.debugger.set_element(Element("x", (0, 0)))
    session.debugger.set_element(Element("L", ()))
    lines.text.anchorClicked.emit(QUrl("#1"))
    assert session.debugger.element.name != "x"
    assert lines.text.plain.startswith(f"{session.debugger.element.name}[")


def test_a_number_that_a_person_replaced_is_no_sum_of_others(lines, session, qtbot):
    lines.show()
    debugger = session.debugger
    debugger.open("batch", cursor=-1)
    qtbot.waitUntil(lambda: len(debugger.trace) > 0)
    name = next(iter(debugger.trace[0].outputs))
    debugger.set_element(Element(name, (0, 0)))
    computed = lines.text.plain
    debugger.numbers.override(name, (0, 0), 5.0)
    assert lines.text.plain.startswith(f"{name}[0,0] = 5")
    assert "Replaced by hand" in lines.text.plain
    debugger.numbers.clear_overrides()
    assert lines.text.plain == computed


def joined(line):
    return "".join(piece.text for piece in line)


def linked(line):
    return [piece for piece in line if piece.link is not None]


def links(line):
    return [piece.link for piece in linked(line)]
