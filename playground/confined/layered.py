"""The layer that a confined process made of a class, read as what a stranger says."""

from __future__ import annotations

from nn.network.spec import LayerSpec
from nn.recorded import read_program
from playground.confined.checking import Answer
from playground.confined.ending import Ending, How, ending
from playground.confined.limits import Limits

RECORDING = Limits(cpu_seconds=20, seconds=60)


def layer_in(answer: Answer, name: str, source: str) -> tuple[LayerSpec | None, Ending]:
    """Return the layer of an answer of the task ``layer``, and how it ended; None where it is not that of this class.

    Parameters
    ----------
    answer : Answer
    name, source : str
        The class that was asked for, and the text that it was to be made of.
    """
    if answer.data is None:
        return None, answer.ending
    text = answer.data.get("program")
    try:
        program = read_program(text) if isinstance(text, str) else None
    except ValueError:
        program = None
    if program is None or (program.name, program.source) != (name, source):
        return None, ending(How.GARBLED, RECORDING)
    return LayerSpec(program.kind, {"program": str(text)}), answer.ending
