"""A learner's own network or optimizer learns MNIST in a process of its own, and reads what the person draws."""

from __future__ import annotations

import time
from collections import deque
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from playground.safety.threads import WorkerThread
from playground.session.loading import Job, Loaded, Loader
from playground.session.own_code.following import Following

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from nn.own_code.training.trainable import Trainable
    from playground.confined.child import Child, Report
    from playground.confined.ending import Ending
    from playground.confined.trained import Progress, Remains
    from playground.session.document.code import Code
    from playground.session.own_code.own_code import OwnCode

TRAIN_SAMPLES = 60_000
CLASSES = 10
_STOP_MS = 50
"""So long a training has to hand in its parameters; it is ended as long again after that."""
_GRACE_S = 0.05
_RATE_OVER_S = 1.5
_MOST_PRINTED = 100_000
_ROOM = 2**20
MOST_PARAMETERS = 2**21
"""Numbers of a network that are kept: more of them is not believed to be a learner's."""
_BYTES_OF_A_NUMBER = 8


class Stage(Enum):
    """How far a training is."""

    NONE = "none"
    STARTING = "starting"
    TRAINING = "training"
    PAUSED = "paused"
    DONE = "done"
    """It has made its iterations, or its loss is no number; the network is there and can be asked."""
    ENDED = "ended"
    """The process is gone; its parameters and curves are there."""


ALIVE = frozenset({Stage.STARTING, Stage.TRAINING, Stage.PAUSED, Stage.DONE})


