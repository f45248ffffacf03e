"""The cursor over a recorded pass: where each step leads, and that the trace is that of the present numbers."""

from __future__ import annotations

from functools import partial

import numpy as np
import pytest

from nn.network import NetworkSpec
from playground.session.stepping.flow import record_subject
from playground.session.stepping.stepper import Stepper


@pytest.fixture
def stepper(session):
    """Open on the first test image of MNIST and a network with one hidden layer."""
    session.editing.edit_spec("Smaller", NetworkSpec.mlp(784, (8,), 10))
    session.flow.open()
    return session.flow.stepper


def here(stepper):
    return stepper.current and (stepper.current.phase, stepper.current.name)


def test_closed_it_records_nothing(session):
    stepper = session.flow.stepper
    assert not stepper.is_open
    assert stepper.trace == ()
    assert stepper.current is None


def test_the_trace_is_what_is_observed(stepper, session):
    first, *_ = stepper.trace
    np.testing.assert_array_equal(first.inputs["x"], session.looking.sample.x)
    np.testing.assert_array_equal(first.outputs["a1"], session.looking.observation.values[1])
    assert [event.phase for event in stepper.trace] == ["forward"] * 3 + ["loss"] + ["backward"] * 4


def test_steps_at_layer_depth(stepper):
    assert here(stepper) is None
    stepper.step_over()
    assert here(stepper) == ("forward", "Affine1")
    stepper.step_out()
    assert here(stepper) == ("forward", "Affine2")
    stepper.step_over()
    assert here(stepper) == ("loss", "SoftmaxWithLoss")
    stepper.step_out()
    assert here(stepper) == ("backward", "Affine1")
    assert stepper.cursor == len(stepper.trace)
    stepper.step_over()
    assert stepper.cursor == len(stepper.trace)
    stepper.step_back()
    assert here(stepper) == ("loss", "SoftmaxWithLoss")  # where the step out came from


def test_the_trace_of_elementary_nodes_is_gone_through_one_by_one_and_a_layer_at_a_time(stepper, session):
    fine = Stepper("node", session)
    fine.show(partial(record_subject, session.looking.subject))
    layers = [here(stepper) for _ in range(8) if not stepper.step_over()]
    assert [here(fine) for _ in layers if not fine.step_over()] == layers
    assert fine.cursor == len(fine.trace) > len(stepper.trace)
    fine.go(0)
    fine.step_over()
    fine.step_into()
    assert (here(fine), fine.current.depth) == (("forward", "Relu1"), "node")
    fine.step_out()
    assert (here(fine), fine.current.depth) == (("forward", "Relu1"), "layer")


@pytest.mark.parametrize("step", ["step_over", "step_into", "step_out"])
def test_a_step_back_takes_the_last_step_back(session, stepper, step):
    fine = Stepper("node", session)
    fine.show(partial(record_subject, session.looking.subject))
    fine.step_into()
    places = [fine.cursor]
    while fine.cursor < len(fine.trace):
        getattr(fine, step)()
        places.append(fine.cursor)
    getattr(fine, step)()  # at the end there is nowhere to step
    for place in reversed(places[:-1]):
        fine.step_back()
        assert fine.cursor == place


def test_after_a_jump_a_step_back_goes_by_one_event(session, stepper):
    fine = Stepper("node", session)
    fine.show(partial(record_subject, session.looking.subject))
    fine.step_over()
    fine.go(9)
    fine.step_back()
    assert fine.cursor == 8


def test_the_cursor_stays_within_the_trace_and_tells_each_move_once(stepper, qtbot):
    moves = []
    stepper.moved.connect(moves.append)
    stepper.step_back()
    stepper.go(3)
    stepper.go(3)
    stepper.go(1000)
    stepper.go(-5)
    assert moves == [3, len(stepper.trace), 0]


def test_moved_weights_make_another_trace_at_the_same_place(stepper, session, qtbot):
    stepper.go(2)
    before = stepper.trace
    with qtbot.waitSignal(stepper.trace_changed):
        session.editing.reset_weights(5)
    assert stepper.cursor == 2
    assert (stepper.trace[0].outputs["a1"] != before[0].outputs["a1"]).any()


def test_another_network_is_stood_in_as_far_as_both_passes_go_alike(stepper, session):
    stepper.go(4)
    session.editing.edit_spec("Deeper", NetworkSpec.mlp(784, (8, 8), 10))
    assert len(stepper.trace) == 12
    assert stepper.cursor == 3


def test_a_sample_without_a_target_goes_forwards_only(stepper, session):
    session.looking.type_sample(np.zeros(784))
    assert [event.phase for event in stepper.trace] == ["forward", "forward", "forward", "loss"]
    assert list(stepper.trace[-1].outputs) == ["y"]


def test_a_target_that_the_network_has_no_output_for_is_left_out(stepper, session):
    session.looking.type_sample(np.zeros(784), 10)
    assert {event.phase for event in stepper.trace} == {"forward", "loss"}, "its probabilities are there all the same"
    assert not any("L" in event.outputs for event in stepper.trace)


def test_closing_forgets_the_trace(stepper, session, qtbot):
    stepper.go(2)
    with qtbot.waitSignals([stepper.trace_changed, stepper.moved]):
        stepper.close()
    assert (stepper.trace, stepper.cursor, stepper.current) == ((), 0, None)
    with qtbot.assertNotEmitted(stepper.trace_changed):
        session.editing.reset_weights(7)


def test_the_flow_and_the_debugger_each_walk_over_a_pass_of_their_own(stepper, session):
    session.flow.close()
    session.debugger.open()
    session.debugger.go(3)
    session.flow.open()
    session.flow.stepper.go(2)
    assert (session.debugger.cursor, session.flow.stepper.cursor) == (3, 2)
    session.flow.close()
    assert session.debugger.is_open
    assert session.debugger.current is session.debugger.trace[2]


def test_whoever_steps_in_the_debugger_sees_its_pass_and_not_the_flow(stepper, session):
    session.debugger.open()
    assert not stepper.is_open
    session.flow.open()
    session.debugger.step_over()
    assert not stepper.is_open
