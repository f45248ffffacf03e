"""Everything that is asked about how good the network is that is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from playground.session.judging.evaluating import Evaluating
from playground.session.judging.mapping import Mapping
from playground.session.judging.rivalling import Rivalling
from playground.session.judging.sweeping import Sweeping

if TYPE_CHECKING:
    from playground.session.document.document import Document
    from playground.session.library import Library
    from playground.session.looking.looking import Looking
    from playground.session.running.run import TrainingRun


class Judging(QObject):
    """Holds what asks; each of them computes only while somebody wants to know.

    Attributes
    ----------
    evaluating : Evaluating
        The answers to all samples, and which samples these are.
    sweeping, mapping, rivalling
        The answers when samples become harder, where a layer puts them, and the answers of another network.
    """

    failed = Signal(str)
    """Traceback of an error."""

    def __init__(
        self, document: Document, looking: Looking, library: Library, run: TrainingRun, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.evaluating = evaluating = Evaluating(looking, library, run, self)
        self.sweeping = Sweeping(evaluating, looking, library, run, self)
        self.mapping = Mapping(evaluating, looking, library, run, self)
        self.rivalling = Rivalling(evaluating, document, looking, library, run, self)
        self.all = (evaluating, self.sweeping, self.mapping, self.rivalling)
        for part in self.all:
            part.failed.connect(self.failed)

    def close(self) -> None:
        """Drop what is being asked and end the threads."""
        for part in self.all:
            part.close()
