"""The task that makes a layer of a class, and what is believed of its answer."""

from __future__ import annotations

import json

import pytest

from nn.layers.own import EXAMPLE
from nn.recorded import read_program
from playground.confined.checking import Answer, check
from playground.confined.ending import Ending, How
from playground.confined.layered import RECORDING, layer_in
from playground.confined.tasks import TASKS

SOURCE = read_program(EXAMPLE).source


def asked(source, name="Swish"):
    return check("layer", {"source": source, "name": "own.py", "siblings": {}, "only": name}, RECORDING)


def test_a_class_becomes_a_layer():
    assert "layer" in TASKS
    layer, ending = layer_in(asked(SOURCE), "Swish", SOURCE)
    assert ending.how is How.ANSWERED
    assert layer.own.source == SOURCE
    assert layer.own.steps == read_program(EXAMPLE).steps


def test_why_it_does_not_is_said_with_the_line():
    source = SOURCE.replace("np.exp(-x)", "np.exp(-np.sin(x))").replace("def backward", "def backwards")
    layer, ending = layer_in(asked(source), "Swish", source)
    assert layer is None
    assert ending.how is How.FAILED
    assert ending.message


def test_code_that_never_ends_is_ended():
    source = SOURCE.replace("self.x = x", "\n        while True: pass")
    layer, ending = layer_in(asked(source), "Swish", source)
    assert layer is None
    assert ending.how in (How.CPU, How.FAILED, How.LATE)


FORGED = {
    "another source": json.dumps({**json.loads(EXAMPLE), "source": "", "sha256": ""}),
    "a hostile graph": json.dumps({**json.loads(EXAMPLE), "steps": [["input"], ["add", 0, 9]]}),
    "no text": 7,
    "nothing": None,
    "one number a sample": json.dumps({**json.loads(EXAMPLE), "steps": [["input"], ["sum", 0]]}),
}


@pytest.mark.parametrize("program", FORGED.values(), ids=FORGED)
def test_a_forged_answer_is_no_layer(program):
    answer = Answer({"program": program}, "", 0, Ending(How.ANSWERED, ""), None)
    assert layer_in(answer, "Swish", SOURCE)[1].how is How.GARBLED


@pytest.mark.parametrize(("name", "source"), [("Relu", SOURCE), ("Swish", SOURCE + "#")])
def test_a_layer_of_another_class_or_text_is_none(name, source):
    answer = Answer({"program": EXAMPLE}, "", 0, Ending(How.ANSWERED, ""), None)
    assert layer_in(answer, name, source)[1].how is How.GARBLED
