"""Lessons as a person goes through them: a real session, real training, every step by clicks."""

from __future__ import annotations

import re

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtGui import QAction, QRawFont
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QTreeWidget,
    QWidget,
)

from playground.lessons.asking.answering import Answering
from playground.lessons.asking.verdict import judge
from playground.lessons.course import Course, Standing
from playground.lessons.facts import Facts
from playground.lessons.finished import Finished
from playground.lessons.lesson import Lesson
from playground.lessons.readings import answer_rows, tolerance
from playground.lessons.shelf import lessons
from playground.lessons.task import Prediction, Question, Task, Writing
from playground.lessons.training_watch import TrainingWatch
from playground.panels.input.panel import InputPanel
from playground.panels.lessons.astray_note import AstrayNote
from playground.panels.lessons.labels import Sign
from playground.panels.lessons.page import LessonPage
from playground.panels.lessons.panel import LessonsPanel
from playground.panels.lessons.prediction import LessonPrediction
from playground.panels.lessons.question import LessonQuestion
from playground.panels.lessons.step import LessonStep
from playground.panels.lessons.writing import LessonWriting
from playground.session.looking.gradients import SampleGradients
from playground.startup.tour import THREE, stroke
from playground.widgets.text.steady_label import SteadyLabel
from playground.window.language import RESOURCES, Language
from tests.playground.alive import alive

LONG = {"57-mnist-97", "75-simple-convnet", "76-filters-before-and-after"}
"""Lessons whose runs go on for long after the step is done."""
SHIPPED = {lesson.name: lesson for lesson in lessons()}


@pytest.fixture
def panel(qtbot, session):
    return alive(qtbot, session, LessonsPanel(), 400, 640)


@pytest.fixture
def draw(qtbot, session):
    """Give the panel to draw in, beside the lessons as in the window."""
    return alive(qtbot, session, InputPanel(), 480, 700)


def course_of(panel):
    return panel.findChild(Course)


def scroll_of(panel):
    """Give what an open lesson scrolls in."""
    return panel.findChild(LessonPage).findChild(QScrollArea)


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
    qtbot.waitUntil(lambda: not session.control.is_busy and session.library.data is not None)
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
        assert cut_off(panel) == [], f"step {position + 1}"
        click(qtbot, panel, "lessonGoOn")
        QApplication.processEvents()
    assert course.step is None
    click(qtbot, panel, "lessonBack")
    assert is_ticked(panel, name)
    while session.document.can_undo:
        session.document.undo()
        settle(qtbot, session)
    assert session.document.state is before


def go_through_step(qtbot, panel, draw, session):
    """Answer all that the step at hand asks, with keys and clicks, and do what is to be done."""
    course = course_of(panel)
    step = course.step
    assert not course.standing.is_done, "a step must ask for something that is not so already"
    assert button(panel, "lessonGoOn").isEnabled() == step.is_only_read
    for number, ask in enumerate(step.task.asks):
        assert course.standing.asked == number
        assert course.readings == (), "no number is shown before it was asked for"
        answer(qtbot, panel, number, ask)
    assert course.standing.is_answered
    if step.done is not None:
        settle(qtbot, session)
        do_what_is_to_be_done(qtbot, panel, draw, session)
    settle(qtbot, session)
    if not step.is_again:  # there the sample is that of the last step
        assert [ask.ask.en for ask in step.task.asks if not agrees(ask, panel, session)] == []


def agrees(ask, panel, session):
    """Say whether the answer that the lesson gives is what `nn` computes at the end of its step."""
    if not isinstance(ask, Prediction) or ask.value is None:
        return True
    facts = Facts(session, panel.findChild(TrainingWatch), SampleGradients(), Task())
    return judge(np.asarray(ask.value.value(facts.value), float), ask.expected, tolerance(ask)).is_right


