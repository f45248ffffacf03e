"""The frame clock, driven by hand through a time of the test's own, and once in a real event loop."""

from __future__ import annotations

import weakref

import pytest
import shiboken6
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDockWidget, QLabel, QMainWindow, QScrollArea, QTabWidget, QWidget

from playground.widgets.refreshing import Importance, Refreshing, bring_up_to_date
from playground.window.frame_clock import CALM_S, FRAME_S, PATIENCE_S, SHARE, FrameClock


class Times:
    """A time that goes on when the test says so, and work that is done when a view says so."""

    def __init__(self) -> None:
        self.now = self.worked = 0.0

    def work(self, seconds: float) -> None:
        self.now += seconds
        self.worked += seconds


class View(Refreshing, QLabel):
    """Shows a number, and takes its time for it."""

    def __init__(self, parent: QWidget, times: Times, log: list[str], name: str, cost: float = 0.001) -> None:
        super().__init__(parent)
        self.times, self.log, self.name, self.cost = times, log, name, cost
        self.resize(10, 10)

    def refresh(self) -> None:
        self.times.work(self.cost)
        self.log.append(self.name)


class First(View):
    importance = Importance.ANSWER


class Last(View):
    importance = Importance.DETAIL


class Figures(View):
    least_gap = 0.2


class Course(View):
    importance = Importance.COURSE


class CourseFigures(Figures):
    importance = Importance.COURSE


class Part(Refreshing, QObject):
    """Is no widget; it is seen in one."""

    def __init__(self, view: QWidget, log: list[str]) -> None:
        super().__init__(view)
        self._view, self.log = view, log

    def shown_in(self) -> QWidget:
        return self._view

    def refresh(self) -> None:
        self.log.append("part")


class Stand:
    """A window with a clock whose time is the test's."""

    def __init__(self, qtbot) -> None:
        self.times = Times()
        self.log: list[str] = []
        self.window = QMainWindow()
        qtbot.addWidget(self.window)
        self.window.resize(300, 300)
        self.clock = self.window.frame_clock = FrameClock(
            self.window, lambda: self.times.now, lambda: self.times.worked
        )
        self.place = QWidget()
        self.window.setCentralWidget(self.place)
        self.window.show()
        qtbot.waitExposed(self.window)

    def view(self, kind=View, name: str = "view", cost: float = 0.001) -> View:
        view = kind(self.place, self.times, self.log, name, cost)
        view.show()
        return view

    def frame(self) -> list[str]:
        """Go through the turns of one frame, and give what was refreshed in it."""
        before = len(self.log)
        self.clock.turn()
        while not self.clock.is_at_rest and len(self.log) > before and self._goes_on():
            pass
        return self.log[before:]

    def _goes_on(self) -> bool:
        count = len(self.log)
        self.clock.turn()
        return len(self.log) > count

    def run(self, seconds: float, each_frame=lambda: None) -> list[str]:
        """Let the time go on, a millisecond at a time."""
        before = len(self.log)
        end = self.times.now + seconds
        next_change = self.times.now
        while self.times.now < end:
            if self.times.now >= next_change:
                each_frame()
                next_change += FRAME_S
            if not self.clock.is_at_rest:
                self.clock.turn()
            self.times.now += 0.001
        return self.log[before:]


@pytest.fixture
def stand(qtbot):
    return Stand(qtbot)


def test_a_view_is_refreshed_in_a_later_turn_and_once(stand):
    view = stand.view()
    view.out_of_date()
    view.out_of_date()
    assert stand.log == []
    assert view.is_out_of_date
    assert stand.frame() == ["view"]
    assert not view.is_out_of_date


def test_the_clock_stands_still_when_all_are_right(stand):
    view = stand.view()
    assert stand.clock.is_at_rest
    view.out_of_date()
    assert not stand.clock.is_at_rest
    stand.frame()
    assert stand.clock.is_at_rest
    assert stand.run(1.0) == []


