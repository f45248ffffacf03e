"""The way that training came: enough of its checkpoints to go back to any iteration, bit for bit."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from nn.replay.way import BUDGET, MOST, Way, bytes_of
from playground.session.document.saved import KeptWay
from playground.session.document.state import DatasetChoice

if TYPE_CHECKING:
    from nn.datasets.base import Dataset
    from nn.replay import Leg, Stretch, Waypoint
    from nn.training import Checkpoint
    from playground.session.document.document import Document
    from playground.session.running.run import TrainingRun

_REMEMBERED = 32  # ways to checkpoints that undo and redo may bring back


class Timeline(QObject):
    """Keeps the way of the training that led to the document's present weights, and of those that undo brings back.

    An edit of the weights or of the layers is a part of the way: what was trained before it can be looked at, but it
    is no longer what training from there leads to. So the debugger goes back to that edit and no further.

    Attributes
    ----------
    budget : int
        Bytes that the checkpoints of all ways may take together.
    most : int
        Checkpoints that one way keeps.
    """

    cleared = Signal()
    """What was found before does not lead here: an edit, undo, another document."""
    grown = Signal()
    """`way` is another one: it came further, or leads elsewhere."""

    def __init__(
        self,
        document: Document,
        run: TrainingRun,
        parent: QObject | None = None,
        *,
        budget: int = BUDGET,
        most: int = MOST,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self.budget, self.most = budget, most
        self.way: Way | None = None
        """The way that led here, edits included; None before any training."""
        self._is_edited = False  # whether the document stands elsewhere than at its end
        self._known: list[tuple[Checkpoint, Way]] = []  # ways that undo and redo may bring back, the last ones last
        self._bytes_known = 0
        run.passed.connect(self._on_run_passed)
        document.begun.connect(self._on_document_begun)
        document.checkpoint_changed.connect(self._on_checkpoint_changed)

    @property
    def nbytes(self) -> int:
        """Bytes of all checkpoints that are kept."""
        own = 0 if self.way is None else self.way.nbytes
        return own + self._bytes_known

    @property
    def is_from_elsewhere(self) -> bool:
        """Whether a part of the way was trained where the bits may be others."""
        return self.way is not None and any(leg.where is not None for leg in self.way.legs)

    @property
    def kept(self) -> KeptWay | None:
        """The way as a file keeps it."""
        return None if self.way is None else KeptWay(self.way, self._is_edited)

    def adopt(self, kept: KeptWay) -> None:
        """Take the way of which a file says that it led to the document; its data follow by `give_data`."""
        self.way, self._is_edited = kept.way, kept.is_edited
        self.grown.emit()

    def give_data(self, choice: DatasetChoice, data: Dataset, made: Dataset | None) -> None:
        """Take the data that a way from a file was trained on; `made` are those without a person's own points."""
        if self.way is None:
            return
        way = self.way.with_data(partial(_data_of, choice, data, made))
        if way is not self.way:
            self.way = way
            self.grown.emit()

    # ---- as far as training from there leads here

    @property
    def _unedited(self) -> Way | None:
        return None if self.way is None or self._is_edited else self.way.unedited()

    @property
    def first(self) -> int | None:
        """The earliest iteration one can go back to, None before any training."""
        way = self._unedited
        return None if way is None else way.first

    def before(self, iteration: int) -> Waypoint | None:
        """Return the latest waypoint at which `iteration` updates or fewer were done, None if none is kept."""
        way = self._unedited
        return None if way is None else way.before(iteration)

    def stretches(self, end: int) -> list[Stretch]:
        """Return the training that led here, up to and with iteration `end`, cut at the waypoints."""
        way = self._unedited
        return [] if way is None else way.stretches(end)

    def leads_to(self, checkpoint: Checkpoint) -> bool:
        """Say whether a checkpoint that was found lies on the way here: an edit may have begun a new timeline."""
        last = self.before(checkpoint.iteration)
        return last is not None and last.checkpoint.params.shape == checkpoint.params.shape

    def keep_until(self, checkpoint: Checkpoint) -> None:
        """Forget what came after a checkpoint to which the document is about to go back."""
        last = None if self.way is None else self.way.before(checkpoint.iteration)
        if self.way is not None and last is not None:
            self.way = self.way.through(replace(last, checkpoint=checkpoint))
            self._is_edited = False

    # ---- what comes

    @Slot(object)
    def _on_run_passed(self, waypoint: Waypoint) -> None:
        way = self.way
        if way is None:
            self.way = Way.begin(waypoint)
        else:
            longer = way.through(waypoint, is_edited=self._is_edited, spacing=self._spacing(way, waypoint.checkpoint))
            self.way = longer if longer.count == way.count else self._within_budget(longer)
        self._is_edited = False
        self.grown.emit()

    def _spacing(self, way: Way, checkpoint: Checkpoint) -> int:
        """Return how many updates lie between two checkpoints of as many as there is room for."""
        room = min(self.most, max(1, self.budget // max(1, bytes_of(checkpoint))))
        return (checkpoint.iteration - way.first) // room

    def _within_budget(self, way: Way) -> Way:
        if self._bytes_known and way.nbytes + self._bytes_known > self.budget:
            self._forget_some(way)
        return way.thinned(self.budget, self.most)

    def _forget_some(self, way: Way) -> None:
        """Make room for a way: of the others the oldest keep nothing but what an edit made."""
        for number, (end, known) in enumerate(self._known):
            if way.nbytes + self._count_known(way) <= self.budget:
                break
            self._known[number] = end, known.bare()
        while self._known and way.nbytes + self._count_known(way) > self.budget:
            del self._known[0]

    def _count_known(self, way: Way) -> int:
        """Count the bytes of the ways that may come back, without those that they share with `way`."""
        shared = {id(each) for _, each in way.checkpoints}
        kept = {id(each): bytes_of(each) for _, known in self._known for _, each in known.checkpoints}
        self._bytes_known = sum(size for each, size in kept.items() if each not in shared)
        return self._bytes_known

    @Slot()
    def _on_document_begun(self) -> None:
        self._known, self.way, self._bytes_known, self._is_edited = [], None, 0, False

    @Slot(object)
    def _on_checkpoint_changed(self, checkpoint: Checkpoint) -> None:
        if self.way is not None and self.way.end is checkpoint:
            self._remember(checkpoint, self.way)
            was_edited, self._is_edited = self._is_edited, False
            if was_edited:  # and the edit was taken back
                self.cleared.emit()
        else:
            known = next((way for end, way in self._known if end is checkpoint), None)
            way = known if known is not None or self.way is None else self.way.until(checkpoint.iteration)
            self.way, self._is_edited = way, way is not None and way.end is not checkpoint
            if way is not None:
                self._count_known(way)
            self.cleared.emit()
        self.grown.emit()

    def _remember(self, checkpoint: Checkpoint, way: Way) -> None:
        kept = [known for known in self._known if known[0] is not checkpoint]
        self._known = [*kept[1 - _REMEMBERED :], (checkpoint, way)]
        self._forget_some(way)


def _data_of(choice: DatasetChoice, data: Dataset, made: Dataset | None, leg: Leg) -> Dataset | None:
    """Return the data of a leg if they are these, or the same with other points of a person's own."""
    source = leg.source
    if source == choice or not isinstance(source, DatasetChoice):
        return data
    if made is None or source.base != choice.base:
        return None
    return made if source.train is None else replace(made, x=source.train.x, t=source.train.t)
