"""A race as a file: read back as written, and what is no race said in one sentence."""

from __future__ import annotations

import csv
import io

import pytest

from nn import NetworkSpec, TrainingConfig
from nn.races.cards import cards
from nn.races.field import Field
from nn.races.files import Done, RaceFile, parsed_race, read_race_file, table
from nn.races.finish import Finish
from nn.races.race import Contestant, Material, Race
from nn.runs.trial import Base

SPIRAL = Material("spiral", first=60)
DATA = SPIRAL.load()
BASE = Base(NetworkSpec.mlp(2, (6,), DATA.outputs), TrainingConfig(optimizer="SGD", lr=0.1, batch_size=30))
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
    there = race((*FOUR, Contestant("wild, =1", {"lr": 1e30})))
    finishes = raced(there).finishes()
    path = tmp_path / "a.json"
    path.write_bytes(RaceFile(there, (Done(3, finishes),)).to_bytes())
    again = read_race_file(path).done[0]
    assert again.seed == 3
    for mine, read in zip(finishes, again.finishes, strict=True):
        assert (read.name, read.digest, read.diverged_at) == (mine.name, mine.digest, mine.diverged_at)
        assert read.losses == pytest.approx(mine.losses, rel=1e-6)
        assert [e.iteration for e in read.evaluations] == [e.iteration for e in mine.evaluations]


def test_the_table_has_a_row_for_each():
    finishes = raced(race()).finishes()
    odd = Finish('=1+1, "x"', finishes[0].losses)
    rows = list(csv.DictReader(io.StringIO(table(RaceFile(race(), (Done(0, (*finishes, odd)),))).decode())))
    assert [row["name"] for row in rows] == [*(each.name for each in FOUR), '\'=1+1, "x"']
    assert rows[0]["digest"] == finishes[0].digest


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