@dataclass(frozen=True)
class Settings:
    """What a person chose.

    Attributes
    ----------
    network, optimizer : str
        Names of classes of the code; empty: the book's TwoLayerNet of the layers that are there, and plain SGD.
    lr : float
    hidden : int
        Neurons of the hidden layer.
    batch_size, epochs, seed : int
    """

    network: str = ""
    optimizer: str = ""
    lr: float = 0.1
    hidden: int = 50
    batch_size: int = 100
    epochs: int = 17
    seed: int = 0

    @property
    def epoch(self) -> int:
        """Iterations of an epoch."""
        return max(1, TRAIN_SAMPLES // self.batch_size)

    @property
    def iterations(self) -> int:
        """Iterations of all epochs."""
        return self.epochs * self.epoch


@dataclass(frozen=True, eq=False)
class Reading:
    """What the learner's network says of a digit.

    Attributes
    ----------
    pixels : ndarray
        The digit.
    probabilities : tuple of float
        Of the classes 0 to 9; may hold what is not finite.
    iteration : int
        After so many updates.
    """

    pixels: NDArray[np.float32]
    probabilities: tuple[float, ...]
    iteration: int


class OwnTraining(QObject):
    """One training at a time, of the code as it was when it was started. Nothing that it says is believed unseen.

    Attributes
    ----------
    stage : Stage
    settings : Settings
        Of the training that there is, or was.
    code : Code or None
        What was trained.
    losses : list of float
        One an iteration, in order; may hold what is not finite.
    accuracies : list of (int, float)
        Iterations, and the share of the test data that was read rightly after them.
    reading : Reading or None
        Of the digit that was last asked for.
    wanted : ndarray or None
        The digit that it shall read.
    parameters : Mapping of str to ndarray
        The latest that were handed in, at `parameters_at`.
    remains : Remains or None
        What cannot be kept.
    ending : Ending or None
        Why there is no process any more.
    """

    changed = Signal()
    """The stage, or why it ended."""
    progressed = Signal()
    """Losses, accuracies, prints, parameters."""
    read = Signal()
    """The reading is another one."""
    failed = Signal(str)
    """Traceback of an error of the program's own."""
    _followed = Signal(object)

    def __init__(self, own: OwnCode, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._own = own
        self._thread: WorkerThread | None = None
        self._child: Child | None = None
        self._loader = Loader(self)
        self._loader.loaded.connect(self._on_loaded)
        self._hurry = QTimer(self, singleShot=True, interval=_STOP_MS)
        self._hurry.timeout.connect(self._on_hurry)
        self._forget(Settings(), None)

    def _forget(self, settings: Settings, code: Code | None) -> None:
        self.settings, self.code = settings, code
        self.stage = Stage.NONE
        self.losses: list[float] = []
        self.accuracies: list[tuple[int, float]] = []
        self.reading: Reading | None = None
        self.parameters: Mapping[str, NDArray[np.generic]] = {}
        self.parameters_at = 0
        self.remains: Remains | None = None
        self.ending: Ending | None = None
        self.printed, self.left_out = "", 0
        self._times: deque[tuple[float, int]] = deque()
        self._next_look = 0
        self._is_stopping = False
        self.wanted: NDArray[np.float32] | None = None
        self._asked: NDArray[np.float32] | None = None

    def close(self) -> None:
        """End the training, and the threads."""
        if self._child is not None:
            self._child.kill()
            self._child = None
        self._hurry.stop()
        self._loader.close()
        if self._thread is not None:
            worker = self._thread.worker
            assert isinstance(worker, Following)
            worker.leave()
            self._thread.end()
            self._thread = None

    # ---- what a person does

    @property
    def is_alive(self) -> bool:
        """Whether there is a network that learns, or can be asked."""
        return self.stage in ALIVE

    @property
    def iteration(self) -> int:
        """Updates so far."""
        return len(self.losses)

    @property
    def rate(self) -> float:
        """Iterations a second of late; 0 where none are made."""
        if self.stage is not Stage.TRAINING or len(self._times) < 2:
            return 0.0
        (first, before), (last, now) = self._times[0], self._times[-1]
        return (now - before) / (last - first) if last > first else 0.0

    @property
    def keeps_parameters(self) -> bool:
        """Whether it is known how many parameters there are, and there is room for them."""
        return self.remains is not None and self.remains.parameters <= MOST_PARAMETERS

    def start(self, settings: Settings) -> bool:
        """Train the code as it is now from the beginning, if it may run; say whether it may."""
        code = self._own.code
        if code is None or not self._own.may_run:
            return False
        self._drop()
        self._forget(settings, code)
        self.stage = Stage.STARTING
        self._loader.load(Job(settings, _SiblingsOf(code)))
        self.changed.emit()
        return True

    def pause(self) -> None:
        """Make no more updates; the network can be asked meanwhile."""
        if self.stage is Stage.TRAINING and self._child is not None:
            self._ask({"do": "pause"})
            self._ask({"do": "accuracy"})
            self._set_stage(Stage.PAUSED)

    def go_on(self) -> None:
        """Make updates again."""
        if self.stage is Stage.PAUSED and self._child is not None:
            self._times.clear()
            self._ask({"do": "resume"})
            self._set_stage(Stage.TRAINING)

    def stop(self) -> None:
        """End the process, with the latest parameters if it hands them in at once; within a tenth of a second."""
        if self.stage is Stage.STARTING and self._child is None:
            self._set_stage(Stage.ENDED)  # before there was a process
        elif self._child is not None and not self._is_stopping:
            self._is_stopping = True
            self._ask_for_params()
            self._hurry.start(_STOP_MS if self.keeps_parameters else 0)

    def look_at(self, pixels: NDArray[np.float32] | None) -> None:
        """Have the network read a digit; `read` follows. None: nothing to read."""
        self.wanted = pixels
        if pixels is None:
            self._set_reading(None)
        else:
            self._ask_to_read()

    # ---- the process

    def _drop(self) -> None:
        """Forget a process; what it still says is heard by nobody."""
        self._hurry.stop()
        if self._child is not None:
            self._child.kill()
            self._child = None

    @Slot(object)
    def _on_loaded(self, loaded: Loaded) -> None:
        if loaded.key is not self.settings or self.stage is not Stage.STARTING:
            return  # another one was started, or this one stopped
        if loaded.failure:
            self._set_stage(Stage.ENDED)
            self.failed.emit(loaded.failure)
            return
        self._begin(loaded.result)

    def _begin(self, siblings: dict[str, str]) -> None:
        from playground.confined.child import Child
        from playground.confined.limits import TRAINING

        code, settings = self.code, self.settings
        assert code is not None
        child = Child("train", TRAINING)
        child.ask(
            {
                "source": code.text,
                "name": code.name,
                "siblings": siblings,
                "network": settings.network or None,
                "optimizer": settings.optimizer or None,
                "hidden": settings.hidden,
                "lr": settings.lr,
                "batch_size": settings.batch_size,
                "iterations": settings.iterations,
                "seed": settings.seed,
            }
        )
        self._child = child
        self._ask({"do": "state"})
        self._follow(child)

    def _follow(self, child: Child) -> None:
        if self._thread is None:
            worker = Following()
            self._followed.connect(worker.follow)
            worker.told.connect(self._on_told)
            worker.ended.connect(self._on_ended)
            worker.failed.connect(self._on_failed)
            self._thread = WorkerThread(worker, "own training", self)
            self._thread.begin()
        self._followed.emit(child)

    def _ask(self, order: dict[str, object], arrays: dict[str, NDArray[np.float32]] | None = None) -> None:
        if self._child is not None:
            self._child.ask(order, arrays, self._room())

    def _room(self) -> int:
        """Bytes that a report may bring: as many as its parameters take."""
        parameters = self.remains.parameters if self.remains is not None and self.keeps_parameters else 0
        return _ROOM + parameters * _BYTES_OF_A_NUMBER

    def _ask_for_params(self) -> None:
        if self.keeps_parameters:
            self._ask({"do": "params"})

    def _ask_to_read(self) -> None:
        """Ask for one digit at a time: while the pen moves, the ones in between are left out."""
        if self._asked is None and self.wanted is not None and self._child is not None and not self._is_stopping:
            self._asked = self.wanted
            self._ask({"do": "predict"}, {"x": self._asked.reshape(1, -1)})

    # ---- what it says

    @Slot(object, object)
    def _on_told(self, child: Child, report: Report) -> None:
        worker = self._thread.worker if self._thread is not None else None
        if child is self._child:
            try:
                self._take(report)
            except ValueError:
                self._refuse(child)
        if isinstance(worker, Following):
            worker.take_next()

    def _refuse(self, child: Child) -> None:
        """End a process that says what cannot be."""
        from playground.confined.ending import How, ending
        from playground.confined.limits import TRAINING

        child.kill()
        self._child = None
        self.ending = ending(How.GARBLED, TRAINING)
        self._set_stage(Stage.ENDED)

    def _take(self, report: Report) -> None:
        from playground.confined.trained import progress

        self.printed = (self.printed + report.printed)[-_MOST_PRINTED:]
        self.left_out += report.left_out
        if report.is_answer or "iteration" not in report.data:  # an answer is the end, a failure is told by the ending
            return
        told = progress(report)
        self._take_losses(told)
        match told.answers:
            case "state":
                self.remains = told.remains
            case "accuracy":
                self._take_accuracy(told)
            case "predict":
                self._take_reading(told)
            case "params":
                self._take_params(told)
        self.progressed.emit()

    def _take_losses(self, told: Progress) -> None:
        losses = () if told.losses is None else told.losses
        before = self.iteration
        if told.iteration > self.settings.iterations or (
            told.losses is not None and told.iteration != before + len(losses)
        ):
            raise ValueError("losses")
        if not len(losses):
            return
        self.losses.extend(float(loss) for loss in losses)
        self._count(told.iteration)
        if self.stage is Stage.STARTING:
            self._set_stage(Stage.TRAINING)
        if told.is_done or told.iteration >= self._next_look:
            self._next_look = (told.iteration // self.settings.epoch + 1) * self.settings.epoch
            self._ask({"do": "accuracy"})
            self._ask({"do": "state"})
            self._ask_for_params()
            self._ask_to_read()
        if told.is_done:
            self._set_stage(Stage.DONE)

    def _count(self, iteration: int) -> None:
        now = time.monotonic()
        self._times.append((now, iteration))
        while now - self._times[0][0] > _RATE_OVER_S and len(self._times) > 2:
            self._times.popleft()

    def _take_accuracy(self, told: Progress) -> None:
        if told.test_accuracy is None:
            raise ValueError("accuracy")
        at = (told.iteration, float(told.test_accuracy))
        if not self.accuracies or self.accuracies[-1][0] < at[0]:
            self.accuracies.append(at)
        self._ask_to_read()

    def _take_reading(self, told: Progress) -> None:
        from nn.own_code.training.answers import probabilities

        pixels, self._asked = self._asked, None
        y = told.arrays.get("y")
        if pixels is None or y is None or y.dtype.kind not in "fiub" or y.shape != (1, CLASSES):
            raise ValueError("answer")
        if self.wanted is not None:
            self._set_reading(Reading(pixels, tuple(map(float, probabilities(y)[0])), told.iteration))
        if self.wanted is not pixels:
            self._ask_to_read()

    def _take_params(self, told: Progress) -> None:
        self.parameters, self.parameters_at = told.arrays, told.iteration
        if self._is_stopping and self._child is not None:
            self._hurry.stop()
            self._child.stop(_GRACE_S)

    def _set_reading(self, reading: Reading | None) -> None:
        self.reading = reading
        self.read.emit()

    @Slot()
    def _on_hurry(self) -> None:
        if self._child is not None:
            self._child.stop(_GRACE_S)

    @Slot(object, object)
    def _on_ended(self, child: Child, ending: Ending) -> None:
        if child is not self._child:
            return
        self._hurry.stop()
        self._child, self.ending = None, ending
        self._set_stage(Stage.ENDED)

    @Slot(str)
    def _on_failed(self, traceback: str) -> None:
        self._child = None
        self._set_stage(Stage.ENDED)
        self.failed.emit(traceback)

    def _set_stage(self, stage: Stage) -> None:
        self.stage = stage
        self.changed.emit()


class _SiblingsOf:
    """Reads the files that code imports: work for a thread, they may lie on a slow disk."""

    def __init__(self, code: Code) -> None:
        self._code = code

    def __call__(self) -> dict[str, str]:
        from playground.session.own_code.siblings import siblings

        return siblings(self._code)


def trainable_in(code: Code) -> Trainable:
    """Return what of a code can be trained; its text is read, nothing of it runs."""
    from nn.own_code.source import Source
    from nn.own_code.training.trainable import trainable

    return trainable(Source(code.text, code.name))
