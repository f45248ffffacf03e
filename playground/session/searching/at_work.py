"""The work of a search in its thread: data apart, journal, engine, and at its end the winner on the test data."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from nn.files.atomic_file import Trouble, replace_file, trouble_of
from nn.messages import Message, printable
from nn.runs.held_out import held_out
from nn.runs.trial import Base
from playground.session.searching.plan import Plan
from playground.trials.journal import Journal, fingerprint
from playground.trials.processes import usual_jobs as usual_jobs
from playground.trials.work import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from pathlib import Path

    from nn.datasets.base import Dataset
    from nn.runs.trial import Result
    from playground.trials.engine import Engine

_OTHER_DATA = Message("the data of the document are not those of this search; open its data, or begin a new one")


@dataclass(frozen=True)
class Where:
    """Who does the trials: so many processes here, or the workers of a scheduler."""

    jobs: int = 1
    scheduler: str = ""


@dataclass(frozen=True)
class Verdict:
    """The winner, trained on all training data, on the test data that nobody had looked at.

    Attributes
    ----------
    number : int
        Of its trial.
    accuracy, loss : float
        NaN for what there is not.
    of : int
        Among how many trials it won.
    """

    number: int
    accuracy: float
    loss: float
    of: int


def results(
    plan: Plan,
    data: Dataset,
    where: Where,
    path: Path,
    goes_on: bool,
    tell: Callable[[Message | None], object],
    is_over: Callable[[], bool],
) -> Generator[Result, None, None]:
    """Give each result once it stands in the journal; `tell` hears what the workers wait for.

    Raises
    ------
    ValueError
        If the data are others than those of the search that goes on, or cannot be split; `NotAJournal` is one.
    OSError
        If the journal cannot be written; where the disk is full, a ValueError that says the way out.
    """
    from playground.trials.running import SearchRun

    split = _split(data, goes_on=goes_on)
    samples = fingerprint(split)
    if not goes_on:
        journal = Journal.begin(path, {**plan.to_json(), "samples": samples})
    else:
        journal = Journal.read(path)
        if journal.plan.get("samples") != samples:
            raise ValueError(_OTHER_DATA)
    run = SearchRun(plan.search(), _engine(Problem(plan.base.to_json(), split), where), dict(journal.known))
    for result in run.results(is_over, tell):
        _write_down(result, journal)
        yield result


def _write_down(result: Result, journal: Journal) -> None:
    try:
        journal.add(result)
    except OSError as error:
        if trouble_of(error) is not Trouble.FULL:
            raise
        folder = printable(str(journal.path.parent))
        text = Message("no room is left in {folder} for the next trial; make some, then go on", folder=folder)
        raise ValueError(text) from error


def _split(data: Dataset, *, goes_on: bool) -> Dataset:
    try:
        return held_out(data)
    except ValueError as error:
        if not goes_on:
            raise
        raise ValueError(_OTHER_DATA) from error


def judged(plan: Plan, data: Dataset, best: Result, of: int, path: Path) -> Verdict:
    """Train the winner on all training data, look at the test data once, and write down what came out."""
    from nn.runs.search import Every
    from playground.trials.processes import Processes
    from playground.trials.running import SearchRun

    config = plan.base.config
    problem = Problem(Base(plan.base.spec, config).to_json(), data)
    search = Every([best.trial.settings], best.trial.epochs, (best.trial.seed,))
    found = next(SearchRun(search, Processes(problem, 1), {}).results(), None)
    accuracy, loss = (np.nan, np.nan) if found is None else (found.accuracy, found.loss)
    verdict = Verdict(best.trial.number, accuracy, loss, of)
    words = {"number": verdict.number, "of": of, **_numbers(accuracy=accuracy, loss=loss)}
    replace_file(verdict_path(path), [json.dumps(words).encode()])
    return verdict


def left_behind(path: Path) -> tuple[Plan, list[Result], Verdict | None]:
    """Return a search as its journal has it, and the verdict over its winner.

    Raises
    ------
    OSError, ValueError, TypeError, KeyError
        If there is none, or it is damaged.
    """
    journal = Journal.read(path)
    return Plan.from_json(journal.plan), list(journal.known.values()), verdict_in(path)


def verdict_path(path: Path) -> Path:
    """Return where the verdict over the winner stands, beside the journal."""
    return path.with_suffix(".verdict")


def verdict_in(path: Path) -> Verdict | None:
    """Return the verdict that was written down, None without a sound one."""
    try:
        words = json.loads(verdict_path(path).read_bytes()[:10_000])
        accuracy, loss = (np.nan if words[name] is None else float(words[name]) for name in ("accuracy", "loss"))
        return Verdict(int(words["number"]), accuracy, loss, int(words["of"]))
    except (OSError, ValueError, TypeError, KeyError):
        return None


def _numbers(**values: float) -> dict[str, Any]:
    return {name: float(value) if np.isfinite(value) else None for name, value in values.items()}


def _engine(problem: Problem, where: Where) -> Engine:
    if where.scheduler:
        from playground.trials.cluster import Cluster

        return Cluster(problem, where.scheduler)
    from playground.trials.processes import Processes

    return Processes(problem, where.jobs)