def answer(qtbot, panel, number, ask):
    match ask:
        case Question():
            click(qtbot, panel_ask(panel, number), f"lessonChoice{ask.answer}")
        case Prediction():
            field = panel_ask(panel, number).findChild(QLineEdit)
            qtbot.keyClicks(field, " ".join(answer_rows(ask)))
            qtbot.keyClick(field, Qt.Key.Key_Return)
        case Writing():
            field = next(each for each in panel.findChildren(QLineEdit, "lessonLine") if each.isVisibleTo(panel))
            qtbot.keyClicks(field, ask.answer)
            qtbot.keyClick(field, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert course_of(panel).standing.answering[number].is_right, f"{ask.ask.en} {cast_of(panel)}"


def panel_ask(panel, number):
    """Give the widget of an ask of the step at hand."""
    asks = (LessonPrediction, LessonQuestion, LessonWriting)
    found = [each for each in panel.findChildren(QWidget) if isinstance(each, asks) and each.isVisibleTo(panel)]
    return found[number]


def cast_of(panel):
    return course_of(panel).standing.answering


def do_what_is_to_be_done(qtbot, panel, draw, session):
    course = course_of(panel)
    if course.step.done.rule.__name__ == "recognised":
        draw_a_three(qtbot, draw)
    if course.step.task.race is not None:
        click(qtbot, panel, "lessonRace")
    press_offers(qtbot, panel, session)
    do_in_debugger(qtbot, session, course)
    qtbot.waitUntil(lambda: course.standing.is_done)
    if course.lesson.name in LONG:
        session.control.stop()


def do_in_debugger(qtbot, session, course):
    """Step on until the step has seen what it waits for."""
    if course.step.done.rule.__name__ in ("reached", "stepping"):
        for _ in range(40):
            if course.standing.is_done:
                return
            session.debugger.step_into()
            settle(qtbot, session)


def press_offers(qtbot, panel, session):
    course = course_of(panel)
    for number, offer in enumerate(course.step.task.offers):
        if course.standing.is_done:
            return
        name = f"lessonOffer{number}"
        if offer.is_help:
            assert not any(each.isVisibleTo(panel) for each in panel.findChildren(QAbstractButton, name)) or number
            if not course.standing.hint_read:
                click(qtbot, panel, "lessonHelp")
        click(qtbot, panel, name)
        if offer.setting.train:
            qtbot.waitUntil(lambda: course.standing.is_done or not session.control.is_busy)
        else:
            settle(qtbot, session)


def draw_a_three(qtbot, draw):
    canvas = draw.findChild(QWidget, "digitCanvas")
    stroke(canvas, THREE)
    qtbot.waitUntil(lambda: draw.findChild(QLabel, "recognisedDigit").text() != "")
    label = next(box for box in draw.findChildren(QComboBox) if box.findData(3) == 4)
    label.setFocus()
    qtbot.keyClicks(label, "3")


def wrong_numbers(course):
    return [reading for reading in course.readings if reading.is_right is False]


def cut_off(panel):
    """List the figures that do not fit into a dock of 400 px, beside a scroll bar."""
    bar = 400 - 8 - 14 - scroll_of(panel).widget().width()
    figures = [each for each in panel.findChildren(SteadyLabel) if each.isVisibleTo(panel)]
    room = [each.width() - max(-bar, 0) for each in figures]
    return [
        each.text()
        for each, width in zip(figures, room, strict=True)
        if each.fontMetrics().horizontalAdvance(each.text()) > width
    ]


def is_ticked(panel, name):
    return choose(panel, name).data(0, Qt.ItemDataRole.AccessibleDescriptionRole) == "finished"


# ---- what is written in them


def words_of(lesson):
    yield from (lesson.title, lesson.intro)
    for step in lesson.steps:
        yield from (step.title, step.text)
        yield from filter(None, (step.then, step.hint, step.after, *(offer.label for offer in step.task.offers)))
        for ask in step.task.asks:
            yield from filter(None, (ask.ask, ask.hint, getattr(ask, "reply", None)))
            for choice in getattr(ask, "choices", ()):
                yield from filter(None, (choice.text, choice.reply))


@pytest.mark.parametrize("lesson", SHIPPED.values(), ids=SHIPPED)
def test_lessons_that_ship_are_whole_and_said_in_both_languages(lesson):
    assert isinstance(lesson, Lesson), lesson.reason
    said = list(words_of(lesson))
    assert [words.en for words in said if re.search("[가-힣]", words.en)] == []
    assert [words for words in said if words.en != words.ko and not re.search("[가-힣]|%", words.ko)] == []
    assert [step.title.en for step in lesson.steps if len(step.text.en) > 330] == []
    assert [step.title.en for step in lesson.steps if step.is_only_read] == [], "each asks for something"
    asked = [ask for step in lesson.steps for ask in step.task.asks if not isinstance(ask, Question)]
    assert [ask.ask.en for ask in asked if ask.hint is None] == [], "a hint comes before each answer"
    assert [words.ko for words in said if re.search(r"[.?!]$", words.en) and not re.search(r"[.?!:]$", words.ko)] == []


def test_the_font_that_ships_can_write_them(qapp):
    font = QRawFont(str(RESOURCES / "fonts" / "NotoSansCJKkr-Subset.otf"), 12)
    text = "".join(words.ko for lesson in SHIPPED.values() for words in words_of(lesson))
    assert {sign for sign in re.findall("[가-힣]", text) if not font.supportsCharacter(ord(sign))} == set()


@pytest.fixture
def korean(qapp):
    language, before = Language(), QLocale()
    language.use("ko")
    yield
    language.use("en")
    QLocale.setDefault(before)


@pytest.mark.parametrize("language", ["en", "ko"])
def test_every_step_can_be_read_in_a_narrow_dock(qtbot, request, panel, session, language):
    if language == "ko":
        request.getfixturevalue("korean")
    page = panel.findChild(LessonPage)
    for lesson in SHIPPED.values():
        course_of(panel).open(lesson)
        settle(qtbot, session)
        for position in range(len(lesson.steps) + 1):
            page.show_position(position, worst_standing(lesson, position), True)
            inside = scroll_of(panel).widget().minimumSizeHint().width()
            assert inside <= 400 - 30, f"{lesson.name}, step {position + 1} is {inside} px wide"
    assert panel.minimumSizeHint().width() <= 400


def worst_standing(lesson, position):
    """Return a standing in which all that a step has is to be seen."""
    asks = lesson.steps[position].task.asks if position < len(lesson.steps) else ()
    tried = Answering(hint_read=True, is_shown=True, chosen=0, attempts=1)
    return Standing((tried,) * len(asks), is_done=True, may_go_on=True, hint_read=True)


# ---- the list


def test_a_page_is_as_long_as_what_is_in_it(qtbot, panel, session):
    open_lesson(qtbot, panel, session, "34-three-layers")
    scroll = scroll_of(panel)
    panel.resize(400, 300)
    QApplication.processEvents()
    content = scroll.widget()
    assert content.height() == content.heightForWidth(content.width())
    assert content.height() > scroll.viewport().height()
    panel.resize(400, content.height() + 120)
    qtbot.waitUntil(lambda: not scroll.verticalScrollBar().isVisible())


def test_the_way_on_comes_into_sight_when_a_step_is_done(qtbot, panel, session):
    panel.resize(400, 260)
    open_lesson(qtbot, panel, session, "34-which-activations")
    way_on = button(panel, "lessonGoOn")
    assert way_on.visibleRegion().boundingRect() != way_on.rect()
    answer(qtbot, panel, 0, course_of(panel).step.task.asks[0])
    qtbot.waitUntil(way_on.isEnabled)
    qtbot.waitUntil(lambda: way_on.visibleRegion().boundingRect() == way_on.rect())


def test_lessons_stand_in_the_order_of_the_book(panel):
    tree = panel.findChild(QTreeWidget)
    chapters = [tree.topLevelItem(n).text(0) for n in range(tree.topLevelItemCount())]
    assert [chapter.split(":")[0] for chapter in chapters] == [f"Chapter {n}" for n in range(2, 9)]
    names = [item.data(0, Qt.ItemDataRole.UserRole) for item in items(panel)]
    assert sorted(names) == sorted(SHIPPED)
    assert names == sorted(names, key=lambda name: SHIPPED[name].chapter)


def test_a_broken_lesson_is_listed_with_its_message_and_the_rest_works(qtbot, session, tmp_path):
    for file in (RESOURCES / "lessons").glob("34-*.toml"):
        (tmp_path / file.name).write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "99-mine.toml").write_text('chapter = "3"\ntitel.en = "Mine"\n', encoding="utf-8")
    panel = LessonsPanel()
    panel.folder = tmp_path
    qtbot.addWidget(panel)
    panel.show()
    list(panel.attach(session))  # to its end, in one turn
    choose(panel, "99-mine.toml")
    assert any(
        "99-mine.toml, line 2, field titel: is not known here; known: chapter, " in text for text in texts(panel)
    )
    assert not button(panel, "lessonOpen").isEnabled()
    open_lesson(qtbot, panel, session, "34-three-layers")
    assert course_of(panel).lesson.name == "34-three-layers"


