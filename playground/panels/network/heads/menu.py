"""The menu of one column of a network: what can be inserted, moved, changed and removed, each with its consequence."""

from __future__ import annotations

from functools import partial
from math import prod
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from nn.editing import architecture as edits
from nn.layers import LAYERS, offered
from nn.network import LayerSpec
from nn.network.naming import layer_names
from nn.network.presets import PRESETS
from playground.panels.layer_words import layer_word, own_layers
from playground.panels.network.heads.texts import consequence, shape_text
from playground.panels.network.heads.wish import Wish, do, moved, removed
from playground.widgets.actions import as_menu_text
from playground.widgets.text.tooltips import wrapped
from playground.words import option_word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from PySide6.QtCore import QPoint

    from nn.arrays import Shape
    from nn.choices.options import Option
    from nn.network import NetworkSpec
    from playground.session.session import Session

_LEAST_PICTURE = 64  # numbers of a sample that may be a picture
_USUAL_UNITS = 50
_WINDOW: Mapping[str, tuple[Any, ...]] = {
    "size": (1, 2, 3, 5, 7),
    "width": (0, 1, 2, 3, 5, 7),
    "stride": (1, 2, 3),
    "pad": (0, 1, 2, 3),
    "same": (False, True),
    "method": (),
    "remainder": (),
}
"""Options of a window that the menu offers, with what is usual; of those with choices all are."""
_MOST_UNITS_OFFERED = 512  # as many as the layer gets keep all weights behind it, but 784 of them are a large layer


