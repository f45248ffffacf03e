"""Try many settings and say which learn best, judged on samples held back."""

from __future__ import annotations

import math
import sys
from typing import TYPE_CHECKING

from nn.files.atomic_file import replace_file
from nn.messages import printable
from nn.runs.trial import trained
from nn.training import Checkpoint
from playground.commands.endings import DIVERGED, DONE, UNSOUND, USAGE, Refusal, unwritten
from playground.commands.progress import MovingLine
from playground.commands.search_options import add_options as add_options
from playground.commands.search_options import planned
from playground.commands.search_report import best_first, described, findings, table
from playground.commands.stored import save
from playground.session.document.saved import SavedDocument
from playground.session.document.state import DocumentState, RunRecord, kept_losses
from playground.trials.awake_clock import AwakeClock
from playground.trials.engine import EngineGone, Here
from playground.trials.processes import Processes, usual_jobs
from playground.trials.running import SearchRun
from playground.trials.work import Problem

if TYPE_CHECKING:
    import argparse

    from nn.messages import Message
    from nn.runs.trial import Course, Result
    from playground.commands.search_options import Plan
    from playground.trials.engine import Engine
    from playground.trials.journal import Journal


def act(options: argparse.Namespace) -> int:
    """Do what the command line says; return the exit code."""
    _check(options)
    with options.interrupts:
        plan, journal = planned(options)
        try:
            engine = _engine(options, Problem(plan.base.to_json(), plan.split))
        except Refusal:
            if options.resume is None:  # nothing was begun: what would go on, or be in the way of the next try?
                journal.path.unlink(missing_ok=True)
            raise
        try:
            gone = _Course(plan, journal, options).go(engine)
        except BrokenPipeError:  # whoever read the lines has read enough: what there is is kept
            _write_table(options, plan, journal)
            raise
        _write_table(options, plan, journal)
        return _end(options, plan, journal, gone)


def _check(options: argparse.Namespace) -> None:
    if options.jobs is not None and not 0 <= options.jobs <= 256:
        raise Refusal(USAGE, f"--jobs is {options.jobs}; give 0 to 256")
    if options.jobs is not None and options.scheduler:
        raise Refusal(USAGE, "--jobs and --scheduler: the cluster has its own workers; leave one out")
    if options.time_limit is not None and not options.time_limit > 0:
        raise Refusal(USAGE, f"--time-limit is {options.time_limit:g} minutes; give more than 0")
    if options.best is not None and options.best.exists() and not options.force:
        raise Refusal(USAGE, f"{printable(str(options.best))} is there already; give --force to replace it")


def _engine(options: argparse.Namespace, problem: Problem) -> Engine:
    if options.scheduler:
        from playground.trials.cluster import Cluster, NoCluster

        try:
            return Cluster(problem, options.scheduler)
        except NoCluster as error:
            raise Refusal(UNSOUND, str(error)) from error
    jobs = usual_jobs() if options.jobs is None else options.jobs
    return Processes(problem, jobs) if jobs else Here(problem)


class _Course:
    """A search at work, and what is told of it."""

    def __init__(self, plan: Plan, journal: Journal, options: argparse.Namespace) -> None:
        self._plan, self._journal, self._options = plan, journal, options
        self._moving = MovingLine()
        self._seconds = math.inf if options.time_limit is None else 60 * options.time_limit
        self._clock, self._is_time_up = AwakeClock(), False

    def go(self, engine: Engine) -> str:
        """Search until all is tried or somebody stops it; return why it ended early, or nothing."""
        search = self._plan.search()
        run = SearchRun(search, engine, dict(self._journal.known))
        self._tell_how_far(search.count)
        try:
            for result in run.results(self._is_over, self._tell_what_is_missing):
                self._write_down(result)
                self._tell(result, search.count)
        except EngineGone as error:
            return str(error)
        finally:
            self._moving.clear()
        return "the time is up" if self._is_time_up else ""

    def _write_down(self, result: Result) -> None:
        try:
            self._journal.add(result)
        except OSError as error:
            raise unwritten(self._journal.path, error) from error

    def _is_over(self) -> bool:
        self._is_time_up = self._clock.seconds() >= self._seconds
        return bool(self._options.interrupts.code) or self._is_time_up

    def _tell_what_is_missing(self, reason: Message | None) -> None:
        self._moving.clear()
        _say("the search goes on" if reason is None else str(reason))

    def _tell(self, result: Result, count: int) -> None:
        self._tell_how_far(count)
        if not self._options.quiet and not self._moving.moves:
            done = len(self._journal.known)
            _say(f"{done} of {max(count, done)}  {described(result)}")

    def _tell_how_far(self, count: int) -> None:
        """Write over the line that moves: how many are done, and the best of them."""
        if self._options.quiet:
            return
        results = list(self._journal.known.values())
        best = f"  best {described(best_first(results)[0])}" if results else ""
        self._moving.show(f"{len(results)} of {max(count, len(results))}{best}")


def _write_table(options: argparse.Namespace, plan: Plan, journal: Journal) -> None:
    try:
        replace_file(options.output, [table(options.output, plan.ranges, list(journal.known.values()))])
    except OSError as error:
        raise unwritten(options.output, error) from error


def _end(options: argparse.Namespace, plan: Plan, journal: Journal, gone: str) -> int:
    results = list(journal.known.values())
    name = printable(str(options.output))
    for line in findings(plan.ranges, results):
        _say(line)
    machines = {result.machine for result in results if result.machine}
    if len(machines) > 1:
        _say(f"made on different machines, whose bits may differ: {'; '.join(sorted(map(printable, machines)))}")
    if options.interrupts.code or gone:
        _say(f"{gone or 'stopped'}: {name} holds {len(results)} trials; `nn-playground search --resume {name}` goes on")
        return int(options.interrupts.code)
    best = best_first(results)[0] if results else None
    if best is None or not math.isfinite(best.score):
        _say(f"done: no trial came to a result; {name} says why")
        return DIVERGED
    course = _judge(plan, best, MovingLine())
    if options.best is not None:
        _keep(options, plan, course)
    _say(f"done: {name} holds {len(results)} trials")
    return DONE


def _judge(plan: Plan, best: Result, moving: MovingLine) -> Course:
    """Train the best on all training samples, and say what it is worth on the test data, which no trial has seen."""
    moving.show("the best learns from all training samples")
    course = trained(plan.base, best.trial, plan.data)
    moving.clear()
    test = course.evaluations[-1] if course.evaluations else None
    _say(f"the best: {described(best)}")
    if test is not None and len(plan.data.x_test):
        worth = f"loss {test.test_loss:.4g}" if plan.data.is_regression else f"{test.test_accuracy:.2%} are right"
        samples = f"{len(plan.data.x):,} training samples, of {len(plan.data.x_test):,} test samples, looked at once"
        _say(f"  trained on all {samples}: {worth}")
    return course


def _keep(options: argparse.Namespace, plan: Plan, course: Course) -> None:
    iterations = len(course.losses)
    checkpoint = Checkpoint.take(course.network, course.optimizer, iterations)
    record = RunRecord(1, kept_losses(course.losses), tuple(course.evaluations), course.divergence)
    state = DocumentState(course.network.spec, checkpoint, course.config, plan.choice, (record,))
    save(options.best, SavedDocument(state))


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
