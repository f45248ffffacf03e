"""A race: the same bits as each trial alone, whoever else runs, whoever comes later, and what cannot be raced."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from nn import DATASETS, LayerSpec, NetworkSpec, TrainingConfig
from nn.races import Contestant, Field, Material, Race
from nn.races.varying import contestants_of, varied_by
from nn.runs.trial import Base, Trial, run_trial
from nn.training import iterations_per_epoch

SPIRAL = Material("spiral")
DATA = SPIRAL.load()
SPEC = NetworkSpec.mlp(2, (12, 8), DATA.outputs)
CONFIG = TrainingConfig(optimizer="SGD", lr=0.1, batch_size=30, seed=3, evaluate_every=7)
BASE = Base(SPEC, CONFIG)
FOUR = (
    Contestant("SGD", {"optimizer": "SGD"}),
    Contestant("Momentum", {"optimizer": "Momentum", "lr": 0.02}),
    Contestant("Adam", {"optimizer": "Adam", "lr": 0.01}),
    Contestant("wide", {"hidden": "20", "activation": "Tanh"}),
)
EPOCHS = 4
UNTIL = EPOCHS * iterations_per_epoch(DATA, CONFIG)


def raced(race, data=DATA):
    field = Field(race, data)
    while field.advance():
        pass
    return field


def race(contestants=FOUR, **changes):
    return Race(BASE, contestants, SPIRAL, **{"iterations": UNTIL, **changes})


def digests(field):
    return {finish.name: finish.digest for finish in field.finishes()}


def test_everyone_has_the_bits_of_the_same_trial_alone():
    alone = {
        each.name: run_trial(BASE, Trial(0, each.settings, seed=CONFIG.seed, epochs=EPOCHS), DATA).digest
        for each in FOUR
    }
    assert len(set(alone.values())) == len(FOUR)
    assert digests(raced(race())) == alone


def test_they_go_step_by_step_together():
    field = Field(race(), DATA)
    for wanted in range(1, 9):
        for _ in field.step_all():
            assert {runner.iteration for runner in field.runners} <= {wanted - 1, wanted}
        assert [runner.iteration for runner in field.runners] == [wanted] * len(FOUR)


def test_one_who_is_added_later_catches_up_and_is_as_if_it_had_been_there():
    field = Field(race(FOUR[:2]), DATA)
    for _ in range(20):
        field.advance()
    field.add(FOUR[2])
    for _ in range(15):  # all of them are the newcomer's, and some measuring
        field.advance()
    assert abs(field.runners[2].iteration - field.runners[0].iteration) <= 1
    while field.advance():
        pass
    assert digests(field) == digests(raced(race(FOUR[:3])))


def test_one_who_diverges_is_a_result_and_the_others_go_on():
    wild = Contestant("wild", {"lr": 1e30})
    field = raced(race((wild, FOUR[0])))
    lost, other = field.finishes()
    assert 0 < lost.diverged_at <= UNTIL
    assert math.isnan(lost.figure("loss"))
    assert math.isnan(lost.figure("test"))
    assert lost.figure("diverged") == 1
    assert other.iterations == UNTIL
    assert digests(field)["SGD"] == digests(raced(race()))["SGD"]


def test_all_begin_alike_or_each_with_weights_of_its_own():
    twins = (Contestant("a"), Contestant("b"))
    fair, own = (Field(race(twins, one_start=one), DATA) for one in (True, False))
    first, second = (runner.course.network.flat_params for runner in fair.runners)
    assert np.array_equal(first, second)
    first, second = (runner.course.network.flat_params for runner in own.runners)
    assert not np.array_equal(first, second)


def test_each_races_against_itself_with_other_settings():
    against = Contestant("without", {"normalization": False})
    field = raced(race((Contestant("a", {"normalization": True}), Contestant("b", {"hidden": "5"})), against=against))
    assert [finish.name for finish in field.finishes()] == ["a", "a · without", "b", "b · without"]
    assert digests(field)["a"] != digests(field)["a · without"]
    assert digests(field)["b"] == digests(field)["b · without"]


def test_a_shared_optimizer_lets_the_networks_push_each_other():
    scales = tuple(Contestant(name, {"initializer": name, "optimizer": "Momentum"}) for name in ("Xavier", "He"))
    alone, shared = digests(raced(race(scales))), digests(raced(race(scales, shared_optimizer=True)))
    assert all(alone[name] != shared[name] for name in alone)
    plain = tuple(Contestant(name, {"initializer": name}) for name in ("Xavier", "He"))
    assert digests(raced(race(plain))) == digests(raced(race(plain, shared_optimizer=True)))  # SGD remembers nothing


@pytest.mark.parametrize(
    "text", ["optimizer=SGD,Momentum lr=0.01,0.1", "hidden=100,50x50", "replacement=true,false", "lr=1e-07,0.123456"]
)
def test_what_contestants_differ_in_is_the_text_that_made_them(text):
    assert varied_by(contestants_of(text)) == text


def test_contestants_that_are_not_all_combinations_have_no_text():
    assert varied_by((*contestants_of("lr=0.1,0.2"), *contestants_of("optimizer=Adam"))) == ""
    assert varied_by((Contestant("as it is"),)) == ""


def test_a_race_is_read_back_as_it_was_written():
    there = race(against=Contestant("without", {"weight_decay": 0.1}), one_start=False)
    assert Race.from_json(there.to_json()) == there


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: race(()), "no contestants"),
        (lambda: race(tuple(Contestant(str(n)) for n in range(17))), "17 contestants; a race has 16"),
        (lambda: race((Contestant("a"), Contestant("a"))), "two contestants are called 'a'"),
        (lambda: Contestant(" "), "is called ' '"),
        (lambda: race((Contestant("a", {"Dropout.ratio": 0.1}),)), "a: the network has no Dropout layer"),
        (lambda: race((Contestant("a", {"lr": -1}),)), "a: training: lr is -1"),
        (lambda: race((Contestant("a", {"speed": 1}),)), "there is no setting 'speed'"),
        (lambda: race(iterations=0), "iterations is 0"),
        (lambda: race((FOUR[0], FOUR[1]), shared_optimizer=True), "cannot share one optimizer"),
        (lambda: race((FOUR[0],), shared_optimizer=True).with_contestant(FOUR[1]), "share one optimizer"),
        (lambda: Material("spiral", first=-1), "first is -1"),
        (lambda: Material("nowhere"), "nowhere"),
        (lambda: Field(race(), DATASETS["mnist"]()), "takes 2 numbers, but a sample of mnist has 784"),
        (lambda: Race.from_json({"contestants": [{}] * 1000, "network": {}, "training": {}}), "1,000 contestants"),
        (lambda: Race.from_json({"contestants": "all"}), "a race needs 'network'"),
        (lambda: Race.from_json({**race().to_json(), "training": {"rate": 1}}), "rate"),
    ],
)
def test_what_cannot_be_raced_is_told_in_one_sentence(make, said):
    with pytest.raises((TypeError, ValueError, KeyError)) as caught:
        make()
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_outputs_that_do_not_fit_are_told():
    ten = replace(BASE, spec=NetworkSpec((2,), (LayerSpec.of("Affine", units=10),)))
    with pytest.raises(ValueError, match="gives 10 numbers, but spiral has"):
        Field(Race(ten, (Contestant("a"),), SPIRAL), DATA)