def test_what_was_finished_stays_ticked_at_the_next_start(qtbot, panel, session):
    Finished().add("34-three-layers")
    again = LessonsPanel()
    qtbot.addWidget(again)
    list(again.attach(session))  # to its end, in one turn
    assert is_ticked(again, "34-three-layers")
    assert not is_ticked(again, "35-softmax")
    again.show()
    assert any(text.startswith("1 of ") for text in texts(again))


# ---- the page


def test_what_is_asked_is_shown_nowhere_before_it_was_answered(qtbot, panel, session):
    open_lesson(qtbot, panel, session, "33-matrix-product")
    go_through_step(qtbot, panel, None, session)
    click(qtbot, panel, "lessonGoOn")
    settle(qtbot, session)
    assert not any("[70, 80, 90]" in text for text in texts(panel))
    assert said_of_signs(panel) == ["Not answered"], "a ring, and no cross, before any attempt"
    assert session.looking.sample is None, "no other panel knows the answer either"
    go_through_step(qtbot, panel, None, session)
    assert "[70, 80, 90]" in texts(panel)
    assert "Right: a1 is as expected" in said_of_signs(panel)
    session.weights.set("Set b1", {"b1": [1, 0, 0]})
    settle(qtbot, session)
    assert {"[71, 80, 90]", "[70, 80, 90]"} <= set(texts(panel))
    assert "Not yet: a1 is not as expected" in said_of_signs(panel)


