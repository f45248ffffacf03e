"""How far off an answer is, and what is said of it before the right one is known."""

from __future__ import annotations

import numpy as np
import pytest

from playground.lessons.asking.answering import Answering
from playground.lessons.readings import tolerance
from playground.lessons.task import Prediction, Question
from playground.lessons.words import Words

ASK = Words("How much?", "얼마일까요?")


def asked(expected, **exact):
    return Prediction(ASK, np.array(expected, float), **exact)


def after(prediction, *typed):
    answering = Answering()
    for text in typed:
        answering = answering.with_numbers(prediction, text)
    return answering


@pytest.mark.parametrize(
    ("expected", "exact", "right", "wrong"),
    [
        (0.25, {}, "1/4", "0.26"),
        (1 / 3, {}, "0.3333333333", "0.3333"),
        (0.73105858, {"decimals": 2}, "0.73", "0.74"),
        (4.53999e-05, {"digits": 3}, "4.54e-5", "4.55e-5"),
        (9.4, {"within": 0.5}, "9.8", "10"),
        ([14, 140], {}, "14 140", "[14, 14]"),
        ([0.25], {}, "0.25", "[0.5]"),
        (np.nan, {}, "nan", "inf"),
        (np.inf, {}, "inf", "1e308"),
    ],
)
def test_what_counts_is_what_is_told(expected, exact, right, wrong):
    prediction = asked(expected, **exact)
    assert after(prediction, right).is_right
    assert not after(prediction, wrong).is_right
    assert (tolerance(prediction) >= 0).all()


@pytest.mark.parametrize(
    ("typed", "tendency"), [("0.26", "close"), ("0.5", "high"), ("0.1", "low"), ("-0.25", "sign"), ("inf", "")]
)
def test_a_wrong_number_gets_a_direction_and_not_the_answer(typed, tendency):
    assert after(asked(0.25), typed).verdict.tendency == tendency


def test_of_several_numbers_those_that_are_right_are_counted_and_another_shape_is_named():
    verdict = after(asked([1, 2, 3]), "1 2 4").verdict
    assert (verdict.right, verdict.count, verdict.tendency) == (2, 3, "")
    verdict = after(asked([1, 2, 3]), "1 2").verdict
    assert (verdict.shape, verdict.wanted) == ((2,), (3,))


def test_what_cannot_be_read_is_no_attempt():
    answering = after(asked(1), "one")
    assert (answering.attempts, answering.is_missed) == (0, False)
    assert "'one' cannot be read as numbers" in answering.complaint
    assert after(asked(1), "one", "1").complaint == ""


def test_the_answer_comes_after_a_hint_or_two_attempts_and_counts_as_missed():
    hinted = asked(1, hint=ASK)
    assert not Answering().may_be_shown(hinted)
    assert not after(hinted, "2").may_be_shown(hinted)
    assert after(hinted, "2", "3").may_be_shown(hinted)
    assert Answering().with_hint().may_be_shown(hinted)
    shown = Answering().with_hint().given_up()
    assert (shown.is_over, shown.is_missed, shown.may_be_shown(hinted)) == (True, True, False)
    bare = asked(1)
    assert not Answering().may_be_shown(bare)
    assert after(bare, "2").may_be_shown(bare)


def test_a_right_answer_after_a_wrong_one_was_missed_and_stays_right():
    question = Question(ASK, (), 1)
    at_once = Answering().with_choice(question, 1)
    assert (at_once.is_right, at_once.is_missed) == (True, False)
    later = Answering().with_choice(question, 0).with_choice(question, 1)
    assert (later.is_right, later.is_missed) == (True, True)
    assert later.with_choice(question, 0) is later
