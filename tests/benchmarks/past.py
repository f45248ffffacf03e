"""The past of a training: scrubbing, replay, what keeping it costs, who taught the network, copies, a long run.

    python tests/benchmarks/past.py [scrub] [replay] [keep] [teach] [copy] [switch] [long]

Without names all of it, which takes about four minutes. A window in this process, driven as the hand does. Seconds are
wall-clock and want a quiet machine: the load is printed beside them. Ratios are of processor time, side by side.
"""

from __future__ import annotations

import math
import os

for variable in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[variable] = "1"
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import random
import statistics
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
from measure import as_at_first_start, interleaved, ratio, report
from PySide6.QtCore import QEvent, QEventLoop, QObject
from PySide6.QtWidgets import QWidget

as_at_first_start()

from playground.app import create
from playground.session.running.timeline import Timeline

BOOK_EPOCHS, LONG = 20, 1_000_000
MOVES, MOVE_S = 60, 1 / 60  # of a hand that drags
UNPAINTED_S = 0.2  # the answer is the same to a pixel, and nothing is painted
chance = random.Random(7)
spent = {"keeping": 0.0, "copying": 0.0}


def counted(method, what: str):
    """Return a method whose processor time counts as that of something."""

    def calling(*args: object) -> object:
        began = time.thread_time()
        try:
            return method(*args)
        finally:
            spent[what] += time.thread_time() - began

    return calling


class Painted(QObject):
    """Notes when a widget, or one within it, was painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self._times: list[float] = []
        for part in (widget, *widget.findChildren(QWidget)):
            part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._times.append(time.perf_counter())
        return False

    @property
    def at(self) -> float:
        """When it was painted last."""
        return self._times[-1] if self._times else 0.0

    def first_after(self, began: float) -> float:
        """Return how long after some time it was painted first, NaN where it was not."""
        return next((each - began for each in self._times if each > began), math.nan)


def spin(condition, seconds: float = 600.0) -> float:
    """Let the event loop work until something is so; return how long that took."""
    began = time.perf_counter()
    while not condition():
        if time.perf_counter() - began > seconds:
            raise TimeoutError("the window did not get there")
        app.processEvents()
        time.sleep(0.0005)  # not within Qt: that would hold the interpreter
    return time.perf_counter() - began


def spin_for(seconds: float) -> None:
    end = time.perf_counter() + seconds
    spin(lambda: time.perf_counter() >= end)


def figure(what: str, values: list[float], limit: str, unit: str = "ms") -> None:
    """Report the median and the longest of some times in seconds."""
    scale = 1e3 if unit == "ms" else 1
    note = f"longest {max(values) * scale:.1f}; load {os.getloadavg()[0]:.1f}"
    report(what, statistics.median(values) * scale, limit, unit, note)


def train(epochs: int) -> None:
    session.editing.edit_config("Set epochs", epochs=epochs)
    session.control.train()
    spin(lambda: session.run.is_running)
    spin(lambda: not session.control.is_busy, 3600)


def take(dataset: str) -> None:
    session.editing.choose_dataset(dataset)
    spin(lambda: session.document.state.dataset.name == dataset and session.library.data is not None)
    session.looking.choose("mine")
    session.looking.show_row(3)


def scrub_once(iteration: int, bars: Painted) -> tuple[float, float, float]:
    """Go to a moment; return when a kept one was there, when its bars were painted, and when the exact one was.

    Where the answer is the same to a pixel, nothing is painted: NaN.
    """
    playhead, began = session.past.playhead, time.perf_counter()
    playhead.go(iteration)
    there = time.perf_counter() - began
    exact = spin(lambda: playhead.is_exact) + there
    spin(lambda: bars.at > began or time.perf_counter() - began > UNPAINTED_S)
    return there, bars.first_after(began), exact


def measure_scrubbing() -> None:
    """The nearest moment while dragging, the exact one after letting go."""
    found = [each for each in window.findChildren(QWidget) if type(each).__name__ == "ProbabilityBars"]
    bars = Painted(next(each for each in found if each.isVisible()))
    last = session.run.iteration
    spin_for(1)
    places = [chance.randrange(1, last) for _ in range(40)]
    found = [scrub_once(place, bars) for place in places]
    kept, painted, exact = ([each[i] for each in found[5:] if not math.isnan(each[i])] for i in range(3))
    way = session.timeline.way
    print(f"  {last:,} iterations, {way.count} moments kept, {way.nbytes / 2**20:.1f} MB of 64")
    figure("nearest kept moment: weights and bars know it", kept, "50")
    figure("nearest kept moment: bars painted", painted, "50")
    figure("exact moment after letting go", exact, "500")
    session.past.playhead.to_now()


def planes() -> list[QObject]:
    """What paints the plane: built once there are points."""
    return [each for each in window.findChildren(QObject) if type(each).__name__ == "PlanePicture"]


def measure_plane() -> None:
    """Pictures of the plane while the hand drags over the whole run of a small network, three times."""
    spin(planes)
    (plane,) = planes()
    pictures: list[float] = []
    plane.picture_changed.connect(lambda _picture: pictures.append(time.perf_counter()))
    playhead, last = session.past.playhead, session.run.iteration
    rates = []
    for _ in range(3):
        pictures.clear()
        began = time.perf_counter()
        for number in range(3 * MOVES):
            playhead.go(round(last * (0.05 + 0.9 * number / (3 * MOVES))))
            spin(lambda due=began + (number + 1) * MOVE_S: time.perf_counter() >= due)
        rates.append(len(pictures) / (time.perf_counter() - began))
    note = f"of {', '.join(f'{rate:.0f}' for rate in rates)}; load {os.getloadavg()[0]:.1f}"
    report("pictures of the plane a second while dragging", statistics.median(rates), "20", "/s", note)
    playhead.to_now()


def measure_replay() -> None:
    """Training and the same training done again, in turns, by processor time."""
    from nn.network import Network
    from nn.replay import replay
    from nn.training import train as trained

    way = session.timeline.way
    start = way.before(way.last // 2)
    first = start.checkpoint.iteration
    end = first + (600 if start.spec.parameters > 10_000 else 3000)
    network, optimizer = Network(start.spec, None), start.config.build_optimizer()

    def once() -> None:
        start.checkpoint.restore(network, optimizer)
        for _ in trained(network, optimizer, start.data, start.config, first, end):
            pass

    with np.errstate(all="ignore"):
        times = interleaved({"train": once, "replay": lambda: replay(start, end)}, calls=1, rounds=7)
    note = f"{end - first} iterations, {start.spec.parameters:,} parameters"
    report("speed of replay, of that of training", 100 / ratio(times, "replay", "train"), "90", "%", note)


def measure_keeping(epochs: int) -> None:
    """The share of a run's processor time that goes into keeping waypoints."""
    spent.update(keeping=0.0, copying=0.0)
    before, done = time.process_time(), session.run.iteration
    train(epochs)
    whole = time.process_time() - before
    note = f"{session.run.iteration - done:,} iterations, {session.timeline.way.count} moments"
    report("keeping waypoints, of the run's processor time", 100 * spent["keeping"] / whole, "1", "%", note)
    report("the copies of weights that live views have as well", 100 * spent["copying"] / whole, "1", "%")


