"""Reading or writing one file in a thread: it tells how far it is, and stops when nobody wants it any more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from nn.imports.refusal import Cancelled

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from nn.imports.file_bytes import Watch


class FileTask:
    """Something to be done with a file, by its thread.

    Parameters
    ----------
    path
        The file.
    work
        Does it, and tells its argument which share is done.
    tell
        Is called with this task and each per cent once, in the thread: a signal's `emit`.
    *answers
        What the work raises where the file is to blame: an answer, and no error of the program.
    subject
        What is written, to be known again when the answer comes.
    """

    def __init__(
        self,
        path: Path,
        work: Callable[[Watch], Any],
        tell: Callable[[FileTask, int], object],
        *answers: type[Exception],
        subject: Any = None,
    ) -> None:
        self.path, self.subject = path, subject
        self._answers: tuple[type[Exception], ...] = (*answers, Cancelled)
        self.is_unwanted = False
        self._work, self._tell, self._share = work, tell, -1

    def run(self) -> Any:
        """Return what the work gives, or why it gives nothing."""
        try:
            return self._work(self._watch)
        except self._answers as answer:
            return answer

    def _watch(self, share: float) -> None:
        if self.is_unwanted:
            raise Cancelled
        if int(share * 100) != self._share:
            self._share = int(share * 100)
            self._tell(self, self._share)
