"""Going back and forward through what was looked at."""

from __future__ import annotations

import numpy as np
import pytest

from playground.session.looking.example import Example


def digit(seed=0):
    pixels = np.random.default_rng(seed).random(784, dtype=np.float32)
    pixels.flags.writeable = False
    return Example(pixels, None, "drawn")


@pytest.fixture
def visits(session):
    return session.visits


def seen(session) -> tuple[str, str]:
    return session.looking.subject.name, session.looking.sample.origin


def test_back_and_forward_lead_through_networks_and_samples(session, visits):
    session.looking.show_row(3)
    session.looking.choose("shipped")
    session.looking.show_row(8)
    went = []
    while visits.can_go_back:
        visits.back()
        went.append(seen(session))
    assert went[:3] == [("shipped", "test 3"), ("mine", "test 3"), ("mine", "test 0")]
    while visits.can_go_forward:
        visits.forward()
    assert seen(session) == ("shipped", "test 8")


def test_a_drawing_is_one_visit_however_many_strokes_it_has(session, visits):
    session.looking.show_row(3)
    drawings = [digit(seed) for seed in range(5)]
    for each in drawings:
        session.looking.show_example(each)
    visits.back()
    assert seen(session) == ("mine", "test 3")
    visits.forward()
    assert session.looking.example is drawings[-1]


def test_what_is_looked_at_after_going_back_takes_the_place_of_what_came_then(session, visits):
    session.looking.show_row(3)
    session.looking.show_row(4)
    visits.back()
    session.looking.show_row(5)
    assert not visits.can_go_forward
    visits.back()
    assert seen(session) == ("mine", "test 3")


def test_going_back_edits_nothing_and_training_is_no_visit(session, visits, qtbot):
    session.looking.show_row(3)
    session.control.step_iteration()
    qtbot.waitUntil(lambda: not session.control.is_busy)
    state = session.document.state
    visits.back()
    assert seen(session) == ("mine", "test 0")
    assert session.document.state is state
