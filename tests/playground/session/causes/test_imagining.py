"""What would have been: any edit of the past as a branch that is trained to where the run stands."""

from __future__ import annotations

from dataclasses import replace

import pytest

from nn.causes.imagined import Imagined
from nn.network import LayerSpec, NetworkSpec
from nn.replay import replay
from nn.replay.check import are_same
from tests.playground.sessions import choose, train, trained


@pytest.fixture
def session(qtbot, plane_session):
    session = plane_session
    choose(qtbot, session, "spiral")
    session.editing.edit_spec("relus", NetworkSpec.mlp(2, (12, 8), 2))
    session.editing.edit_config("setup", optimizer="SGD", optimizer_options={}, lr=0.05, epochs=40)
    train(qtbot, session)
    train(qtbot, session, lr=0.2)
    return session


@pytest.mark.parametrize(
    ("imagined", "changes"),
    [
        (Imagined("lr", 0.5), {"lr": 0.5}),
        (Imagined("clip_norm", 0.1), {"clip_norm": 0.1}),
        (Imagined("activation", "Tanh", 1), {}),
    ],
)
def test_a_branch_from_any_iteration_is_what_training_would_have_come_to(session, qtbot, imagined, changes):
    before, way = session.document.state, session.timeline.way
    session.causes.imagining.begin(67, imagined, "otherwise")
    trained(qtbot, session)
    state = session.document.state
    assert (state.run_label.name, state.run_label.fork.iteration) == ("otherwise", 67)
    assert state.checkpoint.iteration == before.checkpoint.iteration == way.last
    start = way.before(67)
    spec = start.spec
    if imagined.setting == "activation":
        spec = replace(spec, layers=(spec.layers[0], LayerSpec("Tanh"), *spec.layers[2:]))
    start = replace(start, checkpoint=replay(start, 67), spec=spec, config=replace(start.config, **changes))
    assert are_same(state.checkpoint, replay(start, way.last))
    assert state.runs[-1].checkpoint is before.checkpoint
    assert session.document.can_undo


def test_an_edit_of_the_past_is_taken_back_from_its_own_moment(session, qtbot):
    before, way = session.document.state, session.timeline.way
    (edit,) = session.causes.imagining.edits
    session.causes.imagining.without(edit, "as if never")
    trained(qtbot, session)
    state = session.document.state
    assert (state.config.lr, state.checkpoint.iteration) == (0.05, before.checkpoint.iteration)
    assert are_same(state.checkpoint, replay(way.legs[0].at(way.legs[0].checkpoints[0]), way.last))


def test_what_does_not_fit_is_said_and_nothing_changes(session, qtbot):
    said = []
    session.status.connect(said.append)
    before = session.document.state
    session.causes.imagining.begin(67, Imagined("lr", -1.0), "")
    assert "lr is -1.0" in said[-1]
    session.causes.imagining.begin(10_000, Imagined("lr", 1.0), "")
    assert len(said) == 2
    assert session.document.state is before