def test_the_important_come_first(stand):
    views = [stand.view(Last, "last"), stand.view(View, "middle"), stand.view(First, "first")]
    for view in views:
        view.out_of_date()
    assert stand.frame() == ["first", "middle", "last"]


def test_a_frame_keeps_to_its_budget_beside_training(stand):
    stand.clock.set_beside_training(True)
    views = [stand.view(View, f"{i}", cost=0.002) for i in range(4)]

    def change():
        for view in views:
            view.out_of_date()

    stand.run(1.0, change)
    worked = stand.times.worked
    stand.run(3.0, change)
    assert (stand.times.worked - worked) / 3 <= SHARE * 1.2
    assert set(stand.log[-40:]) == {"0", "1", "2", "3"}


def test_the_dear_come_round_more_seldom(stand):
    stand.clock.set_beside_training(True)
    dear, cheap = stand.view(First, "dear", cost=0.02), stand.view(Last, "cheap", cost=0.0002)

    def change():
        dear.out_of_date()
        cheap.out_of_date()

    log = stand.run(5.0, change)
    assert 5 < log.count("dear") <= 5 / 0.2
    assert log.count("cheap") > log.count("dear")


def test_nobody_waits_for_ever(stand):
    stand.clock.set_beside_training(True)
    important = [stand.view(First, "first", cost=0.002) for _ in range(8)]
    last = stand.view(Last, "last")
    last.out_of_date()

    def change():
        for view in important:
            view.out_of_date()

    assert "last" in stand.run(PATIENCE_S + 0.4, change)


def test_all_are_right_within_half_a_second_after_the_last_change(stand):
    views = [stand.view(View, f"{i}", cost=0.02) for i in range(8)]

    def change():
        for view in views:
            view.out_of_date()

    stand.run(1.0, change)
    last = stand.times.now
    change()
    while any(view.is_out_of_date for view in views):
        stand.run(0.001)
    assert stand.times.now - last < 0.5


def test_what_waited_for_training_is_done_when_it_ends(stand):
    stand.clock.set_beside_training(True)
    views = [stand.view(View, f"{i}", cost=0.02) for i in range(8)]
    for view in views:
        view.out_of_date()
    stand.run(0.1)
    stand.clock.set_beside_training(False)
    stand.run(0.4)
    assert not any(view.is_out_of_date for view in views)


def test_a_cheap_view_does_not_wait_for_the_time_of_a_dear_one(stand):
    stand.clock.set_beside_training(True)
    dear, cheap = stand.view(View, "dear", cost=0.014), stand.view(View, "cheap")
    dear.out_of_date()
    stand.run(0.2)
    dear.out_of_date()
    stand.run(0.01)
    cheap.out_of_date()
    stand.run(0.12)
    assert stand.log == ["dear", "cheap"]


def test_figures_stay_long_enough_to_be_read(stand):
    figures = stand.view(Figures, "figures", cost=0.0)
    log = stand.run(2.0, figures.out_of_date)
    assert 9 <= len(log) <= 11


def test_while_the_hand_moves_views_take_a_small_share(stand):
    views = [stand.view(View, f"{i}", cost=0.01) for i in range(3)]

    def change():
        for view in views:
            view.out_of_date()

    stand.run(1.0, change)
    worked = stand.times.worked
    stand.run(3.0, change)
    assert (stand.times.worked - worked) / 3 < 0.12


def test_a_view_that_fails_stops_no_other(stand, monkeypatch):
    class Broken(First):
        def refresh(self) -> None:
            raise ValueError("broken")

    broken, whole = stand.view(Broken), stand.view(Last, "whole")
    broken.out_of_date()
    whole.out_of_date()
    with pytest.raises(ValueError, match="broken"):
        stand.clock.turn()
    assert stand.run(0.1) == ["whole"]
    assert stand.clock.is_at_rest


def test_a_view_may_die_while_it_waits(stand):
    view, other = stand.view(), stand.view(View, "other")
    view.out_of_date()
    other.out_of_date()
    gone = weakref.ref(view)
    shiboken6.delete(view)
    del view
    assert stand.frame() == ["other"]
    assert gone() is None


