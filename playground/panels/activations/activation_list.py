"""The activations of the network, one row for each place where one stands or could stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QLabel,
    QRadioButton,
    QToolButton,
    QWidget,
)

from playground.panels.activations.places import Place, places, shared_key
from playground.panels.layer_words import key_of, own_layers
from playground.panels.registered_choices import activation_options, activations, text_of
from playground.widgets.fields.options_form import OptionLike, OptionsForm, OptionText
from playground.widgets.fields.quiet_fields import Choice, ChoiceBox
from playground.widgets.layouts import STRETCH, in_column, in_row
from playground.widgets.text.tooltips import wrapped
from playground.words import output_word

if TYPE_CHECKING:
    from nn.network.spec import LayerSpec, NetworkSpec

_NONE = ""  # the entry of a combo box that stands for no activation
_MIXED = "?"  # no entry: the box stays empty
_LEAST_BOX = 60  # px: a narrow column cuts the names of functions, not the boxes


class ActivationList(QWidget):
    """Shows and edits the activations of a network, and lets a person choose the place whose numbers are shown."""

    place_chosen = Signal(int)
    """The number of a place, counted from the input."""
    kind_edited = Signal(object, object)
    """(Place, name of an activation in its box or None)"""
    all_edited = Signal(object)
    """The name of an activation for all hidden layers, or None."""
    option_edited = Signal(object, str, object)
    """(Place, name of the option, value)"""
    output_requested = Signal()
    """The output activation is to be explained."""
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.places: tuple[Place, ...] = ()
        """What is shown."""
        self._loss = self._why_fixed = ""
        self._is_open = True
        self._chosen = 0
        self._spec: NetworkSpec | None = None
        self._own: tuple[LayerSpec, ...] = ()  # those of it that a person wrote
        self._rows: list[tuple[QRadioButton, ChoiceBox]] = []
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self.place_chosen)
        self._build()

    def _build(self) -> None:
        self._all_label, self.all = QLabel(), ChoiceBox()
        self._all_label.setBuddy(self.all)
        self.all.setMinimumWidth(_LEAST_BOX)
        self.all.setObjectName("activationOfAll")
        self.all.value_edited.connect(self._on_all_edited)
        self.output = QToolButton(objectName="outputActivation", autoRaise=True, focusPolicy=Qt.FocusPolicy.StrongFocus)
        self.output.clicked.connect(self.output_requested)
        self._output_label = QLabel()
        self._output_label.setBuddy(self.output)
        self.options = OptionsForm(self._option_text)
        self.options.option_edited.connect(self._on_option_edited)
        self.options.refused.connect(self.refused)
        self._grid = QGridLayout()
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self._all_label, 0, 0)
        self._grid.addWidget(self.all, 0, 1)
        in_column(self._grid, self.options, in_row(self._output_label, self.output, STRETCH), of=self, spacing=5)

    def row(self, number: int) -> tuple[QRadioButton, ChoiceBox]:
        """Give the button and the box of a place."""
        return self._rows[number]

    def show_network(self, spec: NetworkSpec, chosen: int, why_fixed: str = "", *, may_try: bool = False) -> None:
        """Show the activations of a network.

        Parameters
        ----------
        chosen
            Which of its places is chosen.
        why_fixed
            Why none can be changed, if so.
        may_try
            Whether somebody may try, who is offered what makes it possible.
        """
        before = [place.after for place in self.places], self._loss, self._why_fixed
        own, self._own = self._own, own_layers(spec)
        self._spec = spec
        if own != self._own:
            for box in (self.all, *(box for _button, box in self._rows)):
                box.set_choices(self._choices())
        self.places, self._loss, self._chosen, self._why_fixed = places(spec), spec.loss, chosen, why_fixed
        self._is_open = may_try or not why_fixed
        while len(self._rows) > len(self.places):
            self._drop_row()
        while len(self._rows) < len(self.places):
            self._add_row()
        for (button, box), place in zip(self._rows, self.places, strict=True):
            button.setText(place.after)
            box.show_value(_key(place))
            box.setEnabled(self._is_open)
        self._show_all(spec)
        self._show_chosen()
        if before != ([place.after for place in self.places], self._loss, why_fixed):
            self._name_rows()
            self._name_output()

    def _show_all(self, spec: NetworkSpec) -> None:
        hidden = [place for place in self.places if place.is_hidden]
        shared = {_key(place) for place in hidden}
        self.all.setEnabled(bool(hidden) and self._is_open)
        self.all.show_value((shared_key(spec) or _NONE) if len(shared) == 1 else _MIXED)

    def _show_chosen(self) -> None:
        place = self.chosen_place()
        if place is not None:
            self._rows[self._chosen][0].setChecked(True)
        self.options.set_options(activation_options(place.kind) if place and place.kind else ())
        self.options.show_values(place.options if place else {})
        self.options.setEnabled(self._is_open)

    def chosen_place(self) -> Place | None:
        """Give the place whose numbers are shown."""
        return self.places[self._chosen] if self._chosen < len(self.places) else None

    def _add_row(self) -> None:
        button, box = QRadioButton(), ChoiceBox()
        box.setMinimumWidth(_LEAST_BOX)
        number = len(self._rows)
        self._group.addButton(button, number)
        box.setObjectName(f"activation{number}")
        box.set_choices(self._choices())
        box.value_edited.connect(self._on_kind_edited)
        self._rows.append((button, box))
        self._grid.addWidget(button, number + 1, 0)
        self._grid.addWidget(box, number + 1, 1)

    def _drop_row(self) -> None:
        button, box = self._rows.pop()
        self._group.removeButton(button)
        for widget in (button, box):
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()  # it may be the sender of the signal that is being handled

    def _choices(self) -> tuple[Choice, ...]:
        explanation = self.tr("The weighted sum goes on as it is: this Affine layer and the next are as one.")
        return Choice(_NONE, self.tr("none"), explanation), *activations(self._spec)

    def _option_text(self, option: OptionLike) -> OptionText:
        place = self.chosen_place()
        assert place is not None, "options belong to a place"
        assert place.kind is not None, "and to the activation there"
        return text_of(place.kind, option)

    @Slot(object)
    def _on_kind_edited(self, name: str) -> None:
        boxes = [box for _button, box in self._rows]
        self.kind_edited.emit(self.places[boxes.index(self.sender())], name or None)

    @Slot(object)
    def _on_all_edited(self, name: str) -> None:
        self.all_edited.emit(name or None)

    @Slot(str, object)
    def _on_option_edited(self, name: str, value: Any) -> None:
        self.option_edited.emit(self.chosen_place(), name, value)

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self._all_label.setText(self.tr("All hidden"))
        self.all.setAccessibleName(self.tr("Activation of all hidden layers"))
        for box in (self.all, *(box for _button, box in self._rows)):
            box.set_choices(self._choices())
        self.all.explain(
            self.tr(
                "Put the same activation behind every hidden layer. The weights stay. Empty while the layers have "
                "different ones."
            )
        )
        self._name_rows()
        self._name_output()
        self.options.retranslate()

    def _name_rows(self) -> None:
        for (button, box), place in zip(self._rows, self.places, strict=True):
            button.setToolTip(
                wrapped(self.tr("Show the numbers that {layer} passes on, and the function they meet.")).format(
                    layer=place.after
                )
            )
            box.setAccessibleName(self.tr("Activation behind {layer}").format(layer=place.after))
            about = self.tr("What becomes of each number that {layer} passes on.").format(layer=place.after)
            box.explain(f"{about}\n\n{self._why_fixed}" if self._why_fixed else about)

    def _name_output(self) -> None:
        label, explanation = output_word(self._loss)
        self._output_label.setText(self.tr("Output"))
        self.output.setText(label)
        self.output.setAccessibleName(self.tr("Output activation: {activation}").format(activation=label))
        self.output.setToolTip(wrapped(self.tr("Click to have it explained.") + "\n\n" + explanation))


def _key(place: Place) -> str:
    """Give the name under which the boxes have what stands at a place."""
    return key_of(place.layer) if place.layer is not None else _NONE