def measure_teaching() -> None:
    """The first answer to who taught the network, from kept moments."""
    session.looking.show_row(18)
    teachers, began = session.past.teachers, time.perf_counter()
    teachers.ask()
    spin(lambda: teachers.inquiry is not None and bool(teachers.inquiry.rough.updates))
    some = time.perf_counter() - began
    spin(lambda: teachers.inquiry.is_rough_whole)
    whole = time.perf_counter() - began
    load = f"load {os.getloadavg()[0]:.1f}"
    report("who taught that: something is shown", some, "5", "s", load)
    report("who taught that: the first answer is whole", whole, "5", "s", load)


def measure_copy() -> None:
    """The bytes that a copy against crashes writes after one edit, with all the past in the document."""
    from playground.session.document.copies.recovery import RecoveryFolder

    with tempfile.TemporaryDirectory() as place:
        folder = RecoveryFolder(Path(place))
        folder.keep(snapshot())
        before = sizes(Path(place))
        began = time.perf_counter()
        session.editing.edit_config("Set learning rate", lr=session.document.state.config.lr * 1.5)
        folder.keep(snapshot())
        took = time.perf_counter() - began
        new = sum(size for name, size in sizes(Path(place)).items() if name not in before)
        folder.close()
    whole = sum(before.values()) / 2**20
    report("a copy after one edit", new / 2**20, "2", "MB", f"whole {whole:.1f} MB; {took * 1e3:.0f} ms in its thread")


def snapshot():
    from playground.session.document.saved import SavedDocument

    return SavedDocument(session.state, way=session.timeline.kept, branches=session.timeline.branches)


