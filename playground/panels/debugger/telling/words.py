"""Says what happens at a step, and what the sign of a gradient means."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from nn.inspection.element import Element, is_within
from nn.inspection.number_texts import number_texts
from nn.layers import LAYERS as KINDS
from nn.notation import plain
from playground.panels.debugger.telling.sentences import (
    ACTIVATION,
    INSIDE,
    LAYER,
    LAYERS,
    LOSS,
    LOSSES,
    NODES,
    UPDATE,
    UPDATES,
)
from playground.session.phrase import Phrase

if TYPE_CHECKING:
    from nn.trace import Event

_NUMBERED = re.compile(r"\d+$")


class StepWords(QObject):
    """Tells a step in one sentence, in the language of the moment."""

    def sentence(self, event: Event, optimizer: str) -> str:
        """Say what an event does.

        Parameters
        ----------
        event : Event
        optimizer : str
            Name of the one whose update it may be.
        """
        return str(Phrase("StepWords", _source(event, optimizer)))

    def inside(self, event: Event, optimizer: str) -> str:
        """Say what training itself computes with where an update is told in another form, else nothing."""
        source = INSIDE.get(optimizer) if event.phase == "update" else None
        return "" if source is None else str(Phrase("StepWords", source))

    def number(self, event: Event, element: Element | None) -> str:
        """Say what one number of what the event makes means: the sign of a gradient, the move of a parameter."""
        if element is None or element.name not in event.outputs:
            return ""
        array = event.outputs[element.name]
        if not is_within(element.index, array.shape) or array.dtype == bool:
            return ""
        if event.phase == "update" and element.name in event.inputs:
            return self._move(element, plain(event.inputs[element.name][element.index]), plain(array[element.index]))
        if (event.upstream and event.layer is not None) or (event.upstream and "." not in element.name):
            return self._sign(element, float(array[element.index]))
        return ""

    def _move(self, element: Element, before: float, after: float) -> str:
        text = self.tr("{name}: {before} → {after}.")
        return text.format(name=element.symbol, before=number_texts(before)[0], after=number_texts(after)[0])

    def _sign(self, element: Element, value: float) -> str:
        """Say which way a number would have to move for a smaller loss."""
        what = Element(element.name.removeprefix("d"), element.index).symbol
        if math.isnan(value) or math.isinf(value):
            return ""
        if value < 0:
            return self.tr("{gradient} is negative: raising {what} lowers the loss.").format(
                gradient=element.symbol, what=what
            )
        if value > 0:
            return self.tr("{gradient} is positive: lowering {what} lowers the loss.").format(
                gradient=element.symbol, what=what
            )
        return self.tr("{gradient} is 0: moving {what} a little does not change the loss.").format(
            gradient=element.symbol, what=what
        )


def _source(event: Event, optimizer: str) -> str:
    """Give the English sentence of an event."""
    way = 1 if event.upstream else 0
    kind = _NUMBERED.sub("", event.name)
    if event.symbol:
        pair = NODES.get(event.symbol)
        if pair is not None:
            return pair[way]
    if event.phase == "update":
        return UPDATES.get(optimizer, UPDATE)
    if event.layer is None:
        return LOSSES.get(event.name, LOSS)[way]
    is_activation = event.graph.is_elementwise if event.graph.code else kind in KINDS and KINDS[kind].elementwise
    return LAYERS.get(kind, ACTIVATION if is_activation else LAYER)[way]