def test_a_part_is_seen_where_it_says(stand):
    view = stand.view()
    part = Part(view, stand.log)
    view.hide()
    part.out_of_date()
    assert stand.frame() == []
    view.show()
    assert stand.run(0.1) == ["part"]


def test_hidden_views_wait_without_a_tick_and_are_right_when_they_are_shown(stand):
    view = stand.view()
    view.hide()
    view.out_of_date()
    assert stand.frame() == []
    assert stand.clock.is_at_rest
    view.out_of_date()
    assert stand.clock.is_at_rest
    view.show()
    assert stand.frame() == ["view"]


def test_a_view_on_another_page_waits(stand, qtbot):
    pages = QTabWidget(stand.place)
    pages.resize(200, 200)
    view = View(pages, stand.times, stand.log, "view")
    pages.addTab(QLabel("front"), "front")
    pages.addTab(view, "behind")
    pages.show()
    view.out_of_date()
    assert stand.frame() == []
    pages.setCurrentIndex(1)
    assert stand.frame() == ["view"]


def test_a_view_that_its_own_opaque_child_covers_is_seen(stand):
    view = stand.view()
    cover = QWidget(view, autoFillBackground=True)
    cover.setGeometry(view.rect())
    cover.show()
    assert view.visibleRegion().isEmpty()
    view.out_of_date()
    assert stand.frame() == ["view"]


def test_a_covered_view_is_refreshed_when_it_is_scrolled_into_sight(stand, qtbot):
    area = QScrollArea(stand.place)
    area.resize(100, 100)
    page = QWidget()
    page.resize(90, 1000)
    view = View(page, stand.times, stand.log, "view")
    view.move(0, 900)
    cover = QWidget(view, autoFillBackground=True)
    cover.setGeometry(view.rect())
    area.setWidget(page)
    area.show()
    view.out_of_date()
    assert stand.frame() == []
    area.verticalScrollBar().setValue(900)
    qtbot.waitUntil(lambda: stand.log == ["view"])


@pytest.mark.parametrize("wanted", ["raised", "shown"])
def test_a_dock_that_comes_to_the_front_is_refreshed(stand, qtbot, wanted):
    docks = [QDockWidget(name, stand.window) for name in ("front", "behind")]
    for dock in docks:
        dock.visibilityChanged.connect(stand.clock.look)
        stand.window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
    stand.window.tabifyDockWidget(*docks)
    docks[0].setWidget(QLabel("front"))
    view = View(docks[1], stand.times, stand.log, "view")
    docks[1].setWidget(view)
    docks[0].raise_()
    if wanted == "shown":
        docks[1].close()
    qtbot.wait(10)
    view.out_of_date()
    assert stand.frame() == []
    if wanted == "shown":
        docks[1].show()
    docks[1].raise_()
    qtbot.waitUntil(lambda: stand.log == ["view"])


def test_a_view_without_a_clock_is_refreshed_at_once(qtbot):
    times, log = Times(), []
    place = QWidget()
    qtbot.addWidget(place)
    View(place, times, log, "alone").out_of_date()
    assert log == ["alone"]


def test_what_cannot_wait_is_brought_up_to_date(stand):
    view = stand.view()
    view.hide()
    part = Part(view, stand.log)
    view.out_of_date()
    part.out_of_date()
    bring_up_to_date(stand.window)
    assert sorted(stand.log) == ["part", "view"]
    assert stand.run(0.1) == []


def known(stand, views) -> None:
    """Refresh views once, so that the clock knows what they cost, and let the hand rest."""
    for view in views:
        view.out_of_date()
    stand.run(0.5)
    stand.log.clear()


def test_views_that_are_cheap_together_are_painted_together(stand):
    views = [stand.view(View, str(cost), cost / 1000) for cost in (3, 4, 2)]
    known(stand, views)
    for view in views:
        view.out_of_date()
    stand.clock.turn()
    assert stand.log == ["3", "4"]  # in one turn; the third would let the hand wait too long
    stand.clock.turn()
    assert stand.log == ["3", "4", "2"]


