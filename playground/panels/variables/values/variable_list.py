"""Every named value of the pass that is stepped through, as the debugger's cursor finds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QStackedLayout, QWidget

from nn.inspection.element import Element
from nn.inspection.values import GRADIENTS, INNER, MEMORY, PARAMETERS, VALUES, first_interesting, grouped_names
from playground.panels.variables.values.known_values import VariableValues
from playground.panels.variables.values.model import VariableGroup, VariableModel
from playground.panels.variables.values.view import VariableView
from playground.widgets.fields.text_line import TextLine
from playground.widgets.layouts import STRETCH, in_column
from playground.widgets.look.icons import icon
from playground.widgets.look.live_look import LiveLook
from playground.widgets.refreshing import Importance, Refreshing
from playground.widgets.text.tooltips import describe, on_hover

if TYPE_CHECKING:
    from nn.trace import Event
    from playground.session.session import Session


class VariableList(Refreshing, LiveLook, QWidget):
    """A filter, and the values that match it; an invitation while nothing is stepped through."""

    importance = Importance.DETAIL
    watch_requested = Signal(str)
    """A person wants to watch something: its text."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._values = VariableValues(session, self)
        self._grouped: tuple[Event, ...] = ()
        self._names: dict[str, tuple[str, ...]] = {}
        self._pages = QStackedLayout(self)
        self._build_invitation()
        self._build_table()
        self._connect()
        self.retranslate()
        self.out_of_date()

    def _build_invitation(self) -> None:
        page = QWidget(self)
        self._invitation = QLabel(page, wordWrap=True)
        self._open = QPushButton(icon("step"), "", page, objectName="variablesOpen")
        self._open.clicked.connect(self._on_open_clicked)
        parts = (self._invitation, (self._open, 0, Qt.AlignmentFlag.AlignLeft), STRETCH)
        in_column(*parts, of=page, margins=(10, 8, 10, 8))
        self._pages.addWidget(page)

    def _build_table(self) -> None:
        page = QWidget(self)
        self._filter = TextLine(page, objectName="variableFilter", clearButtonEnabled=True)
        self._note = QLabel(page, wordWrap=True, objectName="variableNote")
        self._model = VariableModel(self._values)
        self._model.setParent(self)
        self.view = VariableView(self._model, (INNER,), page)
        self.view.setObjectName("variableTable")
        in_column(self._filter, self._note, self.view, of=page, margins=(0, 2, 0, 0), spacing=3)
        self._pages.addWidget(page)

    def _connect(self) -> None:
        debugger = self._session.debugger
        self._filter.textChanged.connect(self._on_filter_changed)
        self.view.chosen.connect(self._on_chosen)
        self.view.origin_requested.connect(self._on_origin_requested)
        self.view.menu_requested.connect(self._on_menu_requested)
        debugger.trace_changed.connect(self.out_of_date)
        debugger.moved.connect(self.out_of_date)
        debugger.opened_changed.connect(self._on_opened_changed)
        debugger.element_changed.connect(self._on_element_changed)
        self._session.run.running_changed.connect(self._refresh_running)

    # ---- what a person does

    @Slot()
    def _on_open_clicked(self) -> None:
        self._session.debugger.begin()
        self._session.panel_requested.emit("debugger")

    @Slot(str)
    def _on_filter_changed(self, _text: str) -> None:
        self._show_groups()
        self.view.unfold_all(bool(self._wanted()))

    @Slot(str)
    def _on_chosen(self, name: str) -> None:
        array = self._values.array(name)
        if array is not None:
            self._session.debugger.set_element(Element(name, first_interesting(array)))

    @Slot(str)
    def _on_origin_requested(self, name: str) -> None:
        maker = self._values.maker(name)
        if self._session.run.is_running:
            return
        if maker is not None:
            self._session.debugger.run_to(maker.index)
        else:
            element = self._session.debugger.element
            index = element.index if element is not None and element.name == name else None
            self._session.origins.follow(name, index)

    @Slot(str, QPoint)
    def _on_menu_requested(self, name: str, place: QPoint) -> None:
        self.menu_of(name).popup(place)

    def menu_of(self, name: str) -> QMenu:
        """Return what can be done with a value; the menu deletes itself when it is closed."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, watch in self._watches_of(name):
            action = menu.addAction(text)
            action.setData(watch)
            action.triggered.connect(self._on_watch_triggered)
        return menu

    def _watches_of(self, name: str) -> list[tuple[str, str]]:
        array = self._values.array(name)
        watches = [name]
        if array is not None and array.ndim:
            watches += [f"norm({name})", f"max({name})"]
            element = self._session.debugger.element
            index = element.index if element is not None and element.name == name else first_interesting(array)
            watches.append(Element(name, index).symbol)
        return [(self.tr("Watch {what}").format(what=watch), watch) for watch in watches]

    @Slot()
    def _on_watch_triggered(self) -> None:
        self.watch_requested.emit(self.sender().data())

    # ---- what the session tells

    def refresh(self) -> None:
        """Show the values that are known where the debugger stands."""
        self._pages.setCurrentIndex(int(self._session.debugger.is_open))
        if not self._values.look():
            return
        if self._values.trace is not self._grouped:
            self._grouped = self._values.trace
            self._names = grouped_names(self._grouped, self._session.debugger.stepped.spec)
            self._show_groups()
        else:
            self._model.figures_changed.emit()

    @Slot(bool)
    def _on_opened_changed(self, is_open: bool) -> None:
        self.out_of_date()
        if not is_open:
            self.catch_up()  # also unseen: a pass that was closed is let go at once

    @Slot(object)
    def _on_element_changed(self, element: Element | None) -> None:
        if element is not None:
            self.view.show_current(element.name)

    @Slot()
    def _refresh_running(self) -> None:
        runs = self._session.run.is_running
        text = self.tr("Training runs. These are the numbers of iteration {iteration}, where it began.")
        self._note.setText(text.format(iteration=self._session.debugger.stepped.iteration))
        self._note.setVisible(runs)
        self.view.setEnabled(not runs)

    def _show_groups(self) -> None:
        wanted = self._wanted()
        titles = self._titles()
        groups = []
        for key, names in self._names.items():
            shown = tuple(name for name in names if wanted in name.lower())
            if shown:
                groups.append(VariableGroup(key, *titles[key], shown))
        self._model.show_groups(tuple(groups))

    def _wanted(self) -> str:
        return self._filter.text().strip().lower()

    # ---- words

    def _titles(self) -> dict[str, tuple[str, str]]:
        return {
            VALUES: (
                self.tr("Input and values"),
                self.tr("What goes in (x), the sums (a), what the activations make of them (z), y, and the loss L."),
            ),
            PARAMETERS: (self.tr("Parameters"), self.tr("Weights W and biases b: what is learned.")),
            GRADIENTS: (
                self.tr("Gradients"),
                self.tr("How much the loss grows with each number: dW1 is the gradient of the loss by W1."),
            ),
            MEMORY: (
                self.tr("Memory of the optimizer"),
                self.tr("What the optimizer remembers of earlier gradients, for each parameter."),
            ),
            INNER: (
                self.tr("Steps inside layers"),
                self.tr("Intermediate results: a1.1 is the first step on the way to a1, before the bias is added."),
            ),
        }

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self._invitation.setText(
            self.tr("Nothing is being stepped through. Here every value of a pass stands with its numbers.")
        )
        self._open.setText(self.tr("Step through the next iteration"))
        on_hover(self.tr("Show the next iteration of training step by step. Nothing changes yet."), self._open)
        self._filter.setPlaceholderText(self.tr("Filter by name"))
        about = self.tr("Show only the values whose names hold these letters, such as W1 or d.")
        describe(self._filter, self.tr("Filter variables"), about)
        self.view.setAccessibleName(self.tr("Variables"))
        self.view.setAccessibleDescription(self.tr("Enter goes to the step that made the chosen value."))
        self._model.set_texts(self._headers(), self.tr("not yet"))
        self._refresh_running()
        self._show_groups()

    def _headers(self) -> list[tuple[str, str]]:
        return [
            (self.tr("Name"), self.tr("The book's name. A bar and bold letters: the last move changed this value.")),
            (self.tr("Shape"), self.tr("Rows × columns; in a batch each sample is a row.")),
            (self.tr("Min"), self.tr("The smallest number.")),
            (self.tr("Mean"), self.tr("The mean of all numbers.")),
            (self.tr("Max"), self.tr("The largest number.")),
            (
                self.tr("Spread"),
                self.tr(
                    "How many numbers there are of each size, from the smallest to the largest: orange below 0, "
                    "blue above. If some are NaN or infinite, it says how many."
                ),
            ),
        ]
