"""The way that training came: enough of its checkpoints to go back to any iteration, bit for bit."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from nn.replay.way import BUDGET, MOST, Way
from playground.session.document.kept_way import KeptWay
from playground.session.document.state import DatasetChoice

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from nn.datasets.base import Dataset
    from nn.replay import Leg, Stretch, Waypoint
    from nn.training import Checkpoint
    from playground.session.document.document import Document
    from playground.session.running.run import TrainingRun

_REMEMBERED = 32  # ways to checkpoints that only undo and redo may bring back


class Timeline(QObject):
    """Keeps the way of the training that led to the document's present weights, to its runs, and where undo leads.

    A way belongs to the checkpoint to which it leads, by identity. Where there is not enough room for all, the
    document's own way has half of it at least; those that only undo brings back go first.

    An edit of the weights or of the layers is a part of the way: what was trained before it can be looked at, but it
    is no longer what training from there leads to. So the debugger goes back to that edit and no further.

    Attributes
    ----------
    budget : int
        Bytes that the checkpoints of all ways may take together.
    most : int
        Checkpoints that one way keeps. All others together keep ten times as many, and have as many parts.
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
        self._at = document.state.checkpoint  # to which `way` leads
        self._known: list[tuple[Checkpoint, KeptWay]] = []  # ways to runs, and where undo leads, the last ones last
        self._expected: tuple[Way | None] | None = None
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

    def why_no_past(self) -> str:
        """Say why there is no earlier moment to look at or to ask, in the person's language; empty if there is one."""
        updates = self._document.state.checkpoint.iteration
        if self.way is not None and self.way.first < updates:
            return ""
        if not updates:
            return self.tr("There is no past: nothing was trained here yet.")
        text = self.tr("There is no past: it was not kept how training came to iteration {iteration:,}.")
        return text.format(iteration=updates)

    @property
    def kept(self) -> KeptWay | None:
        """The way as a file keeps it."""
        return None if self.way is None else KeptWay(self.way, self._is_edited)

    def way_to(self, checkpoint: Checkpoint | None) -> KeptWay | None:
        """Return the way that led to a checkpoint, None where that is not kept."""
        if checkpoint is self._at:
            return self.kept
        return next((kept for end, kept in self._known if end is checkpoint), None)

    @property
    def branches(self) -> dict[int, KeptWay]:
        """The ways to the document's runs, by their numbers, as a file keeps them."""
        ways = {run.label.number: self.way_to(run.checkpoint) for run in self._document.state.runs if run.checkpoint}
        return {number: way for number, way in ways.items() if way is not None}

    def adopt(self, kept: KeptWay | None, branches: Mapping[int, KeptWay]) -> None:
        """Take the ways of which a file says that they led to the document and to its runs.

        Their data follow by `give_data`.
        """
        if kept is not None:
            self.way, self._is_edited = kept.way, kept.is_edited
        for run in self._document.state.runs:
            if run.checkpoint is not None and run.label.number in branches:
                self._remember(run.checkpoint, branches[run.label.number])
        self.grown.emit()

    def expect(self, way: Way | None) -> None:
        """Know which way leads to where the document is about to stand; None: it is to be forgotten."""
        self._expected = (way,)

    def put(self, checkpoint: Checkpoint, kept: KeptWay) -> None:
        """Know which way leads to a checkpoint with which a run is about to be kept."""
        self._remember(checkpoint, kept)

    def give_data(self, choice: DatasetChoice, data: Dataset, made: Dataset | None) -> bool:
        """Take the data that a way from a file was trained on; `made` are those without a person's own points.

        Returns
        -------
        bool
            Whether something was missing until now.
        """
        way = None if self.way is None else self.way.with_data(partial(_data_of, choice, data, made))
        if way is self.way:
            return False
        self.way = way
        self.grown.emit()
        return True

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

    @property
    def _own_room(self) -> int:
        """The bytes that the document's own way may take."""
        return max(self.budget // 2, self.budget - self._bytes_known)

    def _spacing(self, way: Way, checkpoint: Checkpoint) -> int:
        """Return how many updates lie between two checkpoints of as many as there is room for."""
        room = min(self.most, max(1, self._own_room // max(1, checkpoint.nbytes)))
        return (checkpoint.iteration - way.first) // room

    def _within_budget(self, way: Way) -> Way:
        if self._bytes_known and way.nbytes + self._bytes_known > self.budget:
            self._make_room(way)
        return way.thinned(self._own_room, self.most)

    def _make_room(self, way: Way) -> None:
        """Make room for a way: of the others those go first that undo alone brings back, the oldest first."""
        for is_run, room in ((False, way.nbytes), (True, min(way.nbytes, self.budget // 2))):
            for thinner in (_bare, _nothing):
                for end in [end for end, _ in self._known if self._is_run(end) is is_run]:
                    if self._count_known(way) <= self.budget - room and self._are_few():
                        return
                    self._thin(end, thinner)

    def _are_few(self) -> bool:
        """Say whether a file has room for the ways to runs and to where undo leads, however small they are."""
        moments = {id(each) for _, known in self._known for _, each in known.way.checkpoints}
        return max(len(moments), sum(len(known.way.legs) for _, known in self._known)) <= 10 * self.most

    def _thin(self, end: Checkpoint, thinner: Callable[[KeptWay], KeptWay | None]) -> None:
        thinned = [(each, thinner(kept) if each is end else kept) for each, kept in self._known]
        self._known = [(each, kept) for each, kept in thinned if kept is not None]

    def _is_run(self, checkpoint: Checkpoint) -> bool:
        return any(run.checkpoint is checkpoint for run in self._document.state.runs)

    def _count_known(self, way: Way | None) -> int:
        """Count the bytes of the ways that may come back, without those that they share with `way`."""
        shared = set() if way is None else {id(each) for _, each in way.checkpoints}
        kept = {id(each): each.nbytes for _, known in self._known for _, each in known.way.checkpoints}
        self._bytes_known = sum(size for each, size in kept.items() if each not in shared)
        return self._bytes_known

    @Slot()
    def _on_document_begun(self) -> None:
        self._known, self.way, self._bytes_known, self._is_edited = [], None, 0, False
        self._expected, self._at = None, self._document.state.checkpoint

    @Slot(object)
    def _on_checkpoint_changed(self, checkpoint: Checkpoint) -> None:
        left, expected, self._expected = self.kept, self._expected, None
        if left is not None and self._is_run(self._at):
            self._remember(self._at, left)
        is_here = self.way is not None and self.way.end is checkpoint  # by training, or an edit was taken back
        is_news = self._is_edited or not is_here
        if is_here:
            self._is_edited = False
        elif expected is not None:
            (self.way,) = expected
            self._is_edited = self.way is not None and self.way.end is not checkpoint
        else:
            self._lead_to(checkpoint)
        self._at = checkpoint
        self._count_known(self.way)
        if self.way is not None:
            self.way = self._within_budget(self.way)
        if self.way is not None and (self.way.end is checkpoint or self._is_run(checkpoint)):
            self._remember(checkpoint, KeptWay(self.way, self._is_edited))
        if is_news:
            self.cleared.emit()
        self.grown.emit()

    def _lead_to(self, checkpoint: Checkpoint) -> None:
        """Take the way to a checkpoint that is known, or the present one up to the edit that made other numbers."""
        known = next((kept for end, kept in self._known if end is checkpoint), None)
        if known is not None:
            self.way, self._is_edited = known.way, known.is_edited
        elif self.way is None or any(run.checkpoint is checkpoint for run in self._document.before.runs):
            self.way, self._is_edited = None, False  # a run of which nobody knows the way
        else:
            self.way = self.way.until(checkpoint.iteration)
            self._is_edited = self.way is not None and self.way.end is not checkpoint

    def _remember(self, checkpoint: Checkpoint, kept: KeptWay) -> None:
        known = [*(each for each in self._known if each[0] is not checkpoint), (checkpoint, kept)]
        passing = [end for end, _ in known if not self._is_run(end)]
        forgotten = passing[:-_REMEMBERED]
        self._known = [each for each in known if not any(each[0] is end for end in forgotten)]
        self._make_room(kept.way if self.way is None else self.way)
        self._count_known(self.way)


def _bare(kept: KeptWay) -> KeptWay:
    return replace(kept, way=kept.way.bare())


def _nothing(_kept: KeptWay) -> None:
    return None


def _data_of(choice: DatasetChoice, data: Dataset, made: Dataset | None, leg: Leg) -> Dataset | None:
    """Return the data of a leg if they are these, or the same with other points of a person's own."""
    source = leg.source
    if source == choice or not isinstance(source, DatasetChoice):
        return data
    if made is None or source.base != choice.base:
        return None
    return made if source.train is None else replace(made, x=source.train.x, t=source.train.t)
