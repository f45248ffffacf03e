"""A layer made of a learner's class: recorded once, and believed where code and steps agree on other data."""

from __future__ import annotations

import warnings
from types import MappingProxyType
from typing import Any

import numpy as np

from nn.messages import Message
from nn.own_code.as_layer.agreement import check_agreement
from nn.own_code.as_layer.arguments import making_of
from nn.own_code.as_layer.following import Following
from nn.own_code.as_layer.steps import INPUTS, NEURONS, SAMPLES
from nn.own_code.as_layer.steps import NoLayerError as NoLayerError
from nn.own_code.checks.chance import start_again, undisturbed
from nn.own_code.definitions import definitions_of
from nn.own_code.judging import judge
from nn.own_code.loading import load
from nn.own_code.loading.loader import failure_of
from nn.own_code.recording import Recorder
from nn.own_code.recording.node import LEAF
from nn.own_code.roles import Role
from nn.own_code.source import Source, parse
from nn.recorded import Program, read_program, written_program
from nn.recorded.reading import LONGEST_SOURCE, is_class_name, is_file_name

_MOST_NODES = 5_000
_UNNAMED = "own.py"


def make_program(source: Source, name: str) -> Program:
    """Return a class as steps. Its code runs here: call it in a process that is confined.

    Raises
    ------
    NoLayerError
        If it cannot stand in a network; says why.
    SourceError
        If the text is no Python.
    """
    _check(source, name)
    recorder = Recorder(_MOST_NODES, ends_program=True)
    cls = load(definitions_of(source, parse(source)), recorder).namespace.get(name)
    assert isinstance(cls, type), "it was judged"
    with undisturbed(), warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        try:
            return _proved(cls, name, source, recorder)
        except NoLayerError:
            raise
        except Exception as error:  # noqa: BLE001 - it is the learner's
            failure = failure_of(error, recorder.files, source.name)
            raise NoLayerError(Message("{reason}.", reason=failure.message), failure.line) from None


def _proved(cls: Any, name: str, source: Source, recorder: Recorder) -> Program:
    """Return the steps, proved on other data and batches; those of a loop over the samples are found with only one."""
    refusal = None
    for samples in (SAMPLES, 1):
        try:
            program = _recorded(cls, name, source, recorder, samples)
            check_agreement(cls, making_of(cls, name), program)
        except NoLayerError as error:
            refusal = refusal or error
        else:
            return program
    assert refusal is not None
    raise refusal


def _check(source: Source, name: str) -> None:
    if len(source.text) > LONGEST_SOURCE:
        raise NoLayerError(Message("Of a text of more than {most:,} characters no layer is made.", most=LONGEST_SOURCE))
    judgement = next(iter(judge(source, name, explains=False)), None)
    if judgement is None or not is_class_name(name):
        raise NoLayerError(Message("{name} is not defined in this text.", name=name))
    if judgement.role != Role.LAYER:
        raise NoLayerError(
            Message("{name} is no layer of one input; only such a class can stand in a network.", name=name),
            judgement.line,
        )
    if judgement.is_right is None:
        raise NoLayerError(
            Message("{name} cannot be checked; only what is right can stand in the network.", name=name),
            judgement.line,
        )
    if judgement.is_right is False:
        raise NoLayerError(Message("{name} is not right yet.", name=name), judgement.line)


def _recorded(cls: Any, name: str, source: Source, recorder: Recorder, samples: int) -> Program:
    made = making_of(cls, name)
    x, given = made.drawn(samples, INPUTS, NEURONS, seed=17)
    layer = cls(**given)
    y: Any = None
    start_again()
    with recorder.recording():
        recorder.name(x, "x")
        for argument, array in given.items():
            for value in (array, *vars(layer).values()):  # kept as it was given, or copied
                if isinstance(value, np.ndarray) and np.array_equal(value, array):
                    recorder.name(value, made.names[argument])
        y = layer.forward(x)
    recording, output = recorder.last, recorder.node_of(y)
    if recording is None or recording.is_full or output is None:
        raise NoLayerError(Message("What {name} computes is too much to follow.", name=name))
    names = {"x", *made.params}
    sources = {node: node.name for node in recording.nodes if node.operation == LEAF and node.name in names}
    steps = Following(recording, sources, is_single=samples == 1).program(output)
    file = source.name if is_file_name(source.name) else _UNNAMED
    program = Program(name, file, source.text, steps, MappingProxyType(dict(made.params)))
    try:
        return read_program(written_program(program))
    except ValueError as error:
        raise NoLayerError(Message("{reason}.", reason=error)) from None
