"""A trial is a training like any other, and its result is plain data."""

from __future__ import annotations

import json
import math
from dataclasses import replace

import numpy as np
import pytest

from nn.datasets import DATASETS
from nn.network import Network
from nn.runs.held_out import held_out
from nn.runs.trial import Base, Cancelled, Result, Trial, run_trial, trained
from nn.training import TrainingConfig, iterations_per_epoch, suggested_network, suggested_training, train

DATA = DATASETS["spiral"]()
SPLIT = held_out(DATA)
RECIPE = DATASETS["spiral"].recipe_for(DATA)
BASE = Base(suggested_network(RECIPE, DATA), suggested_training(RECIPE))


def test_a_trial_ends_at_the_bits_of_a_training_by_hand():
    result = run_trial(BASE, Trial(3, {"lr": 0.02}, seed=4, epochs=6), SPLIT)
    config = replace(BASE.config, lr=0.02, seed=4, epochs=6)
    network = Network(BASE.spec, 4)
    for _ in train(network, config.build_optimizer(), SPLIT, config):
        pass
    np.testing.assert_array_equal(trained(BASE, result.trial, SPLIT).network.flat_params, network.flat_params)
    assert result.iterations == 6 * iterations_per_epoch(SPLIT, config)
    assert result.curve[-1][0] == result.iterations
    hits = network.predict(SPLIT.x_test.astype(np.float32)).argmax(axis=1) == SPLIT.t_test
    assert result.accuracy == pytest.approx(hits.mean())


def test_equal_trials_are_equal_bits_and_other_seeds_are_not():
    first, again, other = (run_trial(BASE, Trial(0, {}, seed=seed), SPLIT).digest for seed in (1, 1, 2))
    assert first == again != other


def test_a_divergence_is_a_result():
    rash = Base(BASE.spec, TrainingConfig(optimizer="SGD", lr=1e6, batch_size=25))
    result = run_trial(rash, Trial(0, {}, epochs=40), SPLIT)
    assert result.diverged_at > 0
    assert math.isnan(result.accuracy)
    assert result.score == -math.inf


def test_values_are_judged_by_their_loss():
    data = replace(DATA, t=DATA.x[:, :1].astype(float), t_test=DATA.x_test[:, :1].astype(float), classes=())
    base = Base(suggested_network(RECIPE, data), BASE.config)
    short, long = (run_trial(base, Trial(0, {}, epochs=epochs), held_out(data)) for epochs in (1, 20))
    assert math.isnan(short.accuracy)
    assert long.score == -long.loss > short.score


def test_a_trial_that_is_told_to_end_does():
    with pytest.raises(Cancelled):
        run_trial(BASE, Trial(0, {}, epochs=10**6), SPLIT, is_cancelled=lambda: True)


def test_results_travel_as_plain_data():
    result = run_trial(BASE, Trial(0, {"lr": 0.1, "activation": "Tanh"}, seed=2, epochs=2), SPLIT)
    assert Result.from_json(json.loads(json.dumps(result.to_json()))) == result
    assert Base.from_json(json.loads(json.dumps(BASE.to_json()))) == BASE


def test_what_is_held_back_is_learned_by_nobody():
    everything = {row.tobytes() for row in DATA.x}
    kept, chosen = ({row.tobytes() for row in part} for part in (SPLIT.x, SPLIT.x_test))
    assert kept | chosen == everything
    assert not kept & chosen
    assert len(SPLIT.x_test) == round(0.2 * len(DATA.x))
    assert not chosen & {row.tobytes() for row in DATA.x_test}


@pytest.mark.parametrize("share", [0.0, 1.0, -0.2, math.nan, 0.001, 0.9999])
def test_a_share_that_leaves_too_little_is_refused(share):
    with pytest.raises(ValueError, match="hold back"):
        held_out(DATA, share)
