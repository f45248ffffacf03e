"""The watches of a person: entered, ordered and taken away, each an undo step; and their values at the moment."""

from __future__ import annotations

import math
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, Signal, Slot

from nn.messages import Message
from playground.session.own_code.code_history import CodeHistory, History
from playground.session.phrase import Phrase
from playground.session.stepping.watch_expression import STATISTICS, Reading, Watch, WatchError
from playground.session.stepping.watch_names import named_shapes
from playground.session.stepping.watch_recorder import WatchRecorder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nn.trace import Event
    from playground.session.document.document import Document
    from playground.session.library import Library
    from playground.session.own_code.code_scope import CodeScope
    from playground.session.running.run import TrainingRun
    from playground.session.stepping.debugger import Debugger
    from playground.session.stepping.stepped_last import SteppedLast
    from playground.session.stepping.watch_expression import Dimensions


MOST = 2000
"""Readings of a watch that are given to a plot in a row."""
_ROUNDING = 1e-5  # share of a number by which two ways to compute it may differ


class Step(NamedTuple):
    """A change of a watched value within a pass: the event that made it, and what the watch said then."""

    event: int
    reading: Reading


class Series(NamedTuple):
    """What a watch said from one iteration, or call of a function, to the next."""

    iterations: Sequence[int] = ()
    readings: Sequence[Reading] = ()


