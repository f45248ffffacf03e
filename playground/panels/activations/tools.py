"""The tools above the plot of functions: which ones are compared, their derivatives, ready-made plots."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QToolTip, QWidget

from playground.panels.activations.ready_plots import READY_PLOTS
from playground.panels.activations.staying_menu import StayingMenu
from playground.panels.registered_choices import ACTIVATIONS, BROUGHT_ACTIVATIONS
from playground.widgets.actions import as_menu_text
from playground.widgets.layouts import STRETCH, in_row
from playground.widgets.look.icons import icon
from playground.widgets.text.tooltips import wrapped
from playground.words import word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playground.session.looking.selection import FunctionPlot


class ActivationTools(QWidget):
    """Buttons and menus; each reports what a person wants of the plot."""

    functions_edited = Signal(object)
    """The names of the functions to compare, as a tuple."""
    derivatives_edited = Signal(bool)
    ready_picked = Signal(object)
    """A `FunctionPlot` from the documents."""
    fit_requested = Signal()
    """The range is to hold all numbers of the sample."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._functions: tuple[str, ...] = ()
        self.compare, self.derivatives, self.ready, self.fit = (_button(name) for name in _NAMES)
        self.functions = {name: QAction(checkable=True) for name in (*ACTIVATIONS, *BROUGHT_ACTIVATIONS)}
        """The check mark of each function."""
        self.plots = [QAction() for _ready in READY_PLOTS]
        """The ready-made plots."""
        self.help = QToolButton(objectName="buttonPlotHelp", autoRaise=True, icon=icon("info"))
        _give_menu(self.compare, StayingMenu(self), list(self.functions.values()))
        _give_menu(self.ready, QMenu(self), self.plots)
        self.derivatives.setCheckable(True)
        in_row(self.compare, self.derivatives, self.ready, self.fit, STRETCH, self.help, of=self, spacing=2)
        self._connect()

    def _connect(self) -> None:
        for action in self.functions.values():
            action.triggered.connect(self._on_function_triggered)
        for action in self.plots:
            action.triggered.connect(self._on_ready_triggered)
        self.derivatives.clicked.connect(self.derivatives_edited)
        self.fit.clicked.connect(self.fit_requested)
        self.help.clicked.connect(self._on_help_clicked)

    def show_plot(self, plot: FunctionPlot) -> None:
        """Show what is plotted."""
        self._functions = plot.functions
        for name, action in self.functions.items():
            action.setChecked(name in plot.functions)
            action.setVisible(name in plot.functions or name in ACTIVATIONS)  # a person's own can be left out again
        self.derivatives.setChecked(plot.derivatives)

    @Slot(bool)
    def _on_function_triggered(self, checked: bool) -> None:
        name = next(name for name, action in self.functions.items() if action is self.sender())
        others = tuple(each for each in self._functions if each != name)
        wanted = (*others, name) if checked else others
        if wanted:
            self.functions_edited.emit(wanted)
        else:
            self.functions[name].setChecked(True)  # a plot of nothing says nothing

    @Slot()
    def _on_ready_triggered(self) -> None:
        self.ready_picked.emit(READY_PLOTS[self.plots.index(self.sender())].plot)

    @Slot()
    def _on_help_clicked(self) -> None:
        QToolTip.showText(self.help.mapToGlobal(self.help.rect().bottomLeft()), self.help.toolTip(), self.help)

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        for name, action in self.functions.items():
            action.setText(as_menu_text(word("layer", name).label))
        for action, ready in zip(self.plots, READY_PLOTS, strict=True):
            text = self.tr("{functions}, {low} to {high}")
            limits = {"low": f"{ready.plot.low:g}", "high": f"{ready.plot.high:g}"}
            functions = as_menu_text(names_of(ready.plot.functions))
            action.setText(text.format(functions=functions, **limits))
        for button, text, tooltip in (
            (self.compare, self.tr("Compare"), self.tr("Choose the functions that are plotted together.")),
            (
                self.derivatives,
                self.tr("Derivative"),
                self.tr("Plot the derivatives, too: paler and thinner, each in the colour of its function."),
            ),
            (
                self.ready,
                self.tr("Book's plots"),
                self.tr(
                    "Plot a function as the book's chapter 3 does: x in steps of 0.1, and the same ends of both axes."
                ),
            ),
            (
                self.fit,
                self.tr("Fit"),
                self.tr("Let the range hold every number of the sample that reaches the chosen place."),
            ),
        ):
            button.setText(text)
            button.setToolTip(wrapped(tooltip))
        self.help.setAccessibleName(self.tr("How to use the plot"))
        self.help.setToolTip(
            wrapped(
                self.tr(
                    "Click in the plot, or drag the upright line, to move the point. Drag elsewhere to move the range, "
                    "turn the wheel to zoom, double-click for the usual range.\nKeys: ← → move the point, with Shift "
                    "further, with Ctrl the range; + and − zoom; Home is the usual range; ↑ ↓ change the function."
                )
            )
        )


def names_of(functions: Sequence[str]) -> str:
    """Give the names of functions as a heading has them."""
    return " & ".join(word("layer", name).label for name in functions)


_NAMES = ("buttonCompareFunctions", "buttonDerivatives", "buttonReadyPlots", "buttonFitFunctions")


def _button(name: str) -> QToolButton:
    button = QToolButton(objectName=name, autoRaise=True, toolButtonStyle=Qt.ToolButtonStyle.ToolButtonTextOnly)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button


def _give_menu(button: QToolButton, menu: QMenu, actions: list[QAction]) -> None:
    menu.addActions(actions)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setMenu(menu)