def said_of_signs(panel):
    """Give what the signs beside numbers say, those of steps left out."""
    signs = [label.accessibleName() for label in panel.findChildren(Sign) if label.isVisibleTo(panel)]
    return [text for text in signs if text and not text.startswith("Step ")]


def test_a_wrong_number_gets_a_direction_then_a_hint_then_the_answer_and_comes_once_more(qtbot, panel, session):
    open_lesson(qtbot, panel, session, "56-softmax-with-loss")
    course, told = course_of(panel), []
    session.status.connect(told.append)
    assert not button(panel, "lessonAnswer").isEnabled()
    type_numbers(qtbot, panel, "one half")
    assert any("cannot be read as numbers" in text for text in texts(panel))
    type_numbers(qtbot, panel, "0.5")
    assert "**Not yet.** That is too high." in texts(panel)
    assert told[-1] == "Not yet. That is too high.", "who listens hears it, too"
    assert said_of_signs(panel) == ["Not yet"]
    assert not any("0.30571446" in text for text in texts(panel))
    click(qtbot, panel, "lessonHint")
    assert any(text.startswith("**Hint:** -log of what the right class") for text in texts(panel))
    click(qtbot, panel, "lessonAnswer")
    assert any("`0.30571446`" in text and "Yours, 0.5, was off by 0.1943." in text for text in texts(panel))
    assert course.standing.is_done
    steps = len(course.steps)
    for _ in range(steps - 1):
        click(qtbot, panel, "lessonGoOn")
        settle(qtbot, session)
        go_through_step(qtbot, panel, None, session)
    assert button(panel, "lessonGoOn").text() == "Finish"
    click(qtbot, panel, "lessonGoOn")
    assert course.step is not None, "what was missed is asked once more"
    assert session.looking.sample is None, "not to be read off the other panels"
    assert any(each.text() == f"{steps + 1}. Once more: The loss" for each in panel.findChildren(QAbstractButton))
    go_through_step(qtbot, panel, None, session)
    click(qtbot, panel, "lessonGoOn")
    assert course.step is None
    click(qtbot, panel, "lessonBack")
    assert is_ticked(panel, "56-softmax-with-loss")


