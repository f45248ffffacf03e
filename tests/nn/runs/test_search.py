"""Which trials a search gives, and in which order."""

from __future__ import annotations

import pytest

from nn.runs.ranges import parsed
from nn.runs.search import Every, Halving, check_trials, drawn, grid
from nn.runs.trial import Result

LR, HIDDEN = parsed("lr=1e-3..1e-1:log"), parsed("hidden=10,20")


def test_a_grid_has_every_value_of_a_list_with_every_step_of_a_range():
    settings = list(grid([LR, HIDDEN], 6))
    assert settings == [{"lr": lr, "hidden": hidden} for lr in (0.001, 0.01, 0.1) for hidden in ("10", "20")]


def test_a_grid_of_two_ranges_has_as_many_steps_as_there_is_room_for():
    assert len(list(grid([LR, parsed("weight_decay=0..1")], 12))) == 9


def test_the_same_seed_draws_the_same_whatever_the_number():
    assert list(drawn([LR, HIDDEN], 3, seed=5)) == list(drawn([LR, HIDDEN], 9, seed=5))[:3]
    assert list(drawn([LR], 3, seed=5)) != list(drawn([LR], 3, seed=6))


def test_draws_on_a_log_scale_spread_over_its_decades():
    rates = [settings["lr"] for settings in drawn([LR], 400)]
    assert 150 < sum(rate < 0.01 for rate in rates) < 250


def test_each_setting_is_tried_with_each_seed():
    search = Every([{"lr": 0.1}, {"lr": 0.2}], epochs=4, seeds=(7, 8))
    trials = list(iter(search.next, None))
    assert [(t.number, t.settings["lr"], t.seed, t.epochs) for t in trials] == [
        (0, 0.1, 7, 4),
        (1, 0.1, 8, 4),
        (2, 0.2, 7, 4),
        (3, 0.2, 8, 4),
    ]


def finished(search, score_of, places=1):
    """Run a search with so many places; return its trials as they began."""
    begun, at_work = [], []
    while True:
        while len(at_work) < places and (trial := search.next()) is not None:
            begun.append(trial)
            at_work.append(trial)
        if not at_work:
            return begun
        trial = at_work.pop(0)
        search.learn(Result(trial, accuracy=score_of(trial)))


@pytest.mark.parametrize("places", [1, 4])
def test_halving_gives_most_time_to_the_best(places):
    search = Halving([{"lr": (k * 10 % 27) / 27} for k in range(27)], epochs=9)  # in no order
    assert search.rungs == (1, 3, 9)
    begun = finished(search, lambda trial: trial.settings["lr"], places)
    by_epochs = {rung: [t.settings["lr"] for t in begun if t.epochs == rung] for rung in search.rungs}
    assert len(by_epochs[1]) == 27
    assert 26 / 27 in by_epochs[9]
    assert len(by_epochs[3]) < 27 / 2
    assert len(by_epochs[9]) <= len(by_epochs[3])


def test_halving_never_goes_on_with_what_diverged():
    search = Halving([{"lr": k} for k in range(9)], epochs=9)
    begun = finished(search, lambda trial: float("nan"))
    assert [t.epochs for t in begun] == [1] * 9


def test_halving_tries_nothing_twice():
    begun = finished(Halving([{"lr": k} for k in range(30)], epochs=27, seeds=(0, 1)), lambda t: -t.settings["lr"], 3)
    assert len({t.key() for t in begun}) == len(begun)
    assert [t.number for t in begun] == list(range(len(begun)))


@pytest.mark.parametrize("count", [0, -3, 10**9])
def test_more_than_anybody_could_look_at_is_refused(count):
    with pytest.raises(ValueError, match="give 1 to 100,000"):
        check_trials(count)
