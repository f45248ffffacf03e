"""The half of a race that lives in a thread of its own."""

from __future__ import annotations

import time
import traceback
from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from nn.races.experiment import with_seed
from nn.races.finish import Finish
from nn.races.judging import Attempt, needed
from playground.session.phrase import said
from playground.session.racing.reports import LaneNews, News, Order, Over, SearchNews, SeedDone

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nn.datasets.base import Dataset
    from nn.races.features import Told
    from nn.races.field import Runner
    from nn.races.race import Contestant

TURN_S = 0.005
"""How long it works before it looks whether it was told something."""
REPORT_S = 0.1
LOOK_S = 0.5
"""Between two looks into the networks."""
_A_PERSONS = (TypeError, ValueError, OSError, MemoryError)
"""What settings, data and files may raise: it is said in a sentence."""
_NOBODY: Mapping[str, Told] = MappingProxyType({})


class RaceWorker(QObject):
    """Races a few milliseconds at a time, and reports when the last report was shown.

    Between two turns it returns to its thread's event loop: `stop`, `pause` and the others are ordinary queued slots.
    """

    reported = Signal(object)
    """News."""
    seed_done = Signal(object)
    """SeedDone."""
    over = Signal(object)
    """Over."""
    refused = Signal(str)
    """Why a contestant cannot take part."""

    def __init__(self) -> None:
        super().__init__()
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._work)
        self._order: Order | None = None
        self._seeds: list[int] = []
        self._data: Dataset | None = None
        self._attempt: Attempt | None = None
        self._acknowledged = True
        self._look = "curves"
        self._reported: dict[str, int] = {}
        self._measured: dict[str, int] = {}
        self._tried = 0
        self._due = self._look_due = 0.0
        self._step_to = 0
        self._seed = 0

    @Slot(object)
    def start(self, order: Order) -> None:
        """Begin; whatever was under way is forgotten."""
        self._order, self._seeds, self._attempt = order, list(order.seeds), None
        self._data, self._acknowledged, self._step_to = None, True, 0
        try:
            self._data = order.data if order.data is not None else needed(order.experiment)
            self._begin_next()
        except _A_PERSONS as error:
            self._end(said(error))
            return
        except Exception:  # noqa: BLE001 - whatever it is, the person must see it
            self._end(failure=traceback.format_exc())
            return
        self._timer.start(0)

    @Slot(int)
    def stop(self, number: int) -> None:
        """End as it stands."""
        if self._order is not None and self._order.number == number:
            self._end_seed(is_whole=False)
            self._end()

    @Slot(int, bool)
    def pause(self, number: int, is_paused: bool) -> None:
        """Stand still, or go on."""
        if self._order is None or self._order.number != number:
            return
        self._step_to = 0
        if is_paused:
            self._timer.stop()
            self._report(last=True)
        else:
            self._timer.start(0)

    @Slot(int)
    def step(self, number: int) -> None:
        """Bring everyone to the next iteration, and stand still again."""
        field = None if self._attempt is None else self._attempt.field
        if self._order is not None and self._order.number == number and field is not None:
            self._step_to = field.next_together
            self._timer.start(0)

    @Slot(int, object)
    def add(self, number: int, contestant: Contestant) -> None:
        """Let one more take part; it catches up."""
        field = None if self._attempt is None else self._attempt.field
        if self._order is None or self._order.number != number or field is None:
            return
        try:
            field.add(contestant)
        except (TypeError, ValueError, KeyError) as error:
            self.refused.emit(said(error))

    @Slot(str)
    def look_at(self, look: str) -> None:
        """Bring with the reports what a view shows."""
        self._look, self._look_due = look, 0.0
        if self._order is not None and not self._timer.isActive():
            self._report(last=True)

    @Slot()
    def acknowledge(self) -> None:
        """Hear that the last report was shown."""
        self._acknowledged = True

    @Slot()
    def _work(self) -> None:
        attempt = self._attempt
        if attempt is None:
            self._timer.stop()
            return
        try:
            self._advance(attempt, time.perf_counter() + TURN_S)
        except _A_PERSONS as error:
            self._end(said(error))
        except Exception:  # noqa: BLE001 - whatever it is, the person must see it
            self._end(failure=traceback.format_exc())

    def _advance(self, attempt: Attempt, deadline: float) -> None:
        while time.perf_counter() < deadline:
            if not attempt.advance():
                self._end_seed(is_whole=True)
                return
            if self._step_to and attempt.field is not None and attempt.field.iteration >= self._step_to:
                self._step_to = 0
                self._timer.stop()
                self._report(last=True)
                return
        if self._acknowledged and time.perf_counter() >= self._due:
            self._report()

    def _begin_next(self) -> None:
        assert self._order is not None
        seed = self._seeds.pop(0)
        self._attempt = Attempt(with_seed(self._order.experiment, seed), self._data, seed)
        self._seed = seed
        self._reported, self._measured, self._tried = {}, {}, 0

    def _end_seed(self, *, is_whole: bool) -> None:
        assert self._order is not None
        attempt = self._attempt
        if attempt is not None:
            told: Mapping[str, Told] = dict(attempt.told())
            self._report(last=True, told=told)
            self.seed_done.emit(SeedDone(self._order.number, self._seed, told, is_whole))
        if is_whole and self._seeds:
            self._begin_next()
        else:
            self._end()

    def _end(self, reason: str = "", failure: str = "") -> None:
        self._timer.stop()
        order, self._order, self._attempt = self._order, None, None
        if order is not None:
            self.over.emit(Over(order.number, reason, failure))

    # ---- reports

    def _report(self, *, last: bool = False, told: Mapping[str, Told] = _NOBODY) -> None:
        """Tell how far all are; `told` with what a view may show later, when nobody can be asked any more."""
        attempt, order = self._attempt, self._order
        if attempt is None or order is None:
            return
        now = time.perf_counter()
        look = self._look if (last or now >= self._look_due) and not told else ""
        if look:
            self._look_due = now + LOOK_S
        field = attempt.field
        lanes = () if field is None else tuple(self._lane(each, look, told) for each in field.runners)
        search = self._search(attempt)
        news = News(order.number, self._seed, 0 if field is None else field.iteration, attempt.share, lanes, search)
        self._due, self._acknowledged = time.perf_counter() + REPORT_S, False
        self.reported.emit(news)

    def _lane(self, runner: Runner, look: str, told: Mapping[str, Told]) -> LaneNews:
        name, course, finish = runner.lane.name, runner.course, told.get(runner.lane.name)
        losses = np.array(course.losses[self._reported.get(name, 0) :], np.float64)
        evaluations = tuple(course.evaluations[self._measured.get(name, 0) :])
        self._reported[name], self._measured[name] = len(course.losses), len(course.evaluations)
        diverged = 0 if course.divergence is None else course.divergence.iteration
        if isinstance(finish, Finish):
            return LaneNews(name, losses, evaluations, diverged, finish.layers, finish.surface)
        layers = runner.looks.layers() if look == "layers" else ()
        surface = runner.looks.surface() if look == "surfaces" else None
        return LaneNews(name, losses, evaluations, diverged, layers, surface)

    def _search(self, attempt: Attempt) -> SearchNews | None:
        bag = attempt.bag
        if bag is None or len(bag.results) == self._tried:
            return None
        self._tried = len(bag.results)
        return SearchNews.of(bag)
