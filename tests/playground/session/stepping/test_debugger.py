"""Stepping through real training, forwards and backwards, bit for bit."""

from __future__ import annotations

from functools import partial

import numpy as np
import pytest

from nn.inspection.element import Element
from nn.network import NetworkSpec
from playground.session.session import Session


@pytest.fixture
def idle(qtbot, session: Session):
    return lambda: qtbot.waitUntil(lambda: not session.control.is_busy)


@pytest.fixture
def small(qtbot, session: Session):
    """Give a session with a small network on points in the plane."""
    with qtbot.waitSignal(session.document.dataset_changed):
        session.editing.choose_dataset("circle")
    session.editing.edit_spec("Layers", NetworkSpec.mlp(2, (4,), 2))
    return session


def everything(state):
    """Return all arrays that training depends on."""
    checkpoint = state.checkpoint
    return [checkpoint.params, checkpoint.state, *checkpoint.memory.values()]


def same(a, b):
    arrays = zip(everything(a), everything(b), strict=True)
    return a.checkpoint.iteration == b.checkpoint.iteration and all(np.array_equal(x, y) for x, y in arrays)


def test_the_first_command_opens_the_next_iteration(small):
    small.debugger.step_over()
    debugger = small.debugger
    assert (debugger.is_open, debugger.cursor, debugger.stepped.iteration) == (True, 0, 1)
    assert [event.phase for event in debugger.trace if event.depth == "layer"][:4] == ["forward"] * 3 + ["loss"]
    assert debugger.trace[-1].phase == "update"
    debugger.step_over()
    assert (debugger.current.name, debugger.current.depth) == ("Affine1", "layer")
    debugger.step_into()
    assert debugger.current.depth == "node"
    debugger.step_out()
    assert (debugger.current.name, debugger.current.depth) == ("Relu1", "layer")


def test_past_the_end_a_real_iteration_is_trained(small, idle):
    small.control.step_iteration()
    idle()
    wanted = small.document.state
    small.document.undo()
    small.debugger.open(cursor=-1)
    assert small.debugger.cursor == len(small.debugger.trace)
    small.debugger.step_over()
    idle()
    assert same(small.document.state, wanted)
    assert (small.debugger.stepped.iteration, small.debugger.cursor) == (2, 0)


def test_fifty_events_and_three_iterations_back_and_forth_bit_for_bit(small, idle, qtbot):
    debugger = small.debugger
    states, seen = [], []
    debugger.open()
    while len(states) < 3:  # forwards, event by event, through three iterations
        states.append(small.document.state)
        for _ in range(len(debugger.trace)):
            seen.append((debugger.stepped.iteration, debugger.cursor, values_at(debugger)))
            debugger.step_into()
        seen.append((debugger.stepped.iteration, debugger.cursor, values_at(debugger)))
        debugger.step_into()
        qtbot.waitUntil(lambda: not small.control.is_busy and debugger.cursor == 0)
    assert len(seen) > 150
    for iteration, cursor, values in reversed(seen):
        debugger.step_back()
        qtbot.waitUntil(partial(stands_at, debugger, iteration, cursor))
        assert same(small.document.state, states[iteration - 1])
        now = values_at(debugger)
        assert now.keys() == values.keys()
        assert all(np.array_equal(now[name], values[name], equal_nan=True) for name in values)
    debugger.step_back()
    assert (debugger.stepped.iteration, debugger.cursor) == (1, 0)


def stands_at(debugger, iteration, cursor):
    return (debugger.stepped.iteration, debugger.cursor) == (iteration, cursor)


def values_at(debugger):
    return dict(debugger.current.values) if debugger.current else {}


def test_back_into_the_middle_of_a_long_run(small, idle, qtbot):
    small.editing.edit_config("Epochs", epochs=40)
    small.control.train()
    idle()
    end = small.document.state
    middle = end.checkpoint.iteration // 2
    small.debugger.open()
    small.debugger.travel.go(middle + 1)
    qtbot.waitUntil(lambda: small.document.state.checkpoint.iteration == middle)
    history = small.document.state.history
    assert history[-1].first_iteration + len(history[-1].losses) - 1 == middle
    assert all(each.iteration <= middle for each in history[-1].evaluations)
    while small.document.state.checkpoint.iteration < end.checkpoint.iteration:
        small.control.step_epoch()
        idle()
    assert same(small.document.state, end)