def type_numbers(qtbot, panel, text):
    field = next(each for each in panel.findChildren(QLineEdit, "lessonNumber") if each.isVisibleTo(panel))
    field.selectAll()
    qtbot.keyClicks(field, text)
    click(qtbot, panel, "lessonCheck")


def test_help_with_what_is_to_be_done_comes_before_the_button_that_does_it(qtbot, panel, session):
    open_lesson(qtbot, panel, session, "25-xor")
    for number, ask in enumerate(course_of(panel).step.task.asks):
        answer(qtbot, panel, number, ask)
    offers = [each for each in panel.findChildren(QAbstractButton, "lessonOffer0") if each.isVisibleTo(panel)]
    assert offers == []
    assert not any("F5" in text for text in texts(panel))
    click(qtbot, panel, "lessonHelp")
    assert any("its key is F5" in text for text in texts(panel))
    assert button(panel, "lessonOffer0").isEnabled()


def test_a_sample_that_is_not_the_lessons_is_told_and_there_is_a_way_back(qtbot, panel, session):
    open_lesson(qtbot, panel, session, "56-softmax-with-loss")
    go_through_step(qtbot, panel, None, session)
    assert not panel.findChild(AstrayNote).isVisibleTo(panel)
    session.looking.type_sample([9.0, 9.0, 9.0])
    qtbot.waitUntil(lambda: panel.findChild(AstrayNote).isVisibleTo(panel))
    click(qtbot, panel, "lessonWayBack")
    assert not panel.findChild(AstrayNote).isVisibleTo(panel)
    np.testing.assert_array_equal(session.looking.sample.x, [[0.3, 2.9, 4.0]])


def test_the_page_leads_back_on_and_to_the_next_lesson(qtbot, panel, session):
    open_lesson(qtbot, panel, session, "56-affine-images")
    course = course_of(panel)
    go_to_the_end(qtbot, panel, session, 2)
    click(qtbot, panel, "lessonRestart")
    settle(qtbot, session)
    assert course.position == 0
    go_to_the_end(qtbot, panel, session, len(course.lesson.steps))
    click(qtbot, panel, "lessonNext")
    settle(qtbot, session)
    assert course.lesson.name == "56-softmax-with-loss"
    click(qtbot, panel, "lessonBack")
    assert course.lesson is None
    assert panel.findChild(QTreeWidget).isVisibleTo(panel)


def go_to_the_end(qtbot, panel, session, steps):
    for _ in range(steps):
        go_through_step(qtbot, panel, None, session)
        click(qtbot, panel, "lessonGoOn")
        settle(qtbot, session)


def test_a_step_that_is_done_can_be_read_again(qtbot, panel, session):
    open_lesson(qtbot, panel, session, "33-matrix-product")
    go_to_the_end(qtbot, panel, session, 1)
    first = panel.findChildren(LessonStep)[0]
    assert not first.is_open
    qtbot.mouseClick(first.findChild(QAbstractButton, "lessonHeading"), Qt.MouseButton.LeftButton)
    assert first.is_open
    assert any("must be the same" in text for text in texts(panel))


def test_a_lesson_can_be_gone_through_with_the_keyboard_alone(qtbot, panel, session):
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    choose(panel, "56-softmax-with-loss")
    tree = panel.findChild(QTreeWidget)
    tree.setFocus()
    qtbot.keyClick(tree, Qt.Key.Key_Return)
    settle(qtbot, session)
    course = course_of(panel)
    while course.step is not None:
        for number, ask in enumerate(course.step.task.asks):
            answer_by_keys(qtbot, panel, ask)
            assert course.standing.answering[number].is_right
        press_key_on(qtbot, panel, "lessonGoOn")
        settle(qtbot, session)


def answer_by_keys(qtbot, panel, ask):
    """Answer where the keyboard is: it goes from one ask to the next by itself."""
    if isinstance(ask, Question):
        press_key_on(qtbot, panel, f"lessonChoice{ask.answer}")
        return
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    text = ask.answer if isinstance(ask, Writing) else " ".join(answer_rows(ask))
    qtbot.keyClicks(QApplication.focusWidget(), text)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)


