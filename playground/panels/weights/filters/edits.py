"""What a person does with a filter, as edits of the document."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtGui import QGuiApplication

from playground.session.phrase import Phrase
from playground.widgets.matrix.tab_separated import BadTableError, numbers_text, read_numbers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nn.arrays import Array
    from playground.session.session import Session
    from playground.widgets.matrix.model import Block


class Filter(NamedTuple):
    """One filter of a layer, and the channel of it that is seen.

    Attributes
    ----------
    layer : int
        Index in the network's layers.
    name : str
        Of the layer's filters: ``"W1"``.
    index : int
        Which filter.
    channel : int
    """

    layer: int
    name: str
    index: int
    channel: int = 0

    @property
    def symbol(self) -> str:
        """As the book writes it."""
        return f"{self.name}[{self.index}]"

    def cell(self, row: int, column: int) -> str:
        """Return the name of one number."""
        return f"{self.name}[{self.index}, {self.channel}, {row}, {column}]"


class FilterEdits:
    """Puts numbers into a filter, copies, pastes and prunes it; each is one step to undo."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def put(self, of: Filter, block: Block, values: Array) -> None:
        """Put numbers that were typed or pasted into the channel that is seen."""
        if block.shape == (1, 1):
            source = QT_TRANSLATE_NOOP("FilterEdits", "Set {place} to {value}")
            text = _phrase(source, place=of.cell(block.top, block.left), value=f"{values.flat[0]:.6g}")
        else:
            text = _phrase(QT_TRANSLATE_NOOP("FilterEdits", "Change numbers of {place}"), place=of.symbol)
        self._session.weights.change(text, partial(_put, of, _where(block), values))

    def nudge(self, of: Filter, blocks: Sequence[Block], amount: float, gesture: int) -> None:
        """Add a step of the wheel or of a drag."""
        text = _phrase(QT_TRANSLATE_NOOP("FilterEdits", "Change numbers of {place}"), place=of.symbol)
        where = tuple(map(_where, blocks))
        self._session.weights.change(text, partial(_add, of, where, amount), f"nudge {gesture}")

    def clear(self, of: Filter, blocks: Sequence[Block]) -> None:
        """Make numbers 0."""
        text = _phrase(QT_TRANSLATE_NOOP("FilterEdits", "Set numbers of {place} to 0"), place=of.symbol)
        self._session.weights.change(text, partial(_clear, of, tuple(map(_where, blocks))))

    def copy(self, of: Filter, W: Array) -> str:
        """Put all numbers of a filter on the clipboard, channel below channel; say so."""
        QGuiApplication.clipboard().setText(numbers_text(W[of.index].reshape(-1, W.shape[-1])))
        text = QCoreApplication.translate("FilterEdits", "{place} is copied: choose another filter and paste it there.")
        return text.format(place=of.symbol)

    def paste(self, of: Filter, W: Array) -> None:
        """Put the clipboard's numbers in the place of the filter, or of the channel that is seen.

        Raises
        ------
        BadTableError
            If they are no numbers, or not as many.
        """
        values = read_numbers(QGuiApplication.clipboard().text())
        channels, high, wide = W.shape[1:]
        if values.shape not in ((channels * high, wide), (high, wide)):
            raise BadTableError(_misfit(values.shape, (channels * high, wide), (high, wide)))
        where = np.s_[:, :, :] if len(values) == channels * high else np.s_[of.channel, :, :]
        text = _phrase(QT_TRANSLATE_NOOP("FilterEdits", "Paste into {place}"), place=of.symbol)
        self._session.weights.change(text, partial(_replace, of, where, values))

    def prune(self, of: Filter) -> None:
        """Take a filter out of the network, with what the next layer makes of its picture."""
        self._session.architecture.remove_filter(of.layer, of.index, of.symbol)


def _phrase(source: object, **values: object) -> Phrase:
    return Phrase("FilterEdits", source, values)


def _misfit(got: tuple[int, ...], whole: tuple[int, int], one: tuple[int, int]) -> str:
    text = QCoreApplication.translate(
        "FilterEdits",
        "The clipboard holds {got} numbers; a filter of this layer takes {whole}, one of its channels {one}: copy as "
        "many.",
    )
    sizes = {"got": got, "whole": whole, "one": one}
    return text.format(**{name: " × ".join(map(str, size)) for name, size in sizes.items()})


_Where = tuple[slice, slice]


def _where(block: Block) -> _Where:
    return slice(block.top, block.bottom + 1), slice(block.left, block.right + 1)


def _channel(of: Filter, params: dict[str, Array]) -> Array | None:
    """Return the numbers to be written into, None where the network has no such filter any more."""
    W = params.get(of.name)
    if W is None or W.ndim != 4 or of.index >= W.shape[0] or of.channel >= W.shape[1]:
        return None
    return W[of.index, of.channel]


def _put(of: Filter, where: _Where, values: Array, params: dict[str, Array]) -> None:
    numbers = _channel(of, params)
    if numbers is not None and numbers[where].shape == values.shape:
        numbers[where] = values


def _add(of: Filter, blocks: Sequence[_Where], amount: float, params: dict[str, Array]) -> None:
    numbers = _channel(of, params)
    for where in blocks if numbers is not None else ():
        numbers[where] += amount


def _clear(of: Filter, blocks: Sequence[_Where], params: dict[str, Array]) -> None:
    numbers = _channel(of, params)
    for where in blocks if numbers is not None else ():
        numbers[where] = 0


def _replace(of: Filter, where: tuple[object, ...], values: Array, params: dict[str, Array]) -> None:
    if _channel(of, params) is None:
        return
    numbers = params[of.name][of.index][where]
    if numbers.size == values.size:
        numbers[...] = values.reshape(numbers.shape)
