"""``race``: what it tells, what it writes, how it stops, and what it refuses."""

from __future__ import annotations

import csv
import json
import os
import re
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from nn.datasets import DATASETS
from nn.races.files import read_race_file
from playground.session.document.file import pack
from playground.session.document.first import new_document
from playground.session.document.saved import SavedDocument
from playground.session.document.state import DatasetChoice, Points
from tests.patience import PROCESS_S

RACE = """
[race]
iterations = 30
data = { name = "spiral" }
network = { inputs = 2, hidden = [8], outputs = 2 }
training = { optimizer = "SGD", lr = 0.1, batch_size = 30 }
contestants = [
  { name = "SGD" },
  { name = "Adam", settings = { optimizer = "Adam", lr = 0.01 } },
  { name = "wild", settings = { lr = 1e30 } },
]
"""


@pytest.fixture
def file(command):
    Path("race.toml").write_text(RACE, encoding="utf-8")
    return "race.toml"


def test_the_cards_are_listed(command):
    done = command("race")
    assert done.code == 0
    assert [line.split()[0] for line in done.out.splitlines()][:2] == ["6.1-mnist", "6.1-paths"]
    assert len(done.out.splitlines()) == 9


def test_a_race_file_is_raced_and_written(command, file):
    done = command(f"race {file} --seeds 2 --output out.csv")
    assert (done.code, done.err) == (0, "")
    assert done.out.count("diverged at iteration") == 2
    with Path("out.csv").open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))
    assert [(row["name"], row["seed"]) for row in rows][:4] == [
        ("SGD", "0"),
        ("Adam", "0"),
        ("wild", "0"),
        ("SGD", "1"),
    ]
    assert len({row["digest"] for row in rows}) == 6


def test_what_is_written_as_json_can_be_raced_again_to_the_same_bits(command, file):
    command(f"race {file} --output first.json")
    command("race first.json --output second.json")
    first, second = (read_race_file(Path(name)) for name in ("first.json", "second.json"))
    assert [f.digest for f in first.done[0].finishes] == [f.digest for f in second.done[0].finishes]
    assert json.loads(Path("first.json").read_text(encoding="utf-8"))["format"] == "nn-playground race"


def test_a_card_says_what_should_come_out_and_what_did(command):
    done = command("race 6.1-paths")
    assert done.out.count("1 of 1  ") == 6


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        ("race nowhere.toml", 4, "nowhere.toml cannot be read"),
        ("race race.toml --as-in-the-book", 2, "is for cards"),
        ("race race.toml --seeds 0", 2, "--seeds is 0"),
        ("race race.toml --seed -1", 2, "--seed is -1"),
        ("race race.toml --output a.txt", 2, "ends with .csv or .json"),
        ("race race.toml --output race.json", 2, "is there already"),
        ("race many.toml", 4, "17 contestants; a race has 16 at the most"),
        ("race none.toml", 4, "the race has no contestants"),
        ("race digits.toml", 4, "takes 2 numbers, but a sample of mnist has 784"),
        ("race race.toml --output /dev/full/a.csv --quiet", 6, "was not written"),
        ("race race.toml --output no/where.csv", 6, "no/where.csv was not written: its folder is not there"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_sentence(command, file, line, code, said):
    Path("race.json").write_text("{}", encoding="utf-8")
    start, end = RACE.index("contestants"), len(RACE)
    for name, count in (("many", 17), ("none", 0)):
        people = ", ".join(f'{{ name = "{n}" }}' for n in range(count))
        Path(f"{name}.toml").write_text(f"{RACE[:start]}contestants = [{people}]\n{RACE[end:]}", encoding="utf-8")
    Path("digits.toml").write_text(RACE.replace('"spiral"', '"mnist"'), encoding="utf-8")
    done = command(line)
    assert done.code == code
    assert said in done.err
    assert len(done.err.strip().splitlines()) == 1
    assert done.out == ""  # before anything is raced


def test_ctrl_c_keeps_what_is_there(tmp_path):
    (tmp_path / "race.toml").write_text(RACE.replace("iterations = 30", "iterations = 1000000"), encoding="utf-8")
    program = "import sys; from playground.commands.dispatch import run; sys.exit(run(sys.argv[1:]))"
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[3]), "OPENBLAS_NUM_THREADS": "1"}
    process = subprocess.Popen(
        [sys.executable, "-c", program, "race", "race.toml", "--output", "out.json"],
        cwd=tmp_path,
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert process.stdout is not None
    assert "%" in process.stdout.readline()  # plain lines in a pipe
    time.sleep(0.1)
    process.send_signal(signal.SIGINT)
    out, _ = process.communicate(timeout=PROCESS_S)
    assert process.returncode == 130
    assert re.search(r"stopped at \d% of seed 0", out)  # a quick machine comes to 1%
    kept = read_race_file(tmp_path / "out.json").done[0].finishes
    assert 0 < kept[0].iterations < 1_000_000


def document(race):
    """Write a document with a race, on points of which one was added."""
    data = DATASETS["spiral"]()
    points = Points(np.vstack((data.x, [[0.5, 0.5]])), np.append(data.t, 1))
    state = replace(new_document(), race=race, dataset=DatasetChoice("spiral", {}, points))
    Path("mine.safetensors").write_bytes(b"".join(pack(SavedDocument(state))))


def test_the_race_of_a_document_is_raced_on_its_own_samples_too(command, file):
    race = read_race_file(Path(file))
    document(race)
    named = command("race mine.safetensors --output named.json")
    document(replace(race, own_data=True))
    own = command("race mine.safetensors --output own.json")
    alone = command(f"race {file} --output alone.json")
    assert (named.code, own.code, alone.code) == (0, 0, 0)
    digests = [
        [run["digest"] for run in json.loads(Path(name).read_text())["runs"][0]["finishes"][:2]]
        for name in ("named.json", "own.json", "alone.json")
    ]
    assert digests[0] == digests[2] != digests[1]
    document(None)
    refused = command("race mine.safetensors")
    assert refused.code != 0
    assert "holds no race" in refused.err
