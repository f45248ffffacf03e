"""Causes: trainings that truly go wrong, the moment at which that was decided, and what mends them when it is tried."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from nn.causes import Course, Found, Losses, deciding, finding, trying, updates_of, verdict_of
from nn.causes.suspects import Suspect, suspects_of
from nn.causes.trials import course_of
from nn.causes.updates import Measured, first_unusual
from nn.datasets import DATASETS, Dataset
from nn.network import LayerSpec, Network, NetworkSpec
from nn.replay import Way, Waypoint, replay
from nn.replay.check import are_same
from nn.training import Checkpoint, Divergence, Iteration, TrainingConfig, train

SPEC = NetworkSpec((2,), (LayerSpec.of("Affine", units=16), LayerSpec("Relu"), LayerSpec.of("Affine", units=3)))
CONFIG = TrainingConfig(optimizer="SGD", batch_size=10, seed=4, lr=0.1)


def blobs(samples: int = 120) -> Dataset:
    rng = np.random.default_rng(2)
    t = np.arange(samples) % 3
    x = rng.normal(size=(samples, 2)) * 0.9 + np.array([[0, 1.5], [1.5, -1], [-1.5, -1]])[t]
    return Dataset("blobs", x, t, x[:9], t[:9], classes=("a", "b", "c"))


class Training:
    """A run with edits, as its losses and as a way that keeps a checkpoint every 25 iterations."""

    def __init__(self, spec: NetworkSpec = SPEC, config: TrainingConfig = CONFIG, data: Dataset | None = None) -> None:
        self.here = Waypoint(Checkpoint.initial(spec, config.seed), spec, config, data or blobs())
        self.way = Way.begin(self.here)
        self.losses: list[float] = []
        self.divergence: Divergence | None = None

    def train(self, iterations: int) -> Training:
        here = self.here
        network, optimizer = Network(here.spec, None), here.config.build_optimizer()
        here.checkpoint.restore(network, optimizer)
        end = here.checkpoint.iteration + iterations
        self.way = self.way.through(here, is_edited=self.way.end is not here.checkpoint)
        with np.errstate(all="ignore"):
            for item in train(network, optimizer, here.data, here.config, here.checkpoint.iteration, end):
                if isinstance(item, Divergence):
                    self.divergence = item
                if isinstance(item, Iteration):
                    self.losses.append(item.loss)
                if isinstance(item, Iteration) and (item.iteration % 25 == 0 or item.iteration == end):
                    self._keep(Checkpoint.take(network, optimizer, item.iteration))
        if self.divergence is not None:
            self._keep(Checkpoint.take(network, optimizer, self.divergence.iteration - 1))
        return self

    def _keep(self, checkpoint: Checkpoint) -> None:
        self.here = replace(self.here, checkpoint=checkpoint)
        self.way = self.way.through(self.here)

    def edit(self, **config: object) -> Training:
        self.here = replace(self.here, config=replace(self.here.config, **config))
        return self

    def find(self, at: int | None = None) -> Found | None:
        losses = Losses(self.way.first + 1, np.array(self.losses))
        with np.errstate(all="ignore"):
            return result_of(finding(self.way, losses, self.divergence, at))


def result_of(steps):
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value


def courses_of(found: Found, streams: int = 5) -> list[Course]:
    with np.errstate(all="ignore"):
        return [item for item in trying(found, streams) if isinstance(item, Course)]


def tried(found: Found, streams: int = 5):
    courses = courses_of(found, streams)
    verdict = verdict_of(found, courses)
    return verdict, {score.suspect.kind: score for score in verdict.scores}


def test_a_rate_of_10_is_found_as_the_change_that_made_the_loss_collapse():
    run = Training().train(300).edit(lr=10.0).train(200)
    found = run.find()
    assert found is not None
    assert (found.symptom.kind, found.before.checkpoint.iteration) in (("dead", 300), ("jump", 300))
    assert found.guilty is not None
    assert found.guilty.iteration == 301
    assert found.guilty.step > 5 * found.step
    assert found.edit is not None
    assert found.edit.iteration == 300
    verdict, scores = tried(found)
    assert verdict.kind == "mended"
    assert verdict.by[0].kind == "edit"
    assert (scores["edit"].recovered, scores["edit"].tried) == (5, 5)
    assert scores["as_it_was"].recovered == 0


def test_a_dead_layer_after_a_higher_rate_is_led_back_to_the_update_that_began_it():
    deep = replace(SPEC, layers=(*SPEC.layers[:2], LayerSpec.of("Affine", units=4), LayerSpec("Relu"), SPEC.layers[2]))
    run = Training(deep).train(200).edit(lr=6.0).train(150)
    found = run.find()
    assert found is not None
    assert found.symptom.kind == "dead"
    alive, dead = (replay(run.way.before(at), at) for at in (found.seen - 1, found.seen))
    network = Network(deep, None)

    def puts_out(checkpoint: Checkpoint) -> bool:
        network.load(checkpoint.params)
        values = run.here.data.x.astype(np.float32)
        for number, layer in enumerate(network.layers.values()):
            values = layer.forward(values)
            if deep.layers[number].kind == "Relu" and not values.any():
                return False
        return True

    assert puts_out(alive)
    assert not puts_out(dead)
    assert 200 <= found.before.checkpoint.iteration < found.seen
    verdict, scores = tried(found)
    assert verdict.by
    assert verdict.by[0].kind == "edit"
    assert "activation" in scores


def poisoned() -> Dataset:
    data = blobs()
    x = data.x.copy()
    x[17] = (3e20, -3e20)
    return replace(data, x=x)


def test_a_sample_that_makes_the_loss_nan_is_named_and_left_out():
    data = poisoned()
    run = Training(data=data).train(60)
    assert run.divergence is not None
    found = run.find()
    assert found is not None
    assert found.symptom.kind == "not_finite"
    assert found.sample is not None
    assert found.sample.row == 17
    verdict, scores = tried(found)
    assert verdict.by[0].kind == "sample"
    assert (scores["sample"].recovered, scores["sample"].tried) == (5, 5)
    assert scores["as_it_was"].recovered < 5
    left_out = verdict.by[0].start.config
    assert left_out.rows_left_out == (17,)


def test_a_plateau_from_zero_weights_is_mended_by_drawing_them():
    spec = replace(
        SPEC,
        layers=tuple(
            LayerSpec.of("Affine", units=each.options["units"], initializer="zeros") if each.kind == "Affine" else each
            for each in SPEC.layers
        ),
    )
    found = Training(spec).train(400).find()
    assert found is not None
    assert found.before.checkpoint.iteration == 0
    verdict, scores = tried(found, 3)
    assert [each.kind for each in verdict.by] == ["initial"]
    assert scores["as_it_was"].recovered == scores["rate"].recovered == 0


def test_a_deep_network_of_sigmoids_that_learns_nothing_is_mended_by_relus_or_a_larger_rate():
    spec = NetworkSpec.mlp(2, (8, 8, 8, 8), SPEC.outputs)
    flat = replace(spec, layers=tuple(LayerSpec("Sigmoid") if each.kind == "Relu" else each for each in spec.layers))
    found = Training(flat, replace(CONFIG, lr=0.02)).train(400).find()
    assert found is not None
    assert (found.symptom.kind, found.before.checkpoint.iteration) == ("plateau", 0)
    verdict, scores = tried(found, 3)
    assert [each.kind for each in verdict.by] == ["faster", "activation"]
    assert scores["as_it_was"].recovered == scores["rate"].recovered == 0
    relus = next(each for each in verdict.by if each.kind == "activation")
    assert relus.start.spec == spec
    assert relus.facts["count"] == 4


def test_a_healthy_run_has_no_cause_to_find():
    assert all(Training(config=replace(CONFIG, seed=seed)).train(400).find() is None for seed in range(8))
    assert Training(config=replace(CONFIG, optimizer="Adam", lr=0.01)).train(300).find() is None


def test_trials_begin_at_the_exact_moment_and_the_true_one_does_the_same_again():
    run = Training().train(110).edit(lr=10.0).train(200)
    found = run.find()
    assert found is not None
    done = found.before.checkpoint.iteration
    assert are_same(found.before.checkpoint, replay(run.way.legs[0].at(run.way.legs[0].checkpoints[0]), done))
    assert done % 25  # no moment that was kept by itself
    again, other = (each for each in courses_of(found, 2) if each.suspect.kind == "as_it_was")
    assert not again.recovered
    assert other.losses[0] != again.losses[0]  # another batch
    assert again.losses[: len(run.losses) - done].tolist() == run.losses[done : found.end]


def test_a_jump_that_comes_back_by_itself_is_told_to_be_one():
    run = Training().train(200)
    data = run.here.data
    x = data.x.copy()
    x[5] *= -40
    run.here = replace(run.here, data=replace(data, x=x))
    run.train(12)
    run.here = replace(run.here, data=data)
    run.train(300)
    top = int(np.argmax(run.losses)) + 1
    found = run.find(top)
    assert found is not None
    assert found.symptom.kind == "jump"
    assert found.symptom.returned
    assert found.symptom.iteration == top


def test_what_was_tried_counts_before_all_is_tried():
    found = Training().train(200).edit(lr=10.0).train(100).find()
    assert found is not None
    courses = []
    with np.errstate(all="ignore"):
        for item in trying(found, 4):
            if isinstance(item, Course):
                courses.append(item)
            if len(courses) == len(found.suspects) + 1:
                break
    verdict = verdict_of(found, courses)
    assert {score.tried for score in verdict.scores} == {1, 2}
    assert verdict.by[0].kind == "edit"


def test_no_suspect_is_acquitted_before_all_were_tried():
    found = Training().train(200).edit(lr=10.0).train(100).find()
    assert found is not None
    with np.errstate(all="ignore"):
        courses = [item for item in trying(found, 1) if isinstance(item, Course)]
    alone, others = courses[:1], [course for course in courses if course.suspect.kind != "edit"]
    assert verdict_of(found, alone).kind == verdict_of(found, others).kind == "open"
    assert verdict_of(found, courses).kind == "mended"


def test_the_cost_is_told_beforehand():
    found = Training().train(200).edit(lr=10.0).train(100).find()
    assert found is not None
    with np.errstate(all="ignore"):
        made = [item for item in trying(found, 2) if isinstance(item, int)][-1]
    assert made == updates_of(found, 2)


def test_nothing_is_blamed_where_nothing_helps():
    data = blobs()
    alike = replace(data, x=np.ones_like(data.x))
    spec = replace(SPEC, layers=(SPEC.layers[0], LayerSpec("Sigmoid"), SPEC.layers[2]))
    found = Training(spec, data=alike).train(300).find()
    assert found is not None
    assert found.symptom.kind == "plateau"
    verdict, _ = tried(found, 3)
    assert (verdict.kind, verdict.by) == ("unmended", ())


@pytest.mark.parametrize("settings", [{"clip_norm": 0.05}, {"left_out": "3 17"}])
def test_a_setting_of_a_trial_is_part_of_the_way(settings):
    run = Training().train(40).edit(**settings).train(60)
    moved = replay(run.way.before(60), 93)
    plain = replay(replace(run.way.before(60), config=CONFIG), 93)
    assert not are_same(moved, plain)
    assert are_same(moved, replay(run.way.before(50), 93))


def test_a_run_that_was_doomed_long_before_is_led_back_there():
    run = Training().train(300).edit(lr=10.0).train(200)
    found = run.find()
    assert found is not None
    leg = run.way.legs[-1]
    late = leg.at(leg.checkpoints[5])
    suspects = tuple(suspects_of(found.symptom, late, None, None, found.gradient))
    with np.errstate(all="ignore"):
        earlier = result_of(deciding(run.way, replace(found, suspects=suspects, end=500), 4))
    assert earlier.found is not None
    assert earlier.found.decided == earlier.found.before.checkpoint.iteration == leg.first
    assert earlier.open_at is None


def test_what_was_open_before_its_edit_was_not_decided_earlier():
    run = Training().train(75)
    config = replace(run.here.config, lr=30.0)
    run.train(20)
    way = run.way
    run.here = replace(run.here, config=config)
    run.train(100)
    found = run.find()
    assert found is not None
    healthy = way.legs[-1].at(way.legs[-1].checkpoints[-1])
    suspects = tuple(suspects_of(found.symptom, healthy, None, None, found.gradient))
    with np.errstate(all="ignore"):
        earlier = result_of(deciding(way, replace(found, suspects=suspects), 4))
    assert earlier.found is None
    before = healthy.checkpoint.iteration
    assert (earlier.open_at, earlier.good, earlier.streams) == (before - 1, 3, 3)


def going_well(found, way, iteration, others):
    """Count the other streams of batches that go well from a moment."""
    start = way.before(iteration)
    moment = replace(start, checkpoint=replay(start, iteration))
    return sum(
        item.recovered
        for stream in range(1, others + 1)
        for item in course_of(found, Suspect("as_it_was", moment), stream)
        if isinstance(item, Course)
    )


def heard(steps, told):
    """Keep what is told on the way."""
    while True:
        try:
            told.append(next(steps))
        except StopIteration as end:
            return end.value


def dying():
    """Give trainings that die on the way, each with a late moment as that which was found."""
    deep = replace(SPEC, layers=(*SPEC.layers[:2], LayerSpec.of("Affine", units=4), LayerSpec("Relu"), SPEC.layers[2]))
    for seed in range(4, 24):
        run = Training(deep, replace(CONFIG, seed=seed)).train(50).edit(lr=1.5).train(200)
        found, leg = run.find(), run.way.legs[-1]
        if found is not None:
            late = leg.at(leg.checkpoints[-3])
            suspects = tuple(suspects_of(found.symptom, late, None, None, found.gradient))
            yield run, replace(found, suspects=suspects)


def test_the_very_update_by_which_it_was_decided_is_found_between_kept_moments():
    for run, found in dying():
        told = []
        with np.errstate(all="ignore"):
            earlier = heard(deciding(run.way, found, 4), told)
        kept = [each.iteration for _, each in run.way.checkpoints]
        if earlier.found is not None and earlier.open_at is not None and earlier.found.decided not in kept:
            break
    else:
        pytest.fail("all were decided at a kept moment")
    decided = earlier.found.decided
    assert earlier.open_at == decided - 1
    with np.errstate(all="ignore"):
        assert going_well(found, run.way, decided, 3) == 0
        assert going_well(found, run.way, decided - 1, 3) == earlier.good > 0
    assert 0 < told[-1].decided - told[-1].open_at <= 3
    assert all(0 <= one.share <= 1 for one in told)


def test_what_goes_well_by_other_batches_alone_mends_nothing():
    found = Training().train(200).edit(lr=10.0).train(100).find()
    assert found is not None
    plain, edit, *_ = found.suspects
    outcomes = {plain: (False, True, True, True, True), edit: (True, True, True, True, False)}
    courses = [
        Course(suspect, stream, np.ones(3), recovered)
        for suspect, each in outcomes.items()
        for stream, recovered in enumerate(each)
    ]
    verdict = verdict_of(found, courses)
    assert (verdict.kind, verdict.by) == ("chance", ())


def test_what_only_takes_longer_is_told_to():
    spec, spiral = NetworkSpec.mlp(2, (8, 2), 2), DATASETS["spiral"]()
    found = Training(spec, TrainingConfig(optimizer="SGD", lr=1.0, batch_size=100), spiral).train(120).find()
    assert found is not None
    assert found.symptom.kind == "plateau"
    assert tried(found, 2)[0].kind == "longer"


def test_a_poisoned_sample_that_came_in_the_middle_of_a_run_is_the_cause_and_no_noise_before_it():
    run = Training().train(300)
    run.here = replace(run.here, data=poisoned())
    run.train(120)
    assert run.divergence is not None
    found = run.find()
    assert found is not None
    assert found.before.checkpoint.iteration >= 300
    assert found.before.data is run.here.data
    assert found.sample is not None
    assert found.sample.row == 17
    verdict, scores = tried(found, 3)
    assert {each.kind for each in verdict.by} >= {"edit", "sample"}
    assert scores["as_it_was"].recovered == 0


def test_a_change_after_which_no_loss_is_a_number_is_not_looked_for_before_it():
    run = Training().train(300)
    run.here = replace(run.here, data=replace(blobs(), x=np.full((120, 2), np.nan)))
    run.train(5)
    found = run.find()
    assert found is not None
    assert (found.guilty.iteration, found.before.checkpoint.iteration, found.edit.iteration) == (301, 300, 300)
    assert found.before.data is run.here.data


def test_a_run_up_does_not_reach_over_the_last_change():
    updates = [Measured(i, 1.0, 1.0, {45: 50.0, 49: 60.0}.get(i, 1.0)) for i in range(1, 51)]
    assert first_unusual(updates, 50, 0) == 44
    assert first_unusual(updates, 50, 46) == 48
    assert first_unusual(updates, 48, 46) is None