class WatchEditing(QObject):
    """Changes the document's watches, and reads them: in the pass that is stepped through, and over training.

    Attributes
    ----------
    recorder : WatchRecorder
        Reads them while training comes along.
    """

    readings_changed = Signal()
    """Some watch may say something else."""
    failed = Signal(str)
    """Traceback of an error while reading."""

    def __init__(
        self,
        document: Document,
        run: TrainingRun,
        library: Library,
        debugger: Debugger,
        last: SteppedLast,
        code: CodeScope,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._run, self._debugger = document, run, debugger
        self._last, self._code, self._history = last, code, CodeHistory(code)
        last.changed.connect(self.readings_changed)
        code.changed.connect(self.readings_changed)
        self.recorder = WatchRecorder(document, run, library, self)
        self.recorder.read.connect(self.readings_changed)
        self.recorder.failed.connect(self.failed)
        self._read: dict[tuple[str | int | None, ...], Reading | None] = {}
        debugger.trace_changed.connect(self._on_trace_changed)
        debugger.moved.connect(self.readings_changed)
        run.running_changed.connect(self.readings_changed)

    def close(self) -> None:
        """End the thread that reads; the session calls it at its end."""
        self.recorder.close()

    # ---- editing

    @property
    def all(self) -> tuple[str, ...]:
        """The document's watches."""
        return self._document.state.watches

    def add(self, text: str) -> None:
        """Watch something more.

        Raises
        ------
        WatchError
            If the text is not understood, names nothing of this network, or is watched already.
        """
        self._set(QT_TRANSLATE_NOOP("WatchEditing", "Add watch"), (*self.all, self._checked(text)))

    def replace(self, position: int, text: str) -> None:
        """Watch something else in the place of one; WatchError as for `add`."""
        if "".join(text.split()) == self.all[position]:
            return
        changed = (*self.all[:position], self._checked(text), *self.all[position + 1 :])
        self._set(QT_TRANSLATE_NOOP("WatchEditing", "Change watch"), changed)

    def remove(self, position: int) -> None:
        """Watch one thing less."""
        rest = (*self.all[:position], *self.all[position + 1 :])
        self._set(QT_TRANSLATE_NOOP("WatchEditing", "Remove watch"), rest)

    def move(self, position: int, to: int) -> None:
        """Let one stand at another place of the list."""
        rest = [*self.all[:position], *self.all[position + 1 :]]
        rest.insert(to, self.all[position])
        self._set(QT_TRANSLATE_NOOP("WatchEditing", "Move watch"), tuple(rest))

    def _checked(self, text: str) -> str:
        watch = Watch.parse(text)
        if not (self._last.is_code and self._is_of_code(watch)):
            self._check(watch)
        if str(watch) in self.all:
            raise WatchError(Message("{watch} is watched already.", watch=str(watch)))
        return str(watch)

    def _check(self, watch: Watch) -> None:
        """Check a watch by the shapes of a mini-batch, or by those of the pass that is stepped through."""
        shapes = self._shapes_for(watch)
        try:
            watch.check(shapes, self._document.state.config.batch_size)
        except WatchError:
            if not self._debugger.trace or self._samples_in_trace is None:
                raise
            watch.check(shapes, self._samples_in_trace)

    def _is_of_code(self, watch: Watch) -> bool:
        """Say whether the function of a person's own that is stepped through has what is watched."""
        return bool(watch.names) and watch.names <= self._code.ever()

    def _set(self, text: object, watches: tuple[str, ...]) -> None:
        self._document.edit(Phrase("WatchEditing", text), watches=watches)

    # ---- what can be watched

    def completions(self) -> tuple[str, ...]:
        """Return texts that can be watched: every name, and the statistics of each that is an array."""
        if self._last.is_code:
            names = self._code.names
            return (*names, *(f"{statistic}({name})" for statistic in STATISTICS for name in names))
        shapes = self._shapes()
        arrays = [name for name, shape in shapes.items() if shape]
        statistics = (f"{statistic}({name})" for statistic in STATISTICS for name in arrays)
        return (*shapes, *statistics, *sorted(self._inner_names() - shapes.keys()))

    def _shapes(self) -> dict[str, Dimensions]:
        state = self._document.state
        return named_shapes(state.spec, state.config.optimizer)

    def _shapes_for(self, watch: Watch) -> dict[str, Dimensions]:
        """Return the shapes of what has a name in the network, and of what the watch names inside a layer."""
        shapes = self._shapes()
        for name in watch.names - shapes.keys():
            if name in self._inner_names():
                shapes[name] = self._debugger.trace[-1].values[name].shape
        return shapes

    @property
    def _samples_in_trace(self) -> int | None:
        first = self._debugger.trace[0] if self._debugger.trace else None
        x = None if first is None else first.inputs.get("x")
        return None if x is None else len(x)

    def _inner_names(self) -> set[str]:
        """Return the names of what the trace makes, also inside of layers."""
        return {name for event in self._debugger.trace for name in event.outputs}

    # ---- what the watches say

    @property
    def is_stepping(self) -> bool:
        """Whether the watches say what is known where stepping stands."""
        return self._last.is_code or (self._debugger.is_open and not self._run.is_running)

    @property
    def length(self) -> int:
        """How many steps the plots of what is stepped through have, 0 where nothing is."""
        if self._last.is_code:
            return self._history.length
        if not self.is_stepping:
            return 0
        return len(self._debugger.trace)

    def now(self, text: str) -> Reading | None:
        """Return what a watch says: at the debugger's cursor, else where training stands.

        None stands for not yet known, and for a watch that this network knows nothing of.
        """
        if self._last.is_code:
            return self._read_code(text)
        if not self.is_stepping:
            return self.recorder.latest(text)
        event = self._debugger.current
        return None if event is None else self._read_at(event, text)

    def is_known(self, text: str) -> bool:
        """Say whether what is stepped through, or the network, has what is watched; it may have lost it."""
        try:
            watch = Watch.parse(text)
            if self._last.is_code:
                return self._is_of_code(watch)
            self._check(watch)
        except WatchError:
            return False
        return True

    def series(self, text: str) -> Series:
        """Return what a watch said at iterations it was read at, spread evenly; of own code at each earlier call."""
        if self._last.is_code:
            watch = _parsed(text)
            return Series() if watch is None else Series(*self._history.over_calls(watch))
        return Series(*self.recorder.series(text).thinned(MOST))

    def steps(self, text: str) -> tuple[Step, ...]:
        """Return how a watch changed within the pass, up to the debugger's cursor."""
        if self._last.is_code:
            watch = _parsed(text)
            history = History() if watch is None else self._history.within(watch)
            return tuple(map(Step, *history))
        if not self.is_stepping:
            return ()
        names = _names_in(text)
        made = [e for e in self._debugger.trace[: self._debugger.cursor] if not names.isdisjoint(e.outputs)]
        steps: list[Step] = []
        for event in made:
            reading = self._read_at(event, text)
            if reading is not None and not (steps and _is_same(steps[-1].reading, reading)):
                steps.append(Step(event.index, reading))
        return tuple(steps)

    def _read_code(self, text: str) -> Reading | None:
        names = _names_in(text)
        return Watch.parse(text).read(self._code.value) if names and names <= set(self._code.names) else None

    def _read_at(self, event: Event, text: str) -> Reading | None:
        names, values = _names_in(text), event.values
        if not names or not all(name in values for name in names):
            return None
        arrays = {name: values[name] for name in sorted(names)}
        key = (text, *(event.origin_of(name, array) for name, array in arrays.items()))
        if key not in self._read:
            self._read[key] = Watch.parse(text).read(arrays.__getitem__)
        return self._read[key]

    @Slot()
    def _on_trace_changed(self) -> None:
        self._read.clear()
        self.readings_changed.emit()


def _parsed(text: str) -> Watch | None:
    """Return a watch, None if the text is none: a file may hold any."""
    try:
        return Watch.parse(text)
    except WatchError:
        return None


def _names_in(text: str) -> frozenset[str]:
    """Return the names of what is watched."""
    watch = _parsed(text)
    return frozenset() if watch is None else watch.names


def _is_same(a: Reading, b: Reading) -> bool:
    """Say whether a whole layer gave again what its nodes had made, as it does but for rounding."""
    return all(map(partial(math.isclose, rel_tol=_ROUNDING), a, b))
