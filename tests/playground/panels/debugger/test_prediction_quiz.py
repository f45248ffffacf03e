from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from nn.inspection.question import question_of
from nn.network import NetworkSpec
from playground.panels.debugger.prediction_quiz import PredictionQuiz


@pytest.fixture
def quiz(qtbot, session):
    """Give the questions on the first iteration of a small network."""
    with qtbot.waitSignal(session.document.dataset_changed):
        session.editing.choose_dataset("circle")
    session.editing.edit_spec("Layers", NetworkSpec.mlp(2, (4,), 2))
    session.debugger.open()
    made = PredictionQuiz(session)
    qtbot.addWidget(made)
    made.show()
    return made


def answer(quiz, text):
    quiz.answer.setText(text)
    QTest.keyClick(quiz.answer, Qt.Key.Key_Return)


def test_it_asks_for_a_number_of_the_layer_that_comes_next(quiz, session):
    question = quiz.question
    assert (question.event.name, question.concept) == ("Affine1", "affine")
    assert question.value == session.debugger.trace[2].outputs["a1"][question.element.index]
    assert "a1[" in quiz.ask.text()
    assert f"{question.value:.4g}" not in quiz.ask.text()


def test_a_right_answer_is_revealed_counted_and_gone_to(quiz, session):
    question = quiz.question
    answer(quiz, f"{question.value:.4g}")
    assert quiz.ask.text().startswith("Right")
    assert quiz.score.text() == "affine 1/1"
    assert session.debugger.current is question.event
    assert session.debugger.element == question.element


def test_a_wrong_answer_counts_too(quiz):
    answer(quiz, str(quiz.question.value + 50))
    assert quiz.ask.text().startswith("Not quite")
    assert quiz.score.text() == "affine 0/1"


def test_what_is_no_number_is_answered_by_a_sentence(quiz, session):
    said = []
    session.status.connect(said.append)
    answer(quiz, "many")
    assert "number" in said[-1]
    assert quiz.score.text() == ""


def test_after_the_answer_comes_the_next_question(quiz):
    answer(quiz, "0")
    QTest.mouseClick(quiz.button, Qt.MouseButton.LeftButton)
    assert quiz.question.concept == "activation"
    assert quiz.answer.text() == ""


def test_a_step_past_the_question_asks_another(quiz, session):
    session.debugger.step_over()
    assert quiz.question.event.name == "Relu1"


def test_every_concept_is_asked_for_and_the_end_is_said(quiz, session):
    concepts = set()
    while quiz.question is not None:
        concepts.add(quiz.question.concept)
        session.debugger.step_over()
    assert concepts == {"affine", "activation", "loss", "gradient", "update"}
    assert not quiz.button.isEnabled()


def test_right_is_what_is_off_by_little(quiz):
    question = quiz.question
    assert question.accepts(question.value * 1.01)
    assert not question.accepts(question.value * 1.5 + np.abs(question.event.outputs["a1"]).max())


def test_no_number_that_is_none_is_asked_for(session):
    assert question_of((), 0, 1) is None
