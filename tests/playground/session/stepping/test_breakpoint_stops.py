"""Breakpoints on real training: it stops before the guilty update, and one can go back to where it began."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from nn.breakpoints import Breakpoint, Condition
from nn.inspection.element import Element
from nn.network import Network, NetworkSpec
from nn.training import Checkpoint, TrainingConfig
from playground.session.session import Session

BOOK = NetworkSpec.mlp(784, (50,), 10, initializer="std", scale=0.01)
DEAD = Breakpoint.when("dead", share=1.0)
SOMEWHERE = Breakpoint.when("place", phase="backward", layer=1)


@pytest.fixture
def idle(qtbot, session: Session):
    return lambda: qtbot.waitUntil(lambda: not session.control.is_busy)


@pytest.fixture
def wild(session: Session):
    """Give a session on the book's network with the learning rate 10: all its ReLUs die in the first iterations."""
    state = session.document.state
    config = TrainingConfig("SGD", lr=10.0, epochs=1, evaluate_samples=100)
    session.editing.replace("Open", replace(state, spec=BOOK, checkpoint=Checkpoint.initial(BOOK), config=config))
    return session


def test_training_stops_before_the_guilty_update_and_opens_on_it(wild, idle, qtbot):
    wild.debugger.breakpoints.add(DEAD)
    with qtbot.waitSignal(wild.debugger.stopped) as stopped:
        wild.control.train()
    (stop,) = stopped.args
    assert 2 <= stop.iteration <= 13
    assert "100% of the ReLUs of z1" in str(stop)
    assert wild.document.state.checkpoint.iteration == stop.iteration - 1
    debugger = wild.debugger
    assert debugger.is_open
    assert (debugger.stepped.iteration, debugger.current.name, debugger.current.phase) == (
        stop.iteration,
        "Relu1",
        "forward",
    )
    assert not debugger.current.outputs["z1"].any()
    assert debugger.element == Element("z1", (0, 0))
    assert debugger.breakpoints.hits(DEAD) == 1


def test_going_on_passes_the_breakpoint_once(wild, idle, qtbot):
    wild.debugger.breakpoints.add(DEAD)
    with qtbot.waitSignal(wild.debugger.stopped) as first:
        wild.control.train()
    with qtbot.waitSignal(wild.debugger.stopped) as second:
        wild.control.train()
    assert second.args[0].iteration == first.args[0].iteration + 1  # the next one is dead as well


def test_training_anew_from_an_earlier_point_stops_where_it_stopped_before(wild, idle, qtbot):
    wild.debugger.breakpoints.add(DEAD)
    stops = []
    wild.debugger.stopped.connect(stops.append)
    for _ in range(2):
        told = len(stops)
        wild.control.train()
        qtbot.waitUntil(lambda told=told: len(stops) > told and not wild.control.is_busy)
        wild.document.undo()
    assert stops[0].iteration == stops[1].iteration


def test_a_disabled_breakpoint_does_not_stop_and_undo_brings_it_back(wild, idle):
    wild.debugger.breakpoints.add(DEAD)
    wild.debugger.breakpoints.enable(0, False)
    wild.editing.edit_config("Epochs", batch_size=1000)
    wild.control.train()
    idle()
    assert wild.document.state.checkpoint.iteration == 60
    wild.document.undo()
    wild.document.undo()
    wild.document.undo()
    assert wild.debugger.breakpoints.enabled == (DEAD,)


def test_a_breakpoint_set_while_training_runs_is_heeded(wild, qtbot):
    wild.control.train()
    qtbot.waitUntil(lambda: wild.run.is_running)
    with qtbot.waitSignal(wild.debugger.stopped):
        wild.debugger.breakpoints.add(SOMEWHERE)
    assert wild.debugger.current.phase == "backward"


def test_continue_goes_from_breakpoint_to_breakpoint_within_a_pass_and_then_on(wild, qtbot):
    debugger = wild.debugger
    debugger.open()
    debugger.breakpoints.add(Breakpoint.when("place", phase="forward", layer=0))
    debugger.breakpoints.add(SOMEWHERE)
    wild.control.train()
    assert (debugger.current.phase, debugger.current.layer, debugger.stepped.iteration) == ("forward", 0, 1)
    wild.control.train()
    assert (debugger.current.phase, debugger.current.layer, debugger.stepped.iteration) == ("backward", 1, 1)
    with qtbot.waitSignal(debugger.stopped):
        wild.control.train()
    assert (debugger.current.phase, debugger.current.layer, debugger.stepped.iteration) == ("forward", 0, 2)


