"""The same trials on a Dask cluster of two workers that the test starts."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from nn.datasets import DATASETS
from nn.runs.held_out import held_out
from nn.runs.search import Every
from nn.runs.trial import Base
from nn.training import suggested_network, suggested_training
from playground.trials.cluster import Cluster, NoCluster
from playground.trials.engine import EngineGone, Here
from playground.trials.running import SearchRun
from playground.trials.work import Problem
from tests.patience import PROCESS_S

distributed = pytest.importorskip("distributed")
pytestmark = pytest.mark.filterwarnings("default")  # of Dask's own ends of things

SETTINGS = [{"lr": 0.001 * 2**k} for k in range(6)]


@pytest.fixture(scope="module")
def problem():
    data = DATASETS["spiral"]()
    recipe = DATASETS["spiral"].recipe_for(data)
    return Problem(Base(suggested_network(recipe, data), suggested_training(recipe)).to_json(), held_out(data))


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def begun(folder, *words):
    """Return a process of Dask, a scheduler or a worker."""
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[3]), "OPENBLAS_NUM_THREADS": "1"}
    line = [sys.executable, "-m", "distributed.cli." + words[0], *words[1:], "--no-dashboard"]
    return subprocess.Popen(line, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def begun_worker(folder, address, *words):
    return begun(folder, "dask_worker", address, "--nthreads", "1", "--no-nanny", *words)


def let_go_of_workers(address, processes):
    for process in processes[1:]:
        process.kill()
        process.wait()
    with distributed.Client(address, set_as_default=False) as client:
        while client.nthreads():
            time.sleep(0.05)


@pytest.fixture
def cluster(tmp_path):
    """Give a scheduler with two workers of one thread each: its address, and the processes."""
    address = f"tcp://127.0.0.1:{free_port()}"
    started = [begun(tmp_path, "dask_scheduler", "--host", address, "--port", address.rpartition(":")[2])]
    started += [begun_worker(tmp_path, address) for _ in range(2)]
    with distributed.Client(address, timeout=PROCESS_S, set_as_default=False) as client:
        client.wait_for_workers(2, timeout=PROCESS_S)
    yield address, started
    for process in reversed(started):
        process.kill()
        process.wait()


def digests(results):
    return {result.trial.key(): result.digest for result in results}


def test_a_cluster_finds_what_this_thread_finds(problem, cluster):
    address, _ = cluster
    search = lambda: Every(SETTINGS, epochs=2)  # noqa: E731 - fresh each time
    engine = Cluster(problem, address)
    assert engine.places == 2
    there = digests(SearchRun(search(), engine, {}).results())
    assert there == digests(SearchRun(search(), Here(problem), {}).results())


def test_a_worker_that_is_killed_costs_its_trial_only(problem, cluster):
    address, processes = cluster
    run = SearchRun(Every(SETTINGS, epochs=30), Cluster(problem, address), {}).results()
    found = [next(run)]
    processes[-1].kill()
    found += run
    assert [result.trouble for result in found] == [""] * len(SETTINGS)
    assert digests(found) == digests(SearchRun(Every(SETTINGS, epochs=30), Here(problem), {}).results())


def test_workers_are_free_after_a_search_is_cancelled(problem, cluster):
    address, _ = cluster
    until_cancelled = iter([False] * 5 + [True])
    endless = SearchRun(Every([{"lr": 0.01}] * 2, 10**6), Cluster(problem, address), {})
    assert list(endless.results(lambda: next(until_cancelled))) == []
    with distributed.Client(address, set_as_default=False) as client:
        assert client.submit(len, "free").result(timeout=PROCESS_S) == 4


def test_without_workers_a_search_says_so_and_goes_on_when_one_comes(problem, cluster, tmp_path):
    address, processes = cluster
    told = []

    def tell(reason):
        told.append(reason if reason is None else str(reason))
        if reason is not None:
            processes.append(begun_worker(tmp_path, address))

    run = SearchRun(Every(SETTINGS, epochs=30), Cluster(problem, address), {}).results(tell=tell)
    found = [next(run)]
    for process in processes[1:]:
        process.kill()
    found += run
    assert told == [
        f"no worker at {address} any more: waiting; start one with `dask worker {address}`, or cancel",
        None,
    ]
    assert [result.trouble for result in found] == [""] * len(SETTINGS)
    assert digests(found) == digests(SearchRun(Every(SETTINGS, epochs=30), Here(problem), {}).results())


DIES_WHEN_ASKED = """
import os

def dask_setup(worker):
    worker.handlers["get_data"] = lambda *arguments, **named: os._exit(1)
"""


def test_a_worker_that_dies_with_a_finished_result_costs_its_trial_only(problem, cluster, tmp_path):
    address, processes = cluster
    let_go_of_workers(address, processes)
    (tmp_path / "dies.py").write_text(DIES_WHEN_ASKED)
    processes.append(begun_worker(tmp_path, address, "--preload", str(tmp_path / "dies.py")))
    with distributed.Client(address, set_as_default=False) as client:
        client.wait_for_workers(1, timeout=PROCESS_S)
    told = []

    def tell(reason):
        told.append(reason)
        if reason is not None:
            processes.append(begun_worker(tmp_path, address))

    found = list(SearchRun(Every(SETTINGS, epochs=2), Cluster(problem, address), {}).results(tell=tell))
    assert processes[3].wait() == 1
    assert len(told) == 2
    assert digests(found) == digests(SearchRun(Every(SETTINGS, epochs=2), Here(problem), {}).results())


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="a process cannot be stopped and woken here")
def test_a_scheduler_that_sleeps_is_told_and_can_be_cancelled(problem, cluster):
    address, processes = cluster
    told, asked = [], []

    def is_cancelled():
        asked.append(time.monotonic())
        return bool(told)

    run = SearchRun(Every([{"lr": 0.01}], 10**6), Cluster(problem, address), {}).results(is_cancelled, told.append)
    processes[0].send_signal(signal.SIGSTOP)
    try:
        assert list(run) == []
    finally:
        processes[0].send_signal(signal.SIGCONT)
    assert "does not answer" in str(told[0])


def test_a_scheduler_that_goes_away_ends_the_search_with_what_there_was(problem, cluster):
    address, processes = cluster
    run = SearchRun(Every([{"lr": 0.01}, {"lr": 0.02}] * 20, epochs=20, seeds=range(20)), Cluster(problem, address), {})
    results = run.results()
    found = [next(results)]
    processes[0].kill()
    with pytest.raises(EngineGone, match="went away"):
        found += results
    assert found[0].digest


def test_an_address_where_nobody_answers_is_told(problem):
    begun = time.monotonic()
    with pytest.raises(NoCluster, match=r"no scheduler answers at tcp://127\.0\.0\.1"):
        Cluster(problem, f"tcp://127.0.0.1:{free_port()}")
    assert time.monotonic() - begun < PROCESS_S


def test_a_scheduler_without_workers_is_told(problem, cluster):
    address, processes = cluster
    let_go_of_workers(address, processes)
    with pytest.raises(NoCluster, match="has no workers"):
        Cluster(problem, address)
