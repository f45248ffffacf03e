"""A program run to its end in a process of its own, for the numbers that it comes to."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal, Slot

from playground.session.loading import Job, Loaded, Loader

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playground.confined.checking import Check
    from playground.confined.ending import Ending
    from playground.session.document.code import Code
    from playground.session.own_code.own_code import OwnCode

OWN = "own"
"""As which module the learner's code stands beside a program that uses it."""


@dataclass(frozen=True)
class Wanted:
    """What is to be measured.

    Attributes
    ----------
    names
        The numbers, by the names that the program has for them.
    program
        A program that imports the code as `OWN`; empty to run the code itself.
    judged
        The classes and functions of the code that must be right before such a program runs.
    """

    names: tuple[str, ...]
    program: str = ""
    judged: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Measured:
    """What came of it.

    Attributes
    ----------
    code
        The code that ran.
    ending
        Whether it came to its end, or why not.
    values
        The numbers that there were.
    wrong
        The classes and functions that are not right.
    """

    code: Code
    ending: Ending
    values: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    wrong: tuple[str, ...] = ()


class Measuring(QObject):
    """Runs the code when a person asks, if it may run.

    Attributes
    ----------
    measured : Measured or None
        What came of the last one that came to its end.
    """

    changed = Signal()
    failed = Signal(str)
    """Traceback of an error of the program's own."""

    def __init__(self, own: OwnCode, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._own = own
        self.measured: Measured | None = None
        self._check: Check | None = None  # under way
        self._loader = Loader(self)
        self._loader.loaded.connect(self._on_loaded)
        own.changed.connect(self._on_code_changed)

    def close(self) -> None:
        """End what runs, and the thread."""
        self._drop()
        self._loader.close()

    @property
    def is_busy(self) -> bool:
        """Whether something runs."""
        return self._check is not None

    def start(self, wanted: Wanted) -> None:
        """Run the code as it is now, if it may run."""
        code = self._own.code
        self._drop()
        self.measured = None
        if code is not None and self._own.may_run:
            self._check, work = _prepared(code, wanted)
            self._loader.load(Job((self._check, code), work))
        self.changed.emit()

    def cancel(self) -> None:
        """End what runs."""
        self._drop()
        self.changed.emit()

    def _drop(self) -> None:
        if self._check is not None:
            self._check.cancel()
            self._check = None

    @Slot()
    def _on_code_changed(self) -> None:
        code = self._own.code
        if self.measured is not None and (code is None or code.text != self.measured.code.text):
            self.measured = None
            self.changed.emit()

    @Slot(object)
    def _on_loaded(self, loaded: Loaded) -> None:
        check, _ = cast("tuple[Check, Code]", loaded.key)
        if check is not self._check:
            return  # it was cancelled
        self._check = None
        if loaded.failure:
            self.failed.emit(loaded.failure)
        else:
            self.measured = loaded.result
        self.changed.emit()


def _prepared(code: Code, wanted: Wanted) -> tuple[Check, partial[Measured]]:
    from playground.confined.checking import Check
    from playground.confined.limits import Limits

    check = Check("measure", Limits(cpu_seconds=90.0, seconds=300.0))  # a whole epoch of MNIST, on a slow machine
    return check, partial(_measured, check, code, wanted)


def _measured(check: Check, code: Code, wanted: Wanted) -> Measured:
    """Work in a thread."""
    from playground.confined.measured import measured_in, wrong_in
    from playground.session.own_code.siblings import siblings

    check.start()
    beside = dict(siblings(code))
    if wanted.program:
        request = {"source": wanted.program, "name": "training.py", "siblings": {**beside, OWN: code.text}}
    else:
        request = {"source": code.text, "name": code.name, "siblings": beside}
    judged = list(wanted.judged) if wanted.program else []
    answer = check.run({**request, "names": list(wanted.names), "judged": judged, "beside": OWN})
    values = MappingProxyType(measured_in(answer.data, wanted.names))
    return Measured(code, answer.ending, values, wrong_in(answer.data, wanted.judged))
