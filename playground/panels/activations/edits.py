"""Edits of the network's activations; the plot follows them."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, Slot

from playground.panels.activations.places import Place, places, with_activation, with_all_hidden
from playground.panels.layer_words import layer_of
from playground.session.phrase import Phrase

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nn.network.spec import NetworkSpec
    from playground.session.session import Session

NO_ACTIVATION = "Identity"
"""What a gap between two sums does to the numbers: nothing."""


class ActivationEdits(QObject):
    """Writes each choice to the session, as one undo step with a name."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session

    @property
    def _spec(self) -> NetworkSpec:
        return self._session.looking.network.spec

    @Slot(object, object)
    def set_kind(self, place: Place, key: str | None) -> None:
        """Put another activation, or none, at a place of the network."""
        kind, options = _parts_of(key)
        if place in places(self._spec) and self._session.looking.may_edit(partial(self.set_kind, place, key)):
            text = QT_TRANSLATE_NOOP("ActivationEdits", "Set activation behind {layer}")
            self._session.editing.edit_spec(
                Phrase("ActivationEdits", text, {"layer": place.after}),
                with_activation(self._spec, place, kind, options),
            )
            self.show_function(kind or NO_ACTIVATION, options)

    @Slot(object)
    def set_all(self, key: str | None) -> None:
        """Put the same activation, or none, at every hidden place."""
        kind, options = _parts_of(key)
        if not self._session.looking.may_edit(partial(self.set_all, key)):
            return
        text = Phrase("ActivationEdits", QT_TRANSLATE_NOOP("ActivationEdits", "Set activation of all hidden layers"))
        self._session.editing.edit_spec(text, with_all_hidden(self._spec, kind, options))
        self.show_function(kind or NO_ACTIVATION, options)

    @Slot(object, str, object)
    def set_option(self, place: Place, name: str, value: Any) -> None:
        """Change an option of the activation at a place."""
        if place not in places(self._spec) or place.kind is None:
            return
        if not self._session.looking.may_edit(partial(self.set_option, place, name, value)):
            return
        options = {**place.options, name: value}
        text = QT_TRANSLATE_NOOP("ActivationEdits", "Set option of the activation behind {layer}")
        self._session.editing.edit_spec(
            Phrase("ActivationEdits", text, {"layer": place.after}),
            with_activation(self._spec, place, place.kind, options),
        )
        self.show_function(place.kind, options)

    @Slot(object)
    def show_place(self, place: Place) -> None:
        """Plot what stands at a place."""
        self.show_function(place.kind or NO_ACTIVATION, place.options)

    def show_function(self, kind: str, options: Mapping[str, Any]) -> None:
        """Plot a function with these options: beside others that are being compared with it, else alone."""
        selection = self._session.selection
        plot = selection.plot
        functions = plot.functions if kind in plot.functions else (kind,)
        chosen = {name: value for name, value in plot.options.items() if name in functions}
        chosen.pop(kind, None)
        if options:
            chosen[kind] = dict(options)
        selection.show_plot(replace(plot, functions=functions, options=chosen))


def _parts_of(key: str | None) -> tuple[str | None, Mapping[str, Any]]:
    """Give the kind of what a box has under this name, and the options that are part of it."""
    if key is None:
        return None, {}
    layer = layer_of(key)
    return layer.kind, {} if layer.own is None else layer.options
