"""The picture of a computational graph at one moment, as plain data: signs, states and figures."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from nn.inspection.graph_layout import Link

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nn.inspection.graph_layout import GraphLayout, GraphShape


class State(Enum):
    """Where a circle stands on the way forward."""

    NOT_YET = "not yet"
    DONE = "done"
    CURRENT = "current"


class Labels(Enum):
    """What stands along the edges."""

    NUMBERS = "numbers"
    SYMBOLS = "symbols"
    BOTH = "both"


class GraphNode(NamedTuple):
    """A circle, or a name at the edge of the graph.

    Attributes
    ----------
    sign : str
        Operator, name or constant.
    short : str
        In its place where that is too long; empty for none.
    state : State
    went_back : bool
        Whether the gradient has gone through it.
    """

    sign: str
    state: State = State.DONE
    went_back: bool = False
    short: str = ""

    @property
    def called(self) -> str:
        """The shortest that may stand for it."""
        return self.short or self.sign


class Figure(NamedTuple):
    """A number or array in words, from the most exact text to the shortest; without texts it is not computed yet.

    Attributes
    ----------
    texts : tuple of str
    is_whole : bool
        False for a sum to which something will still be added.
    symbols : tuple of str
        What it is, from its whole way through the graph to its name.
    """

    texts: tuple[str, ...] = ()
    is_whole: bool = True
    symbols: tuple[str, ...] = ()

    @property
    def is_known(self) -> bool:
        """Whether there is anything to write."""
        return bool(self.texts)


NOT_YET = Figure()


@dataclass(frozen=True)
class GraphPicture:
    """A graph with its numbers at one moment.

    Attributes
    ----------
    shape : GraphShape
        What is connected with what.
    nodes : tuple of GraphNode
        One for each node of the shape.
    values : mapping of Link to Figure
        What goes forwards along each edge, above it.
    gradients : mapping of Link to Figure
        What comes back along each edge, below it; an edge that carries no gradient is missing.
    sums : mapping of int to Figure
        For each node whose value is used more than once: the sum of what came back so far.
    labels : Labels
        What of the figures is written.
    wrong : frozenset of Link
        Edges whose value is not what it should be.
    layout : GraphLayout or None
        Where everything stands, where that is not what `lay_out_graph` finds.
    """

    shape: GraphShape
    nodes: tuple[GraphNode, ...]
    values: Mapping[Link, Figure]
    gradients: Mapping[Link, Figure]
    sums: Mapping[int, Figure]
    labels: Labels = Labels.NUMBERS
    wrong: frozenset[Link] = frozenset()
    layout: GraphLayout | None = None


class Role(Enum):
    """What can be pointed at."""

    NODE = "node"
    VALUE = "value"
    GRADIENT = "gradient"
    SUM = "sum"

    __hash__ = object.__hash__  # there is but one of each; the hash of an Enum is Python, and asked for at each step


class Part(NamedTuple):
    """One thing of the graph that can be pointed at: a node or sum by the node's number, a figure by its edge."""

    role: Role
    at: int | Link
