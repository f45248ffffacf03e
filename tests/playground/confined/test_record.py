"""A learner's code is recorded in the confined process, and looked at from here."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

import numpy as np
import pytest

from playground.confined.child import Report
from playground.confined.ending import How
from playground.confined.frames import Garbled
from playground.confined.limits import MEGABYTE
from playground.confined.recorded import recorded, values_in
from tests.patience import PROCESS_S

RELU = """
class Relu:
    def forward(self, x):
        self.mask = (x <= 0)
        out = x.copy()
        out[self.mask] = 0
        return out

    def backward(self, dout):
        dout[self.mask] = 0
        dx = dout
        return dx
"""
CALL = "layer = Relu()\nout = layer.forward(x)\ndx = layer.backward(dout)"
X = np.arange(-100.0, 100.0).reshape(2, 100)


@pytest.fixture
def record(begun):
    """Give a function that records a program and returns the child, its reports, and the first of them."""

    def call(text, lines=None, arrays=None, name="own.py"):
        child, reports = begun("record", {"source": text, "name": name, "call": lines}, arrays, expects=16 * MEGABYTE)
        return child, reports, next(reports)

    return call


def test_a_number_remains_a_number(record):
    _, _, first = record("import numpy as np\nloss = np.sum(np.ones(3)) / 2\none = np.ones(1) * 2\n")
    told = recorded(first)
    values = {node.name: told.values[node.number] for node in told.nodes if node.name}
    assert (values["loss"].shape, values["loss"][()], values["one"].shape) == ((), 1.5, (1,))


def test_a_call_is_followed_with_its_values_and_gradients(record):
    child, reports, first = record(RELU, CALL, {"x": X, "dout": np.ones_like(X)})
    told = recorded(first)
    by_name = {node.name: node for node in told.nodes}
    out = by_name["out[self.mask]"]
    assert (out.operation, out.site.line, out.shape, out.kind) == ("setitem", 6, (2, 100), "float64")
    lines = [(event.site.file, event.site.line) for event in told.events if event.kind == "line"]
    assert [line for file, line in lines if file == "own.py"] == [4, 5, 6, 7, 10, 11, 12]
    assert [line for file, line in lines if file != "own.py"] == [1, 2, 3]
    assert by_name["dout"].number in by_name["dout[self.mask]"].sharing  # the trap: the caller's array is written into
    assert told.values == {}  # all are large
    child.ask({"values": [out.number]}, expects=16 * MEGABYTE)
    assert np.array_equal(values_in(next(reports), len(told.nodes))[out.number], np.maximum(X, 0))
    child.ask({"gradients": out.number}, {"seed": np.ones_like(X)}, expects=16 * MEGABYTE)
    assert np.array_equal(values_in(next(reports), len(told.nodes))[by_name["x"].number], (X > 0) * 1.0)
    child.stop()
    assert [report.is_answer for report in reports] == [True]
    assert child.wait(PROCESS_S).how is How.STOPPED


def test_small_values_of_a_script_come_along(record):
    _, _, first = record("import numpy as np\nx = np.array([1.0, 2.0])\ny = (x * x).sum()\nprint(y)")
    told = recorded(first)
    (y,) = [node for node in told.nodes if node.name == "y"]
    assert told.values[y.number] == 5.0
    assert first.printed == "5.0\n"
    assert told.failure is None


def test_a_program_that_fails_is_recorded_up_to_there(record):
    _, _, first = record("import numpy as np\nx = np.ones(3)\ny = x * 2\nz = y @ np.ones(4)")
    told = recorded(first)
    assert told.failed_line == 4
    assert told.failure.startswith("Line 4: ValueError")
    assert [node.name for node in told.nodes if node.name == "y"] == ["y"]


def test_a_program_without_end_is_recorded_as_far_as_there_is_room(record):
    _, _, first = record("import numpy as np\nx = np.ones(2)\nwhile True:\n    x = x * 0.5")
    told = recorded(first)
    assert told.is_full
    assert any("full" in note for note in told.notes)


def test_so_is_a_call_without_end(record):
    _, _, first = record("def f(x):\n    for i in range(10**7):\n        y = x + i\n    return y\n", "f(x)", {"x": X})
    told = recorded(first)
    assert (told.is_full, first.data["failure"]) == (True, None)
    assert {event.name for event in told.events if event.kind == "bind"} >= {"i", "y"}


@pytest.mark.parametrize("name", ["nodes", "events", "inputs", "sharing", "constants"])
@pytest.mark.parametrize("number", [-7, 10**6, 2**31 - 1])
def test_numbers_beyond_their_tables_are_refused(record, name, number):
    _, _, first = record(RELU, CALL, {"x": X, "dout": np.ones_like(X)})
    table = first.arrays[name].copy()
    table[-1] = number
    with pytest.raises(Garbled):
        recorded(replace(first, arrays=MappingProxyType({**first.arrays, name: table})))


@pytest.mark.parametrize(
    "change",
    [
        {"sites": None},
        {"sites": [[1, 2]]},
        {"texts": [1]},
        {"notes": ["x"]},
        {"failure": {"message": 3}},
        {"texts": []},
    ],
)
def test_tables_that_are_none_are_refused(record, change):
    _, _, first = record("import numpy as np\nx = np.ones(2) * 2")
    with pytest.raises(Garbled):
        recorded(replace(first, data={**first.data, **change}))
    with pytest.raises(Garbled):
        recorded(Report(first.data))
