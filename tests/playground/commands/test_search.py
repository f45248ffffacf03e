"""``search``: what it tells, what it writes, and how it goes on."""

from __future__ import annotations

import csv
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from nn.files.storage import save_network
from nn.network import Network, NetworkSpec
from playground.commands.stored import open_stored
from tests.patience import PROCESS_S

SMALL = "search --data circle --epochs 2 --jobs 0 --hidden 6"
VARY = "--vary lr=1e-3..1e-1:log --vary activation=Relu,Tanh"


def rows(name):
    with Path(name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_trial_is_told_and_the_best_is_judged_on_the_test_data_once(command):
    done = command(f"{SMALL} {VARY} --trials 9")
    assert (done.code, done.err) == (0, "")
    lines = done.out.splitlines()
    assert lines[0].startswith("1 of 9  ")
    assert sum("looked at once" in line for line in lines) == 1
    assert lines[-1] == "done: search.csv holds 9 trials"
    table = rows("search.csv")
    assert sorted(int(row["trial"]) for row in table) == list(range(9))
    assert [float(row["accuracy"]) for row in table] == sorted((float(r["accuracy"]) for r in table), reverse=True)


def test_the_best_network_is_that_of_train_with_its_settings(command):
    command(f"{SMALL} {VARY} --trials 4 --best best.safetensors")
    best = rows("search.csv")[0]
    words = f"--lr {best['lr']} --activation {best['activation']} --seed {best['seed']}"
    command(f"train --data circle --hidden 6 --epochs 2 {words} --output same.safetensors")
    best, same = (open_stored(Path(name)) for name in ("best.safetensors", "same.safetensors"))
    np.testing.assert_array_equal(best.checkpoint.params, same.checkpoint.params)
    np.testing.assert_array_equal(best.history[0].losses, same.history[0].losses)


def test_a_table_as_json_has_the_curves(command):
    command(f"{SMALL} {VARY} --trials 3 --output table.json --quiet")
    trials = json.loads(Path("table.json").read_text(encoding="utf-8"))["trials"]
    assert len(trials) == 3
    assert all(len(trial["curve"]) >= 2 for trial in trials)


def test_lists_alone_are_a_grid_with_every_seed(command):
    assert command(f"{SMALL} --vary hidden=2,4x4 --vary optimizer=SGD,Adam --seeds 2").code == 0
    tried = {(row["hidden"], row["optimizer"], row["seed"]) for row in rows("search.csv")}
    assert tried == {(h, o, s) for h in ("2", "4x4") for o in ("SGD", "Adam") for s in ("0", "1")}


def test_a_search_goes_on_where_it_was_and_ends_as_if_never_stopped(command):
    command(f"{SMALL} {VARY} --trials 4 --output whole.csv")
    command(f"{SMALL} {VARY} --trials 2 --output parts.csv")
    gone_on = command("search --resume parts.csv --trials 4 --jobs 0")
    assert gone_on.out.splitlines()[0].startswith("3 of 4")
    assert [row["digest"] for row in rows("parts.csv")] == [row["digest"] for row in rows("whole.csv")]


@pytest.mark.skipif(os.name == "nt", reason="signals as POSIX has them")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGKILL])
def test_what_was_finished_is_kept_however_it_ends(command, tmp_path, number):
    line = "search --data circle --epochs 20 --jobs 1 --vary lr=1e-3..1e-1:log --trials 1000 --output s.csv"
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[3])}
    words = [sys.executable, "-m", "playground", *line.split()]
    with subprocess.Popen(words, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, text=True) as process:
        for _ in range(2):
            assert " of 1000  " in process.stdout.readline()
        process.send_signal(number)
        rest = process.stdout.read()
        code = process.wait(PROCESS_S)
    if number == signal.SIGINT:
        assert code == 130
        assert "`nn-playground search --resume s.csv` goes on" in rest
    kept = len((tmp_path / "s.csv.journal").read_text(encoding="utf-8").splitlines()) - 1
    assert kept >= 2
    told = command(f"search --resume s.csv --trials {kept + 1} --jobs 0").out
    assert f"done: s.csv holds {kept + 1} trials" in told


@pytest.mark.skipif(os.name == "nt", reason="pipes as POSIX has them")
def test_who_reads_only_the_first_lines_finds_the_table_all_the_same(tmp_path):
    line = "search --data circle --epochs 2 --jobs 0 --vary lr=1e-3..1e-1:log --trials 500 --output s.csv"
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[3])}
    words = [sys.executable, "-m", "playground", *line.split()]
    with subprocess.Popen(words, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline().startswith("1 of 500  ")
        process.stdout.close()
        assert process.wait(PROCESS_S) == 141
    assert 1 <= len(rows(tmp_path / "s.csv")) < 500


@pytest.mark.skipif(os.name == "nt", reason="there is no pty")
def test_on_a_terminal_one_line_moves_and_never_wraps(tmp_path):
    import fcntl
    import pty
    import struct
    import termios

    vary = "--vary lr=1e-3..1e-1:log --vary activation=Relu,Tanh --vary optimizer=SGD,Momentum --vary batch_size=20,40"
    line = f"search --data circle --epochs 2 --jobs 0 {vary} --trials 3"
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 60, 0, 0))
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[3]), "TERM": "xterm"}
    words = [sys.executable, "-m", "playground", *line.split()]
    with subprocess.Popen(
        words, cwd=tmp_path, env=environment, stdout=subprocess.DEVNULL, stderr=theirs, stdin=theirs
    ) as process:
        os.close(theirs)
        told = b""
        while True:
            try:
                told += os.read(ours, 4096)
            except OSError:  # Linux says so when nobody writes any more
                break
        assert process.wait(PROCESS_S) == 0
    os.close(ours)
    moves = [text for text in told.decode().split("\r\x1b[K") if text]
    assert moves[0] == "0 of 3"
    assert moves[3].startswith("3 of 3  best ")
    assert "the best learns from all training samples" in moves[-1]
    assert max(map(len, moves)) == 59