def test_undo_takes_going_back_back(small, idle):
    for _ in range(2):
        small.control.step_iteration()
        idle()
    end = small.document.state
    small.debugger.open()
    small.debugger.step_back()
    small.debugger.restart()
    small.debugger.step_back()
    assert small.document.state.checkpoint.iteration == 0
    # an iteration is an update: where the first one begins, none is done, and the window says 0
    assert small.document.undo_text == "Go back to the start of iteration 1"
    small.document.undo()
    assert small.document.state is end


def test_before_the_beginning_there_is_nothing(small):
    said = []
    small.status.connect(said.append)
    small.debugger.open()
    small.debugger.step_back()
    assert small.debugger.stepped.iteration == 1
    assert "earliest" in said[-1]


def test_a_command_while_training_runs_pauses_it(small, idle, qtbot):
    small.debugger.open()
    small.control.train()
    qtbot.waitUntil(lambda: small.run.is_running)
    small.debugger.step_over()
    idle()
    assert small.debugger.stepped.iteration == small.document.state.checkpoint.iteration + 1
    assert small.debugger.stepped.training_pass.checkpoint is small.document.state.checkpoint


def test_an_edit_while_stopped_keeps_the_place_and_the_trace_before(small):
    small.debugger.open()
    small.debugger.go(7)
    before = small.debugger.trace
    small.weights.set_cells("Set", "W1", (0, 0), 3.0)
    assert small.debugger.cursor == 7
    assert small.debugger.stepped.earlier is before
    assert small.debugger.trace[2].values["W1"][0, 0] == 3
    assert before[2].values["W1"][0, 0] != 3


def test_one_sample_of_the_batch_and_the_whole_are_the_same_pass(small):
    small.debugger.open()
    whole = small.debugger.trace
    small.debugger.stepped.set_row(3)
    one = small.debugger.trace
    assert np.allclose(one[2].outputs["a1"][0], whole[2].outputs["a1"][3])
    assert one[-1].phase == "backward"
    assert small.debugger.stepped.earlier == ()  # another sample is no edit
    small.debugger.stepped.set_row(None)
    assert small.debugger.trace[-1].phase == "update"


def test_the_sample_of_the_other_panels_can_be_stepped_through_too(small, qtbot):
    small.looking.type_sample([0.5, -0.5], 1)
    small.debugger.open("sample")
    assert small.debugger.trace[0].values["x"].tolist() == [[0.5, -0.5]]
    assert small.debugger.trace[-1].phase == "backward"
    small.debugger.go(len(small.debugger.trace))
    with qtbot.waitSignal(small.debugger.status) as told:  # there is no update to be stepped into
        small.debugger.step_over()
    assert "not trained on" in told.args[0]
    small.debugger.choose("batch")
    assert small.debugger.trace[-1].phase == "update"


def test_a_network_that_the_data_do_not_fit_has_its_sample_stepped_through(small, qtbot):
    fitting = small.document.state.spec
    small.editing.edit_spec("Layers", NetworkSpec.mlp(3, (2,), 2))
    small.looking.type_sample([0.5, -0.5, 1.0])
    small.debugger.step_over()
    with qtbot.waitSignal(small.debugger.status):
        small.debugger.choose("batch")
    assert small.debugger.stepped.kind == "sample"
    assert small.debugger.trace[0].values["x"].tolist() == [[0.5, -0.5, 1.0]]
    small.editing.edit_spec("Layers", fitting)
    assert small.debugger.stepped.kind == "batch"
    assert small.debugger.trace[-1].phase == "update"


def test_every_view_hears_of_the_number_that_is_looked_at(small, qtbot):
    with qtbot.waitSignal(small.debugger.element_changed) as heard:
        small.debugger.set_element(Element("a1", (0, 1)))
    assert heard.args == [Element("a1", (0, 1))]


def test_closing_leaves_training_alone(small):
    small.debugger.open()
    state = small.document.state
    small.debugger.close()
    assert small.document.state is state
    assert small.debugger.trace == ()
    assert not small.stepper.is_open
    small.flow.open()  # the flow player's pass is not the debugger's
    small.flow.stepper.go(3)
    assert (small.debugger.trace, small.debugger.cursor, small.debugger.current) == ((), 0, None)


def test_a_trace_that_is_too_large_is_taken_layer_by_layer(session, monkeypatch):
    from nn.trace import recording

    monkeypatch.setattr(recording, "check_memory", refuse_nodes)
    session.debugger.open()
    assert {event.depth for event in session.debugger.trace} == {"layer"}


