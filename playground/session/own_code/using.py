"""A class of the code put into the network: recorded in a process of its own, then an edit like any other."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from math import prod
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal, Slot

from nn.editing import architecture as edits
from nn.network.spec import LayerSpec
from playground.session.loading import Job, Loaded, Loader
from playground.session.phrase import said

if TYPE_CHECKING:
    from nn.network.spec import NetworkSpec
    from playground.confined.checking import Check
    from playground.confined.ending import Ending
    from playground.session.document.code import Code
    from playground.session.document.document import Document
    from playground.session.editing.architecture import ArchitectureEditing
    from playground.session.own_code.own_code import OwnCode


@dataclass(frozen=True)
class Spot:
    """Where in the network.

    Attributes
    ----------
    index
        Of the layer that it takes the place of, or before which it is put.
    replaces
    """

    index: int
    replaces: bool


@dataclass(frozen=True, eq=False)
class _Wish:
    """A class to be put into a network as it was."""

    code: Code
    name: str
    spot: Spot
    spec: NetworkSpec
    check: Check


class Using(QObject):
    """Puts a class that is right into the network when a person asks, if the code may run."""

    changed = Signal()
    refused = Signal(str)
    """Why it was not put there: a sentence for the place where it was tried."""
    status = Signal(str)
    failed = Signal(str)
    """Traceback of an error of the program's own."""

    def __init__(
        self, own: OwnCode, document: Document, architecture: ArchitectureEditing, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._own, self._document, self._architecture = own, document, architecture
        self._wish: _Wish | None = None  # under way
        self._loader = Loader(self)
        self._loader.loaded.connect(self._on_loaded)
        own.changed.connect(self.cancel)

    def close(self) -> None:
        """End what runs, and the thread."""
        self._drop()
        self._loader.close()

    @property
    def is_busy(self) -> bool:
        """Whether a class is being recorded."""
        return self._wish is not None

    def start(self, name: str, spot: Spot) -> None:
        """Record the class of this name as it is now, and put it into the network."""
        from playground.confined.checking import Check
        from playground.confined.layered import RECORDING

        code = self._own.code
        self._drop()
        if code is not None and self._own.may_run:
            wish = self._wish = _Wish(code, name, spot, self._document.state.spec, Check("layer", RECORDING))
            self._loader.load(Job(wish, partial(_recorded, wish)))
        self.changed.emit()

    @Slot()
    def cancel(self) -> None:
        """End what runs: the network stays as it is."""
        if self._wish is not None:
            self._drop()
            self.changed.emit()

    def _drop(self) -> None:
        if self._wish is not None:
            self._wish.check.cancel()
            self._wish = None

    @Slot(object)
    def _on_loaded(self, loaded: Loaded) -> None:
        wish = cast("_Wish", loaded.key)
        if wish is not self._wish:
            return  # it was cancelled
        self._wish = None
        if loaded.failure:
            self.failed.emit(loaded.failure)
        else:
            layer, ending = cast("tuple[LayerSpec | None, Ending]", loaded.result)
            if layer is None:
                self.refused.emit(said(ending.message))
            else:
                self._put(wish, layer)
        self.changed.emit()

    def _put(self, wish: _Wish, layer: LayerSpec) -> None:
        if self._document.state.spec != wish.spec:
            self.refused.emit(self.tr("The network was changed meanwhile: choose the place again."))
            return
        spot, architecture = wish.spot, self._architecture
        layer = _fitted(layer, spot, wish.spec)
        edit = partial(edits.change_layer, index=spot.index, layer=layer)
        if not spot.replaces:
            edit = partial(edits.insert_layers, index=spot.index, layers=(layer,))
        reason = architecture.refusal(edit)
        if reason:
            self.refused.emit(reason)
        elif spot.replaces:
            architecture.change_layer(spot.index, layer)
        else:
            architecture.insert_layers(spot.index, (layer,))
        if not reason:
            self.status.emit(self.tr("{name} stands in your network now; undo takes it out.").format(name=wish.name))


def _fitted(layer: LayerSpec, spot: Spot, spec: NetworkSpec) -> LayerSpec:
    """Return a layer with neurons as wide as the one whose place it takes, else as what reaches it."""
    if "units" not in layer.options:
        return layer
    shapes = (spec.input_shape, *(plan.output for plan in spec.plans))
    like = next((each.options for each in spec.layers if each.kind == "Affine"), layer.options)
    if spot.replaces and "units" in spec.layers[spot.index].options:
        like = spec.layers[spot.index].options
        units = like["units"]
    else:
        units = prod(shapes[spot.index])
    drawn = {name: like[name] for name in ("initializer", "scale")}
    return LayerSpec(layer.kind, {**layer.options, **drawn, "units": units})


def _recorded(wish: _Wish) -> tuple[LayerSpec | None, Ending]:
    """Work in a thread."""
    from playground.confined.layered import layer_in
    from playground.session.own_code.siblings import siblings

    code = wish.code
    wish.check.start()  # it prepares itself while files are read that may lie on a slow disk
    request = {"source": code.text, "name": code.name, "siblings": siblings(code), "only": wish.name}
    return layer_in(wish.check.run(request), wish.name, code.text)
