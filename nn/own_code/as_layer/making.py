"""A layer made of a learner's class: recorded once, and believed where code and steps agree on other data."""

from __future__ import annotations

import inspect
import warnings
from collections.abc import Mapping
from typing import Any

import numpy as np

from nn.messages import Message
from nn.own_code.as_layer.agreement import check_agreement
from nn.own_code.as_layer.following import Following
from nn.own_code.as_layer.steps import NoLayerError as NoLayerError
from nn.own_code.checks.chance import start_again, undisturbed
from nn.own_code.definitions import definitions_of
from nn.own_code.judging import judge
from nn.own_code.loading import load
from nn.own_code.loading.loader import failure_of
from nn.own_code.recording import Node, Recorder
from nn.own_code.roles import Role
from nn.own_code.source import Source, parse
from nn.recorded import Program
from nn.recorded.reading import LONGEST_SOURCE, is_class_name, is_file_name

_SAMPLES, _INPUTS = 5, 7
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
    recorder = Recorder(_MOST_NODES)
    cls = load(definitions_of(source, parse(source)), recorder).namespace.get(name)
    assert isinstance(cls, type), "it was judged"
    with undisturbed(), warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        try:
            program = _recorded(cls, name, source, recorder)
            if not program.is_elementwise:
                raise NoLayerError(
                    Message(
                        "{name} mixes the numbers of a sample; only what works on each number by itself can stand in "
                        "the network.",
                        name=name,
                    )
                )
            check_agreement(cls, program)
        except NoLayerError:
            raise
        except Exception as error:  # noqa: BLE001 - it is the learner's
            failure = failure_of(error, recorder.files, source.name)
            raise NoLayerError(Message("{reason}.", reason=failure.message), failure.line) from None
    return program


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


def _recorded(cls: Any, name: str, source: Source, recorder: Recorder) -> Program:
    needed = [each for each in inspect.signature(cls).parameters.values() if each.default is each.empty]
    if needed:
        raise NoLayerError(
            Message("{name} is made with {argument}; only a class that is made without can stand in a network.",
                    name=name, argument=needed[0].name)
        )  # fmt: skip
    x = np.random.default_rng(17).standard_normal((_SAMPLES, _INPUTS))
    layer = cls()
    start_again()
    with recorder.recording():
        recorder.name(x, "x")
        y = layer.forward(x)
    recording, output = recorder.last, recorder.node_of(y)
    if recording is None or recording.is_full or output is None:
        raise NoLayerError(Message("What {name} computes is too much to follow.", name=name))
    sources: Mapping[Node, str] = {node: "x" for node in recording.nodes if node.name == "x" and node.site is None}
    file = source.name if is_file_name(source.name) else _UNNAMED
    return Program(name, file, source.text, Following(recording, sources).program(output))