def test_continuing_backwards_goes_through_the_same_breakpoints(wild, qtbot, idle):
    debugger = wild.debugger
    debugger.open()
    debugger.breakpoints.add(SOMEWHERE)
    for _ in range(3):
        with qtbot.waitSignal(debugger.stopped):
            wild.control.train()
    assert debugger.stepped.iteration == 3
    with qtbot.waitSignal(debugger.stopped):
        debugger.reverse_continue()
    assert (debugger.current.phase, debugger.stepped.iteration) == ("backward", 2)
    debugger.breakpoints.remove(0)
    debugger.reverse_continue()
    assert (debugger.cursor, debugger.stepped.iteration) == (0, 2)
    said = []
    wild.status.connect(said.append)
    debugger.reverse_continue()  # which goes nowhere from here
    assert said == ["No breakpoint holds before this place: the pass begins here."]


def test_the_key_for_breakpoints_sets_and_takes_away(wild):
    debugger = wild.debugger
    debugger.open()
    debugger.step_over()
    debugger.step_over()
    debugger.toggle_breakpoint()
    assert debugger.breakpoints.all == (Breakpoint.when("place", phase="forward", layer=1),)
    debugger.toggle_breakpoint()
    assert debugger.breakpoints.all == ()
    debugger.step_into()
    debugger.toggle_breakpoint()
    assert dict(debugger.breakpoints.all[0].conditions[0].options)["value"] == next(iter(debugger.current.outputs))


def test_after_a_collapse_its_beginning_is_found_without_any_breakpoint(wild, qtbot, idle):
    wild.editing.edit_config("Batches", batch_size=1000)
    wild.control.train()
    idle()
    assert wild.document.state.checkpoint.iteration == 60
    with qtbot.waitSignal(wild.debugger.stopped) as found:
        wild.debugger.find_first_bad()
    (stop,) = found.args
    assert 1 <= stop.iteration <= 20
    assert wild.document.state.checkpoint.iteration == stop.iteration - 1
    assert wild.debugger.stepped.iteration == stop.iteration
    wild.document.undo()
    assert wild.document.state.checkpoint.iteration == 60


def test_what_was_found_is_gone_back_from_to_where_the_loss_began_to_rise(wild, qtbot, idle):
    wild.editing.edit_config("Rate", lr=1000.0, batch_size=1000)
    wild.control.train()
    idle()
    losses = wild.document.state.history[-1].losses
    rises = [bool(now > 2 * before) for before, now in pairwise(losses[:10])]
    assert rises[0], "the loss of iteration 2 is twice that of iteration 1"
    with qtbot.waitSignal(wild.debugger.stopped) as found:
        wild.debugger.find_first_bad()
    assert found.args[0].iteration == 2
    assert str(found.args[0]) == f"The loss jumped from {losses[0]:.4g} to {losses[1]:.4g}."


@pytest.mark.parametrize("is_asked_since", [False, True])
def test_what_was_before_a_change_has_nothing_to_do_with_what_came_of_it(wild, qtbot, idle, is_asked_since):
    """A loss that jumped by chance, long before, was called the place where it went wrong."""
    wild.editing.edit_config("Batches", batch_size=1000)
    wild.control.train()
    idle()
    done = wild.document.state.checkpoint.iteration
    wild.editing.edit_config("Set learning rate", lr=1e9)
    wild.control.step_iteration()
    idle()
    wild.control.step_iteration()
    idle()
    with qtbot.waitSignal(wild.debugger.travel.search.found) as found:
        wild.debugger.find_first_bad(done if is_asked_since else 0)
    stop = found.args[0]
    assert stop is not None
    assert (stop.iteration > done) == is_asked_since


def test_a_breakpoint_that_has_just_fired_is_not_found_again(wild, qtbot, idle):
    wild.debugger.breakpoints.add(DEAD)
    with qtbot.waitSignal(wild.debugger.stopped) as stopped:
        wild.control.train()
    fired = stopped.args[0].iteration
    with qtbot.waitSignal(wild.debugger.travel.search.found) as found:
        wild.debugger.find_first_bad()
    assert found.args[0] is None or found.args[0].iteration < fired


def test_a_stop_in_the_first_iteration_has_nothing_before_it(session, qtbot, idle):
    session.debugger.breakpoints.add(Breakpoint.when("misclassified"))
    with qtbot.waitSignal(session.debugger.stopped):
        session.control.train()
    idle()
    said = []
    session.status.connect(said.append)
    session.debugger.find_first_bad()
    assert said == ["There is no training to look through: it began here."]


def test_a_healthy_run_has_no_bad_moment(session, qtbot, idle):
    session.control.step_iteration()
    idle()
    said = []
    session.status.connect(said.append)
    with qtbot.waitSignal(session.debugger.travel.search.found) as found:
        session.debugger.find_first_bad()
    assert found.args == [None]
    assert said[-1].startswith("Nothing of that kind")


def test_a_search_can_be_cancelled(wild, qtbot, idle):
    wild.editing.edit_config("Batches", batch_size=1000)
    wild.control.train()
    idle()
    wild.debugger.find_first_bad()
    wild.debugger.travel.search.cancel()
    assert not wild.debugger.travel.search.is_searching
    assert wild.document.state.checkpoint.iteration == 60


