"""Imported weights as one undo step: into the network that is there, or with the network they belong to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP

from nn.arrays import frozen
from nn.network.naming import named_views
from nn.training import Checkpoint
from playground.session.editing.adapting import check_size
from playground.session.phrase import Phrase

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nn.arrays import Array
    from nn.network.spec import NetworkSpec
    from playground.session.session import Session

TEXT = QT_TRANSLATE_NOOP("ImportWeights", "Import weights")


def take_weights(session: Session, spec: NetworkSpec, values: Mapping[str, Array]) -> None:
    """Let the document's network have these parameters; with another network it begins anew, at iteration 0.

    Raises
    ------
    ValueError
        If the network is too large to be trained here.
    """
    text, state = Phrase("ImportWeights", TEXT), session.document.state
    if spec == state.spec:
        session.weights.set(text, values)
        return
    check_size(spec, state.config.batch_size)
    checkpoint = Checkpoint.initial(spec, state.config.seed)
    params = checkpoint.params.copy()
    views = named_views(spec, params)
    for name, value in values.items():
        views[name][...] = value
    checkpoint = replace(checkpoint, params=frozen(params))
    session.editing.replace(text, replace(state, spec=spec, checkpoint=checkpoint, history=()))
