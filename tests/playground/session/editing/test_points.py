"""Training points that a person adds, moves, deletes and relabels, also in the middle of a run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from nn.network import LayerSpec
from nn.training import iterations_per_epoch
from playground.session.document.state import DatasetChoice, Points
from playground.session.editing.points import PointEditing
from playground.session.session import Session

Idle = Callable[[], None]


def choose(qtbot: QtBot, session: Session, name: str, **options: object) -> None:
    with qtbot.waitSignal(session.document.dataset_changed):
        session.editing.choose_dataset(name, **options)


@pytest.fixture
def idle(qtbot: QtBot, session: Session) -> Idle:
    def wait() -> None:
        qtbot.waitUntil(lambda: not session.control.is_busy)

    return wait


@pytest.fixture
def points(qtbot: QtBot, session: Session) -> PointEditing:
    choose(qtbot, session, "circle", samples=40)
    return session.points


def test_points_are_equal_where_all_their_numbers_are() -> None:
    x, t = np.arange(6.0).reshape(3, 2), np.array([0, 1, 0])
    points = Points(x, t)
    assert points == Points(x.copy(), t.copy())
    assert hash(points) == hash(Points(x.copy(), t.copy()))
    assert points != Points(x + 1, t)
    assert points != Points(x[:2], t[:2])
    assert points != "points"
    with pytest.raises(ValueError, match="read-only"):
        points.x[0] = 0


def test_each_edit_changes_the_data_at_once_and_is_one_undo_step(session: Session, points: PointEditing) -> None:
    made = session.library.data
    assert points.add((1.5, -2), 1) == 20
    assert (len(session.library.data.x), session.library.data.x[20].tolist(), session.library.data.t[20]) == (
        21,
        [1.5, -2.0],
        1,
    )
    points.move(3, (0.25, 0.5))
    assert session.library.data.x[3].tolist() == [0.25, 0.5]
    points.relabel(3, 1 - made.t[3])
    assert session.library.data.t[3] == 1 - made.t[3]
    points.delete(0)
    np.testing.assert_array_equal(session.library.data.x[0], made.x[1])
    points.clear()
    assert session.library.data.x.shape == (0, 2)
    names = []
    while session.document.undo_text != "Choose dataset":
        names.append(session.document.undo_text)
        session.document.undo()
    assert names == ["Clear points", "Delete point", "Relabel point", "Move point", "Add point"]
    assert session.library.data is made
    session.document.redo()
    assert len(session.library.data.x) == 21


def test_the_test_points_and_the_network_stay_as_they_are(session: Session, points: PointEditing) -> None:
    before, data = session.document.state, session.library.data
    points.add((0, 0), 1)
    assert session.library.data.x_test is not None
    np.testing.assert_array_equal(session.library.data.x_test, data.x_test)
    after = session.document.state
    assert (after.checkpoint, after.spec, after.history) == (before.checkpoint, before.spec, before.history)


def test_a_drag_is_one_undo_step(session: Session, points: PointEditing) -> None:
    start = session.library.data.x[2].tolist()
    for step in range(30):
        points.move(2, (step / 10, 1), merge_key="drag 1")
    points.move(2, (4, 4), merge_key="drag 2")
    session.document.undo()
    assert session.library.data.x[2].tolist() == [2.9, 1.0]
    session.document.undo()
    assert session.library.data.x[2].tolist() == start


def test_the_points_of_the_dataset_can_be_had_back(session: Session, points: PointEditing) -> None:
    made = session.library.data
    points.clear()
    assert points.are_edited
    points.restore()
    assert session.library.data is made
    assert not points.are_edited


@pytest.mark.parametrize(
    ("edit", "complaint"),
    [
        (lambda points: points.add((1, 2, 3), 0), "two finite numbers"),
        (lambda points: points.add((1, float("nan")), 0), "two finite numbers"),
        (lambda points: points.add((1, 2), 2), "a number from 0 to 1"),
        (lambda points: points.add((1, 2), 0.5), "a number from 0 to 1"),
        (lambda points: points.move(20, (1, 2)), "no training point 20; there are 20"),
        (lambda points: points.delete(-1), "no training point -1"),
        (lambda points: points.relabel(0, [0, 1]), "a number from 0 to 1"),
    ],
)
def test_what_is_no_point_is_refused(
    session: Session, points: PointEditing, edit: Callable[[PointEditing], None], complaint: str
) -> None:
    before = session.document.state
    with pytest.raises(ValueError, match=complaint):
        edit(points)
    assert session.document.state is before


def test_digits_are_no_points(session: Session) -> None:
    assert not session.points.can_edit
    with pytest.raises(ValueError, match="mnist has no points in the plane"):
        session.points.add((1, 2), 0)


def test_a_point_to_fit_has_a_value(qtbot: QtBot, session: Session) -> None:
    choose(qtbot, session, "plane")
    session.points.add((1, 2), 0.75)
    assert session.library.data.t[-1].tolist() == [0.75]
    with pytest.raises(ValueError, match="give 1 finite numbers"):
        session.points.relabel(0, [1.0, 2.0])


def test_a_run_goes_on_with_the_new_points_and_loses_nothing(
    qtbot: QtBot, session: Session, points: PointEditing, idle: Idle, monkeypatch: pytest.MonkeyPatch
) -> None:
    from nn.training import train

    seen: list[tuple[int, int]] = []

    def noted(network: object, optimizer: object, data: object, config: object, start: int, *rest, **more) -> object:
        seen.append((len(data.x), start))
        return train(network, optimizer, data, config, start, *rest, **more)

    monkeypatch.setattr("playground.session.running.worker.train", noted)
    session.editing.edit_config("Set epochs", epochs=1_000_000, batch_size=10)
    session.control.train()
    with qtbot.waitSignal(session.run.progressed):
        pass
    points.add((0, 0), 1)
    assert session.run.is_running
    with qtbot.waitSignals([session.run.progressed] * 2):
        pass
    assert 2_900_000 < session.run.until <= 3_000_000  # 21 points make 3 batches of 10, 20 made 2
    session.control.stop()
    idle()
    first, *_, (count, went_on_at) = seen  # what the worker is told in two steps it may take up in two
    assert first == (20, 0)
    assert count == 21
    assert went_on_at > 0
    (record,) = session.document.state.history
    assert len(record.losses) == session.document.state.checkpoint.iteration > went_on_at
    assert session.document.undo_text == "Add point"
    learned = session.document.state.checkpoint
    session.document.undo()
    assert session.document.state.checkpoint is learned
    assert len(session.library.data.x) == 20


def test_without_points_a_run_ends_and_none_begins(
    qtbot: QtBot, session: Session, points: PointEditing, idle: Idle
) -> None:
    session.editing.edit_config("Set epochs", epochs=1_000_000)
    session.control.train()
    points.clear()
    idle()
    assert len(session.library.data.x) == iterations_per_epoch(session.library.data, session.document.state.config) == 0
    with qtbot.waitSignal(session.status) as told:
        session.control.train()
    assert told.args == ["There is nothing to learn from: add points first."]
    assert not session.control.is_busy
    points.add((1, 1), 0)
    session.control.step_iteration()
    idle()
    assert session.document.state.checkpoint.iteration > 0


def test_a_point_that_a_running_network_cannot_learn_from_is_refused(
    qtbot: QtBot, session: Session, points: PointEditing, idle: Idle
) -> None:
    spec = session.document.state.spec
    session.editing.edit_spec("Normalize", replace(spec, layers=(LayerSpec.of("BatchNormalization"), *spec.layers)))
    session.editing.edit_config("Set epochs", epochs=1_000_000, batch_size=10)
    session.control.train()
    with qtbot.waitSignal(session.status) as told:
        points.add((0, 0), 1)
    assert "at least 2 samples in every batch" in told.args[0]
    assert len(session.library.data.x) == 20
    session.control.stop()
    idle()


def test_a_document_with_points_of_its_own_loads_what_they_began_with(qtbot: QtBot, session: Session) -> None:
    own = Points(np.array([[1.0, 2.0], [3.0, 4.0]]), np.array([1, 0]))
    state = session.document.state
    session.editing.replace("Open", replace(state, dataset=DatasetChoice("gauss", {"samples": 20}, own)))
    qtbot.waitUntil(lambda: session.library.data is not None and session.library.data.name == "gauss")
    np.testing.assert_array_equal(session.library.data.x, own.x)
    assert session.library.data.classes == ("orange", "blue")
    assert len(session.library.data.x_test) == 10
