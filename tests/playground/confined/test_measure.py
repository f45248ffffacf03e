"""The numbers of a program in a confined process, and what is not believed of them."""

from __future__ import annotations

import math

import pytest

from playground.confined.checking import Check
from playground.confined.ending import How
from playground.confined.measured import measured_in, wrong_in


def measured(source, names, judged=(), **siblings):
    request = {"source": source, "name": "own.py", "names": names, "siblings": siblings}
    answer = Check("measure").run({**request, "judged": list(judged), "beside": "own"})
    return answer, measured_in(answer.data, names)


def test_numbers_come_by_their_names_and_the_code_stands_beside_as_a_module():
    program = "import numpy as np\nfrom own import f\na, b, c, d = f(2), np.float64('nan'), 'text', np.ones(3)"
    answer, values = measured(program, ["a", "b", "c", "d", "e"], own="def f(x):\n    return x * x")
    assert answer.ending.how == How.ANSWERED
    assert values.keys() == {"a", "b"}
    assert values["a"] == 4
    assert math.isnan(values["b"])


def test_what_is_judged_must_be_right_before_anything_runs():
    program = "from own import sigmoid\na = 1"
    answer, values = measured(program, ["a"], ["sigmoid"], own="def sigmoid(x):\n    return x")
    assert wrong_in(answer.data, ("sigmoid",)) == ("sigmoid",)
    assert values == {}
    answer, values = measured(program, ["a"], ["sigmoid"], own="def sigmoid(x):\n    return 1 / (1 + np.exp(-x))")
    assert wrong_in(answer.data, ("sigmoid",)) == ()
    assert values == {"a": 1}


def test_an_error_is_told_with_its_line():
    answer, values = measured("a = 1\nb = [][1]", ["a"])
    assert answer.ending.line == 2
    assert values == {}


@pytest.mark.parametrize(
    "data",
    [
        *(None, {}, {"values": 3}, {"values": {"a": [1]}}, {"values": {"a": "9"}}, {"values": {"a": True}}),
        *({"values": {"a": 10**400}}, {"values": {"b": 1.0}}, {"values": {"a": {"a": 1}}}),
    ],
)
def test_what_is_no_number_is_left_out(data):
    assert measured_in(data, ("a",)) == {}
