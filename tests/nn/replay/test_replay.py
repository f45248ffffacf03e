"""Training done again: to the same bits, whatever was trained and whatever was edited in the middle."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from nn.datasets import Dataset
from nn.network import LayerSpec, Network, NetworkSpec
from nn.optimizers import OPTIMIZERS
from nn.replay import Way, Waypoint, replay, replaying
from nn.replay.check import Disagreement, are_same, first_disagreement
from nn.replay.data_fingerprint import fingerprint
from nn.replay.surroundings import Surroundings
from nn.training import Checkpoint, Iteration, TrainingConfig, train

AFFINE = LayerSpec.of("Affine", units=6)
LAST = LayerSpec.of("Affine", units=3)
RICH = NetworkSpec((5,), (AFFINE, LayerSpec("BatchNormalization"), LayerSpec("Relu"), LayerSpec("Dropout"), LAST))
PLAIN = NetworkSpec((5,), (AFFINE, LayerSpec("Sigmoid"), LAST))
CONFIG = TrainingConfig(batch_size=7, seed=3, lr=0.02, evaluate_every=5)


def some_data(seed: int = 1) -> Dataset:
    rng = np.random.default_rng(seed)
    t = np.arange(40) % 3
    x = rng.normal(size=(40, 5)) + t[:, None]
    return Dataset("some", x, t, x[:5], t[:5], classes=("a", "b", "c"))


DATA = some_data()


class Walk:
    """A run with edits in its middle, as its checkpoints at every iteration and as a way that keeps few of them."""

    def __init__(self, spec: NetworkSpec, config: TrainingConfig, data: Dataset = DATA) -> None:
        self.here = Waypoint(Checkpoint.initial(spec, 0), spec, config, data)
        self.moments = {0: self.here.checkpoint}
        self.way: Way | None = None

    def train(self, until: int, every: int = 10) -> None:
        here = self.here
        self.way = (
            Way.begin(here)
            if self.way is None
            else self.way.through(here, is_edited=self.way.end is not here.checkpoint)
        )
        network, optimizer = Network(here.spec, None), here.config.build_optimizer()
        here.checkpoint.restore(network, optimizer)
        for item in train(network, optimizer, here.data, here.config, here.checkpoint.iteration, until):
            if isinstance(item, Iteration):
                self.moments[item.iteration] = taken = Checkpoint.take(network, optimizer, item.iteration)
                if item.iteration % every == 0 or item.iteration == until:
                    self.here = replace(here, checkpoint=taken)
                    self.way = self.way.through(self.here)

    def edit(self, **changes: object) -> None:
        self.here = replace(self.here, **changes)  # type: ignore[arg-type]


def result_of(steps):
    """Go through a generator for what it returns."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value


def assert_found_again(walk: Walk) -> None:
    way = walk.way
    assert way is not None
    for iteration in range(way.first, way.last):
        start = way.before(iteration)
        assert start is not None
        assert are_same(replay(start, iteration), walk.moments[iteration]), iteration
    found = result_of(first_disagreement(way))
    assert found is None


@pytest.mark.parametrize("optimizer", sorted(OPTIMIZERS))
@pytest.mark.parametrize("spec", [RICH, PLAIN, replace(RICH, dtype="float64")], ids=["rich", "plain", "float64"])
def test_every_moment_of_a_run_is_found_again(optimizer, spec):
    walk = Walk(spec, replace(CONFIG, optimizer=optimizer, optimizer_options={}, weight_decay=0.01))
    walk.train(35)
    assert_found_again(walk)


def test_edits_in_the_middle_of_a_run_are_a_part_of_its_way():
    walk = Walk(RICH, CONFIG)
    walk.train(23)
    walk.edit(config=replace(CONFIG, lr=0.3))
    walk.train(31)
    tanh = replace(
        RICH, layers=(AFFINE, LayerSpec("BatchNormalization"), LayerSpec("Tanh"), LayerSpec("Dropout"), LAST)
    )
    walk.edit(spec=tanh)
    walk.train(44)
    walk.edit(data=some_data(9))
    walk.train(52)
    fewer = Dataset("some", DATA.x[:21], DATA.t[:21], DATA.x_test, DATA.t_test, classes=DATA.classes)
    walk.edit(data=fewer)
    walk.train(60)
    deeper = replace(PLAIN, layers=(AFFINE, LayerSpec("Relu"), AFFINE, LayerSpec("Relu"), LAST))
    walk.edit(spec=deeper, checkpoint=replace(Checkpoint.initial(deeper, 4), iteration=60))
    walk.train(75)
    walk.edit(checkpoint=replace(walk.here.checkpoint, params=walk.here.checkpoint.params * 2))
    walk.train(80)
    assert walk.way is not None
    assert [leg.first for leg in walk.way.legs] == [0, 23, 31, 44, 52, 60, 75]
    assert [leg.is_edited for leg in walk.way.legs] == [True, False, False, False, False, True, True]
    walk.moments[60] = walk.way.legs[5].checkpoints[0]
    walk.moments[75] = walk.way.legs[6].checkpoints[0]
    assert_found_again(walk)
    thin = walk.way.thinned(most=8)
    assert thin.count <= 8
    walk.way = thin
    assert_found_again(walk)


