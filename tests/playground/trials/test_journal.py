"""The journal of a search: what was written is read again, however it was left."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nn.runs.trial import Result, Trial
from playground.trials.journal import Journal, NotAJournal

PLAN = {"vary": ["lr=1..2"], "trials": 3}
GOOD = Result(Trial(0, {"lr": 0.1}, 4, 2), 0.5, 1.25, 0.75, 8, 0.1, 0, ((4, 0.5, 0.75, 1.5), (8, 1.0, 0.5, 1.25)), "ab")
NONE = Result(Trial(1, {"lr": 0.2}), diverged_at=7, curve=((1, math.nan, math.nan, 2.0),))


@pytest.fixture
def journal(tmp_path):
    made = Journal.begin(tmp_path / "search.csv.journal", PLAN)
    made.add(GOOD)
    made.add(NONE)
    return made


def test_what_was_written_is_read_again(journal):
    read = Journal.read(journal.path)
    assert read.plan == PLAN
    assert read.known[GOOD.trial.key()] == GOOD
    nothing = read.known[NONE.trial.key()]
    assert (nothing.diverged_at, math.isnan(nothing.accuracy), math.isnan(nothing.curve[0][1])) == (7, True, True)


@given(st.integers(1, 300))
def test_a_line_that_was_being_written_is_left_out_and_the_next_one_is_whole(tmp_path_factory, cut):
    path = tmp_path_factory.mktemp("torn") / "j"
    journal = Journal.begin(path, PLAN)
    journal.add(GOOD)
    whole = path.stat().st_size
    journal.add(NONE)
    path.write_bytes(path.read_bytes()[: max(whole, path.stat().st_size - cut)])
    left = Journal.read(path)
    assert list(left.known) == [GOOD.trial.key()]
    left.add(NONE)
    assert list(Journal.read(path).known) == [GOOD.trial.key(), NONE.trial.key()]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n",
        b"no json\n",
        b"[1, 2]\n",
        b'{"format": "another"}\n',
        b'{"format": "search of NN Playground, 1"}\n{"trial": 3}\n',
        b'{"format": "search of NN Playground, 1"}\n' + b"[" * 100_000 + b"\n",
        b"\xff\xfe\n",
    ],
)
def test_another_file_is_refused_by_its_name(tmp_path, content):
    path = tmp_path / "table.journal"
    path.write_bytes(content)
    with pytest.raises(NotAJournal, match=r"table\.journal"):
        Journal.read(path)
