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
    ("text", "expected"),
    [
        ("a1", Watch("a1")),
        (" W1[0, 3] ", Watch("W1", (0, 3))),
        ("b1[2]", Watch("b1", (2,))),
        ("norm( dW1 )", Watch("dW1", None, "norm")),
        ("a1.1", Watch("a1.1")),
    ],
)
def test_what_is_typed_is_understood(text, expected):
    assert Watch.parse(text) == expected
    assert Watch.parse(str(expected)) == expected


@pytest.mark.parametrize("text", ["", "W1[", "W1[-1]", "W1[a]", "norm(W1", "1a", "a b(c)", "max(W1)[0]"])
def test_what_is_no_watch_is_refused_with_what_would_be(text):
    with pytest.raises(WatchError, match=r"W1\[0, 3\]|statistic"):
        Watch.parse(text)


def test_a_statistic_that_there_is_not_is_refused_with_those_there_are():
    with pytest.raises(WatchError, match=r"noorm.*max, min, mean"):
        Watch.parse("noorm(a1)")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("w1", "W1"),
        ("W1[0]", r"\(2, 4\)"),
        ("W1[2,0]", r"\(2, 4\)"),
        ("L[0]", "single number"),
    ],
)
def test_a_place_that_there_is_not_is_refused_with_what_there_is(text, message):
    with pytest.raises(WatchError, match=message):
        Watch.parse(text).check({"W1": (2, 4), "a1": (None, 4), "L": ()})


def test_any_sample_of_a_batch_of_unknown_size_may_be_watched():
    watch = Watch.parse("a1[99,3]")
    watch.check({"a1": (None, 4)})
    with pytest.raises(WatchError, match=r"\(99, 4\)"):
        watch.check({"a1": (99, 4)})


@pytest.mark.parametrize(
    ("text", "number"),
    [("a[1,0]", -3.0), ("max(a)", 2.0), ("min(a)", -3.0), ("mean(a)", -0.25), ("dead(a)", 0.5), ("nan(a)", 0.0)],
)
def test_a_watch_reads_one_number(text, number):
    array = np.array([[-0.5, 2.0], [-3.0, 0.5]])
    assert Watch.parse(text).read(array) == Reading(number, number, number)


def test_a_whole_array_is_read_as_its_mean_and_its_ends():
    assert Watch("a").read(np.array([1.0, 2.0, 6.0])) == Reading(3.0, 1.0, 6.0)


def test_a_place_that_a_smaller_batch_has_not_is_no_reading():
    assert Watch.parse("a[5,0]").read(np.zeros((2, 2))) is None


def test_nan_is_counted():
    assert Watch.parse("nan(a)").read(np.array([np.nan, 1.0, np.inf])).number == 2


# ---- series


def test_a_series_keeps_one_reading_an_iteration_in_their_order():
    series = WatchSeries()
    for iteration, number in ((3, 1.0), (1, 2.0), (3, 5.0)):
        series.put(iteration, Reading(number, number, number))
    assert (series.iterations, [r.number for r in series.readings]) == ([1, 3], [2.0, 5.0])
    series.forget_after(2)
    assert series.iterations == [1]


def test_a_long_series_is_thinned_out_and_keeps_its_last_reading():
    series = WatchSeries()
    for iteration in range(5 * LONGEST):
        series.put(iteration, Reading(0.0, 0.0, 0.0))
    assert len(series.iterations) <= LONGEST
    assert series.iterations[-1] == 5 * LONGEST - 1
    assert series.iterations == sorted(series.iterations)


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
        if small.debugger.trace[-1].values.get(Watch.parse(text).name) is not None:
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
    wanted = Watch.parse("norm(dW1)").read(small.debugger.trace[-1].values["dW1"])
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
