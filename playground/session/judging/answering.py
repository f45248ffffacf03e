"""What is asked about a network in a thread, with progress, at a pace that does not hold up training."""

from __future__ import annotations

import math
import time
from functools import partial
from threading import Event
from typing import TYPE_CHECKING, Any, ClassVar

import numpy as np
from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from nn.inspection.surfaces import Meaning
from nn.network import Network
from playground.session.loading import Job, Loaded, Loader

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from nn.arrays import Array
    from nn.datasets.base import Dataset
    from nn.network import NetworkSpec
    from playground.session.library import Library
    from playground.session.looking.looking import Looking
    from playground.session.running.run import TrainingRun

LIVE_S, SELDOM_S, AT_REST_S = 1.0, 10.0, math.inf
"""Seconds between two times that something is asked while training runs: the paces that there are."""
_SHARE_OF_TRAINING = 0.02  # of a run's time that may be spent on this beside it


class Pace:
    """How often what is asked is asked again while training runs: a person's choice, the same for all."""

    def __init__(self) -> None:
        self.seconds = LIVE_S


class Answering(QObject):
    """Has one question answered in a thread; the same question, the same answer.

    Whoever wants to know calls `ask`, as often as they like. An answer to an earlier moment stays while a newer one is
    on the way (see `is_current`); `cancel` drops what is under way, and nothing is asked until `resume` or until the
    network or the data are others.

    Attributes
    ----------
    result
        The last whole answer, None without one.
    coming
        What is there of the one under way, None where there is nothing to show of it yet.
    is_cancelled : bool
        Whether a person wants no answer now.
    """

    tells_progress: ClassVar[bool] = False
    """Whether there is something to show before the whole answer is there."""

    changed = Signal()
    """There is another answer, more of one, or none any more."""
    failed = Signal(str)
    """Traceback of an error."""
    _told = Signal(object, object)

    def __init__(
        self, looking: Looking, library: Library, run: TrainingRun, pace: Pace, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._looking, self._library, self._run, self._pace = looking, library, run, pace
        self.result: Any = None
        self.coming: Any = None
        self.is_cancelled = False
        self._answered: object = None
        self._asking: object = None
        self._dropped = Event()  # tells a job that nobody waits for it any more
        self._begun = self._ended = self._took = -math.inf
        self._loader = Loader(self)
        self._loader.loaded.connect(self._on_loaded)
        self._told.connect(self._on_told)
        looking.network_changed.connect(self._forget)
        library.data_changed.connect(self._forget)

    def close(self) -> None:
        """Drop what is being asked and end the thread."""
        self._dropped.set()
        self._loader.close()

    # ---- what is asked: those who inherit say

    def network(self) -> Network | None:
        """Return the network that is asked."""
        return self._looking.network

    def question(self) -> object:
        """Return whose answers to what, with objects that are others when something changed; None for nothing."""
        raise NotImplementedError

    def work(self, question: Any) -> Callable[[Network], Iterator[Any]]:
        """Return what answers it in a thread, about a copy of the network.

        It yields None after each piece of the work, and what there is whenever there is more.
        """
        raise NotImplementedError

    def obstacle(self) -> str:
        """Say why there is nothing to ask, in the person's language; empty if there is."""
        raise NotImplementedError

    # ---- and when

    @property
    def is_current(self) -> bool:
        """Whether the answers are those of the network as it is now."""
        return self._answered is not None and self._answered == self.question()

    @property
    def is_asking(self) -> bool:
        """Whether an answer is under way."""
        return self._asking is not None and not self._dropped.is_set()

    def ask(self) -> None:
        """Have the question of the moment answered, unless it is, will be, or that would hold up training."""
        question, network = self.question(), self.network()
        if question is None or network is None or self.is_cancelled or self._asking is not None:
            return
        if question == self._answered or (self._run.is_running and self._is_too_soon()):
            return
        self._asking, self._begun, self.coming = question, time.monotonic(), None
        self._dropped = Event()
        params, state = network.flat_params.copy(), network.flat_state.copy()
        tell = partial(self._told.emit, self._dropped) if self.tells_progress else None
        work = self.work(question)
        self._loader.load(Job(question, partial(_answered, network.spec, params, state, work, self._dropped, tell)))

    def _is_too_soon(self) -> bool:
        if self._ended < 0:
            return False
        return time.monotonic() < self._ended + max(self._pace.seconds, self._took / _SHARE_OF_TRAINING)

    @Slot()
    def cancel(self) -> None:
        """Drop what is under way, and ask nothing until a person wants to know again."""
        self._drop()
        self.is_cancelled = True
        self.changed.emit()

    @Slot()
    def resume(self) -> None:
        """Ask again."""
        self.is_cancelled = False
        self._ended = -math.inf
        self.ask()
        self.changed.emit()

    def begin_anew(self) -> None:
        """Forget the answer: another one is wanted."""
        self._forget(None)

    def _drop(self) -> None:
        self._dropped.set()
        self.coming = None

    @Slot(object)
    def _forget(self, _what: object) -> None:
        self._drop()
        self.result = self._answered = None
        self.is_cancelled, self._ended = False, -math.inf
        self.changed.emit()

    @Slot(object, object)
    def _on_told(self, dropped: Event, coming: object) -> None:
        if dropped is self._dropped and not dropped.is_set():
            self.coming = coming
            self.changed.emit()

    @Slot(object)
    def _on_loaded(self, loaded: Loaded) -> None:
        asked_about, self._asking = self._asking, None
        self._ended = time.monotonic()
        self._took = self._ended - self._begun
        if not self._dropped.is_set():  # else it is another network's, or about other samples
            self.result, self._answered = loaded.result, asked_about  # after a failure nothing, and not asked again
        self.coming = None
        if loaded.failure:
            self.failed.emit(loaded.failure)
        self.changed.emit()  # whoever looks asks again if the network has moved on


def obstacle_to_asking(spec: NetworkSpec, data: Dataset | None, part: str) -> str:
    """Say why a network cannot be asked about some data, in the person's language; empty if it can."""
    if data is None:
        return QCoreApplication.translate("Session", "The data are still being loaded.")
    if math.prod(data.input_shape) != math.prod(spec.input_shape):
        return QCoreApplication.translate(
            "Session", "The network that you look at takes other inputs than your data have."
        )
    meaning = Meaning.of(spec, data)
    if meaning.classes != tuple(data.classes) or (not meaning.classes and spec.outputs != data.outputs):
        return QCoreApplication.translate(
            "Session", "The network that you look at has other outputs than your data have answers."
        )
    if not len(data.x_test if part == "test" else data.x):
        return QCoreApplication.translate("Session", "There are no samples in this part of the data.")
    return ""


def _answered(
    spec: NetworkSpec,
    params: Array,
    state: Array,
    work: Callable[[Network], Iterator[Any]],
    dropped: Event,
    tell: Callable[[object], object] | None,
) -> Any:
    """Return the last answer there is, or None when nobody waits for it any more."""
    network = Network(spec, None)
    network.load(params, state)
    last = None
    with np.errstate(all="ignore"):  # a network that diverged gives NaN, which is counted as such
        for piece in work(network):
            if dropped.is_set():
                return None
            if piece is not None:
                last = piece
                if tell is not None:
                    tell(piece)
    return last
