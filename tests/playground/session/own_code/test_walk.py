"""A walk over a real recording: into, over, out, back, breakpoints, rounds of a loop, calls within calls."""

from __future__ import annotations

import pytest

from playground.session.document.code import Code
from playground.session.own_code.recording_job import RecordingJob
from playground.session.own_code.walk import Walk

PROGRAM = """import numpy as np
def double(a):
    b = a + a
    return b
x = np.array([1.0, 2.0])
for i in range(3):
    x = double(x)
    y = x
    y += 1
total = [float(v) for v in x]
"""


@pytest.fixture(scope="module")
def walk():
    result = RecordingJob(Code(PROGRAM), None).run()
    assert (result.trouble, result.call) == ("", "")
    return Walk(result.recorded, "own.py")


def lines(walk, move, start, steps):
    found, place = [], start
    for _ in range(steps):
        place = move(place)
        found.append(walk.moments[place].line if place < walk.end else 0)
    return found


def test_over_stays_in_the_function_and_into_does_not(walk):
    loop = next(place for place, moment in enumerate(walk.moments) if moment.line == 7)
    assert lines(walk, walk.into, loop, 3) == [3, 4, 8]
    assert lines(walk, walk.over, loop, 2)[0] == 8
    inside = walk.into(loop)
    assert lines(walk, walk.out, inside, 1) == [8]
    assert walk.back(walk.into(inside)) == inside
    assert walk.back(0) == 0


def test_breakpoints_stop_it_both_ways_and_without_any_it_runs_to_the_ends(walk):
    places = []
    place = walk.on(0, {9})
    while place < walk.end:
        places.append(walk.round(place))
        place = walk.on(place, {9})
    assert places == [1, 2, 3]
    assert walk.moments[walk.back_on(walk.end, {4})].line == 4
    assert (walk.on(0, ()), walk.back_on(walk.end, ())) == (walk.end, 0)


def test_what_is_known_is_the_latest_of_the_call(walk):
    place = walk.on(walk.on(walk.on(0, {4}), {4}), {4})  # the third call
    known = {event.name: walk.recorded.values[event.node].tolist() for event in walk.bindings(place)}
    assert known == {"a": [7.0, 11.0], "b": [14.0, 22.0]}
    at_end = {event.name for event in walk.bindings(walk.end)}
    assert {"x", "y", "i", "total", "a", "b"} <= at_end


def test_pointing_finds_the_smallest_expression(walk):
    node = walk.node_at(3, 9, walk.end)
    assert walk.recorded.values[node.number].tolist() == [14.0, 22.0] or node.name == "a"
    assert walk.node_at(3, 9, 0) is None, "nothing has happened there yet"
