"""What a table of results says of its settings."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from nn.runs.evidence import at_the_edge, influence, narrowed, widened
from nn.runs.ranges import parsed
from nn.runs.trial import Result, Trial

LR = parsed("lr=1e-4..1e-1:log")


def results(score_of, count=40):
    rng = np.random.default_rng(1)
    rates = [LR.at(share) for share in rng.random(count)]
    return [Result(Trial(k, {"lr": rate}), accuracy=score_of(rate)) for k, rate in enumerate(rates)]


def test_a_setting_that_decides_is_seen():
    found = influence(LR, results(lambda rate: rate))
    assert found.correlation == pytest.approx(1)
    assert found.is_seen


def test_a_setting_that_does_nothing_is_not():
    rng = np.random.default_rng(0)
    found = influence(LR, results(lambda rate: rng.random(), 200))
    assert found.low < 0 < found.high
    assert (found.is_seen, found.is_slight) == (False, True)


def test_few_results_leave_open_what_many_would_show():
    rng = np.random.default_rng(0)
    found = influence(LR, results(lambda rate: rng.random(), 12))
    assert (found.is_seen, found.is_slight) == (False, False)
    assert found.high - found.low > 1


def test_a_hill_is_seen_though_no_correlation_sees_it():
    hill = influence(LR, results(lambda rate: -abs(LR.share_of(rate) - 0.5)))
    assert hill.low < 0 < hill.high
    assert (hill.best_third, hill.is_seen) == ("middle", True)
    dale = influence(LR, results(lambda rate: abs(LR.share_of(rate) - 0.45)))
    assert (dale.best_third, dale.is_seen) == ("upper", True)
    assert influence(LR, results(lambda rate: rate)).best_third == ""


@pytest.mark.parametrize("count", [8, 12, 20, 40])
def test_by_chance_alone_a_setting_is_seen_as_seldom_as_is_said(count):
    rng = np.random.default_rng(0)
    found = [influence(LR, results(lambda rate: rng.random(), count)) for _ in range(300)]
    assert sum(each.low > 0 or each.high < 0 for each in found) <= 0.08 * len(found)
    assert sum(bool(each.best_third) for each in found) <= 0.02 * len(found)


def test_the_same_again_makes_nothing_surer():
    rng = np.random.default_rng(4)
    once = results(lambda rate: rng.random(), 12)
    seeds = [replace(each, trial=replace(each.trial, seed=seed)) for each in once for seed in range(5)]
    longer = [replace(each, trial=replace(each.trial, epochs=30), accuracy=1.0) for each in once[:4]]
    assert influence(LR, seeds + longer) == influence(LR, once)


def test_what_diverged_counts_as_the_worst():
    assert influence(LR, results(lambda rate: np.nan if rate > 0.01 else 0.9)).correlation < -0.5


def test_of_few_results_nothing_is_said():
    assert influence(LR, results(lambda rate: rate, 7)) is None


def test_of_a_single_value_nothing_is_said():
    alone = parsed("lr=0.1..0.1")
    assert influence(alone, [Result(Trial(k, {"lr": 0.1}), accuracy=k / 20) for k in range(20)]) is None


def test_a_best_at_the_edge_asks_for_a_wider_range():
    def said(rate):
        return [str(line) for line in at_the_edge([LR], Result(Trial(0, {"lr": rate}), accuracy=1.0))]

    assert said(1.1e-4) == ["the best lr lies at the lower edge of its range: widen it"]
    assert said(9.9e-2) == ["the best lr lies at the upper edge of its range: widen it"]
    assert said(3e-3) == []


def test_the_ranges_are_narrowed_around_the_best():
    (span,) = narrowed([LR], results(lambda rate: -abs(np.log(rate / 0.003))))
    assert LR.low < span.low < 0.003 < span.high < LR.high


def test_a_range_goes_on_at_the_end_where_the_best_lies_as_far_as_the_setting_may():
    def wider(text, value):
        (found,) = widened([parsed(text)], Result(Trial(0, {text.partition("=")[0]: value}), accuracy=1.0))
        return found.to_text()

    assert wider("lr=1e-4..1e-1:log", 9.9e-2) == "1e-4..1:log"
    assert wider("lr=1e-4..1e-1:log", 1.1e-4) == "1e-5..0.1:log"
    assert wider("lr=1e-4..1e-1:log", 3e-3) == "1e-4..0.1:log"
    assert wider("batch_size=20..100", 100) == "20..140"
    assert wider("batch_size=1..100", 1) == "1..100"  # no batch is smaller
    assert not at_the_edge([parsed("batch_size=1..100")], Result(Trial(0, {"batch_size": 1}), accuracy=1.0))
