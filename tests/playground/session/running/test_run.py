"""Training through the thread: the same numbers as without one, and an end that is always clean."""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QMetaMethod, QObject, Signal
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nn.datasets import Dataset
from nn.network import LayerSpec, Network, NetworkSpec
from nn.optimizers import OPTIMIZERS
from nn.training import Checkpoint, Iteration, TrainingConfig, train
from playground.safety.threads import alive
from playground.session.document.document import Document
from playground.session.document.state import DatasetChoice, DocumentState, RunRecord
from playground.session.running.reports import Progress, Request
from playground.session.running.run import TrainingRun
from playground.session.running.worker import SMALL_NETWORK, TrainingWorker

Finish = Callable[[], None]
CYCLES = 200


def train_alone(state: DocumentState, data: Dataset, until: int) -> tuple[Checkpoint, list[float]]:
    """Train without thread and window."""
    network = Network(state.spec, state.config.seed)
    optimizer = state.config.build_optimizer()
    state.checkpoint.restore(network, optimizer)
    items = train(network, optimizer, data, state.config, state.checkpoint.iteration, until)
    losses = [item.loss for item in items if isinstance(item, Iteration)]
    return Checkpoint.take(network, optimizer, until), losses


def worker_now() -> TrainingWorker:
    """Give the worker of the one run that there is."""
    return next(thread.worker for thread in alive if thread.objectName() == "training")


def assert_same(one: Checkpoint, other: Checkpoint) -> None:
    assert one.iteration == other.iteration
    np.testing.assert_array_equal(one.params, other.params, strict=True)
    np.testing.assert_array_equal(one.state, other.state, strict=True)
    assert one.memory.keys() == other.memory.keys()
    for name in one.memory:
        np.testing.assert_array_equal(one.memory[name], other.memory[name], strict=True)


def all_losses(history: tuple[RunRecord, ...]) -> NDArray[np.float32]:
    return np.concatenate([record.losses for record in history])


@pytest.mark.parametrize("optimizer", sorted(OPTIMIZERS))
def test_23_iterations_and_34_more_are_the_57_of_one_run(
    document: Document, run: TrainingRun, data: Dataset, finish: Finish, optimizer: str
) -> None:
    spec = NetworkSpec(
        (12,),
        (
            LayerSpec.of("Affine", units=8),
            LayerSpec.of("BatchNormalization"),
            LayerSpec.of("Relu"),
            LayerSpec.of("Dropout", ratio=0.3),
            LayerSpec.of("Affine", units=3),
        ),
    )
    config = TrainingConfig(optimizer, lr=0.01, batch_size=10)
    document.edit("build", spec=spec, checkpoint=Checkpoint.initial(spec, 3), config=config)
    expected, losses = train_alone(document.state, data, 57)
    for until in (23, 57):
        run.start(data, until)
        finish()
    assert_same(document.state.checkpoint, expected)
    np.testing.assert_array_equal(all_losses(document.state.history), np.float32(losses))


def test_a_stop_does_not_wait_for_the_end_of_a_long_pass(qapp: QApplication, data: Dataset) -> None:
    """Stops after one turn of the event loop, after two ...: several leave the same pass, and all its exact start."""
    kinds = (LayerSpec.of("Affine", units=6000), LayerSpec("BatchNormalization"), LayerSpec.of("Affine", units=600))
    spec = NetworkSpec((12,), (*kinds, LayerSpec("BatchNormalization"), LayerSpec.of("Affine", units=3)))
    config = TrainingConfig("Momentum", lr=0.01, batch_size=100)
    state = DocumentState(spec, Checkpoint.initial(spec, 3), config, DatasetChoice("bands"))
    worker, endings = TrainingWorker(), []
    worker.ended.connect(endings.append)
    for turns in range(1, 11):
        worker.start(Request(turns, spec, state.checkpoint, config, data, until=100))
        for _ in range(turns):
            qapp.processEvents()
        worker.stop(turns)
    iterations = Counter(ending.checkpoint.iteration for ending in endings)
    assert sum(iterations.values()) == 10
    assert iterations[0] > 1
    for ending in endings:
        assert ending.progress.iteration == ending.checkpoint.iteration
        assert_same(ending.checkpoint, train_alone(state, data, ending.checkpoint.iteration)[0])


