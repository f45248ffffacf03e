"""The row of tools above a decision surface: look, add points of a class, test points, hard borders, clear."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QButtonGroup, QToolButton, QWidget

from playground.widgets.fields.number_entry import NumberEntry
from playground.widgets.fields.tool_button import tool_button
from playground.widgets.layouts import STRETCH, in_row
from playground.widgets.look.class_colors import class_color, value_color
from playground.widgets.look.colors import chart_colors
from playground.widgets.look.live_look import LiveLook
from playground.widgets.text.tooltips import describe

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPalette

LOOK = -1
"""The tool that looks at points and places and adds none."""
_SWATCH = 16  # px
_ENTRY_COLUMNS = 6  # digits


class SurfaceTools(LiveLook, QWidget):
    """What a click on the plane does, and how the plane is shown.

    With classes there is a tool for each; without any there is one that adds points with the value beside it.
    """

    tool_chosen = Signal(int)
    """LOOK, or the class of the points to be added."""
    test_points_toggled = Signal(bool)
    discrete_toggled = Signal(bool)
    clear_requested = Signal()
    restore_requested = Signal()
    refused = Signal(str)
    """Why what was typed is no value."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._classes: tuple[str, ...] | None = None
        self._limit = 1.0
        self._adding: list[QToolButton] = []
        self._build()
        self._connect()
        self.show_classes(())
        self.offer_edits(False, is_edited=False)

    def _build(self) -> None:
        self._group = QButtonGroup(self)
        self._look = tool_button("target", "planeLook", checkable=True, checked=True)
        self._group.addButton(self._look, _id(LOOK))
        self._value = NumberEntry(parent=self)
        self._value.setObjectName("pointValue")
        self._value.setFixedWidth(_ENTRY_COLUMNS * self.fontMetrics().horizontalAdvance("0") + 12)
        self._value.show_value(1)
        self._test = tool_button("hollow-points", "planeTestPoints", clicked=self.test_points_toggled, checkable=True)
        self._discrete = tool_button("discrete", "planeDiscrete", clicked=self.discrete_toggled, checkable=True)
        self._restore = tool_button("reset", "planeRestore", clicked=self.restore_requested)
        self._clear = tool_button("clear", "planeClear", clicked=self.clear_requested)
        showing, changing = (self._test, self._discrete), (self._restore, self._clear)
        self._row = in_row(self._look, self._value, STRETCH, *showing, *changing, of=self, spacing=2)

    def _connect(self) -> None:
        self._group.idClicked.connect(self._on_tool_clicked)
        self._value.value_edited.connect(self._on_value_edited)
        self._value.refused.connect(self.refused)

    @property
    def tool(self) -> int:
        """LOOK, or the class whose points are to be added."""
        return self._group.checkedId() - _id(0)

    @property
    def value(self) -> float:
        """The value of the points to be added where there are no classes."""
        return float(self._value.value())

    def show_classes(self, classes: Sequence[str], limit: float = 1.0) -> None:
        """Offer a tool for each class; without any, one for values, of which `limit` has the full colour."""
        if (tuple(classes), limit) == (self._classes, self._limit):
            return
        self._limit = limit
        if self._classes != tuple(classes):
            self._classes = tuple(classes)
            self._build_adding()
        self._value.setVisible(not classes)
        self.retranslate()

    def offer_edits(self, can_edit: bool, is_edited: bool) -> None:
        """Offer to change points where they can be changed, and to restore them where they were."""
        for part in (*self._adding, self._value, self._clear):
            part.setEnabled(can_edit)
        self._restore.setEnabled(can_edit and is_edited)
        if not can_edit:
            self._look.setChecked(True)

    def restyle(self) -> None:
        """Take the colours and the font of the moment."""
        self._paint_swatches()

    def _build_adding(self) -> None:
        tool = self.tool
        for button in self._adding:
            self._group.removeButton(button)
            self._row.removeWidget(button)
            button.setParent(None)  # gone at once, and not when the window comes to delete it
            button.deleteLater()
        self._adding = [tool_button("", f"planeAdd{i}", checkable=True) for i in range(len(self._classes or "1"))]
        for index, button in enumerate(self._adding):
            self._row.insertWidget(1 + index, button)
            self._group.addButton(button, _id(index))
        (self._group.button(_id(tool)) or self._look).setChecked(True)
        if self.tool != tool:
            self.tool_chosen.emit(self.tool)

    def _on_tool_clicked(self, _id: int) -> None:
        self.tool_chosen.emit(self.tool)

    def _on_value_edited(self, _value: object) -> None:
        self._paint_swatches()

    def _paint_swatches(self) -> None:
        ratio, palette = self.devicePixelRatioF(), self.palette()
        for index, button in enumerate(self._adding):
            color = class_color(index, palette) if self._classes else value_color(self.value, self._limit, palette)
            button.setIcon(QIcon(swatch(color, palette, ratio)))

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        look = self.tr(
            "Click anywhere: the diagram shows the numbers for this place. Click a point: the diagram shows that "
            "point. Drag a point to move it. With another tool, Ctrl and click does the same."
        )
        test = self.tr("Show the points kept back for the test, as rings. The network never learns from them.")
        discrete = self.tr("Colour each place by what the network decides there, however sure it is of it.")
        restore = self.tr("Take the training points of the dataset again. Undo brings your own back.")
        clear = self.tr("Delete all training points, to begin with an empty plane. Undo brings them back.")
        for button, name, about in (
            (self._look, self.tr("Look"), look),
            (self._test, self.tr("Show test points"), test),
            (self._discrete, self.tr("Show the decision only"), discrete),
            (self._restore, self.tr("Restore points"), restore),
            (self._clear, self.tr("Clear points"), clear),
            *((button, *self._adding_texts(index)) for index, button in enumerate(self._adding)),
        ):
            button.setStatusTip(about)
            describe(button, name, f"{name}\n{about}")
        value = self.tr("What the network is to give at the points you add.")
        describe(self._value, self.tr("Value of new points"), value)
        self._paint_swatches()

    def _adding_texts(self, index: int) -> tuple[str, str]:
        mouse = self.tr(
            "Drag a point to move it, click it with the right button to delete it, double-click it to change it."
        )
        if not self._classes:
            return self.tr("Add points"), self.tr("Click an empty place to add a point with this value.") + " " + mouse
        name = self._classes[index]
        add = self.tr("Click an empty place to add a point of class {name}.").format(name=name)
        return self.tr("Add points of class {name}").format(name=name), f"{add} {mouse}"


def _id(tool: int) -> int:
    """Return a button's number in its group, where negative ones mean something else."""
    return tool + 1


def swatch(color: object, palette: QPalette, ratio: float) -> QPixmap:
    """Draw a disc of a colour, as the points have it."""
    pixmap = QPixmap(QSize(_SWATCH, _SWATCH) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(chart_colors(palette).muted, 1))
        painter.setBrush(color)
        painter.drawEllipse(QRectF(3, 3, _SWATCH - 6, _SWATCH - 6))
    return pixmap
