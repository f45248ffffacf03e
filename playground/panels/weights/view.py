"""Everything the weights panel shows: which numbers, as what, and what can be done to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QButtonGroup, QPushButton, QToolButton, QWidget

from nn.network.naming import layer_names, param_names
from playground.panels.weights.heat_scale import HeatScale
from playground.panels.weights.orders import OrderError, WeightOrders
from playground.panels.weights.pages import WeightPages
from playground.panels.weights.quantities import WEIGHTS, absence, quantities, quantity_word, read
from playground.panels.weights.table import layer_of
from playground.panels.weights.tools import Order, WeightTools
from playground.session.looking.selection import INPUT, Neuron
from playground.widgets.fields.quiet_fields import Choice, ChoiceBox
from playground.widgets.layouts import in_column, in_row
from playground.widgets.refreshing import Importance, Refreshing
from playground.widgets.text.steady_label import SteadyLabel
from playground.widgets.text.tooltips import on_hover, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from PySide6.QtGui import QResizeEvent

    from nn.arrays import Array
    from nn.network.spec import NetworkSpec
    from playground.session.session import Session

NUMBERS, COLOURS, HISTOGRAMS, PICTURES = range(4)
_WIDTH_WITH_SCALE = 680  # px; in a narrower panel the line above the table needs the room


class WeightView(Refreshing, QWidget):
    """Shows one layer's numbers as a table or pictures, or all layers' as histograms."""

    importance = Importance.DETAIL

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._spec: NetworkSpec | None = None
        self._is_neuron_new = True  # another is looked at, and not yet in sight here

    def build(self) -> Iterator[None]:
        """Make the widgets, pausing where the event loop may take a turn; they are used after that only."""
        session = self._session
        self._pages = WeightPages(session)
        self.table, self.histograms, self.images = self._pages.table, self._pages.histograms, self._pages.images
        yield
        self.tools = WeightTools(session.document.state.config.seed)
        yield
        self._orders = WeightOrders(session, self.table)
        self._layers, self._quantities = ChoiceBox(), ChoiceBox()
        self._layers.setObjectName("weightLayer")
        self._quantities.setObjectName("weightQuantity")
        self._looks = QButtonGroup(self)
        self._info = SteadyLabel()
        self._info.setObjectName("weightInfo")
        self._scale = HeatScale()
        self._to_network = QPushButton(objectName="showInNetwork")
        self._lay_out()
        yield
        self._connect()
        self._quantities.show_value(WEIGHTS)
        self._set_texts()
        yield
        self._refresh_choices()
        self.out_of_date()

    # ---- widgets

    def _lay_out(self) -> None:
        buttons = in_row(spacing=0)
        for look in (NUMBERS, COLOURS, HISTOGRAMS, PICTURES):
            button = QToolButton(checkable=True, checked=look == NUMBERS, autoRaise=True)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            self._looks.addButton(button, look)
            buttons.addWidget(button)
        in_column(
            in_row((self._layers, 3), (self._quantities, 2), buttons, spacing=6),
            self.tools,
            in_row((self._info, 1), self._scale, self._to_network),
            (self._pages, 1),
            of=self,
            spacing=4,
        )

    def _connect(self) -> None:
        session = self._session
        self._layers.value_edited.connect(self._show)
        self._quantities.value_edited.connect(self._on_quantity_edited)
        self._looks.idClicked.connect(self._on_look_clicked)
        self._to_network.clicked.connect(self._on_network_clicked)
        self.tools.ordered.connect(self._on_ordered)
        self.histograms.chosen.connect(self._on_histogram_chosen)
        self.images.image_selected.connect(self._on_image_selected)
        self._pages.channels_chosen.connect(self.out_of_date)
        self.table.described.connect(self._describe)
        for part in (self.table, self.tools, self._pages):
            part.refused.connect(self._tell_refusal)
        session.looking.moment_changed.connect(self._on_numbers_changed)
        session.comparison.changed.connect(self._on_numbers_changed)
        session.library.data_changed.connect(self._on_numbers_changed)
        session.selection.neuron_changed.connect(self._on_neuron_changed)

    # ---- what a person does

    @Slot()
    def _on_quantity_edited(self) -> None:
        self._show()

    @Slot(int)
    def _on_look_clicked(self, look: int) -> None:
        if look in (NUMBERS, COLOURS):
            self.table.show_numbers(look == NUMBERS)
        self._show()
        self._describe(self.table.description())

    @Slot()
    def _on_network_clicked(self) -> None:
        self._session.panel_requested.emit("network")

    @Slot(str)
    def _on_histogram_chosen(self, name: str) -> None:
        names = param_names(self._session.looking.network.spec)
        layer = next((layer for layer, each in enumerate(names) if name in each.values()), None)
        if layer is not None:  # the histograms follow at the next frame
            self._show_layer(layer)
            self.histograms.mark(name)

    @Slot(int)
    def _on_image_selected(self, column: int) -> None:
        self._pages.choose(column)
        self._session.selection.select(Neuron(self._layer, self._pages.neuron_of(self._layer, column)))
        self.out_of_date()

    @Slot(object)
    def _on_ordered(self, order: Order) -> None:
        try:
            self._orders.carry_out(order)
        except OrderError as error:
            self._tell_refusal(str(error))

    # ---- what there is to see

    @property
    def _layer(self) -> int:
        return int(self._layers.value() or 0)

    @property
    def _quantity(self) -> str:
        return self._quantities.value()

    @property
    def _can_edit(self) -> bool:
        return self._quantity == WEIGHTS and self._session.looking.subject.is_yours_now

    @Slot()
    def _on_numbers_changed(self) -> None:
        self.out_of_date()

    @Slot()
    def _on_neuron_changed(self) -> None:
        self._is_neuron_new = True
        self.out_of_date()

    def refresh(self) -> None:
        """Show the numbers of the moment, and bring those of another neuron that all panels look at into sight."""
        self._show()
        if self._is_neuron_new:
            self._is_neuron_new = False
            self._reveal_neuron()

    @Slot()
    def _show(self) -> None:
        self._refresh_choices()
        if not self._layers.count():
            self.tools.setVisible(self._can_edit)
            self._pages.show_absence(self.tr("This network has no weights: add an Affine layer to it."))
            return
        arrays = read(self._session, self._quantity)
        if arrays is None:
            self.tools.setVisible(self._can_edit)
            self._pages.show_absence(absence(self._quantity))
        else:
            self._show_page(arrays)

    def _refresh_choices(self) -> None:
        spec = self._session.looking.network.spec
        if spec is not self._spec:
            self._spec = spec
            self._layers.set_choices(_layer_choices(spec))
            if self._layers.currentIndex() < 0 and self._layers.count():
                self._layers.show_value(self._layers.itemData(0))
        names = quantities(self._session)
        if names != tuple(self._quantities.itemData(i) for i in range(self._quantities.count())):
            self._name_quantities()

    def _show_page(self, arrays: Mapping[str, Array]) -> None:
        look = self._looks.checkedId()
        if look == HISTOGRAMS:
            self._pages.show_histograms(arrays, self._start)
        elif look == PICTURES:
            self._pages.show_pictures(self._layer, arrays, self._start, editable=self._can_edit)
            if not self._can_be_selected and self._info.foregroundRole() == QPalette.ColorRole.WindowText:
                self._info.setText(self._about_look())  # there may be pairs now
        else:
            self._pages.show_table(self._layer, arrays, editable=self._can_edit)
        if not self._pages.is_whole:
            self.out_of_date()
        self._scale.show_limit(self._pages.limit)
        self.tools.setVisible(self._can_edit and not self._pages.shows_filters)  # which have tools of their own
        self._fit_scale()

    @property
    def _start(self) -> Mapping[str, Array]:
        """What training began with, nothing where other numbers than weights are shown."""
        return self._session.weights.start if self._can_edit else {}

    def _show_layer(self, layer: int) -> None:
        if layer != self._layer:
            self._layers.show_value(str(layer))
            self._show()

    def _reveal_neuron(self) -> None:
        neuron = self._session.selection.neuron
        if neuron is None:
            return
        layer = layer_of(self._session.looking.network.spec, neuron)
        if layer is not None and not self.table.shows(neuron):
            self._show_layer(layer)
        self.table.reveal(neuron)
        is_here = layer == self._layer and neuron.layer != INPUT
        picture = self._pages.picture_of(layer, neuron.index) if is_here and layer is not None else -1
        self.images.select(picture)
        if picture >= 0 and self._pages.choose(picture):
            self.out_of_date()

    @Slot(str)
    def _describe(self, text: str) -> None:
        if self._info.foregroundRole() != QPalette.ColorRole.WindowText:
            self._info.setForegroundRole(QPalette.ColorRole.WindowText)
            self._explain_info()
        # a picture that is chosen selects its neuron in the table, which is not brought up to date while it is hidden
        self._info.setText(text if self._can_be_selected else self._about_look())

    @property
    def _can_be_selected(self) -> bool:
        return self._looks.checkedId() in (NUMBERS, COLOURS) or bool(self._session.looking.why_fixed())

    def _about_look(self) -> str:
        if self._looks.checkedId() == PICTURES and self._pages.has_pairs:
            return self.tr("Two pictures a filter: on the left as training began, on the right as it is.")
        return self._look_words()[self._looks.checkedId()][1]

    @Slot(str)
    def _tell_refusal(self, text: str) -> None:
        self._info.setForegroundRole(QPalette.ColorRole.BrightText)
        self._info.setText(text)
        self._info.setToolTip(wrapped(text))
        self._session.status.emit(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the scale of colours where there is room for it."""
        super().resizeEvent(event)
        self._fit_scale()

    def _fit_scale(self) -> None:
        is_of_signs = not (self._pages.shows_pictures and self._pages.is_coloured)
        is_of_signs &= self._looks.checkedId() != HISTOGRAMS  # which have numbers of their own at their ends
        self._scale.setVisible(is_of_signs and self.width() >= _WIDTH_WITH_SCALE)

    # ---- words

    def _name_quantities(self) -> None:
        optimizer = self._session.document.state.checkpoint.optimizer
        words = ((name, quantity_word(name, optimizer)) for name in quantities(self._session))
        self._quantities.set_choices(Choice(name, *word) for name, word in words)
        if self._quantities.currentIndex() < 0:  # an optimizer without this memory was chosen
            self._quantities.show_value(WEIGHTS)
        self._quantities.explain(self.tr("Which numbers of the layer are shown."))

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self._set_texts()
        self.out_of_date()

    def _set_texts(self) -> None:
        self._layers.setAccessibleName(self.tr("Layer"))
        self._layers.explain(self.tr("The layer whose numbers are shown."))
        self._quantities.setAccessibleName(self.tr("Quantity"))
        self._name_quantities()
        for look, (text, explanation) in enumerate(self._look_words()):
            self._looks.button(look).setText(text)
            self._looks.button(look).setToolTip(wrapped(explanation))
        self._to_network.setText(self.tr("In the network"))
        self._to_network.setToolTip(wrapped(self.tr("Show the selected neuron in the network.")))
        self._explain_info()
        colours = self.tr(
            "Blue numbers are above 0, orange ones below. The full colour begins at the numbers beside it."
        )
        on_hover(colours, self._scale)

    def _explain_info(self) -> None:
        self._info.setToolTip(wrapped(self.tr("What is selected, exact to the last digit.")))

    def _look_words(self) -> tuple[tuple[str, str], ...]:
        return (
            (self.tr("Numbers"), self.tr("The layer as a table: rows are what comes in, columns are its neurons.")),
            (self.tr("Colours"), self.tr("The same table without numbers: large weights and patterns at a glance.")),
            (
                self.tr("Histograms"),
                self.tr("How often numbers of each size occur in every layer, now and at the start."),
            ),
            (self.tr("Pictures"), self.tr("What each neuron of the first layer looks for: its weights as a picture.")),
        )


def _layer_choices(spec: NetworkSpec) -> list[Choice]:
    choices = []
    for layer, (name, names, plan) in enumerate(zip(layer_names(spec), param_names(spec), spec.plans, strict=True)):
        if names:
            size = _size(plan.params)
            choices.append(Choice(str(layer), f"{', '.join(names.values())}  {size}", name))
    return choices


def _size(shapes: Mapping[str, tuple[int, ...]]) -> str:
    return " × ".join(map(str, max(shapes.values(), key=len)))