@pytest.mark.parametrize(("name", "index"), [("W1", (300, 7)), ("b1", (3,)), ("W2", (5, 2)), ("b2", (9,))])
def test_a_nudge_agrees_with_backpropagation(session, name, index):
    session.debugger.open()
    nudge = session.debugger.numbers.nudge(name, index, 1e-4)
    assert nudge.slope == pytest.approx(nudge.gradient, rel=1e-3, abs=1e-9)
    gradient = session.debugger.trace[-1].values[f"d{name}"][index]
    assert nudge.gradient == pytest.approx(float(gradient), rel=1e-3, abs=1e-6)
    moved = Network(session.document.state.spec, None)
    moved.load(session.document.state.checkpoint.params)
    moved.params[name][index] += 1e-4
    x, t = session.debugger.stepped.training_pass.batch()
    assert nudge.after == pytest.approx(moved.loss(x, t), rel=1e-5)


def test_a_weight_is_nudged_for_the_sample_shown_too(session):
    session.looking.type_sample(np.linspace(0, 1, 784), 3)
    session.debugger.open("sample")
    network = session.looking.subject.network
    before = network.params["W2"].copy()
    nudge = session.debugger.numbers.nudge("W2", (5, 2), 1e-4)
    assert nudge.slope == pytest.approx(nudge.gradient, rel=1e-3, abs=1e-9)
    assert nudge.before == pytest.approx(session.looking.observation.loss, rel=1e-5)
    assert nudge.gradient == pytest.approx(float(session.debugger.trace[-1].values["dW2"][5, 2]), rel=1e-3, abs=1e-6)
    assert np.array_equal(network.params["W2"], before)
    session.looking.type_sample(np.linspace(0, 1, 784))
    assert session.debugger.numbers.nudge("W2", (5, 2), 1e-4) is None


@pytest.mark.parametrize(
    ("name", "index", "h"),
    [("W1", (0, 0), 0.0), ("W1", (0, 0), np.nan), ("W1", (900, 0), 0.1), ("a1", (0, 0), 0.1)],
)
def test_what_cannot_be_nudged_is_refused(session, name, index, h):
    session.debugger.open()
    with pytest.raises(ValueError, match=r"h is|no parameter"):
        session.debugger.numbers.nudge(name, index, h)


def test_without_any_training_there_is_nothing_to_look_through(session):
    said = []
    session.status.connect(said.append)
    session.debugger.find_first_bad()
    assert said[-1].startswith("There is no training to look through")


def test_an_edit_during_the_way_back_wins(wild, qtbot, idle):
    for _ in range(3):
        wild.control.step_iteration()
        idle()
    wild.control.train()
    qtbot.waitUntil(lambda: wild.document.state.checkpoint.iteration > 3 or wild.run.is_running)
    wild.control.pause()
    idle()
    wild.debugger.open()
    wild.debugger.travel.go(wild.debugger.stepped.iteration - 1)
    wild.editing.edit_spec("Other", NetworkSpec.mlp(784, (20,), 10))
    idle()
    state = wild.document.state
    assert state.spec.layers[0].options["units"] == 20
    wild.debugger.step_over()
    qtbot.waitUntil(lambda: not wild.control.is_busy)
    assert wild.document.state.checkpoint is state.checkpoint


def test_a_vanished_gradient_is_shown_where_it_is_made(session, qtbot):
    state = session.document.state
    spec = NetworkSpec.mlp(784, (30,) * 6, 10, activation="Sigmoid", initializer="std", scale=0.01)
    vanished = (Breakpoint.when("gradient_norm", below=1e-6),)
    session.editing.replace(
        "Open", replace(state, spec=spec, checkpoint=Checkpoint.initial(spec), breakpoints=vanished)
    )
    with qtbot.waitSignal(session.debugger.stopped):
        session.control.train()
    assert (session.debugger.current.phase, session.debugger.current.name) == ("backward", "Affine1")
    assert "dW1" in session.debugger.current.outputs


def test_after_a_stop_conditions_are_looked_at_in_the_guilty_layer_only(wild, qtbot, monkeypatch):
    """They held once already, in the worker: the stop says in which layer."""
    looked, look = [], Condition.look
    monkeypatch.setattr(Condition, "look", lambda self, facts: (looked.append(facts.event), look(self, facts))[1])
    wild.debugger.breakpoints.add(Breakpoint.when("not_finite"))
    wild.editing.edit_config("Wild", lr=1e30)
    with qtbot.waitSignal(wild.debugger.stopped):
        wild.control.train()
    current, element = wild.debugger.current, wild.debugger.element
    events = [event for event in looked if event is not None]
    assert 0 < len(events) < len(wild.debugger.trace) / 4
    assert {(event.phase, event.layer) for event in events} == {(current.phase, current.layer)}
    assert not np.isfinite(current.values[element.name][element.index])
