"""The ways to look at the numbers of a network: a table, histograms, pictures."""

from __future__ import annotations

from functools import partial
from math import isqrt, prod
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QScrollArea, QSplitter, QStackedWidget, QWidget

from nn.arrays import matrix_of
from nn.network.naming import param_names
from playground.panels.weights.histogram_data import HistogramPair
from playground.panels.weights.histogram_grid import HistogramGrid
from playground.panels.weights.table import WeightTable, source_layer
from playground.session.looking.selection import INPUT
from playground.widgets.layouts import in_column
from playground.widgets.look.live_look import LiveLook
from playground.widgets.picture.sample_picture import COLOURS
from playground.widgets.picture.weight_images import WeightImages
from playground.widgets.text.tooltips import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from nn.arrays import Array
    from nn.network.spec import NetworkSpec
    from playground.panels.weights.filters.found import FilterFound
    from playground.panels.weights.filters.side import FilterSide
    from playground.session.session import Session

_SMALLEST_PICTURE = 16  # numbers


class WeightPages(LiveLook, QStackedWidget):
    """Shows arrays of the parameters' shapes in one way at a time, or says why there is nothing to show."""

    refused = Signal(str)
    """Why something was not done with a filter."""
    channels_chosen = Signal()
    """Other channels of the filters are to be seen."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.table = WeightTable(session)
        self.histograms = HistogramGrid()
        self.images = WeightImages()
        self.absence = QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter, objectName="weightAbsence")
        self._scroll = QScrollArea(widgetResizable=True)
        self._scroll.setWidget(self.histograms)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the histograms take it
        self._filters: FilterSide | None = None  # made when there is the first filter to be seen
        self._found: FilterFound | None = None
        self._making = self._make()
        self.is_whole = True
        """Whether all that stands beside filters has been made; else what shows them comes again."""
        self._split = QSplitter(childrenCollapsible=False)
        self._split.addWidget(self.images)
        self._pictures = QWidget()
        self._column = in_column((self._split, 1), of=self._pictures, spacing=4)
        for page in (self.table, self._scroll, self._pictures, self.absence):
            self.addWidget(page)
        self._chosen = 0  # filter
        self._channels = 1  # that are seen
        self.has_pairs = False
        """Whether filters stand beside what they were."""
        self.is_coloured = False
        """Whether pictures of the first layer's filters are in colour: the scale of signs is not theirs."""
        self.retranslate()

    @property
    def limit(self) -> float:
        """The size of number that has the full colour."""
        return self.images.limit if self.shows_pictures else self.table.matrix.limit

    @property
    def shows_pictures(self) -> bool:
        """Whether pictures are shown."""
        return self.currentWidget() is self._pictures

    @property
    def shows_filters(self) -> bool:
        """Whether filters are shown as pictures, with what can be done with them beside."""
        return self.shows_pictures and self._filters is not None and not self._filters.isHidden()

    def show_table(self, layer: int, arrays: Mapping[str, Array], editable: bool) -> None:
        """Show a layer as a table."""
        self.table.show_layer(layer, arrays, editable)
        self.setCurrentWidget(self.table)

    def show_histograms(self, arrays: Mapping[str, Array], start: Mapping[str, Array]) -> None:
        """Show every layer's numbers as histograms, beside those of the start where there are any."""
        self.histograms.show_histograms([HistogramPair.of(name, arrays[name], start.get(name)) for name in arrays])
        self.setCurrentWidget(self._scroll)

    def show_pictures(
        self, layer: int, arrays: Mapping[str, Array], start: Mapping[str, Array], *, editable: bool = False
    ) -> None:
        """Show what each neuron or filter looks for, filters beside what they were when training began.

        Parameters
        ----------
        layer : int
        arrays, start : mapping of str to ndarray
            What is shown, and what training began with, by the parameters' names.
        editable : bool
            Whether filters can be changed.
        """
        spec, names = self._session.looking.network.spec, param_names(self._session.looking.network.spec)[layer]
        shape = _picture_shape(spec)
        self.has_pairs = self.is_coloured = False
        if "W" in names and arrays[names["W"]].ndim > 2:
            self._show_filters(layer, arrays[names["W"]], start.get(names["W"]))
            self._show_filter(layer, names["W"], arrays[names["W"]], editable)
        elif "W" not in names or source_layer(spec, layer) != INPUT:
            text = self.tr("Only the first layer looks at pixels: choose W1 to see each of its neurons as a picture.")
            self.show_absence(text)
        elif shape is None:
            self.show_absence(self.tr("The inputs of this network are no picture: there is nothing to be drawn."))
        else:
            self.images.show_weights(matrix_of(arrays[names["W"]]), shape, partial(self._picture_text, layer))
            for part in (self._filters, self._found):
                if part is not None:
                    part.hide()
            self.setCurrentWidget(self._pictures)

    def _show_filters(self, layer: int, W: Array, start: Array | None) -> None:
        """Show each filter as a picture, its channels below each other; before it what it was, in the same colours."""
        only = None if self._filters is None else self._filters.only_channel(W.shape[1])
        if only is not None:
            W, start = W[:, only : only + 1], None if start is None else start[:, only : only + 1]
        self._channels = W.shape[1]
        now = matrix_of(W)
        self.has_pairs = start is not None and not np.array_equal(start, W)
        if self.has_pairs and start is not None:
            now = np.stack([matrix_of(start), now], axis=2).reshape(len(now), -1)
        self.is_coloured = W.shape[1] == COLOURS and source_layer(self._session.looking.network.spec, layer) == INPUT
        sides = W.shape[2:] if self.is_coloured else (prod(W.shape[1:-1]), W.shape[-1])
        explain, pairs = partial(self._filter_text, layer), 2 if self.has_pairs else 1
        self.images.show_weights(now, sides, explain, in_colour=self.is_coloured, together=pairs)
        self.setCurrentWidget(self._pictures)

    def _show_filter(self, layer: int, name: str, W: Array, editable: bool) -> None:
        """Show the filter that is chosen, the first one without a choice."""
        self._chosen = min(self._chosen, len(W) - 1)
        self.images.select(2 * self._chosen + 1 if self.has_pairs else self._chosen)
        if self._filters is None or self._found is None:
            self.is_whole = next(self._making, True)
        if self._filters is not None and self._found is not None:
            self._filters.show_filter(layer, name, self._chosen, W, can_edit=editable)
            self._found.show_filter(layer, self._chosen)
            self._filters.show()

    def choose(self, picture: int) -> bool:
        """Choose the filter that a picture shows; say whether it is another one."""
        before, self._chosen = self._chosen, self.filter_of(picture)
        return before != self._chosen

    def _make(self) -> Iterator[bool]:
        """Make what stands beside filters, a few milliseconds at a time; yield False while more is to be made."""
        from playground.panels.weights.filters.found import FilterFound  # most networks have no filters
        from playground.panels.weights.filters.side import FilterSide

        yield False
        self._session.filter_search.obstacle()  # which makes it
        yield False
        side = FilterSide(self._session, self.images)
        side.hide()
        side.refused.connect(self.refused)
        side.channels_chosen.connect(self.channels_chosen)
        self._split.addWidget(side)
        self._split.setStretchFactor(0, 1)
        yield False
        self._found = FilterFound(self._session)
        self._column.addWidget(self._found)
        self._filters = side

    def neuron_of(self, layer: int, picture: int) -> int:
        """Return the neuron that a picture stands for: of a filter the one in the middle of what it puts out."""
        shape = self._session.looking.network.spec.plans[layer].output
        if len(shape) < 3:
            return picture
        return self.filter_of(picture) * shape[1] * shape[2] + shape[1] // 2 * shape[2] + shape[2] // 2

    def picture_of(self, layer: int, neuron: int) -> int:
        """Return the picture in which a neuron's weights are."""
        shape = self._session.looking.network.spec.plans[layer].output
        if len(shape) < 3:
            return neuron
        filter_ = neuron // (shape[1] * shape[2])
        return 2 * filter_ + 1 if self.has_pairs else filter_

    def filter_of(self, picture: int) -> int:
        """Return the filter that a picture shows."""
        return picture // 2 if self.has_pairs else picture

    def _filter_text(self, layer: int, picture: int) -> str:
        name = param_names(self._session.looking.network.spec)[layer]["W"]
        if self.has_pairs and picture % 2 == 0:
            text = self.tr(
                "{name}[{filter}] as it was when training began; behind it as it is now, in the same colours."
            )
        elif self.is_coloured:
            text = self.tr(
                "{name}[{filter}]: a filter over red, green and blue. Grey is 0, a colour what it answers to; all "
                "share one scale."
            )
        elif self._channels == 1:
            text = self.tr("{name}[{filter}]: a filter, or one channel of it. All share one scale of colours.")
        else:
            text = self.tr("{name}[{filter}]: a filter, its channels below each other. All share one scale of colours.")
        return wrapped(text.format(name=name, filter=self.filter_of(picture)))

    def show_absence(self, text: str) -> None:
        """Say why there is nothing to show."""
        self.absence.setText(text)
        self.setCurrentWidget(self.absence)

    def _picture_text(self, layer: int, column: int) -> str:
        name = self.table.neuron_name(layer)
        text = self.tr(
            "{name}[{column}]: the weights by which this neuron looks at each pixel. Blue pixels speak for it, orange "
            "ones against it."
        )
        return wrapped(text.format(name=name, column=column))

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        for part, name, explanation in (
            (
                self.table,
                self.tr("Table of weights"),
                self.tr(
                    "Type to change a number; Ctrl with the wheel or a drag, or Alt with up and down, changes it in "
                    "small steps, with Shift in smaller ones. Ctrl+C and Ctrl+V exchange numbers with a spreadsheet."
                ),
            ),
            (
                self.histograms,
                self.tr("Histograms of all layers"),
                self.tr("How many numbers there are of each size, now and when training began."),
            ),
            (
                self.images,
                self.tr("Weights as pictures"),
                self.tr("The weights of each neuron of the first layer as a picture of what it looks for."),
            ),
        ):
            part.setAccessibleName(name)
            part.setAccessibleDescription(explanation)


def _picture_shape(spec: NetworkSpec) -> tuple[int, int] | None:
    """Give height and width of an input that is a picture."""
    size = prod(spec.input_shape)
    if len(spec.input_shape) > 1 and prod(spec.input_shape[-2:]) == size:
        return spec.input_shape[-2], spec.input_shape[-1]
    side = isqrt(size)
    return (side, side) if side * side == size and size >= _SMALLEST_PICTURE else None
