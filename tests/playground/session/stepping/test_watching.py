"""What can be watched, what it says at each moment, and how the list of watches is edited."""

from __future__ import annotations

import numpy as np
import pytest

from nn.network import NetworkSpec
from playground.session.loading import Loader
from playground.session.session import Session
from playground.session.stepping.watch_expression import Reading, Watch, WatchError
from playground.session.stepping.watch_series import LONGEST, WatchSeries


@pytest.fixture
def small(qtbot, session: Session):
    """Give a session with a small network on points in the plane."""
    with qtbot.waitSignal(session.document.dataset_changed):
        session.editing.choose_dataset("circle")
    session.editing.edit_spec("Layers", NetworkSpec.mlp(2, (4,), 2, activation="Relu"))
    return session


# ---- texts


@pytest.mark.parametrize(
    ("text", "packed"),
    [
        ("a1", "a1"),
        (" W1[0, 3] ", "W1[0,3]"),
        ("norm( dW1 )", "norm(dW1)"),
        ("max(abs(dW1)) / norm(W1)", "max(abs(dW1))/norm(W1)"),
        ("a1.1", "a1.1"),
    ],
)
def test_what_is_typed_is_understood_and_kept_without_blanks(text, packed):
    watch = Watch.parse(text)
    assert str(watch) == packed
    assert Watch.parse(packed).names == watch.names


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("W1[", r"W1\[0, 1\], max\(abs\(dW1\)\)"),
        ("a b(c)", "no expression"),
        ("noorm(W1)", "did you mean norm"),
        ("w1", "did you mean W1"),
        ("max(abs(dW1))", "There is no dW1"),
        ("W1[2, 0]", r"\(2, 4\)"),
        ("W1[0, 0, 0]", r"\(2, 4\)"),
        ("L[0]", "single number"),
        ("a1 - W1", r"a1 has shape \(5, 4\), W1 has \(2, 4\)"),
        ("a1[5, 3]", r"\(5, 4\)"),
        ("1 + 1", "names no value"),
    ],
)
def test_what_is_no_watch_is_refused_with_what_would_be(text, message):
    with pytest.raises(WatchError, match=message):
        Watch.parse(text).check({"W1": (2, 4), "a1": (None, 4), "L": ()}, 5)


def test_any_sample_of_a_batch_may_be_watched():
    Watch.parse("a1[4, 3]").check({"a1": (None, 4)}, 5)
    Watch.parse("log(a1).sum(axis=1)").check({"a1": (None, 4)}, 5)


def read(text, array):
    return Watch.parse(text).read({"a": array}.__getitem__)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("a[1,0]", -3.0),
        ("max(a)", 2.0),
        ("max(abs(a))", 3.0),
        ("norm(a) ** 2", 13.5),
        ("dead(a)", 0.5),
        ("nan(a)", 0.0),
        ("a[0,0] > 0", 0.0),
    ],
)
def test_a_watch_reads_one_number(text, number):
    assert read(text, np.array([[-0.5, 2.0], [-3.0, 0.5]])) == pytest.approx((number, number, number))


def test_a_whole_array_is_read_as_its_mean_and_its_ends():
    assert read("a", np.array([1.0, 2.0, 6.0])) == Reading(3.0, 1.0, 6.0)


def test_a_place_that_a_smaller_batch_has_not_is_no_reading():
    assert read("a[5,0]", np.zeros((2, 2))) is None


def test_nan_is_counted():
    assert read("nan(a)", np.array([np.nan, 1.0, np.inf])).number == 2


# ---- series


def test_a_series_keeps_one_reading_an_iteration_in_their_order():
    series = WatchSeries()
    for iteration, number in ((3, 1.0), (1, 2.0), (3, 5.0)):
        series.put({iteration: Reading(number, number, number)})
    assert (series.iterations, [r.number for r in series.readings]) == ([1, 3], [2.0, 5.0])
    series.forget_after(2)
    assert series.iterations == [1]


