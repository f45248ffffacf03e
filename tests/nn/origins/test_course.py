"""How a parameter came to its value: every change, and none that was not made."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from nn.network import LayerSpec
from nn.optimizers import OPTIMIZERS
from nn.origins import Course, Piece, changes_along, place_in_vector
from nn.training import Checkpoint
from tests.walks import CONFIG, PLAIN, Walk


@pytest.fixture
def walk():
    walk = Walk()
    walk.train(43)
    return walk


WEIGHT = ("W1", (2, 4))


def course_of(way, name, index, end=None):
    course, pieces = Course(), []
    for piece in changes_along(way, name, index, way.last if end is None else end):
        if isinstance(piece, Piece):
            course.add(piece)
            pieces.append(piece)
    return course, pieces


def by_brute_force(walk, place):
    """Return what every update changed, from a run that kept everything."""
    values = [float(walk.params[iteration][place]) for iteration in sorted(walk.params)]
    return np.diff(values)


@pytest.mark.parametrize("optimizer", sorted(OPTIMIZERS))
def test_the_changes_of_all_updates_lead_from_the_start_to_now_and_the_largest_are_the_largest(optimizer):
    walk = Walk(config=replace(CONFIG, optimizer=optimizer, optimizer_options={}, weight_decay=0.01))
    walk.train(53)
    place = place_in_vector(PLAIN, *WEIGHT)
    course, pieces = course_of(walk.way, *WEIGHT)
    sizes = by_brute_force(walk, place)
    assert (course.updates, course.first, course.edits) == (53, 0, ())
    assert (course.start, course.end) == (float(walk.params[0][place]), float(walk.params[53][place]))
    total = sum(np.diff(piece.values).sum() for piece in pieces)
    assert total == course.end - course.start
    assert course.moved == pytest.approx(np.abs(sizes).sum(), rel=1e-12)
    ten = sorted(range(53), key=lambda i: (-abs(sizes[i]), i))[:10]
    assert [change.iteration for change in course.largest] == [i + 1 for i in ten]
    assert [change.size for change in course.largest] == [sizes[i] for i in ten]
    assert course.last.iteration == 53


def test_the_last_update_that_changed_it_may_be_long_ago():
    walk = Walk()
    walk.train(30)
    walk.edit(config=replace(CONFIG, lr=0.0))
    walk.train(60)
    course, _ = course_of(walk.way, *WEIGHT)
    assert (course.updates, course.last.iteration) == (60, 30)


def test_the_latest_stretch_comes_first_and_a_question_about_then_ends_then(walk):
    pieces = [piece for piece in changes_along(walk.way, *WEIGHT, 37) if isinstance(piece, Piece)]
    assert [(piece.done, len(piece.values) - 1) for piece in pieces] == [(30, 7), (20, 10), (10, 10), (0, 10)]


def test_whenever_it_is_given_up_what_is_known_has_no_gaps():
    walk = Walk()
    walk.train(200, every=70)
    steps, course, reached = changes_along(walk.way, *WEIGHT, 200), Course(), []
    for step in steps:
        if isinstance(step, Piece):
            course.add(step)
            assert course.first + course.updates == 200
            assert course.end == float(walk.params[200][place_in_vector(PLAIN, *WEIGHT)])
        elif step is not None:
            reached.append(step)
    assert reached == sorted(reached)
    assert 150 < reached[-1] < 200


def test_an_edit_within_the_way_is_told_as_one():
    walk = Walk()
    walk.train(43)
    other = replace(PLAIN, layers=(PLAIN.layers[0], LayerSpec("Relu"), PLAIN.layers[2]))
    params = walk.here.checkpoint.params.copy()
    params[place_in_vector(PLAIN, *WEIGHT)] = 9.0
    walk.edit(spec=other, checkpoint=Checkpoint(43, params, walk.here.checkpoint.state))
    walk.train(60)
    course, _ = course_of(walk.way, *WEIGHT)
    assert course.updates == 60
    (edit,) = course.edits
    assert (edit.iteration, edit.after) == (43, 9.0)
    assert 9.0 not in [change.after for change in course.largest]


def test_where_there_was_no_such_number_nothing_is_said(walk):
    deeper = replace(PLAIN, layers=(LayerSpec.of("Affine", units=9), *PLAIN.layers[1:]))
    walk.edit(spec=deeper, checkpoint=replace(Checkpoint.initial(deeper, 4), iteration=43))
    walk.train(60)
    course, _ = course_of(walk.way, "W1", (2, 8))
    assert (course.updates, course.first) == (17, 43)
    assert course_of(walk.way, "W9", (0, 0))[0].updates == 0


@pytest.mark.parametrize(("name", "index"), [("W1", (5, 0)), ("W1", (0,)), ("W1", (-1, 0)), ("x", (0,))])
def test_a_place_that_is_not_there_is_none(name, index):
    assert place_in_vector(PLAIN, name, index) is None