def press_key_on(qtbot, panel, name):
    """Go to a button with the Tab key, as often as that takes, and press it with the space bar."""
    for _ in range(40):
        focused = QApplication.focusWidget()
        if focused is not None and focused.objectName() == name and focused.isEnabled():
            qtbot.keyClick(focused, Qt.Key.Key_Space)
            return
        qtbot.keyClick(focused or panel, Qt.Key.Key_Tab)
    raise AssertionError(f"the Tab key does not lead to {name}")


def test_the_language_changes_live_and_the_place_stays(qtbot, panel, session, request):
    open_lesson(qtbot, panel, session, "33-matrix-product")
    go_to_the_end(qtbot, panel, session, 1)
    answer(qtbot, panel, 0, course_of(panel).step.task.asks[0])
    assert any("What comes out" in each.text() for each in panel.findChildren(QAbstractButton))
    request.getfixturevalue("korean")
    QApplication.processEvents()
    assert any("곱의 결과" in each.text() for each in panel.findChildren(QAbstractButton))
    assert course_of(panel).position == 1
    assert course_of(panel).standing.asked == 1, "what was answered stays answered"
    assert any("둘째 열" in text for text in texts(panel))


def test_a_lesson_opens_no_window_of_its_own(qtbot, panel, session):
    windows = set(QApplication.topLevelWidgets())
    shown = []
    QApplication.instance().focusWindowChanged.connect(shown.append)
    open_lesson(qtbot, panel, session, "34-which-activations")
    for _ in range(2):
        go_through_step(qtbot, panel, None, session)
        click(qtbot, panel, "lessonGoOn")
    QApplication.instance().focusWindowChanged.disconnect(shown.append)
    assert shown == []
    assert {each for each in QApplication.topLevelWidgets() if each.isVisible()} <= windows


def test_what_is_done_elsewhere_in_the_window_finishes_a_step(qtbot, window):
    window.findChild(QAction, "actionLessons").trigger()
    panel, session = window.findChild(LessonsPanel), window.session
    qtbot.waitUntil(lambda: panel.is_ready and panel.isVisible())
    open_lesson(qtbot, panel, session, "25-xor")
    for number, ask in enumerate(course_of(panel).step.task.asks):
        answer(qtbot, panel, number, ask)
    window.findChild(QAction, "actionTrain").trigger()
    qtbot.waitUntil(lambda: course_of(panel).standing.is_done)
    settle(qtbot, session)
    click(qtbot, panel, "lessonGoOn")
    qtbot.mouseClick(window.findChild(QAbstractButton, "buttonAddLayer"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: course_of(panel).standing.is_done)


def test_showing_lessons_edits_nothing(qtbot, panel, session):
    assert not session.document.can_undo
    for item in items(panel):
        panel.findChild(QTreeWidget).setCurrentItem(item)
    QApplication.sendEvent(panel, QEvent(QEvent.Type.LanguageChange))
    assert not session.document.can_undo


def test_a_document_that_was_saved_in_a_lesson_is_opened_there(window, qtbot):
    panel = window.findChild(LessonsPanel)
    qtbot.waitUntil(lambda: panel.is_ready)
    name, course = items(panel)[0].data(0, Qt.ItemDataRole.UserRole), course_of(panel)
    before = window.session.document.state
    window.session.lesson_place.ask(name, 1)
    assert (course.lesson.name, course.position) == (name, 1)
    assert window.session.document.state is before, "what was saved is there already"
    window.session.lesson_place.ask("", 0)
    assert course.lesson is None
    assert window.session.lesson_place.name == ""


def test_the_chapter_is_seen_above_its_first_lesson(panel):
    tree = panel.findChild(QTreeWidget, "lessonTree")
    last = tree.topLevelItem(tree.topLevelItemCount() - 1)
    tree.setCurrentItem(last.child(last.childCount() - 1))
    assert tree.visualItemRect(tree.topLevelItem(0)).top() < 0
    tree.setCurrentItem(tree.topLevelItem(0).child(0))
    assert tree.visualItemRect(tree.topLevelItem(0)).top() >= 0


def test_a_low_dock_has_room_for_the_button_that_opens_a_lesson(panel):
    low, fixed = panel.layout().totalMinimumHeightForWidth(320), panel.minimumSizeHint().height()
    assert low <= max(fixed, 19 * panel.fontMetrics().height()), "as high as the page in front has to be"
