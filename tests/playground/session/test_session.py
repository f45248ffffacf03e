"""The session: what each button and each edit does to the document, with the real data and the real thread."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from nn.network import LayerSpec, NetworkSpec
from nn.training import Checkpoint, iterations_per_epoch
from playground.session.document.state import DatasetChoice
from playground.session.looking.example import Example
from playground.session.running.reports import Progress
from playground.session.session import Session

Idle = Callable[[], None]
SMALL = NetworkSpec.mlp(784, (8,), 10)


@pytest.fixture
def idle(qtbot: QtBot, session: Session) -> Idle:
    """Return a function that waits until nothing runs and nothing is waiting to."""

    def wait() -> None:
        qtbot.waitUntil(lambda: not session.control.is_busy)

    return wait


def run_a_little(qtbot: QtBot, session: Session) -> None:
    session.control.train()
    with qtbot.waitSignal(session.run.progressed):
        pass


def choose(qtbot: QtBot, session: Session, name: str, **options: object) -> None:
    with qtbot.waitSignal(session.document.dataset_changed):
        session.editing.choose_dataset(name, **options)


def a_digit(seed: int = 0) -> Example:
    pixels = np.random.default_rng(seed).random(784, dtype=np.float32)
    pixels.flags.writeable = False
    return Example(pixels, 3, "drawn")


def test_data_that_arrive_after_an_undo_cut_nothing_off(qtbot: QtBot, session: Session) -> None:
    session.editing.edit_config("Set learning rate", lr=0.5)
    session.editing.choose_dataset("spiral")
    with qtbot.waitSignal(session.library.fetched):
        session.document.undo()
    qtbot.waitUntil(lambda: not session.control.is_busy)
    assert session.document.state.dataset.name == "mnist"
    session.document.redo()
    assert session.document.state.config.lr == 0.5


def test_it_starts_with_an_untrained_network_for_mnist(session: Session) -> None:
    state = session.document.state
    assert state.spec == NetworkSpec.mlp(784, (100, 100), 10, activation="Relu", initializer="He")
    assert (state.config.optimizer, state.config.lr, state.config.batch_size) == ("Adam", 0.001, 100)
    assert (state.checkpoint.iteration, state.history) == (0, ())
    assert state.dataset == DatasetChoice("mnist")
    assert len(session.library.data.x) == 60_000
    assert not session.document.can_undo


def test_the_data_are_loaded_in_another_thread_and_told_in_this_one(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: dict[str, int] = {}

    def read() -> tuple[None, None]:
        threads.update(load=threading.get_ident())
        return None, None

    monkeypatch.setattr("playground.session.library.load_shipped", read)
    session = Session()
    session.library.data_changed.connect(lambda data: threads.update(told=threading.get_ident()))
    assert session.library.data is None
    qtbot.waitUntil(lambda: session.library.data is not None)
    session.close()
    assert threads["told"] == threading.get_ident()
    assert threads["load"] != threads["told"]


def test_train_pause_and_train_again_go_on_to_the_same_end(qtbot: QtBot, session: Session, idle: Idle) -> None:
    session.editing.edit_spec("small", SMALL)
    session.editing.edit_config("short", batch_size=6000, epochs=3)
    run_a_little(qtbot, session)
    assert session.run.until == 30
    session.control.pause()
    idle()
    paused_at = session.document.state.checkpoint.iteration
    assert 0 < paused_at < 30
    session.control.train()
    assert session.run.until == 30
    idle()
    assert session.document.state.checkpoint.iteration == 30
    session.control.train()
    assert session.run.until == 60
    session.control.stop()
    idle()


def test_stop_lets_the_next_train_begin_a_new_stretch(qtbot: QtBot, session: Session, idle: Idle) -> None:
    run_a_little(qtbot, session)
    session.control.stop()
    idle()
    stopped_at = session.document.state.checkpoint.iteration
    session.control.train()
    assert session.run.until == stopped_at + 20 * 600
    session.control.stop()
    idle()


def test_train_before_the_data_are_there_begins_when_they_are(qtbot: QtBot) -> None:
    session = Session()
    said: list[str] = []
    session.status.connect(said.append)
    session.control.train()
    assert not session.run.is_running
    assert said
    qtbot.waitUntil(lambda: session.run.is_running)
    session.close()


def test_steps_train_one_iteration_and_the_rest_of_an_epoch(session: Session, idle: Idle) -> None:
    session.editing.edit_spec("small", SMALL)
    session.control.step_iteration()
    idle()
    assert session.document.state.checkpoint.iteration == 1
    assert session.document.undo_text == "Train 1 iteration"
    session.control.step_epoch()
    idle()
    assert session.document.state.checkpoint.iteration == 600
    assert len(session.document.state.history[-1].evaluations) == 1


def test_a_step_while_training_pauses_first(qtbot: QtBot, session: Session, idle: Idle) -> None:
    run_a_little(qtbot, session)
    session.control.step_iteration()
    idle()
    run, step = session.document.state.history
    assert len(step.losses) == 1
    assert step.first_iteration == len(run.losses) + 1


def test_a_held_step_key_makes_steps_and_no_queue(session: Session, idle: Idle) -> None:
    for _ in range(50):
        session.control.step_iteration()
    idle()
    assert session.document.state.checkpoint.iteration == 2
    assert [len(record.losses) for record in session.document.state.history] == [1, 1]


def test_reset_draws_the_weights_anew_and_can_be_undone(qtbot: QtBot, session: Session, idle: Idle) -> None:
    initial = session.document.state.checkpoint
    run_a_little(qtbot, session)
    session.editing.reset_weights()
    idle()
    state = session.document.state
    assert (state.checkpoint.iteration, state.history) == (0, ())
    np.testing.assert_array_equal(state.checkpoint.params, initial.params)
    session.editing.reset_weights(seed=4)
    assert session.document.state.config.seed == 4
    assert not np.array_equal(session.document.state.checkpoint.params, initial.params)
    session.document.undo()
    session.document.undo()
    assert session.document.state.checkpoint.iteration > 0


def test_undo_while_training_pauses_and_takes_back_the_run(qtbot: QtBot, session: Session, idle: Idle) -> None:
    before = session.document.state
    session.editing.edit_config("Set learning rate", lr=0.01)
    edited = session.document.state
    run_a_little(qtbot, session)
    session.document.undo()
    idle()
    assert session.document.state is edited
    session.document.redo()
    assert session.document.state.checkpoint.iteration > 0
    session.document.undo()
    session.document.undo()
    assert session.document.state is before


def test_undo_while_training_takes_back_the_edit_made_meanwhile(qtbot: QtBot, session: Session, idle: Idle) -> None:
    before = session.document.state
    run_a_little(qtbot, session)
    session.editing.edit_config("Set learning rate", lr=0.01)
    session.document.undo()
    idle()
    assert session.document.state.config == before.config
    assert session.document.state.checkpoint.iteration > 0
    assert session.document.undo_text.startswith("Train")


def test_a_live_edit_of_epochs_moves_the_end(qtbot: QtBot, session: Session, idle: Idle) -> None:
    run_a_little(qtbot, session)
    session.editing.edit_config("Set epochs", epochs=7)
    assert session.run.until == 7 * 600
    session.editing.edit_config("Set batch size", batch_size=200)
    assert 7 * 300 < session.run.until < 7 * 300 + 300  # what was trained before stays
    with qtbot.waitSignal(session.run.progressed):
        pass
    session.control.stop()
    idle()


def test_another_optimizer_gets_its_own_options(session: Session) -> None:
    session.editing.edit_config("Choose optimizer", optimizer="Momentum")
    assert session.document.state.config.optimizer_options == {"momentum": 0.9}
    session.editing.edit_config("Set momentum", optimizer_options={"momentum": 0.5})
    session.document.undo()
    session.document.undo()
    assert session.document.state.config.optimizer_options == {"beta1": 0.9, "beta2": 0.999}


@pytest.mark.parametrize("changes", [{"lr": -1.0}, {"batch_size": 0}, {"optimizer": "Sgdd"}, {"epochs": "many"}])
def test_a_wrong_value_is_answered_and_changes_nothing(session: Session, changes: dict[str, object]) -> None:
    said: list[str] = []
    session.status.connect(said.append)
    before = session.document.state
    session.editing.edit_config("Set", **changes)
    assert session.document.state is before
    assert len(said) == 1
    assert str(next(iter(changes.values()))) in said[0]


def test_another_activation_keeps_every_weight_and_goes_live(qtbot: QtBot, session: Session, idle: Idle) -> None:
    run_a_little(qtbot, session)
    sigmoid = NetworkSpec.mlp(784, (100, 100), 10, activation="Sigmoid", initializer="He")
    session.editing.edit_spec("Choose activation", sigmoid)
    assert session.run.is_running
    assert session.document.state.spec == sigmoid
    with qtbot.waitSignal(session.run.progressed):
        pass
    session.control.pause()
    idle()
    assert len(session.document.state.history) == 1
    assert session.document.undo_text == "Choose activation"
    session.document.undo()
    assert session.document.state.spec.layers[1].kind == "Relu"


def test_other_shapes_end_the_run_and_keep_the_weights_that_fit(qtbot: QtBot, session: Session, idle: Idle) -> None:
    run_a_little(qtbot, session)
    session.editing.edit_spec("Set units", NetworkSpec.mlp(784, (100, 60), 10))
    idle()
    state = session.document.state
    assert not session.run.is_running
    session.document.undo()
    trained = session.document.state.checkpoint
    assert state.checkpoint.iteration == trained.iteration
    kept = 784 * 100 + 100
    np.testing.assert_array_equal(state.checkpoint.params[:kept], trained.params[:kept])
    assert trained.iteration > 0


def test_an_untrained_network_is_drawn_anew_by_every_edit_of_it(session: Session) -> None:
    zeros = NetworkSpec.mlp(784, (100, 100), 10, initializer="zeros")
    session.editing.edit_spec("Choose initializer", zeros)
    assert not session.document.state.checkpoint.params.any()
    session.document.undo()
    session.editing.edit_config("Set seed", seed=9)
    expected = Checkpoint.initial(session.document.state.spec, 9)
    np.testing.assert_array_equal(session.document.state.checkpoint.params, expected.params)


def test_a_network_too_large_for_the_memory_is_refused_before_it_is_built(session: Session) -> None:
    said: list[str] = []
    session.status.connect(said.append)
    session.editing.edit_spec("Set units", NetworkSpec.mlp(784, (1_000_000, 1_000_000), 10))
    assert len(said) == 1
    assert "needs" in said[0]
    assert not session.document.can_undo


def test_choosing_data_fits_the_network_and_keeps_its_hidden_layers(qtbot: QtBot, session: Session) -> None:
    before = session.document.state
    choose(qtbot, session, "spiral", noise=0.1)
    state = session.document.state
    assert state.spec == NetworkSpec.mlp(2, (100, 100), 2)
    assert session.library.data.name == "spiral"
    choose(qtbot, session, "plane")
    assert session.document.state.spec == NetworkSpec.mlp(2, (100, 100), 1, loss="IdentityWithLoss")
    session.document.undo()
    session.document.undo()
    assert session.document.state is before
    assert session.library.data.name == "mnist"


@pytest.mark.parametrize("name", ["xor", "spiral", "regression_gauss"])
def test_every_kind_of_data_can_be_trained_on(qtbot: QtBot, session: Session, idle: Idle, name: str) -> None:
    failures: list[str] = []
    session.failed.connect(failures.append)
    choose(qtbot, session, name)
    per_epoch = iterations_per_epoch(session.library.data, session.document.state.config)
    session.control.step_epoch()
    idle()
    assert session.document.state.checkpoint.iteration == per_epoch
    assert failures == []


def test_choosing_data_while_training_ends_the_run_first(qtbot: QtBot, session: Session, idle: Idle) -> None:
    run_a_little(qtbot, session)
    choose(qtbot, session, "xor")
    idle()
    assert session.document.state.dataset.name == "xor"
    session.document.undo()
    assert session.document.undo_text.startswith("Train")


def test_a_loss_for_classes_is_refused_for_values_also_while_training(
    qtbot: QtBot, session: Session, idle: Idle
) -> None:
    choose(qtbot, session, "plane")
    session.editing.edit_config("Set epochs", epochs=100_000)
    said: list[str] = []
    session.status.connect(said.append)
    session.failed.connect(said.append)
    run_a_little(qtbot, session)
    spec = session.document.state.spec
    for loss in ("SoftmaxWithLoss", "SigmoidWithLoss"):
        session.editing.edit_spec("Set loss", replace(spec, loss=loss))
        assert f"{loss} needs classes: choose IdentityWithLoss" in said[-1]
    session.control.stop()
    idle()
    assert session.document.state.spec == spec
    assert len(said) == 2


def test_batches_too_small_to_normalize_are_told_and_no_error(qtbot: QtBot, session: Session, idle: Idle) -> None:
    spec = NetworkSpec(
        (784,), (LayerSpec.of("Affine", units=4), LayerSpec("BatchNormalization"), LayerSpec.of("Affine", units=10))
    )
    session.editing.edit_spec("Set layers", spec)
    session.editing.edit_config("Set batch size", batch_size=1)
    said: list[str] = []
    session.status.connect(said.append)
    session.failed.connect(said.append)
    session.control.train()
    assert not session.run.is_running
    assert "at least 2 samples in every batch" in said[-1]
    session.editing.edit_config("Set batch size", batch_size=100)
    run_a_little(qtbot, session)
    session.editing.edit_config("Set batch size", batch_size=59_999)
    assert "leave one of 1" in said[-1]
    assert session.document.state.config.batch_size == 100
    assert session.run.is_running
    session.control.stop()
    idle()
    assert len(said) == 2


def test_loading_is_told_until_the_data_are_there(qtbot: QtBot, session: Session) -> None:
    said: list[str] = []
    session.status.connect(said.append)
    choose(qtbot, session, "xor")
    assert said == ["Loading the data …", ""]


def test_the_last_choice_wins(qtbot: QtBot, session: Session) -> None:
    session.editing.choose_dataset("xor")
    session.editing.choose_dataset("circle")
    choose(qtbot, session, "gauss")
    session.document.undo()
    assert session.document.state.dataset.name == "mnist"


def test_data_that_cannot_be_loaded_are_told_and_change_nothing(qtbot: QtBot, session: Session) -> None:
    before = session.document.state
    said: list[str] = []
    session.status.connect(said.append)
    with qtbot.waitSignal(session.failed) as failed:
        session.editing.choose_dataset("spiral", noise=7.0)
    assert "noise is 7.0" in said[-1]
    assert "noise is 7.0" in failed.args[0]
    assert session.document.state is before


def test_a_network_that_does_not_fit_the_data_is_told_before_training(session: Session) -> None:
    said: list[str] = []
    session.status.connect(said.append)
    session.editing.edit_spec("Set units", NetworkSpec.mlp(784, (8,), 3))
    session.control.train()
    assert not session.run.is_running
    assert "needs 10 outputs" in said[-1]


def test_divergence_is_told_once_with_the_way_out(qtbot: QtBot, session: Session, idle: Idle) -> None:
    said: list[str] = []
    session.status.connect(said.append)
    session.trouble.changed.connect(lambda trouble: said.append(str(trouble.text)))
    session.editing.edit_config("Set", optimizer="SGD", lr=1e30)
    session.control.train()
    idle()
    record = session.document.state.history[-1]
    assert record.divergence is not None
    told = [text for text in said if f"in iteration {record.divergence.iteration}: training ended there" in text]
    assert told == said
    assert len(told) == 1
    assert "smaller learning rate" in told[0]


def test_training_shows_the_newcomers_own_network(qtbot: QtBot, session: Session, idle: Idle) -> None:
    session.looking.choose("shipped")
    session.looking.show_example(a_digit())
    predictions = []
    session.looking.prediction_changed.connect(predictions.append)
    run_a_little(qtbot, session)
    qtbot.waitUntil(lambda: len(predictions) > 4)
    session.control.pause()
    idle()
    assert session.looking.choice == "mine"
    assert {prediction.network for prediction in predictions} == {"mine"}
    assert len({prediction.outputs.tobytes() for prediction in predictions}) > 2
    np.testing.assert_array_equal(session.live.network.flat_params, session.document.state.checkpoint.params)


def test_the_shipped_network_is_not_looked_at_with_samples_that_it_does_not_take(
    qtbot: QtBot, session: Session
) -> None:
    session.looking.choose("shipped")
    session.looking.show_example(a_digit())
    choose(qtbot, session, "xor")
    assert (session.looking.subject.name, session.looking.sample.origin) == ("mine", "test 0")
    assert "your samples have 2 numbers" in session.looking.obstacle("shipped")
    session.looking.choose("shipped")
    assert session.looking.subject.name == "mine"
    session.document.undo()
    assert (session.looking.subject.name, session.looking.sample.origin) == ("mine", "drawn")
    assert session.looking.obstacle("shipped") == ""


def test_the_networks_weights_follow_undo(session: Session) -> None:
    before = session.live.network.flat_params.copy()
    moves: list[None] = []
    session.live.changed.connect(lambda: moves.append(None))
    session.editing.reset_weights(seed=1)
    assert not np.array_equal(session.live.network.flat_params, before)
    session.document.undo()
    np.testing.assert_array_equal(session.live.network.flat_params, before)
    assert len(moves) == 2


def test_no_edit_while_running_shows_the_weights_of_the_start_again(qtbot: QtBot, session: Session, idle: Idle) -> None:
    start = session.document.state.checkpoint.params
    seen: list[Progress] = []
    session.run.progressed.connect(seen.append)
    session.control.train()
    qtbot.waitUntil(lambda: any(progress.checkpoint is not None for progress in seen))
    session.editing.edit_spec("Choose activation", NetworkSpec.mlp(784, (100, 100), 10, activation="Tanh"))
    assert session.live.network.spec.layers[1] == LayerSpec.of("Tanh")
    assert not np.array_equal(session.live.network.flat_params, start)
    session.control.stop()
    idle()


def test_an_edit_that_waits_for_the_run_is_forgotten_at_the_close(qtbot: QtBot, session: Session) -> None:
    before = session.document.state
    run_a_little(qtbot, session)
    session.editing.reset_weights(seed=5)
    session.close()
    qtbot.wait(0)
    assert session.document.state is before
    session.close()


def test_a_new_session_after_a_closed_one_works(qtbot: QtBot, session: Session) -> None:
    session.close()
    second = Session()
    qtbot.waitUntil(lambda: second.library.data is not None)
    second.editing.edit_config("Set", epochs=1)
    assert replace(second.document.state.config).epochs == 1
    second.close()


def test_typed_weights_survive_another_network(session: Session) -> None:
    session.weights.set_cells("Set W2[0, 0]", "W2", (0, 0), 0.25)
    session.editing.edit_spec("Set units", NetworkSpec.mlp(784, (100, 60), 10))
    assert session.live.network.params["W2"][0, 0] == 0.25


def test_a_whole_document_is_replaced_as_one_step(session: Session) -> None:
    before = session.document.state
    config = replace(before.config, lr=0.5)
    session.editing.replace("Open", replace(before, spec=SMALL, checkpoint=Checkpoint.initial(SMALL), config=config))
    assert (session.document.state.spec, session.document.state.config.lr) == (SMALL, 0.5)
    assert session.live.network.spec == SMALL
    session.document.undo()
    assert session.document.state is before


def test_epochs_are_kept_when_the_batches_become_smaller(qtbot: QtBot, session: Session, idle: Idle) -> None:
    session.editing.edit_config("Epochs", epochs=2, batch_size=20_000)
    session.control.step_epoch()
    idle()
    assert session.run.epochs(3) == 1
    session.editing.edit_config("Batch", batch_size=6_000)
    assert session.run.epochs(10) == 1
    session.control.step_epoch()
    idle()
    assert session.document.state.checkpoint.iteration == 3 + 10
    assert session.run.epochs(10) == 2


def test_other_batches_in_the_middle_of_a_run_leave_its_epochs(qtbot: QtBot, session: Session, idle: Idle) -> None:
    session.editing.edit_config("Epochs", epochs=4, batch_size=3_000)
    session.control.train()
    qtbot.waitUntil(lambda: session.run.iteration > 5)
    session.editing.edit_config("Batch", batch_size=6_000)
    idle()
    assert session.run.epochs(10) == pytest.approx(4, abs=0.1)


def test_a_paused_run_can_be_stopped(qtbot: QtBot, session: Session, idle: Idle) -> None:
    run_a_little(qtbot, session)
    assert not session.control.is_paused
    with qtbot.waitSignal(session.control.paused_changed):
        session.control.pause()
        idle()
    assert session.control.is_paused
    with qtbot.waitSignal(session.status):
        session.control.stop()
    assert not session.control.is_paused
    iteration = session.document.state.checkpoint.iteration
    session.control.train()
    assert session.run.until == iteration + 20 * 600
    session.control.stop()
    idle()
    assert not session.control.is_paused


def test_a_network_that_is_drawn_anew_is_not_paused(qtbot: QtBot, session: Session, idle: Idle) -> None:
    run_a_little(qtbot, session)
    session.control.pause()
    idle()
    assert session.control.is_paused
    session.editing.reset_weights()
    assert not session.control.is_paused
