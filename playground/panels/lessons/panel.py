"""The dock with lessons: a list to choose from, and the lesson that is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from playground.panels.base import Panel
from playground.session.phrase import said

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

    from playground.lessons.course import Course
    from playground.lessons.finished import Finished
    from playground.lessons.lesson import BrokenLesson, Lesson
    from playground.panels.lessons.lesson_list import LessonList
    from playground.panels.lessons.page import LessonPage
    from playground.panels.lessons.pages import Pages
    from playground.panels.lessons.texts import LessonEntry
    from playground.session.session import Session


class LessonsPanel(Panel):
    """Opens lessons and goes through them; what is true of them the course knows."""

    name = "lessons"
    place = "input"
    order = 5
    modules = (
        "playground.lessons.course",
        "playground.lessons.finished",
        "playground.lessons.shelf",
        "playground.panels.lessons.lesson_list",
        "playground.panels.lessons.page",
        "playground.panels.lessons.pages",
    )

    folder: Traversable | None = None
    """Where the lessons are; None for those that ship with the program."""

    # From `attach` on:
    _course: Course
    _list: LessonList
    _page: LessonPage
    _pages: Pages
    _finished: Finished

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lessons: dict[str, Lesson | BrokenLesson] = {}

    def title(self) -> str:
        """Give the dock's title."""
        return self.tr("Lessons")

    @property
    def stays(self) -> bool:
        """Whether a lesson is open: one that sends its reader to draw is still to be read."""
        return self.is_ready and self._course.lesson is not None

    # ---- coming to life

    def _come_to_life(self, session: Session) -> Iterator[None]:
        """Build the list and the page, and read the lessons."""
        from playground.lessons.course import Course  # these need nn, which the first paint does not wait for
        from playground.lessons.finished import Finished
        from playground.lessons.shelf import lessons
        from playground.panels.lessons.lesson_list import LessonList
        from playground.panels.lessons.page import LessonPage
        from playground.panels.lessons.pages import Pages

        self._session = session
        self._pages = Pages(self)
        self._pages.setContentsMargins(0, 0, 0, 0)
        self._course = Course(session, self)
        self._finished = Finished()
        self._list = LessonList()
        yield
        self._page = LessonPage()
        self._connect()
        yield
        for lesson in lessons(self.folder):
            self._lessons[lesson.name] = lesson
            yield
        self._lessons = dict(sorted(self._lessons.items(), key=_place))
        session.lesson_place.shelf = dict(self._titles())
        self._refresh_list()
        self._pages.addWidget(self._list)
        self._pages.addWidget(self._page)
        yield
        place = session.lesson_place
        if place.name and self._course.lesson is None:  # a document was opened before the lessons were read
            self._on_place_wanted(place.name, place.step)

    def _titles(self) -> Iterator[tuple[str, tuple[str, str]]]:
        from playground.lessons.lesson import Lesson

        for name, lesson in self._lessons.items():
            if isinstance(lesson, Lesson):
                yield name, (lesson.title.en, lesson.title.ko)

    def _connect(self) -> None:
        self._list.open_requested.connect(self._on_open_requested)
        page, course = self._page, self._course
        wishes = page.wishes
        wishes.back.connect(course.leave)
        wishes.restart.connect(course.restart)
        wishes.next_lesson.connect(self._on_next_requested)
        wishes.go_on.connect(course.go_on)
        wishes.offer.connect(course.press)
        wishes.choice.connect(course.choose)
        wishes.numbers.connect(course.type_numbers)
        wishes.line.connect(course.write)
        wishes.hint.connect(course.read_hint)
        wishes.answer.connect(course.give_up)
        wishes.help.connect(course.read_help)
        wishes.race.connect(course.measure)
        wishes.way_back.connect(course.come_back)
        wishes.told.connect(self._on_told)
        course.opened.connect(self._on_opened)
        course.extended.connect(self._on_extended)
        course.moved.connect(self._refresh_position)
        course.race.changed.connect(self._refresh_race)
        course.placing.astray_changed.connect(page.show_astray)
        course.readings_changed.connect(self._refresh_readings)
        course.finished.connect(self._on_finished)
        self._session.lesson_place.wanted.connect(self._on_place_wanted)
        self._session.lesson_place.opening.connect(self._on_open_requested)

    # ---- what a person does

    @Slot(str)
    def _on_open_requested(self, name: str) -> None:
        from playground.lessons.lesson import Lesson

        lesson = self._lessons[name]
        if isinstance(lesson, Lesson):
            self._course.open(lesson)
            self._page.take_focus()

    @Slot(str)
    def _on_told(self, text: str) -> None:
        # no signal of the session is connected to directly: it may be gone before the widgets are
        self._session.status.emit(text)

    @Slot(str, int)
    def _on_place_wanted(self, name: str, step: int) -> None:
        from playground.lessons.lesson import Lesson

        lesson = self._lessons.get(name)
        if isinstance(lesson, Lesson):
            self._course.resume(lesson, step)
        elif self.is_ready and self._course.lesson is not None:
            self._course.leave()

    @Slot()
    def _on_next_requested(self) -> None:
        following = self._next_name()
        if following:
            self._on_open_requested(following)

    def _next_name(self) -> str:
        """Give the name of the lesson after the one that is open, empty after the last."""
        from playground.lessons.lesson import Lesson

        names = [name for name, lesson in self._lessons.items() if isinstance(lesson, Lesson)]
        place = names.index(self._course.lesson.name) + 1 if self._course.lesson is not None else len(names)
        return names[place] if place < len(names) else ""

    # ---- what the course tells: written to the widgets only

    @Slot(object)
    def _on_finished(self, lesson: Lesson) -> None:
        self._finished.add(lesson.name)
        self._refresh_list()

    @Slot(object)
    def _on_opened(self, lesson: Lesson | None) -> None:
        self._refresh_lesson()
        self._pages.setCurrentWidget(self._list if lesson is None else self._page)
        if lesson is None:
            self._list.take_focus()

    @Slot()
    def _on_extended(self) -> None:
        if self._course.lesson is not None:
            self._page.show_lesson(self._course.lesson, self._course.steps)

    def _refresh_lesson(self) -> None:
        if self._course.lesson is not None:
            self._page.show_lesson(self._course.lesson, self._course.steps)
            self._page.show_astray(self._course.placing.is_astray)
            self._refresh_position()
            self._refresh_readings()
            self._refresh_race()

    @Slot()
    def _refresh_position(self) -> None:
        course = self._course
        self._page.show_position(course.position, course.standing, bool(self._next_name()))

    @Slot()
    def _refresh_race(self) -> None:
        race = self._course.race
        self._page.show_race(race.result, race.is_running)

    @Slot()
    def _refresh_readings(self) -> None:
        from playground.panels.lessons.texts import say

        step = self._course.step
        numbers = step.task.numbers if step is not None else ()
        pairs = zip(numbers, self._course.readings, strict=False)  # none are read yet at first
        self._page.show_numbers([(say(number.label) or reading.name, reading) for number, reading in pairs])

    def _refresh_list(self) -> None:
        chosen = self._list.chosen() or next(iter(self._lessons), "")
        self._list.show_entries([self._entry_of(lesson) for lesson in self._lessons.values()], chosen)

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        if self.is_ready:
            self._refresh_list()
            self._refresh_lesson()

    # ---- from lessons to texts

    def _entry_of(self, lesson: Lesson | BrokenLesson) -> LessonEntry:
        from playground.lessons.lesson import BrokenLesson
        from playground.panels.lessons.texts import LessonEntry, say

        if isinstance(lesson, BrokenLesson):
            return LessonEntry(lesson.name, self.tr("Cannot be read"), lesson.name, "", problem=said(lesson.reason))
        title, intro = say(lesson.title), say(lesson.intro)
        return LessonEntry(lesson.name, self._chapter(lesson.chapter[0]), title, intro, lesson.name in self._finished)

    def _chapter(self, number: int) -> str:
        titles = {
            2: self.tr("Chapter 2: Perceptron"),
            3: self.tr("Chapter 3: Neural networks"),
            4: self.tr("Chapter 4: Training"),
            5: self.tr("Chapter 5: Backpropagation"),
            6: self.tr("Chapter 6: Training techniques"),
            7: self.tr("Chapter 7: Convolutional networks"),
            8: self.tr("Chapter 8: Deep learning"),
        }
        return titles.get(number, self.tr("Chapter {number}").format(number=number))


def _place(item: tuple[str, Lesson | BrokenLesson]) -> tuple[tuple[int, ...], str]:
    """Order lessons by the book's sections, then by their names; broken ones come last."""
    name, lesson = item
    return getattr(lesson, "chapter", (1_000,)), name