def test_a_pause_anywhere_changes_nothing(
    qtbot: QtBot, document: Document, run: TrainingRun, data: Dataset, finish: Finish
) -> None:
    before = document.state
    run.start(data, 100_000_000)
    with qtbot.waitSignal(run.progressed):
        pass
    run.stop()
    finish()
    paused_at = document.state.checkpoint.iteration
    assert paused_at > 0
    run.start(data, paused_at + 34)
    finish()
    expected, losses = train_alone(before, data, paused_at + 34)
    assert_same(document.state.checkpoint, expected)
    np.testing.assert_array_equal(all_losses(document.state.history), np.float32(losses))


def test_the_end_of_a_run_is_one_undo_step(document: Document, run: TrainingRun, data: Dataset, finish: Finish) -> None:
    before = document.state
    changes: list[None] = []
    document.changed.connect(lambda: changes.append(None))
    run.start(data, 25)
    finish()
    assert document.undo_text == "Train 25 iterations"
    assert len(changes) == 1
    record = document.state.history[-1]
    assert (record.first_iteration, len(record.losses), record.divergence) == (1, 25, None)
    assert [evaluation.iteration for evaluation in record.evaluations] == [20]
    assert not record.losses.flags.writeable
    document.undo()
    assert document.state is before


def test_reports_join_without_a_gap_and_their_arrays_are_nobodys(
    qtbot: QtBot, document: Document, run: TrainingRun, data: Dataset, finish: Finish
) -> None:
    reports: list[Progress] = []
    run.progressed.connect(reports.append)
    run.start(data, 100_000_000)
    qtbot.waitUntil(lambda: sum(report.checkpoint is not None for report in reports) >= 2)
    run.stop()
    finish()
    for last, report in zip([None, *reports], reports, strict=False):
        assert report.first_iteration == (1 if last is None else last.iteration + 1)
        assert report.iteration == report.first_iteration + len(report.losses) - 1
        assert not report.losses.flags.writeable
    snapshots = [report.checkpoint.params for report in reports if report.checkpoint is not None]
    assert not any(params.flags.writeable for params in snapshots)
    assert len(snapshots) == len(reports)  # a small network's weights come with every report
    losses = document.state.history[-1].losses
    assert len(losses) == document.state.checkpoint.iteration
    seen = np.concatenate([report.losses for report in reports])
    np.testing.assert_array_equal(losses[: len(seen)], seen)


