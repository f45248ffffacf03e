"""Each condition by itself: not met in the state of the small lesson, met after what it waits for."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

from nn.breakpoints import Breakpoint
from nn.expressions import Expression
from nn.inspection.element import Element
from nn.network import LayerSpec, NetworkSpec
from playground.lessons.conditions import CONDITIONS
from playground.lessons.facts import Facts
from playground.lessons.training_watch import TrainingWatch
from playground.session.looking.example import Example
from playground.session.looking.gradients import SampleGradients
from playground.session.looking.selection import FunctionPlot, Neuron
from playground.session.looking.sketch import ConvolutionSketch


@pytest.fixture
def is_met(opened, session):
    """Give a function that says whether a condition is met now."""

    def ask(name, *arguments, step=0, **known):
        condition = CONDITIONS[name](*arguments)
        watch, task = opened.findChild(TrainingWatch), opened.lesson.steps[step].task
        facts = Facts(session, watch, SampleGradients(), task, **known)
        return condition.is_met(facts)

    return ask


@pytest.fixture
def edit_layers(session):
    def edit(*layers, **changes):
        spec = session.document.state.spec
        session.editing.edit_spec("Edit", replace(spec, layers=tuple(layers) or spec.layers, **changes))

    return edit


def train(qtbot, session):
    session.control.train()
    qtbot.waitUntil(lambda: not session.control.is_busy)
    QApplication.processEvents()


def test_holds(is_met, session):
    assert not is_met("holds", Expression.parse("W1 > 1.5"))
    assert not is_met("holds", Expression.parse("z9 > 0"))
    session.weights.set("Set W1", {"W1": [[1.75], [2.0]]})
    assert is_met("holds", Expression.parse("W1 > 1.5"))


def test_numbers(is_met, session):
    assert is_met("numbers")
    session.weights.set("Set b1", {"b1": [0.4]})
    assert not is_met("numbers")


def test_tried(is_met):
    assert not is_met("tried", step=1, tried=frozenset({1}))
    assert is_met("tried", step=1, tried=frozenset({0, 1}))


def test_answered(is_met):
    assert not is_met("answered", step=2)
    assert is_met("answered", step=2, is_answered=True)


def test_activation(is_met, edit_layers):
    one, two = LayerSpec.of("Affine", units=2), LayerSpec.of("Affine", units=1)
    assert not is_met("activation", "Tanh")
    edit_layers(one, LayerSpec.of("Tanh"), two, LayerSpec.of("Sigmoid"))
    assert not is_met("activation", "Tanh")
    assert is_met("activation", "Tanh", 1)
    assert not is_met("activation", "Tanh", 2)
    assert not is_met("activation", "Tanh", 3)
    edit_layers(one, LayerSpec.of("Tanh"), two, LayerSpec.of("Tanh"))
    assert is_met("activation", "Tanh")
    edit_layers(two)
    assert not is_met("activation", "Tanh")


def test_layers_and_hidden_layers(is_met, edit_layers):
    kinds = ("Affine", "Tanh", "Affine")
    assert not is_met("layers", kinds)
    assert not is_met("hidden_layers", 1)
    edit_layers(LayerSpec.of("Affine", units=3), LayerSpec.of("Tanh"), LayerSpec.of("Affine", units=1))
    assert is_met("layers", kinds)
    assert is_met("hidden_layers", 1)
    assert not is_met("hidden_layers", 2)


def test_initializer(is_met, session):
    assert is_met("initializer", "He")
    session.weights.reinitialize(None, "Xavier")
    assert is_met("initializer", "Xavier")
    assert not is_met("initializer", "He")


def test_trained(qtbot, is_met, session):
    assert not is_met("trained", 40)
    train(qtbot, session)
    assert is_met("trained", 40)
    assert not is_met("trained", 41)


def test_accuracy(qtbot, is_met, session):
    assert not is_met("accuracy", 0.0)
    session.editing.choose_dataset("and")
    qtbot.waitUntil(lambda: session.library.data is not None and session.library.data.name == "and")
    session.editing.edit_spec("Classes", NetworkSpec.mlp(2, (), 2))
    session.editing.edit_config("Learn fast", lr=1.0, epochs=200)
    train(qtbot, session)
    assert is_met("accuracy", 1.0)


def test_diverged(qtbot, is_met, session):
    assert not is_met("diverged")
    session.editing.edit_spec("Linear", NetworkSpec.mlp(2, (), 1, loss="IdentityWithLoss"))
    session.editing.edit_config("Far too fast", lr=1e300, epochs=200)
    train(qtbot, session)
    assert is_met("diverged")
    session.document.undo()
    assert not is_met("diverged")


def test_recognised(is_met, session):
    pixels = np.zeros(784, np.float32)
    session.editing.edit_spec("Digits", NetworkSpec.mlp(784, (), 10, initializer="zeros", loss="IdentityWithLoss"))
    session.looking.choose("mine")
    session.weights.set("Say 3", {"b1": np.eye(10)[3]})
    assert not is_met("recognised")
    for label, origin, expected in (
        (None, "drawn", False),
        (4, "drawn", False),
        (3, "test 1", False),
        (3, "drawn", True),
    ):
        session.looking.show_example(Example(pixels, label, origin))
        assert is_met("recognised") is expected


def test_plotted(is_met, session):
    assert not is_met("plotted", ("Sigmoid", "Step"))
    session.selection.show_plot(FunctionPlot(("Step", "Sigmoid"), derivatives=False))
    assert is_met("plotted", ("Sigmoid", "Step"))
    assert not is_met("plotted", ("Sigmoid",))
    assert not is_met("plotted", ("Sigmoid", "Step"), True)
    session.selection.show_plot(FunctionPlot(("Step", "Sigmoid"), derivatives=True))
    assert is_met("plotted", ("Sigmoid", "Step"), True)


def test_convolved_and_swept(is_met, session):
    session.selection.show_sketch(ConvolutionSketch(scene="forward", filter="blur", stride=2))
    assert is_met("convolved", "forward", "blur")
    assert is_met("convolved", "forward", "", 2, 0)
    assert not is_met("convolved", "backward")
    assert not is_met("convolved", "forward", "blur", 1)
    assert not is_met("swept", "forward", 1)
    session.selection.show_sketch(ConvolutionSketch(scene="forward", step=4))
    assert is_met("swept", "forward", 4)
    assert not is_met("swept", "forward", 5)
    assert not is_met("swept", "backward", 4)


def test_selected(is_met, session):
    session.selection.select(None)
    assert not is_met("selected", "Affine1")
    session.selection.select(Neuron(-1, 1))
    assert is_met("selected", "input")
    assert not is_met("selected", "input", 0)
    session.selection.select(Neuron(0, 0))
    assert is_met("selected", "Affine1", 0)
    assert not is_met("selected", "Affine2")


def test_stepping_reached_and_looked_at(is_met, session):
    assert not is_met("stepping")
    session.debugger.open("sample")
    assert not is_met("stepping"), "it stands before the first event"
    places = (("forward", "Affine1"), ("forward", "Sigmoid1", "z1.2"), ("loss",), ("backward", "Sigmoid1", "da1"))
    for place in places:
        assert not is_met("reached", *place)
        while not is_met("reached", *place):
            before = session.debugger.cursor
            session.debugger.step_into()
            assert session.debugger.cursor > before
        assert is_met("stepping")
    assert not is_met("looked_at", "W1")
    session.debugger.set_element(Element("W1", (1, 0)))
    assert is_met("looked_at", "W1")
    assert is_met("looked_at", "W1[1, 0]")
    assert not is_met("looked_at", "W1[0, 0]")


def test_breakpoint_set_and_stopped(qtbot, opened, is_met, session):
    session.document.edit("None", breakpoints=())
    assert not is_met("breakpoint_set")
    session.document.edit("One", breakpoints=(Breakpoint.when("threshold", name="a1", number=-1e9),))
    assert is_met("breakpoint_set", "threshold")
    assert not is_met("breakpoint_set", "dead")
    stops = []
    session.debugger.stopped.connect(stops.append)
    train(qtbot, session)
    assert not is_met("stopped")
    assert is_met("stopped", "threshold", stop=stops[0])
    assert not is_met("stopped", "dead", stop=stops[0])


def test_measured(is_met):
    assert not is_met("measured")
    assert is_met("measured", is_measured=True)


def test_every_condition_has_its_test_above():
    tests = " ".join(name for name in globals() if name.startswith("test_"))
    assert [name for name in CONDITIONS if name not in tests] == []
