"""The numbers of a network, made in a thread where there are many."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from nn.training import Checkpoint
from playground.session.editing.adapting import is_pristine

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from nn.network import NetworkSpec
    from playground.session.document.state import DocumentState
    from playground.session.phrase import Text

MADE_AT_ONCE = 150_000
"""Parameters of a network whose numbers are made while the window waits: some milliseconds."""


@dataclass(frozen=True, eq=False)
class Making:
    """An edit that makes numbers, with what it began from: all that a thread needs.

    Attributes
    ----------
    text, merge_key
        Of the edit, as in `Document.edit`.
    state
        What it began from.
    spec
        The network after it.
    make
        Gives the checkpoint; called in any thread.
    changes
        Gives the other fields that change, from the state at the end.
    is_quick
        Whether there is nothing to be made.
    paused
        Whether training was paused for it.
    """

    text: Text
    state: DocumentState
    spec: NetworkSpec
    make: Callable[[], Checkpoint]
    changes: Callable[[DocumentState], Mapping[str, Any]] = field(default=lambda _state: {})
    merge_key: str = ""
    is_quick: bool = False
    paused: bool = False

    @property
    def waits(self) -> bool:
        """Whether it is left to a thread."""
        return not self.is_quick and max(self.spec.parameters, self.state.spec.parameters) > MADE_AT_ONCE

    def is_still_of(self, state: DocumentState) -> bool:
        """Say whether nobody has changed the network since."""
        return state.checkpoint is self.state.checkpoint and state.spec == self.state.spec


def redrawn(state: DocumentState, spec: NetworkSpec, seed: int, otherwise: Callable[[], Checkpoint]) -> Checkpoint:
    """Draw a network from `seed` if that of `state` is as it was drawn: what was typed or learned is not drawn anew."""
    if is_pristine(state.checkpoint, state.spec, state.config.seed):
        return Checkpoint.initial(spec, seed)
    return otherwise()
