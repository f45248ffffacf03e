"""Who taught a network a score: shares and rest are what the updates changed, whatever was trained and how."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from nn.network import LayerSpec, Network
from nn.optimizers import OPTIMIZERS
from nn.origins import Taught, Teaching, change_of, taught_along, taught_roughly
from nn.training import Checkpoint
from nn.training.batch_feed import batch_rows, visit_of, visits
from tests.walks import CONFIG, PLAIN, Walk, some_data

EXACT = replace(PLAIN, dtype="float64")
NORMALIZED = replace(EXACT, layers=(EXACT.layers[0], LayerSpec("BatchNormalization"), *EXACT.layers[1:]))
SAMPLE, LABEL = some_data(9).x[:1], 2


def told_by(steps):
    with np.errstate(all="ignore"):
        found = [step for step in steps if isinstance(step, Taught | list)]
    return [each for step in found for each in (step if isinstance(step, list) else [step])]


def teaching_of(told):
    teaching = Teaching()
    for each in told:
        teaching.add(each)
    return teaching


def score_at(spec, params, state=None):
    network = Network(replace(spec, dtype="float64"), None)
    network.load(params, state)
    return float(network.predict(SAMPLE)[0, LABEL])


@pytest.mark.parametrize("optimizer", sorted(OPTIMIZERS))
@pytest.mark.parametrize("spec", [EXACT, PLAIN, NORMALIZED], ids=["float64", "float32", "normalized"])
def test_shares_and_rest_are_what_all_updates_changed(optimizer, spec):
    walk = Walk(spec, replace(CONFIG, optimizer=optimizer, optimizer_options={}, weight_decay=0.01))
    start = walk.here.checkpoint
    walk.train(53)
    teaching, end = teaching_of(told_by(taught_along(walk.way, SAMPLE, LABEL, 53))), walk.here.checkpoint
    exact = score_at(spec, end.params, end.state) - score_at(spec, start.params, start.state)
    assert (teaching.updates, teaching.first, teaching.last) == (53, 1, 53)
    assert teaching.change == pytest.approx(exact, abs=1e-10)
    every = [*teaching.raised(99), *teaching.lowered(99)]
    assert sum(teacher.share for teacher in every) + teaching.rest == pytest.approx(exact, abs=1e-10)
    assert change_of(walk.way, SAMPLE, LABEL) == pytest.approx(exact, abs=1e-10)


def test_of_plain_sgd_what_is_left_is_of_the_second_order():
    """Half the rate makes shares half as large and the rest of a step a quarter."""
    rests = []
    for lr in (0.01, 0.005):
        walk = Walk(EXACT, replace(CONFIG, lr=lr))
        walk.train(1)
        (told,) = told_by(taught_along(walk.way, SAMPLE, LABEL, 1))
        rests.append(told.change - told.shares.sum())
        assert abs(rests[-1]) < 0.05 * abs(told.change)
    assert rests[0] / rests[1] == pytest.approx(4, rel=0.1)


def test_the_share_of_a_sample_is_minus_the_rate_times_both_gradients():
    walk = Walk(EXACT)
    walk.train(20)
    told = next(each for each in told_by(taught_along(walk.way, SAMPLE, LABEL, 20)) if each.first == 17)
    network, data, shift = Network(EXACT, None), walk.here.data, 1e-6
    for row, share in zip(told.rows, told.shares, strict=True):
        network.load(walk.params[16])
        network.gradient(data.x[row : row + 1], data.t[row : row + 1])
        step = network.flat_grads * -CONFIG.lr / len(told.rows)
        ends = [score_at(EXACT, walk.params[16] + sign * shift * step) for sign in (1, -1)]
        assert share == pytest.approx((ends[0] - ends[1]) / (2 * shift), rel=1e-4, abs=1e-12)
    assert told.rows.tolist() == batch_rows(data, CONFIG, 17).tolist()


def test_samples_are_in_the_order_of_their_sums_and_lead_to_the_update_with_the_largest_share():
    walk = Walk(EXACT)
    walk.train(53)
    told = told_by(taught_along(walk.way, SAMPLE, LABEL, 53))
    by_row = {row: {} for row in range(40)}
    for each in told:
        for row, share in zip(each.rows.tolist(), each.shares.tolist(), strict=True):
            by_row[row][each.first] = share
    teaching = teaching_of(told)
    raised, lowered = teaching.raised(5), teaching.lowered(5)
    in_order = sorted(range(40), key=lambda row: sum(by_row[row].values()))
    assert [teacher.row for teacher in lowered] == in_order[:5]
    assert [teacher.row for teacher in raised] == in_order[:-6:-1]
    for teacher in (*raised, *lowered):
        shares = by_row[teacher.row]
        assert teacher.share == pytest.approx(sum(shares.values()))
        assert teacher.times == len(shares)
        assert teacher.iteration == max(shares, key=lambda k: abs(shares[k]))


def test_whenever_it_is_given_up_what_is_known_has_no_gaps():
    walk = Walk(EXACT)
    walk.train(200, every=70)
    teaching, reached = Teaching(), []
    for step in taught_along(walk.way, SAMPLE, LABEL, 200):
        if isinstance(step, list):
            for each in step:
                teaching.add(each)
        elif step is not None:
            assert teaching.updates == 0 or (teaching.last, teaching.first + teaching.updates) == (200, 201)
            reached.append(step)
    assert reached == sorted(reached)
    assert 150 < reached[-1] <= 200


def test_a_rough_answer_with_every_moment_kept_is_the_exact_one():
    walk = Walk(EXACT)
    walk.train(30, every=1)
    exact = teaching_of(told_by(taught_along(walk.way, SAMPLE, LABEL, 30)))
    rough = teaching_of(told_by(taught_roughly(walk.way, SAMPLE, LABEL)))
    assert rough.updates == 30
    assert [t.row for t in rough.raised(5)] == [t.row for t in exact.raised(5)]
    assert rough.shared == pytest.approx(exact.shared, rel=0.2)  # of an epoch's short last batch each has a larger part


def test_a_rough_answer_is_near_the_exact_one_and_counts_every_visit():
    walk = Walk(EXACT)
    walk.train(400, every=20)
    exact = teaching_of(told_by(taught_along(walk.way, SAMPLE, LABEL, 400)))
    rough = teaching_of(told_by(taught_roughly(walk.way, SAMPLE, LABEL)))
    assert {t.row for t in rough.raised(5)} & {t.row for t in exact.raised(5)}
    assert rough.shared == pytest.approx(exact.shared, rel=0.3)
    both = {t.row: t.times for t in exact.raised(40)}
    assert all(both.get(t.row, t.times) == t.times for t in rough.raised(40))
    steps = [step for step in taught_roughly(walk.way, SAMPLE, LABEL) if not isinstance(step, Taught)]
    assert steps == sorted(steps)
    assert 0 <= steps[0] <= steps[-1] < 1


def test_no_sample_is_left_alone_with_batch_normalization():
    walk = Walk(NORMALIZED, CONFIG, some_data(samples=1001))  # one more than go through it at once
    walk.train(143, every=143)
    rough = teaching_of(told_by(taught_roughly(walk.way, SAMPLE, LABEL)))
    assert sum(teacher.times for teacher in (*rough.raised(2000), *rough.lowered(2000))) == 1001


def test_legs_with_other_layers_and_other_data_are_told_apart():
    walk = Walk(EXACT)
    walk.train(20)
    fewer = some_data(4, samples=21)
    walk.edit(data=fewer)
    walk.train(40)
    wide = replace(EXACT, layers=(LayerSpec.of("Affine", units=4), LayerSpec("Relu"), EXACT.layers[2]))
    walk.edit(spec=wide, checkpoint=replace(Checkpoint.initial(wide, 4), iteration=40))
    walk.train(60)
    for told in (taught_along(walk.way, SAMPLE, LABEL, 60), taught_roughly(walk.way, SAMPLE, LABEL)):
        teaching = teaching_of(told_by(told))
        assert teaching.updates == 60
        teachers = [*teaching.raised(99), *teaching.lowered(99)]
        assert {id(teacher.data) for teacher in teachers} == {id(leg.data) for leg in walk.way.legs}
        assert all(teacher.row < len(teacher.data.x) for teacher in teachers)


@pytest.mark.parametrize("config", [CONFIG, replace(CONFIG, replacement=True)], ids=["shuffled", "drawn"])
@pytest.mark.parametrize(("first", "last"), [(1, 1), (3, 12), (6, 6), (7, 30)])
def test_visits_are_those_of_the_batches(config, first, last):
    data = some_data()
    counted = np.zeros(40, np.int64)
    for iteration in range(first, last + 1):
        np.add.at(counted, batch_rows(data, config, iteration), 1)
    assert visits(data, config, first, last).tolist() == counted.tolist()
    for row in range(40):
        found = visit_of(data, config, row, first, last)
        holding = [k for k in range(first, last + 1) if row in batch_rows(data, config, k)]
        assert found == (holding[0] if holding else 0)