def test_a_view_whose_cost_nobody_knows_has_a_turn_of_its_own(stand):
    views = [stand.view(View, name) for name in "ab"]
    known(stand, views)
    for view in (*views, stand.view(View, "new"), views[1]):
        view.out_of_date()
    stand.clock.turn()
    assert stand.log == ["a", "b"]
    stand.clock.turn()
    assert stand.log == ["a", "b", "new"]


def test_while_the_hand_goes_on_and_beside_training_turns_are_short(stand):
    views = [stand.view(View, name) for name in "ab"]
    known(stand, views)
    views[0].out_of_date()
    stand.times.now += 0.03
    for view in views:
        view.out_of_date()
    stand.clock.turn()
    assert stand.log == ["a"]
    stand.run(0.5)
    stand.log.clear()
    stand.clock.set_beside_training(True)
    stand.run(0.5)
    for view in views:
        view.out_of_date()
    stand.clock.turn()
    assert stand.log == ["a"]


def test_what_views_cost_together_is_shared_as_each_has_cost_before(stand):
    views = [stand.view(View, "dear", 0.004), stand.view(View, "cheap", 0.001)]
    known(stand, views)
    for _ in range(10):  # so often together that only this counts
        known(stand, views)
    stand.clock.set_beside_training(True)
    known(stand, views)
    told = stand.run(2.0, lambda: [view.out_of_date() for view in views])
    assert told.count("cheap") > 2 * told.count("dear")


def test_one_that_fails_in_a_turn_leaves_the_others_for_the_next(stand, monkeypatch):
    views = [stand.view(View, name) for name in "ab"]
    known(stand, views)
    for view in views:
        view.out_of_date()
    with monkeypatch.context() as broken:
        broken.setattr(views[0], "refresh", lambda: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            stand.clock.turn()
    stand.clock.turn()
    assert stand.log == ["b"]


def test_the_course_of_training_is_shown_when_no_view_of_it_waits_but_for_being_read(stand):
    course, figures, other = stand.view(Course, "course"), stand.view(CourseFigures, "figures"), stand.view(First)
    shown = []
    stand.clock.course_shown.connect(lambda: shown.append(list(stand.log)))
    known(stand, [course, figures, other])
    assert shown
    shown.clear()
    figures.out_of_date()
    stand.frame()
    figures.out_of_date()  # waits for being read
    course.out_of_date()
    other.out_of_date()
    stand.clock.turn()
    stand.run(0.1)
    assert "course" in shown[-1]
    shown.clear()
    other.out_of_date()
    stand.frame()
    assert shown == []


def test_in_a_real_event_loop_all_is_right_and_the_clock_stands_still(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    clock = window.frame_clock = FrameClock(window)
    log: list[str] = []
    view = View(window, Times(), log, "view")
    window.setCentralWidget(view)
    window.show()
    view.out_of_date()
    qtbot.waitUntil(lambda: log == ["view"])
    qtbot.waitUntil(lambda: clock.is_at_rest)


def test_a_window_that_is_gone_is_asked_for_nothing(qtbot):
    """A view that outlives its window hears of what ends with it, and still knows the clock."""
    window, times, log, asked = QMainWindow(), Times(), [], []

    def now() -> float:
        asked.append("now")
        return times.now

    clock = window.frame_clock = FrameClock(window, now, lambda: times.worked)
    view = View(window, times, log, "view")
    qtbot.addWidget(view)
    view.out_of_date()
    assert asked
    view.catch_up()
    view.setParent(None)
    del window
    assert not shiboken6.isValid(clock)
    del asked[:], log[:]
    view.out_of_date()
    assert asked == [], "the clock has nobody to wake any more"
    assert log == []
    assert view.is_out_of_date


def test_the_clock_keeps_no_view(stand):
    view = stand.view()
    view.out_of_date()
    stand.frame()
    gone = weakref.ref(view)
    view.setParent(None)
    del view
    assert gone() is None
    assert CALM_S < 0.5