def sizes(place: Path) -> dict[str, int]:
    return {path.name: path.stat().st_size for path in place.glob("*/*.safetensors")}


def measure_switch() -> None:
    """A branch from the middle of the run, trained on; then from one future to the other and back."""
    playhead = session.past.playhead
    playhead.go(session.run.iteration // 2)
    spin(lambda: playhead.is_exact)
    playhead.go_on_from_here()
    session.editing.edit_config("Set learning rate", lr=session.document.state.config.lr * 2)
    train(1)
    spin_for(2)
    calls, turns, work = [], [], []
    for _ in range(12):
        number = session.document.state.runs[0].label.number
        began = time.perf_counter()
        session.branches.switch(number)
        calls.append(time.perf_counter() - began)
        longest, longest_work = longest_turn(0.8)
        turns.append(longest)
        work.append(longest_work)
    figure("the first switch, which cuts the curve", calls[:1], "16")
    figure("switch to another branch", calls[2:], "16")
    figure("longest turn of the event loop after it", turns[2:], "16")
    figure("the same by the processor time of its thread", work[2:], "16")


def longest_turn(seconds: float) -> tuple[float, float]:
    """Let the event loop work for so long; return how long its longest turn took, by the wall and of processor time."""
    longest = longest_work = 0.0
    end = time.perf_counter() + seconds
    while (began := time.perf_counter()) < end:
        work = time.thread_time()
        app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 0)  # one turn
        longest = max(longest, time.perf_counter() - began)
        longest_work = max(longest_work, time.thread_time() - work)
        time.sleep(0.0005)
    return longest, longest_work


def measure_long() -> None:
    """A run of a million iterations of a small network stays within the figures."""
    session.editing.edit_spec("Set layers", NetworkSpec.mlp(2, (12, 8), 2))
    per_epoch = iterations_per_epoch(session.library.data, session.document.state.config)
    began = time.perf_counter()
    measure_keeping(-(-LONG // per_epoch))
    way = session.timeline.way
    took, size = time.perf_counter() - began, way.nbytes / 2**20
    print(f"2-D network, {session.run.iteration:,} iterations in {took:.0f} s, {way.count} moments kept, {size:.1f} MB")
    measure_scrubbing()
    measure_plane()
    measure_copy()
    measure_switch()


def book() -> None:
    """784-100-100-10 over 20 epochs."""
    if {"scrub", "replay", "keep", "teach", "copy", "switch"} & wanted:
        take("mnist")
        session.editing.edit_spec("Set layers", NetworkSpec.mlp(784, (100, 100), 10))
        session.editing.edit_config("Set optimizer", optimizer="Adam", optimizer_options={}, lr=0.001)
        session.looking.show_row(18)
        measure_keeping(BOOK_EPOCHS)
        parts = {"scrub": measure_scrubbing, "replay": measure_replay, "teach": measure_teaching}
        parts |= {"copy": measure_copy, "switch": measure_switch}
        for name, measure in parts.items():
            if name in wanted:
                measure()


def plane() -> None:
    """A 2-D network: some epochs, and a million iterations."""
    if {"scrub", "replay", "switch", "long"} & wanted:
        session.control.stop()
        session.document.begin(new_document())
        take("spiral")
        if {"scrub", "replay", "switch"} & wanted:
            measure_keeping(300)
            for name, measure in {"scrub": measure_plane, "replay": measure_replay, "switch": measure_switch}.items():
                if name in wanted:
                    measure()
        if "long" in wanted:
            measure_long()


ALL = ("scrub", "replay", "keep", "teach", "copy", "switch", "long")
wanted = set(sys.argv[1:]) or set(ALL)
if wanted - set(ALL):
    sys.exit(f"there is no {', '.join(sorted(wanted - set(ALL)))}; choose from {', '.join(ALL)}")
Timeline._on_run_passed = counted(Timeline._on_run_passed, "keeping")  # before a session connects it
app, window = create([])

from nn.network import NetworkSpec  # after `create`, which prepares the process
from nn.training import Checkpoint, iterations_per_epoch
from playground.session.document.first import new_document

Checkpoint.take = counted(Checkpoint.take, "copying")
spin(lambda: window.is_ready)
session = window.session
window.resize(1366, 728)
spin(lambda: session.library.data is not None and session.library.shipped is not None)
print(f"load {os.getloadavg()[0]:.2f}, {os.cpu_count()} processors")
book()
plane()
window.close()
app.processEvents()
