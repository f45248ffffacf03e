"""A function as text, recorded, differentiated backwards, and held against central differences."""

from __future__ import annotations

import textwrap

import numpy as np

from nn.own_code.gradients import gradients
from nn.own_code.loading import load
from nn.own_code.recording import Recorder
from nn.own_code.source import Source


def loaded(text, recorder=None, **siblings):
    program = load(
        Source(textwrap.dedent(text), siblings={k.replace("__", "."): v for k, v in siblings.items()}), recorder
    )
    assert program.failure is None, program.failure.message
    return program


def function(body, recorder=None):
    """Return ``f(x)`` whose body ends by returning r."""
    text = "import numpy as np\ndef f(x):\n" + textwrap.indent(textwrap.dedent(body).strip() + "\nreturn r\n", "    ")
    return loaded(text, recorder).namespace["f"]


def recorded(call, *values, recorder):
    """Run a call with named values; return the recording and the node of what it returned."""
    with recorder.recording():
        for name, value in values:
            recorder.name(value, name)
        result = call()
    node = recorder.node_of(result)
    assert node is not None
    np.testing.assert_array_equal(node.value, result)
    return recorder.last, node


def leaf(recording, name):
    return next(node for node in recording.nodes if node.operation == "leaf" and node.name == name)


def by_reverse_mode(body, x, dout):
    recorder = Recorder()
    f = function(body, recorder)
    recording, node = recorded(lambda: f(x), ("x", x), recorder=recorder)
    return gradients(recording, node, dout, strict=True)[leaf(recording, "x")]


def by_differences(f, x, dout, h=1e-6):
    slopes = np.zeros_like(x)
    for index in np.ndindex(x.shape):
        above, below = x.copy(), x.copy()
        above[index] += h
        below[index] -= h
        slopes[index] = np.sum((np.asarray(f(above)) - np.asarray(f(below))) * dout) / (2 * h)
    return slopes
