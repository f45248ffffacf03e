"""The words of the subject: whose network, which moment, which sample."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from nn.messages import printable
from playground.session.editing.adapting import is_pristine
from playground.session.looking.example import reads_digits
from playground.session.runs.networks import is_run

if TYPE_CHECKING:
    from nn.training import Checkpoint
    from playground.session.looking.sample import Sample
    from playground.session.looking.subject import Moment
    from playground.session.session import Session

_ROW = re.compile(r"(test|train) (\d+)")
_LONGEST_ORIGIN = 32  # letters of a file's name
_DRAWN_AT_ONCE = 2_000_000
"""Parameters: to draw more, only to see whether somebody has trained them, would take too long."""


def row_of(sample: Sample | None) -> tuple[str, int] | None:
    """Return "test" or "train" and the row of the data that a sample is, None for anything else."""
    found = None if sample is None else _ROW.fullmatch(sample.origin)
    return (found[1], int(found[2])) if found else None


class SubjectWords(QObject):
    """Says in the language of the moment what all panels look at."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._known: tuple[Checkpoint, bool] | None = None

    def network(self) -> str:
        """Say whose network it is."""
        name = self._session.looking.subject.name
        if name == "shipped":
            return self.tr("The shipped network")
        if is_run(name):
            return printable(self._session.looking.run_networks.title(name), _LONGEST_ORIGIN)
        return self.tr("Your network, untrained") if self._is_untrained() else self.tr("Your network")

    def moment(self) -> str:
        """Say which moment of it is looked at."""
        looking = self._session.looking
        moment = looking.subject.moment
        if looking.is_past and moment.updates is not None:
            text = self.tr("iteration {iteration:,} of {last:,}")
            return text.format(iteration=moment.updates, last=self._session.run.iteration)
        return self.moment_text(moment)

    def moment_text(self, moment: Moment) -> str:
        """Say a moment."""
        if moment.updates is None:
            return self.tr("as shipped")
        if moment.updates == 1:
            return self.tr("after 1 update")
        return self.tr("after {count:,} updates").format(count=moment.updates)

    def sample(self) -> str:
        """Say what goes through it, and what waits where something stands in."""
        looking = self._session.looking
        text = self._sample_text(looking.sample)
        if looking.is_waiting:
            return self.tr("{row} (your sample waits: it does not fit)").format(row=text)
        if looking.example is None and looking.chosen is None and self._can_draw():
            return self.tr("{row}, until you draw").format(row=text)
        return text

    def _sample_text(self, sample: Sample | None) -> str:
        if sample is None:
            return self.tr("no sample")
        row = row_of(sample)
        if row is not None:
            text = self.tr("test row {row}") if row[0] == "test" else self.tr("training row {row}")
            return text.format(row=row[1])
        if len(sample.x) > 1:
            return self.tr("a batch of {count} samples").format(count=len(sample.x))
        known = {"drawn": self.tr("your drawing"), "typed": self.tr("typed numbers")}
        return known.get(sample.origin) or printable(sample.origin, _LONGEST_ORIGIN)

    def _can_draw(self) -> bool:
        return reads_digits(self._session.looking.network.spec)

    def _is_untrained(self) -> bool:
        """Say whether the weights are as they were drawn; no, where that would take long to find out."""
        state = self._session.document.state
        if self._session.run.is_running or state.checkpoint.iteration or state.spec.parameters > _DRAWN_AT_ONCE:
            return False
        if self._known is None or self._known[0] is not state.checkpoint:
            self._known = state.checkpoint, is_pristine(state.checkpoint, state.spec, state.config.seed)
        return self._known[1]
