"""A recording as work for a thread: what it takes is imported there, too, and not while the window waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playground.session.document.code import Code
    from playground.session.own_code.recording_job import RecordedCode, RecordingJob
    from playground.session.own_code.training.replay import Replay


class RecordingTask:
    """One recording; `run` in a thread, `cancel` from any other.

    Parameters
    ----------
    code, call, replay, wanted
        As `RecordingJob` has them.
    """

    def __init__(self, code: Code, call: str | None, replay: Replay | None = None, wanted: str = "") -> None:
        self._of = (code, call, replay, wanted)
        self._is_cancelled = False
        self._job: RecordingJob | None = None

    def cancel(self) -> None:
        """End it now."""
        self._is_cancelled = True
        if self._job is not None:
            self._job.cancel()

    def run(self) -> RecordedCode:
        """Let the code run, and take what is told of it."""
        from playground.session.own_code.recording_job import RecordingJob

        self._job = job = RecordingJob(*self._of)
        if self._is_cancelled:
            job.cancel()
        return job.run()
