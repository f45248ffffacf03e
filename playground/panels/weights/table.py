"""The table of one layer's numbers, tied to the network and to the neuron that all panels look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QSignalBlocker, Signal, Slot

from nn.arrays import matrix_of
from nn.layers import LAYERS
from nn.network.naming import param_names, value_names
from playground.session.editing.weight_targets import Target
from playground.session.looking.selection import INPUT, Neuron
from playground.widgets.actions import add_action
from playground.widgets.matrix.model import Block, MatrixPart
from playground.widgets.matrix.view import MatrixView

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from nn.arrays import Array
    from nn.network.spec import NetworkSpec
    from playground.session.session import Session


class WeightTable(MatrixView):
    """Shows W and b of a layer; what a person does in it becomes edits, and the neuron that is looked at."""

    described = Signal(str)
    """The cell or the cells that are selected, in one line."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("weightTable")
        self._session = session
        self.layer = 0
        """Index in the network's layers."""
        self._names = ("", "")  # of what goes into the layer and what comes out
        self._has_rows = False  # a matrix has a row for each input; the vectors of a normalization have not
        self.edit_refused.connect(session.looking.may_edit)  # which says why, and offers what helps
        self.block_edited.connect(self._on_self_edited)
        self.nudged.connect(self._on_self_nudged)
        self.zeroed.connect(self._on_self_zeroed)
        self.selection_moved.connect(self._on_self_selected)
        self.matrix.dataChanged.connect(self._describe)
        self._origin = add_action(self, "weightOrigin", triggered=self._on_origin_triggered)
        self._history = add_action(self, "weightHistory", triggered=self._on_history_triggered)
        self._watch = add_action(self, "weightWatch", triggered=self._on_watch_triggered)
        self._silence = add_action(self, triggered=self._on_silence_triggered)
        self._network = add_action(self, triggered=self._on_network_triggered)
        self.retranslate()

    def show_layer(self, layer: int, arrays: Mapping[str, Array], editable: bool) -> None:
        """Show the parameters of a layer, or what has their shapes.

        Parameters
        ----------
        layer : int
        arrays : mapping of str to ndarray
            By the parameters' names; read whenever they are painted.
        editable : bool
        """
        spec = self._session.looking.network.spec
        names = value_names(spec)
        self.layer, self._names = layer, (names[layer], names[layer + 1])
        parts = [MatrixPart(name, matrix_of(arrays[name]), names[layer]) for name in param_names(spec)[layer].values()]
        self._has_rows = any(part.values.ndim > 1 for part in parts)
        with QSignalBlocker(self):  # another table is no choice of a person
            self.matrix.show(parts, names[layer + 1], editable=editable, explain=self._explanation)
        self._describe()

    def targets(self) -> tuple[Target, ...]:
        """Give the selected numbers, from top to bottom."""
        return tuple(target for block in self.selected_blocks() for target in self._targets(block))

    def selected_neurons(self) -> tuple[int, tuple[int, ...]]:
        """Give the layer and the indices of the neurons that are selected: whole rows stand for inputs."""
        blocks = self.selected_blocks()
        width = self.matrix.columnCount()
        if self._has_rows and blocks and all(block.left == 0 and block.right == width - 1 for block in blocks):
            rows = {row for block in blocks for row in range(block.top, block.bottom + 1)}
            inputs = sorted(row for row in rows if row < len(self.matrix.parts[0].table))
            if inputs and (width > 1 or len(rows) < self.matrix.rowCount()):
                return self._source(), tuple(inputs)
        columns = {column for block in blocks for column in range(block.left, block.right + 1)}
        return self.layer, tuple(sorted(columns))

    def neuron_name(self, layer: int) -> str:
        """Give the book's name of the values that neurons of a layer belong to."""
        return value_names(self._session.looking.network.spec)[layer + 1]

    def reveal(self, neuron: Neuron) -> None:
        """Select the numbers of a neuron, unless a cell of it is selected already."""
        if not self.matrix.parts:
            return
        layer, indices = self.selected_neurons()
        if layer == self._owner(neuron) and neuron.index in indices:
            return  # whoever selected a block in which it lies keeps the block
        with QSignalBlocker(self):  # nobody selected it here
            self.select_block(self._block_of(neuron))
        self._describe()

    def shows(self, neuron: Neuron) -> bool:
        """Tell whether this table has a row or a column for a neuron."""
        return self._owner(neuron) in (self.layer, self._source())

    def _owner(self, neuron: Neuron) -> int:
        """Give the layer whose column a neuron is: an activation is that of the sum it was made of."""
        spec = self._session.looking.network.spec
        return self.layer if neuron.layer == self.layer else source_layer(spec, neuron.layer + 1)

    def _source(self) -> int:
        return source_layer(self._session.looking.network.spec, self.layer)

    def _block_of(self, neuron: Neuron) -> Block:
        if self._has_rows and self._owner(neuron) != self.layer:
            row = min(neuron.index, len(self.matrix.parts[0].table) - 1)
            return Block(row, 0, row, self.matrix.columnCount() - 1)
        column = min(neuron.index, self.matrix.columnCount() - 1)
        return Block(0, column, self.matrix.rowCount() - 1, column)

    def _targets(self, block: Block) -> list[Target]:
        return [Target(piece.part.name, piece.where) for piece in self.matrix.pieces(block)]

    @Slot(object, object)
    def _on_self_edited(self, block: Block, values: Array) -> None:
        self._session.weights.put(self._targets(block), values)

    @Slot(object, float, int)
    def _on_self_nudged(self, blocks: Sequence[Block], amount: float, gesture: int) -> None:
        targets = [target for block in blocks for target in self._targets(block)]
        self._session.weights.nudge(targets, amount, f"nudge {gesture}")

    @Slot(object)
    def _on_self_zeroed(self, blocks: Sequence[Block]) -> None:
        self._session.weights.work("fill", [target for block in blocks for target in self._targets(block)], 0.0)

    @Slot()
    def _on_silence_triggered(self) -> None:
        layer, indices = self.selected_neurons()
        is_there = layer < len(self._session.looking.network.spec.layers)  # the table follows at the next frame
        if is_there and self._session.looking.may_edit() and self.matrix.is_editable and indices:
            self._session.weights.silence(layer, indices, self.neuron_name(layer))

    @Slot()
    def _on_history_triggered(self) -> None:
        """Draw the history of the number of one selected cell, beside it."""
        from playground.panels.past_menu import show_parameter_history  # not before somebody asks

        place = self._one_place()
        if place is None:
            self._session.status.emit(self.tr("Select one cell of a matrix or a vector to see its history."))
        else:
            show_parameter_history(self._session, *place)

    @Slot()
    def _on_watch_triggered(self) -> None:
        """Watch the number of one selected cell: its whole past is read and drawn."""
        text = self._one_number()
        if text and text not in self._session.watching.all:
            self._session.watching.add(text)
        if text:
            self._session.panel_requested.emit("variables")
        else:
            self._session.status.emit(self.tr("Select one cell of a matrix or a vector to watch its number."))

    @Slot()
    def _on_origin_triggered(self) -> None:
        """Ask where the number of one selected cell comes from."""
        place = self._one_place()
        if place is None:
            self._session.status.emit(self.tr("Select one cell of a matrix or a vector to see where it comes from."))
        else:
            self._session.past.number_trail.ask(*place)

    def _one_place(self) -> tuple[str, tuple[int, ...]] | None:
        """Return the parameter and the place in it of the one cell that is selected, None for anything else."""
        blocks = self.selected_blocks()
        if len(blocks) != 1 or blocks[0].shape != (1, 1) or not self.matrix.parts:
            return None
        part, row = self.matrix.place(blocks[0].top)
        param = self._session.looking.network.params.get(part.name)
        if param is None:
            return None
        places = matrix_of(np.arange(param.size).reshape(param.shape))  # filters stand in it as columns
        at = (row, blocks[0].left) if places.ndim > 1 else (blocks[0].left,)
        if any(i >= n for i, n in zip(at, places.shape, strict=True)):
            return None  # the table follows at the next frame
        return part.name, tuple(int(i) for i in np.unravel_index(int(places[at]), param.shape))

    def _one_number(self) -> str:
        """Return how a watch names the number of the one cell that is selected, empty for anything else."""
        blocks = self.selected_blocks()
        if len(blocks) != 1 or blocks[0].shape != (1, 1) or not self.matrix.parts:
            return ""
        part, row = self.matrix.place(blocks[0].top)
        params = self._session.live.network.params  # those that training has, whatever is looked at
        axes = params[part.name].ndim if part.name in params else 0
        index = {1: f"{blocks[0].left}", 2: f"{row},{blocks[0].left}"}.get(axes, "")
        return f"{part.name}[{index}]" if index else ""

    @Slot()
    def _on_network_triggered(self) -> None:
        self._session.panel_requested.emit("network")

    @Slot()
    def _on_self_selected(self) -> None:
        self._describe()
        layer, indices = self.selected_neurons()
        if indices:
            current = self.currentIndex()
            here = current.column() if layer == self.layer else current.row()
            self._session.selection.select(Neuron(layer, here if here in indices else indices[0]))

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        super().retranslate()
        self._history.setText(self.tr("History of this number…"))
        self._watch.setText(self.tr("Watch this number"))
        self._origin.setText(self.tr("Where does this number come from?"))
        self._silence.setText(self.tr("Switch the neuron off"))
        self._network.setText(self.tr("Show in the network"))

    @Slot()
    def _describe(self) -> None:
        self.described.emit(self.description())

    def description(self) -> str:
        """Say which cells are selected: the exact number of one, the figures of several."""
        blocks = self.selected_blocks()
        if not blocks or not self.matrix.parts:
            why_fixed = self._session.looking.why_fixed()
            return why_fixed or self.tr("Select numbers to edit them: type, or turn the wheel with Ctrl.")
        first = blocks[0]
        if len(blocks) == 1 and first.shape == (1, 1):
            return f"{self.matrix.sentence(first.top, first.left)}    {self._explanation(first.top, first.left)}"
        values = np.concatenate([self.matrix.numbers(block).ravel() for block in blocks]).astype(np.float64)
        with np.errstate(all="ignore"):  # a diverged network is shown, too
            figures = values.mean(), values.std(), values.min(), values.max()
        text = self.tr("{count:,} numbers: mean {mean:.4g}, std {std:.4g}, from {least:.4g} to {most:.4g}")
        mean, std, least, most = figures
        return text.format(count=values.size, mean=mean, std=std, least=least, most=most)

    def _explanation(self, row: int, column: int) -> str:
        part, inside = self.matrix.place(row)
        source, result = self._names
        if part.values.ndim > 1:
            return self.tr("weight from {source}[{row}] to {result}[{column}]").format(
                source=source, row=inside, result=result, column=column
            )
        if part.name.startswith("b") and not part.name.startswith("beta"):
            return self.tr("bias of {result}[{column}]").format(result=result, column=column)
        return self.tr("parameter of {result}[{column}]").format(result=result, column=column)


def source_layer(spec: NetworkSpec, layer: int) -> int:
    """Give the layer whose neurons a layer's rows listen to: the last one with weights before it, or the input."""
    before = [i for i in range(min(layer, len(spec.layers))) if LAYERS[spec.layers[i].kind].weighted]
    return before[-1] if before else INPUT


def layer_of(spec: NetworkSpec, neuron: Neuron) -> int | None:
    """Give the layer in whose table a neuron is to be looked for; None without any parameters."""
    learns = [i for i, names in enumerate(param_names(spec)) if names]
    own = [i for i in learns if i <= neuron.layer and LAYERS[spec.layers[i].kind].weighted]
    return own[-1] if own else next(iter(learns), None)
