"""Lessons as a person goes through them: a real session, real training, every step by clicks."""

from __future__ import annotations

import re
import time

import pytest
from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtGui import QRawFont
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QTreeWidget, QWidget

from playground.language import RESOURCES, Language
from playground.lessons import shelf
from playground.lessons.course import Course
from playground.lessons.lesson import Lesson
from playground.lessons.shelf import lessons
from playground.panels.draw import DrawPanel
from playground.panels.lessons import LessonsPanel
from playground.tour import THREE, stroke
from playground.widgets.lesson_step import LessonStep

TRAINING_MS = 60_000
SHIPPED = {lesson.name: lesson for lesson in lessons()}


@pytest.fixture
def panel(qtbot, session):
    made = LessonsPanel()
    qtbot.addWidget(made)
    made.resize(400, 640)
    made.show()
    made.attach(session)
    qtbot.waitUntil(lambda: made.is_ready)
    return made


@pytest.fixture
def draw(qtbot, session):
    """Give the panel to draw in, beside the lessons as in the window."""
    made = DrawPanel()
    qtbot.addWidget(made)
    made.resize(480, 700)
    made.show()
    made.attach(session)
    return made


def course_of(panel):
    return panel.findChild(Course)


def button(panel, name):
    found = [each for each in panel.findChildren(QAbstractButton, name) if each.isVisibleTo(panel)]
    assert len(found) == 1, f"{len(found)} buttons {name} can be seen"
    return found[0]


def click(qtbot, panel, name):
    qtbot.mouseClick(button(panel, name), Qt.MouseButton.LeftButton)


def items(panel):
    tree = panel.findChild(QTreeWidget)
    chapters = [tree.topLevelItem(n) for n in range(tree.topLevelItemCount())]
    return [chapter.child(n) for chapter in chapters for n in range(chapter.childCount())]


def choose(panel, name):
    item = next(each for each in items(panel) if each.data(0, Qt.ItemDataRole.UserRole) == name)
    panel.findChild(QTreeWidget).setCurrentItem(item)
    return item


def open_lesson(qtbot, panel, session, name):
    choose(panel, name)
    click(qtbot, panel, "lessonOpen")
    settle(qtbot, session)


def settle(qtbot, session):
    """Wait until nothing trains or loads, and the course has looked."""
    qtbot.waitUntil(lambda: not session.is_busy and session.data is not None, timeout=TRAINING_MS)
    QApplication.processEvents()
    QApplication.processEvents()


def texts(panel):
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisibleTo(panel) and label.text()]


# ---- every lesson that ships, by clicks from its beginning to its end


@pytest.mark.parametrize("name", SHIPPED)
def test_every_lesson_can_be_finished_by_clicks(qtbot, panel, draw, session, name):
    before = session.document.state
    open_lesson(qtbot, panel, session, name)
    course = course_of(panel)
    for position in range(len(course.lesson.steps)):
        assert course.position == position
        go_through_step(qtbot, panel, draw, session)
        assert wrong_numbers(course) == [], f"step {position + 1}"
        click(qtbot, panel, "lessonGoOn")
        QApplication.processEvents()
    assert course.step is None
    click(qtbot, panel, "lessonBack")
    assert "tick" in sign_of(panel, name)
    while session.document.can_undo:
        session.undo()
        settle(qtbot, session)
    assert session.document.state is before


def go_through_step(qtbot, panel, draw, session):
    course = course_of(panel)
    step = course.step
    if step.done is None:
        press_offers(qtbot, panel, session)
        return
    assert not course.is_done, "a step must ask for something that is not so already"
    assert not button(panel, "lessonGoOn").isEnabled()
    if type(step.done).__name__ == "Recognised":
        draw_a_three(qtbot, draw)
    press_offers(qtbot, panel, session)
    if step.question is not None:
        answer(qtbot, panel, course)
    qtbot.waitUntil(lambda: course.is_done, timeout=TRAINING_MS)
    session.stop()  # the end of an epoch may be reached long before the end of the run
    settle(qtbot, session)


def press_offers(qtbot, panel, session):
    course = course_of(panel)
    for number, offer in enumerate(course.step.offers):
        if course.step.done is not None and course.is_done:
            return
        click(qtbot, panel, f"lessonOffer{number}")
        if offer.setting.train:
            qtbot.waitUntil(lambda: course.is_done or not session.is_busy, timeout=TRAINING_MS)
        else:
            settle(qtbot, session)


def answer(qtbot, panel, course):
    right = course.step.question.answer
    wrong = (right + 1) % len(course.step.question.choices)
    click(qtbot, panel, f"lessonChoice{wrong}")
    QApplication.processEvents()
    assert not course.is_done
    click(qtbot, panel, f"lessonChoice{right}")


def draw_a_three(qtbot, draw):
    canvas = draw.findChild(QWidget, "digitCanvas")
    stroke(canvas, THREE)
    qtbot.waitUntil(lambda: draw.findChild(QLabel, "recognisedDigit").text() != "")
    label = next(box for box in draw.findChildren(QComboBox) if box.findData(3) == 4)
    label.setFocus()
    qtbot.keyClicks(label, "3")


def wrong_numbers(course):
    return [reading for reading in course.readings if reading.is_right is False]


def sign_of(panel, name):
    item = choose(panel, name)
    return "tick" if item.data(0, Qt.ItemDataRole.AccessibleDescriptionRole) == "finished" else "ahead"