def refuse_nodes(spec, samples, depth, optimizer, limit):
    if depth == "node":
        raise ValueError("too large")


def test_a_replaced_number_changes_all_that_follows_and_undo_gives_it_back(small):
    small.debugger.open()
    before = small.debugger.trace
    small.debugger.numbers.override("z1", (0, 2), 5.0)
    after = small.debugger.trace
    values, old = after[-1].values, before[-1].values
    assert values["z1"][0, 2] == 5
    assert np.array_equal(values["a1"], old["a1"])
    assert not np.array_equal(values["a2"][0], old["a2"][0])
    assert np.array_equal(values["a2"][1:], old["a2"][1:])
    assert not np.array_equal(values["W2"], old["W2"])
    assert small.debugger.stepped.earlier is before
    small.document.undo()
    assert np.array_equal(small.debugger.trace[-1].values["W2"], old["W2"])


def test_the_update_takes_replaced_numbers_and_only_this_one(small, idle):
    small.control.step_iteration()
    idle()
    small.debugger.open(cursor=-1)
    small.debugger.numbers.override("db2", (0,), 123.0)
    wanted = small.debugger.trace[-1].values
    small.debugger.go(len(small.debugger.trace))
    small.debugger.step_over()
    assert small.document.state.checkpoint.iteration == 2
    assert small.live.network.params["b2"][0] == wanted["b2"][0]
    memory = small.document.state.checkpoint.memory
    assert any(np.isclose(memory["M"], wanted["M_b2"][0]))
    assert small.debugger.stepped.overrides == ()
    assert (small.debugger.stepped.iteration, small.debugger.cursor) == (3, 0)
    assert len(small.document.state.history[-1].losses) == 1


def test_a_pass_without_replaced_numbers_ends_where_training_does(small, idle):
    from playground.session.stepping.edited_update import checkpoint_after

    small.control.step_iteration()
    idle()
    small.debugger.open()
    got, record = checkpoint_after(small.debugger.stepped.training_pass, small.debugger.trace)
    small.control.step_iteration()
    idle()
    wanted = small.document.state.checkpoint
    assert np.allclose(got.params, wanted.params, atol=1e-6)
    assert all(np.allclose(got.memory[slot], wanted.memory[slot], atol=1e-6) for slot in wanted.memory)
    assert (got.iteration, got.optimizer, got.since) == (wanted.iteration, wanted.optimizer, wanted.since)
    assert record.losses[0] == pytest.approx(small.document.state.history[-1].losses[0], rel=1e-5)


def test_a_replaced_parameter_is_an_edit_of_the_weights(small):
    small.debugger.open()
    small.debugger.numbers.override("W1", (0, 0), 3.0)
    assert small.live.network.params["W1"][0, 0] == 3
    assert small.document.undo_text == "Set W1[0, 0]"
    assert small.debugger.stepped.overrides == ()


def test_a_replaced_number_that_does_not_exist_is_told_and_forgotten(small):
    said = []
    small.status.connect(said.append)
    small.debugger.open()
    small.debugger.numbers.override("z9", (0, 0), 1.0)
    assert small.debugger.trace
    assert "z9" in said[-1]


def test_the_first_command_steps_through_a_sample_of_the_persons_own(small, qtbot):
    small.looking.type_sample([0.5, -0.25], 1)
    with qtbot.waitSignal(small.status) as said:
        small.debugger.step_over()
    assert small.debugger.stepped.kind == "sample"
    assert "Next batch" in said.args[0]


def test_with_a_row_of_the_data_the_first_command_steps_through_training(small):
    small.looking.show_row(3)
    small.debugger.step_over()
    assert small.debugger.stepped.kind == "batch"


def test_what_was_chosen_to_be_stepped_through_stands_while_the_sample_is_of_the_same_kind(small):
    small.looking.type_sample([0.5, -0.25], 1)
    small.debugger.choose("batch")
    small.debugger.close()
    small.looking.type_sample([0.75, 1.0], 0)
    assert small.debugger.expected_kind == "batch"
    small.looking.show_row(3)
    small.looking.type_sample([0.5, -0.25], 1)
    assert small.debugger.expected_kind == "sample"


def test_pausing_steps_through_training_whatever_is_shown(small, qtbot):
    small.looking.type_sample([0.5, -0.25], 1)
    small.debugger.open()
    assert small.debugger.stepped.kind == "batch"


