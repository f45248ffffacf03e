"""The same trials, here, in processes and on a cluster: the same bits; and what happens when a worker dies."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from nn.datasets import DATASETS
from nn.runs.held_out import held_out
from nn.runs.search import Every
from nn.runs.trial import Base
from nn.training import suggested_network, suggested_training
from playground.trials.engine import Here
from playground.trials.processes import Processes
from playground.trials.running import KILLED, SearchRun
from playground.trials.work import Problem, attempt
from tests.patience import PROCESS_S

SETTINGS = [{"lr": 0.001 * 2**k, "hidden": hidden} for k in range(3) for hidden in ("8", "6x6")]
LONG = 100_000  # epochs that no test waits for
ENDLESS = [{"lr": 0.01}]


@pytest.fixture(scope="module")
def problem():
    data = DATASETS["spiral"]()
    recipe = DATASETS["spiral"].recipe_for(data)
    base = Base(suggested_network(recipe, data), suggested_training(recipe))
    return Problem(base.to_json(), held_out(data))


def digests(engine):
    found = SearchRun(Every(SETTINGS, epochs=2, seeds=(0, 1)), engine, {}).results()
    return {result.trial.key(): result.digest for result in found}


@pytest.fixture(scope="module")
def here(problem):
    found = digests(Here(problem))
    assert len(set(found.values())) == 12
    return found


def workers_of(process_id):
    """Return the processes that work for a process, by what the system tells of each."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parent = int(folder.joinpath("stat").read_text().rsplit(")", 1)[1].split()[1])
            line = folder.joinpath("cmdline").read_bytes()
        except (OSError, ValueError):
            continue
        if parent == process_id and b"spawn_main" in line:
            found.append(int(folder.name))
    return found


def until(holds):
    end = time.monotonic() + PROCESS_S
    while not holds():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.02)


def test_processes_find_what_this_thread_finds(problem, here):
    assert digests(Processes(problem, 2)) == here


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks for processes as Linux tells of them")
def test_a_worker_that_is_killed_costs_its_trial_only_and_that_runs_again(problem, here):
    engine = Processes(problem, 2)
    run = SearchRun(Every(SETTINGS, epochs=2, seeds=(0, 1)), engine, {}).results()
    found = [next(run)]
    os.kill(workers_of(os.getpid())[0], signal.SIGKILL)
    found += run
    assert {result.trial.key(): result.digest for result in found} == here


def noted(problem):
    """Note which process is at work, in a file that has the name of the data; return all that were."""
    file = Path(problem.data.name)
    with file.open("a") as processes:
        print(os.getpid(), file=processes)
    return file.read_text().split()


def dies(problem, trial):
    noted(problem)
    os._exit(9)


class DiesOnItsWay:
    def __reduce__(self):
        os._exit(9)


def first_dies_with_its_result(problem, trial):
    return attempt(problem, trial) if len(noted(problem)) > 1 else DiesOnItsWay()


@pytest.fixture
def noting(problem, tmp_path):
    return replace(problem, data=replace(problem.data, name=str(tmp_path / "processes")))


def test_a_trial_whose_worker_dies_every_time_is_a_result(noting):
    (result,) = SearchRun(Every(ENDLESS, LONG), Processes(noting, 1, work=dies), {}).results()
    assert result.trouble == KILLED
    assert len(set(Path(noting.data.name).read_text().split())) == 3


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks for processes as Linux tells of them")
def test_a_worker_that_dies_with_a_finished_result_holds_nobody_up(noting, here):
    seen = set()
    engine = Processes(noting, 2, work=first_dies_with_its_result)
    found = SearchRun(Every(SETTINGS, epochs=2, seeds=(0, 1)), engine, {}).results(
        lambda: bool(seen.update(workers_of(os.getpid())))
    )
    assert {result.trial.key(): result.digest for result in found} == here
    assert len(noted(noting)) - 1 == len(here) + 1  # its trial alone was begun twice
    assert len(seen) <= 4  # two, one in the place of the dead, and one that its pool began in vain


def test_cancel_ends_all_processes(problem):
    engine = Processes(problem, 2)
    until_cancelled = iter([False, False, True])
    assert list(SearchRun(Every(ENDLESS * 2, LONG), engine, {}).results(lambda: next(until_cancelled))) == []
    if Path("/proc").is_dir():
        until(lambda: workers_of(os.getpid()) == [])


PARENT = """
import sys
from nn.datasets import DATASETS
from nn.runs.search import Every
from nn.runs.trial import Base
from nn.training import suggested_network, suggested_training
from playground.trials.processes import Processes
from playground.trials.running import SearchRun
from playground.trials.work import Problem

if __name__ == "__main__":
    data = DATASETS["spiral"]()
    recipe = DATASETS["spiral"].recipe_for(data)
    base = Base(suggested_network(recipe, data), suggested_training(recipe))
    engine = Processes(Problem(base.to_json(), data), 2)
    list(SearchRun(Every([{"lr": 0.01}] * 2, 100_000), engine, {}).results())
"""


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks for processes as Linux tells of them")
def test_no_worker_outlives_a_program_that_is_killed(tmp_path):
    program = tmp_path / "searching.py"
    program.write_text(PARENT)
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[3])}
    with subprocess.Popen([sys.executable, program], env=environment, stderr=subprocess.DEVNULL) as parent:
        until(lambda: len(workers_of(parent.pid)) == 2)
        workers = workers_of(parent.pid)
        parent.kill()
    until(lambda: not any(Path(f"/proc/{worker}").exists() for worker in workers))


UNGUARDED = (
    PARENT.replace('if __name__ == "__main__":', "try:")
    + """
except EngineGone as error:
    print(error)
"""
)


def test_processes_that_end_at_their_birth_are_told_and_not_begun_for_ever(tmp_path):
    program = tmp_path / "unguarded.py"  # each process runs it again, and ends there
    text = UNGUARDED.replace("import sys\n", "import sys\nfrom playground.trials.engine import EngineGone\n")
    program.write_text(text.replace("data), 2)", "data), 2, patience_s=0.1)"))
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[3])}
    ended = subprocess.run(
        [sys.executable, program], env=environment, capture_output=True, text=True, timeout=PROCESS_S
    )
    assert "no process has begun to work within 0.1 seconds" in ended.stdout


def test_settings_that_do_not_go_together_are_a_result(problem):
    (result,) = SearchRun(Every([{"lr": -1.0}], 1), Here(problem), {}).results()
    assert "lr is -1.0" in result.trouble


def test_what_is_known_is_not_tried_again(problem):
    first = list(SearchRun(Every(SETTINGS, 1), Here(problem), {}).results())
    known = {result.trial.key(): result for result in first[:4]}
    again = list(SearchRun(Every(SETTINGS, 1), Here(problem), known).results())
    assert [result.digest for result in again] == [result.digest for result in first[4:]]
