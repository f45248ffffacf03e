"""What a layer of one's own is: the steps that its code took, and the text of that code."""

from __future__ import annotations

import ast
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from nn.recorded.circles import CIRCLES, MEAN
from nn.recorded.widths import NEURONS, widths_of

INPUT, PARAMETER, CONSTANT = "input", "parameter", "constant"
"""Steps that compute nothing: where numbers come from."""


class Step(NamedTuple):
    """One value of the graph.

    Attributes
    ----------
    name : str
        A name in `nn.recorded.circles.CIRCLES`, or where the value comes from.
    inputs : tuple of int
        Earlier steps.
    value : float or str
        Of a constant the number, of a parameter its name.
    """

    name: str
    inputs: tuple[int, ...] = ()
    value: float | str = 0.0


@dataclass(frozen=True)
class Program:
    """A class that somebody wrote, as what it computes.

    Attributes
    ----------
    name : str
        Of the class.
    file, source : str
        Where it stood, and the whole text; nothing here ever runs it.
    steps : tuple of Step
        What forward computed; the last is what it returned.
    params : mapping of str to tuple of str
        The shape of each learned array over the inputs ``"D"`` and the neurons ``"M"``.
    """

    name: str
    file: str
    source: str
    steps: tuple[Step, ...]
    params: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))

    def __hash__(self) -> int:
        return hash((self.name, self.source, self.steps))

    @cached_property
    def digest(self) -> str:
        """The hash of the source, by which two texts are told apart."""
        return digest_of(self.source)

    @cached_property
    def has_means(self) -> bool:
        """Whether it divides by how many numbers a sample has."""
        return any(step.name == MEAN for step in self.steps)

    @cached_property
    def is_elementwise(self) -> bool:
        """Whether each number that comes out depends on one number that goes in, and on nothing else."""
        circles = (CIRCLES.get(step.name) for step in self.steps)
        return not self.params and all(circle is None or circle.is_elementwise for circle in circles)

    @cached_property
    def code(self) -> str:
        """The class as it was written, below the functions that it calls; empty where the source has no such class."""
        from nn.own_code.source import Source, SourceError, parse  # which only those need who have code of their own

        try:
            tree = parse(Source(self.source, self.file))
        except SourceError:
            return ""
        things = [each for each in tree.body if isinstance(each, ast.FunctionDef | ast.ClassDef)]
        written = [each for each in things if isinstance(each, ast.ClassDef) and each.name == self.name]
        if not written:
            return ""
        functions = {each.name: each for each in things if isinstance(each, ast.FunctionDef)}
        called = _called(written[-1], functions)
        parts = [each for each in things if each is written[-1] or each in called]
        return "\n\n\n".join(ast.get_source_segment(self.source, each) or "" for each in parts) + "\n"

    @cached_property
    def widths(self) -> tuple[str, ...]:
        """How wide each value is: ``"D"`` as what goes in, ``"M"`` as many as the layer has neurons, or one number."""
        return widths_of(self.steps, self.params)

    @property
    def width(self) -> str:
        """How wide what comes out is."""
        return self.widths[-1]

    @property
    def kind(self) -> str:
        """The registered name of the layers that are made of it."""
        if self.is_elementwise:
            return "OwnActivation"
        return "OwnAffine" if self.width == NEURONS else "OwnLayer"


def _called(thing: ast.AST, functions: Mapping[str, ast.FunctionDef]) -> list[ast.FunctionDef]:
    """Return those of a text's functions that something uses, themselves and through others."""
    found: list[ast.FunctionDef] = []
    asked = [thing]
    while asked:
        for node in ast.walk(asked.pop()):
            function = functions.get(node.id) if isinstance(node, ast.Name) else None
            if function is not None and function not in found:
                found.append(function)
                asked.append(function)
    return found


def digest_of(source: str) -> str:
    """Return the hash of a text."""
    return hashlib.sha256(source.encode("utf-8", "surrogatepass")).hexdigest()
