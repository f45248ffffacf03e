"""Go through every lesson in the whole window, with mouse and keys alone, as a person does.

``pytest -n 0 -p tests.playground.conftest tests/long/lessons_in_window.py [-k NAME]``; never part of the test run,
which goes through them in the panel alone. Each click goes to the window at a point where the button is what is seen;
it is scrolled to before. Commands are given by their keys. ``LESSON_PICTURES=FOLDER`` keeps a picture of every step.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QTabBar, QTreeWidget, QWidget

from playground.lessons.course import Course
from playground.lessons.readings import answer_rows
from playground.lessons.shelf import lessons
from playground.lessons.task import Prediction, Question, Writing
from playground.panels.lessons.panel import LessonsPanel
from playground.panels.lessons.prediction import LessonPrediction
from playground.panels.lessons.question import LessonQuestion
from playground.panels.lessons.writing import LessonWriting
from playground.startup.tour import THREE
from playground.widgets.refreshing import bring_up_to_date
from playground.widgets.scrolling import scroll_to
from tests.playground.conftest import PatientBot

PICTURES = os.environ.get("LESSON_PICTURES")
LEFT = Qt.MouseButton.LeftButton
LONG = ("57-mnist-97", "75-simple-convnet", "76-filters-before-and-after")


class Person:
    """Sees the window, has a mouse and keys, and nothing else but the lesson's right answers."""

    def __init__(self, window, qtbot, name):
        self.window, self.qtbot, self.name = window, qtbot, name
        self.panel = window.findChild(LessonsPanel)
        self.course = self.panel.findChild(Course)
        self.step = 0

    def settle(self):
        session = self.window.session
        idle = lambda: not session.control.is_busy and session.library.data is not None  # noqa: E731
        self.qtbot.waitUntil(idle)
        self.rest()

    def rest(self):
        for _ in range(3):
            QApplication.processEvents()
        bring_up_to_date(self.window)
        QApplication.processEvents()

    def click(self, widget, place=None):
        for _ in range(2):  # what comes into sight may lay itself out anew
            scroll_to(widget)
            self.rest()
        at = widget.rect().center() if place is None else place
        seen = QApplication.widgetAt(widget.mapToGlobal(at))
        assert seen is not None, f"{widget.objectName()} is not in sight"
        assert widget is seen or widget.isAncestorOf(seen), f"{widget.objectName()} is behind {seen.objectName()}"
        assert widget.isEnabled(), f"{widget.objectName()} is grey"
        QTest.mouseClick(self.window.windowHandle(), LEFT, pos=widget.mapTo(self.window, at))
        self.rest()

    def press(self, name):
        found = [each for each in self.panel.findChildren(QAbstractButton, name) if each.isVisible()]
        assert len(found) == 1, f"{len(found)} buttons {name} are seen"
        self.click(found[0])

    def key(self, key, modifiers=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(self.window.windowHandle(), key, modifiers)
        self.rest()

    def type(self, field, text):
        self.click(field)
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)
        self.rest()

    def picture(self):
        if PICTURES:
            self.window.grab().save(str(Path(PICTURES) / f"{self.name}-{self.step}.png"))

    # ---- a lesson

    def open(self):
        self.key(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        self.qtbot.waitUntil(lambda: self.panel.is_ready)
        if not self.panel.isVisible():
            self.window.findChild(QWidget, "lessonsDock").raise_()
        tree = self.panel.findChild(QTreeWidget)
        chapters = [tree.topLevelItem(n) for n in range(tree.topLevelItemCount())]
        items = [chapter.child(n) for chapter in chapters for n in range(chapter.childCount())]
        item = next(each for each in items if each.data(0, Qt.ItemDataRole.UserRole) == self.name)
        tree.scrollToItem(item)
        self.rest()
        place = tree.viewport().mapTo(self.window, tree.visualItemRect(item).center())
        QTest.mouseClick(self.window.windowHandle(), LEFT, pos=place)
        self.press("lessonOpen")
        self.settle()

    def go_through(self):
        step = self.course.step
        assert not self.course.standing.is_done, "a step must ask for something that is not so already"
        for number, ask in enumerate(step.task.asks):
            self.answer(number, ask)
        if step.done is not None:
            self.settle()
            self.do(step)
        self.settle()
        self.picture()
        wrong = [reading for reading in self.course.readings if reading.is_right is False]
        assert wrong == [], f"step {self.step}"
        self.press("lessonGoOn")
        self.step += 1

    def answer(self, number, ask):
        kinds = (LessonPrediction, LessonQuestion, LessonWriting)
        place = [each for each in self.panel.findChildren(QWidget) if isinstance(each, kinds) and each.isVisible()][
            number
        ]
        match ask:
            case Question():
                self.click(place.findChild(QAbstractButton, f"lessonChoice{ask.answer}"))
            case Prediction():
                self.type(place.findChild(QLineEdit), " ".join(answer_rows(ask)))
            case Writing():
                fields = [each for each in self.panel.findChildren(QLineEdit, "lessonLine") if each.isVisible()]
                self.type(fields[0], ask.answer)
        assert self.course.standing.answering[number].is_right, ask.ask.en

    def do(self, step):
        rule = step.done.rule.__name__
        if rule == "recognised":
            self.draw_a_three()
            self.qtbot.waitUntil(lambda: self.course.standing.is_done)
        if step.task.race is not None:
            self.press("lessonRace")
        for number, offer in enumerate(step.task.offers):
            if self.course.standing.is_done:
                break
            shown = [
                each for each in self.panel.findChildren(QAbstractButton, f"lessonOffer{number}") if each.isVisible()
            ]
            if offer.is_help and not shown:
                self.press("lessonHelp")
            self.press(f"lessonOffer{number}")
            self.qtbot.waitUntil(self._is_done_or_idle)
            self.rest()
        if rule in ("reached", "stepping"):
            for _ in range(60):
                if self.course.standing.is_done:
                    break
                self.key(Qt.Key.Key_F11)
                self.settle()
        self.qtbot.waitUntil(lambda: self.course.standing.is_done)
        if self.name in LONG:
            self.key(Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)  # the run goes on for long after that

    def _is_done_or_idle(self):
        return self.course.standing.is_done or not self.window.session.control.is_busy

    def draw_a_three(self):
        canvas = self.window.findChild(QWidget, "digitCanvas")
        for row in self.window.findChildren(QTabBar):
            for place in range(row.count()):
                if row.tabText(place) == "Input" and not canvas.isVisible():
                    QTest.mouseClick(row, LEFT, pos=row.tabRect(place).center())
        self.rest()
        points = [QPoint(round(x * canvas.width()), round(y * canvas.height())) for x, y in THREE]
        places = [canvas.mapTo(self.window, point) for point in points]
        handle = self.window.windowHandle()
        QTest.mousePress(handle, LEFT, pos=places[0])
        for place in places[1:]:
            QTest.mouseMove(handle, place)
        QTest.mouseRelease(handle, LEFT, pos=places[-1])
        self.qtbot.waitUntil(lambda: self.window.session.looking.shows_example)  # a test digit stood in before
        box = next(each for each in self.window.findChildren(QComboBox) if each.findData(3) == 4 and each.isVisible())
        box.setFocus()  # by the keyboard: an offscreen popup gets no keys
        QTest.keyClicks(box, "3")
        self.key(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)  # back to the lesson


@pytest.fixture
def qtbot(qapp, request):
    """Stand in for pytest-qt's bot, which comes before that of the other tests here and has little patience."""
    return PatientBot(request)


@pytest.mark.parametrize("name", [lesson.name for lesson in lessons()])
def test_every_lesson_can_be_finished_in_the_window(open_window, qtbot, name):
    window = open_window()
    window.resize(1366, 728)
    qtbot.waitActive(window)
    person = Person(window, qtbot, name)
    person.open()
    while person.course.step is not None:
        person.go_through()
    person.picture()
