"""A race as a file: read back as written, and what is no race said in one sentence."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import numpy as np
import pytest

from nn import NetworkSpec, TrainingConfig
from nn.races.cards import cards
from nn.races.field import Field
from nn.races.files import Done, RaceFile, parsed_race, read_race_file, table
from nn.races.finish import Finish
from nn.races.hunt import Hunt
from nn.races.judging import Attempt
from nn.races.looks import SIDE
from nn.races.race import Contestant, Material, Race
from nn.runs.ranges import parsed
from nn.runs.trial import Base

SPIRAL = Material("spiral", first=60)
DATA = SPIRAL.load()
BASE = Base(NetworkSpec.mlp(2, (6,), DATA.outputs), TrainingConfig(optimizer="SGD", lr=0.1, batch_size=30))
WILD = Contestant("wild, =1", {"lr": 1e30})
FOUR = tuple(Contestant(name, {"optimizer": name}) for name in ("SGD", "Momentum", "AdaGrad", "Adam"))


def race(contestants=FOUR):
    return Race(BASE, contestants, SPIRAL, iterations=20)


def raced(there):
    field = Field(there, DATA)
    while field.advance():
        pass
    return field


@pytest.mark.parametrize("name", cards())
def test_every_card_reads_back_as_it_is_written(name):
    for book in (False, True):
        there = RaceFile(cards()[name].experiment(as_in_the_book=book, seed=4), card=name, as_in_the_book=book)
        assert parsed_race(there.to_bytes(), "x.json") == there


def test_what_came_of_it_reads_back(tmp_path):
    there = race((*FOUR, WILD))
    finishes = raced(there).finishes()
    path = tmp_path / "a.json"
    path.write_bytes(RaceFile(there, (Done(3, finishes),)).to_bytes())
    again = read_race_file(path).done[0]
    assert again.seed == 3
    for mine, read in zip(finishes, again.finishes, strict=True):
        assert (read.name, read.digest, read.diverged_at) == (mine.name, mine.digest, mine.diverged_at)
        assert read.losses == pytest.approx(mine.losses, rel=1e-6)
        assert [e.iteration for e in read.evaluations] == [e.iteration for e in mine.evaluations]


@pytest.mark.parametrize("classes", [2, 3])
def test_what_was_seen_in_the_networks_reads_back_as_it_was(classes):
    data = replace(DATA, t=np.arange(60) % classes, t_test=DATA.t_test % classes, classes=tuple("abc")[:classes])
    there = Race(Base(NetworkSpec.mlp(2, (6,), classes), BASE.config), (FOUR[0], WILD), SPIRAL, iterations=20)
    field = Field(there, data)
    while field.advance():
        pass
    finishes = field.finishes()
    again = parsed_race(RaceFile(there, (Done(0, finishes),)).to_bytes(), "x.json").done[0].finishes
    for mine, read in zip(finishes, again, strict=True):
        assert mine.surface.shape == (SIDE, SIDE, 1 if classes == 2 else classes)
        np.testing.assert_array_equal(read.surface, mine.surface)
        assert [name for name, _ in read.layers] == [name for name, _ in mine.layers] == ["Relu1"]
        assert repr(read.layers) == repr(mine.layers)  # NaN is not NaN
    assert np.isnan(finishes[1].surface).all()
    total = finishes[0].surface.astype(float).sum(axis=2)
    assert (np.abs(total) <= 1).all() if classes == 2 else total == pytest.approx(1, abs=0.01)


def test_files_of_before_have_no_looks():
    (finish,) = raced(race(FOUR[:1])).finishes()
    data = {name: value for name, value in finish.to_json().items() if name not in ("layers", "surface")}
    read = Finish.from_json(data)
    assert (read.layers, read.surface) == ((), None)


@pytest.mark.parametrize(
    "broken",
    [
        {"surface": "AAAA"},
        {"surface": "no base 64"},
        {"surface": 3},
        {"layers": [{"layer": "Relu1", "counts": [1]}]},
        {"layers": [{"layer": "Relu1", "counts": [-1] * 30, "low": 0}]},
        {"layers": 5},
    ],
)
def test_looks_that_cannot_be_are_told(broken):
    (finish,) = raced(race(FOUR[:1])).finishes()
    with pytest.raises(ValueError, match="contestant is not readable"):
        Finish.from_json({**finish.to_json(), **broken})


HUNT = Hunt(BASE, SPIRAL, (parsed("lr=1e-3..1e30:log"), parsed("optimizer=SGD,Adam")), trials=12, epochs=2)


def hunted():
    attempt = Attempt(HUNT, DATA)
    while attempt.advance():
        pass
    return Done.of(0, attempt.told()), attempt.bag


def test_the_trials_of_a_search_read_back_with_all_that_is_told_of_them():
    done, bag = hunted()
    there = RaceFile(HUNT, (done,))
    again = parsed_race(there.to_bytes(), "x.json")
    assert again.experiment == HUNT
    assert again.done[0].is_whole(HUNT)
    read = again.done[0].told(HUNT)["search"]
    assert [repr(result) for result in read.ordered] == [repr(result) for result in bag.ordered]  # NaN is not NaN
    assert any(result.diverged_at for result in read.results)
    for name in ("best", "lr", "correlation lr"):
        assert read.figure(name) == bag.figure(name)
    assert not Done(0, tried=done.tried[:-1]).is_whole(HUNT)


def test_the_table_of_a_search_has_a_row_for_each_trial_the_best_first():
    done, bag = hunted()
    rows = list(csv.DictReader(io.StringIO(table(RaceFile(HUNT, (done,))).decode())))
    assert [int(row["trial"]) for row in rows] == [result.trial.number for result in bag.ordered]
    best = bag.ordered[0]
    assert (float(rows[0]["lr"]), rows[0]["optimizer"]) == (best.trial.settings["lr"], best.trial.settings["optimizer"])
    assert (rows[-1]["accuracy"], int(rows[-1]["diverged_at"])) == ("", bag.ordered[-1].diverged_at)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"settings": {"lr": 0.1}}, "this search varies lr, optimizer"),
        ({"settings": {"lr": "fast", "optimizer": "SGD"}}, "this search varies"),
        ({"settings": {"lr": [1], "optimizer": "SGD"}}, "a number or a text"),
        ({"seed": "x"}, "what came of a trial is not readable"),
    ],
)
def test_a_trial_that_is_none_of_its_search_is_told_in_one_sentence(change, said):
    done, _ = hunted()
    data = json.loads(RaceFile(HUNT, (done,)).to_bytes())
    data["runs"][0]["tried"][3]["trial"] |= change
    with pytest.raises((TypeError, ValueError)) as caught:
        parsed_race(json.dumps(data).encode(), "x.json")
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"trials": 10**9}, "trials is 1000000000; give a whole number from 1 to 100,000"),
        ({"trials": 0}, "trials is 0"),
        ({"trials": "ten"}, "trials is 'ten'"),
        ({"epochs": 10**9}, "epochs is 1000000000"),
        ({"share": -1}, "share is -1"),
        ({"vary": []}, "varies nothing"),
    ],
)
def test_a_search_that_nobody_could_wait_for_is_refused(change, said):
    data = json.loads(RaceFile(HUNT).to_bytes())
    data["hunt"] |= change
    with pytest.raises((TypeError, ValueError), match=said):
        parsed_race(json.dumps(data).encode(), "x.json")


def test_the_table_has_a_row_for_each():
    finishes = raced(race()).finishes()
    odd = Finish('=1+1, "x"', finishes[0].losses)
    rows = list(csv.DictReader(io.StringIO(table(RaceFile(race(), (Done(0, (*finishes, odd)),))).decode())))
    assert [row["name"] for row in rows] == [*(each.name for each in FOUR), '\'=1+1, "x"']
    assert rows[0]["digest"] == finishes[0].digest


def test_the_table_of_ways_and_of_layers_has_their_numbers():
    ways = RaceFile(cards()["6.1-paths"].experiment())
    rows = list(csv.DictReader(io.StringIO(table(ways).decode())))
    assert len(rows) == 6 * 30
    last = next(row for row in rows if (row["name"], row["step"]) == ("SGD", "29"))
    assert [float(last[name]) for name in ("x", "y", "height")] == pytest.approx(
        [-0.38717, -0.0942, 0.016369], rel=1e-3
    )
    spreads = RaceFile(cards()["6.2-histograms"].experiment(), (Done(0), Done(3)))
    rows = list(csv.DictReader(io.StringIO(table(spreads).decode())))
    assert {row["seed"] for row in rows} == {"0", "3"}
    assert {row["layer"] for row in rows} == {"1", "2", "3", "4", "5"}
    assert all(float(row["deviation"]) >= 0 for row in rows)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"\xff\xfe", "neither JSON nor TOML"),
        (b"{", "neither JSON nor TOML"),
        (b"[1]", "is no race"),
        (b"{}", "is no race"),
        (b'{"format": "other", "race": {}}', "is no race"),
        (b'{"version": 9, "race": {}}', "version 9"),
        (b'{"race": {}}', "needs 'network'"),
        (b'{"race": 5}', "a race is an object"),
        (b'{"race": {}, "paths": {}}', "one of"),
        (b'{"paths": {"valley": "book"}}', "not whole"),
        (b'{"paths": {"valley": "moon", "start": [0, 0], "steps": 3, "walkers": [["SGD", 1]]}}', "no surface 'moon'"),
        (b'{"paths": {"valley": "book", "start": [0, 0], "steps": 3, "walkers": []}}', "0 optimizers"),
        (b'{"spreads": {}}', "0 initial values"),
        (b'{"paths": {"valley": "book", "start": [0, 0], "steps": 1e400, "walkers": [["SGD", 1]]}}', "not readable"),
        (
            b'{"spreads": {"a": ["Relu", 1.0]}, "runs": [{"seed": 0, "finishes": [{"name": "a", "losses": [], '
            b'"evaluations": [], "diverged_at": 1e400, "weights": [1, 1], "digest": ""}]}]}',
            "not readable",
        ),
    ],
)
def test_what_is_no_race_is_told_in_one_sentence(text, said):
    with pytest.raises((TypeError, ValueError, KeyError)) as caught:
        parsed_race(text, "x.json")
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)
