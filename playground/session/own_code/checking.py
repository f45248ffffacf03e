"""The code run in a process of its own, again after each change, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from playground.session.loading import Job, Loaded, Loader

if TYPE_CHECKING:
    from playground.confined.checking import Answer, Check
    from playground.session.document.code import Code
    from playground.session.own_code.own_code import OwnCode

PAUSE_MS = 300
"""Without a change for so long, what was changed is checked."""


@dataclass(frozen=True, eq=False)
class Outcome:
    """What came of a check.

    Attributes
    ----------
    code
        What was checked.
    answer
        What its process said.
    """

    code: Code
    answer: Answer


class Checking(QObject):
    """Checks the code when a person asks, and from then on whenever it is another, until they cancel that.

    Attributes
    ----------
    outcome : Outcome or None
        Of the last check that came to its end.
    is_following : bool
        Whether a change is checked by itself.
    """

    changed = Signal()
    failed = Signal(str)
    """Traceback of an error of the program's own."""

    def __init__(self, own: OwnCode, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._own = own
        self.outcome: Outcome | None = None
        self.is_following = False
        self._check: Check | None = None  # under way
        self._loader = Loader(self)
        self._loader.loaded.connect(self._on_loaded)
        self._soon = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._soon.timeout.connect(self._on_pause)
        own.changed.connect(self._on_code_changed)

    def close(self) -> None:
        """End what runs, and the thread."""
        self._soon.stop()
        self._drop()
        self._loader.close()

    @property
    def is_busy(self) -> bool:
        """Whether a check is under way."""
        return self._check is not None

    @property
    def is_current(self) -> bool:
        """Whether the outcome is that of the code as it is now."""
        code = self._own.code
        return self.outcome is not None and code is not None and _same(self.outcome.code, code)

    def start(self) -> None:
        """Check the code as it is now, if it may run."""
        code = self._own.code
        self._soon.stop()
        self._drop()
        if code is not None and self._own.may_run and code.text.strip():
            self.is_following = True
            self._check, work = _prepared(code)
            self._loader.load(Job((self._check, code), work))
        self.changed.emit()

    def cancel(self) -> None:
        """End the check, and check no changes until a person asks again."""
        self.is_following = False
        self._soon.stop()
        self._drop()
        self.changed.emit()

    def _drop(self) -> None:
        if self._check is not None:
            self._check.cancel()
            self._check = None

    @Slot()
    def _on_code_changed(self) -> None:
        code = self._own.code
        if self.outcome is not None and (code is None or not _same_file(self.outcome.code, code)):
            self.outcome, self.is_following = None, False  # another file
        if self.is_following and not self.is_current:
            self._soon.start()
        self.changed.emit()

    @Slot()
    def _on_pause(self) -> None:
        if self.is_following and not self.is_current:
            self.start()

    @Slot(object)
    def _on_loaded(self, loaded: Loaded) -> None:
        check, code = cast("tuple[Check, Code]", loaded.key)
        if check is not self._check:
            return  # it was cancelled
        self._check = None
        if loaded.failure:
            self.failed.emit(loaded.failure)
        else:
            self.outcome = Outcome(code, loaded.result)
        self.changed.emit()


def _prepared(code: Code) -> tuple[Check, partial[Answer]]:
    from playground.confined.checking import Check

    check = Check("run")
    return check, partial(_run, check, code)


def _run(check: Check, code: Code) -> Answer:
    """Work in a thread: also reading the files that the code imports, which may lie on a slow disk."""
    from playground.session.own_code.siblings import siblings

    check.start()  # it prepares itself meanwhile
    return check.run({"source": code.text, "name": code.name, "siblings": siblings(code)})


def _same(one: Code, other: Code) -> bool:
    return one.text == other.text and _same_file(one, other)


def _same_file(one: Code, other: Code) -> bool:
    return (one.path, one.name) == (other.path, other.name)
