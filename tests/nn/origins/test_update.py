"""One update of one parameter laid open: as training made it, to the bit."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from nn.network import LayerSpec, Network
from nn.optimizers import OPTIMIZERS
from nn.origins import number_update, place_in_vector
from nn.training.batch_feed import batch_rows
from tests.walks import CONFIG, PLAIN, Walk


@pytest.fixture
def walk():
    walk = Walk()
    walk.train(43)
    return walk


def laid_open(walk, iteration, name="W1", index=(2, 4)):
    steps = number_update(walk.way.before(iteration - 1), iteration, name, index)
    with np.errstate(all="ignore"):
        while True:
            try:
                next(steps)
            except StopIteration as end:
                return end.value


@pytest.mark.parametrize("optimizer", sorted(OPTIMIZERS))
@pytest.mark.parametrize("iteration", [1, 17, 40])
def test_it_is_the_update_that_was_made(optimizer, iteration):
    config = replace(CONFIG, optimizer=optimizer, optimizer_options={}, weight_decay=0.01)
    spec = replace(PLAIN, layers=(PLAIN.layers[0], LayerSpec("BatchNormalization"), *PLAIN.layers[1:]), dtype="float64")
    walk = Walk(spec, config)
    walk.train(43)
    found, place = laid_open(walk, iteration), place_in_vector(spec, "W1", (2, 4))
    assert (found.before, found.after) == tuple(walk.params[i][place] for i in (iteration - 1, iteration))
    assert found.decay == 0.01 * found.before
    assert found.parts.sum() + found.decay == pytest.approx(found.gradient, rel=1e-9, abs=1e-14)
    assert found.rows.tolist() == batch_rows(walk.here.data, config, iteration).tolist()
    assert abs(found.parts[found.order[0]]) == np.abs(found.parts).max()
    assert set(found.memory) == {name for name, _ in config.build_optimizer().book_slots().values()}
    if optimizer == "Adam":
        before, after = found.memory["m"]
        assert after == pytest.approx(0.9 * before + 0.1 * found.gradient, rel=1e-9)
    if iteration == 1:
        assert all(before == 0 for before, _ in found.memory.values())


def test_the_part_of_a_sample_is_what_it_would_give_alone(walk):
    found, data = laid_open(walk, 17), walk.here.data
    network = Network(PLAIN, None)
    network.load(walk.params[16])
    for row, part in zip(found.rows, found.parts, strict=True):
        alone = network.gradient(data.x[row : row + 1], data.t[row : row + 1])["W1"][2, 4]
        assert part * len(found.rows) == pytest.approx(float(alone), rel=1e-4, abs=1e-7)


def test_sgd_subtracts_the_gradient_times_the_rate(walk):
    found = laid_open(walk, 17, "b2", (1,))
    assert found.change == pytest.approx(-0.05 * found.gradient, rel=1e-4)


def test_an_update_that_was_not_made_and_a_number_that_is_not_there_are_refused(walk):
    steep = Walk(replace(PLAIN, layers=(PLAIN.layers[0], LayerSpec("Relu"), PLAIN.layers[2])), replace(CONFIG, lr=1e30))
    with np.errstate(all="ignore"):
        steep.train(20)
    assert max(steep.params) < 20  # the loss was no longer finite
    with pytest.raises(ValueError, match="did not change"):
        laid_open(steep, max(steep.params) + 1)
    with pytest.raises(ValueError, match="did not change"):
        laid_open(walk, 17, "W7")
