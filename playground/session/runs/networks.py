"""The networks of kept runs, by name, for whoever looks at one or compares with it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from nn.network import Network
from playground.session.looking.subject import Moment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nn.training import Checkpoint
    from playground.session.document.document import Document
    from playground.session.document.state import Run, RunLabel

_PREFIX = "run "
_MOST_AT_HAND = 4
"""Networks made of runs that are kept: one looked at, one compared with, and those just before."""


def name_of(label: RunLabel) -> str:
    """Return the name under which the network of a run can be looked at."""
    return f"{_PREFIX}{label.number}"


def is_run(name: str) -> bool:
    """Say whether a name is that of a run's network."""
    return name.startswith(_PREFIX)


def title_of(label: RunLabel) -> str:
    """Return what a run is called, in the language of the moment."""
    if label.name:
        return label.name
    return QCoreApplication.translate("Runs", "Run {number}").format(number=label.number)


def title_of_all(runs: Sequence[Run]) -> str:
    """Return what a run is called, or a group, with how many seeds it has."""
    title = title_of(runs[0].label)
    if len(runs) == 1:
        return title
    return QCoreApplication.translate("Runs", "{run} ({count} seeds)").format(run=title, count=len(runs))


class RunNetworks:
    """Makes networks of kept runs when somebody looks at them."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._made: dict[Checkpoint, tuple[Network, Moment]] = {}

    def run(self, name: str) -> Run | None:
        """Return the run that a name means, None if it is not there any more."""
        return next((run for run in self._document.state.runs if name_of(run.label) == name), None)

    def title(self, name: str) -> str:
        """Return what the run is called."""
        run = self.run(name)
        return "" if run is None else title_of(run.label)

    def network(self, name: str) -> Network | None:
        """Return the network of a run with its last weights; None where they are not kept."""
        made = self._of(name)
        return None if made is None else made[0]

    def moment(self, name: str) -> Moment:
        """Return the moment of those weights."""
        made = self._of(name)
        return Moment() if made is None else made[1]

    def obstacle(self, name: str, inputs: int) -> str:
        """Say why nobody can look at a run with samples of so many numbers, in the person's language; empty if so."""
        run = self.run(name)
        if run is None:
            return QCoreApplication.translate("Session", "it has been deleted")
        if run.checkpoint is None:
            return QCoreApplication.translate("Session", "the document had no room for its weights: only its curves")
        wanted = math.prod(run.spec.input_shape)
        if wanted != inputs:
            text = QCoreApplication.translate("Session", "it reads {wanted:,} numbers; your samples have {count:,}")
            return text.format(wanted=wanted, count=inputs)
        return ""

    def _of(self, name: str) -> tuple[Network, Moment] | None:
        run = self.run(name)
        if run is None or run.checkpoint is None:
            return None
        made = self._made.get(run.checkpoint)
        if made is None:
            network = Network(run.spec, None)
            network.load(run.checkpoint.params, run.checkpoint.state)
            made = network, Moment(run.checkpoint.iteration)
            self._made = dict([*self._made.items()][1 - _MOST_AT_HAND :]) | {run.checkpoint: made}
        return made
