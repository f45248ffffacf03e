"""How right the network that is looked at stays when its samples become harder."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from nn.evaluation.disturbing import KINDS, NOISE, ROTATION, picture_axes
from nn.evaluation.robustness import Sweep, swept
from playground.session.judging.about_part import AboutPart

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from nn.datasets.base import Dataset
    from nn.network import Network
    from playground.session.looking.subject import Moment


class _Question(NamedTuple):
    moment: Moment
    data: Dataset
    part: str
    kind: str


class Sweeping(AboutPart):
    """Disturbs the samples that the evaluation is about, more and more.

    Attributes
    ----------
    wanted : str
        How a person wants them disturbed; `kind` is how these samples can be.
    """

    tells_progress = True
    wanted = ROTATION

    @property
    def kinds(self) -> tuple[str, ...]:
        """How the samples can be disturbed: points can only be moved about."""
        data = self._library.data
        return KINDS if data is not None and picture_axes(data) is not None else (NOISE,)

    @property
    def kind(self) -> str:
        """How they are disturbed."""
        return self.wanted if self.wanted in self.kinds else NOISE

    def choose_kind(self, kind: str) -> None:
        """Disturb samples like this from now on."""
        if kind != self.wanted:
            self.wanted = kind
            self.begin_anew()

    @property
    def sweep(self) -> Sweep | None:
        """The last whole one, until then what there is of the first."""
        found: Sweep | None = self.result if self.result is not None else self.coming
        return found

    def question(self) -> _Question | None:
        """Return whose answers to what."""
        data = self._library.data
        if self.obstacle() or data is None:
            return None
        return _Question(self._looking.subject.moment, data, self._evaluating.part, self.kind)

    def work(self, question: _Question) -> Callable[[Network], Iterator[Sweep | None]]:
        """Return what answers it."""
        return partial(swept, data=question.data, part=question.part, kind=question.kind)