def test_a_way_is_thinned_evenly_and_loses_its_beginning_only_for_its_legs():
    walk = Walk(PLAIN, CONFIG)
    walk.train(200, every=5)
    assert walk.way is not None
    way = walk.way.thinned(most=10)
    at = [each.iteration for _, each in way.checkpoints]
    assert (way.first, way.last, len(at)) == (0, 200, 10)
    assert max(np.diff(at)) <= 50
    for lr in np.linspace(0.01, 0.02, 12):
        walk.edit(config=replace(CONFIG, lr=float(lr)))
        walk.train(walk.here.checkpoint.iteration + 2)
    few = walk.way.thinned(most=10)
    assert few.count <= 10
    assert few.first > 0
    assert few.last == walk.way.last
    assert "from iteration" in str(few.obstacle(0))
    assert few.obstacle(few.first) is None


def test_going_back_cuts_the_way_and_another_future_follows():
    walk = Walk(PLAIN, CONFIG)
    walk.train(40)
    way = walk.way
    assert way is not None
    start = way.before(17)
    assert start is not None
    there = replace(start, checkpoint=replay(start, 17), config=replace(CONFIG, lr=0.5))
    other = way.through(there)
    assert [leg.first for leg in other.legs] == [0, 17]
    assert (other.last, way.last) == (17, 40)
    assert other.leg_of(17).config.lr == CONFIG.lr
    assert other.leg_of(18).config.lr == 0.5


def test_a_replay_tells_how_far_it_is_and_is_given_up_by_asking_no_more():
    walk = Walk(PLAIN, CONFIG)
    walk.train(30, every=30)
    assert walk.way is not None
    start = walk.way.before(20)
    assert start is not None
    steps = replaying(start, 20)
    assert [next(steps) for _ in range(5)] == [1, 2, 3, 4, 5]
    steps.close()


def test_the_first_moment_that_is_not_found_again_is_named():
    walk = Walk(PLAIN, CONFIG)
    walk.train(50)
    assert walk.way is not None
    leg = walk.way.legs[0]
    wrong = leg.checkpoints[2].params.copy()
    wrong[3] += np.float32(0.25)
    bent = (*leg.checkpoints[:2], replace(leg.checkpoints[2], params=wrong), *leg.checkpoints[3:])
    found = result_of(first_disagreement(Way((replace(leg, checkpoints=bent),))))
    assert isinstance(found, Disagreement)
    assert (found.iteration, found.since) == (20, 10)
    assert found.largest == pytest.approx(0.25)


def test_a_way_without_its_data_says_so_before():
    walk = Walk(PLAIN, CONFIG)
    walk.train(10)
    assert walk.way is not None
    lost = Way((replace(walk.way.legs[0], data=None),))
    assert "data" in str(lost.obstacle(5))
    assert "come to iteration 10" in str(lost.obstacle(11))
    with pytest.raises(ValueError, match="data"):
        lost.before(5)


def test_data_are_told_apart_by_what_training_sees():
    assert fingerprint(DATA) == fingerprint(some_data())
    assert fingerprint(DATA) != fingerprint(some_data(2))
    assert fingerprint(DATA) != fingerprint(replace(DATA, scale=0.5))
    assert fingerprint(DATA) == fingerprint(replace(DATA, x_test=DATA.x_test * 2))


def test_other_surroundings_are_named():
    here = Surroundings.here()
    assert list(here.differences(here)) == []
    other = replace(here, numpy="1.0", threads="8")
    said = [str(each) for each in here.differences(other)]
    assert len(said) == 2
    assert said[0].startswith("NumPy: 1.0 then")


def test_a_kernel_is_another_only_where_both_are_known():
    here, silent = replace(Surroundings.here(), kernel="SkylakeX"), replace(Surroundings.here(), kernel="")
    assert list(here.differences(silent)) == list(silent.differences(here)) == []
    (told,) = here.differences(replace(here, kernel="Haswell"))
    assert "Haswell then, SkylakeX now" in str(told)