def test_who_interrupts_training_steps_through_training(small, idle, qtbot):
    small.looking.type_sample([0.5, -0.25], 1)
    small.editing.edit_config("Epochs", epochs=100_000)
    small.control.train()
    qtbot.waitUntil(lambda: small.run.iteration > 0)
    small.control.pause()
    idle()
    small.debugger.step_over()
    assert small.debugger.stepped.kind == "batch"
    small.debugger.close()
    small.control.stop()
    small.debugger.step_over()
    assert small.debugger.stepped.kind == "sample"


def test_another_form_tells_loss_and_update_anew_and_stays_at_its_step(small):
    debugger = small.debugger
    debugger.open()
    book = debugger.trace
    softmax = next(event.index for event in book if event.symbol == "softmax")
    update = next(event.index for event in book if event.phase == "update" and event.depth == "layer")
    for index in (softmax - 1, softmax, update, len(book) - 1):
        debugger.run_to(index)
        here = (debugger.current.phase, debugger.current.name)
        debugger.stepped.set_form("elementary")
        assert (debugger.current.phase, debugger.current.name) == here
        assert "softmax" not in {event.symbol for event in debugger.trace}
        if book[index].depth == "layer":
            assert debugger.current.depth == "layer"
            assert set(debugger.current.outputs) - set(book[index].outputs) in (
                set(),
                {"M_W1", "V_W1"},
                {"M_b2", "V_b2"},
            )
        debugger.stepped.set_form("book")
        assert debugger.current.phase == here[0]
    assert not debugger.stepped.earlier  # nothing was edited


def test_an_update_with_replaced_numbers_leaves_the_optimizers_own_memory_whatever_the_form(small, idle):
    states = []
    for form in ("book", "elementary"):
        small.debugger.stepped.set_form(form)
        small.debugger.open()
        small.debugger.numbers.override("a1", (0, 0), 0.5)
        small.debugger.go(len(small.debugger.trace))
        small.debugger.step_over()
        idle()
        states.append(everything(small.document.state))
        small.document.undo()
        small.document.undo()
    for book, elementary in zip(*states, strict=True):
        np.testing.assert_allclose(book, elementary, rtol=1e-5, atol=1e-9)


def test_a_number_of_the_sample_is_replaced_for_its_pass_alone(small):
    small.looking.type_sample([1.0, -0.5], [1])
    small.debugger.choose("sample")
    before = small.debugger.trace
    small.debugger.numbers.override("z1", (0, 2), 5.0)
    values, old = small.debugger.trace[-1].values, before[-1].values
    assert values["z1"][0, 2] == 5
    assert not np.array_equal(values["a2"], old["a2"])
    assert not np.array_equal(values["dW2"], old["dW2"])
    assert small.debugger.stepped.earlier is before
    assert [each.name for each in small.debugger.stepped.overrides] == ["z1"]
    assert np.array_equal(small.looking.observation.values[2], old["z1"]), "what is looked at knows nothing of it"
    small.looking.type_sample([2.0, -0.5], [1])
    assert small.debugger.stepped.overrides == (), "it was a number of the other sample's pass"
    assert small.debugger.trace[-1].values["z1"][0, 2] != 5
    small.debugger.numbers.override("x", (0, 0), 7.0)
    assert small.debugger.trace[-1].values["x"][0, 0] == 7
    assert {each.name for each in small.document.state.overrides} == {"x"}
    small.debugger.numbers.clear_overrides()
    assert small.debugger.trace[-1].values["x"][0, 0] == 2


def test_undo_gives_a_number_of_the_samples_pass_back(small):
    small.looking.type_sample([1.0, -0.5], [1])
    small.debugger.choose("sample")
    computed = small.debugger.trace[-1].values["a1"].copy()
    small.debugger.numbers.override("a1", (0, 0), 9.0)
    small.document.undo()
    assert np.array_equal(small.debugger.trace[-1].values["a1"], computed)
    small.document.redo()
    assert small.debugger.trace[-1].values["a1"][0, 0] == 9


def test_a_weight_that_is_changed_in_the_samples_pass_stays_changed(small):
    small.looking.type_sample([1.0, -0.5], [1])
    small.debugger.choose("sample")
    small.debugger.numbers.override("W1", (0, 0), 3.0)
    assert small.live.network.params["W1"][0, 0] == 3
    assert small.debugger.trace[-1].values["W1"][0, 0] == 3
    assert small.document.state.overrides == ()