def test_the_time_that_is_given_is_kept(command):
    done = command(
        "search --data circle --epochs 300 --jobs 0 --vary lr=1e-3..1e-1:log --trials 900 --time-limit 0.002"
    )
    assert done.code == 0
    assert "the time is up" in done.out.splitlines()[-1]
    assert len(rows("search.csv")) < 900


def test_a_document_brings_its_network_and_its_data(command):
    command("train --data circle --hidden 7 --activation Sigmoid --iterations 3 --output own.safetensors")
    assert command("search own.safetensors --vary lr=0.01,0.1 --jobs 0 --epochs 1 --best best.safetensors").code == 0
    assert open_stored(Path("best.safetensors")).spec == open_stored(Path("own.safetensors")).spec


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ("", 2, "nothing is varied; give --vary"),
        ("--vary lr=1", 0, ""),
        ("--vary lr=2..1", 2, "runs downwards"),
        ("--vary lr=1..2 --vary lr=3", 2, "--vary lr was given twice"),
        ("--vary epochs=1,2", 2, "give it as --epochs"),
        ("--vary lr=1..2 --trials 0", 2, "--trials is 0"),
        ("--vary lr=1..2 --trials 1000000000", 2, "1,000,000,000 trials; give 1 to 100,000"),
        ("--vary lr=1..2 --how grid", 2, "a grid over a range needs --trials"),
        ("--vary lr=1,2 --validation 1.5", 2, "the share to hold back is 1.5"),
        ("--vary lr=1,2 --jobs -1", 2, "--jobs is -1"),
        ("--vary lr=1,2 --time-limit 0", 2, "--time-limit is 0 minutes"),
        ("--vary Dropout.ratio=0.1,0.2", 2, "no Dropout layer"),
        ("--vary lr=1,2 --jobs 2 --scheduler tcp://x", 2, "leave one out"),
        ("--resume nothing.csv", 4, "cannot be read"),
        ("--vary lr=1,2 --output there.csv", 2, "there.csv is there already"),
        ("--vary lr=1,2 --seeds 1000000000", 2, "--seeds is 1000000000; give 1 to 100000"),
        ("--vary lr=1,2 --output table.txt", 2, "--output is table.txt; give a name that ends with .csv or .json"),
        ("--vary lr=1,2 --output no/where.csv", 6, "no/where.csv.journal was not written: its folder is not there"),
    ],
)
def test_what_cannot_be_searched_is_told_before_anything_begins(command, words, code, said):
    Path("there.csv").write_text("mine")
    jobs = "" if "--jobs" in words else "--jobs 0"
    done = command(f"search --data circle --epochs 1 {jobs} {words}")
    assert done.code == code
    assert said in done.err
    assert Path("there.csv").read_text() == "mine"
    if code:
        assert done.out == ""
        assert done.err.count("\n") == 1


def test_a_search_that_finds_no_scheduler_leaves_nothing_in_the_way_of_the_next(command):
    done = command("search --data circle --vary lr=1,2 --scheduler nonsense://x")
    assert (done.code, done.err.count("\n")) == (4, 1)
    assert command("search --data circle --epochs 1 --vary lr=1,2 --jobs 0").code == 0


def test_weights_alone_say_not_what_they_learned_from(command, tmp_path):
    save_network(tmp_path / "w.npz", Network(NetworkSpec.mlp(2, (3,), 2), 0))
    done = command("search w.npz --vary lr=1,2 --jobs 0")
    assert (done.code, "does not name the data" in done.err) == (2, True)


def test_a_search_whose_data_have_changed_does_not_go_on(command):
    command("train --data circle --iterations 2 --output own.safetensors")
    command("search own.safetensors --vary lr=0.01,0.1 --jobs 0 --epochs 1")
    command("train --data circle --data-option seed=5 --iterations 2 --output own.safetensors --force")
    done = command("search --resume search.csv --jobs 0")
    assert (done.code, "the data are no longer those of the search" in done.err) == (4, True)


def test_no_trial_that_ends_is_no_success(command):
    done = command(
        "search --data circle --epochs 30 --jobs 0 --optimizer SGD --activation LeakyRelu --vary lr=1e30,1e31"
    )
    assert done.code == 5
    assert "no trial came to a result" in done.out
    assert all(int(row["diverged_at"]) > 0 for row in rows("search.csv"))


def test_nothing_is_waited_for_when_nothing_is_left(command):
    command(f"{SMALL} --vary lr=0.1,0.2")
    begun = time.monotonic()
    assert "holds 2 trials" in command("search --resume search.csv --jobs 0").out
    assert time.monotonic() - begun < PROCESS_S
