"""The named values of a pass as a tree of groups; figures of a value are computed when its row is seen."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication

from nn.inspection.figures import Figures, figures_of
from nn.inspection.number_texts import shape_text
from playground.widgets.look.fonts import bold
from playground.widgets.text.tooltips import wrapped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

_SMALL, _LARGE = 1e-2, 1e5  # beyond them a figure gets an exponent

Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """What stands where in a row."""

    NAME = 0
    SHAPE = 1
    LOW = 2
    MEAN = 3
    HIGH = 4
    SPREAD = 5


@dataclass(frozen=True)
class VariableGroup:
    """Values that belong together.

    Attributes
    ----------
    key
        Stands for the group in every language.
    title, about
        Its name, and what it holds.
    names
        Of its values.
    """

    key: str
    title: str
    about: str
    names: tuple[str, ...]


class Values(Protocol):
    """Where the model looks up what it shows."""

    def array(self, name: str) -> NDArray[Any] | None:
        """Return a value, None while it is not known."""

    def is_changed(self, name: str) -> bool:
        """Say whether it is another one than at the last stop."""

    def about(self, name: str, figures: Figures | None) -> str:
        """Return the text on hover."""

    def text(self, name: str) -> str:
        """Return what stands there of what has no figures; nothing of what is not known yet."""


class Look(NamedTuple):
    """What a row's look depends on.

    Attributes
    ----------
    figures : Figures or None
    text : str
        In the place of figures.
    is_changed : bool
        Whether the value is another one than at the last stop.
    """

    figures: Figures | None
    text: str
    is_changed: bool

    def is_same(self, other: Look | None) -> bool:
        """Say whether another row looks like this one; figures are the same as long as their array is."""
        return other is not None and self.figures is other.figures and self[1:] == other[1:]


class VariableModel(QAbstractItemModel):
    """Groups, and in each the values by name."""

    regrouped = Signal()
    """There are other rows."""
    figures_changed = Signal()
    """The same rows may say something else: cheaper than telling it of every cell."""

    def __init__(self, values: Values) -> None:
        super().__init__()
        self._values = values
        self.groups: tuple[VariableGroup, ...] = ()
        """The groups that are shown."""
        self._seen: dict[str, tuple[NDArray[Any], Figures]] = {}
        self._headers: Sequence[tuple[str, str]] = [("", "")] * len(Column)
        self._not_yet = ""

    # ---- what is shown

    def show_groups(self, groups: tuple[VariableGroup, ...]) -> None:
        """Show these groups; of names that are there already only the figures are looked up again."""
        if groups == self.groups or self._extends(groups):
            self.figures_changed.emit()
            return
        self.beginResetModel()
        self.groups = groups
        known = {name for group in groups for name in group.names}
        self._seen = {name: seen for name, seen in self._seen.items() if name in known}
        self.endResetModel()
        self.regrouped.emit()

    def _extends(self, groups: tuple[VariableGroup, ...]) -> bool:
        """Add names behind those of each group, if nothing else is to be done; say whether that was all."""
        if [_heading(group) for group in groups] != [_heading(group) for group in self.groups]:
            return False
        if any(new.names[: len(old.names)] != old.names for old, new in zip(self.groups, groups, strict=True)):
            return False
        for row, (old, new) in enumerate(zip(self.groups, groups, strict=True)):
            if len(new.names) > len(old.names):
                self.beginInsertRows(self.index(row, 0), len(old.names), len(new.names) - 1)
                self.groups = (*self.groups[:row], new, *self.groups[row + 1 :])
                self.endInsertRows()
        return True

    def set_texts(self, headers: Sequence[tuple[str, str]], not_yet: str) -> None:
        """Set the title and the explanation of each column, and what stands for a value that is not known."""
        self._headers, self._not_yet = headers, not_yet
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)

    def name_at(self, index: Index) -> str:
        """Return the name of the value in a row, empty for a group."""
        if not index.isValid() or not index.internalId():
            return ""
        return self.groups[index.internalId() - 1].names[index.row()]

    def index_of(self, name: str) -> QModelIndex:
        """Return the row of a value, an invalid one if it is not shown."""
        for row, group in enumerate(self.groups):
            if name in group.names:
                return self.index(group.names.index(name), 0, self.index(row, 0))
        return QModelIndex()

    def figures(self, name: str) -> Figures | None:
        """Return the figures of a value, None while it is not known; the same array is looked through once."""
        array = self._values.array(name)
        if array is None:
            return None
        seen = self._seen.get(name)
        if seen is None or seen[0] is not array:
            seen = self._seen[name] = (array, figures_of(array))
        return seen[1]

    def look(self, name: str) -> Look:
        """Return what the look of a value's row depends on."""
        figures = self.figures(name)
        text = (self._values.text(name) or self._not_yet) if figures is None else ""
        return Look(figures, text, self._values.is_changed(name))

    def texts(self, name: str, look: Look | None = None) -> tuple[str, ...]:
        """Return what is written in each column of a value's row; a single number is written once."""
        figures, text, _ = look or self.look(name)
        if figures is None:
            return name, text, "", "", "", ""
        missing = f"{figures.not_finite:,} NaN/Inf" if figures.not_finite else ""
        low, high = (figure_text(figures.low), figure_text(figures.high)) if figures.shape else ("", "")
        return name, shape_text(figures.shape), low, figure_text(figures.mean), high, missing

    # ---- as Qt asks for it

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        """Give the place of a cell."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        """Give the group of a row."""
        group = index.internalId() if index.isValid() else 0
        return self.createIndex(group - 1, 0, 0) if group else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Count groups, or the values of one."""
        if not parent.isValid():
            return len(self.groups)
        is_group = not parent.internalId() and parent.column() == 0
        return len(self.groups[parent.row()].names) if is_group else 0

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Count the columns."""
        return len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give the title of a column, and what it means."""
        title, about = self._headers[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        return wrapped(about) if role == Qt.ItemDataRole.ToolTipRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give what stands in a cell."""
        name = self.name_at(index)
        if not name:
            return self._group_data(self.groups[index.row()], index.column(), role)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self.texts(name)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return wrapped(self._values.about(name, self.figures(name)))
        return None

    def _group_data(self, group: VariableGroup, column: int, role: int) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and column == 0:
            return group.title
        if role == Qt.ItemDataRole.FontRole:
            return bold(QGuiApplication.font())
        return wrapped(group.about) if role == Qt.ItemDataRole.ToolTipRole else None


def _heading(group: VariableGroup) -> tuple[str, str, str]:
    return group.key, group.title, group.about


def figure_text(number: float) -> str:
    """Write a figure in few signs: with three digits, or two and an exponent."""
    if math.isnan(number):  # nothing was finite
        return "–"
    text = f"{number + 0.0:.3g}" if number == 0 or _SMALL <= abs(number) < _LARGE else f"{number:.1e}"
    return text.replace("e-0", "e-").replace("e+0", "e").replace("e+", "e")


def _alignment(column: int) -> Qt.AlignmentFlag:
    is_number = Column.SHAPE < column < Column.SPREAD
    return Qt.AlignmentFlag.AlignVCenter | (Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft)
