"""Where a layer of the network that is looked at puts the samples."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from nn.evaluation.component_map import ComponentMap, mapped
from playground.session.judging.about_part import AboutPart

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from nn.datasets.base import Dataset
    from nn.network import Network
    from playground.session.looking.subject import Moment

LAST = -1
"""What the last layer before the scores puts out: whatever the network, there is something to see."""


class _Question(NamedTuple):
    moment: Moment
    data: Dataset
    part: str
    layer: int


class Mapping(AboutPart):
    """Maps the samples that the evaluation is about by what a layer makes of them.

    Attributes
    ----------
    wanted : int
        How many layers they go through, `LAST` for all but the last one; `layer` is how many there are to go through.
    """

    wanted = LAST

    @property
    def layer(self) -> int:
        """How many layers the samples go through: 0 for the samples as they are."""
        layers = len(self._looking.network.layers)
        return layers - 1 if self.wanted == LAST or self.wanted > layers else self.wanted

    def choose_layer(self, layer: int) -> None:
        """Map what comes out of so many layers."""
        if layer != self.layer:
            self.wanted = layer
            self.begin_anew()

    @property
    def map(self) -> ComponentMap | None:
        """The last one there is."""
        found: ComponentMap | None = self.result
        return found

    def question(self) -> _Question | None:
        """Return where which layer puts what."""
        data = self._library.data
        if self.obstacle() or data is None:
            return None
        return _Question(self._looking.subject.moment, data, self._evaluating.part, self.layer)

    def work(self, question: _Question) -> Callable[[Network], Iterator[ComponentMap | None]]:
        """Return what answers it, in the signs of the map before: one of another layer was forgotten."""
        return partial(mapped, data=question.data, part=question.part, layer=question.layer, like=self.map)
