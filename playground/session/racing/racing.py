"""The half of a race that lives in the window's thread: what is to be raced, what came of it so far, and files."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, Signal, Slot

from nn.races.cards import cards
from nn.races.experiment import Paths, Spreads, with_seed
from nn.races.features import Verdicts
from nn.races.files import Done, RaceFile, read_race_file
from nn.races.hunt import Bag, Hunt
from nn.races.race import Race
from playground.safety.threads import WorkerThread
from playground.session.phrase import Phrase
from playground.session.racing.kept import bounded
from playground.session.racing.reports import News, Order, Over, SearchNews, SeedDone
from playground.session.racing.worker import RaceWorker

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from nn.races.cards import Card
    from nn.races.experiment import Experiment
    from nn.races.features import Told
    from nn.races.looks import Plane
    from nn.races.race import Contestant
    from nn.races.spread import Spread
    from nn.training import Evaluation
    from playground.session.document.document import Document
    from playground.session.library import Library

IDLE, RUNNING, PAUSED = "idle", "running", "paused"


@dataclass
class LaneCourse:
    """What is known of one lane so far."""

    losses: NDArray[np.float64] = field(default_factory=lambda: np.empty(0))
    evaluations: list[Evaluation] = field(default_factory=list)
    diverged_at: int = 0
    layers: tuple[tuple[str, Spread], ...] = ()
    surface: Plane | None = None


class Racing(QObject):
    """Races one experiment after the other in a thread; its courses are replaced when a new one begins.

    What a person puts together, and what came of it, is in the document, with undo; a card that is only looked at is
    not.

    Attributes
    ----------
    card : Card or None
        The card that was chosen; None for a race of one's own or out of a file.
    as_in_the_book : bool
        Which of the card's two ways.
    own_data : bool
        Whether it learns samples of the document, which have no name of their own.
    experiment : Race, Paths, Spreads or Hunt
        What will be raced, or is.
    state : {"idle", "running", "paused"}
    courses : dict of str to LaneCourse
        What is known of each lane.
    told : mapping of str to Told
        What came of the first race, when it is over.
    verdicts : Verdicts
        How often each expected feature came true.
    """

    chosen = Signal()
    """Another card or race is there, with nothing raced yet."""
    changed = Signal()
    """It runs, stands or is over, or there is more to tell."""
    failed = Signal(str)
    """Traceback of an error."""
    status = Signal(str)
    """One sentence for the person."""

    _start_requested = Signal(object)
    _stop_requested = Signal(int)
    _pause_requested = Signal(int, bool)
    _step_requested = Signal(int)
    _add_requested = Signal(int, object)
    _look_chosen = Signal(str)
    _acknowledged = Signal()

    def __init__(self, document: Document, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self._library = document, library
        self._kept: RaceFile | None = None  # what of this is in the document
        self.card: Card | None = None
        self.as_in_the_book = self.own_data = False
        self.experiment: Experiment | None = None
        self.state = IDLE
        self.answer = -1
        self._thread: WorkerThread | None = None
        self._number = 0
        self._look = "curves"
        self.courses: dict[str, LaneCourse] = {}
        self.search: SearchNews | None = None
        self.told: Mapping[str, Told] = {}
        self.done: list[Done] = []
        self.share, self.iteration, self.seed, self.seeds = 0.0, 0, 0, 1
        self._forget()
        document.race_changed.connect(self._on_document_s_changed)
        document.begun.connect(self._on_begun)
        self._on_document_s_changed(document.state.race)

    def close(self) -> None:
        """Forget what is raced and end the thread."""
        if self._thread is not None:
            self._thread.end()
            self._thread = None

    # ---- what a person does

    def choose(self, card: Card, *, as_in_the_book: bool = False) -> None:
        """Take a card."""
        self._drop()
        self.card, self.as_in_the_book, self.answer = card, as_in_the_book and card.book is not None, -1
        self.experiment, self.own_data = card.experiment(as_in_the_book=as_in_the_book), False
        self._forget()
        self.chosen.emit()

    def take(self, experiment: Experiment, *, own_data: bool = False) -> None:
        """Take a race of one's own, on the document's samples where these are not those that it names."""
        self._drop()
        self.card, self.as_in_the_book, self.answer = None, False, -1
        self.experiment, self.own_data = experiment, own_data
        self._forget()
        self._keep(Phrase("Races", QT_TRANSLATE_NOOP("Races", "Put a race together")), "race")
        self.chosen.emit()

    def vary(self, experiment: Experiment) -> None:
        """Change what will be raced, with the card still there: another start, another function."""
        self._drop()
        self.experiment = experiment
        self._forget()
        self._keep(Phrase("Races", QT_TRANSLATE_NOOP("Races", "Change the race")), "vary")
        self.changed.emit()

    def start(self, seeds: int = 1) -> None:
        """Race with so many seeds, one after the other."""
        if self.experiment is None:
            return
        self.stop()
        if seeds == 1:
            self._forget()
        else:
            self.verdicts.rows = []
        self._ensure_thread()
        self._number += 1
        first = _seed_of(self.experiment)
        self.state, self.share, self.seed, self.seeds = RUNNING, 0.0, first, seeds
        self._courses_of(first)
        data = self._library.data if self.own_data else None
        order = Order(self._number, self.experiment, tuple(range(first, first + seeds)), data)
        self._start_requested.emit(order)
        self.changed.emit()

    def stop(self) -> None:
        """End what runs; what is there is kept."""
        if self.state != IDLE:
            self._stop_requested.emit(self._number)
            self.state = IDLE
            self.changed.emit()

    def _drop(self) -> None:
        """End what runs, and listen no more to what comes of it."""
        self.stop()
        self._number += 1

    def pause(self, is_paused: bool) -> None:
        """Stand still, or go on."""
        if self.state != IDLE:
            self.state = PAUSED if is_paused else RUNNING
            self._pause_requested.emit(self._number, is_paused)
            self.changed.emit()

    def step_all(self) -> None:
        """Bring everyone to the next iteration together, and stand there."""
        if self.state == IDLE:
            self.start()
            self.pause(True)
        if self.state == RUNNING:
            self.pause(True)
        self._step_requested.emit(self._number)

    def add(self, contestant: Contestant) -> None:
        """Let one more take part: at once if it is raced, it catches up.

        Raises
        ------
        TypeError, ValueError
            If it cannot.
        """
        assert isinstance(self.experiment, Race)
        self.experiment = self.experiment.with_contestant(contestant)
        self.verdicts = Verdicts(())
        if self.state != IDLE:
            for lane in self.experiment.lanes:
                self.courses.setdefault(lane.name, LaneCourse())
            self._add_requested.emit(self._number, contestant)
        self._keep(Phrase("Races", QT_TRANSLATE_NOOP("Races", "Add a contestant")))
        self.changed.emit()

    def look_at(self, look: str) -> None:
        """Have what a view shows brought: "curves", "layers" or "surfaces"."""
        self._look = look
        self._look_chosen.emit(look)

    def acknowledge(self) -> None:
        """Tell that the last news were shown."""
        self._acknowledged.emit()

    # ---- files

    def file(self) -> RaceFile:
        """Return the race as a file holds it."""
        assert self.experiment is not None
        card = "" if self.card is None else self.card.name
        return RaceFile(self.experiment, tuple(self.done), card, self.as_in_the_book, self.own_data)

    def open(self, path: Path) -> None:
        """Take a race out of a file, with what came of it.

        Raises
        ------
        OSError, TypeError, ValueError
            If it cannot be read or is no race.
        """
        self._show(read_race_file(path))
        self._keep(Phrase("Races", QT_TRANSLATE_NOOP("Races", "Open a race")))

    def _show(self, race: RaceFile) -> None:
        """Take what a file or the document holds."""
        self._drop()
        self.card, self.as_in_the_book, self.answer = cards().get(race.card), race.as_in_the_book, -1
        self.experiment, self.own_data = race.experiment, race.own_data
        self._forget()
        self.done = list(race.done)
        for done in self.done:
            if done.is_whole(race.experiment):
                self._judge(done.seed, done.told(with_seed(race.experiment, done.seed)))
        if self.done:
            self._show_done(race.experiment, self.done[-1])
        self.chosen.emit()

    def _show_done(self, experiment: Experiment, done: Done) -> None:
        """Show what came of one seed, as it was seen when it was over."""
        self.seed, self.told = done.seed, done.told(experiment)
        running = [finish.iterations for finish in done.finishes if not finish.diverged_at]
        self.iteration = min(running or [max((finish.iterations for finish in done.finishes), default=0)])
        self.share = self.iteration / experiment.iterations if isinstance(experiment, Race) else 1.0
        if isinstance(experiment, Hunt):
            self.share = len(done.tried) / experiment.trials
            self.search = SearchNews.of(Bag(experiment, list(done.tried)))
        for finish in done.finishes:
            measured = list(finish.evaluations)
            self.courses[finish.name] = LaneCourse(
                finish.losses, measured, finish.diverged_at, finish.layers, finish.surface
            )

    # ---- the document

    def _keep(self, text: Phrase, merge_key: str = "") -> None:
        """Put what is here into the document, as an edit of the person."""
        self._kept = kept = bounded(self.file())
        self._document.edit(text, race=kept, merge_key=merge_key)

    @Slot(object)
    def _on_document_s_changed(self, race: RaceFile | None) -> None:
        """Show what undo brought back, or another document has."""
        if race is self._kept:
            return
        self._kept = race
        if race is not None:
            self._show(race)
        elif self.card is not None:
            self.choose(self.card, as_in_the_book=self.as_in_the_book)
        else:
            self.choose(next(iter(cards().values())))

    @Slot()
    def _on_begun(self) -> None:
        """End what runs: it was another document's."""
        self._drop()

    # ---- what the worker tells

    def _ensure_thread(self) -> None:
        if self._thread is not None:
            return
        worker = RaceWorker()
        self._start_requested.connect(worker.start)
        self._stop_requested.connect(worker.stop)
        self._pause_requested.connect(worker.pause)
        self._step_requested.connect(worker.step)
        self._add_requested.connect(worker.add)
        self._look_chosen.connect(worker.look_at)
        self._acknowledged.connect(worker.acknowledge)
        worker.reported.connect(self._on_reported)
        worker.seed_done.connect(self._on_seed_done)
        worker.over.connect(self._on_over)
        worker.refused.connect(self.status)
        self._thread = WorkerThread(worker, "racing", self)
        self._thread.begin()
        self._look_chosen.emit(self._look)

    @Slot(object)
    def _on_reported(self, news: News) -> None:
        if news.number != self._number:
            return
        if news.seed != self.seed:
            self._courses_of(news.seed)
        self.share, self.iteration = news.share, news.iteration
        for lane in news.lanes:
            course = self.courses.setdefault(lane.name, LaneCourse())
            if len(lane.losses):
                course.losses = np.concatenate((course.losses, lane.losses))
            course.evaluations += lane.evaluations
            course.diverged_at = lane.diverged_at
            course.layers = lane.layers or course.layers
            course.surface = course.surface if lane.surface is None else lane.surface
        if news.search is not None:
            self.search = news.search
        self.changed.emit()

    @Slot(object)
    def _on_seed_done(self, done: SeedDone) -> None:
        if done.number != self._number:
            return
        kept = Done.of(done.seed, done.told)
        self.done = [each for each in self.done if each.seed != done.seed] + [kept]
        self.told = done.told
        if done.is_whole:
            self._judge(done.seed, done.told)
        if kept.finishes or kept.tried:  # all else is computed anew at once
            self._keep(Phrase("Races", QT_TRANSLATE_NOOP("Races", "Race")), f"race {self._number}")
        self.changed.emit()

    @Slot(object)
    def _on_over(self, over: Over) -> None:
        if over.number != self._number:
            return
        self.state = IDLE
        if over.reason:
            self.status.emit(over.reason)
        if over.failure:
            self.failed.emit(over.failure)
        self.changed.emit()

    def _judge(self, seed: int, told: Mapping[str, Told]) -> None:
        if self.is_as_on_the_card and told:
            self.verdicts.judge(seed, told)

    @property
    def is_as_on_the_card(self) -> bool:
        """Whether what is raced is the card's own experiment: only that is judged."""
        if self.card is None or self.experiment is None:
            return False
        seed = _seed_of(self.experiment)
        return self.experiment == self.card.experiment(as_in_the_book=self.as_in_the_book, seed=seed)

    def _forget(self) -> None:
        self.courses, self.search, self.told, self.done = {}, None, {}, []
        self.share, self.iteration, self.seed, self.seeds = 0.0, 0, 0, 1
        features = () if self.card is None else self.card.expected(as_in_the_book=self.as_in_the_book)
        self.verdicts = Verdicts(features if self.is_as_on_the_card else ())
        if isinstance(self.experiment, Race):
            self._courses_of(_seed_of(self.experiment))

    def _courses_of(self, seed: int) -> None:
        self.seed, self.iteration = seed, 0
        if isinstance(self.experiment, Race):
            self.courses = {lane.name: LaneCourse() for lane in self.experiment.lanes}


def _seed_of(experiment: Experiment) -> int:
    if isinstance(experiment, Paths | Spreads):
        return 0
    assert isinstance(experiment, Race | Hunt)
    return experiment.base.config.seed
