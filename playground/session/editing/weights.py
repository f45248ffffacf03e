"""Edits of single weights, and what else is told about them: where they began and where they are pulled."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, Signal, Slot

from nn.arrays import Array, frozen
from nn.editing import surgery
from nn.messages import Message
from nn.network import LayerSpec, Network, Workspace
from nn.network.naming import named_views, param_names
from nn.training import BatchFeed, Checkpoint
from playground.session.editing.adapting import same_parameters
from playground.session.editing.weight_targets import WORKS, count_of, places, plus, put, step, work_on
from playground.session.phrase import Phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nn.network import NetworkSpec
    from playground.session.document.document import Document
    from playground.session.editing.weight_targets import Target, Work
    from playground.session.library import Library
    from playground.session.looking.live_network import LiveNetwork
    from playground.session.phrase import Text
    from playground.session.running.control import RunControl

Change = Callable[[dict[str, Array]], None]
"""Writes into copies of the parameters, by the book's names."""


class WeightEditing(QObject):
    """Changes parameters of the document's network, each change one undo step.

    A run is paused first, so that a change meets the weights it is made for: Train goes on with the same epochs.
    """

    status = Signal(str)
    """One sentence for the status bar."""

    def __init__(
        self, document: Document, control: RunControl, live: LiveNetwork, library: Library, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._document, self._control = document, control
        self._live, self._library = live, library
        self._start = (document.state.spec, document.state.checkpoint.params)
        # not `changed`: whoever hears that the live network moved may ask for the start at once
        document.spec_changed.connect(self._note_start)
        document.checkpoint_changed.connect(self._note_start)

    @property
    def start(self) -> Mapping[str, Array]:
        """The parameters that training began with, by name, read-only; empty for another network than today's."""
        spec, params = self._start
        return named_views(spec, params) if same_parameters(spec, self._document.state.spec) else {}

    def has(self, name: str) -> bool:
        """Say whether the network has a parameter of this name."""
        return name in self._live.network.params

    def set(self, text: Text, values: Mapping[str, npt.ArrayLike], merge_key: str = "") -> None:
        """Replace whole parameters: ``set("Zero b1", {"b1": np.zeros(50)})``.

        Raises
        ------
        KeyError, ValueError
            If a parameter does not exist or a shape does not fit.
        """
        arrays = {name: np.asarray(value) for name, value in values.items()}
        for name, array in arrays.items():
            self._check(name, array.shape)
        self.change(text, partial(_replace_all, arrays), merge_key)

    def set_cells(self, text: Text, name: str, where: Any, values: npt.ArrayLike, merge_key: str = "") -> None:
        """Replace the numbers of one parameter at an index, as in ``W1[where] = values``."""
        self.change(text, partial(_replace_some, name, where, values), merge_key)

    def change(self, text: Text, change: Change, merge_key: str = "") -> None:
        """Let `change` write into the parameters; called when training has paused."""
        if self._control.is_busy:
            self.status.emit(self.tr("Training was paused for this change; Train goes on."))
        self._control.when_idle(partial(self._change, text, change, merge_key))

    def put(self, targets: Sequence[Target], values: Array) -> None:
        """Put typed or pasted numbers where they belong.

        Parameters
        ----------
        targets : sequence of Target
            Below each other.
        values : ndarray, shape (rows, columns)
            The rows of all targets together.
        """
        if values.size == 1:
            source = QT_TRANSLATE_NOOP("WeightEditing", "Set {place} to {value}")
        else:
            source = QT_TRANSLATE_NOOP("WeightEditing", "Paste {place}")
        text = _phrase(source, place=places(targets), value=f"{values.flat[0]:.6g}")
        self.change(text, partial(put, tuple(targets), values))

    def nudge(self, targets: Sequence[Target], amount: float, merge_key: str) -> None:
        """Add a step of a drag or of the wheel; a single number stays as round as it is written."""
        one = sum(map(count_of, targets)) == 1
        source = QT_TRANSLATE_NOOP("WeightEditing", "Change {place}")
        self._work_on(source, targets, partial(step if one else plus, amount), merge_key)

    def work(self, operation: str, targets: Sequence[Target], amount: float, seed: int = 0) -> None:
        """Do one of `WORKS` to all, with the number that it asks for, and a seed where it draws."""
        source, work = WORKS[operation]
        number = f"{amount:g}"
        values = {"amount": number, "value": number, "factor": number, "percent": number, "bits": number}
        self._work_on(source, targets, work(amount, seed), **values)

    def silence(self, layer: int, indices: Sequence[int], name: str) -> None:
        """Switch off neurons of a layer, -1 for the input, whose values the book calls `name`."""
        spec = self._document.state.spec
        listed = f"{name}[{indices[0]}]" if len(indices) == 1 else f"{name} ({len(indices)})"
        source = QT_TRANSLATE_NOOP("WeightEditing", "Switch off {neuron}")

        def work(params: dict[str, Array]) -> None:
            for index in indices:
                for changed, values in surgery.silence(spec, params, layer, index).items():
                    params[changed][...] = values

        self.change(_phrase(source, neuron=listed), work)

    def reinitialize(
        self, layers: tuple[int, ...] | None, initializer: str, scale: float = 0.01, seed: int | None = None
    ) -> None:
        """Draw the initial values of some layers anew, or of all; later resets draw them in the same way.

        Parameters
        ----------
        layers
            Indices in the network's layers; None for all, which begins training anew.
        initializer, scale
            A name in `nn.initializers.INITIALIZERS`, and its standard deviation or constant.
        seed
            Seed of the numbers, the configuration's if None: the same seed gives the same numbers.
        """
        self._control.when_idle(partial(self._reinitialize, layers, initializer, scale, seed))

    def gradient(self) -> Mapping[str, Array] | None:
        """Return the gradient of the loss by every parameter on the next mini-batch, None without data that fit.

        It is what the optimizer would get now, without weight decay.
        """
        data, state, live = self._library.data, self._document.state, self._live.network
        if data is None or live.spec != state.spec:  # in the middle of an edit: its end tells everybody once more
            return None
        network = Network(state.spec, None)
        network.load(live.flat_params, live.flat_state)
        try:
            x, targets = BatchFeed(network, data, state.config).batch(state.checkpoint.iteration + 1)
        except (TypeError, ValueError):  # the network does not fit the data: there is nothing to descend
            return None
        rng = np.random.default_rng([state.config.seed, state.checkpoint.iteration + 1])
        with np.errstate(all="ignore"):  # a diverged network has a gradient of NaN, which is shown
            Workspace(network, len(x)).gradient(x, targets, rng)
        return network.grads

    def _work_on(
        self, source: Any, targets: Sequence[Target], work: Work, merge_key: str = "", **values: object
    ) -> None:
        text = _phrase(source, place=places(targets), **values)
        self.change(text, partial(work_on, tuple(targets), work), merge_key)

    def _check(self, name: str, shape: tuple[int, ...]) -> None:
        params = self._live.network.params
        if name not in params:
            raise KeyError(
                Message("the network has no parameter {name!r}; it has {known}", name=name, known=", ".join(params))
            )
        if shape != params[name].shape:
            raise ValueError(
                Message("{name} has shape {wanted}, got {shape}", name=name, wanted=params[name].shape, shape=shape)
            )

    def _change(self, text: Text, change: Change, merge_key: str) -> None:
        state = self._document.state
        params = state.checkpoint.params.copy()
        change(named_views(state.spec, params))
        if _same_bits(params, state.checkpoint.params):
            return  # an edit that changes nothing is no step to undo
        params.flags.writeable = False
        checkpoint = replace(state.checkpoint, params=params)
        self._document.edit(text, merge_key=merge_key, checkpoint=checkpoint)

    def _reinitialize(self, layers: tuple[int, ...] | None, initializer: str, scale: float, seed: int | None) -> None:
        state = self._document.state
        drawn = [i for i, layer in enumerate(state.spec.layers) if "initializer" in layer.options]
        chosen = drawn if layers is None else [i for i in drawn if i in layers]
        spec = _with_initializer(state.spec, chosen, initializer, scale)
        seed = state.config.seed if seed is None else seed
        if chosen == drawn:
            text = Phrase("WeightEditing", QT_TRANSLATE_NOOP("WeightEditing", "Initialise all weights"))
            config = replace(state.config, seed=seed)
            checkpoint = Checkpoint.initial(spec, seed)
            self._document.edit(text, spec=spec, config=config, checkpoint=checkpoint, history=())
            return
        text = Phrase("WeightEditing", QT_TRANSLATE_NOOP("WeightEditing", "Initialise weights of a layer"))
        self._document.edit(text, spec=spec, checkpoint=_redrawn(state.checkpoint, spec, chosen, seed))

    @Slot(object)
    def _note_start(self, _value: object) -> None:
        state = self._document.state
        if state.checkpoint.iteration == 0 or not same_parameters(self._start[0], state.spec):
            self._start = (state.spec, state.checkpoint.params)


def _phrase(source: Any, **values: object) -> Phrase:
    return Phrase("WeightEditing", source, values)


def _replace_all(arrays: Mapping[str, npt.NDArray[Any]], params: dict[str, Array]) -> None:
    for name, array in arrays.items():
        params[name][...] = array


def _replace_some(name: str, where: Any, values: npt.ArrayLike, params: dict[str, Array]) -> None:
    params[name][where] = values


def _same_bits(a: Array, b: Array) -> bool:
    """Say whether not even a NaN or the sign of a 0 differs."""
    whole = f"u{a.dtype.itemsize}"
    return bool(np.array_equal(a.view(whole), b.view(whole)))


def _with_initializer(spec: NetworkSpec, chosen: list[int], initializer: str, scale: float) -> NetworkSpec:
    layers = list(spec.layers)
    for i in chosen:
        options = {**layers[i].options, "initializer": initializer, "scale": scale}
        layers[i] = LayerSpec(layers[i].kind, options)
    return replace(spec, layers=tuple(layers))


def _redrawn(checkpoint: Checkpoint, spec: NetworkSpec, chosen: list[int], seed: int) -> Checkpoint:
    """Return a checkpoint whose chosen layers begin anew, also in the optimizer's memory."""
    fresh, params = Network(spec, seed).params, checkpoint.params.copy()
    memory = {slot: values.copy() for slot, values in checkpoint.memory.items()}
    for name in (name for i in chosen for name in param_names(spec)[i].values()):
        named_views(spec, params)[name][...] = fresh[name]
        for values in memory.values():
            named_views(spec, values)[name][...] = 0
    forgotten = {slot: frozen(values) for slot, values in memory.items()}
    return replace(checkpoint, params=frozen(params), memory=forgotten)