def test_the_weights_of_a_large_network_come_in_some_reports_only(
    qtbot: QtBot, state: DocumentState, data: Dataset
) -> None:
    spec = NetworkSpec.mlp(12, (SMALL_NETWORK // 12,), 3)
    run = TrainingRun(Document(replace(state, spec=spec, checkpoint=Checkpoint.initial(spec))))
    reports: list[Progress] = []
    run.progressed.connect(reports.append)
    run.start(data, 100_000_000)
    qtbot.waitUntil(lambda: len(reports) >= 4)
    run.stop()
    qtbot.waitUntil(lambda: not run.is_running)
    run.close()
    assert 0 < sum(report.checkpoint is not None for report in reports) < len(reports)


def own_signals(thing: QObject) -> list[str]:
    """Name every signal of an object's class."""
    meta = thing.metaObject()
    methods = map(meta.method, range(meta.methodOffset(), meta.methodCount()))
    return [method.name().data().decode() for method in methods if method.methodType() == QMetaMethod.MethodType.Signal]


def test_there_is_no_signal_per_iteration(document: Document, run: TrainingRun, data: Dataset, finish: Finish) -> None:
    signals: list[str] = []
    for name in own_signals(run):
        getattr(run, name).connect(lambda *_, name=name: signals.append(name))
    document.changed.connect(lambda: signals.append("changed"))
    run.start(data, 3000)
    finish()
    assert len(document.state.history[-1].losses) == 3000
    assert len(signals) < 300
    counts = Counter(signals)
    assert counts["progressed"] > 2
    assert counts["progressed"] in (counts - Counter(progressed=len(signals))).values(), "each report has its answer"


class View(QObject):
    """Something that shows the course of training, when it comes to it."""

    shown = Signal()


def test_a_window_hears_as_often_as_it_shows_what_it_heard(
    qtbot: QtBot, run: TrainingRun, data: Dataset, finish: Finish, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = View()
    run.wait_for(view.shown)
    reports: list[Progress] = []
    run.progressed.connect(reports.append)
    monkeypatch.setattr("playground.session.running.run.UNSEEN_MS", 10**6)
    run.start(data, 10**9)
    qtbot.waitUntil(lambda: len(reports) == 1)
    made: list[int] = []
    worker = worker_now()
    worker.progressed.connect(lambda progress: made.append(progress.iteration))  # runs in the worker's thread
    with qtbot.waitSignals([worker.turned] * 3):  # it trains on
        for _ in range(3):
            run.reconfigure(10**9)
            qtbot.wait(2 * 1000 // 30)
    assert made == []
    view.shown.emit()
    qtbot.waitUntil(lambda: len(reports) == 2)
    assert reports[1].first_iteration == reports[0].iteration + 1
    assert len(reports[1].losses) == reports[1].iteration - reports[0].iteration
    view.shown.emit()
    view.shown.emit()  # that of another view; nothing waits for it
    run.stop()
    finish()


def test_where_nobody_shows_the_course_reports_come_all_the_same(
    qtbot: QtBot, run: TrainingRun, data: Dataset, finish: Finish
) -> None:
    view = View()
    run.wait_for(view.shown)
    reports: list[Progress] = []
    run.progressed.connect(reports.append)
    run.start(data, 10**9)
    qtbot.waitUntil(lambda: len(reports) == 3)
    run.stop()
    finish()


def test_no_report_comes_before_the_last_was_acknowledged(
    qtbot: QtBot, document: Document, run: TrainingRun, data: Dataset, finish: Finish
) -> None:
    """While a panel holds up the window, one report waits at most, however long training goes on."""
    made: list[int] = []
    made_while_held_up: list[int] = []

    def hold_up(progress: Progress) -> None:
        if not made_while_held_up:
            time.sleep(0.2)  # six report intervals, for which the worker has the interpreter to itself
            made_while_held_up.append(len(made))

    run.progressed.connect(hold_up)
    run.start(data, 100_000_000)
    worker_now().progressed.connect(lambda progress: made.append(progress.iteration))  # runs in the worker's thread
    qtbot.waitUntil(lambda: len(made) >= 3)
    assert max(made_while_held_up) <= 1
    run.stop()
    finish()


def test_every_slot_runs_in_the_windows_thread_and_training_does_not(
    qtbot: QtBot,
    document: Document,
    run: TrainingRun,
    data: Dataset,
    finish: Finish,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    threads: dict[str, set[int]] = {}

    def note(name: str) -> None:
        threads.setdefault(name, set()).add(threading.get_ident())

    for name in ("running_changed", "progressed", "ended"):
        getattr(run, name).connect(lambda *_, name=name: note(name))
    document.changed.connect(lambda: note("changed"))
    monkeypatch.setattr("playground.session.running.worker.train", lambda *a, **k: (note("train"), train(*a, **k))[1])
    run.start(data, 100_000_000)
    qtbot.waitUntil(lambda: "progressed" in threads)
    run.stop()
    finish()
    here = threading.get_ident()
    assert threads.keys() == {"running_changed", "progressed", "ended", "changed", "train"}
    assert all(idents == {here} for name, idents in threads.items() if name != "train")
    assert threads["train"] != {here}


def test_the_data_are_shared_with_the_worker_and_not_copied(
    run: TrainingRun, data: Dataset, finish: Finish, monkeypatch: pytest.MonkeyPatch
) -> None:
    trained_on: list[object] = []
    monkeypatch.setattr(
        "playground.session.running.worker.train", lambda *a, **k: (trained_on.append(a[2]), train(*a, **k))[1]
    )
    run.start(data, 3)
    finish()
    assert trained_on == [data]
    assert not any(array.flags.writeable for array in (data.x, data.t, data.x_test, data.t_test))


def test_reports_of_an_old_run_are_dropped(document: Document, run: TrainingRun, data: Dataset, finish: Finish) -> None:
    run.start(data, 5)
    worker = worker_now()
    run.close()
    before = document.state
    stale: list[object] = []
    run.progressed.connect(stale.append)
    run.start(data, 7)
    old = Progress(1, 1, np.ones(3, np.float32), (), 3, None, 1.0)
    worker_now().progressed.emit(old)
    assert stale == []
    finish()
    assert worker is not worker_now()
    assert before.checkpoint.iteration == 0
    assert len(document.state.history) == 1
    assert len(document.state.history[0].losses) == 7


def test_an_error_in_the_worker_is_told_and_keeps_what_was_learned(
    document: Document, run: TrainingRun, data: Dataset, finish: Finish, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks_after_seven(*arguments: object, **options: object) -> object:
        for number, item in enumerate(train(*arguments, **options)):
            if number == 7:
                raise OSError("the cable fell out")
            yield item

    monkeypatch.setattr("playground.session.running.worker.train", breaks_after_seven)
    failures: list[str] = []
    run.failed.connect(failures.append)
    run.start(data, 100)
    finish()
    assert len(failures) == 1
    assert "OSError: the cable fell out" in failures[0]
    assert document.state.checkpoint.iteration == 7
    monkeypatch.undo()
    run.start(data, 20)
    finish()
    assert document.state.checkpoint.iteration == 20


def test_a_request_that_cannot_be_met_is_told_and_changes_nothing(
    document: Document, run: TrainingRun, data: Dataset, finish: Finish
) -> None:
    before = document.state
    failures: list[str] = []
    run.failed.connect(failures.append)
    run.start(replace(data, x=data.x[:, :5]), 100)
    finish()
    assert len(failures) == 1
    assert "ValueError" in failures[0]
    assert document.state is before


def test_divergence_is_a_result(document: Document, run: TrainingRun, data: Dataset, finish: Finish) -> None:
    failures: list[str] = []
    run.failed.connect(failures.append)
    document.edit("edit", config=replace(document.state.config, optimizer="SGD", optimizer_options={}, lr=1e30))
    healthy = document.state
    run.start(data, 1000)
    finish()
    record = document.state.history[-1]
    assert record.divergence is not None
    assert 1 <= record.divergence.iteration < 1000
    assert failures == []
    document.undo()
    assert document.state is healthy


def test_a_learning_rate_changed_while_running_goes_on_from_where_training_stands(
    qtbot: QtBot, document: Document, run: TrainingRun, data: Dataset, finish: Finish, monkeypatch: pytest.MonkeyPatch
) -> None:
    starts: list[tuple[int, float]] = []

    def noted(
        network: object, optimizer: object, data: object, config: TrainingConfig, start: int, *rest: int, **more: bool
    ) -> object:
        starts.append((start, config.lr))
        return train(network, optimizer, data, config, start, *rest, **more)

    monkeypatch.setattr("playground.session.running.worker.train", noted)
    before = document.state
    run.start(data, 100_000_000)
    with qtbot.waitSignal(run.progressed):
        pass
    document.edit("Set learning rate", config=replace(before.config, lr=0.02))
    run.reconfigure(100_000_000)
    with qtbot.waitSignals([run.progressed] * 2):
        pass
    run.stop()
    finish()
    (_, (changed_at, lr)) = starts
    ended_at = document.state.checkpoint.iteration
    assert lr == 0.02
    assert 0 < changed_at < ended_at
    half, first = train_alone(before, data, changed_at)
    config = replace(before.config, lr=0.02)
    expected, second = train_alone(replace(before, checkpoint=half, config=config), data, ended_at)
    assert_same(document.state.checkpoint, expected)
    np.testing.assert_array_equal(all_losses(document.state.history), np.float32(first + second))


def test_of_a_sliders_many_values_the_last_one_counts(
    qtbot: QtBot,
    document: Document,
    run: TrainingRun,
    data: Dataset,
    finish: Finish,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rates: list[float] = []
    monkeypatch.setattr(
        "playground.session.running.worker.train", lambda *a, **k: (rates.append(a[3].lr), train(*a, **k))[1]
    )
    run.start(data, 100_000_000)
    with qtbot.waitSignal(run.progressed):
        pass
    for step in range(1, 501):
        document.edit("Set learning rate", merge_key="lr", config=replace(document.state.config, lr=step / 1000))
        run.reconfigure(run.until)
    with qtbot.waitSignals([run.progressed] * 2):
        pass
    run.stop()
    finish()
    assert rates[-1] == 0.5
    assert len(rates) < 400
    assert document.undo_text == "Set learning rate"
    document.undo()
    assert document.state.config.lr == 0.001


def test_undo_takes_back_what_was_edited_during_the_run_before_the_run(
    qtbot: QtBot, document: Document, run: TrainingRun, data: Dataset, finish: Finish
) -> None:
    before = document.state
    run.start(data, 100_000_000)
    with qtbot.waitSignal(run.progressed):
        pass
    document.edit("Set learning rate", config=replace(before.config, lr=0.02))
    run.reconfigure(run.until)
    run.stop()
    finish()
    learned = document.state.checkpoint
    assert document.undo_text == "Set learning rate"
    document.undo()
    assert document.state.config == before.config
    assert document.state.checkpoint is learned
    document.undo()
    assert document.state is before


def test_another_optimizer_begins_with_an_empty_memory(
    qtbot: QtBot, document: Document, run: TrainingRun, data: Dataset, finish: Finish
) -> None:
    run.start(data, 100_000_000)
    with qtbot.waitSignal(run.progressed):
        pass
    document.edit("Choose optimizer", config=replace(document.state.config, optimizer="Momentum", optimizer_options={}))
    with qtbot.waitSignal(run.turned):
        run.reconfigure(run.until)
    run.stop()
    finish()
    assert set(document.state.checkpoint.memory) == set(OPTIMIZERS["Momentum"].slots)
    document.undo()
    assert document.state.config.optimizer == "Adam"
    run.start(data, document.state.checkpoint.iteration + 3)  # with a memory that is not Adam's
    finish()
    assert set(document.state.checkpoint.memory) == set(OPTIMIZERS["Adam"].slots)


def test_closing_while_running_forgets_the_run_and_ends_the_thread(
    qtbot: QtBot, document: Document, run: TrainingRun, data: Dataset
) -> None:
    before = document.state
    run.start(data, 100_000_000)
    with qtbot.waitSignal(run.progressed):
        pass
    run.close()
    run.close()
    assert not run.is_running
    assert document.state is before


@pytest.mark.timeout(300)
def test_200_cycles_leave_no_thread(qtbot: QtBot, state: DocumentState, data: Dataset) -> None:
    """Started, paused, resumed, stopped and closed at every stage, 200 times."""
    failures: list[str] = []
    for cycle in range(CYCLES):
        document = Document(state)
        run = TrainingRun(document)
        run.failed.connect(failures.append)
        for stage in range(cycle % 5):
            run.start(data, 1_000_000) if stage % 2 == 0 else run.stop()
            if stage % 2:
                qtbot.waitUntil(lambda run=run: not run.is_running)
        run.close()
        assert not run.is_running
    assert failures == []
    assert not alive


# ---- speed


def test_a_slow_run_is_bit_for_bit_a_fast_one_and_shows_each_iteration(
    document: Document, run: TrainingRun, data: Dataset, finish: Finish, qtbot: QtBot
) -> None:
    expected, losses = train_alone(document.state, data, 12)
    seen: list[Progress] = []
    run.progressed.connect(seen.append)
    run.set_speed(0.0001)  # an iteration comes at once, the next one in three hours or with another choice of speed
    run.start(data, 8)
    for made in (1, 2, 3):
        qtbot.waitUntil(lambda made=made: run.iteration == made)
        run.set_speed(0.0001 if made < 3 else 1000)
    finish()
    run.set_speed(0)
    run.start(data, 12)
    finish()
    assert_same(document.state.checkpoint, expected)
    np.testing.assert_array_equal(all_losses(document.state.history), np.float32(losses))
    assert [len(progress.losses) for progress in seen[:3]] == [1, 1, 1]
    assert all(progress.checkpoint is not None for progress in seen[:3])


def test_who_sleeps_between_two_iterations_hears_stop_and_another_speed_at_once(
    document: Document, run: TrainingRun, data: Dataset, finish: Finish, qtbot: QtBot
) -> None:
    run.set_speed(0.0001)  # the next one would come in three hours
    run.start(data, 1000)
    qtbot.waitUntil(lambda: run.iteration == 1)
    run.stop()
    finish()
    assert document.state.checkpoint.iteration == 1
    run.start(data, 3)
    qtbot.waitUntil(lambda: run.iteration == 2)
    run.set_speed(0)
    finish()
    assert document.state.checkpoint.iteration == 3


def test_one_iteration_ends_without_the_sleep_before_another(
    document: Document, run: TrainingRun, data: Dataset, finish: Finish
) -> None:
    run.set_speed(0.0001)
    run.start(data, 1)
    finish()
    assert document.state.checkpoint.iteration == 1
    assert document.state.history[-1].evaluations == ()
    document.edit("measure", config=replace(document.state.config, evaluate_every=1))
    run.start(data, 2)
    finish()
    assert [each.iteration for each in document.state.history[-1].evaluations] == [2]
