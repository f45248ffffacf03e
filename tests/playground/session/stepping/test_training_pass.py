"""What the debugger shows of an iteration is what training does in it."""

from __future__ import annotations

import numpy as np
import pytest

from nn.network import LayerSpec, Network, NetworkSpec
from nn.training import Checkpoint, TrainingConfig, train
from playground.session.stepping.training_pass import TrainingPass

SPECS = {
    "plain": NetworkSpec.mlp(12, (8,), 3),
    "dropout and normalization": NetworkSpec(
        (12,),
        (
            LayerSpec.of("Affine", units=8),
            LayerSpec("BatchNormalization"),
            LayerSpec("Sigmoid"),
            LayerSpec("Dropout"),
            LayerSpec.of("Affine", units=3),
        ),
    ),
}


def trained(spec, config, data, iterations):
    network, optimizer = Network(spec, 0), config.build_optimizer()
    losses = [item.loss for item in train(network, optimizer, data, config, 0, iterations) if hasattr(item, "loss")]
    return Checkpoint.take(network, optimizer, iterations), losses


@pytest.mark.parametrize("name", SPECS)
@pytest.mark.parametrize("optimizer", ["SGD", "Adam"])
@pytest.mark.parametrize(
    "settings", [{}, {"weight_decay": 0.01}, {"clip_norm": 0.2, "weight_decay": 0.1}, {"left_out": "0 1 2 3 50"}]
)
def test_loss_and_update_are_those_of_training(name, optimizer, settings, data):
    spec, config = SPECS[name], TrainingConfig(optimizer, batch_size=30, seed=4, **settings)
    before, _ = trained(spec, config, data, 8)
    after, losses = trained(spec, config, data, 9)
    events = TrainingPass(spec, before, config, data).record("node")
    loss = next(event for event in events if event.phase == "loss" and event.depth == "layer")
    assert float(loss.outputs["L"]) == pytest.approx(losses[-1], rel=1e-5)
    wanted = Network(spec, None)
    wanted.load(after.params)
    values = events[-1].values
    assert all(np.allclose(values[param], wanted.params[param], atol=1e-6) for param in wanted.params)


def test_one_sample_of_the_batch_alone_has_no_update(data):
    spec, config = SPECS["plain"], TrainingConfig(batch_size=30)
    whole = TrainingPass(spec, Checkpoint.initial(spec), config, data)
    one = TrainingPass(spec, Checkpoint.initial(spec), config, data, row=7)
    assert np.array_equal(one.batch()[0][0], whole.batch()[0][7])
    assert {event.phase for event in one.record("layer")} == {"forward", "loss", "backward"}
    assert whole.record("layer")[-1].phase == "update"


def test_its_batch_is_that_of_the_iteration(data):
    spec, config = SPECS["plain"], TrainingConfig(batch_size=30)
    seen = [
        TrainingPass(spec, trained(spec, config, data, done)[0], config, data).rows for done in range(7)
    ]  # an epoch is 7 batches, the last one of 20
    assert sorted(np.concatenate(seen)) == list(range(200))


def test_its_memory_is_told_beforehand_and_grows_with_what_is_recorded(data):
    spec, config = SPECS["plain"], TrainingConfig("Adam", batch_size=30)
    whole = TrainingPass(spec, Checkpoint.initial(spec), config, data)
    alone = TrainingPass(spec, Checkpoint.initial(spec), config, data, row=0)
    assert 0 < alone.memory("node") < whole.memory("node")
    assert whole.memory("layer") < whole.memory("node")
