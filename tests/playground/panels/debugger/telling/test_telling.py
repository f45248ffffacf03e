"""The step that is told: always the current one, unless it is pinned; with its formulas whole."""

from __future__ import annotations

import re

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QToolButton

from nn.inspection.element import Element
from nn.losses import LOSSES
from nn.network import LayerSpec, Network, NetworkSpec
from nn.operations import base
from nn.optimizers import OPTIMIZERS
from nn.trace import record
from playground.panels.debugger.telling.strip import StepStrip
from playground.panels.debugger.telling.told import ToldStep
from playground.panels.debugger.telling.words import StepWords
from tests.kinds import OF_PICTURES, OF_ROWS, network_with


@pytest.fixture
def told(small):
    return ToldStep(small, small)


@pytest.fixture
def strip(qtbot, small, told):
    widget = StepStrip(small, told)
    qtbot.addWidget(widget)
    widget.resize(420, 120)
    widget.show()
    return widget


def test_every_step_is_told_by_one_of_its_own_numbers(small, told):
    debugger = small.debugger
    debugger.go(1)
    debugger.set_element(Element("a1.1", (3, 1)))
    for index, event in enumerate(debugger.trace[1:], 2):
        debugger.go(index)
        assert told.event is event
        assert told.maker is event
        assert told.element.name in event.outputs
    debugger.go(0)
    assert told.element is None


def test_what_a_person_chooses_is_told_until_the_next_step(small, told):
    debugger = small.debugger
    debugger.go(5)
    debugger.set_element(Element("W1", (0, 2)))
    assert (told.element, told.maker) == (Element("W1", (0, 2)), None)
    debugger.set_element(None)  # a click on an empty place
    assert told.element.name in debugger.current.outputs
    debugger.set_element(Element("W1", (0, 2)))
    debugger.step_into()
    assert told.element.name in debugger.current.outputs


def test_a_pin_keeps_it_while_stepping_on(small, told, strip, qtbot):
    debugger, pin = small.debugger, strip.findChild(QToolButton, "debugPin")
    debugger.go(3)
    kept = (strip.text.head, strip.text.formulas, strip.text.sentence)
    qtbot.mouseClick(pin, Qt.MouseButton.LeftButton)
    debugger.go(9)
    assert (strip.text.head, strip.text.formulas, strip.text.sentence) == kept
    assert told.maker.index == 2
    qtbot.mouseClick(pin, Qt.MouseButton.LeftButton)
    assert told.event is debugger.current
    assert strip.text.formulas != kept[1]
    qtbot.mouseClick(pin, Qt.MouseButton.LeftButton)
    debugger.close()
    assert not told.is_pinned
    assert not pin.isChecked()


def test_the_formulas_stand_whole_a_line_for_each(small, strip):
    update = next(e for e in small.debugger.trace if e.phase == "update" and e.depth == "layer")
    small.debugger.run_to(update.index)
    assert strip.text.formulas == tuple(update.formula.split(",  "))
    assert len(strip.text.formulas) == 3
    line = QFontMetrics(strip.text.font()).lineSpacing()
    assert strip.text.sizeHint().height() >= 4 * line  # three formulas and the sentence


def test_the_sign_of_a_gradient_says_which_way_the_loss_falls(small, strip):
    event = next(e for e in small.debugger.trace if "dW2" in e.outputs and e.depth == "layer")
    small.debugger.run_to(event.index)
    for index, value in (((0, 0), event.outputs["dW2"][0, 0]), ((0, 1), event.outputs["dW2"][0, 1])):
        small.debugger.set_element(Element("dW2", index))
        way = "raising" if value < 0 else "lowering" if value > 0 else "moving"
        name = f"W2[{index[0]},{index[1]}]"
        assert f"{way} {name}" in strip.text.sentence


def operations_of(kind=base.Operation):
    for each in kind.__subclasses__():
        yield each
        yield from operations_of(each)


def test_every_sign_every_layer_loss_and_optimizer_has_its_sentence(qtbot, small):
    """What has none of its own is told in general words, but what the book has is told in the book's."""
    words, said = StepWords(), {}
    debugger = small.debugger
    for loss in LOSSES:
        for kind in OF_ROWS:
            layers = (LayerSpec.of("Affine", units=3), LayerSpec(kind), LayerSpec.of("Affine", units=2))
            small.editing.edit_spec("Layers", NetworkSpec((2,), layers, loss))
            for event in debugger.trace:
                sentence = words.sentence(event, "SGD")
                assert sentence.endswith((".", "?"))
                said.setdefault(sentence, set()).add((event.phase, event.symbol))
    for kind in OF_PICTURES:
        network = Network(network_with(kind))
        for event in record(network, np.ones((1, *network.spec.input_shape)), [1]):
            assert words.sentence(event, "SGD").endswith((".", "?"))
    updates = {words.sentence(debugger.trace[-1], name) for name in OPTIMIZERS}
    assert len(updates) == len(OPTIMIZERS)
    signs = {op.symbol for op in operations_of() if hasattr(op, "symbol")}
    from playground.panels.debugger.telling.sentences import NODES

    assert signs <= set(NODES)
    assert all(re.match(r"\S", sentence) for sentence in said)


def test_the_form_that_training_computes_stands_on_hover_of_the_update(small, strip):
    small.debugger.go(len(small.debugger.trace))
    assert "1 - β1" in strip.text.toolTip()
    small.debugger.go(2)
    assert "1 - β1" not in strip.text.toolTip()
