"""A ready state: what a lesson opens with, and what one of its buttons does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from nn.arrays import Array, frozen
from nn.messages import Message
from nn.network import Network
from nn.training import Checkpoint, TrainingConfig
from playground.session.document.state import DatasetChoice, DocumentState
from playground.session.editing.adapting import carry_over

if TYPE_CHECKING:
    from nn.breakpoints import Breakpoint, Place
    from nn.inspection.element import Element
    from nn.network import NetworkSpec
    from playground.session.looking.sketch import ConvolutionSketch
    from playground.session.looking.subject import NetworkName

DATA = DatasetChoice("mnist")
"""What a lesson learns from when its file does not say: it is always at hand."""


@dataclass(frozen=True, eq=False)
class Typed:
    """Numbers for the input, as they were typed, and their target."""

    x: Array
    t: Array | None = None


@dataclass(frozen=True)
class Row:
    """A sample of the data: its number, counted from 0, and "train" or "test"."""

    index: int
    part: str = "test"


@dataclass(frozen=True)
class Plot:
    """Functions to plot, by their names, and the range of x."""

    functions: tuple[str, ...]
    low: float = -5.0
    high: float = 5.0
    derivatives: bool = False


@dataclass(frozen=True)
class Stand:
    """Where to stand in the debugger.

    Attributes
    ----------
    kind
        The pass: that of the sample, or the next iteration of training.
    place
        The event; None for the beginning of the pass.
    before
        Whether to stand before it and not behind it.
    element
        The number to look at.
    """

    kind: Literal["sample", "batch"] = "sample"
    place: Place | None = None
    before: bool = False
    element: Element | None = None


@dataclass(frozen=True, eq=False)
class Setting:
    """What to put in place; None and empty leave it as it is.

    Attributes
    ----------
    spec, weights, fresh
        The network; parameters by their names; whether all other weights are drawn anew from the seed.
    training
        Fields of the training configuration.
    data
        What to learn from.
    breakpoints
        Where training stops by itself; without any it does not.
    sample, plot, sketch, neuron, panels
        What to look at: the sample, the functions, a neuron by its layer and its number, panels to raise.
    train
        Whether to press Train.
    stand
        Where to open the debugger.
    look
        Whose network to look at: "mine" or "shipped"; empty for whichever it is.
    """

    spec: NetworkSpec | None = None
    weights: Mapping[str, Array] = field(default_factory=dict)
    fresh: bool = False
    training: Mapping[str, Any] = field(default_factory=dict)
    data: DatasetChoice | None = None
    breakpoints: tuple[Breakpoint, ...] | None = None
    sample: Typed | Row | None = None
    plot: Plot | None = None
    sketch: ConvolutionSketch | None = None
    neuron: tuple[int, int] | None = None
    panels: tuple[str, ...] = ()
    train: bool = False
    stand: Stand | None = None
    look: NetworkName | Literal[""] = ""

    @property
    def edits(self) -> bool:
        """Whether it changes the document, and not only what is looked at."""
        return bool(self.training) or self._edits_more

    @property
    def edits_training_only(self) -> bool:
        """Whether it changes nothing of the document but the training configuration."""
        return bool(self.training) and not self._edits_more

    @property
    def _edits_more(self) -> bool:
        return bool(self.spec or self.weights or self.fresh or self.data or self.breakpoints is not None)

    def opened(self) -> DocumentState:
        """Return the document that a lesson opens with."""
        assert self.spec is not None  # the reader of the file has seen to it
        config = TrainingConfig(**self.training)
        checkpoint = self._weighted(Checkpoint.initial(self.spec, config.seed), self.spec)
        return DocumentState(self.spec, checkpoint, config, self.data or DATA, breakpoints=self.breakpoints or ())

    def applied(self, state: DocumentState) -> DocumentState:
        """Return a document with this setting put in place; what it does not mention is kept.

        Raises
        ------
        ValueError
            If a parameter does not exist in the network of the moment or has another shape.
        """
        spec = self.spec or state.spec
        config = replace(state.config, **self.training)
        if self.fresh:
            checkpoint = Checkpoint.initial(spec, config.seed)
        else:
            checkpoint = carry_over(state.checkpoint, state.spec, spec, config.seed)
        checkpoint = self._weighted(checkpoint, spec)
        return replace(
            state,
            spec=spec,
            checkpoint=checkpoint,
            config=config,
            dataset=self.data or state.dataset,
            history=state.history if checkpoint.iteration else (),
            breakpoints=state.breakpoints if self.breakpoints is None else self.breakpoints,
        )

    def _weighted(self, checkpoint: Checkpoint, spec: NetworkSpec) -> Checkpoint:
        if not self.weights:
            return checkpoint
        network = Network(spec, None)
        network.load(checkpoint.params, checkpoint.state)
        check_shapes(self.weights, network.params)
        for name, value in self.weights.items():
            network.params[name][...] = value
        return replace(checkpoint, params=frozen(network.flat_params))


def check_shapes(weights: Mapping[str, Array], params: Mapping[str, Array]) -> None:
    """Check that every weight has the name and the shape of a parameter.

    Raises
    ------
    ValueError
        If one has not; the message begins with its name.
    """
    for name, value in weights.items():
        if name not in params:
            raise ValueError(
                Message("{name} is no parameter of this network; it has {known}", name=name, known=", ".join(params))
            )
        if np.shape(value) != params[name].shape:
            raise ValueError(
                Message(
                    "{name} has shape {shape}; the network needs {wanted}",
                    name=name,
                    shape=np.shape(value),
                    wanted=params[name].shape,
                )
            )
