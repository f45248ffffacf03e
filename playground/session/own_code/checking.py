"""The code run in a process of its own, again after each change, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from playground.session.loading import Job, Loaded, Loader

if TYPE_CHECKING:
    from nn.own_code.indentation import Reading
    from nn.own_code.judgement import Judgement
    from playground.confined.checking import Answer, Check
    from playground.confined.limits import Limits
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
    judgements
        Of each class and function of the book in it.
    trouble, line
        Why there are none, empty where nothing was wrong; and where, 0 if that is not known.
    reading
        Of a text that is no Python, what can be made of it.
    """

    code: Code
    answer: Answer
    judgements: tuple[Judgement, ...] = ()
    trouble: str = ""
    line: int = 0
    reading: Reading | None = None


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
        self._work: _Work | None = None  # under way
        self._loader = Loader(self)
        self._loader.loaded.connect(self._on_loaded)
        self._soon = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._soon.timeout.connect(self._on_pause)
        own.changed.connect(self._on_code_changed)
        own.begun.connect(self._on_begun)

    def close(self) -> None:
        """End what runs, and the thread."""
        self._soon.stop()
        self._drop()
        self._loader.close()

    @property
    def is_busy(self) -> bool:
        """Whether a check is under way."""
        return self._work is not None

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
            self._work = _Work(code)
            self._loader.load(Job(self._work, self._work.run))
        self.changed.emit()

    def cancel(self) -> None:
        """End the check, and check no changes until a person asks again."""
        self.is_following = False
        self._soon.stop()
        self._drop()
        self.changed.emit()

    def _drop(self) -> None:
        if self._work is not None:
            self._work.cancel()
            self._work = None

    @Slot()
    def _on_code_changed(self) -> None:
        code = self._own.code
        if self.outcome is not None and (code is None or not _same_file(self.outcome.code, code)):
            self.outcome, self.is_following = None, False  # another file
        if self.is_following and not self.is_current:
            self._soon.start()
        self.changed.emit()

    @Slot()
    def _on_begun(self) -> None:
        """Say nothing of the program before, unless it is the same."""
        if self.outcome is not None and not self.is_current:
            self.outcome = None
            self.changed.emit()

    @Slot()
    def _on_pause(self) -> None:
        if self.is_following and not self.is_current:
            self.start()

    @Slot(object)
    def _on_loaded(self, loaded: Loaded) -> None:
        if loaded.key is not self._work:
            return  # it was cancelled
        self._work = None
        if loaded.failure:
            self.failed.emit(loaded.failure)
        else:
            self.outcome = cast("Outcome", loaded.result)
        self.changed.emit()


class _Work:
    """A check in a thread, which can be cancelled from any other."""

    def __init__(self, code: Code) -> None:
        self._code = code
        self._is_cancelled = False
        self._check: Check | None = None

    def cancel(self) -> None:
        """End what runs now; nothing else is begun."""
        self._is_cancelled = True
        if self._check is not None:
            self._check.cancel()

    def run(self) -> Outcome:
        """Judge what is defined; a program in which there is nothing to judge is run."""
        from nn.own_code.indentation import reading_of
        from playground.confined.ending import How
        from playground.confined.judged import EXPLAINING, judgements_in

        answer = self._ask("judge", EXPLAINING)
        judgements, ending = judgements_in(answer)
        if not judgements and ending.how is How.ANSWERED:
            answer = self._ask("run", None)
            ending = answer.ending
        trouble = "" if ending.how is How.ANSWERED else ending.message
        reading = reading_of(self._code.text) if trouble and not self._is_cancelled else None
        return Outcome(self._code, answer, judgements, trouble, ending.line or 0, reading)

    def _ask(self, task: str, limits: Limits | None) -> Answer:
        from playground.confined.checking import Check
        from playground.session.own_code.siblings import siblings

        code = self._code
        self._check = check = Check(task, limits)
        if self._is_cancelled:
            check.cancel()
        check.start()  # it prepares itself while files are read that may lie on a slow disk
        return check.run({"source": code.text, "name": code.name, "siblings": siblings(code)})


def _same(one: Code, other: Code) -> bool:
    return one.text == other.text and _same_file(one, other)


def _same_file(one: Code, other: Code) -> bool:
    return (one.path, one.name) == (other.path, other.name)
