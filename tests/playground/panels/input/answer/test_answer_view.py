"""The answer in words."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel

from playground.panels.input.answer.answer_view import AnswerView


@pytest.fixture
def view(qtbot):
    widget = AnswerView()
    qtbot.addWidget(widget)
    widget.resize(240, 60)
    widget.show()
    return widget


def texts(view: AnswerView) -> tuple[str, ...]:
    return tuple(view.findChild(QLabel, name).text() for name in ("recognisedDigit", "certainty", "runnerUp"))


@pytest.mark.parametrize(
    ("probability", "words"),
    [
        (1.0, "Almost certain: > 99.9%"),
        (0.99, "Almost certain: 99.0%"),
        (0.95, "Quite sure: 95.0%"),
        (0.6, "Probably: 60.0%"),
        (0.5999, "Not sure: 60.0%"),
    ],
)
def test_probabilities_are_put_into_words(view, probability, words):
    view.show_answer((probability, 1 - probability), "48")

    assert texts(view)[:2] == ("4", words)


def test_the_second_choice_is_named(view):
    view.show_answer((0.1, 0.2, 0.7), "abc")

    assert texts(view) == ("c", "Probably: 70.0%", "or b: 20.0%")


def test_without_an_answer_there_is_no_digit(view):
    view.show_answer((0.9, 0.1), "48")
    view.show_answer((), ())

    assert texts(view) == ("", "No answer yet", "")


def test_where_there_is_no_room_for_both_the_word_is_whole_and_the_bars_have_the_number(view, qapp):
    view.show_answer((0.9999, 0.0001), "48")
    view.resize(view.findChild(QLabel, "certainty").x() + 110, 60)
    qapp.processEvents()
    assert texts(view)[1] == "Almost certain"
    view.resize(240, 60)
    qapp.processEvents()
    assert texts(view)[1] == "Almost certain: > 99.9%"


def test_what_is_not_a_number_is_not_recognised(view):
    view.show_answer((float("nan"), 0.3, float("nan")), "abc")

    assert texts(view)[0] == "b"
    view.show_answer((float("nan"),) * 3, "abc")
    assert texts(view)[0] == ""


def test_changing_words_do_not_change_the_layout(view):
    view.show_answer((0.9999, 0.0001), "48")
    before = view.minimumSizeHint()
    view.show_answer((0.5, 0.5), ("a very long name of a class", "8"))

    assert view.minimumSizeHint() == before


@pytest.mark.parametrize("order", [("01", ("orange", "blue"), "01"), (("orange", "blue"), "01")])
def test_signs_and_names_stand_clear_of_the_words_about_them(view, qapp, order):
    for labels in order:
        view.show_answer((0.2, 0.8), tuple(labels))
        qapp.processEvents()
        sign, *words = (view.findChild(QLabel, name) for name in ("recognisedDigit", "certainty", "runnerUp"))
        assert not any(sign.geometry().intersects(word.geometry()) for word in words)