def test_a_long_series_is_thinned_out_and_keeps_its_last_reading():
    series = WatchSeries()
    none = Reading(0.0, 0.0, 0.0)
    for start in range(0, 2 * LONGEST, LONGEST // 2):
        series.put(dict.fromkeys(range(start, start + LONGEST // 2), none))
    iterations = series.iterations
    assert LONGEST // 2 <= len(iterations) <= LONGEST
    assert iterations[-1] == 2 * LONGEST - 1
    assert iterations == sorted(set(iterations))
    few, readings = series.thinned(100)
    assert (len(few), few[-1], len(readings)) == (100, iterations[-1], 100)


# ---- the document's watches


def test_adding_removing_and_moving_are_undo_steps(small):
    watching = small.watching
    for text in ("a1", "W1[0, 3]", "norm(dW1)"):
        watching.add(text)
    assert watching.all == ("a1", "W1[0,3]", "norm(dW1)")
    watching.move(2, 0)
    watching.remove(1)
    watching.replace(1, "max(z1)")
    assert watching.all == ("norm(dW1)", "max(z1)")
    for _ in range(3):
        small.document.undo()
    assert watching.all == ("a1", "W1[0,3]", "norm(dW1)")


def test_what_is_watched_already_or_not_there_is_refused_and_changes_nothing(small):
    small.watching.add("a1")
    for text in (" a1 ", "W7", "W1[0,9]"):
        with pytest.raises(WatchError):
            small.watching.add(text)
    assert small.watching.all == ("a1",)


def test_every_completion_can_be_watched(small):
    small.debugger.open(cursor=-1)
    names = {event.name for event in small.debugger.trace}
    completions = small.watching.completions()
    assert {"a1", "dW2", "norm(W1)", "a1.1", "L"} <= set(completions)
    assert not names & set(completions)
    for text in completions:
        if Watch.parse(text).names <= small.debugger.trace[-1].values.keys():
            assert small.watching.is_known(text)
            assert small.watching.now(text) is not None, text


def test_another_architecture_keeps_a_watch_and_says_that_it_is_unknown(small):
    small.watching.add("W2[0,0]")
    small.editing.edit_spec("Layers", NetworkSpec.mlp(2, (), 2))
    assert small.watching.all == ("W2[0,0]",)
    assert not small.watching.is_known("W2[0,0]")
    assert small.watching.now("W2[0,0]") is None


# ---- readings


def test_while_stepping_a_watch_says_what_is_known_at_the_cursor(small):
    small.watching.add("max(a1)")
    small.debugger.open()
    assert small.watching.now("max(a1)") is None
    assert small.watching.steps("max(a1)") == ()
    small.debugger.step_over()
    a1 = small.debugger.current.outputs["a1"]
    assert small.watching.now("max(a1)").number == pytest.approx(float(a1.max()))
    (step,) = small.watching.steps("max(a1)")
    assert "a1" in small.debugger.trace[step.event].outputs
    small.debugger.restart()
    assert small.watching.now("max(a1)") is None


def test_an_expression_is_known_when_all_its_values_are_and_steps_with_each(small):
    text = "dW1[0,0]-W1[0,0]"
    small.watching.add(text)
    small.debugger.open()
    assert small.watching.now(text) is None
    small.debugger.go(len(small.debugger.trace))
    values = small.debugger.trace[-1].values
    wanted = values["dW1"][0, 0] - values["W1"][0, 0]
    assert small.watching.now(text).number == pytest.approx(wanted)
    phases = [small.debugger.trace[step.event].phase for step in small.watching.steps(text)]
    assert phases == ["backward", "update"]


def test_a_weight_has_another_step_at_its_update(small):
    small.watching.add("W1[0,0]")
    small.debugger.open(cursor=-1)
    (step,) = small.watching.steps("W1[0,0]")
    assert small.debugger.trace[step.event].phase == "update"
    assert step.reading.number != small.live.network.params["W1"][0, 0]


def test_training_is_read_as_the_debugger_would_show_it(small, qtbot):
    small.watching.add("norm(dW1)")
    small.watching.add("L")
    qtbot.waitUntil(lambda: small.watching.series("L").iterations == [1])
    small.control.step_iteration()
    qtbot.waitUntil(lambda: small.watching.series("L").iterations == [1, 2])
    small.debugger.open(cursor=-1)
    wanted = Watch.parse("norm(dW1)").read(small.debugger.trace[-1].values.__getitem__)
    assert small.watching.series("norm(dW1)").readings[-1] == pytest.approx(wanted)
    assert small.watching.series("L").readings[0].number == pytest.approx(
        float(small.document.state.history[-1].losses[0]), rel=1e-5
    )


def test_memory_of_the_optimizer_is_read_as_it_is_before_the_update(small, qtbot):
    small.watching.add("max(M_W1)")
    qtbot.waitUntil(lambda: small.watching.now("max(M_W1)") is not None)
    assert small.watching.now("max(M_W1)").number == 0


def test_undoing_training_takes_its_readings_back(small, qtbot):
    small.watching.add("L")
    small.control.step_iteration()
    qtbot.waitUntil(lambda: 2 in small.watching.series("L").iterations)
    small.document.undo()
    assert small.watching.series("L").iterations == [1]


def test_without_watches_nothing_is_read(small, qtbot):
    answers = []
    small.watching.recorder.findChild(Loader).loaded.connect(answers.append)
    small.control.step_iteration()
    qtbot.waitUntil(lambda: not small.control.is_busy)
    small.watching.add("L")
    qtbot.waitUntil(lambda: small.watching.now("L") is not None)
    assert [list(answer.result.readings) for answer in answers] == [["L"]]
