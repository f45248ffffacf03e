"""Edits of the network's layers and neurons, each an undo step that keeps the weights that still fit."""

from __future__ import annotations

from functools import partial
from math import prod
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, Signal, Slot

from nn.editing import architecture
from nn.editing.transplant import transplant
from nn.network.naming import layer_names
from playground.session.editing.adapting import check_size, has_outputs_for
from playground.session.editing.background_build import Making, redrawn
from playground.session.loading import Job, Loader
from playground.session.phrase import Phrase, said

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from nn.editing.transplant import Edit
    from nn.network import LayerSpec, NetworkSpec
    from nn.training import Checkpoint
    from playground.session.document.document import Document
    from playground.session.document.state import DocumentState
    from playground.session.library import Library
    from playground.session.loading import Loaded
    from playground.session.phrase import Text
    from playground.session.running.control import RunControl

    Change = Callable[[NetworkSpec], Edit]


class ArchitectureEditing(QObject):
    """Adds, removes, moves and resizes what the document's network consists of.

    A run that is going is ended first, unless every number keeps its place. What cannot be built is not begun:
    `status` says why.
    """

    status = Signal(str)
    """One sentence for the person."""
    building_changed = Signal(bool)
    """Whether the numbers of a large network are being made."""
    failed = Signal(str)
    """Traceback of an error while they were made."""

    def __init__(self, document: Document, control: RunControl, library: Library, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._control = control
        self._library = library
        self._loader = Loader(self)
        self._loader.loaded.connect(self._on_loaded)
        self._building: Making | None = None

    @property
    def is_building(self) -> bool:
        """Whether the numbers of a large network are being made."""
        return self._building is not None

    def insert_layers(self, index: int, layers: Sequence[LayerSpec]) -> None:
        """Put new layers before the one at `index`."""
        kinds = " + ".join(layer.name for layer in layers)
        text = _named(QT_TRANSLATE_NOOP("ArchitectureEditing", "Insert {name}"), name=kinds)
        self.edit(text, partial(architecture.insert_layers, index=index, layers=tuple(layers)))

    def remove_layers(self, first: int, count: int = 1) -> None:
        """Take `count` layers out."""
        text = self._about(QT_TRANSLATE_NOOP("ArchitectureEditing", "Remove {name}"), first, count)
        self.edit(text, partial(architecture.remove_layers, first=first, count=count))

    def move_layers(self, first: int, count: int, to: int) -> None:
        """Move layers so that the first of them gets the index `to`."""
        text = self._about(QT_TRANSLATE_NOOP("ArchitectureEditing", "Move {name}"), first, count)
        self.edit(text, partial(architecture.move_layers, first=first, count=count, to=to))

    def change_layer(self, index: int, layer: LayerSpec) -> None:
        """Put another layer in the place of the one at `index`."""
        text = self._about(QT_TRANSLATE_NOOP("ArchitectureEditing", "Change {name}"), index)
        self.edit(text, partial(architecture.change_layer, index=index, layer=layer))

    def set_units(self, index: int, units: int) -> None:
        """Give a layer another number of neurons; the first ones stay as they are."""
        source = QT_TRANSLATE_NOOP("ArchitectureEditing", "Give {name} {units} neurons")
        text = self._about(source, index, units=f"{units:,}")
        self.edit(text, partial(architecture.set_units, index=index, units=units))

    def add_neuron(self, index: int, at: int | None = None) -> None:
        """Give a layer one more neuron, by default behind the last."""
        text = self._about(QT_TRANSLATE_NOOP("ArchitectureEditing", "Add a neuron to {name}"), index)
        self.edit(text, partial(architecture.add_neuron, index=index, at=at))

    def remove_neuron(self, index: int, neuron: int) -> None:
        """Take one neuron out of a layer, with all weights to and from it."""
        source = QT_TRANSLATE_NOOP("ArchitectureEditing", "Remove neuron {neuron} of {name}")
        text = self._about(source, index, neuron=neuron + 1)
        self.edit(text, partial(architecture.remove_neuron, index=index, neuron=neuron))

    def remove_filter(self, index: int, filter_: int, symbol: str) -> None:
        """Take one filter out of a convolution, with what the next layer reads of it; the book calls it `symbol`."""
        text = _named(QT_TRANSLATE_NOOP("ArchitectureEditing", "Prune filter {symbol}"), symbol=symbol)
        self.edit(text, partial(architecture.remove_neuron, index=index, neuron=filter_))

    def move_neuron(self, index: int, neuron: int, to: int) -> None:
        """Give a neuron another place in its layer: the same network, in another order."""
        source = QT_TRANSLATE_NOOP("ArchitectureEditing", "Move neuron {neuron} of {name}")
        text = self._about(source, index, neuron=neuron + 1)
        self.edit(text, partial(architecture.move_neuron, index=index, neuron=neuron, to=to))

    def set_input(self, shape: tuple[int, ...]) -> None:
        """Let the network take samples of another shape, such as (784,) for (28, 28)."""
        text = _named(QT_TRANSLATE_NOOP("ArchitectureEditing", "Set the input shape"))
        self.edit(text, partial(architecture.set_input, shape=shape))

    def build(self, name: str) -> None:
        """Put a network of the book in the place of this one."""
        text = _named(QT_TRANSLATE_NOOP("ArchitectureEditing", "Build {name}"), name=name)
        self.edit(text, partial(architecture.build, name=name))

    def edit(self, text: Text, change: Change, *, draw_untouched: bool = False) -> None:
        """Do what `change` makes of the document's network, as one undo step; or say why it cannot be.

        Parameters
        ----------
        text
            The name of the step.
        change
            Gives the edit of a network: it is asked again when a run has ended.
        draw_untouched
            Whether a network that is still as it was drawn is drawn anew as a whole, as if it had been made so.
        """
        reason = self.refusal(change)
        if reason:
            self.status.emit(reason)
        elif change(self._document.state.spec).keeps_everything:
            self._build(text, change, draw_untouched)
        else:
            paused = self._control.is_busy
            self._control.when_idle(partial(self._build, text, change, draw_untouched, paused))

    def refusal(self, change: Change) -> str:
        """Say why an edit cannot be made, with the way out; empty if it can."""
        try:
            spec = change(self._document.state.spec).spec
            self._check_ends(spec)
            check_size(spec, self._document.state.config.batch_size)
        except (TypeError, ValueError) as error:
            return said(error)
        return ""

    @Slot()
    def cancel(self) -> None:
        """Give up the large network that is being made: the document stays as it is."""
        if self._building is not None:
            self._building = None
            self.building_changed.emit(False)
            self.status.emit(self.tr("The network stays as it was."))
            self._control.release()

    def close(self) -> None:
        """End the thread; whatever it was at is forgotten."""
        self._building = None
        self._loader.close()

    def _check_ends(self, spec: NetworkSpec) -> None:
        """Raise ValueError, in the person's language, if an edit makes an end of the network misfit the data."""
        data, before = self._library.data, self._document.state.spec
        if data is None:
            return
        given = prod(data.input_shape)
        if prod(spec.input_shape) not in (given, prod(before.input_shape)):
            text = self.tr("Each sample of the data has {given} numbers; the network would take {taken}.")
            raise ValueError(text.format(given=given, taken=prod(spec.input_shape)))
        if spec.outputs != before.outputs and not has_outputs_for(spec, data):
            text = self.tr(
                "The last layer would give {given} numbers, but the data need {wanted}, one for each class or value: "
                "the last layer with neurons must have {wanted} of them."
            )
            raise ValueError(text.format(given=f"{spec.outputs:,}", wanted=data.outputs))

    def _build(self, text: Text, change: Change, draw_untouched: bool, paused: bool = False) -> None:
        """Make the new numbers: at once, or in a thread if there are many."""
        reason = self.refusal(change)  # again: the network may be another one since the run has ended
        if reason:
            self.status.emit(reason)
            return
        state = self._document.state
        edit = change(state.spec)
        make = partial(_made, edit, state, draw_untouched)
        spec = edit.spec
        self.make(
            Making(text, state, spec, make, lambda _: {"spec": spec}, is_quick=edit.keeps_everything, paused=paused)
        )

    def make(self, making: Making) -> None:
        """Make an edit's numbers and then the edit: at once, or in a thread if there are many."""
        if not making.waits:
            self._finish(making, making.make())
            return
        self._control.hold()
        was_building, self._building = self.is_building, making
        self._loader.load(Job(making, making.make))
        if not was_building:
            self.building_changed.emit(True)
        self.status.emit(self.tr("Making the weights of the new network …"))

    @Slot(object)
    def _on_loaded(self, loaded: Loaded) -> None:
        building = self._building
        if building is None or loaded.key is not building:
            return
        self._building = None
        self.building_changed.emit(False)
        if loaded.failure:
            self.status.emit(loaded.reason)
            self.failed.emit(loaded.failure)
        elif building.is_still_of(self._document.state) and not self._control.is_busy:
            self._finish(building, loaded.result)
        else:
            self.status.emit(self.tr("The network was changed meanwhile: the larger one was not put in its place."))
        self._control.release()

    def _finish(self, making: Making, checkpoint: Checkpoint) -> None:
        state = self._document.state
        history = state.history if checkpoint.iteration else ()
        changes = making.changes(state)
        self._document.edit(making.text, merge_key=making.merge_key, checkpoint=checkpoint, history=history, **changes)
        # What could not be done is history once something was.
        paused = QCoreApplication.translate("WeightEditing", "Training was paused for this change; Train goes on.")
        self.status.emit(paused if making.paused else "")
        self._control.go_on_live()

    def _about(self, source: object, first: int, count: int = 1, **values: object) -> Phrase:
        names = layer_names(self._document.state.spec)[first : first + count]
        return _named(source, name=" + ".join(names), **values)


def _made(edit: Edit, state: DocumentState, draw_untouched: bool) -> Checkpoint:
    """Make the numbers of an edited network."""
    if edit.keeps_everything:
        return state.checkpoint
    keep = partial(transplant, edit, state.checkpoint, state.config.seed)
    return redrawn(state, edit.spec, state.config.seed, keep) if draw_untouched else keep()


def _named(source: object, **values: object) -> Phrase:
    return Phrase("ArchitectureEditing", source, values)