class LayerMenu(QMenu):
    """Everything that can be done with the layers of a column; what cannot be done is grey and says why.

    Parameters
    ----------
    session : Session
        Whose network is edited.
    column : int
        Which group of layers, 0 for the input's.
    """

    hinted = Signal(str)
    """What the action under the pointer would lead to."""

    def __init__(self, session: Session, column: int, parent: Any = None) -> None:
        super().__init__(parent)
        self._session = session
        self._spec = session.document.state.spec
        self._column = column
        self._groups = edits.groups(self._spec)
        self._group = self._groups[column]
        self._names = layer_names(self._spec)
        self.activations: QMenu | None = None
        """The choice of the column's activation, if it has exactly one."""
        self.setToolTipsVisible(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._fill()
        self.triggered.connect(self._on_triggered)
        self.hovered.connect(self._on_hovered)

    def _fill(self) -> None:
        if self._column == 0:
            self._add_input_shapes()
            self._add_submenu(self, self.tr("Build a network of the book"), self._fill_presets)
        else:
            self._add_submenu(self, self.tr("Insert before"), partial(self._fill_insertions, self._group.start))
        self.behind = self._add_submenu(
            self, self.tr("Insert behind"), partial(self._fill_insertions, self._group.stop)
        )
        self._add_activations()
        self._add_selected_neuron()
        self.addSeparator()
        for index in self._group:
            menu = self._add_submenu(self, self._names[index], partial(self._fill_layer, index))
            menu.menuAction().setToolTip(wrapped(layer_word(self._spec.layers[index]).explanation))
        self.addSeparator()
        if self._column:
            self._add_column()

    def show_activations(self, at: QPoint) -> None:
        """Open nothing but the choice of the column's activation, at a global place."""
        assert self.activations is not None
        self.activations.triggered.connect(self._on_triggered)
        self.activations.hovered.connect(self._on_hovered)
        self.activations.aboutToHide.connect(self.deleteLater)
        self.activations.popup(at)

    # ---- menus that are filled when they are opened

    def _add_submenu(self, menu: QMenu, title: str, fill: Callable[[QMenu], None]) -> QMenu:
        submenu = menu.addMenu(title)
        submenu.setToolTipsVisible(True)
        submenu.menuAction().setData(fill)
        submenu.aboutToShow.connect(self._on_submenu_about_to_show)
        return submenu

    @Slot()
    def _on_submenu_about_to_show(self) -> None:
        menu = self.sender()
        if isinstance(menu, QMenu) and menu.isEmpty():
            menu.menuAction().data()(menu)

    def _fill_insertions(self, index: int, menu: QMenu) -> None:
        """Add all kinds of layers that are there, for one place."""
        activation = edits.usual_activation(self._spec, index)
        pair = (self._dense(index), activation)
        self._offer(menu, f"Affine + {activation.name}", Wish("insert_layers", {"index": index, "layers": pair}))
        for family in _families():
            menu.addSeparator()
            for kind in family:
                layer = self._dense(index) if kind == "Affine" else LayerSpec.of(kind)
                self._offer(menu, kind, Wish("insert_layers", {"index": index, "layers": (layer,)}))
        menu.addSeparator()
        for layer in own_layers(self._spec):
            wish = Wish("insert_layers", {"index": index, "layers": (layer,)})
            self._offer(menu, as_menu_text(layer_word(layer).label), wish)

    def _fill_activations(self, index: int, menu: QMenu) -> None:
        present = self._spec.layers[index]
        for kind in sorted(offered(), key=str.lower):
            if LAYERS[kind].elementwise:
                layer = present if kind == present.kind else LayerSpec.of(kind)
                self._offer_activation(menu, kind, index, layer)
        menu.addSeparator()
        for layer in own_layers(self._spec):
            if LAYERS[layer.kind].elementwise:
                self._offer_activation(menu, as_menu_text(layer_word(layer).label), index, layer)

    def _offer_activation(self, menu: QMenu, label: str, index: int, layer: LayerSpec) -> None:
        action = self._offer(menu, label, Wish("change_layer", {"index": index, "layer": layer}))
        action.setCheckable(True)
        action.setChecked(layer == self._spec.layers[index])

    def _fill_layer(self, index: int, menu: QMenu) -> None:
        """Add what can be done with one layer of the column."""
        self._add_submenu(menu, self.tr("Insert behind"), partial(self._fill_insertions, index + 1))
        last = len(self._spec.layers) - 1
        for text, to in (
            (self.tr("Move nearer to the input"), index - 1),
            (self.tr("Move nearer to the output"), index + 1),
        ):
            if 0 <= to <= last:
                self._offer(menu, text, Wish("move_layers", {"first": index, "count": 1, "to": to}))
        self._offer(menu, self.tr("Remove"), Wish("remove_layers", {"first": index, "count": 1}))
        self._add_window_options(index, menu)

    def _add_window_options(self, index: int, menu: QMenu) -> None:
        """Add the choices of a layer of pictures: size, stride, padding and the like."""
        kind = LAYERS[self._spec.layers[index].kind]
        options = [option for option in kind.options if option.name in _WINDOW] if kind.takes_images else []
        if options:
            menu.addSeparator()
        for option in options:
            text = option_word(self._spec.layers[index].kind, option.name)
            submenu = self._add_submenu(menu, text.label, partial(self._fill_option, index, option))
            submenu.menuAction().setToolTip(wrapped(text.explanation))

    def _fill_option(self, index: int, option: Option, menu: QMenu) -> None:
        layer = self._spec.layers[index]
        present = layer.options[option.name]
        usual: tuple[Any, ...] = option.choices or _WINDOW[option.name]
        for value in usual if present in usual else (*usual, present):
            text = {True: self.tr("Yes"), False: self.tr("No")}[value] if isinstance(value, bool) else str(value)
            other = edits.replace_option(layer, option.name, value)
            action = self._offer(menu, text, Wish("change_layer", {"index": index, "layer": other}))
            action.setCheckable(True)
            action.setChecked(value == present)

    # ---- parts of the menu

    def _add_activations(self) -> None:
        """Add a choice of the activation of this column, if it has exactly one."""
        at = [index for index in self._group if LAYERS[self._spec.layers[index].kind].elementwise]
        if len(at) == 1:
            fill = partial(self._fill_activations, at[0])
            self.activations = self._add_submenu(self, self.tr("Change activation"), fill)

    def _add_selected_neuron(self) -> None:
        """Add what can be done with the neuron that all panels look at, if it is one of this column."""
        neuron = self._session.selection.neuron
        if self._column and neuron is not None and neuron.layer in self._group:
            text = self.tr("Chosen neuron {n}").format(n=neuron.index + 1)
            self._add_submenu(self, text, partial(self._fill_neuron, neuron.index))

    def _fill_neuron(self, neuron: int, menu: QMenu) -> None:
        """Add what can be done with one neuron of the column."""
        at = {"index": self._group.start}
        maker, shape = self._spec.layers[self._group.start], self._spec.plans[self._group.start].output
        last = int(maker.options[edits.neurons_option(maker)]) - 1
        neuron = neuron // prod(shape[1:]) if last < prod(shape) - 1 else neuron  # of pictures: the filter
        self._offer(menu, self.tr("Add a neuron behind it"), Wish("add_neuron", {**at, "at": neuron + 1}))
        for text, to in ((self.tr("Move up"), neuron - 1), (self.tr("Move down"), neuron + 1)):
            if 0 <= to <= last:
                self._offer(menu, text, Wish("move_neuron", {**at, "neuron": neuron, "to": to}))
        self._offer(menu, self.tr("Remove it"), Wish("remove_neuron", {**at, "neuron": neuron}))

    def _add_column(self) -> None:
        """Add what can be done with all layers of the column together."""
        names = self._names[self._group.start : self._group.stop]
        name = " + ".join(names) if len(names) <= 2 else f"{names[0]} … {names[-1]}"
        for text, gap in (
            (self.tr("Move {name} left"), self._column - 1),
            (self.tr("Move {name} right"), self._column + 2),
        ):
            wish = moved(self._spec, self._column, gap)
            if wish is not None:
                self._offer(self, text.format(name=name), wish)
        self._offer(self, self.tr("Remove {name}").format(name=name), removed(self._spec, self._column))

    def _add_input_shapes(self) -> None:
        """Add the shapes that the same numbers of a sample can have."""
        data, present = self._session.library.data, self._spec.input_shape
        shapes = {present, (prod(present),)} | ({data.input_shape} if data is not None else set())
        picture = edits.picture_input((prod(present),)) if prod(present) >= _LEAST_PICTURE else None
        shapes |= {picture} if picture is not None else set()
        if len(shapes) > 1:
            title = self.tr("Shape of a sample")
            self._add_submenu(self, title, partial(self._fill_input_shapes, sorted(shapes, key=len)))

    def _fill_presets(self, menu: QMenu) -> None:
        for name in PRESETS:
            self._offer(menu, name, Wish("build", {"name": name}))

    def _fill_input_shapes(self, shapes: Sequence[Shape], menu: QMenu) -> None:
        for shape in shapes:
            action = self._offer(menu, shape_text(shape), Wish("set_input", {"shape": shape}))
            action.setCheckable(True)
            action.setChecked(shape == self._spec.input_shape)

    # ---- pieces

    def _offer(self, menu: QMenu, label: str, wish: Wish) -> QAction:
        """Add an edit; one that cannot be made is grey and says why."""
        reason = self._session.architecture.refusal(wish.change)
        if not reason and wish.name == "insert_layers":
            label = f"{label}\t{self._inserted_shapes(wish)}"
        action = menu.addAction(label)
        action.setEnabled(not reason)
        action.setToolTip(wrapped(reason))
        action.setStatusTip(reason)
        action.setData(wish)
        return action

    def _inserted_shapes(self, wish: Wish) -> str:
        """Write what goes into the new layers and what comes out, with what the next layer then gets."""
        index, count = wish.arguments["index"], len(wish.arguments["layers"])
        spec = wish.change(self._spec).spec
        shapes = _shapes(spec)
        return f"{shape_text(shapes[index])} → {shape_text(shapes[index + count])}"

    def _dense(self, index: int) -> LayerSpec:
        """Return an Affine for a place, drawn like the others; as wide as its input, if that is not too wide."""
        inputs = prod(_shapes(self._spec)[index])
        affines = [layer.options for layer in self._spec.layers if layer.kind == "Affine"]
        options = dict(affines[0]) if affines else {}
        next_units = next((layer.options["units"] for layer in self._spec.layers[index:] if layer.kind == "Affine"), 0)
        options["units"] = inputs if inputs <= _MOST_UNITS_OFFERED else next_units or _USUAL_UNITS
        return LayerSpec("Affine", options)

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        wish = action.data()
        if isinstance(wish, Wish):
            do(self._session, wish)

    @Slot(QAction)
    def _on_hovered(self, action: QAction) -> None:
        """Say what an edit would lead to only now: to work it out for all would keep the menu waiting."""
        wish = action.data()
        if isinstance(wish, Wish) and action.isEnabled():
            text = consequence(wish.change(self._spec))
            action.setToolTip(wrapped(text))
            action.setStatusTip(text.replace("\n", "   "))
        self.hinted.emit(action.statusTip())


def _families() -> Iterator[Sequence[str]]:
    """Give the kinds of layers: those with numbers of their own, activations, the others."""
    kinds = sorted(offered(), key=str.lower)
    learning = [kind for kind in kinds if LAYERS[kind].weighted or kind == "BatchNormalization"]
    activations = [kind for kind in kinds if LAYERS[kind].elementwise]
    yield learning
    yield activations
    yield [kind for kind in kinds if kind not in (*learning, *activations)]


def _shapes(spec: NetworkSpec) -> list[Shape]:
    """Return the shape of what goes into the first layer and of what comes out of each."""
    return [spec.input_shape, *(plan.output for plan in spec.plans)]
